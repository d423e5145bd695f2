#include "lint/facts/clauses_fold.h"

#include <string.h>

/* What folding does with a byte. */
enum act { COPY, BLANK, DROP, ESCAPE, TAG, ENTITY, WIDE };

static const uint8_t act_of[256] = {
	['\t'] = BLANK, ['\n'] = BLANK, ['\v'] = BLANK, ['\f'] = BLANK, ['\r'] = BLANK, [' '] = BLANK,
	['*'] = DROP, ['`'] = DROP, ['\\'] = ESCAPE, ['<'] = TAG, ['&'] = ENTITY,
	[0xc2] = WIDE, [0xe2] = WIDE, [0xe3] = WIDE, [0xef] = WIDE,
};

/* Characters of two or three bytes that stand for ASCII ones, no more than their bytes; "" drops them. */
static const struct {
	const char *from, *to;
} folds[] = {
	{ "\u00a0", " " },	{ "\u00ad", "" },	{ "\u2002", " " },	{ "\u2003", " " },  { "\u2009", " " },
	{ "\u200b", "" },	{ "\u200c", "" },	{ "\u200d", "" },	{ "\u2010", "-" },  { "\u2011", "-" },
	{ "\u2012", "-" },	{ "\u2013", "-" },	{ "\u2014", " - " },	{ "\u2018", "'" },  { "\u2019", "'" },
	{ "\u201c", "\"" },	{ "\u201d", "\"" },	{ "\u201e", "\"" },	{ "\u202f", " " },  { "\u2060", "" },
	{ "\u3000", " " },	{ "\ufeff", "" },	{ "\u300c", "\"" },	{ "\u300d", "\"" }, { "\u300e", "\"" },
	{ "\u300f", "\"" },
};

static const struct {
	const char *name;
	char c;
} entities[] = {
	{ "&nbsp;", ' ' },  { "&amp;", '&' },	{ "&lt;", '<' },    { "&gt;", '>' },	{ "&quot;", '"' },  { "&ldquo;", '"' },
	{ "&rdquo;", '"' }, { "&lsquo;", '\'' }, { "&rsquo;", '\'' }, { "&apos;", '\'' }, { "&#39;", '\'' },  { "&#34;", '"' },
	{ "&#x27;", '\'' }, { "&ndash;", '-' }, { "&mdash;", '-' }, { "&#160;", ' ' },
};

#define TAG_MAX 300 /* bytes between "<" and ">" that still count as one HTML tag */

void ml_fold_init(struct ml_fold *fold, struct ml_arena *arena, struct ml_span source, size_t room)
{
	memset(fold, 0, sizeof *fold);
	fold->arena = arena;
	fold->source = source;
	fold->out = ml_arena_raw(arena, source.len + room + 1);
}

/* Notes where the next byte comes from, unless it follows the last one in the source too. */
static void step(struct ml_fold *fold, size_t source)
{
	if (fold->steps_nr) {
		const struct ml_fold_step *last = &fold->steps[fold->steps_nr - 1];
		if (last->source + (fold->len - last->at) == source)
			return;
		if (last->at == fold->len) {
			fold->steps[fold->steps_nr - 1].source = (uint32_t)source;
			return;
		}
	}
	struct ml_fold_step next = { fold->len, (uint32_t)source };
	ML_PUSH(fold->arena, fold->steps, fold->steps_nr, fold->steps_cap, next);
}

void ml_fold_put(struct ml_fold *fold, char c, size_t source)
{
	step(fold, source);
	fold->out[fold->len++] = c;
}

static void blank(struct ml_fold *fold, size_t source)
{
	if (fold->len && fold->out[fold->len - 1] != ' ' && fold->out[fold->len - 1] != '\n')
		ml_fold_put(fold, ' ', source);
}

static void copy(struct ml_fold *fold, size_t from, size_t len)
{
	step(fold, from);
	memcpy(fold->out + fold->len, fold->source.at + from, len);
	fold->len += (uint32_t)len;
}

static void put(struct ml_fold *fold, char c, size_t source)
{
	if (c == ' ')
		blank(fold, source);
	else
		ml_fold_put(fold, c, source);
}

/* Length of the HTML tag at from, or 0: "<" that is a less-than, or an address in brackets. */
static size_t tag_length(struct ml_span line, size_t from)
{
	size_t i = from + 1;

	if (i < line.len && (line.at[i] == '/' || line.at[i] == '!'))
		i++;
	if (i >= line.len || (!ml_is_alpha(line.at[i]) && line.at[i] != '-'))
		return 0;
	for (; i < line.len && i - from < TAG_MAX; i++) {
		if (line.at[i] == '>')
			return i + 1 - from;
		if (line.at[i] == ':' && i + 1 < line.len && line.at[i + 1] == '/' && !memchr(line.at + from, ' ', i - from))
			return 0;
	}
	return 0;
}

/* Full-width ASCII, U+FF01..U+FF5E: its ASCII form, or 0. */
static char half_width(const char *at)
{
	unsigned b = (unsigned char)at[1], c = (unsigned char)at[2];

	if (b == 0xbc && c >= 0x81)
		return (char)(c - 0x81 + '!');
	if (b == 0xbd && c >= 0x80 && c <= 0x9e)
		return (char)(c - 0x80 + '`');
	return 0;
}

/* Folds the character of several bytes at from; returns its length. */
static size_t wide(struct ml_fold *fold, struct ml_span line, size_t from, size_t source)
{
	struct ml_span rest = ml_span_sub(line, from, line.len);

	for (size_t i = 0; i < sizeof folds / sizeof *folds; i++) {
		if (!ml_span_starts(rest, folds[i].from))
			continue;
		for (const char *to = folds[i].to; *to; to++)
			put(fold, *to, source);
		return strlen(folds[i].from);
	}
	if ((unsigned char)rest.at[0] == 0xef && rest.len >= 3 && half_width(rest.at)) {
		put(fold, half_width(rest.at), source);
		return 3;
	}
	copy(fold, source, 1);
	return 1;
}

static size_t entity(struct ml_fold *fold, struct ml_span line, size_t from, size_t source)
{
	struct ml_span rest = ml_span_sub(line, from, line.len);

	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		if (!ml_span_starts(rest, entities[i].name))
			continue;
		put(fold, entities[i].c, source);
		return strlen(entities[i].name);
	}
	copy(fold, source, 1);
	return 1;
}

/* Folds what is not plain at i of the line; returns how many bytes it took. */
static size_t special(struct ml_fold *fold, struct ml_span line, size_t i, size_t source)
{
	size_t len;

	switch ((enum act)act_of[(unsigned char)line.at[i]]) {
	case BLANK:
		blank(fold, source);
		return 1;
	case ESCAPE: /* Markdown escapes punctuation only: "\[" but not "C:\Windows" */
		if (i + 1 < line.len && line.at[i + 1] > ' ' && line.at[i + 1] < 0x7f && !ml_is_alnum(line.at[i + 1]))
			return 1;
		break;
	case TAG:
		len = tag_length(line, i);
		if (len) {
			blank(fold, source);
			return len;
		}
		break;
	case ENTITY:
		return entity(fold, line, i, source);
	case WIDE:
		return wide(fold, line, i, source);
	case DROP:
		return 1;
	case COPY:
		break;
	}
	copy(fold, source, 1);
	return 1;
}

void ml_fold_line(struct ml_fold *fold, size_t from, size_t to)
{
	struct ml_span line = ml_span_sub(fold->source, from, to);
	size_t i = 0;

	while (i < line.len) {
		size_t plain = i;
		/* A single blank goes with the words around it. */
		while (i < line.len && (act_of[(unsigned char)line.at[i]] == COPY || (line.at[i] == ' ' && i > plain && line.at[i - 1] != ' ')))
			i++;
		if (i > plain)
			copy(fold, from + plain, i - plain);
		if (i < line.len)
			i += special(fold, line, i, from + i);
	}
}

size_t ml_fold_source(const struct ml_fold *fold, size_t at)
{
	size_t low = 0, high = fold->steps_nr;

	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (fold->steps[middle].at <= at)
			low = middle;
		else
			high = middle;
	}
	if (!fold->steps_nr)
		return 0;
	size_t source = fold->steps[low].source + (at - fold->steps[low].at);
	return source < fold->source.len ? source : fold->source.len;
}
