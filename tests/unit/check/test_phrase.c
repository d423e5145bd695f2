#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include "lint/check/phrase.h"
#include "tests/unit/check/toy.h"

struct row {
	int term;
	char value[64], said[160];
};

static struct row rows[] = {
	{ ML_TERM_USER_THRESHOLD, "700000000 MAU",
	  "user threshold: more than 700 million monthly active users need a separate license" },
	{ ML_TERM_USER_THRESHOLD, "700000000 MAU @2023-07-18",
	  "user threshold: on July 18, 2023, more than 700 million monthly active users need a separate license" },
	{ ML_TERM_USER_THRESHOLD, "100000000 MAU or 20000000 USD revenue/month",
	  "user threshold: more than 100 million monthly active users or 20 million USD revenue a month need a "
	  "separate license" },
	{ ML_TERM_USER_THRESHOLD, "1500000 USD revenue/yr or 100 people",
	  "user threshold: more than 1.5 million USD revenue a year or 100 people need a separate license" },
	{ ML_TERM_USER_THRESHOLD, "1250000 MAU",
	  "user threshold: more than 1,250,000 monthly active users need a separate license" },
	{ ML_TERM_USER_THRESHOLD, "2000000000 MAU",
	  "user threshold: more than 2 billion monthly active users need a separate license" },
	{ ML_TERM_REGION_EXCLUSION, "EU,UK,KR",
	  "region-exclusion: grants nothing in the European Union, the United Kingdom and South Korea" },
	{ ML_TERM_REGION_EXCLUSION, "EU (multimodal)",
	  "region-exclusion: grants nothing in the European Union (multimodal)" },
	{ ML_TERM_REVOCABLE, "revocable,unilateral",
	  "revocable: the grant can end without a breach and its terms can be changed one-sidedly" },
	{ ML_TERM_OUTPUT_TRAINING_BAN, "y", "output ban: outputs may not train other models" },
	{ ML_TERM_ATTRIBUTION, "y", "attribution" },
	{ ML_TERM_USER_THRESHOLD, "@", "user threshold: more than  need a separate license" },
	{ ML_TERM_USER_THRESHOLD, "99999999999999999999 MAU",
	  "user threshold: more than 99999999999999999999 monthly active users need a separate license" },
};

ParameterizedTestParameters(phrase, tells_values_in_words)
{
	return cr_make_param_array(struct row, rows, sizeof rows / sizeof *rows);
}

ParameterizedTest(struct row *row, phrase, tells_values_in_words)
{
	struct toy toy;
	struct ml_buf out;

	toy_init(&toy);
	ml_buf_init(&out, 4096);
	ml_term_phrase(&out, &toy.knowledge, (enum ml_term_id)row->term, row->value, ML_OSD_FAILS);
	cr_expect_str_eq(out.at, row->said);
	ml_buf_release(&out);
	toy_release(&toy);
}

Test(phrase, a_threshold_of_a_display_duty_is_no_limit)
{
	struct toy toy;
	struct ml_buf out;

	toy_init(&toy);
	ml_buf_init(&out, 4096);
	ml_term_phrase(&out, &toy.knowledge, ML_TERM_USER_THRESHOLD, "100000000 MAU", ML_OSD_DISPUTED);
	cr_expect_str_eq(out.at, "user threshold: more than 100 million monthly active users bring further duties");
	ml_buf_release(&out);
	toy_release(&toy);
}

Test(phrase, a_value_without_its_day)
{
	cr_expect(ml_span_is(ml_term_value("700000000 MAU @2023-07-18"), "700000000 MAU"));
	cr_expect(ml_span_is(ml_term_value("EU"), "EU"));
	cr_expect_null(ml_term_value(NULL).at);
}

Test(phrase, points_of_the_definition)
{
	struct ml_buf out;

	ml_buf_init(&out, 64);
	ml_osd_phrase(&out, 0, ML_OSD_DISPUTED);
	cr_expect_eq(out.len, 0);
	ml_osd_phrase(&out, 1u << 5 | 1u << 10, ML_OSD_FAILS);
	ml_osd_phrase(&out, 1u << 5, ML_OSD_DISPUTED);
	cr_expect_str_eq(out.at, " - OSD 5, 10 - OSD 5, disputed");
	ml_buf_release(&out);
}
