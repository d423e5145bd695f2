/*
 * The pool of mlint batch. One process reads, hands out and writes; workers judge. Records wait in a window that is bounded in number and
 * bytes, and leave it in order: what is read is no more than what is written, however fast the input. A worker that dies takes one record
 * with it, the one it was at; the others that it had are handed out again.
 */
#include "cmd/batch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/limits.h"

#define IN_FLIGHT 8      /* records at a worker: enough that it never waits for the pool */
#define PER_WORKER 32    /* records in the window */
#define READ_BYTES 65536 /* at a time */
#define ASKED_MOST 3     /* workers that are asked for the id of a record that nobody can judge */

enum state { FREE = 0, WAITING, AWAY, ANSWERED };

struct record {
	enum state state;
	enum batch_ask ask;
	unsigned asked; /* how many workers ended over the question for its id */
	uint64_t line;
	char *text; /* owned */
	size_t len;
	char *answer; /* owned */
	size_t answer_len;
};

struct worker {
	pid_t pid;
	int to, from;              /* pipes; from < 0: there is no worker */
	size_t away[IN_FLIGHT];    /* records of the window, in the order in which they were sent */
	size_t away_nr;
	double since;              /* it is at the first of them */
	bool slow;                 /* and was ended for it */
	struct ml_buf out;         /* frames that are not written yet, from out_at on */
	size_t out_at;
	struct ml_buf in;          /* answers that are not whole yet */
};

struct pool {
	const struct batch *batch;
	struct worker *workers;
	struct record *window;
	size_t window_nr, head, held; /* head: the oldest; held: how many from there on */
	size_t bytes;                 /* of their texts */
	struct ml_buf input;          /* what was read and is no whole line yet */
	size_t input_seen;            /* up to here there is no line end */
	bool ended, skipping;         /* skipping: the rest of a line that is longer than is read */
	uint64_t line, done, read_bytes, all_bytes;
	struct ml_buf out;            /* answers in order */
	double started, told;
	int status;
};

static volatile sig_atomic_t stop_signal;

static void on_signal(int number)
{
	stop_signal = number;
}

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void worsen(struct pool *pool, int status)
{
	pool->status = status > pool->status ? status : pool->status;
}

static void *claim(size_t size)
{
	void *bytes = malloc(size ? size : 1);

	if (!bytes)
		ml_oom();
	return bytes;
}

/*
 * Workers.
 */

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
	worker->slow = false;
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
		record->state = WAITING;
		if (i)
			continue;
		record->asked += record->ask != BATCH_JUDGE;
		if (record->asked == ASKED_MOST) {
			struct ml_buf answer;
			ml_buf_init(&answer, READ_BYTES);
			batch_add_error(&answer, pool->batch, NULL, record->line, batch_reason(record->ask));
			record->answer = answer.at;
			record->answer_len = answer.len;
			record->state = ANSWERED;
			worsen(pool, EXIT_UNJUDGED);
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

static int keep_alive(struct pool *pool)
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

static void end_slow_ones(struct pool *pool)
{
	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		struct worker *worker = &pool->workers[i];
		if (worker->from < 0 || !worker->away_nr || worker->slow || now() - worker->since < allowed(pool, worker))
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
		worker->since = now();
	worker->away[worker->away_nr++] = at;
	record->state = AWAY;
	ml_buf_add(&worker->out, (const char *)&frame, sizeof frame);
	ml_buf_add(&worker->out, record->text, record->len);
}

/* A large record goes alone: whoever waits behind it would wait long. */
static struct worker *least_busy(const struct pool *pool, const struct record *record)
{
	struct worker *found = NULL;

	for (unsigned i = 0; i < pool->batch->jobs; i++) {
		struct worker *worker = &pool->workers[i];
		size_t most = record->len > READ_BYTES || record->ask ? 1 : IN_FLIGHT;
		if (worker->from >= 0 && worker->away_nr < most && (!found || worker->away_nr < found->away_nr))
			found = worker;
	}
	return found;
}

static void hand_out(struct pool *pool)
{
	for (size_t i = 0; i < pool->held; i++) {
		size_t at = (pool->head + i) % pool->window_nr;
		if (pool->window[at].state != WAITING)
			continue;
		struct worker *worker = least_busy(pool, &pool->window[at]);
		if (!worker)
			return;
		send_record(pool, worker, at);
	}
}

/* What does not fit into the pipe now waits. A worker that is gone is found by its other pipe. */
static void push(struct worker *worker)
{
	while (worker->out_at < worker->out.len) {
		ssize_t put = write(worker->to, worker->out.at + worker->out_at, worker->out.len - worker->out_at);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0 && errno == EAGAIN)
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

	record->answer = claim(frame->len);
	memcpy(record->answer, bytes, frame->len);
	record->answer_len = frame->len;
	record->state = ANSWERED;
	worsen(pool, (int)frame->what);
	worker->away_nr--;
	memmove(worker->away, worker->away + 1, worker->away_nr * sizeof *worker->away);
	worker->since = now();
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

static void pull(struct pool *pool, struct worker *worker)
{
	char bytes[READ_BYTES];
	ssize_t got;

	while ((got = read(worker->from, bytes, sizeof bytes)) > 0)
		ml_buf_add(&worker->in, bytes, (size_t)got);
	bool gone = !got || (errno != EAGAIN && errno != EINTR);
	take_answers(pool, worker);
	if (gone)
		bury(pool, worker);
}

/*
 * Input.
 */

static bool has_room(const struct pool *pool)
{
	return !pool->ended && pool->held < pool->window_nr && (!pool->held || pool->bytes < ML_LIMIT_RECORD_BYTES);
}

static void add_record(struct pool *pool, const char *text, size_t len, enum batch_ask ask)
{
	struct record *record = &pool->window[(pool->head + pool->held++) % pool->window_nr];

	*record = (struct record){ .state = WAITING, .ask = ask, .line = pool->line, .text = claim(len), .len = len };
	memcpy(record->text, text, len);
	pool->bytes += len;
}

static void add_line(struct pool *pool, const char *text, size_t len)
{
	pool->line++;
	if (pool->skipping)
		add_record(pool, "", 0, BATCH_TOO_LONG);
	else if (ml_span_trim((struct ml_span){ text, len }).len)
		add_record(pool, text, len - (text[len - 1] == '\r'), BATCH_JUDGE);
	pool->skipping = false;
}

/* Where the first line ends, or SIZE_MAX. A long line is looked at once, however often it grows. */
static size_t line_end(struct pool *pool)
{
	const struct ml_buf *in = &pool->input;
	const char *end = in->len > pool->input_seen ? memchr(in->at + pool->input_seen, '\n', in->len - pool->input_seen) : NULL;

	pool->input_seen = end ? (size_t)(end - in->at) : in->len;
	return end ? pool->input_seen : SIZE_MAX;
}

static void drop_input(struct pool *pool, size_t nr)
{
	if (!nr)
		return;
	pool->input.len -= nr;
	memmove(pool->input.at, pool->input.at + nr, pool->input.len);
	pool->input_seen = 0;
}

/* Lines that are whole, as long as the window takes them. */
static void cut_lines(struct pool *pool)
{
	size_t at = 0, end = SIZE_MAX;

	while (has_room(pool) && (end = line_end(pool)) != SIZE_MAX) {
		add_line(pool, pool->input.at + at, end - at);
		at = pool->input_seen = end + 1;
	}
	drop_input(pool, at);
	if (at == 0 && end == SIZE_MAX && pool->input.len >= ML_LIMIT_RECORD_BYTES) {
		pool->skipping = true;
		drop_input(pool, pool->input.len);
	}
}

static bool wants_input(struct pool *pool)
{
	return has_room(pool) && line_end(pool) == SIZE_MAX;
}

static void read_input(struct pool *pool)
{
	char bytes[READ_BYTES];
	ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);

	if (got < 0 && errno != EINTR && errno != EAGAIN) {
		cli_complain("cannot read standard input: %s", strerror(errno));
		worsen(pool, EXIT_UNJUDGED);
		pool->ended = true;
	}
	if (got > 0) {
		pool->read_bytes += (uint64_t)got;
		ml_buf_add(&pool->input, bytes, (size_t)got);
	}
	cut_lines(pool);
	if (got)
		return;
	if (pool->input.len || pool->skipping) /* a last line without its end */
		add_line(pool, pool->input.at ? pool->input.at : "", pool->input.len);
	drop_input(pool, pool->input.len);
	pool->ended = true;
}

/*
 * Output.
 */

static void release(struct pool *pool, struct record *record)
{
	pool->bytes -= record->len;
	free(record->text);
	free(record->answer);
	*record = (struct record){ 0 };
}

static void collect(struct pool *pool)
{
	while (pool->held && pool->window[pool->head].state == ANSWERED) {
		struct record *record = &pool->window[pool->head];
		ml_buf_add(&pool->out, record->answer, record->answer_len);
		release(pool, record);
		pool->head = (pool->head + 1) % pool->window_nr;
		pool->held--;
		pool->done++;
	}
}

/* Whole lines; a reader that is gone ends the run. */
static int flush(struct pool *pool)
{
	int status = pool->out.len ? cli_put(ml_buf_span(&pool->out)) : EXIT_CLEAN;

	ml_buf_clear(&pool->out);
	worsen(pool, status);
	return status ? -1 : 0;
}

/* "12,000 records, 8,100/s, 3 s left": the rest by bytes, where the input is a file. */
static void tell_progress(struct pool *pool, bool last)
{
	double time = now(), taken = time - pool->started;

	if (!isatty(STDERR_FILENO) || (!last && time - pool->told < 0.5) || taken <= 0)
		return;
	pool->told = time;
	fprintf(stderr, "\rmlint: %llu records, %.0f/s", (unsigned long long)pool->done, (double)pool->done / taken);
	if (!last && pool->read_bytes && pool->all_bytes > pool->read_bytes)
		fprintf(stderr, ", %.0f s left", taken * (double)(pool->all_bytes - pool->read_bytes) / (double)pool->read_bytes);
	fprintf(stderr, last ? "\033[K\n" : "\033[K");
}

/*
 * The loop.
 */

static void wait_for_work(struct pool *pool)
{
	unsigned jobs = pool->batch->jobs;
	struct pollfd *fds = claim((2 * jobs + 1) * sizeof *fds);

	for (unsigned i = 0; i < jobs; i++) {
		const struct worker *worker = &pool->workers[i];
		fds[2 * i] = (struct pollfd){ .fd = worker->from, .events = POLLIN };
		fds[2 * i + 1] = (struct pollfd){ .fd = worker->out.len ? worker->to : -1, .events = POLLOUT };
	}
	fds[2 * jobs] = (struct pollfd){ .fd = wants_input(pool) ? STDIN_FILENO : -1, .events = POLLIN };
	if (poll(fds, 2 * jobs + 1, 200) > 0) {
		for (unsigned i = 0; i < jobs; i++) {
			if (fds[2 * i + 1].revents)
				push(&pool->workers[i]);
			if (fds[2 * i].revents)
				pull(pool, &pool->workers[i]);
		}
		if (fds[2 * jobs].revents)
			read_input(pool);
	}
	free(fds);
}

static void run(struct pool *pool)
{
	while (!stop_signal && (!pool->ended || pool->held || pool->input.len)) {
		if (keep_alive(pool) < 0) {
			worsen(pool, EXIT_UNJUDGED);
			return;
		}
		cut_lines(pool);
		hand_out(pool);
		for (unsigned i = 0; i < pool->batch->jobs; i++)
			if (pool->workers[i].from >= 0)
				push(&pool->workers[i]);
		wait_for_work(pool);
		end_slow_ones(pool);
		collect(pool);
		if (flush(pool) < 0)
			return;
		tell_progress(pool, false);
	}
}

static void open_pool(struct pool *pool, const struct batch *batch)
{
	struct sigaction act = { .sa_handler = on_signal };
	struct stat st;

	*pool = (struct pool){ .batch = batch, .started = now() };
	pool->workers = calloc(batch->jobs, sizeof *pool->workers);
	pool->window_nr = (size_t)batch->jobs * PER_WORKER;
	pool->window = calloc(pool->window_nr, sizeof *pool->window);
	if (!pool->workers || !pool->window)
		ml_oom();
	for (unsigned i = 0; i < batch->jobs; i++) {
		pool->workers[i].to = pool->workers[i].from = -1;
		ml_buf_init(&pool->workers[i].out, (size_t)ML_LIMIT_RECORD_BYTES * 2 + READ_BYTES);
		ml_buf_init(&pool->workers[i].in, (size_t)ML_LIMIT_ANSWER_BYTES * 2);
	}
	ml_buf_init(&pool->input, (size_t)ML_LIMIT_RECORD_BYTES * 2);
	ml_buf_init(&pool->out, (size_t)ML_LIMIT_ANSWER_BYTES * 4);
	if (!fstat(STDIN_FILENO, &st) && S_ISREG(st.st_mode))
		pool->all_bytes = (uint64_t)st.st_size;
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
}

/* Workers end when their pipe does; one that is still at work is not waited for. */
static void close_pool(struct pool *pool)
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
	for (size_t i = 0; i < pool->window_nr; i++)
		release(pool, &pool->window[i]);
	ml_buf_release(&pool->input);
	ml_buf_release(&pool->out);
	free(pool->workers);
	free(pool->window);
}

int batch_run(const struct batch *batch)
{
	struct pool pool;

	open_pool(&pool, batch);
	run(&pool);
	collect(&pool);
	flush(&pool);
	tell_progress(&pool, true);
	close_pool(&pool);
	if (stop_signal) {
		signal(stop_signal, SIG_DFL);
		raise(stop_signal);
	}
	return pool.status;
}
