/*
 * Every quantity that a scanned repository controls has its limit here, and a
 * test that reaches it. Reaching one is reported, never silent, but for those that
 * only choose what is looked at, or how much of it is shown (SECURITY.md).
 */
#pragma once

#define ML_LIMIT_FILE_BYTES (4u << 20)      /* of one text file that is read whole; the largest license text known is 160 KB, the largest README of the corpus 400 KB */
#define ML_LIMIT_FILES 2000000u             /* entries of one tree */
#define ML_LIMIT_FOLDER_ENTRIES 200000u     /* entries of one plain folder */
#define ML_LIMIT_DEPTH 64u                  /* folders below each other in a plain folder */
#define ML_LIMIT_READ_BYTES (64u << 20)     /* text read in one run */
#define ML_LIMIT_INDEX_BYTES (64u << 20)    /* of git's index; an entry takes about 100 */
#define ML_LIMIT_GIT_BYTES (16u << 20)      /* of git's packed-refs; its config, HEAD and ignore files have a sixteenth of it */
#define ML_LIMIT_OBJECT_BYTES (64u << 20)   /* of one object of git's: trees, commits, and texts before they are cut to ML_LIMIT_FILE_BYTES */
#define ML_LIMIT_PEEK_BYTES (16u << 20)     /* of a weight file that is a blob of git's: larger ones are not read for their header */
#define ML_LIMIT_ALTERNATES 64u             /* folders of objects, those of alternates of alternates counted */
#define ML_LIMIT_TREES 200000u              /* folders of one commit that are read; Linux has 6,000 */
#define ML_LIMIT_HISTORY 20000u             /* commits walked to where two histories parted */
#define ML_LIMIT_PAST_COMMITS 2000u         /* walked back for what license files held before */
#define ML_LIMIT_PAST_CHANGES 256u          /* of license files, kept of them */
#define ML_LIMIT_TIPS 1024u                 /* refs that a new branch may have parted from */
#define ML_LIMIT_REF_FILES 16384u           /* names in the folders of refs, looked at for these */
#define ML_LIMIT_HOOK_REFS 4096u            /* of one push */
#define ML_LIMIT_HOOK_BYTES (4u << 20)      /* of what git says about them */
#define ML_LIMIT_HOOK_SECONDS 30u           /* for all of them */
#define ML_LIMIT_GIT_SECONDS 20u            /* of computing, for one repository whose objects are read */
#define ML_LIMIT_IGNORE_LINES 20000u        /* patterns of all ignore files together */
#define ML_LIMIT_GLOB_STEPS 20000u          /* of one pattern against one path */
#define ML_LIMIT_PROBLEMS 1000u             /* things that could not be listed, kept per tree */
#define ML_LIMIT_YAML_DEPTH 64u
#define ML_LIMIT_YAML_NODES 100000u
#define ML_LIMIT_YAML_ALIASES 100u
#define ML_LIMIT_JSON_DEPTH 128u
#define ML_LIMIT_JSON_NODES 500000u
#define ML_LIMIT_TOML_DEPTH 32u             /* of nested values, and of the parts of one dotted key */
#define ML_LIMIT_TOML_NODES 20000u          /* of one TOML or INI file; the largest pyproject.toml of the corpus has 300 */
#define ML_LIMIT_MARKDOWN_BLOCKS 200000u
#define ML_LIMIT_MARKDOWN_LINK_BYTES (8u << 20) /* addresses of all links of a text: a reference of 10 KB can be used 10,000 times */
#define ML_LIMIT_SENTENCE_BYTES 4096u        /* of one sentence; a longer one is cut at a space */
#define ML_LIMIT_LICENSES_PER_FILE 64u
#define ML_LIMIT_LICENSE_WORDS 400000u      /* of one license-like file; each takes some 50 bytes. The largest license text known has 27,000 */
#define ML_LIMIT_TERMS_PER_FILE 128u        /* term facts kept per license-like file */
#define ML_LIMIT_CLAUSE_BYTES (64u << 20)   /* handed to clause patterns for one text, repeats counted; the largest license text known needs 2 MB */
#define ML_LIMIT_LICENSES 20000u           /* license facts kept per run */
#define ML_LIMIT_DECLARED 10000u           /* base models, and data sets, kept per run */
#define ML_LIMIT_CLAIMS 2000u               /* claims kept per run */
#define ML_LIMIT_PACKAGES 64u               /* package files read in one run */
#define ML_LIMIT_PACKAGE_BYTES (1u << 20)   /* of one; the largest of the corpus has 30 KB */
#define ML_LIMIT_HEADER_FIRST_BYTES (16u << 10) /* of a weight file, read first: what most headers say of the model stands there */
#define ML_LIMIT_HEADER_BYTES (1u << 20)    /* of one weight file's header */
#define ML_LIMIT_HEADERS_BYTES (32u << 20)  /* of all headers of one run */
#define ML_LIMIT_HEADER_TEXT_BYTES (64u << 10) /* of one value; the largest license text that was seen in one has 40 KB */
#define ML_LIMIT_HEADER_VALUES 32u          /* base models, and tags, kept of one header */
#define ML_LIMIT_HEADER_ARRAYS 4u           /* arrays of GGUF in each other; tokenizers use one */
#define ML_LIMIT_HEADER_WINDOWS 16u         /* places of an ONNX file that are looked at, its graph passed over */
#define ML_LIMIT_SPDX_FILES 48u             /* source files looked at for their SPDX line */
#define ML_LIMIT_SPDX_BYTES 2048u           /* of one, from its beginning */
#define ML_LIMIT_SPDX_LINES 32u             /* of them, where headers stand: further down a comment speaks about the line */
#define ML_LIMIT_SPDX_SIZE (256u << 10)     /* larger source files are made by programs, or hold data */
#define ML_LIMIT_SPDX_MARKS 1024u           /* such lines kept */
#define ML_LIMIT_CONFIGS 64u                /* configurations of models read in one run */
#define ML_LIMIT_CONFIG_BYTES (256u << 10)  /* of one; those with long lists of labels have 100 KB */
#define ML_LIMIT_LINEAGE 256u               /* base models, and data sets, taken from sentences; bases whose terms are compared */
#define ML_LIMIT_UPSTREAMS 16u              /* folders of base models read in one run */
#define ML_LIMIT_MODELS 128u                /* models of one tree that are told apart by the headers of their files */
#define ML_LIMIT_UNITS 1024u                /* folders of one tree that are models of their own, or bear on them */
#define ML_LIMIT_INHERITED 256u             /* comparisons of own terms with those of bases */
#define ML_LIMIT_DUTY_DOCS 32u              /* documents beside the cards in which words that licenses ask for are looked for */
#define ML_LIMIT_SETTINGS_BYTES (256u << 10) /* of a configuration: .mlint.yml */
#define ML_LIMIT_SETTINGS_ROWS 500u         /* entries of all its lists together */
#define ML_LIMIT_SETTINGS_WORD 256u         /* bytes of one of its words; a reason may have four times as many */
#define ML_LIMIT_SETTINGS_TESTS 500000u     /* of its globs against paths, in one run */
#define ML_LIMIT_KNOWLEDGE_FILES 16u        /* that a configuration names */
#define ML_LIMIT_SUPPRESSIONS 1000u         /* written in the files of one run */
#define ML_LIMIT_BASELINE 20000u            /* findings of one baseline */
#define ML_LIMIT_FINDINGS 10000u            /* findings kept per run */
#define ML_LIMIT_MATCH_STEPS 200000u        /* PCRE2 match limit for one call */
#define ML_LIMIT_MATCH_DEPTH 1000u
#define ML_LIMIT_EXPRESSION_DEPTH 32u       /* SPDX expression nesting */
#define ML_LIMIT_EXPRESSION_BYTES 4096u
#define ML_LIMIT_RECORD_BYTES (48u << 20)   /* of one line of batch, and of all that wait at a time */
#define ML_LIMIT_ANSWER_BYTES (64u << 20)   /* of its result */
#define ML_LIMIT_RECORD_SECONDS 30u         /* for one, unless --timeout says else */
#define ML_LIMIT_RECORD_SECONDS_MOST 86400u
#define ML_LIMIT_WORKER_BYTES (1u << 30)    /* of address space, for one worker */
#define ML_LIMIT_JOBS 256u                  /* workers */
#define ML_LIMIT_REPORT_BYTES (256u << 20)
#define ML_LIMIT_LISTED 32u                 /* items of a list under one license that are kept */
#define ML_LIMIT_PROOFS 16u                 /* proof lines of one finding */
#define ML_LIMIT_EDITS 64u                  /* of one fix */
#define ML_LIMIT_EDITS_ROUND 4096u          /* of all fixes that are made at once: the others come later */
#define ML_LIMIT_FIX_ROUNDS 16u             /* fixes on what fixes left; what is left then comes with the next run */
#define ML_LIMIT_DIFF_STEPS 1000            /* lines that go or come, to find the shortest diff; a longer one shows all of the middle */
#define ML_LIMIT_MESSAGE_BYTES 600u         /* of a finding's message, proof or help: what a repository quotes in it is cut */
