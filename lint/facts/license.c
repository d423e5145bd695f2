#include "lint/facts/license_match.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/limits.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

#define NEAR_LIKENESS 0.75   /* of words: below it a text is its own */
#define WHOLE_SHARE 0.95     /* of a known text's runs: all of it is there, and clauses were put in between */
#define WHOLE_LIKENESS 0.55
#define SHORT_RUNS 24        /* a known text that short must be the better part of what it is found in */
#define SHORT_LIKENESS 0.9
#define COPIES_MAX 4096u     /* matches of one file, copies counted */
#define BARRED_MAX 8         /* stretches of a file that are like a known text but too unlike */
#define POINTER_WORDS 60     /* of a pointer in legal words, or of a text that grants nothing */
#define NOTICE_SHARE 0.8     /* of a notice's words that a known text holds */
#define NOTICE_PART 0.3      /* of that text's runs that a notice holds at most: more of it is a text that was cut */
#define NEAREST_SHARE 0.1    /* of a known text's runs that makes it worth naming */

struct ml_where license_where(const struct reading *r, size_t from, size_t to)
{
	if (from >= to)
		return ml_where_line(r->file, 0, 0);
	return ml_where_of(r->keep, r->file, r->words.at[from].at, r->words.at[to - 1].end);
}

/* The license of a name in the index: an id of the knowledge, or one of its other names. */
static const struct ml_license *license_named(const struct ml_knowledge *knowledge, const char *name)
{
	const struct ml_license *license = ml_license_by_id(knowledge, ml_span_of(name));

	return license ? license : ml_license_by_name(knowledge, ml_span_of(name), NULL);
}

/* The license that a known text is of: of its names that the knowledge has one with a Hub identifier, else one that is not deprecated, else the first. */
static const struct ml_license *license_of(const struct reading *r, size_t text)
{
	const struct ml_license *first = NULL;

	for (const char *name = r->runs.names + r->runs.texts[text].name; *name; name += strlen(name) + 1) {
		const struct ml_license *license = license_named(r->knowledge, name);
		if (license && license->hub)
			return license;
		if (!first || (license && first->deprecated && !license->deprecated))
			first = license;
	}
	return first;
}

/* Whether a license is another one, or a deprecated form of it. */
static bool is_form_of(const struct ml_license *form, const struct ml_license *license)
{
	return form == license || (form && form->replaced_by && strcmp(form->replaced_by, license->id) == 0);
}

/* Texts of a license, and those word for word the same, are not to be known. */
static void leave_out(struct reading *r, const char *without)
{
	const struct ml_license *license = license_named(r->knowledge, without);
	size_t nr = r->runs.texts_nr;

	r->without = ml_arena_array(r->arena, bool, nr);
	for (size_t i = 0; i < nr; i++)
		r->without[i] = strcmp(without, "*") == 0 || ml_runs_named(&r->runs, i, ml_span_of(without)) ||
				(license && is_form_of(license_of(r, i), license));
	for (size_t i = 0; i < nr; i++)
		for (size_t k = 0; r->without[i] && k < nr; k++)
			if (r->runs.texts[k].hash == r->runs.texts[i].hash)
				r->without[k] = true;
}

bool license_is_left_out(const struct reading *r, const struct ml_license *license)
{
	for (size_t i = 0; r->without && i < r->runs.texts_nr; i++)
		if (r->without[i] && license_of(r, i) == license)
			return true;
	return false;
}

static bool is_near(const struct reading *r, const struct match *match)
{
	const struct ml_run_text *text = &r->runs.texts[match->text];

	if (match->likeness < (match->share >= WHOLE_SHARE ? WHOLE_LIKENESS : NEAR_LIKENESS))
		return false;
	return text->runs >= SHORT_RUNS || (match->likeness >= SHORT_LIKENESS && match->covered * 2 >= r->words.nr);
}

struct matches {
	struct match *at;
	size_t nr, cap;
};

static void accept(struct matches *matches, struct reading *r, const struct match *match)
{
	license_take(r, match);
	ML_PUSH(r->arena, matches->at, matches->nr, matches->cap, *match);
}

/* A list of notices holds one text many times: its further copies are found in one pass, not in a round each. */
static void accept_copies(struct matches *matches, struct reading *r, struct match match)
{
	struct match copy;

	for (size_t from = 0; matches->nr < COPIES_MAX && license_copy(&copy, r, &match, from); from = copy.to)
		accept(matches, r, &copy);
}

/* The known texts in the file, at most max besides copies; *unlike gets the best that was too unlike. */
static void find_matches(struct matches *out, size_t max, struct reading *r, struct match *unlike)
{
	size_t found = 0, barred = 0;
	struct match match;

	*unlike = (struct match){ 0 };
	if (max && license_whole(&match, r)) {
		accept(out, r, &match);
		return;
	}
	while (found < max && barred < BARRED_MAX && license_best(&match, r)) {
		if (!match.exact && !is_near(r, &match)) {
			if (!barred++)
				*unlike = match;
			license_bar(r, &match);
			continue;
		}
		found++;
		accept(out, r, &match);
		accept_copies(out, r, match);
	}
}

static void fill_match(struct ml_license_fact *fact, struct reading *r, const struct match *match)
{
	const struct ml_license *license = license_of(r, match->text);

	*fact = (struct ml_license_fact){
		.where = license_where(r, match->from, match->to),
		.license = license,
		.match = match->exact ? ML_MATCHED_EXACT : ML_MATCHED_NEAR,
		.score = match->share,
		.evidence = ML_EVIDENCE_TEXT,
		.scope = ML_SCOPE_ALL,
	};
	if (license)
		license_terms_of_match(fact, r, match, license);
	else
		license_terms_of_words(fact, r, match->from, match->to);
}

static void fill_unknown(struct ml_license_fact *fact, struct reading *r, size_t from, size_t to, const struct match *unlike)
{
	*fact = (struct ml_license_fact){
		.where = license_where(r, from, to),
		.evidence = ML_EVIDENCE_TEXT,
		.scope = ML_SCOPE_ALL,
	};
	if (unlike->share >= NEAREST_SHARE) {
		fact->nearest = license_of(r, unlike->text);
		fact->nearest_score = fact->score = unlike->share;
	}
	license_terms_of_words(fact, r, from, to);
}

static int by_cover(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->covered != y->covered)
		return x->covered > y->covered ? -1 : 1;
	return x->from < y->from ? -1 : x->from > y->from;
}

/* Whether a text can be no more than a pointer: few words, or none that read like terms but for a known notice (Apache's "may obtain a copy at"). */
static bool may_point(const struct reading *r, bool legal, const struct match *unlike)
{
	if (!legal || r->words.nr <= POINTER_WORDS)
		return true;
	return unlike->share <= NOTICE_PART && (double)unlike->covered >= NOTICE_SHARE * (double)r->words.nr;
}

/* A line of copyright is dropped with all that stands in it: "All rights reserved. You may run it for study alone." */
static bool says_beside_copyright(const struct reading *r)
{
	return !r->words.nr && r->file->text.len <= LICENSE_POINT_BYTES &&
	       ml_list_fit(r->knowledge, ML_LIST_SOME_GRANTS, r->patterns, r->file->text, NULL);
}

/* Whether a few words reserve what there is and grant nothing: "Proprietary. All rights reserved." No license is there then. */
static bool grants_nothing(struct reading *r)
{
	return r->words.nr <= POINTER_WORDS && r->file->text.len <= LICENSE_POINT_BYTES && ml_list_fit(r->knowledge, ML_LIST_NO_GRANTS, r->patterns, r->file->text, NULL) &&
	       !ml_list_fit(r->knowledge, ML_LIST_SOME_GRANTS, r->patterns, r->file->text, NULL) && !license_clauses(r)->nr;
}

/* A text in which nothing known stands: a pointer, or terms of its own. */
static size_t read_unknown(struct ml_license_fact *facts, size_t max, struct reading *r, const struct match *unlike)
{
	bool legal = license_is_legal(r, 0, r->words.nr);
	bool own;
	size_t nr = license_notice(facts, max, r, legal, &own);

	if (!nr && !(own && legal) && may_point(r, legal, unlike)) {
		nr = license_point(facts, max, r, legal);
		if (nr == 1)
			license_said_besides(&facts[0], r);
	}
	if (nr || (!r->words.nr && !says_beside_copyright(r)) || grants_nothing(r))
		return nr;
	if (!legal && r->file->role != ML_ROLE_LICENSE && r->file->role != ML_ROLE_POLICY)
		return 0;
	fill_unknown(&facts[0], r, 0, r->words.nr, unlike);
	if (!r->words.nr)
		facts[0].where = ml_where_of(r->keep, r->file, 0, r->file->text.len);
	facts[0].vague = !legal && !facts[0].terms_nr;
	return 1;
}

/* A copy says nothing new, unless words were added to it. */
static size_t drop_copies(struct match *matches, size_t nr)
{
	size_t kept = 0;

	for (size_t i = 0; i < nr; i++)
		if (!matches[i].again || !matches[i].exact)
			matches[kept++] = matches[i];
	return kept;
}

static size_t read_known(struct ml_license_fact *facts, size_t max, struct reading *r, struct matches *matches, const struct match *unlike)
{
	struct stretch *rest = ml_arena_raw_array(r->arena, struct stretch, max);
	size_t rest_nr, nr, known = 0, unknown_first;

	for (size_t i = 0; i < matches->nr; i++)
		if (!matches->at[i].exact)
			license_list_added(&matches->at[i], r);
	rest_nr = license_share_rest(matches->at, matches->nr, r, rest, max - 1);
	nr = drop_copies(matches->at, matches->nr);
	qsort(matches->at, nr, sizeof *matches->at, by_cover);
	/* An unknown text that covers more than the best known one comes first. */
	unknown_first = rest_nr && rest[0].to - rest[0].from > matches->at[0].to - matches->at[0].from;
	if (unknown_first)
		fill_unknown(&facts[known++], r, rest[0].from, rest[0].to, unlike);
	for (size_t i = 0; i < nr && known < max; i++)
		fill_match(&facts[known++], r, &matches->at[i]);
	for (size_t i = unknown_first; i < rest_nr && known < max; i++)
		fill_unknown(&facts[known++], r, rest[i].from, rest[i].to, unlike);
	if (known == 1 && nr == 1 && facts[0].license)
		known += license_notice_beside(&facts[1], max - 1, r, &matches->at[0], &facts[0]);
	return known;
}

bool ml_licenses_of_text(struct ml_license_fact **out, size_t *nr, struct ml_arena *arena, const struct ml_knowledge *knowledge,
			 struct ml_patterns *patterns, const struct ml_file *file, const char *without)
{
	struct reading r = { .keep = arena, .arena = ml_arena_new(), .knowledge = knowledge, .patterns = patterns, .file = file };
	struct matches matches = { 0 };
	struct match unlike;
	struct ml_license_fact *facts = ml_arena_raw_array(r.arena, struct ml_license_fact, ML_LIMIT_LICENSES_PER_FILE);

	*nr = 0;
	if (file->text.len && ml_runs_open(&r.runs, knowledge->runs)) {
		if (without)
			leave_out(&r, without);
		license_read(&r);
		find_matches(&matches, ML_LIMIT_LICENSES_PER_FILE, &r, &unlike);
		*nr = matches.nr ? read_known(facts, ML_LIMIT_LICENSES_PER_FILE, &r, &matches, &unlike)
				 : read_unknown(facts, ML_LIMIT_LICENSES_PER_FILE, &r, &unlike);
	}
	*out = ml_arena_raw_array(arena, struct ml_license_fact, *nr);
	for (size_t i = 0; i < *nr; i++)
		(*out)[i] = facts[i];
	ml_arena_free(r.arena);
	return !r.cut;
}
