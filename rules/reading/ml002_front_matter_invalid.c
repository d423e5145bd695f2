#include "lint/check/rule.h"

static struct ml_where where_at(const struct ml_card *card, uint32_t line, uint32_t column)
{
	return (struct ml_where){ .file = card->file, .line = line, .column = column, .end_line = line, .end_column = column ? column + 1 : 0 };
}

static void report_fault(const struct ml_card *card, struct ml_sink *sink)
{
	uint32_t line = card->front.line ? card->front.line : card->front_line;
	struct ml_finding *finding = ml_found(sink, where_at(card, line, card->front.column), ML_CERTAINTY_EXACT,
					      "the front matter is no valid YAML: %s", card->front.message ? card->front.message : "it cannot be parsed");
	ml_found_cause(finding, card->file->path);
	ml_found_help(finding, "nobody can read a license from it until it parses");
}

/* "---", prose, "---" at the start of a README is more often two rules across the page than front matter. */
static void report_shape(const struct ml_card *card, struct ml_sink *sink)
{
	const struct ml_node *root = card->front.root;
	struct ml_finding *finding = ml_found(sink, where_at(card, root->line, 0), ML_CERTAINTY_EXACT, "the front matter is %s, not a mapping of keys",
					      root->kind == ML_NODE_LIST ? "a list" : "plain text");

	ml_found_help(finding, "write 'key: value' lines between the two '---', or begin the file with a blank line if rules across the page are meant");
	if (root->kind == ML_NODE_SCALAR)
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the two lines may be meant as rules across the page");
}

static void report_repeated(const struct ml_card *card, const struct ml_repeated_key *key, struct ml_sink *sink)
{
	struct ml_finding *finding = ml_found(sink, where_at(card, key->line, 0), ML_CERTAINTY_EXACT,
					      "the front matter repeats the key '%.*s' of line %u", ML_SPAN_ARG(key->key), key->first_line);

	ml_found_proof(finding, where_at(card, key->first_line, 0), "here it stands first; some readers take this one, others the last");
	ml_found_help(finding, "keep the one that is meant");
}

void ml002_front_matter_invalid(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *card = &facts->cards[i];
		if (!card->front_matter)
			continue;
		for (size_t k = 0; k < card->front.repeated_nr; k++)
			report_repeated(card, &card->front.repeated[k], sink);
		if (card->front.fault != ML_PARSE_OK)
			report_fault(card, sink);
		else if (card->front.root && card->front.root->kind != ML_NODE_MAP && card->front.root->kind != ML_NODE_NULL)
			report_shape(card, sink);
	}
}
