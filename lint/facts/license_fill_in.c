#include "lint/facts/license_match.h"

#include <string.h>

#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

#define BRACKET_BYTES 40 /* of a remark in brackets that limits what the title names */
#define SENTENCE_WORDS 4 /* of a sentence at least; a year and a name are fewer */

static struct ml_span span_of(const struct reading *r, size_t from, size_t to)
{
	return ml_span_sub(r->file->text, r->words.at[from].at, r->words.at[to - 1].end);
}

/* Whether a word is part of an address: wren@heron.example, heron.example/terms. */
static bool in_address(const struct reading *r, size_t i)
{
	struct ml_span text = r->file->text;
	size_t from = r->words.at[i].at, to = r->words.at[i].end;

	while (from > 0 && (unsigned char)text.at[from - 1] < 0x80 && !ml_is_space(text.at[from - 1]))
		from--;
	while (to < text.len && (unsigned char)text.at[to] < 0x80 && !ml_is_space(text.at[to]))
		to++;
	for (size_t at = from + 1; at + 1 < to; at++)
		if (text.at[at] == '@' || (text.at[at] == '.' && ml_is_alnum(text.at[at - 1]) && ml_is_alnum(text.at[at + 1])))
			return true;
	return false;
}

/* Whether words [from, to) are the whole of a blank in a template: [name of the holder], &lt;one line that says what it does&gt;. */
static bool is_blank(const struct reading *r, size_t from, size_t to)
{
	struct ml_span before = { r->file->text.at, r->words.at[from].at };
	struct ml_span behind = ml_span_sub(r->file->text, r->words.at[to - 1].end, r->file->text.len);

	return (ml_span_ends(before, "[") && ml_span_starts(behind, "]")) || (ml_span_ends(before, "{") && ml_span_starts(behind, "}")) ||
	       (ml_span_ends(before, "<") && ml_span_starts(behind, ">")) || (ml_span_ends(before, "&lt;") && ml_span_starts(behind, "&gt;"));
}

/*
 * Whether a word may be part of a name, a title or an address: one with a capital, a number, a letter alone, and what joins them. In a text
 * all of capitals every word has one; there, and in scripts that have none, the words are told that only statements have.
 */
static bool may_name(const struct reading *r, size_t i)
{
	struct ml_span word = span_of(r, i, i + 1);

	if (word.len == 1 || ml_span_has_digit(word) || ml_list_has(r->knowledge, ML_LIST_FILL_IN_WORDS, word))
		return true;
	if (ml_list_has(r->knowledge, ML_LIST_STATEMENT_WORDS, word) || ml_list_has(r->knowledge, ML_LIST_LEGAL_STRONG, word))
		return false;
	return word.at[0] < 'a' || word.at[0] > 'z' || in_address(r, i);
}

static bool names_only(struct reading *r, size_t from, size_t to)
{
	if (is_blank(r, from, to))
		return !license_has_legal(r, from, to);
	for (size_t i = from; i < to; i++)
		if (!may_name(r, i))
			return false;
	return !license_has_legal(r, from, to) && !license_states_terms(r, from, to);
}

/* "MIT License (non-commercial)": what stands in brackets behind a title, and limits. */
static bool limits_in_brackets(const struct reading *r, size_t from, size_t to)
{
	size_t at = r->words.at[from].at, end = r->words.at[to - 1].end;
	struct ml_span rest = ml_span_sub(r->file->text, at && r->file->text.at[at - 1] == '(' ? at - 1 : at, end + 1);

	for (size_t open; (open = ml_span_find(rest, "(")) != SIZE_MAX;) {
		rest = ml_span_sub(rest, open + 1, rest.len);
		struct ml_span inside = ml_span_sub(rest, 0, ml_span_find(rest, ")"));
		if (inside.len < BRACKET_BYTES &&
		    (ml_list_in(r->knowledge, ML_LIST_NAME_NONCOMMERCIAL, inside) || ml_list_in(r->knowledge, ML_LIST_NAME_RESEARCH, inside)))
			return true;
	}
	return false;
}

bool license_says_more(struct reading *r, size_t from, size_t to)
{
	if (to > from && limits_in_brackets(r, from, to))
		return true;
	return to >= from + SENTENCE_WORDS && !names_only(r, from, to);
}

static bool names_license(const struct reading *r, size_t from, size_t to)
{
	struct ml_license_mention mention;
	size_t at = 0;

	return ml_license_mention_next(r->knowledge, span_of(r, from, to), &at, &mention, false);
}

/* Whether a sentence or a paragraph ends before word i. */
static bool ends_before(const struct reading *r, size_t i)
{
	struct ml_span between = ml_span_sub(r->file->text, r->words.at[i - 1].end, r->words.at[i].at);
	size_t lines = 0;

	for (size_t at = 0; at < between.len; at++) {
		lines += between.at[at] == '\n';
		if (strchr(".:!?", between.at[at]) && at + 1 < between.len && ml_is_space(between.at[at + 1]))
			return true;
	}
	return lines > 1 || ml_span_find(between, "\xe3\x80\x82") != SIZE_MAX; /* the full stop of Chinese */
}

size_t license_first_said(struct reading *r, size_t from, size_t to)
{
	for (size_t start = from, end; start < to; start = end) {
		for (end = start + 1; end < to && !ends_before(r, end); end++)
			;
		if (license_says_more(r, start, end) && !names_license(r, start, end))
			return start;
	}
	return to;
}
