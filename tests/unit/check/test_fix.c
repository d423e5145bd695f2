/* Edits that checks offer: front matter of every form, and what refuses one. */
#include "tests/unit/facts/memory.h"

#include "lint/base/limits.h"
#include "lint/check/fix.h"
#include "lint/check/sink_p.h"
#include "lint/fix/patch.h"

static struct memory m;
static struct ml_sink sink;
static struct ml_finding finding;

static void teardown(void)
{
	memory_close(&m);
}
TestSuite(fix, .fini = teardown);

static const struct ml_card *card(const char *text)
{
	memory_open(&m);
	sink.arena = m.arena;
	finding = (struct ml_finding){ .sink = &sink, .fingerprint = "0" };
	struct ml_card *card = ml_arena_alloc(m.arena, sizeof(*card));
	struct ml_file *file = memory_file(&m, "README.md", text);
	if (ml_span_starts(file->text, "\xef\xbb\xbf"))
		file->text = ml_span_sub(file->bytes, 3, file->bytes.len);
	ml_card_read(card, m.arena, m.scratch, file);
	return card;
}

/* The card's bytes after the fix. */
static const char *fixed(void)
{
	struct ml_fixed all = { .arena = m.arena };
	const struct ml_verdict verdict = { .findings = &finding, .findings_nr = 1 };

	cr_assert_eq(ml_fix_round(&all, &verdict, true), 1);
	return ml_arena_dup(m.arena, all.patches[0].after);
}

static const struct {
	const char *before, *key, *value, *after;
} keys[] = {
	{ "---\nlicense: mti\n---\nwords\n", "license", "mit", "---\nlicense: mit\n---\nwords\n" },
	{ "---\r\nlicense: mti\r\n---\r\nwords\r\n", "license", "mit", "---\r\nlicense: mit\r\n---\r\nwords\r\n" },
	{ "\xef\xbb\xbf---\nlicense: mti\n---\n", "license", "mit", "\xef\xbb\xbf---\nlicense: mit\n---\n" },
	{ "---\nlicense: \"mti\" # as agreed\ntags: [a]\n---\n", "license", "mit", "---\nlicense: \"mit\" # as agreed\ntags: [a]\n---\n" },
	{ "---\nlicense:\nlanguage: en\n---\n", "license", "mit", "---\nlicense: mit\nlanguage: en\n---\n" },
	{ "---\nlanguage: en\n---\n", "license", "mit", "---\nlanguage: en\nlicense: mit\n---\n" },
	{ "---\r\nlanguage: en\r\n---\r\n", "license", "mit", "---\r\nlanguage: en\r\nlicense: mit\r\n---\r\n" },
};

Test(fix, sets_keys_and_keeps_the_rest)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		cr_expect(ml_fix_key(&finding, card(keys[i].before), keys[i].key, keys[i].value, NULL), "case %zu", i);
		if (finding.fix_nr)
			cr_expect_str_eq(fixed(), keys[i].after, "case %zu: '%s'", i, fixed());
		if (i + 1 < sizeof keys / sizeof *keys)
			memory_close(&m);
	}
}

Test(fix, quotes_what_yaml_would_read_as_something_else)
{
	cr_assert(ml_fix_key(&finding, card("---\nlanguage: en\n---\n"), "license_name", "no", NULL));
	cr_expect_neq(strpbrk(strstr(fixed(), "license_name:"), "'\""), NULL, "%s", fixed());
}

Test(fix, drops_the_line_of_a_key)
{
	cr_assert(ml_fix_drop_key(&finding, card("---\nlicense: mit\nlicense_link: x # y\n---\n"), "license_link"));
	cr_expect_str_eq(fixed(), "---\nlicense: mit\n---\n");
}

Test(fix, refuses_what_it_cannot_write_for_good)
{
	const struct ml_card *of = card("---\nlicense: mit\n---\n");

	((struct ml_file *)of->file)->converted = true;
	cr_expect_not(ml_fix_replace(&finding, of->file, 0, 1, "x"));
	cr_expect(finding.unfixable);
	((struct ml_file *)of->file)->converted = false;
	cr_expect_not(ml_fix_replace(&finding, of->file, 0, 1, "x"), "an edit of it could not be made");
}

Test(fix, has_a_limit_of_edits)
{
	const struct ml_card *of = card("---\nlicense: mit\n---\n");

	for (size_t i = 0; i < ML_LIMIT_EDITS; i++)
		cr_assert(ml_fix_replace(&finding, of->file, 4, 4, "x"));
	cr_expect_eq(finding.fix_nr, ML_LIMIT_EDITS);
	cr_expect_not(ml_fix_replace(&finding, of->file, 4, 4, "x"));
	cr_expect_eq(finding.fix_nr, 0, "all edits are one fix");
}
