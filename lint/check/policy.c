#include "lint/check/policy.h"

#include <string.h>

#include "lint/base/limits.h"
#include "lint/check/config_read.h"
#include "lint/check/phrase.h"
#include "lint/check/sink_p.h"
#include "lint/knowledge/licenses.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))
#define MODIFIED "-modified"

/* What stands in the configuration, before it is one policy. */
struct draft {
	struct ml_policy *policy;
	uint32_t allowed, denied;
	bool allows_terms;
};

static int read_licenses(struct ml_config_reader *r, const struct ml_node *node, struct ml_policy_license **out, size_t *nr)
{
	const struct ml_node *entry = node->kind == ML_NODE_LIST ? node->first : node;
	struct ml_config_words words;

	if (ml_config_list(r, node, "a list of licenses", &words))
		return -1;
	*out = ml_arena_array(r->arena, struct ml_policy_license, words.nr);
	for (; *nr < words.nr; entry = entry->next, ++*nr)
		(*out)[*nr] = (struct ml_policy_license){ .word = words.at[*nr], .line = entry->line };
	return 0;
}

static int read_licenses_allow(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_policy *policy = ((struct draft *)into)->policy;

	return read_licenses(r, node, &policy->allow, &policy->allow_nr);
}

static int read_licenses_deny(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct ml_policy *policy = ((struct draft *)into)->policy;

	return read_licenses(r, node, &policy->deny, &policy->deny_nr);
}

static int read_terms_list(struct ml_config_reader *r, const struct ml_node *node, uint32_t *set)
{
	struct ml_config_words words;

	if (ml_config_list(r, node, "a list of terms", &words))
		return -1;
	for (size_t i = 0; i < words.nr; i++) {
		struct ml_near near = { .typed = ml_span_of(words.at[i]) };
		enum ml_term_id id = ml_term_of(near.typed);
		for (int t = 0; id == ML_TERM_NR && t < ML_TERM_NR; t++)
			ml_near_offer(&near, ml_term_name((enum ml_term_id)t));
		if (id == ML_TERM_NR)
			return ml_config_fault(r, node->line, "there is no term '%.80s'%s", words.at[i], ml_config_hint(r, &near));
		*set |= 1u << id;
	}
	return 0;
}

static int read_terms_allow(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	struct draft *draft = into;

	draft->allows_terms = true;
	return read_terms_list(r, node, &draft->allowed);
}

static int read_terms_deny(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	return read_terms_list(r, node, &((struct draft *)into)->denied);
}

static int read_of_licenses(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	static const struct ml_config_key keys[] = { { "allow", read_licenses_allow }, { "deny", read_licenses_deny } };

	return ml_config_map(r, node, keys, ROWS(keys), into);
}

static int read_of_terms(struct ml_config_reader *r, const struct ml_node *node, void *into)
{
	static const struct ml_config_key keys[] = { { "allow", read_terms_allow }, { "deny", read_terms_deny } };

	return ml_config_map(r, node, keys, ROWS(keys), into);
}

int ml_policy_read(struct ml_config_reader *r, const struct ml_node *node, const struct ml_policy **out)
{
	static const struct ml_config_key keys[] = { { "licenses", read_of_licenses }, { "terms", read_of_terms } };
	struct draft draft = { .policy = ml_arena_alloc(r->arena, sizeof *draft.policy) };

	if (ml_config_map(r, node, keys, ROWS(keys), &draft))
		return -1;
	draft.policy->terms = draft.denied | (draft.allows_terms ? ~draft.allowed : 0);
	*out = draft.policy;
	return 0;
}

/* "mit-modified": the known license behind the word of an altered text. */
static struct ml_span without_modified(struct ml_span word)
{
	return ml_span_ends(word, MODIFIED) ? ml_span_sub(word, 0, word.len - (sizeof MODIFIED - 1)) : word;
}

static int check_licenses(struct ml_policy_license *at, size_t nr, struct ml_config_reader *r, const struct ml_knowledge *knowledge)
{
	for (size_t i = 0; i < nr; i++) {
		struct ml_span word = ml_span_of(at[i].word), bare = without_modified(word);
		struct ml_near near = { .typed = word };
		bool exact;
		at[i].license = NULL;
		if (strchr(at[i].word, '*') || ml_span_is(word, "custom"))
			continue;
		const struct ml_license *license = ml_license_by_name(knowledge, bare, &exact);
		if (!license) {
			for (size_t k = 0; k < knowledge->licenses_nr; k++)
				ml_near_offer(&near, ml_license_id_at(knowledge, k));
			return ml_config_fault(r, at[i].line, "no license is called '%.80s'%s", at[i].word, ml_config_hint(r, &near));
		}
		if (bare.len == word.len)
			at[i].license = license;
	}
	return 0;
}

int ml_policy_check(const struct ml_config *config, struct ml_arena *arena, const struct ml_knowledge *knowledge, struct ml_error *err)
{
	struct ml_config_reader r = { .arena = arena, .path = config->path, .err = err };
	const struct ml_policy *policy = config->policy;

	if (!policy)
		return 0;
	return check_licenses(policy->allow, policy->allow_nr, &r, knowledge) || check_licenses(policy->deny, policy->deny_nr, &r, knowledge) ? -1 : 0;
}

/* Whether an entry means the license of the case. exactly: an altered text is another license. */
static bool means(const struct ml_policy_license *entry, const struct ml_policy_case *one, bool exactly)
{
	struct ml_span id = ml_span_of(one->id);

	if (strchr(entry->word, '*'))
		return ml_glob_match(ml_span_of(entry->word), id, false);
	if (ml_span_is_nocase(id, entry->word))
		return true;
	return entry->license && ml_license_same(entry->license, one->license) && !(exactly && one->altered);
}

static bool is_among(const struct ml_policy_license *list, size_t nr, const struct ml_policy_case *one, bool exactly)
{
	for (size_t i = 0; i < nr; i++)
		if (means(&list[i], one, exactly))
			return true;
	return false;
}

bool ml_policy_denies_license(const struct ml_policy *policy, const struct ml_policy_case *one, const char **why)
{
	*why = "the policy denies it";
	if (is_among(policy->deny, policy->deny_nr, one, false))
		return true;
	*why = "the policy does not allow it";
	return policy->allow_nr && !is_among(policy->allow, policy->allow_nr, one, true);
}

uint32_t ml_policy_denied_terms(const struct ml_policy *policy, const struct ml_policy_case *one)
{
	uint32_t held = one->fact ? ml_license_terms(one->fact) : 0;

	for (size_t i = 0; !one->fact && one->license && i < one->license->terms_nr; i++)
		held |= 1u << one->license->terms[i].id;
	return held & policy->terms;
}

struct cases {
	const struct ml_facts *facts;
	struct ml_policy_case *at;
	size_t nr, cap;
	unsigned groups;
};

static void add_case(struct cases *cases, const struct ml_policy_case *one)
{
	/* What governs code and weights alike is one case. */
	for (size_t i = 0; one->fact && i < cases->nr; i++) {
		if (cases->at[i].fact != one->fact)
			continue;
		cases->at[i].what = ml_arena_printf(cases->facts->arena, "%s and %s", cases->at[i].what, one->what);
		return;
	}
	for (size_t i = 0; !one->fact && i < cases->nr; i++)
		if (!strcmp(cases->at[i].what, one->what))
			return;
	ML_PUSH(cases->facts->arena, cases->at, cases->nr, cases->cap, *one);
}

static void add_govern(struct cases *cases, const struct ml_govern *govern, const char *what)
{
	unsigned group = govern->any ? ++cases->groups : 0;

	for (size_t i = 0; i < govern->of_nr; i++) {
		const struct ml_governing *of = &govern->of[i];
		if (!of->fact || (of->fact->unread && !of->fact->license))
			continue;
		add_case(cases, &(struct ml_policy_case){ .where = of->fact->where, .what = what, .id = of->id, .license = of->fact->license,
							  .fact = of->fact, .altered = of->fact->altered, .group = group });
	}
}

static void add_base(struct cases *cases, const struct ml_base_model *base)
{
	if (!base->license)
		return;
	add_case(cases, &(struct ml_policy_case){ .where = base->where, .what = ml_arena_printf(cases->facts->arena, "the base model '%s'", base->id),
						  .id = base->license->id, .license = base->license });
}

static void add_dataset(struct cases *cases, const struct ml_dataset_ref *ref)
{
	if (!ref->license || ref->use == ML_DATA_EVALUATION)
		return;
	add_case(cases, &(struct ml_policy_case){ .where = ref->where, .what = ml_arena_printf(cases->facts->arena, "the data set '%s'", ref->id),
						  .id = ref->license->id, .license = ref->license });
}

static void collect(struct cases *cases)
{
	const struct ml_facts *facts = cases->facts;

	add_govern(cases, &facts->code, "the code");
	add_govern(cases, &facts->weights, "the weights");
	add_govern(cases, &facts->data, "the data");
	for (size_t i = 0; i < facts->bases_nr && i < ML_LIMIT_LINEAGE; i++)
		add_base(cases, &facts->bases[i]);
	for (size_t i = 0; i < facts->datasets_nr && i < ML_LIMIT_LINEAGE; i++)
		add_dataset(cases, &facts->datasets[i]);
}

/* Of a choice one branch that is allowed suffices. */
static bool has_way_out(const struct cases *cases, const bool *denied, unsigned group)
{
	for (size_t i = 0; group && i < cases->nr; i++)
		if (cases->at[i].group == group && !denied[i])
			return true;
	return false;
}

void ml_policy_apply(const struct ml_facts *facts, struct ml_sink *sink,
		     bool (*denies)(const struct ml_policy *policy, const struct ml_policy_case *one),
		     void (*tell)(const struct ml_facts *facts, struct ml_sink *sink, const struct ml_policy *policy,
				  const struct ml_policy_case *one))
{
	struct cases cases = { .facts = facts };

	if (!sink->policy)
		return;
	collect(&cases);
	bool *denied = ml_arena_array(facts->arena, bool, cases.nr);
	for (size_t i = 0; i < cases.nr; i++)
		denied[i] = denies(sink->policy, &cases.at[i]);
	for (size_t i = 0; i < cases.nr; i++)
		if (denied[i] && !has_way_out(&cases, denied, cases.at[i].group))
			tell(facts, sink, sink->policy, &cases.at[i]);
}

const char *ml_policy_title(const struct ml_facts *facts, const struct ml_policy_case *one)
{
	return one->fact ? ml_license_title(facts, one->fact) : one->license->name;
}

/* A term of a license that is only named stands where that is named. */
static void prove(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_license_fact *license, const struct ml_term_fact *term)
{
	struct ml_buf line;

	ml_buf_init(&line, 8 * ML_LIMIT_MESSAGE_BYTES);
	ml_term_phrase(&line, facts->knowledge, term->id, term->value, ML_OSD_UNKNOWN);
	ml_found_proof(finding, term->where.line ? term->where : license->where, "%.*s", ML_SPAN_ARG(ml_buf_span(&line)));
	ml_buf_release(&line);
}

void ml_found_denied(struct ml_finding *finding, const struct ml_facts *facts, const struct ml_policy_case *one, uint32_t terms)
{
	for (size_t i = 0; one->fact && i < one->fact->terms_nr; i++)
		if (terms & 1u << one->fact->terms[i].id)
			prove(finding, facts, one->fact, &one->fact->terms[i]);
	for (int id = 0; id < ML_TERM_NR; id++)
		if (terms & 1u << id)
			ml_found_term(finding, (enum ml_term_id)id);
}
