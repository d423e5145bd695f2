/* mlint rules: what can be found, one line each. */
#include "cmd/cli.h"

#include "lint/base/json.h"
#include "lint/base/limits.h"
#include "lint/check/rule.h"
#include "rules/registry.h"

struct rules_options {
	struct common common;
	int format;
};

static const struct opt options[] = {
	{ "format", 0, OPT_CHOICE, "human|json", "how to list", offsetof(struct rules_options, format) },
	OPT_HELP,
};

static void key_string(struct ml_json_writer *w, const char *key, const char *value)
{
	ml_json_key(w, key);
	ml_json_string(w, value);
}

static void add_json(struct ml_buf *out)
{
	struct ml_json_writer w;

	ml_json_begin(&w, out, false);
	ml_json_object(&w);
	ml_json_key(&w, "format");
	ml_json_number(&w, 1);
	ml_json_key(&w, "rules");
	ml_json_array(&w);
	for (size_t i = 0; i < ml_rules_nr; i++) {
		const struct ml_rule *rule = ml_rules[i];
		ml_json_object(&w);
		key_string(&w, "code", rule->code);
		key_string(&w, "name", rule->name);
		key_string(&w, "family", rule->family);
		key_string(&w, "severity", ml_severity_name(rule->severity));
		key_string(&w, "summary", rule->summary);
		key_string(&w, "since", rule->since);
		key_string(&w, "fix", rule->fix);
		ml_json_key(&w, "sources");
		ml_json_array(&w);
		for (size_t s = 0; s < rule->sources_nr; s++)
			ml_json_string(&w, rule->sources[s]);
		ml_json_end_array(&w);
		ml_json_end_object(&w);
	}
	ml_json_end_array(&w);
	ml_json_end_object(&w);
	ml_buf_addc(out, '\n');
}

static void add_human(struct ml_buf *out)
{
	for (size_t i = 0; i < ml_rules_nr; i++) {
		const struct ml_rule *rule = ml_rules[i];
		ml_buf_addf(out, "%s %-8s%s\n", rule->code, ml_severity_name(rule->severity), rule->name);
		opt_usage_line(out, "", 14, rule->summary);
	}
}

static int run(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct rules_options o = { 0 };
	struct opt_list operands = { 0 };
	struct ml_buf out;
	int status;

	if (cli_parse(self, &o.common, &operands, arena, args, args_nr, &status))
		goto done;
	if (operands.nr) {
		cli_complain("rules takes no arguments; 'mlint explain %s' shows the page of one", operands.at[0]);
		status = EXIT_USAGE;
		goto done;
	}
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	if (o.format)
		add_json(&out);
	else
		add_human(&out);
	status = cli_write(&out, NULL);
done:
	ml_arena_free(arena);
	return status;
}

const struct command rules_command = {
	.name = "rules",
	.arguments = "",
	.summary = "list the rules",
	.about = "Lists every rule with its code, severity, name and summary. The page of one: mlint explain CODE.",
	.options = options,
	.options_nr = sizeof options / sizeof *options,
	.run = run,
};
