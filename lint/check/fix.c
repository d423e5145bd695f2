#include "lint/check/fix.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/check/place.h"
#include "lint/check/sink_p.h"

/* One edit that cannot be made spoils the fix. */
static bool refuse(struct ml_finding *finding)
{
	finding->unfixable = true;
	finding->fix = NULL;
	finding->fix_nr = finding->fix_cap = 0;
	return false;
}

static bool push(struct ml_finding *finding, const struct ml_edit *edit)
{
	struct ml_edit *fix = (struct ml_edit *)finding->fix;

	if (finding->unfixable || finding->fix_nr >= ML_LIMIT_EDITS)
		return refuse(finding);
	for (size_t i = 0; i < finding->fix_nr; i++)
		if (edit->file && fix[i].file == edit->file && fix[i].from < edit->to && edit->from < fix[i].to)
			return refuse(finding);
	ML_PUSH(finding->sink->arena, fix, finding->fix_nr, finding->fix_cap, *edit);
	finding->fix = fix;
	return true;
}

/* Offsets of the text have to be offsets of the file, and no rest may be missing. */
static bool is_editable(const struct ml_file *file)
{
	return file->text.at && file->state == ML_FILE_READ && !file->converted && !file->outside;
}

void ml_fix_offer(struct ml_finding *finding)
{
	finding->offered = true;
}

bool ml_fix_bytes(struct ml_finding *finding, const struct ml_file *file, size_t from, size_t to, struct ml_span text)
{
	struct ml_arena *arena = finding->sink->arena;

	if (!is_editable(file) || from > to || to > file->text.len)
		return refuse(finding);
	size_t bom = (size_t)(file->text.at - file->bytes.at);
	struct ml_edit edit = { file->path, file, from + bom, to + bom, { ml_arena_dup(arena, text), text.len } };
	return push(finding, &edit);
}

bool ml_fix_refuse(struct ml_finding *finding)
{
	return refuse(finding);
}

bool ml_fix_replace(struct ml_finding *finding, const struct ml_file *file, size_t from, size_t to, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	const char *text = ml_arena_vprintf(finding->sink->arena, format, args);
	va_end(args);
	return ml_fix_bytes(finding, file, from, to, ml_span_of(text));
}

const char *ml_line_end(struct ml_span text)
{
	for (size_t i = 0; i < text.len; i++) {
		if (text.at[i] == '\n')
			return "\n";
		if (text.at[i] == '\r')
			return i + 1 < text.len && text.at[i + 1] == '\n' ? "\r\n" : "\r";
	}
	return "\n";
}

/* Quotes, a comma and white space alone: what may stand around an entry on its line. */
static bool is_frame(struct ml_span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!strchr(" \t\"',\r\n", text.at[i]))
			return false;
	return true;
}

/* The whole line of an entry that stands alone on it, its end too. */
static bool drop_line(struct ml_finding *finding, const struct ml_file *file, struct ml_span line)
{
	size_t from = (size_t)(line.at - file->text.at), to = from + line.len;

	to += to < file->text.len && file->text.at[to] == '\r' ? 1 : 0;
	to += to < file->text.len && file->text.at[to] == '\n' ? 1 : 0;
	return ml_fix_bytes(finding, file, from, to, (struct ml_span){ "", 0 });
}

/* The entry with its quotes; absent where it is more than one string. */
static struct ml_span quoted(struct ml_span line, struct ml_span words)
{
	size_t from = (size_t)(words.at - line.at), to = from + words.len;

	if (from && to < line.len && words.at[0] != '"' && words.at[0] != '\'') {
		from--;
		to++;
	}
	char quote = line.at[from];
	if (to - from < 2 || (quote != '"' && quote != '\'') || line.at[to - 1] != quote ||
	    memchr(line.at + from + 1, quote, to - from - 2))
		return (struct ml_span){ 0 };
	return ml_span_sub(line, from, to);
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* An entry beside others on its line, with the comma behind it; the last one with the comma before it, but for a tuple, which may need that. */
static bool drop_from_row(struct ml_finding *finding, const struct ml_file *file, struct ml_span line, struct ml_span words)
{
	struct ml_span entry = quoted(line, words);

	if (!entry.at)
		return refuse(finding);
	size_t from = (size_t)(entry.at - line.at), to = from + entry.len, before = from;
	while (before && is_blank(line.at[before - 1]))
		before--;
	while (to < line.len && is_blank(line.at[to]))
		to++;
	char left = before ? line.at[before - 1] : ',', right = to < line.len ? line.at[to] : '\0';
	if (!strchr("[(,", left) || !right || !strchr("]),", right))
		return refuse(finding);
	if (right == ',')
		for (to++; to < line.len && is_blank(line.at[to]);)
			to++;
	else if (left == ',' && before)
		from = right == ']' ? before - 1 : before;
	size_t at = (size_t)(line.at - file->text.at);
	return ml_fix_bytes(finding, file, at + from, at + to, (struct ml_span){ "", 0 });
}

bool ml_fix_drop_entry(struct ml_finding *finding, struct ml_where where)
{
	struct ml_arena *arena = finding->sink->arena;
	struct ml_span line = ml_place_line(arena, &where), words = ml_place_text(arena, &where);

	if (!line.at || where.line != where.end_line || !words.len)
		return refuse(finding);
	size_t in = (size_t)(words.at - line.at);
	if (is_frame(ml_span_sub(line, 0, in)) && is_frame(ml_span_sub(line, in + words.len, line.len)))
		return drop_line(finding, where.file, line);
	return drop_from_row(finding, where.file, line, words);
}

bool ml_fix_append(struct ml_finding *finding, const struct ml_file *file, const char *line)
{
	struct ml_span text = file->text;
	const char *end = ml_line_end(text);
	bool open = text.len && text.at[text.len - 1] != '\n' && text.at[text.len - 1] != '\r';

	return ml_fix_replace(finding, file, text.len, text.len, "%s%s%s", open ? end : "", line, end);
}

/* Names that differ in case are one file on some systems. */
static bool is_taken(const struct ml_tree *tree, const char *path)
{
	for (size_t i = 0; i < tree->files_nr; i++)
		if (ml_span_is_nocase(ml_span_of(tree->files[i].path), path))
			return true;
	return false;
}

bool ml_fix_add_file(struct ml_finding *finding, const char *path, struct ml_span text)
{
	struct ml_arena *arena = finding->sink->arena;

	if (!*path || *path == '/' || strstr(path, "..") || text.len > ML_LIMIT_FILE_BYTES || is_taken(finding->sink->facts->tree, path))
		return refuse(finding);
	struct ml_edit edit = { ml_arena_dup(arena, ml_span_of(path)), NULL, 0, 0, { ml_arena_dup(arena, text), text.len } };
	return push(finding, &edit);
}

size_t ml_fixable(const struct ml_verdict *verdict, bool offered)
{
	size_t nr = 0;

	for (size_t i = 0; i < verdict->findings_nr; i++)
		nr += verdict->findings[i].fix_nr && verdict->findings[i].offered == offered;
	return nr;
}
