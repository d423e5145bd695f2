#include "lint/knowledge/licenses.h"

#include <stdlib.h>
#include <string.h>

#include "lint/knowledge/license_words.h"
#include "lint/knowledge/lists.h"

enum kind { KIND_NAME = 1, KIND_ID, KIND_URL };

#define NAME_WORDS 16  /* of the longest name */
#define URL_MAX 300    /* bytes of an address that are looked at */
#define BETWEEN_MAX 3  /* bytes between two words of one name in prose */

static uint64_t hash_bytes(enum kind kind, struct ml_span text)
{
	uint64_t hash = name_hash_start(kind);

	for (size_t i = 0; i < text.len; i++)
		hash = (hash ^ (unsigned char)ml_lower(text.at[i])) * UINT64_C(0x100000001b3);
	return hash ^ hash >> 32;
}

/* Whether a name may begin with the words of that hash. */
static bool may_begin(const struct ml_names *names, uint64_t hash)
{
	return names->begin[(hash >> 6) % ML_NAMES_BEGIN] >> (hash & 63) & 1;
}

/* The row of that hash, or NULL. */
static const struct ml_name *find(const struct ml_names *names, uint64_t hash)
{
	size_t low = 0, high = names ? names->nr : 0;

	while (low < high) {
		size_t middle = (low + high) / 2;
		if (names->at[middle].hash == hash)
			return &names->at[middle];
		if (names->at[middle].hash < hash)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static const struct ml_license *license_of(const struct ml_knowledge *knowledge, uint64_t hash)
{
	const struct ml_name *name = find(knowledge->names, hash);

	return name && name->license < knowledge->licenses_nr ? ml_license_at(knowledge, name->license) : NULL;
}

const struct ml_license *ml_license_by_id(const struct ml_knowledge *knowledge, struct ml_span id)
{
	return id.len ? license_of(knowledge, hash_bytes(KIND_ID, id)) : NULL;
}

/* The hash of a whole name, and the number of its words; sets the bits of its beginnings where asked for. 0 words: nothing is left of it. */
static uint64_t hash_name(struct ml_span text, uint64_t *begin, size_t *words_nr)
{
	struct name_word word;
	uint64_t hash = name_hash_start(KIND_NAME);
	size_t at = 0;

	*words_nr = 0;
	while (name_word_next(text, &at, &word)) {
		if (word.dropped)
			continue;
		hash = name_hash_add(hash, word.hash);
		if (begin)
			begin[(hash >> 6) % ML_NAMES_BEGIN] |= UINT64_C(1) << (hash & 63);
		++*words_nr;
	}
	return hash;
}

static const struct ml_license *by_words(const struct ml_knowledge *knowledge, struct ml_span name)
{
	struct name_word word;
	uint64_t hash = name_hash_start(KIND_NAME);
	size_t at = 0;
	bool words = false;

	while (knowledge->names && name_word_next(name, &at, &word)) {
		if (word.dropped)
			continue;
		hash = name_hash_add(hash, word.hash);
		if (!may_begin(knowledge->names, hash))
			return NULL;
		words = true;
	}
	return words ? license_of(knowledge, hash) : NULL;
}

const struct ml_license *ml_license_by_name(const struct ml_knowledge *knowledge, struct ml_span name, bool *exact_id)
{
	const struct ml_license *license;
	size_t open;

	name = ml_span_trim(name);
	license = ml_license_by_id(knowledge, name);
	if (exact_id)
		*exact_id = license && (ml_span_is(name, license->id) || (license->hub && ml_span_is(name, license->hub)));
	if (!license)
		license = by_words(knowledge, name);
	if (!license && (open = ml_span_find(name, "(")) != SIZE_MAX && open > 0)
		license = by_words(knowledge, ml_span_sub(name, 0, open));
	return license;
}

static const struct ml_license *shares_bytes(const struct ml_knowledge *knowledge, enum kind kind, const char *text, const char **what)
{
	const struct ml_license *license = text ? license_of(knowledge, hash_bytes(kind, ml_span_of(text))) : NULL;

	if (license)
		*what = text;
	return license;
}

static const struct ml_license *shares_name(const struct ml_knowledge *knowledge, const char *text, const char **what)
{
	const struct ml_license *license = text ? by_words(knowledge, ml_span_of(text)) : NULL;

	if (license)
		*what = text;
	return license;
}

const struct ml_license *ml_license_shared(const struct ml_knowledge *knowledge, const struct ml_license *candidate, const char **what)
{
	const char *const names[] = { candidate->id, candidate->spdx, candidate->hub, candidate->name };
	const struct ml_license *found = NULL;

	for (size_t i = 0; i < 3 && !found; i++)
		found = shares_bytes(knowledge, KIND_ID, names[i], what);
	for (size_t i = 0; i < 4 && !found; i++)
		found = shares_name(knowledge, names[i], what);
	for (size_t i = 0; i < candidate->aliases_nr && !found; i++)
		found = shares_name(knowledge, candidate->aliases[i], what);
	for (size_t i = 0; i < candidate->urls_nr && !found; i++)
		found = shares_bytes(knowledge, KIND_URL, candidate->urls[i], what);
	return found;
}

/* An address without what says nothing: scheme, "www.", query, fragment, slash at the end. */
static struct ml_span bare_url(struct ml_span url)
{
	size_t end;

	url = ml_span_trim(url);
	if (ml_span_starts_nocase(url, "https://"))
		url = ml_span_sub(url, 8, url.len);
	else if (ml_span_starts_nocase(url, "http://"))
		url = ml_span_sub(url, 7, url.len);
	if (ml_span_starts_nocase(url, "www."))
		url = ml_span_sub(url, 4, url.len);
	for (end = 0; end < url.len && end < URL_MAX && !strchr("?#<>\"' ", url.at[end]); end++)
		;
	while (end > 0 && strchr("/.,;:)", url.at[end - 1]))
		end--;
	return ml_span_sub(url, 0, end);
}

static struct ml_span without_last(struct ml_span url)
{
	size_t end = url.len;

	while (end > 0 && url.at[end - 1] != '/')
		end--;
	return ml_span_sub(url, 0, end ? end - 1 : 0);
}

/* The last part of an address without ".txt", ".html", ".md", ".php". */
static struct ml_span without_extension(struct ml_span url)
{
	static const char *const extensions[] = { ".txt", ".html", ".htm", ".php", ".md", ".en", "-license" };

	for (size_t i = 0; i < sizeof extensions / sizeof *extensions; i++)
		if (ml_span_ends_nocase(url, extensions[i]))
			return ml_span_sub(url, 0, url.len - strlen(extensions[i]));
	return url;
}

const struct ml_license *ml_license_by_url(const struct ml_knowledge *knowledge, struct ml_span url)
{
	struct ml_span bare = bare_url(url);
	const struct ml_license *license = NULL;

	/* The text's own page, its file form, and the page above it (/legalcode, /deed.fr). */
	for (int step = 0; step < 4 && bare.len && !license; step++) {
		license = license_of(knowledge, hash_bytes(KIND_URL, bare));
		if (!license)
			license = license_of(knowledge, hash_bytes(KIND_URL, without_extension(bare)));
		size_t slashes = 0;
		for (size_t i = 0; i < bare.len; i++)
			slashes += bare.at[i] == '/';
		if (slashes < 2)
			break;
		bare = without_last(bare);
	}
	return license;
}

/* Whether two words can be of one name: little stands between them, and no end of a sentence. */
static bool joins(struct ml_span text, size_t from, size_t to)
{
	if (to - from > BETWEEN_MAX)
		return false;
	for (size_t i = from; i < to; i++)
		if (strchr(";:|\n", text.at[i]) || (text.at[i] == '.' && i + 1 < to))
			return false;
	return true;
}

struct reading {
	struct ml_span text;
	const struct ml_knowledge *knowledge;
	int licensing; /* whether the text speaks of it: -1 not looked yet */
	bool told;     /* where it stands says so */
};

/* "MIT Press", "MIT CSAIL". */
static bool goes_on_in_capitals(struct ml_span text, size_t at)
{
	return at + 1 < text.len && text.at[at] == ' ' && text.at[at + 1] >= 'A' && text.at[at + 1] <= 'Z';
}

/* Whether a name found in prose is meant as one. */
static bool is_meant(struct reading *r, const struct ml_name *name, size_t from, size_t to, bool license_word)
{
	if (license_word)
		return true;
	if (!(name->flags & ML_NAME_PROSE))
		return false;
	if (!(name->flags & ML_NAME_CASE))
		return true;
	if (ml_span_hash(ml_span_sub(r->text, from, to)) != name->exact)
		return false;
	if (r->licensing < 0)
		r->licensing = ml_list_in(r->knowledge, ML_LIST_LICENSING, r->text);
	return r->licensing > 0 || (r->told && !goes_on_in_capitals(r->text, to));
}

/* Behind a name: "License", "Agreement", "协议" belong to it. */
static bool take_license_words(struct ml_span text, size_t *to)
{
	struct name_word word;
	bool taken = false;

	for (size_t at = *to; name_word_next(text, &at, &word) && word.dropped && joins(text, *to, word.from); *to = word.to) {
		if (!word.license || text.at[word.from - 1] == '/')
			break;
		taken = true;
	}
	return taken;
}

/* The longest name that starts with the word first. */
static const struct ml_name *longest(struct reading *r, struct name_word first, size_t *to)
{
	const struct ml_name *best = NULL;
	struct name_word word = first;
	uint64_t hash = name_hash_start(KIND_NAME);
	size_t at = first.to, end;
	bool license = false;

	for (size_t words = 0; words < NAME_WORDS;) {
		if (!word.dropped) {
			hash = name_hash_add(hash, word.hash);
			words++;
			if (!may_begin(r->knowledge->names, hash))
				break;
			const struct ml_name *name = find(r->knowledge->names, hash);
			size_t behind = word.to;
			bool told = name && (take_license_words(r->text, &behind) || license);
			if (name && name->words == words && is_meant(r, name, first.from, word.to, told)) {
				best = name;
				*to = behind;
			}
		}
		license |= word.license && (word.from == 0 || r->text.at[word.from - 1] != '/');
		end = word.to;
		if (!name_word_next(r->text, &at, &word) || !joins(r->text, end, word.from))
			break;
	}
	return best;
}

bool ml_license_mention_next(const struct ml_knowledge *knowledge, struct ml_span text, size_t *at, struct ml_license_mention *mention, bool told)
{
	struct reading r = { text, knowledge, -1, told };
	struct name_word word;

	while (r.knowledge->names && name_word_next(text, at, &word)) {
		const struct ml_name *name;
		size_t to;
		if (word.dropped || !may_begin(r.knowledge->names, name_hash_add(name_hash_start(KIND_NAME), word.hash)))
			continue;
		if (word.from > 0 && (ml_is_alnum(text.at[word.from - 1]) || text.at[word.from - 1] == '_'))
			continue;
		name = longest(&r, word, &to);
		if (!name || (to < text.len && ml_is_alnum(text.at[to]) && ml_is_alpha(text.at[to - 1])))
			continue;
		*mention = (struct ml_license_mention){ ml_license_at(knowledge, name->license), word.from, to };
		*at = to;
		return true;
	}
	return false;
}

/* The table in the making. */
struct maker {
	struct ml_arena *arena;
	const struct ml_license *licenses;
	struct ml_name *at;
	size_t nr, cap;
	uint64_t *begin;
};

static void add_bytes(struct maker *m, enum kind kind, size_t license, const char *text)
{
	struct ml_name name = { .hash = hash_bytes(kind, ml_span_of(text)), .license = (uint16_t)license };

	if (text)
		ML_PUSH(m->arena, m->at, m->nr, m->cap, name);
}

/* Whether a name holds a word that says "license": then prose has to hold one as well. */
static bool says_license(struct ml_span text)
{
	struct name_word word;

	for (size_t at = 0; name_word_next(text, &at, &word);)
		if (word.license)
			return true;
	return false;
}

static void add_name(struct maker *m, size_t license, const char *text, bool alias)
{
	struct ml_span span = ml_span_of(text);
	struct ml_name name = { .license = (uint16_t)license };
	size_t words;

	if (!text || m->licenses[license].placeholder)
		return;
	name.hash = hash_name(span, m->begin, &words);
	if (words == 0 || words > NAME_WORDS)
		return;
	name.words = (uint8_t)words;
	if (alias && !says_license(span))
		name.flags = ML_NAME_PROSE;
	if (words == 1) {
		name.flags |= ML_NAME_CASE;
		name.exact = ml_span_hash(span);
	}
	ML_PUSH(m->arena, m->at, m->nr, m->cap, name);
}

static int by_hash(const void *a, const void *b)
{
	const struct ml_name *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	if (x->license != y->license)
		return x->license < y->license ? -1 : 1;
	return (int)y->flags - (int)x->flags; /* the one that may stand in prose first */
}

/* Joins rows of the same hash and license; rows of two licenses are an error. */
static int join(struct maker *m, struct ml_error *err)
{
	size_t nr = 0;

	if (m->nr)
		qsort(m->at, m->nr, sizeof *m->at, by_hash);
	for (size_t i = 0; i < m->nr; i++) {
		if (nr == 0 || m->at[nr - 1].hash != m->at[i].hash) {
			m->at[nr++] = m->at[i];
			continue;
		}
		if (m->at[nr - 1].license != m->at[i].license)
			return ml_error_set(err, ML_ERROR_USAGE, "licenses '%s' and '%s' share an id, a name or an address",
					    m->licenses[m->at[nr - 1].license].id, m->licenses[m->at[i].license].id);
	}
	m->nr = nr;
	return 0;
}

int ml_names_make(struct ml_names *out, struct ml_arena *arena, const struct ml_license *licenses, size_t nr, struct ml_error *err)
{
	struct maker m = { .arena = arena, .licenses = licenses, .begin = ml_arena_array(arena, uint64_t, ML_NAMES_BEGIN) };

	if (nr > UINT16_MAX)
		return ml_error_set(err, ML_ERROR_USAGE, "too many licenses: %zu", nr);
	for (size_t i = 0; i < nr; i++) {
		const struct ml_license *license = &licenses[i];
		add_bytes(&m, KIND_ID, i, license->id);
		add_bytes(&m, KIND_ID, i, license->spdx);
		add_bytes(&m, KIND_ID, i, license->hub);
		add_name(&m, i, license->id, false);
		add_name(&m, i, license->spdx, false);
		add_name(&m, i, license->name, false);
		for (size_t k = 0; k < license->aliases_nr; k++)
			add_name(&m, i, license->aliases[k], true);
		for (size_t k = 0; k < license->urls_nr; k++)
			add_bytes(&m, KIND_URL, i, license->urls[k]);
	}
	if (join(&m, err))
		return -1;
	*out = (struct ml_names){ m.at, m.nr, m.begin };
	return 0;
}
