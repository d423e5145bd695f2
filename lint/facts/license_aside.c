#include "lint/facts/govern.h"

#include <stdint.h>

#include "lint/facts/lineage.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define SENTENCE_BYTES 400u /* in front of a clause, looked through for where its sentence begins */

/* Where the sentence of a term begins: behind a full stop or an empty line. */
static struct ml_span sentence_of(const struct ml_term_fact *term)
{
	const struct ml_file *file = term->where.file;
	struct ml_span line = ml_lines_text(file->lines, file->text, term->where.line), none = { 0 };
	size_t at = (size_t)(line.at - file->text.at) + (term->where.column ? term->where.column - 1 : 0), from = at;

	if (!line.at || at > file->text.len)
		return none;
	while (from && at - from < SENTENCE_BYTES && !ml_span_ends(ml_span_sub(file->text, 0, from), "\n\n") &&
	       !(ml_is_space(file->text.at[from]) && file->text.at[from - 1] == '.'))
		from--;
	return ml_span_trim(ml_span_sub(file->text, from, at + line.len));
}

/* "Copyright (c) 2024 Finch Labs": whose work the text is for. */
static bool holds_copyright(struct ml_span text, struct ml_span name)
{
	for (size_t at = 0, found; (found = ml_span_find_nocase(ml_span_sub(text, at, text.len), "copyright")) != SIZE_MAX;) {
		size_t from = at + found, end = ml_span_find(ml_span_sub(text, from, text.len), "\n");
		struct ml_span line = ml_span_sub(text, from, end == SIZE_MAX ? text.len : from + end);
		for (size_t i = 0; i + name.len <= line.len; i++)
			if (ml_span_eq(ml_span_sub(line, i, i + name.len), name))
				return true;
		at = from + 1;
	}
	return false;
}

/* "The models of Finch are for research only", in the repository of another: Finch's terms, told to whoever uses them. */
static bool is_of_others(const struct ml_facts *facts, const struct ml_term_fact *term)
{
	struct ml_span sentence = sentence_of(term);
	struct ml_match match;

	if (!sentence.len || !ml_list_fit(facts->knowledge, ML_LIST_ASIDE_SUBJECTS, facts->patterns, sentence, &match) || match.groups_nr < 2)
		return false;
	struct ml_span name = ml_span_sub(sentence, match.group[1].from, match.group[1].to);
	const char *id = ml_arena_printf(facts->arena, "%.*s/", ML_SPAN_ARG(name));
	return ml_names_foreign(facts, name) && !ml_is_own_maker(facts, ml_span_of(id)) && !holds_copyright(term->where.file->text, name);
}

static bool has_added(const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].added)
			return true;
	return false;
}

void ml_licenses_set_aside(struct ml_facts *facts)
{
	struct ml_license_fact *licenses = (struct ml_license_fact *)(uintptr_t)facts->licenses;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		struct ml_license_fact *fact = &licenses[i];
		if (!fact->altered || !fact->license || !fact->where.file || !fact->where.file->lines || !has_added(fact))
			continue;
		struct ml_term_fact *kept = ml_arena_array(facts->arena, struct ml_term_fact, fact->terms_nr);
		size_t nr = 0;
		for (size_t k = 0; k < fact->terms_nr; k++)
			if (!fact->terms[k].added || !fact->terms[k].where.line || !is_of_others(facts, &fact->terms[k]))
				kept[nr++] = fact->terms[k];
		if (nr == fact->terms_nr)
			continue;
		fact->terms = kept;
		fact->terms_nr = nr;
		fact->altered = has_added(fact) || fact->missing_words;
	}
}
