#include "lint/base/yaml_plain.h"

#include <criterion/criterion.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/base/yaml.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(yaml_plain, .init = set_up, .fini = tear_down);

/* The end of the document, written out, changes nothing of its tree, and is not plain. */
static struct ml_parsed by_libyaml(struct ml_span text)
{
	struct ml_parsed parsed;
	const char *whole = ml_arena_printf(arena, "%.*s\n...\n", ML_SPAN_ARG(text));

	cr_assert_not(ml_yaml_plain(arena, ml_span_of(whole), 2, &parsed));
	ml_yaml_parse(arena, ml_span_of(whole), 2, &parsed);
	return parsed;
}

static bool same_node(const struct ml_node *a, const struct ml_node *b)
{
	return a->kind == b->kind && a->quoted == b->quoted && ml_span_eq(a->key, b->key) && ml_span_eq(a->text, b->text) &&
	       !a->text.at == !b->text.at && a->key_line == b->key_line && a->line == b->line && a->column == b->column &&
	       a->end_line == b->end_line && a->end_column == b->end_column && a->nr == b->nr && (!a->text.at || !a->text.at[a->text.len]);
}

/* No deeper than root, list, item. */
static bool same_tree(const struct ml_node *a, const struct ml_node *b)
{
	if (!same_node(a, b))
		return false;
	for (a = a->first, b = b->first; a && b; a = a->next, b = b->next) {
		const struct ml_node *x = a->first, *y = b->first;
		if (!same_node(a, b))
			return false;
		for (; x && y; x = x->next, y = y->next)
			if (!same_node(x, y))
				return false;
		if (x || y)
			return false;
	}
	return !a && !b;
}

static bool same_repeated(const struct ml_parsed *a, const struct ml_parsed *b)
{
	bool same = a->repeated_nr == b->repeated_nr;

	for (size_t i = 0; same && i < a->repeated_nr; i++)
		same = ml_span_eq(a->repeated[i].key, b->repeated[i].key) && a->repeated[i].line == b->repeated[i].line &&
		       a->repeated[i].first_line == b->repeated[i].first_line;
	return same;
}

/* Whether the text is plain; where it is, libyaml has to read the same. */
static bool is_plain(struct ml_span text)
{
	struct ml_parsed plain, full;

	if (!ml_yaml_plain(arena, text, 2, &plain))
		return false;
	full = by_libyaml(text);
	cr_assert_eq(full.fault, ML_PARSE_OK, "libyaml refuses:\n%.*s", ML_SPAN_ARG(text));
	cr_assert(same_tree(plain.root, full.root) && same_repeated(&plain, &full), "read otherwise:\n%.*s", ML_SPAN_ARG(text));
	return true;
}

Test(yaml_plain, reads_front_matter_as_libyaml_does)
{
	static const char *const texts[] = {
		"license: apache-2.0\n",
		"license: apache-2.0",
		"license: mit\ntags:\n- a\n- b c\nlanguage:\n  - en\n  -   'no'\n  - no\n",
		"# a note: of mine\n\nlicense:   other  \n   \n  # another\nlicense_name: \"my license: of # 2024\"\n",
		"a:\nb: ~\nc: null\nd: ''\ne: \"\"\nf:\n- Null\n- x:y\n- a#b\n",
		"license: mit\nlicense: apache-2.0\nlicense:\n- mit\n",
		"a: b - c, [d] {e} & * ! | > % @ ` \\ =\n",
		"a:\n- 10K<n<100K\nb_c-d2: .5\n_: (x)\n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cr_assert(is_plain(ml_span_of(texts[i])), "not plain:\n%s", texts[i]);
}

Test(yaml_plain, leaves_the_rest_to_libyaml)
{
	static const char *const texts[] = {
		"",	      "# note\n",	"word\n",	"{}\n",		    "- a\n",	      "a: [b]\n",	"a: b: c\n",	"a: b:\n",
		"a: b # c\n", "a: b\n  c\n",	"a: b\n- c\n",	"a:\n- b\n  - c\n", "a:\n  - b\n- c\n", "a:\n-\n",	"a:\n- b: c\n", "a:\n- b:\n",
		"a:\n  b: c\n", "a: 'b\n  c'\n", "a: 'b''c'\n", "a: \"b\\n\"\n",    "a: \"b\" c\n",   "a: 'b\n",	"a: |\n  b\n",	"a: &b c\n",
		"a:b\n",      "a:\tb\n",	"a : b\n",	"a: b\r\n",	    "a: \xC3\xA9\n",  "a: \xFF\n",	"a: \x7F\n",	"1: b\n",
		" a: b\n",    "---\na: b\n",	"a: b\n...\n",	"a: b\n---\nc: d\n", "a: -\n",	      "? a\n",		"%YAML 1.1\n",	"a: %b\n",
	};

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		cr_assert_not(is_plain(ml_span_of(texts[i])), "plain:\n%s", texts[i]);
}

Test(yaml_plain, bytes_that_are_no_text_are_not_plain)
{
	for (unsigned c = 0; c < 256; c++) {
		char text[] = "a: b?c\n";
		text[4] = (char)c;
		bool plain = is_plain((struct ml_span){ text, sizeof text - 1 });
		cr_assert_eq(plain, c >= ' ' && c <= '~', "byte %u", c);
	}
}

/* Lines put together at random: whatever of them is plain, libyaml reads alike. */
Test(yaml_plain, agrees_with_libyaml_on_random_lines)
{
	static const char *const parts[] = { "a",    "bc",   "license", ":",  ": ", " ",  "  ",	 "- ",	"-",   "\n", "\n", "\n", "#",	 " #",
					     "\"",   "'",    "x y",	"~",  "null", "no", "1.0", "{",	 "[a]", "<",  "=",  "b: ", "\n- ", "\n  - " };
	uint32_t seed = 1;
	size_t plain = 0;

	for (unsigned round = 0; round < 20000; round++) {
		struct ml_buf text;
		ml_buf_init(&text, 1000);
		ml_buf_adds(&text, round % 2 ? "k:" : "k: ");
		for (unsigned i = 0; i < 3 + round % 11; i++) {
			seed = seed * 1664525u + 1013904223u;
			ml_buf_adds(&text, parts[(seed >> 16) % (sizeof parts / sizeof *parts)]);
		}
		plain += is_plain(ml_buf_span(&text));
		ml_buf_release(&text);
		ml_arena_reset(arena);
	}
	cr_assert_gt(plain, 500, "only %zu texts were plain", plain);
}

Test(yaml_plain, a_key_or_a_list_without_end_is_left_to_libyaml)
{
	struct ml_parsed parsed;
	struct ml_buf text;

	ml_buf_init(&text, 8 * ML_LIMIT_YAML_NODES);
	for (unsigned i = 0; i < 2000; i++)
		ml_buf_addc(&text, 'k');
	ml_buf_adds(&text, ": v\n");
	cr_assert_not(ml_yaml_plain(arena, ml_buf_span(&text), 1, &parsed));
	ml_buf_clear(&text);
	ml_buf_adds(&text, "k:\n");
	for (unsigned i = 0; i < ML_LIMIT_YAML_NODES; i++)
		ml_buf_adds(&text, "- v\n");
	cr_assert_not(ml_yaml_plain(arena, ml_buf_span(&text), 1, &parsed));
	ml_yaml_parse(arena, ml_buf_span(&text), 1, &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_LIMIT);
	ml_buf_release(&text);
}
