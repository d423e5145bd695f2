#include "lint/knowledge/knowledge.h"

static const struct ml_license_term *open_terms(const struct ml_license_pack *pack, const struct ml_license_term *field, size_t nr)
{
	if (!field)
		return NULL;
	struct ml_license_term *terms = ml_arena_raw_array(ml_packed_arena(), struct ml_license_term, nr);
	for (size_t i = 0; i < nr; i++) {
		terms[i] = pack->terms[(uintptr_t)field - 1 + i];
		terms[i].value = ml_packed_text(pack->rows, terms[i].value);
		terms[i].section = ml_packed_text(pack->rows, terms[i].section);
	}
	return terms;
}

static const struct ml_duties *open_duties(const struct ml_license_pack *pack, const struct ml_duties *field)
{
	const struct ml_packed *rows = pack->rows;

	if (!field)
		return NULL;
	struct ml_duties *duties = ml_arena_raw(ml_packed_arena(), sizeof *duties);
	*duties = pack->duties[(uintptr_t)field - 1];
	duties->notice = ml_packed_text(rows, duties->notice);
	duties->notice_when = ml_packed_text(rows, duties->notice_when);
	duties->phrases = ml_packed_list(rows, duties->phrases, duties->phrases_nr);
	duties->phrase_of = ml_packed_text(rows, duties->phrase_of);
	duties->phrase_when = ml_packed_text(rows, duties->phrase_when);
	duties->prefix = ml_packed_text(rows, duties->prefix);
	duties->prefix_when = ml_packed_text(rows, duties->prefix_when);
	duties->policy = ml_packed_text(rows, duties->policy);
	duties->section = ml_packed_text(rows, duties->section);
	return duties;
}

static const struct ml_license *open_license(const struct ml_license_pack *pack, size_t i, const struct ml_license *row)
{
	const struct ml_packed *rows = pack->rows;
	struct ml_license *license = ml_packed_open(rows, i, row, sizeof *row);

	license->id = ml_packed_text(rows, row->id);
	license->spdx = ml_packed_text(rows, row->spdx);
	license->hub = ml_packed_text(rows, row->hub);
	license->name = ml_packed_text(rows, row->name);
	license->version = ml_packed_text(rows, row->version);
	license->publisher = ml_packed_text(rows, row->publisher);
	license->why = ml_packed_text(rows, row->why);
	license->terms = open_terms(pack, row->terms, row->terms_nr);
	license->aliases = ml_packed_list(rows, row->aliases, row->aliases_nr);
	license->urls = ml_packed_list(rows, row->urls, row->urls_nr);
	license->accepts = ml_packed_list(rows, row->accepts, row->accepts_nr);
	license->replaced_by = ml_packed_text(rows, row->replaced_by);
	license->source = ml_packed_text(rows, row->source);
	license->duties = open_duties(pack, row->duties);
	return license;
}

const struct ml_license *ml_license_at(const struct ml_knowledge *knowledge, size_t i)
{
	const struct ml_license_pack *pack = knowledge->licenses_pack;

	if (!pack)
		return &knowledge->licenses[i];
	return pack->rows->opened[i] ? pack->rows->opened[i] : open_license(pack, i, &knowledge->licenses[i]);
}

static const struct ml_clause *open_clause(const struct ml_packed *pack, size_t i, const struct ml_clause *row)
{
	struct ml_clause *clause = ml_packed_open(pack, i, row, sizeof *row);

	clause->language = ml_packed_text(pack, row->language);
	clause->pattern = ml_packed_text(pack, row->pattern);
	clause->unless = ml_packed_list(pack, row->unless, row->unless_nr);
	clause->value = ml_packed_text(pack, row->value);
	return clause;
}

const struct ml_clause *ml_clause_at(const struct ml_knowledge *knowledge, size_t i)
{
	const struct ml_packed *pack = knowledge->clauses_pack;

	if (!pack)
		return &knowledge->clauses[i];
	return pack->opened[i] ? pack->opened[i] : open_clause(pack, i, &knowledge->clauses[i]);
}
