#include "lint/check/rule.h"

#include <string.h>

static bool is_header(const struct ml_license_fact *fact)
{
	return fact->evidence == ML_EVIDENCE_HEADER && ml_is_of_weights(fact);
}

/* What governs the weights and is not called so, where nothing that governs them is; NULL for agreement. */
static const struct ml_license_fact *dissenter(const struct ml_facts *facts, const struct ml_license *license)
{
	const struct ml_license_fact *found = NULL;

	for (size_t i = 0; i < facts->weights.of_nr; i++) {
		const struct ml_license_fact *fact = facts->weights.of[i].fact;
		if (is_header(fact) || fact->unread || ml_license_same(fact->license, license))
			return NULL;
		if (fact->license && fact->license->family)
			return NULL;
		if (!found && ml_license_is_certain(fact->license))
			found = fact;
	}
	return found;
}

/* Converters copy the license of the base model's card. */
static const struct ml_base_model *base_of(const struct ml_facts *facts, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (facts->bases[i].license && ml_license_same(facts->bases[i].license, license))
			return &facts->bases[i];
	return NULL;
}

/* Files of the same header: the parts and quantizations of one model are one finding. */
static size_t count_same(const struct ml_facts *facts, const struct ml_license *license, size_t *first)
{
	size_t nr = 0;

	for (size_t i = facts->licenses_nr; i-- > 0;) {
		if (!is_header(&facts->licenses[i]) || facts->licenses[i].license != license)
			continue;
		nr++;
		*first = i;
	}
	return nr;
}

static void report(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *header,
		   const struct ml_license_fact *other, size_t nr)
{
	enum ml_certainty certainty = other->match == ML_MATCHED_EXACT ? ML_CERTAINTY_EXACT : ML_CERTAINTY_DECLARED;
	const struct ml_base_model *base = base_of(facts, header->license);
	struct ml_finding *finding = ml_found(sink, header->where, certainty, "the %s says '%s', but the weights are under the %s (%s)",
					      header->where.file->role == ML_ROLE_WEIGHTS ? "header" : "Modelfile",
					      header->declared ? header->declared : header->license->id, ml_license_title(facts, other),
					      ml_license_place(facts, other));

	ml_found_proof(finding, other->where, "the weights are under the %s", ml_license_title(facts, other));
	if (nr > 1)
		ml_found_proof(finding, header->where, "%zu files say so", nr);
	if (base) {
		ml_found_proof(finding, base->where, "it is the license of %s, which converters copy", base->id);
		ml_found_soften(finding, ML_SEVERITY_WARNING, "the license of the base model was copied with the header");
	}
	ml_found_cause(finding, "embedded-license");
	ml_found_help(finding, "write the header anew with the license of these weights, or correct the card");
}

void ml601_embedded_license_conflict(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *header = &facts->licenses[i];
		size_t first = i;
		if (!is_header(header) || !ml_license_is_certain(header->license))
			continue;
		const struct ml_license_fact *other = dissenter(facts, header->license);
		size_t nr = other ? count_same(facts, header->license, &first) : 0;
		if (nr && first == i)
			report(facts, sink, header, other, nr);
	}
}
