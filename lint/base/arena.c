#include "lint/base/arena.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The first block is small: most scratch arenas hold one README. Later ones double up to the largest. */
#define BLOCK_FIRST ((size_t)64 << 10)
#define BLOCK_LARGEST ((size_t)1 << 20)
#define ALIGNMENT ((size_t)16)
#define PRINTED_BYTES 512 /* nearly all texts that are put together fit: they are printed once, not measured first */

struct block {
	struct block *next;
	size_t used, size; /* bytes of data */
	_Alignas(16) char data[];
};

struct ml_arena {
	struct block *blocks; /* newest first */
	size_t next_size;
};

__attribute__((noreturn)) static void end_of_memory(void)
{
	abort();
}

__attribute__((noreturn)) void (*ml_oom)(void) = end_of_memory;

static struct block *block_new(size_t size, struct block *next)
{
	struct block *block = size < SIZE_MAX - sizeof *block ? malloc(sizeof *block + size) : NULL;

	if (!block) {
		ml_oom();
		abort();
	}
	block->next = next;
	block->used = 0;
	block->size = size;
	return block;
}

struct ml_arena *ml_arena_new(void)
{
	struct ml_arena *arena = malloc(sizeof *arena);

	if (!arena) {
		ml_oom();
		abort();
	}
	arena->blocks = NULL;
	arena->next_size = BLOCK_FIRST;
	return arena;
}

static void blocks_free(struct block *block)
{
	while (block) {
		struct block *next = block->next;
		free(block);
		block = next;
	}
}

void ml_arena_free(struct ml_arena *arena)
{
	if (!arena)
		return;
	blocks_free(arena->blocks);
	free(arena);
}

void ml_arena_reset(struct ml_arena *arena)
{
#ifdef ML_ARENA_PLAIN
	blocks_free(arena->blocks);
	arena->blocks = NULL;
#else
	/* The newest block is the largest: keeping that one spares the next file its allocations. */
	if (!arena->blocks)
		return;
	blocks_free(arena->blocks->next);
	arena->blocks->next = NULL;
	arena->blocks->used = 0;
#endif
}

void *ml_arena_raw(struct ml_arena *arena, size_t size)
{
#ifdef ML_ARENA_PLAIN
	arena->blocks = block_new(size, arena->blocks);
	arena->blocks->used = size;
	return arena->blocks->data;
#else
	struct block *block = arena->blocks;
	size_t rounded = (size + ALIGNMENT - 1) & ~(ALIGNMENT - 1);

	if (rounded < size) {
		ml_oom();
		abort();
	}
	if (!block || block->size - block->used < rounded) {
		if (arena->next_size < rounded) {
			block = block_new(rounded, arena->blocks);
		} else {
			block = block_new(arena->next_size, arena->blocks);
			if (arena->next_size < BLOCK_LARGEST)
				arena->next_size *= 2;
		}
		arena->blocks = block;
	}
	char *at = block->data + block->used;
	block->used += rounded;
	return at;
#endif
}

void *ml_arena_alloc(struct ml_arena *arena, size_t size)
{
	return memset(ml_arena_raw(arena, size), 0, size);
}

static size_t product(size_t nr, size_t size)
{
	size_t bytes;

	if (__builtin_mul_overflow(nr, size, &bytes)) {
		ml_oom();
		abort();
	}
	return bytes;
}

void *ml_arena_alloc_array(struct ml_arena *arena, size_t nr, size_t size)
{
	return ml_arena_alloc(arena, product(nr, size));
}

void *ml_arena_raw_array_of(struct ml_arena *arena, size_t nr, size_t size)
{
	return ml_arena_raw(arena, product(nr, size));
}

char *ml_arena_dup(struct ml_arena *arena, struct ml_span text)
{
	char *copy = ml_arena_raw(arena, text.len + 1);

	if (text.len)
		memcpy(copy, text.at, text.len);
	copy[text.len] = '\0';
	return copy;
}

char *ml_arena_vprintf(struct ml_arena *arena, const char *format, va_list args)
{
	char first[PRINTED_BYTES];
	va_list again;
	va_copy(again, args);
	int len = vsnprintf(first, sizeof first, format, args);
	size_t size = (len > 0 ? (size_t)len : 0) + 1;
	char *text = ml_arena_raw(arena, size);

	if (len <= 0)
		text[0] = '\0';
	else if (size <= sizeof first)
		memcpy(text, first, size);
	else
		vsnprintf(text, size, format, again);
	va_end(again);
	return text;
}

char *ml_arena_printf(struct ml_arena *arena, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	char *text = ml_arena_vprintf(arena, format, args);
	va_end(args);
	return text;
}

void *ml_arena_grow(struct ml_arena *arena, const void *array, size_t nr, size_t *cap, size_t size)
{
	size_t wanted = *cap ? *cap * 2 : 8;
	void *grown = ml_arena_alloc_array(arena, wanted, size);

	if (nr)
		memcpy(grown, array, nr * size);
	*cap = wanted;
	return grown;
}

void *ml_arena_grow_by(struct ml_arena *arena, const void *array, size_t nr, size_t *cap, size_t size, size_t at, size_t len)
{
	/* The first few tell nothing yet. */
	if (at < 1 || nr < 1024)
		return ml_arena_grow(arena, array, nr, cap, size);
	double all = (double)nr * ((double)len / (double)at) * 1.05;
	size_t wanted = *cap + *cap / 4;
	if (all > (double)wanted && all < (double)len + 1024)
		wanted = (size_t)all;
	/* Not cleared: pages behind what is used cost nothing then. */
	void *grown = ml_arena_raw_array_of(arena, wanted, size);
	memcpy(grown, array, nr * size);
	*cap = wanted;
	return grown;
}
