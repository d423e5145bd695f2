#include "lint/check/rule.h"

#include <string.h>

static bool is_declared(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (facts->bases[i].from == ML_BASE_CARD)
			return true;
	return false;
}

/* The plainest evidence first: who trains an adapter or merges models writes down of what. */
static const struct ml_base_model *named(const struct ml_facts *facts)
{
	static const enum ml_base_from order[] = { ML_BASE_ADAPTER, ML_BASE_MERGE,  ML_BASE_QUANTIZER, ML_BASE_HEADER,
						   ML_BASE_MODELFILE, ML_BASE_SENTENCE, ML_BASE_CONFIG };

	for (size_t k = 0; k < sizeof order / sizeof *order; k++)
		for (size_t i = 0; i < facts->bases_nr; i++)
			if (facts->bases[i].from == order[k])
				return &facts->bases[i];
	return NULL;
}

/* What an adapter says it was made from, by an id of the Hub ("org/name"), where no other one says else. */
static bool is_only_adapter(const struct ml_facts *facts, const struct ml_base_model *base)
{
	size_t slashes = 0;

	for (const char *c = base->id; *c; c++)
		slashes += *c == '/';
	if (base->from != ML_BASE_ADAPTER || slashes != 1 || ml_node_get_text(facts->card->front.root, "base_model").len)
		return false;
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (facts->bases[i].from == ML_BASE_ADAPTER && !ml_span_is(ml_span_of(facts->bases[i].id), base->id))
			return false;
	return true;
}

void ml401_base_undeclared(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_base_model *base = named(facts);

	/* Only cards of the Hub have the key; a README without front matter names its base in words. */
	if (!base || is_declared(facts) || facts->offer == ML_OFFER_NONE || !card)
		return;
	bool hub = card->front_matter && !card->front.fault;
	if (!hub && (facts->offer != ML_OFFER_SHIPPED || base->from == ML_BASE_SENTENCE))
		return;
	struct ml_finding *finding = ml_found(sink, base->where, ML_CERTAINTY_INFERRED, "%s names %s as base, and the card has no 'base_model:'",
					      ml_base_source(base), base->id);
	if (base->license)
		ml_found_proof(finding, base->where, "what it was made from is under the %s", ml_license_noun(base->license));
	/* The key asks for an id of the Hub; a name in prose is none. */
	if (strchr(base->id, '/'))
		ml_found_help(finding, "add 'base_model: %s' to the front matter", base->id);
	else
		ml_found_help(finding, "add 'base_model:' to the front matter, with the id that %s has on the Hub", base->id);
	if (is_only_adapter(facts, base))
		ml_fix_key(finding, card, "base_model", base->id, NULL);
	if (base->from == ML_BASE_CONFIG)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "configurations are copied from one model to the next");
	else if (base->from == ML_BASE_SENTENCE)
		ml_found_soften(finding, ML_SEVERITY_NOTE, "the card's text names it already");
}
