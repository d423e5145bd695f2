#include "lint/fix/diff.h"

#include <string.h>

#include "lint/base/limits.h"

#define CONTEXT 3u /* lines around a change, as git shows them */

struct lines {
	struct ml_span *at; /* each with its line feed; the last may lack it */
	size_t nr, cap;
};

/* One way through both texts: which lines go and which come. */
struct change {
	bool *gone, *come; /* a flag for each line of before, of after */
};

/* Git ends a line at a line feed alone. */
static struct lines split(struct ml_arena *arena, struct ml_span text)
{
	struct lines lines = { .at = ml_arena_array(arena, struct ml_span, 0) }; /* never NULL, also where there are none */

	for (size_t from = 0, to; from < text.len; from = to) {
		const char *end = memchr(text.at + from, '\n', text.len - from);
		to = end ? (size_t)(end - text.at) + 1 : text.len;
		struct ml_span line = ml_span_sub(text, from, to);
		ML_PUSH(arena, lines.at, lines.nr, lines.cap, line);
	}
	return lines;
}

/*
 * The shortest way from a to b (E. W. Myers, An O(ND) Difference Algorithm and Its Variations, 1986), as far as it has at most
 * ML_LIMIT_DIFF_STEPS steps: reach[d][k] is how far into a one comes with d steps on diagonal k. Returns the number of steps, or -1.
 */
static long search(int **reach, struct ml_arena *arena, const struct ml_span *a, long an, const struct ml_span *b, long bn)
{
	for (long d = 0; d <= ML_LIMIT_DIFF_STEPS && d <= an + bn; d++) {
		int *now = reach[d] = ml_arena_array(arena, int, 2 * (size_t)d + 1);
		const int *last = d ? reach[d - 1] : NULL;
		for (long k = -d; k <= d; k += 2) {
			bool down = !last || k == -d || (k != d && last[k - 1 + d - 1] < last[k + 1 + d - 1]);
			long x = !last ? 0 : down ? last[k + 1 + d - 1] : last[k - 1 + d - 1] + 1;
			while (x < an && x - k < bn && ml_span_eq(a[x], b[x - k]))
				x++;
			now[k + d] = (int)x;
			if (x >= an && x - k >= bn)
				return d;
		}
	}
	return -1;
}

/* Walks the way back and marks its steps. */
static void mark(struct change *change, int *const *reach, long d, long x, long y)
{
	for (; d > 0; d--) {
		const int *last = reach[d - 1];
		long k = x - y;
		bool down = k == -d || (k != d && last[k - 1 + d - 1] < last[k + 1 + d - 1]);
		long before = down ? k + 1 : k - 1;
		x = last[before + d - 1];
		y = x - before;
		if (down)
			change->come[y] = true;
		else
			change->gone[x] = true;
	}
}

static struct change compare(struct ml_arena *arena, const struct lines *a, const struct lines *b)
{
	struct change change = { ml_arena_array(arena, bool, a->nr + 1), ml_arena_array(arena, bool, b->nr + 1) };
	size_t head = 0, tail = 0;

	while (head < a->nr && head < b->nr && ml_span_eq(a->at[head], b->at[head]))
		head++;
	while (tail < a->nr - head && tail < b->nr - head && ml_span_eq(a->at[a->nr - 1 - tail], b->at[b->nr - 1 - tail]))
		tail++;
	size_t an = a->nr - head - tail, bn = b->nr - head - tail;
	struct change middle = { change.gone + head, change.come + head };
	int **reach = ml_arena_array(arena, int *, ML_LIMIT_DIFF_STEPS + 1);
	long steps = search(reach, arena, a->at + head, (long)an, b->at + head, (long)bn);
	if (steps >= 0)
		mark(&middle, reach, steps, (long)an, (long)bn);
	for (size_t i = 0; steps < 0 && i < an; i++)
		middle.gone[i] = true;
	for (size_t i = 0; steps < 0 && i < bn; i++)
		middle.come[i] = true;
	return change;
}

static void add_line(struct ml_buf *out, char sign, struct ml_span line)
{
	ml_buf_addc(out, sign);
	ml_buf_add_span(out, line);
	if (!line.len || line.at[line.len - 1] != '\n')
		ml_buf_adds(out, "\n\\ No newline at end of file\n");
}

static void add_range(struct ml_buf *out, char sign, size_t from, size_t nr)
{
	ml_buf_addf(out, "%c%zu", sign, nr ? from + 1 : from);
	if (nr != 1)
		ml_buf_addf(out, ",%zu", nr);
}

/* Both texts, and how far the walk along them has come. */
struct walk {
	struct lines a, b;
	struct change change;
	size_t i, j;
};

static bool is_changed(const struct walk *w)
{
	return (w->i < w->a.nr && w->change.gone[w->i]) || (w->j < w->b.nr && w->change.come[w->j]);
}

/* Where the hunk that begins with a change at i, j ends: where more lines than two contexts stay the same. */
static struct walk hunk_end(struct walk w)
{
	size_t same = 0;

	struct walk end = w;
	while (w.i < w.a.nr || w.j < w.b.nr) {
		if (is_changed(&w)) {
			w.i += w.i < w.a.nr && w.change.gone[w.i] ? 1 : 0;
			while (w.j < w.b.nr && w.change.come[w.j])
				w.j++;
			same = 0;
			end = w;
			continue;
		}
		w.i++;
		w.j++;
		if (++same > 2 * CONTEXT)
			break;
	}
	for (same = 0; same < CONTEXT && end.i < end.a.nr && end.j < end.b.nr; same++) {
		end.i++;
		end.j++;
	}
	return end;
}

static void add_hunk(struct ml_buf *out, struct walk w, const struct walk *end)
{
	size_t before = w.i < CONTEXT ? w.i : CONTEXT;

	w.i -= before;
	w.j -= before;
	ml_buf_adds(out, "@@ ");
	add_range(out, '-', w.i, end->i - w.i);
	ml_buf_addc(out, ' ');
	add_range(out, '+', w.j, end->j - w.j);
	ml_buf_adds(out, " @@\n");
	while (w.i < end->i || w.j < end->j) {
		if (w.i < end->i && w.change.gone[w.i]) {
			add_line(out, '-', w.a.at[w.i++]);
		} else if (w.j < end->j && w.change.come[w.j]) {
			add_line(out, '+', w.b.at[w.j++]);
		} else {
			add_line(out, ' ', w.a.at[w.i++]);
			w.j++;
		}
	}
}

static bool needs_quotes(struct ml_span name)
{
	for (size_t i = 0; i < name.len; i++)
		if ((unsigned char)name.at[i] < ' ' || (unsigned char)name.at[i] >= 0x7f || name.at[i] == '"' || name.at[i] == '\\')
			return true;
	return false;
}

/* As git's quote.c does: letters for the usual control characters, three octal digits for other bytes. */
static void add_name(struct ml_buf *out, const char *side, const char *prefix, const char *path)
{
	static const char control[] = "\a\b\t\n\v\f\r\"\\", letter[] = "abtnvfr\"\\";
	struct ml_buf name;

	ml_buf_init(&name, SIZE_MAX / 2);
	ml_buf_addf(&name, "%s%s%s", side, prefix, path);
	bool quoted = needs_quotes(ml_buf_span(&name));
	if (quoted)
		ml_buf_addc(out, '"');
	for (size_t i = 0; i < name.len; i++) {
		unsigned char c = (unsigned char)name.at[i];
		const char *known = strchr(control, c);
		if (known)
			ml_buf_addf(out, "\\%c", letter[known - control]);
		else if (c < ' ' || c >= 0x7f)
			ml_buf_addf(out, "\\%03o", c);
		else
			ml_buf_addc(out, (char)c);
	}
	if (quoted)
		ml_buf_addc(out, '"');
	ml_buf_release(&name);
}

static void add_head(struct ml_buf *out, const struct ml_patch *patch, const char *prefix)
{
	/* A tab ends a name that holds spaces. */
	const char *end = strchr(patch->path, ' ') || strchr(prefix, ' ') ? "\t\n" : "\n";

	ml_buf_adds(out, "diff --git ");
	add_name(out, "a/", prefix, patch->path);
	ml_buf_addc(out, ' ');
	add_name(out, "b/", prefix, patch->path);
	ml_buf_adds(out, patch->added ? "\nnew file mode 100644\n--- " : "\n--- ");
	if (patch->added)
		ml_buf_adds(out, "/dev/null\n");
	else
		add_name(out, "a/", prefix, patch->path);
	if (!patch->added)
		ml_buf_adds(out, end);
	ml_buf_adds(out, "+++ ");
	add_name(out, "b/", prefix, patch->path);
	ml_buf_adds(out, end);
}

void ml_fix_diff(struct ml_buf *out, struct ml_arena *arena, const struct ml_patch *patch, const char *prefix)
{
	struct walk w = { .a = split(arena, patch->before), .b = split(arena, patch->after) };

	if (ml_span_eq(patch->before, patch->after))
		return;
	w.change = compare(arena, &w.a, &w.b);
	add_head(out, patch, prefix);
	while (w.i < w.a.nr || w.j < w.b.nr) {
		if (!is_changed(&w)) {
			w.i++;
			w.j++;
			continue;
		}
		struct walk end = hunk_end(w);
		add_hunk(out, w, &end);
		w.i = end.i;
		w.j = end.j;
	}
}
