#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

/* All marks of one kind are one finding, at the first. */
struct group {
	const struct ml_spdx_mark *first;
	const struct ml_spdx_id *id;
	size_t nr;
};

/* REUSE keeps texts in LICENSES/, one a license, by its id. */
static bool is_reuse_text(const struct ml_file *file, struct ml_span id)
{
	struct ml_span path = ml_span_of(file->path), name = ml_span_sub(path, strlen("LICENSES/"), path.len);

	return ml_span_starts(path, "LICENSES/") && (!id.at || (ml_span_starts(name, id.at) && (name.len == id.len || name.at[id.len] == '.')));
}

static bool has_reuse_text(const struct ml_facts *facts, struct ml_span id)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (is_reuse_text(&facts->tree->files[i], id))
			return true;
	return false;
}

/* Whether the license stands in the repository, is named as that of a part, or governs its code. */
static bool is_at_home(const struct ml_facts *facts, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence != ML_EVIDENCE_BADGE && ml_license_same(facts->licenses[i].license, license))
			return true;
	for (size_t i = 0; i < facts->statements_nr; i++)
		if (ml_license_same(facts->statements[i].license, license))
			return true;
	return false;
}

/* Whether a card speaks of it by its id, whatever it says. */
static bool is_mentioned(const struct ml_facts *facts, const char *id)
{
	for (size_t i = 0; i < facts->cards_nr; i++)
		if (ml_span_find_nocase(facts->cards[i].file->text, id) != SIZE_MAX)
			return true;
	return false;
}

/* The license that the code is said to be under, where that is known for all of it; else NULL. */
static const struct ml_license_fact *declared(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->code.of_nr; i++) {
		const struct ml_license_fact *fact = facts->code.of[i].fact;
		if (!ml_license_is_certain(fact->license) || fact->unread)
			return NULL;
	}
	return facts->code.of_nr && !facts->code.unread ? facts->code.of[0].fact : NULL;
}

static bool is_own_text(const char *id)
{
	return ml_span_starts(ml_span_of(id), "LicenseRef-") || ml_span_starts(ml_span_of(id), "DocumentRef-");
}

/* A branch of the expression that is at home is enough: files may come with more. */
static const struct ml_spdx_id *stranger(const struct ml_facts *facts, const struct ml_spdx_mark *mark)
{
	const struct ml_spdx_id *found = NULL;

	for (size_t i = 0; i < mark->ids_nr; i++) {
		if (!ml_license_is_certain(mark->ids[i].license) || is_at_home(facts, mark->ids[i].license) ||
		    is_mentioned(facts, mark->ids[i].text))
			return NULL;
		found = found ? found : &mark->ids[i];
	}
	return found;
}

/* Terms that files of other terms cannot simply be mixed with: a permissive file or two from elsewhere are no contradiction. */
static bool binds_others(const struct ml_license *license)
{
	if (license->osd == ML_OSD_FAILS)
		return true;
	for (size_t i = 0; i < license->terms_nr; i++)
		if (license->terms[i].id == ML_TERM_SHARE_ALIKE)
			return true;
	return false;
}

static void add_to(struct group *groups, size_t *nr, size_t max, const struct ml_spdx_mark *mark, const struct ml_spdx_id *id)
{
	for (size_t i = 0; i < *nr; i++) {
		if (groups[i].id->license == id->license && !strcmp(groups[i].id->text, id->text)) {
			groups[i].nr++;
			return;
		}
	}
	if (*nr < max)
		groups[(*nr)++] = (struct group){ mark, id, 1 };
}

static const char *and_more(const struct ml_facts *facts, size_t nr)
{
	return nr < 2 ? "" : ml_arena_printf(facts->arena, " (as %zu of the files that were looked at)", nr);
}

static void check_against_code(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_license_fact *said = declared(facts);
	struct group groups[16];
	size_t nr = 0;

	for (size_t i = 0; said && i < facts->spdx_nr; i++) {
		const struct ml_spdx_id *id = stranger(facts, &facts->spdx[i]);
		if (id)
			add_to(groups, &nr, sizeof groups / sizeof *groups, &facts->spdx[i], id);
	}
	for (size_t i = 0; i < nr; i++) {
		if (!binds_others(groups[i].id->license) && 2 * groups[i].nr < facts->spdx_nr)
			continue;
		struct ml_finding *finding = ml_found(sink, groups[i].first->where, ML_CERTAINTY_DECLARED, "the file is marked %s%s, but %s names the %s",
						      groups[i].id->text, and_more(facts, groups[i].nr), ml_license_place(facts, said),
						      ml_license_title(facts, said));
		ml_found_proof(finding, said->where, "the code is said to be under the %s", ml_license_title(facts, said));
		ml_found_help(finding, "let the line name the license of the project, or say in the README which files are under %s, and add its text",
			      groups[i].id->license->name);
		ml_found_cause(finding, ml_arena_printf(facts->arena, "spdx %s", groups[i].id->text));
	}
}

static void check_texts(const struct ml_facts *facts, struct ml_sink *sink)
{
	struct group groups[16];
	size_t nr = 0;

	if (!has_reuse_text(facts, (struct ml_span){ 0 }))
		return;
	for (size_t i = 0; i < facts->spdx_nr; i++)
		for (size_t k = 0; k < facts->spdx[i].ids_nr; k++)
			if (!has_reuse_text(facts, ml_span_of(facts->spdx[i].ids[k].text)))
				add_to(groups, &nr, sizeof groups / sizeof *groups, &facts->spdx[i], &facts->spdx[i].ids[k]);
	for (size_t i = 0; i < nr; i++) {
		struct ml_finding *finding = ml_found(sink, groups[i].first->where, ML_CERTAINTY_EXACT, "the file is marked %s%s, whose text is not in LICENSES/",
						      groups[i].id->text, and_more(facts, groups[i].nr));
		ml_found_help(finding, "add the text as LICENSES/%s.txt", groups[i].id->text);
		ml_found_cause(finding, ml_arena_printf(facts->arena, "spdx %s", groups[i].id->text));
	}
}

static void report_invalid(struct ml_sink *sink, const struct ml_spdx_mark *mark)
{
	struct ml_finding *finding = ml_found(sink, mark->where, ML_CERTAINTY_EXACT, "'%s' is no SPDX license expression", mark->text);

	ml_found_help(finding, "write an identifier of the SPDX list, several joined by AND or OR: 'MIT OR Apache-2.0'");
	ml_found_cause(finding, "spdx invalid");
}

/* Names that the list has no longer, or never had as far as is known here. */
static void check_names(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->spdx_nr; i++) {
		const struct ml_spdx_mark *mark = &facts->spdx[i];
		if (!mark->valid)
			report_invalid(sink, mark);
		for (size_t k = 0; k < mark->ids_nr; k++) {
			const struct ml_spdx_id *id = &mark->ids[k];
			struct ml_finding *finding;
			if (is_own_text(id->text) || (id->license && !id->license->deprecated))
				continue;
			if (id->license) {
				finding = ml_found(sink, mark->where, ML_CERTAINTY_EXACT, "'%s' is a deprecated SPDX identifier", id->text);
				ml_found_help(finding, "say which versions are meant: 'GPL-3.0-only' or 'GPL-3.0-or-later'");
			} else {
				finding = ml_found(sink, mark->where, ML_CERTAINTY_EXACT, "'%s' is not an SPDX identifier that is known here", id->text);
				ml_found_help(finding, "write an identifier of the SPDX list, or 'LicenseRef-' and a name for a text of your own");
			}
			ml_found_soften(finding, ML_SEVERITY_NOTE, "what is meant can be told in spite of it, or is new");
			ml_found_cause(finding, ml_arena_printf(facts->arena, "spdx name %s", id->text));
		}
	}
}

void ml805_spdx_header_vs_license(const struct ml_facts *facts, struct ml_sink *sink)
{
	check_against_code(facts, sink);
	check_texts(facts, sink);
	check_names(facts, sink);
}
