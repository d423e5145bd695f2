#include "lint/knowledge/claims.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/claims_p.h"

static const char *const kind_names[ML_CLAIM_NR] = {
	"open-source", "fully-open", "open-weights", "open-access", "osi-approved", "permissive", "commercial-use",
};
static const char *const subject_names[ML_SUBJECT_NR] = { "project", "model", "weights", "code", "data" };
static const char *const stance_names[ML_STANCE_NR] = { "own", "conditional", "negated", "future", "upstream", "other" };
static const char *const step_names[ML_STEP_NR] = {
	"field", "name", "quoted", "negated", "reported", "future", "past", "upstream", "others", "own", "news", "tagline", "motto", "heading", "listing", "channel", "introduced",
};
static const char *const form_names[ML_FORM_NR] = { "base", "participle", "gerund", "third", "verb", "adjective", "noun", "available" };
static const char *const class_names[ML_CLASS_ID_NR] = {
#define X(id, name) name,
	ML_CLASSES(X)
#undef X
};

const char *ml_claim_kind_name(enum ml_claim_kind kind)
{
	return kind_names[kind];
}

const char *ml_subject_name(enum ml_subject subject)
{
	return subject_names[subject];
}

const char *ml_stance_name(enum ml_stance stance)
{
	return stance_names[stance];
}

const char *ml_claim_step_name(enum ml_claim_step step)
{
	return step_names[step];
}

/* Index of name in names, or nr. */
static size_t name_index(const char *const *names, size_t nr, struct ml_span name)
{
	size_t i = 0;

	while (i < nr && !ml_span_is(name, names[i]))
		i++;
	return i;
}

unsigned ml_claim_kind_of(struct ml_span name)
{
	return (unsigned)name_index(kind_names, ML_CLAIM_NR, name);
}

unsigned ml_claim_form_of(struct ml_span name)
{
	return (unsigned)name_index(form_names, ML_FORM_NR, name);
}

int ml_claims_fault(struct ml_claims_load *load, const struct ml_node *node, const char *what, struct ml_span which)
{
	return ml_error_set(load->err, ML_ERROR_USAGE, "%s:%u: %s '%.*s'", load->path, node ? node->line : 1, what,
			    ML_SPAN_ARG(which));
}

unsigned ml_claims_class_add(struct ml_claims_load *load, struct ml_span name)
{
	size_t id = name_index(load->classes, load->classes_nr, name);

	if (id < load->classes_nr)
		return (unsigned)id;
	if (id == ML_CLASSES_MAX)
		return ML_CLASSES_MAX;
	load->classes[load->classes_nr++] = ml_arena_dup(load->arena, name);
	return (unsigned)id;
}

unsigned ml_claims_class(const struct ml_claims_load *load, struct ml_span name)
{
	size_t id = name_index(load->classes, load->classes_nr, name);

	return id < load->classes_nr ? (unsigned)id : ML_CLASSES_MAX;
}

/* There are some hundreds, asked for when the tables are made. */
uint16_t ml_claims_class_set(struct ml_claims_load *load, const struct ml_classes *classes)
{
	size_t i = 0;

	while (i < load->class_sets_nr && memcmp(&load->class_sets[i], classes, sizeof *classes) != 0)
		i++;
	if (i == load->class_sets_nr)
		ML_PUSH(load->arena, load->class_sets, load->class_sets_nr, load->class_sets_cap, *classes);
	return (uint16_t)i;
}

#define LETTERS_MAX (1u << 20)

uint32_t ml_claims_letters(struct ml_claims_load *load, struct ml_span text)
{
	uint32_t offset = (uint32_t)load->letters.len;

	ml_buf_add_span(&load->letters, text);
	ml_buf_addc(&load->letters, '\0');
	return load->letters.full ? 0 : offset; /* what is full fails to load, and is read until then */
}

static int text_order(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *const *strings_load(struct ml_claims_load *load, const struct ml_node *list, size_t *nr)
{
	const char **out = ml_arena_array(load->arena, const char *, list ? list->nr : 0);

	*nr = 0;
	ml_node_each(entry, list)
		out[(*nr)++] = ml_arena_dup(load->arena, ml_node_text(entry));
	if (*nr)
		qsort(out, *nr, sizeof *out, text_order);
	return out;
}

/* Marks of all languages, as they are met. */
struct marks {
	struct ml_claim_mark *at;
	size_t nr, cap;
};

static int mark_order(const void *a, const void *b)
{
	return strcmp(((const struct ml_claim_mark *)a)->text, ((const struct ml_claim_mark *)b)->text);
}

static int marks_load(struct ml_claims_load *load, struct marks *marks, struct ml_claim_language *language, size_t number,
		      const struct ml_node *root)
{
	if (number >= ML_CLAIM_LANGUAGES_MAX)
		return ml_claims_fault(load, root, "too many languages with", ml_span_of(load->path));
	ml_node_each(entry, ml_node_get(root, "marks")) {
		struct ml_claim_mark mark = { ml_arena_dup(load->arena, ml_node_text(entry)), UINT32_C(1) << number };
		ML_PUSH(load->arena, marks->at, marks->nr, marks->cap, mark);
		language->marks_nr++;
	}
	return 0;
}

/* A mark of several languages becomes one. */
static void marks_merge(struct marks *marks)
{
	size_t kept = 0;

	if (marks->nr)
		qsort(marks->at, marks->nr, sizeof *marks->at, mark_order);
	for (size_t i = 0; i < marks->nr; i++) {
		if (kept && strcmp(marks->at[kept - 1].text, marks->at[i].text) == 0)
			marks->at[kept - 1].languages |= marks->at[i].languages;
		else
			marks->at[kept++] = marks->at[i];
	}
	marks->nr = kept;
}

/* Where the marks begin that start with each byte. */
static const uint16_t *heads_of(struct ml_arena *arena, const struct marks *marks)
{
	uint16_t *heads = ml_arena_array(arena, uint16_t, ML_CLAIM_HEADS);
	size_t i = 0;

	for (unsigned byte = 0; byte < ML_CLAIM_HEADS; byte++) {
		while (i < marks->nr && (unsigned char)*marks->at[i].text < byte)
			i++;
		heads[byte] = (uint16_t)i;
	}
	return heads;
}

/* "all", a list of claims, or (absent) those about openness: not permissive and commercial-use, whose words mean other things. */
static int kinds_load(struct ml_claims_load *load, uint16_t *out, const struct ml_node *node)
{
	*out = (1u << ML_CLAIM_PERMISSIVE) - 1;
	if (!node)
		return 0;
	if (ml_span_is(ml_node_text(node), "all")) {
		*out = (1u << ML_CLAIM_NR) - 1;
		return 0;
	}
	*out = 0;
	ml_node_each(entry, node) {
		unsigned kind = ml_claim_kind_of(ml_node_text(entry));
		if (kind == ML_CLAIM_NR)
			return ml_claims_fault(load, entry, "unknown claim", ml_node_text(entry));
		*out |= (uint16_t)(1u << kind);
	}
	return 0;
}

struct rows {
	struct ml_claim_row *at;
	size_t nr, cap;
};

static int row_load(struct ml_claims_load *load, struct rows *rows, const struct ml_node *node)
{
	struct ml_claim_row row = { 0 };
	struct ml_span step = ml_node_get_text(node, "step"), stance = ml_node_get_text(node, "stance");
	size_t which = name_index(step_names, ML_STEP_NR, step), of = name_index(stance_names, ML_STANCE_NR, stance);

	if (which == ML_STEP_NR)
		return ml_claims_fault(load, node, "unknown step", step);
	if (of == ML_STANCE_NR)
		return ml_claims_fault(load, node, "unknown stance", stance);
	row.step = (uint8_t)which;
	row.stance = (uint8_t)of;
	if (kinds_load(load, &row.kinds, ml_node_get(node, "claims")))
		return -1;
	ml_node_each(pattern, ml_node_get(node, "match")) {
		struct ml_claim_row one = row;
		if (ml_claims_pattern(load, &one, pattern))
			return -1;
		ML_PUSH(load->arena, rows->at, rows->nr, rows->cap, one);
	}
	return 0;
}

/* Orders rows by step, keeping the order of the file within one. */
static void rows_order(struct ml_claims_load *load, struct ml_claim_language *language, const struct rows *rows)
{
	struct ml_claim_row *out = ml_arena_array(load->arena, struct ml_claim_row, rows->nr);
	size_t to = 0;

	for (unsigned step = 0; step < ML_STEP_NR; step++) {
		language->steps[step] = (uint16_t)to;
		for (size_t i = 0; i < rows->nr; i++)
			if (rows->at[i].step == step)
				out[to++] = rows->at[i];
	}
	language->steps[ML_STEP_NR] = (uint16_t)to;
	language->rows = out;
	language->rows_nr = to;
}

static int keys_check(struct ml_claims_load *load, const struct ml_node *root)
{
	static const char *const known[] = { "language", "inherits", "borrows", "script", "source", "marks", "triggers", "phrases", "words", "sets", "rows" };

	ml_node_each(entry, root)
		if (name_index(known, sizeof known / sizeof *known, entry->key) == sizeof known / sizeof *known)
			return ml_claims_fault(load, entry, "unknown key", entry->key);
	if (ml_node_get_text(root, "source").len == 0)
		return ml_claims_fault(load, root, "missing key", ml_span_of("source"));
	if (ml_node_get_text(root, "language").len == 0)
		return ml_claims_fault(load, root, "missing key", ml_span_of("language"));
	if (ml_node_get_text(root, "script").len == 0)
		return ml_claims_fault(load, root, "missing key", ml_span_of("script"));
	return 0;
}

static int language_load(struct ml_claims_load *load, struct ml_claim_language *language, const struct ml_node *root)
{
	struct ml_span inherits = ml_node_get_text(root, "inherits");

	if (keys_check(load, root))
		return -1;
	language->id = ml_arena_dup(load->arena, ml_node_get_text(root, "language"));
	if (!inherits.at)
		inherits = ml_node_get_text(root, "borrows");
	language->inherits = inherits.at ? ml_arena_dup(load->arena, inherits) : NULL;
	language->borrows = ml_node_get(root, "borrows") != NULL;
	language->script = ml_arena_dup(load->arena, ml_node_get_text(root, "script"));
	return ml_claims_lexemes(load, language, root);
}

static int rows_load(struct ml_claims_load *load, struct ml_claim_language *language, const struct ml_node *root)
{
	struct rows rows = { 0 };

	load->sets = ml_node_get(root, "sets");
	ml_node_each(row, ml_node_get(root, "rows"))
		if (row_load(load, &rows, row))
			return -1;
	if (rows.nr > UINT16_MAX || load->slots_nr > UINT16_MAX || load->words_nr > UINT16_MAX)
		return ml_claims_fault(load, root, "too many rows in", ml_span_of(load->path));
	rows_order(load, language, &rows);
	return 0;
}

static int triggers_load(struct ml_claims_load *load, struct ml_claims_knowledge *out, const struct ml_claims_file *files, size_t nr)
{
	const char **all = NULL;
	size_t all_nr = 0, cap = 0;

	for (size_t i = 0; i < nr; i++) {
		size_t some_nr;
		const char *const *some = strings_load(load, ml_node_get(files[i].root, "triggers"), &some_nr);
		for (size_t t = 0; t < some_nr; t++) {
			if (strlen(some[t]) < 2)
				return ml_error_set(load->err, ML_ERROR_USAGE, "%s: trigger '%s' is too short", files[i].path, some[t]);
			if (name_index(all, all_nr, ml_span_of(some[t])) == all_nr)
				ML_PUSH(load->arena, all, all_nr, cap, some[t]);
		}
	}
	out->triggers = all;
	out->triggers_nr = all_nr;
	return 0;
}

/* Rows come after the words of all files, for they ask for each other's classes. */
static int files_load(struct ml_claims_load *load, struct ml_claims_knowledge *out, struct ml_claim_language *languages,
		      const struct ml_claims_file *files, size_t files_nr)
{
	struct marks marks = { 0 };

	for (size_t i = 0; i < files_nr; i++) {
		load->path = files[i].path;
		if (language_load(load, &languages[i], files[i].root) || marks_load(load, &marks, &languages[i], i, files[i].root))
			return -1;
	}
	marks_merge(&marks);
	out->marks = marks.at;
	out->mark_heads = heads_of(load->arena, &marks);
	for (size_t i = 0; i < files_nr; i++) {
		load->path = files[i].path;
		if (rows_load(load, &languages[i], files[i].root))
			return -1;
	}
	return triggers_load(load, out, files, files_nr);
}

static void tables_keep(struct ml_claims_load *load, struct ml_claims_knowledge *out, struct ml_claim_language *languages, size_t nr)
{
	out->letters = ml_arena_dup(load->arena, ml_buf_span(&load->letters));
	out->letters_nr = load->letters.len;
	out->class_sets = load->class_sets;
	out->class_sets_nr = load->class_sets_nr;
	out->words = load->words;
	out->words_nr = load->words_nr;
	out->slots = load->slots;
	out->slots_nr = load->slots_nr;
	out->classes = load->classes;
	out->classes_nr = load->classes_nr;
	out->languages = languages;
	out->languages_nr = nr;
	for (size_t i = 0; i < nr; i++) {
		languages[i].letters = out->letters;
		languages[i].class_sets = out->class_sets;
	}
}

int ml_claims_load(struct ml_claims_knowledge *out, struct ml_arena *arena, const struct ml_claims_file *files, size_t files_nr,
		   struct ml_error *err)
{
	struct ml_claims_load load = { .arena = arena, .err = err };
	struct ml_claim_language *languages = ml_arena_array(arena, struct ml_claim_language, files_nr);

	load.classes = ml_arena_array(arena, const char *, ML_CLASSES_MAX);
	memcpy(load.classes, class_names, sizeof class_names);
	load.classes_nr = ML_CLASS_ID_NR;
	ml_buf_init(&load.letters, LETTERS_MAX);
	int status = files_load(&load, out, languages, files, files_nr);
	if (!status && load.letters.full)
		status = ml_error_set(err, ML_ERROR_USAGE, "claims: more than %u bytes of words", LETTERS_MAX);
	if (!status)
		tables_keep(&load, out, languages, files_nr);
	ml_buf_release(&load.letters);
	return status;
}
