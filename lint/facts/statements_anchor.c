#include "lint/facts/statements.h"

#include <stdint.h>
#include <string.h>

#include "lint/knowledge/licenses.h"
#include "lint/knowledge/lists.h"

#define PART_BYTES 32u /* "(model weights)" behind a license */
#define NAME_GAP_BYTES 24u /* " NonCommercial (" */

/* One sentence's walk. */
struct reading {
	const struct ml_facts *facts;
	const struct ml_file *file;
	struct ml_span sentence;
	bool section; /* it stands where licenses are spoken of */
	struct ml_anchor *out; /* ML_ANCHORS_MAX of them */
	size_t nr;
};

/* Whether words of a link make it the name of a license. */
static bool names_license(const struct ml_facts *facts, struct ml_span text)
{
	return ml_list_in(facts->knowledge, ML_LIST_LICENSE_LABEL, text) || ml_list_in(facts->knowledge, ML_LIST_LICENSE_NAME_WORD, text);
}

static bool is_license_file(const struct ml_file *file)
{
	return file && (file->role == ML_ROLE_LICENSE || file->role == ML_ROLE_LICENSE_PDF);
}

/* "Creative Commons Attribution" with a link to …/by/2.0/: of two versions of one license the address knows which. */
static bool is_other_version(const struct ml_license *a, const struct ml_license *b)
{
	size_t len = strcspn(a->id, "0123456789");

	return a != b && len && a->id[len] && len == strcspn(b->id, "0123456789") && !strncmp(a->id, b->id, len);
}

/* "Creative Commons NonCommercial", a name of many licenses, in a link to the page of one. */
static bool is_more_precise(const struct ml_license *license, const struct ml_license *than)
{
	return license && !license->family && than && than->family;
}

/* An anchor joins one that it overlaps: a name and the link around it are one. */
static void add(struct reading *r, struct ml_anchor anchor)
{
	for (size_t i = 0; i < r->nr; i++) {
		struct ml_anchor *other = &r->out[i];
		if (anchor.from >= other->to || other->from >= anchor.to)
			continue;
		bool dated = anchor.linked && anchor.license && other->license && !ml_span_has_digit(other->name) && is_other_version(other->license, anchor.license);
		if (!other->license || dated || is_more_precise(anchor.license, other->license))
			other->license = anchor.license;
		if (!other->target)
			other->target = anchor.target;
		if (!other->name.at)
			other->name = anchor.name;
		other->linked |= anchor.linked;
		other->from = anchor.from < other->from ? anchor.from : other->from;
		other->to = anchor.to > other->to ? anchor.to : other->to;
		return;
	}
	if (r->nr < ML_ANCHORS_MAX)
		r->out[r->nr++] = anchor;
}

/* The word right before an offset. */
static struct ml_span word_before(struct ml_span text, size_t at)
{
	while (at && (text.at[at - 1] == ' ' || text.at[at - 1] == '-' || text.at[at - 1] == '_'))
		at--;
	size_t to = at;
	while (at && ml_is_alpha(text.at[at - 1]))
		at--;
	return ml_span_sub(text, at, to);
}

/* "Modified MIT License", "BSD-style": near to the license that is named, and so not that license. */
static bool is_only_near(const struct reading *r, size_t from, size_t to)
{
	return ml_list_has(r->facts->knowledge, ML_LIST_NEAR_BEFORE, word_before(r->sentence, from)) ||
	       ml_list_start(r->facts->knowledge, ML_LIST_NEAR_BEHIND, ml_span_sub(r->sentence, to, r->sentence.len));
}

static void add_mentions(struct reading *r)
{
	struct ml_license_mention mention;
	size_t at = 0;

	while (ml_license_mention_next(r->facts->knowledge, r->sentence, &at, &mention, r->section)) {
		struct ml_span name = ml_span_sub(r->sentence, mention.from, mention.to);
		if (mention.license->placeholder || ml_license_named(r->facts->knowledge, name) != mention.license)
			continue; /* "the Model License" is anybody's */
		bool near = is_only_near(r, mention.from, mention.to);
		size_t from = near ? (size_t)(word_before(r->sentence, mention.from).at - r->sentence.at) : mention.from;
		add(r, (struct ml_anchor){ .from = from, .to = mention.to, .license = near ? NULL : mention.license,
					   .name = ml_span_sub(r->sentence, from, mention.to) });
	}
}

/* "“Heron License”" without what quotes it. */
static struct ml_span unquoted(struct ml_span name)
{
	static const char *const quotes[] = { "\"", "'", "\u201c", "\u201d", "\u300c", "\u300d", "\u300e", "\u300f", "\u300a", "\u300b" };

	name = ml_span_trim(name);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (ml_span_starts(name, quotes[i]))
			name = ml_span_sub(name, strlen(quotes[i]), name.len);
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (ml_span_ends(name, quotes[i]))
			name = ml_span_sub(name, 0, name.len - strlen(quotes[i]));
	return name;
}

/*
 * "under the [CC BY-NC 4.0](https://hub/owner/heron/blob/main/LICENSE)", where the file of that path here is another known license: the address
 * is that of the sister repository on another host, not of this one.
 */
static bool is_of_sister(const struct ml_facts *facts, const struct ml_link *link, const struct ml_file *target, const struct ml_license *named)
{
	bool other = false;

	if (!target || !named || ml_span_find(link->target, "://") == SIZE_MAX)
		return false;
	for (size_t i = 0; i < facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &facts->licenses[i];
		if (fact->where.file != target || fact->evidence != ML_EVIDENCE_TEXT)
			continue;
		if (!fact->license || fact->license == named)
			return false;
		other = true;
	}
	return other;
}

/* The license that the words of a link name, as a whole or in part. */
static const struct ml_license *license_within(const struct reading *r, const struct ml_anchor *anchor)
{
	for (size_t i = 0; !anchor->license && i < r->nr; i++)
		if (r->out[i].from < anchor->to && anchor->from < r->out[i].to)
			return r->out[i].license;
	return anchor->license;
}

/* The look-up prefers what the link's words name to what its address says: addresses are copied from elsewhere more often. */
static void add_link(struct reading *r, const struct ml_link *link, size_t base)
{
	const struct ml_facts *facts = r->facts;
	struct ml_anchor anchor = { .from = link->at - base, .to = link->at - base + link->len, .linked = true };
	const struct ml_file *target = ml_target_of(facts, r->file, link->target);

	if (ml_span_starts_nocase(link->target, "mailto:")) /* "write to license@heron.example": whom to ask, and no name of a license */
		return;
	if (anchor.to > r->sentence.len)
		anchor.to = r->sentence.len;
	struct ml_span text = ml_span_sub(r->sentence, anchor.from, anchor.to);
	if (is_license_file(target))
		anchor.target = target;
	if (names_license(facts, text) || names_license(facts, link->target)) {
		bool near = is_only_near(r, anchor.from, anchor.to);
		anchor.license = near ? NULL : ml_license_named(facts->knowledge, text);
		if (anchor.license || names_license(facts, text))
			anchor.name = unquoted(text);
	}
	if (is_of_sister(facts, link, target, license_within(r, &anchor)))
		anchor.target = NULL;
	const struct ml_license *page = ml_license_by_url(facts->knowledge, link->target);
	if (!anchor.license || (page && !ml_span_has_digit(text) && is_other_version(anchor.license, page)))
		anchor.license = page;
	if (anchor.license || anchor.target || (anchor.name.at && names_license(facts, link->target)))
		add(r, anchor);
}

static void add_links(struct reading *r, const struct ml_block *block)
{
	size_t base = (size_t)(r->sentence.at - block->text.at);

	for (size_t i = 0; i < block->links_nr; i++) {
		const struct ml_link *link = &block->links[i];
		if (!link->image && link->len && link->at >= base && link->at < base + r->sentence.len)
			add_link(r, link, base);
	}
}

/* A file's name in running text: "see MODEL_LICENSE". The bare word LICENSE is too common to be one. */
static void add_file_names(struct reading *r)
{
	struct ml_span sentence = r->sentence;

	for (size_t i = 0; i < r->facts->tree->files_nr; i++) {
		const struct ml_file *file = &r->facts->tree->files[i];
		if (!is_license_file(file) || file->outside || strchr(file->path, '/'))
			continue;
		struct ml_span name = ml_span_of(file->path);
		size_t at = name.len > 7 ? ml_span_find(sentence, file->path) : SIZE_MAX;
		if (at == SIZE_MAX || (at && ml_is_alnum(sentence.at[at - 1])) ||
		    (at + name.len < sentence.len && (ml_is_alnum(sentence.at[at + name.len]) || sentence.at[at + name.len] == '_')))
			continue;
		add(r, (struct ml_anchor){ .from = at, .to = at + name.len, .target = file });
	}
}

static void add_unknown(struct reading *r)
{
	const struct ml_list *names = ml_list_of(r->facts->knowledge, ML_LIST_LICENSE_NAMES);

	for (size_t i = 0; i < names->nr; i++) {
		struct ml_match match;
		size_t start = 0;
		while (start < r->sentence.len &&
		       ml_pattern_find(r->facts->patterns, names->at[i], r->sentence, start, &match) == ML_MATCH_FOUND) {
			size_t from = match.group[1].from, to = match.group[1].to;
			if (match.groups_nr > 1 && from < to)
				add(r, (struct ml_anchor){ .from = from, .to = to, .name = ml_span_sub(r->sentence, from, to) });
			start = match.to > start ? match.to : start + 1;
		}
	}
}

static void sort(struct ml_anchor *anchors, size_t nr)
{
	for (size_t i = 1; i < nr; i++) {
		struct ml_anchor anchor = anchors[i];
		size_t k = i;
		for (; k && anchors[k - 1].from > anchor.from; k--)
			anchors[k] = anchors[k - 1];
		anchors[k] = anchor;
	}
}

/* "Creative Commons NonCommercial (CC BY-NC 4.0)": words of a name that tells no license alone, up to the bracket. */
static bool is_rest_of_name(struct ml_span gap)
{
	for (size_t i = 0; i + 1 < gap.len; i++)
		if (!ml_is_alpha(gap.at[i]) && gap.at[i] != ' ' && gap.at[i] != '-')
			return false;
	return gap.len && gap.len <= NAME_GAP_BYTES && gap.at[gap.len - 1] == '(';
}

/* "the Creative Commons Attribution-ShareAlike license (CC BY-SA 3.0)": the name in brackets says which version is meant. */
static size_t join_versions(struct ml_anchor *anchors, size_t nr, struct ml_span sentence)
{
	size_t kept = 0;

	for (size_t i = 0; i < nr; i++) {
		struct ml_anchor *last = kept ? &anchors[kept - 1] : NULL;
		struct ml_span gap = last && anchors[i].from > last->to ? ml_span_trim(ml_span_sub(sentence, last->to, anchors[i].from)) : (struct ml_span){ 0 };
		bool precise = last && last->license && anchors[i].license && ml_span_is(gap, "(") && !ml_span_has_digit(last->name) && ml_span_has_digit(anchors[i].name);
		bool within = last && anchors[i].from < last->to && anchors[i].license == last->license;
		if (!precise && !within && !(last && is_more_precise(anchors[i].license, last->license) && is_rest_of_name(gap))) {
			anchors[kept++] = anchors[i];
			continue;
		}
		last->license = anchors[i].license;
		last->name = anchors[i].name;
		last->to = anchors[i].to > last->to ? anchors[i].to : last->to;
	}
	return kept;
}

size_t ml_anchors_of(struct ml_anchor *out, const struct ml_facts *facts, const struct ml_file *from, const struct ml_block *block,
		     struct ml_span sentence, bool section)
{
	struct reading r = { .facts = facts, .file = from, .sentence = sentence, .section = section, .out = out };

	add_mentions(&r);
	add_links(&r, block);
	add_file_names(&r);
	if (names_license(facts, sentence))
		add_unknown(&r);
	sort(out, r.nr);
	return join_versions(out, r.nr, sentence);
}

size_t ml_bare_name(struct ml_anchor *out, const struct ml_stating *to, struct ml_span sentence, size_t from)
{
	struct ml_span name = ml_span_trim(ml_span_sub(sentence, from, sentence.len));

	if (ml_span_ends(name, "."))
		name.len--;
	const struct ml_license *license = name.len && name.len <= ML_LICENSE_NAME_BYTES ? ml_license_named(to->facts->knowledge, name) : NULL;
	if (!license || license->placeholder)
		return 0;
	*out = (struct ml_anchor){ .from = (size_t)(name.at - sentence.at), .license = license, .name = name };
	out->to = out->from + name.len;
	return 1;
}

struct ml_span ml_part_behind(const struct ml_knowledge *knowledge, struct ml_span sentence, size_t at)
{
	const struct ml_list *ends = ml_list_of(knowledge, ML_LIST_PART_ENDS);
	struct ml_span rest = ml_span_trim(ml_span_sub(sentence, at, at + PART_BYTES));
	bool bracket = ml_span_starts(rest, "(");
	size_t end = bracket ? ml_span_find(rest, ")") : rest.len;

	if (end == SIZE_MAX || !ml_list_start(knowledge, ML_LIST_PART_JOINTS, rest))
		return (struct ml_span){ 0 };
	for (size_t i = 0; !bracket && i < ends->nr; i++) {
		size_t found = ml_span_find(rest, ends->at[i]);
		end = found < end ? found : end;
	}
	return ml_span_sub(rest, 0, end);
}
