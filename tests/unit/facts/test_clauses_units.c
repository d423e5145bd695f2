#include "lint/facts/clauses_units.h"
#include "lint/facts/clauses_marker.h"

#include <criterion/criterion.h>
#include <string.h>

#include "rules/registry.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(clauses_units, .init = set_up, .fini = tear_down);

static struct ml_units split(const char *text)
{
	struct ml_units units;

	ml_units_split(&units, arena, &ml_builtin_knowledge, ml_span_of(text));
	return units;
}

static struct ml_span text_of(const struct ml_units *units, size_t i)
{
	return (struct ml_span){ units->text.at + units->at[i].from, units->at[i].to - units->at[i].from };
}

/* The unit that holds those words, counted from 1; 0: none. */
static size_t find(const struct ml_units *units, const char *words)
{
	for (size_t i = 0; i < units->nr; i++)
		if (ml_span_find(text_of(units, i), words) != SIZE_MAX)
			return i + 1;
	return 0;
}

Test(clauses_units, joins_wrapped_lines_and_splits_sentences)
{
	struct ml_units units = split("You may   use the\n  model. Version 2.0 (see e.g. the\nnotes of Heron Inc. and v. 3) is\nnewer.\n\nAnother one");

	cr_assert_eq(units.nr, 3);
	cr_expect(ml_span_is(text_of(&units, 0), "You may use the model."));
	cr_expect(ml_span_is(text_of(&units, 1), "Version 2.0 (see e.g. the notes of Heron Inc. and v. 3) is newer."));
	cr_expect(ml_span_is(text_of(&units, 2), "Another one"));
}

Test(clauses_units, folds_signs_and_finds_the_way_back)
{
	const char *text = "> **You**&nbsp;\u201cmay\u201d \u2014 <b>not</b> \\[sell\\] \uff11\u4ebf";
	struct ml_units units = split(text);

	cr_assert_eq(units.nr, 1);
	cr_expect(ml_span_is(text_of(&units, 0), "You \"may\" - not [sell] 1\u4ebf"), "%.*s", ML_SPAN_ARG(text_of(&units, 0)));
	size_t at = ml_span_find(units.text, "sell");
	cr_expect_eq(strncmp(text + ml_fold_source(&units.fold, at), "sell", 4), 0);
	at = ml_span_find(units.text, "not");
	cr_expect_eq(strncmp(text + ml_fold_source(&units.fold, at), "not", 3), 0);
}

Test(clauses_units, ties_items_to_the_words_before_them)
{
	struct ml_units units = split("You must not use it to:\n\n1. break laws, such as:\n   a. theft\n   b. arson\n2. spy on people\n\nThe end is near.");

	size_t lead = find(&units, "must not"), laws = find(&units, "break laws");
	cr_expect_eq(units.at[laws - 1].lead, lead);
	cr_expect_eq(units.at[find(&units, "theft") - 1].lead, laws);
	cr_expect_eq(units.at[find(&units, "arson") - 1].lead, laws);
	cr_expect_eq(units.at[find(&units, "spy on") - 1].lead, lead);
	cr_expect_eq(units.at[find(&units, "The end") - 1].lead, 0);
}

Test(clauses_units, follows_lists_without_markers_and_colons)
{
	struct ml_units units = split("Nobody may use it for\n\n- war;\n- theft.\n\nYou will not:\n\nsell it,\n\nlend it\n\nWARRANTY\n\nThere is none.");

	cr_expect_eq(units.at[find(&units, "war;") - 1].lead, find(&units, "Nobody"));
	cr_expect_eq(units.at[find(&units, "theft") - 1].lead, find(&units, "Nobody"));
	cr_expect_eq(units.at[find(&units, "sell it") - 1].lead, find(&units, "You will not"));
	cr_expect_eq(units.at[find(&units, "There is none") - 1].lead, 0);
}

Test(clauses_units, keeps_inline_counts_together_and_tells_sections)
{
	struct ml_units units = split("3.2 Limits. You may not use it for (i) sale,\n(ii) war, or\n(iii) theft.\n\n4. More. Something else.");

	cr_expect_eq(find(&units, "sale, (ii) war"), find(&units, "or (iii) theft"));
	const struct ml_unit *unit = &units.at[find(&units, "theft") - 1];
	cr_expect(ml_span_is(ml_span_sub(units.text, unit->section, unit->section_to), "3.2"));
	unit = &units.at[find(&units, "Something") - 1];
	cr_expect(ml_span_is(ml_span_sub(units.text, unit->section, unit->section_to), "4"));
}

Test(clauses_units, joins_chinese_without_blanks)
{
	struct ml_units units = split("\u60a8\u4e0d\u5f97\u5c06\u6a21\u578b\n\u7528\u4e8e\u6218\u4e89\u3002\u8c22\u8c22");

	cr_assert_eq(units.nr, 2);
	cr_expect(ml_span_is(text_of(&units, 0), "\u60a8\u4e0d\u5f97\u5c06\u6a21\u578b\u7528\u4e8e\u6218\u4e89\u3002"));
}

Test(clauses_units, reads_markers)
{
	static const struct {
		const char *line;
		enum ml_marker_kind kind;
		size_t len;
	} rows[] = {
		{ "- x", ML_MARKER_BULLET, 2 },	 { "\u2022 x", ML_MARKER_BULLET, 4 }, { "3. x", ML_MARKER_NUMBER, 3 },	{ "(3) x", ML_MARKER_NUMBER, 4 },
		{ "3.2 x", ML_MARKER_DOTTED, 4 }, { "3.2.1. x", ML_MARKER_DOTTED, 7 }, { "(b) x", ML_MARKER_LETTER, 4 }, { "b. x", ML_MARKER_LETTER, 3 },
		{ "(iv) x", ML_MARKER_ROMAN, 5 }, { "## x", ML_MARKER_HEADING, 3 }, { "**3.** x", ML_MARKER_NUMBER, 0 },
		{ "\u4e00\u3001x", ML_MARKER_HAN, 6 }, { "\uff08\u4e8c\uff09x", ML_MARKER_HAN, 9 }, { "1\u3001x", ML_MARKER_NUMBER, 4 },
		{ "word", ML_MARKER_NONE, 0 },	 { "2024 was", ML_MARKER_NONE, 0 }, { "a word", ML_MARKER_NONE, 0 }, { "(", ML_MARKER_NONE, 0 },
		{ "(1", ML_MARKER_NONE, 0 },	 { "1", ML_MARKER_NONE, 0 },	 { "", ML_MARKER_NONE, 0 },	     { "\xe2\x91", ML_MARKER_NONE, 0 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_marker marker = ml_marker_read(ml_span_of(rows[i].line));
		cr_expect_eq(marker.kind, rows[i].kind, "'%s' gave %d", rows[i].line, (int)marker.kind);
		if (marker.kind && rows[i].kind != ML_MARKER_NUMBER)
			cr_expect_eq(marker.len, rows[i].len, "'%s' took %zu", rows[i].line, marker.len);
	}
}

Test(clauses_units, takes_drawn_signs_before_a_blank_for_bullets)
{
	struct ml_units units = split("You may not:\n\u274c share the data\n\u26d4\ufe0f sell it\n\U0001f6ab change it\n\nAll is well \u2192 go on.\n");

	cr_assert_eq(units.nr, 5);
	for (size_t i = 1; i < 4; i++)
		cr_expect_eq(units.at[i].lead, 1);
	cr_expect_eq(ml_marker_read(ml_span_of("\u2705")).kind, ML_MARKER_NONE);
	cr_expect_eq(ml_marker_read(ml_span_of("\u2705done")).kind, ML_MARKER_NONE);
	cr_expect_eq(ml_marker_read((struct ml_span){ "\xe2\x9d", 2 }).kind, ML_MARKER_NONE);
}

Test(clauses_units, cuts_long_sentences_between_words_and_characters)
{
	char *text = ml_arena_alloc(arena, 6002);
	for (size_t i = 0; i + 3 <= 6000; i += 3)
		memcpy(text + i, "\u7684", 3);
	struct ml_units units = split(text);

	cr_assert_gt(units.nr, 3);
	for (size_t i = 0; i < units.nr; i++) {
		cr_expect_leq(units.at[i].to - units.at[i].from, ML_UNIT_BYTES);
		cr_expect_eq((units.at[i].to - units.at[i].from) % 3, 0);
		cr_expect_eq(units.at[i].lead, i ? 1 : 0);
	}
}

Test(clauses_units, survives_cut_off_and_garbage_text)
{
	static const char garbage[] = "1.\n(\n<\n&\n\\\n**\n- \n<a href=\n\xe2\x80\n\xef\xbc\n\0\n#\n\r\r\n>\n/*\n*/\n\xff\xfe:\n:\n(a)\n";

	for (size_t len = 0; len <= sizeof garbage - 1; len++) {
		struct ml_units units;
		ml_units_split(&units, arena, &ml_builtin_knowledge, (struct ml_span){ garbage, len });
		for (size_t i = 0; i < units.nr; i++) {
			cr_assert_lt(units.at[i].from, units.at[i].to);
			cr_assert_leq(units.at[i].to, units.text.len);
			cr_assert_leq(units.at[i].lead, i);
		}
	}
}
