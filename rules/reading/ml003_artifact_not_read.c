#include "lint/check/rule.h"

/* What stands in a file's place, in words behind its path; NULL where it was read, or is none of the files that matter. */
static const char *unread_reason(const struct ml_file *file)
{
	switch (file->state) {
	case ML_FILE_LINK:
		return file->problem ? file->problem : "is a link that is not followed";
	case ML_FILE_SPECIAL:
		return file->problem ? file->problem : "is no file";
	case ML_FILE_POINTER:
		return "is a pointer, so its text was not read";
	case ML_FILE_TOO_LARGE:
		return "is larger than what is read of one file";
	default:
		if (file->role == ML_ROLE_LICENSE && file->state == ML_FILE_READ && !file->text.at && file->size)
			return "holds bytes that are no text, so its terms were not read";
		return file->role == ML_ROLE_LICENSE_PDF ? "is no text, so its terms were not read" : NULL;
	}
}

static bool matters(const struct ml_file *file)
{
	switch (file->role) {
	case ML_ROLE_LICENSE:
	case ML_ROLE_LICENSE_PDF:
	case ML_ROLE_NOTICE:
	case ML_ROLE_POLICY:
	case ML_ROLE_CARD:
		return !file->outside;
	default:
		return false;
	}
}

static void check_texts(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		const char *reason = matters(file) ? unread_reason(file) : NULL;
		if (!reason)
			continue;
		struct ml_finding *finding = ml_found(sink, (struct ml_where){ .file = file }, ML_CERTAINTY_EXACT, "%s", reason);
		if (file->role == ML_ROLE_LICENSE_PDF)
			ml_found_help(finding, "put the text beside it as a plain file, such as LICENSE");
		else if (file->state == ML_FILE_READ)
			ml_found_help(finding, "save it as plain text in UTF-8");
	}
}

/* One line for all weights: which of a hundred shards is a pointer says nothing more. */
static void check_weights(const struct ml_facts *facts, struct ml_sink *sink)
{
	const struct ml_artifact *first = NULL;
	size_t pointers = 0;

	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		if (!facts->artifacts[i].pointer)
			continue;
		first = first ? first : &facts->artifacts[i];
		pointers++;
	}
	if (!first)
		return;
	struct ml_finding *finding = ml_found(sink, (struct ml_where){ .file = first->file }, ML_CERTAINTY_EXACT,
					      "%zu of %zu weight file%s %s a pointer, so what stands inside was not read", pointers,
					      facts->artifacts_nr, facts->artifacts_nr == 1 ? "" : "s", pointers == 1 ? "is" : "are");
	ml_found_help(finding, "fetch the weights (git lfs pull) to have their headers read too");
}

/* What is no pointer and does not read as its format says: cut off, damaged, or made to mislead. */
static void check_headers(const struct ml_facts *facts, struct ml_sink *sink)
{
	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i];
		if (artifact->pointer || !artifact->unread || !artifact->file->size)
			continue;
		struct ml_finding *finding = ml_found(sink, (struct ml_where){ .file = artifact->file }, ML_CERTAINTY_EXACT,
						      "%s, so what it says of itself was not read", artifact->unread);
		ml_found_help(finding, "look whether the file is complete");
	}
}

void ml003_artifact_not_read(const struct ml_facts *facts, struct ml_sink *sink)
{
	check_texts(facts, sink);
	check_weights(facts, sink);
	check_headers(facts, sink);
}
