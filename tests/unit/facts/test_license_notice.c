#include "tests/unit/facts/memory.h"

#include <string.h>

#define PARTS_MAX 3

struct part {
	const char *id;
	unsigned scope;
	uint32_t line;
};

/* Texts that say in words of their own under which known license something stands; id NULL behind the last part. */
struct notice_case {
	const char *path, *text;
	struct part parts[PARTS_MAX + 1];
};

static const struct notice_case *cases(size_t *nr)
{
	static const struct notice_case all[] = {
		{ "LICENSE",
		  "Heron weights license\n\nThe trained weights in this repository are licensed under the Creative Commons\n"
		  "Attribution-NonCommercial 4.0 International License (CC BY-NC 4.0).\n\nYou may share and adapt the weights with credit.\n"
		  "You may not use the weights for commercial purposes. For a commercial license write to the authors.\n\n"
		  "No warranty is given, and the authors bear no liability for what comes of the use of the weights.\n",
		  { { "cc-by-nc-4.0", ML_SCOPE_WEIGHTS, 4 } } },
		/* A title alone, its summary below. */
		{ "LICENSE",
		  "# Creative Commons Attribution 4.0 International (CC BY 4.0)\n\nYou are free to share and adapt the material for any purpose.\n"
		  "You must give appropriate credit, link to the license and tell what you changed. All that is not permitted by the\n"
		  "license, whose full text stands at https://creativecommons.org/licenses/by/4.0/legalcode, is reserved.\n"
		  "No warranty is given and no liability is accepted by the licensor.\n",
		  { { "cc-by-4.0", ML_SCOPE_ALL, 1 } } },
		/* Each part has its own; the weights' goes first. */
		{ "LICENSE", "The code in this repository is licensed under the MIT License.\nThe model weights are licensed under CC BY-NC 4.0.\n",
		  { { "cc-by-nc-4.0", ML_SCOPE_WEIGHTS, 2 }, { "mit", ML_SCOPE_CODE, 1 } } },
		{ "LICENSE", "All of Heron is released under the Apache License 2.0. The training data is released under CC BY-SA 4.0.\n",
		  { { "apache-2.0", ML_SCOPE_ALL & ~ML_SCOPE_DATA, 1 }, { "cc-by-sa-4.0", ML_SCOPE_DATA, 1 } } },
		/* Of a file that is there for the weights, what it says of the code is said beside. */
		{ "LICENSE-WEIGHTS", "These weights are released under CC BY 4.0.\nThe source code is licensed separately under the MIT License.\n",
		  { { "cc-by-4.0", ML_SCOPE_WEIGHTS, 1 } } },
		/* "Public License" belongs to the name; who agrees to a known license's terms writes none. */
		{ "LICENSE",
		  "## Creative Commons Attribution-ShareAlike 4.0 International Public License\n\nBy using this work you agree to the terms of the\n"
		  "Creative Commons Attribution-ShareAlike 4.0 International License.\n\nYou may share and adapt the material. You must give credit.\n"
		  "You must distribute what you build upon it under the same license. No warranty is given, and no liability accepted.\n",
		  { { "cc-by-sa-4.0", ML_SCOPE_ALL, 4 } } },
		/* What others made, and what is not so. */
		{ "LICENSE", "Heron is licensed under the MIT License.\nIt was trained on data that is licensed under CC BY-NC 4.0.\n", { { "mit", ML_SCOPE_ALL, 1 } } },
		{ "LICENSE", "Heron is licensed under the MIT License.\nIts base model is licensed under the Apache License 2.0.\n", { { "mit", ML_SCOPE_ALL, 1 } } },
	};

	*nr = sizeof all / sizeof *all;
	return all;
}

static size_t read_notice(struct ml_license_fact **at, struct memory *m, const char *path, const char *text)
{
	size_t nr;

	ml_licenses_of_text(at, &nr, m->arena, &ml_builtin_knowledge, m->patterns, memory_file(m, path, text), NULL);
	return nr;
}

Test(license_notice, should_read_which_license_stands_for_what)
{
	struct memory m;
	size_t nr;
	const struct notice_case *all = cases(&nr);

	memory_open(&m);
	for (size_t i = 0; i < nr; i++) {
		struct ml_license_fact *at;
		size_t found = read_notice(&at, &m, all[i].path, all[i].text), k = 0;
		for (; all[i].parts[k].id; k++) {
			cr_assert_gt(found, k, "case %zu: %zu licenses", i, found);
			cr_assert_not_null(at[k].license, "case %zu: part %zu is not known", i, k);
			cr_expect_str_eq(at[k].license->id, all[i].parts[k].id, "case %zu: %s", i, at[k].license->id);
			cr_expect_eq(at[k].scope, all[i].parts[k].scope, "case %zu: scope %u", i, at[k].scope);
			cr_expect_eq(at[k].where.line, all[i].parts[k].line, "case %zu: line %u", i, (unsigned)at[k].where.line);
			cr_expect(at[k].reference);
			cr_expect_neq(at[k].evidence, ML_EVIDENCE_TEXT);
		}
		cr_expect_eq(found, k, "case %zu: %zu licenses", i, found);
	}
	memory_close(&m);
}

static const struct ml_term_fact *term_of(const struct ml_license_fact *fact, enum ml_term_id id)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].id == id)
			return &fact->terms[i];
	return NULL;
}

/* The license's own terms, at the line that says so where one does; and what the notice adds. */
Test(license_notice, should_show_the_terms_where_they_are_said)
{
	struct memory m;
	struct ml_license_fact *at;

	memory_open(&m);
	cr_assert_eq(read_notice(&at, &m, "LICENSE",
				 "The weights of Heron are licensed under CC BY-NC 4.0.\n\nYou may not use the weights for commercial purposes.\n"),
		     1);
	cr_expect_eq(at[0].match, ML_MATCHED_EXACT);
	cr_expect_not(at[0].altered);
	cr_assert_not_null(term_of(&at[0], ML_TERM_NONCOMMERCIAL));
	cr_expect_eq(term_of(&at[0], ML_TERM_NONCOMMERCIAL)->where.line, 3);
	cr_assert_not_null(term_of(&at[0], ML_TERM_ATTRIBUTION));
	cr_expect_eq(term_of(&at[0], ML_TERM_ATTRIBUTION)->where.line, 1);
	memory_close(&m);
}

Test(license_notice, should_not_call_it_the_license_where_limits_are_added)
{
	struct memory m;
	struct ml_license_fact *at;

	memory_open(&m);
	cr_assert_eq(read_notice(&at, &m, "LICENSE", "Heron is licensed under the MIT License.\n\nYou may not use Heron for military purposes.\n"), 1);
	cr_expect_str_eq(at[0].license->id, "mit");
	cr_expect_eq(at[0].match, ML_MATCHED_NEAR);
	cr_expect(at[0].altered);
	cr_assert_not_null(term_of(&at[0], ML_TERM_MILITARY_BAN));
	cr_expect(term_of(&at[0], ML_TERM_MILITARY_BAN)->added);
	memory_close(&m);
}

Test(license_notice, should_keep_what_limits_the_weights_from_the_license_of_the_code)
{
	static const struct {
		const char *text;
		size_t nr;
		bool altered; /* of the known license */
	} rows[] = {
		{ "The code is licensed under the MIT License. The model weights are released for research use only.\n", 2, false },
		{ "The code is licensed under the MIT License. You may not use it for commercial purposes.\n", 1, true },
	};
	struct memory m;
	struct ml_license_fact *at;

	memory_open(&m);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		cr_assert_eq(read_notice(&at, &m, "LICENSE", rows[i].text), rows[i].nr, "text %zu", i);
		cr_expect_str_eq(at[0].license->id, "mit");
		cr_expect_eq(at[0].altered, rows[i].altered, "text %zu", i);
	}
	cr_assert_eq(read_notice(&at, &m, "LICENSE", rows[0].text), 2);
	cr_expect_eq(at[0].scope, (unsigned)ML_SCOPE_CODE);
	cr_expect_null(at[1].license);
	cr_expect_eq(at[1].scope, (unsigned)ML_SCOPE_WEIGHTS);
	cr_assert_not_null(term_of(&at[1], ML_TERM_RESEARCH_ONLY));
	cr_expect_eq(term_of(&at[1], ML_TERM_RESEARCH_ONLY)->where.line, 1);
	memory_close(&m);
}

/* A text that grants by itself is no notice, whatever other licenses it speaks of. */
Test(license_notice, should_leave_licenses_of_their_own_alone)
{
	static const char *const own[] = {
		"HERON LICENSE\n\n1. Heron Labs grants you a license to use the weights for research purposes only.\n2. The tools beside the weights are\n"
		"licensed under the MIT License. 3. Redistribution of the weights is prohibited. No warranty; no liability of the licensor.\n",
		/* Only the code's license is a known one. */
		"HERON IDENTITY LICENSE\n\nYou may use the weights for non-commercial purposes only. Redistribution is permitted with this notice.\n"
		"The source code is separately licensed under the MIT License. No warranty; the copyright holder bears no liability. All rights reserved.\n",
		/* A known license with something more is not the known one. */
		"# Apache License 2.0 with Commons Clause\n\nLicensed under the Apache License, Version 2.0.\n\nThe following additional restriction applies:\n"
		"the software and works made of it may not be used by you to sell it or to provide paid services. For commercial activities you must\n"
		"obtain another license from the copyright holder. No warranty is given, no liability is accepted. This binds all who redistribute it.\n",
		"Heron is licensed under a modified version of the Apache License 2.0, with these conditions: you may not operate it for several\n"
		"customers, and you may not remove the logo. No warranty is given, no liability is accepted. Whoever redistributes copies agrees to\n"
		"the same conditions, and shall keep the copyright notice. All further rights need a license of the owner in writing first.\n",
		/* Two speak of the whole. */
		"This work is released under the MIT License. This work is released under CC BY-NC 4.0. Nobody may redistribute it without permission;\n"
		"the licensor gives no warranty, and accepts no liability. Copyright is reserved, and any other license must be asked for in writing\n"
		"first. Whoever distributes copies agrees to these conditions, and must keep this notice with them.\n",
	};
	struct memory m;
	struct ml_license_fact *at;

	memory_open(&m);
	for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
		cr_assert_eq(read_notice(&at, &m, "LICENSE", own[i]), 1, "text %zu", i);
		cr_expect_null(at[0].license, "text %zu", i);
		cr_expect_not(at[0].reference, "text %zu", i);
	}
	memory_close(&m);
}

/* Each clause limits what its sentence is about, and brackets speak of what they name. */
Test(license_notice, should_tell_clauses_of_the_part_that_they_name)
{
	struct memory m;
	struct ml_license_fact *at;

	memory_open(&m);
	cr_assert_eq(read_notice(&at, &m, "LICENSE", "The weights are licensed under the CC BY 4.0 license. The code in this repository is licensed under the MIT License.\n\n"
						      "Do not use the model to harass or defraud anyone.\n"), 2);
	cr_expect_str_eq(at[0].license->id, "cc-by-4.0");
	cr_expect_not_null(term_of(&at[0], ML_TERM_USE_RESTRICTIONS));
	cr_expect_null(term_of(&at[1], ML_TERM_USE_RESTRICTIONS));
	m.tree.files_nr = 0;
	cr_assert_eq(read_notice(&at, &m, "LICENSE", "This is about the weights of Wren (not the source code, which is covered by the MIT License).\n\n"
						      "They are licensed under CC BY 4.0.\n"), 2);
	cr_expect_str_eq(at[0].license->id, "cc-by-4.0");
	cr_expect_eq(at[1].scope, ML_SCOPE_CODE);
	memory_close(&m);
}

Test(license_notice, should_keep_limits_on_weights_beside_the_license_of_the_data)
{
	struct memory m;
	struct ml_license_fact *at;

	memory_open(&m);
	cr_assert_eq(read_notice(&at, &m, "LICENSE", "The data, code and model checkpoints are licensed for research use only. The data is under CC BY-NC 4.0.\n"), 2);
	cr_expect_str_eq(at[0].license->id, "cc-by-nc-4.0");
	cr_expect_eq(at[0].scope, ML_SCOPE_DATA);
	cr_expect_null(at[1].license);
	cr_expect_not_null(term_of(&at[1], ML_TERM_RESEARCH_ONLY));
	cr_expect(at[1].scope & ML_SCOPE_WEIGHTS);
	memory_close(&m);
}

/* Files of a few words: what they name, that they grant nothing, that nobody can say. */
static const struct {
	const char *text, *id;
	bool none, vague;
} few[] = {
	{ "MIT\n", "mit", false, false },
	{ "Apache-2.0\n", "apache-2.0", false, false },
	{ "Copyright (c) 2024 Heron Labs. All rights reserved.\n", NULL, true, false },
	{ "Proprietary\n", NULL, true, false },
	{ "Heron is proprietary. No license is granted. All rights reserved.\n", NULL, true, false },
	{ "Copyright (c) 2024 Heron Labs\nUnauthorized copying of these weights, by any medium, is strictly prohibited.\n", NULL, true, false },
	{ "TBD\n", NULL, false, true },
	{ "Ask the heron.\n", NULL, false, true },
	/* What does not cover the weights is not theirs. */
	{ "The LICENSE (MIT) does not cover the weights. Ask us for them.\n", NULL, false, true },
	{ "リポジトリの LICENSE（MIT）は、配布するモデルの重みには適用されません。\n", NULL, false, true },
	/* Who gives a text an id of its own has written a license. */
	{ "SPDX-License-Identifier: LicenseRef-Heron-1.0\n\nYou may run the model. You may copy it and tell others of it, "
	  "so long as they know where it came from, and you may not sell it to anyone who keeps herons for profit, as MIT would.\n", NULL, false, false },
	{ "SPDX-License-Identifier: LicenseRef-Heron-1.0\n", NULL, false, false },
	/* The line of copyright says more. */
	{ "Copyright 2024 Heron Labs. All rights reserved. You may use the weights as you like.\n", NULL, false, true },
	{ "Copyright 2024 Heron Labs. All rights reserved. You may use the weights for research only.\n", NULL, false, false },
	{ "All rights reserved. You may use the weights for research only.\n", NULL, false, false },
};

Test(license_notice, should_tell_what_a_few_words_are)
{
	struct memory m;

	memory_open(&m);
	for (size_t i = 0; i < sizeof few / sizeof *few; i++) {
		struct ml_license_fact *at;
		size_t nr = read_notice(&at, &m, "LICENSE", few[i].text);
		cr_expect_eq(nr, few[i].none ? 0 : 1, "'%s' gives %zu", few[i].text, nr);
		if (!nr)
			continue;
		cr_expect_str_eq(at[0].license ? at[0].license->id : "-", few[i].id ? few[i].id : "-", "'%s'", few[i].text);
		cr_expect_eq(at[0].vague, few[i].vague, "'%s'", few[i].text);
	}
	memory_close(&m);
}

/* No cut of a notice reads past its end. */
Test(license_notice, should_take_every_cut_of_a_text)
{
	struct memory m;
	size_t nr;
	const struct notice_case *all = cases(&nr);

	memory_open(&m);
	for (size_t i = 0; i < 3; i++)
		for (size_t len = 0; len < strlen(all[i].text); len += 7) {
			struct ml_license_fact *at;
			m.tree.files_nr = 0;
			read_notice(&at, &m, all[i].path, ml_arena_printf(m.arena, "%.*s", (int)len, all[i].text));
		}
	memory_close(&m);
}
