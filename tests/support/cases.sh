# What the scripts of cases share. A script names its functions in $cases, sources this file, and ends with run_cases "$@":
#
#     tests/FOLDER/run --list       the cases
#     tests/FOLDER/run [CASE...]    runs these, or all. Exit status: 0, 1, or 77 where this machine lacks what a case needs
#
# It shuts out the user's settings of git and of colors, and sets
#
#     here, root   the script's folder, and that of the source
#     MLINT        absolute
#     sandbox      a fresh folder, taken away at the end; $HOME is sandbox/home
#     wrong        0 until say_wrong was called
#
# $sandbox/out and $sandbox/err hold what the program said last; a case begins with both empty.
# shellcheck shell=sh disable=SC2034,SC2154
if [ "${1:-}" = --list ]; then
	# shellcheck disable=SC2086
	printf '%s\n' $cases
	exit 0
fi
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
root=$(CDPATH='' cd -- "$here/../.." && pwd)
: "${MLINT:?names the program to test}"
case $MLINT in /*) ;; *) MLINT=$PWD/$MLINT ;; esac
sandbox=$(mktemp -d) || exit 1
trap 'chmod -R u+rwX "$sandbox" 2>/dev/null; rm -rf "$sandbox"' EXIT
HOME=$sandbox/home XDG_CONFIG_HOME=$sandbox/home/.config XDG_CACHE_HOME=$sandbox/home/.cache LC_ALL=C TERM=dumb
GIT_CONFIG_NOSYSTEM=1 GIT_CEILING_DIRECTORIES=$sandbox
export HOME XDG_CONFIG_HOME XDG_CACHE_HOME LC_ALL TERM GIT_CONFIG_NOSYSTEM GIT_CEILING_DIRECTORIES
unset NO_COLOR CLICOLOR_FORCE GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE PRE_COMMIT PRE_COMMIT_FROM_REF PRE_COMMIT_TO_REF
mkdir "$HOME"
wrong=0

# say_wrong WHAT: the case fails, and goes on.
say_wrong() {
	echo "$case: $*" >&2
	for stream in out err; do
		[ ! -s "$sandbox/$stream" ] || { echo "--- $stream" && head -n 20 "$sandbox/$stream" | cut -c1-300 | cat -v; } >&2
	done
	wrong=1
}

# skip WHY: what the case needs is not here.
skip() {
	echo "SKIPPED: ${case:+$case: }$*" >&2
	exit 77
}

needs() {
	for tool; do
		command -v "$tool" >/dev/null 2>&1 || skip "$tool is not installed"
	done
}

# What git asks of a user before the first commit.
git_user() {
	git config --global user.name Ada
	git config --global user.email ada@example.org
	git config --global init.defaultBranch main
	git config --global protocol.file.allow always
}

run_cases() {
	# shellcheck disable=SC2086
	[ $# -gt 0 ] || set -- $cases
	for case; do
		: >"$sandbox/out"
		: >"$sandbox/err"
		"$case"
	done
	exit $wrong
}
