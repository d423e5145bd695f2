#include "lint/facts/lineage.h"

#include <stdint.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/offer.h"
#include "lint/facts/parts.h"
#include "lint/facts/units.h"
#include "lint/facts/upstream.h"
#include "lint/knowledge/datasets.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"

struct ml_span ml_id_name(struct ml_span id)
{
	size_t from = id.len;

	while (from && id.at[from - 1] != '/' && id.at[from - 1] != ':')
		from--;
	return ml_span_sub(id, from, id.len);
}

bool ml_is_hub_id(const struct ml_knowledge *knowledge, struct ml_span id)
{
	size_t slash = SIZE_MAX;

	for (size_t i = 0; i < id.len; i++) {
		char c = id.at[i];
		if (c == '/' && slash != SIZE_MAX)
			return false;
		if (c == '/')
			slash = i;
		else if (!ml_is_id_byte(c))
			return false;
	}
	if (slash == SIZE_MAX || !slash || slash + 1 == id.len || !ml_is_alnum(id.at[0]) || !ml_is_alnum(id.at[slash + 1]))
		return false;
	struct ml_span owner = ml_span_sub(id, 0, slash), name = ml_span_sub(id, slash + 1, id.len);
	if (ml_list_has(knowledge, ML_LIST_LOCAL_OWNERS, owner))
		return false;
	return !ml_span_starts_nocase(name, "checkpoint-") && !ml_span_ends_nocase(name, ".bin") && !ml_span_ends_nocase(name, ".gguf") &&
	       !ml_span_ends_nocase(name, ".safetensors");
}

static char next_letter(struct ml_span text, size_t *at)
{
	while (*at < text.len && (text.at[*at] == '-' || text.at[*at] == '_' || text.at[*at] == ' '))
		++*at;
	return *at < text.len ? ml_lower(text.at[(*at)++]) : '\0';
}

/* "Code Llama" and "codellama". */
static bool is_same_name(struct ml_span a, struct ml_span b)
{
	size_t i = 0, k = 0;
	char x, y;

	do {
		x = next_letter(a, &i);
		y = next_letter(b, &k);
	} while (x && x == y);
	return a.len && x == y;
}

bool ml_is_own_id(const struct ml_facts *facts, struct ml_span id)
{
	struct ml_span name = ml_id_name(id), remote = ml_span_of(facts->tree->remote), title = facts->card ? facts->card->title : (struct ml_span){ 0 };

	if (ml_span_ends_nocase(remote, ".git"))
		remote.len -= 4;
	return is_same_name(name, ml_id_name(ml_span_of(facts->tree->name))) || is_same_name(name, ml_id_name(remote)) ||
	       is_same_name(name, ml_span_trim(title));
}

/* "QwenLM" on one host is "Qwen" on another. */
static bool is_same_owner(struct ml_span a, struct ml_span b)
{
	struct ml_span s = a.len < b.len ? a : b, longer = a.len < b.len ? b : a;

	return s.len >= 4 ? ml_span_eq_nocase(s, ml_span_sub(longer, 0, s.len)) : ml_span_eq_nocase(a, b);
}

bool ml_is_own_maker(const struct ml_facts *facts, struct ml_span id)
{
	struct ml_span remote = ml_span_of(facts->tree->remote), name = ml_span_of(facts->tree->name);
	size_t slash = ml_span_find(id, "/");

	if (slash == SIZE_MAX || !slash)
		return false;
	struct ml_span owner = ml_span_sub(id, 0, slash);
	if (facts->tree->owner && is_same_owner(owner, ml_span_of(facts->tree->owner)))
		return true;
	/* A cache snapshot is named owner/name; so ends the address of a remote. */
	size_t cut = remote.len - ml_id_name(remote).len;
	if (cut && is_same_owner(owner, ml_id_name(ml_span_sub(remote, 0, cut - 1))))
		return true;
	cut = name.len - ml_id_name(name).len;
	return cut && is_same_owner(owner, ml_span_sub(name, 0, cut - 1));
}

/* The owner of a Hub address, or the id as it is. */
static struct ml_span bare_id(struct ml_facts *facts, const char *id)
{
	struct ml_hub_model hub;
	struct ml_span s = ml_span_trim(ml_span_of(id));

	if (ml_span_find(s, "://") == SIZE_MAX || !ml_hub_model_of(&hub, facts->knowledge, s) || !hub.name.len)
		return s;
	return ml_span_of(ml_arena_printf(facts->arena, "%.*s/%.*s", ML_SPAN_ARG(hub.owner), ML_SPAN_ARG(hub.name)));
}

/* Terms that something is known of; families and placeholders say nothing. */
static const struct ml_license *known_terms(const struct ml_facts *facts, const char *id)
{
	const struct ml_license *license = ml_license_by_id(facts->knowledge, ml_span_of(id));

	/* Of some families no member is without limits: every OpenRAIL restricts the use. */
	bool told = license && (!license->family || license->osd == ML_OSD_FAILS);
	return told && !license->placeholder ? license : NULL;
}

/* The license text of a folder of this tree that bears the base's name. */
static const struct ml_license_fact *text_beside(const struct ml_facts *facts, struct ml_span id)
{
	struct ml_span name = ml_id_name(id);

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		const struct ml_file *file = fact->where.file;
		if (fact->evidence != ML_EVIDENCE_TEXT || !file || file->role != ML_ROLE_LICENSE || !fact->license)
			continue;
		struct ml_span path = ml_span_of(file->path), folder = ml_span_sub(path, 0, path.len - ml_id_name(path).len);
		if (folder.len && ml_span_eq_nocase(ml_id_name(ml_span_sub(folder, 0, folder.len - 1)), name))
			return fact;
	}
	return NULL;
}

/* What the files of one place show: of a level, or of what lies in none. */
enum shows { SHOWS_ADAPTER = 1, SHOWS_MERGE = 2, SHOWS_QUANTIZER = 4, SHOWS_GGUF = 8, SHOWS_OTHER = 16 };
struct shown {
	unsigned files;                  /* set of enum shows */
	const struct ml_base_model *base; /* the only one that stands there, or NULL */
	size_t bases_nr;
};

static unsigned shown_by_config(struct ml_span name)
{
	static const struct {
		const char *name;
		enum shows shows;
	} configs[] = {
		{ "adapter_config.json", SHOWS_ADAPTER }, { "mergekit_config.yml", SHOWS_MERGE }, { "mergekit_config.yaml", SHOWS_MERGE },
		{ "quantize_config.json", SHOWS_QUANTIZER },
	};

	for (size_t i = 0; i < sizeof configs / sizeof *configs; i++)
		if (ml_span_is_nocase(name, configs[i].name))
			return configs[i].shows;
	return 0;
}

static struct shown *place_of(const struct ml_facts *facts, struct shown *places, const struct ml_file *file)
{
	size_t level = ml_level_of(facts, file);

	return &places[level == SIZE_MAX ? facts->levels_nr : level];
}

/* One entry a level; the last is of what lies in none. */
static struct shown *look_around(const struct ml_facts *facts)
{
	struct shown *places = ml_arena_array(facts->arena, struct shown, facts->levels_nr + 1);

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		unsigned shows = file->role == ML_ROLE_CONFIG && !file->outside ? shown_by_config(ml_id_name(ml_span_of(file->path))) : 0;
		if (shows)
			place_of(facts, places, file)->files |= shows;
	}
	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		bool gguf = !strcmp(facts->artifacts[i].format, "gguf") || !strcmp(facts->artifacts[i].format, "ggml");
		place_of(facts, places, facts->artifacts[i].file)->files |= gguf ? SHOWS_GGUF : SHOWS_OTHER;
	}
	for (size_t i = 0; i < facts->bases_nr; i++) {
		struct shown *place = place_of(facts, places, facts->bases[i].where.file);
		place->base = place->bases_nr++ ? NULL : &facts->bases[i];
	}
	return places;
}

/* "wren-13b-delta-v1", "Wren LoRA": a difference from the base, unless it was merged into it; "Wren-7B-GPTQ": a smaller copy. */
static const char *how_of_name(const struct ml_knowledge *knowledge, struct ml_span name)
{
	bool difference = false, copy = false, whole = false;

	for (size_t from = 0, at = 0; at <= name.len; at++) {
		if (at < name.len && ml_is_alnum(name.at[at]))
			continue;
		struct ml_span word = ml_span_sub(name, from, at);
		whole |= ml_list_has(knowledge, ML_LIST_MERGED, word);
		difference |= ml_list_has(knowledge, ML_LIST_DIFFERENCES, word);
		copy |= ml_list_has(knowledge, ML_LIST_COPIES, word);
		from = at + 1;
	}
	if (difference && !whole)
		return "adapter";
	return copy ? "quantized" : NULL;
}

/* What the files of a place, or the names of the repository, say of how the model was made, or NULL. */
static const char *how_of_files(const struct ml_facts *facts, const struct shown *place)
{
	if (place->files & SHOWS_ADAPTER)
		return "adapter";
	if (place->files & SHOWS_MERGE)
		return "merge";
	if ((place->files & SHOWS_QUANTIZER) || ((place->files & SHOWS_GGUF) && !(place->files & SHOWS_OTHER)))
		return "quantized";
	/* The Hub's sign of an adapter whose configuration is not here. */
	if (facts->card && ml_list_has(facts->knowledge, ML_LIST_ADAPTER_LIBRARIES, ml_node_get_text(facts->card->front.root, "library_name")))
		return "adapter";
	const char *how = how_of_name(facts->knowledge, ml_id_name(ml_span_of(facts->tree->name)));
	if (!how && facts->card)
		how = how_of_name(facts->knowledge, facts->card->title);
	/* As the Hub reads a lone base without a relation, beside weights. */
	return !how && (place->files & SHOWS_OTHER) && place->base && place->base->from == ML_BASE_CARD ? "finetune" : how;
}

static const char *known_relation(const char *relation)
{
	static const char *const names[] = { "finetune", "quantized", "adapter", "merge" };

	for (size_t i = 0; relation && i < sizeof names / sizeof *names; i++)
		if (ml_span_is_nocase(ml_span_of(relation), names[i]))
			return names[i];
	return NULL;
}

/* One base is often named by several files: it is read once. */
static bool told_before(const struct ml_facts *facts, struct ml_base_model *base)
{
	for (const struct ml_base_model *other = facts->bases; other < base; other++) {
		if (!other->upstream || !ml_span_is_nocase(ml_span_of(other->id), base->id))
			continue;
		base->upstream = other->upstream;
		base->license = other->license;
		return true;
	}
	return false;
}

/* What lies in a folder of the user's decides, also where it says less than is known. */
static bool look_upstream(struct ml_facts *facts, struct ml_base_model *base, struct ml_span id, size_t *read)
{
	struct ml_upstream found = { 0 };

	if (!facts->knowledge->upstreams_nr || base->text)
		return false;
	if (told_before(facts, base))
		return true;
	if (!ml_upstream_find(&found, facts, id, read))
		return false;
	base->upstream = found.place;
	base->license = found.license;
	return true;
}

/* "pond/Llama-3.1-8B-Instruct-bnb-4bit": copies and tunes by others bear the name of what they come from in front. */
static const struct ml_model *named_like(struct ml_base_model *base, const struct ml_knowledge *knowledge, struct ml_span id)
{
	size_t to = 0;
	const struct ml_model *model = ml_model_at(knowledge, ml_id_name(id), &to);

	if (model && !base->hint)
		base->hint = "its name alone tells what it comes from";
	return model;
}

/* How the model was made: as declared; where the files show an adapter, "fine-tuned from" in prose means that. shown: by the files, or NULL. */
static const char *how_made(const struct ml_base_model *base, const char *shown)
{
	const char *declared = known_relation(base->relation);
	bool tuned = base->from == ML_BASE_SENTENCE && base->how && !strcmp(base->how, "finetune");

	if (declared)
		return declared;
	return !base->how || (tuned && shown && !strcmp(shown, "adapter")) ? shown : base->how;
}

static void resolve(struct ml_facts *facts, struct ml_base_model *base, const char *how, bool look, size_t *read)
{
	struct ml_span id = bare_id(facts, base->id);
	bool hub = ml_span_find(id, "/") != SIZE_MAX;

	/* Readers of headers need not say that they are. */
	if (base->where.file && base->where.file->role == ML_ROLE_WEIGHTS)
		base->from = ML_BASE_HEADER;
	if (!base->model)
		base->model = hub ? ml_model_by_id(facts->knowledge, id) : ml_model_by_name(facts->knowledge, id);
	if (!base->model && hub)
		base->model = named_like(base, facts->knowledge, id);
	base->how = how_made(base, how);
	base->own = ml_is_own_maker(facts, hub || !base->model ? id : ml_span_of(base->model->id));
	base->text = look ? text_beside(facts, id) : NULL;
	base->license = base->text ? base->text->license : base->model ? known_terms(facts, base->model->license) : NULL;
	bool lies = look && look_upstream(facts, base, id, read);
	base->sure = base->license && !base->hint && base->from != ML_BASE_CONFIG && (base->text || lies || ml_model_sure(base->model));
}

static void resolve_dataset(const struct ml_facts *facts, struct ml_dataset_ref *ref)
{
	if (!ref->dataset)
		ref->dataset = ml_dataset_by_id(facts->knowledge, ml_span_of(ref->id));
	if (ref->dataset)
		ref->license = known_terms(facts, ref->dataset->license);
}

/* Data that a model made is that model's output. Only a model whose weights are given has a license; providers have terms of use. */
static void add_output(struct ml_facts *facts, const struct ml_dataset_ref *ref)
{
	struct ml_span name = ref->dataset && ref->dataset->generated_by ? ml_dataset_generator(ref->dataset) : (struct ml_span){ 0 };
	const struct ml_model *model = name.len && ref->use == ML_DATA_TRAINING ? ml_model_by_name(facts->knowledge, name) : NULL;
	struct ml_output_use output = { .where = ref->where, .id = ref->id, .dataset = ref->dataset };

	if (!model)
		return;
	output.license = known_terms(facts, model->license);
	if (output.license)
		ml_facts_add_output(facts, &output);
}

void ml_lineage_resolve(struct ml_facts *facts)
{
	struct ml_base_model *bases = (struct ml_base_model *)(uintptr_t)facts->bases;
	struct ml_dataset_ref *datasets = (struct ml_dataset_ref *)(uintptr_t)facts->datasets;
	struct shown *places = facts->bases_nr ? look_around(facts) : NULL;
	size_t read = 0;

	for (size_t i = 0; i < facts->bases_nr; i++) {
		const char *how = how_of_files(facts, place_of(facts, places, bases[i].where.file));
		resolve(facts, &bases[i], how, i < ML_LIMIT_LINEAGE, &read);
	}
	for (size_t i = 0; i < facts->datasets_nr; i++)
		resolve_dataset(facts, &datasets[i]);
	for (size_t i = 0; i < facts->datasets_nr; i++)
		add_output(facts, &facts->datasets[i]);
}

enum ml_term_id ml_dataset_limit(const struct ml_dataset_ref *ref)
{
	static const enum ml_term_id limits[] = { ML_TERM_NONCOMMERCIAL, ML_TERM_RESEARCH_ONLY, ML_TERM_NO_DERIVATIVES };
	const struct ml_dataset *known = ref->dataset;

	if (!known || !ref->license || known->known != ML_KNOWN_READ || known->confidence == ML_CONFIDENCE_LOW)
		return ML_TERM_NR;
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		for (size_t k = 0; k < ref->license->terms_nr; k++)
			if (ref->license->terms[k].id == limits[i])
				return limits[i];
	return ML_TERM_NR;
}

enum ml_term_id ml_statement_limit(const struct ml_statement *statement)
{
	static const enum ml_term_id limits[] = { ML_TERM_NONCOMMERCIAL, ML_TERM_RESEARCH_ONLY, ML_TERM_NO_DERIVATIVES };

	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		if (statement->license && ml_license_has(statement->license, limits[i]))
			return limits[i];
		for (size_t k = 0; k < statement->terms_nr; k++)
			if (statement->terms[k].id == limits[i] && !statement->license)
				return limits[i];
	}
	return ML_TERM_NR;
}

bool ml_names_training_data(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (facts->datasets[i].use != ML_DATA_EVALUATION && !(facts->datasets[i].dataset && facts->datasets[i].dataset->service))
			return true;
	return false;
}
