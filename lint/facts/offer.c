#include "lint/facts/offer.h"

#include <string.h>

#include "lint/knowledge/lists.h"
#include "lint/source/role.h"

#define TOOL_WEIGHTS (50u << 20)  /* what a tool must ship to be more than a tool with a helper model */
#define OTHERS_OF_A_LIST 8u       /* owners of linked models that make a page a list of them */
#define OWN_OF_A_TOOL 3u          /* own models that a tool links before they count as its subject */

struct offer {
	struct ml_facts *facts;
	struct ml_span owners[3]; /* who makes this repository, as far as known */
	size_t owners_nr;
	struct ml_span name;      /* of the repository, without owner */
	bool list;                /* named "awesome-…": what it links is others' */
	bool tool;                /* the introduction calls it a library, an app, a list … */
	/* of the links of the cards */
	size_t own_nr, related_nr;
	bool namesake;            /* one has the very name of the repository */
	struct ml_span others[OTHERS_OF_A_LIST];
	size_t others_nr;
	struct ml_where own_at, related_at, weak_at; /* the first of each; file NULL for none */
};

static void show(struct offer *o, enum ml_offer offer, struct ml_where where)
{
	o->facts->offer = offer;
	o->facts->offered = where;
}

/* ---- shipped ---- */

static bool below_tests(const struct ml_knowledge *knowledge, struct ml_span path)
{
	const struct ml_list *names = ml_list_of(knowledge, ML_LIST_TEST_FOLDERS);
	for (size_t i = 0; i < names->nr; i++) {
		size_t at = ml_span_find_nocase(path, names->at[i]);
		if (at != SIZE_MAX && (at == 0 || path.at[at - 1] == '/'))
			return true;
	}
	return false;
}

bool ml_is_shipped(const struct ml_knowledge *knowledge, const struct ml_artifact *artifact, uint64_t least)
{
	struct ml_span path = ml_span_of(artifact->file->path);
	if (below_tests(knowledge, path))
		return false;
	if (!memchr(path.at, '/', path.len) || artifact->pointer)
		return true;
	return artifact->file->size == 0 || artifact->file->size >= least;
}

/* Formats that hold arrays of anything: beside a data set's card they hold the data. */
static bool may_be_data(const struct ml_artifact *artifact)
{
	static const char *const formats[] = { "keras", "numpy", "pickle", "pytorch", "tensorflow", "flax" };

	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(artifact->format, formats[i]))
			return true;
	return false;
}

static bool find_shipped(struct offer *o)
{
	bool data = ml_is_dataset_card_alone(o->facts->knowledge, o->facts->card);

	for (size_t i = 0; i < o->facts->artifacts_nr; i++) {
		const struct ml_artifact *artifact = &o->facts->artifacts[i];
		if (!ml_is_shipped(o->facts->knowledge, artifact, o->tool ? TOOL_WEIGHTS : ML_SMALL_WEIGHTS) || (data && may_be_data(artifact)))
			continue;
		show(o, ML_OFFER_SHIPPED, ml_where_line(artifact->file, 0, 0));
		return true;
	}
	return false;
}

/* ---- names ---- */

/* Letters and digits alone, lower case: "Deep-Floyd" and "deepfloyd" are one. */
static size_t letters(char *out, size_t size, struct ml_span text)
{
	size_t nr = 0;
	for (size_t i = 0; i < text.len && nr < size; i++)
		if (ml_is_alnum(text.at[i]))
			out[nr++] = ml_lower(text.at[i]);
	return nr;
}

/* Whether one of two names is the beginning of the other (or the same), by at least min letters. */
static bool same_start(struct ml_span a, struct ml_span b, size_t min)
{
	char left[64], right[64];
	size_t left_nr = letters(left, sizeof left, a), right_nr = letters(right, sizeof right, b);
	size_t nr = left_nr < right_nr ? left_nr : right_nr;
	return nr >= min && memcmp(left, right, nr) == 0;
}

static bool same_letters(struct ml_span a, struct ml_span b)
{
	char left[64], right[64];
	size_t left_nr = letters(left, sizeof left, a), right_nr = letters(right, sizeof right, b);
	return left_nr && left_nr == right_nr && memcmp(left, right, left_nr) == 0;
}

static void add_owner(struct offer *o, struct ml_span owner)
{
	if (owner.len && o->owners_nr < sizeof o->owners / sizeof *o->owners)
		o->owners[o->owners_nr++] = owner;
}

/* The last two parts of a remote's address: "https://host/acme/heron.git", "git@host:acme/heron". */
static void take_remote(struct offer *o, struct ml_span url)
{
	if (ml_span_ends(url, ".git"))
		url.len -= 4;
	size_t end = url.len;
	while (end > 0 && url.at[end - 1] != '/')
		end--;
	if (!end)
		return;
	size_t from = end - 1;
	while (from > 0 && url.at[from - 1] != '/' && url.at[from - 1] != ':')
		from--;
	if (!from)
		return;
	o->name = ml_span_sub(url, end, url.len);
	add_owner(o, ml_span_sub(url, from, end - 1));
}

static void take_names(struct offer *o)
{
	const struct ml_tree *tree = o->facts->tree;
	o->name = ml_path_name(ml_span_of(tree->name));
	add_owner(o, ml_span_of(tree->owner));
	if (tree->remote)
		take_remote(o, ml_span_of(tree->remote));
}

static bool own_owner(const struct offer *o, struct ml_span owner)
{
	for (size_t i = 0; i < o->owners_nr; i++)
		if (same_start(o->owners[i], owner, 4) || same_letters(o->owners[i], owner))
			return true;
	return false;
}

/* The repository's name without words that every repository may have: "open_llama" is itself, "Moxin-LLM" is Moxin. */
static struct ml_span bare_name(const struct ml_knowledge *knowledge, struct ml_span name)
{
	const char *end = ml_list_end(knowledge, ML_LIST_REPOSITORY_ENDINGS, name);
	return end && name.len > strlen(end) + 2 ? ml_span_sub(name, 0, name.len - strlen(end)) : name;
}

/* A model named for the repository: its name begins alike, or its owner is named so. */
static bool own_name(const struct offer *o, const struct ml_hub_model *model)
{
	struct ml_span bare = bare_name(o->facts->knowledge, o->name);
	char left[64], right[64];
	size_t left_nr = letters(left, sizeof left, bare), right_nr = letters(right, sizeof right, model->name);
	if (left_nr >= 3 && right_nr >= left_nr && memcmp(left, right, left_nr) == 0)
		return true;
	return same_start(bare, model->owner, 4);
}

/* ---- links ---- */

static bool take_part(struct ml_span *rest, struct ml_span *part)
{
	size_t end = 0;
	while (end < rest->len && rest->at[end] != '/' && rest->at[end] != '?' && rest->at[end] != '#')
		end++;
	*part = ml_span_sub(*rest, 0, end);
	bool more = end < rest->len && rest->at[end] == '/';
	*rest = ml_span_sub(*rest, more ? end + 1 : rest->len, rest->len);
	return part->len > 0;
}

static struct ml_span without_scheme(struct ml_span url)
{
	size_t at = ml_span_find(url, "//");
	if (at < 7)
		url = ml_span_sub(url, at + 2, url.len);
	return ml_span_starts_nocase(url, "www.") ? ml_span_sub(url, 4, url.len) : url;
}

bool ml_hub_model_of(struct ml_hub_model *out, const struct ml_knowledge *knowledge, struct ml_span url)
{
	*out = (struct ml_hub_model){ 0 };
	url = without_scheme(url);
	const char *host = ml_list_start(knowledge, ML_LIST_HUB_HOSTS, url);
	if (!host)
		return false;
	struct ml_span rest = ml_span_sub(url, strlen(host), url.len);
	if (!take_part(&rest, &out->owner) || ml_list_has(knowledge, ML_LIST_HUB_PAGES, out->owner))
		return false;
	bool collection = ml_list_has(knowledge, ML_LIST_HUB_COLLECTIONS, out->owner);
	if (collection && !take_part(&rest, &out->owner))
		return false;
	if (!collection)
		take_part(&rest, &out->name);
	return true;
}

static void count_other(struct offer *o, struct ml_span owner)
{
	for (size_t i = 0; i < o->others_nr; i++)
		if (same_letters(o->others[i], owner))
			return;
	if (o->others_nr < OTHERS_OF_A_LIST)
		o->others[o->others_nr++] = owner;
}

/* A place is worked out for what is kept alone: READMEs have links by the hundred. */
static void keep_first(const struct offer *o, struct ml_where *kept, const struct ml_card *card, const struct ml_link *link)
{
	if (!kept->file)
		*kept = ml_where_of(o->facts->arena, card->file, link->source, link->source + link->len);
}

static void take_hub_link(struct offer *o, const struct ml_hub_model *model, const struct ml_card *card, const struct ml_link *link)
{
	if (own_owner(o, model->owner)) {
		o->own_nr++;
		keep_first(o, &o->own_at, card, link);
		if (!own_name(o, model))
			return;
	}
	if (own_name(o, model)) {
		o->namesake |= same_letters(o->name, model->name);
		o->related_nr++;
		keep_first(o, &o->related_at, card, link);
	} else {
		count_other(o, model->owner);
	}
}

static bool weights_file(struct ml_span url)
{
	size_t end = 0;
	while (end < url.len && url.at[end] != '?' && url.at[end] != '#')
		end++;
	return ml_role_of(ml_span_sub(url, 0, end)) == ML_ROLE_WEIGHTS;
}

/* Words that make what they stand beside a model's weights. */
static bool speaks_of_weights(const struct offer *o, struct ml_span text)
{
	return ml_list_in(o->facts->knowledge, ML_LIST_WEIGHTS_NEAR, text);
}

static bool near_weights(const struct offer *o, const struct ml_block *block)
{
	return speaks_of_weights(o, block->text) || (block->heading && speaks_of_weights(o, block->heading->text)) ||
	       (block->column && speaks_of_weights(o, block->column->text)) || (block->label && speaks_of_weights(o, block->label->text));
}

/* A release of this very repository, where its owner is known. */
static bool own_release(const struct offer *o, struct ml_span url)
{
	struct ml_span owner, rest = without_scheme(url);
	const char *host = ml_list_start(o->facts->knowledge, ML_LIST_PROJECT_HOSTS, rest);
	if (!host)
		return true;
	rest = ml_span_sub(rest, strlen(host), rest.len);
	return take_part(&rest, &owner) && (!o->owners_nr || own_owner(o, owner));
}

static void take_link(struct offer *o, const struct ml_card *card, const struct ml_block *block, const struct ml_link *link)
{
	struct ml_hub_model model;
	bool hub = ml_hub_model_of(&model, o->facts->knowledge, link->target);
	if (o->weak_at.file && !hub)
		return;
	struct ml_span words = ml_span_sub(block->text, link->at, link->at + link->len);
	if (hub) {
		take_hub_link(o, &model, card, link);
		if (!model.name.len && speaks_of_weights(o, words))
			keep_first(o, &o->weak_at, card, link);
		return;
	}
	bool outward = ml_span_find(link->target, "//") < 8 || ml_span_starts(link->target, "magnet:");
	if (!outward || !own_release(o, link->target))
		return;
	if (weights_file(link->target) || (ml_list_in(o->facts->knowledge, ML_LIST_DRIVE_HOSTS, link->target) && near_weights(o, block)) || (words.len < 60 && speaks_of_weights(o, words)))
		keep_first(o, &o->weak_at, card, link);
}

static bool at_root(const struct ml_file *file)
{
	return !strchr(file->path, '/');
}

static void take_links(struct offer *o, const struct ml_card *card)
{
	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		for (size_t k = 0; k < block->links_nr; k++)
			if (!block->links[k].image)
				take_link(o, card, block, &block->links[k]);
	}
}

/* Ids of hub models of an own owner in prose and code: from_pretrained("acme/heron-7b"), `acme/heron-7b`. */
static bool id_before(struct ml_span text, size_t at)
{
	return at > 0 && (ml_is_alnum(text.at[at - 1]) || strchr("/.-_@:", text.at[at - 1]));
}

static bool find_ids(struct offer *o, const struct ml_card *card, struct ml_span owner)
{
	struct ml_span text = card->file->text;
	const char *want = ml_arena_printf(o->facts->arena, "%.*s/", ML_SPAN_ARG(owner));
	for (size_t at = card->body; owner.len >= 3 && at < text.len;) {
		size_t found = ml_span_find_nocase(ml_span_sub(text, at, text.len), want);
		if (found == SIZE_MAX)
			return false;
		size_t from = at + found, end = from + owner.len + 1;
		while (end < text.len && (ml_is_alnum(text.at[end]) || strchr("-_.", text.at[end])))
			end++;
		struct ml_span name = ml_span_sub(text, from + owner.len + 1, end);
		at = end;
		if (id_before(text, from) || name.len < 3 || (end < text.len && text.at[end] == '/') || same_letters(name, o->name))
			continue;
		show(o, ML_OFFER_LINKED, ml_where_of(o->facts->arena, card->file, from, end));
		return true;
	}
	return false;
}

/* `"pond/Heron-7B"` of a repository Heron: an id in quotes that begins with its name and goes on. */
static bool find_named_ids(struct offer *o, const struct ml_card *card)
{
	struct ml_span text = card->file->text, bare = bare_name(o->facts->knowledge, o->name);
	const char *want = ml_arena_printf(o->facts->arena, "/%.*s-", ML_SPAN_ARG(bare));
	for (size_t at = card->body; bare.len >= 5 && at < text.len;) {
		size_t found = ml_span_find_nocase(ml_span_sub(text, at, text.len), want);
		if (found == SIZE_MAX)
			return false;
		size_t slash = at + found, from = slash, end = slash + bare.len + 2;
		while (from > card->body && (ml_is_alnum(text.at[from - 1]) || strchr("-_", text.at[from - 1])))
			from--;
		while (end < text.len && (ml_is_alnum(text.at[end]) || strchr("-_.", text.at[end])))
			end++;
		at = end;
		struct ml_span name = ml_span_sub(text, slash + 1, end);
		bool quoted = from < slash && from > 0 && end < text.len && strchr("\"'`", text.at[from - 1]) && text.at[end] == text.at[from - 1];
		if (!quoted || ml_role_of(name) != ML_ROLE_NONE || ml_span_find(name, ".") != SIZE_MAX)
			continue;
		show(o, ML_OFFER_LINKED, ml_where_of(o->facts->arena, card->file, from, end));
		return true;
	}
	return false;
}

static bool find_linked(struct offer *o)
{
	for (size_t i = 0; i < o->facts->cards_nr; i++)
		if (at_root(o->facts->cards[i].file))
			take_links(o, &o->facts->cards[i]);
	bool list = o->others_nr == OTHERS_OF_A_LIST && !o->own_nr;
	if (o->related_nr && (!o->tool || o->own_nr || o->namesake))
		show(o, ML_OFFER_LINKED, o->related_at);
	else if (o->own_nr && (!o->tool || o->own_nr >= OWN_OF_A_TOOL))
		show(o, ML_OFFER_LINKED, o->own_at);
	else if (o->weak_at.file && !o->tool && !list)
		show(o, ML_OFFER_LINKED, o->weak_at);
	for (size_t i = 0; !o->facts->offer && !o->tool && !list && i < o->owners_nr; i++)
		if (o->facts->card)
			find_ids(o, o->facts->card, o->owners[i]);
	if (!o->facts->offer && !o->tool && !list && o->facts->card)
		find_named_ids(o, o->facts->card);
	return o->facts->offer != ML_OFFER_NONE;
}

/* ---- described ---- */

/* Front matter of a model's card, not of a dataset's or an app's. */
static bool is_model_front(struct ml_where *where, const struct ml_knowledge *knowledge, const struct ml_card *card)
{
	const struct ml_node *key = ml_list_key(knowledge, ML_LIST_MODEL_CARD_KEYS, card->front.root);
	if (!key || ml_list_key(knowledge, ML_LIST_OTHER_KEYS, card->front.root))
		return false;
	*where = ml_where_line(card->file, key->key_line, key->key_line);
	return true;
}

static bool find_front(struct offer *o)
{
	for (size_t i = 0; i < o->facts->cards_nr; i++) {
		struct ml_where where;
		if (!is_model_front(&where, o->facts->knowledge, &o->facts->cards[i]))
			continue;
		show(o, ML_OFFER_DESCRIBED, where);
		return true;
	}
	return false;
}

static bool is_model_card_name(const struct ml_file *file)
{
	struct ml_span base = ml_path_name(ml_span_of(file->path));
	return ml_span_find_nocase(base, "model") != SIZE_MAX && ml_span_find_nocase(base, "card") != SIZE_MAX;
}

bool ml_is_model_card(const struct ml_knowledge *knowledge, const struct ml_card *card)
{
	struct ml_where where;
	return is_model_card_name(card->file) || is_model_front(&where, knowledge, card);
}

static bool config_of_model(struct offer *o, struct ml_file *file)
{
	static const char *const names[] = { "adapter_config.json", "model_index.json", "generation_config.json" };
	struct ml_span base = ml_path_name(ml_span_of(file->path));
	if (!at_root(file) || file->role != ML_ROLE_CONFIG)
		return false;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (ml_span_is(base, names[i]))
			return true;
	if (ml_span_ends(base, ".index.json"))
		return true;
	if (!ml_span_is(base, "config.json"))
		return false;
	ml_tree_read(o->facts->tree, file, 0);
	return ml_span_find(file->text, "\"architectures\"") != SIZE_MAX || ml_span_find(file->text, "\"model_type\"") != SIZE_MAX;
}

/* A license for weights, a model card, or a model's configuration among the files. */
static bool find_files(struct offer *o)
{
	for (size_t i = 0; i < o->facts->tree->files_nr; i++) {
		struct ml_file *file = &o->facts->tree->files[i];
		struct ml_span path = ml_span_of(file->path);
		if (file->outside || !file->role)
			continue;
		bool license = (file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_LICENSE_PDF) && (ml_role_scope(path) & ML_SCOPE_WEIGHTS);
		bool card = file->role == ML_ROLE_CARD && is_model_card_name(file);
		if (!license && !card && !config_of_model(o, file))
			continue;
		show(o, ML_OFFER_DESCRIBED, ml_where_line(file, 0, 0));
		return true;
	}
	return false;
}

static bool find_described(struct offer *o)
{
	if (find_front(o) || find_files(o))
		return true;
	if (o->others_nr == OTHERS_OF_A_LIST)
		return false;
	struct ml_where where;
	for (size_t i = 0; i < o->facts->cards_nr; i++) {
		if (!at_root(o->facts->cards[i].file) || !ml_tells_of_model(&where, o->facts, &o->facts->cards[i], o->tool))
			continue;
		show(o, ML_OFFER_DESCRIBED, where);
		return true;
	}
	return false;
}

void ml_offer_collect(struct ml_facts *facts)
{
	struct offer o = { .facts = facts };
	facts->offer = ML_OFFER_NONE;
	facts->offered = (struct ml_where){ 0 };
	take_names(&o);
	o.tool = ml_calls_itself_tool(facts, facts->card);
	o.list = ml_list_start(facts->knowledge, ML_LIST_LIST_NAMES, o.name);
	if (!find_shipped(&o) && !o.list && !find_linked(&o))
		find_described(&o);
}
