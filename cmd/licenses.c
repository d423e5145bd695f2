/* mlint licenses: what is known of licenses, one line each. */
#include "cmd/listing.h"

#include "cmd/knowledge.h"
#include "cmd/license_page.h"
#include "lint/base/json_keys.h"
#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/knowledge/licenses.h"
#include "lint/report/report.h"

struct licenses_options {
	struct common common;
	int format;
	struct opt_list knowledge;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|json|markdown", "how to list", offsetof(struct licenses_options, format) },
	OPT_KNOWLEDGE(struct licenses_options, knowledge),
	OPT_HELP,
};

static void add_terms(struct ml_json_writer *w, const struct ml_knowledge *knowledge, const struct ml_license *license)
{
	ml_json_key(w, "terms");
	ml_json_array(w);
	for (size_t i = 0; i < license->terms_nr; i++) {
		const struct ml_license_term *term = &license->terms[i];
		ml_json_object(w);
		key_string(w, "term", ml_term_name(term->id));
		ml_json_key(w, "value");
		ml_json_span(w, ml_term_value(term->value));
		key_string(w, "section", term->section);
		ml_json_key(w, "osd");
		ml_json_points(w, knowledge->terms[term->id].osd_failed);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
}

static const char *const text_duties[] = {
	[ML_TEXT_DUTY_NONE] = "none",
	[ML_TEXT_DUTY_TEXT] = "text",
	[ML_TEXT_DUTY_URI] = "uri",
};

/* NULL where a license asks for nothing but its text. */
static void add_duties(struct ml_json_writer *w, const struct ml_duties *duties)
{
	ml_json_key(w, "duties");
	if (!duties) {
		ml_json_null(w);
		return;
	}
	ml_json_object(w);
	key_string(w, "notice", duties->notice);
	key_string(w, "notice_when", duties->notice_when);
	key_strings(w, "phrases", duties->phrases, duties->phrases_nr);
	key_string(w, "phrase_duty", duties->phrases_nr ? ml_phrase_duty_name(duties->phrase_duty) : NULL);
	key_string(w, "phrase_act", duties->phrases_nr ? ml_phrase_act_name(duties->phrase_act) : NULL);
	key_string(w, "phrase_of", duties->phrase_of);
	key_string(w, "phrase_when", duties->phrase_when);
	key_string(w, "prefix", duties->prefix);
	key_string(w, "prefix_when", duties->prefix_when);
	key_bool(w, "prefix_outputs", duties->prefix_outputs);
	key_bool(w, "copy", duties->copy);
	key_bool(w, "changes", duties->changes);
	key_string(w, "policy", duties->policy);
	key_string(w, "section", duties->section);
	key_string(w, "reach", duties->reach ? ml_duty_reach_name(duties->reach) : NULL);
	key_string(w, "place", duties->place ? ml_duty_place_name(duties->place) : NULL);
	ml_json_end_object(w);
}

static void add_license(struct ml_json_writer *w, const void *of, size_t i)
{
	const struct ml_knowledge *knowledge = of;
	const struct ml_license *license = ml_license_at(knowledge, i);

	key_string(w, "id", license->id);
	key_string(w, "spdx", license->spdx);
	key_string(w, "hub", license->hub);
	key_string(w, "name", license->name);
	key_string(w, "version", license->version);
	key_string(w, "publisher", license->publisher);
	ml_json_key(w, "year");
	if (license->year)
		ml_json_number(w, license->year);
	else
		ml_json_null(w);
	key_string(w, "class", ml_license_class_name(license->class));
	key_bool(w, "osi_approved", license->osi_approved);
	key_bool(w, "fsf_libre", license->fsf_libre);
	key_bool(w, "deprecated", license->deprecated);
	key_string(w, "osd", ml_license_osd_name(license->osd));
	ml_json_key(w, "osd_failed");
	ml_json_points(w, license->osd_failed);
	add_terms(w, knowledge, license);
	key_string(w, "text_duty", text_duties[license->text_duty]);
	add_duties(w, license->duties);
	key_strings(w, "aliases", license->aliases, license->aliases_nr);
	key_strings(w, "urls", license->urls, license->urls_nr);
	key_string(w, "replaced_by", license->replaced_by);
	key_string(w, "source", license->source);
}

static void add_json(struct ml_buf *out, const struct ml_knowledge *knowledge)
{
	listing_add_json(out, "licenses", knowledge->licenses_nr, add_license, knowledge);
}

static void add_human(struct ml_buf *out, const struct ml_knowledge *knowledge)
{
	for (size_t i = 0; i < knowledge->licenses_nr; i++) {
		const struct ml_license *license = ml_license_at(knowledge, i);
		ml_buf_addf(out, "%-28s %-9s %-4s %s\n", license->id, ml_license_osd_name(license->osd),
			    license->osi_approved ? "OSI" : "", license->name);
	}
}

static void add_cell(struct ml_buf *out, const char *text)
{
	for (; text && *text; text++) {
		if (*text == '|' || *text == '*' || *text == '<')
			ml_buf_addc(out, '\\');
		ml_buf_addc(out, *text);
	}
	ml_buf_adds(out, " | ");
}

static void add_markdown(struct ml_buf *out, const struct ml_knowledge *knowledge)
{
	ml_buf_adds(out, "# mlint licenses\n\n| id | name | SPDX | meets the OSD | OSI | terms |\n|---|---|---|---|---|---|\n");
	for (size_t i = 0; i < knowledge->licenses_nr; i++) {
		const struct ml_license *license = ml_license_at(knowledge, i);
		ml_buf_adds(out, "| ");
		add_cell(out, license->id);
		add_cell(out, license->name);
		add_cell(out, license->spdx);
		add_cell(out, ml_license_osd_name(license->osd));
		add_cell(out, license->osi_approved ? "approved" : "");
		for (size_t t = 0; t < license->terms_nr; t++)
			ml_buf_addf(out, "%s%s", t ? ", " : "", ml_term_name(license->terms[t].id));
		ml_buf_adds(out, " |\n");
	}
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	static void (*const formats[])(struct ml_buf *, const struct ml_knowledge *) = { add_human, add_json, add_markdown };
	struct ml_arena *arena = ml_arena_new();
	struct licenses_options o = { 0 };
	struct opt_list operands = { 0 };
	const struct ml_knowledge *knowledge;
	struct ml_error err = { 0 };
	struct ml_buf out;
	int status;

	if (cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		goto done;
	if (cli_knowledge(&knowledge, arena, &o.knowledge, &err)) {
		status = cli_fail(&err);
		goto done;
	}
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	formats[o.format](&out, knowledge);
	status = cli_write(&out, NULL);
done:
	ml_arena_free(arena);
	return status;
}

const struct command licenses_command = {
	.name = "licenses",
	.arguments = "",
	.summary = "list the licenses that mlint knows",
	.about = "Lists every license: its id, whether it meets the Open Source Definition, whether "
		 "the OSI approved it, and its name. All that is known of one: mlint explain ID.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.explained = true,
	.run = run,
};
