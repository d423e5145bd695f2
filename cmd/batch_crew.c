/*
 * The workers of mlint batch, as the pool sees them: processes that are started, handed records, listened to and ended. One that dies takes
 * one record with it, the one it was at; the others that it had are handed out again.
 */
#include "cmd/batch_pool.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lint/base/limits.h"

#define ASKED_MOST 3 /* workers that are asked for the id of a record that nobody can judge */

static void close_fd(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* In the child: the pipes of the others must end with them, and the input is the pool's. */
static _Noreturn void become(const struct pool *pool, int from, int to)
{
	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		close_fd(&pool->workers[i].to);
		close_fd(&pool->workers[i].from);
	}
	int nothing = open("/dev/null", O_RDWR);
	if (nothing >= 0) {
		dup2(nothing, STDIN_FILENO);
		dup2(nothing, STDOUT_FILENO);
	}
	signal(SIGINT, SIG_IGN); /* of the terminal: the pool ends its workers */
	signal(SIGTERM, SIG_DFL);
	batch_work(pool->batch, from, to);
}

static int start(struct pool *pool, struct worker *worker)
{
	int down[2], up[2];

	if (pipe2(down, O_CLOEXEC) < 0)
		return -1;
	if (pipe2(up, O_CLOEXEC) < 0) {
		close(down[0]);
		close(down[1]);
		return -1;
	}
	worker->pid = fork();
	if (!worker->pid) {
		close(down[1]);
		close(up[0]);
		become(pool, down[0], up[1]);
	}
	close(down[0]);
	close(up[1]);
	worker->to = down[1];
	worker->from = up[0];
	fcntl(worker->to, F_SETFL, O_NONBLOCK);
	fcntl(worker->from, F_SETFL, O_NONBLOCK);
	worker->away_nr = worker->out_at = 0;
	worker->slow = worker->blocked = false;
	ml_buf_clear(&worker->out);
	ml_buf_clear(&worker->in);
	if (worker->pid > 0)
		return 0;
	close_fd(&worker->to);
	close_fd(&worker->from);
	return -1;
}

/*
 * What becomes of the records of a worker that is gone. One whose id ends every worker that is asked for it is answered without; once
 * is no proof, for workers are also ended from outside.
 */
static void give_back(struct pool *pool, struct worker *worker, enum batch_ask why)
{
	for (size_t i = 0; i < worker->away_nr; i++) {
		struct record *record = &pool->window[worker->away[i]];
		record->state = RECORD_WAITING;
		if (i)
			continue;
		record->asked += record->ask != BATCH_JUDGE;
		if (record->asked == ASKED_MOST) {
			struct ml_buf answer;
			ml_buf_init(&answer, BATCH_READ_BYTES);
			batch_add_error(&answer, pool->batch, NULL, record->line, batch_reason(record->ask));
			record->answer = answer.at;
			record->answer_len = answer.len;
			record->state = RECORD_ANSWERED;
			pool_worsen(pool, EXIT_UNJUDGED);
		}
		record->ask = record->ask ? record->ask : why;
	}
	worker->away_nr = 0;
}

static void bury(struct pool *pool, struct worker *worker)
{
	int status = 0;

	close_fd(&worker->to);
	close_fd(&worker->from);
	while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
		;
	enum batch_ask why = BATCH_CRASHED;
	if (worker->slow)
		why = BATCH_TOO_SLOW;
	else if (WIFEXITED(status) && WEXITSTATUS(status) == BATCH_OUT_OF_MEMORY)
		why = BATCH_TOO_MUCH_MEMORY;
	give_back(pool, worker, why);
}

int crew_keep_alive(struct pool *pool)
{
	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		struct worker *worker = &pool->workers[i];
		if (worker->from >= 0)
			continue;
		if (start(pool, worker) < 0 && i == 0) {
			cli_complain("cannot start a worker: %s", strerror(errno));
			return -1;
		}
	}
	return 0;
}

/* Seconds for the record that the worker is at. Reading the id of one that is given up may take longer than --timeout. */
static double allowed(const struct pool *pool, const struct worker *worker)
{
	bool given_up = pool->window[worker->away[0]].ask != BATCH_JUDGE;
	double seconds = pool->batch->seconds;

	return given_up && seconds < ML_LIMIT_RECORD_SECONDS ? ML_LIMIT_RECORD_SECONDS : seconds;
}

void crew_end_slow_ones(struct pool *pool)
{
	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		struct worker *worker = &pool->workers[i];
		if (worker->from < 0 || !worker->away_nr || worker->slow || pool_now() - worker->since < allowed(pool, worker))
			continue;
		worker->slow = true;
		kill(worker->pid, SIGKILL);
	}
}

/*
 * Records to workers.
 */

static void send_record(struct pool *pool, struct worker *worker, size_t at)
{
	struct record *record = &pool->window[at];
	struct batch_frame frame = { record->line, (uint32_t)record->len, record->ask };

	if (!worker->away_nr)
		worker->since = pool_now();
	worker->away[worker->away_nr++] = at;
	record->state = RECORD_AWAY;
	ml_buf_add(&worker->out, (const char *)&frame, sizeof frame);
	ml_buf_add(&worker->out, record->text, record->len);
}

/* A large record goes alone: whoever waits behind it would wait long. */
static struct worker *least_busy(const struct pool *pool, const struct record *record)
{
	struct worker *found = NULL;

	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		struct worker *worker = &pool->workers[i];
		size_t most = record->len > BATCH_READ_BYTES || record->ask ? 1 : BATCH_IN_FLIGHT;
		if (worker->from >= 0 && worker->away_nr < most && (!found || worker->away_nr < found->away_nr))
			found = worker;
	}
	return found;
}

void crew_hand_out(struct pool *pool)
{
	for (size_t i = 0; i < pool->held; i++) {
		size_t at = (pool->head + i) % pool->window_nr;
		if (pool->window[at].state != RECORD_WAITING)
			continue;
		struct worker *worker = least_busy(pool, &pool->window[at]);
		if (!worker)
			return;
		send_record(pool, worker, at);
	}
}

/* What does not fit into the pipe now waits. A worker that is gone is found by its other pipe. */
void crew_push(struct worker *worker)
{
	while (worker->out_at < worker->out.len) {
		ssize_t put = write(worker->to, worker->out.at + worker->out_at, worker->out.len - worker->out_at);
		if (put < 0 && errno == EINTR)
			continue;
		worker->blocked = put < 0 && errno == EAGAIN;
		if (worker->blocked)
			return;
		if (put < 0)
			break;
		worker->out_at += (size_t)put;
	}
	ml_buf_clear(&worker->out);
	worker->out_at = 0;
}

/*
 * Answers from workers.
 */

static void take_answer(struct pool *pool, struct worker *worker, const struct batch_frame *frame, const char *bytes)
{
	struct record *record = &pool->window[worker->away[0]];

	record->answer = pool_claim(frame->len);
	memcpy(record->answer, bytes, frame->len);
	record->answer_len = frame->len;
	record->state = RECORD_ANSWERED;
	pool_worsen(pool, (int)frame->what);
	worker->away_nr--;
	memmove(worker->away, worker->away + 1, worker->away_nr * sizeof *worker->away);
	worker->since = pool_now();
}

static void take_answers(struct pool *pool, struct worker *worker)
{
	struct batch_frame frame;
	size_t at = 0;

	while (worker->in.len - at >= sizeof frame) {
		memcpy(&frame, worker->in.at + at, sizeof frame);
		if (worker->in.len - at - sizeof frame < frame.len || !worker->away_nr)
			break;
		take_answer(pool, worker, &frame, worker->in.at + at + sizeof frame);
		at += sizeof frame + frame.len;
	}
	if (!at)
		return;
	worker->in.len -= at;
	memmove(worker->in.at, worker->in.at + at, worker->in.len);
}

void crew_pull(struct pool *pool, struct worker *worker)
{
	char bytes[BATCH_READ_BYTES];
	ssize_t got;

	do {
		got = read(worker->from, bytes, sizeof bytes);
		if (got > 0)
			ml_buf_add(&worker->in, bytes, (size_t)got);
	} while (got == sizeof bytes);
	bool gone = !got || (got < 0 && errno != EAGAIN && errno != EINTR);
	take_answers(pool, worker);
	if (gone)
		bury(pool, worker);
}

void crew_init(struct pool *pool)
{
	pool->workers = calloc(pool->batch->jobs, sizeof *pool->workers);
	if (!pool->workers)
		ml_oom();
	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		pool->workers[i].to = pool->workers[i].from = -1;
		ml_buf_init(&pool->workers[i].out, (size_t)ML_LIMIT_RECORD_BYTES * 2 + BATCH_READ_BYTES);
		ml_buf_init(&pool->workers[i].in, (size_t)ML_LIMIT_ANSWER_BYTES * 2);
	}
}

void crew_release(struct pool *pool)
{
	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		struct worker *worker = &pool->workers[i];
		if (worker->from >= 0) {
			close_fd(&worker->to);
			if (worker->away_nr)
				kill(worker->pid, SIGKILL);
			close_fd(&worker->from);
			waitpid(worker->pid, NULL, 0);
		}
		ml_buf_release(&worker->out);
		ml_buf_release(&worker->in);
	}
	free(pool->workers);
}
