#include "rules/gen/gen.h"

#include <assert.h>

#include "lint/knowledge/openness.h"

#define TABLE_MAX (1u << 20)

/* Lists stand before the rows that point to them: gen_openness_WHAT_I. */
static void put_names(struct ml_buf *out, const char *what, size_t i, const char *const *names, size_t nr)
{
	if (!nr)
		return;
	ml_buf_addf(out, "static const char *const gen_openness_%s_%zu[] = { ", what, i);
	for (size_t k = 0; k < nr; k++) {
		gen_literal_c(out, names[k]);
		ml_buf_adds(out, k + 1 < nr ? ", " : " };\n");
	}
}

static void put_member(struct ml_buf *out, const char *member, const char *what, size_t i, size_t nr)
{
	if (nr)
		ml_buf_addf(out, ".%s = gen_openness_%s_%zu, .%s_nr = %zu, ", member, what, i, member, nr);
}

static void put_text(struct ml_buf *out, const char *member, const char *text)
{
	if (!text)
		return;
	ml_buf_addf(out, ".%s = ", member);
	gen_literal_c(out, text);
	ml_buf_adds(out, ", ");
}

static void put_components(struct ml_buf *out, const struct ml_openness *openness)
{
	for (size_t i = 0; i < openness->components_nr; i++)
		put_names(out, "files", i, openness->components[i].files, openness->components[i].files_nr);
	ml_buf_adds(out, "static const struct ml_component gen_components[] = {\n");
	for (size_t i = 0; i < openness->components_nr; i++) {
		const struct ml_component *c = &openness->components[i];
		ml_buf_adds(out, "\t{ ");
		put_text(out, "id", c->id);
		put_text(out, "name", c->name);
		put_text(out, "replaces", c->replaces);
		put_text(out, "words", c->words);
		put_text(out, "source", c->source);
		put_member(out, "files", "files", i, c->files_nr);
		ml_buf_addf(out, ".content = (enum ml_content)%d, .class = %d, .required = %d, .scope = (enum ml_part_scope)%d, .data = (enum ml_part_data)%d, .offered = %d, .card = %d, .told = %d },\n",
			    (int)c->content, c->class, c->required, (int)c->scope, (int)c->data, c->offered, c->card, c->told);
	}
	ml_buf_adds(out, "};\n");
}

static void put_requirement(struct ml_buf *out, size_t i, const struct ml_requirement *r)
{
	ml_buf_adds(out, "\t{ ");
	put_text(out, "title", r->title);
	put_text(out, "asks", r->asks);
	put_text(out, "source", r->source);
	put_member(out, "fails", "fails", i, r->fails_nr);
	put_member(out, "unclear", "unclear", i, r->unclear_nr);
	put_member(out, "fail_keys", "fail_keys", i, r->fail_keys_nr);
	put_member(out, "unclear_keys", "unclear_keys", i, r->unclear_keys_nr);
	put_member(out, "components", "asked", i, r->components_nr);
	ml_buf_addf(out, ".standard = (enum ml_standard)%d, .scope = (enum ml_part_scope)%d, .osd = %d, .optional = %d, .any = %d },\n", (int)r->standard,
		    (int)r->scope, r->osd, r->optional, r->any);
}

static void put_requirements(struct ml_buf *out, const struct ml_openness *openness)
{
	for (size_t i = 0; i < openness->requirements_nr; i++) {
		const struct ml_requirement *r = &openness->requirements[i];
		put_names(out, "fails", i, r->fails, r->fails_nr);
		put_names(out, "unclear", i, r->unclear, r->unclear_nr);
		put_names(out, "fail_keys", i, r->fail_keys, r->fail_keys_nr);
		put_names(out, "unclear_keys", i, r->unclear_keys, r->unclear_keys_nr);
		put_names(out, "asked", i, r->components, r->components_nr);
	}
	ml_buf_adds(out, "static const struct ml_requirement gen_requirements[] = {\n");
	for (size_t i = 0; i < openness->requirements_nr; i++)
		put_requirement(out, i, &openness->requirements[i]);
	ml_buf_adds(out, "};\n");
}

static void put_lists(struct ml_buf *out, const char *what, const struct ml_id_list *lists, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		put_names(out, what, i, lists[i].ids, lists[i].ids_nr);
	ml_buf_addf(out, "static const struct ml_id_list gen_%s_lists[] = {\n", what);
	for (size_t i = 0; i < nr; i++) {
		ml_buf_adds(out, "\t{ ");
		put_text(out, "why", lists[i].why);
		put_text(out, "source", lists[i].source);
		put_member(out, "ids", what, i, lists[i].ids_nr);
		ml_buf_addf(out, ".content = (enum ml_content)%d },\n", (int)lists[i].content);
	}
	ml_buf_adds(out, "};\n");
}

static void put_standards(struct ml_buf *out, const struct ml_openness *openness)
{
	assert(openness->standards); /* a load without them fails */
	for (size_t i = 0; i < ML_STANDARD_NR; i++)
		put_names(out, "rules", i, openness->standards[i].rules, openness->standards[i].rules_nr);
	ml_buf_adds(out, "static const struct ml_standard_info gen_standards[] = {\n");
	for (size_t i = 0; i < ML_STANDARD_NR; i++) {
		ml_buf_addf(out, "\t{ .id = (enum ml_standard)%zu, ", i);
		put_member(out, "rules", "rules", i, openness->standards[i].rules_nr);
		put_text(out, "title", openness->standards[i].title);
		put_text(out, "source", openness->standards[i].source);
		ml_buf_adds(out, "},\n");
	}
	ml_buf_adds(out, "};\n");
	for (size_t i = 0; i < openness->stated_nr; i++)
		put_names(out, "said", i, openness->stated[i].words, openness->stated[i].words_nr);
	ml_buf_adds(out, "static const struct ml_stated gen_stated[] = {\n");
	for (size_t i = 0; i < openness->stated_nr; i++) {
		ml_buf_addf(out, "\t{ .standard = (enum ml_standard)%d, .class = %d, ", (int)openness->stated[i].standard, openness->stated[i].class);
		put_text(out, "pattern", openness->stated[i].pattern);
		put_member(out, "words", "said", i, openness->stated[i].words_nr);
		put_text(out, "source", openness->stated[i].source);
		ml_buf_adds(out, "},\n");
	}
	ml_buf_adds(out, "};\n");
}

int gen_load_openness(struct ml_openness *out, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err)
{
	for (size_t i = 0; i < paths_nr; i++) {
		const struct ml_node *root;
		if (gen_read_yaml(&root, arena, paths[i], err) || ml_openness_load(out, arena, paths[i], root, err))
			return -1;
	}
	return ml_openness_check(out, err);
}

int gen_openness(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_openness openness = { 0 };
	struct ml_buf out;
	int status;

	if (gen_load_openness(&openness, arena, args + 1, args_nr - 1, err))
		return -1;
	ml_buf_init(&out, TABLE_MAX);
	ml_buf_adds(&out, "/* Made by mlint_gen from rules/knowledge/openness: do not edit. */\n");
	put_components(&out, &openness);
	put_standards(&out, &openness);
	put_requirements(&out, &openness);
	put_lists(&out, "open", openness.open, openness.open_nr);
	put_lists(&out, "suited", openness.suited, openness.suited_nr);
	ml_buf_addf(&out, "static const struct ml_openness gen_openness = {\n\tgen_components, %zu, gen_standards, gen_requirements, %zu, gen_stated, %zu, gen_open_lists, gen_suited_lists, %zu, %zu,\n\t",
		    openness.components_nr, openness.requirements_nr, openness.stated_nr, openness.open_nr, openness.suited_nr);
	gen_literal_c(&out, openness.not_there);
	ml_buf_adds(&out, ", ");
	gen_literal_c(&out, openness.not_stated);
	ml_buf_adds(&out, "\n};\n");
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
