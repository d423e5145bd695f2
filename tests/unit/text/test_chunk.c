#include "tests/unit/text/markdown_dump.h"

TestSuite(chunk, .init = dump_open, .fini = dump_close);

/* starts: with what each chunk begins; NULL ends them. */
static const struct {
	const char *text, *starts[6];
} cases[] = {
	{ "# A\na\n## B\nb\n# C", { "# A", "a", "## B", "b", "# C" } },
	{ "intro\n\n# A\n", { "intro", "# A" } },
	{ "# A\r\nb\r\n#\r\n", { "# A", "b", "#" } },
	{ "#no\n####### no\n # no\n\\# no\n# A", { "#no", "# A" } },
	{ "# A\n```sh\n# no\n```\n# B", { "# A", "```sh", "# B" } },
	{ "# A\n~~~~\n# no\n~~~\n# no\n~~~~~\n# B", { "# A", "~~~~", "# B" } },
	{ "- x\n  ```\n  # no\n  ```\n# B", { "- x", "# B" } },
	/* Which of the two a reader sees depends on the list: not cut any more. */
	{ "- x\n  ```\n# maybe\n  ```\n# B", { "- x" } },
	{ "<a>\n```\n# maybe\n```\n# B", { "<a>" } },
	{ "text <b>\n# A\n<b>x</b> y\n# B", { "text", "# A", "<b>", "# B" } },
	{ "```a``` b\n# A", { "```a``` b", "# A" } },
	{ "```\n# no", { "```" } },
	{ "<!-- x\n\n# no\n-->\n# A", { "<!-- x", "# A" } },
	{ "<!-- x -->\n# A", { "<!-- x -->", "# A" } },
	{ "<pre>\n\n# no\n</pre>\n# A", { "<pre>", "# A" } },
	{ "<div>\n# no\n\n# A", { "<div>", "# A" } },
	{ "> # no\n# A", { "> # no", "# A" } },
	{ "a\nb\n\nc\n\n\n  d\n\ne", { "a", "c", "e" } },
	{ "- a\n\n  more\n- b\n\n- c\n\nd", { "- a", "- c", "d" } },
	{ "# A\n    code\n\n    more\nb", { "# A", "    code" } },
	{ "a\n```\nx\n\ny\n```\nb\n```\nz\n```\n\nc", { "a", "```\nx", "b", "```\nz", "c" } },
	{ "```\nx\n```\n  b\n\nc", { "```", "c" } },
	{ "<table>\n\na\n\n</table>\n\nb", { "<table>", "b" } },
	{ "<ul>\n\na\n\n# A\n\nb", { "<ul>", "# A", "b" } },
	{ "| a |\n|---|\n| b |\n\nc", { "| a |", "c" } },
	{ "", { NULL } },
	{ "\n\n", { "" } },
};

Test(chunk, begin_where_nothing_goes_on)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ml_span text = ml_span_of(cases[i].text);
		struct ml_chunk chunk;
		size_t at = 0, nr = 0, last = 0;
		while (ml_chunk_next(text, &at, &chunk)) {
			cr_assert_lt(nr, 6);
			cr_assert_not_null(cases[i].starts[nr], "case %zu has a chunk at %zu", i, chunk.from);
			cr_assert(ml_span_starts(ml_span_sub(text, chunk.from, chunk.to), cases[i].starts[nr]), "case %zu, chunk %zu", i, nr);
			cr_assert_eq(chunk.from, last);
			cr_assert_eq(chunk.kind == ML_CHUNK_HEADING, cases[i].starts[nr][0] == '#' && cases[i].starts[nr][1] != 'n', "case %zu", i);
			last = chunk.to;
			nr++;
		}
		cr_assert_eq(last, text.len);
		cr_assert(nr == 6 || !cases[i].starts[nr], "case %zu ends after %zu chunks", i, nr);
	}
}

static const struct {
	const char *text;
	enum ml_chunk_kind kind;
	bool bearing;
} kinds[] = {
	{ "# A", ML_CHUNK_HEADING, false },
	{ "```\na\n\n```\n\n", ML_CHUNK_CODE, false },
	{ "```\na", ML_CHUNK_CODE, false },
	{ "```\na\n```\n b", ML_CHUNK_TEXT, false },
	{ "a\nb", ML_CHUNK_TEXT, false },
	{ "a\n===", ML_CHUNK_TEXT, true },
	{ "a\n---\n", ML_CHUNK_TEXT, true },
	{ "---\na", ML_CHUNK_TEXT, false },
	{ "a | b\n--- | ---", ML_CHUNK_TEXT, false },
	{ "- a\n- # b", ML_CHUNK_TEXT, true },
	{ "> ## b", ML_CHUNK_TEXT, true },
	{ "3. a", ML_CHUNK_TEXT, false },
	{ " ## b", ML_CHUNK_TEXT, true },
	{ "[a]: b", ML_CHUNK_TEXT, true },
	{ "[a](b)", ML_CHUNK_TEXT, false },
	{ "<p>a<H2>b</H2>", ML_CHUNK_TEXT, true },
	{ "<p>a<hr>", ML_CHUNK_TEXT, false },
};

Test(chunk, knows_what_others_need)
{
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		struct ml_chunk chunk;
		size_t at = 0;
		cr_assert(ml_chunk_next(ml_span_of(kinds[i].text), &at, &chunk));
		cr_assert_eq(at, strlen(kinds[i].text), "case %zu", i);
		cr_assert_eq(chunk.kind, kinds[i].kind, "case %zu", i);
		cr_assert_eq(chunk.bearing, kinds[i].bearing, "case %zu", i);
	}
}

static bool same_words(const struct ml_block *a, const struct ml_block *b)
{
	return !a || !b ? a == b : ml_span_eq(a->text, b->text);
}

/* A block without its neighbors is what it is in the whole text. */
static void check_block(const struct ml_block *block, const struct ml_block *whole, struct ml_span text)
{
	cr_assert(ml_span_eq(block->text, whole->text), "'%s' is '%s'\n%.*s", block->text.at, whole->text.at, ML_SPAN_ARG(text));
	cr_assert_eq(block->source_end, whole->source_end, "%.*s", ML_SPAN_ARG(text));
	cr_assert_eq(block->kind, whole->kind, "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
	cr_assert_eq(block->list_depth, whole->list_depth, "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
	cr_assert_eq(block->quote_depth, whole->quote_depth, "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
	cr_assert_eq(block->links_nr, whole->links_nr, "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
	cr_assert(same_words(block->heading, whole->heading), "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
	cr_assert(same_words(block->column, whole->column), "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
	cr_assert(same_words(block->label, whole->label), "'%s'\n%.*s", block->text.at, ML_SPAN_ARG(text));
}

/*
 * Drops some chunks, never headings and bearing ones, and finds the blocks of the others unchanged. (Tables end with an
 * empty line here: md4c 0.4.8 takes a heading or fence right below one for a row of it, where GitHub and the chunks do not.)
 */
static void check_same(struct ml_span text, unsigned drop)
{
	struct ml_document whole, document;
	struct ml_stretch kept[64];
	struct ml_chunk chunk;
	size_t at = 0, nr = 0, block = 0, part = 0;

	while (ml_chunk_next(text, &at, &chunk)) {
		bool droppable = chunk.kind == ML_CHUNK_CODE || (chunk.kind == ML_CHUNK_TEXT && !chunk.bearing);
		if (!droppable || (unsigned)rand() % 100 >= drop)
			kept[nr++] = (struct ml_stretch){ chunk.from, chunk.to };
	}
	ml_markdown_parse(&whole, arena, text, 0);
	ml_markdown_parse_parts(&document, arena, text, kept, nr);
	check_document(&document, 0, text.len);
	for (size_t i = 0; i < whole.blocks_nr; i++) {
		/* By its end: what md4c makes up at the start of code stands where the last words ended. */
		while (part < nr && kept[part].to < whole.blocks[i].source_end)
			part++;
		if (part == nr || whole.blocks[i].source_end <= kept[part].from)
			continue;
		cr_assert_lt(block, document.blocks_nr, "'%s' is gone\n%.*s", whole.blocks[i].text.at, ML_SPAN_ARG(text));
		check_block(&document.blocks[block++], &whole.blocks[i], text);
	}
	cr_assert_eq(block, document.blocks_nr, "%.*s", ML_SPAN_ARG(text));
}

Test(chunk, blocks_are_those_of_the_whole)
{
	static const char *const lines[] = {
		"# head", "## two", "text", "", "", "", "", "- item", "  more", "```", "~~~", "<!-- c", "c -->", "> quote", "<div>", "</div>", "  ```",
		"    # code", "<p>x</p>", "1. one", "---", "<b>x</b> y", "   ~~~", "      x", "```` a", "<a>", "<td", "<img", "    <div>", "<x-y>",
		"| a | b |\n|---|---|\n| c | d |\n", "<table>", "</table>", "<tr><td>cell", "<ul><li>x", "</ul>", "[a][r]", "[r]: u", "===", "> - # h", "2. ## h",
		"* x", "  - y", "   z", "<h2>t</h2>", "[l](u)", "<blockquote>", "</blockquote>",
	};
	char text[900];

	srand(20240509);
	for (int round = 0; round < 20000; round++) {
		size_t len = 0, nr = (size_t)rand() % 24;
		for (size_t i = 0; i < nr; i++) {
			const char *line = lines[(size_t)rand() % (sizeof lines / sizeof *lines)];
			memcpy(text + len, line, strlen(line));
			len += strlen(line);
			text[len++] = '\n';
		}
		check_same((struct ml_span){ text, len }, round % 3 * 50);
		ml_arena_reset(arena);
	}
}
