# What the benches have in common: trees made of nobody's text, and whole processes timed side by side (timer.c). Sourced, with $here set.
# shellcheck shell=sh
root=$(CDPATH='' cd -- "$here/../.." && pwd)

# program [MLINT]: sets mlint, work and the environment.
program() {
	mlint=${1:-$root/build/release/mlint}
	case $mlint in /*) ;; *) mlint=$PWD/$mlint ;; esac
	[ -x "$mlint" ] || {
		echo "no program '$mlint': ./bootstrap build makes it" >&2
		exit 2
	}
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
	export HOME="$work" GIT_CONFIG_NOSYSTEM=1 LC_ALL=C
	unset GIT_DIR GIT_INDEX_FILE GIT_WORK_TREE NO_COLOR CLICOLOR_FORCE
	git config --global user.name Ada
	git config --global user.email ada@example.org
	git config --global init.defaultBranch main
}

timer() {
	[ -x "$work/timer" ] || ${CC:-cc} -std=gnu11 -D_GNU_SOURCE -O2 -o "$work/timer" "$here/timer.c" || exit 2
	"$work/timer" "$@"
}

# Words enough for any README: words BYTES
words() {
	awk -v size="$1" 'BEGIN {
		nr = split("the model reads words and writes what may follow them so each layer keeps a part of it for later", word, " ")
		for (i = 0; size > 0; i++) {
			line = ""
			for (j = 0; j < 14; j++) line = line word[(i * 7 + j * (i % 5 + 1)) % nr + 1] " "
			if (i % 12 == 0) line = "## Part " i "\n\n" line
			if (i % 6 == 5) line = line "\n"
			print line
			size -= length(line) + 1
		}
	}'
}

# card BYTES
card() {
	printf -- '---\nlicense: apache-2.0\ntags:\n- text-generation\n---\n# Heron\n\nHeron is an open-source model.\n\n'
	words "$1"
}

pointer() {
	printf 'version https://git-lfs.github.com/spec/v1\noid sha256:%064d\nsize 13476839424\n' "$1"
}

# 20 files as a small model repository has them: small FOLDER
small() {
	mkdir -p "$1/src" "$1/docs"
	card 20000 >"$1/README.md"
	cp "$root/LICENSE" "$1/LICENSE"
	printf '{"model_type": "heron", "hidden_size": 4096}\n' >"$1/config.json"
	pointer 0 >"$1/model.safetensors"
	for name in tokenizer.json generation_config.json requirements.txt setup.py Makefile; do
		words 800 >"$1/$name"
	done
	for number in 1 2 3 4 5 6 7 8; do
		words 3000 >"$1/src/part$number.py"
	done
	for number in 1 2 3; do
		words 4000 >"$1/docs/page$number.md"
	done
}

# 12 files with a role: model FOLDER
model() {
	mkdir -p "$1/weights" "$1/docs"
	card 20000 >"$1/README.md"
	cp "$root/LICENSE" "$1/LICENSE"
	printf '{"model_type": "heron"}\n' >"$1/config.json"
	for number in 1 2 3 4 5; do
		pointer $number >"$1/weights/model$number.safetensors"
	done
	for number in 1 2 3 4; do
		words 2000 >"$1/docs/page$number.md"
	done
}

# large FOLDER FILES: the same, and files without a role up to FILES, 50 a folder; every 40th folder has a README too
large() {
	model "$1"
	awk -v to="$1" -v files="$2" 'BEGIN {
		for (nr = 12; nr < files; nr++) {
			folder = sprintf("%s/src/part%d", to, nr / 50)
			if (folder != last) system("mkdir -p " folder)
			last = folder
			name = folder (nr % 2000 == 1999 ? "/README.md" : "/file" nr ".inc")
			print "part " nr >name
			close(name)
		}
	}'
}

under_git() {
	git -C "$1" init -q
	git -C "$1" add -A
	git -C "$1" commit -q -m start
	# git reads files again that are as young as its index: a second later it need not, and is at its best.
	sleep 1.1
	git -C "$1" update-index -q --really-refresh
	git -C "$1" status --porcelain >/dev/null
}

# The machine as far as figures depend on it: cores, clock, and other work that it had.
machine() {
	clock=$(awk -F: '/^(cpu MHz|clock)/ { if ($2 + 0 > most) most = $2 + 0 } END { if (most) printf " of %.1f GHz", most / 1000 }' /proc/cpuinfo 2>/dev/null)
	load=$(awk -v cores="$(getconf _NPROCESSORS_ONLN)" '$2 > cores + 1 { printf " with other work (load %.0f)", $2 }' /proc/loadavg 2>/dev/null)
	echo "$(getconf _NPROCESSORS_ONLN) cores$clock$load"
}
