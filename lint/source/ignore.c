#include "lint/source/ignore.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"

static void add_file(struct ml_ignore *ignore, struct ml_span folder, struct ml_span text)
{
	struct ml_glob *rules = NULL;
	size_t nr = 0, cap = 0;
	if (ml_span_starts(text, "\xef\xbb\xbf"))
		text = ml_span_sub(text, 3, text.len);
	while (text.len && ignore->rules_nr < ML_LIMIT_IGNORE_LINES) {
		const char *end = memchr(text.at, '\n', text.len);
		size_t len = end ? (size_t)(end - text.at) : text.len;
		struct ml_glob rule;
		if (ml_glob_read(&rule, ml_span_sub(text, 0, len))) {
			ML_PUSH(ignore->arena, rules, nr, cap, rule);
			ignore->rules_nr++;
		}
		text = ml_span_sub(text, end ? len + 1 : len, text.len);
	}
	struct ml_ignore_file file = { folder, rules, nr };
	ML_PUSH(ignore->arena, ignore->files, ignore->files_nr, ignore->files_cap, file);
}

void ml_ignore_init(struct ml_ignore *ignore, struct ml_root *top, struct ml_span exclude)
{
	*ignore = (struct ml_ignore){ .arena = top->arena, .top = top };
	add_file(ignore, (struct ml_span){ "", 0 }, exclude);
}

/* The rules of a folder's .gitignore; a link in its place is not followed (neither does git). */
static const struct ml_ignore_file *rules_of(struct ml_ignore *ignore, struct ml_span folder)
{
	for (size_t i = 1; i < ignore->files_nr; i++)
		if (ml_span_eq(ignore->files[i].folder, folder))
			return &ignore->files[i];
	struct ml_span text = { NULL, 0 };
	struct stat st;
	int at = ml_root_folder(ignore->top, folder);
	if (at >= 0 && fstatat(at, ".gitignore", &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode))
		ml_slurp_at(&text, ignore->arena, at, ".gitignore", ML_LIMIT_GIT_BYTES / 16);
	add_file(ignore, folder, text);
	return &ignore->files[ignore->files_nr - 1];
}

enum answer { UNSAID, OUT, IN };

static enum answer ask(const struct ml_ignore_file *file, struct ml_span path, bool folder)
{
	struct ml_span below = ml_span_sub(path, file->folder.len ? file->folder.len + 1 : 0, path.len);
	const char *slash = memrchr(path.at, '/', path.len);
	struct ml_span name = slash ? ml_span_sub(path, (size_t)(slash - path.at) + 1, path.len) : path;
	for (size_t i = file->rules_nr; i-- > 0;) {
		const struct ml_glob *rule = &file->rules[i];
		if (rule->folders && !folder)
			continue;
		if (ml_glob_match(rule->pattern, rule->whole ? below : name, rule->whole))
			return rule->again ? IN : OUT;
	}
	return UNSAID;
}

/* The deepest .gitignore that says anything decides; info/exclude comes last. */
static bool one_ignored(struct ml_ignore *ignore, struct ml_span path, bool folder)
{
	struct ml_span at = path;
	enum answer answer = UNSAID;
	while (answer == UNSAID && at.len) {
		const char *slash = memrchr(at.at, '/', at.len);
		at.len = slash ? (size_t)(slash - at.at) : 0;
		answer = ask(rules_of(ignore, at), path, folder);
	}
	if (answer == UNSAID)
		answer = ask(&ignore->files[0], path, folder);
	return answer == OUT;
}

bool ml_ignored(struct ml_ignore *ignore, const char *path)
{
	struct ml_span whole = ml_span_of(path);
	for (size_t i = 1; i < whole.len; i++)
		if (whole.at[i] == '/' && one_ignored(ignore, ml_span_sub(whole, 0, i), true))
			return true;
	return whole.len && one_ignored(ignore, whole, false);
}
