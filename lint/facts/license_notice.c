#include "lint/facts/license_match.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/clauses.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"
#include "lint/text/markdown.h"

#define NOTICE_BYTES 6000  /* of a text that names the license of something: the name, a summary, whom to ask */
#define SAYINGS_MAX 16     /* places of one notice that say under which license something stands */
#define BESIDE_LEAST 20    /* bytes around a known text in which such a sentence may stand */
#define MENTIONS_MAX 64    /* names that are looked at */
#define BEGINNING 200      /* bytes of a notice that begin it: a title, its first sentence */
#define TITLE_LEAD 60      /* bytes in front of a name that is a title: "Model weights license: " */

/* One place: "the weights are licensed under CC BY-NC 4.0". */
struct saying {
	const struct ml_license *license;
	size_t from, to;     /* of the name */
	unsigned scope;      /* of what; ML_SCOPE_ALL where it does not say */
	bool title;          /* the name stands alone on its line */
	bool choice;         /* "or" stands between it and the one before */
};

struct notice {
	struct reading *r;
	struct ml_facts told; /* knowledge and patterns alone, for those who read sentences */
	struct saying at[SAYINGS_MAX];
	size_t nr;
};

/* Where the words "public license" behind a name end that belong to it. */
static size_t skip_kind(const struct notice *n, struct ml_span text, size_t at)
{
	const char *kind = ml_list_start(n->r->knowledge, ML_LIST_LICENSE_KINDS, ml_span_sub(text, at, text.len));

	return kind ? at + strlen(kind) : at;
}

/* Whether a line has nothing behind a name but its short form in brackets, a full stop, a sign of Markdown. */
static bool is_end_of_line(const struct notice *n, struct ml_span text, size_t at)
{
	bool bracket = false;

	for (at = skip_kind(n, text, at); at < text.len && text.at[at] != '\n'; at++) {
		bracket |= text.at[at] == '(';
		if (ml_is_alnum(text.at[at]) && !bracket)
			return false;
		bracket &= text.at[at] != ')';
	}
	return true;
}

/* Whether a name is the title of a notice: nothing behind it in its line, and little in front. */
static bool is_title(const struct notice *n, struct ml_span text, const struct ml_license_mention *mention)
{
	size_t from = mention->from;

	while (from > 0 && text.at[from - 1] != '\n')
		from--;
	struct ml_span lead = ml_span_sub(text, from, mention->from);
	if (lead.len > TITLE_LEAD || !is_end_of_line(n, text, mention->to))
		return false;
	for (size_t i = 0; i < lead.len; i++)
		if (ml_is_alnum(lead.at[i]))
			return ml_list_fit(n->r->knowledge, ML_LIST_NOTICE_TITLES, n->r->patterns, lead, NULL);
	return true;
}

/* The part of the sentence in front of a name that belongs to it: behind the name before it. */
static struct ml_span lead_of(const struct notice *n, struct ml_span text, size_t sentence, size_t name)
{
	size_t from = sentence;

	if (n->nr && n->at[n->nr - 1].to > from)
		from = n->at[n->nr - 1].to;
	return ml_span_sub(text, from, name);
}

/* One license said twice stands for the parts of both; a sentence goes before a title. Returns whether it was said. */
static bool say_again(struct notice *n, const struct saying *saying)
{
	for (size_t i = 0; i < n->nr; i++) {
		struct saying *before = &n->at[i];
		if (before->license != saying->license || (before->title && !saying->title))
			continue;
		if (!saying->title && before->scope != ML_SCOPE_ALL && saying->scope != ML_SCOPE_ALL)
			before->scope |= saying->scope;
		return true;
	}
	return false;
}

static void say(struct notice *n, const struct saying *saying)
{
	if (n->nr < SAYINGS_MAX && !say_again(n, saying))
		n->at[n->nr++] = *saying;
}

/* Whether the name joins the one before as a choice: "MIT or Apache-2.0". */
static bool is_choice(const struct notice *n, struct ml_span lead)
{
	struct ml_span word = ml_span_trim(lead);

	return n->nr && !n->at[n->nr - 1].title && ml_list_has(n->r->knowledge, ML_LIST_LICENSE_CHOICE, word);
}

/* Whether the sentence speaks of what others made, or does not say that it is so. The name that a notice begins with is the work's own. */
static bool is_of_others(struct notice *n, struct ml_span sentence, size_t at)
{
	struct ml_span before = ml_span_sub(sentence, 0, at);
	enum ml_stance stance = ml_stance_of(&n->told, NULL, sentence, at, NULL);

	return ml_list_in(n->r->knowledge, ML_LIST_FOREIGN, before) || ml_list_fit(n->r->knowledge, ML_LIST_NOTICE_OTHERS, n->r->patterns, before, NULL) ||
	       !(ml_stance_is_own(stance) || (stance == ML_STANCE_OTHER && !n->nr && (size_t)(sentence.at - n->r->file->text.at) < BEGINNING));
}

/* Where the brackets begin that hold an offset, behind the opening one; 0 where none do. */
static size_t brackets_around(struct ml_span sentence, size_t at)
{
	size_t open = 0;

	for (size_t i = 0; i < at; i++)
		if (sentence.at[i] == '(')
			open = i + 1;
		else if (sentence.at[i] == ')')
			open = 0;
	return open;
}

/* The parts that a sentence names in front of a license's name, or close behind it: "MIT (code)", "MIT for the code". Brackets speak for themselves. */
static unsigned scope_of(struct notice *n, struct ml_span sentence, size_t from, size_t to)
{
	struct ml_span before = ml_span_sub(sentence, brackets_around(sentence, from), from);
	unsigned scope = ml_scope_of_words(&n->told, before, before.len);
	struct ml_span behind = scope ? (struct ml_span){ 0 } : ml_part_behind(n->r->knowledge, sentence, to);

	if (behind.len)
		scope = ml_scope_of_words(&n->told, behind, 0);
	return scope ? scope : ML_SCOPE_ALL;
}

static void read_mention(struct notice *n, struct ml_span text, struct ml_span sentence, const struct ml_license_mention *mention)
{
	size_t start = (size_t)(sentence.at - text.at);
	struct ml_span lead = lead_of(n, text, start, mention->from);
	struct saying saying = { .license = mention->license, .from = mention->from, .to = mention->to };

	/* Of some families no member is without limits. */
	if ((mention->license->family && mention->license->osd != ML_OSD_FAILS) || mention->license->placeholder)
		return;
	saying.choice = is_choice(n, lead);
	saying.title = !saying.choice && !ml_list_fit(n->r->knowledge, ML_LIST_NOTICE_GRANTS, n->r->patterns, lead, NULL);
	if (saying.title && (!is_title(n, text, mention) || ml_list_fit(n->r->knowledge, ML_LIST_WEIGHTS_LEFT_OUT, n->r->patterns, sentence, NULL)))
		return;
	if (!saying.choice && is_of_others(n, sentence, mention->from - start))
		return;
	saying.scope = saying.choice ? n->at[n->nr - 1].scope : scope_of(n, sentence, mention->from - start, mention->to - start);
	say(n, &saying);
}

/* Whether a paragraph or an item of a list begins at an offset behind the first. */
static bool begins_paragraph(struct ml_span text, size_t at)
{
	if (text.at[at - 1] != '\n')
		return false;
	return at == 1 || text.at[at - 2] == '\n' || (at + 1 < text.len && strchr("-*", text.at[at]) && text.at[at + 1] == ' ');
}

/* The end of the sentence of a name that ends at an offset: "2.0." ends one where a capital letter follows. */
static size_t sentence_end(struct ml_span text, size_t at)
{
	while (at + 2 < text.len && !(text.at[at] == '.' && ml_is_space(text.at[at + 1]) && text.at[at + 2] >= 'A' && text.at[at + 2] <= 'Z'))
		at++;
	return at + 2 < text.len ? at + 1 : text.len;
}

/* The sentence, at most as long as its paragraph, that holds a name. */
static struct ml_span sentence_of(struct ml_span text, const struct ml_license_mention *name)
{
	size_t from = name->from, to = name->from, next = 0, end = sentence_end(text, name->to);
	struct ml_span sentence;

	while (from > 0 && !begins_paragraph(text, from))
		from--;
	while (to < end && !(text.at[to] == '\n' && to + 1 < text.len && text.at[to + 1] == '\n'))
		to++;
	struct ml_span paragraph = ml_span_sub(text, from, to);
	while (ml_sentence_next(paragraph, &next, &sentence))
		if (sentence.at + sentence.len > text.at + name->from)
			return sentence;
	return paragraph;
}

static void read_sayings(struct notice *n, struct ml_span text)
{
	struct ml_license_mention mention;
	size_t at = 0;

	for (size_t i = 0; i < MENTIONS_MAX && ml_license_mention_next(n->r->knowledge, text, &at, &mention, false); i++)
		read_mention(n, text, sentence_of(text, &mention), &mention);
}

/* Titles count where no sentence says what more than the code is under. */
static void drop_titles(struct notice *n)
{
	size_t kept = 0;
	bool said = false;

	for (size_t i = 0; i < n->nr; i++)
		said |= !n->at[i].title && n->at[i].scope != ML_SCOPE_CODE;
	for (size_t i = 0; said && i < n->nr; i++)
		if (!n->at[i].title)
			n->at[kept++] = n->at[i];
	if (said)
		n->nr = kept;
}

/*
 * What is said of a part goes before what is said of all: "under CC BY-NC 4.0; the code is under MIT". Leaves each saying the parts that are
 * its own. Returns false where two speak of all: who knows which holds.
 */
static bool share_parts(struct notice *n)
{
	unsigned parts = 0, whole = 0;

	for (size_t i = 0; i < n->nr; i++) {
		struct saying *saying = &n->at[i];
		if (saying->choice)
			saying->scope = n->at[i - 1].scope;
		else if (saying->scope != ML_SCOPE_ALL)
			saying->scope &= ~parts;
		else if (whole++)
			return false;
		if (saying->scope != ML_SCOPE_ALL)
			parts |= saying->scope;
	}
	for (size_t i = 0; i < n->nr; i++)
		if (n->at[i].scope == ML_SCOPE_ALL)
			n->at[i].scope &= ~parts;
	return true;
}

/* Whether a clause limits what a license may grant. */
static bool limits(const struct notice *n, const struct ml_clause_hit *hit)
{
	return n->r->knowledge->terms[hit->term].contradicts;
}

/* Who says only what the code is under, and limits the rest in words of their own, has written a license. */
static bool is_own_license(const struct notice *n)
{
	const struct ml_clause_hits *hits = license_clauses(n->r);
	unsigned parts = 0;

	for (size_t i = 0; i < n->nr; i++)
		parts |= n->at[i].scope;
	for (size_t i = 0; !(parts & (ML_SCOPE_WEIGHTS | ML_SCOPE_DATA)) && i < hits->nr; i++)
		if (limits(n, &hits->at[i]))
			return true;
	return false;
}

/* The parts that the sentence of a clause names in front of it, 0 where it names none. */
static unsigned parts_of_clause(const struct notice *n, const struct ml_clause_hit *hit)
{
	struct ml_span text = n->r->file->text;
	struct ml_license_mention place = { .from = hit->from, .to = hit->to };
	struct ml_span sentence = sentence_of(text, &place);
	size_t start = (size_t)(sentence.at - text.at);

	return ml_scope_of_words(&n->told, sentence, place.from > start ? place.from - start : 0);
}

/* What all that limits speaks of, where that is weights and data alone: "The code is MIT. The weights are for research only." Else 0. */
static unsigned limited_parts(const struct notice *n)
{
	const struct ml_clause_hits *hits = license_clauses(n->r);
	unsigned parts = 0;

	for (size_t i = 0; i < hits->nr; i++) {
		if (!limits(n, &hits->at[i]))
			continue;
		unsigned scope = parts_of_clause(n, &hits->at[i]);
		if (!scope || scope & ~(ML_SCOPE_WEIGHTS | ML_SCOPE_DATA))
			return 0;
		parts |= scope;
	}
	return parts;
}

/* The parts that are limited, and that no license is named for: "The weights are for research only. The data is under CC BY-NC 4.0." */
static unsigned limited_beside(const struct notice *n)
{
	const struct ml_clause_hits *hits = license_clauses(n->r);
	unsigned said = 0, parts = 0;

	for (size_t i = 0; i < n->nr; i++)
		said |= n->at[i].scope;
	for (size_t i = 0; !(said & ML_SCOPE_WEIGHTS) && i < hits->nr; i++)
		if (limits(n, &hits->at[i]))
			parts |= parts_of_clause(n, &hits->at[i]) & ~said;
	return parts;
}

static int by_part(const void *a, const void *b)
{
	const struct saying *x = a, *y = b;
	unsigned first = x->scope & ML_SCOPE_WEIGHTS, second = y->scope & ML_SCOPE_WEIGHTS;

	if (first != second)
		return first ? -1 : 1;
	return x->from < y->from ? -1 : x->from > y->from;
}

/* The last saying in front of a place that speaks of one of these parts, or n->nr. */
static size_t last_saying(const struct notice *n, size_t at, unsigned parts)
{
	size_t of = n->nr, place = 0;

	for (size_t i = 0; i < n->nr; i++)
		if (n->at[i].from <= at && n->at[i].from >= place && n->at[i].scope & parts) {
			of = i;
			place = n->at[i].from;
		}
	return of;
}

/* Whose saying a clause belongs to: the last one in front of it that is about what the clause is about, else the last one, else the first. */
static size_t saying_of(const struct notice *n, const struct ml_clause_hit *hit)
{
	size_t last = last_saying(n, hit->from, ML_SCOPE_ALL);

	if (last == n->nr)
		return 0;
	if (n->nr == 1 || n->at[last].scope == ML_SCOPE_ALL)
		return last;
	unsigned parts = parts_of_clause(n, hit);
	size_t of = parts && !(parts & n->at[last].scope) ? last_saying(n, hit->from, parts) : last;
	return of < n->nr ? of : last;
}

struct terms {
	struct ml_term_fact *at;
	size_t nr, cap;
};

static struct ml_term_fact *term_of(const struct terms *terms, enum ml_term_id id)
{
	for (size_t i = 0; i < terms->nr; i++)
		if (terms->at[i].id == id)
			return &terms->at[i];
	return NULL;
}

/* "under a modified Wren License, free below 10 million a year", where that one says 2 million: the notice knows what was modified. */
static bool says_else(const struct ml_term_fact *known, const struct ml_clause_hit *hit)
{
	return hit->value && known->value && !strstr(known->value, hit->value) && !strstr(hit->value, known->value);
}

/*
 * A clause of the notice shows the place of a term that the license has, or is a term of its own. Returns whether it limits what the license
 * grants, or another value than the license's.
 */
static bool add_clause(struct terms *terms, struct ml_license_fact *fact, struct reading *r, const struct ml_clause_hit *hit)
{
	struct ml_term_fact *known = term_of(terms, hit->term);
	struct ml_where where = ml_where_of(r->keep, r->file, hit->from, hit->to);

	if (known && known->where.column == 0) {
		bool other = says_else(known, hit);
		known->where = where;
		if (other)
			known->value = hit->value;
		return other;
	}
	if (known || ml_license_has(fact->license, hit->term))
		return false;
	struct ml_term_fact term = { .id = hit->term, .value = hit->value, .section = hit->section, .where = where, .added = true };
	ML_PUSH(r->keep, terms->at, terms->nr, terms->cap, term);
	return r->knowledge->terms[hit->term].contradicts;
}

/* The license's terms, and what the notice says besides. */
static void fill_terms(struct ml_license_fact *fact, struct notice *n, size_t i, const struct ml_clause_hits *hits)
{
	struct terms terms = { 0 };
	bool limited = false;

	for (size_t k = 0; k < fact->terms_nr; k++) {
		struct ml_term_fact term = fact->terms[k];
		term.where = (struct ml_where){ .file = fact->where.file, .line = fact->where.line, .end_line = fact->where.end_line };
		ML_PUSH(n->r->keep, terms.at, terms.nr, terms.cap, term);
	}
	for (size_t k = 0; k < hits->nr && terms.nr < ML_LIMIT_TERMS_PER_FILE; k++)
		if (saying_of(n, &hits->at[k]) == i)
			limited |= add_clause(&terms, fact, n->r, &hits->at[k]);
	fact->terms = terms.at;
	fact->terms_nr = terms.nr;
	if (!limited)
		return;
	fact->match = ML_MATCHED_NEAR;
	fact->altered = fact->license->osd == ML_OSD_CONFORMS;
}

/* Whether a clause limits what the license grants. */
static bool limits_grant(const struct reading *r, const struct ml_license *license, const struct ml_clause_hit *hit)
{
	return r->knowledge->terms[hit->term].contradicts && !ml_license_has(license, hit->term);
}

void license_said_besides(struct ml_license_fact *fact, struct reading *r)
{
	const struct ml_clause_hits *hits = license_clauses(r);
	struct notice n = { .r = r };

	for (size_t i = 0; fact->license && i < hits->nr; i++)
		if (limits_grant(r, fact->license, &hits->at[i])) {
			fill_terms(fact, &n, 0, hits);
			return;
		}
}

static size_t fill(struct ml_license_fact *facts, size_t max, struct notice *n, const struct ml_clause_hits *hits)
{
	unsigned file = ml_role_scope(ml_span_of(n->r->file->path));
	size_t nr = 0;

	for (size_t i = 0; i < n->nr && nr < max; i++) {
		const struct saying *saying = &n->at[i];
		struct ml_span name = ml_span_sub(n->r->file->text, saying->from, saying->to);
		if (!saying->scope || (file && !(file & saying->scope)))
			continue;
		ml_declared_fact(&facts[nr], n->r->knowledge, n->r->keep, saying->license, name,
				 ml_where_of(n->r->keep, n->r->file, saying->from, saying->to), ML_EVIDENCE_DECLARED);
		facts[nr].reference = true;
		facts[nr].scope = saying->scope;
		facts[nr].scope_stated = saying->scope != ML_SCOPE_ALL;
		facts[nr].alternative = saying->choice || (i + 1 < n->nr && n->at[i + 1].choice) ? 1 : 0;
		fill_terms(&facts[nr++], n, i, hits);
	}
	return nr;
}

/* Terms of the text's own for the parts that it limits, behind nr licenses that it names. */
static size_t fill_own(struct ml_license_fact *facts, size_t nr, struct notice *n, unsigned parts)
{
	const struct ml_clause_hits *hits = license_clauses(n->r);
	size_t first = 0;

	while (!limits(n, &hits->at[first]))
		first++;
	facts[nr] = (struct ml_license_fact){
		.where = ml_where_of(n->r->keep, n->r->file, hits->at[first].from, hits->at[first].to),
		.evidence = ML_EVIDENCE_TEXT,
		.scope = parts,
		.scope_stated = true,
	};
	license_terms_of_words(&facts[nr], n->r, 0, n->r->words.nr);
	return nr + 1;
}

/* Code under known licenses, and limits on other parts. */
static size_t fill_code(struct ml_license_fact *facts, size_t max, struct notice *n, unsigned parts)
{
	const struct ml_clause_hits none = { 0 };

	return fill_own(facts, fill(facts, max - 1, n, &none), n, parts);
}

size_t license_notice(struct ml_license_fact *facts, size_t max, struct reading *r, bool legal, bool *own)
{
	struct notice n = { .r = r, .told = { .arena = r->arena, .knowledge = r->knowledge, .patterns = r->patterns } };
	struct ml_span text = r->file->text;

	*own = text.len <= NOTICE_BYTES && ml_list_fit(r->knowledge, ML_LIST_NOTICE_NOT, r->patterns, text, NULL);
	if (*own || text.len > NOTICE_BYTES)
		return 0;
	read_sayings(&n, text);
	for (size_t i = 0; i < n.nr; i++)
		if (license_is_left_out(r, n.at[i].license))
			return 0;
	drop_titles(&n);
	if (!n.nr || !share_parts(&n))
		return 0;
	qsort(n.at, n.nr, sizeof *n.at, by_part);
	if (!is_own_license(&n)) {
		size_t nr = fill(facts, max - 1, &n, license_clauses(r));
		unsigned beside = limited_beside(&n);
		return beside & ML_SCOPE_WEIGHTS ? fill_own(facts, nr, &n, beside) : nr;
	}
	unsigned parts = legal ? 0 : limited_parts(&n);
	*own = !parts;
	return parts ? fill_code(facts, max, &n, parts) : 0;
}

/* "The weights of CodeFormer are licensed under …": somebody else's, as any name in front is here, where nobody knows the own one. */
static bool is_of_named(const struct notice *n, struct ml_span around, const struct saying *saying)
{
	struct ml_license_mention name = { .license = saying->license, .from = saying->from, .to = saying->to };
	struct ml_span sentence = sentence_of(around, &name);

	return ml_names_foreign(&n->told, ml_span_sub(around, (size_t)(sentence.at - around.at), saying->from));
}

/* Sayings on weights or data of what stands in front of a known text, or behind it. at: where that begins in the file. */
static size_t fill_beside(struct ml_license_fact *facts, size_t max, struct notice *n, struct ml_span part, size_t at, struct ml_license_fact *text)
{
	struct reading *r = n->r;
	size_t nr = 0;

	n->nr = 0;
	read_sayings(n, part);
	for (size_t i = 0; i < n->nr && nr < max; i++) {
		const struct saying *saying = &n->at[i];
		size_t from = at + saying->from, to = at + saying->to;
		if (saying->title || saying->choice || saying->license == text->license || !saying->scope ||
		    (saying->scope & ~(ML_SCOPE_WEIGHTS | ML_SCOPE_DATA)) || is_of_named(n, part, saying))
			continue;
		ml_declared_fact(&facts[nr], r->knowledge, r->keep, saying->license, ml_span_sub(r->file->text, from, to),
				 ml_where_of(r->keep, r->file, from, to), ML_EVIDENCE_DECLARED);
		facts[nr].reference = true;
		facts[nr].scope = saying->scope;
		facts[nr++].scope_stated = true;
		text->scope &= ~saying->scope;
	}
	return nr;
}

size_t license_notice_beside(struct ml_license_fact *facts, size_t max, struct reading *r, const struct match *match, struct ml_license_fact *text)
{
	struct notice n = { .r = r, .told = { .arena = r->arena, .knowledge = r->knowledge, .patterns = r->patterns } };
	struct ml_span file = r->file->text;
	size_t from = r->words.at[match->from].at, to = r->words.at[match->to - 1].end;

	if (file.len - (to - from) < BESIDE_LEAST || file.len - (to - from) > NOTICE_BYTES)
		return 0;
	size_t nr = fill_beside(facts, max, &n, ml_span_sub(file, 0, from), 0, text);
	return nr + fill_beside(facts + nr, max - nr, &n, ml_span_sub(file, to, file.len), to, text);
}
