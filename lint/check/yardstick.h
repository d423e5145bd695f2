/*
 * What a repository shows of a release's parts, and what the yardsticks of openness say of it. Nothing here runs in a scan that asks
 * for no yardstick. What each asks for is data: lint/knowledge/openness.h. Everything lives in the facts' arena.
 */
#pragma once

#include "lint/check/mof.h"
#include "lint/facts/facts.h"

enum ml_seen {
	ML_SEEN_NONE,
	ML_SEEN_TOLD, /* words or links of a card tell of it: it counts as declared, its terms as unread */
	ML_SEEN_HERE,
};

struct ml_part {
	const struct ml_component *component;
	enum ml_seen seen;
	struct ml_where where;                 /* what shows it; file NULL for none */
	const struct ml_license_fact *license; /* that governs it here; NULL: none, or not read */
	const char *id;                        /* of its license, SPDX where there is such an id; NULL likewise */
};

struct ml_parts {
	const struct ml_part *at; /* one for each component of the knowledge, in its order */
	size_t nr;
};

/* In order of gravity. */
enum ml_holds {
	ML_HOLDS,
	ML_HOLDS_UNCLEAR, /* not settled: words of the standard leave it open, or terms were not read */
	ML_HOLDS_UNSEEN,  /* nothing here shows it; it may stand elsewhere */
	ML_HOLDS_NOT,     /* the terms say the contrary */
};
/* "met", "not settled", "not shown", "not met". */
const char *ml_holds_title(enum ml_holds holds);

struct ml_answer {
	const struct ml_requirement *asked;
	enum ml_holds holds;
	const char *why;        /* a few words: what decided it */
	struct ml_where where;  /* of what decided it; file NULL for none */
};

struct ml_yardstick {
	const struct ml_standard_info *info;
	enum ml_holds holds;    /* the gravest answer; of the Model Openness Framework whether a class is reached */
	const char *summary;    /* "not shown: Code (no training code was found here)" */
	const char *brief;      /* "not shown: Code" */
	const struct ml_answer *answers;
	size_t answers_nr;
	const struct ml_answer *deciding; /* the first of the gravest, or NULL */
	struct ml_mof mof;      /* of the Model Openness Framework alone */
};

/* What the repository shows of each component: files by name, licenses that govern them, words of its cards. */
void ml_parts_collect(struct ml_parts *out, const struct ml_facts *facts);
/* Holds the parts, of ml_parts_collect, against one yardstick: every requirement is answered. The knowledge has openness. */
void ml_yardstick_judge(struct ml_yardstick *out, const struct ml_facts *facts, const struct ml_parts *parts, enum ml_standard standard);
/* The first statement of a card that it meets a yardstick, which its line does not take back, and its place; NULL: there is none (stated.c). */
const struct ml_stated *ml_stated_first(const struct ml_facts *facts, const struct ml_card *card, struct ml_where *where);
/* Whether the yardstick has something to say: all but the Open Source Definition speak of models. */
bool ml_yardstick_applies(const struct ml_facts *facts, enum ml_standard standard);
/* All three for whoever asks for one yardstick: false where it does not apply, and neither is set then. */
bool ml_yardstick_ask(struct ml_yardstick *out, struct ml_parts *parts, const struct ml_facts *facts, enum ml_standard standard);
