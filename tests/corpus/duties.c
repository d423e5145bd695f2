/*
 * What licenses ask of copies, against the tables of the corpus (MLINT_CORPUS): every notice line and display phrase of
 * facts/duty-strings.tsv is known and stands in the license's text, and the Llama licenses give exactly the facts of
 * facts/llama-terms-by-version.tsv, by their ids and by their texts. Status 77 where there is no corpus.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/facts/parts.h"
#include "lint/knowledge/licenses.h"
#include "rules/registry.h"
#include "tests/support/texts.h"

#define COLUMNS_MAX 16

static size_t wrong;

#define WRONG(id, ...)                     \
	do {                               \
		printf("%s: ", id);        \
		printf(__VA_ARGS__);       \
		puts("");                  \
		wrong++;                   \
	} while (0)

/* One line of a table with named columns. */
struct row {
	struct ml_span names[COLUMNS_MAX], cells[COLUMNS_MAX];
};

static void cut(struct ml_span line, struct ml_span *cells)
{
	for (size_t i = 0; i < COLUMNS_MAX; i++) {
		size_t tab = ml_span_find(line, "\t");
		cells[i] = ml_span_sub(line, 0, tab == SIZE_MAX ? line.len : tab);
		line = tab == SIZE_MAX ? ml_span_sub(line, line.len, line.len) : ml_span_sub(line, tab + 1, line.len);
	}
}

static bool next_row(struct row *row, struct ml_span table, size_t *at)
{
	size_t from = *at;

	if (from >= table.len)
		return false;
	while (*at < table.len && table.at[*at] != '\n')
		++*at;
	cut(ml_span_sub(table, from, (*at)++), from ? row->cells : row->names);
	return from ? true : next_row(row, table, at);
}

static struct ml_span cell(const struct row *row, const char *name)
{
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		if (ml_span_is(row->names[i], name))
			return row->cells[i];
	WRONG(name, "no such column");
	return (struct ml_span){ "", 0 };
}

static bool is(const char *ours, struct ml_span theirs)
{
	return ours ? ml_span_is(theirs, ours) : theirs.len == 0;
}

/* Letters and digits alone: a text may break, quote and mark the line as it likes. */
static char *bare(struct ml_arena *arena, struct ml_span text)
{
	char *out = ml_arena_alloc(arena, text.len + 1);
	size_t nr = 0;

	for (size_t i = 0; i < text.len; i++)
		if (ml_is_alnum(text.at[i]))
			out[nr++] = ml_lower(text.at[i]);
	return out;
}

static void check_in_text(struct ml_arena *arena, const char *corpus, const char *id, const char *line)
{
	struct ml_span text = texts_read(arena, ml_arena_printf(arena, "%s/licenses/ai/%s.txt", corpus, id));

	if (text.len && !strstr(bare(arena, text), bare(arena, ml_span_of(line))))
		WRONG(id, "its text does not say: %s", line);
}

static bool has_phrase(const struct ml_duties *duties, struct ml_span phrase)
{
	for (size_t i = 0; i < duties->phrases_nr; i++)
		if (ml_span_is(phrase, duties->phrases[i]))
			return true;
	return false;
}

static void check_phrases(const char *id, const struct ml_duties *duties, struct ml_span phrases, struct ml_span when)
{
	size_t nr = 0;

	for (size_t bar; phrases.len; phrases = bar == SIZE_MAX ? (struct ml_span){ "", 0 } : ml_span_sub(phrases, bar + 3, phrases.len)) {
		bar = ml_span_find(phrases, " | ");
		struct ml_span phrase = ml_span_sub(phrases, 0, bar);
		nr++;
		if (!has_phrase(duties, phrase))
			WRONG(id, "phrase not known: %.*s", ML_SPAN_ARG(phrase));
	}
	if (nr != duties->phrases_nr)
		WRONG(id, "%zu phrases known, %zu in the table", duties->phrases_nr, nr);
	if (nr && (ml_span_find(when, "encouraged") != SIZE_MAX) != (duties->phrase_duty == ML_PHRASE_ENCOURAGED))
		WRONG(id, "the phrase is %s", ml_phrase_duty_name(duties->phrase_duty));
	if (nr && (ml_span_find(when, "above") != SIZE_MAX) != (duties->phrase_duty == ML_PHRASE_ABOVE_SCALE))
		WRONG(id, "the phrase is %s", ml_phrase_duty_name(duties->phrase_duty));
}

static void check_duties(struct ml_arena *arena, const char *corpus, const struct row *row)
{
	static const struct ml_duties none = { 0 };
	const char *id = ml_arena_dup(arena, cell(row, "licence_id"));
	const struct ml_license *license = ml_license_by_id(&ml_builtin_knowledge, ml_span_of(id));
	const struct ml_duties *duties = license && license->duties ? license->duties : &none;

	if (!license) {
		WRONG(id, "not known");
		return;
	}
	if (!is(duties->notice, cell(row, "notice_line")))
		WRONG(id, "notice line: %s", duties->notice ? duties->notice : "none");
	if (!is(duties->prefix, cell(row, "name_prefix")))
		WRONG(id, "name prefix: %s", duties->prefix ? duties->prefix : "none");
	if (!is(duties->reach ? ml_duty_reach_name(duties->reach) : NULL, cell(row, "reach")))
		WRONG(id, "reach: %s", ml_duty_reach_name(duties->reach));
	if (!is(duties->place ? ml_duty_place_name(duties->place) : NULL, cell(row, "place")))
		WRONG(id, "place: %s", ml_duty_place_name(duties->place));
	check_phrases(id, duties, cell(row, "display_phrase"), cell(row, "display_when"));
	if (duties->notice)
		check_in_text(arena, corpus, id, duties->notice);
	for (size_t i = 0; i < duties->phrases_nr; i++)
		check_in_text(arena, corpus, id, duties->phrases[i]);
}

static const struct ml_license_term *term_of(const struct ml_license *license, enum ml_term_id id)
{
	for (size_t i = 0; license && i < license->terms_nr; i++)
		if (license->terms[i].id == id)
			return &license->terms[i];
	return NULL;
}

/* What stands between the first quotes: a cell quotes what the license says. */
static struct ml_span first_quoted(struct ml_span text)
{
	size_t open = ml_span_find(text, "\"");
	struct ml_span rest = open == SIZE_MAX ? (struct ml_span){ "", 0 } : ml_span_sub(text, open + 1, text.len);

	return ml_span_sub(rest, 0, ml_span_find(rest, "\""));
}

/* "July 18, 2023 (…)" as 2023-07-18. */
static const char *day_of(struct ml_arena *arena, struct ml_span text)
{
	static const char *const months[] = { "January", "February", "March",	  "April",   "May",	 "June",
					      "July",	 "August",   "September", "October", "November", "December" };

	for (int m = 0; m < 12; m++)
		if (ml_span_starts(text, months[m])) {
			char *rest;
			long day = strtol(ml_arena_dup(arena, ml_span_sub(text, strlen(months[m]), text.len)), &rest, 10);
			return ml_arena_printf(arena, "%.4s-%02d-%02ld", rest + 2, m + 1, day);
		}
	return "";
}

static void check_threshold(struct ml_arena *arena, const char *id, const struct ml_license *license, const struct row *row)
{
	const struct ml_license_term *term = term_of(license, ML_TERM_USER_THRESHOLD);
	const char *wanted = ml_arena_printf(arena, "700000000 MAU @%s", day_of(arena, cell(row, "release_date_in_text")));

	if (!ml_span_starts(cell(row, "mau_threshold"), "yes") || !term || !term->value || strcmp(term->value, wanted) != 0)
		WRONG(id, "threshold: %s, not %s", term && term->value ? term->value : "none", wanted);
}

/* The policy has an id of its own; that the license is limited too is the table's to say only where the policy can bite. */
static void check_region(struct ml_arena *arena, const char *id, const struct row *row)
{
	const char *policy_id = ml_arena_printf(arena, "%s-use-policy", id);
	const struct ml_license *policy = ml_license_by_id(&ml_builtin_knowledge, ml_span_of(policy_id));
	bool excluded = !ml_span_starts(cell(row, "territorial_exclusion"), "none");

	if (!policy || excluded != (term_of(policy, ML_TERM_REGION_EXCLUSION) != NULL))
		WRONG(id, "region of its use policy");
}

/* The text is the license, and shows the terms that the knowledge has. */
static void check_text(struct ml_arena *arena, const char *id, const struct ml_license *license)
{
	struct ml_span text = texts_license(arena, ".", id);
	struct ml_file *file = ml_arena_alloc(arena, sizeof *file);
	struct ml_patterns *patterns = ml_patterns_new();
	struct ml_license_fact *facts;
	size_t nr;

	*file = (struct ml_file){ .path = "LICENSE", .role = ML_ROLE_LICENSE, .text = text, .bytes = text };
	ml_licenses_of_text(&facts, &nr, arena, &ml_builtin_knowledge, patterns, file, NULL);
	if (nr < 1 || facts[0].license != license || facts[0].match != ML_MATCHED_EXACT)
		WRONG(id, "its text is not found as itself");
	for (size_t i = 0; nr && i < license->terms_nr; i++) {
		size_t k = 0;
		while (k < facts[0].terms_nr && facts[0].terms[k].id != license->terms[i].id)
			k++;
		if (k == facts[0].terms_nr || (license->terms[i].value && strcmp(facts[0].terms[k].value, license->terms[i].value)))
			WRONG(id, "its text does not show %s", ml_term_name(license->terms[i].id));
	}
	ml_patterns_free(patterns);
}

static void check_llama(struct ml_arena *arena, const struct row *row)
{
	const char *id = ml_arena_dup(arena, cell(row, "hub_id"));
	const struct ml_license *license = ml_license_by_id(&ml_builtin_knowledge, ml_span_of(id));
	const struct ml_duties *duties = license ? license->duties : NULL;

	if (!duties) {
		WRONG(id, "not known, or without duties");
		return;
	}
	if (ml_license_by_name(&ml_builtin_knowledge, cell(row, "title"), NULL) != license)
		WRONG(id, "its title names another");
	if (duties->copy != ml_span_is(cell(row, "copy_of_agreement"), "yes"))
		WRONG(id, "copy of the agreement");
	if (!is(duties->phrases_nr ? duties->phrases[0] : NULL, first_quoted(cell(row, "display_phrase"))))
		WRONG(id, "display phrase");
	if (!is(duties->prefix, first_quoted(cell(row, "name_prefix"))))
		WRONG(id, "name prefix");
	if (!is(duties->notice, first_quoted(cell(row, "notice_line"))))
		WRONG(id, "notice line");
	if (!is(duties->policy, cell(row, "aup_url")))
		WRONG(id, "use policy: %s", duties->policy ? duties->policy : "none");
	if ((term_of(license, ML_TERM_OUTPUT_TRAINING_BAN) != NULL) != ml_span_starts(cell(row, "bans_improving_other_llms"), "yes"))
		WRONG(id, "ban on other models");
	check_threshold(arena, id, license, row);
	check_region(arena, id, row);
	check_text(arena, id, license);
}

int main(void)
{
	const char *corpus = getenv("MLINT_CORPUS");
	struct ml_arena *arena = ml_arena_new();
	struct row row = { 0 };
	struct ml_span duties = { 0 }, llama = { 0 };
	size_t rows = 0, at = 0;

	if (corpus && *corpus) {
		duties = texts_read(arena, ml_arena_printf(arena, "%s/facts/duty-strings.tsv", corpus));
		llama = texts_read(arena, ml_arena_printf(arena, "%s/facts/llama-terms-by-version.tsv", corpus));
	}
	if (!duties.len || !llama.len) {
		puts("SKIPPED: MLINT_CORPUS names no folder with facts/duty-strings.tsv");
		ml_arena_free(arena);
		return 77;
	}
	for (; next_row(&row, duties, &at); rows++)
		check_duties(arena, corpus, &row);
	for (at = 0; next_row(&row, llama, &at); rows++)
		check_llama(arena, &row);
	printf("%zu rows of duties, %zu wrong\n", rows, wrong);
	ml_arena_free(arena);
	return wrong || !rows ? 1 : 0;
}
