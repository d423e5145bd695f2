#!/bin/sh
# Prints which share of each file's lines the runs so far executed, the barest first.
#
#     coverage.sh GCOV BUILD SOURCE
set -eu
gcov=$1 build=$2 source=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
# The objects of a library and of the tests that link it are counted once: the .gcda of a file has its sum.
find "$build/CMakeFiles" "$build/rules/CMakeFiles" -name '*.gcda' | while read -r data; do
	"$gcov" -n -s "$source" -r "$data" 2>/dev/null || :
done | awk -F "'" '
	/^File/ { file = $2; next }
	/^Lines executed:/ && file != "" {
		share = $0; sub(/.*:/, "", share); sub(/%.*/, "", share)
		lines = $0; sub(/.* of /, "", lines)
		if (file ~ /\.c$/) { hit[file] += share * lines / 100; all[file] += lines }
		file = ""
	}
	END {
		for (file in all) {
			printf "%6.1f %% of %4d lines  %s\n", 100 * hit[file] / all[file], all[file], file
			hits += hit[file]; total += all[file]
		}
		if (total) printf "%6.1f %% of %4d lines  in all\n", 100 * hits / total, total
	}' | sort -n
