#include "rules/registry.h"

#include "lint/knowledge/claims.h"
#include "lint/knowledge/licenses.h"
#include "lint/knowledge/runs.h"
#include "lint/knowledge/terms.h"

/* Made by rules/gen from the YAML and the pages; each defines what its name says. */
#include "gen/claims.inc"
#include "gen/licenses.inc"
#include "gen/rules.inc"
#include "gen/terms.inc"

/* rules/license-runs.S holds the bytes of rules/knowledge/license-runs.idx. */
extern const char ml_license_runs[];
extern const char ml_license_runs_end[];

