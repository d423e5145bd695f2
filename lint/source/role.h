/* What a file is to mlint, told by its path alone. */
#pragma once

#include <stdbool.h>

#include "lint/base/span.h"

enum ml_role {
	ML_ROLE_NONE = 0,
	ML_ROLE_LICENSE,  /* LICENSE, COPYING, MODEL_LICENSE.md, LICENSE-CODE, "Tongyi Qianwen LICENSE AGREEMENT", UNLICENSE, files in LICENSES/ … */
	ML_ROLE_LICENSE_PDF, /* the same as .pdf, .doc(x), .rtf, .png: counts by name, is not read */
	ML_ROLE_NOTICE,   /* NOTICE, Notice.txt */
	ML_ROLE_POLICY,   /* USE_POLICY.md, ACCEPTABLE_USE_POLICY, USAGE_POLICY, PROHIBITED_USE_POLICY */
	ML_ROLE_DISCLAIMER,
	ML_ROLE_CARD,     /* README(.md,.rst,.txt or none), MODEL_CARD.md, *_CARD.md: its prose speaks for the repository */
	ML_ROLE_TRANSLATION, /* README_zh.md, README-CN.md, README.ja.md, docs/zh/README.md */
	ML_ROLE_DOC,      /* other Markdown or text: FAQ.md, those below docs/ */
	ML_ROLE_CONFIG,   /* config.json, adapter_config.json, model_index.json, croissant.json … */
	ML_ROLE_PACKAGE,  /* pyproject.toml, setup.cfg, setup.py, package.json, Cargo.toml, CITATION.cff, codemeta.json, .zenodo.json */
	ML_ROLE_WEIGHTS,  /* *.safetensors, *.gguf, pytorch_model.bin, *.pt, *.pth, *.ckpt, *.onnx, *.h5, *.msgpack, *.tflite … */
	ML_ROLE_DATA,     /* *.parquet, *.arrow, *.jsonl, dataset scripts */
	ML_ROLE_CODE,     /* source files */
	ML_ROLE_SETTINGS, /* .mlint.yml: how the repository wants to be judged */
};

/* By the path alone, from the root with "/" between names: nothing is opened. ML_ROLE_NONE for whatever has none. */
enum ml_role ml_role_of(struct ml_span path);

/* Guard g3: below vendor/, third_party/, node_modules/, tests/fixtures/, fuzz/, 3rdparty/, external/, extern/, dependencies/, deps/, submodules/ … */
bool ml_role_outside(struct ml_span path);

enum ml_scope {
	ML_SCOPE_CODE = 1,
	ML_SCOPE_WEIGHTS = 2,
	ML_SCOPE_DATA = 4,
	ML_SCOPE_DOCS = 8,
	ML_SCOPE_ALL = 15,
};
/* The scope that a license file's name states (MODEL_LICENSE: weights; LICENSE-CODE: code; DATA_LICENSE: data), or 0. */
unsigned ml_role_scope(struct ml_span path);
/* The language that a file name or folder states ("zh", "ja", …), or "". */
const char *ml_role_language(struct ml_span path);
/* Whether translations of the README lie in a folder of that name: "docs", "i18n". */
bool ml_role_holds_languages(struct ml_span folder);
