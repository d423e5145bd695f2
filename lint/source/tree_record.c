#include "lint/source/tree_p.h"

#include <string.h>

#include "lint/base/json.h"
#include "lint/base/limits.h"

static int refuse(struct ml_error *err, const struct ml_node *at, const char *what)
{
	return ml_error_set(err, ML_ERROR_UNJUDGED, "is no record: %s (column %u)", what, at ? (unsigned)at->column : 1);
}

/* Its text stands in the record. */
static void take_file(struct ml_listing *list, const struct ml_node *entry, uint64_t *left)
{
	struct ml_file *file = ml_listing_add(list, ml_arena_dup(list->arena, entry->key));
	if (!file)
		return;
	size_t most = *left < ML_LIMIT_FILE_BYTES ? (size_t)*left : ML_LIMIT_FILE_BYTES;
	file->size = entry->text.len;
	file->bytes = ml_span_sub(entry->text, 0, most);
	file->state = ML_FILE_READ;
	if (file->bytes.len < file->size) {
		file->state = ML_FILE_TOO_LARGE;
		file->problem = "is not read whole: it is larger than what is read";
	}
	*left -= file->bytes.len;
	ml_file_take_text(list->arena, file);
}

static bool says_by_text(enum ml_role role)
{
	return role == ML_ROLE_LICENSE || role == ML_ROLE_NOTICE || role == ML_ROLE_CARD || role == ML_ROLE_TRANSLATION;
}

static bool read_size(struct ml_span digits, uint64_t *out)
{
	uint64_t value = 0;
	for (size_t i = 0; i < digits.len; i++) {
		if (!ml_is_digit(digits.at[i]) || i == 18)
			return false;
		value = value * 10 + (uint64_t)(digits.at[i] - '0');
	}
	*out = value;
	return digits.len > 0;
}

/* Its text stands elsewhere, as with a pointer. */
static int take_size(struct ml_listing *list, const struct ml_node *files, const struct ml_node *entry, struct ml_error *err)
{
	const char *path = ml_arena_dup(list->arena, entry->key);
	uint64_t size;
	if (entry->kind != ML_NODE_SCALAR || entry->quoted || !read_size(entry->text, &size))
		return refuse(err, entry, "a size is no whole number of bytes");
	if (ml_node_get(files, path))
		return 0;
	struct ml_file *file = ml_listing_add(list, path);
	if (!file)
		return 0;
	file->size = size;
	file->state = file->role == ML_ROLE_WEIGHTS ? ML_FILE_POINTER : ML_FILE_UNREAD;
	if (says_by_text(file->role) && !file->outside) {
		file->state = ML_FILE_FAILED;
		file->problem = "its text is not in the record";
	}
	return 0;
}

static bool is_safe(struct ml_listing *list, const struct ml_node *entry)
{
	if (ml_path_safe(entry->key))
		return true;
	ml_listing_problem(list, ml_arena_dup(list->arena, entry->key), "is a path that no repository can hold");
	return false;
}

static int take_files(struct ml_listing *list, const struct ml_node *root, struct ml_error *err)
{
	const struct ml_node *files = ml_node_get(root, "files"), *sizes = ml_node_get(root, "sizes");
	uint64_t left = ML_LIMIT_READ_BYTES;
	if (!files || files->kind != ML_NODE_MAP)
		return refuse(err, files ? files : root, "\"files\" is no object of paths and texts");
	if (sizes && sizes->kind != ML_NODE_MAP && sizes->kind != ML_NODE_NULL)
		return refuse(err, sizes, "\"sizes\" is no object of paths and numbers");
	ml_node_each(entry, files) {
		if (entry->kind != ML_NODE_SCALAR || !entry->quoted)
			return refuse(err, entry, "a file is no text");
		if (is_safe(list, entry))
			take_file(list, entry, &left);
	}
	ml_node_each(entry, sizes)
		if (is_safe(list, entry) && take_size(list, files, entry, err) < 0)
			return -1;
	return 0;
}

/* "org/name", as the Hub and git's hosts have it. */
static void take_id(struct ml_tree *tree, struct ml_arena *arena, const char *id)
{
	const char *slash = strchr(id, '/');
	tree->id = tree->name = id;
	if (slash && slash > id)
		tree->owner = ml_arena_dup(arena, (struct ml_span){ id, (size_t)(slash - id) });
}

int ml_tree_of_record(struct ml_tree **out, const char **id, struct ml_arena *arena, struct ml_span line, struct ml_error *err)
{
	struct ml_parsed parsed;
	struct ml_listing list = { .arena = arena };
	*id = NULL;
	ml_json_parse(arena, line, &parsed);
	if (parsed.fault)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "is no JSON: %s (column %u)", parsed.message, (unsigned)parsed.column);
	struct ml_span name = ml_node_get_text(parsed.root, "id");
	if (!parsed.root || parsed.root->kind != ML_NODE_MAP)
		return refuse(err, parsed.root, "not an object");
	if (!name.len || !ml_node_get(parsed.root, "id")->quoted)
		return refuse(err, parsed.root, "it has no \"id\"");
	*id = ml_arena_dup(arena, name);
	struct ml_tree *tree = ml_arena_alloc(arena, sizeof *tree);
	*tree = (struct ml_tree){ .kind = ML_SOURCE_RECORD };
	take_id(tree, arena, *id);
	if (take_files(&list, parsed.root, err) < 0)
		return -1;
	ml_listing_sort(&list);
	tree->files = list.files;
	tree->files_nr = list.files_nr;
	tree->problems = list.problems;
	tree->problems_nr = list.problems_nr;
	*out = tree;
	return 0;
}
