/*
 * Scripts that complete mlint's command lines, made of the tables of commands and options: a new row needs no line here. What a value or an
 * operand may be is told by the word that the table has for it.
 */
#pragma once

#include "cmd/cli.h"

enum completes {
	COMPLETES_NOTHING,
	COMPLETES_WORD, /* the word itself: "install" */
	COMPLETES_FILE,
	COMPLETES_FOLDER,
	COMPLETES_REVISION,
	COMPLETES_RULE,
	COMPLETES_LICENSE,
	COMPLETES_TERM,
	COMPLETES_COMMAND,
	COMPLETES_KINDS
};

/*
 * The next word of "RULE|LICENSE|TERM", "[PATH...]", "install|uninstall", moving text behind it; an absent span at the end. *kind: what it
 * stands for.
 */
struct ml_span completion_word(struct ml_span *text, enum completes *kind);
/* What words of a kind are known, each preceded by before: rules by code and name, ids of licenses, terms, commands. */
void completion_add_known(struct ml_buf *out, enum completes kind, const char *before);
/* Whether an option takes words between commas. */
bool completion_is_list(const struct opt *option);
/* Adds text in single quotes as bash and zsh read them, without what the characters of also stand for: each gets a backslash. */
void completion_add_quoted(struct ml_buf *out, const char *text, const char *also);

/* Add the script of a shell, made of the tables of all commands. */
void completion_bash(struct ml_buf *out);
void completion_zsh(struct ml_buf *out);
void completion_fish(struct ml_buf *out);
