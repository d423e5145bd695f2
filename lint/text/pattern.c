#include "lint/text/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8

#include <pcre2.h>
#include <stdint.h>
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

struct entry {
	const char *source; /* the address is the key; NULL for a free slot */
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
	for (size_t i = 0; i < set->cap; i++) {
		ml_literals_release(&set->entries[i].literals);
		pcre2_code_free(set->entries[i].code);
	}
	free(set->entries);
	pcre2_match_data_free(set->data);
	pcre2_match_context_free(set->context);
	pcre2_jit_stack_free(set->stack);
	ml_kept_free(set->kept);
	free(set);
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

static struct entry *entry_of(struct ml_patterns *set, const char *source)
{
	if (2 * set->nr >= set->cap)
		grow(set);
	struct entry *entry = slot_of(set->entries, set->cap, source);
	if (!entry->source) {
		*entry = (struct entry){ .source = source };
		ml_literals_init(&entry->literals, source);
		set->nr++;
	}
	return entry;
}

/* Compiling takes as long as searching a page, so it waits for a text that may match. */
static const pcre2_code *code_of(struct entry *entry)
{
	int error;
	size_t offset;

	if (!entry->compiled)
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
	if (!code_of(entry))
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

enum ml_match_result ml_pattern_find_among(struct ml_patterns *set, const char *source, struct ml_span subject, const struct ml_pairs *pairs,
					   struct ml_match *match)
{
	struct entry *entry = entry_of(set, source);

	return ml_literals_in(&entry->literals, subject, pairs) ? search(set, entry, subject, 0, match) : ML_MATCH_NONE;
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
