#include "tests/unit/source/sandbox.h"

TestSuite(cache, .init = sandbox_open, .fini = sandbox_close, .timeout = 60);

static const char snapshot[] = "hub/models--acme--heron-7b/snapshots/0123abcd";

static void link_in(const char *target, const char *name)
{
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/%s", snapshot, name);
	cr_assert_eq(symlink(target, path), 0);
}

static void make(void)
{
	put("hub/models--acme--heron-7b/blobs/aaaa", "# Heron\n");
	put("hub/models--acme--heron-7b/blobs/bbbb", "tensors");
	put("hub/models--acme--heron-7b/refs/main", "0123abcd");
	put("hub/models--other--owl/blobs/cccc", "not ours");
	put("hub/models--acme--heron-7b/snapshots/0123abcd/sub/x.py", "");
	link_in("../../blobs/aaaa", "README.md");
	link_in("../../blobs/bbbb", "model.safetensors");
	link_in("../../../blobs/aaaa", "sub/README.md");
}

Test(cache, follows_links_into_the_models_own_blobs)
{
	make();
	open_tree(snapshot);
	cr_assert_str_eq(tree->name, "acme/heron-7b");
	cr_assert_str_eq(tree->owner, "acme");
	cr_assert_str_eq(tree->revision, "0123abcd");
	struct ml_file *file = read_of("README.md");
	cr_assert_eq(file->state, ML_FILE_READ);
	cr_assert(ml_span_is(file->text, "# Heron\n"));
	cr_assert_eq(file_of("model.safetensors")->size, 7);
	cr_assert_eq(read_of("sub/README.md")->state, ML_FILE_READ);
}

Test(cache, refuses_links_that_lead_anywhere_else)
{
	make();
	put("hub/models--acme--heron-7b/blobs/sub/dddd", "x");
	put("secret", "x");
	cr_assert_eq(symlink("../../../secret", "hub/models--acme--heron-7b/blobs/eeee"), 0);
	link_in("../../../models--other--owl/blobs/cccc", "LICENSE");
	link_in("../../blobs/../refs/main", "NOTICE");
	link_in("../../blobs/sub/dddd", "LICENSE.txt");
	link_in("../../blobs/eeee", "COPYING");
	link_in("../../../../secret", "MODEL_LICENSE");
	link_in("/etc/hostname", "DISCLAIMER");
	open_tree(snapshot);
	const char *refused[] = { "LICENSE", "NOTICE", "LICENSE.txt", "COPYING", "MODEL_LICENSE", "DISCLAIMER" };
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		struct ml_file *file = read_of(refused[i]);
		cr_expect_eq(file->state, ML_FILE_LINK, "%s", refused[i]);
		cr_expect_null(file->bytes.at, "%s", refused[i]);
	}
}

Test(cache, opens_a_folder_inside_a_snapshot)
{
	make();
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/sub", snapshot);
	open_tree(path);
	cr_assert_eq(read_of("README.md")->state, ML_FILE_READ);
	cr_assert_str_eq(tree->name, "acme/heron-7b");
}

Test(cache, opens_one_file_of_a_snapshot)
{
	make();
	char path[PATH_MAX];
	snprintf(path, sizeof path, "%s/README.md", snapshot);
	open_tree(path);
	cr_assert_str_eq(tree->only, "README.md");
	cr_assert_eq(read_of("README.md")->state, ML_FILE_READ);
}

Test(cache, without_blobs_no_link_is_followed)
{
	make();
	cr_assert_eq(rename("hub/models--acme--heron-7b/blobs", "hub/models--acme--heron-7b/gone"), 0);
	open_tree(snapshot);
	cr_assert_eq(read_of("README.md")->state, ML_FILE_LINK);
}
