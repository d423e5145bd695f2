/*
 * A fine-tune is a fork: what its base asks of derivatives stays with it. Terms
 * are compared, not names: a restriction that the own terms hold under another
 * license's name is not lost.
 */
#include "lint/facts/lineage.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/govern.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

/* Forms of one id, and one that replaces the other. */
static bool is_same(const struct ml_license *a, const struct ml_license *b)
{
	static const char *const suffixes[] = { "-only", "-or-later" };
	struct ml_span x = ml_span_of(a ? a->id : NULL), y = ml_span_of(b ? b->id : NULL);

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
		if (ml_span_ends(x, suffixes[i]))
			x.len -= strlen(suffixes[i]);
		if (ml_span_ends(y, suffixes[i]))
			y.len -= strlen(suffixes[i]);
	}
	return x.len && ml_span_eq(x, y);
}

/* Whose terms these are: ids of one maker that differ are generations. */
static bool is_generation(const struct ml_license *a, const struct ml_license *b)
{
	return a->publisher && b->publisher && !strcmp(a->publisher, b->publisher) && a->class == ML_CLASS_USE_RESTRICTED &&
	       (b->class == ML_CLASS_USE_RESTRICTED || b->class == ML_CLASS_NONCOMMERCIAL) && a->version && b->version && strcmp(a->version, b->version) != 0;
}

/* Terms that nobody can compare: unread, unknown without words, "other". */
static bool is_comparable(const struct ml_facts *facts, const struct ml_license_fact *own)
{
	if (own->unread || (own->license && (own->license->placeholder || own->license->family)))
		return false;
	return own->license || own->terms_nr || ml_license_osd(own, facts->knowledge) != ML_OSD_UNKNOWN;
}

static bool is_open(const struct ml_facts *facts, const struct ml_license_fact *own)
{
	return ml_license_osd(own, facts->knowledge) == ML_OSD_CONFORMS;
}

/* Terms that a stricter one holds in itself: who may use nothing commercially meets any limit on large companies. */
static bool is_covered(const struct ml_license_fact *own, enum ml_term_id id)
{
	static const struct {
		enum ml_term_id id, by;
	} covers[] = {
		{ ML_TERM_USER_THRESHOLD, ML_TERM_NONCOMMERCIAL },    { ML_TERM_USER_THRESHOLD, ML_TERM_RESEARCH_ONLY },
		{ ML_TERM_NONCOMMERCIAL, ML_TERM_RESEARCH_ONLY },     { ML_TERM_RESEARCH_ONLY, ML_TERM_NONCOMMERCIAL },
		{ ML_TERM_MILITARY_BAN, ML_TERM_USE_RESTRICTIONS },   { ML_TERM_USE_RESTRICTIONS, ML_TERM_MILITARY_BAN },
		{ ML_TERM_REGISTRATION_GATE, ML_TERM_NONCOMMERCIAL }, { ML_TERM_MILITARY_BAN, ML_TERM_RESEARCH_ONLY },
	};

	for (size_t i = 0; i < sizeof covers / sizeof *covers; i++)
		if (covers[i].id == id && ml_fact_has(own, covers[i].by))
			return true;
	return ml_fact_has(own, id);
}

static void add_term(struct ml_inherited *to, enum ml_term_id id)
{
	if (to->terms_nr < sizeof to->terms / sizeof *to->terms)
		to->terms[to->terms_nr++] = id;
}

/* The restrictions of the base that the own terms lack. Those of a license are in order of weight. */
static void lose(struct ml_inherited *to, const struct ml_facts *facts, const struct ml_license *base, const struct ml_license_fact *own)
{
	for (size_t i = 0; i < base->terms_nr; i++) {
		enum ml_term_id id = base->terms[i].id;
		bool twice = to->terms_nr && to->terms[to->terms_nr - 1] == id;
		bool bound = !base->terms[i].multimodal || facts->modality != ML_MODALITY_TEXT;
		bool lost = bound && facts->knowledge->terms[id].contradicts && id != ML_TERM_NO_DERIVATIVES && !(own && is_covered(own, id));
		/* One place is kept for where they come from. */
		if (lost && !twice && to->terms_nr + 1 < sizeof to->terms / sizeof *to->terms)
			add_term(to, id);
	}
}

static bool cards_say(const struct ml_facts *facts, enum ml_list_id id)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		struct ml_span text = facts->cards[i].file->text;
		if (ml_list_fit(facts->knowledge, id, facts->patterns, ml_span_sub(text, facts->cards[i].body, text.len), NULL))
			return true;
	}
	return false;
}

/* The base's license stands in the tree, or a sentence says that its terms go on. */
static bool is_carried(const struct ml_facts *facts, const struct ml_license *base)
{
	facts = ml_whole(facts); /* the base's text may lie in any folder */
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		bool place = fact->where.file && !fact->where.file->outside;
		if (place && (fact->evidence == ML_EVIDENCE_TEXT || fact->evidence == ML_EVIDENCE_DECLARED) && is_same(fact->license, base))
			return true;
	}
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		bool ours = ml_stance_is_own(statement->stance) || statement->stance == ML_STANCE_UPSTREAM;
		if (ours && is_same(ml_license_of_base(facts, statement), base))
			return true;
	}
	/* "… and follows its license" */
	return cards_say(facts, ML_LIST_BASE_TERMS);
}

static const struct ml_claim_fact *open_claim(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->claims_nr; i++) {
		const struct ml_claim_fact *claim = &facts->claims[i];
		bool open = claim->kind == ML_CLAIM_OPEN_SOURCE || claim->kind == ML_CLAIM_FULLY_OPEN || claim->kind == ML_CLAIM_OSI_APPROVED;
		bool model = claim->subject == ML_SUBJECT_PROJECT || claim->subject == ML_SUBJECT_MODEL || claim->subject == ML_SUBJECT_WEIGHTS;
		/* What is said of a sibling project is said of another release. */
		if (ml_stance_is_own(claim->stance) && !claim->named && open && model && !(claim->where.file && claim->where.file->outside))
			return claim;
	}
	return NULL;
}

/* One walk over the bases. */
struct walk {
	struct ml_facts *facts;
	const struct ml_claim_fact *claim;
	struct ml_inherited *out;
	size_t nr, cap;
	enum { UNASKED, FETCHED, NOT_FETCHED } base; /* whether readers get the base themselves */
};

/* Whether a card tells its readers to get the base's weights, from which what is offered here is a difference or a part. */
static bool is_fetched(struct walk *walk)
{
	if (walk->facts->offer == ML_OFFER_SHIPPED)
		return false;
	if (walk->base == UNASKED)
		walk->base = cards_say(ml_whole(walk->facts), ML_LIST_BASE_FETCHED) ? FETCHED : NOT_FETCHED;
	return walk->base == FETCHED;
}

/* Terms that speak of the weights are meant for the whole model; others may be those of the own part alone. */
static const char *doubt_of_part(struct walk *walk, const struct ml_base_model *base, const struct ml_governing *own)
{
	bool weights = own->fact->scope_stated && (own->fact->scope & ML_SCOPE_WEIGHTS) && !(own->fact->scope & ML_SCOPE_CODE);

	return !weights && base->from == ML_BASE_SENTENCE && is_fetched(walk) ? "readers get the base by themselves, under its own terms" : NULL;
}

/* Of several bases under one license the first speaks, a plain one before one that is in doubt. */
static void add(struct walk *walk, const struct ml_inherited *found)
{
	for (size_t i = 0; i < walk->nr; i++) {
		struct ml_inherited *other = &walk->out[i];
		if (other->kind != found->kind || !is_same(other->base->license, found->base->license))
			continue;
		if (other->doubt && !found->doubt)
			*other = *found;
		return;
	}
	if (walk->nr < ML_LIMIT_INHERITED)
		ML_PUSH(walk->facts->arena, walk->out, walk->nr, walk->cap, *found);
}

static const char *doubt_of(const struct ml_base_model *base)
{
	if (base->from == ML_BASE_CONFIG)
		return "only a configuration names the base";
	if (base->from == ML_BASE_HEADER)
		return "only the header of the weights names the base";
	if (base->hint)
		return base->hint;
	if (!base->sure)
		return "the base's terms were not read by us";
	if (base->how && !strcmp(base->how, "adapter"))
		return "whether an adapter derives from its base is unsettled";
	return NULL;
}

static struct ml_inherited start(const struct walk *walk, const struct ml_base_model *base, enum ml_inherit_kind kind)
{
	return (struct ml_inherited){ .kind = kind, .base = base, .claim = walk->claim, .sure = base->sure, .doubt = doubt_of(base) };
}

/* Whether the own license is one that the base's share-alike is met by. */
static bool accepts(const struct ml_license *base, const struct ml_license_fact *own)
{
	if (!own->license || is_same(base, own->license))
		return true;
	for (size_t i = 0; i < base->accepts_nr; i++) {
		const struct ml_license accepted = { .id = base->accepts[i] };
		if (is_same(&accepted, own->license))
			return true;
	}
	return false;
}

/* Files under a weak copyleft go on under it by themselves: the whole may be under anything. */
static bool is_share_alike(const struct ml_license *license)
{
	return ml_license_has(license, ML_TERM_SHARE_ALIKE) && license->class != ML_CLASS_WEAK_COPYLEFT && license->class != ML_CLASS_PERMISSIVE;
}

static void compare_share_alike(struct walk *walk, const struct ml_base_model *base, const struct ml_governing *own)
{
	struct ml_inherited found = start(walk, base, ML_INHERIT_SHARE_ALIKE);

	if (!is_share_alike(base->license) || !own->fact->license || accepts(base->license, own->fact))
		return;
	found.own = own;
	found.doubt = found.doubt ? found.doubt : doubt_of_part(walk, base, own);
	add_term(&found, ML_TERM_SHARE_ALIKE);
	add(walk, &found);
}

/* Restrictions that the base's terms ask to be passed on: fine under any name, as long as they stand somewhere. */
static void compare_pass_through(struct walk *walk, const struct ml_base_model *base, const struct ml_governing *own)
{
	struct ml_inherited found = start(walk, base, ML_INHERIT_PASS_THROUGH);

	if (ml_fact_has(own->fact, ML_TERM_USE_RESTRICTIONS) || ml_fact_has(own->fact, ML_TERM_PASS_THROUGH))
		return;
	found.own = own;
	found.doubt = found.doubt ? found.doubt : doubt_of_part(walk, base, own);
	add_term(&found, ML_TERM_USE_RESTRICTIONS);
	add_term(&found, ML_TERM_INHERITED);
	add(walk, &found);
}

static void compare_restrictions(struct walk *walk, const struct ml_base_model *base, const struct ml_governing *own)
{
	struct ml_inherited found = start(walk, base, ML_INHERIT_LOOSENED);

	if (own->fact->license && is_generation(base->license, own->fact->license))
		found.kind = ML_INHERIT_GENERATION;
	lose(&found, walk->facts, base->license, own->fact);
	if (!found.terms_nr && found.kind == ML_INHERIT_LOOSENED)
		return;
	found.own = own;
	found.doubt = found.doubt ? found.doubt : doubt_of_part(walk, base, own);
	add_term(&found, ML_TERM_INHERITED);
	if (found.kind == ML_INHERIT_LOOSENED && base->license->own_terms && !found.doubt)
		found.doubt = "the base lets derivatives have terms of their own on conditions";
	else if (found.kind == ML_INHERIT_LOOSENED && !is_open(walk->facts, own->fact) && !found.doubt)
		found.doubt = "the own terms are limited too";
	add(walk, &found);
}

/* With one part of the own terms. */
static void compare(struct walk *walk, const struct ml_base_model *base, const struct ml_governing *own)
{
	if (!is_comparable(walk->facts, own->fact))
		return;
	compare_share_alike(walk, base, own);
	if (ml_license_has(base->license, ML_TERM_NO_DERIVATIVES))
		return;
	if (ml_license_has(base->license, ML_TERM_PASS_THROUGH) && ml_license_has(base->license, ML_TERM_USE_RESTRICTIONS))
		compare_pass_through(walk, base, own);
	else
		compare_restrictions(walk, base, own);
}

/* A conversion of format changes nothing: Creative Commons 4.0 says so itself (2(a)(4)). */
static void compare_no_derivatives(struct walk *walk, const struct ml_base_model *base)
{
	struct ml_inherited found = start(walk, base, ML_INHERIT_NO_DERIVATIVES);

	if (!ml_license_has(base->license, ML_TERM_NO_DERIVATIVES))
		return;
	add_term(&found, ML_TERM_NO_DERIVATIVES);
	add(walk, &found);
}

/* Other terms for the derivative are let pass on conditions: that is a doubt about the own license, and none about what the base's maker forbids. */
static bool is_let_go(const struct ml_base_model *base)
{
	return base->license->own_terms;
}

/* The own words "open source" against what stays with the model, where the own terms do not show it already. */
static void compare_claim(struct walk *walk, const struct ml_base_model *base)
{
	struct ml_license_fact fact = { .license = base->license };
	struct ml_inherited found = start(walk, base, ML_INHERIT_CLAIMED);

	if (!walk->claim || ml_license_osd(&fact, walk->facts->knowledge) != ML_OSD_FAILS)
		return;
	for (size_t i = 0; i < walk->nr; i++)
		if (is_same(walk->out[i].base->license, base->license) && walk->out[i].kind <= ML_INHERIT_GENERATION && !is_let_go(walk->out[i].base))
			return;
	lose(&found, walk->facts, base->license, NULL);
	add_term(&found, ML_TERM_INHERITED);
	for (size_t i = 0; i < walk->facts->weights.of_nr && !found.doubt; i++) {
		const struct ml_license_fact *own = walk->facts->weights.of[i].fact;
		if (ml_license_osd(own, walk->facts->knowledge) == ML_OSD_FAILS)
			found.doubt = "the own terms are limited too";
	}
	add(walk, &found);
}

/* Checkpoints under several terms, and a sentence that says which base one of them has, but not which terms. */
static bool is_of_some_checkpoint(const struct walk *walk, const struct ml_base_model *base)
{
	return base->from == ML_BASE_SENTENCE && walk->facts->weights.of_nr > 1;
}

/* Under one branch of a choice all is well, and so it is with one checkpoint's terms where nobody knows which has the base. */
static bool is_met(struct walk *walk, const struct ml_base_model *base)
{
	const struct ml_govern *weights = &walk->facts->weights;
	bool one = weights->any || is_of_some_checkpoint(walk, base);
	size_t wrong = 0;

	for (size_t i = 0; one && i < weights->of_nr; i++) {
		struct walk trial = { .facts = walk->facts };
		compare(&trial, base, &weights->of[i]);
		wrong += trial.nr > 0;
	}
	return one && wrong < weights->of_nr;
}

/* Of the terms of several checkpoints those that limit the use are likelier those of the one with a limited base. */
static bool is_likelier(const struct walk *walk, const struct ml_base_model *base, const struct ml_governing *own)
{
	const struct ml_govern *weights = &walk->facts->weights;
	bool limited = false;

	for (size_t i = 0; i < weights->of_nr; i++)
		limited |= ml_license_osd(weights->of[i].fact, walk->facts->knowledge) == ML_OSD_FAILS;
	return !limited || !is_of_some_checkpoint(walk, base) || ml_license_osd(own->fact, walk->facts->knowledge) == ML_OSD_FAILS;
}

static bool governs(const struct ml_facts *facts, const struct ml_license *license)
{
	for (size_t i = 0; i < facts->weights.of_nr; i++)
		if (is_same(facts->weights.of[i].fact->license, license))
			return true;
	return false;
}

static void walk_base(struct walk *walk, const struct ml_base_model *base)
{
	const struct ml_facts *facts = walk->facts;

	if (!base->license || base->own || (base->text && !base->text->license))
		return;
	compare_no_derivatives(walk, base);
	bool carried = is_carried(facts, base->license);
	for (size_t i = 0; !carried && !is_met(walk, base) && i < facts->weights.of_nr; i++)
		if (is_likelier(walk, base, &facts->weights.of[i]))
			compare(walk, base, &facts->weights.of[i]);
	if (!governs(facts, base->license))
		compare_claim(walk, base);
}

static bool is_irreconcilable(const struct ml_facts *facts, const struct ml_license *a, const struct ml_license *b)
{
	struct ml_license_fact x = { .license = a }, y = { .license = b };
	bool a_fails = ml_license_osd(&x, facts->knowledge) == ML_OSD_FAILS, b_fails = ml_license_osd(&y, facts->knowledge) == ML_OSD_FAILS;

	if ((ml_license_bars_restrictions(a) && b_fails) || (ml_license_bars_restrictions(b) && a_fails))
		return true;
	return is_share_alike(a) && is_share_alike(b) && !accepts(a, &y) && !accepts(b, &x);
}

static void walk_merge(struct walk *walk)
{
	const struct ml_facts *facts = walk->facts;
	size_t nr = facts->bases_nr < ML_LIMIT_LINEAGE ? facts->bases_nr : ML_LIMIT_LINEAGE;

	for (size_t i = 0; i < nr; i++) {
		const struct ml_base_model *a = &facts->bases[i];
		for (size_t k = i + 1; k < nr && walk->nr < ML_LIMIT_INHERITED; k++) {
			const struct ml_base_model *b = &facts->bases[k];
			bool merged = a->how && b->how && !strcmp(a->how, "merge") && !strcmp(b->how, "merge");
			if (!merged || !a->license || !b->license || a->own || b->own || !is_irreconcilable(facts, a->license, b->license))
				continue;
			struct ml_inherited found = start(walk, a, ML_INHERIT_IRRECONCILABLE);
			found.other = b;
			found.sure = a->sure && b->sure;
			found.doubt = found.doubt ? found.doubt : doubt_of(b);
			add_term(&found, ML_TERM_INHERITED);
			add(walk, &found);
		}
	}
}

void ml_inherit_collect(struct ml_facts *facts)
{
	struct walk walk = { .facts = facts };

	if (facts->offer == ML_OFFER_NONE || !facts->bases_nr)
		return;
	walk.claim = open_claim(facts);
	for (size_t i = 0; i < facts->bases_nr && i < ML_LIMIT_LINEAGE && walk.nr < ML_LIMIT_INHERITED; i++)
		walk_base(&walk, &facts->bases[i]);
	walk_merge(&walk);
	facts->inherited = walk.out;
	facts->inherited_nr = walk.nr;
}
