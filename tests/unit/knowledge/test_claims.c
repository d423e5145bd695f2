/* The loader of claim phrases and patterns: what it makes, and what it refuses, with file and line. */
#include "lint/knowledge/claims.h"

#include <criterion/criterion.h>
#include <string.h>

#include "lint/base/yaml.h"

#define HEAD "language: en\nscript: latin\nsource: made up\n"
#define WORDS "words:\n  bird: [heron, 'plover*']\nphrases:\n  - {claim: open-source, form: base, words: [open source]}\n"

static int load(struct ml_claims_knowledge *out, struct ml_arena *arena, const char *text, struct ml_error *err)
{
	struct ml_parsed parsed;

	ml_yaml_parse(arena, ml_span_of(text), 1, &parsed);
	cr_assert(parsed.root, "%s", text);
	struct ml_claims_file file = { "x.yml", parsed.root };
	return ml_claims_load(out, arena, &file, 1, err);
}

static void refuses(const char *text, const char *says)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_claims_knowledge claims;
	struct ml_error err = { 0 };

	cr_expect_eq(load(&claims, arena, text, &err), -1, "%s", text);
	cr_expect(strstr(err.text, says), "'%s' does not say '%s'", err.text, says);
	cr_expect(strncmp(err.text, "x.yml", 5) == 0, "'%s' does not name the file", err.text);
	ml_arena_free(arena);
}

Test(claims, should_load_endings_of_words)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_claims_knowledge claims;
	struct ml_error err = { 0 };

	cr_assert_eq(load(&claims, arena, HEAD "triggers: [open sourc]\nphrases:\n  - {claim: open-source, words: [open source]}\nwords: {bird: [heron, '*like']}\n", &err),
		     0, "%s", err.text);
	const struct ml_claim_language *en = &claims.languages[0];
	cr_expect_eq(en->lexemes_nr, 2);
	cr_assert_eq(en->endings_nr, 1);
	cr_expect_str_eq(en->letters + en->endings[0].text, "like");
	cr_expect_eq(en->endings[0].len, 4);
	cr_expect(ml_classes_meet(&en->endings[0].classes, ml_lexeme_classes(en, &en->lexemes[0])));
	cr_expect_neq(load(&claims, arena, HEAD "triggers: [open sourc]\nphrases:\n  - {claim: open-source, words: [open source]}\nwords: {bird: ['**']}\n", &err), 0);
	ml_arena_free(arena);
}

Test(claims, should_load_words_phrases_and_rows)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_claims_knowledge claims;
	struct ml_error err = { 0 };

	cr_assert_eq(load(&claims, arena, HEAD "triggers: [open sourc]\n" WORDS
			  "rows:\n  - step: own\n    stance: own\n    match: ['{bird} is|was ~3 @ ..4 $']\n", &err), 0, "%s", err.text);
	const struct ml_claim_language *en = &claims.languages[0];
	cr_assert_eq(en->lexemes_nr, 3);
	cr_expect_str_eq(en->letters + en->lexemes[0].text, "heron");
	cr_expect_str_eq(en->letters + en->lexemes[1].text, "open source");
	cr_expect_eq(en->lexemes[1].kind, ML_CLAIM_OPEN_SOURCE);
	cr_expect(en->lexemes[2].stem);
	cr_assert_eq(en->rows_nr, 1);
	cr_expect_eq(en->rows[0].before_nr, 3);
	cr_expect_eq(en->rows[0].after_nr, 2);
	const struct ml_slot *before = &claims.slots[en->rows[0].before];
	cr_expect_eq(before[0].kind, ML_SLOT_NARROW); /* nearest to the phrase first */
	cr_expect_eq(before[0].max, 3);
	cr_assert_eq(before[1].words_nr, 2);
	cr_expect_str_eq(claims.letters + claims.words[before[1].words + 1], "was");
	cr_expect_eq(en->steps[ML_STEP_OWN], 0);
	cr_expect_eq(en->steps[ML_STEP_OWN + 1], 1);
	cr_assert_eq(claims.triggers_nr, 1);
	ml_arena_free(arena);
}

/* "!<wader>|gull*3": none of what the set holds, up to three times. */
Test(claims, should_load_sets_and_bounded_repeats)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_claims_knowledge claims;
	struct ml_error err = { 0 };

	cr_assert_eq(load(&claims, arena, HEAD WORDS "sets:\n  wader: '{bird}|snipe|ruff'\n"
			  "rows:\n  - step: own\n    stance: own\n    match: ['!<wader>|gull*3 @ <wader> {bird}*12']\n", &err), 0, "%s", err.text);
	const struct ml_claim_row *row = &claims.languages[0].rows[0];
	const struct ml_slot *before = &claims.slots[row->before], *after = &claims.slots[row->after];
	cr_expect(before->not);
	cr_expect_eq(before->min, 0);
	cr_expect_eq(before->max, 3);
	cr_assert_eq(before->words_nr, 3);
	cr_expect_str_eq(claims.letters + claims.words[before->words], "snipe");
	cr_expect_str_eq(claims.letters + claims.words[before->words + 2], "gull");
	const struct ml_classes *classes = &claims.class_sets[before->class_set];
	cr_expect(classes->bits[0] | classes->bits[1]);
	cr_expect_eq(after[0].max, 1);
	cr_expect_eq(after[0].words_nr, 2);
	cr_expect_eq(after[1].max, 12);
	ml_arena_free(arena);
}

/* Each word knows the longest other one that it begins with: by that the longest in a text is found. */
Test(claims, should_know_what_a_word_begins_with)
{
	static const struct {
		const char *text, *begins_with;
	} words[] = {
		{ "o", NULL }, { "op", NULL }, { "open", "op" }, { "open air", "open" }, { "open source", "open" }, { "open source model", "open source" },
		{ "opera", "op" }, { "p", NULL },
	};
	struct ml_arena *arena = ml_arena_new();
	struct ml_claims_knowledge claims;
	struct ml_error err = { 0 };

	cr_assert_eq(load(&claims, arena, HEAD "words:\n  bird: [opera, op, open air, p, open, o, open source model]\n"
			  "phrases:\n  - {claim: open-source, form: base, words: [open source]}\n", &err), 0, "%s", err.text);
	const struct ml_claim_language *en = &claims.languages[0];
	cr_assert_eq(en->lexemes_nr, sizeof words / sizeof *words);
	for (size_t i = 0; i < en->lexemes_nr; i++) {
		const struct ml_lexeme *lexeme = &en->lexemes[i];
		cr_expect_str_eq(en->letters + lexeme->text, words[i].text);
		cr_assert_eq(lexeme->up > 0, words[i].begins_with != NULL, "%s: %u", words[i].text, lexeme->up);
		if (lexeme->up)
			cr_expect_str_eq(en->letters + en->lexemes[i - lexeme->up].text, words[i].begins_with);
	}
	ml_arena_free(arena);
}

Test(claims, should_refuse_what_it_does_not_know)
{
	refuses("language: en\nscript: latin\n", "source");
	refuses("script: latin\nsource: x\n", "language");
	refuses(HEAD "phrases:\n  - {claim: open-source, form: base, words: [o]}\n", "one byte");
	refuses(HEAD "extra: 1\n", "extra");
	refuses(HEAD "words: {bird: heron}\n", "bird");
	refuses(HEAD "phrases:\n  - {claim: closed, words: [x]}\n", "closed");
	refuses(HEAD "phrases:\n  - {claim: permissive, form: loud, words: [x]}\n", "loud");
	refuses(HEAD "triggers: [x]\n", "too short");
	refuses(HEAD "rows:\n  - {step: guess, stance: own}\n", "guess");
	refuses(HEAD "rows:\n  - {step: own, stance: mine}\n", "mine");
	refuses(HEAD "rows:\n  - {step: own, stance: own, claims: [cheap]}\n", "cheap");
}

Test(claims, should_refuse_patterns_that_do_not_parse)
{
	static const char *const patterns[][2] = {
		{ "{fish} @", "fish" },   { "@ @", "two phrases" },	 { "@loud", "loud" },	     { "~0 @", "gap" },
		{ "..99 @", "gap" },	  { "..x @", "gap" },		 { "{bird @", "'}'" },	     { "a-b @", "single word" },
		{ "", "empty pattern" },  { "@base+ @", "two phrases" }, { "~999999999999 @", "gap" },
		{ "<fish> @", "no set" }, { "!<fish @", "no set" },	 { "{bird}*13 @", "twelve" }, { "{bird}*0 @", "twelve" }, { "a*99999999999999999999 @", "twelve" },
	};

	for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
		char text[512];
		snprintf(text, sizeof text, HEAD WORDS "rows:\n  - step: own\n    stance: own\n    match: ['%s']\n", patterns[i][0]);
		refuses(text, patterns[i][1]);
	}
}

Test(claims, should_refuse_a_pattern_without_end)
{
	char pattern[400] = "", text[1024];

	for (int i = 0; i < 60; i++)
		memcpy(pattern + 2 * i, "a ", 3);
	snprintf(text, sizeof text, HEAD WORDS "rows:\n  - step: own\n    stance: own\n    match: ['%s@']\n", pattern);
	refuses(text, "too long");
}

Test(claims, should_keep_the_order_of_rows_within_a_step)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_claims_knowledge claims;
	struct ml_error err = { 0 };

	cr_assert_eq(load(&claims, arena, HEAD WORDS "rows:\n"
			  "  - {step: own, stance: own, match: ['a @', 'b @']}\n"
			  "  - {step: negated, stance: negated, match: ['not @']}\n"
			  "  - {step: own, stance: own, match: ['c @']}\n", &err), 0, "%s", err.text);
	const struct ml_claim_language *en = &claims.languages[0];
	cr_assert_eq(en->rows_nr, 4);
	cr_expect_eq(en->rows[0].line, en->rows[1].line + 1); /* "negated" comes before "own" */
	cr_expect_eq(en->rows[1].line, en->rows[2].line);
	cr_expect_eq(en->rows[3].line, en->rows[1].line + 2);
	ml_arena_free(arena);
}

Test(claims, should_name_what_it_numbers)
{
	cr_expect_str_eq(ml_claim_kind_name(ML_CLAIM_COMMERCIAL_USE), "commercial-use");
	cr_expect_str_eq(ml_subject_name(ML_SUBJECT_DATA), "data");
	cr_expect_str_eq(ml_stance_name(ML_STANCE_OTHER), "other");
	cr_expect_str_eq(ml_claim_step_name(ML_STEP_TAGLINE), "tagline");
}
