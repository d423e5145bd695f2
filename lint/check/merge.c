/* Findings with one cause are one finding: the most specific rule speaks, the others are its proof (guard g4). */
#include "lint/check/sink_p.h"

#include <stdlib.h>
#include <string.h>

/* Families from the most to the least specific, by the digit of the code. */
static const char ranks[] = "2458673190";

static size_t rank(const struct ml_finding *finding)
{
	const char *at =
		finding->rule->code[0] && finding->rule->code[1] ? strchr(ranks, finding->rule->code[2]) : NULL;
	return at && *at ? (size_t)(at - ranks) : sizeof ranks;
}

static int cmp_places(const struct ml_finding *a, const struct ml_finding *b)
{
	int order = strcmp(a->where.file ? a->where.file->path : "", b->where.file ? b->where.file->path : "");

	if (order)
		return order;
	if (a->where.line != b->where.line)
		return a->where.line < b->where.line ? -1 : 1;
	return (a->where.column > b->where.column) - (a->where.column < b->where.column);
}

int ml_findings_cmp(const void *a, const void *b)
{
	const struct ml_finding *x = *(struct ml_finding *const *)a, *y = *(struct ml_finding *const *)b;
	int order = cmp_places(x, y);

	if (!order)
		order = strcmp(x->rule->code, y->rule->code);
	return order ? order : (x->order > y->order) - (x->order < y->order);
}

/* Findings of one cause side by side, the one that stays first; those without a cause behind all others. */
static int cmp_causes(const void *a, const void *b)
{
	const struct ml_finding *x = *(struct ml_finding *const *)a, *y = *(struct ml_finding *const *)b;

	if (!x->cause || !y->cause)
		return x->cause ? -1 : y->cause ? 1 : ml_findings_cmp(a, b);
	int order = strcmp(x->cause, y->cause);
	if (order)
		return order;
	if (rank(x) != rank(y))
		return rank(x) < rank(y) ? -1 : 1;
	if (x->severity != y->severity)
		return x->severity > y->severity ? -1 : 1;
	return ml_findings_cmp(a, b);
}

/* What mends another finding of the family in the same file mends this one, where the two are one fault. */
static void inherit_fix(struct ml_finding *winner, const struct ml_finding *other)
{
	if (winner->fix || winner->unfixable || rank(winner) != rank(other) || winner->where.file != other->where.file)
		return;
	winner->fix = other->fix;
	winner->fix_nr = other->fix_nr;
	winner->offered |= other->offered;
}

static void absorb(struct ml_finding *winner, const struct ml_finding *other)
{
	inherit_fix(winner, other);
	/* Of the very same words the winner says more. */
	bool same_line = other->where.file == winner->where.file && other->where.line == winner->where.line;

	if (!same_line && other->rule == winner->rule)
		ml_found_proof(winner, other->where, "%s", other->message);
	else if (!same_line)
		ml_found_proof(winner, other->where, "%s [%s]", other->message, other->rule->code);
	for (size_t i = 0; i < other->terms_nr; i++)
		ml_found_term(winner, other->terms[i]);
}

void ml_findings_merge(struct ml_findings *found)
{
	size_t kept = 0;

	if (found->nr)
		qsort(found->at, found->nr, sizeof *found->at, cmp_causes);
	for (size_t i = 0; i < found->nr; i++) {
		struct ml_finding *last = kept ? found->at[kept - 1] : NULL, *next = found->at[i];
		if (last && last->cause && next->cause && !strcmp(last->cause, next->cause))
			absorb(last, next);
		else
			found->at[kept++] = next;
	}
	found->nr = kept;
}
