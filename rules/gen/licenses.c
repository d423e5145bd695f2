#include "rules/gen/gen.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/licenses.h"

#define TABLE_MAX (16u << 20)

static void put_list(struct ml_buf *out, const char *what, size_t i, const char *const *list, size_t nr)
{
	if (!nr)
		return;
	ml_buf_addf(out, "static const char *const gen_license_%s_%zu[] = { ", what, i);
	for (size_t k = 0; k < nr; k++) {
		gen_literal_c(out, list[k]);
		ml_buf_adds(out, k + 1 < nr ? ", " : " };\n");
	}
}

static void put_terms(struct ml_buf *out, size_t i, const struct ml_license *license)
{
	if (!license->terms_nr)
		return;
	ml_buf_addf(out, "static const struct ml_license_term gen_license_terms_%zu[] = {\n", i);
	for (size_t k = 0; k < license->terms_nr; k++) {
		ml_buf_addf(out, "\t{ (enum ml_term_id)%d, ", (int)license->terms[k].id);
		gen_literal_c(out, license->terms[k].value);
		ml_buf_adds(out, ", ");
		gen_literal_c(out, license->terms[k].section);
		ml_buf_addf(out, ", %s },\n", license->terms[k].multimodal ? "true" : "false");
	}
	ml_buf_adds(out, "};\n");
}

static void put_text(struct ml_buf *out, const char *field, const char *text)
{
	if (!text)
		return;
	ml_buf_addf(out, " .%s = ", field);
	gen_literal_c(out, text);
	ml_buf_addc(out, ',');
}

static void put_flag(struct ml_buf *out, const char *field, bool flag)
{
	if (flag)
		ml_buf_addf(out, " .%s = true,", field);
}

static void put_reference(struct ml_buf *out, const char *what, size_t i, size_t nr)
{
	if (nr)
		ml_buf_addf(out, " .%s = gen_license_%s_%zu, .%s_nr = %zu,", what, what, i, what, nr);
}

static void put_duties(struct ml_buf *out, size_t i, const struct ml_duties *duties)
{
	if (!duties)
		return;
	put_list(out, "phrases", i, duties->phrases, duties->phrases_nr);
	ml_buf_addf(out, "static const struct ml_duties gen_license_duties_%zu = {", i);
	put_text(out, "notice", duties->notice);
	put_text(out, "notice_when", duties->notice_when);
	put_text(out, "phrase_when", duties->phrase_when);
	put_text(out, "phrase_of", duties->phrase_of);
	put_text(out, "prefix", duties->prefix);
	put_text(out, "prefix_when", duties->prefix_when);
	put_text(out, "policy", duties->policy);
	put_text(out, "section", duties->section);
	put_flag(out, "copy", duties->copy);
	put_flag(out, "changes", duties->changes);
	put_flag(out, "prefix_outputs", duties->prefix_outputs);
	put_reference(out, "phrases", i, duties->phrases_nr);
	ml_buf_addf(out, " .phrase_duty = (enum ml_phrase_duty)%d, .phrase_act = (enum ml_phrase_act)%d,", (int)duties->phrase_duty,
		    (int)duties->phrase_act);
	ml_buf_addf(out, " .reach = (enum ml_duty_reach)%d, .place = (enum ml_duty_place)%d };\n", (int)duties->reach, (int)duties->place);
}

static void put_license(struct ml_buf *out, size_t i, const struct ml_license *license)
{
	ml_buf_adds(out, "\t{");
	put_text(out, "id", license->id);
	put_text(out, "spdx", license->spdx);
	put_text(out, "hub", license->hub);
	put_text(out, "name", license->name);
	put_text(out, "version", license->version);
	put_text(out, "publisher", license->publisher);
	put_text(out, "replaced_by", license->replaced_by);
	put_text(out, "source", license->source);
	put_text(out, "why", license->why);
	ml_buf_addf(out, " .year = %u, .class = (enum ml_license_class)%d, .text_duty = (enum ml_text_duty)%d,", license->year,
		    (int)license->class, (int)license->text_duty);
	ml_buf_addf(out, " .osd = (enum ml_osd)%d, .osd_failed = 0x%x,", (int)license->osd, license->osd_failed);
	put_flag(out, "osi_approved", license->osi_approved);
	put_flag(out, "fsf_libre", license->fsf_libre);
	put_flag(out, "deprecated", license->deprecated);
	put_flag(out, "family", license->family);
	put_flag(out, "placeholder", license->placeholder);
	put_flag(out, "policy", license->policy);
	put_flag(out, "own_terms", license->own_terms);
	put_reference(out, "terms", i, license->terms_nr);
	put_reference(out, "aliases", i, license->aliases_nr);
	put_reference(out, "urls", i, license->urls_nr);
	put_reference(out, "accepts", i, license->accepts_nr);
	if (license->duties)
		ml_buf_addf(out, " .duties = &gen_license_duties_%zu,", i);
	ml_buf_adds(out, " },\n");
}

static void put_names(struct ml_buf *out, const struct ml_names *names)
{
	ml_buf_adds(out, "static const struct ml_name gen_name_rows[] = {\n");
	for (size_t i = 0; i < names->nr; i++) {
		const struct ml_name *name = &names->at[i];
		ml_buf_addf(out, "\t{ UINT64_C(0x%llx), 0x%x, %u, %u, %u },\n", (unsigned long long)name->hash, name->exact, name->license,
			    name->words, name->flags);
	}
	ml_buf_adds(out, "};\nstatic const uint64_t gen_name_first[ML_NAMES_FIRST] = {\n");
	for (size_t i = 0; i < ML_NAMES_FIRST; i++)
		ml_buf_addf(out, "\tUINT64_C(0x%llx),\n", (unsigned long long)names->first[i]);
	ml_buf_addf(out, "};\nstatic const struct ml_names gen_names = { gen_name_rows, %zu, gen_name_first };\n", names->nr);
}

/* Every id that another entry names must be there; two entries of one id are an error. */
static int check(const struct ml_license *licenses, size_t nr, struct ml_error *err)
{
	for (size_t i = 0; i < nr; i++) {
		struct ml_license wanted = { .id = licenses[i].replaced_by };
		if (i && strcmp(licenses[i - 1].id, licenses[i].id) == 0)
			return ml_error_set(err, ML_ERROR_USAGE, "license '%s' is there twice", licenses[i].id);
		if (licenses[i].text)
			return ml_error_set(err, ML_ERROR_USAGE, "license '%s': texts that mlint knows stand in its index", licenses[i].id);
		if (wanted.id && !bsearch(&wanted, licenses, nr, sizeof *licenses, ml_license_cmp))
			return ml_error_set(err, ML_ERROR_USAGE, "license '%s' is replaced by '%s', which is not there", licenses[i].id,
					    wanted.id);
	}
	return 0;
}

/* The licenses of all files in order of id. */
static int load(struct ml_license **out, size_t *nr, struct ml_arena *arena, char **paths, size_t paths_nr, struct ml_error *err)
{
	struct ml_license *all = NULL;
	size_t cap = 0;

	*nr = 0;
	for (size_t i = 0; i < paths_nr; i++) {
		const struct ml_node *root;
		struct ml_license *licenses;
		size_t licenses_nr;
		if (gen_read_yaml(&root, arena, paths[i], err) || ml_licenses_load(&licenses, &licenses_nr, arena, paths[i], root, err))
			return -1;
		for (size_t k = 0; k < licenses_nr; k++)
			ML_PUSH(arena, all, *nr, cap, licenses[k]);
	}
	if (*nr)
		qsort(all, *nr, sizeof *all, ml_license_cmp);
	*out = all;
	return check(all, *nr, err);
}

int gen_licenses(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	struct ml_license *licenses;
	struct ml_names names;
	struct ml_buf out;
	size_t nr;
	int status;

	if (load(&licenses, &nr, arena, args + 1, args_nr - 1, err) || ml_names_make(&names, arena, licenses, nr, err))
		return -1;
	ml_buf_init(&out, TABLE_MAX);
	ml_buf_adds(&out, "/* Made by mlint_gen from rules/knowledge/licenses: do not edit. */\n");
	for (size_t i = 0; i < nr; i++) {
		put_terms(&out, i, &licenses[i]);
		put_list(&out, "aliases", i, licenses[i].aliases, licenses[i].aliases_nr);
		put_list(&out, "urls", i, licenses[i].urls, licenses[i].urls_nr);
		put_list(&out, "accepts", i, licenses[i].accepts, licenses[i].accepts_nr);
		put_duties(&out, i, licenses[i].duties);
	}
	ml_buf_adds(&out, "static const struct ml_license gen_licenses[] = {\n");
	for (size_t i = 0; i < nr; i++)
		put_license(&out, i, &licenses[i]);
	ml_buf_addf(&out, "};\nenum { gen_licenses_nr = %zu };\n", nr);
	put_names(&out, &names);
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
