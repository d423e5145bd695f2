#include "lint/check/rule.h"

#include <stdint.h>

/* Fields of the published templates, in lower case. */
static const char *const fields[] = {
	"[year]", "[yyyy]", "<year>", "{year}", "{yyyy}", "{{year}}", "[fullname]", "[full name]", "<fullname>", "{fullname}",
	"[name of copyright owner]", "{name of copyright owner}", "<name of copyright owner>", "[name of copyright holder]", "<copyright holders>",
	"<copyright holder>", "[copyright holder]", "<owner>", "<holder>", "[owner]", "[your name]", "<your name>", "<name of author>", "[name of author]",
	"<organization>", "[organization]", "[project name]", "[name of author or organization]", "[company name]",
};

/* The words behind which a text explains how others may use it for their own works: its brackets stay there by design. */
static size_t operative_end(struct ml_span text)
{
	size_t end = ml_span_find_nocase(text, "how to apply");
	size_t appendix = ml_span_find_nocase(text, "appendix: how");

	if (appendix < end)
		end = appendix;
	return end < text.len ? end : text.len;
}

static bool copyright_line(struct ml_span text, size_t at, size_t *from, size_t *to)
{
	*from = *to = at;
	while (*from > 0 && text.at[*from - 1] != '\n')
		(*from)--;
	while (*to < text.len && text.at[*to] != '\n' && text.at[*to] != '\r')
		(*to)++;
	struct ml_span line = ml_span_sub(text, *from, *to);
	return ml_span_find_nocase(line, "copyright") != SIZE_MAX || ml_span_find(line, "(c)") != SIZE_MAX || ml_span_find(line, "\xc2\xa9") != SIZE_MAX;
}

static void check_file(const struct ml_facts *facts, const struct ml_file *file, const struct ml_license_fact *fact, struct ml_sink *sink)
{
	struct ml_span text = ml_span_sub(file->text, 0, operative_end(file->text));

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		size_t at = ml_span_find_nocase(text, fields[i]), from, to;
		if (at == SIZE_MAX || !copyright_line(text, at, &from, &to))
			continue;
		struct ml_finding *finding = ml_found(sink, ml_where_of(facts->arena, file, from, to), ML_CERTAINTY_EXACT,
						      "the copyright line of the %s still holds the field '%s' of its template",
						      ml_license_title(facts, fact), fields[i]);
		ml_found_help(finding, "put in who holds the rights and since when");
		return;
	}
}

void ml105_license_placeholder(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_file *last = NULL;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		const struct ml_file *file = fact->where.file;
		if (fact->evidence != ML_EVIDENCE_TEXT || !fact->license || !file || file == last || file->outside ||
		    file->role != ML_ROLE_LICENSE || !file->text.at)
			continue;
		last = file;
		check_file(facts, file, fact, sink);
	}
}
