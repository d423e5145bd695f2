#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

/* A package file of the root that names one license. */
static bool is_package(const struct ml_license_fact *fact)
{
	return fact->evidence == ML_EVIDENCE_PACKAGE && (fact->scope & ML_SCOPE_CODE) && ml_license_is_certain(fact->license) && fact->where.file && !strchr(fact->where.file->path, '/');
}

/* Whether something that governs the code may be called by that license; the text that is not is *other. */
static bool is_governed(const struct ml_facts *facts, const struct ml_license *license, const struct ml_license_fact **other)
{
	*other = NULL;
	for (size_t i = 0; i < facts->code.of_nr; i++) {
		const struct ml_license_fact *fact = facts->code.of[i].fact;
		if (fact->evidence == ML_EVIDENCE_PACKAGE || fact->unread || ml_license_same(fact->license, license))
			return true;
		if (fact->license && fact->license->family)
			return true; /* of which version nobody says */
		if (ml_license_is_certain(fact->license) || ml_license_osd(fact, facts->knowledge) == ML_OSD_FAILS)
			*other = fact;
	}
	return !*other;
}

/* A branch of the same choice (A OR B) that agrees is enough. */
static bool is_settled_by_choice(const struct ml_facts *facts, const struct ml_license_fact *package)
{
	const struct ml_license_fact *other;

	for (size_t i = 0; package->alternative && i < facts->licenses_nr; i++) {
		const struct ml_license_fact *branch = &facts->licenses[i];
		if (branch->alternative == package->alternative && branch->where.file == package->where.file &&
		    is_governed(facts, branch->license, &other))
			return true;
	}
	return false;
}

/* Whether a second license that the file names for the same package agrees: a file that lists the licenses of its parts. */
static bool is_listed_beside(const struct ml_facts *facts, const struct ml_license_fact *package, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (is_package(fact) && fact->where.file == package->where.file && fact->where.line == package->where.line &&
		    ml_license_same(fact->license, license))
			return true;
	}
	return false;
}

/* These ask to be cited, and may license the paper or the archive of a version. */
static bool is_of_citation(const struct ml_file *file)
{
	static const char *const names[] = { "CITATION.cff", "codemeta.json", ".zenodo.json" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (ml_span_is_nocase(ml_span_of(file->path), names[i]))
			return true;
	return false;
}

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *package,
		   const struct ml_license_fact *other)
{
	bool text = other->evidence == ML_EVIDENCE_TEXT;
	struct ml_finding *finding = ml_found(sink, package->where, text && other->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_DECLARED,
					      "the package is declared under the %s, but %s %s the %s", ml_license_title(facts, package),
					      ml_license_place(facts, other), text ? "holds" : "names", ml_license_title(facts, other));

	ml_found_proof(finding, other->where, "here it is the %s", ml_license_title(facts, other));
	ml_found_cause(finding, ml_arena_printf(facts->arena, "package %s", package->where.file->path));
	ml_found_help(finding, "let both name the same license; where only a part of the code is under the other, say which");
	if (is_of_citation(package->where.file))
		ml_found_soften(finding, ML_SEVERITY_WARNING, "a citation file may license the paper or the archive");
	else if (!text)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "no license text is here, so two declarations differ");
}

/* The line of that number, without the white space around it. */
static struct ml_span line_of(struct ml_span text, uint32_t nr)
{
	size_t from = 0;

	for (uint32_t at = 1; at < nr && from < text.len; at++) {
		const char *end = memchr(text.at + from, '\n', text.len - from);
		from = end ? (size_t)(end - text.at) + 1 : text.len;
	}
	const char *end = from < text.len ? memchr(text.at + from, '\n', text.len - from) : NULL;
	return ml_span_trim(ml_span_sub(text, from, end ? (size_t)(end - text.at) : text.len));
}

static bool is_classifier(const struct ml_license_fact *fact)
{
	return ml_span_find(line_of(fact->where.file->text, fact->where.line), "License ::") != SIZE_MAX;
}

/* Whether the file is a pyproject.toml whose [project] gives this license as a string: an expression, by PEP 639. */
static bool is_expression(const struct ml_license_fact *fact)
{
	struct ml_span text = fact->where.file->text, line = line_of(text, fact->where.line);

	if (strcmp(fact->where.file->path, "pyproject.toml") != 0 || !ml_span_starts(line, "license"))
		return false;
	line = ml_span_trim(ml_span_sub(line, strlen("license"), line.len));
	struct ml_span value = ml_span_trim(ml_span_sub(line, 1, line.len));
	if (!ml_span_starts(line, "=") || !value.len || (value.at[0] != '"' && value.at[0] != '\''))
		return false;
	for (uint32_t nr = fact->where.line; nr > 1; nr--) {
		line = line_of(text, nr - 1);
		if (ml_span_starts(line, "["))
			return ml_span_is(line, "[project]");
	}
	return false;
}

static const struct ml_license_fact *expression_of(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (is_package(&facts->licenses[i]) && is_expression(&facts->licenses[i]))
			return &facts->licenses[i];
	return NULL;
}

/* Classifiers that say once more what the expression says: they are one fault, and may go. */
static void check_classifiers(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *expression = expression_of(facts);
	struct ml_finding *finding = NULL;

	for (size_t i = 0; expression && i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence != ML_EVIDENCE_PACKAGE || fact->where.file != expression->where.file || !is_classifier(fact) ||
		    !ml_license_same(fact->license, expression->license))
			continue;
		if (!finding) {
			finding = ml_found(sink, fact->where, ML_CERTAINTY_EXACT, "a license classifier stands beside the expression '%s', which newer tools refuse",
					   expression->declared);
			ml_found_proof(finding, expression->where, "the expression says it already");
			ml_found_help(finding, "drop the classifier: PEP 639 has deprecated it");
			ml_found_soften(finding, ML_SEVERITY_WARNING, "both name the same license");
		}
		ml_fix_drop_entry(finding, fact->where);
	}
}

void ml803_package_vs_license(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_file *told = NULL;

	check_classifiers(facts, sink);

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *package = &facts->licenses[i], *other;
		if (!is_package(package) || package->where.file == told || is_governed(facts, package->license, &other) ||
		    is_settled_by_choice(facts, package) || is_listed_beside(facts, package, other->license))
			continue;
		report(facts, sink, package, other);
		told = package->where.file; /* the key and the classifier of one file are one fault */
	}
}
