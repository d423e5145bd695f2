#include "lint/facts/clauses_value.h"

#include <criterion/criterion.h>

#include "rules/registry.h"

static struct ml_arena *arena;

static void set_up(void)
{
	arena = ml_arena_new();
}

static void tear_down(void)
{
	ml_arena_free(arena);
}

TestSuite(clauses_value, .init = set_up, .fini = tear_down);

Test(clauses_value, reads_numbers_in_digits_words_and_chinese)
{
	static const struct {
		const char *text;
		uint64_t value;
	} rows[] = {
		{ "700 million", 700000000 },	 { "1,000,000", 1000000 },	  { "10M", 10000000 },	      { "1.5 billion", 1500000000 },
		{ "one hundred million", 100000000 }, { "two million", 2000000 }, { "twenty-five thousand", 25000 },
		{ "two hundred and fifty people", 250 }, { "one and a half million", 1500000 }, { "half a million", 500000 }, { "a hundred users", 100 },
		{ "two thousand five hundred", 2500 }, { "three hundred thousand", 300000 }, { "two three", 2 }, { "seven and more", 7 },
		{ "a million", 1000000 }, { "twenty-one and up", 21 }, { "one million, or two", 1000000 }, { "two billion million", 2000000000000000 },
		{ "1\u4ebf", 100000000 },	 { "\u4e00\u4ebf", 100000000 },	  { "100\u4e07", 1000000 },   { "1000 \u842c", 10000000 },
		{ "\u4e8c\u5343\u4e07", 20000000 }, { "5\u5343\u4e07", 50000000 }, { "1 000 000", 1000000 },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_number number;
		size_t at = 0;
		cr_assert(ml_number_next(ml_span_of(rows[i].text), &at, &number), "%s", rows[i].text);
		cr_expect_eq(number.value, rows[i].value, "%s: %zu", rows[i].text, (size_t)number.value);
	}
}

Test(clauses_value, passes_over_numbers_too_large_and_cut_off)
{
	static const char *const rows[] = { "999999999999999 billion billion", "99999999999999999999999999", "1,", "1.", "one", "\xe4", "\xe4\xba", "" };

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct ml_number number;
		struct ml_span text = ml_span_of(rows[i]);
		size_t at = 0;
		while (ml_number_next(text, &at, &number))
			cr_assert(number.to <= text.len && number.from < number.to);
		cr_assert(at <= text.len);
	}
}

static const char *value_of(const char *kind, const char *text)
{
	struct ml_span span = ml_span_of(text);
	struct ml_match match = { .from = 0, .to = span.len, .groups_nr = 1 };

	return ml_clause_value(arena, &ml_builtin_knowledge, kind, span, &match);
}

Test(clauses_value, writes_thresholds_with_their_units)
{
	static const struct {
		const char *text, *value;
	} rows[] = {
		{ "products with more than 700 million monthly active users", "700000000 MAU" },
		{ "over 100 million monthly active users, or more than 20 million US dollars in monthly revenue", "100000000 MAU or 20000000 USD revenue/month" },
		{ "annual revenue of ten million dollars ($10,000,000) or more", "10000000 USD revenue/yr" },
		{ "must not exceed 1 million visits per month", "1000000 visits/month" },
		{ "more than one and a half million unique visitors per week", "1500000 visitors/week" },
		{ "over two hundred and fifty employees", "250 people" },
		{ "more than 5,000 visits in a day", "5000 visits/day" },
		{ "weekly visits above 20,000", "20000 visits/week" },
		{ "revenue of more than 2 million euros in any quarter", "2000000 EUR revenue/quarter" },
		{ "\u6bcf\u65e5\u8bbf\u95ee\u91cf\u8d85\u8fc75\u4e07", "50000 visits/day" },
		{ "\u6708\u6d3b\u8dc3\u7528\u6237\u8d85\u8fc71\u4ebf\uff0c\u6216\u5e74\u6536\u5165\u8d85\u8fc71\u4ebf\u5143\u4eba\u6c11\u5e01", "100000000 MAU or 100000000 CNY revenue/yr" },
		{ "fewer than 100 individuals and less than 1,000,000 USD (2019) revenue", "100 people or 1000000 USD revenue/yr" },
		{ "more than 30 million US dollars in annual recurring revenue", "30000000 USD ARR" },
		{ "more than [number] monthly active users", "fill-in" },
		{ "version 3.1 has more users than ever", NULL },
	};

	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *value = value_of("threshold", rows[i].text);
		if (rows[i].value)
			cr_expect_str_eq(value ? value : "(none)", rows[i].value, "%s", rows[i].text);
		else
			cr_expect_null(value, "%s", value);
	}
}

Test(clauses_value, writes_regions_phrases_and_names)
{
	cr_expect_str_eq(value_of("regions", "excluding the European Union, the United Kingdom and South Korea"), "EU,UK,KR");
	cr_expect_str_eq(value_of("regions", "multimodal models: not granted in the EU"), "EU (multimodal)");
	cr_expect_null(value_of("regions", "museums of Europe"));
	cr_expect_str_eq(value_of("phrase", "display \"Built with Heron\" or \"Made by Heron\" on it"), "Built with Heron / Made by Heron");
	cr_expect_null(value_of("phrase", "display \"an open quote"));
	cr_expect_str_eq(value_of("prefix", "include \"Heron\" at the start of the name"), "model name starts Heron");
	cr_expect_str_eq(value_of("text:unilateral", "whatever"), "unilateral");
	cr_expect_null(value_of(NULL, "whatever"));
}
