/* The names by which a repository speaks of itself. Private to identity.c, which cuts them, identity_repository.c, and the claims engine. */
#pragma once

#include "lint/facts/facts.h"

#define IDENTITY_MAX 64u
#define IDENTITY_WORDS_MAX 16u

struct identity_names {
	struct ml_arena *arena;
	const struct ml_knowledge *knowledge; /* its claims are there */
	const char **at; /* lower case */
	size_t nr, cap;
	struct ml_span letters[IDENTITY_MAX]; /* of each */
	const struct ml_claim_language *language; /* of the title or name that is cut just now, whose words are no names; or NULL */
	/* the word that was looked up last, and the longest lexeme of any language with which it begins */
	struct ml_span asked;
	const struct ml_lexeme *answer;
	size_t answer_len;
};

/* The name itself, without version and variant ("chatglm2-6b-chat": "chatglm2", "chatglm"), and its first word where that is a name.
 * owner: of the repository, or NULL: a family known to all ("llama") is a repository's own name only where the owner's name says so. */
void identity_add(struct identity_names *names, struct ml_span name, struct ml_span owner);
/* The same of a name that others may have given: nothing where it is no more than a family known to all. */
void identity_add_stranger(struct identity_names *names, struct ml_span name, struct ml_span owner);
/* A title without "Model card for" in front and "Model Card" behind. */
struct ml_span identity_strip_title(const struct ml_knowledge *knowledge, struct ml_span title);
/* The names that a title holds: "Wren: a small model" "中文模型 YAYI 雅意". */
void identity_add_title(struct identity_names *names, struct ml_span title, struct ml_span owner);
/* The names by which the card of a unit's folder speaks of that model: its title, its keys, the folder. Nothing for other cards. */
void identity_add_unit(struct identity_names *names, const struct ml_facts *facts, const struct ml_card *card);
/* A name as it is; nothing where it is known already. */
void identity_push(struct identity_names *names, struct ml_span name);
/* Whether a name with these letters is among them. */
bool identity_has(const struct identity_names *names, struct ml_span letters);
/* Cuts a folded name at spaces and underscores into at most max words. */
size_t identity_words(struct ml_span folded, struct ml_span *words, size_t max);
/* Whether a word can stand for the repository alone: a name, not a word of the language, and no family known to all but of this owner. */
bool identity_stands_alone(struct identity_names *names, struct ml_span word, struct ml_span owner);
/* What a run of Han holds beside known words: "雅意大模型" gives "雅意". */
void identity_add_han(struct identity_names *names, struct ml_span run);
/* Folded, without spaces and underscores. */
struct ml_span identity_letters(struct ml_arena *arena, struct ml_span name);
