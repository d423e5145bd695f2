/* The words by which a card says that it meets a yardstick, or has a class of one. */
#include "lint/check/rule.h"

#include "lint/text/scan.h"

static struct ml_scan *scan_new(struct ml_arena *arena, const struct ml_openness *openness)
{
	const char **words;
	size_t nr = 0, all = 0;

	for (size_t i = 0; i < openness->stated_nr; i++)
		all += openness->stated[i].words_nr;
	words = ml_arena_array(arena, const char *, all);
	for (size_t i = 0; i < openness->stated_nr; i++)
		for (size_t k = 0; k < openness->stated[i].words_nr; k++)
			words[nr++] = openness->stated[i].words[k];
	return ml_scan_new(arena, words, nr);
}

/* One look for the words of all: most cards hold none of them. */
static bool may_state(const struct ml_facts *facts, struct ml_span text)
{
	static const char kind;
	const struct ml_openness *openness = facts->knowledge->openness;
	struct ml_kept *kept = ml_patterns_kept(facts->patterns);

	if (!kept)
		return ml_scan_any(scan_new(facts->arena, openness), text);
	void **slot = ml_kept_slot(kept, &kind, openness);
	if (!*slot)
		*slot = scan_new(ml_kept_arena(kept), openness);
	return ml_scan_any(*slot, text);
}

const struct ml_stated *ml_stated_first(const struct ml_facts *facts, const struct ml_file *file, struct ml_where *where)
{
	const struct ml_openness *openness = facts->knowledge->openness;
	struct ml_match match, taken;

	if (!openness || !file->text.len || !may_state(facts, file->text))
		return NULL;
	for (size_t i = 0; i < openness->stated_nr; i++) {
		if (ml_pattern_find(facts->patterns, openness->stated[i].pattern, file->text, 0, &match) != ML_MATCH_FOUND ||
		    ml_pattern_find(facts->patterns, openness->not_stated, ml_span_line(file->text, match.from, match.to), 0, &taken) == ML_MATCH_FOUND)
			continue;
		*where = ml_where_of(facts->arena, file, match.from, match.to);
		return &openness->stated[i];
	}
	return NULL;
}
