#include "lint/knowledge/claims_p.h"

#include <string.h>

#include "lint/text/tokens.h"

#define SLOTS_MAX 24
#define REPEAT_MAX 12

/* A slot on its way into the table. */
struct made {
	struct ml_slot slot;
	struct ml_classes classes;
};

struct slots {
	struct made at[SLOTS_MAX];
	size_t nr;
};

/* The next item of a pattern, apart by spaces. */
static bool item_next(struct ml_span *rest, struct ml_span *item)
{
	*rest = ml_span_trim(*rest);
	if (rest->len == 0)
		return false;
	size_t end = 0;
	while (end < rest->len && !ml_is_space(rest->at[end]))
		end++;
	*item = ml_span_sub(*rest, 0, end);
	*rest = ml_span_sub(*rest, end, rest->len);
	return true;
}

/* "?", "*", "+", and "*3": up to three. */
static int repeat(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span *item)
{
	size_t digits = 0, most = 0;

	while (digits < item->len && ml_is_digit(item->at[item->len - 1 - digits]))
		digits++;
	bool bounded = digits && digits + 1 < item->len && item->at[item->len - 1 - digits] == '*';
	for (size_t i = item->len - digits; bounded && i < item->len && most <= REPEAT_MAX; i++)
		most = most * 10 + (size_t)(item->at[i] - '0');
	if (bounded && (most == 0 || most > REPEAT_MAX))
		return ml_claims_fault(load, node, "repeats at most twelve times:", *item);
	if (bounded)
		item->len -= digits;
	char last = item->len < 2 ? '\0' : item->at[item->len - 1];
	if (last != '?' && last != '*' && last != '+')
		return 0;
	made->slot.min = last == '+' ? 1 : 0;
	made->slot.max = last == '?' ? 1 : (uint8_t)(bounded ? most : REPEAT_MAX);
	item->len--;
	return 0;
}

static size_t find(struct ml_span text, char c)
{
	size_t i = 0;

	while (i < text.len && text.at[i] != c)
		i++;
	return i;
}

/* "{a|b}": what stands between the braces. */
static int classes(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span inner)
{
	while (inner.len) {
		size_t bar = find(inner, '|');
		unsigned id = ml_claims_class(load, ml_span_sub(inner, 0, bar));
		if (id == ML_CLASSES_MAX)
			return ml_claims_fault(load, node, "no lexicon has the class", ml_span_sub(inner, 0, bar));
		ml_classes_add(&made->classes, id);
		inner = ml_span_sub(inner, bar + 1, inner.len);
	}
	return 0;
}

/* Where the letters of a word stand, kept once: rows ask for few different words. */
static uint32_t word_letters(struct ml_claims_load *load, struct ml_span folded)
{
	for (size_t i = 0; i < load->words_nr; i++)
		if (ml_span_is(folded, load->letters.at + load->words[i]))
			return load->words[i];
	return ml_claims_letters(load, folded);
}

static int word(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span one)
{
	struct ml_span folded = ml_tokens_fold(load->arena, one);

	if (folded.len == 0 || memchr(folded.at, ' ', folded.len) || made->slot.words_nr == UINT8_MAX)
		return ml_claims_fault(load, node, "no single word:", one);
	made->slot.words_nr++;
	made->slot.bits |= ml_claim_word_bit(folded.at, folded.len);
	ML_PUSH(load->arena, load->words, load->words_nr, load->words_cap, word_letters(load, folded));
	return 0;
}

/* "{a|b}" and words, apart by "|". */
static int alternatives(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span item)
{
	while (item.len) {
		bool braces = item.at[0] == '{';
		size_t end = find(item, braces ? '}' : '|');
		if (braces ? end == item.len || classes(load, node, made, ml_span_sub(item, 1, end))
			   : word(load, node, made, ml_span_sub(item, 0, end)))
			return end == item.len && braces ? ml_claims_fault(load, node, "no '}' in", item) : -1;
		item = ml_span_sub(item, end + (braces && end + 1 < item.len && item.at[end + 1] == '|') + 1, item.len);
	}
	return 0;
}

/* "<name>|b": what the file's set of that name holds, and more. Sets do not name sets. */
static int set(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span *item)
{
	size_t end = find(*item, '>');
	struct ml_span name = ml_span_sub(*item, 1, end);
	const struct ml_node *held = NULL;

	ml_node_each(entry, load->sets)
		if (ml_span_eq(entry->key, name))
			held = entry;
	if (end == item->len || !held)
		return ml_claims_fault(load, node, "no set", name);
	*item = ml_span_sub(*item, end + 1 + (end + 1 < item->len && item->at[end + 1] == '|'), item->len);
	return alternatives(load, held, made, ml_node_text(held));
}

static int words(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span item)
{
	made->slot.words = (uint16_t)load->words_nr;
	if (repeat(load, node, made, &item))
		return -1;
	if (item.len > 1 && item.at[0] == '!') {
		made->slot.not = true;
		item = ml_span_sub(item, 1, item.len);
	}
	if (item.len > 1 && item.at[0] == '<' && set(load, node, made, &item))
		return -1;
	return alternatives(load, node, made, item);
}

static int gap(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span item)
{
	unsigned most = 0;

	for (size_t i = item.at[0] == '~' ? 1 : 2; i < item.len && most < 100; i++) {
		if (!ml_is_digit(item.at[i]))
			return ml_claims_fault(load, node, "no gap:", item);
		most = most * 10 + (unsigned)(item.at[i] - '0');
	}
	if (most == 0 || most > 40)
		return ml_claims_fault(load, node, "a gap is one to forty words:", item);
	made->slot.kind = item.at[0] == '~' ? ML_SLOT_NARROW : ML_SLOT_GAP;
	made->slot.min = 0;
	made->slot.max = (uint8_t)most;
	return 0;
}

static int slot_of(struct ml_claims_load *load, const struct ml_node *node, struct made *made, struct ml_span item)
{
	*made = (struct made){ .slot = { .min = 1, .max = 1 } };
	if (ml_span_is(item, "^") || ml_span_is(item, "$")) {
		made->slot.kind = item.at[0] == '^' ? ML_SLOT_START : ML_SLOT_END;
		return 0;
	}
	return ml_span_starts(item, "..") || ml_span_starts(item, "~") ? gap(load, node, made, item) : words(load, node, made, item);
}

/* "@" and "@base+participle". */
static int forms_of(struct ml_claims_load *load, const struct ml_node *node, struct ml_claim_row *row, struct ml_span item)
{
	row->forms = item.len == 1 ? (1u << ML_FORM_NR) - 1 : 0;
	item = ml_span_sub(item, 1, item.len);
	while (item.len) {
		size_t plus = 0;
		while (plus < item.len && item.at[plus] != '+')
			plus++;
		unsigned form = ml_claim_form_of(ml_span_sub(item, 0, plus));
		if (form == ML_FORM_NR)
			return ml_claims_fault(load, node, "unknown form", ml_span_sub(item, 0, plus));
		row->forms |= (uint16_t)(1u << form);
		item = ml_span_sub(item, plus + 1, item.len);
	}
	return 0;
}

/* Returns the index of the first one. */
static uint16_t keep(struct ml_claims_load *load, const struct slots *slots, bool reversed)
{
	size_t first = load->slots_nr;

	for (size_t i = 0; i < slots->nr; i++) {
		const struct made *made = &slots->at[reversed ? slots->nr - 1 - i : i];
		struct ml_slot slot = made->slot;
		slot.class_set = ml_claims_class_set(load, &made->classes);
		ML_PUSH(load->arena, load->slots, load->slots_nr, load->slots_cap, slot);
	}
	return (uint16_t)first;
}

int ml_claims_pattern(struct ml_claims_load *load, struct ml_claim_row *row, const struct ml_node *node)
{
	struct slots before = { .nr = 0 }, after = { .nr = 0 }, *to = &before;
	struct ml_span rest = ml_node_text(node), item;
	bool phrase = false;

	row->line = (uint16_t)node->line;
	while (item_next(&rest, &item)) {
		if (item.at[0] == '@') {
			if (phrase)
				return ml_claims_fault(load, node, "two phrases in", ml_node_text(node));
			phrase = true;
			to = &after;
			if (forms_of(load, node, row, item))
				return -1;
			continue;
		}
		if (to->nr == SLOTS_MAX)
			return ml_claims_fault(load, node, "too long:", ml_node_text(node));
		if (slot_of(load, node, &to->at[to->nr++], item))
			return -1;
	}
	if (!phrase && before.nr == 0)
		return ml_claims_fault(load, node, "an empty pattern", ml_node_text(node));
	row->anywhere = !phrase;
	if (!phrase) {
		row->forms = (1u << ML_FORM_NR) - 1;
		after = before;
		before.nr = 0;
	}
	row->before = keep(load, &before, true);
	row->after = keep(load, &after, false);
	row->before_nr = (uint8_t)before.nr;
	row->after_nr = (uint8_t)after.nr;
	return 0;
}
