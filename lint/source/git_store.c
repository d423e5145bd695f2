#include "lint/source/git_store.h"

#include <dirent.h>
#include <fcntl.h>
#include <git2.h>
#include <git2/sys/alloc.h>
#include <git2/sys/odb_backend.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"
#include "lint/source/tree_p.h"

struct ml_store {
	struct ml_arena *arena;
	git_odb *odb;
	const char **folders; /* of objects: the repository's own and its alternates, each once */
	size_t folders_nr, folders_cap;
	bool started;         /* libgit2 was */
};

static int fail(struct ml_error *err, const char *what, const struct ml_id *id)
{
	char hex[ML_ID_HEX + 1];
	ml_id_hex(hex, id);
	return ml_error_set(err, ML_ERROR_UNJUDGED, "the object %s %s", hex, what);
}

static bool known(const struct ml_store *store, const char *folder)
{
	for (size_t i = 0; i < store->folders_nr; i++)
		if (strcmp(store->folders[i], folder) == 0)
			return true;
	return false;
}

static void add_folder(struct ml_store *store, const char *folder)
{
	if (store->folders_nr < ML_LIMIT_ALTERNATES && !known(store, folder))
		ML_PUSH(store->arena, store->folders, store->folders_nr, store->folders_cap, folder);
}

/* gitrepository-layout(5), objects/info/alternates: one folder a line, relative to this one. */
static void add_alternates(struct ml_store *store, const char *folder)
{
	struct ml_span text;
	const char *path = ml_arena_printf(store->arena, "%s/info/alternates", folder);
	if (ml_slurp_at(&text, store->arena, AT_FDCWD, path, 64 * PATH_MAX) != ML_SLURP_OK)
		return;
	while (text.len) {
		size_t end = ml_span_find(text, "\n");
		struct ml_span line = ml_span_trim(ml_span_sub(text, 0, end));
		text = end == SIZE_MAX ? ml_span_sub(text, text.len, text.len) : ml_span_sub(text, end + 1, text.len);
		if (!line.len || line.at[0] == '#' || line.len >= PATH_MAX)
			continue;
		add_folder(store, line.at[0] == '/' ? ml_arena_dup(store->arena, line)
						    : ml_arena_printf(store->arena, "%s/%.*s", folder, ML_SPAN_ARG(line)));
	}
}

static void find_folders(struct ml_store *store, const struct ml_git_place *place)
{
	struct ml_span more = ml_span_of(place->more ? place->more : "");
	add_folder(store, place->objects);
	while (more.len) {
		size_t end = ml_span_find(more, ":");
		if (end)
			add_folder(store, ml_arena_dup(store->arena, ml_span_sub(more, 0, end)));
		more = end == SIZE_MAX ? ml_span_sub(more, more.len, more.len) : ml_span_sub(more, end + 1, more.len);
	}
	/* The list grows while it is read: alternates of alternates. */
	for (size_t i = 0; i < store->folders_nr; i++)
		add_alternates(store, store->folders[i]);
}

/* What libgit2 will open below pack/ must be files. */
static int check_packs(struct ml_store *store, const char *folder, struct ml_error *err)
{
	const char *path = ml_arena_printf(store->arena, "%s/pack", folder);
	DIR *dir = opendir(path);
	struct dirent *found;
	size_t nr = 0;
	int bad = 0;
	while (dir && !bad && (found = readdir(dir))) {
		struct stat st;
		if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0)
			continue;
		if (++nr > ML_LIMIT_FOLDER_ENTRIES)
			bad = ml_error_set(err, ML_ERROR_UNJUDGED, "'%s' has more entries than are looked at", path);
		else if (found->d_type != DT_REG && (fstatat(dirfd(dir), found->d_name, &st, 0) < 0 || !S_ISREG(st.st_mode)))
			bad = ml_error_set(err, ML_ERROR_UNJUDGED, "'%s/%s' is no file", path, found->d_name);
	}
	if (dir)
		closedir(dir);
	return bad;
}

/* Packs first: most objects lie there, and a look for a loose one is a system call. */
static int add_backends(struct ml_store *store, const char *folder, int priority, struct ml_error *err)
{
	git_odb_backend *loose = NULL, *packs = NULL;
	if (check_packs(store, folder, err) < 0)
		return -1;
	if (git_odb_backend_loose(&loose, folder, -1, 0, 0, 0) < 0 || git_odb_add_backend(store->odb, loose, priority) < 0)
		goto failed;
	if (git_odb_backend_pack(&packs, folder) < 0 || git_odb_add_backend(store->odb, packs, ML_LIMIT_ALTERNATES + priority) < 0)
		goto failed;
	return 0;
failed:
	return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot read the objects in '%s': %s", folder,
			    git_error_last() ? git_error_last()->message : "libgit2 does not say why");
}

static bool is_folder(const char *path)
{
	struct stat st;
	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/*
 * Memory for libgit2. It goes on where there is none, and not every place of it asks: 1.5 follows NULL when it starts. So there it ends as
 * all of mlint does.
 */
static void *got(void *memory, size_t size)
{
	if (!memory && size)
		ml_oom();
	return memory;
}

static void *git_malloc(size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return got(malloc(size), size);
}

static void *git_realloc(void *old, size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return got(realloc(old, size), size);
}

#if LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 6
static void *git_calloc(size_t nr, size_t size, const char *file, int line)
{
	(void)file, (void)line;
	return got(calloc(nr, size), nr && size);
}

static void *git_mallocarray(size_t nr, size_t size, const char *file, int line)
{
	size_t bytes;
	return __builtin_mul_overflow(nr, size, &bytes) ? NULL : git_malloc(bytes, file, line);
}

static void *git_reallocarray(void *old, size_t nr, size_t size, const char *file, int line)
{
	size_t bytes;
	return __builtin_mul_overflow(nr, size, &bytes) ? NULL : git_realloc(old, bytes, file, line);
}

static char *git_substrdup(const char *text, size_t len, const char *file, int line)
{
	char *copy = len < SIZE_MAX ? git_malloc(len + 1, file, line) : NULL;
	if (copy) {
		memcpy(copy, text, len);
		copy[len] = '\0';
	}
	return copy;
}

static char *git_strndup(const char *text, size_t len, const char *file, int line)
{
	return git_substrdup(text, strnlen(text, len), file, line);
}

static char *git_strdup(const char *text, const char *file, int line)
{
	return git_substrdup(text, strlen(text), file, line);
}
#endif

static bool start_libgit2(void)
{
	git_allocator memory = {
		.gmalloc = git_malloc, .grealloc = git_realloc, .gfree = free,
#if LIBGIT2_VER_MAJOR == 1 && LIBGIT2_VER_MINOR < 6
		.gcalloc = git_calloc, .gmallocarray = git_mallocarray, .greallocarray = git_reallocarray,
		.gstrdup = git_strdup, .gstrndup = git_strndup, .gsubstrdup = git_substrdup,
#endif
	};

	return git_libgit2_opts(GIT_OPT_SET_ALLOCATOR, &memory) >= 0 && git_libgit2_init() >= 0;
}

int ml_store_open(struct ml_store **out, struct ml_arena *arena, const struct ml_git_place *place, struct ml_error *err)
{
	struct ml_store *store = ml_arena_alloc(arena, sizeof *store);
	int bad = -1;
	store->arena = arena;
	find_folders(store, place);
	if (!is_folder(place->objects)) {
		ml_error_set(err, ML_ERROR_UNJUDGED, "the repository has no folder '%s'", place->objects);
		goto done;
	}
	store->started = start_libgit2();
	/* What is read once need not be kept. Nor hashed again: git does not, and damage shows in zlib's checksum. */
	git_libgit2_opts(GIT_OPT_ENABLE_CACHING, 0);
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, 0);
	if (!store->started || git_odb_new(&store->odb) < 0) {
		ml_error_set(err, ML_ERROR_UNJUDGED, "libgit2 does not start");
		goto done;
	}
	bad = 0;
	for (size_t i = 0; i < store->folders_nr && !bad; i++)
		if (is_folder(store->folders[i]))
			bad = add_backends(store, store->folders[i], (int)(store->folders_nr - i), err);
done:
	if (bad)
		ml_store_close(store);
	else
		*out = store;
	return bad;
}

void ml_store_close(struct ml_store *store)
{
	if (!store)
		return;
	git_odb_free(store->odb);
	store->odb = NULL;
	if (store->started)
		git_libgit2_shutdown();
	store->started = false;
}

/* libgit2 reads a loose object's file whole, whatever it is and however large. */
static int check_loose(struct ml_store *store, const struct ml_id *id, struct ml_error *err)
{
	char hex[ML_ID_HEX + 1], path[PATH_MAX];
	struct stat st;
	ml_id_hex(hex, id);
	for (size_t i = 0; i < store->folders_nr; i++) {
		int len = snprintf(path, sizeof path, "%s/%.2s/%s", store->folders[i], hex, hex + 2);
		if (len < 0 || (size_t)len >= sizeof path || stat(path, &st) < 0)
			continue;
		if (!S_ISREG(st.st_mode))
			return fail(err, "is no file", id);
		if (st.st_size > (off_t)ML_LIMIT_OBJECT_BYTES)
			return fail(err, "is larger than mlint reads", id);
	}
	return 0;
}

static int fail_git(struct ml_error *err, int status, const struct ml_id *id)
{
	return fail(err, status == GIT_ENOTFOUND ? "is not here: the clone is partial, shallow or damaged" : "is broken", id);
}

int ml_store_look(struct ml_store *store, const struct ml_id *id, enum ml_object *kind, uint64_t *size, struct ml_error *err)
{
	git_oid oid;
	size_t len = 0;
	git_object_t type = GIT_OBJECT_INVALID;
	if (check_loose(store, id, err) < 0)
		return -1;
	memcpy(oid.id, id->at, ML_ID_BYTES);
	int status = git_odb_read_header(&len, &type, store->odb, &oid);
	if (status < 0)
		return fail_git(err, status, id);
	*kind = (enum ml_object)type; /* the same numbers: those of pack files */
	*size = len;
	return 0;
}

int ml_store_read(struct ml_store *store, struct ml_span *out, struct ml_arena *arena, const struct ml_id *id,
		  enum ml_object kind, struct ml_error *err)
{
	static const char *const names[] = { "", "is no commit", "is no tree", "is no blob", "is no tag" };
	enum ml_object found;
	uint64_t size;
	git_odb_object *object = NULL;
	git_oid oid;
	if (ml_store_look(store, id, &found, &size, err) < 0)
		return -1;
	if (found != kind)
		return fail(err, names[kind], id);
	if (size > ML_LIMIT_OBJECT_BYTES)
		return fail(err, "is larger than mlint reads", id);
	memcpy(oid.id, id->at, ML_ID_BYTES);
	int status = git_odb_read(&object, store->odb, &oid);
	if (status < 0)
		return fail_git(err, status, id);
	size = git_odb_object_size(object);
	char *bytes = ml_arena_alloc(arena, (size_t)size + 1);
	if (size)
		memcpy(bytes, git_odb_object_data(object), (size_t)size);
	*out = (struct ml_span){ bytes, (size_t)size };
	git_odb_object_free(object);
	return 0;
}

int ml_store_expand(struct ml_store *store, struct ml_id *out, struct ml_span hex, struct ml_error *err)
{
	git_oid near, found;
	int status = git_oid_fromstrn(&near, hex.at, hex.len);
	if (!status)
		status = git_odb_exists_prefix(&found, store->odb, &near, hex.len);
	if (status)
		return ml_error_set(err, ML_ERROR_USAGE, status == GIT_EAMBIGUOUS ? "several objects begin with '%.*s'" : "no commit '%.*s'",
				    ML_SPAN_ARG(hex));
	memcpy(out->at, found.id, ML_ID_BYTES);
	return 0;
}
