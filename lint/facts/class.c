#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

const char *ml_class_name(enum ml_class class)
{
	static const char *const names[] = {
		[ML_CLASSED_UNKNOWN] = "unknown",
		[ML_CLASSED_CODE_ONLY] = "code-only",
		[ML_CLASSED_RESTRICTED_WEIGHTS] = "restricted-weights",
		[ML_CLASSED_CONTAMINATED_WEIGHTS] = "contaminated-weights",
		[ML_CLASSED_UNLICENSED_WEIGHTS] = "unlicensed-weights",
		[ML_CLASSED_OPEN_MODEL] = "open-model",
		[ML_CLASSED_OPEN_WEIGHTS] = "open-weights",
	};
	return names[class];
}

const char *ml_class_title(const struct ml_facts *facts)
{
	static const char *const titles[] = {
		[ML_CLASSED_UNKNOWN] = "openness unknown",
		[ML_CLASSED_CODE_ONLY] = "code only",
		[ML_CLASSED_RESTRICTED_WEIGHTS] = "restricted weights",
		[ML_CLASSED_CONTAMINATED_WEIGHTS] = "open weights, restricted data sources",
		[ML_CLASSED_UNLICENSED_WEIGHTS] = "weights without a license",
		[ML_CLASSED_OPEN_MODEL] = "open model",
		[ML_CLASSED_OPEN_WEIGHTS] = "open weights",
	};
	if (facts->class == ML_CLASSED_CODE_ONLY && facts->offer == ML_OFFER_NONE && ml_is_dataset_card(facts->knowledge, facts->card))
		return "data set";
	return facts->class == ML_CLASSED_CONTAMINATED_WEIGHTS && facts->class_by_base ? "open weights, restricted base model" : titles[facts->class];
}

/* Whether a file with words or code for us to judge was there at all. */
static bool is_judged(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_NONE && file->role != ML_ROLE_SETTINGS && file->state != ML_FILE_FAILED && file->state != ML_FILE_SPECIAL)
			return true;
	}
	return false;
}

/* A statement that the work, or a part of it, stays under its base's terms, and those terms are limited. */
static const struct ml_statement *inherited(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		struct ml_license_fact fact = { .license = statement->license };
		if (statement->stance == ML_STANCE_UPSTREAM && statement->license && facts->card &&
		    statement->where.file == facts->card->file && ml_license_osd(&fact, facts->knowledge) == ML_OSD_FAILS)
			return statement;
	}
	return NULL;
}

/* Data that the repository itself licenses is the data that it trains on. */
static bool has_limited_data(const struct ml_facts *facts)
{
	const struct ml_governing *data = ml_govern_deciding(facts, &facts->data);

	return data && ml_license_osd(data->fact, facts->knowledge) == ML_OSD_FAILS;
}

/* A base of another maker whose terms are limited; a name in a copied configuration, or a guess, decides no class. */
static const struct ml_base_model *limited_base(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->bases_nr; i++) {
		const struct ml_base_model *base = &facts->bases[i];
		struct ml_license_fact fact = { .license = base->license };
		bool known = base->text || base->upstream || (base->model && base->model->confidence != ML_CONFIDENCE_LOW);
		if (base->license && known && !base->own && base->from != ML_BASE_CONFIG && ml_license_osd(&fact, facts->knowledge) == ML_OSD_FAILS)
			return base;
	}
	return NULL;
}

static const struct ml_dataset_ref *limited_training_data(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (facts->datasets[i].use == ML_DATA_TRAINING && ml_dataset_limit(&facts->datasets[i]) != ML_TERM_NR)
			return &facts->datasets[i];
	return NULL;
}

/* What a sentence says of training data that limits its use. */
static const char *limit_told(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		enum ml_term_id limit = statement->learned ? ml_statement_limit(statement) : ML_TERM_NR;
		if (limit != ML_TERM_NR)
			return statement->license ? statement->license->id : ml_term_name(limit);
	}
	return NULL;
}

/* Why weights under open terms, or none, are not free all the same; NULL where nothing limits them. own: what is said of their own terms. */
static const char *limited_source(struct ml_facts *facts, const char *own)
{
	const struct ml_statement *statement = inherited(facts);
	const struct ml_base_model *base = limited_base(facts);
	const struct ml_dataset_ref *data = limited_training_data(facts);

	facts->class_by_base = statement || base;
	if (statement)
		return ml_arena_printf(facts->arena, "%s, and the card says that terms of the base model apply: %s", own, statement->license->id);
	if (base)
		return ml_arena_printf(facts->arena, "%s, but %s, from which they were made, is under %s", own, base->id, base->license->id);
	if (has_limited_data(facts))
		return ml_arena_printf(facts->arena, "%s, but the data that comes with them is under limited terms", own);
	if (data)
		return ml_arena_printf(facts->arena, "%s, but they were trained on %s, which is under %s", own, data->id, data->license->id);
	const char *told = limit_told(facts);
	if (told)
		return ml_arena_printf(facts->arena, "%s, but the card says of training data: %s", own, told);
	return NULL;
}

/* The next line at or after *at that holds the word, which all patterns of a language do. Moves *at behind it. */
static bool next_line(struct ml_span *line, struct ml_span text, size_t *at, const char *word)
{
	size_t found = ml_span_find_nocase(ml_span_sub(text, *at, text.len), word);

	if (found == SIZE_MAX)
		return false;
	size_t from = *at + found;
	while (from > *at && text.at[from - 1] != '\n')
		from--;
	const char *end = memchr(text.at + *at + found, '\n', text.len - *at - found);
	size_t to = end ? (size_t)(end - text.at) : text.len;
	*line = ml_span_sub(text, from, to);
	*at = to < text.len ? to + 1 : to;
	return true;
}

static size_t count_in(const struct ml_facts *facts, enum ml_list_id id, struct ml_span line, size_t enough)
{
	const struct ml_list *list = ml_list_of(facts->knowledge, id);
	struct ml_match match;
	size_t nr = 0;

	for (size_t i = 0; i < list->nr; i++)
		for (size_t at = 0; at < line.len && nr < enough && ml_pattern_find(facts->patterns, list->at[i], line, at, &match) == ML_MATCH_FOUND; nr++)
			at = match.to > at ? match.to : at + 1;
	return nr;
}

/* Whether the line was met for an earlier word of the list. */
static bool is_met(const struct ml_list *words, size_t nr, struct ml_span line)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_span_find_nocase(line, words->at[i]) != SIZE_MAX)
			return true;
	return false;
}

/*
 * What shows that a repository tells how its model was trained: its scripts named
 * in the card, or a heading. Files alone do not: every library has a train.py.
 * No such pattern leaves its line: most lines of a README need no look.
 */
static size_t count(const struct ml_facts *facts, enum ml_list_id id, size_t enough)
{
	const struct ml_list *words = ml_list_of(facts->knowledge, ML_LIST_TRAINING_WORDS);
	struct ml_span text = facts->card ? facts->card->file->text : (struct ml_span){ 0 }, line;
	size_t nr = 0;

	for (size_t i = 0; text.at && i < words->nr; i++)
		for (size_t at = 0; nr < enough && next_line(&line, text, &at, words->at[i]);)
			if (!is_met(words, i, line))
				nr += count_in(facts, id, line, enough - nr);
	return nr;
}

/* A data set on a hub, named by the card's keys or linked from its text. */
static bool shows_data(const struct ml_facts *facts)
{
	return ml_names_training_data(facts) || (facts->card && facts->card->file->text.at &&
				      ml_list_in(facts->knowledge, ML_LIST_DATASET_HOSTS, facts->card->file->text));
}

static bool claims_fully_open(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->claims_nr; i++)
		if (facts->claims[i].kind == ML_CLAIM_FULLY_OPEN && facts->claims[i].stance == ML_STANCE_OWN)
			return true;
	return false;
}

/* Of what was made from another's model a heading tells how it was tuned, not how all of it was trained. */
static bool is_made_from_others(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (!facts->bases[i].own && facts->bases[i].from != ML_BASE_CONFIG && !facts->bases[i].hint)
			return true;
	return false;
}

/* A claim of full openness needs less to be believed than the sum of hints. */
static bool is_open_model(const struct ml_facts *facts)
{
	const struct ml_governing *code = ml_govern_deciding(facts, &facts->code);

	if (!code || ml_license_osd(code->fact, facts->knowledge) != ML_OSD_CONFORMS)
		return false;
	bool claimed = claims_fully_open(facts);
	if (!claimed && !shows_data(facts))
		return false;
	bool heading = !is_made_from_others(facts) && count(facts, ML_LIST_TRAINING_HEADINGS, 1);
	return heading || count(facts, ML_LIST_TRAINING_SCRIPTS, 2) >= (claimed ? 1 : 2);
}

static void classify(struct ml_facts *facts, enum ml_class class, const char *reason)
{
	facts->class = class;
	facts->class_reason = reason;
}

static const char *because(struct ml_facts *facts, const struct ml_governing *governing, const char *verdict)
{
	return ml_arena_printf(facts->arena, "the weights are under %s (%s), %s", governing->id, governing->reason, verdict);
}

/* A name that nobody knows, without a text or with one that grants and limits nothing, may stand for anything. */
static bool is_judged_license(const struct ml_license_fact *fact)
{
	if (fact->license)
		return !fact->license->placeholder;
	return fact->evidence == ML_EVIDENCE_TEXT && !fact->unread && !fact->vague;
}

static void classify_licensed(struct ml_facts *facts, const struct ml_governing *weights)
{
	enum ml_osd osd = ml_license_osd(weights->fact, facts->knowledge);
	bool limited = osd == ML_OSD_FAILS || osd == ML_OSD_DISPUTED;
	const char *source = limited ? NULL : limited_source(facts, ml_arena_printf(facts->arena, "the weights are under %s", weights->id));

	if (osd == ML_OSD_FAILS)
		classify(facts, ML_CLASSED_RESTRICTED_WEIGHTS, because(facts, weights, "which fails the Open Source Definition"));
	else if (osd == ML_OSD_DISPUTED)
		classify(facts, ML_CLASSED_RESTRICTED_WEIGHTS,
			 because(facts, weights, "and whether that meets the Open Source Definition is disputed"));
	else if (source)
		classify(facts, ML_CLASSED_CONTAMINATED_WEIGHTS, source);
	else if (osd == ML_OSD_UNKNOWN && !is_judged_license(weights->fact))
		classify(facts, ML_CLASSED_UNKNOWN, because(facts, weights, "whose terms could not be read"));
	else if (is_open_model(facts))
		classify(facts, ML_CLASSED_OPEN_MODEL, because(facts, weights, "with training code and data told"));
	else
		classify(facts, ML_CLASSED_OPEN_WEIGHTS, because(facts, weights, "and no limit of use was found"));
}

static void classify_unlicensed(struct ml_facts *facts)
{
	const char *source = limited_source(facts, "no license of their own was found");

	if (source)
		classify(facts, ML_CLASSED_CONTAMINATED_WEIGHTS, source);
	else if (facts->card_unread)
		classify(facts, ML_CLASSED_UNKNOWN, "what may name a license for the weights could not be read");
	else
		classify(facts, ML_CLASSED_UNLICENSED_WEIGHTS, "weights are offered, and no license for them was found");
}

void ml_class_collect(struct ml_facts *facts)
{
	const struct ml_governing *weights = ml_govern_deciding(facts, &facts->weights);

	if (!is_judged(facts))
		classify(facts, ML_CLASSED_UNKNOWN, "no file could be judged");
	else if (facts->offer == ML_OFFER_NONE)
		classify(facts, ML_CLASSED_CODE_ONLY, "no model is offered here");
	else if (weights)
		classify_licensed(facts, weights);
	else
		classify_unlicensed(facts);
}
