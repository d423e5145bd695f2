#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lint/source/role_p.h"

struct row {
	const char *path;
	enum ml_role role;
};

static void check(const struct row *rows, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		cr_expect_eq(ml_role_of(ml_span_of(rows[i].path)), rows[i].role, "%s: got %d, want %d", rows[i].path,
			     ml_role_of(ml_span_of(rows[i].path)), rows[i].role);
}
#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

Test(role, finds_licenses_by_the_words_of_their_names)
{
	static const struct row rows[] = {
		{ "croissant.json", ML_ROLE_CONFIG },
		{ "data/letters_croissant.json", ML_ROLE_CONFIG },
		{ "metadata.jsonld", ML_ROLE_CONFIG },
		{ "LICENSE", ML_ROLE_LICENSE },
		{ "license.md", ML_ROLE_LICENSE },
		{ "LICENCE.txt", ML_ROLE_LICENSE },
		{ "COPYING", ML_ROLE_LICENSE },
		{ "COPYING.LESSER", ML_ROLE_LICENSE },
		{ "UNLICENSE", ML_ROLE_LICENSE },
		{ "LICENSE-2.0", ML_ROLE_LICENSE },
		{ "LICENSE-2.0.txt", ML_ROLE_LICENSE },
		{ "LICENSE.apache", ML_ROLE_LICENSE },
		{ "MODEL_LICENSE", ML_ROLE_LICENSE },
		{ "weights.LICENSE", ML_ROLE_LICENSE },
		{ "heron-3.1-license", ML_ROLE_LICENSE },
		{ "LICENSE-heron3.1", ML_ROLE_LICENSE },
		{ "Heron COMMUNITY LICENSE AGREEMENT", ML_ROLE_LICENSE },
		{ "HeronModelLicenseAgreement", ML_ROLE_LICENSE },
		{ "LICENSES/Apache-2.0.txt", ML_ROLE_LICENSE },
		{ "model_licenses/heron", ML_ROLE_LICENSE },
		{ "docs/LICENSING.md", ML_ROLE_LICENSE },
		{ "TERMS_OF_USE.md", ML_ROLE_LICENSE },
		{ "docs/terms-of-service.md", ML_ROLE_DOC },
		{ "LICENSE.weights", ML_ROLE_LICENSE },
		{ "COPYING.model", ML_ROLE_LICENSE },
		{ "yolo.weights", ML_ROLE_WEIGHTS },
		{ "license-plates.weights", ML_ROLE_WEIGHTS },
		{ "docs/legal/terms.md", ML_ROLE_DOC },
		{ "docs/MODEL_TERMS.md", ML_ROLE_LICENSE },
		{ "docs/LICENSE.md", ML_ROLE_LICENSE },
		{ "weights/TERMS.txt", ML_ROLE_LICENSE },
		{ "EULA.txt", ML_ROLE_LICENSE },
		{ "COPYRIGHT", ML_ROLE_LICENSE },
		{ "\xe6\xa8\xa1\xe5\x9e\x8b\xe8\xae\xb8\xe5\x8f\xaf\xe5\x8d\x8f\xe8\xae\xae.md", ML_ROLE_LICENSE },
		{ "\xe6\xa8\xa1\xe5\x9e\x8b\xe8\xae\xb8\xe5\x8f\xaf\xe5\x8d\x8f\xe8\xae\xae.pdf", ML_ROLE_LICENSE_PDF },
		{ "Heron Community License.pdf", ML_ROLE_LICENSE_PDF },
		{ "assets/heron_license.docx", ML_ROLE_LICENSE_PDF },
		{ "agreements/heron_agreement_en.pdf", ML_ROLE_LICENSE_PDF },
		{ "LICENSE.png", ML_ROLE_LICENSE_PDF },
	};
	CHECK(rows);
}

Test(role, leaves_what_is_only_about_licenses)
{
	static const struct row rows[] = {
		{ "license_checker.py", ML_ROLE_CODE },
		{ "src/license.rs", ML_ROLE_CODE },
		{ "docs/license_header.txt", ML_ROLE_DOC },
		{ "docs/software-license-installation.md", ML_ROLE_DOC },
		{ "CONTRIBUTOR_LICENSE_AGREEMENT.md", ML_ROLE_DOC },
		{ "license_plates.txt", ML_ROLE_DOC },
		{ "docs/badge_vs_license.md", ML_ROLE_DOC },
		{ "licenses.json", ML_ROLE_NONE },
		{ "license.svg", ML_ROLE_NONE },
		{ "images/mit_license.png", ML_ROLE_NONE },
		{ "weights.bin.license", ML_ROLE_NONE },
		{ "data/agreement.jsonl", ML_ROLE_DATA },
		{ "license.key", ML_ROLE_NONE },
		{ ".license", ML_ROLE_NONE },
		{ "inter_annotator_agreement.md", ML_ROLE_DOC },
		{ "THIRD_PARTY_LICENSES.txt", ML_ROLE_NOTICE },
		{ "ThirdPartyNotices", ML_ROLE_NOTICE },
		{ "privacy-policy.md", ML_ROLE_DOC },
	};
	CHECK(rows);
}

Test(role, tells_cards_from_translations_and_documents)
{
	static const struct row rows[] = {
		{ "README", ML_ROLE_CARD },
		{ "readme.MD", ML_ROLE_CARD },
		{ "docs/README.rst", ML_ROLE_CARD },
		{ "README_heron2.md", ML_ROLE_CARD },
		{ "old-README.md", ML_ROLE_CARD },
		{ "MODEL_CARD.md", ML_ROLE_CARD },
		{ "heron-model-card.md", ML_ROLE_CARD },
		{ "model_cards/heron-7b.md", ML_ROLE_CARD },
		{ "model_card_template.md", ML_ROLE_DOC },
		{ "README_zh.md", ML_ROLE_TRANSLATION },
		{ "README-CN.md", ML_ROLE_TRANSLATION },
		{ "README.pt-BR.md", ML_ROLE_TRANSLATION },
		{ "README.ja", ML_ROLE_TRANSLATION },
		{ "docs/zh/README.md", ML_ROLE_TRANSLATION },
		{ "README_\xe4\xb8\xad\xe6\x96\x87.md", ML_ROLE_TRANSLATION },
		{ "FAQ.md", ML_ROLE_DOC },
		{ "requirements.txt", ML_ROLE_NONE },
		{ "CMakeLists.txt", ML_ROLE_NONE },
		{ "NOTICE.txt", ML_ROLE_NOTICE },
		{ "USE_POLICY.md", ML_ROLE_POLICY },
		{ "acceptable-use-policy.txt", ML_ROLE_POLICY },
		{ "PROHIBITED_USES.md", ML_ROLE_POLICY },
		{ "DISCLAIMER", ML_ROLE_DISCLAIMER },
		{ "readme_builder.py", ML_ROLE_CODE },
	};
	CHECK(rows);
}

Test(role, knows_weights_configs_packages_and_data)
{
	static const struct row rows[] = {
		{ "model-00001-of-00002.safetensors", ML_ROLE_WEIGHTS },
		{ "ggml-model-q4_0.gguf", ML_ROLE_WEIGHTS },
		{ "pytorch_model.bin", ML_ROLE_WEIGHTS },
		{ "a/params_model_1.npz", ML_ROLE_WEIGHTS },
		{ "noise.bin", ML_ROLE_NONE },
		{ "features.npz", ML_ROLE_NONE },
		{ "x.ckpt", ML_ROLE_WEIGHTS },
		{ "x.tflite", ML_ROLE_WEIGHTS },
		{ "x.pte", ML_ROLE_WEIGHTS },
		{ "x.litertlm", ML_ROLE_WEIGHTS },
		{ "tokenizer.model", ML_ROLE_NONE },
		{ "config.json", ML_ROLE_CONFIG },
		{ "adapter_config.json", ML_ROLE_CONFIG },
		{ "model.safetensors.index.json", ML_ROLE_CONFIG },
		{ "Cargo.toml", ML_ROLE_PACKAGE },
		{ "setup.py", ML_ROLE_PACKAGE },
		{ ".zenodo.json", ML_ROLE_PACKAGE },
		{ "train.parquet", ML_ROLE_DATA },
		{ "data/train.json", ML_ROLE_DATA },
		{ "x.jsonl.gz", ML_ROLE_DATA },
		{ "tsconfig.json", ML_ROLE_NONE },
		{ "x.tar.gz", ML_ROLE_NONE },
		{ "", ML_ROLE_NONE },
		{ "folder/", ML_ROLE_NONE },
	};
	CHECK(rows);
}

Test(role, every_extension_of_the_table_is_found)
{
	/* The table is searched by halves, so one row out of place hides others: a sample from each end and the middle. */
	static const char *const weights[] = { "caffemodel", "ckpt", "engine", "gguf", "ggml", "h5",	   "hdf5",	 "keras",
					       "llamafile",  "mlmodel", "mnn", "msgpack", "nemo", "onnx", "ot",  "params",
					       "pdiparams", "pdparams", "pt", "pth",  "ptl", "rknn", "safetensors", "t7",
					       "tflite", "torchscript", "weights" };
	char path[64];
	for (size_t i = 0; i < sizeof weights / sizeof *weights; i++) {
		snprintf(path, sizeof path, "x.%s", weights[i]);
		cr_expect_eq(ml_role_of(ml_span_of(path)), ML_ROLE_WEIGHTS, "%s", path);
	}
	static const char *const code[] = { "bat", "c", "cpp", "cu", "go", "java", "kt", "lua", "py", "r", "rs", "sh", "ts", "vue" };
	for (size_t i = 0; i < sizeof code / sizeof *code; i++) {
		snprintf(path, sizeof path, "x.%s", code[i]);
		cr_expect_eq(ml_role_of(ml_span_of(path)), ML_ROLE_CODE, "%s", path);
	}
}

Test(role, reads_scopes_from_names_and_folders)
{
	static const struct {
		const char *path;
		unsigned scope;
	} rows[] = {
		{ "LICENSE", 0 },
		{ "MODEL_LICENSE", ML_SCOPE_WEIGHTS },
		{ "LICENSE_weights", ML_SCOPE_WEIGHTS },
		{ "HeronModelsCommunityLicense", ML_SCOPE_WEIGHTS },
		{ "LICENSE-CODE", ML_SCOPE_CODE },
		{ "DATA_LICENSE", ML_SCOPE_DATA },
		{ "LICENSE-docs", ML_SCOPE_DOCS },
		{ "LICENSE-CODE-AND-DATA", ML_SCOPE_CODE | ML_SCOPE_DATA },
		{ "model_licenses/LICENSE-a", ML_SCOPE_WEIGHTS },
		{ "weights/LICENSE", ML_SCOPE_WEIGHTS },
		{ "data/LICENSE", ML_SCOPE_DATA },
		{ "models/LICENSE", 0 },
		{ "\xe6\xa8\xa1\xe5\x9e\x8b\xe8\xae\xb8\xe5\x8f\xaf.md", ML_SCOPE_WEIGHTS },
		{ "MIT_LICENSE", 0 },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_eq(ml_role_scope(ml_span_of(rows[i].path)), rows[i].scope, "%s: got %u", rows[i].path,
			     ml_role_scope(ml_span_of(rows[i].path)));
}

Test(role, reads_languages_from_names_and_folders)
{
	static const struct {
		const char *path, *language;
	} rows[] = {
		{ "README.md", "" },	    { "README_zh.md", "zh" },	    { "README_zh_240605.md", "zh" }, { "README-EN.md", "en" },
		{ "README_ja_jp.md", "ja" }, { "README.pt-BR.md", "pt" },    { "LICENSE_ZH.txt", "zh" },	 { "docs/ko/README.md", "ko" },
		{ "docs/README.md", "" },   { "zh-CN/README.md", "zh" },    { "en/README.md", "" },		 { "README_sdxl.md", "" },
		{ "it/README.md", "" },	    { "README_chinese.md", "zh" },
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		cr_expect_str_eq(ml_role_language(ml_span_of(rows[i].path)), rows[i].language, "%s", rows[i].path);
}

Test(role, knows_what_lies_outside)
{
	cr_expect(ml_role_outside(ml_span_of("third_party/x/LICENSE")));
	cr_expect(ml_role_outside(ml_span_of("a/node_modules/x/README.md")));
	cr_expect(ml_role_outside(ml_span_of("tests/unit/fixtures/README.md")));
	cr_expect(ml_role_outside(ml_span_of("tests/fuzz/corpus/terms")));
	cr_expect_not(ml_role_outside(ml_span_of("fuzz")));
	cr_expect_not(ml_role_outside(ml_span_of("tests/README.md")));
	cr_expect_not(ml_role_outside(ml_span_of("vendor")), "a file of that name is no folder");
	cr_expect_not(ml_role_outside(ml_span_of("models/x/LICENSE")));
}

/* Each license file of the labelled repositories has a role that counts, and no file of code or data has one. */
/* What is remembered of a path must not show in the next: each behind each other. */
Test(role, is_the_same_whatever_was_asked_before)
{
	static const char *const paths[] = {
		"LICENSE", "a/LICENSES/x.inc", "a/LICENSES/x.md", "LICENSES/scan.inc", "licenses_about/x.inc", "model_cards/7b.md", "model_cards/7b.inc",
		"vendor/LICENSE", "vendor/a/x.inc", "tests/fixtures/run.py", "tests/run.py", "README.ja", "README.inc", "file7.inc", "file7.INC",
		"license.inc", "x.LICENSE", "w.bin.license", "x.license", "NOTICE.inc", "run.py", "setup.py", "a/setup.py", "config.json",
		"weights/model.safetensors", "data/train.json", "a.verylongextensionofafile", "v1.5", "docs//x.txt", "third_party_licenses/x.inc", "x.jsonld",
	};
	const size_t nr = sizeof paths / sizeof *paths;
	for (size_t i = 0; i < nr * nr; i++) {
		struct ml_role_memo memo = { .named = false };
		struct ml_span first = ml_span_of(paths[i / nr]), path = ml_span_of(paths[i % nr]);
		bool outside;
		ml_role_in(&memo, first, &outside);
		enum ml_role role = ml_role_in(&memo, path, &outside);
		cr_expect_eq(role, ml_role_of(path), "%s behind %s: got %d, want %d", path.at, first.at, role, ml_role_of(path));
		cr_expect_eq(outside, role && ml_role_outside(path), "%s behind %s", path.at, first.at);
	}
}

Test(role, fits_the_labelled_repositories)
{
	const char *corpus = getenv("MLINT_CORPUS");
	char path[4096], line[8192];
	snprintf(path, sizeof path, "%s/corpus/labels.tsv", corpus ? corpus : "");
	FILE *labels = corpus ? fopen(path, "r") : NULL;
	if (!labels)
		cr_skip_test("SKIPPED: MLINT_CORPUS names no corpus");
	size_t nr = 0;
	while (fgets(line, sizeof line, labels)) {
		char *at = line, *field = NULL;
		for (int i = 0; i < 5 && at; i++)
			field = strsep(&at, "\t");
		while (field && (at = strsep(&field, ";"))) {
			if (strcmp(at, "-") == 0 || strcmp(at, "license_files") == 0)
				continue;
			enum ml_role role = ml_role_of(ml_span_of(at));
			cr_expect(role == ML_ROLE_LICENSE || role == ML_ROLE_LICENSE_PDF || role == ML_ROLE_NOTICE ||
					  role == ML_ROLE_POLICY || role == ML_ROLE_DISCLAIMER,
				  "%s has role %d", at, role);
			nr++;
		}
	}
	fclose(labels);
	cr_expect(nr > 100);
}
