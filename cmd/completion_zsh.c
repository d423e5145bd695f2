/* For zsh: a function for each command that hands its options to _arguments. */
#include "cmd/completion.h"

static const char head[] =
	"#compdef mlint\n"
	"# zsh completion of mlint, made by 'mlint completion zsh'\n"
	"\n"
	"_mlint_revision() {\n"
	"\tcompset -P '*..'\n"
	"\tcompadd \"$@\" - HEAD ${(f)\"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)\"}\n"
	"}\n";
static const char begin[] =
	"\n"
	"_mlint() {\n"
	"\tif (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then\n"
	"\t\tlocal -a commands=(\n";
static const char middle[] =
	"\t\t)\n"
	"\t\t_describe -t commands command commands\n"
	"\t\t_files\n"
	"\t\treturn\n"
	"\tfi\n"
	"\tcase $words[2] in\n"
	"\t";
static const char tail[] =
	")\n"
	"\t\tlocal command=$words[2]\n"
	"\t\tshift words\n"
	"\t\t(( CURRENT-- ))\n"
	"\t\t_mlint_$command\n"
	"\t\t;;\n"
	"\t*) _mlint_scan ;;\n"
	"\tesac\n"
	"}\n"
	"\n"
	"if [[ $funcstack[1] == _mlint ]]; then\n"
	"\t_mlint \"$@\"\n"
	"else\n"
	"\tcompdef _mlint mlint\n"
	"fi\n";

static const char *const names[COMPLETES_KINDS] = {
	[COMPLETES_FILE] = "_files",	       [COMPLETES_FOLDER] = "_directories",  [COMPLETES_REVISION] = "_mlint_revision",
	[COMPLETES_RULE] = "_mlint_known_rule", [COMPLETES_LICENSE] = "_mlint_known_license", [COMPLETES_TERM] = "_mlint_known_term",
	[COMPLETES_COMMAND] = "_mlint_known_command",
};

/* A function for each kind of words that mlint knows. */
static void add_known(struct ml_buf *out)
{
	for (int kind = COMPLETES_RULE; kind < COMPLETES_KINDS; kind++) {
		ml_buf_addf(out, "%s() {\n\tcompadd \"$@\" -", names[kind]);
		completion_add_known(out, (enum completes)kind, " ");
		ml_buf_adds(out, "\n}\n");
	}
}

/* What completes a value of one option: "(human json)", "_files". A space in front keeps _arguments from adding words of its own. */
static void add_action(struct ml_buf *out, const struct opt *option)
{
	struct ml_span rest = ml_span_of(option->value), word;
	enum completes kind;

	word = completion_word(&rest, &kind);
	if (kind != COMPLETES_WORD) {
		ml_buf_adds(out, names[kind] ? (completion_is_list(option) ? "_sequence " : "") : "");
		ml_buf_adds(out, names[kind] ? names[kind] : " ");
		return;
	}
	ml_buf_adds(out, completion_is_list(option) ? " _values -s , word" : "(");
	for (const char *before = completion_is_list(option) ? " " : ""; word.len; before = " ", word = completion_word(&rest, &kind))
		ml_buf_addf(out, "%s%.*s", before, ML_SPAN_ARG(word));
	ml_buf_adds(out, completion_is_list(option) ? "" : ")");
}

static void add_option(struct ml_buf *out, const struct opt *option)
{
	const char *value = option->value ? "=" : "", *list = option->kind == OPT_EACH || option->kind == OPT_LIST ? "*" : "";
	struct ml_buf text;

	ml_buf_adds(out, " \\\n\t\t");
	if (option->letter && *list)
		ml_buf_addf(out, "'*'{-%c,--%s%s}", option->letter, option->name, value);
	else if (option->letter)
		ml_buf_addf(out, "'(-%c --%s)'{-%c,--%s%s}", option->letter, option->name, option->letter, option->name, value);
	else
		ml_buf_addf(out, "'%s--%s%s'", list, option->name, value);
	ml_buf_init(&text, 65536);
	ml_buf_addf(&text, "[%s]", option->help);
	for (size_t i = 1; i + 1 < text.len; i++)
		if (text.at[i] == '[' || text.at[i] == ']')
			text.at[i] = text.at[i] == '[' ? '(' : ')';
	completion_add_quoted(out, text.at, "\\:");
	ml_buf_release(&text);
	if (!option->value)
		return;
	ml_buf_adds(out, "':");
	ml_buf_addf(out, "%s:", option->value);
	add_action(out, option);
	ml_buf_addc(out, '\'');
}

/* A function for what a command takes besides options; false where it takes nothing. */
static bool add_operands(struct ml_buf *out, const struct command *command)
{
	struct ml_span rest = ml_span_of(command->arguments), word;
	enum completes kind;

	if (!rest.len)
		return false;
	ml_buf_addf(out, "\n_mlint_operands_%s() {\n\tlocal found=1\n", command->name);
	while ((word = completion_word(&rest, &kind)).len) {
		if (kind == COMPLETES_WORD)
			ml_buf_addf(out, "\tcompadd \"$@\" - %.*s && found=0\n", ML_SPAN_ARG(word));
		else if (names[kind])
			ml_buf_addf(out, "\t%s \"$@\" && found=0\n", names[kind]);
	}
	ml_buf_adds(out, "\treturn found\n}\n");
	return true;
}

static void add_command(struct ml_buf *out, const struct command *command)
{
	bool operands = add_operands(out, command);

	ml_buf_addf(out, "\n_mlint_%s() {\n\t_arguments -s -S", command->name);
	for (size_t i = 0; i < command->options_nr; i++)
		add_option(out, &command->options[i]);
	if (operands)
		ml_buf_addf(out, " \\\n\t\t'*:%s:_mlint_operands_%s'", command->arguments, command->name);
	ml_buf_adds(out, "\n}\n");
}

static void add_description(struct ml_buf *out, const struct command *command)
{
	struct ml_buf text;

	ml_buf_init(&text, 65536);
	ml_buf_addf(&text, "%s:%s", command->name, command->summary);
	ml_buf_adds(out, "\t\t\t");
	completion_add_quoted(out, text.at, "\\");
	ml_buf_addc(out, '\n');
	ml_buf_release(&text);
}

void completion_zsh(struct ml_buf *out)
{
	ml_buf_adds(out, head);
	add_known(out);
	for (size_t i = 0; i < commands_nr; i++)
		add_command(out, commands[i]);
	ml_buf_adds(out, begin);
	for (size_t i = 0; i < commands_nr; i++)
		add_description(out, commands[i]);
	ml_buf_adds(out, middle);
	for (size_t i = 0; i < commands_nr; i++)
		ml_buf_addf(out, "%s%s", i ? " | " : "", commands[i]->name);
	ml_buf_adds(out, tail);
}
