#include "lint/facts/parts.h"

#include "lint/base/yaml.h"

/* One line from *at, without its end; moves *at behind the end. */
static struct ml_span next_line(struct ml_span text, size_t *at)
{
	size_t from = *at, to = from;

	while (to < text.len && text.at[to] != '\n' && text.at[to] != '\r')
		to++;
	*at = to;
	if (*at < text.len && text.at[*at] == '\r')
		(*at)++;
	if (*at < text.len && text.at[*at] == '\n')
		(*at)++;
	return ml_span_sub(text, from, to);
}

/* A line of three dashes, or where a block ends also three dots; white space behind it is fine. */
static bool is_fence(struct ml_span line, bool closing)
{
	if (!ml_span_starts(line, "---") && !(closing && ml_span_starts(line, "...")))
		return false;
	return !ml_span_trim(ml_span_sub(line, 3, line.len)).len;
}

/* Front matter opens on the first line and is closed; a rule that is never closed is plain Markdown (ML002). */
static void read_front(struct ml_card *card, struct ml_arena *arena, struct ml_span text)
{
	size_t at = 0;
	uint32_t line = 1;

	if (!is_fence(next_line(text, &at), false))
		return;
	size_t from = at;
	while (at < text.len) {
		size_t to = at;
		struct ml_span next = next_line(text, &at);
		line++;
		if (!is_fence(next, true))
			continue;
		card->front_matter = true;
		card->front_line = 1;
		card->front_end_line = line;
		card->body = at;
		ml_yaml_parse(arena, ml_span_sub(text, from, to), 2, &card->front);
		return;
	}
}

static struct ml_span first_heading(const struct ml_document *document)
{
	for (size_t i = 0; i < document->blocks_nr; i++) {
		if (document->blocks[i].kind == ML_BLOCK_HEADING && document->blocks[i].text.len)
			return document->blocks[i].text;
	}
	return (struct ml_span){ 0 };
}

void ml_card_read(struct ml_card *out, struct ml_arena *arena, struct ml_arena *scratch, struct ml_file *file)
{
	(void)scratch;
	*out = (struct ml_card){ .file = file, .language = ml_role_language(ml_span_of(file->path)) };
	if (!file->text.at)
		return;
	read_front(out, arena, file->text);
	struct ml_document *document = ml_arena_alloc(arena, sizeof(*document));
	ml_markdown_parse(document, arena, file->text, out->body);
	out->document = document;
	out->title = first_heading(document);
}
