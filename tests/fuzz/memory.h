/* A repository in memory, judged as a scan judges it: what fuzz targets share that go beyond one parser. */
#pragma once

#include "lint/check/sink.h"
#include "lint/facts/parts.h"
#include "lint/report/report.h"
#include "rules/registry.h"

#define FUZZ_FILES 24

struct fuzz_memory {
	struct ml_arena *arena, *scratch;
	struct ml_tree tree;
	struct ml_file files[FUZZ_FILES];
	struct ml_facts facts; /* empty, over tree: for targets that call one collector */
};

/* Patterns compile once a process, as in a worker of mlint batch. */
struct ml_patterns *fuzz_patterns(void);
void fuzz_open(struct fuzz_memory *m);
void fuzz_close(struct fuzz_memory *m);
/* Adds a file that was read; NULL where there is no room, the path is none, or it is there already. Bytes and path are kept by reference. */
struct ml_file *fuzz_file(struct fuzz_memory *m, const char *path, struct ml_span bytes);
/* All facts and all rules: aborts where mlint says that it could not work, for memory cannot fail. */
void fuzz_judge(struct ml_result *out, struct fuzz_memory *m);
/* Aborts on a byte that could act in a terminal: control characters but line ends, bidirectional controls, what is no UTF-8. */
void fuzz_hold_plain(struct ml_span text);
