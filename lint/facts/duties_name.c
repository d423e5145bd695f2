#include "lint/facts/duties.h"

#include <string.h>

#include "lint/facts/identity.h"
#include "lint/facts/lineage.h"
#include "lint/knowledge/lists.h"

#define NAME_BYTES 256u

/* Letters and digits alone, in lower case: "Llama 3" and "llama-3" are one. */
static size_t squeeze(char *out, struct ml_span name)
{
	size_t nr = 0;

	for (size_t i = 0; i < name.len && nr + 1 < NAME_BYTES; i++)
		if (ml_is_alnum(name.at[i]))
			out[nr++] = ml_lower(name.at[i]);
	out[nr] = '\0';
	return nr;
}

/* How the name of the base begins, as far as the prefix in it: "Meta-Llama-3" of Meta-Llama-3-8B; the maker's own names are fine. */
static void head_of(char *out, const char *prefix, const struct ml_base_model *base)
{
	char name[NAME_BYTES];

	*out = '\0';
	if (!base)
		return;
	squeeze(name, ml_id_name(ml_span_of(base->id)));
	const char *at = strstr(name, prefix);
	if (!at)
		return;
	size_t len = (size_t)(at - name) + strlen(prefix);
	memcpy(out, name, len);
	out[len] = '\0';
}

static bool begins(struct ml_span name, const char *prefix, const char *head)
{
	char own[NAME_BYTES];

	squeeze(own, name);
	return !strncmp(own, prefix, strlen(prefix)) || (*head && !strncmp(own, head, strlen(head)));
}

/* A heading as a name: without words around it, and with something that only names have. */
static struct ml_span title_name(const struct ml_facts *facts)
{
	struct ml_span title = facts->card ? identity_strip_title(facts->knowledge, facts->card->title) : (struct ml_span){ 0 };
	size_t words = 1, end = 0;
	bool marked = false;

	for (; end < title.len && !strchr(":|(,", title.at[end]); end++) {
		words += ml_is_space(title.at[end]);
		marked |= ml_is_digit(title.at[end]) || title.at[end] == '-';
	}
	title = ml_span_trim(ml_span_sub(title, 0, end));
	return marked && words <= 5 ? title : (struct ml_span){ 0 };
}

static bool is_same(struct ml_span a, struct ml_span b)
{
	char x[NAME_BYTES], y[NAME_BYTES];

	return squeeze(x, a) && squeeze(y, b) && !strcmp(x, y);
}

/* The name of a unit's folder; absent for the repository as a whole. */
static struct ml_span folder_name(const struct ml_facts *facts)
{
	struct ml_span folder = ml_span_of(facts->folder);

	return folder.len ? ml_id_name(ml_span_sub(folder, 0, folder.len - 1)) : folder;
}

/* The repository's own name, where it is more than that of a folder on somebody's disk: by its remote, a cache, or a title that says the same. */
static struct ml_span repository_name(const struct ml_facts *facts)
{
	struct ml_span remote = ml_span_of(facts->tree->remote), name = ml_span_of(facts->tree->name), title = title_name(facts);

	/* One model of several is not named as all of them are. */
	if (facts->folder)
		return (struct ml_span){ 0 };
	if (ml_span_ends_nocase(remote, ".git"))
		remote.len -= 4;
	if (remote.len)
		return ml_id_name(remote);
	return ml_span_find(name, "/") != SIZE_MAX || is_same(name, title) ? ml_id_name(name) : (struct ml_span){ 0 };
}

bool ml_name_begins(const struct ml_facts *facts, const char *prefix, const struct ml_base_model *base, const char **seen, bool *some, bool *told)
{
	struct ml_span own = repository_name(facts), folder = folder_name(facts), title = title_name(facts);
	char wanted[NAME_BYTES], head[NAME_BYTES];

	if (!title.len)
		title = folder;
	squeeze(wanted, ml_span_of(prefix));
	head_of(head, wanted, base);
	*told = own.len > 0;
	*seen = own.len || title.len ? ml_arena_dup(facts->arena, own.len ? own : title) : NULL;
	*some = begins(ml_id_name(ml_span_of(facts->tree->name)), wanted, head) || begins(title, wanted, head) || begins(folder, wanted, head);
	for (size_t i = 0; i < facts->artifacts_nr && !*some; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i];
		*some = begins(ml_span_of(artifact->name), wanted, head) || begins(ml_id_name(ml_span_of(artifact->file->path)), wanted, head);
	}
	return begins(own.len ? own : title, wanted, head);
}

/* Whether only words that a conversion adds are left of a name, squeezed. */
static bool is_all_formats(const struct ml_knowledge *knowledge, struct ml_span rest)
{
	while (rest.len) {
		const char *format = ml_list_start(knowledge, ML_LIST_CONVERSIONS, rest);
		if (!format)
			return false;
		rest = ml_span_sub(rest, strlen(format), rest.len);
	}
	return true;
}

bool ml_name_is_copy(const struct ml_facts *facts, const struct ml_base_model *base)
{
	struct ml_span own = repository_name(facts);
	char mine[NAME_BYTES], name[NAME_BYTES];
	size_t len = squeeze(name, ml_id_name(ml_span_of(base->id)));

	struct ml_span title = title_name(facts);

	struct ml_span whole = { mine, squeeze(mine, own.len ? own : title.len ? title : folder_name(facts)) };
	return len && ml_span_starts(whole, name) && is_all_formats(facts->knowledge, ml_span_sub(whole, len, whole.len));
}
