/* license_text ROOT ID: prints a known license text, for shell tests; status 77 (skip) where this machine has none. */
#include <stdint.h>
#include <stdio.h>

#include "tests/support/texts.h"

int main(int argc, char **argv)
{
	if (argc != 3) {
		fputs("usage: license_text ROOT ID\n", stderr);
		return 2;
	}
	struct ml_arena *arena = ml_arena_new();
	struct ml_span text = texts_license(arena, argv[1], argv[2]);
	int status = text.at ? 0 : 77;

	/* Some sources begin with a blank line: the same lines for all, since expected outputs name them. */
	for (size_t i = 0; text.at && i < text.len && ml_is_space(text.at[i]); i++)
		if (text.at[i] == '\n') {
			text = ml_span_sub(text, i + 1, text.len);
			i = SIZE_MAX;
		}
	if (text.at && fwrite(text.at, 1, text.len, stdout) != text.len)
		status = 1;
	else if (!text.at)
		fprintf(stderr, "SKIPPED: no text of the license '%s' on this machine\n", argv[2]);
	ml_arena_free(arena);
	return status;
}
