#include "lint/facts/clauses_units.h"

#include <string.h>

#include "lint/base/codepoint.h"
#include "lint/facts/clauses_marker.h"
#include "lint/knowledge/lists.h"

#define LEADS_MAX 8  /* lists inside each other */
#define LABEL_MAX 64 /* bytes of the words before a colon that name a list item */
#define SLACK 2      /* columns by which items without markers may stand further out than the first */

/* A sentence whose list items follow. */
struct lead {
	uint32_t unit;           /* counted from 1 */
	struct ml_marker items;  /* marker of its items; NONE until the first */
	struct ml_marker own;    /* marker of the paragraph that it ends */
	size_t indent;           /* of its items */
	bool plain;              /* its items have no markers */
	bool weak;               /* no colon at its end (a heading, an item, "You may not"): only marked items belong to it */
};

struct line {
	size_t from, to; /* words, behind indentation and comment signs */
	size_t indent;
	struct ml_marker marker;
};

struct splitter {
	struct ml_units *units;
	struct ml_arena *arena;
	const struct ml_knowledge *knowledge;
	struct lead leads[LEADS_MAX];
	size_t leads_nr;
	bool open;             /* a paragraph is being gathered */
	bool gap;              /* a blank line came since */
	bool comment;          /* the text is a comment with a star before each line */
	uint32_t start;        /* of it in the folded text */
	size_t indent;
	struct ml_marker marker;
	char last;             /* last byte of the paragraph before, 0 for none */
	uint32_t section, section_to;
};

static char last_byte(const struct splitter *s)
{
	const struct ml_fold *fold = &s->units->fold;
	uint32_t at = fold->len;

	while (at > s->start && fold->out[at - 1] == ' ')
		at--;
	return at > s->start ? fold->out[at - 1] : 0;
}

/* Whether the text so far ends where a list may begin. */
static bool ends_clause(struct ml_span text)
{
	text = ml_span_trim(text);
	return !text.len || strchr(".:;!?)", text.at[text.len - 1]) || ml_span_ends(text, "\u3002");
}

static struct ml_span paragraph(const struct splitter *s)
{
	return (struct ml_span){ s->units->fold.out + s->start, s->units->fold.len - s->start };
}

/* Whether a paragraph with that last byte came to a full stop; Chinese ones always do. */
static bool ends_sentence(char last)
{
	return !last || strchr(".!?:", last) || (unsigned char)last >= 0x80;
}

static bool is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool same_marker(const struct ml_marker *a, const struct ml_marker *b)
{
	return a->kind == b->kind && a->shape == b->shape;
}

static bool same_list(const struct lead *lead, const struct ml_marker *marker)
{
	if (same_marker(&lead->items, marker))
		return true;
	/* "(i)" after "(h)" is a letter: the list decides. */
	return lead->items.kind == ML_MARKER_LETTER && marker->kind == ML_MARKER_ROMAN && marker->letter &&
	       lead->items.shape == marker->shape && lead->items.letter == marker->letter - 1;
}

static bool in_list(const struct splitter *s, const struct ml_marker *marker, size_t leads_nr)
{
	for (size_t i = 0; i < leads_nr; i++)
		if (same_list(&s->leads[i], marker))
			return true;
	return false;
}

static bool deeper_bullet(const struct lead *lead, const struct ml_marker *marker, size_t indent)
{
	return marker->kind == ML_MARKER_BULLET && indent > lead->indent + 1;
}

/* The list that an item goes on, or leads_nr: the innermost of its kind that is not indented deeper than the item. */
static size_t find_list(const struct splitter *s, const struct ml_marker *marker, size_t indent)
{
	size_t outermost = s->leads_nr;

	for (size_t i = s->leads_nr; i-- > 0;) {
		const struct lead *lead = &s->leads[i];
		if (deeper_bullet(lead, marker, indent))
			return i;
		if (!same_list(lead, marker))
			continue;
		if (indent + 1 >= lead->indent)
			return i;
		outermost = i;
	}
	return outermost;
}

/* (a), (i), 1.: the first of a list. */
static bool is_first(const struct ml_marker *marker)
{
	return marker->letter && strchr("ai1", marker->letter);
}

/* "2." and "(c)" begin no list. */
static bool may_begin(const struct ml_marker *marker)
{
	bool counted = marker->kind == ML_MARKER_NUMBER || marker->kind == ML_MARKER_LETTER || marker->kind == ML_MARKER_ROMAN;

	return !counted || is_first(marker);
}

/* Whether one of the first leads is an earlier item of the list that marker goes on. */
static bool is_sibling(const struct splitter *s, const struct ml_marker *marker, size_t leads_nr)
{
	for (size_t i = 0; i < leads_nr; i++)
		if (same_marker(&s->leads[i].own, marker))
			return true;
	return false;
}

/* Whether an item begins the list that a lead announces, and is not the next of the list that the lead itself stands in. */
static bool begins_list(const struct splitter *s, const struct lead *lead, const struct ml_marker *marker, size_t indent)
{
	if (lead->items.kind || lead->plain)
		return false;
	if (lead->weak && (!may_begin(marker) || in_list(s, marker, s->leads_nr - 1) || is_sibling(s, marker, s->leads_nr - 1)))
		return false;
	return !same_marker(&lead->own, marker) || (!lead->weak && (is_first(marker) || indent > lead->indent + 1));
}

/* Drops the leads that are earlier items of the list that marker goes on. */
static void drop_siblings(struct splitter *s, const struct ml_marker *marker)
{
	for (size_t i = 0; i < s->leads_nr; i++)
		if (same_marker(&s->leads[i].own, marker))
			s->leads_nr = i;
}

/* The lead of an item, dropping the lists that it ends. */
static uint32_t lead_of_item(struct splitter *s, const struct ml_marker *marker, size_t indent)
{
	struct lead *top = s->leads_nr ? &s->leads[s->leads_nr - 1] : NULL;

	if (top && begins_list(s, top, marker, indent)) {
		top->items = *marker;
		top->indent = indent;
		return top->unit;
	}
	size_t at = find_list(s, marker, indent);
	if (at < s->leads_nr) {
		s->leads_nr = at + 1;
		if (same_list(&s->leads[at], marker))
			s->leads[at].items.letter = marker->letter;
		return s->leads[at].unit;
	}
	drop_siblings(s, marker);
	while (s->leads_nr && s->leads[s->leads_nr - 1].weak)
		s->leads_nr--;
	/* A numbered section that no list of ours holds begins something new, unless the text before it has not come to its stop. */
	bool section = marker->kind == ML_MARKER_NUMBER || marker->kind == ML_MARKER_DOTTED || marker->kind == ML_MARKER_HAN;
	if (section && !(s->leads_nr && s->leads[s->leads_nr - 1].plain && !ends_sentence(s->last)))
		s->leads_nr = 0;
	return s->leads_nr ? s->leads[s->leads_nr - 1].unit : 0;
}

static bool is_shouted(struct ml_span text)
{
	bool letters = false;

	for (size_t i = 0; i < text.len; i++) {
		if (is_lower(text.at[i]) || (unsigned char)text.at[i] >= 0x80)
			return false;
		letters |= ml_is_alpha(text.at[i]);
	}
	return letters;
}

/* "Fraud and deception: ..." */
static bool has_label(struct ml_span text)
{
	size_t at = ml_span_find(ml_span_sub(text, 0, LABEL_MAX), ": ");

	return at != SIZE_MAX && ml_span_find(ml_span_sub(text, 0, at), ". ") == SIZE_MAX;
}

/*
 * The lead of a paragraph without a marker: the first behind a colon, and those that go on where the
 * one before had no full stop, or that have a label. A heading in capitals ends the list.
 */
static uint32_t lead_of_paragraph(struct splitter *s)
{
	bool listed = s->last == ';' || s->last == ',', labeled = has_label(paragraph(s));

	if (is_shouted(paragraph(s)))
		s->leads_nr = 0;
	while (s->leads_nr) {
		struct lead *top = &s->leads[s->leads_nr - 1];
		bool first = top->items.kind == ML_MARKER_NONE && !top->plain;
		bool goes_on = listed || (top->plain && s->indent + SLACK >= top->indent && (labeled || !ends_sentence(s->last)));
		if (!top->weak && (first || goes_on || s->indent > top->indent)) {
			if (first)
				top->indent = s->indent;
			top->plain |= first;
			return top->unit;
		}
		s->leads_nr--;
	}
	return 0;
}

static uint32_t find_lead(struct splitter *s)
{
	if (s->marker.kind == ML_MARKER_HEADING) {
		s->leads_nr = 0;
		return 0;
	}
	return s->marker.kind ? lead_of_item(s, &s->marker, s->indent) : lead_of_paragraph(s);
}

static void push_lead(struct splitter *s, bool weak)
{
	if (!s->units->nr || s->leads_nr == LEADS_MAX)
		return;
	s->leads[s->leads_nr++] = (struct lead){ .unit = (uint32_t)s->units->nr, .own = s->marker, .indent = s->indent, .weak = weak };
}

/* Letters before a full stop that ends no sentence. */
static bool is_abbreviation(const struct ml_knowledge *knowledge, struct ml_span before)
{
	size_t from = before.len;

	while (from && !ml_is_space(before.at[from - 1]) && before.at[from - 1] != '(' && before.at[from - 1] != '"')
		from--;
	struct ml_span word = ml_span_sub(before, from, before.len);
	if (word.len <= 1)
		return true;
	if (ml_list_has(knowledge, ML_LIST_ABBREVIATIONS, word))
		return true;
	/* U.S., the number of a section at the start of the paragraph. */
	return (word.len == 3 && word.at[1] == '.') || (from == 0 && word.len <= 4 && (ml_is_digit(word.at[0]) || strchr("ivxIVX", word.at[0])));
}

static const bool may_stop[256] = { ['.'] = true, ['!'] = true, ['?'] = true, [0xe3] = true };

/* Length of what ends a sentence at i (the stop and closing signs), or 0. */
static size_t sentence_end(const struct ml_knowledge *knowledge, struct ml_span text, size_t i)
{
	char c = text.at[i];
	size_t end = i + 1;

	if ((unsigned char)c == 0xe3)
		return ml_span_starts(ml_span_sub(text, i, text.len), "\u3002") ? 3 : 0;
	if (c != '.' && c != '!' && c != '?')
		return 0;
	while (end < text.len && strchr("\"')]", text.at[end]))
		end++;
	if (end < text.len && (unsigned char)text.at[end] >= 0xe3 && c != '.')
		return end - i;
	if (end + 1 >= text.len || text.at[end] != ' ' || is_lower(text.at[end + 1]))
		return 0;
	return c == '.' && is_abbreviation(knowledge, ml_span_sub(text, 0, i)) ? 0 : end - i;
}

/* Where to cut a sentence that is too long. */
static size_t cut_at(struct ml_span text, size_t limit)
{
	static const char *const signs[] = { ";", ",", " " };

	for (size_t k = 0; k < sizeof signs / sizeof *signs; k++)
		for (size_t i = limit; i > limit / 2; i--)
			if (text.at[i - 1] == signs[k][0])
				return i;
	return ml_codepoint_start(text.at, limit);
}

static void add_unit(struct splitter *s, size_t from, size_t to, uint32_t lead)
{
	struct ml_units *units = s->units;
	uint32_t first = 0;

	while (to > from) {
		struct ml_span rest = { units->fold.out + from, to - from };
		size_t len = rest.len > ML_UNIT_BYTES ? cut_at(rest, ML_UNIT_BYTES) : rest.len;
		struct ml_unit unit = { (uint32_t)from, (uint32_t)(from + len), first ? first : lead, s->section, s->section_to };
		ML_PUSH(s->arena, units->at, units->nr, units->cap, unit);
		if (!first)
			first = (uint32_t)units->nr;
		from += len;
	}
}

static void add_sentences(struct splitter *s, uint32_t lead)
{
	struct ml_span text = paragraph(s);
	size_t from = 0, i = 0;

	while (i < text.len) {
		size_t end = may_stop[(unsigned char)text.at[i]] ? sentence_end(s->knowledge, text, i) : 0;
		i += end ? end : 1;
		if (!end)
			continue;
		add_unit(s, s->start + from, s->start + i, lead);
		from = i < text.len && text.at[i] == ' ' ? i + 1 : i;
	}
	add_unit(s, s->start + from, s->start + text.len, lead);
}

/* The section that a numbered paragraph outside of lists, or under a heading, stands for: the digits at its start. */
static void note_section(struct splitter *s, uint32_t lead)
{
	struct ml_span text = paragraph(s);
	size_t len = 0;

	bool listed = lead && !(s->leads_nr && s->leads[s->leads_nr - 1].weak);

	if (listed || (s->marker.kind != ML_MARKER_NUMBER && s->marker.kind != ML_MARKER_DOTTED))
		return;
	while (len < text.len && !ml_is_digit(text.at[len]))
		len++;
	s->section = s->start + (uint32_t)len;
	while (len < text.len && (ml_is_digit(text.at[len]) || (text.at[len] == '.' && len + 1 < text.len && ml_is_digit(text.at[len + 1]))))
		len++;
	s->section_to = s->start + (uint32_t)len;
}

/* Whether a paragraph that ends in no colon may lead in to marked items: headings, items, sentences without a stop. */
static bool leads_weakly(const struct splitter *s)
{
	const struct ml_unit *unit = &s->units->at[s->units->nr - 1];
	struct ml_span last = { s->units->fold.out + unit->from, unit->to - unit->from };

	/* A sentence that came to its Chinese or Japanese stop, and does not say that something follows, leads in to nothing. */
	if (ml_span_ends(last, "\u3002"))
		return ml_list_in(s->knowledge, ML_LIST_LEADS_IN, last);
	return !strchr(".;!?", last_byte(s));
}

static void close_paragraph(struct splitter *s)
{
	struct ml_fold *fold = &s->units->fold;

	if (!s->open)
		return;
	s->open = false;
	while (fold->len > s->start && fold->out[fold->len - 1] == ' ')
		fold->len--;
	if (fold->len == s->start)
		return;
	uint32_t lead = find_lead(s);
	note_section(s, lead);
	add_sentences(s, lead);
	char last = last_byte(s);
	if (last == ':')
		push_lead(s, false);
	else if (leads_weakly(s))
		push_lead(s, true);
	s->last = last;
}

static void open_paragraph(struct splitter *s, const struct line *line)
{
	if (s->units->fold.len)
		ml_fold_put(&s->units->fold, '\n', line->from);
	s->open = true;
	s->start = s->units->fold.len;
	s->indent = line->indent;
	s->marker = line->marker;
}

/* Items of one list may follow each other without a stop between them. */
static bool goes_on_list(const struct splitter *s, const struct ml_marker *marker)
{
	return same_marker(&s->marker, marker) || in_list(s, marker, s->leads_nr);
}

static bool begins_paragraph(const struct splitter *s, const struct line *line)
{
	char first = s->units->fold.source.at[line->from];

	if (!s->open || s->marker.kind == ML_MARKER_HEADING || line->marker.kind == ML_MARKER_HEADING ||
	    line->marker.kind == ML_MARKER_BULLET || first == '|')
		return true;
	if (line->marker.kind)
		return s->gap || goes_on_list(s, &line->marker) || ends_clause(paragraph(s)) || line->marker.kind == ML_MARKER_HAN;
	return s->gap && !(is_lower(first) && !ends_clause(paragraph(s)));
}

/* A blank between two joined lines, but not inside Chinese words. */
static void join(struct splitter *s, const struct line *line)
{
	struct ml_fold *fold = &s->units->fold;
	unsigned char before = (unsigned char)last_byte(s), next = (unsigned char)fold->source.at[line->from];

	if (fold->len && fold->out[fold->len - 1] != ' ' && !(before >= 0x80 && next >= 0xe3))
		ml_fold_put(fold, ' ', line->from ? line->from - 1 : 0);
}

static bool is_rule(struct ml_span line)
{
	for (size_t i = 0; i < line.len; i++)
		if (!strchr("-=*_~#+ \t", line.at[i]))
			return false;
	return true;
}

/* Skips indentation and what a comment or quotation puts before each line. */
static struct line read_line(const struct splitter *s, size_t from, size_t to)
{
	const char *text = s->units->fold.source.at;
	struct line line = { .from = from, .to = to };

	while (line.from < to) {
		char c = text[line.from];
		bool slashes = c == '/' && line.from + 1 < to && text[line.from + 1] == '/';
		bool star = s->comment && (c == '*' || c == '/');
		if (c != ' ' && c != '\t' && c != '>' && c != '\r' && !slashes && !star)
			break;
		line.from += slashes ? 2 : 1;
		line.indent += c == '\t' ? 4 : 1;
	}
	while (line.to > line.from && ml_is_space(text[line.to - 1]))
		line.to--;
	line.marker = ml_marker_read((struct ml_span){ text + line.from, line.to - line.from });
	return line;
}

static void take_line(struct splitter *s, size_t from, size_t to)
{
	struct line line = read_line(s, from, to);
	struct ml_span words = ml_span_sub(s->units->fold.source, line.from, line.to);

	if (is_rule(words)) {
		s->gap = true;
		return;
	}
	if (begins_paragraph(s, &line)) {
		close_paragraph(s);
		open_paragraph(s, &line);
	} else {
		join(s, &line);
	}
	s->gap = false;
	ml_fold_line(&s->units->fold, line.from, line.to);
}

void ml_units_split(struct ml_units *out, struct ml_arena *arena, const struct ml_knowledge *knowledge, struct ml_span source)
{
	struct splitter s = { .units = out, .arena = arena, .knowledge = knowledge };
	size_t from = 0;

	memset(out, 0, sizeof *out);
	/* One blank or line end more a line at most, and lines are told by their ends: never more than twice the text. */
	ml_fold_init(&out->fold, arena, source, source.len + 1);
	s.comment = ml_span_starts(ml_span_trim(source), "/*");
	while (from < source.len) {
		size_t to = from;
		while (to < source.len && source.at[to] != '\n' && source.at[to] != '\r')
			to++;
		take_line(&s, from, to);
		from = to + 1;
	}
	close_paragraph(&s);
	out->text = (struct ml_span){ out->fold.out, out->fold.len };
}
