/* What the extension of a file name says. For lint/source alone. */
#pragma once

#include <stdint.h>

#include "lint/base/span.h"

enum ml_name_kind {
	ML_NAME_NONE,    /* no extension, or one that is part of a version ("LICENSE-2.0") */
	ML_NAME_TEXT,    /* md, rst, txt … */
	ML_NAME_PAGE,    /* html */
	ML_NAME_PAPER,   /* pdf, doc, rtf … */
	ML_NAME_IMAGE,
	ML_NAME_CODE,
	ML_NAME_RECORD,  /* json, yaml, toml, cfg: a config, a package or data */
	ML_NAME_DATA,
	ML_NAME_WEIGHTS,
	ML_NAME_BLOB,    /* bin, npz, pkl, pb: weights or data, told by the words */
	ML_NAME_OTHER,   /* known, and nothing to us */
	ML_NAME_UNKNOWN, /* an extension that is in no table: LICENSE.PE */
};

struct ml_name_ext {
	struct ml_span text; /* must stay where it is */
	enum ml_name_kind kind;
	uint32_t says;       /* as words, where it is in no table: a set of enum ml_name_says (name.h) */
};
