#include "cmd/license_page.h"

#include <string.h>

#include "lint/check/phrase.h"
#include "lint/knowledge/licenses.h"

#define HOLDERS_MAX 60 /* licenses named on the page of a term */

static const char *const osd_sentences[] = {
	[ML_OSD_UNKNOWN] = "whether it meets the Open Source Definition is not known here",
	[ML_OSD_CONFORMS] = "no point of the Open Source Definition found failing",
	[ML_OSD_FAILS] = "does not meet the Open Source Definition",
	[ML_OSD_DISPUTED] = "whether it meets the Open Source Definition is disputed",
	[ML_OSD_NA] = "no license of software: the Open Source Definition does not speak of it",
};

static const char *const duty_sentences[] = {
	[ML_TEXT_DUTY_NONE] = NULL,
	[ML_TEXT_DUTY_TEXT] = "copies carry its text or notice",
	[ML_TEXT_DUTY_URI] = "copies carry its address or text",
};

static const char *const reach_sentences[] = {
	[ML_REACH_UNSTATED] = NULL,
	[ML_REACH_OWN_MATERIALS] = "what holds the licensed material, changed or not",
	[ML_REACH_DERIVATIVES] = "the licensed material and every derived model",
};

static const char *const place_sentences[] = {
	[ML_PLACE_UNSTATED] = NULL,
	[ML_PLACE_ANYWHERE] = "anywhere in the copy",
	[ML_PLACE_NOTICE_FILE] = "in a text file called Notice",
	[ML_PLACE_DOCS_OR_UI] = "in documentation, on a page or in a user interface",
};

static const char *const phrase_sentences[] = {
	[ML_PHRASE_REQUIRED] = "to be shown",
	[ML_PHRASE_ABOVE_SCALE] = "to be shown above a size",
	[ML_PHRASE_ENCOURAGED] = "encouraged, not required",
};

static const struct {
	enum ml_freedom freedom;
	const char *name;
} freedoms[] = {
	{ ML_FREEDOM_USE, "use" },
	{ ML_FREEDOM_STUDY, "study" },
	{ ML_FREEDOM_MODIFY, "modify" },
	{ ML_FREEDOM_SHARE, "share" },
};

static void add_fact(struct ml_buf *out, const char *name, const char *value)
{
	if (value)
		ml_buf_addf(out, "- %s: %s\n", name, value);
}

static void add_list(struct ml_buf *out, const char *name, const char *const *values, size_t nr)
{
	if (!nr)
		return;
	ml_buf_addf(out, "- %s: ", name);
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(out, "%s%s", i ? ", " : "", values[i]);
	ml_buf_addc(out, '\n');
}

/* "use, share": of the four freedoms. */
static void add_freedoms(struct ml_buf *out, unsigned set)
{
	const char *before = "";

	for (size_t i = 0; i < sizeof freedoms / sizeof *freedoms; i++) {
		if (!(set & freedoms[i].freedom))
			continue;
		ml_buf_addf(out, "%s%s", before, freedoms[i].name);
		before = ", ";
	}
}

static unsigned freedoms_of(const struct ml_knowledge *knowledge, const struct ml_license *license)
{
	unsigned set = 0;

	for (size_t i = 0; i < license->terms_nr; i++)
		set |= knowledge->terms[license->terms[i].id].freedoms;
	return set;
}

static void add_quoted(struct ml_buf *out, const char *name, const char *text, const char *when)
{
	if (!text)
		return;
	ml_buf_addf(out, "- %s: \"%s\"", name, text);
	if (when)
		ml_buf_addf(out, ", when %s", when);
	ml_buf_addc(out, '\n');
}

static void add_phrases(struct ml_buf *out, const struct ml_duties *duties)
{
	if (!duties->phrases_nr)
		return;
	ml_buf_addf(out, "- Display phrase, %s: ", phrase_sentences[duties->phrase_duty]);
	for (size_t i = 0; i < duties->phrases_nr; i++)
		ml_buf_addf(out, "%s\"%s\"", i ? " or " : "", duties->phrases[i]);
	if (duties->phrase_when)
		ml_buf_addf(out, ", when %s", duties->phrase_when);
	ml_buf_addc(out, '\n');
}

static void add_duties(struct ml_buf *out, const struct ml_license *license)
{
	const struct ml_duties *duties = license->duties;

	if (!duties && !license->text_duty)
		return;
	ml_buf_adds(out, "\n## Duties towards copies\n\n");
	if (duties && duties->copy)
		ml_buf_adds(out, "- A copy of the agreement goes with every copy\n");
	else
		add_fact(out, "Text", duty_sentences[license->text_duty]);
	if (!duties)
		return;
	add_quoted(out, "Notice line", duties->notice, duties->notice_when);
	add_phrases(out, duties);
	add_quoted(out, "Names of derived models begin with", duties->prefix, duties->prefix_when);
	if (duties->changes)
		ml_buf_adds(out, "- What was changed is told\n");
	add_fact(out, "Use policy, part of the terms", duties->policy);
	add_fact(out, "Reach", reach_sentences[duties->reach]);
	add_fact(out, "Place", place_sentences[duties->place]);
	add_fact(out, "Section", duties->section);
}

static void add_verdict(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_license *license)
{
	unsigned limited = freedoms_of(knowledge, license);

	ml_buf_addf(out, "- Verdict: %s", osd_sentences[license->osd]);
	if (license->osd == ML_OSD_FAILS || license->osd == ML_OSD_DISPUTED)
		ml_osd_phrase(out, license->osd_failed, license->osd);
	ml_buf_addf(out, "\n- OSI: %s\n- FSF: %s\n", license->osi_approved ? "approved" : "not approved",
		    license->fsf_libre ? "free software" : "not listed as free software");
	if (!limited || license->osd != ML_OSD_FAILS)
		return;
	ml_buf_adds(out, "- Limits of the four freedoms: ");
	add_freedoms(out, limited);
	ml_buf_addc(out, '\n');
}

static void add_terms(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_license *license)
{
	if (!license->terms_nr)
		return;
	ml_buf_adds(out, "\n## Terms\n\n");
	for (size_t i = 0; i < license->terms_nr; i++) {
		const struct ml_license_term *term = &license->terms[i];
		ml_buf_adds(out, "- ");
		ml_term_phrase(out, knowledge, term->id, term->value, license->osd);
		if (term->section)
			ml_buf_addf(out, " (section %s)", term->section);
		ml_osd_phrase(out, knowledge->terms[term->id].osd_failed, license->osd);
		ml_buf_addc(out, '\n');
	}
}

void license_page(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_license *license)
{
	ml_buf_addf(out, "# %s\n\n", license->name);
	add_fact(out, "Id", license->id);
	if (license->spdx && strcmp(license->spdx, license->id))
		add_fact(out, "SPDX id", license->spdx);
	if (license->hub && strcmp(license->hub, license->id))
		add_fact(out, "Hub id", license->hub);
	add_fact(out, "Version", license->version);
	add_fact(out, "Publisher", license->publisher);
	if (license->year)
		ml_buf_addf(out, "- Year: %u\n", license->year);
	add_fact(out, "Class", ml_license_class_name(license->class));
	if (license->family)
		ml_buf_adds(out, "- Names a family of licenses and decides nothing by itself\n");
	else if (license->placeholder)
		ml_buf_adds(out, "- Says that there are terms, not which\n");
	else
		add_verdict(out, knowledge, license);
	add_fact(out, "Replaced by", license->replaced_by);
	add_list(out, "Also written", license->aliases, license->aliases_nr);
	add_list(out, "Addresses", license->urls, license->urls_nr);
	add_terms(out, knowledge, license);
	add_duties(out, license);
	if (license->source)
		ml_buf_addf(out, "\n## Source\n\n%s\n", license->source);
}

static bool holds(const struct ml_license *license, enum ml_term_id id)
{
	for (size_t t = 0; t < license->terms_nr; t++)
		if (license->terms[t].id == id)
			return true;
	return false;
}

/* A duty that nearly every license sets is of no more use as a list. */
static void add_holders(struct ml_buf *out, const struct ml_knowledge *knowledge, enum ml_term_id id)
{
	const char *before = "\n## Licenses that have it\n\n";
	size_t nr = 0;

	for (size_t i = 0; i < knowledge->licenses_nr; i++) {
		if (!holds(ml_license_at(knowledge, i), id) || nr++ >= HOLDERS_MAX)
			continue;
		ml_buf_addf(out, "%s%s", before, ml_license_id_at(knowledge, i));
		before = ", ";
	}
	if (nr > HOLDERS_MAX)
		ml_buf_addf(out, " and %zu others", nr - HOLDERS_MAX);
	if (nr)
		ml_buf_addc(out, '\n');
}

void term_page(struct ml_buf *out, const struct ml_knowledge *knowledge, enum ml_term_id id)
{
	const struct ml_term_info *info = &knowledge->terms[id];

	ml_buf_addf(out, "# %s: %s\n\n", ml_term_name(id), info->title);
	ml_buf_addf(out, "%s\n\n## Why it matters\n\n%s\n\n", info->summary, info->why);
	if (info->osd_failed) {
		ml_buf_adds(out, "Points of the Open Source Definition that it fails");
		ml_osd_phrase(out, info->osd_failed, ML_OSD_FAILS);
		ml_buf_adds(out, ".\n");
	} else {
		ml_buf_adds(out,
			    info->contradicts ? "" : "A duty or condition that the Open Source Definition allows.\n");
	}
	if (info->freedoms) {
		ml_buf_adds(out, "\nOf the four freedoms (use, study, modify, share) it limits: ");
		add_freedoms(out, info->freedoms);
		ml_buf_adds(out, ".\n");
	}
	if (info->ai_act)
		ml_buf_addf(out, "\nEuropean AI Act, open-source exception: %s\n", info->ai_act);
	add_holders(out, knowledge, id);
	if (info->source)
		ml_buf_addf(out, "\n## Source\n\n%s\n", info->source);
}
