/*
 * Arena: many small objects that die together. A run has one for what lives to
 * the report and a scratch one that is reset between files.
 *
 * Allocation never returns NULL: when memory ends, ml_oom is called, which does
 * not return (cmd/ sets one that prints a sentence and ends with status 3).
 * With ML_ARENA_PLAIN in the environment's build (the asan preset) every object
 * is a malloc of its own, so that the sanitizer sees each bound.
 */
#pragma once

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/base/span.h"

struct ml_arena;

/* What happens when memory ends. Must not return. Default: abort(). */
extern __attribute__((noreturn)) void (*ml_oom)(void);

#define ML_NEVER_NULL __attribute__((returns_nonnull))

ML_NEVER_NULL struct ml_arena *ml_arena_new(void);
void ml_arena_free(struct ml_arena *arena);  /* NULL is fine */
void ml_arena_reset(struct ml_arena *arena); /* drops all objects, keeps the first block */

/* size bytes of zeros, aligned for any type. size 0 gives a valid pointer. */
ML_NEVER_NULL void *ml_arena_alloc(struct ml_arena *arena, size_t size);
#define ml_arena_array(arena, type, nr) ((type *)ml_arena_alloc_array(arena, nr, sizeof(type)))
ML_NEVER_NULL void *ml_arena_alloc_array(struct ml_arena *arena, size_t nr, size_t size); /* checks the product */
/* The same without the zeros, for what is written before it is read: texts and large arrays. */
ML_NEVER_NULL void *ml_arena_raw(struct ml_arena *arena, size_t size);
#define ml_arena_raw_array(arena, type, nr) ((type *)ml_arena_raw_array_of(arena, nr, sizeof(type)))
ML_NEVER_NULL void *ml_arena_raw_array_of(struct ml_arena *arena, size_t nr, size_t size);
/* A NUL-terminated copy. */
ML_NEVER_NULL char *ml_arena_dup(struct ml_arena *arena, struct ml_span text);
ML_NEVER_NULL char *ml_arena_printf(struct ml_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
ML_NEVER_NULL char *ml_arena_vprintf(struct ml_arena *arena, const char *format, va_list args);

/*
 * Growing arrays in an arena. The array is three variables: pointer, count,
 * capacity. Appends value; the pointer may move, old copies stay readable.
 */
#define ML_PUSH(arena, array, nr, cap, value)                                                     \
	do {                                                                                      \
		if ((nr) == (cap))                                                                \
			(array) = ml_arena_grow(arena, array, nr, &(cap), sizeof *(array));       \
		(array)[(nr)++] = (value);                                                        \
	} while (0)
ML_NEVER_NULL void *ml_arena_grow(struct ml_arena *arena, const void *array, size_t nr, size_t *cap, size_t size);
/*
 * The same for an array of what a text of len bytes holds, nr of it in the first at bytes: room for what comes if the text goes on as it
 * began. An arena keeps each array that is given up, so of a large text doubling would cost as much again.
 */
ML_NEVER_NULL void *ml_arena_grow_by(struct ml_arena *arena, const void *array, size_t nr, size_t *cap, size_t size, size_t at, size_t len);
