/* mlint explain: the page of a rule, what is known of a license, what a term means. */
#include "cmd/cli.h"

#include "cmd/knowledge.h"
#include "cmd/license_page.h"
#include "cmd/render.h"
#include "cmd/suggest.h"
#include "lint/base/limits.h"
#include "lint/check/sink.h"
#include "lint/knowledge/licenses.h"
#include "lint/report/report.h"
#include "rules/registry.h"

struct explain_options {
	struct common common;
	int format, color;
	struct opt_list knowledge;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|markdown", "text for a terminal, or Markdown",
	  offsetof(struct explain_options, format) },
	OPT_KNOWLEDGE(struct explain_options, knowledge),
	{ "color", 0, OPT_CHOICE, CLI_COLORS, "color the headings", offsetof(struct explain_options, color) },
	OPT_HELP,
};

/* A rule's code or name, a term, a license by id or by a name that people write. */
static bool add_page(struct ml_buf *out, const struct ml_knowledge *knowledge, const char *what)
{
	struct ml_span name = ml_span_of(what);
	const struct ml_rule *rule = ml_rule_find(ml_rules, name);
	const struct ml_license *license = ml_license_by_id(knowledge, name);
	enum ml_term_id term = ml_term_of(name);

	if (rule) {
		ml_add_rule_page(out, rule);
		return true;
	}
	if (term != ML_TERM_NR) {
		term_page(out, knowledge, term);
		return true;
	}
	if (!license)
		license = ml_license_by_name(knowledge, name, NULL);
	if (!license)
		license = ml_license_by_url(knowledge, name);
	if (license)
		license_page(out, knowledge, license);
	return license != NULL;
}

static int fail_unknown(const struct ml_knowledge *knowledge, const char *what)
{
	struct suggestion near = { .typed = what };

	for (size_t i = 0; i < ml_rules.nr; i++) {
		suggest(&near, ml_rules.at[i]->code);
		suggest(&near, ml_rules.at[i]->name);
	}
	for (int i = 0; i < ML_TERM_NR; i++)
		suggest(&near, ml_term_name((enum ml_term_id)i));
	for (size_t i = 0; i < knowledge->licenses_nr; i++)
		suggest(&near, ml_license_id_at(knowledge, i));
	cli_complain("no rule, license or term '%s' is known%s", what,
		     near.best ? suggest_hint(&near, "") : "; 'mlint rules' and 'mlint licenses' list what is");
	return EXIT_USAGE;
}

static int explain(const char *what, const struct explain_options *o, const struct ml_knowledge *knowledge)
{
	struct ml_buf page, out;

	ml_buf_init(&page, ML_LIMIT_REPORT_BYTES);
	if (!add_page(&page, knowledge, what)) {
		ml_buf_release(&page);
		return fail_unknown(knowledge, what);
	}
	if (o->format)
		return cli_write(&page, NULL);
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	render_markdown(&out, ml_buf_span(&page), cli_color(o->color, false));
	ml_buf_release(&page);
	return cli_write(&out, NULL);
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct explain_options o = { 0 };
	struct opt_list operands = { 0 };
	const struct ml_knowledge *knowledge;
	struct ml_error err = { 0 };
	int status;

	if (cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		goto done;
	if (operands.nr != 1) {
		cli_complain("explain asks for one RULE, LICENSE or TERM");
		status = EXIT_USAGE;
	} else if (cli_knowledge(&knowledge, arena, &o.knowledge, &err)) {
		status = cli_fail(&err);
	} else {
		status = explain(operands.at[0], &o, knowledge);
	}
done:
	ml_arena_free(arena);
	return status;
}

const struct command explain_command = {
	.name = "explain",
	.arguments = "RULE|LICENSE|TERM",
	.summary = "the page of a rule, what is known of a license, what a term means",
	.about = "Shows the page of a rule (ML201, or its name), all that is known of a license "
		 "(llama2), or what a term means (user-threshold).",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
