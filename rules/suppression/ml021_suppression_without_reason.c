#include "lint/check/rule.h"

void ml021_suppression_without_reason(const struct ml_facts *facts, struct ml_sink *sink)
{
	size_t nr;
	const struct ml_suppression *list = ml_suppressions(sink, &nr);

	(void)facts;
	for (size_t i = 0; i < nr; i++) {
		if (list[i].reason || !list[i].rules_nr || list[i].expired)
			continue;
		struct ml_finding *finding = ml_found(sink, list[i].where, ML_CERTAINTY_EXACT, "%s%shides findings of %s without a reason",
						      list[i].where.file ? "" : list[i].source, list[i].where.file ? "" : ": ", list[i].rules[0]);
		ml_found_help(finding, list[i].in_source ? "write it behind the code: 'mlint: ignore %s the license was bought'" :
							   "add 'reason: …' to the entry of %s",
			      list[i].rules[0]);
	}
}
