/* The parts of a release that a repository shows: by files, by data sets that are named, by words of its cards. */
#include "lint/check/rule.h"

#include <string.h>

#include "lint/knowledge/models.h"

#define TRIES 64u /* lines of one card that are looked at for one part */

static bool fits(const struct ml_component *component, const char *path)
{
	struct ml_span whole = ml_span_of(path), name = ml_path_name(whole);

	for (size_t i = 0; i < component->files_nr; i++)
		if (ml_pattern_fits(component->files[i], strchr(component->files[i], '/') ? whole : name))
			return true;
	return false;
}

static void show(struct ml_part *part, enum ml_seen seen, struct ml_where where)
{
	if (seen <= part->seen)
		return;
	part->seen = seen;
	part->where = where;
}

static void find_files(struct ml_part *parts, size_t nr, const struct ml_facts *facts)
{
	for (size_t f = 0; f < facts->tree->files_nr; f++) {
		const struct ml_file *file = &facts->tree->files[f];
		for (size_t i = 0; i < nr && !file->outside; i++)
			if (parts[i].seen != ML_SEEN_HERE && parts[i].component->files_nr && fits(parts[i].component, file->path))
				show(&parts[i], ML_SEEN_HERE, (struct ml_where){ .file = file });
	}
}

/* The first line with words of the part that does not take them back. */
static bool find_words(struct ml_where *where, const struct ml_facts *facts, const struct ml_file *file, const char *words)
{
	const char *back = facts->knowledge->openness->not_there;
	struct ml_span text = file->text;
	struct ml_match match, taken;
	size_t at = 0;

	for (unsigned i = 0; i < TRIES && at < text.len && ml_pattern_find(facts->patterns, words, text, at, &match) == ML_MATCH_FOUND; i++) {
		struct ml_span line = ml_span_line(text, match.from, match.to);
		if (ml_pattern_find(facts->patterns, back, line, 0, &taken) != ML_MATCH_FOUND) {
			*where = ml_where_of(facts->arena, file, match.from, match.to);
			return true;
		}
		at = (size_t)(line.at - text.at) + line.len + 1;
	}
	return false;
}

static void find_told(struct ml_part *part, const struct ml_facts *facts)
{
	struct ml_where where;

	for (size_t i = 0; i < facts->cards_nr && part->seen == ML_SEEN_NONE; i++) {
		const struct ml_file *file = facts->cards[i].file;
		if (file->text.at && !file->outside && find_words(&where, facts, file, part->component->words))
			show(part, part->component->told ? ML_SEEN_HERE : ML_SEEN_TOLD, where);
	}
}

static const struct ml_dataset_ref *data_of(const struct ml_facts *facts, enum ml_part_data data)
{
	enum ml_data_use use = data == ML_PART_DATA_TRAINING ? ML_DATA_TRAINING : ML_DATA_EVALUATION;

	for (size_t i = 0; i < facts->datasets_nr; i++)
		if (facts->datasets[i].use == use)
			return &facts->datasets[i];
	return NULL;
}

/* The license that covers what no license is named for, documents and data: one whose scope holds them. */
static const struct ml_license_fact *of_wider(const struct ml_facts *facts, unsigned scope)
{
	const struct ml_govern *governs[] = { &facts->code, &facts->weights };

	for (size_t i = 0; i < sizeof governs / sizeof *governs; i++)
		for (size_t k = 0; k < governs[i]->of_nr; k++)
			if (governs[i]->of[k].fact->scope & scope)
				return governs[i]->of[k].fact;
	return NULL;
}

static const struct ml_license_fact *of_scope(const struct ml_facts *facts, enum ml_part_scope scope)
{
	const struct ml_govern *const governs[] = { [ML_PART_CODE] = &facts->code, [ML_PART_WEIGHTS] = &facts->weights, [ML_PART_DATA] = &facts->data };
	const struct ml_license_fact *breaking;

	if (scope == ML_PART_DOCS)
		return of_wider(facts, ML_SCOPE_DOCS);
	if (scope == ML_PART_NONE)
		return NULL;
	if (!governs[scope]->of_nr)
		return scope == ML_PART_DATA ? of_wider(facts, ML_SCOPE_DATA) : NULL;
	breaking = ml_govern_breaking(facts, governs[scope]);
	return breaking ? breaking : governs[scope]->of[0].fact;
}

static const char *id_of(const struct ml_license *license)
{
	return license->spdx ? license->spdx : license->id;
}

/* What stands elsewhere has terms of its own, that nobody read; but weights that the card offers are what it licenses. */
static void find_license(struct ml_part *part, const struct ml_facts *facts)
{
	const struct ml_license_fact *fact;

	if (part->seen == ML_SEEN_NONE || (part->seen == ML_SEEN_TOLD && !part->component->offered))
		return;
	fact = part->license = of_scope(facts, part->component->scope);
	if (!fact)
		return;
	part->id = fact->license && !fact->altered ? id_of(fact->license) : fact->license ? ml_arena_printf(facts->arena, "%s-modified", fact->license->id) :
									   fact->declared ? fact->declared : "custom";
}

static void find_data(struct ml_part *part, const struct ml_facts *facts)
{
	const struct ml_dataset_ref *ref = part->component->data ? data_of(facts, part->component->data) : NULL;

	if (!ref || part->seen == ML_SEEN_HERE)
		return;
	show(part, part->component->told ? ML_SEEN_HERE : ML_SEEN_TOLD, ref->where);
	if (!part->component->told && ref->license && !ref->license->placeholder)
		part->id = id_of(ref->license);
}

void ml_parts_collect(struct ml_parts *out, const struct ml_facts *facts)
{
	const struct ml_openness *openness = facts->knowledge->openness;
	size_t nr = openness ? openness->components_nr : 0;
	struct ml_part *parts = ml_arena_array(facts->arena, struct ml_part, nr);

	for (size_t i = 0; i < nr; i++)
		parts[i].component = &openness->components[i];
	find_files(parts, nr, facts);
	for (size_t i = 0; i < nr; i++) {
		const struct ml_component *component = parts[i].component;
		if (component->card && facts->card)
			show(&parts[i], ML_SEEN_HERE, (struct ml_where){ .file = facts->card->file });
		if (component->offered && facts->offer != ML_OFFER_NONE)
			show(&parts[i], facts->offer == ML_OFFER_SHIPPED ? ML_SEEN_HERE : ML_SEEN_TOLD, facts->offered);
		if (component->words && parts[i].seen == ML_SEEN_NONE)
			find_told(&parts[i], facts);
		find_license(&parts[i], facts);
		find_data(&parts[i], facts);
	}
	*out = (struct ml_parts){ parts, nr };
}
