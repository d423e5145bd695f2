#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/lists.h"

/* What a badge shows: "Code License" and "Apache 2.0". */
struct badge {
	struct ml_span label, message;
};

/* One part of a static badge's path: "--" is a dash, "__" and "_" an underscore and a space (shields.io, "static badge"). */
static struct ml_span decode_part(struct ml_arena *arena, struct ml_span part)
{
	char *out = ml_arena_alloc(arena, part.len + 1);
	size_t nr = 0;

	for (size_t i = 0; i < part.len; i++) {
		char c = part.at[i];
		if ((c == '-' || c == '_') && i + 1 < part.len && part.at[i + 1] == c) {
			i++;
		} else if (c == '_') {
			c = ' ';
		} else if (c == '%' && i + 2 < part.len && ml_hex_digit(part.at[i + 1]) >= 0 && ml_hex_digit(part.at[i + 2]) >= 0) {
			c = (char)(ml_hex_digit(part.at[i + 1]) * 16 + ml_hex_digit(part.at[i + 2]));
			i += 2;
		}
		out[nr++] = c ? c : ' ';
	}
	return ml_span_trim((struct ml_span){ out, nr });
}

/* The end of a part: the next single dash, or the end. */
static size_t part_end(struct ml_span path, size_t from)
{
	for (size_t i = from; i < path.len; i++) {
		if (path.at[i] != '-')
			continue;
		if (i + 1 < path.len && path.at[i + 1] == '-')
			i++;
		else
			return i;
	}
	return path.len;
}

/* LABEL-MESSAGE-COLOR behind "/badge/"; a badge of two parts has no label. */
static bool of_address(struct badge *out, struct ml_arena *arena, struct ml_span address)
{
	static const char marker[] = "/badge/";
	size_t at = ml_span_find(address, marker);

	if (at == SIZE_MAX)
		return false;
	struct ml_span path = ml_span_sub(address, at + sizeof marker - 1, address.len);
	for (size_t i = 0; i < path.len; i++)
		if (path.at[i] == '?' || path.at[i] == '#')
			path.len = i;
	size_t first = part_end(path, 0);
	size_t second = first < path.len ? part_end(path, first + 1) : path.len;
	if (first == path.len || second == path.len)
		return false;
	out->label = decode_part(arena, ml_span_sub(path, 0, first));
	out->message = decode_part(arena, ml_span_sub(path, first + 1, second));
	return out->message.len > 0;
}

/* "License: Apache 2.0" as alt text, for pictures that do not tell. */
static bool of_alt(struct badge *out, struct ml_span alt)
{
	size_t colon = ml_span_find(alt, ":");

	if (colon == SIZE_MAX)
		return false;
	out->label = ml_span_trim(ml_span_sub(alt, 0, colon));
	out->message = ml_span_trim(ml_span_sub(alt, colon + 1, alt.len));
	return out->label.len && out->message.len && out->label.len < 40;
}

/* The link around the picture: the next link of the block that covers the same text, or the same place. */
static const struct ml_link *around(const struct ml_block *block, size_t i)
{
	const struct ml_link *image = &block->links[i];

	for (size_t k = i + 1; k < block->links_nr; k++) {
		const struct ml_link *link = &block->links[k];
		if (!link->image && link->at <= image->at && link->at + link->len >= image->at + image->len)
			return link;
	}
	return NULL;
}

static void add_badge(struct ml_facts *facts, const struct ml_card *card, const struct ml_block *block, size_t i,
		      const struct badge *badge)
{
	const struct ml_link *outer = around(block, i);
	const struct ml_link *image = &block->links[i];
	const struct ml_license *license = ml_license_named(facts->knowledge, badge->message);
	struct ml_license_fact fact;

	struct ml_where where = ml_where_of(facts->arena, card->file, image->source, image->source + image->len);
	ml_declared_fact(&fact, facts->knowledge, facts->arena, license, badge->message, where, ML_EVIDENCE_BADGE);
	unsigned scope = ml_scope_of_words(facts, badge->label, badge->label.len);
	if (scope) {
		fact.scope = scope;
		fact.scope_stated = true;
	}
	if (outer)
		fact.target = ml_target_of(facts, card->file, outer->target);
	if (license || fact.target)
		ml_facts_add_license(facts, &fact);
}

/* By its label, which is of nothing beside the work; "Data: CC BY 4.0" by what stands for the picture ("Data License") where it names a license. */
static bool is_of_license(const struct ml_knowledge *knowledge, const struct badge *badge, struct ml_span alt)
{
	struct ml_span label = badge->label.len ? badge->label : alt;

	if (ml_list_in(knowledge, ML_LIST_BADGE_BESIDE, label) || ml_list_in(knowledge, ML_LIST_BADGE_BESIDE, alt))
		return false;
	if (ml_list_in(knowledge, ML_LIST_LICENSE_LABEL, label))
		return true;
	return badge->label.len && ml_list_in(knowledge, ML_LIST_LICENSE_LABEL, alt) && ml_license_named(knowledge, badge->message);
}

static void badges_of_block(struct ml_facts *facts, const struct ml_card *card, const struct ml_block *block)
{
	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		struct badge badge = { { 0 }, { 0 } };
		if (!link->image)
			continue;
		struct ml_span alt = ml_span_sub(block->text, link->at, link->at + (size_t)link->len);
		if ((of_address(&badge, facts->arena, link->target) || of_alt(&badge, alt)) &&
		    is_of_license(facts->knowledge, &badge, alt))
			add_badge(facts, card, block, i, &badge);
	}
}

/* Badges of a table show what others offer; one in a list or a section of thanks likewise is not the repository's own. */
void ml_badges_of_card(struct ml_facts *facts, const struct ml_card *card)
{
	if (!card->document)
		return;
	for (size_t i = 0; i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		if (block->links_nr && block->kind != ML_BLOCK_CODE && block->kind != ML_BLOCK_ITEM &&
		    !(block->kind == ML_BLOCK_CELL && block->row > 1))
			badges_of_block(facts, card, block);
	}
}
