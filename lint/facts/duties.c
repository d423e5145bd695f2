#include "lint/facts/duties.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/lineage.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

/* A text that may hold what is asked for: a set of the kinds is looked through. */
enum shelf { SHELF_NOTICE = 1, SHELF_CARD = 2, SHELF_DOC = 4, SHELF_LICENSE = 8 };
struct text {
	struct ml_plain plain;
	enum shelf shelf;
};

struct walk {
	struct ml_facts *facts;
	struct ml_arena *scratch;
	size_t *left;
	struct text *texts;
	size_t texts_nr, texts_cap;
	bool stocked;       /* texts are there */
	bool unread;        /* one could not be read */
	struct ml_duty *out;
	size_t nr, cap;
};

struct heard {
	enum ml_heard how;
	enum shelf shelf;
	struct ml_where where;
};

static bool is_new_model(const struct ml_base_model *base)
{
	return base->how && strcmp(base->how, "quantized") != 0;
}

/* Texts of one license differ by date alone: "gemma" and "gemma-2024-04-01". */
static bool is_form_of(const struct ml_license *a, const struct ml_license *b)
{
	size_t x = a ? strlen(a->id) : 0, y = b ? strlen(b->id) : 0, less = x < y ? x : y;

	if (!less || strncmp(a->id, b->id, less) != 0)
		return false;
	const char *rest = x < y ? b->id + less : a->id + less;
	return !*rest || (*rest == '-' && a->publisher && b->publisher && !strcmp(a->publisher, b->publisher));
}

static void put_text(struct walk *walk, const struct ml_file *file, size_t from, enum shelf shelf)
{
	struct text text = { .shelf = shelf };

	if (!file->text.at) {
		walk->unread |= file->size > 0;
		return;
	}
	ml_plain_make(&text.plain, walk->scratch, file, from);
	ML_PUSH(walk->scratch, walk->texts, walk->texts_nr, walk->texts_cap, text);
}

/* Of one model of several: what lies in its folder, or in one above, goes with it; what lies beside it does not. */
static bool goes_along(const struct ml_facts *facts, const struct ml_file *file)
{
	const char *slash = strrchr(file->path, '/');
	size_t folder = slash ? (size_t)(slash - file->path) + 1 : 0;

	return !facts->folder || !strncmp(file->path, facts->folder, folder) || !strncmp(file->path, facts->folder, strlen(facts->folder));
}

/* Documents beside the cards are read only here, where something is looked for: those at the root and in docs/. */
static void put_documents(struct walk *walk)
{
	const struct ml_facts *facts = ml_whole(walk->facts);
	size_t read = 0;

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		bool near = ml_at_root(walk->facts, file) || !strchr(file->path, '/') || ml_span_starts_nocase(ml_span_of(file->path), "doc");
		if (file->role != ML_ROLE_DOC || file->outside || !near)
			continue;
		if (read++ >= ML_LIMIT_DUTY_DOCS || file->size > *walk->left) {
			walk->unread = true;
			return;
		}
		ml_tree_read(facts->tree, file, 0);
		*walk->left -= file->bytes.len < *walk->left ? file->bytes.len : *walk->left;
		put_text(walk, file, 0, SHELF_DOC);
	}
}

static void stock(struct walk *walk)
{
	const struct ml_facts *facts = ml_whole(walk->facts);

	if (walk->stocked)
		return;
	walk->stocked = true;
	for (size_t i = 0; i < facts->cards_nr; i++)
		if (goes_along(walk->facts, facts->cards[i].file))
			put_text(walk, facts->cards[i].file, facts->cards[i].body, SHELF_CARD);
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (!goes_along(walk->facts, file))
			continue;
		if (!file->outside && (file->role == ML_ROLE_NOTICE || file->role == ML_ROLE_LICENSE))
			put_text(walk, file, 0, file->role == ML_ROLE_NOTICE ? SHELF_NOTICE : SHELF_LICENSE);
	}
	put_documents(walk);
}

/* A license quotes the line that it asks for: that is no notice. */
static size_t quoted_in(const struct walk *walk, const struct ml_license *license, const struct ml_file *file)
{
	const struct ml_facts *facts = ml_whole(walk->facts);
	size_t nr = 0;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		const struct ml_license *known = fact->license ? fact->license : fact->nearest;
		nr += fact->evidence == ML_EVIDENCE_TEXT && fact->where.file == file && is_form_of(known, license);
	}
	return nr;
}

static struct heard hear(const struct walk *walk, const struct ml_license *license, const char *line, unsigned shelves)
{
	struct heard best = { 0 };

	for (size_t i = 0; i < walk->texts_nr; i++) {
		const struct text *text = &walk->texts[i];
		struct heard heard = { .shelf = text->shelf };
		size_t times;
		if (!(text->shelf & shelves))
			continue;
		heard.how = ml_plain_hear(&text->plain, walk->facts->arena, line, &times, &heard.where);
		size_t quoted = heard.how ? quoted_in(walk, license, text->plain.file) : 0;
		if (quoted && times <= quoted)
			continue;
		if (heard.how > best.how)
			best = heard;
	}
	return best;
}

static const char *doubt_of(const struct walk *walk, const struct ml_base_model *base)
{
	if (base->hint)
		return base->hint;
	if (!base->sure)
		return "the base's terms were not read by us";
	if (base->from == ML_BASE_HEADER)
		return "only the header of the weights names the base";
	if (base->how && !strcmp(base->how, "adapter"))
		return "whether an adapter derives from its base is unsettled";
	if (!base->how)
		return "nothing tells how the model was made from the base";
	if (is_new_model(base) && ml_name_is_copy(walk->facts, base))
		return "an unchanged copy or conversion";
	return walk->unread ? "a text in which it may stand could not be read" : NULL;
}

static struct ml_duty start(const struct walk *walk, const struct ml_base_model *base, enum ml_duty_kind kind, const char *wanted)
{
	return (struct ml_duty){ .kind = kind, .license = base->license, .base = base, .wanted = wanted, .doubt = doubt_of(walk, base) };
}

static void add(struct walk *walk, const struct ml_duty *duty)
{
	ML_PUSH(walk->facts->arena, walk->out, walk->nr, walk->cap, *duty);
}

static void look_for_notice(struct walk *walk, const struct ml_base_model *base)
{
	const struct ml_duties *duties = base->license->duties;
	bool anywhere = duties->place == ML_PLACE_ANYWHERE;

	if (!duties->notice)
		return;
	stock(walk);
	struct heard heard = hear(walk, base->license, duties->notice, SHELF_NOTICE);
	struct heard other = hear(walk, base->license, duties->notice, SHELF_CARD | SHELF_DOC | SHELF_LICENSE);
	if (heard.how == ML_HEARD_WHOLE || (anywhere && other.how == ML_HEARD_WHOLE))
		return;
	struct ml_duty duty = start(walk, base, ML_DUTY_NOTICE, duties->notice);
	if (other.how == ML_HEARD_WHOLE) {
		duty.found = other.where;
		duty.doubt = "the line stands in another file";
	} else if (heard.how || (anywhere && other.how)) {
		duty.found = heard.how ? heard.where : other.where;
		duty.near = true;
		duty.doubt = "a line like it is there";
	} else if (!duty.doubt && duties->reach == ML_REACH_OWN_MATERIALS && is_new_model(base)) {
		duty.doubt = "the line is asked for in copies of the materials; whether a model made from them is one is unsettled";
	}
	add(walk, &duty);
}

/* Whether the card links a site on which its maker may show a phrase. */
static bool links_site(const struct ml_knowledge *knowledge, const struct ml_card *card)
{
	struct ml_span text = card ? card->file->text : (struct ml_span){ 0 };
	size_t at = card && card->body < text.len ? card->body : text.len, next;

	for (; (next = ml_span_find(ml_span_sub(text, at, text.len), "://")) != SIZE_MAX; at += next + 3) {
		struct ml_span rest = ml_span_sub(text, at + next + 3, text.len);
		if (ml_span_starts_nocase(rest, "www."))
			rest = ml_span_sub(rest, 4, rest.len);
		if (!ml_list_start(knowledge, ML_LIST_HOSTING_SITES, rest))
			return true;
	}
	return false;
}

/* "A" or "B" */
static const char *either(struct ml_arena *arena, const struct ml_duties *duties)
{
	const char *all = ml_arena_printf(arena, "\"%s\"", duties->phrases[0]);

	for (size_t i = 1; i < duties->phrases_nr; i++)
		all = ml_arena_printf(arena, "%s or \"%s\"", all, duties->phrases[i]);
	return all;
}

static bool asks_for_phrase(const struct ml_base_model *base)
{
	const struct ml_duties *duties = base->license->duties;

	if (!duties->phrases_nr || duties->phrase_duty != ML_PHRASE_REQUIRED || (duties->phrase_act == ML_ACT_NEW_MODEL && !is_new_model(base)))
		return false;
	return !duties->phrase_of || ml_span_find_nocase(ml_span_of(base->id), duties->phrase_of) != SIZE_MAX;
}

static void look_for_phrase(struct walk *walk, const struct ml_base_model *base)
{
	const struct ml_duties *duties = base->license->duties;
	struct heard best = { 0 };

	if (!asks_for_phrase(base))
		return;
	stock(walk);
	for (size_t i = 0; i < duties->phrases_nr; i++) {
		struct heard heard = hear(walk, base->license, duties->phrases[i], SHELF_NOTICE | SHELF_CARD | SHELF_DOC);
		if (heard.how > best.how)
			best = heard;
	}
	if (best.how == ML_HEARD_WHOLE)
		return;
	struct ml_duty duty = start(walk, base, ML_DUTY_PHRASE, either(walk->facts->arena, duties));
	duty.found = best.where;
	duty.near = best.how > ML_HEARD_NOT;
	if (best.how == ML_HEARD_NEAR)
		duty.slight = "all words of it are there";
	if (duty.near)
		duty.doubt = "words like it are there";
	else if (!duty.doubt && links_site(walk->facts->knowledge, walk->facts->card))
		duty.doubt = "it may stand on a page that the card links to";
	add(walk, &duty);
}

/* Another base asks for another beginning: no name has both. */
static bool has_rival(const struct ml_facts *facts, const char *prefix)
{
	for (size_t i = 0; i < facts->bases_nr && i < ML_LIMIT_LINEAGE; i++) {
		const struct ml_license *license = facts->bases[i].license;
		if (license && license->duties && license->duties->prefix && strcmp(license->duties->prefix, prefix) != 0)
			return true;
	}
	return false;
}

static void look_for_prefix(struct walk *walk, const struct ml_base_model *base)
{
	const char *prefix = base->license->duties->prefix;
	bool some, told;

	if (!prefix || !is_new_model(base) || ml_name_is_copy(walk->facts, base))
		return;
	struct ml_duty duty = start(walk, base, ML_DUTY_PREFIX, prefix);
	if (ml_name_begins(walk->facts, prefix, base, &duty.seen, &some, &told) || !duty.seen)
		return;
	if (some)
		duty.slight = "another name of the model begins so";
	else if (!duty.doubt && !told)
		duty.doubt = "the name that the model is passed on under is not known";
	else if (!duty.doubt && has_rival(walk->facts, prefix))
		duty.doubt = "another base asks for another beginning";
	add(walk, &duty);
}

/* A copy of the agreement as a file, or in the words that a reader has to accept. */
static bool has_copy(const struct walk *walk, const struct ml_license *license)
{
	const struct ml_facts *facts = ml_whole(walk->facts);
	const struct ml_node *gate = facts->card ? ml_node_get(facts->card->front.root, "extra_gated_prompt") : NULL;

	if (gate && gate->kind == ML_NODE_SCALAR && gate->text.len > 2000)
		return true;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!fact->where.file || fact->evidence != ML_EVIDENCE_TEXT || !goes_along(walk->facts, fact->where.file))
			continue;
		if (fact->unread || is_form_of(fact->license, license) || (!fact->license && is_form_of(fact->nearest, license)))
			return true;
	}
	return false;
}

static bool is_permissive(const struct ml_license *license)
{
	return license->class == ML_CLASS_PERMISSIVE || license->class == ML_CLASS_PUBLIC_DOMAIN;
}

static void look_for_copy(struct walk *walk, const struct ml_base_model *base)
{
	const struct ml_license *license = base->license;
	bool asked = license->duties && license->duties->copy;

	if ((!asked && license->text_duty != ML_TEXT_DUTY_TEXT) || has_copy(walk, license))
		return;
	struct ml_duty duty = start(walk, base, ML_DUTY_COPY, NULL);
	if (is_permissive(license) && (!base->sure || (base->from == ML_BASE_SENTENCE && ml_span_find(ml_span_of(base->id), "/") == SIZE_MAX)))
		duty.slight = base->sure ? "only a sentence names the base, not by its address" : duty.doubt;
	if (is_permissive(license))
		duty.doubt = "permissive terms, whose text everybody has";
	else if (!asked && !duty.doubt)
		duty.doubt = "how its text may be passed on was not read by us";
	add(walk, &duty);
}

/* What says that a model was changed, and into what. */
static bool tells_changes(const struct walk *walk)
{
	const struct ml_facts *facts = ml_whole(walk->facts);

	for (size_t i = 0; i < walk->facts->bases_nr; i++)
		if (walk->facts->bases[i].relation || walk->facts->bases[i].from == ML_BASE_SENTENCE)
			return true;
	for (size_t i = 0; i < facts->cards_nr; i++) {
		if (!goes_along(walk->facts, facts->cards[i].file))
			continue;
		struct ml_span body = ml_span_sub(facts->cards[i].file->text, facts->cards[i].body, facts->cards[i].file->text.len);
		if (ml_list_in(facts->knowledge, ML_LIST_CHANGES_TOLD, body))
			return true;
	}
	return false;
}

static void look_for_changes(struct walk *walk, const struct ml_base_model *base)
{
	struct ml_duty duty;

	if (!base->license->duties->changes || !base->how || ml_name_is_copy(walk->facts, base) || tells_changes(walk))
		return;
	duty = start(walk, base, ML_DUTY_CHANGES, NULL);
	add(walk, &duty);
}

/* The address without scheme and "www.": people write it in many ways, and makers move it. */
static bool says_policy(const struct ml_knowledge *knowledge, struct ml_span text, const char *policy)
{
	const char *bare = strstr(policy, "://") ? strstr(policy, "://") + 3 : policy;

	if (!strncmp(bare, "www.", 4))
		bare += 4;
	return ml_span_find_nocase(text, bare) != SIZE_MAX || ml_list_in(knowledge, ML_LIST_POLICY_TOLD, text);
}

static void look_for_policy(struct walk *walk, const struct ml_base_model *base)
{
	const char *policy = base->license->duties->policy;
	const struct ml_facts *facts = ml_whole(walk->facts);

	if (!policy)
		return;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		bool text = file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_NOTICE || file->role == ML_ROLE_CARD || file->role == ML_ROLE_TRANSLATION;
		if (file->outside || !goes_along(walk->facts, file))
			continue;
		if (file->role == ML_ROLE_POLICY || file->role == ML_ROLE_LICENSE_PDF || (text && file->size && !file->text.at))
			return;
		if (text && says_policy(facts->knowledge, file->text, policy))
			return;
	}
	struct ml_duty duty = start(walk, base, ML_DUTY_POLICY, policy);
	add(walk, &duty);
}

/* Whether this repository is of the license's own maker: some model of theirs is known that has these terms, and the same owner. */
static bool is_publisher(const struct ml_facts *facts, const struct ml_license *license)
{
	const struct ml_models *models = facts->knowledge->models;

	for (size_t i = 0; license->publisher && models && i < models->nr; i++) {
		const struct ml_model *model = &models->at[i];
		if (!model->copy && !model->base && !strcmp(ml_packed_text(models->pack, model->license), license->id) &&
		    ml_is_own_maker(facts, ml_span_of(ml_packed_text(models->pack, model->id))))
			return true;
	}
	return false;
}

/* Whoever passes on weights that were made from another's. */
static bool is_bound(const struct ml_facts *facts, const struct ml_base_model *base)
{
	const struct ml_license *license = base->license;

	if (!license || base->own || base->from == ML_BASE_CONFIG || (base->text && !base->text->license))
		return false;
	return (license->duties || license->text_duty == ML_TEXT_DUTY_TEXT) && !is_publisher(facts, license);
}

/* Of several bases under one license the first that is in no doubt speaks. */
static bool speaks(const struct walk *walk, size_t k)
{
	const struct ml_base_model *base = &walk->facts->bases[k];
	bool mine = doubt_of(walk, base) == NULL;

	for (size_t i = 0; i < walk->facts->bases_nr && i < ML_LIMIT_LINEAGE; i++) {
		const struct ml_base_model *other = &walk->facts->bases[i];
		if (i == k || other->license != base->license || !is_bound(walk->facts, other))
			continue;
		bool its = doubt_of(walk, other) == NULL;
		if (its != mine ? its : i < k)
			return false;
	}
	return true;
}

static void walk_base(struct walk *walk, const struct ml_base_model *base)
{
	look_for_copy(walk, base);
	if (!base->license->duties)
		return;
	look_for_notice(walk, base);
	look_for_phrase(walk, base);
	look_for_prefix(walk, base);
	look_for_changes(walk, base);
	look_for_policy(walk, base);
}

/* Outputs that went into a model of one's own: some licenses ask for their name in it. */
static void walk_output(struct walk *walk, const struct ml_output_use *output)
{
	const struct ml_facts *facts = walk->facts;
	const struct ml_duties *duties = output->license->duties;
	struct ml_duty duty = { .kind = ML_DUTY_PREFIX, .license = output->license, .output = output, .doubt = "it is asked for the use of outputs" };
	bool some, told;

	if (!duties || !duties->prefix_outputs || is_publisher(facts, output->license))
		return;
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (is_form_of(facts->bases[i].license, output->license))
			return;
	for (size_t i = 0; i < walk->nr; i++)
		if (walk->out[i].kind == ML_DUTY_PREFIX && !strcmp(walk->out[i].wanted, duties->prefix))
			return;
	duty.wanted = duties->prefix;
	if (ml_name_begins(facts, duties->prefix, NULL, &duty.seen, &some, &told) || !duty.seen || some)
		return;
	add(walk, &duty);
}

void ml_duties_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left)
{
	struct walk walk = { .facts = facts, .scratch = scratch, .left = left };

	if (facts->offer != ML_OFFER_SHIPPED)
		return;
	for (size_t i = 0; i < facts->bases_nr && i < ML_LIMIT_LINEAGE; i++)
		if (is_bound(facts, &facts->bases[i]) && speaks(&walk, i))
			walk_base(&walk, &facts->bases[i]);
	for (size_t i = 0; i < facts->outputs_nr && i < ML_LIMIT_LINEAGE; i++)
		walk_output(&walk, &facts->outputs[i]);
	facts->duties = walk.out;
	facts->duties_nr = walk.nr;
	ml_arena_reset(scratch);
}
