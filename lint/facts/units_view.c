/*
 * Each unit as facts of its own: what was collected of the tree, as far as it stands in the unit's folder. What governs it is
 * found by the functions that find it for the repository, its folder being the root; where the folder says nothing, the
 * folder above speaks for it.
 */
#include "lint/facts/units.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lint/facts/duties.h"
#include "lint/facts/govern.h"
#include "lint/facts/lineage.h"

/* One level's facts, and what their making needs. */
struct view {
	struct ml_facts *facts;
	const char *path; /* of a unit; NULL: a folder above some */
	size_t up;        /* index of the nearest level above; SIZE_MAX: the root */
	bool weights;     /* it holds some */
	size_t cards_cap, artifacts_cap;
	int rank; /* of its card */
	size_t card;
};
struct views {
	struct ml_facts *facts;
	struct view *of; /* one a level, then one for each model that shares a folder with others */
	size_t nr;
	const uint32_t *models; /* the number of each artifact's model (ml_units_models); NULL: none are told apart */
	struct ml_facts *root; /* the repository without what stands in units */
};

const char *ml_inner_path(const struct ml_facts *facts, const struct ml_file *file)
{
	size_t len = facts->folder ? strlen(facts->folder) : 0;

	return len && !strncmp(file->path, facts->folder, len) ? file->path + len : file->path;
}

bool ml_at_root(const struct ml_facts *facts, const struct ml_file *file)
{
	return !strchr(ml_inner_path(facts, file), '/');
}

/* The files of a folder stand together. */
static struct ml_tree *tree_of(const struct ml_facts *facts, const char *folder)
{
	struct ml_tree *tree = ml_arena_alloc(facts->arena, sizeof(*tree));
	size_t len = strlen(folder), low = 0, high = facts->tree->files_nr, first;

	*tree = *facts->tree;
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (strncmp(facts->tree->files[mid].path, folder, len) < 0)
			low = mid + 1;
		else
			high = mid;
	}
	first = low;
	for (high = facts->tree->files_nr; low < high;) {
		size_t mid = low + (high - low) / 2;
		if (strncmp(facts->tree->files[mid].path, folder, len) <= 0)
			low = mid + 1;
		else
			high = mid;
	}
	tree->files += first;
	tree->files_nr = low - first;
	return tree;
}

static struct ml_facts *new_view(const struct ml_facts *facts, struct ml_span folder, bool weights)
{
	struct ml_facts *view = ml_arena_alloc(facts->arena, sizeof(*view));

	view->arena = facts->arena;
	view->knowledge = facts->knowledge;
	view->patterns = facts->patterns;
	view->identity = facts->identity;
	view->identity_nr = facts->identity_nr;
	view->whole = facts;
	view->folder = ml_arena_dup(facts->arena, folder);
	view->offer = weights ? ML_OFFER_SHIPPED : ML_OFFER_DESCRIBED;
	return view;
}

static void add_level(struct views *v, const struct ml_level *level)
{
	struct view *view = &v->of[v->nr++];

	view->facts = new_view(v->facts, level->folder, level->weights);
	view->facts->tree = tree_of(v->facts, view->facts->folder);
	view->up = level->up;
	view->weights = level->weights;
	if (level->unit)
		view->path = ml_arena_dup(v->facts->arena, ml_span_sub(level->folder, 0, level->folder.len - 1));
}

/* Of files of a folder: a tree without files, for what they say was read already. */
static void add_model(struct views *v, const struct ml_artifact *first)
{
	struct view *view = &v->of[v->nr++];
	struct ml_span path = ml_span_of(first->file->path);
	struct ml_tree *tree = ml_arena_alloc(v->facts->arena, sizeof(*tree));

	*tree = *v->facts->tree;
	tree->files_nr = 0;
	view->facts = new_view(v->facts, ml_span_sub(path, 0, ml_path_folder(path)), true);
	view->facts->tree = tree;
	view->up = ml_level_of(v->facts, first->file);
	view->weights = true;
	view->path = view->facts->first_file = first->file->path;
}

/* The number of the model that a weight file is of, where its folder holds several; 0: of none. Artifacts are in order of the tree. */
static uint32_t model_of(const struct views *v, const struct ml_file *file)
{
	size_t low = 0, high = v->models && file && file->role == ML_ROLE_WEIGHTS ? v->facts->artifacts_nr : 0;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		if (v->facts->artifacts[mid].file == file)
			return v->models[mid];
		if (v->facts->artifacts[mid].file < file)
			low = mid + 1;
		else
			high = mid;
	}
	return 0;
}

/* Where facts of a file go: its model's view, else its innermost level's; SIZE_MAX: the root's. */
static size_t view_at(const struct views *v, const struct ml_file *file)
{
	uint32_t model = model_of(v, file);

	return model ? v->facts->levels_nr + model - 1 : ml_level_of(v->facts, file);
}

static struct view *view_of(const struct views *v, const struct ml_file *file)
{
	size_t at = view_at(v, file);

	return at == SIZE_MAX ? NULL : &v->of[at];
}

/* What stands in a unit is said of that alone; what stands beside units is the repository's. */
static bool is_in_unit(const struct views *v, const struct ml_file *file)
{
	size_t at = view_at(v, file);

	while (at != SIZE_MAX && !v->of[at].path)
		at = v->of[at].up;
	return at != SIZE_MAX;
}

static void share_card(struct view *view, const struct ml_card *card)
{
	struct ml_card *cards = (struct ml_card *)(uintptr_t)view->facts->cards;
	int rank = ml_at_root(view->facts, card->file) ? ml_card_rank(card->file) : 0;

	if (rank > view->rank) {
		view->rank = rank;
		view->card = view->facts->cards_nr;
	}
	ML_PUSH(view->facts->arena, cards, view->facts->cards_nr, view->cards_cap, *card);
	view->facts->cards = cards;
}

static void share_artifact(struct view *view, const struct ml_artifact *artifact)
{
	struct ml_artifact *artifacts = (struct ml_artifact *)(uintptr_t)view->facts->artifacts;

	ML_PUSH(view->facts->arena, artifacts, view->facts->artifacts_nr, view->artifacts_cap, *artifact);
	view->facts->artifacts = artifacts;
}

static void share_files(const struct views *v)
{
	const struct ml_facts *facts = v->facts;
	struct view *view;

	for (size_t i = 0; i < facts->cards_nr; i++)
		if ((view = view_of(v, facts->cards[i].file)))
			share_card(view, &facts->cards[i]);
	for (size_t i = 0; i < facts->artifacts_nr; i++)
		if ((view = view_of(v, facts->artifacts[i].file)))
			share_artifact(view, &facts->artifacts[i]);
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if ((view = view_of(v, facts->licenses[i].where.file)))
			ml_facts_add_license(view->facts, &facts->licenses[i]);
	for (size_t i = 0; i < facts->statements_nr; i++)
		if ((view = view_of(v, facts->statements[i].where.file)))
			ml_facts_add_statement(view->facts, &facts->statements[i]);
	for (size_t i = 0; i < v->nr; i++)
		if (v->of[i].rank)
			v->of[i].facts->card = &v->of[i].facts->cards[v->of[i].card];
}

/* Claims, bases, data sets and outputs are a unit's, or else the repository's: there each is compared with terms, once. */
static void share_sayings(const struct views *v)
{
	const struct ml_facts *facts = v->facts;

	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_file *file = facts->claims[i].where.file;
		ml_facts_add_claim(is_in_unit(v, file) ? view_of(v, file)->facts : v->root, &facts->claims[i]);
	}
	for (size_t i = 0; i < facts->bases_nr; i++) {
		const struct ml_file *file = facts->bases[i].where.file;
		ml_facts_add_base(is_in_unit(v, file) ? view_of(v, file)->facts : v->root, &facts->bases[i]);
	}
	for (size_t i = 0; i < facts->datasets_nr; i++) {
		const struct ml_file *file = facts->datasets[i].where.file;
		ml_facts_add_dataset(is_in_unit(v, file) ? view_of(v, file)->facts : v->root, &facts->datasets[i]);
	}
	for (size_t i = 0; i < facts->outputs_nr; i++) {
		const struct ml_file *file = facts->outputs[i].where.file;
		ml_facts_add_output(is_in_unit(v, file) ? view_of(v, file)->facts : v->root, &facts->outputs[i]);
	}
}

static struct ml_facts *new_root(const struct ml_facts *facts)
{
	struct ml_facts *root = ml_arena_alloc(facts->arena, sizeof(*root));

	*root = *facts;
	root->whole = facts;
	root->claims = NULL;
	root->bases = NULL;
	root->datasets = NULL;
	root->outputs = NULL;
	root->claims_nr = root->claims_cap = root->bases_nr = root->bases_cap = root->datasets_nr = root->datasets_cap = 0;
	root->outputs_nr = root->outputs_cap = 0;
	return root;
}

/* Where a folder says nothing of a part, the one above it does. */
static void fill(struct ml_govern *govern, const struct ml_govern *above)
{
	if (!govern->of_nr && !govern->unread)
		*govern = *above;
}

static void govern(const struct views *v, size_t level)
{
	struct ml_facts *view = v->of[level].facts;
	size_t up = v->of[level].up;
	const struct ml_facts *above = up == SIZE_MAX ? v->root : v->of[up].facts;

	ml_modality_collect(view);
	ml_govern_collect(view);
	ml_modality_spare(view);
	fill(&view->code, &above->code);
	fill(&view->weights, &above->weights);
	fill(&view->data, &above->data);
}

/* Whether all weights lie in units: then what the repository says of "our models" it says of them. */
static bool are_all_in_units(const struct views *v)
{
	for (size_t i = 0; i < v->facts->artifacts_nr; i++)
		if (!v->facts->artifacts[i].piece && !is_in_unit(v, v->facts->artifacts[i].file))
			return false;
	return v->facts->artifacts_nr > 0;
}

/* Of a choice the branch that is open, for a reader may take it. */
static size_t chosen_branch(const struct ml_facts *facts, const struct ml_govern *govern)
{
	for (size_t i = 0; i < govern->of_nr; i++)
		if (ml_license_osd(govern->of[i].fact, facts->knowledge) == ML_OSD_CONFORMS)
			return i;
	return 0;
}

/* The weights' terms of all units together. */
static void govern_all(const struct views *v)
{
	struct ml_choice choice = { 0 };

	if (!are_all_in_units(v))
		return;
	for (size_t i = 0; i < v->nr; i++) {
		const struct ml_govern *weights = &v->of[i].facts->weights;
		if (!v->of[i].path || !v->of[i].weights)
			continue;
		size_t from = weights->any ? chosen_branch(v->facts, weights) : 0, to = weights->any ? from + 1 : weights->of_nr;
		for (size_t k = from; k < to; k++)
			ml_choice_add(&choice, v->root, weights->of[k].fact, "%s", weights->of[k].reason);
		choice.unread |= weights->unread;
	}
	if (!choice.nr)
		return;
	v->root->models = (struct ml_govern){ .of = choice.of, .of_nr = choice.nr, .unread = choice.unread };
	fill(&v->root->weights, &v->root->models);
}

/* A unit without a card of its own is what the card above it describes. */
static void classify(const struct views *v, size_t level)
{
	struct ml_facts *view = v->of[level].facts, told = *view;
	size_t up = v->of[level].up;

	for (; !told.card && up != SIZE_MAX; up = v->of[up].up)
		told.card = v->of[up].facts->card;
	if (!told.card)
		told.card = v->root->card;
	if (!view->card && !view->bases_nr) {
		told.bases = v->root->bases;
		told.bases_nr = v->root->bases_nr;
	}
	if (!view->card && !view->datasets_nr) {
		told.datasets = v->root->datasets;
		told.datasets_nr = v->root->datasets_nr;
	}
	if (!told.tree->files_nr)
		told.tree = v->facts->tree;
	ml_class_collect(&told);
	view->class = told.class;
	view->class_reason = told.class_reason;
	view->class_by_base = told.class_by_base;
}

/* How strict a class is: the contract's order, but for what says nothing of weights. */
static int strictness(enum ml_class class)
{
	static const int of[] = {
		[ML_CLASSED_CODE_ONLY] = 0,	    [ML_CLASSED_UNKNOWN] = 1,		   [ML_CLASSED_OPEN_MODEL] = 2,
		[ML_CLASSED_OPEN_WEIGHTS] = 3,	    [ML_CLASSED_UNLICENSED_WEIGHTS] = 4, [ML_CLASSED_CONTAMINATED_WEIGHTS] = 5,
		[ML_CLASSED_RESTRICTED_WEIGHTS] = 6,
	};
	return of[class];
}

static int by_path(const void *a, const void *b)
{
	const struct ml_model_unit *x = a, *y = b;

	return strcmp(x->path, y->path);
}

static void sum_up(const struct views *v)
{
	struct ml_facts *facts = v->facts;
	struct ml_model_unit *units = ml_arena_array(facts->arena, struct ml_model_unit, v->nr + 1);

	units[facts->units_nr++] = (struct ml_model_unit){ "", v->nr ? v->root : facts };
	for (size_t i = 0; i < v->nr; i++) {
		struct ml_facts *view = v->of[i].facts;
		const char *path = v->of[i].path;
		if (!path)
			continue;
		units[facts->units_nr++] = (struct ml_model_unit){ path, view };
		if (strictness(view->class) <= strictness(facts->class))
			continue;
		facts->class = view->class;
		facts->class_reason = ml_arena_printf(facts->arena, "%s: %s", path, view->class_reason);
		facts->class_by_base = view->class_by_base;
	}
	qsort(units, facts->units_nr, sizeof *units, by_path);
	facts->units = units;
}

void ml_units_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left)
{
	struct views v = { .facts = facts, .root = facts };
	const struct ml_artifact **first;
	uint32_t *models;
	size_t models_nr = ml_units_models(facts, &first, &models);

	v.models = models;
	v.of = ml_arena_array(facts->arena, struct view, facts->levels_nr + models_nr);
	for (size_t i = 0; i < facts->levels_nr; i++)
		add_level(&v, &facts->levels[i]);
	for (size_t i = 0; i < models_nr; i++)
		add_model(&v, first[i]);
	if (v.nr)
		v.root = new_root(facts);
	share_files(&v);
	if (v.nr)
		share_sayings(&v);
	for (size_t i = 0; i < v.nr; i++)
		govern(&v, i);
	if (v.nr)
		govern_all(&v);
	ml_inherit_collect(v.root);
	ml_duties_collect(v.root, scratch, left);
	ml_class_collect(v.root);
	facts->class = v.root->class;
	facts->class_reason = v.root->class_reason;
	facts->class_by_base = v.root->class_by_base;
	for (size_t i = 0; i < v.nr; i++) {
		if (v.of[i].path) {
			ml_inherit_collect(v.of[i].facts);
			ml_duties_collect(v.of[i].facts, scratch, left);
			classify(&v, i);
		}
	}
	sum_up(&v);
}
