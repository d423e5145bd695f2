/* mlint_gen phrases: the phrases by which chunks of cards are chosen, as a table. */
#include "rules/gen/gen.h"

#include <string.h>

#include "lint/knowledge/claims.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/openness.h"
#include "lint/knowledge/phrases.h"

#define TABLE_MAX (4u << 20)

static void put_phrases(struct ml_buf *out, const char *name, const struct ml_phrase *at, size_t nr)
{
	ml_buf_addf(out, "static const struct ml_phrase gen_phrases_%s[] = {\n", name);
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(out, "\t{ %u, %u, %u, %u, 0x%x, %d },\n", at[i].text, at[i].word, at[i].rest, at[i].next, at[i].says, at[i].whole);
	ml_buf_adds(out, "\t{ 0 },\n};\n");
}

static void put_tables(struct ml_buf *out, const struct ml_phrases *phrases)
{
	ml_buf_adds(out, "/* Made by mlint_gen phrases: do not edit. */\n");
	gen_scan(out, "phrases_scan", phrases->scan);
	put_phrases(out, "at", phrases->at, phrases->nr);
	put_phrases(out, "shared", phrases->shared, phrases->shared_nr);
	ml_buf_adds(out, "static const char gen_phrases_letters[] =\n");
	for (size_t at = 0; at < phrases->letters_nr; at += strlen(phrases->letters + at) + 1) {
		ml_buf_addc(out, '\t');
		gen_literal_c(out, phrases->letters + at);
		ml_buf_adds(out, " \"\\0\"\n");
	}
	ml_buf_addf(out, "\t\"\";\nstatic const struct ml_phrases gen_phrases = {\n\t&gen_phrases_scan, gen_phrases_letters, %zu, gen_phrases_at, %zu, gen_phrases_shared, %zu\n};\n",
		    phrases->letters_nr, phrases->nr, phrases->shared_nr);
}

/* args: OUT, files of claims, "-", of lists, "-", of yardsticks. */
int gen_phrases(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_claims_knowledge claims;
	struct ml_list lists[ML_LIST_NR] = { { 0 } };
	struct ml_openness openness = { 0 };
	const struct ml_knowledge knowledge = { .claims = &claims, .lists = lists, .openness = &openness };
	size_t ends[3] = { 0 }, ends_nr = 0;
	struct ml_buf out;

	for (size_t i = 1; i < args_nr && ends_nr < 2; i++)
		if (!strcmp(args[i], "-"))
			ends[ends_nr++] = i;
	if (ends_nr < 2)
		return ml_error_set(err, ML_ERROR_USAGE, "phrases: needs OUT CLAIMS... - LISTS... - OPENNESS...");
	if (gen_load_claims(&claims, arena, args + 1, ends[0] - 1, err) || gen_load_lists(lists, arena, args + ends[0] + 1, ends[1] - ends[0] - 1, err) ||
	    gen_load_openness(&openness, arena, args + ends[1] + 1, args_nr - ends[1] - 1, err))
		return -1;
	ml_buf_init(&out, TABLE_MAX);
	put_tables(&out, ml_phrases_for_cards(arena, &knowledge));
	int status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
