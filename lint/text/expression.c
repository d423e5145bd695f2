#include "lint/text/expression.h"

#include <string.h>

#include "lint/base/limits.h"

/*
 * expression = and *( "OR" and ); and = part *( "AND" part );
 * part = "(" expression ")" | id [ "+" ] [ "WITH" id ]
 */
struct reader {
	struct ml_arena *arena;
	struct ml_span text;
	size_t at;
	struct ml_span word; /* the token at hand: an id, "(", ")" or "+"; empty at the end */
	size_t word_at;
	unsigned depth;
	struct ml_error *err;
};

/* idstring of SPDX, and the colon of DocumentRef-x:LicenseRef-y. */
static bool is_id(char c)
{
	return ml_is_alnum(c) || c == '-' || c == '.' || c == ':';
}

static void next_word(struct reader *r)
{
	while (r->at < r->text.len && ml_is_space(r->text.at[r->at]))
		r->at++;
	r->word_at = r->at;
	while (r->at < r->text.len && is_id(r->text.at[r->at]))
		r->at++;
	if (r->at == r->word_at && r->at < r->text.len)
		r->at++;
	r->word = ml_span_sub(r->text, r->word_at, r->at);
}

static bool is_operator(struct ml_span word)
{
	return ml_span_is_nocase(word, "and") || ml_span_is_nocase(word, "or") || ml_span_is_nocase(word, "with");
}

static const struct ml_expression *fail(struct reader *r, const char *wanted)
{
	if (r->word.len)
		ml_error_set(r->err, ML_ERROR_USAGE, "%s wanted at byte %zu, not '%.*s'", wanted, r->word_at + 1,
			     ML_SPAN_ARG(r->word));
	else
		ml_error_set(r->err, ML_ERROR_USAGE, "%s wanted at byte %zu, where it ends", wanted, r->word_at + 1);
	return NULL;
}

static bool at_id(const struct reader *r)
{
	return r->word.len && is_id(r->word.at[0]) && !is_operator(r->word);
}

static const struct ml_expression *read_license(struct reader *r)
{
	struct ml_expression *part = ml_arena_alloc(r->arena, sizeof *part);

	part->kind = ML_EXPRESSION_ID;
	part->id = r->word;
	/* "+" must touch its id. */
	part->or_later = r->at < r->text.len && r->text.at[r->at] == '+';
	r->at += part->or_later;
	next_word(r);
	if (!ml_span_is_nocase(r->word, "with"))
		return part;
	next_word(r);
	if (!at_id(r))
		return fail(r, "an exception");
	part->exception = r->word;
	next_word(r);
	return part;
}

static const struct ml_expression *read_or(struct reader *r);

static const struct ml_expression *read_part(struct reader *r)
{
	if (at_id(r))
		return read_license(r);
	if (!ml_span_is(r->word, "("))
		return fail(r, "a license");
	if (++r->depth > ML_LIMIT_EXPRESSION_DEPTH) {
		ml_error_set(r->err, ML_ERROR_USAGE, "nested too deeply at byte %zu", r->word_at + 1);
		return NULL;
	}
	next_word(r);
	const struct ml_expression *inner = read_or(r);
	if (inner && !ml_span_is(r->word, ")"))
		return fail(r, "')'");
	next_word(r);
	r->depth--;
	return inner;
}

static const struct ml_expression *join(struct reader *r, enum ml_expression_kind kind, const struct ml_expression *left,
					const struct ml_expression *right)
{
	struct ml_expression *both = ml_arena_alloc(r->arena, sizeof *both);

	*both = (struct ml_expression){ .kind = kind, .left = left, .right = right };
	return both;
}

static const struct ml_expression *read_and(struct reader *r)
{
	const struct ml_expression *left = read_part(r);

	while (left && ml_span_is_nocase(r->word, "and")) {
		next_word(r);
		const struct ml_expression *right = read_part(r);
		left = right ? join(r, ML_EXPRESSION_AND, left, right) : NULL;
	}
	return left;
}

static const struct ml_expression *read_or(struct reader *r)
{
	const struct ml_expression *left = read_and(r);

	while (left && ml_span_is_nocase(r->word, "or")) {
		next_word(r);
		const struct ml_expression *right = read_and(r);
		left = right ? join(r, ML_EXPRESSION_OR, left, right) : NULL;
	}
	return left;
}

int ml_expression_parse(const struct ml_expression **out, struct ml_arena *arena, struct ml_span text, struct ml_error *err)
{
	struct reader r = { .arena = arena, .text = text, .err = err };

	if (text.len > ML_LIMIT_EXPRESSION_BYTES)
		return ml_error_set(err, ML_ERROR_USAGE, "longer than %u bytes", ML_LIMIT_EXPRESSION_BYTES);
	next_word(&r);
	const struct ml_expression *whole = read_or(&r);
	if (whole && r.word.len)
		whole = fail(&r, "'AND' or 'OR'");
	if (!whole)
		return -1;
	*out = whole;
	return 0;
}
