/*
 * Trees that are not on disk: that of a commit, and that of the next one (the index). Both list paths and ids; links lead
 * within the tree alone; texts are blobs, read when they are asked for.
 */
#include "lint/source/tree_p.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/source/git_object.h"
#include "lint/source/git_p.h"

struct lister {
	struct ml_listing *list;
	struct ml_git *git;
	const struct ml_known *known; /* of the index, where it may be asked; else NULL */
	struct ml_path_fact *facts; /* of the index's entries, or NULL */
	struct ml_span prefix;      /* of the scanned folder, with "/" at its end, or empty */
	const char **submodules;    /* their paths: to a link they are folders */
	size_t submodules_nr, submodules_cap;
	bool unsafe;
};

/* A folder that is to be listed. */
struct pending {
	struct ml_span path; /* with "/" at its end, or empty */
	struct ml_id id;
	size_t node;         /* of what the index knows */
	bool listed;         /* false: it only keeps its place among its like */
	bool known;          /* the index has it just so: no object is read */
	struct ml_span bytes; /* once it was read, else absent */
	size_t below;        /* the first of its folders, which lie in the pile in its order */
};

struct pile {
	struct pending *at;
	size_t nr, cap;
	bool full; /* ML_LIMIT_TREES was reached */
};

static void tell_unsafe(struct lister *l)
{
	if (!l->unsafe)
		ml_listing_problem(l->list, NULL, "it names paths that no work tree can hold; they are not read");
	l->unsafe = true;
}

static struct ml_path_fact ask_path(struct lister *l, const char *path)
{
	struct ml_span span = ml_span_of(path);
	struct ml_path_fact fact = { .known = true, .safe = ml_path_safe(span) };
	fact.below = fact.safe && (!l->prefix.len || !strncmp(path, l->prefix.at, l->prefix.len));
	if (fact.below)
		fact.role = (unsigned char)ml_role_in(&l->list->memo, ml_span_sub(span, l->prefix.len, span.len), &fact.outside);
	return fact;
}

static void add_asked(struct lister *l, const struct ml_path_fact *fact, unsigned mode, const char *path, const unsigned char *id)
{
	if (!fact->safe) {
		tell_unsafe(l);
		return;
	}
	if ((mode & ML_MODE_KIND) == ML_MODE_SUBMODULE) {
		path += l->prefix.len;
		if (fact->below)
			ML_PUSH(l->list->arena, l->submodules, l->submodules_nr, l->submodules_cap, path);
		return;
	}
	struct ml_file *file = fact->below ? ml_listing_put(l->list, path + l->prefix.len, (enum ml_role)fact->role, fact->outside)
					   : ml_above_add(l->list, l->prefix, path);
	if (!file)
		return;
	file->tracked = true;
	file->blob = id;
	if ((mode & ML_MODE_KIND) == ML_MODE_LINK)
		file->state = ML_FILE_LINK; /* until it is followed */
}

static void add_entry(struct lister *l, unsigned mode, const char *path, const unsigned char *id)
{
	struct ml_path_fact fact = ask_path(l, path);
	add_asked(l, &fact, mode, path, id);
}

/* An entry of the index: HEAD mostly has it too, so that its path is asked once for both. */
static void add_indexed(struct lister *l, const struct ml_index *index, size_t i)
{
	const struct ml_index_entry *entry = &index->entries[i];
	struct ml_path_fact other = { .known = false }, *fact = l->facts ? &l->facts[i] : &other;
	if (!fact->known)
		*fact = ask_path(l, entry->path);
	add_asked(l, fact, entry->mode, entry->path, entry->id);
}

static const char *join(struct ml_arena *arena, struct ml_span folder, struct ml_span name, bool slash)
{
	char *path = ml_arena_alloc(arena, folder.len + name.len + slash + 1);
	if (folder.len)
		memcpy(path, folder.at, folder.len);
	memcpy(path + folder.len, name.at, name.len);
	if (slash)
		path[folder.len + name.len] = '/';
	return path;
}

/* Whether the scanned folder lies below the folder, or the folder in it. */
static bool on_the_way(const struct lister *l, struct ml_span folder)
{
	size_t len = folder.len < l->prefix.len ? folder.len : l->prefix.len;
	return !len || !memcmp(folder.at, l->prefix.at, len);
}

/* The folder as the index has it: no object is read. */
static void add_known(struct lister *l, struct ml_span path)
{
	const struct ml_index *index = l->known->index;
	const char *from = ml_arena_dup(l->list->arena, path);
	for (size_t i = ml_index_bound(index, from); i < index->entries_nr && !l->list->full; i++) {
		if (strncmp(index->entries[i].path, from, path.len) != 0)
			break;
		if (!index->entries[i].later)
			add_indexed(l, index, i);
	}
}

static void add_folder(struct lister *l, struct pile *pile, struct ml_span path, const unsigned char *id, size_t node, bool listed)
{
	struct pending below = { .path = path, .node = node };
	if (pile->nr == ML_LIMIT_TREES) {
		if (!pile->full)
			ml_listing_problem(l->list, NULL, "it has more folders than are listed");
		pile->full = true;
		return;
	}
	memcpy(below.id.at, id, ML_ID_BYTES);
	below.listed = listed && on_the_way(l, path);
	below.known = below.listed && l->known && ml_known_same(l->known, node, &below.id);
	ML_PUSH(l->list->arena, pile->at, pile->nr, pile->cap, below);
}

/* The bytes of a folder, kept until all files are counted. */
static int read_folder(struct lister *l, struct pile *pile, struct pending *folder, size_t *files_nr, struct ml_error *err)
{
	struct ml_span rest;
	struct ml_tree_entry entry;
	int more = 0;
	if (ml_store_read(l->git->store, &folder->bytes, l->list->arena, &folder->id, ML_OBJECT_TREE, err) < 0)
		return -1;
	rest = folder->bytes;
	folder->below = pile->nr;
	while ((more = ml_tree_entry_next(&rest, &entry)) > 0) {
		const unsigned char *id = (const unsigned char *)entry.name.at + entry.name.len + 1;
		size_t len = folder->path.len + entry.name.len;
		if ((entry.mode & ML_MODE_KIND) != ML_MODE_FOLDER) {
			++*files_nr;
			continue;
		}
		bool safe = len + 1 < PATH_MAX && ml_path_safe(entry.name);
		struct ml_span path = { "", 0 };
		if (safe)
			path = (struct ml_span){ join(l->list->arena, folder->path, entry.name, true), len + 1 };
		else
			tell_unsafe(l);
		add_folder(l, pile, path, id, l->known ? ml_known_below(l->known, folder->node, entry.name) : ML_KNOWN_NONE, safe);
	}
	return more < 0 ? ml_error_set(err, ML_ERROR_UNJUDGED, "a tree of git's is broken") : 0;
}

/* A folder on the way down: what is left of its entries, and the next of its folders. */
struct step {
	struct ml_span folder, rest;
	size_t below;
};

struct steps {
	struct step *at;
	size_t nr, cap;
};

static void go_into(struct lister *l, struct steps *way, const struct pending *folder)
{
	if (folder && folder->known) {
		add_known(l, folder->path);
	} else if (folder && folder->bytes.at) {
		struct step step = { folder->path, folder->bytes, folder->below };
		ML_PUSH(l->list->arena, way->at, way->nr, way->cap, step);
	}
}

/* Files in the order of git's trees, which is that of their paths. */
static void add_files(struct lister *l, const struct pile *pile, const struct pending *root)
{
	struct steps way = { 0 };
	struct ml_tree_entry entry;
	go_into(l, &way, root);
	while (way.nr && !l->list->full) {
		struct step *step = &way.at[way.nr - 1];
		if (ml_tree_entry_next(&step->rest, &entry) <= 0)
			way.nr--;
		else if ((entry.mode & ML_MODE_KIND) == ML_MODE_FOLDER)
			go_into(l, &way, step->below < pile->nr ? &pile->at[step->below++] : NULL);
		else
			add_entry(l, entry.mode, join(l->list->arena, step->folder, entry.name, false),
				  (const unsigned char *)entry.name.at + entry.name.len + 1);
	}
}

/* The pile grows while it is read: all folders are read, and their files counted, before the first is listed. */
static int list_folders(struct lister *l, struct pile *pile, struct ml_error *err)
{
	size_t files_nr = 0, roots_nr = pile->nr;
	for (size_t i = 0; i < pile->nr && files_nr <= ML_LIMIT_FILES; i++) {
		struct pending folder = pile->at[i];
		if (!folder.listed || folder.known)
			continue;
		if (read_folder(l, pile, &folder, &files_nr, err) < 0)
			return -1;
		pile->at[i] = folder;
	}
	if (files_nr > ML_LIMIT_FILES)
		ml_listing_problem(l->list, NULL, "it has more files than are listed");
	ml_listing_reserve(l->list, files_nr);
	for (size_t i = 0; i < roots_nr && !l->list->full; i++)
		add_files(l, pile, &pile->at[i]);
	return 0;
}

static struct lister lister_of(struct ml_listing *list, struct ml_git *git, const char *prefix)
{
	return (struct lister){ .list = list, .git = git, .prefix = ml_span_of(prefix) };
}

/* Whether a file or submodule lies below path, as in a check-out. */
static bool is_folder(const struct lister *l, const struct ml_tree *tree, const char *path)
{
	size_t len = strlen(path), low = 0, high = tree->files_nr;
	for (size_t i = 0; i < l->submodules_nr; i++)
		if (!strncmp(l->submodules[i], path, len) && (!l->submodules[i][len] || l->submodules[i][len] == '/'))
			return true;
	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *file = tree->files[middle].path;
		int order = strncmp(file, path, len);
		if (!order)
			order = (unsigned char)file[len] - '/';
		if (!order)
			return true;
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return false;
}

/* Words of a link, applied to the link's folder: a file of the tree, or NULL with *problem (NULL: a folder). */
static struct ml_file *follow(struct lister *l, const struct ml_tree *tree, const struct ml_file *file, struct ml_span words,
			      const char **problem)
{
	char target[PATH_MAX] = "";
	const char *slash = strrchr(file->path, '/');
	struct ml_span parent = { file->path, slash ? (size_t)(slash - file->path) : 0 };
	*problem = "is a link that leads out of the scanned folder";
	if (!words.len || words.at[0] == '/' || (parent.len && !ml_link_apply(target, sizeof target, parent)))
		return NULL;
	if (!ml_link_apply(target, sizeof target, words))
		return NULL;
	struct ml_file *found = ml_tree_find(tree, target);
	if (!ml_path_safe(ml_span_of(target)))
		*problem = "is a link into .git";
	else if (found && (found->state == ML_FILE_LINK || found->linked))
		*problem = "is a link to a link";
	else if (found)
		return found;
	else
		*problem = is_folder(l, tree, target) ? NULL : "is a link to nothing that could be read";
	return NULL;
}

void ml_blob_look(struct ml_arena *arena, struct ml_git *git, struct ml_file *file)
{
	enum ml_object kind;
	struct ml_error err = { 0 };
	struct ml_id id;
	memcpy(id.at, file->blob, ML_ID_BYTES);
	if (ml_store_look(git->store, &id, &kind, &file->size, &err) < 0) {
		file->state = ML_FILE_FAILED;
		file->problem = ml_arena_printf(arena, "cannot be read: %s", err.text);
	}
}

static void look(struct lister *l, struct ml_file *file)
{
	ml_blob_look(l->list->arena, l->git, file);
}

/* false: a link to a folder, which is no file. */
static bool look_link(struct lister *l, const struct ml_tree *tree, struct ml_file *file)
{
	struct ml_span words;
	struct ml_id id;
	enum ml_object kind;
	memcpy(id.at, file->blob, ML_ID_BYTES);
	file->problem = "is a link that cannot be read";
	if (ml_store_look(l->git->store, &id, &kind, &file->size, NULL) < 0 || file->size >= PATH_MAX ||
	    ml_store_read(l->git->store, &words, l->list->arena, &id, ML_OBJECT_BLOB, NULL) < 0)
		return true;
	const struct ml_file *target = follow(l, tree, file, words, &file->problem);
	if (!target)
		return file->problem != NULL;
	file->blob = target->blob;
	file->linked = true;
	file->problem = NULL;
	file->state = ML_FILE_UNREAD;
	look(l, file);
	return true;
}

/* Sizes and links of the files with a role. Links first: a link that is followed is still a link to the next. */
static void finish(struct lister *l, struct ml_tree *tree)
{
	bool *gone = NULL;
	size_t kept = 0;
	for (size_t i = 0; i < tree->files_nr; i++) {
		struct ml_file *file = &tree->files[i];
		if (file->role == ML_ROLE_NONE && file->state == ML_FILE_LINK) {
			file->linked = true;
			file->state = ML_FILE_UNREAD;
		}
		if (file->role == ML_ROLE_NONE || file->state == ML_FILE_FAILED)
			continue;
		if (file->state != ML_FILE_LINK) {
			if (file->role != ML_ROLE_CODE)
				look(l, file);
		} else if (!look_link(l, tree, file)) {
			gone = gone ? gone : ml_arena_array(l->list->arena, bool, tree->files_nr);
			gone[i] = true;
		}
	}
	if (!gone)
		return;
	for (size_t i = 0; i < tree->files_nr; i++)
		if (!gone[i])
			tree->files[kept++] = tree->files[i];
	tree->files_nr = kept;
}

static void take_list(struct lister *l, struct ml_tree *tree)
{
	ml_above_settle(l->list);
	ml_listing_sort(l->list);
	tree->files = l->list->files;
	tree->files_nr = l->list->files_nr;
	finish(l, tree);
	l->list->files_nr = tree->files_nr;
}

/* Its entries may be folders, which only trees can tell apart. */
static bool sparse(const struct ml_index *index)
{
	for (size_t i = 0; i < index->entries_nr; i++)
		if ((index->entries[i].mode & ML_MODE_KIND) == ML_MODE_FOLDER)
			return true;
	return false;
}

int ml_list_commit(struct ml_listing *list, struct ml_git *git, const char *revision, bool known, struct ml_tree *tree,
		   struct ml_error *err)
{
	struct lister l = lister_of(list, git, git->place.prefix);
	struct pile pile = { 0 };
	struct ml_id commit, root;
	char hex[ML_ID_HEX + 1];
	if (ml_git_find_commit(&commit, git, revision, err) < 0)
		return -1;
	if (ml_git_root_of(&root, git, &commit, err) < 0)
		goto failed;
	if (known && git->place.top && ml_git_index(git, NULL) && !sparse(git->index)) {
		l.known = ml_git_known(git);
		l.facts = git->facts;
		ml_listing_reserve(list, git->index->entries_nr);
	}
	add_folder(&l, &pile, (struct ml_span){ "", 0 }, root.at, 0, true);
	if (list_folders(&l, &pile, err) < 0)
		goto failed;
	ml_id_hex(hex, &commit);
	tree->kind = ML_SOURCE_COMMIT;
	tree->revision = ml_arena_dup(list->arena, ml_span_of(hex));
	take_list(&l, tree);
	return 0;
failed:
	return ml_error_prefix(err, "in revision '%s'", revision);
}

/* Files of the next commit; what a merge left undecided cannot be judged. */
static void add_staged(struct lister *l, struct pile *pile, const struct ml_index *index, size_t i)
{
	const struct ml_index_entry *entry = &index->entries[i];
	if (entry->later)
		return;
	if ((entry->mode & ML_MODE_KIND) == ML_MODE_FOLDER) { /* of a sparse index */
		struct ml_span path = ml_span_of(entry->path);
		if (path.len > 1 && path.len < PATH_MAX && ml_path_safe(ml_span_sub(path, 0, path.len - 1)))
			add_folder(l, pile, path, entry->id, ML_KNOWN_NONE, true);
		return;
	}
	size_t before = l->list->files_nr;
	add_indexed(l, index, i);
	if (entry->conflict && l->list->files_nr > before) {
		struct ml_file *file = &l->list->files[before];
		file->state = ML_FILE_FAILED;
		file->problem = "is in conflict: the merge has not decided what it holds";
	}
}

int ml_list_index(struct ml_listing *list, struct ml_git *git, struct ml_tree *tree, struct ml_error *err)
{
	struct lister l = lister_of(list, git, git->place.prefix);
	struct pile pile = { 0 };
	const struct ml_index *index;
	if (!git->place.top)
		return ml_error_set(err, ML_ERROR_USAGE, "'%s' is a bare repository and has no index", git->place.git);
	if (!ml_git_objects(git, err) || !(index = ml_git_index(git, err)))
		goto failed;
	if (!git->facts)
		git->facts = ml_arena_array(git->arena, struct ml_path_fact, index->entries_nr);
	l.facts = git->facts;
	ml_listing_reserve(list, index->entries_nr);
	for (size_t i = 0; i < index->entries_nr && !list->full; i++)
		add_staged(&l, &pile, index, i);
	if (list_folders(&l, &pile, err) < 0)
		goto failed;
	tree->kind = ML_SOURCE_INDEX;
	tree->revision = NULL;
	take_list(&l, tree);
	return 0;
failed:
	return ml_error_prefix(err, "in the repository '%s'", git->place.top);
}

int ml_blob_read(struct ml_span *out, struct ml_arena *arena, struct ml_git *git, const struct ml_file *file, size_t limit,
		 bool *more, struct ml_error *err)
{
	struct ml_id id;
	memcpy(id.at, file->blob, ML_ID_BYTES);
	if (ml_store_read(git->store, out, arena, &id, ML_OBJECT_BLOB, err) < 0)
		return -1;
	*more = out->len > limit;
	*out = ml_span_sub(*out, 0, limit);
	return 0;
}

/* The next file that counts for sameness; *code is set where code was passed. */
static const struct ml_file *next_judged(const struct ml_tree *tree, size_t *at, bool *code)
{
	for (; *at < tree->files_nr; ++*at) {
		const struct ml_file *file = &tree->files[*at];
		*code |= file->role == ML_ROLE_CODE && !file->outside;
		if (file->role != ML_ROLE_NONE && file->role != ML_ROLE_CODE && !file->outside)
			return &tree->files[(*at)++];
	}
	return NULL;
}

bool ml_tree_same(const struct ml_tree *a, const struct ml_tree *b)
{
	size_t i = 0, j = 0;
	bool code_a = false, code_b = false;
	for (;;) {
		const struct ml_file *x = next_judged(a, &i, &code_a), *y = next_judged(b, &j, &code_b);
		if (!x || !y)
			return !x && !y && code_a == code_b;
		if (!x->blob || !y->blob || strcmp(x->path, y->path) != 0 || x->state != y->state ||
		    memcmp(x->blob, y->blob, ML_ID_BYTES) != 0)
			return false;
	}
}
