/*
 * How governing licenses are chosen: candidates of each channel, put in order by
 * how plainly they speak of a scope. Between govern.c and the govern_*.c only.
 */
#pragma once

#include "lint/facts/parts.h"

/* Licenses that may govern one scope, with the reason of each. */
struct ml_choice {
	struct ml_governing *of;
	size_t nr, cap;
	bool unread;    /* one of them could not be read, or the terms stand elsewhere */
	bool closed;    /* nothing more general may be asked */
};

/* Adds a fact unless one of the same id stands there already, a text in place of a mere name. */
void ml_choice_add(struct ml_choice *choice, struct ml_facts *facts, const struct ml_license_fact *fact, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

/* license_aside.c: takes out of the terms of known texts what words added to them say of the works of others. */
void ml_licenses_set_aside(struct ml_facts *facts);

/* govern_files.c: license files whose name, or a sentence that links them, limits them to scope. */
void ml_govern_named_files(struct ml_choice *choice, struct ml_facts *facts, unsigned scope);
/* The plain license files: LICENSE at the root, else those of folders; scope leaves out what files or sentences speak for apart. */
void ml_govern_plain_files(struct ml_choice *choice, struct ml_facts *facts, unsigned scope);
/* Narrows the scope of plain license files where a sentence, a badge or a second file speaks for the rest. */
void ml_govern_narrow(struct ml_facts *facts);
/*
 * The text at the top of a file: its license where several follow each other; where words of their own beside one known text take away what it
 * grants, and no heading says that they speak of what others made, those words. NULL for none.
 */
const struct ml_license_fact *ml_text_of_file(const struct ml_facts *facts, const struct ml_file *file);

/* govern_words.c: sentences, badges and keys. exact: those that speak of scope and not of the whole. */
void ml_govern_statements(struct ml_choice *choice, struct ml_facts *facts, unsigned scope, bool exact);
void ml_govern_badges(struct ml_choice *choice, struct ml_facts *facts, unsigned scope, bool exact);
void ml_govern_keys(struct ml_choice *choice, struct ml_facts *facts, unsigned scope);
/* Package files of the root: the last to be asked for the code. */
void ml_govern_packages(struct ml_choice *choice, struct ml_facts *facts, unsigned scope);
/* Headers of weight files: the last to be asked for the weights. */
void ml_govern_headers(struct ml_choice *choice, struct ml_facts *facts);
/* Sentences without a license that limit the use of scope, added where what governs so far is open; those on data only where they say so. */
void ml_govern_limits(struct ml_choice *choice, struct ml_facts *facts, unsigned scope);
/* Whether the card sends the reader elsewhere for the terms of scope. */
bool ml_govern_elsewhere(const struct ml_facts *facts, unsigned scope);
/* The license that a statement names; where it leaves the generation out ("the Llama Community License") that of the one base that fits. NULL for none. */
const struct ml_license *ml_license_of_base(const struct ml_facts *facts, const struct ml_statement *statement);
/* Whether a statement is the repository's own and stands in a card that speaks for the whole. */
bool ml_statement_speaks(const struct ml_facts *facts, const struct ml_statement *statement);
