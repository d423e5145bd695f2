#include "lint/text/words_p.h"

/* Spellings that the SPDX matching guidelines hold to be one, and the commonest others; in order of the first letter. */
#define ROW(variant, canonical) { variant, sizeof(variant) - 1, canonical }
static const struct {
	const char *variant;
	size_t len;
	const char *canonical;
} spellings[] = {
	ROW("acknowledgement", "acknowledgment"), ROW("acknowledgements", "acknowledgments"),
	ROW("analogue", "analog"), ROW("analyse", "analyze"),
	ROW("artefact", "artifact"), ROW("artefacts", "artifacts"),
	ROW("authorisation", "authorization"), ROW("authorise", "authorize"),
	ROW("authorised", "authorized"), ROW("catalogue", "catalog"),
	ROW("centre", "center"), ROW("colour", "color"),
	ROW("customise", "customize"), ROW("customised", "customized"),
	ROW("endeavour", "endeavor"), ROW("favour", "favor"),
	ROW("favourite", "favorite"), ROW("fulfil", "fulfill"),
	ROW("fulfilment", "fulfillment"), ROW("holders", "holder"),
	ROW("honour", "honor"), ROW("initialise", "initialize"),
	ROW("judgement", "judgment"), ROW("labour", "labor"),
	ROW("licence", "license"), ROW("licenced", "licensed"),
	ROW("licences", "licenses"), ROW("maximise", "maximize"),
	ROW("merchantibility", "merchantability"), ROW("minimise", "minimize"),
	ROW("modelled", "modeled"), ROW("modelling", "modeling"),
	ROW("offence", "offense"), ROW("optimise", "optimize"),
	ROW("organisation", "organization"), ROW("organisations", "organizations"),
	ROW("organise", "organize"), ROW("owner", "holder"),
	ROW("owners", "holder"), ROW("practise", "practice"),
	ROW("programme", "program"), ROW("realise", "realize"),
	ROW("recognise", "recognize"), ROW("recognised", "recognized"),
	ROW("signalling", "signaling"), ROW("unauthorised", "unauthorized"),
	ROW("utilisation", "utilization"), ROW("utilise", "utilize"),
	ROW("whilst", "while"), ROW("wilful", "willful"),
};
/* First row of each letter a..z in spellings, and the end. */
static const uint8_t spelling_of[27] = { 0, 9, 9, 14, 14, 15, 19, 19, 21, 22, 23, 23, 27, 32, 32, 39, 41, 41, 44, 45, 45, 48, 48, 50, 50, 50, 50 };

/* Of letters and digits, which is all that a word holds: digits have the bit. */
static inline char fold(char c)
{
	return (char)(c | 0x20);
}

const char *word_spelling(const char *letters, size_t len)
{
	unsigned letter = (unsigned)(fold(letters[0]) - 'a');

	for (size_t i = spelling_of[letter]; i < spelling_of[letter + 1]; i++) {
		if (spellings[i].len != len)
			continue;
		size_t k = 1;
		while (k < len && fold(letters[k]) == spellings[i].variant[k])
			k++;
		if (k == len)
			return spellings[i].canonical;
	}
	return NULL;
}

void word_spelling_lengths(uint32_t lengths[26])
{
	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++)
		lengths[spellings[i].variant[0] - 'a'] |= UINT32_C(1) << spellings[i].len;
}
