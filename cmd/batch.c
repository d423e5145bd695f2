/* mlint batch: one record a line in, one result a line out. */
#include "cmd/batch.h"

#include <sched.h>
#include <stdlib.h>

#include "cmd/knowledge.h"
#include "cmd/rule_names.h"
#include "lint/base/limits.h"

struct batch_options {
	struct common common;
	const char *jobs, *resume, *timeout;
	bool repos, exit_zero;
	struct opt_list select, ignore, knowledge;
	int fail_on;
};

#define AT(member) offsetof(struct batch_options, member)
static const struct opt options[] = {
	{ "jobs", 'j', OPT_VALUE, "N", "workers, each a process (default: the cores of this machine)", AT(jobs) },
	{ "repos", 0, OPT_FLAG, NULL, "a line is the path of a repository, bare or not, or of a folder", AT(repos) },
	{ "resume", 0, OPT_VALUE, "FILE", "pass over what FILE, the output of an earlier run, answers", AT(resume) },
	{ "timeout", 0, OPT_VALUE, "SECONDS", "for one record (default: 30)", AT(timeout) },
	{ "select", 0, OPT_LIST, "CODES", "report only these rules: codes, names, or beginnings of codes (ML2)", AT(select) },
	{ "ignore", 0, OPT_LIST, "CODES", "do not report these rules", AT(ignore) },
	OPT_KNOWLEDGE(struct batch_options, knowledge),
	{ "fail-on", 0, OPT_CHOICE, "error|warning|note", "the least severity that gives exit status 1", AT(fail_on) },
	{ "exit-zero", 0, OPT_FLAG, NULL, "exit with 0 in spite of findings", AT(exit_zero) },
	OPT_HELP,
};

/* In the order of the words of --fail-on. */
static const enum ml_severity fail_on[] = { ML_SEVERITY_ERROR, ML_SEVERITY_WARNING, ML_SEVERITY_NOTE };

/* Those that this process may run on: a container may have fewer than the machine. */
static unsigned cores(void)
{
	cpu_set_t set;

	if (sched_getaffinity(0, sizeof set, &set) < 0)
		return 1;
	int nr = CPU_COUNT(&set);
	return nr < 1 ? 1 : nr > (int)ML_LIMIT_JOBS ? ML_LIMIT_JOBS : (unsigned)nr;
}

/* A whole number from 1 to most; text NULL leaves *out. */
static int read_number(unsigned *out, const char *name, const char *text, unsigned most, struct ml_error *err)
{
	char *end;

	if (!text)
		return 0;
	unsigned long value = ml_is_digit(*text) ? strtoul(text, &end, 10) : 0;
	if (!value || *end || value > most)
		return ml_error_set(err, ML_ERROR_USAGE, "--%s takes a number from 1 to %u, not '%s'", name, most, text);
	*out = (unsigned)value;
	return 0;
}

static int prepare(struct batch *batch, const struct batch_options *o, struct ml_arena *arena, struct ml_error *err)
{
	struct batch_ids *answered = NULL;

	*batch = (struct batch){
		.check = { o->select.at, o->select.nr, o->ignore.at, o->ignore.nr },
		.repos = o->repos, .fail_on = fail_on[o->fail_on], .exit_zero = o->exit_zero,
		.jobs = cores(), .seconds = ML_LIMIT_RECORD_SECONDS,
	};
	if (read_number(&batch->jobs, "jobs", o->jobs, ML_LIMIT_JOBS, err) ||
	    read_number(&batch->seconds, "timeout", o->timeout, ML_LIMIT_RECORD_SECONDS_MOST, err) ||
	    cli_check_rules(&o->select, err) || cli_check_rules(&o->ignore, err) ||
	    cli_knowledge(&batch->knowledge, arena, &o->knowledge, err) ||
	    (o->resume && batch_ids_read(&answered, arena, o->resume, err)))
		return -1;
	batch->answered = answered;
	return 0;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct batch_options o = { 0 };
	struct opt_list operands = { 0 };
	struct ml_error err = { 0 };
	struct batch batch;
	int status;

	if (cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		goto done;
	status = prepare(&batch, &o, arena, &err) ? cli_fail(&err) : batch_run(&batch);
done:
	ml_arena_free(arena);
	return status;
}

const struct command batch_command = {
	.name = "batch",
	.arguments = "",
	.summary = "judge records or repositories by the thousand: one a line in, one result a line out",
	.about = "Reads records from standard input, one a line: {\"id\": \"org/name\", \"files\": {\"README.md\": \"…\"}, \"sizes\": "
		 "{\"model.safetensors\": 13476839424}}; with --repos paths. Writes one line of JSON for each, in order, as it goes. A record "
		 "that cannot be judged, or that takes too long or too much, has \"error\" in its place and gives exit status 3; the "
		 "others go on.\n\n"
		 "Results stand alone, so the input may be cut anywhere between lines: a mapper for GNU parallel, Spark's pipe, "
		 "Hadoop Streaming.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
