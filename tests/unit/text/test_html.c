#include "tests/unit/text/markdown_dump.h"

#include "lint/text/entity.h"

TestSuite(html, .init = dump_open, .fini = dump_close);

static const struct {
	const char *text, *blocks;
} cases[] = {
	{ "<h1 align=\"center\">\n <img src=\"l.png\" alt=\"Logo\"><br>\n Heron\n</h1>", "H1 Logo Heron {!l.png: Logo}\n" },
	{ "<div>\n<p>a\n b</p>c<br/>d<hr>e</div>", "P a b\nP c\nP d\nP e\n" },
	{ "<p>a<b>b</b>c &lt;d&gt;&nbsp;e</p>", "P abc <d> e\n" },
	{ "<p><a href=\"u?a=1&amp;b=2\">x y</a><a name=z>w</a></p>", "P x yw {u?a=1&b=2: x y}\n" },
	{ "<p><a href=u><img src=b.svg></a>\n<a href=v><img src='c.svg' alt='two words'/></a></p>", "P two words {!b.svg: } {u: } {!c.svg: two words} {v: two words}\n" },
	{ "<p><img src=a alt=x><img src=b alt=y>z</p>", "P x y z {!a: x} {!b: y}\n" },
	{ "<ul>\n<li>a</li>\n<li>b<ul><li><p>c</p><p>d</p></ul></li>\n</ul>\n<p>e</p>", "Il1 a\nIl1 b\nIl2 c\nPl2 d\nP e\n" },
	{ "<blockquote>a<p>b</blockquote><p>c", "Pq1 a\nPq1 b\nP c\n" },
	{ "<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d<p>e</td></tr></table>", "C0:0 a\nC0:1 b\nC1:0 c\nC1:1 d\nC1:1 e\n" },
	{ "<table><tr><td>a<td>b<tr><td>c<br>d</table><p>e", "C1:0 a\nC1:1 b\nC2:0 c d\nP e\n" },
	{ "<table><tr><th>k</th><td>v</td></tr><tr><th>k2</th><td>v2</td></tr></table>", "C1:0 k\nC1:1 v\nC2:0 k2\nC2:1 v2\n" },
	{ "<table>\n<tr><td>\n\n**a** b\n\n</td><td>c</td></tr></table>", "P a b\nC1:1 c\n" },
	{ "<details><summary>More</summary>\n\ninside\n\n</details>\n\nafter", "P More\nP inside\nP after\n" },
	{ "<pre>a  &lt;\n b</pre>", "K a  <\n b\n" },
	{ "<script>if (a<b) \"<p>no</p>\"</script>\n<p>yes</p>", "P yes\n" },
	{ "<div><style>p { x }</style>yes<!-- no\n --><?no ?><!DOCTYPE no></div>", "P yes\n" },
	{ "<div><!-- never closed <p>no</p>", "" },
	{ "<p>a < b and c<d> e << f</p>", "P a < b and c e << f\n" },
	{ "<p title=\"a > b\">c</p><p title='x>d</p>", "P c\nP d\n" },
	{ "<P ALIGN=CENTER>a</P><IMG SRC=b ALT='&quot;c&quot;'>", "P a\nP \"c\" {!b: \"c\"}\n" },
	{ "<div>\n\n<li>a\n\n# b\n\nc", "I a\nH1 b\nP c\n" },
	{ "> <div>a\n> b\n> <p>c", "Pq1 a b\nPq1 c\n" },
	{ "text <h2>a</h2> b", "P text\nH2 a\nP b\n" },
	{ "- <p>a</p>\n  b\n", "Il1 a\nPl1 b\n" },
	{ "<custom-tag>a</custom-tag> <x:y>b", "P a <x:y>b\n" },
	{ "<p>unended <b", "P unended <b\n" },
	{ "<p><a href='x'>a<p>b</a>c", "P a {x: a}\nP bc\n" },
};

Test(html, becomes_blocks)
{
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct ml_document d = parse(cases[i].text);
		ml_buf_clear(&buf);
		ml_buf_adds(&buf, "");
		for (size_t k = 0; k < d.blocks_nr; k++)
			dump_block(&buf, &d.blocks[k]);
		cr_assert_str_eq(buf.at, cases[i].blocks, "case %zu:\n%s", i, buf.at);
	}
}

Test(html, blocks_say_so)
{
	struct ml_document d = parse("<p>a</p>\n\nb <i>c</i>\n");

	cr_assert(d.blocks[0].html);
	cr_assert(!d.blocks[1].html);
}

Test(html, cells_know_column_and_label)
{
	struct ml_document d = parse("<table><tr><th>model</th><th>license</th></tr><tr><td>a</td><td>mit</td></tr></table>\n\n"
				     "<table><tr><td>b</td><td>gpl</td></tr><tr><td>c</td><td>isc</td></tr></table>");
	const struct ml_block *b = d.blocks;

	cr_assert_eq(d.blocks_nr, 8);
	cr_assert_eq(b[3].column, &b[1]);
	cr_assert_eq(b[3].label, &b[2]);
	cr_assert_eq(b[3].table, 1);
	/* Without header cells there is no header. */
	cr_assert_null(b[7].column);
	cr_assert_eq(b[7].label, &b[6]);
	cr_assert_eq(b[7].table, 2);
}

Test(html, places_hold_across_quoted_lines)
{
	static const char text[] = "> <div>one\n>   two <a href=\"x\">three</a>\n> four";
	struct ml_document d = parse(text);

	cr_assert(ml_span_is(d.blocks[0].text, "one two three four"));
	cr_assert_eq(ml_block_source(&d.blocks[0], 4), (size_t)(strstr(text, "two") - text));
	cr_assert_eq(d.blocks[0].links[0].source, (size_t)(strstr(text, "three") - text));
	cr_assert_eq(ml_block_source(&d.blocks[0], 14), (size_t)(strstr(text, "four") - text));
}

static const struct {
	const char *text, *resolved;
	size_t taken;
} references[] = {
	{ "&amp;x", "&", 5 },	  { "&AElig;", "\xC3\x86", 7 }, { "&#65;", "A", 5 },	{ "&#x1F600;", "\xF0\x9F\x98\x80", 9 },
	{ "&#X41;", "A", 6 },	  { "&nbsp;", " ", 6 },		{ "&#160;", " ", 6 },	{ "&#0;", "\xEF\xBF\xBD", 4 },
	{ "&#xD800;", "\xEF\xBF\xBD", 8 }, { "&zwnj;", "\xE2\x80\x8C", 6 }, { "&amp", NULL, 0 }, { "&;", NULL, 0 },
	{ "&", NULL, 0 },	  { "&#;", NULL, 0 },		{ "&#x;", NULL, 0 },	{ "&#65", NULL, 0 },
	{ "&nosuch;", NULL, 0 },  { "&AMPLIFIEDTOOMUCH;", NULL, 0 }, { "&#99999999;", NULL, 0 },
};

Test(html, references_resolve)
{
	for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
		char bytes[5] = "";
		size_t len = 0;
		size_t taken = ml_entity_get(ml_span_of(references[i].text), bytes, &len);
		cr_assert_eq(taken, references[i].taken, "%s", references[i].text);
		if (taken)
			cr_assert(len == strlen(references[i].resolved) && memcmp(bytes, references[i].resolved, len) == 0);
	}
	cr_assert(ml_span_is(ml_entity_resolve(arena, ml_span_of("a&amp;b&c&copy;")), "a&b&c\xC2\xA9"));
	struct ml_span plain = ml_span_of("plain");
	cr_assert_eq(ml_entity_resolve(arena, plain).at, plain.at);
}
