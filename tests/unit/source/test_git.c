#include "tests/unit/source/sandbox.h"

TestSuite(git, .init = sandbox_open_git, .fini = sandbox_close, .timeout = 120);

Test(git, lists_what_is_tracked_and_roles_that_are_not)
{
	put("README.md", "# x");
	put("src/x.py", "");
	put("weights/model.safetensors", "");
	put("notes/todo.md", "");
	commit();
	put("LICENSE", "untracked");
	put("weights/LICENSE", "untracked");
	put("notes/LICENSE", "no tracked card or weights here");
	put("src/LICENSE", "nor here");
	put("other.py", "untracked code is nobody's business");
	open_tree(".");
	cr_assert_eq(tree->kind, ML_SOURCE_WORKTREE);
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\nnotes/todo.md\nsrc/x.py\nweights/LICENSE\nweights/model.safetensors\n");
	cr_assert_not(file_of("LICENSE")->tracked);
	cr_assert(file_of("README.md")->tracked);
	cr_assert(tree->revision && strlen(tree->revision) == 40);
	cr_assert_str_eq(tree->name, "r");
}

Test(git, leaves_out_what_is_ignored)
{
	put("README.md", "# x");
	put("a/README.md", "# x");
	put(".gitignore", "*.pdf\n/LICENSE\n!KEEP.pdf\nNOTICE*\n!/a/NOTICE\n");
	put("a/.gitignore", "/LICENSE\n");
	commit();
	put(".git/info/exclude", "*.gguf\n");
	put("LICENSE", "x");
	put("a/LICENSE", "x");
	put("a/NOTICE", "x");
	put("NOTICE", "x");
	put("Heron License.pdf", "x");
	put("x.gguf", "x");
	put("COPYING", "x");
	open_tree(".");
	cr_assert_str_eq(paths(), ".gitignore\nCOPYING\nREADME.md\na/.gitignore\na/NOTICE\na/README.md\n");
}

Test(git, a_folder_inside_limits_the_scan)
{
	put("README.md", "# x");
	put("models/heron/README.md", "# heron");
	put("models/heron/x.py", "");
	put("models/heron2/README.md", "");
	put(".gitignore", "/models/heron/NOTICE\n");
	commit();
	put("models/heron/LICENSE", "x");
	put("models/heron/NOTICE", "x");
	open_tree("models/heron");
	cr_assert_eq(tree->kind, ML_SOURCE_WORKTREE);
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\nx.py\n");
	cr_assert_eq(read_of("README.md")->state, ML_FILE_READ);
	cr_assert_str_eq(tree->name, "heron");
}

Test(git, a_folder_without_a_license_is_under_the_nearest_one_above)
{
	put("LICENSE", "root");
	put("models/COPYING", "models");
	put("models/README.md", "# models");
	put("models/a/b/README.md", "# b");
	put("models/own/README.md", "# own");
	put("models/own/LICENSE", "own");
	put("other/README.md", "# other");
	commit();
	put("LICENSE-MODEL", "untracked");
	open_tree("models/a/b");
	cr_assert_str_eq(paths(), "../../COPYING\nREADME.md\n");
	cr_assert(ml_span_is(read_of("../../COPYING")->text, "models"));
	open_tree("models/own");
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\n");
	open_tree("other");
	cr_assert_str_eq(paths(), "../LICENSE\n../LICENSE-MODEL\nREADME.md\n");
	cr_assert(ml_span_is(read_of("../LICENSE-MODEL")->text, "untracked"));
	open_tree(".");
	cr_assert_null(ml_tree_find(tree, "../LICENSE"));
}

Test(git, a_folder_that_git_does_not_know_is_a_plain_one)
{
	put("README.md", "# x");
	put(".gitignore", "build/\n");
	commit();
	put("build/README.md", "x");
	put("build/deep/LICENSE", "x");
	open_tree("build");
	cr_assert_eq(tree->kind, ML_SOURCE_FOLDER);
	cr_assert_str_eq(paths(), "README.md\ndeep/LICENSE\n");
	cr_assert_null(tree->revision);
}

Test(git, a_repository_without_a_commit_has_its_index)
{
	put("README.md", "# x");
	git("add", "README.md", NULL);
	put("LICENSE", "x");
	open_tree(".");
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\n");
	cr_assert_null(tree->revision);
}

Test(git, a_repository_without_an_index_has_what_lies_at_its_root)
{
	put("LICENSE", "x");
	open_tree(".");
	cr_assert_eq(tree->kind, ML_SOURCE_WORKTREE);
	cr_assert_str_eq(paths(), "LICENSE\n");
}

Test(git, tells_tracked_files_that_are_gone)
{
	put("README.md", "# x");
	put("LICENSE", "x");
	put("a/LICENSE", "x");
	put("b/LICENSE", "x");
	commit();
	cr_assert_eq(unlink("LICENSE"), 0);
	cr_assert_eq(mkdir("LICENSE", 0777), 0);
	cr_assert_eq(unlink("a/LICENSE"), 0);
	cr_assert_eq(rename("b", "c"), 0);
	cr_assert_eq(symlink("c", "b"), 0);
	open_tree(".");
	cr_expect_eq(read_of("LICENSE")->state, ML_FILE_MISSING);
	cr_expect_eq(read_of("a/LICENSE")->state, ML_FILE_MISSING);
	cr_expect_eq(read_of("b/LICENSE")->state, ML_FILE_MISSING, "a folder that became a link is not entered");
	cr_expect(file_of("LICENSE")->problem);
}

Test(git, opens_linked_work_trees)
{
	put("README.md", "# x");
	commit();
	git("remote", "add", "origin", "https://me:token@example.org/acme/heron.git", NULL);
	git("worktree", "add", "-q", "../linked", NULL);
	open_tree("../linked");
	cr_assert_eq(tree->kind, ML_SOURCE_WORKTREE);
	cr_assert_str_eq(paths(), "README.md\n");
	cr_assert(tree->revision);
	cr_assert_str_eq(tree->remote, "https://example.org/acme/heron.git");
}

Test(git, skips_submodules)
{
	put("README.md", "# x");
	commit();
	git("clone", "-q", ".", "../other", NULL);
	git("-c", "protocol.file.allow=always", "submodule", "add", "-q", "../other", "sub", NULL);
	git("commit", "-q", "-m", "y", NULL);
	open_tree(".");
	cr_assert_str_eq(paths(), ".gitmodules\nREADME.md\n");
	ml_tree_close(tree);
	open_tree("sub");
	cr_assert_eq(tree->kind, ML_SOURCE_WORKTREE);
	cr_assert_str_eq(paths(), "README.md\n");
}

Test(git, a_bare_repository_has_no_work_tree)
{
	git("init", "-q", "--bare", "../bare.git", NULL);
	cr_assert_eq(ml_tree_open(&tree, arena, "../bare.git", NULL, &err), -1);
	cr_assert_eq(err.kind, ML_ERROR_USAGE);
	cr_assert(strstr(err.text, "is a bare repository and has no work tree"), "%s", err.text);
}

Test(git, obeys_no_configuration)
{
	put("README.md", "# x");
	put(".gitattributes", "*.md filter=evil diff=evil\n");
	commit();
	cr_assert_eq(mkfifo("trap", 0666), 0);
	put(".git/config", "[core]\n\trepositoryformatversion = 0\n\tworktree = /etc\n\tbare = true\n\tfsmonitor = touch pwned\n"
			   "[include]\n\tpath = ../trap\n[filter \"evil\"]\n\tsmudge = touch pwned\n\tclean = touch pwned\n"
			   "[remote \"origin\"]\n\turl = https://example.org/acme/heron\n");
	open_tree(".");
	cr_assert_str_eq(paths(), ".gitattributes\nREADME.md\n");
	cr_assert_eq(read_of("README.md")->state, ML_FILE_READ);
	cr_assert_str_eq(tree->remote, "https://example.org/acme/heron");
	cr_assert_neq(access("pwned", F_OK), 0);
}

Test(git, waits_for_no_fifo_in_the_git_folder)
{
	put("README.md", "# x");
	commit();
	const char *names[] = { ".git/config", ".git/HEAD", ".git/packed-refs", ".git/info/exclude", ".gitignore" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		unlink(names[i]);
		cr_assert_eq(mkfifo(names[i], 0666), 0, "%s", names[i]);
	}
	put("LICENSE", "x");
	open_tree(".");
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\n");
	unlink(".git/index");
	cr_assert_eq(mkfifo(".git/index", 0666), 0);
	ml_tree_close(tree);
	tree = NULL;
	cr_assert_eq(ml_tree_open(&tree, arena, ".", NULL, &err), -1);
	cr_assert_eq(err.kind, ML_ERROR_UNJUDGED);
}

Test(git, packed_refs_give_the_revision)
{
	put("README.md", "# x");
	commit();
	open_tree(".");
	char want[65];
	snprintf(want, sizeof want, "%s", tree->revision);
	ml_tree_close(tree);
	git("pack-refs", "--all", NULL);
	open_tree(".");
	cr_assert_str_eq(tree->revision, want);
}

Test(git, a_head_that_leads_elsewhere_gives_no_revision)
{
	put("README.md", "# x");
	commit();
	put(".git/HEAD", "ref: refs/../../../../etc/passwd\n");
	open_tree(".");
	cr_assert_null(tree->revision);
}

Test(git, a_git_file_that_leads_nowhere_makes_a_plain_folder)
{
	put("../plain/.git", "gitdir: /nowhere/at/all\n");
	put("../plain/README.md", "x");
	open_tree("../plain");
	cr_assert_eq(tree->kind, ML_SOURCE_FOLDER);
	cr_assert_str_eq(paths(), "README.md\n");
}

Test(git, reads_each_version_of_the_index)
{
	static const char *const versions[] = { "2", "3", "4" };
	put("README.md", "# x");
	put("src/deep/a.py", "");
	put("src/deep/ab.py", "");
	put("src/deeper/\xff.py", "");
	commit();
	for (size_t i = 0; i < 3; i++) {
		git("update-index", "--index-version", versions[i], NULL);
		open_tree(".");
		cr_expect_str_eq(paths(), "README.md\nsrc/deep/a.py\nsrc/deep/ab.py\nsrc/deeper/\xff.py\n", "version %s", versions[i]);
		ml_tree_close(tree);
	}
	git("update-index", "--skip-worktree", "README.md", NULL);
	cr_assert_eq(unlink("README.md"), 0);
	open_tree(".");
	cr_assert_eq(file_of("README.md")->state, ML_FILE_MISSING);
	cr_assert_str_eq(file_of("README.md")->problem, "is tracked, but not checked out (sparse)");
}

Test(git, a_conflict_is_one_file)
{
	put("README.md", "one\n");
	commit();
	git("checkout", "-q", "-b", "b", NULL);
	put("README.md", "two\n");
	commit();
	git("checkout", "-q", "main", NULL);
	put("README.md", "three\n");
	commit();
	git("-c", "alias.m=!git merge -q b || true", "m", NULL);
	open_tree(".");
	cr_assert_str_eq(paths(), "README.md\n");
}

Test(git, a_split_index_is_read_with_its_other_half)
{
	put("README.md", "# x");
	commit();
	git("update-index", "--split-index", NULL);
	put("LICENSE", "x");
	git("add", "LICENSE", NULL);
	open_tree(".");
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\n");
}

/* Every cut of an index is told in a sentence or gives the same files (what was cut were extensions), and nothing is read past the end. */
Test(git, a_cut_index_is_told)
{
	put("README.md", "# x");
	put("src/x.py", "");
	commit();
	static char bytes[65536];
	FILE *file = fopen(".git/index", "rb");
	size_t len = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	size_t told = 0;
	for (size_t cut = 0; cut < len; cut++) {
		put_bytes(".git/index", bytes, cut);
		tree = NULL;
		if (ml_tree_open(&tree, arena, ".", NULL, &err) < 0) {
			cr_expect_eq(err.kind, ML_ERROR_UNJUDGED);
			told++;
			continue;
		}
		cr_expect_str_eq(paths(), "README.md\nsrc/x.py\n");
		ml_tree_close(tree);
	}
	tree = NULL;
	cr_expect(told > 150, "%zu of %zu cuts are told", told, len);
}

/* A byte of an index turned to something else never crashes and never leads out of the work tree. */
Test(git, a_broken_index_leads_nowhere)
{
	put("README.md", "# x");
	put("src/LICENSE", "x");
	commit();
	static char bytes[65536];
	FILE *file = fopen(".git/index", "rb");
	size_t len = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	static const unsigned char values[] = { 0, 0xff, '.', '/', 0x80 };
	for (size_t i = 0; i < len; i++) {
		for (size_t v = 0; v < sizeof values; v++) {
			char old = bytes[i];
			bytes[i] = (char)values[v];
			put_bytes(".git/index", bytes, len);
			bytes[i] = old;
			tree = NULL;
			if (ml_tree_open(&tree, arena, ".", NULL, &err) < 0)
				continue;
			for (size_t f = 0; f < tree->files_nr; f++)
				cr_expect(tree->files[f].path[0] != '/' && strncmp(tree->files[f].path, "../", 3) != 0 &&
					  !strstr(tree->files[f].path, "/../"));
			ml_tree_close(tree);
		}
	}
	tree = NULL;
}

Test(git, paths_that_lead_out_are_not_read)
{
	put("xx/README.md", "# x");
	commit();
	static char bytes[65536];
	FILE *file = fopen(".git/index", "rb");
	size_t len = fread(bytes, 1, sizeof bytes, file);
	fclose(file);
	char *at = memmem(bytes, len, "xx/README", 9);
	cr_assert(at);
	at[0] = at[1] = '.';
	put_bytes(".git/index", bytes, len);
	put("../README.md", "secret");
	open_tree(".");
	cr_assert_str_eq(paths(), "");
	cr_assert_eq(tree->problems_nr, 1);
}
