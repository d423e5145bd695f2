#include "lint/report/cell.h"

#include "lint/report/report.h"
#include "lint/text/utf8.h"

struct range {
	uint32_t from, to;
};

/* Nonspacing and enclosing marks of the scripts that READMEs use, joiners, variation selectors (Unicode 15, categories Mn and Me). */
static const struct range marks[] = {
	{ 0x0300, 0x036f },   { 0x0483, 0x0489 }, { 0x0591, 0x05bd }, { 0x0610, 0x061a }, { 0x064b, 0x065f },
	{ 0x0900, 0x0902 },   { 0x093c, 0x093c }, { 0x0941, 0x0948 }, { 0x094d, 0x094d }, { 0x0e31, 0x0e31 },
	{ 0x0e34, 0x0e3a },   { 0x0e47, 0x0e4e }, { 0x1160, 0x11ff }, { 0x1ab0, 0x1aff }, { 0x1dc0, 0x1dff },
	{ 0x200c, 0x200d },   { 0x20d0, 0x20ff }, { 0x3099, 0x309a }, { 0xfe00, 0xfe0f }, { 0xfe20, 0xfe2f },
	{ 0xe0100, 0xe01ef },
};

/* East Asian Width W and F (Unicode 15, EastAsianWidth.txt), neighbors joined. */
static const struct range wide[] = {
	{ 0x1100, 0x115f },   { 0x231a, 0x231b },   { 0x2329, 0x232a },	  { 0x23e9, 0x23ec },	{ 0x23f0, 0x23f0 },
	{ 0x23f3, 0x23f3 },   { 0x25fd, 0x25fe },   { 0x2614, 0x2615 },	  { 0x2648, 0x2653 },	{ 0x267f, 0x267f },
	{ 0x2693, 0x2693 },   { 0x26a1, 0x26a1 },   { 0x26aa, 0x26ab },	  { 0x26bd, 0x26be },	{ 0x26c4, 0x26c5 },
	{ 0x26ce, 0x26ce },   { 0x26d4, 0x26d4 },   { 0x26ea, 0x26ea },	  { 0x26f2, 0x26f3 },	{ 0x26f5, 0x26f5 },
	{ 0x26fa, 0x26fa },   { 0x26fd, 0x26fd },   { 0x2705, 0x2705 },	  { 0x270a, 0x270b },	{ 0x2728, 0x2728 },
	{ 0x274c, 0x274c },   { 0x274e, 0x274e },   { 0x2753, 0x2755 },	  { 0x2757, 0x2757 },	{ 0x2795, 0x2797 },
	{ 0x27b0, 0x27b0 },   { 0x27bf, 0x27bf },   { 0x2b1b, 0x2b1c },	  { 0x2b50, 0x2b50 },	{ 0x2b55, 0x2b55 },
	{ 0x2e80, 0x303e },   { 0x3041, 0x4dbf },   { 0x4e00, 0xa4cf },	  { 0xa960, 0xa97f },	{ 0xac00, 0xd7a3 },
	{ 0xf900, 0xfaff },   { 0xfe10, 0xfe19 },   { 0xfe30, 0xfe6f },	  { 0xff01, 0xff60 },	{ 0xffe0, 0xffe6 },
	{ 0x1f004, 0x1f004 }, { 0x1f0cf, 0x1f0cf }, { 0x1f18e, 0x1f18e }, { 0x1f191, 0x1f19a }, { 0x1f200, 0x1f320 },
	{ 0x1f32d, 0x1f335 }, { 0x1f337, 0x1f37c }, { 0x1f37e, 0x1f393 }, { 0x1f3a0, 0x1f3ca }, { 0x1f3cf, 0x1f3d3 },
	{ 0x1f3e0, 0x1f3f0 }, { 0x1f3f4, 0x1f3f4 }, { 0x1f3f8, 0x1f43e }, { 0x1f440, 0x1f440 }, { 0x1f442, 0x1f4fc },
	{ 0x1f4ff, 0x1f53d }, { 0x1f54b, 0x1f54e }, { 0x1f550, 0x1f567 }, { 0x1f57a, 0x1f57a }, { 0x1f595, 0x1f596 },
	{ 0x1f5a4, 0x1f5a4 }, { 0x1f5fb, 0x1f64f }, { 0x1f680, 0x1f6c5 }, { 0x1f6cc, 0x1f6cc }, { 0x1f6d0, 0x1f6d2 },
	{ 0x1f6d5, 0x1f6d7 }, { 0x1f6dc, 0x1f6df }, { 0x1f6eb, 0x1f6ec }, { 0x1f6f4, 0x1f6fc }, { 0x1f7e0, 0x1f7eb },
	{ 0x1f90c, 0x1f93a }, { 0x1f93c, 0x1f945 }, { 0x1f947, 0x1f9ff }, { 0x1fa70, 0x1faff }, { 0x20000, 0x3fffd },
};

/* Characters that change how others are shown, or that nobody sees: separators, zero-width space, directions, no characters, tags. */
static const struct range hidden[] = {
	{ 0x0000, 0x001f }, { 0x007f, 0x009f }, { 0x00ad, 0x00ad }, { 0x061c, 0x061c },
	{ 0x180e, 0x180e }, { 0x200b, 0x200b }, { 0x200e, 0x200f }, { 0x2028, 0x202e },
	{ 0x2060, 0x206f }, { 0xfeff, 0xfeff }, { 0xfff9, 0xfffb }, { 0xfffe, 0xffff }, { 0xe0000, 0xe007f },
};

static bool is_in(const struct range *ranges, size_t nr, uint32_t character)
{
	size_t low = 0;

	while (low < nr) {
		size_t middle = low + (nr - low) / 2;
		if (character > ranges[middle].to)
			low = middle + 1;
		else
			nr = middle;
	}
	return character >= ranges[low].from && character <= ranges[low].to;
}

#define IS_IN(ranges, character)                                            \
	((character) <= (ranges)[sizeof(ranges) / sizeof *(ranges)-1].to && \
	 is_in(ranges, sizeof(ranges) / sizeof *(ranges), character))

unsigned ml_char_cells(uint32_t character)
{
	if (character < 0x300)
		return 1;
	if (IS_IN(marks, character))
		return 0;
	return IS_IN(wide, character) ? 2 : 1;
}

static unsigned add_escape(struct ml_buf *out, uint32_t character)
{
	size_t before = out->len;

	if (character < 0x80)
		ml_buf_addf(out, "\\x%02x", character);
	else if (character < 0x10000)
		ml_buf_addf(out, "\\u%04x", character);
	else
		ml_buf_addf(out, "\\U%08x", character);
	return (unsigned)(out->len - before);
}

unsigned ml_add_cell(struct ml_buf *out, struct ml_span text, size_t *at)
{
	struct ml_span rest = ml_span_sub(text, *at, text.len);
	unsigned char first = (unsigned char)rest.at[0];
	uint32_t character = ml_utf8_next(&rest);
	size_t len = (size_t)(rest.at - (text.at + *at));
	bool command = first == '[' && *at >= 2 && text.at[*at - 1] == '#' && text.at[*at - 2] == '#';

	*at += len;
	if (first == '\t') {
		ml_buf_add(out, "    ", 4);
		return 4;
	}
	if (first >= 0x80 && len == 1) {
		ml_buf_addf(out, "\\x%02x", first);
		return 4;
	}
	if (command || IS_IN(hidden, character))
		return add_escape(out, character);
	ml_buf_add(out, text.at + *at - len, len);
	return ml_char_cells(character);
}

void ml_add_escaped(struct ml_buf *out, struct ml_span text, bool lines)
{
	for (size_t at = 0; at < text.len;) {
		char c = text.at[at];
		if (lines && (c == '\n' || c == '\t')) {
			ml_buf_addc(out, c);
			at++;
		} else if (c == '\t') {
			ml_buf_adds(out, "\\x09");
			at++;
		} else {
			ml_add_cell(out, text, &at);
		}
	}
}

void ml_add_path(struct ml_buf *out, const char *path)
{
	if (path[0] == ':')
		ml_buf_adds(out, "./");
	ml_add_escaped(out, ml_span_of(path), false);
}
