/*
 * What licenses ask of those who pass their material on: a line in a notice file,
 * words to be shown, the beginning of a name, a copy of the text. A duty binds who
 * ships weights made from another's model; who links or describes one owes nothing.
 */
#pragma once

#include "lint/facts/facts.h"

/* duties.c: the duties that are not met, as facts. After govern.c. *left: bytes that may still be read. */
void ml_duties_collect(struct ml_facts *facts, struct ml_arena *scratch, size_t *left);

/* A text as lower-case words of ASCII letters and digits, one blank around each; "©", "(c)" and "&copy;" are no words. */
struct ml_plain {
	const struct ml_file *file;
	const char *text;       /* NUL-terminated, begins and ends with a blank */
	size_t len;
	const uint32_t *source; /* for each byte of text where it stands in file->text */
};
/* duties_words.c: the words of file->text from an offset on. Lives in arena. */
void ml_plain_make(struct ml_plain *out, struct ml_arena *arena, const struct ml_file *file, size_t from);

enum ml_heard { ML_HEARD_NOT, ML_HEARD_PART, ML_HEARD_NEAR, ML_HEARD_WHOLE };
/*
 * How far a text says a line: word for word ("[…]" in line stands for any few words), NEAR with further words between, PART with
 * at least three of five of its words within as many and a few more. *times: how often WHOLE. *where: the first best place.
 * arena: has to live as long as the file, whose lines it keeps.
 */
enum ml_heard ml_plain_hear(const struct ml_plain *plain, struct ml_arena *arena, const char *line, size_t *times, struct ml_where *where);

/*
 * duties_name.c: whether a name of the own model begins as it has to, or as the base's own name does, which holds the prefix.
 * *seen: the name that does not, NULL where no name is known; *some: another name of it does begin so; *told: it is the repository's own.
 */
bool ml_name_begins(const struct ml_facts *facts, const char *prefix, const struct ml_base_model *base, const char **seen, bool *some, bool *told);
/* Whether the own name is that of the base, with nothing added but words for formats: a copy, or a conversion that changes nothing. */
bool ml_name_is_copy(const struct ml_facts *facts, const struct ml_base_model *base);
