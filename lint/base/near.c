#include "lint/base/near.h"

#include <string.h>

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Insertions, deletions, replacements and swaps of neighbors that turn a into b (optimal string alignment). */
static size_t distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t rows[3][ML_NEAR_WORD_MAX + 1];
	size_t *before = rows[0], *last = rows[1], *now = rows[2];

	for (size_t j = 0; j <= b_len; j++)
		last[j] = j;
	for (size_t i = 1; i <= a_len; i++) {
		now[0] = i;
		for (size_t j = 1; j <= b_len; j++) {
			bool same = ml_lower(a[i - 1]) == ml_lower(b[j - 1]);
			now[j] = least(last[j - 1] + !same, least(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && ml_lower(a[i - 1]) == ml_lower(b[j - 2]) &&
			    ml_lower(a[i - 2]) == ml_lower(b[j - 1]))
				now[j] = least(now[j], before[j - 2] + 1);
		}
		size_t *free_row = before;
		before = last;
		last = now;
		now = free_row;
	}
	return last[b_len];
}

void ml_near_offer(struct ml_near *near, const char *known)
{
	size_t typed_len = near->typed.len, len = strlen(known);

	if (typed_len > ML_NEAR_WORD_MAX || len > ML_NEAR_WORD_MAX || typed_len < 2)
		return;
	size_t steps = distance(near->typed.at, typed_len, known, len);
	size_t allowed = typed_len < 6 ? 1 : typed_len / 3;
	if (steps > allowed || (near->best && steps >= near->distance))
		return;
	near->best = known;
	near->distance = steps;
}
