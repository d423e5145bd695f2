#include "tests/unit/text/markdown_dump.h"

#include <time.h>

#include "lint/base/limits.h"

TestSuite(markdown, .init = dump_open, .fini = dump_close);

static const char *dump(const char *text)
{
	struct ml_document d = parse(text);

	ml_buf_clear(&buf);
	ml_buf_adds(&buf, "");
	for (size_t i = 0; i < d.blocks_nr; i++)
		dump_block(&buf, &d.blocks[i]);
	return buf.at;
}

static const struct {
	const char *text, *blocks;
} cases[] = {
	{ "one\ntwo  \nthree\n\nfour", "P one two three\nP four\n" },
	{ "# A *b*\nText\n\nC\n---\n", "H1 A b\nP Text\nH2 C\n" },
	{ "- a\n  b\n\n  more\n- c\n  1. d\n", "Il1 a b\nPl1 more\nIl1 c\nIl2 d\n" },
	{ "- [ ] todo\n- [x] done\n", "Il1[ ] todo\nIl1[x] done\n" },
	{ "> q\n> > r\n", "Pq1 q\nPq2 r\n" },
	{ "`a b` **c** ~~d~~ [e](f) <https://g.h>", "P a b c d e https://g.h {f: e} {https://g.h: https://g.h}\n" },
	{ "![alt](a.png \"t\")![two](b.png)", "P alt two {!a.png: alt} {!b.png: two}\n" },
	{ "[![badge](b.svg)](LICENSE).", "P badge. {!b.svg: badge} {LICENSE: badge}\n" },
	{ "[![](b.svg)](LICENSE)", "P  {!b.svg: } {LICENSE: }\n" },
	{ "[text][ref] [other][none]\n\n[ref]: to.md", "P text [other][none] {to.md: text}\n" },
	{ "[a](x?y=1&amp;z=2)", "P a {x?y=1&z=2: a}\n" },
	{ "a &lt;b&gt; &copy;&nbsp;2024 &unknown; &#x4F60;", "P a <b> \xC2\xA9 2024 &unknown; \xE4\xBD\xA0\n" },
	{ "open\xC2\xA0source \xC2\xA9", "P open source \xC2\xA9\n" },
	{ "|a|b|\n|-|-|\n|c|d<br>e|\n|f|\n", "C0:0 a\nC0:1 b\nC1:0 c\nC1:1 d e\nC2:0 f\n" },
	{ "> a | b\n> - | :-\n> c | d\n\na|-\n\n-|-", "C0:0q1 a\nC0:1q1 b\nC1:0q1 c\nC1:1q1 d\nP a|-\nP -|-\n" },
	{ "a\n| b | c |\n|-|-|\n\n<div>\nd\n| e | f |\n|-|-|\n</div>\n\ng **|-|**", "P a\nC0:0 b\nC0:1 c\nP d | e | f | |-|-|\nP g |-|\n" },
	{ "```py\nx = 1\n\ny\n```\n    indented\n", "K x = 1\n\ny\nK indented\n" },
	{ "a <b>c</b> <span>d</span> <!-- e --> f", "P a c d f\n" },
	{ "a <br> b\n\n# c<br>d\n\n[e<br>f](g)", "P a\nP b\nH1 c d\nP e f {g: e f}\n" },
	{ "x <img\n src=\"i.png\"\n alt=\"a b\"> y <a\nhref='l'>m</a>", "P x a b y m {!i.png: a b} {l: m}\n" },
	{ "www.x.org and me@x.org", "P www.x.org and me@x.org {http://www.x.org: www.x.org} {mailto:me@x.org: me@x.org}\n" },
	{ "|-", "P |-\n" },
	{ "", "" },
	{ "\n \n<!-- only -->\n", "" },
};

Test(markdown, gives_blocks_in_order)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		cr_assert_str_eq(dump(cases[i].text), cases[i].blocks, "case %zu:\n%s", i, buf.at);
}

/* Each word of a block leads back to the same word of the source. */
Test(markdown, words_lead_to_their_source)
{
	static const char text[] = "# Head *line*\n\n- one **two**\n  three [four](x) `five`\n\n> six\n> seven &amp; eight\n\n"
				   "| nine | ten |\n|---|---|\n| <b>eleven</b> | twelve<br>thirteen |\n\n"
				   "<p align=\"x\">fourteen <img src=\"y\" alt=\"fifteen\">\n sixteen</p>\n";
	struct ml_document d = parse(text);
	size_t words = 0;

	for (size_t i = 0; i < d.blocks_nr; i++) {
		struct ml_span t = d.blocks[i].text;
		for (size_t at = 0; at < t.len; at++) {
			if (!ml_is_alpha(t.at[at]))
				continue;
			size_t from = at;
			while (at < t.len && ml_is_alpha(t.at[at]))
				at++;
			size_t source = ml_block_source(&d.blocks[i], from);
			cr_assert_eq(memcmp(text + source, t.at + from, at - from), 0, "'%.*s'", (int)(at - from), t.at + from);
			cr_assert_eq(ml_block_source(&d.blocks[i], at - 1), source + at - from - 1);
			words++;
		}
	}
	cr_assert_eq(words, 18);
}

static unsigned style_of(const struct ml_document *d, const char *word)
{
	for (size_t i = 0; i < d->blocks_nr; i++) {
		size_t at = ml_span_find(d->blocks[i].text, word);
		if (at != SIZE_MAX)
			return ml_block_style(&d->blocks[i], at);
	}
	cr_assert(false, "no '%s'", word);
	return 0;
}

Test(markdown, styles_are_those_around_the_word)
{
	struct ml_document d = parse("plain `code` **strong *both*** [link ![alt](p)](l) ~~struck~~ <code>tag</code> <b>bold</b> after\n\n"
				     "<p><b>left open</p>\n\n**next** last");

	cr_assert_eq(style_of(&d, "plain"), 0);
	cr_assert_eq(style_of(&d, "code"), ML_STYLE_CODE);
	cr_assert_eq(style_of(&d, "both"), ML_STYLE_STRONG);
	cr_assert_eq(style_of(&d, "link"), ML_STYLE_LINK);
	cr_assert_eq(style_of(&d, "alt"), ML_STYLE_LINK | ML_STYLE_IMAGE);
	cr_assert_eq(style_of(&d, "struck"), ML_STYLE_STRUCK);
	cr_assert_eq(style_of(&d, "tag"), ML_STYLE_CODE);
	cr_assert_eq(style_of(&d, "bold"), ML_STYLE_STRONG);
	cr_assert_eq(style_of(&d, "after"), 0);
	cr_assert_eq(style_of(&d, "last"), 0);
}

Test(markdown, blocks_know_heading_column_and_label)
{
	struct ml_document d = parse("intro\n\n# One\n\n## Two\n\n|model|license|\n|-|-|\n|a|mit|\n|b|gpl|\n\nend");
	const struct ml_block *b = d.blocks;

	cr_assert_eq(d.blocks_nr, 10);
	cr_assert_null(b[0].heading);
	cr_assert_null(b[1].heading);
	cr_assert_eq(b[2].heading, &b[1]);
	cr_assert_eq(b[9].heading, &b[2]);
	cr_assert_null(b[3].column);
	cr_assert_null(b[3].label);
	cr_assert_eq(b[6].column, &b[4]);
	cr_assert_eq(b[6].label, &b[5]);
	cr_assert_eq(b[8].column, &b[4]);
	cr_assert_eq(b[8].label, &b[7]);
	cr_assert_eq(b[8].table, 1);
	cr_assert_eq(b[9].table, 0);
}

Test(markdown, narrow_delimiter_rows_keep_offsets)
{
	static const char text[] = "|one|two|\n|-|:-:|\n|three|four|\n\n`|-|-|`\n\n|five|\n|:-|\n|six|\n\nseven";
	static const char *const words[] = { "one", "two", "three", "four", "|-|-|", "five", "six", "seven" };
	struct ml_document d = parse(text);

	cr_assert_eq(d.blocks_nr, 8);
	for (size_t i = 0; i < 8; i++) {
		cr_assert(ml_span_is(d.blocks[i].text, words[i]), "block %zu is '%s'", i, d.blocks[i].text.at);
		cr_assert_eq(ml_block_source(&d.blocks[i], 0), (size_t)(strstr(text, words[i]) - text), "'%s'", words[i]);
	}
}

Test(markdown, a_table_begins_right_below_words)
{
	static const char text[] = "# Zoo\n\nThe models:\n| one | two |\n|-----|:---:|\n| three | four |\n|-|-|\n\n- an item\n| five | six |\n|---|---|\n\nseven\n";
	static const char *const words[] = { "Zoo", "The models:", "one", "two", "three", "four" };
	struct ml_document d = parse(text);

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		cr_assert(ml_span_is(d.blocks[i].text, words[i]), "block %zu is '%s'", i, d.blocks[i].text.at);
		cr_assert_eq(ml_block_source(&d.blocks[i], 0), (size_t)(strstr(text, words[i]) - text), "'%s'", words[i]);
	}
	cr_assert_eq(d.blocks[2].table, 1);
	cr_assert_eq(d.blocks[5].column, &d.blocks[3]);
	cr_assert_eq(d.blocks[d.blocks_nr - 2].table, 0, "words of an item go on");
	cr_assert(ml_span_is(d.blocks[d.blocks_nr - 1].text, "seven"));
	cr_assert_eq(ml_block_source(&d.blocks[d.blocks_nr - 1], 0), (size_t)(strstr(text, "seven") - text));
}

Test(markdown, links_without_words_have_a_place)
{
	static const char text[] = "Some words first. [![](badge.svg)](LICENSE) and more";
	struct ml_document d = parse(text);

	cr_assert_eq(d.blocks[0].links_nr, 2);
	for (size_t i = 0; i < 2; i++)
		cr_assert(d.blocks[0].links[i].source >= 17 && d.blocks[0].links[i].source <= 44, "at %u", d.blocks[0].links[i].source);
}

Test(markdown, a_range_keeps_the_offsets_of_the_source)
{
	static const char text[] = "---\nlicense: mit\n---\n# A\n\nfirst\n\n# B\n\nsecond\n";
	struct ml_document d;

	ml_markdown_parse(&d, arena, ml_span_of(text), 21);
	check_document(&d, 21, sizeof text - 1);
	cr_assert_eq(d.blocks_nr, 4);
	cr_assert_eq(memcmp(text + d.blocks[0].source_at, "A", 1), 0);
	ml_markdown_parse_range(&d, arena, ml_span_of(text), 34, sizeof text + 100);
	check_document(&d, 34, sizeof text - 1);
	cr_assert_eq(d.blocks_nr, 2);
	cr_assert_eq(memcmp(text + d.blocks[1].source_at, "second", 6), 0);
	ml_markdown_parse_range(&d, arena, ml_span_of(text), 40, 40);
	cr_assert_eq(d.blocks_nr, 0);
	ml_markdown_parse(&d, arena, (struct ml_span){ NULL, 0 }, 0);
	cr_assert_eq(d.blocks_nr, 0);
}

static struct ml_document parse_repeated(const char *before, const char *part, size_t times, const char *after)
{
	struct ml_document d;

	ml_buf_clear(&buf);
	ml_buf_adds(&buf, before);
	for (size_t i = 0; i < times; i++)
		ml_buf_adds(&buf, part);
	ml_buf_adds(&buf, after);
	ml_markdown_parse(&d, arena, ml_buf_span(&buf), 0);
	return d;
}

Test(markdown, limits_are_reached)
{
	struct ml_document d = parse_repeated("", "# a\n", ML_LIMIT_MARKDOWN_BLOCKS, "");

	cr_assert(!d.cut);
	cr_assert_eq(d.blocks_nr, ML_LIMIT_MARKDOWN_BLOCKS);
	d = parse_repeated("", "# a\n", ML_LIMIT_MARKDOWN_BLOCKS + 1, "");
	cr_assert(d.cut);
	cr_assert_eq(d.blocks_nr, ML_LIMIT_MARKDOWN_BLOCKS);
}

/* A short row is filled up to the width of the header, a reference is written out at each use. */
Test(markdown, what_md4c_multiplies_is_cut)
{
	ml_buf_clear(&buf);
	struct ml_document d = parse_repeated("", "|a", 1000, "|\n");
	struct ml_buf table;

	ml_buf_init(&table, 1u << 20);
	ml_buf_add_span(&table, ml_buf_span(&buf));
	for (int i = 0; i < 1000; i++)
		ml_buf_adds(&table, "|---");
	ml_buf_adds(&table, "|\n");
	for (int i = 0; i < 10000; i++)
		ml_buf_adds(&table, "|x|\n");
	ml_markdown_parse(&d, arena, ml_buf_span(&table), 0);
	cr_assert(d.cut);
	ml_buf_clear(&table);
	ml_buf_adds(&table, "\n\n[a]: ");
	for (int i = 0; i < 10000; i++)
		ml_buf_addc(&table, 'b');
	d = parse_repeated("", "[a]", 10000, table.at);
	cr_assert(d.cut);
	ml_buf_release(&table);
}

static const struct {
	const char *before, *part;
} heavy[] = {
	{ "", ">" }, { "", "[" }, { "", "![" }, { "", "*" }, { "", "*a " }, { "", "a**b" }, { "", "_a" }, { "", "<" }, { "", "<a " },
	{ "", "<a href=\"" }, { "<div>\n", "<a href='" }, { "", "<div>" }, { "<p>", "<p x=\"'" }, { "<div>", "<!--" }, { "", "a <!-- " },
	{ "<div>", "<script>" }, { "", "&#1" }, { "<p>", "&" }, { "", "- " }, { "", "1. " }, { "", "[a]: b\n" }, { "", "[a](" },
	{ "", "[a](b" }, { "", "http://" }, { "", "a@" }, { "", "a." }, { "", "www." }, { "", "~~a" }, { "", " " }, { "", "\xC2\xA0" },
	{ "<table>", "<tr><td>a" }, { "<table><tr>", "<th>a" }, { "", "<ul><li>" }, { "", "<blockquote>a\n" }, { "", "\\[" }, { "", "# \n" },
	{ "<p>", "<a href=x>" }, { "<pre>", "&" }, { "<p>", "<b>" }, { "", "\r" }, { "", "> - " }, { "", "|" },
};

Test(markdown, heavy_input_is_bounded)
{
	for (size_t i = 0; i < sizeof heavy / sizeof *heavy; i++) {
		struct timespec before, after;
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
		struct ml_document d = parse_repeated(heavy[i].before, heavy[i].part, 10000, "");
		clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
		check_document(&d, 0, buf.len);
		double seconds = (double)(after.tv_sec - before.tv_sec) + (double)(after.tv_nsec - before.tv_nsec) / 1e9;
		cr_assert_lt(seconds, 1.0, "10000 times '%s': %.2f s", heavy[i].part, seconds);
		ml_arena_reset(arena);
	}
}

static void check_any(struct ml_span text)
{
	char *copy = malloc(text.len + 1);
	struct ml_document d;

	memcpy(copy, text.at, text.len);
	/* Behind the text stands nothing that may be read. */
	char *exact = realloc(copy, text.len ? text.len : 1);
	ml_markdown_parse(&d, arena, (struct ml_span){ exact, text.len }, 0);
	check_document(&d, 0, text.len);
	free(exact);
}

Test(markdown, stands_any_cut)
{
	static const char sample[] = "# T *e*\n<h1 align=\"x\">A &amp; <img src='i' alt='b c'><br>d</h1>\n\n- [x] a `b`\n  > c **d\n\n|a|b|\n|-|-|\n|c|<b>d|\n\n"
				     "<table><tr><th>e</th></tr><tr><td>f<ul><li>g</table>\n\n```\nh\n```\n[i]: j 'k'\n[![l][i]](m \"n\") <!-- o -->\n<script>p</script>\n";

	for (size_t from = 0; from < sizeof sample; from++) {
		check_any((struct ml_span){ sample, from });
		check_any((struct ml_span){ sample + from, sizeof sample - 1 - from });
		ml_arena_reset(arena);
	}
}

Test(markdown, stands_garbage)
{
	static const char *const parts[] = { "<",  ">",	 "</", "<a href=", "<img src=x alt=", "\"",  "'",   "=",	 "<td>", "</td>", "<table>", "</table>", "<tr>",
					     "<h1>", "</h1>", "<li>", "<ul>", "</ul>", "<pre>", "</pre>", "<br>", "<!--", "-->", "&amp;", "&", "\n", "\n\n",
					     " ", "word", "# ", "- ", "> ", "|", "|-|-|\n", "```\n", "`", "*", "[", "](x)", "![", "\xE4\xBD\xA0", "\xC2\xA0", "\t", "\r", "\\", "~~", "    " };
	char text[400];

	srand(20240508);
	for (int round = 0; round < 6000; round++) {
		size_t len = 0, nr = (size_t)rand() % 40;
		for (size_t i = 0; i < nr; i++) {
			const char *part = parts[(size_t)rand() % (sizeof parts / sizeof *parts)];
			memcpy(text + len, part, strlen(part));
			len += strlen(part);
		}
		check_any((struct ml_span){ text, len });
		ml_arena_reset(arena);
	}
}
