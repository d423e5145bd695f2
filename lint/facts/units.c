#include "lint/facts/units.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/offer.h"
#include "lint/facts/parts.h"
#include "lint/knowledge/layout.h"

enum has { HAS_CARD = 1, HAS_MODEL_CARD = 2, HAS_LICENSE = 4, HAS_CONFIG = 8, HAS_PACKAGE = 16 };

/* A folder with something that bears on models, and the one above it. */
struct folder {
	struct ml_span path; /* with its last "/"; "" is the root, the first of all */
	size_t up;
	unsigned has;        /* set of enum has, of files right in it */
	bool part, container;
	bool weights;        /* it holds some, or a part of it does */
	bool below;          /* a folder below holds some that is no unit itself */
	bool unit, level;
};

struct finding_units {
	struct ml_facts *facts;
	struct folder *folders; /* in order of path */
	size_t nr, cap;
};

static unsigned has_of(const struct ml_facts *facts, const struct ml_file *file)
{
	switch (file->role) {
	case ML_ROLE_CARD:
		return HAS_CARD;
	case ML_ROLE_LICENSE:
	case ML_ROLE_LICENSE_PDF:
		return HAS_LICENSE;
	case ML_ROLE_PACKAGE:
		return HAS_PACKAGE;
	case ML_ROLE_CONFIG:
		return ml_layout_names(facts->knowledge->layout, ML_LAYOUT_CONFIG, ml_path_name(ml_span_of(file->path))) ? HAS_CONFIG : 0;
	default:
		return 0;
	}
}

/* Whether the tree can hold units at all: most do not, and pay no more than this look. */
static bool may_hold(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->artifacts_nr; i++)
		if (strchr(facts->artifacts[i].file->path, '/'))
			return true;
	for (size_t i = 0; i < facts->cards_nr; i++)
		if (strchr(facts->cards[i].file->path, '/') && ml_is_model_card(facts->knowledge, &facts->cards[i]))
			return true;
	return false;
}

static size_t add_folder(struct finding_units *f, struct ml_span path, size_t up)
{
	const struct ml_layout *layout = f->facts->knowledge->layout;
	size_t from = f->nr ? f->folders[up].path.len : 0;
	struct ml_span name = ml_span_sub(path, from, path.len ? path.len - 1 : 0);
	struct folder folder = { .path = path, .up = up };

	folder.part = name.len && ml_layout_names(layout, ML_LAYOUT_PART, name);
	folder.container = name.len && !folder.part && ml_layout_names(layout, ML_LAYOUT_CONTAINER, name);
	ML_PUSH(f->facts->arena, f->folders, f->nr, f->cap, folder);
	return f->nr - 1;
}

/* The folder of a file, which comes behind those of the files before it. at: the folder of the last one. */
static size_t enter(struct finding_units *f, size_t at, const struct ml_file *file)
{
	struct ml_span path = ml_span_of(file->path);

	while (at && !(path.len > f->folders[at].path.len && !memcmp(path.at, f->folders[at].path.at, f->folders[at].path.len)))
		at = f->folders[at].up;
	for (size_t i = f->folders[at].path.len; i < path.len; i++)
		if (path.at[i] == '/')
			at = add_folder(f, ml_span_sub(path, 0, i + 1), at);
	return at;
}

static void list_folders(struct finding_units *f)
{
	const struct ml_tree *tree = f->facts->tree;
	size_t at = add_folder(f, (struct ml_span){ "", 0 }, 0);

	for (size_t i = 0; i < tree->files_nr; i++) {
		const struct ml_file *file = &tree->files[i];
		unsigned has = file->outside || file->above ? 0 : has_of(f->facts, file);
		bool weights = file->role == ML_ROLE_WEIGHTS && !file->outside;
		if (!has && !weights)
			continue;
		at = enter(f, at, file);
		f->folders[at].has |= has;
	}
}

static int by_folder(struct ml_span a, struct ml_span b)
{
	int order = memcmp(a.at, b.at, a.len < b.len ? a.len : b.len);

	return order ? order : (a.len > b.len) - (a.len < b.len);
}

/* The folder that a file lies right in, by bisection. NULL: it was not listed. */
static struct folder *folder_of(const struct finding_units *f, const struct ml_file *file)
{
	size_t low = 0, high = f->nr;
	struct ml_span path = { file->path, ml_path_folder(ml_span_of(file->path)) };

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = by_folder(f->folders[mid].path, path);
		if (!order)
			return &f->folders[mid];
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NULL;
}

static void mark(const struct finding_units *f)
{
	const struct ml_facts *facts = f->facts;

	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		struct folder *folder = folder_of(f, facts->artifacts[i].file);
		if (folder && ml_is_shipped(facts->knowledge, &facts->artifacts[i], ML_SMALL_WEIGHTS))
			folder->weights = true;
	}
	for (size_t i = 0; i < facts->cards_nr; i++) {
		struct folder *folder = folder_of(f, facts->cards[i].file);
		if (folder && ml_is_model_card(facts->knowledge, &facts->cards[i]))
			folder->has |= HAS_MODEL_CARD;
	}
}

/* A folder that is named for what it holds, or for a part of a model, is no model. */
static bool is_part(const struct folder *folder)
{
	return folder->part || (folder->container && !(folder->has & (HAS_LICENSE | HAS_CARD)));
}

static bool is_unit(const struct folder *folder)
{
	unsigned own = folder->has & (HAS_LICENSE | HAS_MODEL_CARD | HAS_CONFIG);
	bool described = (folder->has & HAS_LICENSE) && (folder->has & HAS_MODEL_CARD);

	if (is_part(folder))
		return false;
	return described || (folder->weights && (own || (folder->has & HAS_CARD))) || (folder->below && own);
}

/* From the innermost outwards: what is no unit gives its weights to the folder above. Those of a part are as good as its own. */
static void decide(const struct finding_units *f)
{
	for (size_t i = f->nr; i-- > 1;) {
		struct folder *folder = &f->folders[i], *up = &f->folders[folder->up];
		folder->unit = is_unit(folder);
		if (folder->unit || !(folder->weights || folder->below))
			continue;
		if (is_part(folder) && folder->weights)
			up->weights = true;
		else
			up->below = true;
	}
	for (size_t i = 1; i < f->nr; i++) {
		size_t up = f->folders[i].up;
		f->folders[i].level = f->folders[i].unit;
		for (int depth = 0; f->folders[i].unit && up && depth < (int)ML_LIMIT_DEPTH; depth++, up = f->folders[up].up)
			f->folders[up].level |= f->folders[up].unit || (f->folders[up].has & (HAS_CARD | HAS_LICENSE | HAS_PACKAGE)) != 0;
	}
}

static bool is_within(struct ml_span folder, struct ml_span path)
{
	return path.len > folder.len && !memcmp(path.at, folder.at, folder.len);
}

/* Levels come in order of path, so that the one before, or one above that, is the nearest. */
static size_t level_above(const struct ml_level *levels, size_t before, struct ml_span path)
{
	while (before != SIZE_MAX && !is_within(levels[before].folder, path))
		before = levels[before].up;
	return before;
}

void ml_units_find(struct ml_facts *facts)
{
	struct finding_units f = { .facts = facts };
	struct ml_level *levels = NULL;
	size_t nr = 0, cap = 0;

	if (facts->offer == ML_OFFER_NONE || !may_hold(facts))
		return;
	list_folders(&f);
	mark(&f);
	decide(&f);
	for (size_t i = 1; i < f.nr; i++) {
		const struct folder *folder = &f.folders[i];
		if (!folder->level)
			continue;
		if (!ml_facts_has_room(facts, nr, ML_LIMIT_UNITS))
			break;
		struct ml_level level = { folder->path, level_above(levels, nr - 1, folder->path), folder->unit, folder->weights || folder->below };
		ML_PUSH(facts->arena, levels, nr, cap, level);
	}
	facts->levels = levels;
	facts->levels_nr = nr;
}

size_t ml_level_of(const struct ml_facts *facts, const struct ml_file *file)
{
	struct ml_span path = ml_span_of(file ? file->path : "");
	size_t low = 0, high = facts->levels_nr;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (by_folder(facts->levels[mid].folder, path) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return level_above(facts->levels, low - 1, path);
}

bool ml_is_of_unit(const struct ml_facts *facts, const struct ml_file *file)
{
	size_t level = ml_level_of(facts, file);

	return level != SIZE_MAX && facts->levels[level].unit && facts->levels[level].folder.len == ml_path_folder(ml_span_of(file->path));
}
