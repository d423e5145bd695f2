#include "lint/facts/duties.h"

#include "tests/unit/facts/memory.h"

#define LLAMA31 "Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright © Meta Platforms, Inc. All Rights Reserved."

static enum ml_heard hear(const char *text, const char *line, size_t *times, struct ml_where *where)
{
	static struct ml_file file;
	struct ml_arena *arena = ml_arena_new();
	struct ml_plain plain;
	size_t nr;

	file = (struct ml_file){ .path = "NOTICE", .text = ml_span_of(text) };
	*where = (struct ml_where){ 0 };
	ml_plain_make(&plain, arena, &file, 0);
	enum ml_heard heard = ml_plain_hear(&plain, arena, line, &nr, where);
	if (times)
		*times = nr;
	ml_arena_free(arena);
	return heard;
}

static const struct {
	const char *text, *line;
	enum ml_heard heard;
	size_t times;
	uint32_t at;
} heard[] = {
	{ LLAMA31, LLAMA31, ML_HEARD_WHOLE, 1, 1 },
	{ "a\nb\nllama 3.1 IS licensed under the **Llama 3.1 Community License**,\n copyright (c) meta platforms inc all rights reserved", LLAMA31, ML_HEARD_WHOLE, 1, 3 },
	{ LLAMA31 "\n" LLAMA31, LLAMA31, ML_HEARD_WHOLE, 2, 1 },
	{ "Llama 3.2 is licensed under the Llama 3.2 Community License, Copyright Meta Platforms, Inc. All Rights Reserved.", LLAMA31, ML_HEARD_PART, 0, 1 },
	{ "Built with Llama", "Built with Llama", ML_HEARD_WHOLE, 1, 1 },
	{ "<b>built&nbsp;</b> with llama", "Built with Llama", ML_HEARD_NEAR, 0, 1 },
	{ "Built with Meta Llama 3.1", "Built with Llama", ML_HEARD_NEAR, 0, 1 },
	{ "Built with Llama", "Built with Meta Llama 3", ML_HEARD_PART, 0, 1 },
	{ "Built with Llamas", "Built with Llama", ML_HEARD_PART, 0, 1 },
	{ "Rebuilt with Llama", "Built with Llama", ML_HEARD_NOT, 0, 0 },
	{ "It was built. Llama helped.", "Built with Llama", ML_HEARD_NOT, 0, 0 },
	{ "Siskin is built using Falcon technology", "[name] is built using Falcon technology", ML_HEARD_WHOLE, 1, 1 },
	{ "Copyright © xAI 2025. All", "Copyright © xAI [year]. All", ML_HEARD_WHOLE, 1, 1 },
	{ "", "Built with Llama", ML_HEARD_NOT, 0, 0 },
	{ "built", "Built with Llama", ML_HEARD_NOT, 0, 0 },
	{ "built with", "Built with Llama", ML_HEARD_PART, 0, 1 },
	{ "anything", "[all]", ML_HEARD_NOT, 0, 0 },
};

Test(duties, hears_lines_through_signs_and_line_ends)
{
	for (size_t i = 0; i < sizeof heard / sizeof *heard; i++) {
		struct ml_where where;
		size_t times;
		cr_expect_eq(hear(heard[i].text, heard[i].line, &times, &where), heard[i].heard, "row %zu", i);
		cr_expect_eq(times, heard[i].times, "times of row %zu", i);
		cr_expect_eq(where.line, heard[i].at, "line of row %zu", i);
	}
}

Test(duties, keeps_the_place_of_the_words)
{
	struct ml_where where;

	hear("# Siskin\n\nWe say: **Built with Llama**.\n", "Built with Llama", NULL, &where);
	cr_expect_eq(where.line, 3);
	cr_expect_eq(where.column, 11);
	cr_expect_eq(where.end_column, 27);
}

static const struct ml_duty *duty(const struct memory *m, enum ml_duty_kind kind)
{
	for (size_t i = 0; i < m->facts->duties_nr; i++)
		if (m->facts->duties[i].kind == kind)
			return &m->facts->duties[i];
	return NULL;
}

static void collect(struct memory *m, const char *card, const char *weights, const char *remote)
{
	memory_open(m);
	m->tree.remote = remote;
	memory_file(m, "README.md", card);
	memory_file(m, weights, "x");
	memory_collect(m);
}

#define CARD(base, more) "---\nbase_model: " base "\n" more "---\n# Siskin-8B\n\nTuned.\n"

Test(duties, asks_what_each_generation_asks)
{
	static const struct {
		const char *card;
		const char *phrase, *prefix;
	} rows[] = {
		{ CARD("meta-llama/Llama-2-7b-hf", ""), NULL, NULL },
		{ CARD("meta-llama/Meta-Llama-3-8B", ""), "\"Built with Meta Llama 3\"", "Llama 3" },
		{ CARD("meta-llama/Llama-3.1-8B", ""), "\"Built with Llama\"", "Llama" },
		{ CARD("meta-llama/Llama-3.2-1B", ""), "\"Built with Llama\"", "Llama" },
		{ CARD("meta-llama/Llama-3.3-70B-Instruct", ""), "\"Built with Llama\"", "Llama" },
		{ CARD("Qwen/Qwen2.5-72B", ""), "\"Built with Qwen\" or \"Improved using Qwen\"", NULL },
		{ CARD("google/gemma-2-9b", ""), NULL, NULL },
		{ CARD("mistralai/Mistral-7B-v0.1", ""), NULL, NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct memory m;
		collect(&m, rows[i].card, "model.safetensors", "https://example.org/marsh/siskin-8b");
		const struct ml_duty *phrase = duty(&m, ML_DUTY_PHRASE), *prefix = duty(&m, ML_DUTY_PREFIX);
		cr_expect_str_eq(phrase ? phrase->wanted : "", rows[i].phrase ? rows[i].phrase : "", "phrase of row %zu", i);
		cr_expect_str_eq(prefix ? prefix->wanted : "", rows[i].prefix ? rows[i].prefix : "", "prefix of row %zu", i);
		cr_expect(duty(&m, ML_DUTY_COPY), "copy of row %zu", i);
		cr_expect_eq(duty(&m, ML_DUTY_NOTICE) == NULL, i == 7, "notice of row %zu", i);
		memory_close(&m);
	}
}

/* Who is bound, and how surely: NULL for nobody, "" for no doubt. */
Test(duties, binds_who_passes_on_what_was_made_from_anothers)
{
	static const struct {
		const char *card, *weights, *remote;
		bool bound, sure;
	} rows[] = {
		{ CARD("meta-llama/Llama-3.1-8B", ""), "model.safetensors", "https://example.org/marsh/siskin-8b", true, true },
		{ CARD("meta-llama/Llama-3.1-8B", "base_model_relation: adapter\n"), "model.safetensors", "https://example.org/marsh/siskin-8b", true, false },
		{ CARD("meta-llama/Llama-3.1-8B", ""), "run.py", "https://example.org/marsh/siskin-8b", false, false },
		{ CARD("meta-llama/Llama-3.1-8B", ""), "model.safetensors", "https://example.org/meta-llama/siskin-8b", false, false },
		{ CARD("meta-llama/Llama-3.1-8B", ""), "tests/fixtures/model.safetensors", "https://example.org/marsh/siskin-8b", false, false },
		{ CARD("marsh/Heron-8B", ""), "model.safetensors", "https://example.org/marsh/siskin-8b", false, false },
		{ CARD("unheard-of/Heron-8B", ""), "model.safetensors", "https://example.org/marsh/siskin-8b", false, false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct memory m;
		collect(&m, rows[i].card, rows[i].weights, rows[i].remote);
		const struct ml_duty *copy = duty(&m, ML_DUTY_COPY);
		cr_expect_eq(copy != NULL, rows[i].bound, "row %zu", i);
		cr_expect(!copy || !copy->doubt == rows[i].sure, "doubt of row %zu: %s", i, copy && copy->doubt ? copy->doubt : "none");
		memory_close(&m);
	}
}

Test(duties, takes_the_name_from_where_it_is_known)
{
	static const struct {
		const char *card, *remote;
		bool asked, slight, doubt;
	} rows[] = {
		{ CARD("meta-llama/Llama-3.1-8B", ""), "git@example.org:marsh/siskin-8b.git", true, false, false },
		{ CARD("meta-llama/Llama-3.1-8B", ""), "https://example.org/marsh/llama_siskin", false, false, false },
		{ CARD("meta-llama/Llama-3.1-8B", ""), NULL, true, false, true },
		{ CARD("meta-llama/Meta-Llama-3-8B", ""), "https://example.org/marsh/Meta-Llama-3-Siskin", false, false, false },
		{ CARD("meta-llama/Meta-Llama-3-8B", ""), "https://example.org/marsh/Llama-Siskin", true, false, false },
		{ CARD("meta-llama/Llama-3.1-8B", "base_model_relation: quantized\n"), "https://example.org/marsh/siskin-8b", false, false, false },
		{ "---\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Llama-Siskin-8B\n\nTuned.\n", "https://example.org/marsh/siskin-8b", true, true, false },
		{ "---\nbase_model: meta-llama/Llama-3.1-8B\n---\n# Usage\n\nTuned.\n", NULL, false, false, false },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct memory m;
		collect(&m, rows[i].card, "model.safetensors", rows[i].remote);
		const struct ml_duty *prefix = duty(&m, ML_DUTY_PREFIX);
		cr_expect_eq(prefix != NULL, rows[i].asked, "row %zu", i);
		cr_expect(!prefix || !prefix->slight == !rows[i].slight, "slight of row %zu", i);
		cr_expect(!prefix || !prefix->doubt == !rows[i].doubt, "doubt of row %zu", i);
		memory_close(&m);
	}
}

/* A license that quotes its line is no notice; the line once more below it is one, at another place. */
Test(duties, tells_a_quoted_line_from_a_notice)
{
	for (int more = 0; more < 2; more++) {
		struct memory m;
		memory_open(&m);
		memory_file(&m, "LICENSE", "You must retain this line: " LLAMA31 "\n");
		memory_file(&m, "NOTICE.txt", more ? LLAMA31 : "Thanks to everybody.");
		memory_file(&m, "README.md", CARD("meta-llama/Llama-3.1-8B", "base_model_relation: quantized\n"));
		memory_file(&m, "model.gguf", "x");
		memory_collect(&m);
		cr_expect_eq(duty(&m, ML_DUTY_NOTICE) == NULL, more);
		memory_close(&m);
	}
}
