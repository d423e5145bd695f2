#include "lint/text/literals.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "lint/text/pattern.h"

/* words: those that one of is asked for, joined by "|", the sets by " & ", the ways by " or "; "" where nothing is asked for. */
static const struct {
	const char *pattern, *words;
} cases[] = {
	{ "weights", "weights" },
	{ "\\bweights?\\b", "weight" },
	{ "weights*", "weight" },
	{ "weights+x", "weights" },
	{ "we{0,2}ights", "ights" },
	{ "we{2}ights", "ights" },
	{ "licen[sc]es?", "licen" },
	{ "licen(?:s|c)e", "licen" },
	{ "model.{0,40}weights", "model & weights" },
	{ "aaa.bbb.ccc.ddd.eee", "aaa & bbb & ccc & ddd" },
	{ "(?:run|start)s? (?:of|a) (?:big )?model|none such", "run|start & model or none such" },
	{ "only.*model|model.*(?:only|not)|NOTHING", "only & model or model & only|not or NOTHING" },
	{ "(?:run|start)s? .*models", "run|start & models" },
	{ "(?:model|weights) are", "model|weights &  are" },
	{ "(?:model|weights)? areas", " areas" },
	{ "(?:model|of|weights)", "" },
	{ "open|free to use", "open or free to use" },
	{ "open|.", "" },
	{ "(?<!not )(?=free)(?!nothing)free", "free" },
	{ "(?<!not )\\bto\\b", "" },
	{ "(?-i:Under|With)", "Under|With" },
	{ "(*UCP)свободн", "" },
	{ "(?:仅|只能)(?:研究|商用)", "仅|只能 & 研究|商用" },
	{ "开源模型?", "开源模" },
	{ "non\\-commercial\\.", "non-commercial." },
	{ "a(?:b(?:cde|fgh)|ijk)l", "cde|fgh|ijk" },
	{ "[[:alpha:]]weights", "" },
	{ "(weights)\\1", "" },
	{ "(?<name>weights)", "" },
	{ "weights(", "" },
	{ "weights)", "" },
	{ "weights\\", "" },
	{ "[weights", "" },
	{ "\\Qa|b\\E weights", "" },
	{ "weights{x}", "" },
	{ "", "" },
	{ "wei\\wghts", "wei & ghts" },
	{ "naïve baseline", "ve baseline" },
};
#define CASES (sizeof cases / sizeof *cases)

static void spell(char *out, size_t size, const struct ml_literals *literals)
{
	const char *before = "";
	size_t len = 0;

	for (size_t set = 0; set + 1 < literals->sets_nr; set++) {
		before = !literals->sets[set] ? " or " : set && literals->sets[set - 1] ? " & " : before;
		for (size_t i = 0; i < literals->words_nr; i++)
			if (literals->sets[set] >> i & 1) {
				len += (size_t)snprintf(out + len, size - len, "%s%s", before, literals->letters + literals->words[i]);
				before = "|";
			}
	}
}

Test(literals, are_what_a_pattern_cannot_do_without)
{
	struct ml_arena *arena = ml_arena_new();

	for (size_t i = 0; i < CASES; i++) {
		struct ml_literals literals;
		char words[256] = "";
		ml_literals_read(&literals, arena, cases[i].pattern);
		spell(words, sizeof words, &literals);
		cr_assert_str_eq(words, cases[i].words, "'%s' asks for '%s'", cases[i].pattern, words);
	}
	ml_arena_free(arena);
}

Test(literals, groups_inside_each_other_have_a_bound)
{
	char pattern[4096] = "";
	size_t len = 0;

	for (int i = 0; i < 500; i++)
		len += (size_t)snprintf(pattern + len, sizeof pattern - len, "(?:");
	len += (size_t)snprintf(pattern + len, sizeof pattern - len, "weights");
	for (int i = 0; i < 500; i++)
		pattern[len++] = ')';
	struct ml_literals literals;
	struct ml_arena *arena = ml_arena_new();
	ml_literals_read(&literals, arena, pattern);
	cr_assert_eq(literals.sets_nr, 0);
	ml_arena_free(arena);
}

/* A pattern that may also match a mark behind the text is searched for whatever its own words are. */
Test(literals, never_hide_a_match)
{
	static const char *const texts[] = {
		"The model weights are LICENSED under a licence.", "we{x}ights weeights weighs", "free to use, not free", "Only for research: 仅限研究",
		"开源模型 只能商用", "NON-COMMERCIAL.", "abcdel abfghl aijkl", "weight\xC5\xBF of the \xE2\x84\xAAind", "under the With License", "a|b weights",
		"na\xC3\xAFve baseline", "nothing", "", "wei_ghts", "to",
	};
	struct ml_patterns *set = ml_patterns_new();
	static char sources[CASES][300];

	for (size_t i = 0; i < CASES; i++) {
		if (ml_pattern_check(cases[i].pattern, NULL))
			continue;
		bool ucp = cases[i].pattern[0] == '(' && cases[i].pattern[1] == '*';
		snprintf(sources[i], sizeof sources[i], "%s(?:%s)|QQQQQ", ucp ? "(*UCP)" : "", cases[i].pattern + (ucp ? 6 : 0));
		for (size_t k = 0; k < sizeof texts / sizeof *texts; k++) {
			char marked[300];
			struct ml_match marked_match, match;
			snprintf(marked, sizeof marked, "%s\nQQQQQ", texts[k]);
			size_t len = strlen(texts[k]);
			cr_assert_eq(ml_pattern_find(set, sources[i], ml_span_of(marked), 0, &marked_match), ML_MATCH_FOUND);
			bool found = ml_pattern_find(set, cases[i].pattern, ml_span_of(texts[k]), 0, &match) == ML_MATCH_FOUND;
			cr_assert_eq(found, marked_match.to <= len, "'%s' in '%s'", cases[i].pattern, texts[k]);
		}
	}
	ml_patterns_free(set);
}
