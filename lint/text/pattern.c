#include "lint/text/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8

#include <pcre2.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/base/arena.h"
#include "lint/base/codepoint.h"
#include "lint/base/limits.h"
#include "lint/text/literals.h"

#define OPTIONS (PCRE2_CASELESS | PCRE2_UTF | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C)

/*
 * Machine code pays after so many bytes: making it takes 5 to 17 us a pattern and
 * spares 1 to 6 ns a byte (eight claim patterns over a README, in pieces of 200 bytes).
 */
#define JIT_AFTER_BYTES 4096

/* PCRE2 counts its steps anew at each place of the subject, so the longer it is, the fewer each may take. */
#define FULL_STEPS_BYTES 16384u
#define FEWEST_STEPS 5000u

#define JIT_STACK_FIRST (32u << 10)
#define JIT_STACK_MAX (512u << 10)
#define HEAP_KIBIBYTES (16u << 10)
#define LIBRARY_BYTES 128u

struct entry {
	const char *source; /* the address is the key; NULL for a free slot */
	const struct ml_pattern_made *made; /* or NULL */
	struct ml_literals literals;
	pcre2_code *code;   /* NULL before a text may match, and where source is no pattern */
	size_t searched;    /* bytes */
	bool compiled, jit_tried;
};

struct ml_patterns {
	struct entry *entries; /* open addressing, a power of two */
	size_t nr, cap;
	pcre2_match_data *data;
	pcre2_match_context *context;
	pcre2_jit_stack *stack; /* made with the first machine code */
	struct ml_kept *kept;   /* NULL before it is asked for */
	const struct ml_patterns_made *made; /* or NULL */
	bool readable;          /* the library at hand wrote their codes */
};

struct ml_patterns *ml_patterns_new(void)
{
	struct ml_patterns *set = calloc(1, sizeof *set);

	if (!set)
		ml_oom();
	return set;
}

void ml_patterns_free(struct ml_patterns *set)
{
	if (!set)
		return;
	for (size_t i = 0; i < set->cap; i++)
		pcre2_code_free(set->entries[i].code);
	free(set->entries);
	pcre2_match_data_free(set->data);
	pcre2_match_context_free(set->context);
	pcre2_jit_stack_free(set->stack);
	ml_kept_free(set->kept);
	free(set);
}

void ml_patterns_use(struct ml_patterns *set, const struct ml_patterns_made *made)
{
	char library[LIBRARY_BYTES];

	if (made)
		ml_pattern_library(library, sizeof library);
	set->made = made;
	set->readable = made && strcmp(made->library, library) == 0;
}

struct ml_kept *ml_patterns_kept(struct ml_patterns *set)
{
	if (set && !set->kept)
		set->kept = ml_kept_new();
	return set ? set->kept : NULL;
}

static pcre2_code *compile(const char *source, int *error, size_t *offset)
{
	PCRE2_SIZE at = 0;
	pcre2_code *code = pcre2_compile((PCRE2_SPTR)source, strlen(source), OPTIONS, error, &at, NULL);

	if (!code && *error == PCRE2_ERROR_HEAP_FAILED)
		ml_oom();
	*offset = at;
	return code;
}

static struct entry *slot_of(struct entry *entries, size_t cap, const char *source)
{
	size_t i = (size_t)((uint64_t)(uintptr_t)source * UINT64_C(0x9E3779B97F4A7C15) >> 32) & (cap - 1);

	while (entries[i].source && entries[i].source != source)
		i = (i + 1) & (cap - 1);
	return &entries[i];
}

static void grow(struct ml_patterns *set)
{
	size_t cap = set->cap ? 2 * set->cap : 128;
	struct entry *entries = calloc(cap, sizeof *entries);

	if (!entries)
		ml_oom();
	for (size_t i = 0; i < set->cap; i++)
		if (set->entries[i].source)
			*slot_of(entries, cap, set->entries[i].source) = set->entries[i];
	free(set->entries);
	set->entries = entries;
	set->cap = cap;
}

static int by_hash(const void *hash, const void *made)
{
	uint64_t a = *(const uint64_t *)hash, b = ((const struct ml_pattern_made *)made)->hash;

	return (a > b) - (a < b);
}

static void read_literals(struct ml_patterns *set, struct entry *entry)
{
	const struct ml_patterns_made *all = set->made;
	uint64_t hash = all ? ml_pattern_hash(entry->source) : 0;
	const struct ml_pattern_made *made = all ? bsearch(&hash, all->at, all->nr, sizeof *all->at, by_hash) : NULL;

	entry->made = made;
	if (made)
		entry->literals = (struct ml_literals){ all->letters + made->letters, all->words + made->words, all->sets + made->sets, made->words_nr, made->sets_nr };
	else
		ml_literals_read(&entry->literals, ml_kept_arena(ml_patterns_kept(set)), entry->source);
}

static struct entry *entry_of(struct ml_patterns *set, const char *source)
{
	if (2 * set->nr >= set->cap)
		grow(set);
	struct entry *entry = slot_of(set->entries, set->cap, source);
	if (!entry->source) {
		*entry = (struct entry){ .source = source };
		read_literals(set, entry);
		set->nr++;
	}
	return entry;
}

/* The code that the build wrote; NULL where there is none for this library. */
static pcre2_code *read_code(const struct ml_patterns *set, const struct entry *entry)
{
	const struct ml_patterns_made *all = set->made;
	pcre2_code *code = NULL;

	if (!entry->made || !set->readable)
		return NULL;
	unsigned char *bytes = malloc(all->head_len + entry->made->code_len);
	if (!bytes)
		ml_oom();
	memcpy(bytes, all->head, all->head_len);
	memcpy(bytes + all->head_len, all->codes + entry->made->code, entry->made->code_len);
	bool read = pcre2_serialize_decode(&code, 1, bytes, NULL) == 1;
	free(bytes);
	return read ? code : NULL;
}

/* Compiling takes as long as searching a page, so it waits for a text that may match. */
static const pcre2_code *code_of(const struct ml_patterns *set, struct entry *entry)
{
	int error;
	size_t offset;

	if (!entry->compiled)
		entry->code = read_code(set, entry);
	if (!entry->compiled && !entry->code)
		entry->code = compile(entry->source, &error, &offset);
	entry->compiled = true;
	return entry->code;
}

static void prepare(struct ml_patterns *set)
{
	set->data = pcre2_match_data_create(ML_PATTERN_GROUPS, NULL);
	set->context = pcre2_match_context_create(NULL);
	if (!set->data || !set->context)
		ml_oom();
	pcre2_set_depth_limit(set->context, ML_LIMIT_MATCH_DEPTH);
	pcre2_set_heap_limit(set->context, HEAP_KIBIBYTES);
}

static void make_machine_code(struct ml_patterns *set, struct entry *entry)
{
	entry->jit_tried = true;
	if (pcre2_jit_compile(entry->code, PCRE2_JIT_COMPLETE) != 0 || set->stack)
		return; /* where the machine forbids it, the pattern is interpreted on */
	set->stack = pcre2_jit_stack_create(JIT_STACK_FIRST, JIT_STACK_MAX, NULL);
	if (set->stack)
		pcre2_jit_stack_assign(set->context, NULL, set->stack);
}

static uint32_t steps_for(size_t bytes)
{
	if (bytes <= FULL_STEPS_BYTES)
		return ML_LIMIT_MATCH_STEPS;
	uint64_t steps = (uint64_t)ML_LIMIT_MATCH_STEPS * FULL_STEPS_BYTES / bytes;
	return steps < FEWEST_STEPS ? FEWEST_STEPS : (uint32_t)steps;
}

static void fill(struct ml_match *match, pcre2_match_data *data, size_t groups_nr)
{
	const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(data);

	*match = (struct ml_match){ .groups_nr = groups_nr };
	for (size_t i = 0; i < ML_PATTERN_GROUPS; i++) {
		bool set = i < groups_nr && ends[2 * i] != PCRE2_UNSET;
		match->group[i].from = set ? ends[2 * i] : 1;
		match->group[i].to = set ? ends[2 * i + 1] : 0;
	}
	/* "\K" in a look-ahead can put the start behind the end. */
	if (match->group[0].to < match->group[0].from)
		match->group[0].to = match->group[0].from;
	match->from = match->group[0].from;
	match->to = match->group[0].to;
}

static enum ml_match_result search(struct ml_patterns *set, struct entry *entry, struct ml_span subject, size_t start, struct ml_match *match)
{
	if (!code_of(set, entry))
		return ML_MATCH_UNDECIDED;
	if (!set->data)
		prepare(set);
	entry->searched += subject.len - start;
	if (!entry->jit_tried && entry->searched > JIT_AFTER_BYTES)
		make_machine_code(set, entry);
	pcre2_set_match_limit(set->context, steps_for(subject.len - start));
	int found = pcre2_match(entry->code, (PCRE2_SPTR)(subject.at ? subject.at : ""), subject.len, start, PCRE2_NO_UTF_CHECK,
				set->data, set->context);
	if (found == PCRE2_ERROR_NOMATCH)
		return ML_MATCH_NONE;
	if (found == PCRE2_ERROR_NOMEMORY)
		ml_oom();
	if (found < 0)
		return ML_MATCH_UNDECIDED;
	fill(match, set->data, found ? (size_t)found : ML_PATTERN_GROUPS);
	return ML_MATCH_FOUND;
}

enum ml_match_result ml_pattern_find(struct ml_patterns *set, const char *source, struct ml_span subject, size_t start,
				     struct ml_match *match)
{
	struct entry *entry = entry_of(set, source);

	start = ml_codepoint_end(subject.at, start, subject.len);
	if (start > subject.len || !ml_literals_in(&entry->literals, ml_span_sub(subject, start, subject.len), NULL))
		return ML_MATCH_NONE;
	return search(set, entry, subject, start, match);
}

enum ml_match_result ml_pattern_find_among(struct ml_patterns *set, const char *source, struct ml_span subject, const struct ml_triples *triples,
					   struct ml_match *match)
{
	struct entry *entry = entry_of(set, source);

	return ml_literals_in(&entry->literals, subject, triples) ? search(set, entry, subject, 0, match) : ML_MATCH_NONE;
}

int ml_pattern_check(const char *source, struct ml_error *err)
{
	int error = 0;
	size_t offset = 0;
	char message[128] = "";
	pcre2_code *code = compile(source, &error, &offset);

	if (!code) {
		pcre2_get_error_message(error, (PCRE2_UCHAR *)message, sizeof message);
		return ml_error_set(err, ML_ERROR_USAGE, "bad pattern at byte %zu: %s: '%s'", offset + 1, message, source);
	}
	pcre2_code_free(code);
	return 0;
}

uint64_t ml_pattern_hash(const char *source)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *source; source++)
		hash = (hash ^ (unsigned char)*source) * UINT64_C(0x100000001b3);
	return hash;
}

/* Versions with their dates, and the sizes that are laid down when the library is built. */
void ml_pattern_library(char *out, size_t size)
{
	char version[64] = "", unicode[64] = "";
	uint32_t link = 0;

	if (pcre2_config(PCRE2_CONFIG_VERSION, NULL) < (int)sizeof version)
		pcre2_config(PCRE2_CONFIG_VERSION, version);
	if (pcre2_config(PCRE2_CONFIG_UNICODE_VERSION, NULL) < (int)sizeof unicode)
		pcre2_config(PCRE2_CONFIG_UNICODE_VERSION, unicode);
	pcre2_config(PCRE2_CONFIG_LINKSIZE, &link);
	snprintf(out, size, "%s, Unicode %s, links of %u bytes, sizes of %zu", version, unicode, link, sizeof(size_t));
}

size_t ml_pattern_write(struct ml_buf *out, const char *source)
{
	int error;
	size_t offset, len = 0;
	uint8_t *bytes = NULL;
	PCRE2_SIZE bytes_nr = 0;
	pcre2_code *code = compile(source, &error, &offset);
	const pcre2_code *codes[] = { code };

	if (code && pcre2_serialize_encode(codes, 1, &bytes, &bytes_nr, NULL) == 1 && pcre2_pattern_info(code, PCRE2_INFO_SIZE, &len) == 0)
		ml_buf_add(out, (const char *)bytes, bytes_nr);
	pcre2_serialize_free(bytes);
	pcre2_code_free(code);
	return len;
}
