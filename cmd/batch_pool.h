/*
 * The inside of the pool of mlint batch: the window of records, in batch_pool.c, and the workers, in batch_crew.c.
 * For these two alone.
 */
#pragma once

#include "cmd/batch.h"

#include <sys/types.h>

#include "lint/base/buf.h"

#define BATCH_IN_FLIGHT 8      /* records at a worker: enough that it never waits for the pool */
#define BATCH_READ_BYTES 65536 /* at a time */

enum record_state { RECORD_FREE = 0, RECORD_WAITING, RECORD_AWAY, RECORD_ANSWERED };

struct record {
	enum record_state state;
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
	size_t away[BATCH_IN_FLIGHT]; /* records of the window, in the order in which they were sent */
	size_t away_nr;
	double since;              /* it is at the first of them */
	bool slow;                 /* and was ended for it */
	struct ml_buf out;         /* frames that are not written yet, from out_at on */
	size_t out_at;
	bool blocked;              /* its pipe was full when they were written last */
	struct ml_buf in;          /* answers that are not whole yet */
};

struct pool {
	const struct batch *batch;
	struct worker *workers;
	struct record *window;
	size_t window_nr, head, held; /* head: the oldest; held: how many from there on */
	size_t bytes;                 /* of their texts */
	struct ml_buf input;          /* what was read; up to input_at it is cut into records */
	size_t input_at, input_seen;  /* between the two there is no line end */
	bool ended, skipping;         /* skipping: the rest of a line that is longer than is read */
	uint64_t line, done, read_bytes, all_bytes;
	struct ml_buf out;            /* answers in order */
	double started, told;
	bool tells;                   /* how far it is, on a terminal */
	int status;
};

/* Seconds of a clock that nobody sets. */
double pool_now(void);
/* The worst status so far is the run's. */
void pool_worsen(struct pool *pool, int status);
/* malloc that does not fail; size 0 is fine. */
__attribute__((returns_nonnull)) void *pool_claim(size_t size);

/* jobs workers, of which none runs yet; crew_release ends those that do: one that is still at work is not waited for. */
void crew_init(struct pool *pool);
void crew_release(struct pool *pool);
/* Starts workers in the place of those that are gone; -1, after saying why, where not even the first could be started. */
int crew_keep_alive(struct pool *pool);
/* Ends those that take too long for their record. */
void crew_end_slow_ones(struct pool *pool);
/* Gives records that wait to workers that have room for them. */
void crew_hand_out(struct pool *pool);
/* Writes what fits into the pipe to a worker. */
void crew_push(struct worker *worker);
/* Reads once what came back, where something did: answers, or that it is gone. */
void crew_pull(struct pool *pool, struct worker *worker);
