#include "tests/unit/facts/memory.h"

static struct memory m;
static struct ml_file *card, *license, *below;

static void open_memory(void)
{
	static const char *const names[] = { "heron-7b", "heron" };

	memory_open(&m);
	license = memory_file(&m, "MODEL LICENSE", "");
	card = memory_file(&m, "README.md", "");
	below = memory_file(&m, "docs/README.md", "");
	m.facts->identity = names;
	m.facts->identity_nr = 2;
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(target, .init = open_memory, .fini = close_memory);

static const struct ml_file *from(const struct ml_file *file, const char *link)
{
	return ml_target_of(m.facts, file, ml_span_of(link));
}

Test(target, follows_relative_paths)
{
	cr_assert_eq(from(card, "MODEL%20LICENSE"), license);
	cr_assert_eq(from(card, "./MODEL%20LICENSE#L12"), license);
	cr_assert_eq(from(card, "/MODEL%20LICENSE?raw=true"), license);
	cr_assert_eq(from(below, "../MODEL%20LICENSE"), license);
	cr_assert_eq(from(card, "docs/./README.md"), below);
}

Test(target, stays_within_the_tree)
{
	cr_assert_null(from(card, "../MODEL%20LICENSE"));
	cr_assert_null(from(below, "../../MODEL%20LICENSE"));
	cr_assert_null(from(card, "%2e%2e/%2e%2e/etc/passwd"));
	cr_assert_null(from(card, "#license"));
	cr_assert_null(from(card, ""));
	cr_assert_null(from(card, "%00"));
}

Test(target, knows_its_own_address)
{
	cr_assert_eq(from(card, "https://github.com/marsh/heron-7b/blob/main/MODEL%20LICENSE"), license);
	cr_assert_eq(from(card, "https://raw.githubusercontent.com/marsh/heron-7b/main/MODEL%20LICENSE"), license);
	cr_assert_eq(from(card, "https://huggingface.co/marsh/Heron-7B/resolve/main/MODEL%20LICENSE"), license);
	cr_assert_null(from(card, "https://github.com/marsh/bittern/blob/main/MODEL%20LICENSE"));
	cr_assert_null(from(card, "https://example.org/heron-7b/blob/main/MODEL%20LICENSE"));
	cr_assert_null(from(card, "https://github.com/marsh/heron-7b"));
}

Test(target, takes_no_address_that_is_too_long)
{
	char link[4096];

	memset(link, 'a', sizeof link - 1);
	link[sizeof link - 1] = 0;
	cr_assert_null(from(card, link));
	memcpy(link, "https://github.com/", 19);
	cr_assert_null(from(card, link));
}

Test(target, knows_its_own_names)
{
	cr_assert(ml_is_own_name(m.facts, ml_span_of("Heron-70B-Chat")));
	cr_assert(ml_is_own_name(m.facts, ml_span_of("the heron models")));
	cr_assert_not(ml_is_own_name(m.facts, ml_span_of("Bittern")));
	cr_assert_not(ml_is_own_name(m.facts, ml_span_of("superheron")));
	/* Names are kept as words; how they are joined is nobody's name. */
	static const char *const joined[] = { "video heron" };
	m.facts->identity = joined;
	m.facts->identity_nr = 1;
	cr_assert(ml_is_own_name(m.facts, ml_span_of("our Video-Heron")));
	cr_assert(ml_is_own_name(m.facts, ml_span_of("video_heron-7b")));
	cr_assert_not(ml_is_own_name(m.facts, ml_span_of("Video Bittern")));
}
