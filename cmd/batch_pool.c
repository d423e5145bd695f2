/*
 * The pool of mlint batch. One process reads, hands out and writes; workers judge. Records wait in a window that is bounded in number and
 * bytes, and leave it in order: what is read is no more than what is written, however fast the input.
 */
#include "cmd/batch_pool.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lint/base/limits.h"

#define PER_WORKER 32 /* records in the window */

static volatile sig_atomic_t stop_signal;

static void on_signal(int number)
{
	stop_signal = number;
}

double pool_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

void pool_worsen(struct pool *pool, int status)
{
	pool->status = status > pool->status ? status : pool->status;
}

void *pool_claim(size_t size)
{
	void *bytes = malloc(size ? size : 1);

	if (!bytes)
		ml_oom();
	return bytes;
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

	*record = (struct record){ .state = RECORD_WAITING, .ask = ask, .line = pool->line, .text = pool_claim(len), .len = len };
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

static size_t input_left(const struct pool *pool)
{
	return pool->input.len - pool->input_at;
}

/* Forgets what is cut. Only before more is read, for what is left moves then. */
static void drop_input(struct pool *pool, size_t nr)
{
	if (!nr)
		return;
	pool->input.len -= nr;
	memmove(pool->input.at, pool->input.at + nr, pool->input.len);
	pool->input_at = 0;
	pool->input_seen = pool->input_seen > nr ? pool->input_seen - nr : 0;
}

/* Lines that are whole, as long as the window takes them. */
static void cut_lines(struct pool *pool)
{
	while (has_room(pool)) {
		size_t end = line_end(pool);
		if (end == SIZE_MAX) {
			pool->skipping |= input_left(pool) >= ML_LIMIT_RECORD_BYTES;
			if (pool->skipping)
				drop_input(pool, pool->input.len);
			return;
		}
		add_line(pool, pool->input.at + pool->input_at, end - pool->input_at);
		pool->input_at = pool->input_seen = end + 1;
	}
}

static bool wants_input(struct pool *pool)
{
	return has_room(pool) && line_end(pool) == SIZE_MAX;
}

static void read_input(struct pool *pool)
{
	char bytes[BATCH_READ_BYTES];
	ssize_t got = read(STDIN_FILENO, bytes, sizeof bytes);

	if (got < 0 && errno != EINTR && errno != EAGAIN) {
		cli_complain("cannot read standard input: %s", strerror(errno));
		pool_worsen(pool, EXIT_UNJUDGED);
		pool->ended = true;
	}
	if (got > 0) {
		pool->read_bytes += (uint64_t)got;
		drop_input(pool, pool->input_at);
		ml_buf_add(&pool->input, bytes, (size_t)got);
	}
	cut_lines(pool);
	if (got)
		return;
	if (input_left(pool) || pool->skipping) /* a last line without its end */
		add_line(pool, pool->input.at ? pool->input.at + pool->input_at : "", input_left(pool));
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
	while (pool->held && pool->window[pool->head].state == RECORD_ANSWERED) {
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
	pool_worsen(pool, status);
	return status ? -1 : 0;
}

/* "12,000 records, 8,100/s, 3 s left": the rest by bytes, where the input is a file. */
static void tell_progress(struct pool *pool, bool last)
{
	double time = pool_now(), taken = time - pool->started;

	if (!pool->tells || (!last && time - pool->told < 0.5) || taken <= 0)
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
	struct pollfd *fds = pool_claim((2 * jobs + 1) * sizeof *fds);

	for (unsigned i = 0; i < jobs; i++) {
		const struct worker *worker = &pool->workers[i];
		fds[2 * i] = (struct pollfd){ .fd = worker->from, .events = POLLIN };
		fds[2 * i + 1] = (struct pollfd){ .fd = worker->out.len ? worker->to : -1, .events = POLLOUT };
	}
	fds[2 * jobs] = (struct pollfd){ .fd = wants_input(pool) ? STDIN_FILENO : -1, .events = POLLIN };
	if (poll(fds, 2 * jobs + 1, 200) > 0) {
		for (unsigned i = 0; i < jobs; i++) {
			if (fds[2 * i + 1].revents)
				crew_push(&pool->workers[i]);
			if (fds[2 * i].revents)
				crew_pull(pool, &pool->workers[i]);
		}
		if (fds[2 * jobs].revents)
			read_input(pool);
	}
	free(fds);
}

static void run(struct pool *pool)
{
	while (!stop_signal && (!pool->ended || pool->held || input_left(pool))) {
		if (crew_keep_alive(pool) < 0) {
			pool_worsen(pool, EXIT_UNJUDGED);
			return;
		}
		cut_lines(pool);
		crew_hand_out(pool);
		for (unsigned i = 0; i < pool->batch->jobs; i++)
			if (pool->workers[i].from >= 0 && !pool->workers[i].blocked)
				crew_push(&pool->workers[i]);
		wait_for_work(pool);
		crew_end_slow_ones(pool);
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

	*pool = (struct pool){ .batch = batch, .started = pool_now(), .tells = isatty(STDERR_FILENO) };
	pool->window_nr = (size_t)batch->jobs * PER_WORKER;
	pool->window = calloc(pool->window_nr, sizeof *pool->window);
	if (!pool->window)
		ml_oom();
	crew_init(pool);
	ml_buf_init(&pool->input, (size_t)ML_LIMIT_RECORD_BYTES * 2);
	ml_buf_init(&pool->out, (size_t)ML_LIMIT_ANSWER_BYTES * 4);
	if (!fstat(STDIN_FILENO, &st) && S_ISREG(st.st_mode))
		pool->all_bytes = (uint64_t)st.st_size;
	sigaction(SIGINT, &act, NULL);
	sigaction(SIGTERM, &act, NULL);
}

static void close_pool(struct pool *pool)
{
	crew_release(pool);
	for (size_t i = 0; i < pool->window_nr; i++)
		release(pool, &pool->window[i]);
	ml_buf_release(&pool->input);
	ml_buf_release(&pool->out);
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
