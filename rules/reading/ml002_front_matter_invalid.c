#include "lint/check/rule.h"

static void check_repeated(struct ml_sink *sink, const struct ml_card *card)
{
	for (size_t i = 0; i < card->front.repeated_nr; i++) {
		const struct ml_repeated_key *key = &card->front.repeated[i];
		struct ml_finding *finding = ml_found(sink, ml_where_line(card->file, key->line, key->line), ML_CERTAINTY_EXACT,
						      "the key '%.*s' stands twice in the front matter", ML_SPAN_ARG(key->key));
		ml_found_proof(finding, ml_where_line(card->file, key->first_line, key->first_line), "it stands here first");
		ml_found_help(finding, "keep one: which of the two counts differs from reader to reader");
	}
}

void ml002_front_matter_invalid(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *card = &facts->cards[i];
		if (!card->front_matter || card->file->outside)
			continue;
		check_repeated(sink, card);
		if (card->front.fault) {
			struct ml_where where = { card->file, card->front.line, card->front.column, card->front.line, card->front.column + 1 };
			struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_EXACT, "the front matter is not YAML: %s",
							      card->front.message);
			ml_found_help(finding, "mend the YAML: until then nobody can read the license from the card");
		} else if (card->front.root && card->front.root->kind != ML_NODE_MAP && card->front.root->kind != ML_NODE_NULL) {
			struct ml_finding *finding = ml_found(sink, ml_where_node(card->file, card->front.root), ML_CERTAINTY_EXACT,
							      "the front matter is not a mapping of keys to values");
			ml_found_help(finding, "write one 'key: value' a line");
		}
	}
}
