#include "tests/unit/source/sandbox.h"

#include "lint/source/git.h"

static struct ml_git *repository;

static void close_sandbox(void)
{
	ml_tree_close(tree);
	tree = NULL;
	ml_git_close(repository);
	sandbox_close();
}

TestSuite(revision, .init = sandbox_open_git, .fini = close_sandbox, .timeout = 120);

static int shell(const char *script)
{
	pid_t pid = fork();
	if (pid == 0) {
		setenv("HOME", sandbox, 1);
		execlp("bash", "bash", "-c", script, (char *)NULL);
		_exit(127);
	}
	int status = -1;
	cr_assert(pid > 0 && waitpid(pid, &status, 0) == pid);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int try_open(const char *path, const char *revision)
{
	err = (struct ml_error){ 0 };
	struct ml_tree_options options = { .revision = revision, .staged = !revision };
	ml_tree_close(tree);
	tree = NULL;
	ml_git_close(repository);
	repository = NULL;
	if (ml_git_open(&repository, arena, path, false, &err) < 0)
		return -1;
	options.git = repository;
	return ml_tree_open(&tree, arena, path, &options, &err);
}

/* revision NULL: the index. */
static void open_at(const char *path, const char *revision)
{
	cr_assert_eq(try_open(path, revision), 0, "%s", err.text);
}

static const char *text_of(const char *path)
{
	struct ml_file *file = read_of(path);
	cr_assert_eq(file->state, ML_FILE_READ, "%s: %d %s", path, file->state, file->problem ? file->problem : "");
	return ml_arena_dup(arena, file->text);
}

static enum ml_staged staged(void)
{
	enum ml_staged what;
	err = (struct ml_error){ 0 };
	ml_git_close(repository);
	cr_assert_eq(ml_git_open(&repository, arena, ".", false, &err), 0);
	cr_assert_eq(ml_git_staged(repository, &what, &err), 0, "%s", err.text);
	return what;
}

Test(revision, a_commit_is_a_tree_of_files)
{
	put("README.md", "# one");
	put("docs/deep/er/NOTICE", "n");
	put("model.safetensors", "1234567");
	commit();
	put("README.md", "# two");
	put("LICENSE", "staged");
	git("add", "LICENSE", NULL);
	open_at(".", "HEAD");
	cr_assert_eq(tree->kind, ML_SOURCE_COMMIT);
	cr_assert_str_eq(paths(), "README.md\ndocs/deep/er/NOTICE\nmodel.safetensors\n");
	cr_assert_str_eq(text_of("README.md"), "# one");
	cr_assert_eq(file_of("model.safetensors")->size, 7);
	cr_assert(tree->revision && strlen(tree->revision) == 40);
	cr_assert_str_eq(tree->name, "r");
	open_at(".", NULL);
	cr_assert_eq(tree->kind, ML_SOURCE_INDEX);
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\ndocs/deep/er/NOTICE\nmodel.safetensors\n");
	cr_assert_str_eq(text_of("LICENSE"), "staged");
	cr_assert_str_eq(text_of("README.md"), "# one");
	open_at("docs/deep", "main");
	cr_assert_str_eq(paths(), "er/NOTICE\n");
}

Test(revision, reads_packed_objects_bare_clones_and_alternates)
{
	put("README.md", "# one");
	commit();
	git("tag", "-a", "v1", "-m", "x", NULL);
	git("gc", "-q", NULL);
	git("clone", "-q", "--bare", ".", "../heron.git", NULL);
	git("clone", "-q", "-s", ".", "../shared", NULL);
	git("worktree", "add", "-q", "../linked", "-b", "side", NULL);
	const char *const places[] = { ".", "../heron.git", "../shared", "../linked" };
	for (size_t i = 0; i < 4; i++) {
		open_at(places[i], "v1");
		cr_assert_str_eq(text_of("README.md"), "# one");
	}
	open_at("../heron.git", "HEAD");
	cr_assert_str_eq(tree->name, "heron");
	cr_assert_eq(try_open("../heron.git", NULL), -1);
	cr_assert_eq(err.kind, ML_ERROR_USAGE);
	put("../linked/README.md", "# linked");
	cr_assert_eq(chdir("../linked"), 0);
	git("add", "README.md", NULL);
	open_at(".", NULL);
	cr_assert_str_eq(text_of("README.md"), "# linked");
}

Test(revision, names_of_commits)
{
	for (int i = 0; i < 3; i++) {
		char text[8];
		snprintf(text, sizeof text, "# %d", i);
		put("README.md", text);
		commit();
	}
	git("tag", "light", "HEAD~2", NULL);
	git("checkout", "-q", "-b", "side/way", "HEAD~1", NULL);
	put("x.txt", "x");
	commit();
	git("merge", "-q", "--no-edit", "main", NULL);
	static const struct {
		const char *name, *readme;
	} known[] = { { "HEAD", "# 2" },   { "@", "# 2" },	  { "main", "# 2" },  { "main~1", "# 1" },  { "main^", "# 1" },    { "light", "# 0" },
		      { "side/way^1", "# 1" }, { "HEAD^2", "# 2" }, { "HEAD^2~2", "# 0" }, { "refs/heads/main", "# 2" }, { "heads/main^{commit}", "# 2" },
		      { "tags/light^0", "# 0" }, { "HEAD^{}", "# 2" } };
	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		open_at(".", known[i].name);
		cr_expect_str_eq(text_of("README.md"), known[i].readme, "%s", known[i].name);
	}
	open_at(".", "main");
	const char *full = tree->revision;
	open_at(".", ml_arena_dup(arena, (struct ml_span){ full, 9 }));
	cr_assert_str_eq(tree->revision, full);
	static const char *const wrong[] = { "nobody", "main~7", "HEAD^3", "HEAD:README.md", "main@{1}", "../HEAD", "config", "", "main^{tree}", "deadbeef" };
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		cr_expect_eq(try_open(".", wrong[i]), -1, "%s", wrong[i]);
		cr_expect_eq(err.kind, ML_ERROR_USAGE, "%s: %s", wrong[i], err.text);
	}
	const char *side = ml_git_commit(repository, "HEAD^1", &err), *base = ml_git_commit(repository, "main~1", &err);
	cr_assert_str_eq(ml_git_parted(repository, side, full), base);
}

Test(revision, links_lead_within_the_tree_alone)
{
	put("docs/terms.txt", "terms");
	put("outside", "");
	cr_assert_eq(symlink("docs/terms.txt", "LICENSE"), 0);
	cr_assert_eq(symlink("../../etc/passwd", "COPYING"), 0);
	cr_assert_eq(symlink("LICENSE", "LICENSE-MODEL"), 0);
	cr_assert_eq(symlink("nowhere", "NOTICE"), 0);
	cr_assert_eq(symlink("docs", "README.md"), 0);
	cr_assert_eq(symlink("/etc/passwd", "USE_POLICY.md"), 0);
	cr_assert_eq(symlink("../LICENSE", "docs/LICENSE"), 0);
	commit();
	for (int i = 0; i < 2; i++) {
		open_at(".", i ? "HEAD" : NULL);
		cr_assert_str_eq(text_of("LICENSE"), "terms");
		static const char *const unfollowed[] = { "COPYING", "LICENSE-MODEL", "NOTICE", "USE_POLICY.md", "docs/LICENSE" };
		for (size_t k = 0; k < sizeof unfollowed / sizeof *unfollowed; k++) {
			cr_expect_eq(read_of(unfollowed[k])->state, ML_FILE_LINK, "%s", unfollowed[k]);
			cr_expect(file_of(unfollowed[k])->problem, "%s", unfollowed[k]);
		}
		cr_assert_null(ml_tree_find(tree, "README.md"), "a link to a folder is no file");
	}
}

Test(revision, of_the_index_the_next_commit_counts)
{
	put("README.md", "# base");
	commit();
	git("checkout", "-q", "-b", "side", NULL);
	put("README.md", "# side");
	commit();
	git("checkout", "-q", "main", NULL);
	put("README.md", "# main");
	commit();
	put("LICENSE", "later");
	git("add", "-N", "LICENSE", NULL);
	open_at(".", NULL);
	cr_assert_str_eq(paths(), "README.md\n");
	git("rm", "-q", "--cached", "LICENSE", NULL);
	git("config", "merge.conflictStyle", "merge", NULL);
	cr_assert_eq(shell("git -c user.name=a -c user.email=a@b merge -q side >conflict.log 2>&1"), 1, "the merge has no conflict");
	open_at(".", NULL);
	cr_assert_eq(read_of("README.md")->state, ML_FILE_FAILED);
	cr_assert(strstr(file_of("README.md")->problem, "conflict"));
}

Test(revision, sparse_indexes_and_submodules)
{
	put("README.md", "# x");
	put("a/b/LICENSE", "terms");
	put("c/x.py", "");
	commit();
	git("clone", "-q", ".", "sub", NULL);
	git("add", "sub", NULL);
	cr_assert_eq(symlink("sub", "LICENSE"), 0);
	git("add", "LICENSE", NULL);
	git("commit", "-qm", "sub", NULL);
	git("sparse-checkout", "init", "--cone", "--sparse-index", NULL);
	git("sparse-checkout", "set", "c", NULL);
	for (int i = 0; i < 2; i++) {
		open_at(".", i ? "HEAD" : NULL);
		cr_assert_str_eq(paths(), "README.md\na/b/LICENSE\nc/x.py\n");
		cr_assert_str_eq(text_of("a/b/LICENSE"), "terms");
	}
	cr_assert_eq(staged(), ML_STAGED_NOTHING);
}

Test(revision, a_look_at_names_tells_whether_a_role_is_touched)
{
	put("README.md", "# x");
	put("src/a.py", "1");
	put("src/b.txt.in", "1");
	put("src-old/x.sh", "1");
	put("src.c", "1");
	put("models/LICENSE", "x");
	commit();
	cr_assert_eq(staged(), ML_STAGED_NOTHING);
	put("src/a.py", "2");
	cr_assert_eq(staged(), ML_STAGED_NOTHING);
	git("add", ".", NULL);
	cr_assert_eq(staged(), ML_STAGED_OTHER);
	put("src/deep/er/c.py", "2");
	git("rm", "-q", "--cached", "src.c", NULL);
	git("add", "src", NULL);
	cr_assert_eq(staged(), ML_STAGED_OTHER);
	git("write-tree", NULL);
	cr_assert_eq(staged(), ML_STAGED_OTHER);
	git("rm", "-q", "--cached", "-r", "models", NULL);
	cr_assert_eq(staged(), ML_STAGED_ROLE);
	git("reset", "-q", NULL);
	put("src/LICENSE", "new");
	git("add", "src/LICENSE", NULL);
	cr_assert_eq(staged(), ML_STAGED_ROLE);
	git("write-tree", NULL);
	cr_assert_eq(staged(), ML_STAGED_ROLE);
	git("reset", "-q", NULL);
	git("update-index", "--chmod=+x", "README.md", NULL);
	cr_assert_eq(staged(), ML_STAGED_ROLE);
	git("reset", "-q", "--hard", NULL);
	git("mv", "src", "source", NULL);
	cr_assert_eq(staged(), ML_STAGED_OTHER);
	git("mv", "models", "weights", NULL);
	cr_assert_eq(staged(), ML_STAGED_ROLE);
}

Test(revision, what_cannot_be_read_is_one_sentence)
{
	put("README.md", "# x");
	put("LICENSE", "x");
	commit();
	open_at(".", "HEAD");
	char path[128], text[256];
	snprintf(path, sizeof path, ".git/objects/%.2s/%s", tree->revision, tree->revision + 2);
	snprintf(text, sizeof text, "%s", path);
	/* A FIFO in the place of an object, and of a pack, is not waited for. */
	cr_assert_eq(rename(path, "kept"), 0);
	cr_assert_eq(mkfifo(path, 0666), 0);
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert(strstr(err.text, "is no file"), "%s", err.text);
	cr_assert_eq(err.kind, ML_ERROR_UNJUDGED);
	cr_assert_eq(remove(path), 0);
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert(strstr(err.text, "is not here"), "%s", err.text);
	put(path, "garbage");
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert_eq(err.kind, ML_ERROR_UNJUDGED, "%s", err.text);
	cr_assert_eq(remove(path), 0);
	cr_assert_eq(rename("kept", path), 0);
	open_at(".", "HEAD");
	cr_assert_eq(mkfifo(".git/objects/pack/pack-1.idx", 0666), 0);
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert_eq(remove(".git/objects/pack/pack-1.idx"), 0);
	/* Alternates that lead nowhere, to themselves, or to a FIFO. */
	put(".git/objects/info/alternates", "/nowhere\n.\n../objects\n\n# x\n");
	open_at(".", "HEAD");
	cr_assert_eq(remove(".git/objects/info/alternates"), 0);
	cr_assert_eq(mkfifo(".git/objects/info/alternates", 0666), 0);
	open_at(".", "HEAD");
	put(".git/config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\trefStorage = reftable\n");
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert(strstr(err.text, "reftable"), "%s", err.text);
	put(".git/config", "[core]\n\trepositoryformatversion = 1\n[extensions]\n\tobjectFormat = sha256\n");
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert(strstr(err.text, "SHA-256"), "%s", err.text);
	cr_assert_eq(err.kind, ML_ERROR_UNJUDGED);
}

static int sprintf_hex(char *at, unsigned char byte, bool folder)
{
	return snprintf(at, 4, "%02x%s", byte, folder ? "/" : "");
}

Test(revision, a_missing_blob_is_a_file_that_could_not_be_read)
{
	put("README.md", "# x");
	put("LICENSE", "gone");
	commit();
	put("LICENSE", "other");
	commit();
	char from[PATH_MAX + 16];
	snprintf(from, sizeof from, "file://%s/r", sandbox);
	git("clone", "-q", "--depth=1", from, "../shallow", NULL);
	open_at("../shallow", "HEAD");
	cr_assert_eq(try_open("../shallow", "HEAD~1"), -1);
	cr_assert_eq(err.kind, ML_ERROR_UNJUDGED, "%s", err.text);
	open_at(".", "HEAD");
	const unsigned char *id = file_of("LICENSE")->blob;
	char path[128], *at = path + snprintf(path, sizeof path, ".git/objects/");
	for (int i = 0; i < 20; i++)
		at += sprintf_hex(at, id[i], i == 0);
	cr_assert_eq(remove(path), 0, "%s", path);
	open_at(".", "HEAD");
	cr_assert_eq(file_of("LICENSE")->state, ML_FILE_FAILED);
	cr_assert(strstr(file_of("LICENSE")->problem, "is not here"));
	cr_assert_str_eq(text_of("README.md"), "# x");
}

Test(revision, before_the_first_commit)
{
	put("README.md", "# x");
	git("add", "README.md", NULL);
	open_at(".", NULL);
	cr_assert_str_eq(text_of("README.md"), "# x");
	cr_assert_not(ml_git_born(repository));
	cr_assert_eq(try_open(".", "HEAD"), -1);
	cr_assert(strstr(err.text, "no commit yet"), "%s", err.text);
}

/* hash-object takes trees that no git would check out. */
static void tree_of(const char *entry, const char *out)
{
	char command[1024];
	snprintf(command, sizeof command,
		 "b=$(printf x | git hash-object -w --stdin) && { printf '100644 %s\\0'; printf \"$(echo $b | sed 's/../\\\\x&/g')\"; } >t && "
		 "t=$(git hash-object -t tree --literally -w t) && c=$(git -c user.name=a -c user.email=a@b commit-tree -m x $t) && git update-ref %s $c",
		 entry, out);
	cr_assert_eq(shell(command), 0);
}

Test(revision, paths_that_no_work_tree_can_hold_are_told_and_not_read)
{
	static const char *const names[] = { "..", ".git", ".GIT", "a/../../LICENSE", "." };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		tree_of(names[i], "refs/heads/odd");
		open_at(".", "odd");
		cr_expect_eq(tree->files_nr, 0, "%s", names[i]);
		cr_expect_eq(tree->problems_nr, 1, "%s", names[i]);
	}
	tree_of("odd\\nname\\377 \"LICENSE\"", "refs/heads/odd");
	open_at(".", "odd");
	cr_expect_eq(tree->files_nr, 1);
}

Test(revision, trees_with_the_same_roles_are_the_same)
{
	put("README.md", "# x");
	put("a.py", "1");
	commit();
	put("a.py", "2");
	put("data.bin2", "x");
	commit();
	put("README.md", "# y");
	commit();
	struct ml_git *g;
	struct ml_tree *t[3];
	cr_assert_eq(ml_git_open(&g, arena, ".", false, &err), 0);
	for (int i = 0; i < 3; i++) {
		char name[16];
		snprintf(name, sizeof name, "HEAD~%d", i);
		cr_assert_eq(ml_tree_open(&t[i], arena, ".", &(struct ml_tree_options){ .git = g, .revision = name }, &err), 0);
	}
	cr_assert(ml_tree_same(t[1], t[2]));
	cr_assert_not(ml_tree_same(t[0], t[1]));
	for (int i = 0; i < 3; i++)
		ml_tree_close(t[i]);
	ml_git_close(g);
}
