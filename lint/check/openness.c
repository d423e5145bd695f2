#include "lint/check/rule.h"

#include <string.h>

bool ml_claim_is_own(const struct ml_claim_fact *claim)
{
	/* What is said of a sibling project is not for the licenses of this one to prove or break. */
	return !claim->named && ml_stance_is_own(claim->stance);
}

bool ml_claim_is_open(const struct ml_claim_fact *claim)
{
	bool open = claim->kind == ML_CLAIM_OPEN_SOURCE || claim->kind == ML_CLAIM_FULLY_OPEN ||
		    claim->kind == ML_CLAIM_OSI_APPROVED;
	return ml_claim_is_own(claim) && open;
}

bool ml_claim_is_of_files(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	if (claim->subject != ML_SUBJECT_CODE || facts->offer == ML_OFFER_NONE)
		return true;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		const struct ml_file *file = &facts->tree->files[i];
		if (!file->outside && (file->role == ML_ROLE_CODE || file->role == ML_ROLE_PACKAGE))
			return true;
	}
	return false;
}

bool ml_claim_is_of_contents(const struct ml_claim_fact *claim)
{
	const struct ml_where *where = &claim->where;
	struct ml_span rest = where->file ? where->file->text : (struct ml_span){ 0 };

	for (uint32_t line = 1; rest.len && line < where->line; line++) {
		size_t end = ml_span_find(rest, "\n");
		rest = end == SIZE_MAX ? (struct ml_span){ 0 } : ml_span_sub(rest, end + 1, rest.len);
	}
	size_t end = ml_span_find(rest, "\n");
	struct ml_span line = ml_span_trim(ml_span_sub(rest, 0, end == SIZE_MAX ? rest.len : end));
	bool item = line.len > 1 && (strchr("-*+[", line.at[0]) || ml_is_digit(line.at[0]));

	return item && ml_span_find(line, "](#") != SIZE_MAX && ml_span_ends(line, ")");
}

/* Whether a text names a folder as the name of a model: "heron-7b", or "Heron" with its capital. Words as they stand in any text name none. */
static bool names_folder(struct ml_span text, struct ml_span path)
{
	size_t from = path.len;
	bool marked = false;

	while (from && path.at[from - 1] != '/')
		from--;
	struct ml_span name = ml_span_sub(path, from, path.len);
	for (size_t i = 0; i < name.len; i++)
		marked |= !ml_is_alpha(name.at[i]);
	for (size_t at = 0, found; name.len > 2 && (found = ml_span_find_nocase(ml_span_sub(text, at, text.len), name.at)) != SIZE_MAX; at += found + 1) {
		size_t to = at + found + name.len;
		bool whole = (!(at + found) || !ml_is_alnum(text.at[at + found - 1])) && (to >= text.len || !ml_is_alnum(text.at[to]));
		char first = text.at[at + found];
		if (whole && (marked || (first >= 'A' && first <= 'Z')))
			return true;
	}
	return false;
}

/* The one model of several that a sentence of the repository's names; NULL for none, or several. */
static const struct ml_facts *unit_said(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	const struct ml_facts *whole = ml_whole(facts), *found = NULL;

	for (size_t i = 1; !facts->folder && claim->sentence && i < whole->units_nr; i++) {
		if (!names_folder(ml_span_of(claim->sentence), ml_span_of(whole->units[i].path)))
			continue;
		if (found)
			return NULL;
		found = whole->units[i].facts;
	}
	return found;
}

/* "description: Open-source speech model", with a license key in the same package file: it is the license of what is described. */
static bool is_licensed_beside(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	for (size_t i = 0; i < facts->licenses_nr; i++)
		if (facts->licenses[i].evidence == ML_EVIDENCE_PACKAGE && facts->licenses[i].where.file == claim->where.file)
			return true;
	return false;
}

const struct ml_govern *ml_claim_govern(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	if (claim->subject == ML_SUBJECT_DATA)
		return &facts->data;
	if (claim->subject == ML_SUBJECT_CODE || facts->offer == ML_OFFER_NONE)
		return &facts->code;
	const struct ml_facts *unit = unit_said(facts, claim);
	if (unit)
		return &unit->weights;
	if (!facts->weights.of_nr && !facts->weights.unread && is_licensed_beside(facts, claim))
		return &facts->code;
	/* The project is what stands at the root; "our models" are those in the folders. */
	return claim->subject != ML_SUBJECT_PROJECT && facts->models.of_nr ? &facts->models : &facts->weights;
}

bool ml_claim_is_of_several(const struct ml_facts *facts, const struct ml_claim_fact *claim)
{
	const struct ml_govern *govern = ml_claim_govern(facts, claim);

	for (size_t i = 0; govern == &facts->models && i < govern->of_nr; i++)
		if (ml_license_osd(govern->of[i].fact, facts->knowledge) == ML_OSD_CONFORMS)
			return true;
	return false;
}

enum ml_osd ml_govern_osd(const struct ml_facts *facts, const struct ml_govern *govern)
{
	const struct ml_governing *deciding = ml_govern_deciding(facts, govern);

	return deciding ? ml_license_osd(deciding->fact, facts->knowledge) : ML_OSD_UNKNOWN;
}

const struct ml_license_fact *ml_govern_breaking(const struct ml_facts *facts, const struct ml_govern *govern)
{
	const struct ml_governing *deciding = ml_govern_deciding(facts, govern);
	enum ml_osd osd = deciding ? ml_license_osd(deciding->fact, facts->knowledge) : ML_OSD_UNKNOWN;

	return osd == ML_OSD_FAILS || osd == ML_OSD_DISPUTED ? deciding->fact : NULL;
}

const char *ml_license_limit(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	/* By point of the Open Source Definition, the plainest first. */
	static const struct {
		unsigned point;
		const char *words;
	} limits[] = {
		{ 6, "limits what it may be used for" },	     { 5, "limits who may use it" },
		{ 3, "does not let people share changed versions" }, { 1, "does not let people pass it on" },
		{ 7, "asks for a further agreement before use" },    { 9, "reaches out to other software" },
		{ 10, "asks for a display that depends on the product" },
	};
	const struct ml_term_fact *failing[5];
	size_t nr = ml_license_failing(license, facts->knowledge, failing, 5);
	unsigned points = !nr && license->license ? license->license->osd_failed : 0;

	/* The heaviest term speaks first; of its points any will do. */
	if (nr)
		points = facts->knowledge->terms[failing[0]->id].osd_failed;
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
		if (points & (1u << limits[i].point))
			return limits[i].words;
	return "does not meet the Open Source Definition";
}

const char *ml_subject_title(enum ml_subject subject)
{
	static const char *const titles[ML_SUBJECT_NR] = {
		[ML_SUBJECT_PROJECT] = "the project", [ML_SUBJECT_MODEL] = "the model", [ML_SUBJECT_WEIGHTS] = "the weights",
		[ML_SUBJECT_CODE] = "the code",	      [ML_SUBJECT_DATA] = "the data",
	};
	return titles[subject];
}

/* An id without the suffix that says only whether later versions count. */
static struct ml_span stem(const char *id)
{
	static const char *const suffixes[] = { "-only", "-or-later", "+" };
	struct ml_span s = ml_span_of(id);

	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (ml_span_ends(s, suffixes[i]))
			return ml_span_sub(s, 0, s.len - strlen(suffixes[i]));
	return s;
}

bool ml_license_same(const struct ml_license *a, const struct ml_license *b)
{
	if (!a || !b)
		return false;
	if (a == b || ml_span_eq(stem(a->id), stem(b->id)))
		return true;
	return (a->replaced_by && ml_span_eq(stem(a->replaced_by), stem(b->id))) ||
	       (b->replaced_by && ml_span_eq(stem(b->replaced_by), stem(a->id)));
}

const char *ml_license_place(const struct ml_facts *facts, const struct ml_license_fact *license)
{
	if (!license->where.file)
		return "the repository";
	if (license->evidence == ML_EVIDENCE_TEXT || !license->where.line)
		return license->where.file->path;
	return ml_arena_printf(facts->arena, "%s line %u", license->where.file->path, license->where.line);
}
