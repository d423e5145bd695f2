/* Names that files beside the cards give: those of packages, and what headers of weights call the model. */
#include "lint/facts/identity.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/facts/parts.h"

#define PACKAGE_NAME_BYTES 4096u /* of a package file: its name stands near the top */
#define NAME_LETTERS_MAX 60u
#define SHARED_LETTERS 4u        /* fewer are found in too many words */

static bool holds(struct ml_arena *arena, struct ml_span text, struct ml_span part)
{
	return part.len >= SHARED_LETTERS && ml_span_find(text, ml_arena_dup(arena, part)) != SIZE_MAX;
}

/* Whether one of the names holds the letters, or is held by them. */
static bool meets(struct ml_arena *arena, struct ml_span letters, const char *const *names, size_t nr)
{
	for (size_t i = 0; i < nr; i++) {
		struct ml_span name = identity_letters(arena, ml_span_of(names[i]));
		if (holds(arena, letters, name) || holds(arena, name, letters))
			return true;
	}
	return false;
}

static bool is_of(const struct ml_facts *facts, const char *id, struct ml_span letters)
{
	struct identity_names names = { .arena = facts->arena, .knowledge = facts->knowledge };
	const char *slash = strrchr(id, '/');
	struct ml_span name = ml_span_of(slash ? slash + 1 : id);

	identity_add(&names, name, name);
	return meets(facts->arena, letters, names.at, names.nr);
}

/* A conversion keeps the name of what it was made from: that is not its own. */
static bool is_of_base(const struct ml_facts *facts, const struct ml_artifact *artifact, struct ml_span letters)
{
	for (size_t i = 0; i < facts->bases_nr; i++)
		if (is_of(facts, facts->bases[i].id, letters))
			return true;
	for (size_t i = 0; i < artifact->bases_nr; i++)
		if (is_of(facts, artifact->bases[i], letters))
			return true;
	return false;
}

/* Names of the model at the root; those of folders are their units'. */
static void add_headers(struct identity_names *names, const struct ml_facts *facts, struct ml_span owner)
{
	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i];
		struct ml_span name = artifact->name ? ml_span_of(artifact->name) : (struct ml_span){ NULL, 0 };
		if (!name.len || name.len > NAME_LETTERS_MAX || strchr(artifact->file->path, '/'))
			continue;
		if (!is_of_base(facts, artifact, identity_letters(facts->arena, name)))
			identity_add_stranger(names, name, owner);
	}
}

static bool is_name_byte(char c)
{
	return ml_is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '@' || c == '/';
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
		while (len < line.len && is_name_byte(line.at[len]))
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
		if (at != SIZE_MAX && !is_name_byte(at + strlen(told) < text.len ? text.at[at + strlen(told)] : '\n'))
			return true;
	}
	return false;
}

/* Package files are copied from forks with their names: only one that the card or the repository's own name bears out is believed. */
static void add_packages(struct identity_names *names, struct ml_facts *facts, struct ml_span owner)
{
	static const struct ml_artifact none = { 0 };

	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_PACKAGE || strchr(file->path, '/') || file->outside || file->size > ML_LIMIT_PACKAGE_BYTES)
			continue;
		ml_tree_read(facts->tree, file, 0);
		struct ml_span name = package_name(file->text);
		struct ml_span letters = identity_letters(facts->arena, name);
		if (letters.len < SHARED_LETTERS || letters.len > NAME_LETTERS_MAX || is_of_base(facts, &none, letters))
			continue;
		if (is_installed(facts, name) || meets(facts->arena, letters, facts->identity, facts->identity_nr))
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
	add_headers(&names, facts, owner);
	add_packages(&names, facts, owner);
	facts->identity = names.at;
	facts->identity_nr = names.nr;
}
