/*
 * How license texts are recognized, by steps, private to lint/facts/license*.c:
 * the words of a file and the sets of known texts that hold each of its runs;
 * the known text that explains most of the words that are left, and where it
 * stands; whether that is the text itself but for fill-ins; what is left over.
 */
#pragma once

#include "lint/facts/parts.h"
#include "lint/knowledge/runs.h"
#include "lint/text/words.h"

#define MATCH_GAP 24             /* words that a fill-in may hold: years, names, an address */
#define LICENSE_POINT_BYTES 2500 /* of a text that may be no more than a pointer, or grants nothing: 350 English words, 800 Han characters */

/* Positions [from, to) that no match has taken and whose runs are of one set. */
struct strip {
	uint32_t from, to;
	uint16_t set;
	uint16_t mark; /* which candidates hold its runs */
};

/* A file being read. Position i is the run of words i .. i + ML_RUN_WORDS - 1. */
struct reading {
	struct ml_arena *arena; /* given up after the file */
	struct ml_arena *keep;  /* of facts */
	const struct ml_knowledge *knowledge;
	struct ml_patterns *patterns;
	const struct ml_file *file;
	struct ml_runs runs;
	bool *without;       /* of each known text: as if it were not known; NULL: all are */
	struct ml_words words;
	size_t positions;
	uint16_t *sets;      /* of each position that is not barred; NULL until license_best is asked */
	uint16_t *all_sets;  /* of each position, likewise */
	uint32_t *low;       /* lower half of each position's hash; unset until then, or until license_whole is true */
	struct strip *strips; /* what is free, in order of place; listed anew in each round */
	size_t strips_nr;
	uint32_t *votes;     /* of each known text, likewise */
	uint32_t *weights;   /* of each set that the file has: how many positions have it; 0 between rounds */
	uint16_t *touched;   /* the sets that have one */
	uint16_t *bits;      /* of each known text: its bit in marks */
	uint32_t *first;     /* of each position: the first one with the same run */
	uint32_t *stamps;    /* of each position, and the last stamp given behind them */
	bool *taken;         /* words that belong to a match */
	bool cut;            /* words behind ML_LIMIT_LICENSE_WORDS are not in words */
	bool clauses_read;
	struct ml_clause_hits clauses; /* of the whole text, once somebody asked */
};

/* Words [from, to) that the known text does not have. */
struct stretch {
	size_t from, to;
};

struct match {
	size_t text;         /* number in the index */
	size_t from, to;     /* words of the file */
	size_t covered;      /* words of it that runs of the text cover */
	size_t found;        /* distinct runs of the text in it */
	size_t missing;      /* words of the text that it lacks, estimated from runs */
	size_t breaks;       /* places inside where the text's runs are broken off */
	double share;        /* found / runs of the text */
	double likeness;     /* covered / (covered + added + missing) */
	bool exact;
	bool again;          /* a further copy of a text that an earlier match is of */
	bool beside;         /* no longer exact, but all that was added stands before and behind the text */
	bool title_lost;     /* of an exact one: the text's title does not stand before it */
	struct stretch *added; /* in order of place; fill-ins are none */
	size_t added_nr, added_cap;
};

/* license_match.c: the words of the file. */
void license_read(struct reading *r);
/* The text that explains most of what is not taken, and whether it is that text; false where nothing is explained. */
bool license_best(struct match *out, struct reading *r);
/* The words of a match belong to it. */
void license_take(struct reading *r, const struct match *match);
/* The words of a candidate that was too unlike are no longer looked at. */
void license_bar(struct reading *r, const struct match *match);

/* license_exact.c: whether the file is a known text, word for word and nothing else, as most license files are: then no run is looked up. */
bool license_whole(struct match *out, struct reading *r);
/* Whether the match is the text itself but for fill-ins and optional parts; widens or narrows it to the text. */
bool license_is_exact(struct match *match, struct reading *r);
/* The next copy of the text behind the words of a match, exact and not taken; false where there is none. */
bool license_copy(struct match *out, struct reading *r, const struct match *match, size_t from);
/* Lists the words of a near match that no run of the text covers, but for those between pieces. */
void license_list_added(struct match *match, struct reading *r);

/* license_terms.c */
/* The clauses of the whole text, looked for once. */
const struct ml_clause_hits *license_clauses(struct reading *r);
/* Whether words [from, to) by themselves state a term that is more than a duty to name or pass on. */
bool license_states_terms(struct reading *r, size_t from, size_t to);
/* Terms, altered, added and missing words of a match of a known license. */
void license_terms_of_match(struct ml_license_fact *fact, struct reading *r, const struct match *match, const struct ml_license *license);
/* The terms that words [from, to) state by themselves. */
void license_terms_of_words(struct ml_license_fact *fact, struct reading *r, size_t from, size_t to);

/* license_gaps.c: how many words of the known text a near match lacks; better than the match's own count, which leaves out appendices. */
size_t license_missing(const struct reading *r, const struct match *match);
/* The places where they are missing. */
void license_list_gaps(struct ml_license_fact *fact, const struct reading *r, const struct match *match);

/* license_rest.c */
/* Whether words [from, to) read like the terms of a license. */
bool license_is_legal(const struct reading *r, size_t from, size_t to);
/* Whether words [from, to) have words that grant, forbid or ask, but for names of licenses and copyright. */
bool license_has_legal(const struct reading *r, size_t from, size_t to);
/* Gives the words that no match took to the match beside them, as title or as added words; *exact matches may become near ones.
 * Long legal ones are texts of their own: listed in rest. Returns their number, at most max. */
size_t license_share_rest(struct match *matches, size_t nr, struct reading *r, struct stretch *rest, size_t max);

/* license_fill_in.c: whether words that stand where a template has a blank say more than names, years, an address: "Copyright (c) Wren. Not for
 * commercial use." */
bool license_says_more(struct reading *r, size_t from, size_t to);
/* The first sentence or paragraph among words [from, to) beside a text that does and names no license ("released under the MIT license:" says no
 * more than the text below it): its first word, or to. */
size_t license_first_said(struct reading *r, size_t from, size_t to);

/* license_point.c: facts of a short text that names a license, or says where it stands. legal: it reads like terms itself. Returns how many. */
size_t license_point(struct ml_license_fact *facts, size_t max, struct reading *r, bool legal);

/*
 * license_notice.c: facts of a text that says in sentences of its own under which known license something stands ("the weights are licensed under
 * CC BY-NC 4.0; the code is under MIT"), and sums it up in its own words. Each has the parts that it is said of. Returns how many. legal:
 * it reads like terms itself. *own: the text grants by itself, and there are none.
 */
size_t license_notice(struct ml_license_fact *facts, size_t max, struct reading *r, bool legal, bool *own);
/*
 * The same of sentences in front of and behind the one known text of a file: "The code is under MIT: …", "The weights are licensed under CC BY-NC
 * 4.0." Only those on weights or data are taken, and out of the scope of the text.
 */
size_t license_notice_beside(struct ml_license_fact *facts, size_t max, struct reading *r, const struct match *match, struct ml_license_fact *text);
/* Adds what a text that names one license states besides, where that limits what the license grants: "MIT for non-commercial use". */
void license_said_besides(struct ml_license_fact *fact, struct reading *r);

/* license.c: whether texts of a license are among those that are not to be known. */
bool license_is_left_out(const struct reading *r, const struct ml_license *license);
/* The place of words [from, to). */
struct ml_where license_where(const struct reading *r, size_t from, size_t to);
