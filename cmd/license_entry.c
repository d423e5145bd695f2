#include "cmd/license_entry.h"

#include <inttypes.h>
#include <string.h>

#include "lint/check/place.h"
#include "lint/knowledge/known_text_yaml.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/report/report.h"

#define NAME_BYTES 80
#define TITLE_LINES 12 /* looked through for a title */

void license_entries_begin(struct ml_buf *out)
{
	ml_buf_adds(out, "# For --knowledge. Read each entry and mend it: what stands here is what mlint found, no judgment.\nlicenses:\n");
}

/* A double-quoted scalar of one line. */
static void add_quoted(struct ml_buf *out, struct ml_span text)
{
	struct ml_buf plain;

	ml_buf_init(&plain, 8192);
	ml_add_escaped(&plain, text, false);
	ml_buf_addc(out, '"');
	for (size_t i = 0; i < plain.len; i++) {
		if (plain.at[i] == '"' || plain.at[i] == '\\')
			ml_buf_addc(out, '\\');
		ml_buf_addc(out, plain.at[i]);
	}
	ml_buf_addc(out, '"');
	ml_buf_release(&plain);
}

/* Letters, digits and single spaces of a line, as far as a name goes; other characters say nothing in one. */
static const char *plain_name(struct ml_arena *arena, struct ml_span line)
{
	struct ml_buf name;
	bool space = false;

	ml_buf_init(&name, NAME_BYTES);
	for (size_t i = 0; i < line.len && !name.full; i++) {
		unsigned char c = (unsigned char)line.at[i];
		if (!ml_is_alnum(line.at[i]) && c < 0x80 && !strchr(".+-", line.at[i])) {
			space = name.len > 0;
			continue;
		}
		if (space)
			ml_buf_addc(&name, ' ');
		space = false;
		ml_buf_addc(&name, line.at[i]);
	}
	const char *made = name.full || !name.len ? NULL : ml_arena_dup(arena, ml_span_trim(ml_buf_span(&name)));
	ml_buf_release(&name);
	return made;
}

/* The first line that calls itself a license, agreement, terms or policy; NULL where none does. */
static const char *title_of(struct ml_arena *arena, const struct ml_knowledge *knowledge, struct ml_span text)
{
	size_t at = 0;

	for (int lines = 0; at < text.len && lines < TITLE_LINES; lines++) {
		size_t from = at;
		while (at < text.len && text.at[at] != '\n')
			at++;
		struct ml_span line = ml_span_trim(ml_span_sub(text, from, at++));
		if (ml_list_in(knowledge, ML_LIST_LICENSE_TITLES, line))
			return plain_name(arena, line);
	}
	return NULL;
}

/* "acme-model-license" of "licenses/Acme Model LICENSE.txt"; NULL where the file is called as any may be. */
static const char *stem_of(struct ml_arena *arena, const struct ml_knowledge *knowledge, const char *path)
{
	struct ml_span name = ml_path_name(ml_span_of(path));
	size_t dot = name.len;

	while (dot > 1 && name.at[dot - 1] != '.')
		dot--;
	bool extension = dot > 1 && name.len - dot <= 4 && !ml_is_digit(name.at[dot]);
	name = ml_span_sub(name, 0, extension ? dot - 1 : name.len);
	return ml_list_has(knowledge, ML_LIST_LICENSE_FILE_NAMES, name) ? NULL : plain_name(arena, name);
}

/* Lower case, words joined by "-"; what is not ASCII cannot stand in an id. */
static char *slug(struct ml_arena *arena, const char *name)
{
	char *id = ml_arena_dup(arena, ml_span_of(name));
	size_t nr = 0;

	for (const char *c = name; *c; c++) {
		bool kept = ml_is_alnum(*c) || *c == '.' || *c == '+';
		if (kept)
			id[nr++] = ml_lower(*c);
		else if (nr && id[nr - 1] != '-')
			id[nr++] = '-';
	}
	while (nr && (id[nr - 1] == '-' || id[nr - 1] == '.'))
		nr--;
	id[nr] = '\0';
	return id;
}

/* An id and a name that no license has yet. */
static void choose_names(struct ml_license *entry, struct ml_arena *arena, const struct ml_knowledge *knowledge, const struct ml_file *file,
			 const char *folder, uint64_t hash)
{
	const char *stem = stem_of(arena, knowledge, file->path), *title = title_of(arena, knowledge, file->text), *what;

	entry->id = slug(arena, stem ? stem : title ? title : "");
	/* A folder's name tells the license from others where the text has no title. */
	if (!*entry->id)
		entry->id = slug(arena, ml_arena_printf(arena, "%s-license", folder));
	entry->name = title ? title : entry->id;
	if (ml_license_shared(knowledge, &(struct ml_license){ .id = entry->id }, &what))
		entry->id = ml_arena_printf(arena, "%s-custom", entry->id);
	if (ml_license_name_is_generic(ml_span_of(entry->name)) ||
	    ml_license_shared(knowledge, &(struct ml_license){ .name = entry->name }, &what))
		entry->name = ml_arena_printf(arena, "%s (%s)", entry->name, entry->id);
	if (ml_license_name_is_generic(ml_span_of(entry->name)))
		entry->name = ml_arena_printf(arena, "%s %08" PRIx32, entry->id, (uint32_t)(hash >> 32));
}

/* The first place of each term in any of the licenses that the text was found to be. */
static size_t terms_of(const struct ml_term_fact **out, const struct ml_license_fact *licenses, size_t nr)
{
	size_t found = 0;

	for (int id = 0; id < ML_TERM_NR; id++) {
		const struct ml_term_fact *first = NULL;
		for (size_t i = 0; i < nr; i++)
			for (size_t k = 0; k < licenses[i].terms_nr; k++)
				if ((int)licenses[i].terms[k].id == id && (!first || !first->where.line))
					first = &licenses[i].terms[k];
		if (first)
			out[found++] = first;
	}
	return found;
}

static void add_points(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_term_fact *const *terms, size_t nr)
{
	unsigned points = 0;
	const char *before = "    osd_failed: [";

	for (size_t i = 0; i < nr; i++)
		if (knowledge->terms[terms[i]->id].contradicts)
			points |= knowledge->terms[terms[i]->id].osd_failed;
	if (!points) {
		ml_buf_adds(out, "    # osd: conforms, fails, disputed or n/a, where that is known\n");
		return;
	}
	ml_buf_adds(out, "    osd: fails\n");
	for (unsigned point = 1; point <= 10; point++)
		if (points & (1u << point)) {
			ml_buf_addf(out, "%s%u", before, point);
			before = ", ";
		}
	ml_buf_adds(out, "]\n");
}

static void add_class(struct ml_buf *out, const struct ml_knowledge *knowledge, const struct ml_term_fact *const *terms, size_t nr)
{
	enum ml_license_class class = ML_CLASS_OTHER;

	for (size_t i = 0; i < nr; i++) {
		if (terms[i]->id == ML_TERM_NONCOMMERCIAL)
			class = ML_CLASS_NONCOMMERCIAL;
		else if (class == ML_CLASS_OTHER && knowledge->terms[terms[i]->id].contradicts)
			class = ML_CLASS_USE_RESTRICTED;
	}
	ml_buf_addf(out, "    class: %s\n", ml_license_class_name(class));
}

static void add_terms(struct ml_buf *out, const struct ml_term_fact *const *terms, size_t nr)
{
	if (nr)
		ml_buf_adds(out, "    terms:\n");
	for (size_t i = 0; i < nr; i++) {
		ml_buf_addf(out, "      - {term: %s", ml_term_name(terms[i]->id));
		if (terms[i]->value) {
			ml_buf_adds(out, ", value: ");
			add_quoted(out, ml_span_of(terms[i]->value));
		}
		if (terms[i]->section) {
			ml_buf_adds(out, ", section: ");
			add_quoted(out, ml_span_of(terms[i]->section));
		}
		ml_buf_addc(out, '}');
		if (terms[i]->where.line)
			ml_buf_addf(out, " # line %u", terms[i]->where.line);
		if (terms[i]->where.end_line > terms[i]->where.line)
			ml_buf_addf(out, "-%u", terms[i]->where.end_line);
		ml_buf_addc(out, '\n');
	}
}

/* The words of the text that a place covers, as a clause of it. */
static void add_clause(struct ml_known_text *text, struct ml_arena *arena, const struct ml_known_words *words, struct ml_span whole,
		       const struct ml_term_fact *term)
{
	struct ml_span place = ml_place_text(arena, &term->where);
	size_t from = 0, to;

	if (!place.len)
		return;
	size_t start = (size_t)(place.at - whole.at);
	while (from < words->words.nr && words->words.at[from].at < start)
		from++;
	for (to = from; to < words->words.nr && words->words.at[to].end <= start + place.len; to++)
		;
	ml_known_clause_add(text, arena, words, ml_term_name(term->id), from, to);
}

static bool is_known(struct ml_buf *out, const struct ml_license_fact *licenses, size_t nr)
{
	if (nr != 1 || licenses[0].match != ML_MATCHED_EXACT || !licenses[0].license)
		return false;
	ml_buf_addf(out, "  # this text is known: %s\n", licenses[0].license->id);
	return true;
}

void license_entry(struct ml_buf *out, struct ml_arena *arena, const struct ml_knowledge *knowledge, const struct ml_tree *tree,
		   const struct ml_license_fact *licenses, size_t nr)
{
	const struct ml_term_fact *terms[ML_TERM_NR];
	struct ml_license entry = { 0 };
	struct ml_known_words words;
	struct ml_known_text text;

	ml_buf_adds(out, "  # ");
	ml_add_path(out, tree->files->path);
	ml_buf_addc(out, '\n');
	if (is_known(out, licenses, nr))
		return;
	ml_known_split(&words, arena, tree->files->text);
	ml_known_text_make(&text, arena, &words);
	if (!text.runs_nr) {
		ml_buf_adds(out, "  # too short to be recognized\n");
		return;
	}
	choose_names(&entry, arena, knowledge, tree->files, tree->name ? tree->name : "", text.hash);
	size_t terms_nr = terms_of(terms, licenses, nr);
	for (size_t i = 0; i < terms_nr; i++)
		add_clause(&text, arena, &words, tree->files->text, terms[i]);
	ml_buf_addf(out, "  - id: %s\n    name: ", entry.id);
	add_quoted(out, ml_span_of(entry.name));
	ml_buf_addc(out, '\n');
	add_class(out, knowledge, terms, terms_nr);
	add_points(out, knowledge, terms, terms_nr);
	add_terms(out, terms, terms_nr);
	ml_buf_adds(out, "    source: ");
	add_quoted(out, ml_span_of(tree->files->path));
	ml_buf_adds(out, " # better: where the text was read, and when\n");
	ml_known_text_write(out, &text, 4);
}
