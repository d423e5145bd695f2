#include "lint/source/git_rev.h"

#include <fcntl.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/source/name.h"
#include "lint/source/tree_p.h"

#define LINKS 5  /* symbolic refs, and tags of tags, behind each other; git follows as many */
#define REF_BYTES 1024

static bool hex(struct ml_span text)
{
	if (text.len != 40 && text.len != 64)
		return false;
	for (size_t i = 0; i < text.len; i++)
		if (!ml_is_digit(text.at[i]) && (ml_lower(text.at[i]) < 'a' || ml_lower(text.at[i]) > 'f'))
			return false;
	return true;
}

/* HEAD, ORIG_HEAD and their like, and what lies below refs/; never a way out of the git folder. */
static bool safe_ref(struct ml_span name)
{
	struct ml_span part, rest = name;
	bool below = ml_span_starts(name, "refs/");
	if (!name.len || name.len > REF_BYTES)
		return false;
	for (size_t i = 0; !below && i < name.len; i++)
		if (name.at[i] != '_' && (name.at[i] < 'A' || name.at[i] > 'Z'))
			return false;
	while (ml_name_next(&rest, &part))
		if (!part.len || part.at[0] == '.')
			return false;
	return !memchr(name.at, '\0', name.len);
}

static const char *packed_ref(struct ml_arena *arena, const char *common, struct ml_span name)
{
	struct ml_span text;
	const char *path = ml_arena_printf(arena, "%s/packed-refs", common);
	const char *want = ml_arena_printf(arena, " %.*s\n", ML_SPAN_ARG(name));
	if (ml_slurp_at(&text, arena, AT_FDCWD, path, ML_LIMIT_GIT_BYTES) != ML_SLURP_OK)
		return NULL;
	for (;;) {
		size_t at = ml_span_find(text, want), from = at;
		if (at >= text.len)
			return NULL;
		while (from > 0 && text.at[from - 1] != '\n')
			from--;
		struct ml_span id = ml_span_sub(text, from, at);
		if (hex(id))
			return ml_arena_dup(arena, id);
		text = ml_span_sub(text, at + 1, text.len);
	}
}

const char *ml_git_ref(struct ml_arena *arena, const struct ml_git_place *place, struct ml_span name)
{
	for (int links = 0; links <= LINKS && safe_ref(name); links++) {
		const char *file = ml_arena_dup(arena, name);
		struct ml_span line = ml_git_line(arena, place->git, file);
		if (!line.len && place->common != place->git)
			line = ml_git_line(arena, place->common, file);
		if (!line.len)
			return packed_ref(arena, place->common, name);
		struct ml_span id = ml_span_sub(line, 0, line.len > 64 ? 64 : line.len);
		size_t gap = ml_span_find(id, "\t"); /* FETCH_HEAD says more behind it */
		id = ml_span_sub(id, 0, gap);
		if (hex(id))
			return ml_arena_dup(arena, id);
		if (!ml_span_starts(line, "ref:"))
			return NULL;
		name = ml_span_trim(ml_span_sub(line, 4, line.len));
	}
	return NULL;
}

/* Through tags to a commit. */
static int peel(struct ml_id *id, struct ml_arena *arena, struct ml_store *store, struct ml_error *err)
{
	for (int links = 0; links <= LINKS; links++) {
		enum ml_object kind;
		uint64_t size;
		struct ml_span tag;
		if (ml_store_look(store, id, &kind, &size, err) < 0)
			return -1;
		if (kind == ML_OBJECT_COMMIT)
			return 0;
		if (kind != ML_OBJECT_TAG)
			break;
		if (ml_store_read(store, &tag, arena, id, ML_OBJECT_TAG, err) < 0)
			return -1;
		if (!ml_object_field(tag, "object", 0, id))
			break;
	}
	return ml_error_set(err, ML_ERROR_USAGE, "it names no commit");
}

static int parent(struct ml_id *id, struct ml_arena *arena, struct ml_store *store, size_t nth, struct ml_error *err)
{
	struct ml_span commit;
	if (ml_store_read(store, &commit, arena, id, ML_OBJECT_COMMIT, err) < 0)
		return -1;
	if (!ml_object_field(commit, "parent", nth, id))
		return ml_error_set(err, ML_ERROR_USAGE, "a commit has no such parent");
	return 0;
}

/* The order of gitrevisions(7). */
static bool find_ref(struct ml_id *out, struct ml_arena *arena, const struct ml_git_place *place, struct ml_span name)
{
	static const char *const forms[] = { "%.*s", "refs/%.*s", "refs/tags/%.*s", "refs/heads/%.*s", "refs/remotes/%.*s", "refs/remotes/%.*s/HEAD" };
	if (name.len > REF_BYTES)
		return false;
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		char full[REF_BYTES + 32];
		snprintf(full, sizeof full, forms[i], ML_SPAN_ARG(name));
		const char *id = ml_git_ref(arena, place, ml_span_of(full));
		if (id && ml_id_read(out, ml_span_of(id)))
			return true;
	}
	return false;
}

static bool abbreviated(struct ml_span text)
{
	for (size_t i = 0; i < text.len; i++)
		if (!ml_is_digit(text.at[i]) && (ml_lower(text.at[i]) < 'a' || ml_lower(text.at[i]) > 'f'))
			return false;
	return text.len >= 4 && text.len < ML_ID_HEX;
}

static int find_name(struct ml_id *out, struct ml_arena *arena, const struct ml_git_place *place, struct ml_store *store,
		     struct ml_span name, struct ml_error *err)
{
	if (ml_id_read(out, name) || find_ref(out, arena, place, ml_span_is(name, "@") ? ml_span_of("HEAD") : name))
		return 0;
	if (abbreviated(name))
		return ml_store_expand(store, out, name, err);
	if (ml_span_is(name, "HEAD") || ml_span_is(name, "@"))
		return ml_error_set(err, ML_ERROR_USAGE, "the repository has no commit yet");
	if (ml_span_find(name, "@{") != SIZE_MAX || ml_span_find(name, ":") != SIZE_MAX)
		return ml_error_set(err, ML_ERROR_USAGE, "mlint knows names and ids of commits, ~ and ^ behind them; 'git rev-parse' gives the id of all else");
	return ml_error_set(err, ML_ERROR_USAGE, "there is no such commit, branch or tag");
}

static size_t number(struct ml_span *rest, size_t otherwise)
{
	size_t value = 0, digits = 0;
	while (digits < rest->len && digits < 6 && ml_is_digit(rest->at[digits]))
		value = value * 10 + (size_t)(rest->at[digits++] - '0');
	*rest = ml_span_sub(*rest, digits, rest->len);
	return digits ? value : otherwise;
}

/* One of ~N, ^N, ^{}, ^{commit} at the start of rest. */
static int step(struct ml_id *id, struct ml_arena *arena, struct ml_store *store, struct ml_span *rest, struct ml_error *err)
{
	bool back = rest->at[0] == '~';
	*rest = ml_span_sub(*rest, 1, rest->len);
	if (!back && rest->len && rest->at[0] == '{') {
		size_t end = ml_span_find(*rest, "}");
		struct ml_span what = ml_span_sub(*rest, 1, end);
		if (end == SIZE_MAX || (what.len && !ml_span_is(what, "commit")))
			return ml_error_set(err, ML_ERROR_USAGE, "mlint knows ^{} and ^{commit}, nothing else in braces; 'git rev-parse' gives the id");
		*rest = ml_span_sub(*rest, end + 1, rest->len);
		return 0;
	}
	size_t nr = number(rest, 1);
	if (!back)
		return nr ? parent(id, arena, store, nr - 1, err) : 0;
	for (size_t i = 0; i < nr; i++)
		if (parent(id, arena, store, 0, err) < 0)
			return -1;
	return 0;
}

int ml_git_resolve(struct ml_id *out, struct ml_arena *arena, const struct ml_git_place *place, struct ml_store *store,
		   const char *revision, struct ml_error *err)
{
	struct ml_span rest = ml_span_of(revision);
	size_t len = strcspn(revision, "~^");
	int bad = find_name(out, arena, place, store, ml_span_sub(rest, 0, len), err) < 0 || peel(out, arena, store, err) < 0;
	rest = ml_span_sub(rest, len, rest.len);
	while (!bad && rest.len) {
		if (rest.at[0] != '~' && rest.at[0] != '^')
			bad = ml_error_set(err, ML_ERROR_USAGE, "'%.*s' is not understood", ML_SPAN_ARG(rest));
		else
			bad = step(out, arena, store, &rest, err);
	}
	return bad ? ml_error_prefix(err, "in revision '%s'", revision) : 0;
}

/* A commit on the way back through histories. */
struct walked {
	struct ml_id id;
	uint64_t date;
	unsigned sides; /* set of 1 and 2: whether the one and any of the others reach it */
};

struct walk {
	struct ml_arena *arena;
	struct ml_store *store;
	struct walked *commits;
	size_t nr, cap;
	uint32_t *slots;   /* open addressing: index + 1 */
	size_t *heap;      /* of commits to look at, the latest on top */
	size_t heap_nr;
};

#define SLOTS (4 * ML_LIMIT_HISTORY)

static size_t slot_of(const struct walk *w, const struct ml_id *id)
{
	uint32_t hash;
	memcpy(&hash, id->at, sizeof hash);
	size_t slot = hash % SLOTS;
	while (w->slots[slot] && !ml_id_same(&w->commits[w->slots[slot] - 1].id, id))
		slot = (slot + 1) % SLOTS;
	return slot;
}

static bool later(const struct walk *w, size_t a, size_t b)
{
	return w->commits[w->heap[a]].date > w->commits[w->heap[b]].date;
}

static void swap(struct walk *w, size_t a, size_t b)
{
	size_t keep = w->heap[a];
	w->heap[a] = w->heap[b];
	w->heap[b] = keep;
}

static void push(struct walk *w, size_t commit)
{
	size_t at = w->heap_nr++;
	w->heap[at] = commit;
	for (; at && later(w, at, (at - 1) / 2); at = (at - 1) / 2)
		swap(w, at, (at - 1) / 2);
}

static size_t pop(struct walk *w)
{
	size_t top = w->heap[0], at = 0;
	w->heap[0] = w->heap[--w->heap_nr];
	for (;;) {
		size_t best = at, left = 2 * at + 1, right = left + 1;
		if (left < w->heap_nr && later(w, left, best))
			best = left;
		if (right < w->heap_nr && later(w, right, best))
			best = right;
		if (best == at)
			return top;
		swap(w, at, best);
		at = best;
	}
}

/* The seconds in "committer Ada <ada@example.org> 1767268800 +0000". */
static uint64_t date_of(struct ml_span commit)
{
	struct ml_span line = ml_object_word(commit, "committer", 0);
	size_t at = line.len;
	uint64_t date = 0;
	while (at > 0 && line.at[at - 1] != '>')
		at--;
	for (at += at < line.len; at < line.len && ml_is_digit(line.at[at]); at++)
		date = date * 10 + (uint64_t)(line.at[at] - '0');
	return date;
}

/* A commit that is not here (a shallow clone ends somewhere) has no date and no parents. */
static void visit(struct walk *w, const struct ml_id *id, unsigned side)
{
	size_t slot = slot_of(w, id);
	struct ml_span commit;
	if (w->slots[slot]) {
		struct walked *seen = &w->commits[w->slots[slot] - 1];
		if ((seen->sides | side) == seen->sides)
			return;
		seen->sides |= side;
		if (w->heap_nr < SLOTS)
			push(w, w->slots[slot] - 1);
		return;
	}
	if (w->nr == ML_LIMIT_HISTORY || ml_store_read(w->store, &commit, w->arena, id, ML_OBJECT_COMMIT, NULL) < 0)
		return;
	struct walked new = { *id, date_of(commit), side };
	ML_PUSH(w->arena, w->commits, w->nr, w->cap, new);
	w->slots[slot] = (uint32_t)w->nr;
	if (w->heap_nr < SLOTS)
		push(w, w->nr - 1);
}

int ml_git_base(struct ml_id *out, struct ml_arena *arena, struct ml_store *store, const struct ml_id *one,
		const struct ml_id *others, size_t others_nr)
{
	struct walk w = { .arena = arena, .store = store, .commits = ml_arena_array(arena, struct walked, 0) };
	w.slots = ml_arena_array(arena, uint32_t, SLOTS);
	w.heap = ml_arena_array(arena, size_t, SLOTS);
	visit(&w, one, 1);
	for (size_t i = 0; i < others_nr; i++)
		visit(&w, &others[i], 2);
	while (w.heap_nr) {
		struct walked commit = w.commits[pop(&w)];
		struct ml_span bytes;
		struct ml_id id;
		if (commit.sides == 3) {
			*out = commit.id;
			return 1;
		}
		if (ml_store_read(store, &bytes, arena, &commit.id, ML_OBJECT_COMMIT, NULL) < 0)
			continue;
		for (size_t i = 0; i < 64 && ml_object_field(bytes, "parent", i, &id); i++)
			visit(&w, &id, commit.sides);
	}
	return 0;
}
