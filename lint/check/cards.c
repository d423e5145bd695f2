#include "lint/check/rule.h"

#include <stdint.h>
#include <string.h>

const struct ml_node *ml_card_license_node(const struct ml_card *card)
{
	const struct ml_node *node = card ? ml_node_get(card->front.root, "license") : NULL;

	if (!node || (node->kind == ML_NODE_SCALAR && !ml_span_trim(node->text).len))
		return NULL;
	return node->kind == ML_NODE_SCALAR || (node->kind == ML_NODE_LIST && node->first) ? node : NULL;
}

const struct ml_license_fact *ml_card_declared(const struct ml_facts *facts, const struct ml_card *card, const struct ml_node *node)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_DECLARED && fact->where.file == card->file && fact->where.line == node->line &&
		    fact->where.column == node->column)
			return fact;
	}
	return NULL;
}

bool ml_card_of_other(const struct ml_card *card)
{
	static const char *const keys[] = { "task_categories", "task_ids", "dataset_info", "size_categories", "source_datasets",
					    "annotations_creators", "sdk" };

	for (size_t i = 0; card && i < sizeof keys / sizeof *keys; i++)
		if (ml_node_get(card->front.root, keys[i]))
			return true;
	return false;
}

bool ml_at_hub(const struct ml_facts *facts)
{
	static const char *const hosts[] = { "huggingface.co", "hf.co:", "hf.co/", "modelscope.cn" };
	struct ml_span remote = ml_span_of(facts->tree->remote);

	for (size_t i = 0; i < sizeof hosts / sizeof *hosts; i++)
		if (ml_span_find_nocase(remote, hosts[i]) != SIZE_MAX)
			return true;
	return facts->tree->name && strchr(facts->tree->name, '/');
}

static bool holds_licenses(const struct ml_file *file)
{
	return !file->outside && (file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_LICENSE_PDF);
}

const struct ml_file *ml_license_file(const struct ml_facts *facts)
{
	for (size_t i = 0; i < facts->tree->files_nr; i++)
		if (holds_licenses(&facts->tree->files[i]))
			return &facts->tree->files[i];
	return NULL;
}

const struct ml_license_fact *ml_license_text(const struct ml_facts *facts, bool known)
{
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->evidence == ML_EVIDENCE_TEXT && fact->where.file && holds_licenses(fact->where.file) &&
		    (!known || (fact->license && !fact->unread)))
			return fact;
	}
	return NULL;
}

const struct ml_statement *ml_terms_said(const struct ml_facts *facts, bool named)
{
	for (size_t i = 0; i < facts->statements_nr; i++) {
		const struct ml_statement *said = &facts->statements[i];
		if (said->stance != ML_STANCE_OWN && said->stance != ML_STANCE_CONDITIONAL)
			continue;
		if (said->license ? !said->license->placeholder : !named && (said->declared || said->terms_nr || said->target || said->elsewhere))
			return said;
	}
	return NULL;
}

bool ml_card_names_own_terms(const struct ml_facts *facts)
{
	const struct ml_node *node = ml_card_license_node(facts->card);

	if (!node || node->kind != ML_NODE_SCALAR)
		return false;
	if (ml_span_is_nocase(node->text, "other"))
		return ml_node_get_text(facts->card->front.root, "license_name").len > 0;
	const struct ml_license_fact *fact = ml_card_declared(facts, facts->card, node);
	return fact && !fact->license;
}
