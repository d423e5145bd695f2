/* The names by which a repository speaks of itself. */
#include "tests/unit/facts/memory.h"

static bool holds(const struct ml_facts *facts, const char *name)
{
	for (size_t i = 0; i < facts->identity_nr; i++)
		if (strcmp(facts->identity[i], name) == 0)
			return true;
	return false;
}

static void collect(struct memory *m, const char *owner, const char *name, const char *remote, const char *text)
{
	memory_open(m);
	m->tree.owner = owner;
	m->tree.name = name;
	m->tree.remote = remote;
	memory_card(m, text);
	memory_file(m, "model.safetensors", "");
	ml_identity_collect(m->facts);
}

Test(identity, should_know_folder_and_owner)
{
	struct memory m;

	collect(&m, "marsh", "heron2-7b-chat", NULL, "words");
	cr_expect(holds(m.facts, "heron2 7b chat"));
	cr_expect(holds(m.facts, "heron2"));
	cr_expect(holds(m.facts, "heron"));
	cr_expect(holds(m.facts, "marsh"));
	memory_close(&m);
}

Test(identity, should_know_a_name_without_its_owner)
{
	struct memory m;

	collect(&m, "Marsh", "Marsh-Heron-Large", NULL, "words");
	cr_expect(holds(m.facts, "heron large"));
	cr_expect(holds(m.facts, "heron"));
	memory_close(&m);
	collect(&m, "Marsh", "Marsh-Model", NULL, "words");
	cr_expect_not(holds(m.facts, "model"));
	memory_close(&m);
}

Test(identity, should_know_what_texts_call_the_owner)
{
	struct memory m;

	collect(&m, "Tencent-Hunyuan", "heron-7b", NULL, "words");
	cr_expect(holds(m.facts, "腾讯"));
	cr_expect(holds(m.facts, "混元"));
	memory_close(&m);
	collect(&m, "tencentfan", "heron-7b", NULL, "words");
	cr_expect_not(holds(m.facts, "腾讯"));
	memory_close(&m);
}

/* Only a whole collection looks at the folder above. */
static const char *owner_in(const char *folder)
{
	struct ml_tree tree = { .folder = folder, .name = "heron2-7b" };
	struct ml_arena *arena = ml_arena_new(), *scratch = ml_arena_new();
	struct ml_patterns *patterns = ml_patterns_new();
	struct ml_facts *facts;
	struct ml_error err = { 0 };

	cr_assert_eq(ml_facts_collect(&facts, arena, scratch, &tree, &ml_builtin_knowledge, patterns, &err), 0, "%s", err.text);
	ml_patterns_free(patterns);
	ml_arena_free(scratch);
	ml_arena_free(arena);
	return tree.owner;
}

Test(identity, should_take_the_folder_above_for_the_owner_unless_people_keep_things_there)
{
	cr_expect_str_eq(owner_in("marsh"), "marsh");
	cr_expect_null(owner_in("models"));
	cr_expect_null(owner_in("Downloads"));
	cr_expect_null(owner_in(NULL));
}

Test(identity, should_take_the_owner_without_its_ending)
{
	struct memory m;

	collect(&m, "plover-ai", "x", NULL, "words");
	cr_expect(holds(m.facts, "plover"));
	memory_close(&m);
}

Test(identity, should_read_the_remote_as_data)
{
	static const char *const remotes[] = { "https://host.example/marsh/plover.git", "git@host.example:marsh/plover", "https://host.example/marsh/plover/" };

	for (size_t i = 0; i < sizeof remotes / sizeof *remotes; i++) {
		struct memory m;
		collect(&m, NULL, "checkout", remotes[i], "words");
		cr_expect(holds(m.facts, "plover"), "%s", remotes[i]);
		cr_expect(holds(m.facts, "marsh"), "%s", remotes[i]);
		memory_close(&m);
	}
}

Test(identity, should_survive_odd_remotes)
{
	static const char *const remotes[] = { "", "/", "//", ".git", "x", ":", "////.git", "a/", "/a" };

	for (size_t i = 0; i < sizeof remotes / sizeof *remotes; i++) {
		struct memory m;
		collect(&m, NULL, "checkout", remotes[i], "words");
		memory_close(&m);
	}
}

Test(identity, should_read_titles_and_aliases)
{
	struct memory m;

	collect(&m, "x", "y", NULL, "# Plover-VL: a small model\n\nPlover-VL (PlvVL) is small.\n");
	cr_expect(holds(m.facts, "plover vl"));
	cr_expect(holds(m.facts, "plvvl"));
	memory_close(&m);
	collect(&m, "x", "y", NULL, "# 沙锥大模型 Snipe\n");
	cr_expect(holds(m.facts, "沙锥"));
	cr_expect(holds(m.facts, "snipe"));
	memory_close(&m);
	collect(&m, "x", "y", NULL, "# هدهد\n");
	cr_expect(holds(m.facts, "هدهد"), "a script without capitals");
	memory_close(&m);
	collect(&m, "x", "y", NULL, "# هدهد وطيور أخرى\n");
	cr_expect(!holds(m.facts, "هدهد"), "the first of several words may be any word");
	memory_close(&m);
	collect(&m, "marsh", "x", NULL, "# LLaVA-Next-Video Model Card\n");
	cr_expect(holds(m.facts, "llava next video"), "what stands behind the name is no part of it");
	cr_expect(!holds(m.facts, "llava"));
	memory_close(&m);
	collect(&m, "marsh", "LLaVA-Pretrain-7B", NULL, "# LLaVA Model Card\n");
	cr_expect(holds(m.facts, "llava"), "a family that the folder is called after too");
	memory_close(&m);
	collect(&m, "marsh", "Dunlin-LLaVA-7B", NULL, "# LLaVA Model Card\n");
	cr_expect(!holds(m.facts, "llava"));
	memory_close(&m);
	collect(&m, "marsh", "x", NULL, "# Model Card for Qwen-Plover\n");
	cr_expect(holds(m.facts, "qwen plover"), "nor what stands before it");
	cr_expect(!holds(m.facts, "qwen"));
	memory_close(&m);
	collect(&m, "marsh", "x", NULL, "# Model Card for Llama-2-7B\n");
	cr_expect(!holds(m.facts, "llama 2 7b"), "a copy's title names the copied");
	memory_close(&m);
}

Test(identity, should_not_take_a_subtitle_for_its_own_name)
{
	struct memory m;

	collect(&m, "marsh", "x", NULL, "# Plover Tool Caller - Dunlin RL\n");
	cr_expect(holds(m.facts, "plover"));
	cr_expect(!holds(m.facts, "dunlin"), "behind a dash stands what the model was made with");
	memory_close(&m);
	collect(&m, "marsh", "x", NULL, "# a small model - Dunlin\n");
	cr_expect(holds(m.facts, "dunlin"), "but where nothing in front of it is a name");
	memory_close(&m);
}

Test(identity, should_not_take_a_known_family_for_its_own_name)
{
	struct memory m;

	collect(&m, "marsh", "llama-2-7b-birds", NULL, "# Words about birds\n");
	cr_expect(holds(m.facts, "llama 2 7b birds"));
	cr_expect(!holds(m.facts, "llama"));
	memory_close(&m);
	collect(&m, "meta-llama", "Llama-3.1-8B", NULL, "words");
	cr_expect(holds(m.facts, "llama"));
	memory_close(&m);
}

Test(identity, should_not_take_words_of_the_language_for_names)
{
	struct memory m;

	collect(&m, NULL, "model", NULL, "# Getting Started\n");
	cr_expect(!holds(m.facts, "getting"));
	cr_expect(!holds(m.facts, "model"));
	memory_close(&m);
}

Test(identity, should_leave_the_claim_of_a_title_out_of_the_name)
{
	struct memory m;

	collect(&m, NULL, NULL, NULL, "# Heron Open Source Model\n\nwords\n");
	cr_expect(holds(m.facts, "heron"));
	for (size_t i = 0; i < m.facts->identity_nr; i++)
		cr_expect_null(strstr(m.facts->identity[i], "open source"), "'%s' holds a claim", m.facts->identity[i]);
	memory_close(&m);
}

Test(identity, should_take_names_of_the_model_index)
{
	struct memory m;

	collect(&m, NULL, "x", NULL, "---\nmodel-index:\n  - name: plover-large\n---\nwords\n");
	cr_expect(holds(m.facts, "plover large"));
	memory_close(&m);
}

static bool named_by(const char *card, const char *path, const char *package, const char *name)
{
	struct memory m;

	collect(&m, "marsh", "heron-7b", NULL, card);
	memory_file(&m, path, package);
	ml_identity_of_files(m.facts);
	bool found = holds(m.facts, name);
	memory_close(&m);
	return found;
}

Test(identity, should_take_the_name_of_a_package_that_the_card_bears_out)
{
	static const char toml[] = "[build-system]\nrequires = []\n\n[project]\nname = \"marsh-bird\"\n";

	cr_expect(named_by("# Heron\n\npip install marsh-bird\n", "pyproject.toml", toml, "marsh bird"));
	cr_expect(named_by("# Heron\n", "pyproject.toml", "[project]\nname = \"heron-speech\"\n", "heron speech"));
	cr_expect(named_by("# Heron\n\nnpm install marshbird\n", "package.json", "{\"name\": \"marshbird\"}", "marshbird"));
	cr_expect(named_by("# Heron\n\npip install marshbird\n", "setup.py", "setup(\n    name='marshbird',\n)\n", "marshbird"));
}

Test(identity, should_not_take_the_name_of_a_package_that_forks_share)
{
	cr_expect_not(named_by("# Heron\n", "pyproject.toml", "[project]\nname = \"finchlib\"\n", "finchlib"));
	cr_expect_not(named_by("# Heron\n\npip install finchlib-extra\n", "pyproject.toml", "[project]\nname = \"finchlib\"\n", "finchlib"));
	cr_expect_not(named_by("# Heron\n\npip install llava\n", "setup.cfg", "[metadata]\nname = llava\n", "llava"));
	cr_expect_not(named_by("# Heron\n", "pyproject.toml", "[project]\nname = [unterminated\n", "unterminated"));
}

static bool named_by_header(const char *name, const char *base, const char *wanted)
{
	struct memory m;

	collect(&m, "marsh", "heron-7b", NULL, "# Heron\n");
	const char *bases[] = { base };
	struct ml_artifact artifact = { .file = &m.files[1], .format = "gguf", .name = name, .bases = bases, .bases_nr = base != NULL };
	m.facts->artifacts = &artifact;
	m.facts->artifacts_nr = 1;
	ml_identity_of_files(m.facts);
	bool found = holds(m.facts, wanted);
	memory_close(&m);
	return found;
}

Test(identity, should_take_the_name_in_a_header_unless_it_is_the_bases)
{
	cr_expect(named_by_header("Bittern 7B Chat", NULL, "bittern"));
	cr_expect(named_by_header("Bittern 7B Chat", "shore/wigeon-7b", "bittern"));
	cr_expect_not(named_by_header("Bittern 7B Chat", "shore/bittern-7b", "bittern"));
	cr_expect_not(named_by_header("Llama 3.2 3B", NULL, "llama"));
}
