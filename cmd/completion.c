#include "cmd/completion.h"

#include <string.h>

#include "cmd/suggest.h"
#include "lint/base/limits.h"
#include "rules/registry.h"

struct completion_options {
	struct common common;
};

static const struct opt options[] = { OPT_HELP };

static const struct {
	const char *name;
	void (*add)(struct ml_buf *out);
} shells[] = { { "bash", completion_bash }, { "zsh", completion_zsh }, { "fish", completion_fish } };
#define SHELLS "bash|zsh|fish"

/* The words that tables have for values and operands. */
static const struct {
	const char *word;
	enum completes kind;
} kinds[] = {
	{ "PATH", COMPLETES_FILE },	{ "FILE", COMPLETES_FILE },   { "DIR", COMPLETES_FOLDER },
	{ "REV", COMPLETES_REVISION },	{ "A", COMPLETES_REVISION },  { "CODES", COMPLETES_RULE },
	{ "RULE", COMPLETES_RULE },	{ "TERM", COMPLETES_TERM },   { "LICENSE", COMPLETES_LICENSE },
	{ "ID", COMPLETES_LICENSE },	{ "COMMAND", COMPLETES_COMMAND },
};

static bool is_word(char c)
{
	return ml_is_alnum(c) || c == '-' || c == '_';
}

struct ml_span completion_word(struct ml_span *text, enum completes *kind)
{
	size_t from = 0, to;

	while (from < text->len && !is_word(text->at[from]))
		from++;
	for (to = from; to < text->len && is_word(text->at[to]); to++)
		;
	struct ml_span word = ml_span_sub(*text, from, to);
	*text = ml_span_sub(*text, to, text->len);
	*kind = word.len && word.at[0] >= 'a' ? COMPLETES_WORD : COMPLETES_NOTHING;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (ml_span_is(word, kinds[i].word))
			*kind = kinds[i].kind;
	return word.len ? word : (struct ml_span){ 0 };
}

bool completion_is_list(const struct opt *option)
{
	return option->kind == OPT_LIST;
}

void completion_add_known(struct ml_buf *out, enum completes kind, const char *before)
{
	const struct ml_knowledge *knowledge = &ml_builtin_knowledge;

	for (size_t i = 0; kind == COMPLETES_RULE && i < ml_rules.nr; i++)
		ml_buf_addf(out, "%s%s%s%s", before, ml_rules.at[i]->code, before, ml_rules.at[i]->name);
	for (size_t i = 0; kind == COMPLETES_LICENSE && i < knowledge->licenses_nr; i++)
		ml_buf_addf(out, "%s%s", before, ml_license_id_at(knowledge, i));
	for (int i = 0; kind == COMPLETES_TERM && i < ML_TERM_NR; i++)
		ml_buf_addf(out, "%s%s", before, ml_term_name((enum ml_term_id)i));
	for (size_t i = 0; kind == COMPLETES_COMMAND && i < commands_nr; i++)
		ml_buf_addf(out, "%s%s", before, commands[i]->name);
}

void completion_add_quoted(struct ml_buf *out, const char *text, const char *also)
{
	ml_buf_addc(out, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			ml_buf_adds(out, "'\\'");
		else if (strchr(also, *text))
			ml_buf_addc(out, '\\');
		ml_buf_addc(out, *text);
	}
	ml_buf_addc(out, '\'');
}

static int complete(const struct opt_list *operands)
{
	struct suggestion near = { .typed = operands->nr ? operands->at[0] : "" };
	struct ml_buf out;

	for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
		suggest(&near, shells[i].name);
		if (operands->nr != 1 || strcmp(operands->at[0], shells[i].name) != 0)
			continue;
		ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
		shells[i].add(&out);
		return cli_write(&out, NULL);
	}
	cli_complain("completion asks for one of " SHELLS "%s", operands->nr == 1 ? suggest_hint(&near, "") : "");
	return EXIT_USAGE;
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct completion_options o = { 0 };
	struct opt_list operands = { 0 };
	int status;

	if (!cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		status = complete(&operands);
	ml_arena_free(arena);
	return status;
}

const struct command completion_command = {
	.name = "completion",
	.arguments = SHELLS,
	.summary = "print a script that completes mlint's command lines in a shell",
	.about = "Prints a script for a shell to read. bash: eval \"$(mlint completion bash)\" in ~/.bashrc. zsh: mlint completion zsh >_mlint in a "
		 "folder of $fpath. fish: mlint completion fish >~/.config/fish/completions/mlint.fish.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
