#include "lint/facts/clauses_value.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/buf.h"
#include "lint/knowledge/lists.h"

#define VALUE_BYTES 200 /* of one value; longer ones are cut at a part */
#define NEAR_BEFORE 90  /* bytes around a number in which its unit may stand */
#define NEAR_AFTER 110
#define LEAST_COUNT 10 /* of users or people: smaller numbers are versions and sections */
#define YEAR_FROM 1900
#define YEAR_TO 2100
#define PREFIX_AFTER 12 /* bytes behind "must begin with" in which the name stands */
#define NR(array) (sizeof(array) / sizeof *(array))

/* A sentence that a value is read from. */
struct source {
	struct ml_arena *arena;
	const struct ml_knowledge *knowledge;
	struct ml_span text;
	const struct ml_match *match;
};

/* Offset of a word in [from, to): letters at its edges need a border in the text, but for an English plural. */
static size_t find_word(struct ml_span text, size_t from, size_t to, const char *word)
{
	size_t len = strlen(word);

	while (from + len <= to) {
		struct ml_span rest = ml_span_sub(text, from, to);
		size_t at = ml_span_find_nocase(rest, word);
		if (at == SIZE_MAX)
			return SIZE_MAX;
		at += from;
		bool border = !ml_is_alpha(word[0]) || at == 0 || !ml_is_alnum(text.at[at - 1]);
		bool end = !ml_is_alpha(word[len - 1]) || at + len == text.len || !ml_is_alpha(text.at[at + len]) || len > 3;
		if (border && end)
			return at;
		from = at + 1;
	}
	return SIZE_MAX;
}

static const char *first_code(const struct source *s, size_t from, size_t to, enum ml_list_id id)
{
	const struct ml_list *words = ml_list_of(s->knowledge, id);

	for (size_t i = 0; i < words->nr; i++)
		if (find_word(s->text, from, to, words->at[i]) != SIZE_MAX)
			return ml_list_as(words, i);
	return NULL;
}

/* The row whose word stands first in [from, to), and where; SIZE_MAX for none. */
static size_t nearest_row(const struct source *s, size_t from, size_t to, const struct ml_list *words, size_t *where)
{
	size_t row = SIZE_MAX;

	*where = SIZE_MAX;
	for (size_t i = 0; i < words->nr; i++) {
		size_t at = find_word(s->text, from, to, words->at[i]);
		if (at < *where) {
			*where = at;
			row = i;
		}
	}
	return row;
}

static const char *nearest_code(const struct source *s, size_t from, size_t to, enum ml_list_id id)
{
	const struct ml_list *words = ml_list_of(s->knowledge, id);
	size_t where, row = nearest_row(s, from, to, words, &where);

	return row == SIZE_MAX ? NULL : ml_list_as(words, row);
}

static size_t at_least(size_t a, size_t b)
{
	return a > b ? a : b;
}

static size_t at_most(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Adds a part once. */
static void add_part(struct ml_buf *buf, const char *part, const char *between)
{
	if (buf->len && ml_span_find(ml_buf_span(buf), part) != SIZE_MAX)
		return;
	if (buf->len + strlen(part) + strlen(between) > VALUE_BYTES)
		return;
	if (buf->len)
		ml_buf_adds(buf, between);
	ml_buf_adds(buf, part);
}

static const char *take(const struct source *s, struct ml_buf *buf)
{
	const char *value = buf->len ? ml_arena_dup(s->arena, ml_buf_span(buf)) : NULL;

	ml_buf_release(buf);
	return value;
}

/* A number with its neighbors: what was before it, and what is behind it up to the next one. */
struct quantity {
	struct ml_number number;
	size_t before, after;
};

/* A unit of some time ("visits/month"), in the time that stands nearest to the number. */
static const char *in_period(char *out, size_t size, const struct source *s, const struct quantity *q, const char *unit)
{
	const char *slash = strrchr(unit, '/'), *period = slash ? nearest_code(s, q->number.to, q->after, ML_LIST_PERIODS) : NULL;

	if (slash && !period)
		period = nearest_code(s, q->before, q->number.from, ML_LIST_PERIODS);
	if (!period)
		return unit;
	snprintf(out, size, "%.*s%s", (int)(slash - unit), unit, period);
	return out;
}

static void add_sum(struct ml_buf *buf, const struct source *s, const struct quantity *q, const char *currency)
{
	char part[64], unit[32];
	const char *of = first_code(s, q->number.to, q->after, ML_LIST_SUMS);

	if (!of)
		of = first_code(s, q->before, q->number.from, ML_LIST_SUMS);

	snprintf(part, sizeof part, "%" PRIu64 " %s %s", q->number.value, currency, in_period(unit, sizeof unit, s, q, of ? of : "revenue/yr"));
	add_part(buf, part, " or ");
}

#define HEADS_NEAR 24 /* bytes behind a number in which the word for heads makes a small one a count: "up to 3 workers" */

static bool is_headcount(const struct source *s, const struct quantity *q, const char *unit)
{
	const char *near = strcmp(unit, "people") == 0 ? nearest_code(s, q->number.to, at_most(q->after, q->number.to + HEADS_NEAR), ML_LIST_COUNTED) : NULL;

	return near && strcmp(near, unit) == 0;
}

static void add_count(struct ml_buf *buf, const struct source *s, const struct quantity *q)
{
	char part[64], own[32];
	const char *unit = nearest_code(s, q->number.to, q->after, ML_LIST_COUNTED);

	if (!unit)
		unit = nearest_code(s, q->before, q->number.from, ML_LIST_COUNTED);
	if (!unit || (q->number.value < LEAST_COUNT && !is_headcount(s, q, unit)))
		return;
	snprintf(part, sizeof part, "%" PRIu64 " %s", q->number.value, in_period(own, sizeof own, s, q, unit));
	add_part(buf, part, " or ");
}

static void add_quantity(struct ml_buf *buf, const struct source *s, const struct quantity *q)
{
	size_t from = q->number.from, to = q->number.to;
	const char *currency = nearest_code(s, at_least(q->before, from > 6 ? from - 6 : 0), from, ML_LIST_CURRENCIES);

	if (!currency)
		currency = nearest_code(s, to, at_most(q->after, to + 24), ML_LIST_CURRENCIES);
	/* "1,000,000 USD (2019)": a year, whose prices are meant. */
	if (to - from == 4 && q->number.value >= YEAR_FROM && q->number.value <= YEAR_TO)
		return;
	if (currency && q->number.value >= 1000)
		add_sum(buf, s, q, currency);
	else
		add_count(buf, s, q);
}

static const char *threshold(const struct source *s)
{
	struct ml_span text = s->text;
	struct ml_buf buf;
	struct ml_number number, next;
	size_t at = 0, end = 0;

	ml_buf_init(&buf, 2 * VALUE_BYTES);
	bool more = ml_number_next(text, &at, &number);
	while (more) {
		bool another = ml_number_next(text, &at, &next);
		struct quantity q = { .number = number };
		q.before = at_least(end, number.from > NEAR_BEFORE ? number.from - NEAR_BEFORE : 0);
		q.after = at_most(another ? next.from : text.len, number.to + NEAR_AFTER);
		add_quantity(&buf, s, &q);
		end = number.to;
		number = next;
		more = another;
	}
	if (!buf.len && ml_list_in(s->knowledge, ML_LIST_VALUE_BLANKS, text))
		ml_buf_adds(&buf, "fill-in");
	return take(s, &buf);
}

static const char *region_list(const struct source *s)
{
	const struct ml_list *regions = ml_list_of(s->knowledge, ML_LIST_REGIONS);
	struct ml_buf buf;
	size_t at = s->match->from, row, where;

	ml_buf_init(&buf, 2 * VALUE_BYTES);
	while (at < s->match->to && (row = nearest_row(s, at, s->match->to, regions, &where)) != SIZE_MAX) {
		add_part(&buf, ml_list_as(regions, row), ",");
		at = where + strlen(regions->at[row]);
	}
	if (buf.len && ml_span_find_nocase(s->text, "multimodal") != SIZE_MAX)
		ml_buf_adds(&buf, " (multimodal)");
	return take(s, &buf);
}

static struct ml_span group_1(const struct source *s)
{
	const struct ml_match *match = s->match;

	if (match->groups_nr > 1 && match->group[1].from < match->group[1].to)
		return ml_span_sub(s->text, match->group[1].from, match->group[1].to);
	return (struct ml_span){ 0 };
}

/* The next stretch in double quotes from *at on. */
static struct ml_span quoted(struct ml_span text, size_t *at, size_t to)
{
	const char *open = *at < to ? memchr(text.at + *at, '"', to - *at) : NULL;
	const char *close = open ? memchr(open + 1, '"', text.len - (size_t)(open + 1 - text.at)) : NULL;

	if (!close)
		return (struct ml_span){ 0 };
	*at = (size_t)(close + 1 - text.at);
	return ml_span_trim((struct ml_span){ open + 1, (size_t)(close - open - 1) });
}

/* Offset behind the quote that follows "or", "and", a comma: phrases of which one will do. Else 0. */
static size_t joined(const struct source *s, size_t at)
{
	const char *joint = ml_list_start(s->knowledge, ML_LIST_VALUE_JOINTS, ml_span_sub(s->text, at, s->text.len));

	return joint ? at + strlen(joint) : 0;
}

static const char *phrase(const struct source *s)
{
	struct ml_buf buf;
	struct ml_span words;
	size_t at = s->match->from;

	ml_buf_init(&buf, 2 * VALUE_BYTES);
	while ((words = quoted(s->text, &at, at_least(s->match->to, joined(s, at)))).at)
		if (words.len && words.len <= VALUE_BYTES / 2)
			add_part(&buf, ml_arena_dup(s->arena, words), " / ");
	words = group_1(s);
	if (!buf.len && words.len && words.len <= VALUE_BYTES)
		ml_buf_add_span(&buf, words);
	return take(s, &buf);
}

static const char *prefix(const struct source *s)
{
	size_t at = s->match->from;
	struct ml_span words = quoted(s->text, &at, at_most(s->match->to + PREFIX_AFTER, s->text.len));

	if (!words.len)
		words = group_1(s);
	if (!words.len || words.len > VALUE_BYTES / 2)
		return NULL;
	return ml_arena_printf(s->arena, "model name starts %.*s", ML_SPAN_ARG(words));
}

static const struct {
	const char *kind;
	const char *(*read)(const struct source *s);
	bool needed;
} readers[] = {
	{ "threshold", threshold, true },
	{ "regions", region_list, true },
	{ "phrase", phrase, false },
	{ "prefix", prefix, false },
};

bool ml_clause_needs_value(const char *kind)
{
	for (size_t i = 0; kind && i < NR(readers); i++)
		if (strcmp(readers[i].kind, kind) == 0)
			return readers[i].needed;
	return false;
}

const char *ml_clause_value(struct ml_arena *arena, const struct ml_knowledge *knowledge, const char *kind, struct ml_span sentence,
			    const struct ml_match *match)
{
	const struct source s = { arena, knowledge, sentence, match };

	if (!kind)
		return NULL;
	if (ml_span_starts(ml_span_of(kind), "text:"))
		return kind + strlen("text:");
	for (size_t i = 0; i < NR(readers); i++)
		if (strcmp(readers[i].kind, kind) == 0)
			return readers[i].read(&s);
	return NULL;
}
