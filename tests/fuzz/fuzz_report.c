#include "tests/fuzz/fuzz.h"
#include "tests/fuzz/memory.h"

#include <stdlib.h>
#include <string.h>

#include "lint/base/json.h"
#include "lint/base/limits.h"

/* The next part, up to a NUL. */
static struct ml_span take(struct ml_span *rest)
{
	const char *nul = rest->len ? memchr(rest->at, 0, rest->len) : NULL;
	size_t len = nul ? (size_t)(nul - rest->at) : rest->len;
	struct ml_span part = ml_span_sub(*rest, 0, len);
	*rest = ml_span_sub(*rest, nul ? len + 1 : len, rest->len);
	return part;
}

/* What log readers take for a command stands only where the reporter wrote it. */
static void hold_commands(struct ml_span text, bool github)
{
	for (size_t at = 0; at < text.len;) {
		struct ml_span line = ml_span_sub(text, at, text.len);
		size_t end = ml_span_find(line, "\n");
		line = ml_span_sub(line, 0, end);
		if (!github && ml_span_starts(line, "::"))
			abort();
		if (github && line.len && !ml_span_starts(line, "::error") && !ml_span_starts(line, "::warning") && !ml_span_starts(line, "::notice"))
			abort();
		at += line.len + 1;
	}
}

static void hold_report(struct ml_arena *arena, const char *name, struct ml_span text)
{
	struct ml_parsed parsed = { 0 };
	fuzz_hold_plain(text);
	if (ml_span_find(text, "##[") != SIZE_MAX && strcmp(name, "html") != 0)
		abort();
	if (!strcmp(name, "github") || !strcmp(name, "human") || !strcmp(name, "plain"))
		hold_commands(text, !strcmp(name, "github"));
	if (strcmp(name, "json") != 0 && strcmp(name, "sarif") != 0 && strcmp(name, "gitlab") != 0)
		return;
	ml_json_parse(arena, text, &parsed);
	if (!parsed.root)
		abort();
}

/* Every report on a repository whose paths and texts, in turn, stand between NULs. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct ml_report_options options = { .version = "0", .home = "https://example.org", .fail_on = ML_SEVERITY_ERROR, .rules = ml_rules };
	struct ml_span rest = { (const char *)bytes, len };
	struct fuzz_memory m;
	struct ml_result result;
	struct ml_buf out;
	fuzz_open(&m);
	while (rest.len) {
		const char *path = ml_arena_dup(m.arena, take(&rest));
		fuzz_file(&m, path, take(&rest));
	}
	fuzz_judge(&result, &m);
	for (size_t i = 0; i < ml_reporters_nr; i++) {
		ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
		ml_reporters[i].write(&out, &result, 1, &options);
		hold_report(m.arena, ml_reporters[i].name, ml_buf_span(&out));
		ml_buf_release(&out);
	}
	ml_buf_init(&out, ML_LIMIT_REPORT_BYTES);
	ml_report_badge(&out, &result);
	fuzz_hold_plain(ml_buf_span(&out));
	ml_buf_release(&out);
	fuzz_close(&m);
	return 0;
}
