#include "lint/facts/clauses_marker.h"

#include <string.h>

#include "lint/base/codepoint.h"

#define ROMAN_MAX 6 /* letters of a roman number: xxviii */
/* Blocks of Unicode that hold drawn signs: arrows to miscellaneous symbols, and pictographs. */
#define ARROWS_FIRST 0x2190
#define SYMBOLS_LAST 0x2bff
#define PICTURES_FIRST 0x1f300
#define PICTURES_LAST 0x1faff

static bool ends_marker(struct ml_span line, size_t at)
{
	return at >= line.len || ml_is_space(line.at[at]) || line.at[at] == '*';
}

static size_t skip_blanks(struct ml_span line, size_t at)
{
	while (at < line.len && (line.at[at] == ' ' || line.at[at] == '\t'))
		at++;
	return at;
}

static struct ml_marker bullet(struct ml_span line)
{
	static const char *const wide[] = { "\u2022", "\u00b7", "\u2013", "\u2014", "\u25cf", "\u25cb", "\u25aa", "\u25e6", "\u2023", "\u00b0", "\u25a0", "\u203b" };
	struct ml_marker none = { 0 };

	if (line.len > 1 && strchr("-*+", line.at[0]) && ml_is_space(line.at[1]))
		return (struct ml_marker){ ML_MARKER_BULLET, line.at[0], 0, skip_blanks(line, 1) };
	for (size_t i = 0; (unsigned char)line.at[0] >= 0x80 && i < sizeof wide / sizeof *wide; i++)
		if (ml_span_starts(line, wide[i]))
			return (struct ml_marker){ ML_MARKER_BULLET, (char)('A' + i), 0, skip_blanks(line, strlen(wide[i])) };
	return none;
}

static struct ml_marker heading(struct ml_span line)
{
	size_t i = 0;

	while (i < line.len && line.at[i] == '#')
		i++;
	if (i == 0 || i > 6 || !ends_marker(line, i))
		return (struct ml_marker){ 0 };
	return (struct ml_marker){ ML_MARKER_HEADING, '#', 0, skip_blanks(line, i) };
}

/* 3. 3) (3) 3.2 3.2.1: digits with at most four dots. Chinese texts leave the blank behind it out. */
static struct ml_marker number(struct ml_span line)
{
	bool open = line.len && line.at[0] == '(';
	size_t i = open, dots = 0, digits = 0;

	for (; i < line.len && i < 12; i++) {
		if (ml_is_digit(line.at[i]))
			digits++;
		else if (line.at[i] == '.' && i > open && ml_is_digit(line.at[i - 1]) && i + 1 < line.len && ml_is_digit(line.at[i + 1]))
			dots++;
		else
			break;
	}
	if (!digits || digits > 6 || i >= line.len)
		return (struct ml_marker){ 0 };
	char close = line.at[i];
	bool closed = close == ')' || (!open && close == '.');
	bool han = !open && ml_span_starts(ml_span_sub(line, i, line.len), "\u3001");
	if (han)
		return (struct ml_marker){ ML_MARKER_NUMBER, ',', 0, i + strlen("\u3001") };
	bool wide = i + closed < line.len && (unsigned char)line.at[i + closed] >= 0xe0;
	if (closed && !ends_marker(line, i + 1) && !wide)
		return (struct ml_marker){ 0 };
	if (!closed && (!dots || !(ends_marker(line, i) || wide)))
		return (struct ml_marker){ 0 };
	bool first = digits == 1 && line.at[i - 1] == '1';
	return (struct ml_marker){ dots ? ML_MARKER_DOTTED : ML_MARKER_NUMBER, dots ? '0' + (char)dots : open ? '(' : close,
				   first ? '1' : 0, skip_blanks(line, i + closed) };
}

/* (b) b) b. (iv) iv. */
static struct ml_marker letter(struct ml_span line)
{
	bool open = line.len && line.at[0] == '(';
	size_t i = open;

	while (i < line.len && ml_is_alpha(line.at[i]) && i - open < ROMAN_MAX)
		i++;
	size_t letters = i - open;
	if (!letters || i >= line.len || !(line.at[i] == ')' || (!open && line.at[i] == '.')) || !(ends_marker(line, i + 1) || open))
		return (struct ml_marker){ 0 };
	bool roman = true;
	for (size_t k = open; k < i; k++)
		roman &= strchr("ivx", ml_lower(line.at[k])) != NULL;
	if (letters > 1 && !roman)
		return (struct ml_marker){ 0 };
	return (struct ml_marker){ roman ? ML_MARKER_ROMAN : ML_MARKER_LETTER, open ? '(' : line.at[i],
				   letters == 1 ? ml_lower(line.at[open]) : 0, skip_blanks(line, i + 1) };
}

static size_t han_numeral(struct ml_span line, size_t at, bool digits)
{
	static const char *const numerals[] = { "\u4e00", "\u4e8c", "\u4e09", "\u56db", "\u4e94", "\u516d", "\u4e03", "\u516b", "\u4e5d", "\u5341", "\u767e" };

	if (digits && ml_is_digit(line.at[at]))
		return 1;
	for (size_t i = 0; i < sizeof numerals / sizeof *numerals; i++)
		if (ml_span_starts(ml_span_sub(line, at, line.len), numerals[i]))
			return strlen(numerals[i]);
	return 0;
}

/* Numerals before an enumeration comma, in brackets of either width, or as an article; circled digits. */
static struct ml_marker han(struct ml_span line)
{
	static const struct {
		const char *open, *close;
	} forms[] = { { "", "\u3001" }, { "\uff08", "\uff09" }, { "(", ")" }, { "\u7b2c", "\u6761" }, { "\u7b2c", "\u689d" }, { "\u7b2c", "\u7ae0" } };

	if ((unsigned char)line.at[0] < 0x80 && line.at[0] != '(')
		return (struct ml_marker){ 0 };
	if (line.len >= 3 && (unsigned char)line.at[0] == 0xe2 && (unsigned char)line.at[1] == 0x91 && (unsigned char)line.at[2] >= 0xa0 && (unsigned char)line.at[2] <= 0xb3)
		return (struct ml_marker){ ML_MARKER_HAN, 'o', 0, 3 };
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		if (!ml_span_starts(line, forms[i].open))
			continue;
		size_t at = strlen(forms[i].open), from = at, step;
		while (at < line.len && (step = han_numeral(line, at, from > 0)) > 0)
			at += step;
		if (at > from && ml_span_starts(ml_span_sub(line, at, line.len), forms[i].close))
			return (struct ml_marker){ ML_MARKER_HAN, (char)('0' + i), 0, at + strlen(forms[i].close) };
	}
	return (struct ml_marker){ 0 };
}

/* A tick, a cross or any other drawn sign before a blank: lists of what may be done and what may not are written so, each item with its own. */
static struct ml_marker drawn(struct ml_span line)
{
	uint32_t code = 0;
	size_t len = (unsigned char)line.at[0] >= 0xe2 ? ml_codepoint_get(line.at, line.len, &code) : 0;
	bool sign = (code >= ARROWS_FIRST && code <= SYMBOLS_LAST) || (code >= PICTURES_FIRST && code <= PICTURES_LAST);

	if (!sign)
		return (struct ml_marker){ 0 };
	if (ml_span_starts(ml_span_sub(line, len, line.len), "\ufe0f"))
		len += strlen("\ufe0f");
	if (len >= line.len || line.at[len] != ' ')
		return (struct ml_marker){ 0 };
	return (struct ml_marker){ ML_MARKER_BULLET, 'd', 0, skip_blanks(line, len) };
}

struct ml_marker ml_marker_read(struct ml_span line)
{
	static struct ml_marker (*const readers[])(struct ml_span) = { bullet, heading, number, letter, han, drawn };

	/* Bold numbers are common in Markdown: "**3.** ..." */
	size_t signs = 0;
	while (signs + 2 < line.len && line.at[signs] == '*' && !ml_is_space(line.at[signs + 1]))
		signs++;
	for (size_t i = 0; line.len && i < sizeof readers / sizeof *readers; i++) {
		struct ml_marker marker = readers[i](ml_span_sub(line, signs, line.len));
		if (marker.kind) {
			marker.len += signs;
			return marker;
		}
	}
	return (struct ml_marker){ 0 };
}
