/* A worker of mlint batch: one process, one record at a time. What goes wrong in it costs that record. */
#include "cmd/batch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "cmd/judge.h"
#include "lint/base/json.h"
#include "lint/base/limits.h"

struct worker {
	const struct batch *batch;
	struct judge judge;
	struct ml_arena *arena;
	struct ml_buf out, back; /* the answer; back: what is sent of it */
	char *line; /* the record, line_cap bytes */
	size_t line_cap;
};

const char *batch_reason(enum batch_ask ask)
{
	static const char *const reasons[BATCH_ASKS_NR] = {
		[BATCH_JUDGE] = "",
		[BATCH_CRASHED] = "the worker that judged it crashed",
		[BATCH_TOO_SLOW] = "judging it took too long",
		[BATCH_TOO_MUCH_MEMORY] = "judging it took too much memory",
		[BATCH_TOO_LONG] = "the line is longer than is read",
	};

	return reasons[ask];
}

void batch_add_error(struct ml_buf *out, const struct batch *batch, const char *id, uint64_t line, const char *why)
{
	struct ml_json_writer w;

	ml_json_begin(&w, out, true);
	ml_json_object(&w);
	ml_json_key(&w, "format");
	ml_json_number(&w, 1);
	ml_json_key(&w, "source");
	ml_json_object(&w);
	ml_json_key(&w, "path");
	ml_json_string(&w, batch->repos ? id : NULL);
	ml_json_key(&w, "kind");
	ml_json_string(&w, batch->repos ? "folder" : "record");
	ml_json_key(&w, "revision");
	ml_json_null(&w);
	ml_json_key(&w, "id");
	ml_json_string(&w, batch->repos ? NULL : id);
	ml_json_end_object(&w);
	ml_json_key(&w, "line");
	ml_json_number(&w, line);
	ml_json_key(&w, "error");
	ml_json_string(&w, why);
	ml_json_end_object(&w);
	ml_buf_addc(out, '\n');
}

static bool read_all(int fd, void *to, size_t len)
{
	for (char *at = to; len;) {
		ssize_t got = read(fd, at, len);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return false;
		at += got;
		len -= (size_t)got;
	}
	return true;
}

/* What the last record left behind. */
static void forget(struct worker *worker)
{
	struct judge *judge = &worker->judge;

	for (size_t i = 0; i < judge->trees_nr; i++)
		ml_tree_close(judge->trees[i]);
	judge->trees = NULL;
	judge->trees_nr = judge->trees_cap = 0;
	judge->known = NULL;
	judge->known_nr = judge->known_cap = 0;
	judge->status = EXIT_CLEAN;
	ml_arena_reset(worker->arena);
	ml_arena_reset(judge->scratch);
	ml_buf_clear(&worker->out);
}

static int open_record(struct worker *worker, struct ml_tree **tree, const char **id, struct ml_span line, struct ml_error *err)
{
	if (ml_tree_of_record(tree, id, worker->arena, line, err) < 0)
		return -1;
	return batch_ids_has(worker->batch->answered, ml_span_of(*id));
}

/* A bare repository has no work tree: its HEAD is judged. */
static int open_repository(struct worker *worker, struct ml_git **git, struct ml_tree **tree, const char *path, struct ml_error *err)
{
	struct ml_tree_options options = { 0 };
	struct ml_error why = { 0 };

	if (!ml_tree_open(tree, worker->arena, path, &options, err))
		return 0;
	if (ml_git_open(git, worker->arena, path, false, &why) || ml_git_top(*git))
		return -1;
	*err = (struct ml_error){ 0 };
	options = (struct ml_tree_options){ .git = *git, .revision = "HEAD" };
	return ml_tree_open(tree, worker->arena, path, &options, err);
}

static void report(struct worker *worker, struct ml_tree *tree, struct ml_error *err)
{
	struct ml_report_options options = { .compact = true, .version = MLINT_VERSION };
	struct ml_result result;
	struct ml_unjudged *unjudged;

	if (judge_tree(&worker->judge, tree, &result, err))
		return;
	judge_findings(&worker->judge, result.verdict);
	if (ml_unjudged_list(&unjudged, result.facts, result.verdict))
		judge_worsen(&worker->judge, EXIT_UNJUDGED);
	ml_reporter_find(ml_span_of("json"))->write(&worker->out, &result, 1, &options);
}

/* Leaves the answer in out: a line, or nothing for a record that was answered before. */
static void answer(struct worker *worker, const struct batch_frame *frame)
{
	struct ml_span line = { worker->line, frame->len };
	const char *id = worker->batch->repos ? ml_arena_dup(worker->arena, line) : NULL;
	struct ml_error err = { 0 };
	struct ml_tree *tree = NULL;
	struct ml_git *git = NULL;
	int opened;

	if (frame->what == BATCH_TOO_LONG) {
		ml_error_set(&err, ML_ERROR_UNJUDGED, "%s", batch_reason(BATCH_TOO_LONG));
		goto done;
	}
	if (!worker->batch->repos)
		opened = open_record(worker, &tree, &id, line, &err);
	else if (batch_ids_has(worker->batch->answered, line))
		opened = 1;
	else
		opened = frame->what ? 0 : open_repository(worker, &git, &tree, id, &err);
	if (opened > 0)
		return;
	if (!opened && frame->what)
		ml_error_set(&err, ML_ERROR_UNJUDGED, "%s", batch_reason(frame->what));
	else if (!opened)
		report(worker, tree, &err);
	if (tree)
		ml_tree_close(tree);
	ml_git_close(git);
done:
	if (err.kind != ML_ERROR_NONE || worker->out.full) {
		ml_buf_clear(&worker->out);
		batch_add_error(&worker->out, worker->batch, id, frame->line, err.kind != ML_ERROR_NONE ? err.text : "its report is too long");
		judge_worsen(&worker->judge, EXIT_UNJUDGED);
	}
}

static bool take(struct worker *worker, int from, struct batch_frame *frame)
{
	if (!read_all(from, frame, sizeof *frame))
		return false;
	if (frame->len + 1u > worker->line_cap) {
		free(worker->line);
		worker->line_cap = frame->len + 1u;
		worker->line = malloc(worker->line_cap);
		if (!worker->line)
			ml_oom();
	}
	return read_all(from, worker->line, frame->len);
}

__attribute__((noreturn)) static void end_without_memory(void)
{
	_exit(BATCH_OUT_OF_MEMORY);
}

/* The sanitizers reserve more address space than any limit allows. */
static void limit_memory(void)
{
#ifndef ML_ARENA_PLAIN
	struct rlimit limit = { ML_LIMIT_WORKER_BYTES, ML_LIMIT_WORKER_BYTES };

	setrlimit(RLIMIT_AS, &limit);
#endif
}

/* Frame and answer in one write, for each write wakes the pool. */
static int send_back(struct worker *worker, int to, uint64_t line)
{
	struct batch_frame frame = { line, (uint32_t)worker->out.len, (uint32_t)worker->judge.status };

	ml_buf_clear(&worker->back);
	ml_buf_add(&worker->back, (const char *)&frame, sizeof frame);
	ml_buf_add(&worker->back, worker->out.at, worker->out.len);
	return cli_write_all(to, ml_buf_span(&worker->back));
}

void batch_work(const struct batch *batch, int from, int to)
{
	struct worker worker = { .batch = batch, .arena = ml_arena_new() };
	struct batch_frame frame;

	limit_memory();
	ml_oom = end_without_memory;
	judge_init(&worker.judge, worker.arena);
	worker.judge.knowledge = batch->knowledge;
	worker.judge.check = batch->check;
	worker.judge.fail_on = (int)batch->fail_on;
	worker.judge.exit_zero = batch->exit_zero;
	ml_buf_init(&worker.out, ML_LIMIT_ANSWER_BYTES);
	ml_buf_init(&worker.back, sizeof frame + ML_LIMIT_ANSWER_BYTES);
	while (take(&worker, from, &frame)) {
		answer(&worker, &frame);
		if (send_back(&worker, to, frame.line))
			break;
		forget(&worker);
	}
	forget(&worker);
	judge_release(&worker.judge);
	ml_buf_release(&worker.out);
	ml_buf_release(&worker.back);
	ml_arena_free(worker.arena);
	free(worker.line);
	_exit(EXIT_CLEAN);
}
