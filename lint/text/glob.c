#include "lint/text/glob.h"

#include <string.h>

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

bool ml_glob_match(struct ml_span pattern, struct ml_span text, bool whole)
{
	struct matcher m = { whole, ML_LIMIT_GLOB_STEPS };
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

bool ml_glob_read(struct ml_glob *out, struct ml_span line)
{
	line = without_end(line);
	*out = (struct ml_glob){ 0 };
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

enum answer { UNSAID, OUT, IN };

/* What the last of the patterns that matches says. */
static enum answer ask(const struct ml_glob *globs, size_t nr, struct ml_span path, bool folder)
{
	const char *slash = memrchr(path.at, '/', path.len);
	struct ml_span name = slash ? ml_span_sub(path, (size_t)(slash - path.at) + 1, path.len) : path;

	for (size_t i = nr; i-- > 0;) {
		if (globs[i].folders && !folder)
			continue;
		if (ml_glob_match(globs[i].pattern, globs[i].whole ? path : name, globs[i].whole))
			return globs[i].again ? IN : OUT;
	}
	return UNSAID;
}

bool ml_globs_match(const struct ml_glob *globs, size_t nr, struct ml_span path)
{
	if (!path.len)
		return false;
	for (size_t i = 1; i < path.len; i++)
		if (path.at[i] == '/' && ask(globs, nr, ml_span_sub(path, 0, i), true) == OUT)
			return true;
	return ask(globs, nr, path, false) == OUT;
}
