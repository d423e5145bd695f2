#include "lint/facts/duties.h"

#include <string.h>

#define WORDS_MAX 64u /* of one line or phrase */

struct word {
	const char *at;
	size_t len;
};

/* "(c)", "&copy;" and the sign itself are one to whoever writes the line. */
static bool is_sign(const char *word, size_t len, const char *before, size_t before_len)
{
	static const char copyright[] = " copyright";
	size_t nr = sizeof copyright - 1;
	bool sign = (len == 1 && word[0] == 'c') || (len == 4 && !memcmp(word, "copy", 4));

	return sign && before_len >= nr && !memcmp(before + before_len - nr, copyright, nr);
}

/* Adds a blank and the word that begins at *at. */
static void add_word(struct ml_plain *out, char *text, uint32_t *source, struct ml_span from, size_t *at)
{
	size_t start = out->len, word = start + 1;

	text[out->len] = ' ';
	source[out->len++] = (uint32_t)*at;
	for (; *at < from.len && ml_is_alnum(from.at[*at]); ++*at) {
		text[out->len] = ml_lower(from.at[*at]);
		source[out->len++] = (uint32_t)*at;
	}
	if (is_sign(text + word, out->len - word, text, start))
		out->len = start;
}

void ml_plain_make(struct ml_plain *out, struct ml_arena *arena, const struct ml_file *file, size_t from)
{
	struct ml_span span = file->text;
	/* Each word takes its bytes and a blank, and words are apart by a byte at least. */
	size_t room = span.len + 4 - (from < span.len ? from : span.len);
	char *text = ml_arena_array(arena, char, room);
	uint32_t *source = ml_arena_array(arena, uint32_t, room);

	*out = (struct ml_plain){ .file = file, .text = text, .source = source };
	for (size_t at = from; at < span.len;) {
		if (ml_is_alnum(span.at[at]))
			add_word(out, text, source, span, &at);
		else
			at++;
	}
	text[out->len] = ' ';
	source[out->len++] = (uint32_t)span.len;
	text[out->len] = '\0';
}

/* The words of a line, folded like a text. A fill-in is a word of no bytes. */
static size_t words_of(struct word *out, struct ml_arena *arena, const char *line)
{
	struct ml_plain plain;
	size_t nr = 0;

	for (const char *at = line; *at && nr + 1 < WORDS_MAX;) {
		const char *open = strchr(at, '['), *close = open ? strchr(open, ']') : NULL;
		struct ml_file part = { .text = { at, close ? (size_t)(open - at) : strlen(at) } };
		ml_plain_make(&plain, arena, &part, 0);
		for (const char *word = plain.text + 1; *word && nr + 1 < WORDS_MAX; word = strchr(word, ' ') + 1)
			out[nr++] = (struct word){ word, (size_t)(strchr(word, ' ') - word) };
		if (close && nr + 1 < WORDS_MAX)
			out[nr++] = (struct word){ "", 0 };
		at = close ? close + 1 : at + strlen(at);
	}
	return nr;
}

static const char *next_word(const char *at)
{
	return strchr(at, ' ') + 1;
}

static bool is_at(const char *at, const struct word *word)
{
	return !strncmp(at, word->at, word->len) && at[word->len] == ' ';
}

/* The words in order from at on, with at most gap others before each; NULL, or where they end. A fill-in takes at most twelve. */
static const char *follow(const char *at, const struct word *words, size_t nr, size_t gap)
{
	for (size_t i = 0; i < nr; i++) {
		size_t free = i ? gap : 0;
		for (; i < nr && !words[i].len; i++)
			free = 12;
		if (i == nr)
			return at;
		while (*at && free && !is_at(at, &words[i])) {
			at = next_word(at);
			free--;
		}
		if (!*at || !is_at(at, &words[i]))
			return NULL;
		at = next_word(at);
	}
	return at;
}

/* Of the line's words how many stand in as many of the text and a few more, each counted once. */
static size_t share(const char *at, const struct word *words, size_t nr)
{
	bool taken[WORDS_MAX] = { false };
	size_t same = 0;

	for (size_t k = 0; *at && k < nr + 4; k++, at = next_word(at)) {
		for (size_t i = 0; i < nr; i++) {
			if (taken[i] || !words[i].len || !is_at(at, &words[i]))
				continue;
			taken[i] = true;
			same++;
			break;
		}
	}
	return same;
}

static struct ml_where place(const struct ml_plain *plain, const char *from, const char *to, struct ml_arena *arena)
{
	size_t first = plain->source[from - plain->text], last = plain->source[to - plain->text - 2] + 1u;

	return ml_where_of(arena, plain->file, first, last > first ? last : first + 1);
}

static enum ml_heard hear_at(const struct word *words, size_t nr, const char *at, const char **to)
{
	const char *whole = follow(at, words, nr, 0), *loose = whole ? NULL : follow(at, words, nr, 2);

	*to = whole ? whole : loose ? loose : next_word(at);
	if (whole || loose)
		return whole ? ML_HEARD_WHOLE : ML_HEARD_NEAR;
	/* Two words of the beginning, so that "Llama" alone is no line. */
	return nr > 2 && words[0].len && words[1].len && is_at(next_word(at), &words[1]) && share(at, words, nr) * 5 >= nr * 3 ? ML_HEARD_PART
															  : ML_HEARD_NOT;
}

enum ml_heard ml_plain_hear(const struct ml_plain *plain, struct ml_arena *arena, const char *line, size_t *times, struct ml_where *where)
{
	struct word words[WORDS_MAX];
	size_t nr = words_of(words, arena, line), first = 0;
	enum ml_heard best = ML_HEARD_NOT;
	const char *from = NULL, *best_to = NULL, *to;

	*times = 0;
	while (first < nr && !words[first].len)
		first++;
	if (first == nr)
		return best;
	for (const char *at = plain->text + 1; *at; at = next_word(at)) {
		if (!is_at(at, &words[first]))
			continue;
		enum ml_heard heard = hear_at(words + first, nr - first, at, &to);
		*times += heard == ML_HEARD_WHOLE;
		if (heard <= best)
			continue;
		best = heard;
		from = at;
		best_to = to;
	}
	if (from)
		*where = place(plain, from, best_to, arena);
	return best;
}
