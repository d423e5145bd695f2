#include "rules/gen/index.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/text/utf8.h"

static int by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder that end in suffix, in order of bytes. */
static int list(const char ***out, size_t *nr, struct ml_arena *arena, const char *dir, const char *suffix, struct ml_error *err)
{
	const char **names = NULL;
	size_t cap = 0;
	DIR *handle = opendir(dir);

	*nr = 0;
	if (!handle)
		return ml_error_set(err, ML_ERROR_USAGE, "cannot read '%s': %s", dir, strerror(errno));
	for (const struct dirent *entry; (entry = readdir(handle));) {
		struct ml_span name = ml_span_of(entry->d_name);
		if (ml_span_ends(name, suffix))
			ML_PUSH(arena, names, *nr, cap, ml_arena_dup(arena, name));
	}
	closedir(handle);
	if (*nr)
		qsort(names, *nr, sizeof *names, by_text);
	*out = names;
	return 0;
}

static char *id_of(struct ml_arena *arena, const char *name, const char *suffix)
{
	char *id = ml_arena_dup(arena, (struct ml_span){ name, strlen(name) - strlen(suffix) });

	for (char *c = id; *c; c++)
		*c = ml_lower(*c);
	return id;
}

int index_read_spdx(struct index_texts *texts, const char *dir, struct ml_error *err)
{
	const char *folder = ml_arena_printf(texts->arena, "%s/licenses", dir);
	const char **names;
	size_t nr;

	if (list(&names, &nr, texts->arena, folder, ".json", err))
		return -1;
	for (size_t i = 0; i < nr; i++) {
		const char *path = ml_arena_printf(texts->arena, "%s/%s", folder, names[i]);
		struct ml_span bytes, text;
		struct ml_parsed parsed;
		if (gen_read(&bytes, texts->arena, path, err))
			return -1;
		ml_json_parse(texts->arena, bytes, &parsed);
		text = ml_node_get_text(parsed.root, "licenseText");
		if (!text.at)
			return ml_error_set(err, ML_ERROR_USAGE, "%s: no licenseText", path);
		index_add(texts, id_of(texts->arena, names[i], ".json"), text);
	}
	return 0;
}

/* The cell of a line of tab-separated columns. */
static struct ml_span cell(struct ml_span line, size_t column)
{
	size_t from = 0, to;

	for (;; column--) {
		for (to = from; to < line.len && line.at[to] != '\t'; to++)
			;
		if (column == 0 || to == line.len)
			break;
		from = to + 1;
	}
	return column ? (struct ml_span){ line.at, 0 } : ml_span_sub(line, from, to);
}

static bool next_line(struct ml_span table, size_t *at, struct ml_span *line)
{
	size_t from = *at;

	if (from >= table.len)
		return false;
	while (*at < table.len && table.at[*at] != '\n')
		++*at;
	*line = ml_span_sub(table, from, *at);
	++*at;
	return true;
}

/* The column of that name in the first line, or SIZE_MAX. */
static size_t column_of(struct ml_span table, const char *name)
{
	struct ml_span line, head;
	size_t at = 0, columns = 1;

	if (!next_line(table, &at, &line))
		return SIZE_MAX;
	for (size_t i = 0; i < line.len; i++)
		columns += line.at[i] == '\t';
	for (size_t i = 0; i < columns; i++) {
		head = cell(line, i);
		if (ml_span_is(head, name))
			return i;
	}
	return SIZE_MAX;
}

struct corpus {
	struct index_texts *texts;
	const char *dir;
	struct ml_span terms, excerpts; /* terms.tsv and clauses.tsv */
};

/* The row of an id in terms.tsv; false where there is none. */
static bool row_of(const struct corpus *corpus, const char *id, struct ml_span *row)
{
	size_t at = 0;

	while (next_line(corpus->terms, &at, row))
		if (ml_span_is(cell(*row, 0), id))
			return true;
	return false;
}

static size_t number(struct ml_span text)
{
	size_t value = 0;

	for (size_t i = 0; i < text.len && ml_is_digit(text.at[i]) && value < 1000000; i++)
		value = value * 10 + (size_t)(text.at[i] - '0');
	return value;
}

/* The excerpt that clauses.tsv has for a term of a text on that line, or the absent span. */
static struct ml_span excerpt_of(const struct corpus *corpus, struct ml_span term, const char *id, struct ml_span line)
{
	struct ml_span row;
	size_t at = 0;

	while (next_line(corpus->excerpts, &at, &row))
		if (ml_span_is(cell(row, 1), id) && ml_span_eq(cell(row, 0), term) && ml_span_eq(cell(row, 2), line))
			return cell(row, 3);
	return (struct ml_span){ NULL, 0 };
}

static char *term_name(struct ml_arena *arena, struct ml_span term)
{
	char *name = ml_arena_dup(arena, term);

	for (char *c = name; *c; c++)
		*c = *c == '_' ? '-' : *c;
	return name;
}

/* lines: "term:line;term:line"; a place in another file has a third field and is left out. */
static void read_clauses(const struct corpus *corpus, struct ml_known_text *known, const char *id, struct ml_span text, struct ml_span lines)
{
	for (size_t at = 0; at < lines.len;) {
		struct ml_span rest = ml_span_sub(lines, at, lines.len);
		size_t len = ml_span_find(rest, ";");
		struct ml_span entry = ml_span_sub(rest, 0, len);
		size_t colon = ml_span_find(entry, ":");
		at += len == SIZE_MAX ? rest.len : len + 1;
		if (colon == SIZE_MAX)
			continue;
		struct ml_span term = ml_span_sub(entry, 0, colon), line = ml_span_sub(entry, colon + 1, entry.len);
		if (ml_span_find(line, ":") == SIZE_MAX)
			index_add_clause(corpus->texts, known, text, term_name(corpus->texts->arena, term), number(line),
					 excerpt_of(corpus, term, id, line));
	}
}

static int read_folder(const struct corpus *corpus, const char *folder, struct ml_error *err)
{
	struct ml_arena *arena = corpus->texts->arena;
	const char *dir = ml_arena_printf(arena, "%s/licenses/%s", corpus->dir, folder);
	const char **names;
	size_t nr, column = column_of(corpus->terms, "clause_lines");

	if (list(&names, &nr, arena, dir, ".txt", err))
		return -1;
	for (size_t i = 0; i < nr; i++) {
		struct ml_span bytes, text, row;
		bool converted;
		const char *id = id_of(arena, names[i], ".txt");
		if (gen_read(&bytes, arena, ml_arena_printf(arena, "%s/%s", dir, names[i]), err))
			return -1;
		text = ml_utf8_text(arena, bytes, &converted);
		struct ml_known_text *known = index_add(corpus->texts, id, text);
		if (column != SIZE_MAX && known->clauses_nr == 0 && row_of(corpus, id, &row))
			read_clauses(corpus, known, id, text, cell(row, column));
	}
	return 0;
}

static bool has_word(struct ml_span line, const char *word)
{
	for (size_t at = 0, to; at < line.len; at = to + 1) {
		for (to = at; to < line.len && line.at[to] != ' '; to++)
			;
		if (ml_span_is(ml_span_sub(line, at, to), word))
			return true;
	}
	return false;
}

/* Gives a text the ids of a line of same-text.tsv where it has one of them. */
static void join_ids(struct index_texts *texts, struct ml_known_text *known, struct ml_span line)
{
	bool member = false;

	for (size_t i = 0; i < known->ids_nr && !member; i++)
		member = has_word(line, known->ids[i]);
	for (size_t at = 0, to; member && at < line.len; at = to + 1) {
		for (to = at; to < line.len && line.at[to] != ' '; to++)
			;
		if (to > at)
			index_add_id(texts, known, ml_arena_dup(texts->arena, ml_span_sub(line, at, to)));
	}
}

/* Ids whose texts are the same but for titles and appendices: one a line, the ids with spaces between them. */
static int read_same(struct index_texts *texts, const char *path, struct ml_error *err)
{
	struct ml_span table, line;
	size_t at = 0;

	if (gen_read(&table, texts->arena, path, err))
		return -1;
	while (next_line(table, &at, &line))
		for (size_t i = 0; i < texts->nr; i++)
			join_ids(texts, texts->at[i], line);
	return 0;
}

int index_read_corpus(struct index_texts *texts, const char *dir, struct ml_error *err)
{
	struct corpus corpus = { .texts = texts, .dir = dir };

	if (gen_read(&corpus.terms, texts->arena, ml_arena_printf(texts->arena, "%s/licenses/terms.tsv", dir), err) ||
	    gen_read(&corpus.excerpts, texts->arena, ml_arena_printf(texts->arena, "%s/licenses/clauses.tsv", dir), err))
		return -1;
	if (read_folder(&corpus, "ai", err) || read_folder(&corpus, "spdx", err))
		return -1;
	return read_same(texts, ml_arena_printf(texts->arena, "%s/licenses/same-text.tsv", dir), err);
}
