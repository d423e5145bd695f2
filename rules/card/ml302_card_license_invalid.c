#include "lint/check/rule.h"

#include <stdint.h>

static bool at_github(const struct ml_facts *facts)
{
	return ml_span_find_nocase(ml_span_of(facts->tree->remote), "github.com") != SIZE_MAX;
}

/* Forms that the Hub cannot say (-only, -or-later) are not its author's fault. */
static bool is_form(struct ml_span value)
{
	return ml_span_ends_nocase(value, "-only") || ml_span_ends_nocase(value, "-or-later");
}

static bool is_fine(const struct ml_facts *facts, struct ml_span value, const struct ml_license *license)
{
	if (license && license->hub && ml_span_is(value, license->hub))
		return true;
	if (license && is_form(value))
		return true;
	return license && license->spdx && at_github(facts) && ml_span_is(value, license->spdx);
}

static void check_value(const struct ml_facts *facts, const struct ml_card *card, const struct ml_node *node, struct ml_sink *sink)
{
	const struct ml_license_fact *fact = ml_card_declared(facts, card, node);
	struct ml_span value = ml_span_trim(node->text);

	/* "other" is declared under the name it gives: ML303 and ML304 look at it. */
	if (node->kind != ML_NODE_SCALAR || !value.len || ml_span_is(value, "other") || ml_span_is(value, "unknown"))
		return;
	const struct ml_license *license = fact ? fact->license : NULL;
	if (is_fine(facts, value, license))
		return;
	struct ml_finding *finding;
	if (license && license->hub) {
		finding = ml_found(sink, ml_where_node(card->file, node), ML_CERTAINTY_EXACT, "'%.*s' is not how the Hub writes the %s",
				   ML_SPAN_ARG(value), license->name);
		ml_found_help(finding, "write 'license: %s'", license->hub);
	} else {
		finding = ml_found(sink, ml_where_node(card->file, node), ML_CERTAINTY_EXACT, "'%.*s' is not on the Hub's list of licenses",
				   ML_SPAN_ARG(value));
		ml_found_help(finding, "write 'license: other', and '%.*s' as license_name, with license_link to the text", ML_SPAN_ARG(value));
	}
}

static void check_list(const struct ml_card *card, const struct ml_node *list, struct ml_sink *sink)
{
	if (ml_card_of_other(card))
		return;
	struct ml_finding *finding =
		ml_found(sink, ml_where_line(card->file, list->key_line, 0), ML_CERTAINTY_EXACT,
			 list->nr > 1 ? "a list of licenses leaves open whether all of them hold or one may be chosen" : "the license is written as a list");
	if (list->nr > 1) {
		ml_found_help(finding, "name the license of the weights, and say in the text what covers the rest");
	} else {
		ml_found_soften(finding, ML_SEVERITY_WARNING, "a list of one leaves nothing open");
		ml_found_help(finding, "write the one id without the dash or brackets");
	}
}

void ml302_card_license_invalid(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_card *card = facts->card;
	const struct ml_node *node = ml_card_license_node(card);

	if (!node)
		return;
	if (node->kind == ML_NODE_SCALAR) {
		check_value(facts, card, node, sink);
		return;
	}
	check_list(card, node, sink);
	ml_node_each (entry, node)
		check_value(facts, card, entry, sink);
}
