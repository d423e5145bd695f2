#include "lint/source/ignore.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "lint/base/limits.h"

struct matcher {
	bool whole;
	size_t steps; /* left: past them nothing matches */
};

/* [abc], [!a-z]: *at stands behind "[". Moves behind "]"; false also where the class never ends. */
static bool in_class(struct ml_span p, size_t *at, unsigned char c)
{
	size_t i = *at;
	bool not = i < p.len && (p.at[i] == '!' || p.at[i] == '^');
	bool found = false;
	i += not;
	for (size_t start = i; i < p.len && (p.at[i] != ']' || i == start); i++) {
		if (p.at[i] == '\\' && i + 1 < p.len)
			i++;
		unsigned char low = (unsigned char)p.at[i], high = low;
		if (i + 2 < p.len && p.at[i + 1] == '-' && p.at[i + 2] != ']') {
			i += 2;
			high = (unsigned char)p.at[i];
		}
		found |= c >= low && c <= high;
	}
	*at = i + 1;
	return i < p.len && found != not;
}

/* One sign of the pattern other than a star against one byte; *pi moves behind it. */
static bool match_one(struct ml_span p, size_t *pi, char c, bool whole)
{
	char sign = p.at[(*pi)++];
	if (sign == '?')
		return !(whole && c == '/');
	if (sign == '[')
		return in_class(p, pi, (unsigned char)c) && !(whole && c == '/');
	if (sign == '\\' && *pi < p.len)
		sign = p.at[(*pi)++];
	return sign == c;
}

/* What a run of stars at pi stands for: any bytes (**), or bytes of one name (*). *pi moves behind it; *folders for a "**" that a slash follows. */
static bool stars(struct ml_span p, size_t *pi, bool whole, bool *folders)
{
	size_t from = *pi;
	while (*pi < p.len && p.at[*pi] == '*')
		(*pi)++;
	bool own = *pi - from >= 2 && (from == 0 || p.at[from - 1] == '/');
	*folders = own && *pi < p.len && p.at[*pi] == '/';
	if (*folders)
		(*pi)++;
	return !whole || (own && (*folders || *pi == p.len));
}

/* Where to go on after a mismatch: behind the last star, one byte (or one folder) further on. */
struct retry {
	size_t pattern, text;
	bool set, folders;
};

static bool step_back(struct retry *retry, struct ml_span text, bool whole)
{
	if (!retry->set || retry->text >= text.len)
		return false;
	if (retry->folders) {
		const char *slash = memchr(text.at + retry->text, '/', text.len - retry->text);
		if (!slash)
			return false;
		retry->text = (size_t)(slash - text.at) + 1;
		return true;
	}
	if (whole && text.at[retry->text] == '/')
		return false;
	retry->text++;
	return true;
}

/* Two places to go back to are enough: a star within a name gives way to the last ** before it. */
static bool match(struct matcher *m, struct ml_span p, struct ml_span t)
{
	struct retry any = { 0 }, name = { 0 };
	size_t pi = 0, ti = 0;
	while (m->steps--) {
		if (pi == p.len && ti == t.len)
			return true;
		if (pi < p.len && p.at[pi] == '*') {
			bool folders;
			bool free_run = stars(p, &pi, m->whole, &folders);
			struct retry *retry = free_run ? &any : &name;
			*retry = (struct retry){ pi, ti, true, folders };
			if (free_run)
				name.set = false;
			continue;
		}
		if (pi < p.len && ti < t.len && match_one(p, &pi, t.at[ti], m->whole)) {
			ti++;
			continue;
		}
		struct retry *retry = step_back(&name, t, true) ? &name : step_back(&any, t, false) ? &any : NULL;
		if (!retry)
			return false;
		if (retry == &any)
			name.set = false;
		pi = retry->pattern;
		ti = retry->text;
	}
	return false;
}

bool ml_ignore_match(struct ml_span pattern, struct ml_span text, bool whole)
{
	struct matcher m = { whole, ML_LIMIT_IGNORE_STEPS };
	return match(&m, pattern, text);
}

/* Spaces at the end count only behind a backslash. */
static struct ml_span without_end(struct ml_span line)
{
	while (line.len && (line.at[line.len - 1] == '\r' || line.at[line.len - 1] == ' ')) {
		if (line.len > 1 && line.at[line.len - 2] == '\\')
			break;
		line.len--;
	}
	return line;
}

static bool read_rule(struct ml_ignore_rule *out, struct ml_span line)
{
	line = without_end(line);
	*out = (struct ml_ignore_rule){ 0 };
	if (!line.len || line.at[0] == '#')
		return false;
	if (line.at[0] == '!') {
		out->again = true;
		line = ml_span_sub(line, 1, line.len);
	}
	if (ml_span_ends(line, "/")) {
		out->folders = true;
		line.len--;
	}
	out->whole = line.len && memchr(line.at, '/', line.len);
	if (ml_span_starts(line, "/"))
		line = ml_span_sub(line, 1, line.len);
	out->pattern = line;
	return line.len > 0;
}

static void add_file(struct ml_ignore *ignore, struct ml_span folder, struct ml_span text)
{
	struct ml_ignore_rule *rules = NULL;
	size_t nr = 0, cap = 0;
	if (ml_span_starts(text, "\xef\xbb\xbf"))
		text = ml_span_sub(text, 3, text.len);
	while (text.len && ignore->rules_nr < ML_LIMIT_IGNORE_LINES) {
		const char *end = memchr(text.at, '\n', text.len);
		size_t len = end ? (size_t)(end - text.at) : text.len;
		struct ml_ignore_rule rule;
		if (read_rule(&rule, ml_span_sub(text, 0, len))) {
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
		const struct ml_ignore_rule *rule = &file->rules[i];
		if (rule->folders && !folder)
			continue;
		if (ml_ignore_match(rule->pattern, rule->whole ? below : name, rule->whole))
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
