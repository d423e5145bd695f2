#include "cmd/manual.h"

#include <string.h>

#include "cmd/cli.h"
#include "lint/base/codepoint.h"
#include "rules/registry.h"

struct entry {
	const char *head, *text;
};

static const struct entry statuses[] = {
	{ "0", "nothing at or above --fail-on" },
	{ "1", "findings" },
	{ "2", "wrong usage or configuration, or a path that does not exist" },
	{ "3", "something could not be judged: an unreadable file, a limit that was reached. The highest status wins: an error is never hidden "
	       "behind findings" },
};
static const struct entry variables[] = {
	{ "NO_COLOR", "no colors, if it is set and not empty" },
	{ "CLICOLOR_FORCE", "colors also where the output is no terminal, if it is neither empty nor 0" },
	{ "TERM", "no colors on a terminal called dumb" },
	{ "GIT_DIR, GIT_WORK_TREE, GIT_INDEX_FILE, GIT_OBJECT_DIRECTORY, GIT_ALTERNATE_OBJECT_DIRECTORIES",
	  "as git sets them for hooks; heeded where no PATH is given" },
};
static const struct entry examples[] = {
	{ "mlint", "Scan the repository of the current folder." },
	{ "mlint --format sarif -o mlint.sarif .", "The same as a file for code scanning." },
	{ "mlint --range origin/main...HEAD", "What this branch adds." },
	{ "mlint hook install", "Judge each commit and push from now on." },
	{ "mlint explain ML201", "What a rule checks, why, and how to mend what it finds." },
};

/* One character; what a line or a word of roff would take for a command is escaped. */
static size_t add_character(struct ml_buf *out, struct ml_span rest)
{
	uint32_t code = 0;
	size_t len = ml_codepoint_get(rest.at, rest.len, &code);

	if (code >= 0x80)
		ml_buf_addf(out, "\\[u%04X]", (unsigned)code);
	else if (rest.at[0] == '\\')
		ml_buf_adds(out, "\\e");
	else if (rest.at[0] == '-')
		ml_buf_adds(out, "\\-");
	else if (rest.at[0] == '"')
		ml_buf_adds(out, "\\(dq");
	else if (rest.at[0] == '\'')
		ml_buf_adds(out, "\\(aq");
	else if (rest.at[0] == '`' || rest.at[0] == '^' || rest.at[0] == '~')
		ml_buf_addf(out, "\\%s", rest.at[0] == '`' ? "(ga" : rest.at[0] == '^' ? "(ha" : "(ti");
	else
		ml_buf_addc(out, rest.at[0]);
	return len ? len : 1;
}

/* Text as the rest of a line; an empty line in it begins a paragraph. */
static void add_text(struct ml_buf *out, const char *text)
{
	struct ml_span rest = ml_span_of(text);

	if (rest.len && rest.at[0] == '.')
		ml_buf_adds(out, "\\&");
	while (rest.len) {
		size_t len = 1;
		if (ml_span_starts(rest, "\n\n"))
			ml_buf_adds(out, "\n.PP\n"), len = 2;
		else
			len = add_character(out, rest);
		rest = ml_span_sub(rest, len, rest.len);
	}
}

static void add_line(struct ml_buf *out, const char *text)
{
	add_text(out, text);
	ml_buf_addc(out, '\n');
}

static void add_title(struct ml_buf *out, const char *title)
{
	ml_buf_addf(out, ".SH %s\n", title);
}

/* A paragraph with a head in bold. */
static void add_entry(struct ml_buf *out, const char *head, const char *text)
{
	ml_buf_adds(out, ".TP\n\\fB");
	add_text(out, head);
	ml_buf_adds(out, "\\fR\n");
	add_line(out, text);
}

static void add_entries(struct ml_buf *out, const char *title, const struct entry *entries, size_t nr)
{
	add_title(out, title);
	for (size_t i = 0; i < nr; i++)
		add_entry(out, entries[i].head, entries[i].text);
}

/* "\fB-o\fR, \fB--output\fR \fIFILE\fR"; the words of a choice are as fixed as the option. */
static void add_option(struct ml_buf *out, const struct opt *option)
{
	ml_buf_adds(out, ".TP\n");
	if (option->letter)
		ml_buf_addf(out, "\\fB\\-%c\\fR, ", option->letter);
	ml_buf_adds(out, "\\fB");
	add_text(out, "--");
	add_text(out, option->name);
	ml_buf_adds(out, "\\fR");
	if (option->value) {
		ml_buf_adds(out, option->kind == OPT_CHOICE ? " " : " \\fI");
		add_text(out, option->value);
		ml_buf_adds(out, option->kind == OPT_CHOICE ? "" : "\\fR");
	}
	ml_buf_addc(out, '\n');
	add_line(out, option->help);
}

/* What stands behind a command's name. */
static void add_arguments(struct ml_buf *out, const struct command *command)
{
	ml_buf_adds(out, *command->arguments ? " [OPTIONS] " : " [OPTIONS]");
	add_line(out, command->arguments);
}

static void add_command(struct ml_buf *out, const struct command *command)
{
	ml_buf_addf(out, ".SS mlint %s", command->name);
	add_arguments(out, command);
	add_line(out, command->about);
	for (size_t i = 0; i < command->options_nr; i++)
		add_option(out, &command->options[i]);
}

static void add_rule(struct ml_buf *out, const struct ml_rule *rule)
{
	ml_buf_addf(out, ".TP\n\\fB%s\\fR ", rule->code);
	add_text(out, rule->name);
	ml_buf_addf(out, " (%s%s)\n", ml_severity_name(rule->severity), rule->off ? ", only with \\-\\-select" : "");
	add_line(out, rule->summary);
}

static void add_synopsis(struct ml_buf *out)
{
	add_title(out, "SYNOPSIS");
	ml_buf_adds(out, "\\fBmlint\\fR [\\fBscan\\fR] [OPTIONS] [PATH...]\n");
	for (size_t i = 0; i < commands_nr; i++) {
		if (commands[i] == &scan_command)
			continue;
		ml_buf_addf(out, ".br\n\\fBmlint %s\\fR", commands[i]->name);
		add_arguments(out, commands[i]);
	}
}

#define ENTRIES(entries) (entries), sizeof(entries) / sizeof *(entries)
void add_manual(struct ml_buf *out)
{
	ml_buf_adds(out, ".\\\" Made by 'mlint help --format man': change the tables of options, or the pages of rules.\n");
	ml_buf_adds(out, ".TH MLINT 1 \"\" \"mlint " MLINT_VERSION "\" \"User Commands\"\n.nh\n.ad l\n");
	add_title(out, "NAME");
	ml_buf_adds(out, "mlint \\- tells whether a model repository keeps its open\\-source promise\n");
	add_synopsis(out);
	add_title(out, "DESCRIPTION");
	add_line(out, "mlint reads the license files, the card and the code of a machine-learning model, works out which terms govern code, weights "
		      "and data, and tells where what the repository claims and what its terms say contradict each other, with claim and clause "
		      "side by side. It works offline, executes nothing of what it scans, and reads no weights. What it says is no legal advice.");
	add_title(out, "COMMANDS");
	for (size_t i = 0; i < commands_nr; i++)
		add_command(out, commands[i]);
	add_title(out, "RULES");
	ml_buf_adds(out, "\\fBmlint explain\\fR \\fICODE\\fR shows the page of one, with examples.\n");
	for (size_t i = 0; i < ml_rules.nr; i++)
		add_rule(out, ml_rules.at[i]);
	add_entries(out, "EXIT STATUS", ENTRIES(statuses));
	add_entries(out, "ENVIRONMENT", ENTRIES(variables));
	add_entries(out, "EXAMPLES", ENTRIES(examples));
	add_title(out, "SEE ALSO");
	ml_buf_adds(out, "\\fBgit\\fR(1), \\fBgithooks\\fR(5)\n");
}
