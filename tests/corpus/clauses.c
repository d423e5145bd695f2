/*
 * Reads every labelled license text of MLINT_CORPUS by its clauses alone and
 * holds the result to floors: how much of what it says is so, how much of what
 * is so it says, and whether the lines are right.
 *
 *     MLINT_CORPUS=DIR corpus_clauses [-v]    -v: each term that is wrong
 *
 * DIR/licenses/terms.tsv has a column a term, "-" for none, and clause_lines
 * ("term:line;..."; a third field names another file). Without the data it says
 * SKIPPED aloud: exit status 77.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/facts/clauses.h"
#include "lint/text/utf8.h"
#include "rules/registry.h"
#include "tests/support/texts.h"

#define PRECISION_LEAST 0.95
#define RECALL_LEAST 0.95
#define LINES_LEAST 0.95
#define LINES_OFF 6    /* a clause is found where its line is at most that far from the label */
#define PLACES 3       /* of which the nearest counts */
#define COLUMNS_MAX 64

struct table {
	struct ml_span cell[COLUMNS_MAX];
	size_t nr;
};

struct tally {
	unsigned right, wrong, missed, lines, lines_right;
};

struct run {
	struct ml_arena *arena;
	struct ml_clause_reader *reader;
	const char *folder;
	struct table head;
	struct tally all;
	bool verbose;
};

static struct ml_span next_line(struct ml_span *rest)
{
	size_t len = ml_span_find(*rest, "\n");
	struct ml_span line = ml_span_sub(*rest, 0, len);

	*rest = len == SIZE_MAX ? (struct ml_span){ rest->at + rest->len, 0 } : ml_span_sub(*rest, len + 1, rest->len);
	return line;
}

static struct table cells(struct ml_span line)
{
	struct table row = { .nr = 0 };

	while (row.nr < COLUMNS_MAX) {
		size_t len = ml_span_find(line, "\t");
		row.cell[row.nr++] = ml_span_trim(ml_span_sub(line, 0, len));
		if (len == SIZE_MAX)
			break;
		line = ml_span_sub(line, len + 1, line.len);
	}
	return row;
}

static struct ml_span cell_of(const struct run *run, const struct table *row, const char *name)
{
	for (size_t i = 0; i < run->head.nr && i < row->nr; i++)
		if (ml_span_is(run->head.cell[i], name))
			return row->cell[i];
	return (struct ml_span){ 0 };
}

/* The labelled line of a term; 0: none given; -1: it stands in another file. */
static long labelled_line(struct ml_span lines, struct ml_span term)
{
	while (lines.len) {
		size_t end = ml_span_find(lines, ";");
		struct ml_span one = ml_span_sub(lines, 0, end);
		lines = end == SIZE_MAX ? (struct ml_span){ lines.at, 0 } : ml_span_sub(lines, end + 1, lines.len);
		size_t colon = ml_span_find(one, ":");
		if (colon == SIZE_MAX || !ml_span_eq(ml_span_sub(one, 0, colon), term))
			continue;
		struct ml_span place = ml_span_sub(one, colon + 1, one.len);
		return ml_span_find(place, ":") == SIZE_MAX ? strtol(place.at, NULL, 10) : -1;
	}
	return 0;
}

static struct ml_span text_of(struct run *run, struct ml_span id)
{
	static const char *const folders[] = { "ai", "spdx" };
	struct ml_span bytes = { 0 };
	bool converted;

	for (size_t i = 0; i < 2 && !bytes.at; i++)
		bytes = texts_read(run->arena, ml_arena_printf(run->arena, "%s/licenses/%s/%.*s.txt", run->folder, folders[i], ML_SPAN_ARG(id)));
	return bytes.at ? ml_utf8_text(run->arena, bytes, &converted) : bytes;
}

static bool line_is_right(const struct ml_clause_hits *hits, enum ml_term_id term, const struct ml_lines *lines, long labelled)
{
	size_t seen = 0;

	for (size_t i = 0; i < hits->nr && seen < PLACES; i++) {
		uint32_t line, column;
		if (hits->at[i].term != term)
			continue;
		ml_lines_place(lines, hits->at[i].from, &line, &column);
		if (labs(labelled - (long)line) <= LINES_OFF)
			return true;
		seen++;
	}
	return false;
}

static void judge_term(struct run *run, struct ml_span id, const struct table *row, enum ml_term_id term,
		       const struct ml_clause_hits *hits, const struct ml_lines *lines)
{
	char column[64];
	bool found = false;

	snprintf(column, sizeof column, "%s", ml_term_name(term));
	for (char *c = column; *c; c++)
		*c = *c == '-' ? '_' : *c;
	struct ml_span label = cell_of(run, row, column);
	long line = labelled_line(cell_of(run, row, "clause_lines"), ml_span_of(column));
	/* Ends on breach alone, or a name instead of a ban: neither right nor wrong. */
	if (!label.at || line < 0 || ml_span_is(label, "breach-only") || ml_span_is(label, "named"))
		return;
	for (size_t i = 0; i < hits->nr; i++)
		found |= hits->at[i].term == term;
	bool wanted = label.len && !ml_span_is(label, "-");
	run->all.right += wanted && found;
	run->all.wrong += !wanted && found;
	run->all.missed += wanted && !found;
	if (wanted != found && run->verbose)
		printf("%s: %.*s: %s\n", wanted ? "missed" : "wrong", ML_SPAN_ARG(id), ml_term_name(term));
	if (wanted && found && line > 0) {
		run->all.lines++;
		run->all.lines_right += line_is_right(hits, term, lines, line);
	}
}

static bool judge_text(struct run *run, const struct table *row)
{
	struct ml_span id = cell_of(run, row, "id"), text = text_of(run, id);
	struct ml_clause_hits hits;
	struct ml_lines lines;

	if (!text.at)
		return false;
	ml_clauses_find(&hits, run->reader, run->arena, text);
	ml_lines_init(&lines, run->arena, text);
	for (int term = 0; term < ML_TERM_NR; term++)
		judge_term(run, id, row, (enum ml_term_id)term, &hits, &lines);
	return true;
}

static int below(const char *what, unsigned right, unsigned of, double least)
{
	double share = of ? (double)right / of : 0;

	printf("%s: %.3f (%u of %u), at least %.2f\n", what, share, right, of, least);
	return share < least;
}

int main(int argc, char **argv)
{
	struct run run = { .folder = getenv("MLINT_CORPUS"), .verbose = argc > 1 && strcmp(argv[1], "-v") == 0 };
	unsigned texts = 0;

	run.arena = ml_arena_new();
	struct ml_span table = run.folder ? texts_read(run.arena, ml_arena_printf(run.arena, "%s/licenses/terms.tsv", run.folder)) : (struct ml_span){ 0 };
	if (!table.at) {
		puts("SKIPPED: MLINT_CORPUS names no folder with licenses/terms.tsv");
		ml_arena_free(run.arena);
		return 77;
	}
	struct ml_patterns *patterns = ml_patterns_new();
	run.reader = ml_clause_reader_of(&ml_builtin_knowledge, patterns, ML_CLAUSE_LICENSE);
	run.head = cells(next_line(&table));
	while (table.len) {
		struct table row = cells(next_line(&table));
		texts += judge_text(&run, &row);
	}
	printf("%u license texts, read by their clauses alone\n", texts);
	int failed = below("precision of terms", run.all.right, run.all.right + run.all.wrong, PRECISION_LEAST);
	failed |= below("recall of terms", run.all.right, run.all.right + run.all.missed, RECALL_LEAST);
	failed |= below("clause line within 6", run.all.lines_right, run.all.lines, LINES_LEAST);
	ml_patterns_free(patterns);
	ml_arena_free(run.arena);
	return failed;
}
