#include "lint/facts/parts.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/lists.h"

#define PATH_MAX_BYTES 1024
#define OWN_NAME_MIN 3u /* bytes: shorter names are letters of other words */

/* Percent signs resolved, cut at '#' and '?'; false where it does not fit or holds a NUL. */
static bool decode(char out[PATH_MAX_BYTES], struct ml_span link)
{
	size_t nr = 0;

	for (size_t i = 0; i < link.len && link.at[i] != '#' && link.at[i] != '?'; i++) {
		char c = link.at[i];
		if (c == '%' && i + 2 < link.len && ml_hex_digit(link.at[i + 1]) >= 0 && ml_hex_digit(link.at[i + 2]) >= 0) {
			c = (char)(ml_hex_digit(link.at[i + 1]) * 16 + ml_hex_digit(link.at[i + 2]));
			i += 2;
		}
		if (!c || nr + 1 >= PATH_MAX_BYTES)
			return false;
		out[nr++] = c;
	}
	out[nr] = 0;
	return nr > 0;
}

/* The next part of a path up to '/', moving *at behind it. */
static struct ml_span next_part(const char **at)
{
	const char *from = *at, *slash = strchr(from, '/');
	size_t len = slash ? (size_t)(slash - from) : strlen(from);

	*at = slash ? slash + 1 : from + len;
	return (struct ml_span){ from, len };
}

/* Whether NAME of an address is this repository: the folder's name, the remote's, or a name that it goes by. */
static bool is_own_repository(const struct ml_facts *facts, struct ml_span name)
{
	const struct ml_tree *tree = facts->tree;
	struct ml_span remote = ml_span_of(tree->remote);

	if (ml_span_ends_nocase(name, ".git"))
		name.len -= 4;
	if (ml_span_ends_nocase(remote, ".git"))
		remote.len -= 4;
	if (!name.len)
		return false;
	if (ml_span_eq_nocase(name, ml_path_name(ml_span_of(tree->name))) || ml_span_eq_nocase(name, ml_path_name(remote)))
		return true;
	for (size_t i = 0; i < facts->identity_nr; i++)
		if (ml_span_eq_nocase(name, ml_span_of(facts->identity[i])))
			return true;
	return false;
}

/* The path behind an address of this repository, or NULL. */
static const char *own_path(const struct ml_facts *facts, const char *address)
{
	const struct ml_list *hosts = ml_list_of(facts->knowledge, ML_LIST_FILE_HOSTS);
	struct ml_span all = ml_span_of(address);

	if (ml_span_starts_nocase(all, "www."))
		address += 4, all = ml_span_of(address);
	for (size_t i = 0; i < hosts->nr; i++) {
		if (!ml_span_starts_nocase(all, hosts->at[i]))
			continue;
		const char *at = address + strlen(hosts->at[i]);
		next_part(&at);
		struct ml_span name = next_part(&at);
		if (hosts->as && hosts->as[i]) /* a part such as blob or resolve */
			next_part(&at);
		next_part(&at); /* the revision */
		return *at && is_own_repository(facts, name) ? at : NULL;
	}
	return NULL;
}

/* from's folder and path put together, "." and ".." resolved; false where it leaves the root or does not fit. */
static bool join(char out[PATH_MAX_BYTES], const char *from, const char *path)
{
	size_t folder = ml_path_folder(ml_span_of(from)), nr = folder ? folder - 1 : 0;

	if (*path == '/') {
		nr = 0;
		path++;
	}
	if (nr >= PATH_MAX_BYTES)
		return false;
	memcpy(out, from, nr);
	while (*path) {
		struct ml_span part = next_part(&path);
		if (!part.len || ml_span_is(part, "."))
			continue;
		if (ml_span_is(part, "..")) {
			if (!nr)
				return false;
			while (nr && out[nr - 1] != '/')
				nr--;
			if (nr)
				nr--;
			continue;
		}
		if (nr + part.len + 2 > PATH_MAX_BYTES)
			return false;
		if (nr)
			out[nr++] = '/';
		memcpy(out + nr, part.at, part.len);
		nr += part.len;
	}
	out[nr] = 0;
	return nr > 0;
}

const struct ml_file *ml_target_of(const struct ml_facts *facts, const struct ml_file *from, struct ml_span link)
{
	char decoded[PATH_MAX_BYTES], path[PATH_MAX_BYTES];
	size_t scheme = ml_span_find(link, "://");

	if (link.len && link.at[0] == '#')
		return NULL;
	if (scheme != SIZE_MAX || ml_span_starts(link, "//")) {
		if (!decode(decoded, ml_span_sub(link, scheme == SIZE_MAX ? 2 : scheme + 3, link.len)))
			return NULL;
		const char *own = own_path(facts, decoded);
		return own && join(path, "", own) ? ml_tree_find(facts->tree, path) : NULL;
	}
	if (!decode(decoded, link) || !join(path, from->path, decoded))
		return NULL;
	return ml_tree_find(facts->tree, path);
}

/* "Sky-Heron", "sky_heron" and "Sky Heron" are one name. */
static char name_byte(char c)
{
	return c == '-' || c == '_' ? ' ' : ml_lower(c);
}

/* "Sky Heron 2" is how "SkyHeron2" is written in prose. */
static bool is_apart(struct ml_span text, size_t at)
{
	return at && at + 1 < text.len && name_byte(text.at[at]) == ' ' && (ml_is_digit(text.at[at + 1]) || (text.at[at + 1] >= 'A' && text.at[at + 1] <= 'Z'));
}

static bool starts_word(struct ml_span text, size_t at, const char *word, size_t len)
{
	if (at && ml_is_alnum(text.at[at - 1]))
		return false;
	if (at + len > text.len)
		return false;
	for (size_t i = 0; i < len; i++, at++) {
		if (at < text.len && i && name_byte(text.at[at]) != name_byte(word[i]) && is_apart(text, at))
			at++;
		if (at >= text.len || name_byte(text.at[at]) != name_byte(word[i]))
			return false;
	}
	return true;
}

bool ml_is_own_name(const struct ml_facts *facts, struct ml_span name)
{
	for (size_t i = 0; i < facts->identity_nr; i++) {
		const char *own = facts->identity[i];
		size_t len = strlen(own);
		for (size_t at = 0; len >= OWN_NAME_MIN && at + len <= name.len; at++)
			if (starts_word(name, at, own, len))
				return true;
	}
	return false;
}
