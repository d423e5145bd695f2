#include "lint/knowledge/known_text.h"

#include <stdlib.h>
#include <string.h>

#define BLANK_BYTES 80   /* between the brackets of a blank */
#define BLANK_WORDS 9
#define TITLE_WORDS 20   /* of a paragraph that is a title */
#define TITLE_PARAGRAPHS 3
#define CLAUSE_RUNS 10   /* kept of a clause */

/* What stands in a blank that others fill in; "[dev]" and "[a]" do not. */
static bool says_blank(struct ml_span inside)
{
	static const char *const words[] = { "year", "yyyy", "name",	"owner",   "holder", "insert", "date",	 "xxxx", "author",
					     "company", "licensor", "enter", "address", "number", "complete", "software", "program",
					     "asset", "product", "organization", "jahr", "fill", "inhaber", "related entities", "\xe5\xb9\xb4" };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (ml_span_find_nocase(inside, words[i]) != SIZE_MAX)
			return true;
	for (size_t i = 0; i < inside.len; i++)
		if (!strchr(" _.-\t\n", inside.at[i]))
			return false;
	return true;
}

/* Whether a bracket opens a blank: [yyyy], {name of author}, [insert year], [___]. */
static bool is_blank(struct ml_span text, size_t open, size_t *close)
{
	char end = text.at[open] == '[' ? ']' : text.at[open] == '{' ? '}' : '>';

	for (size_t at = open + 1; at < text.len && at - open < BLANK_BYTES; at++) {
		if (text.at[at] == end) {
			*close = at;
			return says_blank(ml_span_sub(text, open + 1, at));
		}
		if (text.at[at] == text.at[open])
			return false;
	}
	return false;
}

/* Whether what was dropped between two words is a place where others write: a notice, <name>, ____. */
static bool is_gap(struct ml_span between)
{
	size_t open, close;

	if (ml_span_find_nocase(between, "opyright") != SIZE_MAX || ml_span_find(between, "___") != SIZE_MAX ||
	    ml_span_find(between, "\xc2\xa9") != SIZE_MAX)
		return true;
	open = ml_span_find(between, "<");
	return open != SIZE_MAX && ml_span_find(between, "://") == SIZE_MAX && ml_span_find(between, "=") == SIZE_MAX &&
	       is_blank(between, open, &close);
}

/* Marks the words inside brackets that are blanks. */
static bool *mark_blanks(struct ml_arena *arena, struct ml_span text, const struct ml_words *words)
{
	bool *blank = ml_arena_array(arena, bool, words->nr + 1);
	size_t word = 0, close, last;

	for (size_t at = 0; at < text.len; at++) {
		if ((text.at[at] != '[' && text.at[at] != '{') || !is_blank(text, at, &close))
			continue;
		while (word < words->nr && words->at[word].at < at)
			word++;
		for (last = word; last < words->nr && words->at[last].end <= close; last++)
			;
		if (last - word <= BLANK_WORDS)
			for (size_t i = word; i < last; i++)
				blank[i] = true;
		at = close;
	}
	return blank;
}

/* Names that texts of one family write in without brackets: "neither the name of X nor the names of", "provided by X as is". */
static const struct {
	const char *before[5], *behind[4];
} frames[] = {
	{ { "neither", "the", "name", "of" }, { "nor", "the", "names" } },
	{ { "software", "is", "provided", "by" }, { "as", "is" } },
	{ { "in", "no", "event", "shall" }, { "be", "liable" } },
};
#define FRAME_NAME 12 /* words of such a name, at most */

static bool words_are(const struct ml_words *words, size_t at, const char *const *list, size_t *nr)
{
	for (*nr = 0; list[*nr]; ++*nr)
		if (at + *nr >= words->nr || words->at[at + *nr].hash != ml_word_hash(list[*nr]))
			return false;
	return true;
}

static void mark_names(bool *blank, const struct ml_words *words)
{
	for (size_t i = 0; i < words->nr; i++)
		for (size_t f = 0; f < sizeof frames / sizeof *frames; f++) {
			size_t len, end, from;
			if (!words_are(words, i, frames[f].before, &len))
				continue;
			for (from = end = i + len; end - from <= FRAME_NAME && !words_are(words, end, frames[f].behind, &len); end++)
				;
			for (size_t k = from; end - from <= FRAME_NAME && k < end; k++)
				blank[k] = true;
		}
}

static bool has_blank_line(struct ml_span between)
{
	size_t lines = 0;

	for (size_t i = 0; i < between.len; i++)
		lines += between.at[i] == '\n';
	return lines > 1;
}

/* The first paragraphs, as long as they are short and end like titles. */
static size_t title_of(const struct ml_words *words, struct ml_span text)
{
	size_t title = 0, start = 0, paragraphs = 0;

	for (size_t i = 1; i < words->nr && i - start <= TITLE_WORDS && paragraphs < TITLE_PARAGRAPHS; i++) {
		struct ml_span between = ml_span_sub(text, words->at[i - 1].end, words->at[i].at);
		if (!has_blank_line(between))
			continue;
		if (between.len && (between.at[0] == '.' || between.at[0] == ';'))
			break;
		title = start = i;
		paragraphs++;
	}
	return title;
}

static size_t appendix_of(const struct ml_words *words, struct ml_span text)
{
	static const char mark[] = "END OF TERMS AND CONDITIONS";
	size_t at = ml_span_find_nocase(text, mark), i = words->nr;

	if (at == SIZE_MAX)
		return i;
	while (i > 0 && words->at[i - 1].at >= at)
		i--;
	return i;
}

void ml_known_split(struct ml_known_words *out, struct ml_arena *arena, struct ml_span text)
{
	struct ml_words all;
	struct ml_word *kept;
	size_t nr = 0, title, appendix;
	bool *blank, gap = false;

	ml_words_split(&all, arena, text);
	blank = mark_blanks(arena, text, &all);
	mark_names(blank, &all);
	title = title_of(&all, text);
	appendix = appendix_of(&all, text);
	kept = ml_arena_array(arena, struct ml_word, all.nr);
	*out = (struct ml_known_words){ .breaks = ml_arena_array(arena, bool, all.nr + 1) };
	for (size_t i = 0; i < all.nr; i++) {
		gap |= i && is_gap(ml_span_sub(text, all.at[i - 1].end, all.at[i].at));
		if (i == title)
			out->title = nr;
		if (i == appendix)
			out->appendix = nr;
		if (blank[i]) {
			gap = true;
			continue;
		}
		out->breaks[nr] = gap;
		kept[nr++] = all.at[i];
		gap = false;
	}
	if (appendix >= all.nr)
		out->appendix = nr;
	out->words = (struct ml_words){ kept, nr };
}

static void add_piece(struct ml_arena *arena, struct ml_known_text *text, const struct ml_words *words, size_t from, size_t to,
		      bool optional)
{
	bool runs = to - from >= ML_RUN_WORDS;
	struct ml_run_piece piece = {
		.hash = ml_words_hash(words, from, to),
		.first = runs ? (uint32_t)ml_words_run(words, from) : 0,
		.last = runs ? (uint32_t)ml_words_run(words, to - ML_RUN_WORDS) : 0,
		.words = (uint32_t)(to - from) & 0xffffff,
		.optional = optional,
	};
	ML_PUSH(arena, text->pieces, text->pieces_nr, text->pieces_cap, piece);
}

static void add_pieces(struct ml_arena *arena, struct ml_known_text *text, const struct ml_known_words *split)
{
	size_t from = 0;

	for (size_t i = 1; i <= split->words.nr && split->words.nr; i++) {
		if (i < split->words.nr && !split->breaks[i] && i != split->title && i != split->appendix)
			continue;
		add_piece(arena, text, &split->words, from, i, from < split->title || from >= split->appendix);
		from = i;
	}
}

int ml_known_run_cmp(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return x < y ? -1 : x > y;
}

/* The distinct runs of words [from, to) that cross no fill-in, ascending. */
static uint64_t *runs_of(struct ml_arena *arena, const struct ml_known_words *split, size_t from, size_t to, size_t *runs_nr)
{
	uint64_t *runs = ml_arena_array(arena, uint64_t, to - from + 1);
	size_t nr = 0, last = from;

	for (size_t i = from; i < to; i++) {
		if (split->breaks[i])
			last = i;
		if (i + 1 >= last + ML_RUN_WORDS)
			runs[nr++] = ml_words_run(&split->words, i + 1 - ML_RUN_WORDS);
	}
	qsort(runs, nr, sizeof *runs, ml_known_run_cmp);
	*runs_nr = 0;
	for (size_t i = 0; i < nr; i++)
		if (i == 0 || runs[i] != runs[*runs_nr - 1])
			runs[(*runs_nr)++] = runs[i];
	return runs;
}

void ml_known_text_make(struct ml_known_text *out, struct ml_arena *arena, const struct ml_known_words *words)
{
	*out = (struct ml_known_text){
		.hash = ml_words_hash(&words->words, 0, words->words.nr),
		.words_nr = words->words.nr,
	};
	add_pieces(arena, out, words);
	out->runs = runs_of(arena, words, 0, words->words.nr, &out->runs_nr);
	runs_of(arena, words, words->title, words->appendix, &out->core);
}

void ml_known_clause_add(struct ml_known_text *text, struct ml_arena *arena, const struct ml_known_words *words, const char *term,
			 size_t from, size_t to)
{
	struct ml_known_clause clause = { .term = term, .words = to - from < UINT16_MAX ? to - from : UINT16_MAX };
	size_t runs, keep;

	if (to < from + ML_RUN_WORDS)
		return;
	runs = to - from - ML_RUN_WORDS + 1;
	keep = runs < CLAUSE_RUNS ? runs : CLAUSE_RUNS;
	clause.hashes = ml_arena_array(arena, uint32_t, keep);
	for (size_t i = 0; i < keep; i++)
		clause.hashes[clause.hashes_nr++] = (uint32_t)ml_words_run(&words->words, from + i * runs / keep);
	ML_PUSH(arena, text->clauses, text->clauses_nr, text->clauses_cap, clause);
}
