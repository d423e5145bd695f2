/*
 * License texts as people leave them: wrapped anew, in capitals, with words lost, another copyright holder, quoted in Markdown, with HTML
 * entities, with the line ends of Windows, with the names left blank. Each text of SPDX is still found as itself, 99 of 100 at
 * least for every way. The same seed each time. Status 77 where this machine has no texts.
 *
 *     perturbed [WAY]     prints what was found instead
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/facts/parts.h"
#include "rules/registry.h"
#include "tests/corpus/same_text.h"
#include "tests/support/all_texts.h"

#define LEAST 0.99
#define TEXT_MAX (16u << 20)
#define SEED UINT64_C(0x9e3779b97f4a7c15)

struct dice {
	uint64_t state;
};

/* xorshift64*: the same numbers on every machine. */
static unsigned roll(struct dice *dice, unsigned sides)
{
	dice->state ^= dice->state >> 12;
	dice->state ^= dice->state << 25;
	dice->state ^= dice->state >> 27;
	return (unsigned)(dice->state * UINT64_C(0x2545f4914f6cdd1d) >> 33) % sides;
}

/* The words of a line wrapped at a width of its own; an empty line stays one. */
static void wrap(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	size_t width = 40 + roll(dice, 80), column = 0;

	for (size_t at = 0; at < text.len;) {
		size_t from = at, lines = 0;
		for (; at < text.len && ml_is_space(text.at[at]); at++)
			lines += text.at[at] == '\n';
		if (lines > 1) {
			ml_buf_adds(out, "\n\n");
			column = 0;
		}
		for (from = at; at < text.len && !ml_is_space(text.at[at]); at++)
			;
		bool fits = column + 1 + (at - from) <= width;
		if (column)
			ml_buf_addc(out, fits ? ' ' : '\n');
		column = (column && fits ? column + 1 : 0) + (at - from);
		ml_buf_add_span(out, ml_span_sub(text, from, at));
	}
}

static void capitals(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	(void)dice;
	for (size_t i = 0; i < text.len; i++)
		ml_buf_addc(out, text.at[i] >= 'a' && text.at[i] <= 'z' ? (char)(text.at[i] - 'a' + 'A') : text.at[i]);
}

/* Two of a hundred words are lost. */
static void lose_words(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	for (size_t at = 0; at < text.len;) {
		size_t from = at;
		if (ml_is_space(text.at[at])) {
			ml_buf_addc(out, text.at[at++]);
			continue;
		}
		while (at < text.len && !ml_is_space(text.at[at]))
			at++;
		if (roll(dice, 100) >= 2)
			ml_buf_add_span(out, ml_span_sub(text, from, at));
	}
}

typedef void line_change(struct ml_buf *out, struct ml_span line);

static void each_line(struct ml_buf *out, struct ml_span text, line_change *change)
{
	for (size_t at = 0; at < text.len; at++) {
		size_t from = at;
		while (at < text.len && text.at[at] != '\n')
			at++;
		change(out, ml_span_sub(text, from, at));
	}
}

static void other_line(struct ml_buf *out, struct ml_span line)
{
	if (ml_span_starts_nocase(ml_span_trim(line), "copyright ") && line.len < 100)
		ml_buf_adds(out, "Copyright (c) 2024-2031 The Heron Authors <birds@example.org>\n");
	else
		ml_buf_addf(out, "%.*s\n", ML_SPAN_ARG(line));
}

static void other_holder(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	(void)dice;
	each_line(out, text, other_line);
}

static void quote_line(struct ml_buf *out, struct ml_span line)
{
	ml_buf_addf(out, "> %.*s\n", ML_SPAN_ARG(line));
}

static void quoted(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	(void)dice;
	each_line(out, text, quote_line);
}

static void windows_line(struct ml_buf *out, struct ml_span line)
{
	ml_buf_addf(out, "%.*s\r\n", ML_SPAN_ARG(line));
}

static void windows(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	(void)dice;
	each_line(out, text, windows_line);
}

static void entities(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	static const char *const named[256] = { ['"'] = "&quot;", ['&'] = "&amp;", ['\''] = "&#39;", ['<'] = "&lt;", ['>'] = "&gt;" };

	(void)dice;
	for (size_t i = 0; i < text.len; i++)
		if (named[(unsigned char)text.at[i]])
			ml_buf_adds(out, named[(unsigned char)text.at[i]]);
		else
			ml_buf_addc(out, text.at[i]);
}

static bool names_somebody(struct ml_span inside)
{
	static const char *const words[] = { "name", "holder", "owner", "organi", "company", "licensor", "author" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ml_span_find_nocase(inside, words[i]) != SIZE_MAX)
			return true;
	return false;
}

/* "[name of company]" and "<copyright holders>" with nothing in their place. */
static void blank_names(struct ml_buf *out, struct ml_span text, struct dice *dice)
{
	(void)dice;
	for (size_t i = 0; i < text.len; i++) {
		struct ml_span rest = ml_span_sub(text, i + 1, i + 60);
		size_t close = text.at[i] == '[' ? ml_span_find(rest, "]") : text.at[i] == '<' ? ml_span_find(rest, ">") : SIZE_MAX;
		if (close == SIZE_MAX || !names_somebody(ml_span_sub(rest, 0, close)))
			ml_buf_addc(out, text.at[i]);
		else
			i += close + 1;
	}
}

static const struct {
	const char *name;
	void (*change)(struct ml_buf *out, struct ml_span text, struct dice *dice);
} ways[] = {
	{ "wrapped anew", wrap },
	{ "in capitals", capitals },
	{ "2 % of words lost", lose_words },
	{ "another holder", other_holder },
	{ "quoted in Markdown", quoted },
	{ "HTML entities", entities },
	{ "line ends of Windows", windows },
	{ "names left blank", blank_names },
};

struct tally {
	struct ml_arena *arena; /* reset after each text */
	struct ml_patterns *patterns;
	bool loud;
	size_t texts, found, below;
};

static void try(struct tally *t, const struct known_text *known, struct ml_span text)
{
	struct ml_file *file = ml_arena_alloc(t->arena, sizeof *file);
	struct ml_license_fact *facts;
	size_t nr;

	*file = (struct ml_file){ .path = known->id, .role = ML_ROLE_LICENSE, .text = text, .bytes = text };
	ml_licenses_of_text(&facts, &nr, t->arena, &ml_builtin_knowledge, t->patterns, file, NULL);
	bool same = nr && is_same_text(known->id, facts[0].license);
	t->texts++;
	t->found += same;
	if (!same && t->loud)
		printf("\t%s: found as %s\n", known->id, nr && facts[0].license ? facts[0].license->id : "nothing");
	ml_arena_reset(t->arena);
}

static void try_way(struct tally *t, size_t way, const struct known_text *texts, size_t nr)
{
	struct dice dice = { SEED + way };
	struct ml_buf changed;

	t->texts = t->found = 0;
	ml_buf_init(&changed, TEXT_MAX);
	for (size_t i = 0; i < nr; i++) {
		if (!texts[i].spdx)
			continue;
		ml_buf_clear(&changed);
		ways[way].change(&changed, texts[i].text, &dice);
		try(t, &texts[i], ml_buf_span(&changed));
	}
	ml_buf_release(&changed);
	double share = t->texts ? (double)t->found / (double)t->texts : 1;
	printf("%-22s %zu of %zu texts found as themselves: %.4f\n", ways[way].name, t->found, t->texts, share);
	t->below += share < LEAST;
}

int main(int argc, char **argv)
{
	struct ml_arena *keep = ml_arena_new();
	struct tally t = { .arena = ml_arena_new(), .patterns = ml_patterns_new(), .loud = argc > 1 };
	struct known_text *texts;
	size_t nr;

	all_texts(&texts, &nr, keep);
	for (size_t way = 0; nr && way < sizeof ways / sizeof *ways; way++)
		if (argc < 2 || !strcmp(argv[1], ways[way].name))
			try_way(&t, way, texts, nr);
	if (!nr)
		puts("SKIPPED: no license texts on this machine (set MLINT_SPDX or MLINT_CORPUS)");
	ml_patterns_free(t.patterns);
	ml_arena_free(t.arena);
	ml_arena_free(keep);
	return !nr ? 77 : t.below ? 1 : 0;
}
