/* A known text as YAML: the map "text" of a user's license (lint/knowledge/licenses_p.h reads it). */
#pragma once

#include "lint/base/buf.h"
#include "lint/knowledge/known_text.h"

/*
 * Adds the map, each line behind indent spaces:
 *
 *     text:
 *       hash: 16 hex digits
 *       words: 812
 *       core: 790
 *       pieces:
 *         - 16 hex digits of the words, 8 of the first run, 8 of the last, number of words, "optional" or nothing
 *       runs: >-
 *         8 hex digits of each
 *       clauses:
 *         - {term: noncommercial, words: 34, runs: 8 hex digits of each}
 */
void ml_known_text_write(struct ml_buf *out, const struct ml_known_text *text, unsigned indent);
