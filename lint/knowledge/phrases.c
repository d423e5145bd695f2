#include "lint/knowledge/phrases.h"

#include <string.h>

#include "lint/knowledge/claims.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/openness.h"

#define NR(array) (sizeof(array) / sizeof *(array))

/* Phrases in the making. */
struct making {
	struct ml_arena *arena;
	const char **words; /* longest words, to be scanned for */
	uint32_t *by_word;  /* words by their hash, counted from 1; slots_nr of them, a power of two */
	size_t slots_nr;
	struct ml_phrase *phrases, *shared;
	size_t nr, shared_nr;
	const char **texts; /* of phrases and shared ones, in that order when all are there */
	const char **shared_texts;
};

/* Of two as long the last one: what stands behind is the rarer, "as the llm". */
static struct ml_span longest_word(const char *text)
{
	struct ml_span longest = { text, 0 };

	for (size_t len; *text; text += len + (text[len] == ' ')) {
		len = strcspn(text, " ");
		if (len >= longest.len)
			longest = (struct ml_span){ text, len };
	}
	return longest;
}

/* The slot of the first word that is spelled so, or the free one for it. */
static uint32_t *slot_of(const struct making *m, struct ml_span word)
{
	size_t i = ml_span_hash(word) & (m->slots_nr - 1);

	for (; m->by_word[i]; i = (i + 1) & (m->slots_nr - 1))
		if (ml_span_is(word, m->words[m->by_word[i] - 1]))
			break;
	return &m->by_word[i];
}

static void add_phrase(struct making *m, const char *text, unsigned says)
{
	struct ml_span word = longest_word(text);
	struct ml_phrase phrase = { .says = says, .whole = says == ML_CARD_SAYS_CLAIM };
	uint32_t *slot = slot_of(m, word);

	phrase.word = (uint32_t)(word.at - text);
	phrase.rest = phrase.word + (uint32_t)word.len;
	if (*slot && word.len < strlen(text)) {
		struct ml_phrase *first = &m->phrases[*slot - 1];
		phrase.next = first->next;
		m->shared_texts[m->shared_nr] = text;
		m->shared[m->shared_nr++] = phrase;
		first->next = (uint32_t)m->shared_nr;
		return;
	}
	m->texts[m->nr] = text;
	m->phrases[m->nr] = phrase;
	m->words[m->nr++] = ml_arena_dup(m->arena, word);
	if (!*slot)
		*slot = (uint32_t)m->nr;
}

static void add_list(struct making *m, const char *const *list, size_t nr, unsigned says)
{
	for (size_t i = 0; i < nr; i++)
		add_phrase(m, list[i], says);
}

static void begin(struct making *m, struct ml_arena *arena, size_t room)
{
	*m = (struct making){ .arena = arena, .slots_nr = 64 };
	m->words = ml_arena_array(arena, const char *, room);
	m->phrases = ml_arena_array(arena, struct ml_phrase, room);
	m->shared = ml_arena_array(arena, struct ml_phrase, room);
	m->texts = ml_arena_array(arena, const char *, room);
	m->shared_texts = ml_arena_array(arena, const char *, room);
	while (m->slots_nr < 2 * room)
		m->slots_nr *= 2;
	m->by_word = ml_arena_array(arena, uint32_t, m->slots_nr);
}

static size_t put_letters(char *letters, size_t at, struct ml_phrase *phrases, const char *const *texts, size_t nr)
{
	for (size_t i = 0; i < nr; i++) {
		size_t size = strlen(texts[i]) + 1;
		phrases[i].text = (uint32_t)at;
		memcpy(letters + at, texts[i], size);
		at += size;
	}
	return at;
}

static const struct ml_phrases *end(const struct making *m)
{
	struct ml_phrases *phrases = ml_arena_alloc(m->arena, sizeof *phrases);
	size_t bytes = 0;

	for (size_t i = 0; i < m->nr; i++)
		bytes += strlen(m->texts[i]) + 1;
	for (size_t i = 0; i < m->shared_nr; i++)
		bytes += strlen(m->shared_texts[i]) + 1;
	char *letters = ml_arena_raw(m->arena, bytes);
	size_t at = put_letters(letters, 0, m->phrases, m->texts, m->nr);
	put_letters(letters, at, m->shared, m->shared_texts, m->shared_nr);
	*phrases = (struct ml_phrases){ ml_scan_new(m->arena, m->words, m->nr), letters, bytes, m->phrases, m->nr, m->shared, m->shared_nr };
	return phrases;
}

const struct ml_phrases *ml_phrases_of_list(struct ml_arena *arena, const char *const *list, size_t nr)
{
	struct making m;

	begin(&m, arena, nr);
	add_list(&m, list, nr, ML_CARD_SAYS_STATEMENT);
	return end(&m);
}

const struct ml_phrases *ml_phrases_for_cards(struct ml_arena *arena, const struct ml_knowledge *knowledge)
{
	static const struct {
		enum ml_list_id id;
		unsigned says;
	} lists[] = {
		{ ML_LIST_STATEMENT_TRIGGERS, ML_CARD_SAYS_STATEMENT }, { ML_LIST_LICENSE_HEADINGS, ML_CARD_SAYS_HEADING },
		{ ML_LIST_OFFER_PLACES, ML_CARD_SAYS_PLACE },		{ ML_LIST_PROJECT_HOSTS, ML_CARD_SAYS_HOST },
		{ ML_LIST_BADGES, ML_CARD_SAYS_BADGE },			{ ML_LIST_BASE_COLUMN_MARKS, ML_CARD_SAYS_ORIGIN },
		{ ML_LIST_LINEAGE_TRIGGERS, ML_CARD_SAYS_ORIGIN },	{ ML_LIST_DATA_TRIGGERS, ML_CARD_SAYS_ORIGIN },
	};
	const struct ml_claims_knowledge *claims = knowledge->claims;
	const struct ml_openness *openness = knowledge->openness;
	size_t room = claims ? claims->triggers_nr : 0;
	struct making m;

	for (size_t i = 0; i < NR(lists); i++)
		room += ml_list_of(knowledge, lists[i].id)->nr;
	for (size_t i = 0; openness && i < openness->stated_nr; i++)
		room += openness->stated[i].words_nr;
	begin(&m, arena, room);
	if (claims)
		add_list(&m, claims->triggers, claims->triggers_nr, ML_CARD_SAYS_CLAIM);
	for (size_t i = 0; i < NR(lists); i++) {
		const struct ml_list *list = ml_list_of(knowledge, lists[i].id);
		add_list(&m, list->at, list->nr, lists[i].says);
	}
	for (size_t i = 0; openness && i < openness->stated_nr; i++)
		add_list(&m, openness->stated[i].words, openness->stated[i].words_nr, ML_CARD_SAYS_STANDARD);
	return end(&m);
}
