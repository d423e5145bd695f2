/* mlint identify: which license a text is, how sure, how it differs, and which terms it holds. */
#include "cmd/cli.h"

#include <string.h>

#include "cmd/knowledge.h"
#include "cmd/license_entry.h"
#include "cmd/settings.h"
#include "cmd/single.h"
#include "cmd/suggest.h"
#include "lint/base/codepoint.h"
#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/check/phrase.h"
#include "lint/check/place.h"
#include "lint/facts/parts.h"
#include "lint/knowledge/licenses.h"
#include "lint/report/report.h"

#define ADDED_BYTES 240 /* shown of one stretch of added words */

struct identify_options {
	struct common common;
	int format;
	const char *without;
	bool as_knowledge, no_config;
	struct opt_list knowledge;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|json", "how to report", offsetof(struct identify_options, format) },
	{ "without", 0, OPT_VALUE, "ID",
	  "as if that license, and texts word for word the same, were not known; '*': as if none were",
	  offsetof(struct identify_options, without) },
	{ "as-knowledge", 0, OPT_FLAG, NULL, "print the text as an entry of a file for --knowledge",
	  offsetof(struct identify_options, as_knowledge) },
	OPT_KNOWLEDGE(struct identify_options, knowledge),
	{ "no-config", 0, OPT_FLAG, NULL, "heed no configuration: not the files of knowledge that it names", offsetof(struct identify_options, no_config) },
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

/* The words of a place in one line, cut at a space where they are many. */
static void add_words(struct ml_buf *out, struct ml_arena *arena, const struct ml_where *where)
{
	struct ml_span text = ml_place_text(arena, where);
	struct ml_buf line;
	size_t i = 0;

	ml_buf_init(&line, ADDED_BYTES + 8);
	for (; i < text.len && (line.len < ADDED_BYTES || !ml_is_space(text.at[i])) && !line.full; i++)
		if (!ml_is_space(text.at[i]))
			ml_buf_addc(&line, text.at[i]);
		else if (line.len && line.at[line.len - 1] != ' ')
			ml_buf_addc(&line, ' ');
	if (line.full)
		line.len = ml_codepoint_whole(line.at, line.len);
	ml_buf_adds(out, ": \"");
	ml_add_escaped(out, ml_span_trim(ml_buf_span(&line)), false);
	ml_buf_adds(out, i < text.len ? " ...\"\n" : "\"\n");
	ml_buf_release(&line);
}

static void add_gap(struct ml_buf *out, const struct ml_gap *gap)
{
	if (!gap->after)
		ml_buf_addf(out, "before line %u", gap->before);
	else if (!gap->before)
		ml_buf_addf(out, "behind line %u", gap->after);
	else if (gap->after == gap->before)
		ml_buf_addf(out, "in line %u", gap->after);
	else
		ml_buf_addf(out, "between lines %u and %u", gap->after, gap->before);
}

static void add_difference(struct ml_buf *out, struct ml_arena *arena, const struct ml_license_fact *license)
{
	for (size_t i = 0; i < license->added_nr; i++) {
		ml_buf_adds(out, "  + line ");
		add_lines(out, &license->added[i].where);
		ml_buf_adds(out, ": ");
		ml_add_count(out, license->added[i].words, "word");
		ml_buf_adds(out, " added");
		add_words(out, arena, &license->added[i].where);
	}
	if (!license->missing_words)
		return;
	ml_buf_adds(out, "  - ");
	ml_add_count(out, license->missing_words, "word");
	ml_buf_adds(out, " of the known text missing");
	for (size_t i = 0; i < license->gaps_nr; i++) {
		ml_buf_adds(out, i ? ", " : ": ");
		add_gap(out, &license->gaps[i]);
	}
	ml_buf_addc(out, '\n');
}

static void add_term(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_license_fact *license,
		     const struct ml_term_fact *term)
{
	enum ml_osd osd = term->duty ? ML_OSD_DISPUTED : ml_license_osd(license, knowledge);
	struct ml_buf phrase;

	/* A term may come from a policy that the license makes part of itself. */
	ml_buf_adds(out, term->where.line ? "    line " : "    elsewhere");
	if (term->where.line)
		add_lines(out, &term->where);
	ml_buf_adds(out, ": ");
	ml_buf_init(&phrase, 8192);
	ml_term_phrase(&phrase, knowledge, term->id, term->value, osd);
	ml_add_escaped(out, ml_buf_span(&phrase), false);
	ml_buf_release(&phrase);
	if (term->section)
		ml_buf_addf(out, " (section %s)", term->section);
	ml_osd_phrase(out, knowledge->terms[term->id].osd_failed, osd);
	ml_buf_addc(out, '\n');
}

static void add_human(struct ml_buf *out, struct ml_arena *arena, const struct ml_knowledge *knowledge, const char *path,
		      const struct ml_license_fact *licenses, size_t nr)
{
	ml_add_path(out, path);
	ml_buf_adds(out, nr ? ":\n" : ": no license\n");
	for (size_t i = 0; i < nr; i++) {
		ml_buf_adds(out, "  line ");
		add_lines(out, &licenses[i].where);
		ml_buf_adds(out, ": ");
		add_match(out, &licenses[i]);
		add_difference(out, arena, &licenses[i]);
		for (size_t t = 0; t < licenses[i].terms_nr; t++)
			add_term(out, knowledge, &licenses[i], &licenses[i].terms[t]);
	}
}

static void add_json(struct ml_json_writer *w, const struct ml_knowledge *knowledge, const char *path,
		     const struct ml_license_fact *licenses, size_t nr)
{
	ml_json_object(w);
	ml_json_file(w, path);
	ml_json_key(w, "licenses");
	ml_json_array(w);
	for (size_t i = 0; i < nr; i++)
		ml_json_license(w, knowledge, &licenses[i], path);
	ml_json_end_array(w);
	ml_json_end_object(w);
}

/* An id that is not known leaves nothing out: the answer is right, but perhaps not to what was meant. */
static void check_without(const struct ml_knowledge *knowledge, const char *id)
{
	struct suggestion near = { .typed = id };

	if (!strcmp(id, "*") || ml_license_by_id(knowledge, ml_span_of(id)))
		return;
	for (size_t i = 0; i < knowledge->licenses_nr; i++)
		suggest(&near, ml_license_id_at(knowledge, i));
	cli_complain("no license '%s' is known to be left out%s", id, suggest_hint(&near, ""));
}

/* One run over files. */
struct identifying {
	const struct identify_options *options;
	struct settings_beside near;   /* what is known beside the last file */
	struct ml_arena *arena, *keep; /* for one file, and for all */
	struct ml_patterns *patterns;
	struct ml_json_writer w;
	struct ml_buf out;
};

/* Returns the exit status for that file. */
static int identify_one(struct identifying *run, const char *path)
{
	const struct identify_options *o = run->options;
	struct ml_license_fact *licenses = NULL;
	struct ml_error err = { 0 };
	struct ml_tree *tree;
	size_t nr = 0;

	if (single_read(&tree, run->arena, path, ML_ROLE_LICENSE, &err) ||
	    (!o->no_config && settings_beside(&run->near, run->keep, path, &err)))
		return cli_fail(&err);
	const struct ml_knowledge *knowledge = run->near.knowledge;
	if (o->without)
		check_without(knowledge, o->without);
	ml_licenses_of_text(&licenses, &nr, run->arena, knowledge, run->patterns, tree->files, o->without);
	if (o->as_knowledge)
		license_entry(&run->out, run->arena, knowledge, tree, licenses, nr);
	else if (o->format)
		add_json(&run->w, knowledge, path, licenses, nr);
	else
		add_human(&run->out, run->arena, knowledge, path, licenses, nr);
	ml_arena_reset(run->arena);
	return EXIT_CLEAN;
}

static int identify_all(const struct identify_options *o, const struct ml_knowledge *base, const struct opt_list *files)
{
	struct identifying run = {
		.options = o,
		.near = { .base = base, .knowledge = base },
		.arena = ml_arena_new(),
		.keep = ml_arena_new(),
		.patterns = ml_patterns_new(),
	};
	bool json = o->format && !o->as_knowledge;
	int status = EXIT_CLEAN;

	ml_patterns_use(run.patterns, base->patterns);
	ml_buf_init(&run.out, ML_LIMIT_REPORT_BYTES);
	ml_json_begin(&run.w, &run.out, false);
	if (o->as_knowledge)
		license_entries_begin(&run.out);
	if (json)
		ml_json_begin_files(&run.w);
	for (size_t i = 0; i < files->nr; i++) {
		int one = identify_one(&run, files->at[i]);
		status = one > status ? one : status;
	}
	if (json)
		ml_json_end_files(&run.w);
	int written = cli_write(&run.out, NULL);
	ml_patterns_free(run.patterns);
	ml_arena_free(run.arena);
	ml_arena_free(run.keep);
	return written > status ? written : status;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct identify_options o = { 0 };
	struct opt_list files = { 0 };
	const struct ml_knowledge *knowledge;
	struct ml_error err = { 0 };
	int status;

	if (cli_parse(self, &o.common, &files, arena, args, args_nr, &status))
		goto done;
	if (!files.nr) {
		cli_complain("identify asks for a FILE");
		status = EXIT_USAGE;
		goto done;
	}
	if (o.as_knowledge && o.format) {
		cli_complain("--as-knowledge prints YAML: it goes without --format json");
		status = EXIT_USAGE;
		goto done;
	}
	if (cli_knowledge(&knowledge, arena, &o.knowledge, &err)) {
		status = cli_fail(&err);
		goto done;
	}
	status = identify_all(&o, knowledge, &files);
done:
	ml_arena_free(arena);
	return status;
}

const struct command identify_command = {
	.name = "identify",
	.arguments = "FILE...",
	.summary = "which license a text is, how it differs, and which terms it holds",
	.about = "Compares each file with the license texts that mlint knows, and reads its clauses. Licenses of your own are known where "
		 "--knowledge names their file, or the .mlint.yml that a scan of the file's folder would heed does.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
