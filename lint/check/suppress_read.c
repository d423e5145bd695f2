/*
 * Suppressions as they are written: <!-- mlint: ignore ML201 reason --> in Markdown and HTML, # mlint: ignore ML201 reason where # begins a comment
 * (front matter, TOML, INI, YAML, Python), .. mlint: ignore ML201 reason in reStructuredText.
 */
#include "lint/check/suppress.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/base/near.h"

#define MARK "mlint:"
#define RULES_MAX 16
#define LEAD_MAX 64   /* bytes of white space before the mark */
#define REACH_BYTES 4096
#define REACH_MAX 16u /* lines that a comment looks down for one to count for */

enum comment { COMMENT_NONE, COMMENT_MARKUP, COMMENT_HASH, COMMENT_DOTS };

static const struct {
	const char *end; /* of the path, in lower case */
	enum comment comment;
} comments[] = {
	{ ".md", COMMENT_MARKUP },  { ".markdown", COMMENT_MARKUP }, { ".mdx", COMMENT_MARKUP }, { ".html", COMMENT_MARKUP }, { ".htm", COMMENT_MARKUP },
	{ "readme", COMMENT_MARKUP }, { ".rst", COMMENT_DOTS },	     { ".toml", COMMENT_HASH },  { ".cfg", COMMENT_HASH },    { ".ini", COMMENT_HASH },
	{ ".py", COMMENT_HASH },    { ".yml", COMMENT_HASH },	     { ".yaml", COMMENT_HASH },  { ".cff", COMMENT_HASH },    { "modelfile", COMMENT_HASH },
};

static enum comment comment_of(const char *path)
{
	for (size_t i = 0; i < sizeof comments / sizeof *comments; i++)
		if (ml_span_ends_nocase(ml_span_of(path), comments[i].end))
			return comments[i].comment;
	return COMMENT_NONE;
}

/* Walks a file from one mark to the next, with what code blocks stand open. */
struct walk {
	struct ml_suppressed *out;
	struct ml_arena *arena;
	const struct ml_file *file;
	struct ml_rules rules;
	struct ml_span text;
	enum comment comment; /* of the file */
	size_t front_end;     /* of the front matter, 0 without one */
	size_t line, end;     /* offsets of the line that was walked to; looked for once, for a line may be the whole file */
	size_t ticks, ticks_to; /* how many ` stand in it, up to an offset */
	size_t fence;         /* length of the open fence, or 0 */
	char fence_sign;
};

static size_t line_end(struct ml_span text, size_t at)
{
	const char *end = at < text.len ? memchr(text.at + at, '\n', text.len - at) : NULL;

	return end ? (size_t)(end - text.at) : text.len;
}

/* The end of a block between two lines of ---, at the start of a card. */
static size_t front_matter(struct ml_span text)
{
	size_t at = line_end(text, 0);

	if (!ml_span_is(ml_span_trim(ml_span_sub(text, 0, at)), "---"))
		return 0;
	while (at < text.len) {
		size_t from = at + 1;
		at = line_end(text, from);
		if (ml_span_is(ml_span_trim(ml_span_sub(text, from, at)), "---"))
			return from;
	}
	return 0;
}

static size_t indent_of(struct ml_span line)
{
	size_t at = 0;

	while (at < line.len && line.at[at] == ' ')
		at++;
	return at < line.len && line.at[at] == '\t' ? 4 : at;
}

/* A line of three or more of ` or ~ opens a fence, one of as many closes it. */
static void take_fence(struct walk *w, struct ml_span line)
{
	size_t indent = indent_of(line), to = indent;

	if (indent > 3 || indent == line.len || (line.at[indent] != '`' && line.at[indent] != '~'))
		return;
	while (to < line.len && line.at[to] == line.at[indent])
		to++;
	if (to - indent < 3)
		return;
	if (!w->fence) {
		w->fence = to - indent;
		w->fence_sign = line.at[indent];
	} else if (line.at[indent] == w->fence_sign && to - indent >= w->fence && !ml_span_trim(ml_span_sub(line, to, line.len)).len) {
		w->fence = 0;
	}
}

static void walk_to(struct walk *w, size_t at)
{
	while (at > w->end) {
		if (w->line >= w->front_end)
			take_fence(w, ml_span_sub(w->text, w->line, w->end));
		w->line = w->ticks_to = w->end + 1;
		w->end = line_end(w->text, w->line);
		w->ticks = 0;
	}
}

/* Whether the place is part of code: in a fence, indented by four, or behind an odd number of `. Places come in their order. */
static bool in_code(struct walk *w, size_t at)
{
	for (; w->ticks_to < at; w->ticks_to++)
		w->ticks += w->text.at[w->ticks_to] == '`';
	return w->fence || w->ticks % 2 || (at >= w->line && indent_of(ml_span_sub(w->text, w->line, w->line + 4)) >= 4);
}

/* The comment around the mark at: [*from, *to) with its signs, *inside the words behind the mark. */
static bool find_comment(struct walk *w, size_t at, size_t *from, size_t *to, struct ml_span *inside)
{
	enum comment comment = at < w->front_end ? COMMENT_HASH : w->comment;
	size_t start = at, end = w->end;

	/* Of markup a comment may begin on a line above. */
	while (start && at - start < LEAD_MAX && ml_is_space(w->text.at[start - 1]) && (comment == COMMENT_MARKUP || start > w->line))
		start--;
	struct ml_span before = ml_span_sub(w->text, comment == COMMENT_MARKUP && start < w->line ? 0 : w->line, start);
	const char *sign = comment == COMMENT_MARKUP ? "<!--" : comment == COMMENT_DOTS ? ".." : "#";
	if (!ml_span_ends(before, sign))
		return false;
	*from = start - strlen(sign);
	if (comment == COMMENT_MARKUP) {
		struct ml_span rest = ml_span_sub(w->text, at, at + 4 * ML_LIMIT_SETTINGS_WORD);
		size_t close = ml_span_find(rest, "-->");
		if (in_code(w, *from) || close == SIZE_MAX)
			return false;
		end = at + close;
		*to = end + 3;
	} else {
		if (*from > w->line && (comment == COMMENT_DOTS || !ml_is_space(w->text.at[*from - 1])))
			return false;
		*to = end;
	}
	*inside = ml_span_trim(ml_span_sub(w->text, at + strlen(MARK), end));
	return true;
}

static struct ml_span next_word(struct ml_span *rest)
{
	size_t len = 0;

	*rest = ml_span_trim(*rest);
	while (len < rest->len && !ml_is_space(rest->at[len]) && rest->at[len] != ',' && rest->at[len] != ':')
		len++;
	struct ml_span word = ml_span_sub(*rest, 0, len);
	*rest = ml_span_trim(ml_span_sub(*rest, len, rest->len));
	return word;
}

/* The rule, by code or name, that a misspelled word is nearest to. */
static const char *nearest_rule(const struct walk *w, const char *word)
{
	struct ml_near near = { .typed = ml_span_of(word) };

	for (size_t i = 0; i < w->rules.nr; i++) {
		ml_near_offer(&near, w->rules.at[i]->code);
		ml_near_offer(&near, w->rules.at[i]->name);
	}
	return near.best;
}

/* "ML201, ML205 reason": the rules, and what is left is the reason. */
static void take_rules(struct walk *w, struct ml_suppression *one, struct ml_span *rest)
{
	const char **rules = ml_arena_array(w->arena, const char *, RULES_MAX);
	bool more = true;

	one->rules = rules;
	while (more && one->rules_nr < RULES_MAX) {
		struct ml_span word = next_word(rest);
		if (!word.len)
			return;
		const char *name = ml_arena_dup(w->arena, ml_span_sub(word, 0, ML_LIMIT_SETTINGS_WORD));
		if (ml_rule_find(w->rules, ml_span_of(name)))
			rules[one->rules_nr++] = name;
		else if (!one->unknown)
			one->near = nearest_rule(w, one->unknown = name);
		more = ml_span_starts(*rest, ",");
		if (more)
			*rest = ml_span_sub(*rest, 1, rest->len);
	}
}

/* White space folded, without the dash or colon that may lead in; NULL where nothing is left. */
static const char *reason_of(struct ml_arena *arena, struct ml_span rest)
{
	char *text;
	size_t len = 0;

	while (rest.len && (ml_is_space(rest.at[0]) || rest.at[0] == '-' || rest.at[0] == ':'))
		rest = ml_span_sub(rest, 1, rest.len);
	if (!rest.len)
		return NULL;
	text = ml_arena_alloc(arena, rest.len + 1);
	for (size_t i = 0; i < rest.len; i++) {
		bool space = ml_is_space(rest.at[i]) || !rest.at[i];
		if (!space || (len && text[len - 1] != ' '))
			text[len++] = space ? ' ' : rest.at[i];
	}
	return text;
}

static bool starts_comment(struct ml_span line)
{
	static const char *const signs[] = { "<!--", "#", ".." };

	line = ml_span_trim(line);
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (ml_span_starts(line, signs[i]) && ml_span_starts(ml_span_trim(ml_span_sub(line, strlen(signs[i]), line.len)), MARK))
			return true;
	return false;
}

/* The first byte from at on that is not white; no further than REACH_BYTES, behind which nobody looks. */
static size_t first_word(struct ml_span text, size_t at, size_t to)
{
	for (size_t steps = 0; at < to && ml_is_space(text.at[at]) && steps < REACH_BYTES; steps++)
		at++;
	return at;
}

/* Where a comment stands alone, the next line with something else on it; else its own lines. */
static void set_lines(const struct walk *w, struct ml_reach *reach, const struct ml_where *where, size_t from, size_t to)
{
	size_t end = to <= w->end ? w->end : line_end(w->text, to), last = where->end_line;

	*reach = (struct ml_reach){ .file = w->file, .from = where->line, .to = where->end_line };
	if (first_word(w->text, w->line, from) < from || first_word(w->text, to, end) < end)
		return;
	while (end < w->text.len && last < where->end_line + REACH_MAX) {
		size_t begin = end + 1;
		end = line_end(w->text, begin);
		last++;
		struct ml_span line = ml_span_sub(w->text, begin, end);
		if (!ml_span_trim(line).len || starts_comment(line))
			continue;
		reach->from = reach->to = (uint32_t)last;
		return;
	}
}

/* false: these words are none of ours. */
static bool take_directive(struct walk *w, size_t from, size_t to, struct ml_span inside)
{
	struct ml_suppression one = { .in_source = true, .where = ml_where_of(w->arena, w->file, from, to) };
	struct ml_near near = { .typed = { 0 } };
	struct ml_reach reach;
	struct ml_span word = next_word(&inside);
	bool whole = ml_span_is(word, "ignore-file");

	near.typed = word;
	ml_near_offer(&near, "ignore");
	ml_near_offer(&near, "ignore-file");
	if (!near.best && ml_span_starts(word, "ignore-")) /* what other linters have: ignore-next-line, ignore-start */
		near.best = "ignore";
	if (!near.best)
		return false;
	one.source = ml_arena_printf(w->arena, "%s:%u", w->file->path, one.where.line);
	if (whole || ml_span_is(word, "ignore")) {
		take_rules(w, &one, &inside);
	} else {
		one.unknown = ml_arena_dup(w->arena, word);
		one.near = near.best;
	}
	one.reason = reason_of(w->arena, inside);
	set_lines(w, &reach, &one.where, from, to);
	if (whole)
		reach.from = reach.to = 0;
	ML_PUSH(w->arena, w->out->at, w->out->nr, w->out->cap, one);
	ML_PUSH(w->arena, w->out->reach, w->out->reach_nr, w->out->reach_cap, reach);
	return true;
}

static void read_file(struct walk *w)
{
	size_t at = 0, found, from, to;
	struct ml_span inside;

	while ((found = ml_span_find(ml_span_sub(w->text, at, w->text.len), MARK)) != SIZE_MAX) {
		if (w->out->nr == ML_LIMIT_SUPPRESSIONS) {
			w->out->full = true;
			return;
		}
		at += found;
		walk_to(w, at);
		if (find_comment(w, at, &from, &to, &inside) && take_directive(w, from, to, inside) && to > at)
			at = to - strlen(MARK);
		at += strlen(MARK);
	}
}

void ml_suppressions_read(struct ml_suppressed *out, struct ml_arena *arena, const struct ml_tree *tree, struct ml_rules rules)
{
	for (size_t i = 0; i < tree->files_nr; i++) {
		const struct ml_file *file = &tree->files[i];
		enum comment comment;
		if (file->outside || file->above || !file->text.len || (tree->only && strcmp(tree->only, file->path) != 0) || !(comment = comment_of(file->path)) ||
		    ml_span_find(file->text, MARK) == SIZE_MAX)
			continue;
		struct walk w = {
			.out = out, .arena = arena, .file = file, .rules = rules, .text = file->text, .comment = comment,
		};
		w.end = line_end(w.text, 0);
		if (comment == COMMENT_MARKUP)
			w.front_end = front_matter(file->text);
		read_file(&w);
	}
}
