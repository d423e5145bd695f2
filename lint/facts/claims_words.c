#include "lint/facts/claims_p.h"

#include <assert.h>
#include <string.h>

#include "lint/facts/shared.h"
#include "lint/knowledge/lists.h"
#include "lint/text/utf8.h"

#define ESSAY_MIN 1500u /* bytes */
#define ABSTRACTS_MIN 3u /* two may be one in two languages */
#define TITLE_MAX 200u /* bytes of a title that are read */

bool claim_triggered(const struct claim_engine *engine, struct ml_span text)
{
	return ml_scan_any(engine->scan, text);
}

/* Whether a row says so of the title, seen from its phrase. */
static bool title_lists(const struct claim_engine *engine, const struct claim_sentence *title, size_t word)
{
	struct claim_candidate candidate = { 0 };

	claim_candidate_view(&candidate, engine, title, word, false);
	return claim_row_find(&candidate, ML_STEP_LISTING);
}

/* "Awesome Speech Models", "A Survey of Agents", "Open-source models": by a word of the title, or of the repository's name, or by all of it. */
static bool is_listing(const struct claim_engine *engine, struct ml_span title)
{
	struct claim_sentence sentence;
	bool lists = false;

	claim_sentence_read(&sentence, engine, NULL, ml_span_sub(title, 0, TITLE_MAX));
	for (size_t i = 0; i < sentence.nr && !lists; i++)
		lists = claim_word_is(&sentence.words[i], ML_CLASS_ID_LISTING) || (sentence.words[i].kind >= 0 && title_lists(engine, &sentence, i));
	return lists;
}

/* Several abstracts that speak of openness: a list of papers. Others need not be among the chunks that were read. */
static bool lists_papers(const struct claim_engine *engine, const struct ml_document *document)
{
	unsigned abstracts = 0;

	for (size_t i = 0; document && i < document->blocks_nr && abstracts < ABSTRACTS_MIN; i++)
		abstracts += ml_list_start(engine->facts->knowledge, ML_LIST_ABSTRACT_LEADS, document->blocks[i].text) &&
			     claim_triggered(engine, document->blocks[i].text);
	return abstracts == ABSTRACTS_MIN;
}

/* A long text without a heading: "the model" is that of which it tells. */
static bool is_essay(const struct ml_card *card)
{
	return card->primary && !card->title.len && !card->front.root && card->file && card->file->text.len > ESSAY_MIN;
}

static const char *repository_name(const struct ml_facts *facts)
{
	return facts->tree && facts->tree->name ? facts->tree->name : "";
}

static void engine_make(struct claim_engine *engine, struct ml_arena *arena, const struct ml_facts *facts, const struct ml_card *card)
{
	*engine = (struct claim_engine){ .facts = facts, .knowledge = facts->knowledge->claims, .card = card, .arena = arena };
	engine->scan = ml_shared_scan(facts, engine->knowledge->scan, engine->knowledge->triggers, engine->knowledge->triggers_nr);
	engine->nature = ml_arena_alloc(arena, sizeof *engine->nature);
	claim_names_init(engine);
}

const struct claim_nature *claim_nature_of(const struct claim_engine *engine)
{
	/* One that knows no names: "awesome-speech" is one of them, as a whole. */
	const struct claim_engine bare = { .facts = engine->facts, .knowledge = engine->knowledge, .arena = engine->arena, .scan = engine->scan };
	const struct ml_card *card = engine->card;
	struct claim_nature *nature = engine->nature;

	if (card && !nature->known) {
		nature->listing = is_listing(&bare, card->title) || is_listing(&bare, ml_span_of(repository_name(bare.facts))) || is_essay(card);
		nature->papers = lists_papers(&bare, card->document);
	}
	nature->known = true;
	return nature;
}

/* Its names are dear (a quarter of a million instructions with a README of links), and mostly those of the sentence before. */
void claim_engine_init(struct claim_engine *engine, struct ml_arena *arena, const struct ml_facts *facts,
		       const struct ml_card *card)
{
	if (!facts->shared) {
		engine_make(engine, arena, facts, card);
		return;
	}
	struct ml_shared_engine *kept = &facts->shared->engines[!card];
	bool same = kept->engine && kept->card == card && kept->identity_nr == facts->identity_nr;
	if (!same || kept->bases_nr != facts->bases_nr || kept->datasets_nr != facts->datasets_nr) {
		*kept = (struct ml_shared_engine){ kept->engine, card, facts->identity_nr, facts->bases_nr, facts->datasets_nr };
		memset(facts->shared->sentences, 0, sizeof facts->shared->sentences); /* its names were of the old one */
		if (!kept->engine)
			kept->engine = ml_arena_alloc(facts->shared->arena, sizeof *kept->engine);
		if (same) {
			kept->engine->facts = facts;
			claim_names_others(kept->engine);
		} else {
			engine_make(kept->engine, facts->shared->arena, facts, card);
		}
	}
	*engine = *kept->engine;
	engine->arena = arena;
}

static const struct {
	char sign;
	uint8_t class_id;
} signs[] = {
	{ ',', ML_CLASS_ID_COMMA },    { '.', ML_CLASS_ID_STOP },  { '!', ML_CLASS_ID_STOP },  { ':', ML_CLASS_ID_COLON },
	{ ';', ML_CLASS_ID_SEMICOLON }, { '-', ML_CLASS_ID_DASH },  { '(', ML_CLASS_ID_OPEN },  { ')', ML_CLASS_ID_CLOSE },
	{ '"', ML_CLASS_ID_QUOTE },    { '?', ML_CLASS_ID_QUESTION }, { '|', ML_CLASS_ID_BAR }, { '/', ML_CLASS_ID_SLASH },
	{ '&', ML_CLASS_ID_AND },      { '[', ML_CLASS_ID_OPEN },  { ']', ML_CLASS_ID_CLOSE }, { '+', ML_CLASS_ID_AND },
};

static void sign_class(struct claim_word *word)
{
	for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
		if (word->fold.at[0] == signs[i].sign)
			ml_classes_add(&word->classes, signs[i].class_id);
}

struct reader {
	const struct claim_engine *engine;
	struct claim_sentence *out;
	const struct ml_tokens *tokens;
	size_t base; /* offset of the sentence in the block's text */
};

/* The longest of the language, of what it inherits, and of the names by which the repository goes. */
static size_t look_up(const struct reader *r, struct ml_span rest, struct claim_word *word)
{
	size_t len = 0, other = 0, name_len = 0;
	const struct ml_lexeme *lexeme = claim_lexeme(r->out->language, rest, &len);
	const struct ml_lexeme *inherited = r->out->inherits ? claim_lexeme(r->out->inherits, rest, &other) : NULL;
	const struct claim_name *name = claim_name_at(r->engine, rest, &name_len);

	if (!lexeme || (inherited && other > len)) {
		lexeme = inherited;
		len = inherited ? other : 0;
	}
	word->kind = -1;
	if (name && name_len >= len && (!lexeme || lexeme->kind < 0 || name_len > len)) {
		ml_classes_add(&word->classes, name->own ? ML_CLASS_ID_SELF : ML_CLASS_ID_BASE);
		word->sibling = name->sibling;
		word->maker = name->maker;
		return name_len;
	}
	if (!lexeme)
		return 0;
	word->classes = *ml_lexeme_classes(r->out->language, lexeme);
	word->kind = lexeme->kind;
	word->form = lexeme->form;
	return len;
}

static void word_push(struct reader *r, struct claim_word word)
{
	if (r->out->nr < CLAIM_WORDS_MAX)
		r->out->words[r->out->nr++] = word;
}

static struct claim_word word_of(const struct reader *r, const struct ml_token *token)
{
	return (struct claim_word){ .at = (uint32_t)(r->base + token->at), .end = (uint32_t)(r->base + token->end), .kind = -1,
				    .fold = ml_span_sub(r->tokens->folded, token->fold, token->fold_end), .joined = token->joined,
				    .spaced = token->spaced, .capital = token->capital, .mixed = token->mixed,
				    .digits = token->digits, .letters = token->letters, .han = token->kind == ML_TOKEN_HAN };
}

/* "Meta's" is Meta, and what follows is Meta's. */
static void read_genitive(const struct reader *r, struct claim_word *word)
{
	const struct ml_claim_language *words[] = { r->out->language, r->out->inherits };
	size_t stem = claim_genitive_stem(word->fold), len = 0;

	if (stem == 0 || stem == word->fold.len)
		return;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		const struct ml_lexeme *lexeme = words[i] ? claim_lexeme(words[i], ml_span_sub(word->fold, 0, stem), &len) : NULL;
		if (lexeme && len == stem && ml_classes_has(ml_lexeme_classes(words[i], lexeme), ML_CLASS_ID_KNOWN))
			ml_classes_add(&word->classes, ML_CLASS_ID_KNOWN);
	}
	if (word->capital || claim_word_is(word, ML_CLASS_ID_KNOWN))
		word->genitive = true;
}

/* A word token, or as many as the lexeme that begins with it takes. Returns the index of the token behind. */
static size_t read_word(struct reader *r, size_t i)
{
	const struct ml_token *token = &r->tokens->at[i];
	struct claim_word word = word_of(r, token);
	size_t len = look_up(r, ml_span_sub(r->tokens->folded, token->fold, r->tokens->folded.len), &word);
	if (!len)
		read_genitive(r, &word);
	size_t last = i;

	while (len && last + 1 < r->tokens->nr && r->tokens->at[last + 1].fold < token->fold + len) {
		last++;
		word.mixed |= r->tokens->at[last].mixed;
		word.digits |= r->tokens->at[last].digits;
	}
	if (r->tokens->at[last].kind == ML_TOKEN_HAN && last > i)
		last--; /* a name of two scripts: its second half is read again */
	/* "state-of-the-art", "mixture-of-experts": the middle of a compound neither ends a noun nor begins a clause. */
	bool middle = token->joined && last + 1 < r->tokens->nr && r->tokens->at[last + 1].joined;
	if (middle && (claim_word_is(&word, ML_CLASS_ID_NOUN_END) || claim_word_is(&word, ML_CLASS_ID_DET) || claim_word_is(&word, ML_CLASS_ID_AND)))
		word.classes = (struct ml_classes){ { 0 } };
	/* "bird-based", "built-in": the end of a compound does not either. */
	if (token->joined)
		ml_classes_drop(&word.classes, ML_CLASS_ID_NOUN_END);
	word.end = (uint32_t)(r->base + r->tokens->at[last].end);
	word.fold = ml_span_sub(r->tokens->folded, token->fold, r->tokens->at[last].fold_end);
	if (word.digits && !word.letters)
		ml_classes_add(&word.classes, ML_CLASS_ID_NUMBER);
	word_push(r, word);
	return last + 1;
}

static size_t character(struct ml_span rest)
{
	size_t len = rest.len;

	ml_utf8_next(&rest);
	return len - rest.len;
}

/* A run of Han or Kana: known words, and what stands between them as words without class. */
static void read_han(struct reader *r, const struct ml_token *token)
{
	size_t at = token->fold, unknown = at;

	while (at < token->fold_end) {
		struct claim_word word = word_of(r, token);
		struct ml_span rest = ml_span_sub(r->tokens->folded, at, token->fold_end);
		size_t len = look_up(r, rest, &word);
		bool last = at + (len ? len : character(rest)) >= token->fold_end;
		size_t gap_end = len ? at : last ? token->fold_end : at;
		if (unknown < gap_end && (len || last)) {
			struct claim_word gap = word_of(r, token);
			gap.at += (uint32_t)(unknown - token->fold);
			gap.end = gap.at + (uint32_t)(gap_end - unknown);
			gap.fold = ml_span_sub(r->tokens->folded, unknown, gap_end);
			word_push(r, gap);
		}
		if (!len) {
			at += character(rest);
			continue;
		}
		word.at += (uint32_t)(at - token->fold);
		word.end = word.at + (uint32_t)len;
		word.fold = ml_span_sub(r->tokens->folded, at, at + len);
		word_push(r, word);
		at += len;
		unknown = at;
	}
}

static void read_words(struct reader *r)
{
	for (size_t i = 0; i < r->tokens->nr;) {
		const struct ml_token *token = &r->tokens->at[i];
		if (token->kind == ML_TOKEN_WORD) {
			i = read_word(r, i);
			continue;
		}
		if (token->kind == ML_TOKEN_HAN) {
			read_han(r, token);
		} else {
			struct claim_word word = word_of(r, token);
			if (token->kind == ML_TOKEN_ADDRESS)
				ml_classes_add(&word.classes, ML_CLASS_ID_ADDRESS);
			else if (!look_up(r, word.fold, &word))
				sign_class(&word);
			word_push(r, word);
		}
		i++;
	}
}

/* "엔진입니다" is an engine that is, and "Heron은" Heron as a subject: behind names, which are words without any class. */
static void read_endings(struct claim_sentence *out)
{
	for (size_t i = 0; i < out->nr * (out->language->endings_nr > 0); i++) {
		struct claim_word *word = &out->words[i];
		for (size_t k = 0; k < out->language->endings_nr; k++) {
			const struct ml_lexeme_ending *ending = &out->language->endings[k];
			if (word->fold.len >= ending->len && ml_span_ends(word->fold, out->language->letters + ending->text))
				ml_classes_join(&word->classes, &ending->classes);
		}
	}
}

/* Depth of parentheses; one that is never closed counts for nothing. */
static void read_depth(struct claim_sentence *out)
{
	size_t open = 0, close = 0;

	for (size_t i = 0; i < out->nr; i++) {
		open += claim_word_is(&out->words[i], ML_CLASS_ID_OPEN);
		close += claim_word_is(&out->words[i], ML_CLASS_ID_CLOSE);
	}
	if (open != close)
		return;
	unsigned depth = 0;
	for (size_t i = 0; i < out->nr; i++) {
		if (claim_word_is(&out->words[i], ML_CLASS_ID_CLOSE) && depth)
			depth--;
		out->words[i].depth = (uint8_t)(depth < 200 ? depth : 200);
		if (claim_word_is(&out->words[i], ML_CLASS_ID_OPEN))
			depth++;
	}
}

static void read_styles(struct claim_sentence *out)
{
	for (size_t i = 0; out->block && i < out->nr; i++) {
		unsigned style = ml_block_style(out->block, out->words[i].at);
		if (style & ML_STYLE_CODE)
			ml_classes_add(&out->words[i].classes, ML_CLASS_ID_CODED);
		if (style & ML_STYLE_LINK)
			ml_classes_add(&out->words[i].classes, ML_CLASS_ID_LINKED);
	}
}

static bool skipped_at_start(const struct claim_word *word)
{
	static const uint8_t skipped[] = { ML_CLASS_ID_NUMBER, ML_CLASS_ID_TIME, ML_CLASS_ID_SLASH, ML_CLASS_ID_OPEN, ML_CLASS_ID_CLOSE,
					   ML_CLASS_ID_COLON,  ML_CLASS_ID_STOP, ML_CLASS_ID_DASH,  ML_CLASS_ID_BAR,  ML_CLASS_ID_COMMA };

	for (size_t i = 0; i < sizeof skipped; i++)
		if (claim_word_is(word, skipped[i]))
			return true;
	return false;
}

/* ":rocket:" */
static bool is_shortcode(const struct claim_sentence *sentence, size_t i)
{
	const struct claim_word *words = sentence->words;

	return i + 3 < sentence->nr && claim_word_is(&words[i], ML_CLASS_ID_COLON) && claim_word_is(&words[i + 2], ML_CLASS_ID_COLON) &&
	       words[i + 1].kind < 0 && !words[i + 1].spaced && !words[i + 2].spaced;
}

/* Where the sentence proper begins: behind a task box, a date in brackets, a bullet, a number. */
static void read_start(struct claim_sentence *out)
{
	size_t i = 0;

	if (out->nr > 2 && claim_word_is(&out->words[0], ML_CLASS_ID_OPEN) && claim_word_is(&out->words[1], ML_CLASS_ID_CLOSE)) {
		out->box_open = true;
		i = 2;
	}
	for (;;) {
		if (is_shortcode(out, i))
			i += 3;
		else if (i < out->nr && skipped_at_start(&out->words[i]))
			i++;
		else
			break;
	}
	out->start = i < out->nr ? i : 0;
}

/* A token is a word; a run of Han at most one a character. */
static size_t words_at_most(const struct ml_tokens *tokens)
{
	size_t nr = 1;

	for (size_t i = 0; i < tokens->nr; i++)
		nr += tokens->at[i].kind == ML_TOKEN_HAN ? tokens->at[i].fold_end - tokens->at[i].fold : 1;
	return nr;
}

static void sentence_read(struct claim_sentence *out, const struct claim_engine *engine, struct ml_arena *arena, const struct ml_block *block,
			  struct ml_span text)
{
	struct ml_tokens tokens;

	*out = (struct claim_sentence){ .block = block, .text = text };
	ml_tokens_split(&tokens, arena, ml_span_sub(text, 0, 16384));
	size_t room = words_at_most(&tokens);
	out->words = ml_arena_raw_array(arena, struct claim_word, room < CLAIM_WORDS_MAX ? room : CLAIM_WORDS_MAX);
	out->language = claim_language_of(engine->knowledge, &tokens);
	out->inherits = claim_language_named(engine->knowledge, out->language->inherits);
	struct reader reader = { engine, out, &tokens, block ? (size_t)(text.at - block->text.at) : 0 };
	read_words(&reader);
	read_styles(out);
	claim_names_mark(out, engine);
	read_endings(out);
	read_depth(out);
	read_start(out);
}

void claim_sentence_read(struct claim_sentence *out, const struct claim_engine *engine, const struct ml_block *block, struct ml_span text)
{
	sentence_read(out, engine, engine->arena, block, text);
}

/* A sentence that was read, and of whom. What it reads may be gone by now, and others stand there: so its bytes are kept too. */
struct claim_kept {
	const struct ml_card *card;
	const char *place;
	struct ml_span bytes;
	struct claim_sentence sentence;
};

static bool is_of(const struct claim_kept *kept, const struct claim_engine *engine, const struct ml_block *block, struct ml_span text)
{
	return kept && kept->card == engine->card && kept->sentence.block == block && kept->place == text.at && ml_span_eq(kept->bytes, text);
}

static_assert(CLAIM_ASKER_NR == ML_SHARED_SENTENCES, "a place for each asker");

struct claim_sentence *claim_sentence_again(const struct claim_engine *engine, enum claim_asker asker, const struct ml_block *block, struct ml_span text)
{
	struct ml_shared *shared = engine->facts->shared;
	struct ml_arena *arena = shared ? shared->sentence_arenas[asker] : engine->arena;

	if (shared && is_of(shared->sentences[asker], engine, block, text))
		return &shared->sentences[asker]->sentence;
	if (shared && !arena)
		arena = shared->sentence_arenas[asker] = ml_arena_new();
	else if (shared)
		ml_arena_reset(arena);
	struct claim_kept *kept = ml_arena_alloc(arena, sizeof *kept);
	*kept = (struct claim_kept){ .card = engine->card, .place = text.at, .bytes = { ml_arena_dup(arena, text), text.len } };
	sentence_read(&kept->sentence, engine, arena, block, text);
	if (shared)
		shared->sentences[asker] = kept;
	return &kept->sentence;
}

struct claim_cell claim_cell_of(const struct claim_engine *engine, const struct ml_block *block)
{
	struct claim_cell out = { 0 };
	struct claim_sentence words;

	if (!block)
		return out;
	claim_sentence_read(&words, engine, block, block->text);
	for (size_t i = 0; i < words.nr; i++) {
		ml_classes_join(&out.classes, &words.words[i].classes);
		out.foreign |= claim_is_foreign(&words.words[i]);
		out.claim |= words.words[i].kind >= 0;
	}
	return out;
}

bool claim_of_pronoun(const struct claim_sentence *sentence)
{
	size_t i = sentence->start;

	while (i + 1 < sentence->nr && (claim_word_is(&sentence->words[i], ML_CLASS_ID_LEAD) || claim_word_is(&sentence->words[i], ML_CLASS_ID_COMMA)))
		i++;
	if (i + 1 < sentence->nr && claim_word_is(&sentence->words[i], ML_CLASS_ID_AND))
		i++;
	if (i >= sentence->nr)
		return false;
	/* "These open-source models are known for …" and "This is an open-source model" speak of the sentence before too. */
	const struct claim_word *next = i + 1 < sentence->nr ? &sentence->words[i + 1] : NULL;
	bool these = claim_word_is(&sentence->words[i], ML_CLASS_ID_THIS) && next && (next->kind >= 0 || claim_word_is(next, ML_CLASS_ID_BE));
	return these || claim_word_is(&sentence->words[i], ML_CLASS_ID_PRONOUN) || claim_word_is(&sentence->words[i], ML_CLASS_ID_ITS);
}

bool claim_lacks_subject(const struct claim_sentence *sentence)
{
	size_t i = sentence->start;

	while (i < sentence->nr && !sentence->words[i].letters && !sentence->words[i].han && sentence->words[i].kind < 0)
		i++;
	return i < sentence->nr && (sentence->words[i].kind >= 0 || claim_word_is(&sentence->words[i], ML_CLASS_ID_AVAILABLE));
}

int claim_begins_with_this(const struct claim_sentence *sentence)
{
	static const uint8_t parts[] = { ML_CLASS_ID_MODEL, ML_CLASS_ID_DATA, ML_CLASS_ID_CODE };
	size_t i = sentence->start, end = i + 2;
	bool this = false;
	int part = -1;

	for (; i < sentence->nr && i < end; i++) {
		this |= claim_word_is(&sentence->words[i], ML_CLASS_ID_THIS);
		for (size_t k = 0; k < sizeof parts && part < 0; k++)
			if (claim_word_is(&sentence->words[i], parts[k]))
				part = parts[k];
		/* "This open dataset is …": the phrase stands between the two. */
		end += this && sentence->words[i].kind >= 0;
	}
	return this ? part : -1;
}

bool claim_is_definite(const struct claim_sentence *sentence)
{
	static const uint8_t parts[] = { ML_CLASS_ID_MODEL, ML_CLASS_ID_WEIGHTS, ML_CLASS_ID_CODE, ML_CLASS_ID_DATA };
	bool part = false;

	for (size_t i = sentence->start; i < sentence->nr && i < sentence->start + 5; i++) {
		if (part && claim_word_is(&sentence->words[i], ML_CLASS_ID_BE))
			return true;
		bool is = false;
		for (size_t k = 0; k < sizeof parts; k++)
			is |= claim_word_is(&sentence->words[i], parts[k]);
		if (!is && !claim_word_is(&sentence->words[i], ML_CLASS_ID_DET) && !claim_word_is(&sentence->words[i], ML_CLASS_ID_AND))
			return false;
		part |= is;
	}
	return false;
}
