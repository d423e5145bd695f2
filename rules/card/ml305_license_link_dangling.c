#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

#define LINKS_TOLD 10u

static bool is_elsewhere(struct ml_span link)
{
	static const char *const parts[] = { "://", "blob/", "tree/", "raw/", "resolve/", "{", "<", "$" };

	if (!link.len || link.at[0] == '#' || link.at[0] == '?' || ml_span_starts(link, "//") || ml_span_starts(link, "..") ||
	    ml_span_starts_nocase(link, "mailto:") || ml_span_starts_nocase(link, "www."))
		return true;
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (ml_span_find(link, parts[i]) != SIZE_MAX)
			return true;
	return ml_role_outside(link);
}

static struct ml_span without_anchor(struct ml_span link)
{
	size_t end = 0;
	while (end < link.len && link.at[end] != '#' && link.at[end] != '?')
		end++;
	return ml_span_sub(link, 0, end);
}

/* A folder of licenses is no file of the tree, but files lie below it. */
static bool is_folder(const struct ml_facts *facts, struct ml_span link)
{
	if (ml_span_starts(link, "./"))
		link = ml_span_sub(link, 2, link.len);
	while (ml_span_ends(link, "/"))
		link.len--;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const char *path = facts->tree->files[i].path;
		if (strncmp(path, link.at, link.len) == 0 && path[link.len] == '/')
			return true;
	}
	return link.len == 0;
}

static bool dangles(const struct ml_facts *facts, const struct ml_card *card, struct ml_span link)
{
	return !is_elsewhere(link) && !ml_target_of(facts, card->file, link) && !is_folder(facts, link);
}

/* The part of a name that an extension does not change: LICENSE of LICENSE.md. */
static struct ml_span stem(struct ml_span name)
{
	const char *dot = name.len ? memrchr(name.at, '.', name.len) : NULL;

	return dot && dot != name.at ? ml_span_sub(name, 0, (size_t)(dot - name.at)) : name;
}

/* The one license file at the root that differs from the link by its extension or case; else the only one; else NULL. */
static const struct ml_file *candidate(const struct ml_facts *facts, struct ml_span link)
{
	const struct ml_file *found = NULL, *only = NULL;
	size_t found_nr = 0, all = 0;

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if ((file->role != ML_ROLE_LICENSE && file->role != ML_ROLE_LICENSE_PDF) || strchr(file->path, '/'))
			continue;
		only = file;
		all++;
		char name[256];
		struct ml_span want = stem(link);
		if (want.len >= sizeof name)
			continue;
		memcpy(name, want.at, want.len);
		name[want.len] = '\0';
		if (ml_span_is_nocase(stem(ml_span_of(file->path)), name)) {
			found = file;
			found_nr++;
		}
	}
	return found_nr == 1 ? found : all == 1 ? only : NULL;
}

static void report(const struct ml_facts *facts, struct ml_where where, struct ml_span link, struct ml_sink *sink)
{
	struct ml_finding *finding = ml_found(sink, where, ML_CERTAINTY_EXACT, "the link to the terms leads to '%.*s', which is not in the repository",
					      ML_SPAN_ARG(link));
	const struct ml_file *file = candidate(facts, link);

	if (!file) {
		ml_found_help(finding, "add the file, or link the place where the terms stand");
		return;
	}
	ml_found_proof(finding, ml_where_line(file, 0, 0), "this license file is there");
	ml_found_help(finding, "link '%s'", file->path);
}

static void check_key(const struct ml_facts *facts, const struct ml_card *card, struct ml_sink *sink)
{
	const struct ml_node *node = ml_node_get(card->front.root, "license_link");
	struct ml_span link = without_anchor(ml_span_trim(ml_node_text(node)));

	if (link.len && dangles(facts, card, link))
		report(facts, ml_where_node(card->file, node), link, sink);
}

static bool names_license(struct ml_span link)
{
	enum ml_role role = ml_role_of(link);

	return role == ML_ROLE_LICENSE || role == ML_ROLE_LICENSE_PDF || role == ML_ROLE_POLICY;
}

/* Links of the text that by their name lead to terms; each target is told once. */
static void check_links(const struct ml_facts *facts, const struct ml_card *card, struct ml_sink *sink)
{
	struct ml_span told[LINKS_TOLD];
	size_t told_nr = 0;

	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		for (size_t k = 0; k < block->links_nr && told_nr < LINKS_TOLD; k++) {
			const struct ml_link *link = &block->links[k];
			struct ml_span target = without_anchor(link->target);
			bool again = false;
			if (link->image || !names_license(target) || !dangles(facts, card, target))
				continue;
			for (size_t t = 0; t < told_nr; t++)
				again |= ml_span_eq(told[t], target);
			if (again)
				continue;
			told[told_nr++] = target;
			report(facts, ml_where_of(facts->arena, card->file, link->source, link->source + link->len), target, sink);
		}
	}
}

void ml305_license_link_dangling(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->cards_nr; i++) {
		const struct ml_card *card = &facts->cards[i];
		check_key(facts, card, sink);
		/* Cards below the root are often copies of other projects' pages. */
		if (!strchr(card->file->path, '/'))
			check_links(facts, card, sink);
	}
}
