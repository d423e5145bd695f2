/* For fish: one "complete" for each option of each command. */
#include "cmd/completion.h"

static const char head[] =
	"# fish completion of mlint, made by 'mlint completion fish'\n"
	"\n"
	"# The word at the cursor without the option in front of it.\n"
	"function __mlint_token\n"
	"\tcommandline -ct | string replace -r -- '^--[a-z-]*=' ''\n"
	"end\n"
	"\n"
	"# The words of a kind behind what of a list or of a range (its separator as a pattern) stands there already.\n"
	"function __mlint_behind\n"
	"\tset -l before (__mlint_token | string match -r -- '^.*'$argv[1])\n"
	"\tfor word in (__mlint_known $argv[2..-1])\n"
	"\t\techo \"$before$word\"\n"
	"\tend\n"
	"end\n"
	"\n"
	"function __mlint_is\n"
	"\tset -l words (commandline -opc)\n"
	"\tset -l command scan\n"
	"\tif contains -- \"$words[2]\"";
static const char middle[] =
	"\n"
	"\t\tset command $words[2]\n"
	"\tend\n"
	"\ttest $command = $argv[1]\n"
	"end\n"
	"\n"
	"function __mlint_known\n"
	"\tswitch $argv[1]\n"
	"\tcase word\n"
	"\t\techo $argv[2]\n"
	"\tcase revision\n"
	"\t\techo HEAD\n"
	"\t\tgit for-each-ref --format='%(refname:short)' 2>/dev/null\n";

static const char *const names[COMPLETES_KINDS] = {
	[COMPLETES_REVISION] = "revision", [COMPLETES_RULE] = "rule",	    [COMPLETES_LICENSE] = "license",
	[COMPLETES_TERM] = "term",	   [COMPLETES_COMMAND] = "command",
};

/* In single quotes as fish reads them. */
static void add_quoted(struct ml_buf *out, const char *text)
{
	ml_buf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'' || *text == '\\')
			ml_buf_addc(out, '\\');
		ml_buf_addc(out, *text);
	}
	ml_buf_addc(out, '\'');
}

/* " -f -a 'human json'", " -F": what a value or the operands may be; separator: a pattern, of lists and ranges. */
static void add_kinds(struct ml_buf *out, const char *words, const char *separator)
{
	struct ml_span rest = ml_span_of(words), word;
	enum completes kind;
	bool files = false;

	ml_buf_adds(out, " -a '");
	for (word = completion_word(&rest, &kind); word.len; word = completion_word(&rest, &kind)) {
		files |= kind == COMPLETES_FILE;
		if (kind == COMPLETES_WORD && separator)
			ml_buf_addf(out, "(__mlint_behind \"%s\" word %.*s) ", separator, ML_SPAN_ARG(word));
		else if (kind == COMPLETES_WORD)
			ml_buf_addf(out, "%.*s ", ML_SPAN_ARG(word));
		else if (kind == COMPLETES_FOLDER)
			ml_buf_adds(out, "(__fish_complete_directories (__mlint_token)) ");
		else if (names[kind] && separator)
			ml_buf_addf(out, "(__mlint_behind \"%s\" %s) ", separator, names[kind]);
		else if (names[kind])
			ml_buf_addf(out, "(__mlint_known %s) ", names[kind]);
	}
	ml_buf_adds(out, files ? "' -F" : "' -f");
}

static const char *separator(const struct opt *option)
{
	if (completion_is_list(option))
		return ",";
	return ml_span_find(ml_span_of(option->value), "..") != SIZE_MAX ? "[.][.]" : NULL;
}

static void add_option(struct ml_buf *out, const struct command *command, const struct opt *option)
{
	ml_buf_addf(out, "complete -c mlint -n '__mlint_is %s' -l %s", command->name, option->name);
	if (option->letter)
		ml_buf_addf(out, " -s %c", option->letter);
	if (option->value) {
		ml_buf_adds(out, " -r");
		add_kinds(out, option->value, separator(option));
	}
	ml_buf_adds(out, " -d ");
	add_quoted(out, option->help);
	ml_buf_addc(out, '\n');
}

static void add_command(struct ml_buf *out, const struct command *command)
{
	ml_buf_addf(out, "\ncomplete -c mlint -n 'test (count (commandline -opc)) -eq 1' -a %s -d ", command->name);
	add_quoted(out, command->summary);
	ml_buf_addf(out, "\ncomplete -c mlint -n '__mlint_is %s'", command->name);
	add_kinds(out, command->arguments, NULL);
	ml_buf_addc(out, '\n');
	for (size_t i = 0; i < command->options_nr; i++)
		add_option(out, command, &command->options[i]);
}

void completion_fish(struct ml_buf *out)
{
	ml_buf_adds(out, head);
	for (size_t i = 0; i < commands_nr; i++)
		ml_buf_addf(out, " %s", commands[i]->name);
	ml_buf_adds(out, middle);
	for (int kind = COMPLETES_RULE; kind < COMPLETES_KINDS; kind++) {
		ml_buf_addf(out, "\tcase %s\n\t\tprintf '%%s\\n'", names[kind]);
		completion_add_known(out, (enum completes)kind, " ");
		ml_buf_addc(out, '\n');
	}
	ml_buf_adds(out, "\tend\nend\n");
	for (size_t i = 0; i < commands_nr; i++)
		add_command(out, commands[i]);
}
