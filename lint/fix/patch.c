#include "lint/fix/patch.h"

#include <string.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"

/* The edits of one round, whole fixes each. */
struct chosen {
	const struct ml_edit **at;
	size_t nr, cap;
};

/* Two insertions at one place count as well: which of them comes first would be chance. */
static bool do_meet(const struct ml_edit *a, const struct ml_edit *b)
{
	if (strcmp(a->path, b->path) != 0)
		return false;
	if (!a->file || !b->file)
		return true;
	return a->from == b->from || (a->from < b->to && b->from < a->to);
}

static bool meets_any(const struct chosen *chosen, size_t nr, const struct ml_edit *edit)
{
	for (size_t i = 0; i < nr; i++)
		if (do_meet(chosen->at[i], edit))
			return true;
	return false;
}

static bool is_done(const struct ml_fixed *fixed, const char *fingerprint)
{
	for (size_t i = 0; i < fixed->done_nr; i++)
		if (!strcmp(fixed->done[i], fingerprint))
			return true;
	return false;
}

/* All edits of a fix, or none; those of the fix itself may stand at one place, in their order. */
static bool choose(struct chosen *chosen, struct ml_arena *arena, const struct ml_finding *finding)
{
	size_t others = chosen->nr;

	for (size_t i = 0; i < finding->fix_nr; i++)
		if (meets_any(chosen, others, &finding->fix[i]))
			return false;
	for (size_t i = 0; i < finding->fix_nr; i++)
		ML_PUSH(arena, chosen->at, chosen->nr, chosen->cap, &finding->fix[i]);
	return true;
}

/* By path and place; edits of one place in the order in which they were offered. */
static void order(struct chosen *chosen)
{
	for (size_t i = 1; i < chosen->nr; i++) {
		const struct ml_edit *edit = chosen->at[i];
		size_t k = i;
		for (; k; k--) {
			int path = strcmp(chosen->at[k - 1]->path, edit->path);
			if (path < 0 || (!path && chosen->at[k - 1]->from <= edit->from))
				break;
			chosen->at[k] = chosen->at[k - 1];
		}
		chosen->at[k] = edit;
	}
}

static struct ml_patch *patch_of(struct ml_fixed *fixed, const struct ml_edit *edit)
{
	size_t at = 0;

	while (at < fixed->patches_nr && strcmp(fixed->patches[at].path, edit->path) < 0)
		at++;
	if (at < fixed->patches_nr && !strcmp(fixed->patches[at].path, edit->path))
		return &fixed->patches[at];
	struct ml_patch patch = { .path = edit->path, .added = !edit->file, .before = { "", 0 } };
	if (edit->file)
		patch.before = edit->file->bytes;
	ML_PUSH(fixed->arena, fixed->patches, fixed->patches_nr, fixed->patches_cap, patch);
	memmove(&fixed->patches[at + 1], &fixed->patches[at], (fixed->patches_nr - 1 - at) * sizeof patch);
	fixed->patches[at] = patch;
	return &fixed->patches[at];
}

/* The new bytes of the file that edits[0..nr) are for. */
static void apply(struct ml_fixed *fixed, const struct ml_edit *const *edits, size_t nr)
{
	struct ml_span bytes = edits[0]->file ? edits[0]->file->bytes : (struct ml_span){ "", 0 };
	struct ml_patch *patch = patch_of(fixed, edits[0]);
	struct ml_buf out;
	size_t at = 0;

	ml_buf_init(&out, SIZE_MAX / 2);
	for (size_t i = 0; i < nr; i++) {
		ml_buf_add_span(&out, ml_span_sub(bytes, at, edits[i]->from));
		ml_buf_add_span(&out, edits[i]->text);
		at = edits[i]->to;
	}
	ml_buf_add_span(&out, ml_span_sub(bytes, at, bytes.len));
	patch->after = (struct ml_span){ ml_arena_dup(fixed->arena, ml_buf_span(&out)), out.len };
	ml_buf_release(&out);
}

size_t ml_fix_round(struct ml_fixed *fixed, const struct ml_verdict *verdict, bool offered)
{
	struct chosen chosen = { 0 };
	size_t made = 0, nr;

	for (size_t i = 0; i < verdict->findings_nr && chosen.nr < ML_LIMIT_EDITS_ROUND; i++) {
		const struct ml_finding *finding = &verdict->findings[i];
		if (!finding->fix_nr || (finding->offered && !offered) || is_done(fixed, finding->fingerprint) ||
		    !choose(&chosen, fixed->arena, finding))
			continue;
		const char *fingerprint = finding->fingerprint;
		ML_PUSH(fixed->arena, fixed->done, fixed->done_nr, fixed->done_cap, fingerprint);
		made++;
	}
	order(&chosen);
	for (size_t i = 0; i < chosen.nr; i += nr) {
		for (nr = 1; i + nr < chosen.nr && !strcmp(chosen.at[i + nr]->path, chosen.at[i]->path); nr++)
			;
		apply(fixed, &chosen.at[i], nr);
	}
	return made;
}
