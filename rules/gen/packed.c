/* Rows without pointers (lint/base/packed.h): the texts of a table in one array, and numbers in place of their addresses. */
#include "rules/gen/gen.h"

#include <string.h>

#define LETTERS_MAX (16u << 20)
#define TABLE_MAX (16u << 20)
#define SLOTS_FIRST 1024u

void gen_pack_init(struct gen_pack *pack, struct ml_arena *arena)
{
	*pack = (struct gen_pack){ .arena = arena };
	ml_buf_init(&pack->letters, LETTERS_MAX);
	ml_buf_addc(&pack->letters, '\0'); /* no text has offset 0 */
}

void gen_pack_release(struct gen_pack *pack)
{
	ml_buf_release(&pack->letters);
}

/* The slot of a text that is there already, or the free one for it. */
static uint32_t *slot_of(const struct gen_pack *pack, const char *text)
{
	size_t i = ml_span_hash(ml_span_of(text)) & (pack->slots_nr - 1);

	while (pack->slots[i] && strcmp(pack->letters.at + pack->slots[i], text) != 0)
		i = (i + 1) & (pack->slots_nr - 1);
	return &pack->slots[i];
}

static void grow_slots(struct gen_pack *pack)
{
	const uint32_t *old = pack->slots;
	size_t old_nr = pack->slots_nr;

	pack->slots_nr = old_nr ? 2 * old_nr : SLOTS_FIRST;
	pack->slots = ml_arena_array(pack->arena, uint32_t, pack->slots_nr);
	for (size_t i = 0; i < old_nr; i++)
		if (old[i])
			*slot_of(pack, pack->letters.at + old[i]) = old[i];
}

/* Where a text stands in the letters: each once. */
static uint32_t letters_of(struct gen_pack *pack, const char *text)
{
	if (2 * pack->used >= pack->slots_nr)
		grow_slots(pack);
	uint32_t *slot = slot_of(pack, text);
	if (*slot)
		return *slot;
	*slot = (uint32_t)pack->letters.len;
	ml_buf_add(&pack->letters, text, strlen(text) + 1);
	pack->used++;
	return *slot;
}

void gen_packed_field(struct ml_buf *out, struct gen_pack *pack, const char *field, const char *text)
{
	if (text)
		ml_buf_addf(out, " .%s = ML_PACKED(const char *, %u),", field, letters_of(pack, text));
}

uint32_t gen_packed_texts(struct gen_pack *pack, const char *const *list, size_t nr)
{
	uint32_t number = (uint32_t)pack->texts_nr + 1;

	for (size_t i = 0; i < nr; i++)
		ML_PUSH(pack->arena, pack->texts, pack->texts_nr, pack->texts_cap, list[i] ? letters_of(pack, list[i]) : 0);
	return number;
}

void gen_packed_list(struct ml_buf *out, struct gen_pack *pack, const char *field, const char *const *list, size_t nr)
{
	if (nr)
		ml_buf_addf(out, " .%s = ML_PACKED(const char *const *, %u), .%s_nr = %zu,", field, gen_packed_texts(pack, list, nr), field, nr);
}

void gen_pack_write(struct ml_buf *out, const struct gen_pack *pack, const char *name, size_t rows_nr)
{
	ml_buf_addf(out, "static const char gen_%s_letters[] =\n\t\"\\0\"\n", name);
	for (size_t at = 1; at < pack->letters.len; at += strlen(pack->letters.at + at) + 1) {
		ml_buf_addc(out, '\t');
		gen_literal_c(out, pack->letters.at + at);
		ml_buf_adds(out, " \"\\0\"\n");
	}
	ml_buf_addf(out, "\t\"\";\nstatic const uint32_t gen_%s_texts[] = {", name);
	for (size_t i = 0; i < pack->texts_nr; i++)
		ml_buf_addf(out, "%s%u,", i % 16 ? " " : "\n\t", pack->texts[i]);
	ml_buf_addf(out, " 0 };\nstatic const void *gen_%s_opened[%zu];\n", name, rows_nr + 1);
	ml_buf_addf(out, "static const struct ml_packed gen_%s_packed = { gen_%s_letters, gen_%s_texts, gen_%s_opened };\n", name, name, name, name);
	out->full |= pack->letters.full;
}

int gen_packed_write(const char *path, struct ml_arena *arena, void (*put)(struct ml_buf *out, struct gen_pack *pack, const void *table),
		     const void *table, struct ml_error *err)
{
	struct gen_pack pack;
	struct ml_buf out;

	ml_buf_init(&out, TABLE_MAX);
	gen_pack_init(&pack, arena);
	put(&out, &pack, table);
	int status = gen_write(path, &out, err);
	gen_pack_release(&pack);
	ml_buf_release(&out);
	return status;
}
