#include "rules/gen/gen.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/yaml.h"

#define GEN_FILE_MAX (64u << 20)

int gen_read(struct ml_span *out, struct ml_arena *arena, const char *path, struct ml_error *err)
{
	struct ml_buf buf;
	char chunk[16384];
	size_t got;
	int status = -1;
	FILE *file = fopen(path, "rb");

	if (!file)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot read '%s': %s", path, strerror(errno));
	ml_buf_init(&buf, GEN_FILE_MAX);
	while ((got = fread(chunk, 1, sizeof chunk, file)) > 0)
		ml_buf_add(&buf, chunk, got);
	if (ferror(file) || buf.full) {
		ml_error_set(err, ML_ERROR_UNJUDGED, "cannot read '%s': %s", path, buf.full ? "too large" : "input error");
		goto done;
	}
	*out = (struct ml_span){ ml_arena_dup(arena, ml_buf_span(&buf)), buf.len };
	status = 0;
done:
	ml_buf_release(&buf);
	fclose(file);
	return status;
}

int gen_read_yaml(const struct ml_node **out, struct ml_arena *arena, const char *path, struct ml_error *err)
{
	struct ml_span text;
	struct ml_parsed parsed;

	if (gen_read(&text, arena, path, err))
		return -1;
	ml_yaml_parse(arena, text, 1, &parsed);
	if (parsed.fault)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u:%u: %s", path, parsed.line, parsed.column, parsed.message);
	if (parsed.repeated_nr)
		return ml_error_set(err, ML_ERROR_USAGE, "%s:%u: repeated key '%.*s'", path, parsed.repeated[0].line,
				    ML_SPAN_ARG(parsed.repeated[0].key));
	*out = parsed.root;
	return 0;
}

int gen_write(const char *path, const struct ml_buf *buf, struct ml_error *err)
{
	if (buf->full)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot write '%s': too large", path);
	FILE *file = fopen(path, "wb");
	if (!file)
		return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot write '%s': %s", path, strerror(errno));
	size_t wrote = fwrite(buf->at, 1, buf->len, file);
	if (fclose(file) != 0 || wrote != buf->len) {
		remove(path);
		return ml_error_set(err, ML_ERROR_UNJUDGED, "cannot write '%s': %s", path, strerror(errno));
	}
	return 0;
}

void gen_literal(struct ml_buf *out, struct ml_span text)
{
	if (!text.at) {
		ml_buf_adds(out, "NULL");
		return;
	}
	ml_buf_addc(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c == '\n' && i + 1 < text.len)
			ml_buf_adds(out, "\\n\"\n\t\"");
		else if (c == '"' || c == '\\')
			ml_buf_addf(out, "\\%c", c);
		else if (c < 0x20 || c >= 0x7f || c == '?')
			ml_buf_addf(out, "\\%03o", c);
		else
			ml_buf_addc(out, (char)c);
	}
	ml_buf_addc(out, '"');
}

void gen_literal_c(struct ml_buf *out, const char *text)
{
	gen_literal(out, ml_span_of(text));
}
