/* mlint datasets: what is known of the terms of data sets. */
#include "cmd/listing.h"

#include "lint/base/json_keys.h"
#include "lint/knowledge/datasets.h"
#include "rules/registry.h"

static const struct opt options[] = { LISTING_OPTIONS, OPT_HELP };

static const struct ml_dataset *at(size_t i)
{
	return ml_dataset_row(ml_builtin_knowledge.datasets, i);
}

static void human(struct ml_buf *out, size_t i)
{
	ml_buf_addf(out, "%-44s %-16s commercial %-8s %s%s\n", at(i)->id, at(i)->license, ml_commercial_name(at(i)->commercial),
		    at(i)->generated_by ? "made with " : ml_known_by_name(at(i)->known), at(i)->generated_by ? at(i)->generated_by : "");
}

static void json(struct ml_json_writer *w, const void *of, size_t i)
{
	(void)of;
	key_string(w, "id", at(i)->id);
	key_strings(w, "names", at(i)->names, at(i)->names_nr);
	key_string(w, "license", at(i)->license);
	key_string(w, "commercial", ml_commercial_name(at(i)->commercial));
	key_string(w, "generated_by", at(i)->generated_by);
	key_bool(w, "generated_part", at(i)->generated_part);
	key_string(w, "public", ml_public_name(at(i)->published));
	key_string(w, "certainty", ml_known_by_name(at(i)->known));
	key_string(w, "confidence", ml_confidence_name(at(i)->confidence));
	key_string(w, "source", at(i)->source);
}

static void cell(struct ml_buf *out, size_t i, size_t column)
{
	const char *const cells[] = { at(i)->id,	    at(i)->license,
				      ml_commercial_name(at(i)->commercial), at(i)->generated_by,
				      ml_public_name(at(i)->published),	     ml_known_by_name(at(i)->known),
				      at(i)->source };

	ml_buf_adds(out, cells[column] ? cells[column] : "");
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct listing listing = { .key = "datasets", .columns = "data set|license|commercial use|made with|public|certainty|source", .human = human, .json = json, .cell = cell };

	listing.nr = ml_builtin_knowledge.datasets->nr;
	return listing_run(&listing, self, args, args_nr);
}

const struct command datasets_command = {
	.name = "datasets",
	.arguments = "",
	.summary = "list the data sets whose terms mlint knows",
	.about = "Lists every data set: its license, whether its terms allow commercial use, whose models made it where a model did, and "
		 "how that is known.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
