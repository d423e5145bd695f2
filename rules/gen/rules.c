/* The pages of the rules as a table: rules/README.md says what a page holds. */
#include "rules/gen/gen.h"

#include <string.h>

#include "lint/base/yaml.h"

#define PAGES_MAX (16u << 20) /* bytes of the table that is written */

struct page {
	const char *path;
	struct ml_span stem;   /* ml201_open_source_claim_restricted */
	struct ml_span family; /* claims */
	const struct ml_node *front;
	struct ml_span code, name;
	struct ml_span body;
	uint32_t body_line;
};

static const struct {
	const char *name, *literal;
} severities[] = {
	{ "error", "ML_SEVERITY_ERROR" },
	{ "warning", "ML_SEVERITY_WARNING" },
	{ "note", "ML_SEVERITY_NOTE" },
};

/* Keys of one line each; "sources" is the one list beside them. */
static const char *const scalars[] = { "code", "name", "severity", "summary", "since", "fix" };

static int fault(const struct page *page, uint32_t line, struct ml_error *err, const char *what, struct ml_span subject)
{
	if (!subject.at)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: %s", page->path, line, what);
	return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", page->path, line, what, ML_SPAN_ARG(subject));
}

static const struct ml_span absent = { NULL, 0 };

/* rules/FAMILY/STEM.md -> FAMILY, STEM */
static int split_path(struct page *page, struct ml_error *err)
{
	struct ml_span path = ml_span_of(page->path);
	size_t end = path.len, slash;

	if (!ml_span_ends(path, ".md"))
		return fault(page, 1, err, "not a page (.md)", absent);
	for (slash = end; slash > 0 && path.at[slash - 1] != '/';)
		slash--;
	page->stem = ml_span_sub(path, slash, end - 3);
	end = slash ? slash - 1 : 0;
	for (slash = end; slash > 0 && path.at[slash - 1] != '/';)
		slash--;
	page->family = ml_span_sub(path, slash, end);
	return page->family.len ? 0 : fault(page, 1, err, "stands in no family folder", absent);
}

/* The line that begins at *at, without its end; false behind the last one. */
static bool next_line(struct ml_span text, size_t *at, struct ml_span *line)
{
	if (*at >= text.len)
		return false;
	const char *end = memchr(text.at + *at, '\n', text.len - *at);
	size_t to = end ? (size_t)(end - text.at) : text.len;
	*line = ml_span_sub(text, *at, to);
	*at = to + 1;
	return true;
}

static int read_front(struct page *page, struct ml_arena *arena, struct ml_error *err)
{
	struct ml_span text, line;
	struct ml_parsed parsed;
	size_t at = 0, from, lines = 1;

	if (gen_read(&text, arena, page->path, err))
		return -1;
	if (!next_line(text, &at, &line) || !ml_span_is(line, "---"))
		return fault(page, 1, err, "no front matter", absent);
	from = at;
	for (;;) {
		size_t here = at;
		if (!next_line(text, &at, &line))
			return fault(page, 1, err, "the front matter has no end", absent);
		lines++;
		if (!ml_span_is(line, "---"))
			continue;
		ml_yaml_parse(arena, ml_span_sub(text, from, here), 2, &parsed);
		break;
	}
	if (parsed.fault)
		return fault(page, parsed.line, err, parsed.message, absent);
	if (parsed.repeated_nr)
		return fault(page, parsed.repeated[0].line, err, "repeated key", parsed.repeated[0].key);
	if (!parsed.root || parsed.root->kind != ML_NODE_MAP)
		return fault(page, 2, err, "the front matter is no mapping", absent);
	page->front = parsed.root;
	page->body = ml_span_sub(text, at, text.len);
	page->body_line = (uint32_t)lines + 1;
	return 0;
}

static bool known_key(struct ml_span key)
{
	for (size_t i = 0; i < sizeof scalars / sizeof *scalars; i++)
		if (ml_span_is(key, scalars[i]))
			return true;
	return ml_span_is(key, "sources") || ml_span_is(key, "default") || ml_span_is(key, "runs");
}

/*
 * The keys that may be missing: "default: off" is a rule that runs only where it is selected, "runs: last" one that looks at what was done
 * with the findings of the others, "runs: units" one that is handed each model of a tree by itself.
 */
static int check_optional(const struct page *page, struct ml_error *err)
{
	const struct ml_node *off = ml_node_get(page->front, "default"), *last = ml_node_get(page->front, "runs");

	if (off && !ml_span_is(ml_node_text(off), "off"))
		return fault(page, off->line, err, "the only value is 'off', for the key", off->key);
	if (last && !ml_span_is(ml_node_text(last), "last") && !ml_span_is(ml_node_text(last), "units"))
		return fault(page, last->line, err, "the only values are 'last' and 'units', for the key", last->key);
	return 0;
}

static int check_keys(const struct page *page, struct ml_error *err)
{
	ml_node_each (entry, page->front)
		if (!known_key(entry->key))
			return fault(page, entry->key_line, err, "unknown key", entry->key);
	for (size_t i = 0; i < sizeof scalars / sizeof *scalars; i++) {
		const struct ml_node *entry = ml_node_get(page->front, scalars[i]);
		if (!entry)
			return fault(page, 1, err, "missing key", ml_span_of(scalars[i]));
		if (entry->kind != ML_NODE_SCALAR || !entry->text.len || memchr(entry->text.at, '\n', entry->text.len))
			return fault(page, entry->line, err, "not one line of text", entry->key);
	}
	const struct ml_node *sources = ml_node_get(page->front, "sources");
	if (!sources || sources->kind != ML_NODE_LIST || !sources->nr)
		return fault(page, sources ? sources->line : 1, err, "'sources' is no list with an entry", absent);
	ml_node_each (source, sources)
		if (source->kind != ML_NODE_SCALAR || !source->text.len)
			return fault(page, source->line, err, "a source is not text", absent);
	return check_optional(page, err);
}

static const char *severity_literal(struct ml_span name)
{
	for (size_t i = 0; i < sizeof severities / sizeof *severities; i++)
		if (ml_span_is(name, severities[i].name))
			return severities[i].literal;
	return NULL;
}

static bool well_formed_code(struct ml_span code)
{
	return code.len == 5 && ml_span_starts(code, "ML") && ml_is_digit(code.at[2]) && ml_is_digit(code.at[3]) &&
	       ml_is_digit(code.at[4]);
}

/* Whether the stem is the code in lower case, "_", and the name with "_" for "-". */
static bool stem_says(struct ml_span stem, struct ml_span code, struct ml_span name)
{
	if (stem.len != code.len + 1 + name.len || stem.at[code.len] != '_')
		return false;
	for (size_t i = 0; i < code.len; i++)
		if (stem.at[i] != ml_lower(code.at[i]))
			return false;
	for (size_t i = 0; i < name.len; i++)
		if (stem.at[code.len + 1 + i] != (name.at[i] == '-' ? '_' : name.at[i]))
			return false;
	return true;
}

static int check_values(struct page *page, struct ml_error *err)
{
	const struct ml_node *code = ml_node_get(page->front, "code"), *name = ml_node_get(page->front, "name");
	const struct ml_node *severity = ml_node_get(page->front, "severity"),
			     *summary = ml_node_get(page->front, "summary");

	if (!well_formed_code(code->text))
		return fault(page, code->line, err, "not a code (ML and three digits)", code->text);
	for (size_t i = 0; i < name->text.len; i++)
		if (name->text.at[i] != '-' && !ml_is_digit(name->text.at[i]) &&
		    !(ml_is_alpha(name->text.at[i]) && ml_lower(name->text.at[i]) == name->text.at[i]))
			return fault(page, name->line, err, "a name has small letters, digits and '-'", name->text);
	if (!stem_says(page->stem, code->text, name->text))
		return fault(page, code->line, err, "code and name do not match the file name", page->stem);
	if (!severity_literal(severity->text))
		return fault(page, severity->line, err, "severity is error, warning or note, not", severity->text);
	if (ml_span_ends(summary->text, "."))
		return fault(page, summary->line, err, "the summary ends in a full stop", absent);
	page->code = code->text;
	page->name = name->text;
	return 0;
}

/* What stands under one of the two headings that are tests. */
struct example {
	const char *heading;
	uint32_t line; /* of the heading, 0: not met */
	bool files, words;
	bool golden; /* words that point to a case of tests/golden: for bytes and history that no fence can hold */
};

static struct example *heading_of(struct example *examples, size_t nr, struct ml_span line)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_span_is(line, examples[i].heading))
			return &examples[i];
	return NULL;
}

/* Walks the body; fence lines are those that start with three or more of ` or ~. */
static int read_examples(const struct page *page, struct example *examples, size_t nr, struct ml_error *err)
{
	struct example *now = NULL;
	struct ml_span line, fence = absent;
	uint32_t number = page->body_line, opened = 0;

	for (size_t at = 0; next_line(page->body, &at, &line); number++) {
		size_t ticks = 0;
		while (ticks < line.len && (line.at[ticks] == '`' || line.at[ticks] == '~') &&
		       line.at[ticks] == line.at[0])
			ticks++;
		if (fence.at) {
			if (ticks >= fence.len && line.at[0] == fence.at[0] && ticks == ml_span_trim(line).len)
				fence = absent;
			continue;
		}
		if (ticks >= 3) {
			fence = ml_span_sub(line, 0, ticks);
			opened = number;
			if (now && !ml_span_trim(ml_span_sub(line, ticks, line.len)).len)
				return fault(page, number, err, "a fence of an example names no file", absent);
			if (now)
				now->files = true;
			continue;
		}
		if (ml_span_starts(line, "## ")) {
			now = heading_of(examples, nr, ml_span_trim(line));
			if (now && now->line)
				return fault(page, number, err, "repeated heading", line);
			if (now)
				now->line = number;
		} else if (now && ml_span_trim(line).len && !ml_span_starts(line, "#")) {
			now->words = true;
			now->golden |= ml_span_find(line, "tests/golden/") != SIZE_MAX;
		}
	}
	return fence.at ? fault(page, opened, err, "a fence has no end", absent) : 0;
}

static bool may_lack_examples(struct ml_span code)
{
	return ml_span_is(code, "ML003") || ml_span_starts(code, "ML9");
}

static int check_examples(const struct page *page, struct ml_error *err)
{
	struct example examples[] = { { .heading = "## Bad" }, { .heading = "## Good" } };

	if (read_examples(page, examples, 2, err))
		return -1;
	for (size_t i = 0; i < 2; i++) {
		if (!examples[i].line)
			return fault(page, page->body_line, err, "missing heading", ml_span_of(examples[i].heading));
		if (examples[i].files || examples[i].golden)
			continue;
		if (!may_lack_examples(page->code))
			return fault(page, examples[i].line, err, "no file under", ml_span_of(examples[i].heading));
		if (!examples[i].words)
			return fault(page, examples[i].line, err, "neither a file nor a reason under",
				     ml_span_of(examples[i].heading));
	}
	return 0;
}

static int read_page(struct page *page, struct ml_arena *arena, struct ml_error *err)
{
	if (split_path(page, err) || read_front(page, arena, err) || check_keys(page, err) || check_values(page, err))
		return -1;
	return check_examples(page, err);
}

static int check_order(const struct page *pages, size_t nr, struct ml_error *err)
{
	for (size_t i = 1; i < nr; i++)
		if (ml_span_cmp(pages[i - 1].code, pages[i].code) >= 0)
			return fault(&pages[i], 1, err,
				     "out of order of code, or twice, in rules/registry.cmake:", pages[i].code);
	for (size_t i = 0; i < nr; i++)
		for (size_t j = 0; j < i; j++)
			if (ml_span_eq(pages[i].name, pages[j].name))
				return fault(&pages[i], 1, err, "another rule has the name", pages[i].name);
	return 0;
}

static void write_field(struct ml_buf *out, const char *field, struct ml_span text)
{
	ml_buf_addf(out, "\t.%s = ", field);
	gen_literal(out, text);
	ml_buf_adds(out, ",\n");
}

static void write_page(struct ml_buf *out, const struct page *page, size_t i)
{
	static const char *const fields[] = { "code", "name", "summary", "since", "fix" };
	const struct ml_node *sources = ml_node_get(page->front, "sources");

	ml_buf_addf(out, "\nvoid %.*s(const struct ml_facts *facts, struct ml_sink *sink);\n", ML_SPAN_ARG(page->stem));
	ml_buf_addf(out, "static const char *const gen_sources_%zu[] = {\n", i);
	ml_node_each (source, sources) {
		ml_buf_addc(out, '\t');
		gen_literal(out, source->text);
		ml_buf_adds(out, ",\n");
	}
	ml_buf_addf(out, "};\nstatic const struct ml_rule gen_rule_%zu = {\n", i);
	for (size_t f = 0; f < sizeof fields / sizeof *fields; f++)
		write_field(out, fields[f], ml_node_get_text(page->front, fields[f]));
	write_field(out, "family", page->family);
	write_field(out, "page", page->body);
	ml_buf_addf(out, "\t.severity = %s,\n", severity_literal(ml_node_get_text(page->front, "severity")));
	if (ml_node_get(page->front, "default"))
		ml_buf_adds(out, "\t.off = true,\n");
	if (ml_node_get(page->front, "runs"))
		ml_buf_addf(out, "\t.%.*s = true,\n", ML_SPAN_ARG(ml_node_get_text(page->front, "runs")));
	ml_buf_addf(out, "\t.sources = gen_sources_%zu,\n\t.sources_nr = %zu,\n", i, sources->nr);
	ml_buf_addf(out, "\t.check = %.*s,\n};\n", ML_SPAN_ARG(page->stem));
}

int gen_rules(struct ml_arena *arena, char **args, size_t args_nr, struct ml_error *err)
{
	size_t nr = args_nr - 1;
	struct page *pages = ml_arena_array(arena, struct page, nr);
	struct ml_buf out;
	int status = -1;

	ml_buf_init(&out, PAGES_MAX);
	for (size_t i = 0; i < nr; i++) {
		pages[i].path = args[i + 1];
		if (read_page(&pages[i], arena, err))
			goto done;
	}
	if (check_order(pages, nr, err))
		goto done;
	ml_buf_adds(&out, "/* Made by mlint_gen from the pages of the rules. Do not edit. */\n");
	for (size_t i = 0; i < nr; i++)
		write_page(&out, &pages[i], i);
	ml_buf_adds(&out, "\nstatic const struct ml_rule *const gen_rules[] = {\n");
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(&out, "\t&gen_rule_%zu,\n", i);
	ml_buf_addf(&out, "\tNULL,\n};\nconst struct ml_rules ml_rules = { gen_rules, %zu };\n", nr);
	status = gen_write(args[0], &out, err);
done:
	ml_buf_release(&out);
	return status;
}
