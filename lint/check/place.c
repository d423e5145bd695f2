#include "lint/check/place.h"

#include "lint/text/utf8.h"

/* The file's lines, made now if nobody has asked before; NULL without text or such a line. */
static const struct ml_lines *lines_of(struct ml_arena *arena, const struct ml_where *where)
{
	const struct ml_file *file = where->file;

	if (!file || !where->line || !file->text.at)
		return NULL;
	if (!file->lines)
		ml_where_of(arena, file, 0, 0);
	return file->lines && where->line <= file->lines->nr ? file->lines : NULL;
}

struct ml_span ml_place_line(struct ml_arena *arena, const struct ml_where *where)
{
	const struct ml_lines *lines = lines_of(arena, where);

	return lines ? ml_lines_text(lines, where->file->text, where->line) : (struct ml_span){ 0 };
}

struct ml_span ml_place_text(struct ml_arena *arena, const struct ml_where *where)
{
	const struct ml_lines *lines = lines_of(arena, where);

	if (!lines)
		return (struct ml_span){ 0 };
	struct ml_span text = where->file->text;
	struct ml_span first = ml_lines_text(lines, text, where->line), last = first;
	if (where->end_line > where->line && where->end_line <= lines->nr)
		last = ml_lines_text(lines, text, where->end_line);
	size_t from = (size_t)(first.at - text.at), to = (size_t)(last.at - text.at);
	size_t start = where->column ? where->column - 1 : 0,
	       end = where->end_column ? where->end_column - 1 : last.len;

	from += start < first.len ? start : first.len;
	to += end < last.len ? end : last.len;
	return ml_span_sub(text, from, to < from ? from : to);
}
