/*
 * What --fix may change: edits that a check offers for its finding. It writes nothing: lint/fix makes new texts of them, cmd/ writes those.
 *
 * All edits of a finding are one fix, made together or not at all. Each function returns whether its edit can be made; where one cannot
 * (the file was converted or not read whole, is not the repository's own, its front matter has a form that a line cannot be added to),
 * the finding is left without a fix for good. Texts are copied into the facts' arena.
 */
#pragma once

#include "lint/check/place.h"
#include "lint/facts/facts.h"

struct ml_finding;

/* Bytes [from, to) of file->bytes, and what stands in their place; file NULL: a new file of that text. */
struct ml_edit {
	const char *path; /* from the scanned root */
	const struct ml_file *file;
	size_t from, to;
	struct ml_span text;
};

/* The fix is a matter of taste or needs a decision: it is made with --unsafe-fixes alone. Call it before or after the edits. */
void ml_fix_offer(struct ml_finding *finding);
/* Bytes [from, to) of file->text. */
bool ml_fix_replace(struct ml_finding *finding, const struct ml_file *file, size_t from, size_t to, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* Takes away an entry of a list with its quotes and its comma: the line where it stands alone on it, else its part of the line. */
bool ml_fix_drop_entry(struct ml_finding *finding, struct ml_where where);
/* A line behind the last one, with the line end that the file has. line: without one. */
bool ml_fix_append(struct ml_finding *finding, const struct ml_file *file, const char *line);
/*
 * A new file. text: words of our own, of the knowledge (a notice line), or of a file of this very tree (file->bytes): license texts are
 * only ever copied from one that stands here. Fails where the tree holds a file of that name, whatever its case.
 */
bool ml_fix_add_file(struct ml_finding *finding, const char *path, struct ml_span text);

/*
 * Front matter (fix_card.c). Comments, the order of keys, quotes, line ends and white space stay; each edit is tried out, and is only
 * offered where YAML then reads what was meant and nothing else.
 */

/* Sets a key of the card: its scalar value is replaced, an empty one is filled, a missing key is added on a line of its own. after: the key behind which the line goes where that is possible, else (and with NULL) it is the last. */
bool ml_fix_key(struct ml_finding *finding, const struct ml_card *card, const char *key, const char *value, const char *after);
/* Adds a key with a list of values, one a line. */
bool ml_fix_key_list(struct ml_finding *finding, const struct ml_card *card, const char *key, const char *const *values, size_t nr);
/* Takes away the line of a key whose scalar value stands on it. */
bool ml_fix_drop_key(struct ml_finding *finding, const struct ml_card *card, const char *key);
/* Replaces the scalar at that place (an entry of a list, a value), which reads old. */
bool ml_fix_scalar(struct ml_finding *finding, const struct ml_card *card, struct ml_where where, const char *old, const char *value);
/* The path by which front matter of the card links a file of its own folder, or NULL where it stands elsewhere. */
const char *ml_fix_link(const struct ml_card *card, const struct ml_file *file);
