#include "lint/check/yardstick.h"

#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/check/rule.h"

const char *ml_holds_title(enum ml_holds holds)
{
	static const char *const titles[] = {
		[ML_HOLDS] = "met", [ML_HOLDS_UNCLEAR] = "not settled", [ML_HOLDS_UNSEEN] = "not shown", [ML_HOLDS_NOT] = "not met",
	};
	return titles[holds];
}

bool ml_yardstick_applies(const struct ml_facts *facts, enum ml_standard standard)
{
	return facts->knowledge->openness && (standard == ML_STANDARD_OSD || facts->offer != ML_OFFER_NONE);
}

static void decide(struct ml_answer *answer, enum ml_holds holds, struct ml_where where, const char *why)
{
	if (holds < answer->holds || (holds == answer->holds && answer->why))
		return;
	answer->holds = holds;
	answer->why = why;
	answer->where = where;
}

static const char *scope_title(enum ml_part_scope scope)
{
	static const char *const titles[] = {
		[ML_PART_NONE] = "", [ML_PART_CODE] = "code", [ML_PART_WEIGHTS] = "weights", [ML_PART_DATA] = "data", [ML_PART_DOCS] = "documents",
	};
	return titles[scope];
}

static const struct ml_govern *govern_of(const struct ml_facts *facts, enum ml_part_scope scope)
{
	return scope == ML_PART_CODE ? &facts->code : scope == ML_PART_DATA ? &facts->data : &facts->weights;
}

/* The first term of a license, heaviest first, that one of the names is of; or NULL. */
static const struct ml_term_fact *term_among(const struct ml_license_fact *license, const char *const *names, size_t nr)
{
	for (size_t t = 0; t < license->terms_nr; t++)
		for (size_t i = 0; i < nr; i++)
			if (license->terms[t].id == ml_term_of(ml_span_of(names[i])))
				return &license->terms[t];
	return NULL;
}

/* "Llama 2 Community License: user threshold: more than 700 million …" */
static const char *tell_term(const struct ml_facts *facts, const struct ml_license_fact *license, const struct ml_term_fact *term)
{
	struct ml_buf line;

	ml_buf_init(&line, 8 * ML_LIMIT_MESSAGE_BYTES);
	ml_buf_addf(&line, "%s: ", ml_license_title(facts, license));
	ml_term_phrase(&line, facts->knowledge, term->id, term->value, ml_license_osd(license, facts->knowledge));
	const char *text = ml_arena_dup(facts->arena, ml_buf_span(&line));
	ml_buf_release(&line);
	return text;
}

static struct ml_where place_of(const struct ml_license_fact *license, const struct ml_term_fact *term)
{
	return term && term->where.line ? term->where : license->evidence == ML_EVIDENCE_TEXT ? (struct ml_where){ .file = license->where.file } : license->where;
}

static void ask_osd(struct ml_answer *answer, const struct ml_facts *facts, const struct ml_license_fact *license)
{
	static const struct {
		enum ml_holds holds;
		const char *says;
	} verdicts[] = {
		[ML_OSD_CONFORMS] = { ML_HOLDS, "meets the Open Source Definition" },
		[ML_OSD_FAILS] = { ML_HOLDS_NOT, "fails the Open Source Definition" },
		[ML_OSD_DISPUTED] = { ML_HOLDS_UNCLEAR, "whether it meets the Open Source Definition is disputed" },
		[ML_OSD_UNKNOWN] = { ML_HOLDS_UNCLEAR, "its terms could not be judged" },
		[ML_OSD_NA] = { ML_HOLDS_UNCLEAR, "it is no license of software" },
	};
	const struct ml_term_fact *failing[1];
	enum ml_osd osd = ml_license_osd(license, facts->knowledge);
	const struct ml_term_fact *term = ml_license_failing(license, facts->knowledge, failing, 1) ? failing[0] : NULL;
	const char *why = term ? tell_term(facts, license, term) :
				 ml_arena_printf(facts->arena, "%s: %s", ml_license_title(facts, license), verdicts[osd].says);

	decide(answer, verdicts[osd].holds, place_of(license, term), why);
}

static void ask_license(struct ml_answer *answer, const struct ml_facts *facts, const struct ml_license_fact *license)
{
	const struct ml_requirement *asked = answer->asked;
	const struct ml_term_fact *term = term_among(license, asked->fails, asked->fails_nr);

	if (asked->osd)
		ask_osd(answer, facts, license);
	if (term)
		decide(answer, ML_HOLDS_NOT, place_of(license, term), tell_term(facts, license, term));
	term = term_among(license, asked->unclear, asked->unclear_nr);
	if (term)
		decide(answer, ML_HOLDS_UNCLEAR, place_of(license, term), tell_term(facts, license, term));
	/* A name that nobody knows has no terms to read. */
	else if (!asked->osd && (license->unread || !license->license || license->license->placeholder) && !license->terms_nr && asked->fails_nr)
		decide(answer, ML_HOLDS_UNCLEAR, license->where, ml_arena_printf(facts->arena, "%s: its terms could not be judged", ml_license_title(facts, license)));
	if (asked->osd || asked->fails_nr)
		decide(answer, ML_HOLDS, place_of(license, NULL), ml_license_title(facts, license));
}

/* Each license governs its part, so that all must do; of branches the best is taken. */
static void ask_terms(struct ml_answer *answer, const struct ml_facts *facts)
{
	const struct ml_requirement *asked = answer->asked;
	const struct ml_govern *govern = govern_of(facts, asked->scope);
	struct ml_answer best = { .asked = asked, .holds = ML_HOLDS_NOT };

	if (!govern->of_nr && (asked->osd || asked->fails_nr)) {
		if (!asked->optional)
			decide(answer, ML_HOLDS_NOT, (struct ml_where){ 0 }, ml_arena_printf(facts->arena, "no license for the %s was found", scope_title(asked->scope)));
		else
			decide(answer, ML_HOLDS, (struct ml_where){ 0 }, "nothing here asks for it");
		return;
	}
	for (size_t i = 0; i < govern->of_nr; i++) {
		struct ml_answer one = { .asked = asked };
		ask_license(&one, facts, govern->of[i].fact);
		if (!govern->any)
			decide(answer, one.holds, one.where, one.why);
		else if (!i || one.holds < best.holds)
			best = one;
	}
	if (govern->any && govern->of_nr)
		decide(answer, best.holds, best.where, best.why);
}

static void ask_keys(struct ml_answer *answer, const struct ml_facts *facts, const char *const *keys, size_t nr, enum ml_holds holds)
{
	if (!facts->card || !facts->card->front.root)
		return;
	for (size_t i = 0; i < nr; i++) {
		const struct ml_node *node = ml_node_get(facts->card->front.root, keys[i]);
		if (ml_node_is_set(node))
			decide(answer, holds, ml_where_line(facts->card->file, node->key_line, node->key_line),
			       ml_arena_printf(facts->arena, "the front matter sets %s", keys[i]));
	}
}

static const struct ml_part *part_of(const struct ml_parts *parts, const char *id)
{
	for (size_t i = 0; i < parts->nr; i++)
		if (!strcmp(parts->at[i].component->id, id))
			return &parts->at[i];
	return NULL;
}

/* The part that decides: of those of which one suffices the best seen, else the worst. */
static const struct ml_part *deciding_part(const struct ml_requirement *asked, const struct ml_parts *parts)
{
	const struct ml_part *found = NULL;

	for (size_t i = 0; i < asked->components_nr; i++) {
		const struct ml_part *part = part_of(parts, asked->components[i]);
		if (part && (!found || (asked->any ? part->seen > found->seen : part->seen < found->seen)))
			found = part;
	}
	return found;
}

/* "no training code or data preprocessing code was found here" */
static const char *tell_lacking(const struct ml_facts *facts, const struct ml_requirement *asked, const struct ml_parts *parts)
{
	const char *text = "no";

	for (size_t i = 0; i < asked->components_nr; i++) {
		const struct ml_part *part = part_of(parts, asked->components[i]);
		if (part->seen == ML_SEEN_NONE)
			text = ml_arena_printf(facts->arena, "%s%s %c%s", text, text[2] ? " or" : "", ml_lower(part->component->name[0]), part->component->name + 1);
	}
	return ml_arena_printf(facts->arena, "%s was found here", text);
}

/* Returns whether the part is there, so that its terms matter. */
static bool ask_parts(struct ml_answer *answer, const struct ml_facts *facts, const struct ml_parts *parts)
{
	const struct ml_part *part = deciding_part(answer->asked, parts);
	bool own;

	if (!part)
		return true;
	own = part->seen == ML_SEEN_HERE || part->component->offered;
	if (part->seen == ML_SEEN_NONE)
		decide(answer, ML_HOLDS_UNSEEN, (struct ml_where){ 0 }, tell_lacking(facts, answer->asked, parts));
	else if (!own && answer->asked->osd)
		decide(answer, ML_HOLDS_UNCLEAR, part->where, ml_arena_printf(facts->arena, "%c%s is told of, its terms were not read", ml_lower(part->component->name[0]), part->component->name + 1));
	else if (!answer->asked->osd)
		decide(answer, ML_HOLDS, part->where, ml_arena_printf(facts->arena, "%c%s", ml_lower(part->component->name[0]), part->component->name + 1));
	return own && part->seen != ML_SEEN_NONE;
}

static void answer_one(struct ml_answer *answer, const struct ml_facts *facts, const struct ml_parts *parts)
{
	const struct ml_requirement *asked = answer->asked;

	ask_keys(answer, facts, asked->fail_keys, asked->fail_keys_nr, ML_HOLDS_NOT);
	ask_keys(answer, facts, asked->unclear_keys, asked->unclear_keys_nr, ML_HOLDS_UNCLEAR);
	if (ask_parts(answer, facts, parts) && asked->scope != ML_PART_NONE)
		ask_terms(answer, facts);
	if (!answer->why)
		answer->why = "nothing found that speaks against it";
}

/* Whether there is something whose terms are asked for: a card's license speaks of code also where there is none. */
static bool is_asked(const struct ml_facts *facts, const struct ml_requirement *asked)
{
	if (facts->offer == ML_OFFER_NONE)
		return asked->scope != ML_PART_WEIGHTS;
	for (size_t i = 0; asked->optional && i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (!file->outside && (file->role == ML_ROLE_CODE || file->role == ML_ROLE_PACKAGE))
			return true;
	}
	return !asked->optional;
}

/* What holds not, the gravest first: "not met: Terms of the weights (…); not shown: Code (…)"; without reasons where brief is set. */
static const char *summarize(const struct ml_yardstick *yardstick, const struct ml_facts *facts, bool brief)
{
	struct ml_buf line;
	const char *text;

	if (yardstick->holds == ML_HOLDS)
		return "met, as far as the files show";
	ml_buf_init(&line, 64 * ML_LIMIT_MESSAGE_BYTES);
	for (int holds = ML_HOLDS_NOT; holds > ML_HOLDS; holds--) {
		const char *before = NULL;
		for (size_t i = 0; i < yardstick->answers_nr; i++) {
			const struct ml_answer *answer = &yardstick->answers[i];
			if ((int)answer->holds != holds)
				continue;
			if (before)
				ml_buf_adds(&line, before);
			else
				ml_buf_addf(&line, "%s%s: ", line.len ? "; " : "", ml_holds_title(answer->holds));
			ml_buf_adds(&line, answer->asked->title);
			if (!brief)
				ml_buf_addf(&line, " (%s)", answer->why);
			before = ", ";
		}
	}
	text = ml_arena_dup(facts->arena, ml_buf_span(&line));
	ml_buf_release(&line);
	return text;
}

static void judge_mof(struct ml_yardstick *out, const struct ml_facts *facts, const struct ml_parts *parts)
{
	struct ml_mof_item *items = ml_arena_array(facts->arena, struct ml_mof_item, parts->nr);
	size_t nr = 0;

	for (size_t i = 0; i < parts->nr; i++)
		if (parts->at[i].seen != ML_SEEN_NONE)
			items[nr++] = (struct ml_mof_item){ parts->at[i].component, parts->at[i].id };
	ml_mof_judge(&out->mof, facts->arena, facts->knowledge->openness, items, nr);
	out->holds = out->mof.class ? ML_HOLDS : ML_HOLDS_UNSEEN;
	out->brief = ml_mof_class_title(out->mof.class);
	out->summary = ml_arena_printf(facts->arena, "%s; Class III %.2f %%, Class II %.2f %%, Class I %.2f %%", ml_mof_class_title(out->mof.class),
				       out->mof.progress[3], out->mof.progress[2], out->mof.progress[1]);
}

void ml_yardstick_judge(struct ml_yardstick *out, const struct ml_facts *facts, const struct ml_parts *parts, enum ml_standard standard)
{
	const struct ml_openness *openness = facts->knowledge->openness;
	struct ml_answer *answers = ml_arena_array(facts->arena, struct ml_answer, openness->requirements_nr);

	*out = (struct ml_yardstick){ .info = &openness->standards[standard], .answers = answers };
	if (standard == ML_STANDARD_MOF) {
		judge_mof(out, facts, parts);
		return;
	}
	for (size_t i = 0; i < openness->requirements_nr; i++) {
		const struct ml_requirement *asked = &openness->requirements[i];
		if (asked->standard != standard || !is_asked(facts, asked))
			continue;
		struct ml_answer *answer = &answers[out->answers_nr++];
		answer->asked = asked;
		answer_one(answer, facts, parts);
		if (!out->deciding || answer->holds > out->deciding->holds)
			out->deciding = answer;
	}
	out->holds = out->deciding ? out->deciding->holds : ML_HOLDS_UNCLEAR;
	out->summary = summarize(out, facts, false);
	out->brief = summarize(out, facts, true);
}

bool ml_yardstick_ask(struct ml_yardstick *out, struct ml_parts *parts, const struct ml_facts *facts, enum ml_standard standard)
{
	if (!ml_yardstick_applies(facts, standard))
		return false;
	ml_parts_collect(parts, facts);
	ml_yardstick_judge(out, facts, parts, standard);
	return true;
}
