#include "lint/report/spot.h"

#include <string.h>

#include "lint/check/place.h"
#include "lint/text/utf8.h"

/* Length without slashes at the end: 0 for "/". */
static size_t folder_len(const char *folder)
{
	size_t len = strlen(folder);

	while (len && folder[len - 1] == '/')
		len--;
	return len;
}

/* Whether path is the folder base[0..len) or stands in it. */
static bool is_in(const char *path, const char *base, size_t len)
{
	return !strncmp(path, base, len) && (path[len] == '\0' || path[len] == '/');
}

/* What stands in front of paths from the scanned root: "", or a path with a slash behind. */
static const char *prefix_of(const struct ml_result *result, const struct ml_report_options *options)
{
	const struct ml_tree *tree = result->facts->tree;
	const char *within = tree->within ? tree->within : "";

	if (!options->folder || !tree->root)
		return within;
	if (tree->within && is_in(options->folder, tree->root, strlen(tree->root) - strlen(within)))
		return within;
	size_t len = folder_len(options->folder);
	if (!is_in(tree->root, options->folder, len))
		return within;
	const char *rest = tree->root + len + (tree->root[len] == '/');
	return *rest ? ml_arena_printf(result->facts->arena, "%s/", rest) : "";
}

const char *ml_spot_path(const struct ml_result *result, const struct ml_report_options *options, const char *path)
{
	struct ml_span prefix = ml_span_of(prefix_of(result, options)), rest = ml_span_of(path ? path : "README.md");

	/* A license file above the scanned folder: no report's reader resolves "..". */
	while (prefix.len && ml_span_starts(rest, "../")) {
		rest = ml_span_sub(rest, 3, rest.len);
		do
			prefix.len--;
		while (prefix.len && prefix.at[prefix.len - 1] != '/');
	}
	return ml_arena_printf(result->facts->arena, "%.*s%.*s", ML_SPAN_ARG(prefix), ML_SPAN_ARG(rest));
}

/* A column of bytes as one of UTF-16, no further than one past the end of its line. */
static uint32_t units(struct ml_span line, uint32_t column)
{
	struct ml_span rest = ml_span_sub(line, 0, column ? column - 1 : 0);
	uint32_t nr = 1;

	while (rest.len)
		nr += ml_utf8_next(&rest) > 0xffff ? 2 : 1;
	return nr;
}

struct ml_spot ml_spot_of(const struct ml_result *result, const struct ml_report_options *options,
			  const struct ml_where *where)
{
	struct ml_arena *arena = result->facts->arena;
	struct ml_spot spot = {
		.path = ml_spot_path(result, options, where->file ? where->file->path : NULL),
		.line = where->line ? where->line : 1,
	};
	spot.end_line = where->end_line > spot.line ? where->end_line : spot.line;
	struct ml_where last = { .file = where->file, .line = spot.end_line };
	spot.column = 1;
	if (where->column > 1)
		spot.column = units(ml_place_line(arena, where), where->column);
	struct ml_span end = ml_place_line(arena, &last);
	spot.end_column = units(end, where->column && where->end_column ? where->end_column : (uint32_t)end.len + 1);
	if (spot.end_line == spot.line && spot.end_column < spot.column)
		spot.end_column = spot.column;
	return spot;
}

void ml_add_uri(struct ml_buf *out, const char *path)
{
	static const char kept[] = "-._~/"; /* beside letters and digits: section 2.3, and the slash */

	for (const char *at = path; *at; at++) {
		if (ml_is_alnum(*at) || strchr(kept, *at))
			ml_buf_addc(out, *at);
		else
			ml_buf_addf(out, "%%%02X", (unsigned char)*at);
	}
}
