#include "lint/check/phrase.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/lists.h"

/* How the value of a term stands in a sentence; terms without a line here are told by their summary. */
static const struct {
	enum ml_term_id id;
	const char *before, *after;
	const char *disputed; /* in place of after, where the license only adds a duty; NULL: the same */
} sentences[] = {
	{ ML_TERM_USER_THRESHOLD, "more than ", " need a separate license", " bring further duties" },
	{ ML_TERM_REGION_EXCLUSION, "grants nothing in ", "", NULL },
	{ ML_TERM_NAMING_OR_BADGE, "asks for ", "", NULL },
	{ ML_TERM_REVOCABLE, "", "", NULL },
};

static const char *const months[] = {
	"January", "February", "March",	    "April",   "May",	   "June",
	"July",	   "August",   "September", "October", "November", "December",
};

static bool all_digits(struct ml_span s)
{
	for (size_t i = 0; i < s.len; i++)
		if (!ml_is_digit(s.at[i]))
			return false;
	return s.len > 0 && s.len < 19;
}

static void add_grouped(struct ml_buf *out, uint64_t number)
{
	if (number >= 1000) {
		add_grouped(out, number / 1000);
		ml_buf_addf(out, ",%03" PRIu64, number % 1000);
	} else {
		ml_buf_addf(out, "%" PRIu64, number);
	}
}

/* 700000000: 700 million; 1250000 as it is, 1,250,000: a number in a license is never rounded. */
static void add_number(struct ml_buf *out, struct ml_span digits)
{
	static const struct {
		uint64_t one;
		const char *name;
	} units[] = { { UINT64_C(1000000000), "billion" }, { UINT64_C(1000000), "million" } };
	uint64_t number = 0;

	for (size_t i = 0; i < digits.len; i++)
		number = number * 10 + (uint64_t)(digits.at[i] - '0');
	for (size_t i = 0; i < sizeof units / sizeof *units; i++) {
		uint64_t tenths = number / (units[i].one / 10);
		if (number < units[i].one || number % (units[i].one / 10))
			continue;
		ml_buf_addf(out, "%" PRIu64, tenths / 10);
		if (tenths % 10)
			ml_buf_addf(out, ".%" PRIu64, tenths % 10);
		ml_buf_addf(out, " %s", units[i].name);
		return;
	}
	add_grouped(out, number);
}

/* The row with what people say for the word, or for its end; -1 for none. */
static int row_of(const struct ml_list *names, struct ml_span word, bool (*is)(struct ml_span, const char *))
{
	for (size_t i = 0; i < names->nr; i++)
		if (is(word, names->at[i]))
			return (int)i;
	return -1;
}

static void add_word(struct ml_buf *out, const struct ml_knowledge *knowledge, struct ml_span word)
{
	const struct ml_list *names = ml_list_of(knowledge, ML_LIST_VALUE_NAMES), *periods = ml_list_of(knowledge, ML_LIST_PERIOD_NAMES);
	int name = row_of(names, word, ml_span_is), period = row_of(periods, word, ml_span_ends);

	if (all_digits(word)) {
		add_number(out, word);
	} else if (name >= 0) {
		ml_buf_adds(out, ml_list_as(names, name));
	} else if (period >= 0) {
		ml_buf_add(out, word.at, word.len - strlen(periods->at[period]));
		ml_buf_adds(out, ml_list_as(periods, period));
	} else {
		ml_buf_add_span(out, word);
	}
}

/* Word by word; a comma without a space behind it is one of a list ("EU,UK,KR"). */
static void add_value(struct ml_buf *out, const struct ml_knowledge *knowledge, struct ml_span value)
{
	size_t from = 0;

	for (size_t i = 0; i <= value.len; i++) {
		if (i < value.len && value.at[i] != ' ' && value.at[i] != ',')
			continue;
		if (i > from)
			add_word(out, knowledge, ml_span_sub(value, from, i));
		if (i == value.len)
			break;
		if (value.at[i] == ' ') {
			ml_buf_addc(out, ' ');
		} else {
			bool last = !memchr(value.at + i + 1, ',', value.len - i - 1);
			bool spaced = i + 1 < value.len && value.at[i + 1] == ' ';
			ml_buf_adds(out, spaced ? "," : last ? " and " : ", ");
		}
		from = i + 1;
	}
}

struct ml_span ml_term_value(const char *value)
{
	struct ml_span span = ml_span_of(value);
	size_t at = span.at ? ml_span_find(span, "@") : SIZE_MAX;

	return at == SIZE_MAX ? span : ml_span_trim(ml_span_sub(span, 0, at));
}

/* "on July 18, 2023, " of "…@2023-07-18" */
static void add_day(struct ml_buf *out, const char *value)
{
	const char *day = strchr(value, '@');

	if (!day || strlen(day) != 11 || day[5] != '-' || day[8] != '-')
		return;
	long month = strtol(day + 6, NULL, 10);
	if (month >= 1 && month <= 12)
		ml_buf_addf(out, "on %s %ld, %.4s, ", months[month - 1], strtol(day + 9, NULL, 10), day + 1);
}

/* A sentence of the knowledge as part of ours: no capital unless the word is a name, no full stop. */
static void add_summary(struct ml_buf *out, const char *summary)
{
	struct ml_span text = ml_span_of(summary);

	if (!text.len)
		return;
	if (text.at[text.len - 1] == '.')
		text.len--;
	bool capital =
		text.len > 1 && (text.at[1] == ' ' || (ml_is_alpha(text.at[1]) && ml_lower(text.at[1]) == text.at[1]));
	ml_buf_addc(out, capital ? ml_lower(text.at[0]) : text.at[0]);
	ml_buf_add(out, text.at + 1, text.len - 1);
}

void ml_term_phrase(struct ml_buf *out, const struct ml_knowledge *knowledge, enum ml_term_id id, const char *value,
		    enum ml_osd osd)
{
	const struct ml_term_info *info = knowledge->terms ? &knowledge->terms[id] : NULL;

	ml_buf_adds(out, info && info->title ? info->title : ml_term_name(id));
	for (size_t i = 0; value && i < sizeof sentences / sizeof *sentences; i++) {
		if (sentences[i].id != id)
			continue;
		ml_buf_adds(out, ": ");
		add_day(out, value);
		ml_buf_adds(out, sentences[i].before);
		add_value(out, knowledge, ml_term_value(value));
		bool duty = osd == ML_OSD_DISPUTED && sentences[i].disputed;
		ml_buf_adds(out, duty ? sentences[i].disputed : sentences[i].after);
		return;
	}
	if (info && info->summary) {
		ml_buf_adds(out, ": ");
		add_summary(out, info->summary);
	}
}

void ml_osd_phrase(struct ml_buf *out, unsigned osd_failed, enum ml_osd osd)
{
	const char *before = " - OSD ";

	for (unsigned point = 1; point <= 10; point++) {
		if (!(osd_failed & (1u << point)))
			continue;
		ml_buf_addf(out, "%s%u", before, point);
		before = ", ";
	}
	if (osd_failed && osd == ML_OSD_DISPUTED)
		ml_buf_adds(out, ", disputed");
}
