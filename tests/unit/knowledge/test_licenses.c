#include <criterion/criterion.h>
#include <criterion/parameterized.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/yaml.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

static const char heron[] = "licenses:\n"
			    "  - id: heron-1.0\n"
			    "    spdx: Heron-1.0\n"
			    "    hub: heron-1.0\n"
			    "    name: Heron Community License Agreement\n"
			    "    year: 2024\n"
			    "    class: use-restricted\n"
			    "    text_duty: text\n"
			    "    osd: fails\n"
			    "    osd_failed: [5, 6]\n"
			    "    terms:\n"
			    "      - attribution\n"
			    "      - {term: user-threshold, value: 5000 MAU, section: \"2.b\"}\n"
			    "    aliases: [Heron 1.0, Heron Community License]\n"
			    "    urls: [heron.example/license]\n"
			    "    source: made up for this test\n"
			    "  - id: mit\n"
			    "    spdx: MIT\n"
			    "    name: MIT License\n"
			    "    osi_approved: true\n"
			    "    aliases: [MIT]\n"
			    "    source: made up\n"
			    "  - id: cc-by-nc-4.0\n"
			    "    name: Creative Commons Attribution-NonCommercial 4.0 International\n"
			    "    aliases: [CC BY-NC 4.0, Creative Commons Attribution Non Commercial 4.0]\n"
			    "    urls: [creativecommons.org/licenses/by-nc/4.0]\n"
			    "    source: made up\n"
			    "  - id: other\n"
			    "    placeholder: true\n"
			    "    source: made up\n"
			    "  - id: apache-2.0\n"
			    "    spdx: Apache-2.0\n"
			    "    name: Apache License 2.0\n"
			    "    aliases: [Apache 2.0]\n"
			    "    urls: [apache.org/licenses/license-2.0]\n"
			    "    source: made up\n"
			    "  - id: gpl-3.0\n"
			    "    name: GNU General Public License v3.0\n"
			    "    aliases: [GPLv3]\n"
			    "    source: made up\n";

struct fixture {
	struct ml_arena *arena;
	struct ml_license *licenses;
	size_t nr;
	struct ml_names names;
	struct ml_knowledge knowledge;
};

static int load(struct fixture *f, const char *yaml, struct ml_error *err)
{
	struct ml_parsed parsed;

	ml_yaml_parse(f->arena, ml_span_of(yaml), 1, &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_OK, "%u: %s", parsed.line, parsed.message);
	return ml_licenses_load(&f->licenses, &f->nr, f->arena, "heron.yml", parsed.root, err);
}

/* What a name of one word needs around it. */
static const char *const licensing[] = { "licen", "released under", "terms", "许可", "协议" };
static const struct ml_list lists[ML_LIST_NR] = { [ML_LIST_LICENSING] = { .at = licensing, .nr = sizeof licensing / sizeof *licensing } };

static void open_heron(struct fixture *f)
{
	struct ml_error err = { 0 };

	f->arena = ml_arena_new();
	cr_assert_eq(load(f, heron, &err), 0, "%s", err.text);
	cr_assert_eq(ml_names_make(&f->names, f->arena, f->licenses, f->nr, &err), 0, "%s", err.text);
	f->knowledge = (struct ml_knowledge){ .licenses = f->licenses, .licenses_nr = f->nr, .names = &f->names, .lists = lists };
}

Test(licenses, should_load_every_field)
{
	struct fixture f;

	open_heron(&f);
	const struct ml_license *h = ml_license_by_id(&f.knowledge, ml_span_of("HERON-1.0"));
	cr_assert_not_null(h);
	cr_expect_str_eq(h->name, "Heron Community License Agreement");
	cr_expect_eq(h->year, 2024);
	cr_expect_eq(h->class, ML_CLASS_USE_RESTRICTED);
	cr_expect_eq(h->text_duty, ML_TEXT_DUTY_TEXT);
	cr_expect_eq(h->osd, ML_OSD_FAILS);
	cr_expect_eq(h->osd_failed, 1u << 5 | 1u << 6);
	cr_assert_eq(h->terms_nr, 2);
	cr_expect_eq(h->terms[0].id, ML_TERM_USER_THRESHOLD, "heaviest first");
	cr_expect_str_eq(h->terms[0].value, "5000 MAU");
	cr_expect_str_eq(h->terms[0].section, "2.b");
	cr_expect_null(h->terms[1].value);
	cr_expect_eq(h->aliases_nr, 2);
	ml_arena_free(f.arena);
}

struct wrong {
	char yaml[200], says[80];
};
static struct wrong wrongs[] = {
	{ "licenses:\n  - id: a\n    source: s\n    licence: x\n", "heron.yml:4: unknown key 'licence'" },
	{ "licenses:\n  - id: a\n    name: A\n", "heron.yml:2: license 'a' has no source" },
	{ "licenses:\n  - name: A\n    source: s\n", "heron.yml:2: a license without id" },
	{ "licenses:\n  - id: a\n    source: s\n    terms: [no-such-term]\n", "heron.yml:4: unknown term 'no-such-term'" },
	{ "licenses:\n  - id: a\n    source: s\n    terms:\n      - {term: attribution, when: x}\n", "heron.yml:5: unknown key 'when'" },
	{ "licenses:\n  - id: a\n    source: s\n    terms:\n      - {term: attribution, only: birds}\n", "heron.yml:5: the only value is 'multimodal', not 'birds'" },
	{ "licenses:\n  - id: a\n    source: s\n    osd: maybe\n", "heron.yml:4: unknown value 'maybe'" },
	{ "licenses:\n  - id: a\n    source: s\n    osd_failed: [11]\n", "heron.yml:4: not a number in range: '11'" },
	{ "licenses:\n  - id: a\n    source: s\n    family: perhaps\n", "heron.yml:4: neither true nor false: 'perhaps'" },
	{ "licenses:\n  - id: a\n    source: s\n    year: soon\n", "heron.yml:4: not a number: 'soon'" },
	{ "licenses:\n  - id: a\n    source:\n", "heron.yml:3: 'source' is empty" },
	{ "licenses:\n  - id: a\n    source: s\n    aliases: B\n", "heron.yml:4: not a list: 'B'" },
	{ "licenses:\n  - just-a-name\n", "heron.yml:2: not a license: 'just-a-name'" },
	{ "models: []\n", "heron.yml:1: no list 'licenses'" },
};

ParameterizedTestParameters(licenses, should_say_what_is_wrong_and_where)
{
	return cr_make_param_array(struct wrong, wrongs, sizeof wrongs / sizeof *wrongs);
}

ParameterizedTest(struct wrong *wrong, licenses, should_say_what_is_wrong_and_where)
{
	struct fixture f = { .arena = ml_arena_new() };
	struct ml_error err = { 0 };

	cr_expect_eq(load(&f, wrong->yaml, &err), -1);
	cr_expect_str_eq(err.text, wrong->says);
	ml_arena_free(f.arena);
}

Test(licenses, should_refuse_a_name_of_two_licenses)
{
	struct fixture f = { .arena = ml_arena_new() };
	struct ml_error err = { 0 };

	load(&f, "licenses:\n  - id: a\n    name: Marsh License\n    source: s\n  - id: b\n    aliases: [The Marsh Licence]\n    source: s\n", &err);
	cr_expect_eq(ml_names_make(&f.names, f.arena, f.licenses, f.nr, &err), -1);
	cr_expect_str_eq(err.text, "licenses 'a' and 'b' share an id, a name or an address");
	ml_arena_free(f.arena);
}

struct named {
	char name[120], id[24];
	bool exact;
};
static struct named names[] = {
	{ "mit", "mit", true },
	{ "MIT", "mit", false },
	{ "The MIT License", "mit", false },
	{ "MIT \xe5\x8d\x8f\xe8\xae\xae", "mit", false },
	{ "apache-2.0", "apache-2.0", true },
	{ "Apache License, Version 2.0", "apache-2.0", false },
	{ "Apache v2", "apache-2.0", false },
	{ "APACHE LICENCE 2.0 (Apache-2.0)", "apache-2.0", false },
	{ "cc by nc 4", "cc-by-nc-4.0", false },
	{ "Creative Commons Attribution Non-Commercial 4.0", "cc-by-nc-4.0", false },
	{ "GPL v3", "gpl-3.0", false },
	{ "gpl 3.0", "gpl-3.0", false },
	{ "heron community", "heron-1.0", false },
	{ "other", "other", true },
	{ "Apache 1.1", "", false },
	{ "license", "", false },
	{ "", "", false },
};

ParameterizedTestParameters(licenses, should_know_names_as_people_write_them)
{
	return cr_make_param_array(struct named, names, sizeof names / sizeof *names);
}

ParameterizedTest(struct named *named, licenses, should_know_names_as_people_write_them)
{
	struct fixture f;
	bool exact = !named->exact;

	open_heron(&f);
	const struct ml_license *license = ml_license_by_name(&f.knowledge, ml_span_of(named->name), &exact);
	cr_expect_str_eq(license ? license->id : "", named->id, "'%s' is %s", named->name, license ? license->id : "unknown");
	cr_expect_eq(exact, named->exact, "'%s'", named->name);
	ml_arena_free(f.arena);
}

static struct named urls[] = {
	{ "https://www.apache.org/licenses/LICENSE-2.0", "apache-2.0", false },
	{ "http://www.apache.org/licenses/LICENSE-2.0.txt", "apache-2.0", false },
	{ "https://creativecommons.org/licenses/by-nc/4.0/", "cc-by-nc-4.0", false },
	{ "https://creativecommons.org/licenses/by-nc/4.0/deed.fr?x=1#y", "cc-by-nc-4.0", false },
	{ "https://creativecommons.org/licenses/by-nc/3.0/", "", false },
	{ "https://heron.example/license/", "heron-1.0", false },
	{ "https://heron.example/", "", false },
	{ "", "", false },
};

ParameterizedTestParameters(licenses, should_know_addresses)
{
	return cr_make_param_array(struct named, urls, sizeof urls / sizeof *urls);
}

ParameterizedTest(struct named *url, licenses, should_know_addresses)
{
	struct fixture f;

	open_heron(&f);
	const struct ml_license *license = ml_license_by_url(&f.knowledge, ml_span_of(url->name));
	cr_expect_str_eq(license ? license->id : "", url->id, "'%s'", url->name);
	ml_arena_free(f.arena);
}

struct sentence {
	char text[160];
	char found[120]; /* id[words as written] of each, with "; " between them */
};
static struct sentence sentences[] = {
	{ "The code is MIT, the weights are licensed under CC BY-NC 4.0.", "mit[MIT]; cc-by-nc-4.0[CC BY-NC 4.0]" },
	{ "Released under the Apache License, Version 2.0 (see LICENSE).", "apache-2.0[Apache License, Version 2.0]" },
	{ "We thank the MIT for its support.", "" },
	{ "We thank researchers of MIT and admit that licenses matter.", "mit[MIT]" },
	{ "All of it is under the mit license.", "mit[mit license]" },
	{ "It submits to no license and permits all.", "" },
	{ "Heron 1.0 and the Heron Community License Agreement", "heron-1.0[Heron 1.0]; heron-1.0[Heron Community License Agreement]" },
	{ "GPLv3 is another license; so is gpl-3.0 license", "gpl-3.0[GPLv3]; gpl-3.0[gpl-3.0 license]" },
	{ "some other license", "" },
	{ "see heron-1.0/LICENSE and gpl/license", "heron-1.0[heron-1.0]" },
	{ "MIT \xe6\x9d\x83\xe9\x87\x8d", "" }, /* weights, not a grant */
	{ "Heron Community \xe8\xae\xb8\xe5\x8f\xaf\xe8\xaf\x81", "heron-1.0[Heron Community \xe8\xae\xb8\xe5\x8f\xaf\xe8\xaf\x81]" },
	{ "Apache 2.0. MIT is not a license word here: Apache 2.05", "apache-2.0[Apache 2.0]; mit[MIT]" },
	{ "\xe4\xbb\xa3\xe7\xa0\x81\xe9\x87\x87\xe7\x94\xa8 MIT \xe5\x8d\x8f\xe8\xae\xae\xe5\xbc\x80\xe6\xba\x90", "mit[MIT \xe5\x8d\x8f\xe8\xae\xae]" },
	{ "", "" },
};

ParameterizedTestParameters(licenses, should_find_names_in_prose)
{
	return cr_make_param_array(struct sentence, sentences, sizeof sentences / sizeof *sentences);
}

ParameterizedTest(struct sentence *s, licenses, should_find_names_in_prose)
{
	struct fixture f;
	struct ml_license_mention mention;
	struct ml_buf found;
	size_t at = 0;

	open_heron(&f);
	ml_buf_init(&found, 1000);
	ml_buf_adds(&found, "");
	while (ml_license_mention_next(&f.knowledge, ml_span_of(s->text), &at, &mention, false))
		ml_buf_addf(&found, "%s%s[%.*s]", found.len ? "; " : "", mention.license->id, (int)(mention.to - mention.from),
			    s->text + mention.from);
	cr_expect_str_eq(found.at ? found.at : "", s->found);
	ml_buf_release(&found);
	ml_arena_free(f.arena);
}

Test(licenses, should_take_every_cut_of_a_sentence)
{
	struct fixture f;
	const struct sentence *s = &sentences[1];

	open_heron(&f);
	for (size_t from = 0; from < strlen(s->text); from++)
		for (size_t to = from; to <= strlen(s->text); to++) {
			struct ml_license_mention mention;
			struct ml_span text = { ml_arena_dup(f.arena, (struct ml_span){ s->text + from, to - from }), to - from };
			for (size_t at = 0; ml_license_mention_next(&f.knowledge, text, &at, &mention, false);)
				cr_assert(mention.from < mention.to && mention.to <= text.len && at <= text.len);
			ml_license_by_name(&f.knowledge, text, NULL);
			ml_license_by_url(&f.knowledge, text);
		}
	ml_arena_free(f.arena);
}
