#include "lint/check/rule.h"

/* Keys of the front matter that close the door, the plainest first; headings and button texts only decorate it. */
static const struct {
	const char *key;
	bool country;
	const char *says;
} gates[] = {
	{ "extra_gated_eu_disallowed", true, "people in the European Union are turned away before they may use it" },
	{ "extra_gated_fields", false, "people are asked for data before they may use it" },
	{ "extra_gated_prompt", false, "people are asked to agree before they may use it" },
};

#define GATES (sizeof gates / sizeof *gates)

static const struct ml_claim_fact *first_claim(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->claims_nr; i++)
		if (ml_claim_is_open(&facts->claims[i]) && facts->claims[i].subject != ML_SUBJECT_CODE)
			return &facts->claims[i];
	return NULL;
}

void ml211_gate_contradicts_claim(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_claim_fact *claim = first_claim(facts);

	if (!claim || !facts->card || !facts->card->front.root)
		return;
	for (size_t i = 0; i < GATES; i++) {
		const struct ml_node *node = ml_node_get(facts->card->front.root, gates[i].key);
		if (!ml_node_is_set(node))
			continue;
		bool open = ml_govern_osd(facts, ml_claim_govern(facts, claim)) == ML_OSD_CONFORMS;
		struct ml_where key = ml_where_line(facts->card->file, node->key_line, node->key_line);
		struct ml_finding *finding =
			ml_found(sink, claim->where, ML_CERTAINTY_DECLARED, "calls %s open source, but %s", ml_subject_title(claim->subject), gates[i].says);
		ml_found_proof(finding, key, "the front matter sets %s%s", gates[i].key, gates[i].country ? " - OSD 5" : "");
		ml_found_help(finding, "%s", gates[i].country ? "name the excluded countries beside the claim, or open the door" :
								 "open the door, or say beside the claim that access is by request");
		if (open && !gates[i].country)
			ml_found_soften(finding, ML_SEVERITY_NOTE, "the gate is the host's; the license itself grants what the claim says, and copies may be passed on");
		return;
	}
}
