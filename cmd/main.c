/*
 * mlint: does this model repository keep its open-source promise?
 *
 * The map of the source. Data walks one way: repository, files, facts, rules, findings, report.
 *
 * cmd/                     the program: arguments in, exit status out
 *   main.c                 the commands and who is called
 *   cli.c                  what every command does first: its options, its help, its errors
 *   options.c              options, parsed and told from one table a command
 *   suggest.c              "did you mean"
 *   help.c                 help for a terminal
 *   manual.c               the same as a manual page
 *   completion.c           the same for shells
 *   completion_bash.c      for bash
 *   completion_zsh.c       for zsh
 *   completion_fish.c      for fish
 *   stream.c               the only place that writes: both streams and the file of -o
 *   single.c               one file by itself, for identify and claims
 *   knowledge.c            what is known, with the user's own files
 *   rule_names.c           names of rules on the command line
 *   scan.c                 repositories in, one report out
 *   fix.c                  fixes made, shown and counted
 *   fix_write.c            new bytes into files, whole or not at all
 *   settings.c             the configuration that a tree is judged by
 *   judge.c                trees in, verdicts out; what is old is left out
 *   hook.c                 hooks of git: their kinds, and what to do about them
 *   hook_install.c         puts them into a repository and takes them out again
 *   hook_run.c             judges commits, pushes and what a server receives
 *   identify.c             which license a text is
 *   claims.c               what a text claims
 *   explain.c              the page of a rule, a license, a term
 *   license_page.c         what is known of licenses and terms, as Markdown
 *   license_entry.c        a text as YAML for --knowledge
 *   render.c               Markdown as text for a terminal
 *   report.c               a page for people, and component lists
 *   badge.c                a small drawing that says what a repository is
 *   batch.c                records or repositories by the thousand
 *   batch_pool.c           keeps workers busy, and answers in order
 *   batch_crew.c           starts them, hands records out and takes answers in
 *   batch_worker.c         one of them: a process that judges
 *   batch_ids.c            what an earlier run has answered
 *   rules.c                the list of rules
 *   licenses.c             the list of licenses
 *   models.c               the list of models
 *   datasets.c             the list of data sets
 *   listing.c              what such lists have in common
 *
 * lint/base/               what C lacks; knows nothing of licenses
 *   span.c                 borrowed text
 *   bytes.h                numbers out of bytes
 *   sixteen.h              sixteen bytes looked at in one go
 *   arena.c                objects that die together
 *   buf.c                  text that grows up to a maximum
 *   error.c                why mlint could not do its work
 *   limits.h               every limit on what a repository controls
 *   banned.h               functions that do not compile here
 *   codepoint.c            one character of UTF-8
 *   node.c                 maps, lists and scalars, whatever they were read from
 *   repeated.c             keys that stand twice in a map
 *   packed.c               tables without pointers, whose rows get theirs when they are asked for
 *   kept.c                 what is dear to make, kept for the whole run
 *   near.c                 the known word nearest to one that is not
 *   yaml.c                 YAML into nodes (libyaml)
 *   json.c                 JSON into nodes (jansson)
 *   json_outline.c         JSON without its long strings, which jansson reads slowly
 *   json_write.c           JSON out
 *   toml.c                 TOML into nodes
 *   ini.c                  INI into nodes
 *
 * lint/text/               text without meaning
 *   utf8.c                 checked once a file; lines and columns
 *   words.c                normalized words and their runs of five, hashed
 *   words_notice.c         copyright notices, which are no words
 *   words_spelling.c       spellings that are one
 *   words_fold.c           which characters are the same to a word
 *   tokens.c               a sentence as words, numbers, signs, each folded
 *   scan.c                 many literal words in one pass
 *   glob.c                 patterns of paths, as gitignore has them
 *   pattern.c              patterns, read or compiled when they are needed (PCRE2)
 *   literals.c             what a pattern cannot do without, looked for before it is compiled
 *   expression.c           SPDX license expressions
 *   entity.c               character references of HTML
 *   chunk.c                one chunk of a document, found without reading all of it
 *   sentence.c             where sentences end
 *   markdown.c             Markdown as blocks with their places (md4c)
 *   markdown_build.c       blocks in the making
 *   markdown_html.c        HTML inside Markdown
 *   markdown_table.c       tables of both
 *   markdown_delimiter.c   table rows that md4c would not take for one
 *
 * lint/source/             a repository as a tree of files
 *   tree.c                 opens whatever a path is
 *   root.c                 the scanned folder, held open, and no way out of it
 *   tree_worktree.c        a work tree: the entries of the index, and untracked files with a role
 *   tree_revision.c        the tree of a commit, and that of the next one
 *   git.c                  a repository, opened for its commits and its index
 *   git_place.c            where it keeps what
 *   git_settings.c         what hooks ask of git's configuration
 *   git_rev.c              names of commits, and the way from one to another
 *   git_refs.c             refs of one kind, as files and packed
 *   git_past.c             what license files held before
 *   git_known.c            folders that the index knows to be the same
 *   git_staged.c           whether the next commit touches a file with a role
 *   git_store.c            objects of git (libgit2)
 *   git_object.c           ids, trees and commits as bytes
 *   git_index.c            git's index, read as bytes
 *   git_index_split.c      one that is split in two files
 *   git_config.c           git's configuration, read as data
 *   around.c               files of the repository around the scanned folder
 *   ignore.c               which untracked files git would ignore
 *   tree_above.c           license files above a folder of a repository
 *   tree_folder.c          a plain folder
 *   tree_record.c          a line of JSON, for batch
 *   tree_cache.c           a snapshot of a Hugging Face cache
 *   read.c                 bytes of a file, under a limit
 *   role.c                 what a file is, told by its path
 *   name.c                 file names as words
 *   no_network.c           network calls that fail, for the static program
 *
 * lint/knowledge/          what we know, loaded from YAML
 *   terms.def              the closed list of terms
 *   terms.c                terms and their clause patterns
 *   clause_words.c         the words of all clauses as one tree
 *   rows.c                 built-in licenses and clauses, opened one by one
 *   licenses.c             licenses
 *   licenses_load.c        what their loaders share
 *   license_duties.c       what a license asks of copies
 *   license_names.c        licenses by id, name and address
 *   license_words.c        names of licenses as words
 *   user.c                 a user's own licenses beside those that are known
 *   user_releases.c        a user's own models and data sets
 *   models.c               models: their licenses and what they were made from
 *   datasets.c             data sets: their terms and whose models made them
 *   release_words.c        names of both as words
 *   release_load.c         entries of both, read from YAML
 *   openness.c             yardsticks of openness: what each asks of which parts
 *   layout.c               folders that are parts of a model, and what shows its kind
 *   lists.def              the closed list of lists of words
 *   lists.c                lists of words and patterns for prose, names and addresses
 *   phrases.c              phrases by which chunks of cards are chosen, found by one scan
 *   claims.c               phrases and guards of claims
 *   claims_lexemes.c       their words, merged and in order
 *   claims_pattern.c       their patterns
 *   runs.c                 the index of license texts
 *   runs_make.c            the index in the making, and with a user's texts
 *   known_text.c           a license text as the index knows it
 *   known_text_yaml.c      the same as YAML
 *
 * lint/facts/              what the files say
 *   facts.c                collects all facts, in order
 *   card.c                 cards: front matter and Markdown
 *   card_words.c           which chunks of a card are worth reading
 *   shared.c               what readers of cards keep from one card to the next
 *   declared.c             what front matter declares
 *   badge.c                what badges show
 *   package.c              licenses and claims of package files
 *   package_setup.c        setup.py, read as text
 *   target.c               where links lead inside the tree
 *   license.c              which licenses a text is
 *   license_match.c        the likest known texts, by their runs
 *   license_exact.c        word for word, and what differs
 *   license_fill_in.c      what may stand where a known text has a blank
 *   license_gaps.c         where words of a known text are missing
 *   license_rest.c         what of a file no known text explains
 *   license_aside.c        what is added to a known text about works of others
 *   license_point.c        files that only point elsewhere
 *   license_notice.c       a text that says under which known license something stands
 *   license_terms.c        terms of a known text, with the lines where they stand
 *   clauses.c              which terms a text states
 *   clauses_fold.c         a license as plain lines
 *   clauses_units.c        its sentences and list items
 *   clauses_marker.c       its numbering
 *   clauses_number.c       numbers in words and digits
 *   clauses_value.c        values of terms
 *   policy.c               use policies and the license that they belong to
 *   identity.c             how names are cut out of paths, titles and addresses
 *   identity_repository.c  by which of them a repository speaks of itself
 *   identity_files.c       names that packages and weights give it
 *   claims.c               claims of a document
 *   claims_channels.c      claims in keys, tags, badges and tables
 *   claims_words.c         a sentence as classified words
 *   claims_language.c      the language of a sentence
 *   claims_lexicon.c       the longest known word at a place
 *   claims_names.c         names in a sentence
 *   claims_match.c         rows of the knowledge matched around a phrase
 *   claims_steps.c         the steps that decide whose claim it is
 *   claims_place.c         those that look at where it stands
 *   claims_scope.c         of what it is
 *   claims_introduced.c    names that a sentence of the document tells to be its own
 *   claims_guards.c        the same guards for statements of terms
 *   statements.c           where terms are stated: paragraphs, cells, lists
 *   statements_sentence.c  what one sentence states
 *   statements_limits.c    what it says may not be done
 *   statements_anchor.c    what in them names a license
 *   statements_data.c      terms of what a model learned from
 *   statements_own.c       whether they speak of the repository
 *   artifacts.c            weights by name, and pointers
 *   lineage.c              what a model was made from: the terms of each base
 *   lineage_files.c        bases that configurations name
 *   lineage_words.c        bases that sentences and tables name
 *   lineage_cards.c        which chunks of a card may tell of it
 *   lineage_made.c         with whose models data was made
 *   lineage_data.c         training data that sentences name
 *   spdx.c                 the licenses that source files are marked with
 *   header.c               what headers of weight files say
 *   header_gguf.c          of GGUF
 *   header_onnx.c          of ONNX
 *   header_safetensors.c   of safetensors
 *   offer.c                whether the repository offers a model
 *   offer_words.c          the words that say so
 *   govern.c               which license governs code, weights, data
 *   govern_files.c         by files and their names
 *   govern_words.c         by cards and sentences
 *   croissant.c            descriptions of data sets in JSON-LD
 *   duties.c               what the licenses of bases ask of copies, and is not here
 *   duties_words.c         their lines and phrases, looked for in texts
 *   duties_name.c          the names of the own model
 *   upstream.c             bases that lie in folders of the user
 *   inherit.c              base terms and own terms, compared one by one
 *   history.c              licenses that history shows, where somebody asks
 *   osd.c                  which licenses fail the Open Source Definition
 *   modality.c             whether the model reads more than text
 *   class.c                the class that follows
 *   units.c                which folders are models of their own
 *   units_models.c         models that share a folder, told apart by their headers
 *   units_view.c           the facts of each, and what comes of them all
 *
 * lint/check/              from facts to findings
 *   sink.c                 what rules report into
 *   openness.c             what rules ask about claims and their licenses
 *   said.c                 what the text says around a claim
 *   lineage.c              what rules tell of bases and data
 *   duties.c               what rules tell of duties towards copies
 *   phrase.c               terms in words
 *   place.c                the words at a place
 *   fix.c                  edits that rules offer
 *   fix_card.c             edits of front matter
 *   merge.c                one finding for one cause, and the order
 *   fingerprint.c          what makes a finding the same tomorrow
 *   mof.c                  the class that parts reach by the Model Openness Framework
 *   mof_list.c             component lists
 *   config.c               the configuration, parsed and typed
 *   config_read.c          values out of nodes, and what is wrong with them
 *   config_tree.c          where a tree keeps it, and what it says of files
 *   policy.c               licenses and terms that it allows and denies
 *   suppress.c             findings that somebody hides
 *   suppress_read.c        comments that do so
 *   baseline.c             findings that are known
 *   parts.c                which parts of a release a repository shows
 *   stated.c               words by which a card says that it meets one
 *   yardstick.c            what the yardsticks of openness say of them
 *   run.c                  every rule over the facts, and the verdict
 *   unjudged.c             what of a repository could not be judged
 *
 * lint/report/             from findings to bytes
 *   reporters.c            the table of formats
 *   human.c                for people
 *   frame.c                the line with its carets
 *   wrap.c                 lines too long for a terminal, broken between words
 *   cell.c                 characters on a terminal, and none that act on it
 *   plain.c                one line a finding
 *   json.c                 the contract's JSON
 *   sarif.c                SARIF, for code scanning
 *   sarif_rules.c          its rules
 *   github.c               workflow commands
 *   gitlab.c               GitLab's code quality report
 *   junit.c                JUnit XML
 *   markdown.c             tables for a step summary
 *   mof.c                  the verdict on a component list
 *   badge.c                a small drawing of what a repository is
 *   html.c                 a page for people: its frame, the verdict
 *   html_text.c            its text, escaped; tables and places
 *   html_terms.c           its licenses, and claims beside clauses
 *   html_checklist.c       its yardsticks
 *   html_lineage.c         its drawing of where the model comes from
 *   html_findings.c        its findings
 *   story.c                findings with their proof, the gravest first
 *   spot.c                 places as code hosts count them
 *   rule_page.c            the page of a rule
 *
 * lint/fix/                from edits of findings to new bytes
 *   patch.c                which edits are made, and the files that they leave
 *   diff.c                 those as unified diffs
 *
 * rules/                   FAMILY/mlNNN_name.c and .md: a rule and its page; knowledge/: YAML
 *   builtin.c              the tables that the build makes of them
 *   license-runs.S         the index of license texts as bytes of the program
 *   gen/                   the compiler of pages and YAML, at build time
 */
#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "cmd/help.h"

static int print_version(void)
{
	static const char text[] = "mlint " MLINT_VERSION "\n";

	return write(STDOUT_FILENO, text, sizeof text - 1) == sizeof text - 1 ? EXIT_CLEAN : EXIT_UNJUDGED;
}

static int run_version(const struct command *self, char **args, size_t args_nr)
{
	struct ml_arena *arena = ml_arena_new();
	struct common o = { 0 };
	struct opt_list operands = { 0 };
	int status;

	if (!cli_parse(self, &o, &operands, arena, args, args_nr, &status))
		status = print_version();
	ml_arena_free(arena);
	return status;
}

static const struct opt version_options[] = { OPT_HELP };
static const struct command version_command = {
	.name = "version",
	.arguments = "",
	.summary = "show the version",
	.about = "Shows the version, as --version does.",
	.options = version_options,
	.options_nr = 1,
	.run = run_version,
};

const struct command *const commands[] = {
	&scan_command, &identify_command, &claims_command, &explain_command, &rules_command, &licenses_command,
	&models_command, &datasets_command, &hook_command, &batch_command, &report_command, &badge_command,
	&completion_command, &help_command, &version_command,
};
const size_t commands_nr = sizeof commands / sizeof *commands;

static bool is_any(const char *word, const char *a, const char *b)
{
	return !strcmp(word, a) || !strcmp(word, b);
}

/* Not through stdio: there may be no memory for it. */
__attribute__((noreturn)) static void out_of_memory(void)
{
	static const char text[] = "mlint: out of memory\n";

	if (write(STDERR_FILENO, text, sizeof text - 1) < 0)
		_exit(EXIT_UNJUDGED);
	_exit(EXIT_UNJUDGED);
}

int main(int argc, char **argv)
{
	size_t nr = argc > 1 ? (size_t)argc - 1 : 0;
	char **args = argv + 1;

	/* First of all, for hooks and scripts ask it often: nothing is set up for it. */
	if (nr && is_any(args[0], "--version", "-V"))
		return print_version();
	ml_oom = out_of_memory;
	/* A reader that goes away is a write that fails, and gives a status of ours. */
	signal(SIGPIPE, SIG_IGN);
	if (nr && is_any(args[0], "--help", "-h"))
		return help_print();
	const struct command *command = nr ? find_command(args[0]) : NULL;
	if (command)
		return command->run(command, args + 1, nr - 1);
	return scan_command.run(&scan_command, args, nr);
}
