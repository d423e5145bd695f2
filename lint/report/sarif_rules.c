#include "lint/report/sarif_rules.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/json_keys.h"

#define TEXT_MAX 1024u /* characters of a description, as GitHub shows them */
#define PAGE_MAX (1u << 20)

static int by_code(const void *a, const void *b)
{
	return strcmp((*(const struct ml_rule *const *)a)->code, (*(const struct ml_rule *const *)b)->code);
}

size_t sarif_rule_index(const struct sarif_rules *rules, const struct ml_rule *rule)
{
	size_t i = 0;

	while (i < rules->nr && rules->at[i] != rule)
		i++;
	return i;
}

static void collect(struct sarif_rules *rules, const struct ml_ranked *ranked, size_t nr)
{
	for (size_t i = 0; i < nr && rules->nr < SARIF_RULES_MAX; i++)
		if (sarif_rule_index(rules, ranked[i].finding->rule) == rules->nr)
			rules->at[rules->nr++] = ranked[i].finding->rule;
	qsort(rules->at, rules->nr, sizeof *rules->at, by_code);
}

/* Adds the first paragraph below a heading of the page as one line; nothing where the page has none. */
static void add_paragraph(struct ml_buf *out, const char *page, const char *heading)
{
	struct ml_span text = ml_span_of(page);
	size_t at = ml_span_find(text, heading);

	if (at == SIZE_MAX)
		return;
	text = ml_span_trim(ml_span_sub(text, at + strlen(heading), text.len));
	size_t end = ml_span_find(text, "\n\n");
	text = ml_span_sub(text, 0, end);
	for (size_t i = 0; i < text.len; i++)
		ml_buf_addc(out, ml_is_space(text.at[i]) ? ' ' : text.at[i]);
}

/* The page without what leads nowhere outside of its folder: links to other pages, and names of license texts. */
static void add_page(struct ml_buf *out, const struct ml_rule *rule)
{
	static const struct {
		const char *from, *to, *instead;
	} parts[] = { { "](ml", ")", "]" }, { "{{", "}}", "(the text of this license)" } };
	struct ml_buf page;

	ml_buf_init(&page, PAGE_MAX);
	ml_add_rule_page(&page, rule);
	for (struct ml_span rest = ml_buf_span(&page); rest.len;) {
		size_t step = 1, part = 0;
		while (part < sizeof parts / sizeof *parts && !ml_span_starts(rest, parts[part].from))
			part++;
		if (part < sizeof parts / sizeof *parts && (step = ml_span_find(rest, parts[part].to)) != SIZE_MAX) {
			ml_buf_adds(out, parts[part].instead);
			step += strlen(parts[part].to);
		} else {
			ml_buf_addc(out, *rest.at);
			step = 1;
		}
		rest = ml_span_sub(rest, step, rest.len);
	}
	ml_buf_release(&page);
}

static void add_sentence(struct ml_buf *out, const char *text)
{
	size_t at = out->len;

	ml_buf_adds(out, text);
	ml_buf_addc(out, '.');
	if (out->len > at && out->at[at] >= 'a' && out->at[at] <= 'z')
		out->at[at] = (char)(out->at[at] - ('a' - 'A'));
}

/* "key": {"text": …, "markdown": …}; empties both buffers. markdown may be NULL. */
static void message(struct ml_json_writer *w, const char *key, struct ml_buf *text, struct ml_buf *markdown)
{
	key_object(w, key);
	key_string(w, "text", text->at);
	if (markdown) {
		key_string(w, "markdown", markdown->at);
		ml_buf_clear(markdown);
	}
	ml_json_end_object(w);
	ml_buf_clear(text);
}

static void descriptions(struct ml_json_writer *w, const struct ml_rule *rule)
{
	struct ml_buf text, page;

	ml_buf_init(&text, TEXT_MAX);
	ml_buf_init(&page, PAGE_MAX);
	add_sentence(&text, rule->summary);
	message(w, "shortDescription", &text, NULL);
	add_paragraph(&text, rule->page, "## What it checks\n");
	if (!text.len)
		add_sentence(&text, rule->summary);
	message(w, "fullDescription", &text, NULL);
	add_paragraph(&text, rule->page, "## How to fix\n");
	if (!text.len)
		add_sentence(&text, rule->summary);
	add_page(&page, rule);
	message(w, "help", &text, &page);
	ml_buf_release(&page);
	ml_buf_release(&text);
}

static void rule_object(struct ml_json_writer *w, const struct ml_rule *rule)
{
	ml_json_object(w);
	key_string(w, "id", rule->code);
	key_string(w, "name", rule->name);
	descriptions(w, rule);
	key_object(w, "defaultConfiguration");
	key_string(w, "level", ml_severity_name(rule->severity));
	ml_json_end_object(w);
	key_object(w, "properties");
	key_array(w, "tags");
	ml_json_string(w, "licensing");
	if (rule->family)
		ml_json_string(w, rule->family);
	ml_json_end_array(w);
	ml_json_end_object(w);
	ml_json_end_object(w);
}

void sarif_tool(struct ml_json_writer *w, struct sarif_rules *rules, const struct ml_ranked *ranked, size_t nr,
		const struct ml_report_options *options)
{
	collect(rules, ranked, nr);
	key_object(w, "tool");
	key_object(w, "driver");
	key_string(w, "name", "mlint");
	key_string(w, "version", options->version);
	key_string(w, "semanticVersion", options->version);
	if (options->home)
		key_string(w, "informationUri", options->home);
	key_array(w, "rules");
	for (size_t i = 0; i < rules->nr; i++)
		rule_object(w, rules->at[i]);
	ml_json_end_array(w);
	ml_json_end_object(w);
	ml_json_end_object(w);
}
