#include "tests/unit/text/markdown_dump.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(section, .init = set_up, .fini = tear_down);

/* starts: the line with which each section begins; NULL ends them. */
static const struct {
	const char *text, *starts[6];
} cases[] = {
	{ "# A\na\n## B\nb\n# C", { "# A", "## B", "# C" } },
	{ "intro\n\n# A\n", { "intro", "# A" } },
	{ "# A\r\nb\r\n#\r\n", { "# A", "#" } },
	{ "#no\n####### no\n # no\n\\# no\n# A", { "#no", "# A" } },
	{ "# A\n```sh\n# no\n```\n# B", { "# A", "# B" } },
	{ "# A\n~~~~\n# no\n~~~\n# no\n~~~~~\n# B", { "# A", "# B" } },
	{ "- x\n  ```\n  # no\n  ```\n# B", { "- x", "# B" } },
	/* Which of the two a reader sees depends on the list: not split any more. */
	{ "- x\n  ```\n# maybe\n  ```\n# B", { "- x" } },
	{ "<a>\n```\n# maybe\n```\n# B", { "<a>" } },
	{ "text <b>\n# A\n<b>x</b> y\n# B", { "text", "# A", "# B" } },
	{ "```a``` b\n# A", { "```a``` b", "# A" } },
	{ "```\n# no", { "```" } },
	{ "<!-- x\n# no\n-->\n# A", { "<!-- x", "# A" } },
	{ "<!-- x -->\n# A", { "<!-- x -->", "# A" } },
	{ "<pre>\n\n# no\n</pre>\n# A", { "<pre>", "# A" } },
	{ "<div>\n# no\n\n# A", { "<div>", "# A" } },
	{ "> # no\n# A", { "> # no", "# A" } },
	{ "", { NULL } },
	{ "\n\n", { "" } },
};

Test(section, begin_at_headings)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ml_span text = ml_span_of(cases[i].text);
		struct ml_section section;
		size_t at = 0, nr = 0, last = 0;
		while (ml_section_next(text, &at, &section)) {
			cr_assert_not_null(cases[i].starts[nr], "case %zu has a section at %zu", i, section.from);
			cr_assert(ml_span_starts(ml_span_sub(text, section.from, section.to), cases[i].starts[nr]), "case %zu, section %zu", i, nr);
			cr_assert_eq(section.from, last);
			cr_assert_eq(section.level > 0, cases[i].starts[nr][0] == '#' && cases[i].starts[nr][1] != 'n', "case %zu", i);
			last = section.to;
			nr++;
		}
		cr_assert_eq(last, text.len);
		cr_assert_null(cases[i].starts[nr], "case %zu ends after %zu sections", i, nr);
	}
}

/* What the scan calls a heading, md4c does too: parsing by sections gives the blocks of the whole. */
static void check_same(struct ml_span text)
{
	struct ml_document whole, part;
	struct ml_section section;
	size_t at = 0, block = 0;

	ml_markdown_parse(&whole, arena, text, 0);
	while (ml_section_next(text, &at, &section)) {
		ml_markdown_parse_range(&part, arena, text, section.from, section.to);
		check_document(&part, section.from, section.to);
		for (size_t i = 0; i < part.blocks_nr; i++, block++) {
			cr_assert_lt(block, whole.blocks_nr);
			cr_assert(ml_span_eq(part.blocks[i].text, whole.blocks[block].text), "'%s' is '%s'\n%.*s", part.blocks[i].text.at,
				  whole.blocks[block].text.at, ML_SPAN_ARG(text));
			cr_assert_eq(part.blocks[i].source_at, whole.blocks[block].source_at);
		}
	}
	cr_assert_eq(block, whole.blocks_nr, "%.*s", ML_SPAN_ARG(text));
}

Test(section, blocks_are_those_of_the_whole)
{
	static const char *const lines[] = { "# head", "## two", "text", "", "", "- item", "  more", "```", "~~~", "<!-- c", "c -->", "> quote",
					     "<div>", "</div>", "  ```", "    # code", "<p>x</p>", "1. one", "---", "<b>x</b> y",
					     "   ~~~", "      x", "```` a", "<a>", "<td", "<img", "    <div>", "<x-y>" };
	char text[600];

	srand(20240509);
	for (int round = 0; round < 4000; round++) {
		size_t len = 0, nr = (size_t)rand() % 16;
		for (size_t i = 0; i < nr; i++) {
			const char *line = lines[(size_t)rand() % (sizeof lines / sizeof *lines)];
			memcpy(text + len, line, strlen(line));
			len += strlen(line);
			text[len++] = '\n';
		}
		check_same((struct ml_span){ text, len });
		ml_arena_reset(arena);
	}
}
