/* mlint identify: which license a text is, how sure, how it differs, and which terms it holds. */
#include "cmd/cli.h"

#include <string.h>

#include "cmd/single.h"
#include "cmd/suggest.h"
#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/facts/parts.h"
#include "lint/knowledge/licenses.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct identify_options {
	struct common common;
	int format;
	const char *without;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|json", "how to report", offsetof(struct identify_options, format) },
	{ "without", 0, OPT_VALUE, "ID",
	  "as if that license, and texts word for word the same, were not known; '*': as if none were",
	  offsetof(struct identify_options, without) },
	OPT_HELP,
};

static void add_lines(struct ml_buf *out, const struct ml_where *where)
{
	if (!where->line)
		ml_buf_adds(out, "-");
	else if (where->end_line > where->line)
		ml_buf_addf(out, "%u-%u", where->line, where->end_line);
	else
		ml_buf_addf(out, "%u", where->line);
}

static void add_match(struct ml_buf *out, const struct ml_license_fact *license)
{
	if (license->license)
		ml_buf_addf(out, "%s (%s), ", license->license->name, license->license->id);
	if (license->license && license->match == ML_MATCHED_EXACT)
		ml_buf_adds(out, "exact");
	else if (license->license)
		ml_buf_addf(out, "near: %.1f %% of its text%s", license->score * 100,
			    license->altered ? ", altered" : "");
	else if (license->nearest)
		ml_buf_addf(out, "no known license; the likest is %s (%s), %.1f %% of its text", license->nearest->name,
			    license->nearest->id, license->nearest_score * 100);
	else
		ml_buf_adds(out, "no known license");
	if (license->reference)
		ml_buf_adds(out, "; the file only points to it");
	ml_buf_addc(out, '\n');
}

static void add_difference(struct ml_buf *out, const struct ml_license_fact *license)
{
	for (size_t i = 0; i < license->added_nr; i++) {
		ml_buf_adds(out, "  + ");
		ml_add_count(out, license->added[i].words, "word");
		ml_buf_adds(out, " added, line ");
		add_lines(out, &license->added[i].where);
		ml_buf_addc(out, '\n');
	}
	if (license->missing_words) {
		ml_buf_adds(out, "  - ");
		ml_add_count(out, license->missing_words, "word");
		ml_buf_adds(out, " of the known text missing\n");
	}
}

static void add_term(struct ml_buf *out, const struct ml_license_fact *license, const struct ml_term_fact *term)
{
	enum ml_osd osd = ml_license_osd(license, &ml_builtin_knowledge);
	struct ml_buf phrase;

	/* A term may come from a policy that the license makes part of itself. */
	ml_buf_adds(out, term->where.line ? "    line " : "    elsewhere");
	if (term->where.line)
		add_lines(out, &term->where);
	ml_buf_adds(out, ": ");
	ml_buf_init(&phrase, 8192);
	ml_term_phrase(&phrase, &ml_builtin_knowledge, term->id, term->value, osd);
	ml_add_escaped(out, ml_buf_span(&phrase), false);
	ml_buf_release(&phrase);
	if (term->section)
		ml_buf_addf(out, " (section %s)", term->section);
	ml_osd_phrase(out, ml_builtin_knowledge.terms[term->id].osd_failed, osd);
	ml_buf_addc(out, '\n');
}

static void add_human(struct ml_buf *out, const char *path, const struct ml_license_fact *licenses, size_t nr)
{
	ml_add_path(out, path);
	ml_buf_adds(out, nr ? ":\n" : ": no license\n");
	for (size_t i = 0; i < nr; i++) {
		ml_buf_adds(out, "  line ");
		add_lines(out, &licenses[i].where);
		ml_buf_adds(out, ": ");
		add_match(out, &licenses[i]);
		add_difference(out, &licenses[i]);
		for (size_t t = 0; t < licenses[i].terms_nr; t++)
			add_term(out, &licenses[i], &licenses[i].terms[t]);
	}
}

static void add_json(struct ml_json_writer *w, const char *path, const struct ml_license_fact *licenses, size_t nr)
{
	ml_json_object(w);
	ml_json_file(w, path);
	ml_json_key(w, "licenses");
	ml_json_array(w);
	for (size_t i = 0; i < nr; i++)
		ml_json_license(w, &ml_builtin_knowledge, &licenses[i], path);
	ml_json_end_array(w);
	ml_json_end_object(w);
}

/* An id that is not known leaves nothing out: the answer is right, but perhaps not to what was meant. */
static void check_without(const char *id)
{
	struct suggestion near = { .typed = id };

	if (!strcmp(id, "*") || ml_license_by_id(&ml_builtin_knowledge, ml_span_of(id)))
		return;
	for (size_t i = 0; i < ml_builtin_knowledge.licenses_nr; i++)
		suggest(&near, ml_builtin_knowledge.licenses[i].id);
	cli_complain("no license '%s' is known to be left out%s", id, suggest_hint(&near, ""));
}

static int identify_all(const struct identify_options *o, const struct opt_list *files)
{
	struct ml_arena *arena = ml_arena_new();
	struct ml_patterns *patterns = ml_patterns_new();
	struct ml_json_writer w;
	struct ml_buf out;
	int status = EXIT_CLEAN;

	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_json_begin(&w, &out, false);
	if (o->format)
		ml_json_begin_files(&w);
	for (size_t i = 0; i < files->nr; i++) {
		struct ml_license_fact *licenses = NULL;
		struct ml_error err = { 0 };
		struct ml_tree *tree;
		size_t nr = 0;

		if (single_read(&tree, arena, files->at[i], ML_ROLE_LICENSE, &err)) {
			int failed = cli_fail(&err);
			status = failed > status ? failed : status;
			continue;
		}
		ml_licenses_of_text(&licenses, &nr, arena, &ml_builtin_knowledge, patterns, tree->files, o->without);
		if (o->format)
			add_json(&w, files->at[i], licenses, nr);
		else
			add_human(&out, files->at[i], licenses, nr);
		ml_arena_reset(arena);
	}
	if (o->format)
		ml_json_end_files(&w);
	int written = cli_write(&out, NULL);
	ml_patterns_free(patterns);
	ml_arena_free(arena);
	return written > status ? written : status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct identify_options o = { 0 };
	struct opt_list files = { 0 };
	int status;

	if (cli_parse(self, &o.common, &files, arena, args, args_nr, &status))
		goto done;
	if (!files.nr) {
		cli_complain("identify asks for a FILE");
		status = EXIT_USAGE;
		goto done;
	}
	if (o.without)
		check_without(o.without);
	status = identify_all(&o, &files);
done:
	ml_arena_free(arena);
	return status;
}

const struct command identify_command = {
	.name = "identify",
	.arguments = "FILE...",
	.summary = "which license a text is, how it differs, and which terms it holds",
	.about = "Compares each file with the license texts that mlint knows, and reads its clauses.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
