/* A user's own licenses beside a small knowledge: files, names, texts, and what is wrong with them. */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/knowledge/known_text_yaml.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/runs_make.h"
#include "lint/knowledge/user.h"

static const char sparrow_text[] = "Sparrow License\n\nCopyright (c) [year] [name of owner]\n\n"
				   "Everyone may use, copy and change the sparrow and pass it on to whom they like as long as the song stays "
				   "the same and the nest is not sold to any person who would cut the tree that holds it.\n";
static const char finch_text[] = "Finch License\n\nEveryone may use, copy and change the finch and pass it on to whom they like, but nobody "
				 "may keep it in a cage, and who does so loses all rights under this license on the same day.\n";

/* A base that knows one license, "finch", with its text. */
struct base {
	struct ml_arena *arena;
	struct ml_buf index;
	struct ml_run_index runs;
	struct ml_license license;
	struct ml_names names;
	struct ml_knowledge knowledge;
};

static struct ml_known_text *known(struct ml_arena *arena, const char *text, const char *id)
{
	struct ml_known_text *made = ml_arena_alloc(arena, sizeof *made);
	struct ml_known_words words;

	ml_known_split(&words, arena, ml_span_of(text));
	ml_known_text_make(made, arena, &words);
	ml_known_clause_add(made, arena, &words, "attribution", 4, 16);
	made->ids = ml_arena_array(arena, const char *, 1);
	made->ids[made->ids_nr++] = id;
	return made;
}

static void open_base(struct base *b)
{
	struct ml_error err = { 0 };

	*b = (struct base){ .arena = ml_arena_new(), .license = { .id = "finch", .name = "Finch License", .source = "made up" } };
	struct ml_known_text *text = known(b->arena, finch_text, "finch");
	ml_buf_init(&b->index, ML_RUNS_BYTES_MAX);
	cr_assert_eq(ml_runs_make(&b->index, b->arena, NULL, &text, 1, &err), 0, "%s", err.text);
	b->runs.bytes = ml_buf_span(&b->index);
	cr_assert_eq(ml_names_make(&b->names, b->arena, &b->license, 1, &err), 0, "%s", err.text);
	b->knowledge = (struct ml_knowledge){ .licenses = &b->license, .licenses_nr = 1, .runs = &b->runs, .names = &b->names };
}

static void close_base(struct base *b)
{
	ml_buf_release(&b->index);
	ml_arena_free(b->arena);
}

static int add(struct ml_knowledge *out, struct base *b, const char *yaml, struct ml_error *err)
{
	const struct ml_knowledge_file file = { "own.yml", ml_span_of(yaml) };

	return ml_knowledge_add(out, b->arena, &b->knowledge, &file, 1, err);
}

static const char *entry_of(struct base *b, const char *text)
{
	struct ml_buf out;

	ml_buf_init(&out, 1u << 20);
	ml_buf_adds(&out, "licenses:\n  - id: sparrow\n    name: Sparrow License\n    source: made up\n");
	ml_known_text_write(&out, known(b->arena, text, "sparrow"), 4);
	const char *yaml = ml_arena_dup(b->arena, ml_buf_span(&out));
	ml_buf_release(&out);
	return yaml;
}

/* How many runs of a text the index has for a known text of that name. */
static size_t runs_of(struct base *b, const struct ml_run_index *index, const char *text, const char *name)
{
	struct ml_words words;
	struct ml_runs runs;
	size_t nr = 0;

	cr_assert(ml_runs_open(&runs, index));
	ml_words_split(&words, b->arena, ml_span_of(text));
	for (size_t i = 0; i + ML_RUN_WORDS <= words.nr; i++)
		for (size_t t = 0; t < runs.texts_nr; t++)
			nr += ml_runs_named(&runs, t, ml_span_of(name)) && ml_runs_holds(&runs, ml_runs_set(&runs, ml_words_run(&words, i)), t);
	return nr;
}

Test(user, should_put_texts_behind_those_that_are_known)
{
	struct ml_error err = { 0 };
	struct ml_knowledge joined;
	struct base b;

	open_base(&b);
	cr_assert_eq(add(&joined, &b, entry_of(&b, sparrow_text), &err), 0, "%s", err.text);
	cr_expect_eq(joined.licenses_nr, 2);
	cr_expect_eq(ml_license_by_name(&joined, ml_span_of("the sparrow licence"), NULL), &joined.licenses[1]);
	cr_expect_eq(ml_license_by_id(&joined, ml_span_of("finch")), &joined.licenses[0]);
	cr_assert_neq(joined.runs, b.knowledge.runs);
	cr_expect_eq(ml_run_index_check(joined.runs, &err), 0, "%s", err.text);
	size_t finch = runs_of(&b, &b.runs, finch_text, "finch");
	cr_expect_gt(finch, 20);
	cr_expect_eq(runs_of(&b, joined.runs, finch_text, "finch"), finch, "the base's texts stay");
	cr_expect_gt(runs_of(&b, joined.runs, sparrow_text, "sparrow"), 25);
	cr_expect_gt(runs_of(&b, joined.runs, finch_text, "sparrow"), 0, "they share runs");
	close_base(&b);
}

Test(user, should_read_what_it_writes)
{
	struct ml_error err = { 0 };
	struct ml_knowledge joined;
	struct base b;

	open_base(&b);
	struct ml_known_text *wrote = known(b.arena, sparrow_text, "sparrow");
	cr_assert_eq(add(&joined, &b, entry_of(&b, sparrow_text), &err), 0, "%s", err.text);
	const struct ml_known_text *read = joined.licenses[1].text;
	cr_assert_not_null(read);
	cr_expect_eq(read->hash, wrote->hash);
	cr_expect_eq(read->words_nr, wrote->words_nr);
	cr_expect_eq(read->core, wrote->core);
	cr_assert_eq(read->runs_nr, wrote->runs_nr);
	for (size_t i = 0; i < read->runs_nr; i++)
		cr_expect_eq(read->runs[i] >> 32, wrote->runs[i] >> 32);
	cr_assert_eq(read->pieces_nr, wrote->pieces_nr);
	cr_expect_gt(read->pieces_nr, 1, "the blanks cut it");
	for (size_t i = 0; i < read->pieces_nr; i++)
		cr_expect_arr_eq(&read->pieces[i], &wrote->pieces[i], sizeof read->pieces[i]);
	cr_assert_eq(read->clauses_nr, 1);
	cr_expect_str_eq(read->clauses[0].term, "attribution");
	cr_expect_eq(read->clauses[0].hashes_nr, wrote->clauses[0].hashes_nr);
	close_base(&b);
}

Test(user, should_cost_nothing_without_texts)
{
	struct ml_error err = { 0 };
	struct ml_knowledge joined;
	struct base b;

	open_base(&b);
	cr_assert_eq(add(&joined, &b, "licenses:\n  - id: wren-1.0\n    source: made up\n", &err), 0, "%s", err.text);
	cr_expect_eq(joined.runs, b.knowledge.runs, "the index is the base's own");
	close_base(&b);
}

Test(user, should_refuse_a_text_that_is_known)
{
	struct ml_error err = { 0 };
	struct ml_knowledge joined;
	struct base b;

	open_base(&b);
	cr_expect_eq(add(&joined, &b, entry_of(&b, finch_text), &err), -1);
	cr_expect_str_eq(err.text, "own.yml:2: the text of license 'sparrow' is word for word that of 'finch'");
	close_base(&b);
}

Test(user, should_take_every_cut_of_a_file)
{
	struct base b;

	open_base(&b);
	const char *yaml = entry_of(&b, sparrow_text);
	for (size_t len = 0; len < strlen(yaml); len++) {
		struct ml_error err = { 0 };
		struct ml_knowledge joined;
		const char *cut = ml_arena_dup(b.arena, (struct ml_span){ yaml, len });
		if (add(&joined, &b, cut, &err))
			cr_expect_gt(strlen(err.text), 0);
	}
	close_base(&b);
}

struct wrong {
	char yaml[240], says[120];
};
#define HEAD "licenses:\n  - id: wren\n    source: us\n"
static struct wrong wrongs[] = {
	{ "licenses: [\n", "own.yml:2:1: " },
	{ "licences: []\n", "own.yml:1: unknown key 'licences'; did you mean 'licenses'?" },
	{ "licenses:\n  - id: a b\n    source: us\n", "own.yml:2: an id has letters, digits and" },
	{ HEAD "    id: wren\n", "own.yml:4: repeated key 'id'" },
	{ HEAD "    trems: []\n", "own.yml:4: unknown key 'trems'; did you mean 'terms'?" },
	{ HEAD "    terms: [atribution]\n", "own.yml:4: unknown term 'atribution'; did you mean 'attribution'?" },
	{ HEAD "    terms: attribution\n", "own.yml:4: not a list: 'attribution'" },
	{ HEAD "    aliases: [Finch License]\n", "own.yml:2: 'Finch License' of license 'wren' already names license 'finch'" },
	{ HEAD "    aliases: [Research License]\n", "own.yml:4: names no license, for any may be called so: 'Research License'" },
	{ HEAD "    name: Model License Agreement\n", "own.yml:4: names no license" },
	{ HEAD "    replaced_by: robin\n", "license 'wren' is replaced by 'robin', which is not known" },
	{ HEAD "  - id: wren\n    source: us\n", "own.yml:4: 'wren' of license 'wren' already names license 'wren'" },
	{ HEAD "    duties: {notice: N}\n", "own.yml:4: notice, phrases and prefix need a reach" },
	{ HEAD "    duties: {notice_when: always, reach: derivatives}\n", "own.yml:4: a condition of license 'wren' without the duty" },
	{ HEAD "    duties: {notice: N, reach: far}\n", "own.yml:4: unknown value 'far'" },
	{ HEAD "    duties: {notce: N}\n", "own.yml:4: unknown key 'notce'; did you mean 'notice'?" },
	{ HEAD "    duties: {copy: true}\n", "own.yml:2: license 'wren' asks for a copy of it, but its text_duty is not 'text'" },
	{ HEAD "    text: {hash: 00000000000000zz}\n", "own.yml:4: not a hash of 16 hexadecimal digits" },
	{ HEAD "    text: {words: 99999999}\n", "own.yml:4: not a number in range" },
	{ HEAD "    text: {pieces: [1 2 3 4]}\n", "own.yml:4: not a piece" },
	{ HEAD "    text: {runs: 0123456}\n", "own.yml:4: not a hash of 8 hexadecimal digits: '0123456'" },
	{ HEAD "    text: {runs: ''}\n", "own.yml:4: no hashes" },
	{ HEAD "    text: {clauses: [{term: attribution}]}\n", "own.yml:4: a clause has the keys term, words and runs" },
	{ HEAD "    text: {hash: 0000000000000001}\n", "own.yml:4: hash, words, pieces and runs are all needed" },
	{ HEAD "    text: {rnus: 01234567}\n", "own.yml:4: unknown key 'rnus'; did you mean 'runs'?" },
};
ParameterizedTestParameters(user, should_say_what_is_wrong_and_where)
{
	return cr_make_param_array(struct wrong, wrongs, sizeof wrongs / sizeof *wrongs);
}
ParameterizedTest(struct wrong *wrong, user, should_say_what_is_wrong_and_where)
{
	struct ml_error err = { 0 };
	struct ml_knowledge joined;
	struct base b;

	open_base(&b);
	cr_expect_eq(add(&joined, &b, wrong->yaml, &err), -1);
	cr_expect_eq(strncmp(err.text, wrong->says, strlen(wrong->says)), 0, "%s", err.text);
	close_base(&b);
}

Test(user, should_load_duties)
{
	static const char yaml[] = HEAD "    text_duty: text\n"
					"    duties:\n"
					"      notice: \"Wren is licensed under the Wren License.\"\n"
					"      notice_when: \"copies are passed on\"\n"
					"      phrases: [Built with Wren, Improved using Wren]\n"
					"      phrase_duty: above-scale\n"
					"      prefix: Wren\n"
					"      copy: true\n"
					"      policy: wren.example/policy\n"
					"      reach: own-materials\n"
					"      place: notice-file\n";
	struct ml_error err = { 0 };
	struct ml_knowledge joined;
	struct base b;

	open_base(&b);
	cr_assert_eq(add(&joined, &b, yaml, &err), 0, "%s", err.text);
	const struct ml_duties *duties = ml_license_by_id(&joined, ml_span_of("wren"))->duties;
	cr_assert_not_null(duties);
	cr_expect_str_eq(duties->notice, "Wren is licensed under the Wren License.");
	cr_expect_str_eq(duties->notice_when, "copies are passed on");
	cr_assert_eq(duties->phrases_nr, 2);
	cr_expect_str_eq(duties->phrases[1], "Improved using Wren");
	cr_expect_eq(duties->phrase_duty, ML_PHRASE_ABOVE_SCALE);
	cr_expect_str_eq(duties->prefix, "Wren");
	cr_expect_str_eq(duties->policy, "wren.example/policy");
	cr_expect(duties->copy);
	cr_expect_eq(duties->reach, ML_REACH_OWN_MATERIALS);
	cr_expect_eq(duties->place, ML_PLACE_NOTICE_FILE);
	close_base(&b);
}
