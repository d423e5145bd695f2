/*
 * Whether a model reads more than text: some terms bind only whoever has such a model (the European Union's absence from
 * the Llama 3.2 and 4 licenses). Whatever shows that it does weighs more than what shows text; where nothing tells, all
 * terms stay, with their condition.
 */
#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/layout.h"

#define BASES_LOOKED_AT 16u

/* What was seen so far: the first that shows text, unless something shows more. */
struct seen {
	struct ml_facts *facts;
	const struct ml_layout *layout;
};

static bool is_known(const struct seen *seen)
{
	return seen->facts->modality == ML_MODALITY_MULTIMODAL;
}

static void show(const struct seen *seen, bool text, bool more, const char *what, struct ml_span value)
{
	if ((!text && !more) || is_known(seen) || (!more && seen->facts->modality == ML_MODALITY_TEXT))
		return;
	seen->facts->modality = more ? ML_MODALITY_MULTIMODAL : ML_MODALITY_TEXT;
	seen->facts->modality_reason = ml_arena_printf(seen->facts->arena, "%s, %.*s", what, ML_SPAN_ARG(ml_span_sub(value, 0, 100)));
}

static void look_at_name(const struct seen *seen, const char *what, struct ml_span name)
{
	show(seen, ml_layout_holds(seen->layout, ML_LAYOUT_TEXT_MODEL, name), ml_layout_holds(seen->layout, ML_LAYOUT_MULTIMODAL_MODEL, name), what, name);
}

static void look_at_task(const struct seen *seen, const struct ml_card *card)
{
	struct ml_span task = ml_node_get_text(card->front.root, "pipeline_tag");

	if (task.len)
		show(seen, ml_layout_names(seen->layout, ML_LAYOUT_TEXT_TASK, task), ml_layout_names(seen->layout, ML_LAYOUT_MULTIMODAL_TASK, task),
		     "pipeline_tag", task);
}

/* The strings between quotes, escapes and all: what is looked for has none. */
static void look_at_config(const struct seen *seen, const struct ml_file *file)
{
	struct ml_span text = file->text;

	for (size_t at = 0; at < text.len && !is_known(seen);) {
		const char *open = memchr(text.at + at, '"', text.len - at);
		const char *end = open ? memchr(open + 1, '"', text.len - (size_t)(open + 1 - text.at)) : NULL;
		if (!end)
			return;
		struct ml_span word = { open + 1, (size_t)(end - open - 1) };
		show(seen, ml_layout_names(seen->layout, ML_LAYOUT_TEXT_CONFIG, word), ml_layout_names(seen->layout, ML_LAYOUT_MULTIMODAL_CONFIG, word),
		     file->path, word);
		at = (size_t)(end - text.at) + 1;
	}
}

static bool has_such_term(const struct ml_license *license)
{
	for (size_t i = 0; license && i < license->terms_nr; i++)
		if (license->terms[i].multimodal)
			return true;
	return false;
}

static bool is_conditional(const struct ml_term_fact *term)
{
	return term->multimodal || (term->value && strstr(term->value, "(multimodal"));
}

/* Nobody asks where no term depends on it, and most repositories have none that does. */
static bool is_asked(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->bases_nr && i < BASES_LOOKED_AT; i++)
		if (has_such_term(facts->bases[i].license))
			return true;
	for (size_t i = 0; i < facts->statements_nr; i++)
		if (has_such_term(facts->statements[i].license))
			return true;
	for (size_t i = 0; i < facts->licenses_nr; i++)
		for (size_t k = 0; k < facts->licenses[i].terms_nr; k++)
			if (is_conditional(&facts->licenses[i].terms[k]))
				return true;
	return false;
}

void ml_modality_collect(struct ml_facts *facts)
{
	struct seen seen = { facts, facts->knowledge->layout };

	if (!is_asked(facts))
		return;
	if (facts->folder)
		look_at_name(&seen, "the folder", ml_span_of(facts->folder));
	else
		look_at_name(&seen, "the repository's name", ml_span_of(facts->tree->name));
	for (size_t i = 0; i < facts->cards_nr; i++) {
		look_at_name(&seen, "a title", facts->cards[i].title);
		look_at_task(&seen, &facts->cards[i]);
	}
	for (size_t i = 0; i < facts->bases_nr && i < BASES_LOOKED_AT; i++)
		look_at_name(&seen, "a base model", ml_span_of(facts->bases[i].id));
	for (size_t i = 0; i < facts->tree->files_nr && !is_known(&seen); i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (file->role == ML_ROLE_CONFIG && !file->outside && file->text.at && ml_span_ends(ml_span_of(file->path), "config.json"))
			look_at_config(&seen, file);
	}
}

/* Terms are shared between copies of a fact: the rest goes into a list of its own. */
static void spare(struct ml_facts *facts, struct ml_license_fact *fact)
{
	struct ml_term_fact *kept = NULL;
	size_t nr = 0, cap = 0, i = 0;

	while (i < fact->terms_nr && !is_conditional(&fact->terms[i]))
		i++;
	if (i == fact->terms_nr)
		return;
	for (i = 0; i < fact->terms_nr; i++)
		if (!is_conditional(&fact->terms[i]))
			ML_PUSH(facts->arena, kept, nr, cap, fact->terms[i]);
	fact->terms = kept;
	fact->terms_nr = nr;
	facts->spared = true;
}

static void spare_governing(struct ml_facts *facts, const struct ml_govern *govern)
{
	for (size_t i = 0; i < govern->of_nr; i++)
		spare(facts, (struct ml_license_fact *)(uintptr_t)govern->of[i].fact);
}

void ml_modality_spare(struct ml_facts *facts)
{
	if (facts->modality != ML_MODALITY_TEXT)
		return;
	for (size_t i = 0; i < facts->licenses_nr; i++)
		spare(facts, (struct ml_license_fact *)(uintptr_t)&facts->licenses[i]);
	spare_governing(facts, &facts->code);
	spare_governing(facts, &facts->weights);
	spare_governing(facts, &facts->data);
}
