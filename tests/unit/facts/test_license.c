#include "tests/unit/facts/memory.h"

#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "tests/support/texts.h"

/* Texts of others come from the machine (see tests/support/texts.h); where it has none the test says so. */
static struct ml_span known(struct memory *m, const char *id)
{
	struct ml_span text = texts_license(m->arena, ".", id);

	if (!text.at)
		cr_skip_test("SKIPPED: no text of %s on this machine (set MLINT_CORPUS or MLINT_SPDX)", id);
	return text;
}

static const char *join(struct memory *m, const char *before, struct ml_span text, const char *behind)
{
	return ml_arena_printf(m->arena, "%s%.*s%s", before, ML_SPAN_ARG(text), behind);
}

struct answer {
	struct ml_license_fact *at;
	size_t nr;
};

static struct answer identify(struct memory *m, const char *path, const char *text, const char *without)
{
	struct answer answer;

	ml_licenses_of_text(&answer.at, &answer.nr, m->arena, &ml_builtin_knowledge, m->patterns, memory_file(m, path, text), without);
	for (size_t i = 0; i < answer.nr; i++)
		cr_assert(answer.at[i].score >= 0 && answer.at[i].score <= 1);
	return answer;
}

static const struct ml_term_fact *term_of(const struct ml_license_fact *fact, enum ml_term_id id)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].id == id)
			return &fact->terms[i];
	return NULL;
}

static uint32_t line_of(struct ml_span text, size_t at)
{
	uint32_t line = 1;

	for (size_t i = 0; i < at && i < text.len; i++)
		line += text.at[i] == '\n';
	return line;
}

static void expect(const struct answer *a, size_t i, const char *id, enum ml_matched match)
{
	cr_assert_gt(a->nr, i, "%zu licenses", a->nr);
	cr_assert_not_null(a->at[i].license, "%s is not known", id);
	cr_expect_str_eq(a->at[i].license->id, id);
	cr_expect_eq(a->at[i].match, match, "%s: match %d", id, (int)a->at[i].match);
}

Test(license, should_find_a_text_as_itself)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "apache-2.0");
	struct answer a = identify(&m, "LICENSE", join(&m, "", text, ""), NULL);
	expect(&a, 0, "apache-2.0", ML_MATCHED_EXACT);
	cr_expect_eq(a.nr, 1);
	cr_expect_not(a.at[0].altered);
	cr_expect_eq(a.at[0].evidence, ML_EVIDENCE_TEXT);
	cr_assert_not_null(term_of(&a.at[0], ML_TERM_ATTRIBUTION));
	uint32_t section = line_of(text, ml_span_find(text, "4. Redistribution"));
	cr_expect_geq(term_of(&a.at[0], ML_TERM_ATTRIBUTION)->where.line, section);
	cr_expect_leq(term_of(&a.at[0], ML_TERM_ATTRIBUTION)->where.line, section + 30);
	memory_close(&m);
}

Test(license, should_find_all_of_a_text_that_stands_alone)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "artistic-2.0");
	struct answer a = identify(&m, "LICENSE", join(&m, "Copyright (c) 2026 Heron Lab\n\n", text, ""), NULL);
	expect(&a, 0, "artistic-2.0", ML_MATCHED_EXACT);
	cr_expect_eq(a.nr, 1);
	cr_expect_eq(a.at[0].score, 1);
	/* Where its own entry is not known it is no known text, whole or not. */
	a = identify(&m, "LICENSE", join(&m, "", text, ""), "artistic-2.0");
	cr_expect(!a.nr || !a.at[0].license || strcmp(a.at[0].license->id, "artistic-2.0"));
	memory_close(&m);
}

Test(license, should_see_through_another_look)
{
	static const struct {
		const char *before, *line;
	} looks[] = { { "\xef\xbb\xbf", "\r\n" }, { "<html><body><p>", "</p>\n<p>" }, { "> ", "\n> " }, { "/*\n * ", "\n * " } };
	struct memory m;
	struct ml_span text;

	memory_open(&m);
	text = known(&m, "mpl-2.0");
	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		struct ml_buf buf;
		ml_buf_init(&buf, 1u << 20);
		ml_buf_adds(&buf, looks[i].before);
		for (size_t k = 0; k < text.len; k++) {
			if (text.at[k] == '\n')
				ml_buf_adds(&buf, looks[i].line);
			else
				ml_buf_addc(&buf, i == 2 && text.at[k] >= 'a' && text.at[k] <= 'z' ? (char)(text.at[k] - 32) : text.at[k]);
		}
		struct answer a = identify(&m, "LICENSE", join(&m, "", ml_buf_span(&buf), ""), NULL);
		expect(&a, 0, "mpl-2.0", ML_MATCHED_EXACT);
		ml_buf_release(&buf);
	}
	memory_close(&m);
}

Test(license, should_call_an_added_condition_an_alteration)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "apache-2.0");
	size_t middle = ml_span_find(text, "   2. Grant of Copyright");
	if (middle == SIZE_MAX)
		cr_skip_test("SKIPPED: the text has no section 2 where it is looked for");
	struct ml_span head = ml_span_sub(text, 0, middle), tail = ml_span_sub(text, middle, text.len);
	const char *changed = ml_arena_printf(m.arena, "%.*s   The Work may only be used for non-commercial purposes.\n\n%.*s", ML_SPAN_ARG(head),
					      ML_SPAN_ARG(tail));
	struct answer a = identify(&m, "LICENSE", changed, NULL);
	expect(&a, 0, "apache-2.0", ML_MATCHED_NEAR);
	cr_expect(a.at[0].altered);
	const struct ml_term_fact *added = term_of(&a.at[0], ML_TERM_NONCOMMERCIAL);
	cr_assert_not_null(added);
	cr_expect(added->added);
	uint32_t line = line_of(text, middle);
	cr_expect_eq(added->where.line, line);
	cr_assert_eq(a.at[0].added_nr, 1);
	cr_expect_eq(a.at[0].added[0].where.line, line);
	cr_expect_geq(a.at[0].added[0].words, 8);
	memory_close(&m);
}

Test(license, should_not_call_a_request_an_alteration)
{
	struct memory m;

	memory_open(&m);
	struct answer a = identify(&m, "LICENSE",
				   join(&m, "", known(&m, "apache-2.0"), "\nWe would love to hear what you build. Please do write to us about your boats.\n"), NULL);
	expect(&a, 0, "apache-2.0", ML_MATCHED_NEAR);
	cr_expect_not(a.at[0].altered);
	memory_close(&m);
}

Test(license, should_let_names_be_filled_in)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "apache-2.0");
	size_t blank = ml_span_find(text, "[yyyy] [name of copyright owner]");
	if (blank == SIZE_MAX)
		cr_skip_test("SKIPPED: the text has no blank");
	struct ml_span head = ml_span_sub(text, 0, blank), tail = ml_span_sub(text, blank + 32, text.len);
	struct answer a = identify(
		&m, "LICENSE", ml_arena_printf(m.arena, "%.*s2024 The Heron Authors of Marsh%.*s", ML_SPAN_ARG(head), ML_SPAN_ARG(tail)), NULL);
	expect(&a, 0, "apache-2.0", ML_MATCHED_EXACT);
	memory_close(&m);
}

/* What stands between MIT's title and its text, where most have a copyright line. */
static const struct {
	const char *line;
	bool said; /* a statement: not only names, years and addresses */
} beside_title[] = {
	{ "Wren University, Department of Marsh Studies, Lake Street, Springfield", false },
	{ "The Heron Authors, wren@heron.example", false },
	{ "Institut für angewandte Vogelkunde e.V. und Partner", false },
	{ "HERON LABS LIMITED AND ITS AFFILIATES", false },
	{ "\xe5\x8c\x97\xe4\xba\xac\xe7\x99\xbd\xe9\xb9\xad\xe7\xa7\x91\xe6\x8a\x80\xe6\x9c\x89\xe9\x99\x90\xe5\x85\xac\xe5\x8f\xb8", false }, /* a company of Beijing */
	{ "This permission ends when the makers say so.", true },
	{ "THIS PERMISSION ENDS WHEN THE MAKERS SAY SO.", true },
	{ "Every company pays the makers a part of its income.", true },
	{ "Wren Labs must be told of each copy.", true },
	{ "Diese Erlaubnis endet, sobald die Autoren es sagen.", true },
	{ "\xe6\xad\xa4\xe8\xae\xb8\xe5\x8f\xaf\xe9\x9a\x8f\xe6\x97\xb6\xe5\x8f\xaf\xe6\x92\xa4\xe9\x94\x80", true }, /* this permission can be withdrawn at any time */
};

Test(license, should_tell_a_statement_from_a_name)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "mit");
	size_t grant = ml_span_find(text, "Permission is hereby");
	cr_assert_neq(grant, SIZE_MAX);
	struct ml_span body = ml_span_sub(text, grant, text.len);
	for (size_t i = 0; i < sizeof beside_title / sizeof *beside_title; i++)
		for (int title = 0; title < 2; title++) {
			const char *head = title ? "MIT License\n\n" : "";
			struct answer a = identify(&m, "LICENSE", ml_arena_printf(m.arena, "%s%s\n\n%.*s", head, beside_title[i].line, ML_SPAN_ARG(body)), NULL);
			expect(&a, 0, "mit", beside_title[i].said ? ML_MATCHED_NEAR : ML_MATCHED_EXACT);
			cr_expect_eq(a.at[0].added_nr, beside_title[i].said, "%s: %zu", beside_title[i].line, a.at[0].added_nr);
			if (beside_title[i].said)
				cr_expect_eq(a.at[0].added[0].where.line, title ? 3 : 1);
		}
	memory_close(&m);
}

Test(license, should_tell_a_statement_around_a_text_from_a_name)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "mit");
	struct answer a = identify(&m, "LICENSE", join(&m, "This project is released under the MIT License.\n\n", text, ""), NULL);
	expect(&a, 0, "mit", ML_MATCHED_EXACT);
	a = identify(&m, "LICENSE", join(&m, "", text, "\nAll of this ends on the day we say so.\n"), NULL);
	expect(&a, 0, "mit", ML_MATCHED_NEAR);
	cr_assert_eq(a.at[0].added_nr, 1);
	a = identify(&m, "LICENSE", join(&m, "", text, "\n-- \nHeron Labs, Springfield, 2024\n"), NULL);
	expect(&a, 0, "mit", ML_MATCHED_EXACT);
	memory_close(&m);
}

Test(license, should_find_several_texts_in_one_file)
{
	struct memory m;

	memory_open(&m);
	struct ml_span gpl = known(&m, "gpl-3.0"), apache = known(&m, "apache-2.0");
	const char *both = ml_arena_printf(m.arena, "%.*s\n\n------\n\n%.*s", ML_SPAN_ARG(apache), ML_SPAN_ARG(gpl));
	struct answer a = identify(&m, "LICENSE", both, NULL);
	cr_assert_eq(a.nr, 2);
	expect(&a, 0, "gpl-3.0", ML_MATCHED_EXACT);
	expect(&a, 1, "apache-2.0", ML_MATCHED_EXACT);
	cr_expect_gt(a.at[0].where.line, a.at[1].where.end_line);
	memory_close(&m);
}

Test(license, should_take_a_heading_between_texts_for_the_title_of_the_next)
{
	static const struct {
		const char *heading;
		enum ml_matched match; /* of the text before it */
	} cases[] = {
		{ "\n\n------- LICENSE FOR Heron Wing code -------\n\n", ML_MATCHED_EXACT },
		{ "\n\n------- LICENSE FOR Heron Wing code, for non-commercial use only -------\n\n", ML_MATCHED_NEAR },
	};
	struct memory m;

	memory_open(&m);
	struct ml_span mit = known(&m, "mit"), apache = known(&m, "apache-2.0");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *text = join(&m, join(&m, "", mit, cases[i].heading), apache, "");
		struct answer a = identify(&m, "NOTICE", text, NULL);
		expect(&a, 0, "apache-2.0", ML_MATCHED_EXACT);
		expect(&a, 1, "mit", cases[i].match);
		cr_expect_eq(a.at[1].altered, cases[i].match == ML_MATCHED_NEAR);
		cr_expect_eq(!!term_of(&a.at[1], ML_TERM_NONCOMMERCIAL), a.at[1].altered);
	}
	memory_close(&m);
}

Test(license, should_forget_a_text_on_request)
{
	struct memory m;

	memory_open(&m);
	const char *text = join(&m, "", known(&m, "gpl-3.0"), "");
	static const char *const forms[] = { "gpl-3.0", "GPL-3.0-or-later", "gpl-3.0-only" };
	for (size_t i = 0; i < 3; i++) {
		struct answer a = identify(&m, "LICENSE", text, forms[i]);
		for (size_t k = 0; k < a.nr; k++) {
			cr_expect_neq(a.at[k].match, ML_MATCHED_EXACT);
			cr_expect(!a.at[k].license || strcmp(a.at[k].license->id, "gpl-3.0") != 0);
		}
	}
	struct answer a = identify(&m, "LICENSE", text, "*");
	cr_assert_eq(a.nr, 1);
	cr_expect_null(a.at[0].license);
	cr_expect_null(a.at[0].nearest);
	cr_expect_not_null(term_of(&a.at[0], ML_TERM_SHARE_ALIKE), "the clauses alone show it");
	memory_close(&m);
}

/* Files that only say where the terms stand. */
static const struct {
	const char *text, *id, *declared;
	enum ml_evidence evidence;
} pointers[] = {
	{ "SPDX-License-Identifier: Apache-2.0\n", "apache-2.0", "Apache-2.0", ML_EVIDENCE_HEADER },
	{ "This project is licensed under the MIT License.\n", "mit", "MIT License", ML_EVIDENCE_DECLARED },
	{ "Please see https://www.apache.org/licenses/LICENSE-2.0\n", "apache-2.0", "https://www.apache.org/licenses/LICENSE-2.0", ML_EVIDENCE_DECLARED },
	{ "The weights of Heron come under CC BY-NC 4.0, see the model card.\n", "cc-by-nc-4.0", "CC BY-NC 4.0", ML_EVIDENCE_DECLARED },
	{ "Same as LICENSE-MODEL\n", NULL, "LICENSE-MODEL", ML_EVIDENCE_DECLARED },
	{ "https://heron.example/terms-of-our-own\n", NULL, "https://heron.example/terms-of-our-own", ML_EVIDENCE_DECLARED },
};

Test(license, should_follow_pointers)
{
	struct memory m;

	memory_open(&m);
	for (size_t i = 0; i < sizeof pointers / sizeof *pointers; i++) {
		struct answer a = identify(&m, "LICENSE", pointers[i].text, NULL);
		cr_assert_eq(a.nr, 1, "'%s' gives %zu", pointers[i].text, a.nr);
		cr_expect(a.at[0].reference);
		cr_expect_str_eq(a.at[0].declared, pointers[i].declared);
		cr_expect_str_eq(a.at[0].license ? a.at[0].license->id : "-", pointers[i].id ? pointers[i].id : "-");
		cr_expect_eq(a.at[0].evidence, pointers[i].evidence);
		cr_expect_eq(a.at[0].where.line, 1);
	}
	memory_close(&m);
}

Test(license, should_hear_what_a_text_says_besides_naming_a_license)
{
	struct memory m;

	memory_open(&m);
	struct answer a = identify(&m, "LICENSE", "Wren comes in two ways:\n\n- MIT License\n- Commercial License for commercial use (paid)\n", NULL);
	expect(&a, 0, "mit", ML_MATCHED_NEAR);
	cr_expect(a.at[0].altered);
	cr_assert_not_null(term_of(&a.at[0], ML_TERM_NONCOMMERCIAL));
	cr_expect(term_of(&a.at[0], ML_TERM_NONCOMMERCIAL)->added);
	a = identify(&m, "LICENSE", "Wren comes in one way:\n\n- MIT License\n- no support\n", NULL);
	expect(&a, 0, "mit", ML_MATCHED_EXACT);
	memory_close(&m);
}

Test(license, should_keep_the_branches_of_a_choice_together)
{
	struct memory m;

	memory_open(&m);
	struct answer a = identify(&m, "LICENSE", "SPDX-License-Identifier: MIT OR Apache-2.0\n", NULL);
	cr_assert_eq(a.nr, 2);
	cr_expect_neq(a.at[0].alternative, 0);
	cr_expect_eq(a.at[0].alternative, a.at[1].alternative);
	a = identify(&m, "LICENSE", "SPDX-License-Identifier: MIT AND Apache-2.0\n", NULL);
	cr_assert_eq(a.nr, 2);
	cr_expect_eq(a.at[0].alternative, 0);
	memory_close(&m);
}

Test(license, should_read_the_terms_of_an_unknown_text)
{
	struct memory m;

	memory_open(&m);
	struct answer a = identify(&m, "LICENSE",
				   "HERON LICENSE AGREEMENT\n\n1. Grant. The licensor hereby grants you a license to the Model.\n\n"
				   "2. Limits. You may use the Model for non-commercial purposes only.\n\n"
				   "3. No warranty. The Model comes without any warranty, and the licensor is not liable for anything.\n",
				   NULL);
	cr_assert_eq(a.nr, 1);
	cr_expect_null(a.at[0].license);
	cr_expect_eq(a.at[0].match, ML_MATCHED_NONE);
	cr_assert_not_null(term_of(&a.at[0], ML_TERM_NONCOMMERCIAL));
	cr_expect_eq(term_of(&a.at[0], ML_TERM_NONCOMMERCIAL)->where.line, 5);
	memory_close(&m);
}

/* Above a number of users one text asks for a name on the screen, the other for a further license. */
Test(license, should_tell_a_threshold_that_brings_a_duty_from_one_that_bars)
{
	static const char shown[] = "Heron License\n\nYou may use, copy and pass on the model for any purpose. If it is part of a product that has more than 50 million "
				    "monthly active users, you shall prominently display \"Heron\" on the user interface of that product.\n";
	static const char asked[] = "Heron License\n\nYou may use, copy and pass on the model for any purpose. If it is part of a product that has more than 50 million "
				    "monthly active users, you must request a license from us and prominently display \"Heron\" on its user interface.\n";
	struct memory m;

	memory_open(&m);
	struct answer a = identify(&m, "LICENSE", shown, NULL);
	cr_assert_eq(a.nr, 1);
	cr_assert_not_null(term_of(&a.at[0], ML_TERM_USER_THRESHOLD));
	cr_expect(term_of(&a.at[0], ML_TERM_USER_THRESHOLD)->duty);
	cr_expect_eq(ml_license_osd(&a.at[0], &ml_builtin_knowledge), ML_OSD_DISPUTED);
	a = identify(&m, "LICENSE-2", asked, NULL);
	cr_assert_eq(a.nr, 1);
	cr_assert_not_null(term_of(&a.at[0], ML_TERM_USER_THRESHOLD));
	cr_expect_not(term_of(&a.at[0], ML_TERM_USER_THRESHOLD)->duty);
	cr_expect_eq(ml_license_osd(&a.at[0], &ml_builtin_knowledge), ML_OSD_FAILS);
	memory_close(&m);
}

/* A license made from another's by other numbers and another name: what it says counts, not what the known one says. */
Test(license, should_read_changed_values_of_a_near_text)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "kimi-k2-modified-mit");
	struct ml_buf changed;
	size_t number = ml_span_find(text, "100 million"), name = ml_span_find(text, "\"Kimi K2\"");
	cr_assert(number != SIZE_MAX && name != SIZE_MAX && name > number);
	ml_buf_init(&changed, 1 << 16);
	ml_buf_add_span(&changed, ml_span_sub(text, 0, number));
	ml_buf_adds(&changed, "50 million");
	ml_buf_add_span(&changed, ml_span_sub(text, number + strlen("100 million"), name));
	ml_buf_adds(&changed, "\"Heron Pond\"");
	ml_buf_add_span(&changed, ml_span_sub(text, name + strlen("\"Kimi K2\""), text.len));
	struct answer a = identify(&m, "LICENSE", ml_arena_dup(m.arena, ml_buf_span(&changed)), NULL);
	expect(&a, 0, "kimi-k2-modified-mit", ML_MATCHED_NEAR);
	cr_expect_str_eq(term_of(&a.at[0], ML_TERM_USER_THRESHOLD)->value, "50000000 MAU or 20000000 USD revenue/month");
	cr_expect_str_eq(term_of(&a.at[0], ML_TERM_NAMING_OR_BADGE)->value, "Heron Pond");
	ml_buf_release(&changed);
	memory_close(&m);
}

Test(license, should_find_nothing_in_a_text_about_boats)
{
	struct memory m;

	memory_open(&m);
	struct answer a = identify(&m, "boats.txt",
				   "A heron stands in the marsh. The boat goes by and nobody minds. You may look at it for as long as you like, "
				   "and the bird will look back at you, for it has all the time of the world and no license to ask for.\n",
				   NULL);
	cr_expect_eq(a.nr, 0);
	a = identify(&m, "empty.txt", "", NULL);
	cr_expect_eq(a.nr, 0);
	memory_close(&m);
}

Test(license, should_take_every_cut_of_a_text)
{
	struct memory m;

	memory_open(&m);
	struct ml_span text = known(&m, "apache-2.0");
	for (size_t to = 0; to < text.len; to += 211) {
		char *cut = malloc(to + 1);
		memcpy(cut, text.at, to);
		cut[to] = 0;
		m.tree.files_nr = 0;
		struct answer a = identify(&m, "LICENSE", cut, NULL);
		cr_expect(a.nr == 0 || a.at[0].where.end_line >= a.at[0].where.line);
		free(cut);
	}
	memory_close(&m);
}

Test(license, should_keep_to_the_limit_of_licenses_in_a_file)
{
	struct memory m;
	struct ml_buf list;

	memory_open(&m);
	struct ml_span text = known(&m, "bsd-3-clause");
	ml_buf_init(&list, 4u << 20);
	for (size_t i = 0; i < ML_LIMIT_LICENSES_PER_FILE + 10; i++) {
		ml_buf_add_span(&list, text);
		for (size_t k = 0; k < 900; k++)
			ml_buf_addf(&list, " boat%zu", i * 1000 + k);
		ml_buf_adds(&list, "\n\n");
	}
	struct answer a = identify(&m, "NOTICE", join(&m, "", ml_buf_span(&list), ""), NULL);
	cr_expect_eq(a.nr, ML_LIMIT_LICENSES_PER_FILE);
	ml_buf_release(&list);
	memory_close(&m);
}
