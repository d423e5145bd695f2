/* Scans for words of the knowledge (lint/text/scan.h), as tables. */
#include "rules/gen/gen.h"

#include "lint/base/sixteen.h"
#include "lint/text/scan.h"

static void put_numbers(struct ml_buf *out, const char *type, const char *name, const char *what, const uint32_t *numbers, size_t nr)
{
	ml_buf_addf(out, "static const %s gen_%s_%s[] = {", type, name, what);
	for (size_t i = 0; i < nr; i++)
		ml_buf_addf(out, "%s%u,", i % 16 ? " " : "\n\t", numbers[i]);
	ml_buf_adds(out, nr ? "\n};\n" : " 0 };\n");
}

static void put_known(struct ml_buf *out, const char *name, const uint8_t *known)
{
	ml_buf_addf(out, "static const uint8_t gen_%s_known[] = {", name);
	for (size_t i = 0; i < 1u << ML_GRAM_BITS; i++)
		ml_buf_addf(out, "%s%u,", i % 32 ? "" : "\n\t", known[i]);
	ml_buf_adds(out, "\n};\n");
}

static void put_marks(struct ml_buf *out, const char *name, const struct ml_scan *scan)
{
	ml_buf_addf(out, "static const struct ml_scan_mark gen_%s_marks[] = {\n", name);
	for (size_t i = 0; i < scan->marks_nr; i++) {
		const struct ml_scan_mark *mark = &scan->marks[i];
		ml_buf_addf(out, "\t{ 0x%x, 0x%x, %u, %u, %u, %u, %d, %d },\n", mark->bytes, mark->mask, mark->word, mark->len, mark->text,
			    mark->next, mark->ahead, mark->open);
	}
	ml_buf_adds(out, "\t{ 0 },\n};\n");
}

void gen_scan(struct ml_buf *out, const char *name, const struct ml_scan *scan)
{
	put_marks(out, name, scan);
	put_numbers(out, "uint32_t", name, "chains", scan->chains, scan->chains_mask + 1);
	put_known(out, name, scan->known);
	ml_buf_addf(out, "static const char gen_%s_letters[] = ", name);
	gen_literal(out, (struct ml_span){ scan->letters, scan->letters_nr });
	ml_buf_addf(out, ";\nstatic const struct ml_scan gen_%s = {\n\tgen_%s_letters, %zu, %zu, gen_%s_marks, %zu, gen_%s_chains, %u, gen_%s_known,\n\t{", name, name,
		    scan->letters_nr, scan->words_nr, name, scan->marks_nr, name, scan->chains_mask, name);
	for (size_t i = 0; i < ML_SCAN_SECONDS; i++)
		ml_buf_addf(out, " %u,", scan->open[i]);
	ml_buf_adds(out, " }\n};\n");
}
