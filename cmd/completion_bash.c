/* For bash, without the functions of the package bash-completion: they are not everywhere. */
#include "cmd/completion.h"

static const char head[] =
	"# bash completion of mlint, made by 'mlint completion bash'\n"
	"\n"
	"# Adds the words of each kind that begin as the current one does behind a prefix.\n"
	"_mlint_complete() {\n"
	"\tlocal prefix=$1 rest=${cur#\"$1\"} kind\n"
	"\tshift\n"
	"\tfor kind; do\n"
	"\t\tcase $kind in\n"
	"\t\tfile) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -f -- \"$rest\")) ;;\n"
	"\t\tfolder) compopt -o filenames 2>/dev/null; COMPREPLY+=($(compgen -d -- \"$rest\")) ;;\n"
	"\t\t=*) COMPREPLY+=($(compgen -P \"$prefix\" -W \"${kind#=}\" -- \"$rest\")) ;;\n"
	"\t\t*) COMPREPLY+=($(compgen -P \"$prefix\" -W \"$(_mlint_known \"$kind\")\" -- \"$rest\")) ;;\n"
	"\t\tesac\n"
	"\tdone\n"
	"}\n"
	"\n"
	"_mlint_known() {\n"
	"\tcase $1 in\n"
	"\trevision) echo HEAD; git for-each-ref --format='%(refname:short)' 2>/dev/null ;;\n";
static const char begin[] =
	"\tesac\n"
	"}\n"
	"\n"
	"_mlint() {\n"
	"\tlocal cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command=scan IFS=$' \\n'\n"
	"\tCOMPREPLY=()\n"
	"\t[ \"$prev\" != = ] || prev=${COMP_WORDS[COMP_CWORD - 2]}\n"
	"\t[ \"$cur\" != = ] || cur=\n"
	"\tif [ \"$COMP_CWORD\" -gt 1 ]; then\n"
	"\t\tcase ${COMP_WORDS[1]} in\n"
	"\t\t";
static const char middle[] =
	"\tesac\n"
	"\tcase $cur in\n"
	"\t-*)\n"
	"\t\tcase $command in\n";
static const char operands[] =
	"\t\tesac\n"
	"\t\treturn\n"
	"\t\t;;\n"
	"\tesac\n"
	"\tlocal IFS=$'\\n'\n"
	"\t[ \"$COMP_CWORD\" -gt 1 ] || _mlint_complete '' command\n"
	"\tcase $command in\n";
static const char tail[] =
	"\tesac\n"
	"}\n"
	"\n"
	"complete -F _mlint mlint\n";

static const char *const names[COMPLETES_KINDS] = {
	[COMPLETES_FILE] = "file", [COMPLETES_FOLDER] = "folder",   [COMPLETES_REVISION] = "revision", [COMPLETES_RULE] = "rule",
	[COMPLETES_LICENSE] = "license", [COMPLETES_TERM] = "term", [COMPLETES_COMMAND] = "command",
};

/* " file =install": the kinds of a value's or an operand's words. */
static void add_kinds(struct ml_buf *out, const char *words)
{
	struct ml_span rest = ml_span_of(words), word;
	enum completes kind;

	while ((word = completion_word(&rest, &kind)).len) {
		if (kind == COMPLETES_WORD)
			ml_buf_addf(out, " =%.*s", ML_SPAN_ARG(word));
		else if (names[kind])
			ml_buf_addf(out, " %s", names[kind]);
	}
}

/* What stands before the word that is completed: the rest of a list, or of a range. */
static const char *prefix(const struct opt *option)
{
	struct ml_span value = ml_span_of(option->value);

	if (completion_is_list(option))
		return "\"${cur%\"${cur##*,}\"}\"";
	return ml_span_find(value, "..") != SIZE_MAX ? "\"${cur%\"${cur##*..}\"}\"" : "''";
}

static void add_value(struct ml_buf *out, const struct command *command, const struct opt *option)
{
	if (!option->value)
		return;
	ml_buf_addf(out, "\t%s:--%s", command->name, option->name);
	if (option->letter)
		ml_buf_addf(out, " | %s:-%c", command->name, option->letter);
	ml_buf_addf(out, ") _mlint_complete %s", prefix(option));
	add_kinds(out, option->value);
	ml_buf_adds(out, "; return ;;\n");
}

static void add_options(struct ml_buf *out, const struct command *command)
{
	ml_buf_addf(out, "\t\t%s) _mlint_complete ''", command->name);
	for (size_t i = 0; i < command->options_nr; i++) {
		if (command->options[i].letter)
			ml_buf_addf(out, " =-%c", command->options[i].letter);
		ml_buf_addf(out, " =--%s", command->options[i].name);
	}
	ml_buf_adds(out, " ;;\n");
}

void completion_bash(struct ml_buf *out)
{
	ml_buf_adds(out, head);
	for (int kind = COMPLETES_RULE; kind < COMPLETES_KINDS; kind++) {
		ml_buf_addf(out, "\t%s) printf '%%s\\n'", names[kind]);
		completion_add_known(out, (enum completes)kind, " ");
		ml_buf_adds(out, " ;;\n");
	}
	ml_buf_adds(out, begin);
	for (size_t i = 0; i < commands_nr; i++)
		ml_buf_addf(out, "%s%s", i ? " | " : "", commands[i]->name);
	ml_buf_adds(out, ") command=${COMP_WORDS[1]} ;;\n\t\tesac\n\tfi\n\tcase $command:$prev in\n");
	for (size_t i = 0; i < commands_nr; i++)
		for (size_t o = 0; o < commands[i]->options_nr; o++)
			add_value(out, commands[i], &commands[i]->options[o]);
	ml_buf_adds(out, middle);
	for (size_t i = 0; i < commands_nr; i++)
		add_options(out, commands[i]);
	ml_buf_adds(out, operands);
	for (size_t i = 0; i < commands_nr; i++) {
		ml_buf_addf(out, "\t%s) _mlint_complete ''", commands[i]->name);
		add_kinds(out, commands[i]->arguments);
		ml_buf_adds(out, " ;;\n");
	}
	ml_buf_adds(out, tail);
}
