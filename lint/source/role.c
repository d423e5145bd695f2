#include "lint/source/role.h"

#include <string.h>

#include "lint/source/name.h"
#include "lint/source/role_p.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* Names that have their role whatever their words say, compared without ASCII case. */
static const struct {
	struct ml_span base;
	enum ml_role role;
} exact[] = {
	{ ML_SPAN("pyproject.toml"), ML_ROLE_PACKAGE },
	{ ML_SPAN("setup.cfg"), ML_ROLE_PACKAGE },
	{ ML_SPAN("setup.py"), ML_ROLE_PACKAGE },
	{ ML_SPAN("package.json"), ML_ROLE_PACKAGE },
	{ ML_SPAN("cargo.toml"), ML_ROLE_PACKAGE },
	{ ML_SPAN("citation.cff"), ML_ROLE_PACKAGE },
	{ ML_SPAN("codemeta.json"), ML_ROLE_PACKAGE },
	{ ML_SPAN(".zenodo.json"), ML_ROLE_PACKAGE },
	{ ML_SPAN("config.json"), ML_ROLE_CONFIG },
	{ ML_SPAN("configuration.json"), ML_ROLE_CONFIG },
	{ ML_SPAN("model_index.json"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit_config.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit_config.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit-config.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit-config.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("merge_config.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("merge_config.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit_moe_config.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("mergekit_moe_config.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("merge.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("merge.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("config.yml"), ML_ROLE_CONFIG },
	{ ML_SPAN("config.yaml"), ML_ROLE_CONFIG },
	{ ML_SPAN("params.json"), ML_ROLE_CONFIG },
	{ ML_SPAN("modelfile"), ML_ROLE_CONFIG },
	{ ML_SPAN(".mlint.yml"), ML_ROLE_SETTINGS },
};

static enum ml_role exact_role(struct ml_span base)
{
	for (size_t i = 0; i < ROWS(exact); i++)
		if (base.len == exact[i].base.len && ml_span_eq_nocase(base, exact[i].base))
			return exact[i].role;
	return ML_ROLE_NONE;
}

static bool has(const struct ml_name *name, uint32_t says)
{
	return (name->all & says) != 0;
}

static bool number(const char *word)
{
	return word[0] && strspn(word, "0123456789") == strlen(word);
}

/* Whether a word may follow "license" in a license's name: LICENSE-MODEL, License v2, LICENSE AGREEMENT zh. */
static bool may_follow(const struct ml_name *name, size_t i)
{
	const uint32_t ok = ML_SAYS_LICENSE | ML_SAYS_AGREEMENT | ML_SAYS_TERMS | ML_SAYS_FILLER | ML_SAYS_WEIGHTS | ML_SAYS_CODE |
			    ML_SAYS_DATA | ML_SAYS_DOCS | ML_SAYS_NOTICE;
	return (name->says[i] & ok) || number(name->words[i]) || ml_name_language(name, i);
}

/* The name is that of a license: the word stands first or last, or only words of scope, version and language follow it. */
static bool names_license(const struct ml_name *name, uint32_t word)
{
	if (name->cut || has(name, ML_SAYS_ABOUT) || !has(name, word))
		return false;
	if (name->says[0] & word)
		return true;
	size_t i = name->words_nr;
	while (i > 0 && !(name->says[i - 1] & word) && may_follow(name, i - 1))
		i--;
	return i > 0 && (name->says[i - 1] & word);
}

/* TERMS, terms-of-use, MODEL_TERMS: nothing but words that go with terms. */
static bool names_terms(const struct ml_name *name)
{
	if (name->cut || !has(name, ML_SAYS_TERMS) || has(name, ML_SAYS_ABOUT))
		return false;
	for (size_t i = 0; i < name->words_nr; i++)
		if (!may_follow(name, i))
			return false;
	return true;
}

static bool names_policy(const struct ml_name *name)
{
	if (name->cut || has(name, ML_SAYS_ABOUT | ML_SAYS_CODE))
		return false;
	if (has(name, ML_SAYS_POLICY))
		return has(name, ML_SAYS_USE);
	size_t last = name->words_nr - 1;
	return name->words_nr >= 2 && (name->says[last - 1] & ML_SAYS_USE) && (name->says[last] & ML_SAYS_USE);
}

static bool names_card(const struct ml_name *name)
{
	if (name->cut || has(name, ML_SAYS_ABOUT) || !has(name, ML_SAYS_CARD))
		return false;
	size_t last = name->words_nr - 1;
	while (last > 0 && (number(name->words[last]) || ml_name_language(name, last)))
		last--;
	return (name->says[last] & ML_SAYS_CARD) ||
	       (last == 1 && (name->says[0] & ML_SAYS_CARD)) || /* card_v2, card_vision */
	       (last >= 1 && (name->says[last - 1] & ML_SAYS_CARD) && (name->says[0] & ML_SAYS_WEIGHTS));
}

/* Folders that are named for what they hold: LICENSES/MIT.txt, model_cards/7b.md. */
static void read_folder(struct ml_role_memo *memo)
{
	struct ml_name name;

	memo->named = true;
	name.stem = ml_name_folder(memo->folder);
	ml_name_split(&name);
	memo->says = name.all | ml_name_says_wide(name.stem);
	if (has(&name, ML_SAYS_ABOUT))
		return;
	for (size_t i = 0; i < name.words_nr; i++) {
		if (strcmp(name.words[i], "licenses") != 0 && strcmp(name.words[i], "licences") != 0)
			continue;
		memo->text = memo->other = has(&name, ML_SAYS_THIRD) ? ML_ROLE_NOTICE : ML_ROLE_LICENSE;
		return;
	}
	if (has(&name, ML_SAYS_CARD))
		memo->text = ML_ROLE_CARD;
}

/* Goes to the folder of a path; what was known of another is forgotten. */
static void enter(struct ml_role_memo *memo, struct ml_span folder)
{
	if (ml_span_eq(folder, memo->folder))
		return;
	memo->folder = folder;
	memo->named = memo->placed = memo->outside = false;
	memo->says = 0;
	memo->text = memo->other = ML_ROLE_NONE;
}

/* What the words of the folder's name say (a set of enum ml_name_says). */
static uint32_t folder_words(struct ml_role_memo *memo)
{
	if (!memo->named)
		read_folder(memo);
	return memo->says;
}

/* What the folder makes of a file that says nothing by itself. */
static enum ml_role folder_says(struct ml_role_memo *memo, enum ml_name_kind kind)
{
	if (!memo->named)
		read_folder(memo);
	return kind == ML_NAME_TEXT ? memo->text : memo->other;
}

static enum ml_role folder_role(struct ml_role_memo *memo, const struct ml_name *name)
{
	return has(name, ML_SAYS_ABOUT) ? ML_ROLE_NONE : folder_says(memo, name->kind);
}

static enum ml_role readme_role(const struct ml_name *name, struct ml_span path)
{
	if (!has(name, ML_SAYS_README) || has(name, ML_SAYS_ABOUT))
		return ML_ROLE_NONE;
	size_t last = name->words_nr - 1;
	if (!(name->says[0] & ML_SAYS_README) && !(name->says[last] & ML_SAYS_README))
		return ML_ROLE_NONE;
	return *ml_role_language(path) ? ML_ROLE_TRANSLATION : ML_ROLE_CARD;
}

static bool names_rights(const struct ml_name *name)
{
	return name->words_nr == 1 && (strcmp(name->words[0], "copyright") == 0 || strcmp(name->words[0], "legal") == 0);
}

/* The role of a text (or of a name without extension) by its words, before places are looked at. */
static enum ml_role words_role(const struct ml_name *name)
{
	if (!name->all) /* as most names */
		return names_rights(name) ? ML_ROLE_LICENSE : ML_ROLE_NONE;
	if (names_policy(name))
		return ML_ROLE_POLICY;
	if (names_license(name, ML_SAYS_LICENSE) || names_license(name, ML_SAYS_AGREEMENT) || names_terms(name))
		return has(name, ML_SAYS_THIRD) ? ML_ROLE_NOTICE : ML_ROLE_LICENSE;
	if (has(name, ML_SAYS_DISCLAIMER) && !name->cut)
		return ML_ROLE_DISCLAIMER;
	if (has(name, ML_SAYS_NOTICE) && !name->cut && !has(name, ML_SAYS_ABOUT))
		return ML_ROLE_NOTICE;
	return names_rights(name) ? ML_ROLE_LICENSE : ML_ROLE_NONE;
}

/* The same for names in scripts without word borders. */
static enum ml_role wide_role(struct ml_span stem)
{
	uint32_t all = ml_name_says_wide(stem);
	if (!all || (all & ML_SAYS_ABOUT))
		return ML_ROLE_NONE;
	if (all & ML_SAYS_POLICY)
		return ML_ROLE_POLICY;
	if (all & ML_SAYS_DISCLAIMER)
		return ML_ROLE_DISCLAIMER;
	return all & (ML_SAYS_LICENSE | ML_SAYS_AGREEMENT) ? ML_ROLE_LICENSE : ML_ROLE_NONE;
}

static bool below_docs(struct ml_span path)
{
	struct ml_span part;
	if (!ml_name_next(&path, &part))
		return false;
	return !path.len || ml_span_is_nocase(part, "docs") || ml_span_is_nocase(part, "doc");
}

/* requirements.txt, CMakeLists.txt and word lists are no prose. */
static bool prose(const struct ml_name *name, struct ml_span path)
{
	if (!ml_span_is_nocase(name->ext, "txt") && !ml_span_is_nocase(name->ext, "text"))
		return true;
	static const char *const not[] = { "requirements", "requirement", "cmake", "constraints", "robots", "vocab", "merges" };
	for (size_t i = 0; i < ROWS(not); i++)
		if (name->words_nr && strcmp(name->words[0], not[i]) == 0)
			return false;
	return below_docs(path);
}

/* docs/terms-of-service.md: the pages of a website have terms of their own; of the model or its license such a name says nothing there. */
static bool terms_of_site(const struct ml_name *name, struct ml_span path)
{
	return names_terms(name) && !has(name, ML_SAYS_LICENSE | ML_SAYS_AGREEMENT | ML_SAYS_WEIGHTS | ML_SAYS_CODE | ML_SAYS_DATA) &&
	       ml_name_folder(path).len && below_docs(path);
}

static enum ml_role text_role(struct ml_role_memo *memo, struct ml_name *name, struct ml_span path)
{
	ml_name_split(name);
	if (!name->words_nr && !ml_name_says_wide(name->stem))
		return ML_ROLE_NONE;
	enum ml_role role = readme_role(name, path);
	if (!role)
		role = words_role(name);
	if (role == ML_ROLE_LICENSE && terms_of_site(name, path))
		role = ML_ROLE_DOC;
	if (!role)
		role = wide_role(name->stem);
	if (!role && names_card(name))
		role = *ml_role_language(path) ? ML_ROLE_TRANSLATION : ML_ROLE_CARD;
	if (!role)
		role = folder_role(memo, name);
	if (!role && name->kind == ML_NAME_TEXT && prose(name, path))
		role = ML_ROLE_DOC;
	return role;
}

/* LICENSE.PE, LICENSE.apache, MODEL.LICENSE; but a REUSE sidecar (weights.bin.license) is none. */
static enum ml_role unknown_role(struct ml_role_memo *memo, struct ml_name *name, struct ml_span path)
{
	struct ml_name inner;
	if (ml_span_is_nocase(name->ext, "jsonld"))
		return ML_ROLE_CONFIG;
	if (name->ext_says & (ML_SAYS_LICENSE | ML_SAYS_NOTICE)) {
		ml_name_open(&inner, name->stem, NULL);
		if (inner.kind != ML_NAME_NONE && inner.kind != ML_NAME_UNKNOWN)
			return ML_ROLE_NONE;
		return name->ext_says & ML_SAYS_LICENSE ? ML_ROLE_LICENSE : ML_ROLE_NOTICE;
	}
	ml_name_begin(name);
	if (!name->words_nr || !((name->says[0] & (ML_SAYS_LICENSE | ML_SAYS_README)) || folder_says(memo, name->kind)))
		return ML_ROLE_NONE;
	ml_name_split(name);
	if (strcmp(name->words[0], "readme") == 0 && *ml_role_language(path))
		return ML_ROLE_TRANSLATION; /* README.ja */
	bool first = name->says[0] & ML_SAYS_LICENSE && !has(name, ML_SAYS_ABOUT);
	return first ? ML_ROLE_LICENSE : folder_role(memo, name);
}

/* A license that is a PDF or a scan. Pictures named for a license are mostly badges: only those at the root or beside licenses count. */
static enum ml_role unread_role(struct ml_role_memo *memo, struct ml_name *name, struct ml_span path)
{
	ml_name_split(name);
	bool yes = words_role(name) == ML_ROLE_LICENSE || wide_role(name->stem) == ML_ROLE_LICENSE;
	if (!yes && name->kind == ML_NAME_PAPER)
		yes = folder_role(memo, name) == ML_ROLE_LICENSE;
	if (yes && name->kind == ML_NAME_IMAGE)
		yes = !ml_name_folder(path).len || (folder_words(memo) & (ML_SAYS_LICENSE | ML_SAYS_AGREEMENT));
	return yes ? ML_ROLE_LICENSE_PDF : ML_ROLE_NONE;
}

static enum ml_role record_role(struct ml_role_memo *memo, struct ml_name *name)
{
	if (!ml_span_is_nocase(name->ext, "json"))
		return ML_ROLE_NONE;
	if (ml_span_find_nocase(name->stem, "croissant") != SIZE_MAX)
		return ML_ROLE_CONFIG;
	if (ml_span_ends_nocase(name->stem, "_config") || ml_span_ends_nocase(name->stem, ".index"))
		return ML_ROLE_CONFIG;
	if (folder_words(memo) & ML_SAYS_DATA)
		return ML_ROLE_DATA;
	ml_name_split(name);
	return has(name, ML_SAYS_DATA) ? ML_ROLE_DATA : ML_ROLE_NONE;
}

/* pytorch_model-00001-of-00002.bin, params_model_1.npz: the words tell tensors from other binaries. */
static enum ml_role blob_role(struct ml_name *name)
{
	ml_name_split(name);
	return has(name, ML_SAYS_TENSOR) ? ML_ROLE_WEIGHTS : ML_ROLE_NONE;
}

/* data.jsonl.gz, train.json.zst */
static enum ml_role packed_role(const struct ml_name *name)
{
	if (!ml_span_is_nocase(name->ext, "gz") && !ml_span_is_nocase(name->ext, "zst") && !ml_span_is_nocase(name->ext, "bz2"))
		return ML_ROLE_NONE;
	struct ml_name inner;
	ml_name_open(&inner, name->stem, NULL);
	return inner.kind == ML_NAME_DATA || ml_span_is_nocase(inner.ext, "json") ? ML_ROLE_DATA : ML_ROLE_NONE;
}

/* LICENSE.weights, COPYING.model: an ending that says of which part, where it would be a format behind another name. */
static bool is_license_of_part(struct ml_name *name)
{
	if (!ml_span_is_nocase(name->ext, "weights") && !ml_span_is_nocase(name->ext, "model"))
		return false;
	ml_name_split(name);
	return name->words_nr == 1 && has(name, ML_SAYS_LICENSE) && !has(name, ML_SAYS_ABOUT);
}

static enum ml_role role_in(struct ml_role_memo *memo, struct ml_span path)
{
	struct ml_name name;
	ml_name_open(&name, path, &memo->ext);
	if (!name.base.len)
		return ML_ROLE_NONE;
	enter(memo, ml_span_sub(path, 0, path.len - name.base.len));
	if (name.kind == ML_NAME_RECORD || name.kind == ML_NAME_CODE || name.kind == ML_NAME_NONE) {
		enum ml_role role = exact_role(name.base);
		if (role)
			return role;
	}
	switch (name.kind) {
	case ML_NAME_CODE:
		return ML_ROLE_CODE;
	case ML_NAME_DATA:
		return ML_ROLE_DATA;
	case ML_NAME_WEIGHTS:
		return is_license_of_part(&name) ? ML_ROLE_LICENSE : ML_ROLE_WEIGHTS;
	case ML_NAME_BLOB:
		return blob_role(&name);
	case ML_NAME_RECORD:
		return record_role(memo, &name);
	case ML_NAME_OTHER:
		return is_license_of_part(&name) ? ML_ROLE_LICENSE : packed_role(&name);
	case ML_NAME_PAPER:
	case ML_NAME_IMAGE:
		return unread_role(memo, &name, path);
	case ML_NAME_UNKNOWN:
		return unknown_role(memo, &name, path);
	case ML_NAME_NONE:
	case ML_NAME_TEXT:
	case ML_NAME_PAGE:
		break;
	}
	return name.base.at[0] == '.' ? ML_ROLE_NONE : text_role(memo, &name, path);
}

enum ml_role ml_role_of(struct ml_span path)
{
	struct ml_role_memo memo = { .named = false };

	return role_in(&memo, path);
}

enum ml_role ml_role_in(struct ml_role_memo *memo, struct ml_span path, bool *outside)
{
	enum ml_role role = role_in(memo, path);

	if (role != ML_ROLE_NONE && !memo->placed) {
		memo->outside = ml_role_outside(path);
		memo->placed = true;
	}
	*outside = role != ML_ROLE_NONE && memo->outside;
	return role;
}

static const char *const outside[] = {
	"vendor", "vendored", "third_party", "thirdparty", "third-party", "3rdparty", "3rd_party", "3rd-party",
	"node_modules", "external", "externals", "extern", "dependencies", "deps", "submodules", "submodule",
	"site-packages", "bower_components", "testdata", "test_data", "test-data", "test_fixtures", "fuzz",
};

static bool outside_name(struct ml_span part)
{
	for (size_t i = 0; i < ROWS(outside); i++)
		if (ml_lower(part.at[0]) == outside[i][0] && ml_span_is_nocase(part, outside[i]))
			return true;
	return false;
}

bool ml_role_outside(struct ml_span path)
{
	struct ml_span part;
	bool test = false;
	while (ml_name_next(&path, &part) && path.len) {
		if (part.len && outside_name(part))
			return true;
		if (test && (ml_span_is_nocase(part, "fixtures") || ml_span_is_nocase(part, "data") || ml_span_is_nocase(part, "golden")))
			return true;
		test |= ml_span_is_nocase(part, "tests") || ml_span_is_nocase(part, "test");
	}
	return false;
}

static unsigned scope_of(uint32_t all)
{
	return (all & ML_SAYS_CODE ? ML_SCOPE_CODE : 0) | (all & ML_SAYS_WEIGHTS ? ML_SCOPE_WEIGHTS : 0) |
	       (all & ML_SAYS_DATA ? ML_SCOPE_DATA : 0) | (all & ML_SAYS_DOCS ? ML_SCOPE_DOCS : 0);
}

/* Folders whose name alone says what they hold; models/ holds code as often as weights. */
static unsigned folder_scope(struct ml_span folder)
{
	struct ml_name name = { .stem = folder };
	ml_name_split(&name);
	if (name.all & ML_SAYS_LICENSE)
		return scope_of(name.all);
	if (name.words_nr != 1 || strncmp(name.words[0], "model", 5) == 0)
		return 0;
	return scope_of(name.all);
}

unsigned ml_role_scope(struct ml_span path)
{
	struct ml_name name;
	ml_name_open(&name, path, NULL);
	if (name.kind == ML_NAME_UNKNOWN || is_license_of_part(&name))
		name.stem = name.base;
	unsigned scope = scope_of(ml_name_says_of(name.stem));
	return scope ? scope : folder_scope(ml_name_folder(path));
}

static const struct {
	const char *letters, *language;
} scripts[] = {
	{ "\xe4\xb8\xad\xe6\x96\x87", "zh" },			/* 中文 */
	{ "\xe7\xae\x80\xe4\xbd\x93", "zh" },			/* 简体 */
	{ "\xe7\xb9\x81\xe9\xab\x94", "zh" },			/* 繁體 */
	{ "\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e", "ja" },	/* 日本語 */
	{ "\xed\x95\x9c\xea\xb5\xad\xec\x96\xb4", "ko" },	/* 한국어 */
};

static const char *name_language(struct ml_name *name)
{
	for (size_t i = 0; i < ROWS(scripts); i++)
		if (memmem(name->stem.at, name->stem.len, scripts[i].letters, strlen(scripts[i].letters)))
			return scripts[i].language;
	ml_name_split(name);
	/* Never the first word: what "de.md" holds is told by its folder. */
	for (size_t i = name->words_nr; i-- > 1;) {
		const char *language = ml_name_language(name, i);
		if (language && ml_name_language(name, i - 1) && i > 1)
			continue; /* the region of zh-CN, pt_BR */
		if (language)
			return language;
		if (!number(name->words[i]) && i + 1 < name->words_nr && i > 1)
			break;
	}
	return "";
}

bool ml_role_holds_languages(struct ml_span folder)
{
	static const char *const names[] = { "docs", "doc", "documentation", "i18n", "locales", "lang", "languages", "translations",
					     "readme", "readmes" };
	for (size_t i = 0; i < ROWS(names); i++)
		if (ml_span_is_nocase(folder, names[i]))
			return true;
	return false;
}

const char *ml_role_language(struct ml_span path)
{
	struct ml_name name;
	ml_name_open(&name, path, NULL);
	if (name.kind == ML_NAME_UNKNOWN)
		name.stem = name.base;
	const char *language = name_language(&name);
	struct ml_span part;
	bool docs = false;
	while (!*language && ml_name_next(&path, &part) && path.len) {
		bool region;
		const char *of = ml_name_folder_language(part, &region);
		if (of && (docs || region))
			language = of;
		docs |= ml_role_holds_languages(part);
	}
	return language;
}
