#include <criterion/criterion.h>

#include "lint/source/git_config.h"
#include "lint/source/ignore.h"

struct row {
	const char *pattern, *text;
	bool whole, match;
};

Test(ignore, matches_as_gitignore_says)
{
	static const struct row rows[] = {
		{ "*.pdf", "a.pdf", false, true },	 { "*.pdf", "a.pdfx", false, false },	{ "a?c", "abc", false, true },
		{ "[ab]c", "bc", false, true },		 { "[!ab]c", "bc", false, false },	{ "[a-c]x", "bx", false, true },
		{ "[]x]", "]", false, true },		 { "[ab", "a", false, false },		{ "\\*", "*", false, true },
		{ "\\*", "a", false, false },		 { "*", "a/b", true, false },		{ "a/*", "a/b", true, true },
		{ "a/*", "a/b/c", true, false },	 { "**/c", "a/b/c", true, true },	{ "**/c", "c", true, true },
		{ "a/**", "a/b/c", true, true },	 { "a/**/c", "a/c", true, true },	{ "a/**/c", "a/x/y/c", true, true },
		{ "a/**/c", "a/x/cc", true, false },	 { "a**c", "abbc", true, true },	{ "a**c", "a/c", true, false },
		{ "**/a*/b*d", "x/az/bcd", true, true }, { "*a*b", "xaxb", false, true },	{ "", "", false, true },
		{ "**/foo/**", "a/foo/b", true, true },	 { "/****/*.c", "/x/y/a.c", true, true },	 { "a*b/c*d", "axb/cxd", true, true },	{ "a*b/c*d", "axb/cxe", true, false },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(ml_glob_match(ml_span_of(rows[i].pattern), ml_span_of(rows[i].text), rows[i].whole), rows[i].match,
			     "%s against %s", rows[i].pattern, rows[i].text);
}

Test(ignore, hostile_patterns_end)
{
	char pattern[4096], text[4096];
	for (size_t i = 0; i < sizeof pattern - 1; i += 2) {
		pattern[i] = '*';
		pattern[i + 1] = 'a';
	}
	pattern[sizeof pattern - 1] = '\0';
	for (size_t i = 0; i < sizeof text; i++)
		text[i] = 'a';
	text[sizeof text - 1] = '\0';
	pattern[sizeof pattern - 2] = 'b';
	for (int i = 0; i < 1000; i++)
		cr_assert_not(ml_glob_match(ml_span_of(pattern), ml_span_of(text), true));
}

Test(config, public_urls_hold_no_secret)
{
	static const char *const rows[][2] = {
		{ "https://user:token@host.org/a/b.git", "https://host.org/a/b.git" },
		{ "https://token@host.org/a/b", "https://host.org/a/b" },
		{ "https://host.org/a/b?private_token=1#x", "https://host.org/a/b" },
		{ "https://u:p@ss@host.org/a@b", "https://host.org/a@b" },
		{ "ssh://git@host.org:22/a/b", "ssh://host.org:22/a/b" },
		{ "git@host.org:a/b.git", "git@host.org:a/b.git" },
		{ "https://", "https://" },
		{ "", "" },
	};
	struct ml_arena *arena = ml_arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(ml_git_public_url(arena, ml_span_of(rows[i][0])), rows[i][1]);
	ml_arena_free(arena);
}

Test(config, origin_or_the_only_remote)
{
	static const struct {
		const char *text, *remote;
		bool sha256;
	} rows[] = {
		{ "[remote \"a\"]\n url = x\n[remote \"origin\"]\n url = \"y\" ; no\n", "y", false },
		{ "[remote \"a\"]\nurl = x # no\n", "x", false },
		{ "[remote \"a\"]\nurl = x\n[remote \"b\"]\nurl = y\n", NULL, false },
		{ "[Extensions]\n\tObjectFormat = SHA256\n[remote]\nurl = x\n", NULL, true },
		{ "[remote \"a\nurl", NULL, false },
		{ "[", NULL, false },
		{ "[remote \"a\"]\nurl\nurl =", "", false },
		{ "", NULL, false },
	};
	struct ml_arena *arena = ml_arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_git_config config;
		ml_git_config_read(&config, arena, ml_span_of(rows[i].text));
		cr_expect_eq(config.sha256, rows[i].sha256);
		if (!rows[i].remote)
			cr_expect_null(config.remote, "%s", rows[i].text);
		else
			cr_expect(config.remote && strcmp(config.remote, rows[i].remote) == 0, "%s", rows[i].text);
	}
	ml_arena_free(arena);
}
