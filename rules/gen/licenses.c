#include "rules/gen/gen.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/licenses.h"

#define TABLE_MAX (16u << 20)

/* The table in the making: rows, and those of terms and duties that they refer to. */
struct tables {
	struct gen_pack pack;
	struct ml_buf rows, terms, duties;
	size_t terms_nr, duties_nr;
};

static void put_flag(struct ml_buf *out, const char *field, bool flag)
{
	if (flag)
		ml_buf_addf(out, " .%s = true,", field);
}

static void put_terms(struct tables *t, const struct ml_license *license)
{
	if (!license->terms_nr)
		return;
	ml_buf_addf(&t->rows, " .terms = ML_PACKED(const struct ml_license_term *, %zu), .terms_nr = %zu,", t->terms_nr + 1, license->terms_nr);
	for (size_t i = 0; i < license->terms_nr; i++) {
		const struct ml_license_term *term = &license->terms[i];
		ml_buf_addf(&t->terms, "\t{ .id = (enum ml_term_id)%d,", (int)term->id);
		gen_packed_field(&t->terms, &t->pack, "value", term->value);
		gen_packed_field(&t->terms, &t->pack, "section", term->section);
		put_flag(&t->terms, "multimodal", term->multimodal);
		ml_buf_adds(&t->terms, " },\n");
	}
	t->terms_nr += license->terms_nr;
}

static void put_duties(struct tables *t, const struct ml_duties *duties)
{
	struct ml_buf *out = &t->duties;

	if (!duties)
		return;
	ml_buf_addf(&t->rows, " .duties = ML_PACKED(const struct ml_duties *, %zu),", ++t->duties_nr);
	ml_buf_adds(out, "\t{");
	gen_packed_field(out, &t->pack, "notice", duties->notice);
	gen_packed_field(out, &t->pack, "notice_when", duties->notice_when);
	gen_packed_field(out, &t->pack, "phrase_when", duties->phrase_when);
	gen_packed_field(out, &t->pack, "phrase_of", duties->phrase_of);
	gen_packed_field(out, &t->pack, "prefix", duties->prefix);
	gen_packed_field(out, &t->pack, "prefix_when", duties->prefix_when);
	gen_packed_field(out, &t->pack, "policy", duties->policy);
	gen_packed_field(out, &t->pack, "section", duties->section);
	gen_packed_list(out, &t->pack, "phrases", duties->phrases, duties->phrases_nr);
	put_flag(out, "copy", duties->copy);
	put_flag(out, "changes", duties->changes);
	put_flag(out, "prefix_outputs", duties->prefix_outputs);
	ml_buf_addf(out, " .phrase_duty = (enum ml_phrase_duty)%d, .phrase_act = (enum ml_phrase_act)%d,", (int)duties->phrase_duty,
		    (int)duties->phrase_act);
	ml_buf_addf(out, " .reach = (enum ml_duty_reach)%d, .place = (enum ml_duty_place)%d },\n", (int)duties->reach, (int)duties->place);
}

static void put_texts(struct tables *t, const struct ml_license *license)
{
	struct ml_buf *out = &t->rows;

	gen_packed_field(out, &t->pack, "id", license->id);
	gen_packed_field(out, &t->pack, "spdx", license->spdx);
	gen_packed_field(out, &t->pack, "hub", license->hub);
	gen_packed_field(out, &t->pack, "name", license->name);
	gen_packed_field(out, &t->pack, "version", license->version);
	gen_packed_field(out, &t->pack, "publisher", license->publisher);
	gen_packed_field(out, &t->pack, "replaced_by", license->replaced_by);
	gen_packed_field(out, &t->pack, "source", license->source);
	gen_packed_field(out, &t->pack, "why", license->why);
	gen_packed_list(out, &t->pack, "aliases", license->aliases, license->aliases_nr);
	gen_packed_list(out, &t->pack, "urls", license->urls, license->urls_nr);
	gen_packed_list(out, &t->pack, "accepts", license->accepts, license->accepts_nr);
}

static void put_license(struct tables *t, const struct ml_license *license)
{
	struct ml_buf *out = &t->rows;

	ml_buf_adds(out, "\t{");
	put_texts(t, license);
	put_terms(t, license);
	put_duties(t, license->duties);
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
	ml_buf_adds(out, " },\n");
}

static void put_licenses(struct ml_buf *out, struct ml_arena *arena, const struct ml_license *licenses, size_t nr)
{
	struct tables t = { 0 };

	gen_pack_init(&t.pack, arena);
	ml_buf_init(&t.rows, TABLE_MAX);
	ml_buf_init(&t.terms, TABLE_MAX);
	ml_buf_init(&t.duties, TABLE_MAX);
	for (size_t i = 0; i < nr; i++)
		put_license(&t, &licenses[i]);
	ml_buf_adds(out, "/* Made by mlint_gen from rules/knowledge/licenses: do not edit. */\n");
	ml_buf_addf(out, "static const struct ml_license gen_licenses[] = {\n%s};\nenum { gen_licenses_nr = %zu };\n", t.rows.at, nr);
	ml_buf_addf(out, "static const struct ml_license_term gen_license_terms[] = {\n%s\t{ 0 },\n};\n", t.terms_nr ? t.terms.at : "");
	ml_buf_addf(out, "static const struct ml_duties gen_license_duties[] = {\n%s\t{ 0 },\n};\n", t.duties_nr ? t.duties.at : "");
	gen_pack_write(out, &t.pack, "license", nr);
	ml_buf_adds(out, "static const struct ml_license_pack gen_license_pack = { &gen_license_packed, gen_license_terms, gen_license_duties };\n");
	out->full |= t.rows.full || t.terms.full || t.duties.full;
	ml_buf_release(&t.duties);
	ml_buf_release(&t.terms);
	ml_buf_release(&t.rows);
	gen_pack_release(&t.pack);
}

static void put_names(struct ml_buf *out, const struct ml_names *names)
{
	ml_buf_adds(out, "static const struct ml_name gen_name_rows[] = {\n");
	for (size_t i = 0; i < names->nr; i++) {
		const struct ml_name *name = &names->at[i];
		ml_buf_addf(out, "\t{ UINT64_C(0x%llx), 0x%x, %u, %u, %u },\n", (unsigned long long)name->hash, name->exact, name->license,
			    name->words, name->flags);
	}
	ml_buf_adds(out, "};\nstatic const uint64_t gen_name_begin[ML_NAMES_BEGIN] = {\n");
	for (size_t i = 0; i < ML_NAMES_BEGIN; i++)
		ml_buf_addf(out, "\tUINT64_C(0x%llx),\n", (unsigned long long)names->begin[i]);
	ml_buf_addf(out, "};\nstatic const struct ml_names gen_names = { gen_name_rows, %zu, gen_name_begin };\n", names->nr);
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
	put_licenses(&out, arena, licenses, nr);
	put_names(&out, &names);
	status = gen_write(args[0], &out, err);
	ml_buf_release(&out);
	return status;
}
