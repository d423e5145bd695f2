#include <sys/socket.h>
#include <sys/un.h>

#include "lint/base/limits.h"
#include "tests/unit/source/sandbox.h"

TestSuite(folder, .init = sandbox_open, .fini = sandbox_close, .timeout = 60);

Test(folder, lists_by_path_bytes)
{
	put("b/x.py", "");
	put("b.py", "");
	put("a.py", "");
	open_tree(".");
	cr_assert_eq(tree->kind, ML_SOURCE_FOLDER);
	cr_assert_str_eq(paths(), "a.py\nb.py\nb/x.py\n");
}

Test(folder, leaves_out_hidden_and_vendored_folders)
{
	put(".cache/README.md", "x");
	put(".zenodo.json", "{}");
	put(".hidden", "x");
	put("node_modules/p/LICENSE", "x");
	put("third_party/p/LICENSE", "x");
	put("README.md", "x");
	open_tree(".");
	cr_assert_str_eq(paths(), ".zenodo.json\nREADME.md\n");
}

Test(folder, reads_text_without_its_byte_order_mark)
{
	put("README.md", "\xef\xbb\xbf# Title\n");
	put("LICENSE", "");
	open_tree(".");
	struct ml_file *file = read_of("README.md");
	cr_assert_eq(file->state, ML_FILE_READ);
	cr_assert(ml_span_is(file->text, "# Title\n"));
	cr_assert_eq(file->size, 11);
	file = read_of("LICENSE");
	cr_assert(file->text.at && file->text.len == 0, "an empty file has an empty text, not an absent one");
}

Test(folder, gives_binary_no_text)
{
	put_bytes("LICENSE", "MIT\0License", 11);
	open_tree(".");
	struct ml_file *file = read_of("LICENSE");
	cr_assert_eq(file->state, ML_FILE_READ);
	cr_assert_null(file->text.at);
}

Test(folder, tells_pointers_from_files)
{
	put("model.safetensors", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 13476839424\n");
	put("a.gguf", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize \n");
	put("b.gguf", "# xet version 0\nfilesize = 77\nhash = '00'\n");
	put("c.gguf", "GGUF");
	open_tree(".");
	struct ml_file *file = read_of("model.safetensors");
	cr_assert_eq(file->state, ML_FILE_POINTER);
	cr_assert_eq(file->size, 13476839424u);
	cr_assert_eq(read_of("a.gguf")->state, ML_FILE_READ, "a pointer without a size is none");
	cr_assert_eq(read_of("b.gguf")->size, 77);
	file = read_of("c.gguf");
	cr_assert(file->state == ML_FILE_READ && !file->text.at, "weights are never text");
}

Test(folder, follows_links_inside_only)
{
	put("docs/page.md", "inside");
	put("../outside.txt", "secret");
	cr_assert_eq(symlink("docs/page.md", "README.md"), 0);
	cr_assert_eq(symlink("../outside.txt", "LICENSE"), 0);
	cr_assert_eq(symlink("/etc/hostname", "NOTICE"), 0);
	cr_assert_eq(symlink("docs/../../outside.txt", "LICENSE.txt"), 0);
	cr_assert_eq(symlink("nothing", "COPYING"), 0);
	cr_assert_eq(symlink("MODEL_LICENSE", "MODEL_LICENSE"), 0);
	cr_assert_eq(symlink("/dev/zero", "LICENSE.md"), 0);
	cr_assert_eq(symlink("docs", "DISCLAIMER"), 0);
	cr_assert_eq(symlink("README.md", "README_zh.md"), 0);
	open_tree(".");
	struct ml_file *file = read_of("README.md");
	cr_assert_eq(file->state, ML_FILE_READ);
	cr_assert(ml_span_is(file->text, "inside"));
	const char *refused[] = { "LICENSE", "NOTICE", "LICENSE.txt", "COPYING", "MODEL_LICENSE", "LICENSE.md", "README_zh.md" };
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
		file = read_of(refused[i]);
		cr_expect_eq(file->state, ML_FILE_LINK, "%s", refused[i]);
		cr_expect(file->problem && !file->bytes.at, "%s", refused[i]);
	}
	cr_expect_null(ml_tree_find(tree, "DISCLAIMER"), "a link to a folder is no file");
	cr_assert_eq(unlink("../outside.txt"), 0);
}

Test(folder, walks_past_linked_folders)
{
	put("a/README.md", "x");
	cr_assert_eq(symlink("..", "a/up"), 0);
	cr_assert_eq(symlink("/", "a/LICENSES"), 0);
	open_tree(".");
	cr_assert_str_eq(paths(), "a/LICENSES\na/README.md\na/up\n");
	cr_assert_eq(file_of("a/LICENSES")->state, ML_FILE_LINK);
}

Test(folder, never_leaves_through_a_folder_that_became_a_link)
{
	put("a/README.md", "x");
	put("z/README.md", "the folder that is held last");
	open_tree(".");
	struct ml_file *file = file_of("a/README.md");
	read_of("z/README.md");
	cr_assert_eq(rename("a", "b"), 0);
	cr_assert_eq(symlink("b", "a"), 0);
	ml_tree_read(tree, file, 0);
	cr_assert(file->state == ML_FILE_MISSING || file->state == ML_FILE_FAILED);
	cr_assert_null(file->bytes.at);
}

Test(folder, never_opens_what_is_no_file)
{
	cr_assert_eq(mkfifo("README.md", 0666), 0);
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);
	struct sockaddr_un name = { .sun_family = AF_UNIX, .sun_path = "LICENSE" };
	cr_assert_eq(bind(fd, (struct sockaddr *)&name, sizeof name), 0);
	open_tree(".");
	struct ml_file *file = read_of("README.md");
	cr_expect_eq(file->state, ML_FILE_SPECIAL);
	cr_expect_str_eq(file->problem, "is a FIFO, not a file");
	cr_expect_eq(read_of("LICENSE")->state, ML_FILE_SPECIAL);
	close(fd);
}

Test(folder, never_waits_for_a_file_that_became_a_fifo)
{
	put("README.md", "x");
	open_tree(".");
	cr_assert_eq(unlink("README.md"), 0);
	cr_assert_eq(mkfifo("README.md", 0666), 0);
	cr_assert_eq(read_of("README.md")->state, ML_FILE_FAILED);
}

Test(folder, reads_the_first_part_of_large_files)
{
	char *big = malloc(ML_LIMIT_FILE_BYTES + 10);
	memset(big, 'a', ML_LIMIT_FILE_BYTES + 10);
	memcpy(big + ML_LIMIT_FILE_BYTES - 1, "\xe4\xb8\xad", 3); /* a character over the edge */
	put_bytes("LICENSE", big, ML_LIMIT_FILE_BYTES + 10);
	free(big);
	open_tree(".");
	struct ml_file *file = read_of("LICENSE");
	cr_assert_eq(file->state, ML_FILE_TOO_LARGE);
	cr_assert(file->problem);
	cr_assert_eq(file->text.len, ML_LIMIT_FILE_BYTES - 1);
	cr_assert_not(file->converted, "the cut must not make the text look like another encoding");
}

Test(folder, reads_no_more_than_one_run_may)
{
	int fd = open("LICENSE", O_CREAT | O_WRONLY, 0666);
	cr_assert_eq(ftruncate(fd, ML_LIMIT_FILE_BYTES), 0);
	close(fd);
	char name[32];
	size_t nr = ML_LIMIT_READ_BYTES / ML_LIMIT_FILE_BYTES + 1;
	for (size_t i = 0; i < nr; i++) {
		snprintf(name, sizeof name, "LICENSE-%zu", i);
		cr_assert_eq(symlink("LICENSE", name), 0);
	}
	open_tree(".");
	size_t cut = 0;
	for (size_t i = 0; i < tree->files_nr; i++) {
		ml_tree_read(tree, &tree->files[i], 0);
		cut += tree->files[i].state == ML_FILE_TOO_LARGE;
	}
	cr_assert_eq(cut, 2);
}

Test(folder, stops_at_the_depth_limit)
{
	for (int i = 0; i < 2000; i++) {
		cr_assert_eq(mkdir("d", 0777), 0);
		cr_assert_eq(chdir("d"), 0);
	}
	put("README.md", "deep");
	cr_assert_eq(chdir(sandbox), 0);
	put("README.md", "here");
	open_tree(".");
	cr_assert_str_eq(paths(), "README.md\n");
	cr_assert_eq(tree->problems_nr, 1);
	cr_assert_str_eq(tree->problems[0].text, "folders lie deeper than are listed");
	/* nftw needs a descriptor for each folder; the chain is taken down from its top instead */
	for (int i = 0; i < 2000; i++) {
		cr_assert_eq(rename("d", "old"), 0);
		if (rename("old/d", "d") < 0)
			unlink("old/README.md");
		rmdir("old");
		if (access("d", F_OK) < 0)
			break;
	}
}

Test(folder, keeps_bytes_of_names_as_they_are)
{
	put("\xff\xfe/README.md", "x");
	put("a\x1b]0;x\a.md", "x");
	open_tree(".");
	cr_assert_eq(read_of("\xff\xfe/README.md")->state, ML_FILE_READ);
	cr_assert_eq(read_of("a\x1b]0;x\a.md")->state, ML_FILE_READ);
}

Test(folder, opens_a_file_as_its_folder_with_that_file_alone)
{
	put("a/LICENSE", "x");
	put("a/words.md", "x");
	open_tree("a/words.md");
	cr_assert_str_eq(paths(), "words.md\n");
	cr_assert(tree->alone);
	cr_assert_eq(read_of("words.md")->state, ML_FILE_READ);
	cr_assert_str_eq(tree->name, "a");
}

Test(folder, opens_a_file_with_a_role_as_its_whole_folder)
{
	put("a/LICENSE", "x");
	put("a/README.md", "x");
	open_tree("a/LICENSE");
	cr_assert_str_eq(paths(), "LICENSE\nREADME.md\n");
	cr_assert_str_eq(tree->only, "LICENSE");
	cr_assert_not(tree->alone);
}

Test(folder, tells_wrong_paths_in_one_sentence)
{
	cr_assert_eq(ml_tree_open(&tree, arena, "nowhere", NULL, &err), -1);
	cr_assert_eq(err.kind, ML_ERROR_USAGE);
	cr_assert_str_eq(err.text, "cannot open 'nowhere': No such file or directory");
	cr_assert_eq(ml_tree_open(&tree, arena, "/dev/null", NULL, &err), -1);
	cr_assert_eq(err.kind, ML_ERROR_USAGE);
	cr_assert_eq(ml_tree_open(&tree, arena, "", NULL, &err), -1);
	cr_assert_eq(err.kind, ML_ERROR_USAGE);
}

Test(folder, names_the_folder_above_but_no_owner)
{
	put("acme/heron-7b/README.md", "x");
	put(".models/heron/README.md", "x");
	open_tree("acme/heron-7b/");
	cr_assert_str_eq(tree->name, "heron-7b");
	cr_assert_str_eq(tree->folder, "acme");
	cr_assert_null(tree->owner);
	ml_tree_close(tree);
	open_tree(".models/heron");
	cr_assert_null(tree->folder);
}

Test(folder, places_count_lines_and_bytes_from_one)
{
	put("README.md", "one\r\ntwo \xe4\xb8\xad!\nthree");
	open_tree(".");
	struct ml_file *file = read_of("README.md");
	struct ml_where where = ml_where_of(arena, file, 5, 13);
	cr_expect(where.line == 2 && where.column == 1 && where.end_line == 2 && where.end_column == 9);
	where = ml_where_of(arena, file, 5, 14);
	cr_expect(where.end_line == 2 && where.end_column == 9, "a stretch ends on its last line, not at the start of the next");
	where = ml_where_of(arena, file, 14, 999);
	cr_expect(where.line == 3 && where.end_line == 3 && where.end_column == 6);
	where = ml_where_of(arena, file, 999, 999);
	cr_expect(where.line == 3 && where.column == where.end_column);
}
