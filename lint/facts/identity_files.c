/* Names that files beside the cards give: those of packages, and what headers of weights call the model. */
#include "lint/facts/identity.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/lineage.h"
#include "lint/facts/parts.h"

#define PACKAGE_NAME_BYTES 4096u /* of a package file: its name stands near the top */
#define NAME_LETTERS_MAX 60u
#define SHARED_LETTERS 4u        /* fewer are found in too many words */
#define HEADERS_MAX 32u          /* whose names are believed: where more say one, they are those of many models */

/* The letters of names, taken once: each name of a file is held against all of them. */
struct letters {
	struct ml_span *at;
	size_t nr, cap;
};

static bool holds(struct ml_span text, struct ml_span part)
{
	return part.len >= SHARED_LETTERS && memmem(text.at, text.len, part.at, part.len);
}

/* Whether one of the names holds the letters, or is held by them. */
static bool meets(struct ml_span letters, const struct letters *names)
{
	for (size_t i = 0; i < names->nr; i++)
		if (holds(letters, names->at[i]) || holds(names->at[i], letters))
			return true;
	return false;
}

static void take(struct letters *to, struct ml_arena *arena, const char *const *names, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		ML_PUSH(arena, to->at, to->nr, to->cap, identity_letters(arena, ml_span_of(names[i])));
}

static void take_base(struct letters *to, const struct ml_facts *facts, const char *id)
{
	struct identity_names names = { .arena = facts->arena, .knowledge = facts->knowledge };
	const char *slash = strrchr(id, '/');
	struct ml_span name = ml_span_of(slash ? slash + 1 : id);

	identity_add(&names, name, name);
	take(to, facts->arena, names.at, names.nr);
}

/* A conversion keeps the name of what it was made from: that is not its own. */
static struct letters letters_of_bases(const struct ml_facts *facts)
{
	struct letters all = { .nr = 0 };

	for (size_t i = 0; i < facts->bases_nr; i++)
		take_base(&all, facts, facts->bases[i].id);
	return all;
}

static bool is_of_own_base(const struct ml_facts *facts, const struct ml_artifact *artifact, struct ml_span letters)
{
	struct letters own = { .nr = 0 };

	for (size_t i = 0; i < artifact->bases_nr; i++)
		take_base(&own, facts, artifact->bases[i]);
	return meets(letters, &own);
}

/* Names of the model at the root; those of folders are their units'. */
static void add_headers(struct identity_names *names, const struct ml_facts *facts, struct ml_span owner, const struct letters *bases)
{
	size_t nr = 0;

	for (size_t i = 0; i < facts->artifacts_nr && nr < HEADERS_MAX; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i];
		struct ml_span name = artifact->name ? ml_span_of(artifact->name) : (struct ml_span){ NULL, 0 };
		if (!name.len || name.len > NAME_LETTERS_MAX || strchr(artifact->file->path, '/'))
			continue;
		struct ml_span letters = identity_letters(facts->arena, name);
		nr++;
		if (!meets(letters, bases) && !is_of_own_base(facts, artifact, letters))
			identity_add_stranger(names, name, owner);
	}
}

/* Of a package's name: "@marsh/heron". */
static bool is_package_byte(char c)
{
	return ml_is_id_byte(c) || c == '@';
}

static struct ml_span skip(struct ml_span text, const char *bytes)
{
	while (text.len && strchr(bytes, text.at[0]))
		text = ml_span_sub(text, 1, text.len);
	return text;
}

/* name = "heron", "name": "@marsh/heron", name="heron": the first line of the kind, as all formats of packages have it. */
static struct ml_span package_name(struct ml_span text)
{
	for (text = ml_span_sub(text, 0, PACKAGE_NAME_BYTES); text.len;) {
		size_t end = ml_span_find(text, "\n");
		struct ml_span line = skip(ml_span_sub(text, 0, end), " \t{\"'");
		text = ml_span_sub(text, end == SIZE_MAX ? text.len : end + 1, text.len);
		if (!ml_span_starts(line, "name"))
			continue;
		line = skip(ml_span_sub(line, 4, line.len), " \t\"'");
		if (!line.len || (line.at[0] != '=' && line.at[0] != ':'))
			continue;
		line = skip(ml_span_sub(line, 1, line.len), " \t\"'");
		size_t len = 0;
		while (len < line.len && is_package_byte(line.at[len]))
			len++;
		return ml_span_sub(line, 0, len);
	}
	return (struct ml_span){ NULL, 0 };
}

/* "pip install heron-speech" in the card: readers know the repository by that name. */
static bool is_installed(const struct ml_facts *facts, struct ml_span name)
{
	const char *told = ml_arena_printf(facts->arena, "install %.*s", ML_SPAN_ARG(name));

	for (size_t i = 0; i < facts->cards_nr; i++) {
		struct ml_span text = facts->cards[i].primary && facts->cards[i].file ? facts->cards[i].file->text : (struct ml_span){ NULL, 0 };
		size_t at = ml_span_find(text, told);
		if (at != SIZE_MAX && !is_package_byte(at + strlen(told) < text.len ? text.at[at + strlen(told)] : '\n'))
			return true;
	}
	return false;
}

/* Package files are copied from forks with their names: only one that the card or the repository's own name bears out is believed. */
static void add_packages(struct identity_names *names, struct ml_facts *facts, struct ml_span owner, const struct letters *bases)
{
	struct letters own = { .nr = 0 };

	take(&own, facts->arena, facts->identity, facts->identity_nr);
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_PACKAGE || strchr(file->path, '/') || file->outside || file->size > ML_LIMIT_PACKAGE_BYTES)
			continue;
		ml_tree_read(facts->tree, file, 0);
		struct ml_span name = package_name(file->text);
		struct ml_span letters = identity_letters(facts->arena, name);
		if (letters.len < SHARED_LETTERS || letters.len > NAME_LETTERS_MAX || meets(letters, bases))
			continue;
		if (is_installed(facts, name) || meets(letters, &own))
			identity_add_stranger(names, name, owner);
	}
}

void ml_identity_of_files(struct ml_facts *facts)
{
	struct identity_names names = { .arena = facts->arena, .knowledge = facts->knowledge };
	struct ml_span owner = facts->tree ? ml_span_of(facts->tree->owner) : (struct ml_span){ NULL, 0 };

	if (!facts->tree)
		return;
	for (size_t i = 0; i < facts->identity_nr; i++)
		ML_PUSH(facts->arena, names.at, names.nr, names.cap, facts->identity[i]);
	struct letters bases = letters_of_bases(facts);
	add_headers(&names, facts, owner, &bases);
	add_packages(&names, facts, owner, &bases);
	facts->identity = names.at;
	facts->identity_nr = names.nr;
}
