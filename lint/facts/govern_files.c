#include "lint/facts/govern.h"

#include <stdint.h>
#include <string.h>

#include "lint/facts/lineage.h"
#include "lint/facts/statements.h"
#include "lint/knowledge/lists.h"
#include "lint/knowledge/models.h"
#include "lint/text/utf8.h"

#define HEADING_BYTES 200 /* of a part of a file that tell whose it is */
#define NR(array) (sizeof(array) / sizeof *(array))

static bool is_at_root(const struct ml_facts *facts, const struct ml_file *file)
{
	return file->above || ml_at_root(facts, file);
}

/* The root itself, a folder of the root that is there for licenses (LICENSES/, model_licenses/), or weights/LICENSE-WEIGHTS. */
static bool is_in_view(const struct ml_facts *facts, const struct ml_file *file)
{
	const char *path = ml_inner_path(facts, file), *slash = strchr(path, '/');

	if (is_at_root(facts, file))
		return true;
	struct ml_span folder = { path, (size_t)(slash - path) };
	if (strchr(slash + 1, '/'))
		return false;
	return ml_span_find_nocase(folder, "licen") != SIZE_MAX ||
	       ((ml_role_scope(ml_span_of(slash + 1)) & ML_SCOPE_WEIGHTS) && ml_list_has(facts->knowledge, ML_LIST_WEIGHTS_FOLDERS, folder));
}

static bool is_license_file(const struct ml_file *file)
{
	return file && !file->outside && (file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_LICENSE_PDF);
}

/* LICENSE, COPYING and the like, with no more than the ending of a text behind it: the place where everybody looks first. */
static bool is_main_name(const char *path)
{
	static const char *const stems[] = { "license", "licence", "copying", "unlicense", "unlicence" };
	static const char *const endings[] = { "", ".md", ".txt", ".rst", ".html", ".markdown" };
	struct ml_span name = ml_span_of(path);

	for (size_t i = 0; i < NR(stems); i++) {
		if (!ml_span_starts_nocase(name, stems[i]))
			continue;
		struct ml_span rest = ml_span_sub(name, strlen(stems[i]), name.len);
		for (size_t k = 0; k < NR(endings); k++)
			if (ml_span_is_nocase(rest, endings[k]))
				return true;
	}
	return false;
}

/* What a license file holds: its text, or the license that it names or points to. */
static bool is_file_fact(const struct ml_license_fact *fact)
{
	return fact->evidence != ML_EVIDENCE_BADGE && is_license_file(fact->where.file);
}

static bool has_term(const struct ml_license_fact *fact, enum ml_term_id id)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].id == id)
			return true;
	return false;
}

/* Whether a part begins as lists of what others made do: "Third-party components". */
static bool is_of_others(const struct ml_facts *facts, const struct ml_license_fact *part)
{
	struct ml_span rest = part->where.file->text;

	for (uint32_t line = 1; line < part->where.line && rest.len; line++) {
		const char *end = memchr(rest.at, '\n', rest.len);
		rest = ml_span_sub(rest, end ? (size_t)(end - rest.at) + 1 : rest.len, rest.len);
	}
	rest = ml_span_sub(rest, 0, HEADING_BYTES);
	return ml_list_in(facts->knowledge, ML_LIST_OTHERS_HEADINGS, rest) || ml_list_in(facts->knowledge, ML_LIST_FOREIGN, rest);
}

/* Whether a part that no known text explains takes away what the known one beside it grants. */
static bool limits_beside(const struct ml_facts *facts, const struct ml_license_fact *part, const struct ml_license_fact *known)
{
	if (part->license || part->match != ML_MATCHED_NONE || part->reference || !part->where.line || is_of_others(facts, part))
		return false;
	for (size_t i = 0; i < part->terms_nr; i++)
		if (facts->knowledge->terms[part->terms[i].id].contradicts && !has_term(known, part->terms[i].id))
			return true;
	return false;
}

/* Of two licenses that one file names, the one for the weights goes first: "the code is under MIT, the weights under CC BY-NC 4.0". */
static bool is_before(const struct ml_license_fact *fact, const struct ml_license_fact *other)
{
	bool weights = fact->scope & ML_SCOPE_WEIGHTS;

	if (fact->reference && other->reference && weights != (bool)(other->scope & ML_SCOPE_WEIGHTS))
		return weights;
	return fact->where.line < other->where.line;
}

const struct ml_license_fact *ml_text_of_file(const struct ml_facts *facts, const struct ml_file *file)
{
	const struct ml_license_fact *found = NULL;
	size_t known = 0;

	for (size_t i = 0; file && i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->where.file != file || !is_file_fact(fact))
			continue;
		known += fact->license != NULL;
		if (!found || (fact->license && is_before(fact, found)))
			found = fact;
	}
	/* Of several known texts one may be another's: what stands between them limits nobody knows what. */
	for (size_t i = 0; found && found->license && known == 1 && i < facts->licenses_nr; i++)
		if (facts->licenses[i].where.file == file && is_file_fact(&facts->licenses[i]) && limits_beside(facts, &facts->licenses[i], found))
			return &facts->licenses[i];
	return found;
}

/* Whether a fact is what its file says: its one text, one of the licenses that it names for parts of their own, or a part of its SPDX expression. */
static bool stands_for_file(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	const struct ml_license_fact *text = ml_text_of_file(facts, fact->where.file);

	if (text == fact)
		return true;
	/* A known text, and a sentence beside it on a part that it leaves out. */
	if (text && text->license && fact->license && text->reference != fact->reference && !(fact->scope & text->scope))
		return true;
	if (!text || !text->reference)
		return false;
	/* Limits in words of the file's own, on what no license is named for. */
	if (!fact->license && fact->scope_stated && text->scope_stated && !(fact->scope & text->scope))
		return true;
	if (!fact->reference || !fact->license)
		return false;
	bool joined = fact->evidence == ML_EVIDENCE_HEADER || (fact->alternative && fact->alternative == text->alternative);
	return joined || (fact->scope_stated && !ml_role_scope(ml_span_of(fact->where.file->path)));
}

/* The name of a license file without the word that makes it one: "llama2" of LICENSE_llama2.md and of llama2-LICENSE. */
static struct ml_span bare_name(const char *path)
{
	static const char *const words[] = { "license", "licence" };
	static const char *const endings[] = { ".md", ".txt", ".rst", ".html", ".markdown" };
	struct ml_span name = ml_span_of(path);

	for (size_t i = 0; i < NR(endings); i++)
		if (name.len > strlen(endings[i]) && ml_span_is_nocase(ml_span_sub(name, name.len - strlen(endings[i]), name.len), endings[i]))
			name.len -= strlen(endings[i]);
	for (size_t i = 0; i < NR(words); i++) {
		size_t at = ml_span_find_nocase(name, words[i]), len = strlen(words[i]);
		if (at == 0)
			name = ml_span_sub(name, len, name.len);
		else if (at != SIZE_MAX && at + len == name.len)
			name = ml_span_sub(name, 0, at);
	}
	while (name.len && !ml_is_alnum(name.at[0]))
		name = ml_span_sub(name, 1, name.len);
	while (name.len && !ml_is_alnum(name.at[name.len - 1]))
		name.len--;
	return name;
}

/* LICENSE_llama2 in a toolkit that offers no model: the terms of a model that its users bring. */
static bool is_of_used_model(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	if (facts->offer != ML_OFFER_NONE || !is_file_fact(fact) || is_main_name(fact->where.file->path) || fact->scope_stated)
		return false;
	struct ml_span name = bare_name(fact->where.file->path);
	const struct ml_model *model = name.len ? ml_model_by_name(facts->knowledge, name) : NULL;
	return model && !ml_is_own_maker(facts, ml_span_of(model->id));
}

/* The texts of the root that no name limits: the main ones, and where there are none all others. */
static bool is_plain(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	bool main = false;

	if (!is_file_fact(fact) || !is_at_root(facts, fact->where.file) ||
	    ml_role_scope(ml_span_of(fact->where.file->path)) || !stands_for_file(facts, fact))
		return false;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		main |= is_license_file(file) && is_at_root(facts, file) && is_main_name(file->path);
	}
	return !main || is_main_name(fact->where.file->path) || fact->scope_stated;
}

void ml_govern_named_files(struct ml_choice *choice, struct ml_facts *facts, unsigned scope)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (!is_file_fact(fact) || !is_in_view(facts, fact->where.file) || !fact->scope_stated ||
		    !(fact->scope & scope) || !stands_for_file(facts, fact))
			continue;
		bool by_name = ml_role_scope(ml_span_of(fact->where.file->path));
		ml_choice_add(choice, facts, fact,
			      by_name         ? "%s is named for it"
			      : fact->reference ? "%s says so"
						: "a sentence of the card speaks of %s for it",
			      fact->where.file->path);
	}
}

void ml_govern_plain_files(struct ml_choice *choice, struct ml_facts *facts, unsigned scope)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (is_plain(facts, fact) && (fact->scope & scope))
			ml_choice_add(choice, facts, fact, facts->folder ? "%s stands in the folder of the model" : "%s stands at the root and nothing limits it to other parts",
				      fact->where.file->path);
	}
}

/* What the sentences of the card say about one file. */
struct spoken {
	bool of_code, of_weights, weights_elsewhere, code_elsewhere;
	bool of_code_alone, weights_limited; /* "code: Apache License 2.0", "weights: a non-commercial license" that it does not name */
	bool weights_named;                  /* of_weights not because it speaks of the whole */
};

static bool is_same_license(const struct ml_statement *statement, const struct ml_license_fact *fact)
{
	return statement->license && statement->license == fact->license && !fact->altered;
}

/* "The full texts are in LICENSE-a and LICENSE-b": who lists licenses does not say what each is for. */
static bool is_listed(const struct ml_facts *facts, size_t i)
{
	const struct ml_statement *it = &facts->statements[i];

	for (size_t k = i ? i - 1 : 0; k < facts->statements_nr && k <= i + 1; k++) {
		const struct ml_statement *other = &facts->statements[k];
		bool same = other->where.file == it->where.file && other->where.line == it->where.line && other->where.column == it->where.column;
		if (same && other->license && it->license && other->license != it->license)
			return true;
	}
	return false;
}

static struct spoken spoken_of(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	struct spoken spoken = { 0 };

	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		bool names = statement->license || statement->target || statement->declared;
		if (!ml_statement_speaks(facts, statement))
			continue;
		bool here = statement->target ? !strcmp(statement->target, fact->where.file->path) : is_same_license(statement, fact);
		bool weights = statement->scope & ML_SCOPE_WEIGHTS, code = statement->scope & ML_SCOPE_CODE;
		if (!names) {
			spoken.weights_limited |= statement->terms_nr && weights && !code;
		} else if (here) {
			spoken.of_code_alone |= code && !weights;
			spoken.weights_named |= weights;
			bool whole = !statement->scope && !is_listed(facts, i);
			spoken.of_code |= code || whole;
			spoken.of_weights |= weights || whole;
		} else {
			spoken.weights_elsewhere |= weights && !code;
			spoken.code_elsewhere |= code;
		}
	}
	return spoken;
}

static bool has_named(const struct ml_facts *facts, unsigned scope)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (is_file_fact(fact) && is_in_view(facts, fact->where.file) &&
		    (ml_role_scope(ml_span_of(fact->where.file->path)) & scope))
			return true;
	}
	return false;
}

/* A badge that says "Code License" says that the rest is not under it. */
static bool has_code_badge(const struct ml_facts *facts)
{
	for (size_t i = 0; facts->card && i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_BADGE && fact->where.file == facts->card->file && fact->scope_stated &&
		    (fact->scope & ML_SCOPE_CODE) && !(fact->scope & ML_SCOPE_WEIGHTS))
			return true;
	}
	return false;
}

/* "Code and data are under …": who lists the parts leaves out what is not listed. */
static bool is_listed_without_weights(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *statement = &facts->statements[i];
		unsigned scope = statement->scope;
		if ((scope & ML_SCOPE_CODE) && (scope & ML_SCOPE_DATA) && !(scope & ML_SCOPE_WEIGHTS) && statement->license &&
		    ml_statement_speaks(facts, statement))
			return true;
	}
	return false;
}

/* The same in the file of a text: a known text says it nowhere, so that only what stands in front of it and behind it is read. */
static bool file_leaves_weights_out(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	const struct ml_where *where = &fact->where;
	struct ml_span file = where->file->text;

	if (fact->declared || fact->match != ML_MATCHED_EXACT || !where->file->lines || !where->line)
		return ml_leaves_weights_out(facts, file);
	struct ml_span first = ml_lines_text(where->file->lines, file, where->line), last = ml_lines_text(where->file->lines, file, where->end_line);
	return ml_leaves_weights_out(facts, ml_span_sub(file, 0, (size_t)(first.at - file.at))) ||
	       ml_leaves_weights_out(facts, ml_span_sub(file, (size_t)(last.at - file.at) + last.len, file.len));
}

/* "This license does not apply to the model weights", in the card or in the file itself. */
static bool is_without_weights(const struct ml_facts *facts, const struct ml_license_fact *fact)
{
	const struct ml_document *document = facts->card ? facts->card->document : NULL;

	if (file_leaves_weights_out(facts, fact))
		return true;
	for (size_t i = 0; document && i < document->blocks_nr; i++) {
		const struct ml_block *block = &document->blocks[i];
		if (block->kind != ML_BLOCK_CODE && !block->quote_depth && ml_heading_kind_of(facts->knowledge, block) == ML_HEADING_LICENSE &&
		    ml_leaves_weights_out(facts, block->text))
			return true;
	}
	return false;
}

static void narrow(struct ml_facts *facts, struct ml_license_fact *fact)
{
	struct spoken spoken = spoken_of(facts, fact);
	bool weights_apart = has_named(facts, ML_SCOPE_WEIGHTS) || spoken.weights_elsewhere || has_code_badge(facts) ||
			     is_listed_without_weights(facts) || (spoken.of_code_alone && spoken.weights_limited);

	if (spoken.of_weights && !spoken.of_code && (spoken.code_elsewhere || has_named(facts, ML_SCOPE_CODE))) {
		fact->scope = ML_SCOPE_WEIGHTS;
		fact->scope_stated = true;
		return;
	}
	if ((weights_apart && !spoken.of_weights) || (!spoken.weights_named && is_without_weights(facts, fact)))
		fact->scope &= ~(unsigned)ML_SCOPE_WEIGHTS;
	if (has_named(facts, ML_SCOPE_CODE))
		fact->scope &= ~(unsigned)ML_SCOPE_CODE;
	if (has_named(facts, ML_SCOPE_DATA))
		fact->scope &= ~(unsigned)ML_SCOPE_DATA;
}

/* A text of the maker's own beside an open one, in a name of its own: the open one is for the code, the other for the weights. */
static void narrow_pair(struct ml_facts *facts, struct ml_license_fact *fact, bool open_beside)
{
	bool limits = ml_license_osd(fact, facts->knowledge) == ML_OSD_FAILS;

	if (!open_beside || !limits || is_main_name(fact->where.file->path) || fact->scope_stated)
		return;
	fact->scope = ML_SCOPE_WEIGHTS;
	fact->scope_stated = true;
}

void ml_govern_narrow(struct ml_facts *facts)
{
	struct ml_license_fact *licenses = (struct ml_license_fact *)(uintptr_t)facts->licenses;
	bool open = false, apart = false;

	for (size_t i = 0; i < facts->licenses_nr; i++) {
		if (is_of_used_model(facts, &licenses[i])) {
			licenses[i].scope = ML_SCOPE_WEIGHTS;
			licenses[i].scope_stated = true;
		} else if (is_plain(facts, &licenses[i])) {
			narrow(facts, &licenses[i]);
			open |= is_main_name(licenses[i].where.file->path) &&
				ml_license_osd(&licenses[i], facts->knowledge) == ML_OSD_CONFORMS;
		}
	}
	for (size_t i = 0; facts->offer != ML_OFFER_NONE && i < facts->licenses_nr; i++) {
		struct ml_license_fact *fact = &licenses[i];
		if (!is_file_fact(fact) || !is_at_root(facts, fact->where.file) ||
		    ml_text_of_file(facts, fact->where.file) != fact)
			continue;
		narrow_pair(facts, fact, open);
		apart |= fact->scope_stated && fact->scope == ML_SCOPE_WEIGHTS;
	}
	for (size_t i = 0; apart && i < facts->licenses_nr; i++)
		if (is_plain(facts, &licenses[i]) && !licenses[i].scope_stated && !spoken_of(facts, &licenses[i]).of_weights)
			licenses[i].scope &= ~(unsigned)ML_SCOPE_WEIGHTS;
}
