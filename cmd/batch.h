/* What the parts of mlint batch share: the worker, which judges, and the pool, which keeps workers busy and answers in order. */
#pragma once

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "cmd/cli.h"
#include "lint/check/rule.h"
#include "lint/check/sink.h"
#include "lint/knowledge/knowledge.h"

/* Why a record has no verdict; the worker that is asked for the words knows its id. */
enum batch_ask { BATCH_JUDGE = 0, BATCH_CRASHED, BATCH_TOO_SLOW, BATCH_TOO_MUCH_MEMORY, BATCH_TOO_LONG, BATCH_ASKS_NR };
const char *batch_reason(enum batch_ask ask);

/* In front of the bytes of a record on its way to a worker, and of those of the answer on its way back (status: of the contract). */
struct batch_frame {
	uint64_t line; /* of the input, from 1 */
	uint32_t len;
	uint32_t what; /* enum batch_ask; back: the exit status */
};

#define BATCH_OUT_OF_MEMORY 70 /* exit status of a worker that reached its limit */

struct batch {
	const struct ml_knowledge *knowledge;
	struct ml_check_options check;
	const struct batch_ids *answered; /* by an earlier run, or NULL */
	bool repos;                       /* a line is the path of a repository */
	enum ml_severity fail_on;
	bool exit_zero;
	unsigned jobs;
	unsigned seconds;                 /* for one record */
};

/* The ids that a report of an earlier run answers. A last line without an end, which a killed run leaves, does not count. */
struct batch_ids;
int batch_ids_read(struct batch_ids **out, struct ml_arena *arena, const char *path, struct ml_error *err);
bool batch_ids_has(const struct batch_ids *ids, struct ml_span id);

/* Judges what comes on from, answers on to, until from ends; an empty answer is for a record that was answered before. Never returns. */
_Noreturn void batch_work(const struct batch *batch, int from, int to);
/* Adds the line of a record that has no verdict. id NULL: it is not known. */
void batch_add_error(struct ml_buf *out, const struct batch *batch, const char *id, uint64_t line, const char *why);

/* All of standard input; returns the exit status. Ends the process by the signal that asked for it, after complete lines. */
int batch_run(const struct batch *batch);
