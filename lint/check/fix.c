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

bool ml_fix_drop_entry(struct ml_finding *finding, struct ml_where where)
{
	struct ml_arena *arena = finding->sink->arena;
	struct ml_span line = ml_place_line(arena, &where), words = ml_place_text(arena, &where);

	if (!line.at || where.line != where.end_line || !words.len)
		return refuse(finding);
	size_t in = (size_t)(words.at - line.at), from = (size_t)(line.at - where.file->text.at), to = from + line.len;
	if (!is_frame(ml_span_sub(line, 0, in)) || !is_frame(ml_span_sub(line, in + words.len, line.len)))
		return refuse(finding);
	to += to < where.file->text.len && where.file->text.at[to] == '\r' ? 1 : 0;
	to += to < where.file->text.len && where.file->text.at[to] == '\n' ? 1 : 0;
	return ml_fix_bytes(finding, where.file, from, to, (struct ml_span){ "", 0 });
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
