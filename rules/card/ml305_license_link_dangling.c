#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

#define REACH 512u /* bytes behind the beginning of a link's text in which its address is looked for */

/* Whether a link names a path of this repository, as far as its form tells. */
static bool is_relative(struct ml_span link)
{
	/* Views of a host, written from the page ("blob/main/LICENSE"), and fields of templates are no paths. */
	static const char *const not[] = { "blob/", "tree/", "raw/", "resolve/", "{", "<" };

	/* Most links lead to hosts or within the page: told by a byte or two. */
	if (!link.len || link.at[0] == '#' || link.at[0] == '/' || memchr(link.at, ':', link.len) || ml_span_starts(link, ".."))
		return false;
	for (size_t i = 0; i < sizeof not / sizeof *not; i++)
		if (ml_span_find(link, not[i]) != SIZE_MAX)
			return false;
	return !ml_role_outside(link);
}

static struct ml_span without_fragment(struct ml_span link)
{
	for (size_t i = 0; i < link.len; i++)
		if (link.at[i] == '#' || link.at[i] == '?')
			return ml_span_sub(link, 0, i);
	return link;
}

/* Whether the tree holds the folder that the link names. */
static bool is_folder(const struct ml_facts *facts, const char *path)
{
	size_t len = strlen(path);

	while (len && path[len - 1] == '/')
		len--;
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (!strncmp(facts->tree->files[i].path, path, len) && facts->tree->files[i].path[len] == '/')
			return true;
	return false;
}

/* The path from the root that a link of a file names; "." and "./" dropped. */
static const char *path_of(const struct ml_facts *facts, const struct ml_file *from, struct ml_span link)
{
	struct ml_span folder = { from->path, ml_path_folder(ml_span_of(from->path)) };

	while (ml_span_starts(link, "./"))
		link = ml_span_sub(link, 2, link.len);
	return ml_arena_printf(facts->arena, "%.*s%.*s", ML_SPAN_ARG(folder), ML_SPAN_ARG(link));
}

/* A license file of the same folder whose name differs only in case or extension. */
static const struct ml_file *likely(const struct ml_facts *facts, const char *path)
{
	size_t folder = ml_path_folder(ml_span_of(path));
	size_t stem = folder + strcspn(path + folder, ".");
	const struct ml_file *found = NULL;

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		struct ml_span other = ml_span_of(file->path);
		if (file->role != ML_ROLE_LICENSE || strncmp(file->path, path, folder) != 0 || strchr(file->path + folder, '/') ||
		    !ml_span_starts_nocase(other, ml_arena_dup(facts->arena, (struct ml_span){ path, stem })) ||
		    (other.len > stem && other.at[stem] != '.'))
			continue;
		if (found)
			return NULL;
		found = file;
	}
	return found;
}

/* The words of a link as the file there is called: what differs in them is what the file's own name says. */
static const char *mended(const struct ml_facts *facts, struct ml_span target, const struct ml_file *file)
{
	struct ml_span name = ml_path_name(ml_span_of(file->path));

	return ml_arena_printf(facts->arena, "%.*s%.*s", (int)ml_path_folder(target), target.at, ML_SPAN_ARG(name));
}

/* The place of a link's address behind its text, or SIZE_MAX: "](LICENSE.md)", "](<LICENSE.md>", "]: LICENSE.md", "href=\"LICENSE.md\"". */
static size_t place_of(const struct ml_file *from, size_t source, struct ml_span target)
{
	struct ml_span text = ml_span_sub(from->text, source, source + REACH);
	const char *name = target.at;

	for (size_t at = 1; at + target.len < text.len && text.at[at] != '\n'; at++) {
		if (strncmp(text.at + at, name, target.len) != 0)
			continue;
		char before = text.at[at - 1], after = text.at[at + target.len];
		if ((before == '(' && (after == ')' || after == '#')) || (before == '<' && after == '>') || (before == '"' && after == '"'))
			return source + at;
	}
	return SIZE_MAX;
}

/* Where the link is written: by its key, or at that offset of the file. */
struct written {
	const struct ml_card *card;
	bool key;
	size_t source;
};

static void fix(const struct ml_facts *facts, struct ml_finding *finding, const struct written *written, struct ml_span target,
		const struct ml_file *file)
{
	const char *name = mended(facts, target, file);
	struct ml_span link = ml_node_get_text(written->card->front.root, "license_link");

	if (written->key) {
		if (link.len == target.len)
			ml_fix_key(finding, written->card, "license_link", name, NULL);
		return;
	}
	size_t at = strchr(name, ' ') ? SIZE_MAX : place_of(written->card->file, written->source, target);
	if (at != SIZE_MAX)
		ml_fix_replace(finding, written->card->file, at, at + target.len, "%s", name);
}

static void check_link(const struct ml_facts *facts, struct ml_sink *sink, const struct written *written, struct ml_where where,
		       struct ml_span link, const char *what)
{
	const struct ml_file *from = written->card->file;
	struct ml_span target = without_fragment(link);

	if (!is_relative(target) || ml_target_of(facts, from, link))
		return;
	const char *path = path_of(facts, from, target);
	if (ml_tree_find(facts->tree, path) || is_folder(facts, path))
		return;
	struct ml_finding *finding =
		ml_found(sink, where, ML_CERTAINTY_EXACT, "%s leads to '%s', which is not in the repository", what, path);
	const struct ml_file *file = likely(facts, path);
	if (file)
		fix(facts, finding, written, target, file);
	if (file)
		ml_found_help(finding, "the file here is called '%s'", file->path);
	else
		ml_found_help(finding, "add the file, or mend the link");
	ml_found_cause(finding, ml_arena_printf(facts->arena, "dangling %s", path));
}

/* Only links that go by the name of a license: other dead links are another tool's business. */
static void check_document(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_card *card)
{
	for (size_t i = 0; card->document && i < card->document->blocks_nr; i++) {
		const struct ml_block *block = &card->document->blocks[i];
		for (size_t k = 0; k < block->links_nr; k++) {
			const struct ml_link *link = &block->links[k];
			struct ml_span target = without_fragment(link->target);
			if (link->image || block->quote_depth || !is_relative(target))
				continue;
			enum ml_role role = ml_role_of(target);
			if (role != ML_ROLE_LICENSE && role != ML_ROLE_LICENSE_PDF)
				continue;
			struct written written = { card, false, link->source };
			check_link(facts, sink, &written,
				   ml_where_of(facts->arena, card->file, link->source, link->source + (link->len ? link->len : 1)), link->target,
				   "the license link");
		}
	}
}

void ml305_license_link_dangling(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->cards_nr && !facts->tree->alone; i++) {
		const struct ml_card *card = &facts->cards[i];
		const struct ml_node *key = ml_node_get(card->front.root, "license_link");
		if (card->file->outside)
			continue;
		struct written written = { card, true, 0 };
		if (key && key->kind == ML_NODE_SCALAR)
			check_link(facts, sink, &written, ml_where_node(card->file, key), key->text, "'license_link'");
		check_document(facts, sink, card);
	}
}
