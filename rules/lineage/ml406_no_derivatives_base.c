#include "lint/check/rule.h"

#include <string.h>

/* Permission that the card speaks of cannot be checked here, but it is said. */
static bool tells_of_permission(const struct ml_facts *facts)
{
	return facts->card && facts->card->file->text.at && ml_list_in(facts->knowledge, ML_LIST_PERMISSION_TOLD, facts->card->file->text);
}

static bool is_how(const struct ml_base_model *base, const char *how)
{
	return base->how && !strcmp(base->how, how);
}

void ml406_no_derivatives_base(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->inherited_nr; i++) {
		const struct ml_inherited *found = &facts->inherited[i];
		if (found->kind != ML_INHERIT_NO_DERIVATIVES || tells_of_permission(facts))
			continue;
		struct ml_finding *finding = ml_found_inherited(sink, facts, found, "shares a model made from %s, whose %s does not let changed versions be shared",
								found->base->id, ml_license_noun(found->base->license));
		ml_found_help(finding, "ask the maker of the base for permission and quote it, or start from another base");
		if (is_how(found->base, "quantized"))
			ml_found_soften(finding, ML_SEVERITY_NOTE, "whether a quantization is a changed version is unsettled; a mere conversion of format is none");
	}
}
