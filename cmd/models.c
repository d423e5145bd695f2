/* mlint models: which license models are known to be under. */
#include "cmd/listing.h"

#include "lint/base/json_keys.h"
#include "lint/knowledge/models.h"
#include "rules/registry.h"

static const struct opt options[] = { LISTING_OPTIONS, OPT_HELP };

static const struct ml_model *at(size_t i)
{
	return ml_model_row(ml_builtin_knowledge.models, i);
}

static void human(struct ml_buf *out, size_t i)
{
	ml_buf_addf(out, "%-52s %-28s %-8s %s\n", at(i)->id, at(i)->license, ml_known_by_name(at(i)->known), at(i)->base ? at(i)->base : "");
	while (out->len > 1 && out->at[out->len - 2] == ' ') {
		out->at[out->len - 2] = '\n';
		out->at[--out->len] = '\0';
	}
}

static void json(struct ml_json_writer *w, const void *of, size_t i)
{
	(void)of;
	key_string(w, "id", at(i)->id);
	key_string(w, "license", at(i)->license);
	key_string(w, "base", at(i)->base);
	key_strings(w, "names", at(i)->names, at(i)->names_nr);
	key_string(w, "certainty", ml_known_by_name(at(i)->known));
	key_string(w, "confidence", ml_confidence_name(at(i)->confidence));
	key_string(w, "source", at(i)->source);
}

static void cell(struct ml_buf *out, size_t i, size_t column)
{
	const char *const cells[] = { at(i)->id,
				      at(i)->license,
				      at(i)->base,
				      ml_known_by_name(at(i)->known),
				      ml_confidence_name(at(i)->confidence),
				      at(i)->source };

	ml_buf_adds(out, cells[column] ? cells[column] : "");
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct listing listing = { .key = "models", .columns = "model|license|base|certainty|confidence|source", .human = human, .json = json, .cell = cell };

	listing.nr = ml_builtin_knowledge.models->nr;
	return listing_run(&listing, self, args, args_nr);
}

const struct command models_command = {
	.name = "models",
	.arguments = "",
	.summary = "list the models whose licenses mlint knows",
	.about = "Lists every model, or pattern of models: its license, how that is known (read in a source, known without one, or "
		 "inferred), and what it was made from.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
