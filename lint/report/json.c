/* The verdict as JSON, format 1 of the contract. */
#include "lint/report/reporters.h"

#include <string.h>

#include "lint/base/json_keys.h"
#include "lint/check/phrase.h"
#include "lint/knowledge/datasets.h"
#include "lint/report/spot.h"
#include "lint/text/utf8.h"

#define FORMAT 1

/* A line or column; 0 is none. */
static void key_place(struct ml_json_writer *w, const char *key, uint32_t value)
{
	if (value)
		key_number(w, key, value);
	else
		key_null(w, key);
}

void ml_json_path(struct ml_json_writer *w, const char *key, const char *flag, const char *path)
{
	struct ml_buf encoded;

	if (!path || ml_utf8_valid(ml_span_of(path), NULL)) {
		key_string(w, key, path);
		return;
	}
	ml_buf_init(&encoded, 3 * strlen(path) + 1);
	ml_add_uri(&encoded, path);
	key_string(w, key, encoded.at);
	if (flag)
		key_bool(w, flag, true);
	ml_buf_release(&encoded);
}

void ml_json_file(struct ml_json_writer *w, const char *path)
{
	ml_json_path(w, "file", "file_encoded", path);
}

static void where_file(struct ml_json_writer *w, const struct ml_where *where)
{
	ml_json_file(w, where->file ? where->file->path : NULL);
}

static void columns(struct ml_json_writer *w, const struct ml_where *where)
{
	key_place(w, "line", where->line);
	key_place(w, "column", where->column);
	key_place(w, "end_line", where->end_line ? where->end_line : where->line);
	key_place(w, "end_column", where->end_column);
}

static void lines(struct ml_json_writer *w, const struct ml_where *where)
{
	key_place(w, "line", where->line);
	key_place(w, "end_line", where->end_line ? where->end_line : where->line);
}

void ml_json_points(struct ml_json_writer *w, unsigned points)
{
	ml_json_array(w);
	for (unsigned point = 1; point <= 10; point++)
		if (points & (1u << point))
			ml_json_number(w, point);
	ml_json_end_array(w);
}

static const char *scope_name(unsigned scope)
{
	static const struct {
		unsigned scope;
		const char *name;
	} names[] = {
		{ ML_SCOPE_CODE, "code" },
		{ ML_SCOPE_WEIGHTS, "weights" },
		{ ML_SCOPE_DATA, "data" },
		{ ML_SCOPE_DOCS, "docs" },
	};
	const char *found = NULL;

	/* Code and weights together are all that a reader can rely on; other pairs are named by what weighs more. */
	if (!scope || (scope & ML_SCOPE_CODE && scope & ML_SCOPE_WEIGHTS))
		return "all";
	for (size_t i = 0; i < sizeof names / sizeof *names && !found; i++)
		if (scope & names[i].scope)
			found = names[i].name;
	return found;
}

static const char *const matched_names[] = {
	[ML_MATCHED_NONE] = "none",
	[ML_MATCHED_NEAR] = "near",
	[ML_MATCHED_EXACT] = "exact",
};

static const char *const evidence_names[] = {
	[ML_EVIDENCE_TEXT] = "text",	   [ML_EVIDENCE_DECLARED] = "declared", [ML_EVIDENCE_BADGE] = "badge",
	[ML_EVIDENCE_PACKAGE] = "package", [ML_EVIDENCE_HEADER] = "header",	[ML_EVIDENCE_INFERRED] = "inferred",
};

/* Where a term stands in another file than its license, a policy, that file is named. */
static void term(struct ml_json_writer *w, const struct ml_knowledge *knowledge, const struct ml_license_fact *license,
		 const struct ml_term_fact *fact)
{
	ml_json_object(w);
	key_string(w, "term", ml_term_name(fact->id));
	ml_json_key(w, "value");
	ml_json_span(w, ml_term_value(fact->value));
	key_string(w, "section", fact->section);
	if (fact->where.line && fact->where.file != license->where.file)
		where_file(w, &fact->where);
	lines(w, &fact->where);
	ml_json_key(w, "osd");
	ml_json_points(w, knowledge->terms ? knowledge->terms[fact->id].osd_failed : 0);
	ml_json_end_object(w);
}

void ml_json_license(struct ml_json_writer *w, const struct ml_knowledge *knowledge,
		     const struct ml_license_fact *license, const char *path)
{
	const struct ml_license *known = license->license;

	ml_json_object(w);
	if (path)
		ml_json_file(w, path);
	else
		where_file(w, &license->where);
	lines(w, &license->where);
	key_string(w, "id", known ? known->id : NULL);
	key_string(w, "spdx", known ? known->spdx : NULL);
	key_string(w, "name", known ? known->name : license->declared);
	key_string(w, "match", matched_names[license->match]);
	ml_json_key(w, "score");
	ml_json_score(w, license->score);
	key_string(w, "evidence", evidence_names[license->evidence]);
	key_bool(w, "altered", license->altered);
	key_string(w, "scope", scope_name(license->scope));
	ml_json_key(w, "terms");
	ml_json_array(w);
	for (size_t i = 0; i < license->terms_nr; i++)
		term(w, knowledge, license, &license->terms[i]);
	ml_json_end_array(w);
	ml_json_end_object(w);
}

void ml_json_claim(struct ml_json_writer *w, const struct ml_claim_fact *claim, const char *path, bool steps)
{
	ml_json_object(w);
	if (path)
		ml_json_file(w, path);
	else
		where_file(w, &claim->where);
	columns(w, &claim->where);
	key_string(w, "claim", ml_claim_kind_name(claim->kind));
	key_string(w, "subject", ml_subject_name(claim->subject));
	key_string(w, "stance", ml_stance_name(claim->stance));
	key_string(w, "text", claim->text);
	if (steps)
		key_string(w, "step", claim->step);
	ml_json_end_object(w);
}

void ml_json_begin_files(struct ml_json_writer *w)
{
	ml_json_object(w);
	key_number(w, "format", FORMAT);
	ml_json_key(w, "files");
	ml_json_array(w);
}

void ml_json_end_files(struct ml_json_writer *w)
{
	ml_json_end_array(w);
	ml_json_end_object(w);
	ml_buf_addc(w->out, '\n');
}

static void source(struct ml_json_writer *w, const struct ml_tree *tree)
{
	static const char *const kinds[] = {
		[ML_SOURCE_WORKTREE] = "worktree", [ML_SOURCE_INDEX] = "index",	  [ML_SOURCE_COMMIT] = "commit",
		[ML_SOURCE_FOLDER] = "folder",	   [ML_SOURCE_RECORD] = "record",
	};

	ml_json_key(w, "source");
	ml_json_object(w);
	ml_json_path(w, "path", "path_encoded", tree->given);
	key_string(w, "kind", kinds[tree->kind]);
	key_string(w, "revision", tree->revision);
	/* Only a cache snapshot or a record knows its "org/name". */
	key_string(w, "id", tree->id ? tree->id : tree->name && strchr(tree->name, '/') ? tree->name : NULL);
	ml_json_end_object(w);
}

static void summary(struct ml_json_writer *w, const struct ml_result *result)
{
	const struct ml_verdict *verdict = result->verdict;

	ml_json_key(w, "summary");
	ml_json_object(w);
	key_string(w, "class", ml_class_name(result->facts->class));
	key_bool(w, "claims_open_source", verdict->claims_open_source);
	key_bool(w, "contradiction", verdict->contradiction);
	key_number(w, "errors", verdict->errors_nr);
	key_number(w, "warnings", verdict->warnings_nr);
	key_number(w, "notes", verdict->notes_nr);
	key_number(w, "fixable", ml_fixable(verdict, false));
	key_number(w, "suppressed", verdict->suppressed_nr);
	key_number(w, "unread", result->facts->unread_nr);
	ml_json_end_object(w);
}

static bool is_named_before(const struct ml_govern *govern, size_t i)
{
	for (size_t j = 0; j < i; j++)
		if (!strcmp(govern->of[j].id, govern->of[i].id))
			return true;
	return false;
}

static void governs(struct ml_json_writer *w, const struct ml_facts *facts)
{
	const struct {
		const char *name;
		const struct ml_govern *govern;
	} scopes[] = { { "code", &facts->code }, { "weights", &facts->weights }, { "data", &facts->data } };

	ml_json_key(w, "governs");
	ml_json_object(w);
	for (size_t s = 0; s < sizeof scopes / sizeof *scopes; s++) {
		ml_json_key(w, scopes[s].name);
		ml_json_array(w);
		for (size_t i = 0; i < scopes[s].govern->of_nr; i++)
			if (!is_named_before(scopes[s].govern, i))
				ml_json_string(w, scopes[s].govern->of[i].id);
		ml_json_end_array(w);
	}
	ml_json_end_object(w);
}

static void units(struct ml_json_writer *w, const struct ml_facts *facts)
{
	ml_json_key(w, "units");
	ml_json_array(w);
	const struct ml_model_unit whole = { "", facts }; /* of facts that were put together by hand */
	for (size_t i = 0; i < (facts->units_nr ? facts->units_nr : 1); i++) {
		const struct ml_model_unit *unit = facts->units_nr ? &facts->units[i] : &whole;
		ml_json_object(w);
		ml_json_path(w, "path", "path_encoded", unit->path);
		key_string(w, "class", ml_class_name(unit->facts->class));
		governs(w, unit->facts);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
}

/* One base named in several places is one: the first to name it, and the card comes first, says where. Of thousands the later ones are not compared. */
static bool is_base_before(const struct ml_facts *facts, size_t i)
{
	for (size_t k = 0; k < i && i < 1000; k++)
		if (ml_span_is_nocase(ml_span_of(facts->bases[k].id), facts->bases[i].id))
			return true;
	return false;
}

static void base_models(struct ml_json_writer *w, const struct ml_facts *facts)
{
	ml_json_key(w, "base_models");
	ml_json_array(w);
	for (size_t i = 0; i < facts->bases_nr; i++) {
		const struct ml_base_model *base = &facts->bases[i];
		if (is_base_before(facts, i))
			continue;
		ml_json_object(w);
		key_string(w, "id", base->id);
		key_string(w, "relation", base->relation ? base->relation : base->how);
		key_string(w, "license", base->license ? base->license->id : NULL);
		where_file(w, &base->where);
		key_place(w, "line", base->where.line);
		key_bool(w, "declared", base->from == ML_BASE_CARD);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
}

/* Whose models made it, as one lower-case word. */
static void provider(struct ml_json_writer *w, const struct ml_dataset *dataset)
{
	struct ml_span name = dataset && dataset->generated_by ? ml_dataset_provider(dataset) : (struct ml_span){ 0 };
	char word[64] = { 0 };

	for (size_t i = 0; i < name.len && i + 1 < sizeof word; i++)
		word[i] = ml_lower(name.at[i]);
	key_string(w, "generated_by", name.len ? word : NULL);
}

static void datasets(struct ml_json_writer *w, const struct ml_facts *facts)
{
	static const char *const uses[] = { [ML_DATA_TRAINING] = "training", [ML_DATA_EVALUATION] = "evaluation", [ML_DATA_SOURCE] = "source" };

	ml_json_key(w, "datasets");
	ml_json_array(w);
	for (size_t i = 0; i < facts->datasets_nr; i++) {
		const struct ml_dataset_ref *ref = &facts->datasets[i];
		const struct ml_dataset *known = ref->dataset;
		ml_json_object(w);
		key_string(w, "id", ref->id);
		key_string(w, "license", ref->license ? ref->license->id : NULL);
		key_string(w, "commercial", known ? ml_commercial_name(known->commercial) : NULL);
		provider(w, known);
		key_string(w, "use", uses[ref->use]);
		where_file(w, &ref->where);
		key_place(w, "line", ref->where.line);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
}

static void artifacts(struct ml_json_writer *w, const struct ml_facts *facts)
{
	ml_json_key(w, "artifacts");
	ml_json_array(w);
	for (size_t i = 0; i < facts->artifacts_nr; i++) {
		const struct ml_artifact *artifact = &facts->artifacts[i];
		ml_json_object(w);
		ml_json_file(w, artifact->file->path);
		key_string(w, "format", artifact->format);
		key_number(w, "size", artifact->file->size);
		key_bool(w, "pointer", artifact->pointer);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
}

static void evidence(struct ml_json_writer *w, const struct ml_finding *finding)
{
	ml_json_key(w, "evidence");
	ml_json_array(w);
	for (size_t i = 0; i < finding->proofs_nr; i++) {
		ml_json_object(w);
		where_file(w, &finding->proofs[i].where);
		lines(w, &finding->proofs[i].where);
		key_string(w, "message", finding->proofs[i].message);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
}

/* Offsets count bytes of the file, its BOM too. */
static void fix(struct ml_json_writer *w, const struct ml_finding *finding)
{
	if (!finding->fix_nr) {
		key_null(w, "fix");
		return;
	}
	ml_json_key(w, "fix");
	ml_json_object(w);
	key_bool(w, "safe", !finding->offered);
	ml_json_key(w, "edits");
	ml_json_array(w);
	for (size_t i = 0; i < finding->fix_nr; i++) {
		const struct ml_edit *edit = &finding->fix[i];
		ml_json_object(w);
		ml_json_file(w, edit->path);
		key_bool(w, "new", !edit->file);
		key_number(w, "from", edit->from);
		key_number(w, "to", edit->to);
		key_string(w, "text", edit->text.at);
		ml_json_end_object(w);
	}
	ml_json_end_array(w);
	ml_json_end_object(w);
}

static void finding_object(struct ml_json_writer *w, const struct ml_finding *finding)
{
	ml_json_object(w);
	key_string(w, "code", finding->rule->code);
	key_string(w, "rule", finding->rule->name);
	key_string(w, "severity", ml_severity_name(finding->severity));
	key_string(w, "certainty", ml_certainty_name(finding->certainty));
	key_string(w, "message", finding->message);
	where_file(w, &finding->where);
	columns(w, &finding->where);
	ml_json_key(w, "terms");
	ml_json_array(w);
	for (size_t i = 0; i < finding->terms_nr; i++)
		ml_json_string(w, ml_term_name(finding->terms[i]));
	ml_json_end_array(w);
	evidence(w, finding);
	key_string(w, "fingerprint", finding->fingerprint);
	fix(w, finding);
	ml_json_end_object(w);
}

static void result_object(struct ml_json_writer *w, const struct ml_result *result, const char *version)
{
	const struct ml_facts *facts = result->facts;

	ml_json_object(w);
	key_number(w, "format", FORMAT);
	ml_json_key(w, "tool");
	ml_json_object(w);
	key_string(w, "name", "mlint");
	key_string(w, "version", version);
	ml_json_end_object(w);
	source(w, facts->tree);
	summary(w, result);
	units(w, facts);
	ml_json_key(w, "licenses");
	ml_json_array(w);
	for (size_t i = 0; i < facts->licenses_nr; i++)
		ml_json_license(w, facts->knowledge, &facts->licenses[i], NULL);
	ml_json_end_array(w);
	governs(w, facts);
	ml_json_key(w, "claims");
	ml_json_array(w);
	for (size_t i = 0; i < facts->claims_nr; i++)
		ml_json_claim(w, &facts->claims[i], NULL, false);
	ml_json_end_array(w);
	base_models(w, facts);
	datasets(w, facts);
	artifacts(w, facts);
	ml_json_key(w, "findings");
	ml_json_array(w);
	for (size_t i = 0; i < result->verdict->findings_nr; i++)
		finding_object(w, &result->verdict->findings[i]);
	ml_json_end_array(w);
	ml_json_end_object(w);
}

void ml_report_json(struct ml_buf *out, const struct ml_result *results, size_t results_nr,
		    const struct ml_report_options *options)
{
	struct ml_json_writer w;

	ml_json_begin(&w, out, options->compact);
	if (options->several)
		ml_json_array(&w);
	for (size_t r = 0; r < results_nr; r++)
		result_object(&w, &results[r], options->version);
	if (options->several)
		ml_json_end_array(&w);
	ml_buf_addc(out, '\n');
}
