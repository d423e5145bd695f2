#include "cmd/rule_names.h"

#include "cmd/suggest.h"
#include "lint/check/sink.h"
#include "rules/registry.h"

int cli_check_rules(const struct opt_list *names, struct ml_error *err)
{
	for (size_t i = 0; i < names->nr; i++) {
		struct suggestion near = { .typed = names->at[i] };
		size_t r = 0;
		for (; r < ml_rules.nr && !ml_rule_named(ml_rules.at[r], names->at[i]); r++) {
			suggest(&near, ml_rules.at[r]->code);
			suggest(&near, ml_rules.at[r]->name);
		}
		if (r == ml_rules.nr)
			return ml_error_set(err, ML_ERROR_USAGE, "no rule has the code or name '%s'%s", names->at[i],
					    near.best ? suggest_hint(&near, "") : "; 'mlint rules' lists them");
	}
	return 0;
}
