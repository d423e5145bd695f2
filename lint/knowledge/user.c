#include "lint/knowledge/user_p.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/yaml.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/runs_make.h"

/* The knowledge in the making. */
struct joining {
	struct ml_arena *arena, *scratch;
	const struct ml_knowledge *base;
	struct ml_license *own; /* of all files so far */
	size_t own_nr, own_cap;
	struct ml_known_text **texts;
	size_t texts_nr, texts_cap;
	struct user_releases releases;
	struct ml_error *err;
};

/* What a file may hold; "unnamed" is of its models (lint/knowledge/models.h). */
static const char *const keys[] = { "licenses", "models", "datasets", "unnamed" };

static bool is_key(struct ml_span name)
{
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		if (ml_span_is(name, keys[i]))
			return true;
	return false;
}

/* The known key that begins like it. */
static const char *nearest_key(struct ml_span name)
{
	for (size_t i = 0; name.len && i < sizeof keys / sizeof *keys; i++)
		if (keys[i][0] == ml_lower(name.at[0]))
			return keys[i];
	return keys[0];
}

static int read_yaml(const struct ml_node **out, const struct joining *j, const struct ml_knowledge_file *file)
{
	struct ml_parsed parsed;

	ml_yaml_parse(j->arena, file->text, 1, &parsed);
	if (parsed.fault)
		return ml_error_set(j->err, ML_ERROR_USAGE, "%s:%u:%u: %s", file->path, parsed.line, parsed.column, parsed.message);
	if (parsed.repeated_nr)
		return ml_error_set(j->err, ML_ERROR_USAGE, "%s:%u: repeated key '%.*s'", file->path, parsed.repeated[0].line,
				    ML_SPAN_ARG(parsed.repeated[0].key));
	ml_node_each(child, parsed.root)
		if (!is_key(child->key))
			return ml_error_set(j->err, ML_ERROR_USAGE, "%s:%u: unknown key '%.*s'; did you mean '%s'?", file->path,
					    child->key_line ? child->key_line : child->line, ML_SPAN_ARG(child->key), nearest_key(child->key));
	*out = parsed.root;
	return 0;
}

/* What two licenses may not share, of a new one and those of the files before it. */
static const struct ml_license *shared_with_own(const struct joining *j, const struct ml_license *license, const char **what)
{
	for (size_t i = 0; i < j->own_nr; i++) {
		struct ml_names names;
		struct ml_error ignored = { 0 };
		if (ml_names_make(&names, j->scratch, &j->own[i], 1, &ignored))
			continue;
		struct ml_knowledge one = { .licenses = &j->own[i], .licenses_nr = 1, .names = &names };
		if (ml_license_shared(&one, license, what))
			return &j->own[i];
	}
	return NULL;
}

/* Whether any two of these share something: the names of the first half once for all of the second, then so in each half. */
static bool any_shared(struct ml_arena *scratch, const struct ml_license *licenses, size_t nr)
{
	struct ml_knowledge first = { .licenses = licenses, .licenses_nr = nr / 2 };
	struct ml_names names;
	struct ml_error ignored = { 0 };
	const char *what;

	if (nr < 2)
		return false;
	if (ml_names_make(&names, scratch, licenses, nr / 2, &ignored))
		return true;
	first.names = &names;
	for (size_t i = nr / 2; i < nr; i++)
		if (ml_license_shared(&first, &licenses[i], &what))
			return true;
	ml_arena_reset(scratch);
	return any_shared(scratch, licenses, nr / 2) || any_shared(scratch, licenses + nr / 2, nr - nr / 2);
}

/* The same of all of the files so far and nr more; only where it is true is each held against each, to tell which. */
static bool own_shared(const struct joining *j, const struct ml_license *more, size_t nr)
{
	struct ml_license *all = ml_arena_array(j->arena, struct ml_license, j->own_nr + nr);
	struct ml_arena *scratch = ml_arena_new();
	bool shared;

	if (j->own_nr)
		memcpy(all, j->own, j->own_nr * sizeof *all);
	if (nr)
		memcpy(all + j->own_nr, more, nr * sizeof *all);
	shared = any_shared(scratch, all, j->own_nr + nr);
	ml_arena_free(scratch);
	return shared;
}

static int check_names(const struct joining *j, const struct ml_license *license, bool own, const char *path, uint32_t line)
{
	const char *what = NULL;
	const struct ml_license *other = ml_license_shared(j->base, license, &what);

	if (!other && own)
		other = shared_with_own(j, license, &what);
	if (!other)
		return 0;
	return ml_error_set(j->err, ML_ERROR_USAGE, "%s:%u: '%s' of license '%s' already names license '%s'", path, line, what,
			    license->id, other->id);
}

/* The name of a known text that is word for word that one, or NULL. */
static const char *same_text(const struct joining *j, const struct ml_known_text *text)
{
	struct ml_runs runs;

	for (size_t i = 0; i < j->texts_nr; i++)
		if (j->texts[i]->hash == text->hash && j->texts[i]->words_nr == text->words_nr)
			return j->texts[i]->ids[0];
	if (!ml_runs_open(&runs, j->base->runs))
		return NULL;
	for (size_t i = 0; i < runs.texts_nr; i++)
		if (runs.texts[i].hash == text->hash && runs.texts[i].words == text->words_nr)
			return runs.names + runs.texts[i].name;
	return NULL;
}

static int add_text(struct joining *j, const struct ml_license *license, const char *path, uint32_t line)
{
	struct ml_known_text *text = ml_arena_alloc(j->arena, sizeof *text);
	const char *same;

	*text = *license->text;
	same = same_text(j, text);
	if (same)
		return ml_error_set(j->err, ML_ERROR_USAGE, "%s:%u: the text of license '%s' is word for word that of '%s'", path, line,
				    license->id, same);
	text->ids = ml_arena_array(j->arena, const char *, 1);
	text->ids[text->ids_nr++] = license->id;
	ML_PUSH(j->arena, j->texts, j->texts_nr, j->texts_cap, text);
	return 0;
}

static int add_licenses(struct joining *j, const struct ml_knowledge_file *file, const struct ml_node *root)
{
	const struct ml_node *entry;
	struct ml_license *licenses;
	size_t nr;

	if (ml_licenses_load(&licenses, &nr, j->arena, file->path, root, j->err))
		return -1;
	entry = ml_node_get(root, "licenses")->first;
	bool own = own_shared(j, licenses, nr);
	for (size_t i = 0; i < nr; i++, entry = entry->next) {
		if (check_names(j, &licenses[i], own, file->path, entry->line) ||
		    (licenses[i].text && add_text(j, &licenses[i], file->path, entry->line)))
			return -1;
		ML_PUSH(j->arena, j->own, j->own_nr, j->own_cap, licenses[i]);
	}
	return 0;
}

/* A file of models or data sets need not have licenses too. */
static int add_file(struct joining *j, const struct ml_knowledge_file *file)
{
	const struct ml_node *root = NULL;

	if (read_yaml(&root, j, file))
		return -1;
	bool other = ml_node_get(root, "models") || ml_node_get(root, "datasets");
	if ((!other || ml_node_get(root, "licenses")) && add_licenses(j, file, root))
		return -1;
	return user_models_add(&j->releases, file->path, root) || user_datasets_add(&j->releases, file->path, root) ? -1 : 0;
}

static int check_replaced(const struct joining *j, const struct ml_license *all, size_t nr)
{
	for (size_t i = 0; i < j->own_nr; i++) {
		struct ml_license wanted = { .id = j->own[i].replaced_by };
		if (wanted.id && !bsearch(&wanted, all, nr, sizeof *all, ml_license_cmp))
			return ml_error_set(j->err, ML_ERROR_USAGE, "license '%s' is replaced by '%s', which is not known", j->own[i].id,
					    wanted.id);
	}
	return 0;
}

static int join_licenses(struct ml_knowledge *out, struct joining *j)
{
	size_t nr = j->base->licenses_nr + j->own_nr;
	struct ml_license *all = ml_arena_array(j->arena, struct ml_license, nr);
	struct ml_names *names = ml_arena_alloc(j->arena, sizeof *names);

	for (size_t i = 0; i < j->base->licenses_nr; i++)
		all[i] = *ml_license_at(j->base, i);
	if (j->own_nr)
		memcpy(all + j->base->licenses_nr, j->own, j->own_nr * sizeof *all);
	qsort(all, nr, sizeof *all, ml_license_cmp);
	if (check_replaced(j, all, nr) || ml_names_make(names, j->arena, all, nr, j->err))
		return -1;
	out->licenses = all;
	out->licenses_nr = nr;
	out->licenses_pack = NULL;
	out->names = names;
	return 0;
}

static int join_texts(struct ml_knowledge *out, struct joining *j)
{
	struct ml_run_index *index = ml_arena_alloc(j->arena, sizeof *index);
	struct ml_buf buf;
	int status;

	if (!j->texts_nr)
		return 0;
	ml_buf_init(&buf, ML_RUNS_BYTES_MAX);
	status = ml_runs_make(&buf, j->scratch, j->base->runs, j->texts, j->texts_nr, j->err);
	if (!status) {
		index->bytes = (struct ml_span){ ml_arena_dup(j->arena, ml_buf_span(&buf)), buf.len };
		out->runs = index;
	}
	ml_buf_release(&buf);
	return status;
}

int ml_knowledge_add(struct ml_knowledge *out, struct ml_arena *arena, const struct ml_knowledge *base,
		     const struct ml_knowledge_file *files, size_t files_nr, struct ml_error *err)
{
	struct joining j = { .arena = arena, .scratch = ml_arena_new(), .base = base, .releases = { .arena = arena, .err = err }, .err = err };
	struct ml_knowledge joined = *base;
	int status = -1;

	for (size_t i = 0; i < files_nr; i++)
		if (add_file(&j, &files[i]))
			goto done;
	if (join_licenses(&joined, &j) || join_texts(&joined, &j) || user_releases_join(&joined, &j.releases))
		goto done;
	*out = joined;
	status = 0;
done:
	ml_arena_free(j.scratch);
	return status;
}
