#include "lint/check/rule.h"

void ml023_suppression_expired(const struct ml_facts *facts, struct ml_sink *sink)
{
	size_t nr;
	const struct ml_suppression *list = ml_suppressions(sink, &nr);

	(void)facts;
	for (size_t i = 0; i < nr; i++) {
		if (!list[i].expired)
			continue;
		struct ml_finding *finding = ml_found(sink, list[i].where, ML_CERTAINTY_EXACT, "%s%shides findings of %s no longer: it ended on %s",
						      list[i].where.file ? "" : list[i].source, list[i].where.file ? "" : ": ", list[i].rules[0],
						      list[i].until);
		ml_found_help(finding, "mend what it hid and take it away, or give it another 'until'");
	}
}
