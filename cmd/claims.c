/* mlint claims: which openness claims a text makes, about what, and whether they are its own. */
#include "cmd/cli.h"

#include <string.h>

#include "cmd/single.h"
#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/facts/parts.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct claims_options {
	struct common common;
	int format;
	bool verbose;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|json", "how to report", offsetof(struct claims_options, format) },
	{ "verbose", 'v', OPT_FLAG, NULL, "also say which step decided", offsetof(struct claims_options, verbose) },
	OPT_HELP,
};

struct claims {
	struct ml_arena *arena, *scratch;
	struct ml_patterns *patterns;
};

/* Where the file stands tells by which names it speaks of itself: the remote of its repository, its folder, packages beside it. NULL: a stream. */
static struct ml_tree *open_around(struct ml_arena *arena, const char *path)
{
	const struct ml_tree_options beside = { .beside = true };
	struct ml_error err = { 0 };
	struct ml_tree *around = NULL;

	if (!strcmp(path, "-") || ml_tree_open(&around, arena, path, &beside, &err))
		return NULL;
	ml_identity_tell_owner(around, &ml_builtin_knowledge);
	return around;
}

/* The facts of a repository of one card, as far as its claims need them. */
static void collect(struct ml_claim_fact **out, size_t *nr, const struct claims *c, struct ml_tree *tree, const char *path)
{
	struct ml_facts *facts = ml_arena_alloc(c->arena, sizeof *facts);
	struct ml_card *card = ml_arena_alloc(c->arena, sizeof *card);
	struct ml_tree *around = open_around(c->arena, path);

	*facts = (struct ml_facts){
		.arena = c->arena,
		.tree = around ? around : tree,
		.knowledge = &ml_builtin_knowledge,
		.patterns = c->patterns,
	};
	ml_card_read(card, c->arena, c->scratch, tree->files);
	card->primary = true;
	facts->cards = facts->card = card;
	facts->cards_nr = 1;
	ml_declared_of_card(facts, card);
	ml_identity_collect(facts);
	ml_identity_of_files(facts);
	ml_claims_of_card(out, nr, c->arena, facts, card);
	ml_tree_close(around);
}

static void add_human(struct ml_buf *out, const char *path, const struct ml_claim_fact *claims, size_t nr, bool verbose)
{
	if (!nr) {
		ml_add_path(out, path);
		ml_buf_adds(out, ": no claims\n");
	}
	for (size_t i = 0; i < nr; i++) {
		ml_add_path(out, path);
		ml_buf_addf(out, ":%u:%u: %s: %s of the %s: \"", claims[i].where.line, claims[i].where.column,
			    ml_stance_name(claims[i].stance), ml_claim_kind_name(claims[i].kind),
			    ml_subject_name(claims[i].subject));
		ml_add_escaped(out, ml_span_of(claims[i].text), false);
		ml_buf_adds(out, "\"");
		if (verbose && claims[i].step) {
			ml_buf_adds(out, " (");
			ml_add_escaped(out, ml_span_of(claims[i].step), false);
			ml_buf_addc(out, ')');
		}
		ml_buf_addc(out, '\n');
	}
}

static void add_json(struct ml_json_writer *w, const char *path, const struct ml_claim_fact *claims, size_t nr,
		     bool verbose)
{
	ml_json_object(w);
	ml_json_file(w, path);
	ml_json_key(w, "claims");
	ml_json_array(w);
	for (size_t i = 0; i < nr; i++)
		ml_json_claim(w, &claims[i], path, verbose);
	ml_json_end_array(w);
	ml_json_end_object(w);
}

static int claims_all(const struct claims_options *o, const struct opt_list *files)
{
	struct claims c = { ml_arena_new(), ml_arena_new(), ml_patterns_new() };
	struct ml_json_writer w;
	struct ml_buf out;
	int status = EXIT_CLEAN;

	ml_patterns_use(c.patterns, ml_builtin_knowledge.patterns);
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_json_begin(&w, &out, false);
	if (o->format)
		ml_json_begin_files(&w);
	for (size_t i = 0; i < files->nr; i++) {
		struct ml_claim_fact *claims = NULL;
		struct ml_error err = { 0 };
		struct ml_tree *tree;
		size_t nr = 0;

		if (single_read(&tree, c.arena, files->at[i], ML_ROLE_CARD, &err)) {
			int failed = cli_fail(&err);
			status = failed > status ? failed : status;
			continue;
		}
		collect(&claims, &nr, &c, tree, files->at[i]);
		if (o->format)
			add_json(&w, files->at[i], claims, nr, o->verbose);
		else
			add_human(&out, files->at[i], claims, nr, o->verbose);
		ml_arena_reset(c.arena);
		ml_arena_reset(c.scratch);
	}
	if (o->format)
		ml_json_end_files(&w);
	int written = cli_write(&out, NULL);
	ml_patterns_free(c.patterns);
	ml_arena_free(c.scratch);
	ml_arena_free(c.arena);
	return written > status ? written : status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct claims_options o = { 0 };
	struct opt_list files = { 0 };
	int status;

	if (cli_parse(self, &o.common, &files, arena, args, args_nr, &status))
		goto done;
	if (files.nr) {
		status = claims_all(&o, &files);
	} else {
		cli_complain("claims asks for a FILE, or - for standard input");
		status = EXIT_USAGE;
	}
done:
	ml_arena_free(arena);
	return status;
}

const struct command claims_command = {
	.name = "claims",
	.arguments = "FILE...|-",
	.summary = "which openness claims a text makes, about what, and whose they are",
	.about = "Reads each file as a model card and lists what it says about openness: of the model, weights, code, "
		 "data or "
		 "project; as its own word, negated, planned, or of others.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
