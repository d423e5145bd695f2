#include "lint/check/rule.h"

#include <stdint.h>

/* The operative notice stands at the top: templates further down (the appendix of Apache-2.0, "how to apply" of the GPL) keep their brackets by design. */
#define NOTICE_LINES 8

/* The fill-in of a template that the line still holds, or NULL. */
static const char *fill_in_of(const struct ml_facts *facts, struct ml_span line)
{
	const struct ml_list *fill_ins = ml_list_of(facts->knowledge, ML_LIST_FILL_INS);

	for (size_t i = 0; i < fill_ins->nr; i++)
		if (ml_span_find_nocase(line, fill_ins->at[i]) != SIZE_MAX)
			return fill_ins->at[i];
	return NULL;
}

static bool is_notice(struct ml_span line)
{
	static const char marks[] = "#/*;-> \t";
	size_t at = 0;

	while (at < line.len && ml_span_find((struct ml_span){ marks, sizeof marks - 1 }, (char[]){ line.at[at], 0 }) != SIZE_MAX)
		at++;
	line = ml_span_sub(line, at, line.len);
	return ml_span_starts_nocase(line, "copyright") || ml_span_starts(line, "\302\251") || ml_span_starts_nocase(line, "(c)");
}

/* "Copyright" with a year somewhere behind it, whatever stands in front. */
static bool names_year(struct ml_span line)
{
	size_t at = ml_span_find_nocase(line, "copyright");

	for (size_t i = at; at != SIZE_MAX && i + 3 < line.len; i++)
		if (ml_is_digit(line.at[i]) && ml_is_digit(line.at[i + 1]) && ml_is_digit(line.at[i + 2]) && ml_is_digit(line.at[i + 3]))
			return true;
	return false;
}

/* The next line of text from *at, without its end. */
static bool next_line(struct ml_span text, size_t *at, struct ml_span *line)
{
	if (*at >= text.len)
		return false;
	size_t end = *at;
	while (end < text.len && text.at[end] != '\n')
		end++;
	*line = ml_span_sub(text, *at, end);
	*at = end + 1;
	return true;
}

/* A text that speaks of "the above copyright notice" asks that one stands there; whom it names does not matter here. */
static bool lacks_notice(struct ml_span text)
{
	struct ml_span line;
	size_t at = 0;

	if (ml_span_find_nocase(text, "above copyright") == SIZE_MAX)
		return false;
	while (next_line(text, &at, &line))
		if (is_notice(line) || ml_span_find_nocase(line, "copyright (c)") != SIZE_MAX || ml_span_find(line, "\302\251") != SIZE_MAX ||
		    names_year(line))
			return false;
	return true;
}

static void check_file(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_license_fact *fact)
{
	struct ml_span text = fact->where.file->text, line;
	size_t at = 0;

	for (unsigned nr = 0; nr < NOTICE_LINES && next_line(text, &at, &line); nr++) {
		const char *fill_in = is_notice(line) ? fill_in_of(facts, line) : NULL;
		if (!fill_in)
			continue;
		size_t from = (size_t)(line.at - text.at) + ml_span_find_nocase(line, fill_in);
		struct ml_finding *finding = ml_found(sink, ml_where_of(facts->arena, fact->where.file, from, (size_t)(line.at - text.at) + line.len),
						      ML_CERTAINTY_EXACT, "the copyright line still holds the template's fill-in");
		ml_found_help(finding, "write the year and the holder, as in 'Copyright (c) 2026 Robin Lab'");
		return;
	}
	/* Texts of one's own making mean themselves by such words. */
	if (!fact->license->osi_approved || fact->altered || !lacks_notice(text))
		return;
	struct ml_finding *finding = ml_found(sink, ml_where_line(fact->where.file, 1, 1), ML_CERTAINTY_EXACT,
					      "the text speaks of the copyright notice above it, and there is none");
	ml_found_help(finding, "write the year and the holder at the top, as in 'Copyright (c) 2026 Robin Lab'");
}

void ml105_license_placeholder(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_file *last = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		const struct ml_file *file = fact->where.file;
		if (fact->evidence != ML_EVIDENCE_TEXT || !file || file == last || file->outside || file->role != ML_ROLE_LICENSE)
			continue;
		last = file;
		if (fact->license)
			check_file(facts, sink, fact);
	}
}
