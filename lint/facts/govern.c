#include "lint/facts/govern.h"

#include <string.h>

#include "lint/knowledge/lists.h"

static bool is_decided(const struct ml_license *license)
{
	return license && !license->placeholder;
}

/* The id as the contract writes it. */
static const char *governing_id(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	if (!is_decided(fact->license))
		return "custom";
	return fact->altered ? ml_arena_printf(facts->arena, "%s-modified", fact->license->id) : fact->license->id;
}

static bool is_in_license_file(const struct ml_license_fact *fact)
{
	return fact->where.file && (fact->where.file->role == ML_ROLE_LICENSE || fact->where.file->role == ML_ROLE_LICENSE_PDF);
}

/* A text says more than a name; a bare name that nobody knows says least. */
static int weight(const struct ml_license_fact *fact)
{
	if (is_in_license_file(fact))
		return fact->unread || fact->evidence != ML_EVIDENCE_TEXT ? 2 : 3;
	return is_decided(fact->license) ? 1 : 0;
}

/* The entry that the new one doubles: the same id, or a name for which a text has come. */
static struct ml_governing *doubled(struct ml_choice *choice, const struct ml_license_fact *fact, const char *id)
{
	for (size_t i = 0; i < choice->nr; i++) {
		const struct ml_license_fact *other = choice->of[i].fact;
		bool custom = !strcmp(choice->of[i].id, "custom") && !strcmp(id, "custom");
		if (custom ? other->where.file == fact->where.file : !strcmp(choice->of[i].id, id))
			return &choice->of[i];
	}
	return NULL;
}

/* Sentences of one card that limit the use without the name of a known license are one set of terms. */
static const struct ml_license_fact *joined(struct ml_facts *facts, const struct ml_license_fact *first, const struct ml_license_fact *more)
{
	if (!more->terms_nr || first == more || is_in_license_file(first) || is_in_license_file(more))
		return first;
	struct ml_license_fact *both = ml_arena_alloc(facts->arena, sizeof(*both));
	struct ml_term_fact *terms = ml_arena_array(facts->arena, struct ml_term_fact, first->terms_nr + more->terms_nr);
	*both = first->terms_nr ? *first : *more;
	size_t nr = 0;
	for (size_t i = 0; i < first->terms_nr + more->terms_nr; i++) {
		const struct ml_term_fact *term = i < first->terms_nr ? &first->terms[i] : &more->terms[i - first->terms_nr];
		size_t k = 0;
		while (k < nr && terms[k].id != term->id)
			k++;
		if (k == nr)
			terms[nr++] = *term;
	}
	both->terms = terms;
	both->terms_nr = nr;
	return both;
}

void ml_choice_add(struct ml_choice *choice, struct ml_facts *facts, const struct ml_license_fact *fact, const char *format, ...)
{
	const char *id = governing_id(facts, fact);
	struct ml_governing *other = doubled(choice, fact, id);
	va_list args;

	choice->unread |= fact->unread || fact->vague;
	va_start(args, format);
	struct ml_governing entry = { fact, id, ml_arena_vprintf(facts->arena, format, args) };
	va_end(args);
	if (!other)
		ML_PUSH(facts->arena, choice->of, choice->nr, choice->cap, entry);
	else if (!is_decided(fact->license) && !is_decided(other->fact->license) && !weight(fact) && !weight(other->fact))
		other->fact = joined(facts, other->fact, fact);
	else if (weight(fact) > weight(other->fact))
		*other = entry;
}

/* "license: other", without a name. */
static bool is_placeholder(const struct ml_license_fact *fact)
{
	return fact->license && fact->license->placeholder && !fact->terms_nr;
}

/* A name that nobody knows beside a text: the name is the text's. "other" beside a license that is named: it is the other. */
static void drop_nameless(struct ml_choice *choice)
{
	size_t nr = 0;
	int most = 0;

	for (size_t i = 0; i < choice->nr; i++)
		if (weight(choice->of[i].fact) > most)
			most = weight(choice->of[i].fact);
	for (size_t i = 0; i < choice->nr; i++) {
		const struct ml_license_fact *fact = choice->of[i].fact;
		if (weight(fact) > 0 || most < 1 || (most < 2 && !is_placeholder(fact)))
			choice->of[nr++] = choice->of[i];
	}
	choice->nr = nr;
}

/* "other" and names that nobody knows: something governs, and nothing tells what. */
static bool is_nameless(const struct ml_choice *choice)
{
	for (size_t i = 0; i < choice->nr; i++)
		if (weight(choice->of[i].fact) || choice->of[i].fact->terms_nr)
			return false;
	return choice->nr > 0;
}

/* "license: other" beside a sentence that names a license, or says what it limits: the sentence says what the other is. */
static void name_by_statements(struct ml_choice *choice, struct ml_facts *facts)
{
	struct ml_choice said = { 0 };
	size_t nr = 0;

	ml_govern_statements(&said, facts, ML_SCOPE_WEIGHTS, false);
	for (size_t i = 0; i < said.nr; i++)
		if (weight(said.of[i].fact) || said.of[i].fact->terms_nr)
			said.of[nr++] = said.of[i];
	said.nr = nr;
	said.unread |= choice->unread;
	if (nr)
		*choice = said;
}

/* Whether a document that may declare a license stands here and could not be read: nothing that it may hold is absent (guard g1). */
static bool is_document_unread(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		bool declares = file->role == ML_ROLE_CARD || file->role == ML_ROLE_TRANSLATION || file->role == ML_ROLE_PACKAGE;
		if (declares && !file->outside && !file->text.at && file->state != ML_FILE_UNREAD && file->state != ML_FILE_READ)
			return true;
	}
	return false;
}

static void settle(const struct ml_facts *facts, struct ml_govern *govern, const struct ml_choice *choice)
{
	uint32_t first = choice->nr ? choice->of[0].fact->alternative : 0;

	govern->of = choice->of;
	govern->of_nr = choice->nr;
	govern->unread = choice->unread || (!choice->nr && facts->card_unread);
	govern->any = first && choice->nr > 1;
	for (size_t i = 0; i < choice->nr; i++)
		govern->any &= choice->of[i].fact->alternative == first;
}

static void govern_code(struct ml_facts *facts)
{
	struct ml_choice choice = { 0 };

	ml_govern_named_files(&choice, facts, ML_SCOPE_CODE);
	if (!choice.nr)
		ml_govern_plain_files(&choice, facts, ML_SCOPE_CODE);
	if (!choice.nr)
		ml_govern_statements(&choice, facts, ML_SCOPE_CODE, true);
	if (!choice.nr)
		ml_govern_statements(&choice, facts, ML_SCOPE_CODE, false);
	if (!choice.nr)
		ml_govern_keys(&choice, facts, ML_SCOPE_CODE);
	if (!choice.nr)
		ml_govern_badges(&choice, facts, ML_SCOPE_CODE, true);
	if (!choice.nr)
		ml_govern_badges(&choice, facts, ML_SCOPE_CODE, false);
	if (!choice.nr)
		ml_govern_packages(&choice, facts, ML_SCOPE_CODE);
	/* "This project is open source for non-commercial use": where nothing but code is offered, its own words are its terms. */
	if (!choice.nr && facts->offer == ML_OFFER_NONE)
		ml_govern_limits(&choice, facts, ML_SCOPE_CODE);
	settle(facts, &facts->code, &choice);
}

/* A text that was found to speak of the code alone: what names a license without saying of what means that text. */
static bool is_code_apart(const struct ml_facts *facts)
{
	const struct ml_license_fact *code = facts->code.of_nr ? facts->code.of[0].fact : NULL;

	return code && is_in_license_file(code) && !(code->scope & ML_SCOPE_WEIGHTS);
}

/*
 * What speaks of the weights alone goes first. A card's key and a plain license
 * file stand side by side: where they differ both are told, the strictest counts.
 */
static void govern_weights(struct ml_facts *facts)
{
	struct ml_choice choice = { 0 };

	if (facts->offer == ML_OFFER_NONE)
		return;
	ml_govern_named_files(&choice, facts, ML_SCOPE_WEIGHTS);
	ml_govern_statements(&choice, facts, ML_SCOPE_WEIGHTS, true);
	if (!choice.nr)
		ml_govern_badges(&choice, facts, ML_SCOPE_WEIGHTS, true);
	ml_govern_keys(&choice, facts, ML_SCOPE_WEIGHTS);
	bool elsewhere = !choice.nr && ml_govern_elsewhere(facts, ML_SCOPE_WEIGHTS);
	if (!elsewhere && (!choice.nr || !is_in_license_file(choice.of[0].fact)))
		ml_govern_plain_files(&choice, facts, ML_SCOPE_WEIGHTS);
	drop_nameless(&choice);
	if (!elsewhere && is_nameless(&choice) && !is_code_apart(facts))
		name_by_statements(&choice, facts);
	if (!elsewhere && !choice.nr && !is_code_apart(facts))
		ml_govern_statements(&choice, facts, ML_SCOPE_WEIGHTS, false);
	if (!elsewhere && !choice.nr && !is_code_apart(facts))
		ml_govern_badges(&choice, facts, ML_SCOPE_WEIGHTS, false);
	if (!elsewhere && !choice.nr)
		ml_govern_headers(&choice, facts);
	ml_govern_limits(&choice, facts, ML_SCOPE_WEIGHTS);
	choice.unread |= elsewhere;
	settle(facts, &facts->weights, &choice);
}

static bool has_key(const struct ml_knowledge *knowledge, const struct ml_card *card, enum ml_list_id id)
{
	return card && ml_list_key(knowledge, id, card->front.root);
}

bool ml_is_dataset_card(const struct ml_knowledge *knowledge, const struct ml_card *card)
{
	if (has_key(knowledge, card, ML_LIST_DATASET_CARD_KEYS))
		return true;
	bool named = has_key(knowledge, card, ML_LIST_DATASET_CARD_NAME) ||
		     (card && card->front_matter && card->title.len && ml_list_in(knowledge, ML_LIST_DATASET_CARD_TITLES, card->title));
	return named && !has_key(knowledge, card, ML_LIST_MODEL_CARD_KEYS);
}

bool ml_is_dataset_card_alone(const struct ml_knowledge *knowledge, const struct ml_card *card)
{
	return ml_is_dataset_card(knowledge, card) && !has_key(knowledge, card, ML_LIST_MODEL_CARD_KEYS);
}

static bool claims_open_data(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		bool open = claim->kind == ML_CLAIM_OPEN_SOURCE || claim->kind == ML_CLAIM_FULLY_OPEN;
		if (open && claim->subject == ML_SUBJECT_DATA && ml_stance_is_own(claim->stance))
			return true;
	}
	return false;
}

static void govern_data(struct ml_facts *facts)
{
	struct ml_choice choice = { 0 };

	ml_govern_named_files(&choice, facts, ML_SCOPE_DATA);
	if (!choice.nr)
		ml_govern_statements(&choice, facts, ML_SCOPE_DATA, true);
	if (!choice.nr)
		ml_govern_badges(&choice, facts, ML_SCOPE_DATA, true);
	if (!choice.nr && ml_is_dataset_card(facts->knowledge, facts->card)) {
		ml_govern_keys(&choice, facts, ML_SCOPE_DATA);
		ml_govern_plain_files(&choice, facts, ML_SCOPE_DATA);
	}
	if (!choice.nr)
		ml_govern_packages(&choice, facts, ML_SCOPE_DATA);
	/* What calls its data open source and offers no model: what it says of the whole, it says of the data. */
	if (!choice.nr && facts->offer == ML_OFFER_NONE && claims_open_data(facts)) {
		ml_govern_statements(&choice, facts, ML_SCOPE_DATA, false);
		ml_govern_plain_files(&choice, facts, ML_SCOPE_DATA);
		if (!choice.nr)
			ml_govern_badges(&choice, facts, ML_SCOPE_DATA, false);
	}
	const struct ml_governing *code = facts->code.of_nr ? &facts->code.of[0] : NULL;
	if (!choice.nr && facts->offer == ML_OFFER_NONE && !(code && is_decided(code->fact->license)))
		ml_govern_limits(&choice, facts, ML_SCOPE_DATA);
	settle(facts, &facts->data, &choice);
}

void ml_govern_collect(struct ml_facts *facts)
{
	facts->card_unread = is_document_unread(facts);
	ml_licenses_set_aside(facts);
	ml_govern_narrow(facts);
	govern_code(facts);
	govern_weights(facts);
	govern_data(facts);
}
