/*
 * What the steps of claims_steps.c and claims_place.c share. Private to these
 * two. A step passes (false) or sets *out and decides (true).
 */
#pragma once

#include "lint/facts/claims_p.h"

typedef bool claim_step_fn(const struct claim_candidate *c, struct claim_verdict *out);

static inline bool claim_decided(struct claim_verdict *out, bool claim, enum ml_stance stance)
{
	out->claim = claim;
	out->stance = stance;
	return true;
}

static inline const struct claim_word *claim_phrase_of(const struct claim_candidate *c)
{
	return c->view[c->phrase];
}

/* claims_place.c: steps, by their names in the table of claims_steps.c */
claim_step_fn claim_step_listing, claim_step_quoted, claim_step_task, claim_step_done, claim_step_plan;
claim_step_fn claim_step_news, claim_step_paper, claim_step_section, claim_step_heading;
/* Whether the sentence names the repository or its makers: "we", "our". */
bool claim_speaks_of_itself(const struct claim_candidate *c);
/* The same of any sentence, and by "this" too: a heading, a label, the sentence before. */
bool claim_names_itself(const struct claim_sentence *sentence);
/* Whether the heading above has a word of that class. */
bool claim_heading_has(const struct claim_candidate *c, unsigned class_id);
/* Whether the document introduces itself here: headings, and what stands before the second heading of a card. */
bool claim_introduces(const struct claim_candidate *c);
/* Whether it stands in an item of news: a list below such a heading, or behind a date. */
bool claim_is_news(const struct claim_candidate *c);
bool claim_is_bare_tagline(const struct claim_candidate *c);
/* Whether it stands in a paragraph of a card below its title and no other heading. */
bool claim_is_below_title(const struct claim_candidate *c);
/* Whether the phrase stands in an item or a cell below or beside the name of somebody else. */
bool claim_below_a_name(const struct claim_candidate *c);
