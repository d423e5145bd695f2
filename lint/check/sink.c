#include "lint/check/sink.h"

#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/check/sink_p.h"

#define TERMS_MAX (sizeof((struct ml_finding *)0)->terms / sizeof(enum ml_term_id))

const char *ml_severity_name(enum ml_severity severity)
{
	static const char *const names[] = {
		[ML_SEVERITY_NOTE] = "note",
		[ML_SEVERITY_WARNING] = "warning",
		[ML_SEVERITY_ERROR] = "error",
	};
	return names[severity];
}

const char *ml_certainty_name(enum ml_certainty certainty)
{
	static const char *const names[] = {
		[ML_CERTAINTY_EXACT] = "exact",
		[ML_CERTAINTY_NEAR] = "near",
		[ML_CERTAINTY_DECLARED] = "declared",
		[ML_CERTAINTY_INFERRED] = "inferred",
	};
	return names[certainty];
}

/* A message may quote the repository, which may be endless: cut before the character that would pass the limit. */
static const char *message(struct ml_arena *arena, const char *format, va_list args)
{
	static const char more[] = "…";
	char *text = ml_arena_vprintf(arena, format, args);

	if (strlen(text) < ML_LIMIT_MESSAGE_BYTES)
		return text;
	memcpy(text + ml_codepoint_start(text, ML_LIMIT_MESSAGE_BYTES - sizeof more), more, sizeof more);
	return text;
}

struct ml_finding *ml_found(struct ml_sink *sink, struct ml_where where, enum ml_certainty certainty,
			    const char *format, ...)
{
	struct ml_finding *finding = &sink->dropped;
	va_list args;

	if (sink->found.nr < ML_LIMIT_FINDINGS) {
		finding = ml_arena_alloc(sink->arena, sizeof *finding);
		ML_PUSH(sink->arena, sink->found.at, sink->found.nr, sink->found.cap, finding);
	} else {
		sink->cut = true;
		*finding = (struct ml_finding){ 0 };
	}
	finding->sink = sink;
	finding->rule = sink->rule;
	finding->severity = sink->rule->severity;
	finding->certainty = certainty;
	finding->where = where;
	finding->unit = sink->unit;
	finding->order = (uint32_t)sink->found.nr;
	va_start(args, format);
	finding->message = message(sink->arena, format, args);
	va_end(args);
	return finding;
}

void ml_found_proof(struct ml_finding *finding, struct ml_where where, const char *format, ...)
{
	struct ml_proof proof = { .where = where };
	struct ml_proof *proofs = (struct ml_proof *)finding->proofs;
	va_list args;

	if (finding->proofs_nr >= ML_LIMIT_PROOFS)
		return;
	va_start(args, format);
	proof.message = message(finding->sink->arena, format, args);
	va_end(args);
	ML_PUSH(finding->sink->arena, proofs, finding->proofs_nr, finding->proofs_cap, proof);
	finding->proofs = proofs;
}

void ml_found_term(struct ml_finding *finding, enum ml_term_id term)
{
	for (size_t i = 0; i < finding->terms_nr; i++)
		if (finding->terms[i] == term)
			return;
	if (finding->terms_nr < TERMS_MAX)
		finding->terms[finding->terms_nr++] = term;
}

void ml_found_help(struct ml_finding *finding, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	finding->help = message(finding->sink->arena, format, args);
	va_end(args);
}

void ml_found_soften(struct ml_finding *finding, enum ml_severity severity, const char *reason)
{
	if (severity >= finding->severity)
		return;
	finding->severity = severity;
	finding->softened = reason;
}

void ml_found_cause(struct ml_finding *finding, const char *cause)
{
	finding->cause = cause;
}

const char *ml_cause_here(const struct ml_facts *facts, const char *cause)
{
	return facts->folder ? ml_arena_printf(facts->arena, "%s in %s", cause, facts->folder) : cause;
}

/* One proof line of a term: what it says, in which license and section, and which points of the OSD it fails. */
static void prove_term(struct ml_finding *finding, const struct ml_license_fact *license,
		       const struct ml_term_fact *term, bool first)
{
	struct ml_sink *sink = finding->sink;
	const struct ml_knowledge *knowledge = sink->facts->knowledge;
	const char *title = ml_license_title(sink->facts, license);
	enum ml_osd osd = ml_license_osd(license, knowledge);
	struct ml_buf line;

	ml_buf_init(&line, 8 * ML_LIMIT_MESSAGE_BYTES);
	ml_term_phrase(&line, knowledge, term->id, term->value, osd);
	bool named = license->license || license->declared;
	if (term->added && license->license)
		ml_buf_addf(&line, " (words added to the %s)", ml_license_noun(license->license));
	else if (first && named && term->section)
		ml_buf_addf(&line, " (%s, section %s)", title, term->section);
	else if (first && named)
		ml_buf_addf(&line, " (%s)", title);
	else if (term->section)
		ml_buf_addf(&line, " (section %s)", term->section);
	ml_osd_phrase(&line, knowledge->terms ? knowledge->terms[term->id].osd_failed : 0, osd);
	ml_found_proof(finding, term->where.line ? term->where : license->where, "%.*s",
		       ML_SPAN_ARG(ml_buf_span(&line)));
	ml_buf_release(&line);
}

/* A license that fails by its own verdict, without a term that says why. */
static void prove_verdict(struct ml_finding *finding, const struct ml_license_fact *license)
{
	struct ml_buf line;

	if (!license->license || !license->license->osd_failed)
		return;
	ml_buf_init(&line, 8 * ML_LIMIT_MESSAGE_BYTES);
	if (license->license->why)
		ml_buf_addf(&line, "the %s is not OSI-approved: %s", ml_license_noun(license->license), license->license->why);
	else
		ml_buf_addf(&line, "the %s does not meet the Open Source Definition", ml_license_noun(license->license));
	ml_osd_phrase(&line, license->license->osd_failed, license->license->osd);
	ml_found_proof(finding, license->where, "%.*s", ML_SPAN_ARG(ml_buf_span(&line)));
	ml_buf_release(&line);
}

void ml_found_terms(struct ml_finding *finding, const struct ml_license_fact *license)
{
	ml_found_terms_among(finding, license, UINT32_MAX);
}

void ml_found_terms_among(struct ml_finding *finding, const struct ml_license_fact *license, uint32_t among)
{
	const struct ml_term_fact *failing[TERMS_MAX];
	size_t nr = ml_license_failing(license, finding->sink->facts->knowledge, failing, TERMS_MAX);

	bool first = true;
	for (size_t i = 0; i < nr; i++) {
		if (!(among >> failing[i]->id & 1))
			continue;
		ml_found_term(finding, failing[i]->id);
		prove_term(finding, license, failing[i], first);
		first = false;
	}
	if (!nr)
		prove_verdict(finding, license);
}

static bool names_term(const struct ml_finding *finding, enum ml_term_id term)
{
	for (size_t i = 0; i < finding->terms_nr; i++)
		if (finding->terms[i] == term)
			return true;
	return finding->terms_nr == TERMS_MAX;
}

/* What a further license or sentence takes away that the finding does not name yet. */
static void add_terms(struct ml_finding *finding, const struct ml_license_fact *license)
{
	const struct ml_term_fact *failing[TERMS_MAX];
	size_t nr = ml_license_failing(license, finding->sink->facts->knowledge, failing, TERMS_MAX);
	bool first = true;

	for (size_t i = 0; i < nr; i++) {
		if (names_term(finding, failing[i]->id))
			continue;
		ml_found_term(finding, failing[i]->id);
		prove_term(finding, license, failing[i], first);
		first = false;
	}
}

/* An own sentence of a card of the root that limits use, of everything or of that part, under no other license's name. */
static bool limits_part(const struct ml_statement *statement, unsigned scope)
{
	return ml_stance_is_own(statement->stance) && statement->terms_nr && !statement->license && (!statement->scope || (statement->scope & scope)) &&
	       statement->where.file && !strchr(statement->where.file->path, '/');
}

void ml_found_governing(struct ml_finding *finding, const struct ml_govern *govern, unsigned scope, const struct ml_license_fact *license)
{
	const struct ml_facts *facts = finding->sink->facts;

	ml_found_terms(finding, license);
	for (size_t i = 0; !govern->any && i < govern->of_nr; i++)
		if (govern->of[i].fact != license)
			add_terms(finding, govern->of[i].fact);
	for (size_t i = 0; !govern->any && i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		struct ml_license_fact said = {
			.where = statement->where, .evidence = ML_EVIDENCE_DECLARED, .terms = statement->terms, .terms_nr = statement->terms_nr
		};
		if (limits_part(statement, scope))
			add_terms(finding, &said);
	}
}

const char *ml_license_noun(const struct ml_license *license)
{
	static const char article[] = "The ";

	return ml_span_starts(ml_span_of(license->name), article) ? license->name + sizeof article - 1 : license->name;
}

/* "Non-commercial license": a name that says itself what it is of. */
static bool says_license(const char *name)
{
	struct ml_span text = ml_span_of(name);

	return ml_span_ends_nocase(text, " license") || ml_span_ends_nocase(text, " licence") || ml_span_ends_nocase(text, " agreement");
}

const char *ml_license_title(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	if (license->license) {
		const char *name = ml_license_noun(license->license);
		return license->altered ? ml_arena_printf(facts->arena, "modified %s", name) : name;
	}
	if (license->declared)
		return ml_arena_printf(facts->arena, says_license(license->declared) ? "'%s'" : "'%s' license", license->declared);
	return "custom license";
}

const char *ml_license_under(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	if (license->license && !license->license->placeholder)
		return ml_arena_printf(facts->arena, "%s%s", license->altered ? "a modified " : "the ", ml_license_noun(license->license));
	if (license->declared && !license->license)
		return ml_arena_printf(facts->arena, says_license(license->declared) ? "the '%s'" : "the license '%s'", license->declared);
	return "our own terms";
}

enum ml_certainty ml_license_certainty(const struct ml_license_fact *license)
{
	if (license->evidence != ML_EVIDENCE_TEXT)
		return ML_CERTAINTY_DECLARED;
	return license->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_NEAR;
}

bool ml_license_is_sentence(const struct ml_license_fact *license)
{
	return !license->license && !license->declared && license->evidence == ML_EVIDENCE_DECLARED;
}
