#include "lint/facts/clauses_value.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/buf.h"

#define VALUE_BYTES 200 /* of one value; longer ones are cut at a part */
#define NEAR_BEFORE 90  /* bytes around a number in which its unit may stand */
#define NEAR_AFTER 110
#define LEAST_COUNT 10 /* of users or people: smaller numbers are versions and sections */
#define YEAR_FROM 1900
#define YEAR_TO 2100
#define PREFIX_AFTER 12 /* bytes behind "must begin with" in which the name stands */
#define NR(array) (sizeof(array) / sizeof *(array))

/* Rows are asked in order; "" as the code ends a search without a result. */
struct coded {
	const char *word, *code;
};

static const struct coded currencies[] = {
	{ "us$", "USD" },   { "usd", "USD" },	 { "us dollar", "USD" }, { "u.s. dollar", "USD" }, { "united states dollar", "USD" },
	{ "rmb", "CNY" },   { "cny", "CNY" },	 { "renminbi", "CNY" },	 { "yuan", "CNY" },	   { "\u4eba\u6c11\u5e01", "CNY" },
	{ "\u4eba\u6c11\u5e63", "CNY" }, { "\u7f8e\u5143", "USD" }, { "\u6b27\u5143", "EUR" }, { "\u6b50\u5143", "EUR" },
	{ "\u5143", "CNY" }, { "\u20ac", "EUR" }, { "euros", "EUR" }, { "euro ", "EUR" }, { "eur", "EUR" },	 { "\u00a3", "GBP" },	   { "gbp", "GBP" },
	{ "krw", "KRW" },   { "jpy", "JPY" },	 { "\u00a5", "CNY" },	 { "\uffe5", "CNY" },	   { "inr", "INR" },
	{ "dollar", "USD" }, { "$", "USD" },
};
static const struct coded counted[] = {
	{ "monthly active user", "MAU" }, { "mau", "MAU" },		   { "active monthly user", "MAU" }, { "monthly user", "MAU" },
	{ "active users per month", "MAU" }, { "users per month", "MAU" }, { "\u6708\u6d3b", "MAU" }, { "\u6708\u5ea6\u6d3b", "MAU" },
	{ "\u6bcf\u6708\u6d3b", "MAU" }, { "daily active user", "DAU" }, { "dau", "DAU" },  { "\u65e5\u6d3b", "DAU" },
	{ "visitor", "visitors/month" }, { "visit", "visits/month" },	  { "\u8bbf\u95ee", "visits/month" }, { "\u8a2a\u554f", "visits/month" },
	{ "requests per month", "requests/month" }, { "api call", "requests/month" }, { "download", "downloads" },
	{ "monthly active", "MAU" },	  { "end user", "users" },	   { "users", "users" }, { "\u7528\u6237", "users" },
	{ "\u7528\u6236", "users" },	  { "employee", "people" }, { "workers", "people" }, { "developers", "people" },	   { "people", "people" }, { "individuals", "people" },
	{ "headcount", "people" },	  { "staff", "people" },	   { "personnel", "people" }, { "\u5458\u5de5", "people" },
	{ "\u54e1\u5de5", "people" },
};
/* Of visits, requests and sums that are counted in another time than most: put in place of theirs. */
static const struct coded periods[] = {
	{ "per day", "/day" }, { "a day", "/day" }, { "each day", "/day" }, { "any day", "/day" }, { "every day", "/day" }, { "one day", "/day" },
	{ "single day", "/day" }, { "daily", "/day" }, { "24 hours", "/day" }, { "\u6bcf\u5929", "/day" }, { "\u6bcf\u65e5", "/day" },
	{ "per week", "/week" }, { "a week", "/week" }, { "each week", "/week" }, { "any week", "/week" }, { "weekly", "/week" }, { "\u6bcf\u5468", "/week" },
	{ "per quarter", "/quarter" }, { "a quarter", "/quarter" }, { "any quarter", "/quarter" }, { "quarterly", "/quarter" }, { "\u5b63\u5ea6", "/quarter" },
	{ "per month", "/month" }, { "a month", "/month" }, { "monthly", "/month" }, { "calendar month", "/month" }, { "\u6bcf\u6708", "/month" },
	{ "per year", "/yr" }, { "a year", "/yr" }, { "each year", "/yr" }, { "per annum", "/yr" }, { "annual", "/yr" }, { "yearly", "/yr" }, { "\u6bcf\u5e74", "/yr" },
};
static const struct coded sums[] = {
	{ "annual recurring revenue", "ARR" }, { "arr", "ARR" },	    { "monthly revenue", "revenue/month" },
	{ "revenue per month", "revenue/month" }, { "monthly", "revenue/month" }, { "\u6708\u6536\u5165", "revenue/month" },
	{ "\u6708\u8425\u6536", "revenue/month" }, { "per month", "revenue/month" }, { "revenue", "revenue/yr" },
	{ "turnover", "revenue/yr" },	       { "income", "revenue/yr" },  { "sales", "revenue/yr" },
	{ "\u6536\u5165", "revenue/yr" },      { "\u8425\u6536", "revenue/yr" }, { "\u71df\u6536", "revenue/yr" },
	{ "\u8425\u4e1a\u989d", "revenue/yr" }, { "\u92b7\u552e", "revenue/yr" }, { "\u9500\u552e", "revenue/yr" },
	{ "funding", "funding" },	       { "raised", "funding" },	    { "venture", "funding" }, { "\u878d\u8d44", "funding" },
	{ "\u878d\u8cc7", "funding" },	       { "valuation", "valuation" }, { "market cap", "valuation" },
};
static const struct coded regions[] = {
	{ "european union", "EU" },    { "eu", "EU" },		 { "\u6b27\u76df", "EU" },	{ "\u6b50\u76df", "EU" },
	{ "european economic area", "EEA" }, { "eea", "EEA" },	 { "united kingdom", "UK" },	{ "uk", "UK" },
	{ "u.k", "UK" },	       { "great britain", "UK" }, { "\u82f1\u56fd", "UK" },	{ "\u82f1\u570b", "UK" },
	{ "south korea", "KR" },       { "republic of korea", "KR" }, { "\u97e9\u56fd", "KR" }, { "\u97d3\u570b", "KR" },
	{ "north korea", "KP" },       { "dprk", "KP" },	 { "\u671d\u9c9c", "KP" },	{ "switzerland", "CH" },
	{ "united states", "US" },     { "u.s", "US" },		 { "usa", "US" },		{ "\u7f8e\u56fd", "US" },
	{ "mainland china", "CN" },    { "people's republic of china", "CN" }, { "china", "CN" }, { "\u4e2d\u56fd", "CN" },
	{ "russia", "RU" },	       { "\u4fc4\u7f57\u65af", "RU" }, { "belarus", "BY" },	{ "iran", "IR" },
	{ "\u4f0a\u6717", "IR" },      { "syria", "SY" },	 { "cuba", "CU" },		{ "crimea", "UA-43" },
	{ "japan", "JP" },	       { "\u65e5\u672c", "JP" }, { "india", "IN" },		{ "canada", "CA" },
	{ "quebec", "CA-QC" },	       { "brazil", "BR" },	 { "australia", "AU" },		{ "illinois", "US-IL" },
	{ "texas", "US-TX" },	       { "california", "US-CA" }, { "israel", "IL" },		{ "taiwan", "TW" },
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

static const char *code_in(struct ml_span text, size_t from, size_t to, const struct coded *table, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		if (find_word(text, from, to, table[i].word) != SIZE_MAX)
			return table[i].code;
	return NULL;
}

/* The code whose word stands first in [from, to). */
static const char *nearest_code(struct ml_span text, size_t from, size_t to, const struct coded *table, size_t nr)
{
	size_t best = SIZE_MAX;
	const char *code = NULL;

	for (size_t i = 0; i < nr; i++) {
		size_t at = find_word(text, from, to, table[i].word);
		if (at < best) {
			best = at;
			code = table[i].code;
		}
	}
	return code;
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

static const char *take(struct ml_arena *arena, struct ml_buf *buf)
{
	const char *value = buf->len ? ml_arena_dup(arena, ml_buf_span(buf)) : NULL;

	ml_buf_release(buf);
	return value;
}

/* A number with its neighbors: what was before it, and what is behind it up to the next one. */
struct quantity {
	struct ml_number number;
	size_t before, after;
};

/* A unit of some time ("visits/month"), in the time that stands nearest to the number. */
static const char *in_period(char *out, size_t size, struct ml_span text, const struct quantity *q, const char *unit)
{
	const char *slash = strrchr(unit, '/'), *period = slash ? nearest_code(text, q->number.to, q->after, periods, NR(periods)) : NULL;

	if (slash && !period)
		period = nearest_code(text, q->before, q->number.from, periods, NR(periods));
	if (!period)
		return unit;
	snprintf(out, size, "%.*s%s", (int)(slash - unit), unit, period);
	return out;
}

static void add_sum(struct ml_buf *buf, struct ml_span text, const struct quantity *q, const char *currency)
{
	char part[64], unit[32];
	const char *of = code_in(text, q->number.to, q->after, sums, NR(sums));

	if (!of)
		of = code_in(text, q->before, q->number.from, sums, NR(sums));

	snprintf(part, sizeof part, "%" PRIu64 " %s %s", q->number.value, currency, in_period(unit, sizeof unit, text, q, of ? of : "revenue/yr"));
	add_part(buf, part, " or ");
}

#define HEADS_NEAR 24 /* bytes behind a number in which the word for heads makes a small one a count: "up to 3 workers" */

static bool is_headcount(struct ml_span text, const struct quantity *q, const char *unit)
{
	return strcmp(unit, "people") == 0 && nearest_code(text, q->number.to, at_most(q->after, q->number.to + HEADS_NEAR), counted, NR(counted)) == unit;
}

static void add_count(struct ml_buf *buf, struct ml_span text, const struct quantity *q)
{
	char part[64], own[32];
	const char *unit = nearest_code(text, q->number.to, q->after, counted, NR(counted));

	if (!unit)
		unit = nearest_code(text, q->before, q->number.from, counted, NR(counted));
	if (!unit || (q->number.value < LEAST_COUNT && !is_headcount(text, q, unit)))
		return;
	snprintf(part, sizeof part, "%" PRIu64 " %s", q->number.value, in_period(own, sizeof own, text, q, unit));
	add_part(buf, part, " or ");
}

static void add_quantity(struct ml_buf *buf, struct ml_span text, const struct quantity *q)
{
	size_t from = q->number.from, to = q->number.to;
	const char *currency = nearest_code(text, at_least(q->before, from > 6 ? from - 6 : 0), from, currencies, NR(currencies));

	if (!currency)
		currency = nearest_code(text, to, at_most(q->after, to + 24), currencies, NR(currencies));
	/* "1,000,000 USD (2019)": a year, whose prices are meant. */
	if (to - from == 4 && q->number.value >= YEAR_FROM && q->number.value <= YEAR_TO)
		return;
	if (currency && q->number.value >= 1000)
		add_sum(buf, text, q, currency);
	else
		add_count(buf, text, q);
}

/* A place that a licensor fills in. */
static bool has_blank(struct ml_span text)
{
	static const char *const blanks[] = { "__", "[ ]", "[\u25cf", "[\u2022", "[number", "[amount", "[insert", "[threshold", "[n]", "[x]", "[...", "<number" };

	for (size_t i = 0; i < NR(blanks); i++)
		if (ml_span_find_nocase(text, blanks[i]) != SIZE_MAX)
			return true;
	return false;
}

static const char *threshold(struct ml_arena *arena, struct ml_span text, const struct ml_match *match)
{
	struct ml_buf buf;
	struct ml_number number, next;
	size_t at = 0, end = 0;

	(void)match;

	ml_buf_init(&buf, 2 * VALUE_BYTES);
	bool more = ml_number_next(text, &at, &number);
	while (more) {
		bool another = ml_number_next(text, &at, &next);
		struct quantity q = { .number = number };
		q.before = at_least(end, number.from > NEAR_BEFORE ? number.from - NEAR_BEFORE : 0);
		q.after = at_most(another ? next.from : text.len, number.to + NEAR_AFTER);
		add_quantity(&buf, text, &q);
		end = number.to;
		number = next;
		more = another;
	}
	if (!buf.len && has_blank(text))
		ml_buf_adds(&buf, "fill-in");
	return take(arena, &buf);
}

static const char *region_list(struct ml_arena *arena, struct ml_span text, const struct ml_match *match)
{
	struct ml_buf buf;
	size_t at = match->from;

	ml_buf_init(&buf, 2 * VALUE_BYTES);
	while (at < match->to) {
		size_t best = SIZE_MAX, row = 0;
		for (size_t i = 0; i < NR(regions); i++) {
			size_t found = find_word(text, at, match->to, regions[i].word);
			if (found < best) {
				best = found;
				row = i;
			}
		}
		if (best == SIZE_MAX)
			break;
		add_part(&buf, regions[row].code, ",");
		at = best + strlen(regions[row].word);
	}
	if (buf.len && ml_span_find_nocase(text, "multimodal") != SIZE_MAX)
		ml_buf_adds(&buf, " (multimodal)");
	return take(arena, &buf);
}

static struct ml_span group_1(struct ml_span text, const struct ml_match *match)
{
	if (match->groups_nr > 1 && match->group[1].from < match->group[1].to)
		return ml_span_sub(text, match->group[1].from, match->group[1].to);
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
static size_t joined(struct ml_span text, size_t at)
{
	static const char *const words[] = { " or \"", " and \"", ", or \"", ", \"", " / \"", "/\"", " and/or \"" };
	struct ml_span rest = ml_span_sub(text, at, text.len);

	for (size_t i = 0; i < NR(words); i++)
		if (ml_span_starts(rest, words[i]))
			return at + strlen(words[i]);
	return 0;
}

static const char *phrase(struct ml_arena *arena, struct ml_span text, const struct ml_match *match)
{
	struct ml_buf buf;
	struct ml_span words;
	size_t at = match->from;

	ml_buf_init(&buf, 2 * VALUE_BYTES);
	while ((words = quoted(text, &at, at_least(match->to, joined(text, at)))).at)
		if (words.len && words.len <= VALUE_BYTES / 2)
			add_part(&buf, ml_arena_dup(arena, words), " / ");
	words = group_1(text, match);
	if (!buf.len && words.len && words.len <= VALUE_BYTES)
		ml_buf_add_span(&buf, words);
	return take(arena, &buf);
}

static const char *prefix(struct ml_arena *arena, struct ml_span text, const struct ml_match *match)
{
	size_t at = match->from;
	struct ml_span words = quoted(text, &at, at_most(match->to + PREFIX_AFTER, text.len));

	if (!words.len)
		words = group_1(text, match);
	if (!words.len || words.len > VALUE_BYTES / 2)
		return NULL;
	return ml_arena_printf(arena, "model name starts %.*s", ML_SPAN_ARG(words));
}

static const struct {
	const char *kind;
	const char *(*read)(struct ml_arena *arena, struct ml_span text, const struct ml_match *match);
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

const char *ml_clause_value(struct ml_arena *arena, const char *kind, struct ml_span sentence, const struct ml_match *match)
{
	if (!kind)
		return NULL;
	if (ml_span_starts(ml_span_of(kind), "text:"))
		return kind + strlen("text:");
	for (size_t i = 0; i < NR(readers); i++)
		if (strcmp(readers[i].kind, kind) == 0)
			return readers[i].read(arena, sentence, match);
	return NULL;
}
