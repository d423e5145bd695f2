#include "tests/unit/facts/memory.h"

#include <stdlib.h>

#include "lint/base/buf.h"
#include "lint/base/limits.h"
#include "lint/facts/package.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(package, .init = open_memory, .fini = close_memory);

static void collect(void)
{
	size_t left = ML_LIMIT_READ_BYTES;

	ml_packages_collect(m.facts, m.scratch, &left);
}

/* "file:line id", one after the other; "?name" for a name that is not known, "|" behind a branch of a choice. */
static void expect_licenses(const char *expected)
{
	struct ml_buf got;

	collect();
	ml_buf_init(&got, 4096);
	ml_buf_adds(&got, "");
	for (size_t i = 0; i < m.facts->licenses_nr; i++) {
		const struct ml_license_fact *fact = &m.facts->licenses[i];
		ml_buf_addf(&got, "%s%s:%u %s%s%s", i ? ", " : "", fact->where.file->path, fact->where.line, fact->license ? "" : "?",
			    fact->license ? fact->license->id : fact->declared, fact->alternative ? "|" : "");
		cr_assert_eq(fact->evidence, ML_EVIDENCE_PACKAGE);
		cr_assert(fact->scope == ML_SCOPE_CODE && fact->scope_stated);
	}
	cr_assert_str_eq(got.at ? got.at : "", expected);
	ml_buf_release(&got);
}

static void expect_claims(const char *expected)
{
	struct ml_buf got;

	collect();
	ml_buf_init(&got, 4096);
	for (size_t i = 0; i < m.facts->claims_nr; i++) {
		const struct ml_claim_fact *fact = &m.facts->claims[i];
		ml_buf_addf(&got, "%s%u %s %s %s", i ? ", " : "", fact->where.line, ml_claim_kind_name(fact->kind),
			    ml_subject_name(fact->subject), ml_stance_name(fact->stance));
	}
	cr_assert_str_eq(got.at ? got.at : "", expected);
	ml_buf_release(&got);
}

Test(package, reads_the_license_of_pyproject)
{
	memory_file(&m, "pyproject.toml", "[project]\nname = \"heron\"\nlicense = \"Apache-2.0 OR MIT\"\n");
	expect_licenses("pyproject.toml:3 apache-2.0|, pyproject.toml:3 mit|");
}

Test(package, reads_the_older_table_and_poetry)
{
	memory_file(&m, "pyproject.toml", "[project]\nlicense = {text = \"MIT License\"}\n[tool.poetry]\nlicense = \"BSD-3-Clause\"\n");
	expect_licenses("pyproject.toml:2 mit, pyproject.toml:4 bsd-3-clause");
}

Test(package, takes_a_file_for_no_name)
{
	memory_file(&m, "LICENSE", "");
	memory_file(&m, "package.json", "{\"license\": \"SEE LICENSE IN LICENSE\"}");
	memory_file(&m, "pyproject.toml", "[project]\nlicense = {file = \"LICENSE\"}\n");
	memory_file(&m, "setup.cfg", "[metadata]\nlicense = LICENSE\n");
	memory_file(&m, "web/package.json", "{\"license\": \"UNLICENSED\"}");
	expect_licenses("");
}

Test(package, reads_classifiers)
{
	memory_file(&m, "setup.cfg", "[metadata]\nclassifiers =\n  Topic :: Birds\n  License :: OSI Approved :: Apache Software License\n"
				     "  License :: OSI Approved :: GNU General Public License v3 or later (GPLv3+)\n");
	expect_licenses("setup.cfg:4 apache-2.0, setup.cfg:5 gpl-3.0-or-later");
}

Test(package, reads_setup_py_as_text)
{
	memory_file(&m, "setup.py",
		    "import setuptools\n"
		    "def setup(license='GPL'): pass\n"
		    "# setup(license='GPL')\n"
		    "x = \"setup(license='GPL')\"\n"
		    "setuptools.setup(\n"
		    "    name = NAME, version=f'{v}',\n"
		    "    long_description=open('README.md').read(),\n"
		    "    license='Apache' \" 2.0\",\n"
		    "    packages=find_packages(exclude=['a', 'b']),\n"
		    "    classifiers=['License :: OSI Approved :: MIT License', OTHER,],\n"
		    ")\n");
	expect_licenses("setup.py:8 apache-2.0, setup.py:10 mit");
}

Test(package, reads_what_other_packagers_write)
{
	memory_file(&m, ".zenodo.json", "{\"license\": {\"id\": \"cc-by-4.0\"}}");
	memory_file(&m, "CITATION.cff", "title: x\nlicense:\n  - MIT\n  - ISC\n");
	memory_file(&m, "Cargo.toml", "[package]\nlicense = \"MIT/Apache-2.0\"\n");
	memory_file(&m, "codemeta.json", "{\"license\": \"https://spdx.org/licenses/MPL-2.0\"}");
	memory_file(&m, "package.json", "{\"licenses\": [{\"type\": \"MIT\", \"url\": \"x\"}]}");
	expect_licenses(".zenodo.json:1 cc-by-4.0, CITATION.cff:3 mit|, CITATION.cff:4 isc|, Cargo.toml:2 mit|, Cargo.toml:2 apache-2.0|, "
			"codemeta.json:1 mpl-2.0, package.json:1 mit");
}

Test(package, keeps_a_name_that_nobody_knows)
{
	memory_file(&m, "pyproject.toml", "[project]\nlicense = \"LicenseRef-Heron-Noncommercial\"\n");
	expect_licenses("pyproject.toml:2 ?LicenseRef-Heron-Noncommercial");
	cr_assert_eq(m.facts->licenses[0].terms[0].id, ML_TERM_NONCOMMERCIAL);
}

Test(package, leaves_alone_what_is_far_or_not_its_own)
{
	memory_file(&m, "a/b/setup.cfg", "[metadata]\nlicense = MIT\n");
	memory_file(&m, "a/setup.cfg", "[metadata]\nlicense = ISC\n");
	memory_file(&m, "third_party/setup.cfg", "[metadata]\nlicense = MIT\n");
	expect_licenses("a/setup.cfg:2 isc");
}

Test(package, leaves_broken_files_alone)
{
	memory_file(&m, "CITATION.cff", "license: [MIT\n");
	memory_file(&m, "package.json", "{\"license\": \"MIT\"");
	memory_file(&m, "pyproject.toml", "license = \"MIT\"\n[project\n");
	expect_licenses("");
}

Test(package, claims_in_fields_are_of_the_code)
{
	memory_file(&m, "pyproject.toml", "[project]\ndescription = \"An open-source toolkit\"\nkeywords = [\"birds\", \"open source\"]\n");
	expect_claims("2 open-source code own, 3 open-source code own");
}

Test(package, claims_of_a_citation_are_of_the_project)
{
	memory_file(&m, "CITATION.cff", "title: Heron\nabstract: >-\n  Birds sing. Heron is an open-source\n  language model.\nkeywords: [nlp]\n");
	expect_claims("2 open-source model own");
}

Test(package, a_field_on_models_of_others_claims_nothing)
{
	memory_file(&m, "package.json", "{\"description\": \"Run open-source LLMs such as Llama at home\"}");
	memory_file(&m, "setup.py", "setup(description='One client for OpenAI and open source models')\n");
	memory_file(&m, "CITATION.cff", "title: 'WrenBank: nest memory for open-source LLMs'\n");
	memory_file(&m, "setup.cfg", "[metadata]\ndescription = Measures local open-source models\n");
	expect_claims("1 open-source model other, 1 open-source model other, 1 open-source model other, 2 open-source model other");
}

Test(package, a_field_may_begin_with_a_name)
{
	memory_file(&m, "CITATION.cff", "title: 'Plover: an open-source speech model for Irish'\n");
	memory_file(&m, "setup.py", "setup(description='WrenLM is an open-source toolkit')\n");
	expect_claims("1 open-source model own, 1 open-source code own");
}

Test(package, a_classifier_that_names_no_license_is_a_claim)
{
	memory_file(&m, "setup.py", "setup(classifiers=['License :: OSI Approved', 'License :: OSI Approved :: MIT License'])\n");
	expect_claims("1 osi-approved code own");
}

Test(package, sub_packages_claim_nothing_for_the_whole)
{
	memory_file(&m, "web/package.json", "{\"description\": \"An open-source page\"}");
	expect_claims("");
}

Test(package, guards_hold_for_fields)
{
	memory_file(&m, "package.json", "{\"description\": \"Not open source\"}");
	expect_claims("1 open-source code negated");
}

Test(package, bounds_the_files_that_are_read)
{
	static char paths[ML_LIMIT_PACKAGES + 2][32];
	static struct ml_file files[ML_LIMIT_PACKAGES + 2];

	for (size_t i = 0; i < ML_LIMIT_PACKAGES + 2; i++) {
		snprintf(paths[i], sizeof paths[i], "p%03zu/setup.cfg", i);
		files[i] = (struct ml_file){ .path = paths[i], .role = ML_ROLE_PACKAGE, .state = ML_FILE_READ };
		files[i].text = files[i].bytes = ml_span_of("[metadata]\nlicense = MIT\n");
	}
	m.tree.files = files;
	m.tree.files_nr = ML_LIMIT_PACKAGES + 2;
	collect();
	cr_assert_eq(m.facts->licenses_nr, ML_LIMIT_PACKAGES);
	cr_assert_eq(m.facts->unread_nr, 2);
}

/* ---- setup.py as words ---- */

static const char setup[] = "from x import y\nr'''a\n'''\nsetup(a=('b' # c\n 'd'), e=[\"f\", g('h'), r'i\\n', 'j\\\n\\'k'], l=\"\"\"m\nn\"\"\",\n"
			    "  *o, **p, q={'r': s}, t='u' + v, w=f'x', y=('z',), license = 'MIT')\n";

static void read_copy(const char *bytes, size_t len)
{
	struct ml_parsed parsed;
	char *copy = malloc(len ? len : 1);

	memcpy(copy, bytes, len);
	package_setup_read(m.scratch, (struct ml_span){ copy, len }, &parsed);
	cr_assert(parsed.root && !parsed.fault);
	free(copy);
	ml_arena_reset(m.scratch);
}

Test(package, reads_the_arguments_of_a_call)
{
	struct ml_parsed parsed;

	package_setup_read(m.scratch, ml_span_of(setup), &parsed);
	const struct ml_node *e = ml_node_get(parsed.root, "e"), *license = ml_node_get(parsed.root, "license");
	cr_assert(ml_span_is(ml_node_get(parsed.root, "a")->first->text, "bd"));
	cr_assert_eq(e->nr, 3);
	cr_assert(ml_span_is(e->first->text, "f"));
	cr_assert(ml_span_is(e->first->next->text, "i\\n"));
	cr_assert(ml_span_is(e->first->next->next->text, "j'k"));
	cr_assert(ml_span_is(ml_node_get_text(parsed.root, "l"), "m\nn"));
	cr_assert_null(ml_node_get(parsed.root, "q"));
	cr_assert_null(ml_node_get(parsed.root, "t"));
	cr_assert_null(ml_node_get(parsed.root, "w"));
	cr_assert_eq(ml_node_get(parsed.root, "y")->nr, 1);
	cr_assert(ml_span_is(license->text, "MIT"));
	cr_assert(license->line == 8 && license->column == 63 && license->end_column == 68, "%u:%u", license->line, license->column);
}

Test(package, stands_a_cut_or_a_wrong_byte_in_setup_py)
{
	static const char wrong[] = { '\0', '"', '\'', '(', ')', '[', ']', '{', '\\', '\n', '=', ',', '#', '\xFF' };

	for (size_t len = 0; len < sizeof setup; len++)
		read_copy(setup, len);
	for (size_t i = 0; i < sizeof setup - 1; i++) {
		for (size_t k = 0; k < sizeof wrong; k++) {
			char copy[sizeof setup];
			memcpy(copy, setup, sizeof setup);
			copy[i] = wrong[k];
			read_copy(copy, sizeof setup - 1);
		}
	}
}

Test(package, stands_garbage_in_setup_py)
{
	uint32_t seed = 99;
	char bytes[160];

	for (int round = 0; round < 4000; round++) {
		memcpy(bytes, "setup(", 6);
		for (size_t i = 6; i < sizeof bytes; i++) {
			seed = seed * 1664525u + 1013904223u;
			bytes[i] = "ar=\"'[](){}\\\n#, f1:"[(seed >> 16) % 19];
		}
		read_copy(bytes, sizeof bytes);
	}
}

/* What grows with the square of its length would take minutes here; how fast it is, tests/bench says. */
Test(package, takes_no_longer_than_its_length_for_setup_py, .timeout = 60)
{
	static const char *const hard[] = { "'a' ", "'''", "[", "(", "setup(", "f'", "a=[", "r'\\" };

	for (size_t i = 0; i < sizeof hard / sizeof *hard; i++) {
		struct ml_buf buf;
		struct ml_parsed parsed;
		ml_buf_init(&buf, 4u << 20);
		ml_buf_adds(&buf, "setup(a=");
		while (buf.len < 1000000)
			ml_buf_adds(&buf, hard[i]);
		package_setup_read(m.scratch, ml_buf_span(&buf), &parsed);
		ml_buf_release(&buf);
		ml_arena_reset(m.scratch);
	}
}

Test(package, bounds_the_values_of_setup_py)
{
	struct ml_buf buf;
	struct ml_parsed parsed;

	ml_buf_init(&buf, 1u << 20);
	ml_buf_adds(&buf, "setup(a=[");
	for (unsigned i = 0; i < ML_LIMIT_TOML_NODES; i++)
		ml_buf_adds(&buf, "'b',");
	package_setup_read(m.scratch, ml_buf_span(&buf), &parsed);
	cr_assert_eq(parsed.fault, ML_PARSE_LIMIT);
	cr_assert_null(parsed.root);
	ml_buf_release(&buf);
}
