/* mlint_gen patterns: what is worked out of the patterns of the knowledge beforehand (struct ml_patterns_made), as a table. */
#include "rules/gen/gen.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/lists.h"
#include "lint/knowledge/openness.h"
#include "lint/knowledge/terms.h"
#include "lint/text/literals.h"
#include "lint/text/pattern.h"

#define TABLE_MAX (8u << 20)
#define CODES_MAX (2u << 20)
#define LIBRARY_BYTES 128u

/* The patterns of all tables, each once. */
struct sources {
	struct ml_arena *arena;
	const char **at;
	size_t nr, cap;
};

static void add(struct sources *s, const char *pattern)
{
	for (size_t i = 0; i < s->nr; i++)
		if (!pattern || !strcmp(s->at[i], pattern))
			return;
	if (pattern)
		ML_PUSH(s->arena, s->at, s->nr, s->cap, pattern);
}

static void add_all(struct sources *s, const struct ml_terms_loaded *terms, const struct ml_list *lists, const struct ml_openness *openness)
{
	for (size_t i = 0; i < terms->clauses_nr; i++) {
		add(s, terms->clauses[i].pattern);
		for (size_t k = 0; k < terms->clauses[i].unless_nr; k++)
			add(s, terms->clauses[i].unless[k]);
	}
	for (size_t i = 0; i < ML_LIST_NR; i++)
		for (size_t k = 0; lists[i].patterns && k < lists[i].nr; k++)
			add(s, lists[i].at[k]);
	for (size_t i = 0; i < openness->components_nr; i++)
		add(s, openness->components[i].words);
	for (size_t i = 0; i < openness->stated_nr; i++)
		add(s, openness->stated[i].pattern);
	add(s, openness->not_there);
	add(s, openness->not_stated);
}

/* One pattern, and where its parts stand in the arrays. */
struct item {
	const char *source;
	uint64_t hash;
	struct ml_literals literals;
	size_t code, code_len, letters, words, sets;
};

static int by_hash(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

/* Every written code has the same head before it, which is kept once. */
static int write_code(struct item *item, struct ml_buf *head, struct ml_buf *codes, struct ml_error *err)
{
	struct ml_buf bytes;

	ml_buf_init(&bytes, CODES_MAX);
	size_t len = ml_pattern_write(&bytes, item->source), head_len = bytes.len - len;
	if (!head->len)
		ml_buf_add(head, bytes.at, head_len);
	bool same = len && head_len == head->len && !memcmp(bytes.at, head->at, head_len);
	item->code = codes->len;
	item->code_len = len;
	if (same)
		ml_buf_add(codes, bytes.at + head_len, len);
	ml_buf_release(&bytes);
	return same ? 0 : ml_error_set(err, ML_ERROR_USAGE, "cannot write the code of pattern '%s'", item->source);
}

/* Bytes of all its words. */
static size_t letters_of(const struct ml_literals *literals)
{
	uint16_t last = literals->words_nr ? literals->words[literals->words_nr - 1] : 0;

	return literals->words_nr ? last + strlen(literals->letters + last) + 1 : 0;
}

static int make(struct item *items, struct ml_buf *head, struct ml_buf *codes, const struct sources *s, struct ml_error *err)
{
	for (size_t i = 0; i < s->nr; i++)
		items[i] = (struct item){ .source = s->at[i], .hash = ml_pattern_hash(s->at[i]) };
	if (s->nr)
		qsort(items, s->nr, sizeof *items, by_hash);
	for (size_t i = 0, letters = 0, words = 0, sets = 0; i < s->nr; i++) {
		if (i && items[i - 1].hash == items[i].hash)
			return ml_error_set(err, ML_ERROR_USAGE, "two patterns of one hash: '%s', '%s'", items[i - 1].source, items[i].source);
		if (write_code(&items[i], head, codes, err))
			return -1;
		ml_literals_read(&items[i].literals, s->arena, items[i].source);
		items[i].letters = letters;
		items[i].words = words;
		items[i].sets = sets;
		letters += letters_of(&items[i].literals);
		words += items[i].literals.words_nr;
		sets += items[i].literals.sets_nr;
	}
	return 0;
}

static void put_bytes(struct ml_buf *out, const char *name, const struct ml_buf *bytes)
{
	ml_buf_addf(out, "static const unsigned char gen_patterns_%s[] = {", name);
	for (size_t i = 0; i < bytes->len; i++)
		ml_buf_addf(out, "%s%u,", i % 32 ? "" : "\n\t", (unsigned char)bytes->at[i]);
	ml_buf_adds(out, " 0\n};\n");
	out->full |= bytes->full;
}

static void put_letters(struct ml_buf *out, const struct item *items, size_t nr)
{
	ml_buf_adds(out, "static const char gen_patterns_letters[] =\n");
	for (size_t i = 0; i < nr; i++)
		for (uint32_t k = 0; k < items[i].literals.words_nr; k++) {
			ml_buf_addc(out, '\t');
			gen_literal_c(out, items[i].literals.letters + items[i].literals.words[k]);
			ml_buf_adds(out, " \"\\0\"\n");
		}
	ml_buf_adds(out, "\t\"\";\nstatic const uint16_t gen_patterns_words[] = {\n");
	for (size_t i = 0; i < nr; i++)
		for (uint32_t k = 0; k < items[i].literals.words_nr; k++)
			ml_buf_addf(out, "%s%u,%s", k ? " " : "\t", items[i].literals.words[k], k + 1 < items[i].literals.words_nr ? "" : "\n");
	ml_buf_adds(out, "\t0\n};\n");
}

static void put_rows(struct ml_buf *out, const struct item *items, size_t nr)
{
	ml_buf_adds(out, "static const uint64_t gen_patterns_sets[] = {\n");
	for (size_t i = 0; i < nr; i++)
		for (uint32_t k = 0; k < items[i].literals.sets_nr; k++)
			ml_buf_addf(out, "%s0x%" PRIx64 ",%s", k ? " " : "\t", items[i].literals.sets[k], k + 1 < items[i].literals.sets_nr ? "" : "\n");
	ml_buf_adds(out, "\t0\n};\nstatic const struct ml_pattern_made gen_patterns_at[] = {\n");
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(out, "\t{ 0x%" PRIx64 ", %zu, %zu, %zu, %zu, %u, %zu, %u },\n", items[i].hash, items[i].code, items[i].code_len, items[i].letters, items[i].words,
			    items[i].literals.words_nr, items[i].sets, items[i].literals.sets_nr);
	ml_buf_adds(out, "\t{ 0 },\n};\n");
}

static int put_tables(struct ml_buf *out, const struct sources *s, struct ml_error *err)
{
	struct item *items = ml_arena_array(s->arena, struct item, s->nr);
	char library[LIBRARY_BYTES];
	struct ml_buf head, codes;

	ml_buf_init(&head, CODES_MAX);
	ml_buf_init(&codes, CODES_MAX);
	int status = make(items, &head, &codes, s, err);
	ml_buf_adds(out, "/* Made by mlint_gen patterns: do not edit. */\n");
	put_bytes(out, "head", &head);
	put_bytes(out, "codes", &codes);
	put_letters(out, items, s->nr);
	put_rows(out, items, s->nr);
	ml_pattern_library(library, sizeof library);
	ml_buf_adds(out, "static const struct ml_patterns_made gen_patterns = {\n\t");
	gen_literal_c(out, library);
	ml_buf_addf(out, ",\n\tgen_patterns_head, %zu, gen_patterns_codes, gen_patterns_letters, gen_patterns_words, gen_patterns_sets, gen_patterns_at, %zu\n};\n", head.len, s->nr);
	ml_buf_release(&head);
	ml_buf_release(&codes);
	return status;
}

/* args: OUT, terms.yml, files of lists, "-", of yardsticks. */
int gen_patterns(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct sources sources = { .arena = arena };
	struct ml_terms_loaded terms;
	struct ml_list lists[ML_LIST_NR] = { { 0 } };
	struct ml_openness openness = { 0 };
	const struct ml_node *root;
	struct ml_buf out;
	size_t end = 2;

	while (end < args_nr && strcmp(args[end], "-"))
		end++;
	if (end >= args_nr)
		return ml_error_set(err, ML_ERROR_USAGE, "patterns: needs OUT TERMS LISTS... - OPENNESS...");
	if (gen_read_yaml(&root, arena, args[1], err) || ml_terms_load(&terms, arena, args[1], root, err) ||
	    gen_load_lists(lists, arena, args + 2, end - 2, err) || gen_load_openness(&openness, arena, args + end + 1, args_nr - end - 1, err))
		return -1;
	add_all(&sources, &terms, lists, &openness);
	ml_buf_init(&out, TABLE_MAX);
	int status = put_tables(&out, &sources, err);
	if (!status)
		status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
