#include "cmd/options.h"

#include <string.h>

#include "cmd/suggest.h"

#define COLUMNS 80
#define USAGE_COLUMN 32 /* where the words about an option begin */

struct ml_span opt_choice(const char *words, int index)
{
	struct ml_span rest = ml_span_of(words);

	for (;;) {
		size_t end = ml_span_find(rest, "|");
		if (index-- == 0 || end == SIZE_MAX)
			return ml_span_sub(rest, 0, end == SIZE_MAX ? rest.len : end);
		rest = ml_span_sub(rest, end + 1, rest.len);
	}
}

static int choose(int *out, const struct opt *option, struct ml_arena *arena, const char *word, struct ml_error *err)
{
	struct suggestion near = { .typed = word };
	size_t words = 1;

	for (const char *at = option->value; *at; at++)
		words += *at == '|';
	for (size_t i = 0; i < words; i++) {
		if (ml_span_is(opt_choice(option->value, (int)i), word)) {
			*out = (int)i;
			return 0;
		}
		suggest(&near, ml_arena_dup(arena, opt_choice(option->value, (int)i)));
	}
	return ml_error_set(err, ML_ERROR_USAGE, "--%s takes %s, not '%s'%s", option->name, option->value, word, suggest_hint(&near, ""));
}

static void add_words(struct opt_list *list, struct ml_arena *arena, const char *words)
{
	struct ml_span rest = ml_span_of(words);

	while (rest.len) {
		size_t end = ml_span_find(rest, ",");
		struct ml_span word = ml_span_trim(ml_span_sub(rest, 0, end));
		if (word.len)
			ML_PUSH(arena, list->at, list->nr, list->cap, ml_arena_dup(arena, word));
		rest = end == SIZE_MAX ? (struct ml_span){ 0 } : ml_span_sub(rest, end + 1, rest.len);
	}
}

static int store(const struct opt *option, void *into, struct ml_arena *arena, const char *value, struct ml_error *err)
{
	void *at = (char *)into + option->at;
	struct opt_list *list = at;

	switch (option->kind) {
	case OPT_FLAG:
		*(bool *)at = true;
		return 0;
	case OPT_VALUE:
		*(const char **)at = value;
		return *value ? 0 : ml_error_set(err, ML_ERROR_USAGE, "--%s has an empty value", option->name);
	case OPT_CHOICE:
		return choose(at, option, arena, value, err);
	case OPT_EACH:
		if (*value)
			ML_PUSH(arena, list->at, list->nr, list->cap, value);
		return *value ? 0 : ml_error_set(err, ML_ERROR_USAGE, "--%s has an empty value", option->name);
	case OPT_LIST:
		add_words(list, arena, value);
		return list->nr ? 0 : ml_error_set(err, ML_ERROR_USAGE, "--%s has an empty value", option->name);
	}
	return 0;
}

static const struct opt *find_long(const struct opt *options, size_t nr, struct ml_span name)
{
	for (size_t i = 0; i < nr; i++)
		if (ml_span_is(name, options[i].name))
			return &options[i];
	return NULL;
}

static const struct opt *find_short(const struct opt *options, size_t nr, char letter)
{
	for (size_t i = 0; i < nr; i++)
		if (options[i].letter == letter)
			return &options[i];
	return NULL;
}

static int unknown(const struct opt *options, size_t nr, struct ml_span name, struct ml_arena *arena,
		   struct ml_error *err)
{
	struct suggestion near = { .typed = ml_arena_dup(arena, name) };

	for (size_t i = 0; i < nr; i++)
		suggest(&near, options[i].name);
	return ml_error_set(err, ML_ERROR_USAGE, "unknown option '--%s'%s", near.typed, suggest_hint(&near, "--"));
}

struct parser {
	const struct opt *options;
	size_t nr;
	void *into;
	struct ml_arena *arena;
	char **args;
	size_t args_nr, next;
	struct ml_error *err;
};

static int parse_long(struct parser *p, const char *arg)
{
	struct ml_span name = ml_span_of(arg + 2);
	size_t equals = ml_span_find(name, "=");
	const char *value = equals == SIZE_MAX ? NULL : name.at + equals + 1;
	const struct opt *option = find_long(p->options, p->nr, name = ml_span_sub(name, 0, equals));

	if (!option)
		return unknown(p->options, p->nr, name, p->arena, p->err);
	if (option->kind == OPT_FLAG && value)
		return ml_error_set(p->err, ML_ERROR_USAGE, "--%s takes no value", option->name);
	if (option->kind != OPT_FLAG && !value) {
		if (p->next == p->args_nr)
			return ml_error_set(p->err, ML_ERROR_USAGE, "--%s asks for a value (%s)", option->name,
					    option->value);
		value = p->args[p->next++];
	}
	return store(option, p->into, p->arena, value, p->err);
}

static int parse_short(struct parser *p, const char *letters)
{
	for (; *letters; letters++) {
		const struct opt *option = find_short(p->options, p->nr, *letters);
		if (!option)
			return ml_error_set(p->err, ML_ERROR_USAGE, "unknown option '-%c'", *letters);
		if (option->kind == OPT_FLAG) {
			store(option, p->into, p->arena, NULL, p->err);
			continue;
		}
		if (letters[1])
			return store(option, p->into, p->arena, letters + 1, p->err);
		if (p->next == p->args_nr)
			return ml_error_set(p->err, ML_ERROR_USAGE, "-%c asks for a value (%s)", *letters,
					    option->value);
		return store(option, p->into, p->arena, p->args[p->next++], p->err);
	}
	return 0;
}

int opt_parse(const struct opt *options, size_t nr, void *into, struct opt_list *operands, struct ml_arena *arena,
	      char **args, size_t args_nr, struct ml_error *err)
{
	struct parser p = { options, nr, into, arena, args, args_nr, 0, err };
	bool open = true;

	while (p.next < args_nr) {
		const char *arg = args[p.next++];
		int status = 0;
		if (open && !strcmp(arg, "--"))
			open = false;
		else if (open && arg[0] == '-' && arg[1] == '-')
			status = parse_long(&p, arg);
		else if (open && arg[0] == '-' && arg[1])
			status = parse_short(&p, arg + 1);
		else
			ML_PUSH(arena, operands->at, operands->nr, operands->cap, arg);
		if (status)
			return status;
	}
	return 0;
}

/* Adds text from column at, wrapped beside column margin; a line end in it begins a new line. */
static void add_wrapped(struct ml_buf *out, size_t at, size_t margin, const char *text)
{
	bool first = true;

	while (*text) {
		size_t len = strcspn(text, " \n");
		if (!first && at + 1 + len > COLUMNS) {
			ml_buf_addf(out, "\n%*s", (int)margin, "");
			at = margin;
			first = true;
		}
		ml_buf_adds(out, first ? "" : " ");
		ml_buf_add(out, text, len);
		at += len + !first;
		first = text[len] == '\n';
		if (first) {
			ml_buf_addf(out, "\n%*s", (int)margin, "");
			at = margin;
		}
		text += len + (text[len] != '\0');
	}
	ml_buf_addc(out, '\n');
}

void opt_usage_text(struct ml_buf *out, const char *text)
{
	add_wrapped(out, 0, 0, text);
}

void opt_usage_line(struct ml_buf *out, const char *head, size_t column, const char *text)
{
	size_t at = 2 + strlen(head);

	ml_buf_addf(out, "  %s", head);
	if (at + 2 > column) {
		ml_buf_addc(out, '\n');
		at = 0;
	}
	ml_buf_addf(out, "%*s", (int)(column - at), "");
	add_wrapped(out, column, column, text);
}

void opt_usage(struct ml_buf *out, const struct opt *options, size_t nr)
{
	struct ml_buf head;

	ml_buf_init(&head, 256);
	for (size_t i = 0; i < nr; i++) {
		ml_buf_clear(&head);
		if (options[i].letter)
			ml_buf_addf(&head, "-%c, ", options[i].letter);
		ml_buf_addf(&head, "--%s", options[i].name);
		if (options[i].value)
			ml_buf_addf(&head, " %s", options[i].value);
		opt_usage_line(out, head.at, USAGE_COLUMN, options[i].help);
	}
	ml_buf_release(&head);
}
