#include "lint/knowledge/known_text_yaml.h"

#include <inttypes.h>
#include <stdlib.h>

#include "lint/knowledge/licenses_p.h"

#define RUNS_PER_LINE 12
#define CLAUSE_RUNS_MAX 32     /* a clause's runs are counted as bits of a word */
#define WORDS_MAX 0xffffffu
#define PIECES_MAX UINT16_MAX
#define KEY_DIGITS 8
#define HASH_DIGITS 16

static void add_line(struct ml_buf *out, unsigned indent)
{
	ml_buf_addf(out, "\n%*s", (int)indent, "");
}

static void write_clause(struct ml_buf *out, const struct ml_known_clause *clause)
{
	ml_buf_addf(out, "- {term: %s, words: %zu, runs:", clause->term, clause->words);
	for (size_t i = 0; i < clause->hashes_nr; i++)
		ml_buf_addf(out, " %08" PRIx32, clause->hashes[i]);
	ml_buf_addc(out, '}');
}

void ml_known_text_write(struct ml_buf *out, const struct ml_known_text *text, unsigned indent)
{
	ml_buf_addf(out, "%*stext:", (int)indent, "");
	add_line(out, indent + 2);
	ml_buf_addf(out, "hash: %016" PRIx64, text->hash);
	add_line(out, indent + 2);
	ml_buf_addf(out, "words: %zu", text->words_nr);
	add_line(out, indent + 2);
	ml_buf_addf(out, "core: %zu", text->core);
	add_line(out, indent + 2);
	ml_buf_adds(out, "pieces:");
	for (size_t i = 0; i < text->pieces_nr; i++) {
		const struct ml_run_piece *piece = &text->pieces[i];
		add_line(out, indent + 4);
		ml_buf_addf(out, "- %016" PRIx64 " %08" PRIx32 " %08" PRIx32 " %u%s", piece->hash, piece->first, piece->last,
			    (unsigned)piece->words, piece->optional ? " optional" : "");
	}
	add_line(out, indent + 2);
	ml_buf_adds(out, "runs: >-");
	for (size_t i = 0; i < text->runs_nr; i++) {
		if (i % RUNS_PER_LINE == 0)
			add_line(out, indent + 4);
		ml_buf_addf(out, "%s%08" PRIx32, i % RUNS_PER_LINE ? " " : "", (uint32_t)(text->runs[i] >> 32));
	}
	if (text->clauses_nr) {
		add_line(out, indent + 2);
		ml_buf_adds(out, "clauses:");
	}
	for (size_t i = 0; i < text->clauses_nr; i++) {
		add_line(out, indent + 4);
		write_clause(out, &text->clauses[i]);
	}
	ml_buf_addc(out, '\n');
}

/* The words of a scalar, one after the other; false at its end. */
static bool next_word(struct ml_span text, size_t *at, struct ml_span *word)
{
	size_t from;

	while (*at < text.len && ml_is_space(text.at[*at]))
		++*at;
	for (from = *at; *at < text.len && !ml_is_space(text.at[*at]); ++*at)
		;
	*word = ml_span_sub(text, from, *at);
	return word->len > 0;
}

static bool read_hex(struct ml_span word, size_t digits, uint64_t *out)
{
	*out = 0;
	for (size_t i = 0; i < word.len; i++) {
		char c = ml_lower(word.at[i]);
		if (!ml_is_digit(c) && (c < 'a' || c > 'f'))
			return false;
		*out = *out << 4 | (uint64_t)(ml_is_digit(c) ? c - '0' : c - 'a' + 10);
	}
	return word.len == digits;
}

static bool read_number(struct ml_span word, size_t max, size_t *out)
{
	*out = 0;
	for (size_t i = 0; i < word.len; i++) {
		if (!ml_is_digit(word.at[i]) || *out > max)
			return false;
		*out = *out * 10 + (size_t)(word.at[i] - '0');
	}
	return word.len > 0 && *out <= max;
}

static int load_number(const struct license_loader *l, const struct ml_node *node, size_t *out)
{
	return read_number(node->text, WORDS_MAX, out) ? 0 : license_fail(l, node, "not a number in range:");
}

static int load_hash(const struct license_loader *l, const struct ml_node *node, uint64_t *out)
{
	return read_hex(node->text, HASH_DIGITS, out) ? 0 : license_fail(l, node, "not a hash of 16 hexadecimal digits:");
}

static int load_piece(const struct license_loader *l, const struct ml_node *node, struct ml_run_piece *out)
{
	uint64_t numbers[3];
	struct ml_span word = { 0 };
	size_t at = 0, words;

	for (int i = 0; i < 3; i++)
		if (!next_word(node->text, &at, &word) || !read_hex(word, i ? KEY_DIGITS : HASH_DIGITS, &numbers[i]))
			return license_fail(l, node, "not a piece (three hashes and a number of words):");
	if (!next_word(node->text, &at, &word) || !read_number(word, WORDS_MAX, &words))
		return license_fail(l, node, "not a piece (three hashes and a number of words):");
	*out = (struct ml_run_piece){ .hash = numbers[0], .first = (uint32_t)numbers[1], .last = (uint32_t)numbers[2],
				      .words = (uint32_t)words & WORDS_MAX };
	if (next_word(node->text, &at, &word)) {
		if (!ml_span_is(word, "optional"))
			return license_fail(l, node, "unknown word in a piece:");
		out->optional = true;
	}
	return 0;
}

static int load_pieces(const struct license_loader *l, const struct ml_node *node, struct ml_known_text *text)
{
	if (node->kind != ML_NODE_LIST || !node->nr || node->nr > PIECES_MAX)
		return license_fail(l, node, "not a list of pieces:");
	text->pieces = ml_arena_array(l->arena, struct ml_run_piece, node->nr);
	ml_node_each(child, node)
		if (load_piece(l, child, &text->pieces[text->pieces_nr++]))
			return -1;
	return 0;
}

/* Hashes of 8 digits; the list grows with the text that holds it. */
static int load_hashes(const struct license_loader *l, const struct ml_node *node, uint64_t **out, size_t *nr)
{
	struct ml_span word;
	size_t at = 0;

	*out = ml_arena_array(l->arena, uint64_t, node->text.len / (KEY_DIGITS + 1) + 1);
	*nr = 0;
	while (next_word(node->text, &at, &word)) {
		if (!read_hex(word, KEY_DIGITS, &(*out)[*nr]))
			return license_unknown(l, node->line, "not a hash of 8 hexadecimal digits:", word, (const char *const[]){ NULL });
		++*nr;
	}
	return *nr ? 0 : license_fail(l, node, "no hashes:");
}

static int load_runs(const struct license_loader *l, const struct ml_node *node, struct ml_known_text *text)
{
	size_t nr;

	if (load_hashes(l, node, &text->runs, &nr))
		return -1;
	qsort(text->runs, nr, sizeof *text->runs, ml_known_run_cmp);
	for (size_t i = 0; i < nr; i++)
		if (!text->runs_nr || text->runs[text->runs_nr - 1] >> 32 != text->runs[i])
			text->runs[text->runs_nr++] = text->runs[i] << 32;
	return 0;
}

static int load_clause(const struct license_loader *l, const struct ml_node *node, struct ml_known_clause *out)
{
	const struct ml_node *term = ml_node_get(node, "term"), *runs = ml_node_get(node, "runs"), *words = ml_node_get(node, "words");
	enum ml_term_id id;
	uint64_t *hashes;
	size_t nr;

	if (!term || !runs || !words || node->nr != 3)
		return license_fail(l, node, "a clause has the keys term, words and runs, not");
	if (license_load_term_id(l, term, &id) || load_number(l, words, &out->words) || load_hashes(l, runs, &hashes, &nr))
		return -1;
	if (nr > CLAUSE_RUNS_MAX || out->words > UINT16_MAX)
		return license_fail(l, term, "too many words or runs in a clause of");
	out->term = ml_term_name(id);
	out->hashes = ml_arena_array(l->arena, uint32_t, nr);
	for (size_t i = 0; i < nr; i++)
		out->hashes[out->hashes_nr++] = (uint32_t)hashes[i];
	return 0;
}

static int load_clauses(const struct license_loader *l, const struct ml_node *node, struct ml_known_text *text)
{
	if (node->kind != ML_NODE_LIST || node->nr > UINT16_MAX)
		return license_fail(l, node, "not a list of clauses:");
	text->clauses = ml_arena_array(l->arena, struct ml_known_clause, node->nr);
	ml_node_each(child, node)
		if (load_clause(l, child, &text->clauses[text->clauses_nr++]))
			return -1;
	return 0;
}

static int load_key(const struct license_loader *l, const struct ml_node *node, struct ml_known_text *text)
{
	static const char *const names[] = { "hash", "words", "core", "pieces", "runs", "clauses", NULL };

	if (ml_span_is(node->key, "hash"))
		return load_hash(l, node, &text->hash);
	if (ml_span_is(node->key, "words"))
		return load_number(l, node, &text->words_nr);
	if (ml_span_is(node->key, "core"))
		return load_number(l, node, &text->core);
	if (ml_span_is(node->key, "pieces"))
		return load_pieces(l, node, text);
	if (ml_span_is(node->key, "runs"))
		return load_runs(l, node, text);
	return ml_span_is(node->key, "clauses") ? load_clauses(l, node, text) : license_unknown_key(l, node, names);
}

int license_load_text(const struct license_loader *l, const struct ml_node *node)
{
	struct ml_known_text *text = ml_arena_alloc(l->arena, sizeof *text);

	if (node->kind != ML_NODE_MAP)
		return license_fail(l, node, "not a map:");
	ml_node_each(child, node)
		if (load_key(l, child, text))
			return -1;
	if (!text->hash || !text->words_nr || !text->pieces_nr || !text->runs_nr)
		return license_fail(l, node, "hash, words, pieces and runs are all needed in");
	if (text->core > text->runs_nr)
		text->core = text->runs_nr;
	l->license->text = text;
	return 0;
}
