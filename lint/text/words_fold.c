#include "lint/text/words.h"

#define LETTER(code) ((struct ml_fold){ ML_FOLD_LETTER, 1, { (code) } })
#define KIND(kind) ((struct ml_fold){ (kind), 0, { 0 } })

/* Base letters of U+00C0..00FF, U+0100..017F and U+1E00..1EFF; a space is no letter. */
static const char latin_1[] = "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
static const char latin_a[] = "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssss"
			      "ttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static const char latin_more[] =
	"aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssss"
	"ttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwyasssssaaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooo"
	"oooooooooooooooouuuuuuuuuuuuuuyyyyyyyyssssss";

_Static_assert(sizeof latin_1 == 0x40 + 1 && sizeof latin_a == 0x80 + 1 && sizeof latin_more == 0x100 + 1, "a letter each");

/* Letters that look Latin. Pairs of code point and letter; upper and lower case apart, for they need not look alike. */
static const struct {
	uint16_t code;
	char letter;
} look_alikes[] = {
	{ 0x0251, 'a' }, { 0x0261, 'g' }, { 0x026a, 'i' }, { 0x0391, 'a' }, { 0x0392, 'b' }, { 0x0395, 'e' }, { 0x0396, 'z' },
	{ 0x0397, 'h' }, { 0x0399, 'i' }, { 0x039a, 'k' }, { 0x039c, 'm' }, { 0x039d, 'n' }, { 0x039f, 'o' }, { 0x03a1, 'p' },
	{ 0x03a4, 't' }, { 0x03a5, 'y' }, { 0x03a7, 'x' }, { 0x03b1, 'a' }, { 0x03b5, 'e' }, { 0x03b9, 'i' }, { 0x03ba, 'k' },
	{ 0x03bd, 'v' }, { 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c4, 't' }, { 0x03c5, 'u' }, { 0x03c7, 'x' }, { 0x03f2, 'c' },
	{ 0x0405, 's' }, { 0x0406, 'i' }, { 0x0408, 'j' }, { 0x0410, 'a' }, { 0x0412, 'b' }, { 0x0415, 'e' }, { 0x041a, 'k' },
	{ 0x041c, 'm' }, { 0x041d, 'h' }, { 0x041e, 'o' }, { 0x0420, 'p' }, { 0x0421, 'c' }, { 0x0422, 't' }, { 0x0423, 'y' },
	{ 0x0425, 'x' }, { 0x0430, 'a' }, { 0x0432, 'b' }, { 0x0435, 'e' }, { 0x043a, 'k' }, { 0x043c, 'm' }, { 0x043d, 'h' },
	{ 0x043e, 'o' }, { 0x0440, 'p' }, { 0x0441, 'c' }, { 0x0442, 't' }, { 0x0443, 'y' }, { 0x0445, 'x' }, { 0x0455, 's' },
	{ 0x0456, 'i' }, { 0x0458, 'j' }, { 0x04bb, 'h' }, { 0x0501, 'd' }, { 0x051b, 'q' }, { 0x051d, 'w' },
};

static struct ml_fold greek_cyrillic(uint32_t code)
{
	size_t low = 0, high = sizeof look_alikes / sizeof *look_alikes;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (look_alikes[middle].code == code)
			return LETTER((uint32_t)look_alikes[middle].letter);
		if (look_alikes[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	if (code >= 0x391 && code <= 0x3a9)
		return LETTER(code + 0x20);
	if (code >= 0x410 && code <= 0x42f)
		return LETTER(code + 0x20);
	if (code >= 0x400 && code <= 0x40f)
		return LETTER(code + 0x50);
	return LETTER(code);
}

static struct ml_fold latin(const char *letters, uint32_t index)
{
	return letters[index] == ' ' ? KIND(ML_FOLD_SEPARATOR) : LETTER((uint32_t)letters[index]);
}

/* U+FB00..FB06: ff fi fl ffi ffl st st. */
static struct ml_fold ligature(uint32_t code)
{
	static const char *const forms[] = { "ff", "fi", "fl", "ffi", "ffl", "st", "st" };
	const char *form = forms[code - 0xfb00];
	struct ml_fold fold = KIND(ML_FOLD_LETTER);

	for (; form[fold.n]; fold.n++)
		fold.letters[fold.n] = (uint32_t)form[fold.n];
	return fold;
}

/* U+FF00..FFEF: full-width ASCII, half-width Kana. */
static struct ml_fold full_width(uint32_t code)
{
	if (code >= 0xff10 && code <= 0xff19)
		return LETTER(code - 0xff10 + '0');
	if (code >= 0xff21 && code <= 0xff3a)
		return LETTER(code - 0xff21 + 'a');
	if (code >= 0xff41 && code <= 0xff5a)
		return LETTER(code - 0xff41 + 'a');
	if (code >= 0xff66 && code <= 0xff9f)
		return (struct ml_fold){ ML_FOLD_IDEOGRAPH, 1, { code } };
	return KIND(ML_FOLD_SEPARATOR);
}

/* Blocks by their last code point: what a code is that no case below treats. */
enum block { SEPARATOR, NOTHING, ITSELF, IDEOGRAPH, LATIN_1, LATIN_A, LATIN_MORE, GREEK_CYRILLIC, LIGATURE, FULL_WIDTH, MATH };
static const struct {
	uint32_t last;
	enum block block;
} blocks[] = {
	{ 0x0000ac, SEPARATOR },  { 0x0000ad, NOTHING },    { 0x0000bf, SEPARATOR }, { 0x0000ff, LATIN_1 },
	{ 0x00017f, LATIN_A },	  { 0x00024f, ITSELF },	    { 0x0002af, GREEK_CYRILLIC }, { 0x0002ff, SEPARATOR },
	{ 0x00036f, NOTHING },	  { 0x00052f, GREEK_CYRILLIC }, { 0x00180d, ITSELF }, { 0x00180e, NOTHING },
	{ 0x001dff, ITSELF },	  { 0x001eff, LATIN_MORE }, { 0x001fff, ITSELF },    { 0x00200a, SEPARATOR },
	{ 0x00200f, NOTHING },	  { 0x002029, SEPARATOR },  { 0x00202e, NOTHING },   { 0x00205f, SEPARATOR },
	{ 0x00206f, NOTHING },	  { 0x002e7f, SEPARATOR },  { 0x002fdf, IDEOGRAPH }, { 0x003004, SEPARATOR },
	{ 0x003007, IDEOGRAPH },  { 0x003040, SEPARATOR },  { 0x00312f, IDEOGRAPH }, { 0x00318f, ITSELF },
	{ 0x0033ff, SEPARATOR },  { 0x009fff, IDEOGRAPH },  { 0x00d7ff, ITSELF },    { 0x00f8ff, SEPARATOR },
	{ 0x00faff, IDEOGRAPH },  { 0x00fb06, LIGATURE },   { 0x00fdff, ITSELF },    { 0x00fe0f, NOTHING },
	{ 0x00fe6f, SEPARATOR },  { 0x00fefe, ITSELF },	    { 0x00feff, NOTHING },   { 0x00ffef, FULL_WIDTH },
	{ 0x00ffff, SEPARATOR },  { 0x01d3ff, ITSELF },	    { 0x01d7ff, MATH },	     { 0x01efff, ITSELF },
	{ 0x01ffff, SEPARATOR },  { 0x03ffff, IDEOGRAPH },  { 0x10ffff, SEPARATOR },
};

static enum block block_of(uint32_t code)
{
	size_t low = 0, high = sizeof blocks / sizeof *blocks - 1;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (blocks[middle].last < code)
			low = middle + 1;
		else
			high = middle;
	}
	return blocks[low].block;
}

struct ml_fold ml_fold(uint32_t code)
{
	switch (block_of(code)) {
	case NOTHING:
		return KIND(ML_FOLD_NOTHING);
	case ITSELF:
		return LETTER(code);
	case IDEOGRAPH:
		return (struct ml_fold){ ML_FOLD_IDEOGRAPH, 1, { code } };
	case LATIN_1:
		return latin(latin_1, code - 0xc0);
	case LATIN_A:
		return latin(latin_a, code - 0x100);
	case LATIN_MORE:
		return latin(latin_more, code - 0x1e00);
	case GREEK_CYRILLIC:
		return greek_cyrillic(code);
	case LIGATURE:
		return ligature(code);
	case FULL_WIDTH:
		return full_width(code);
	case MATH: /* bold, italic, script letters in alphabets of 26, digits in tens */
		return LETTER(code < 0x1d7ce ? (code - 0x1d400) % 26 + 'a' : (code - 0x1d7ce) % 10 + '0');
	case SEPARATOR:
		break;
	}
	return KIND(ML_FOLD_SEPARATOR);
}
