#!/bin/sh
# Fetches the source of a package through a private copy of this machine's own
# apt sources, so that the system's lists, sources and cache stay as they are.
#
#     apt-source.sh FOLDER full PACKAGE    unpacked with the distribution's patches applied
#     apt-source.sh FOLDER tar PACKAGE     the original archive alone
#
# Prints the version and the unpacked folder, one a line. The version of the
# installed PACKAGE-dev comes first; a security archive may no longer serve it,
# then the next older one that is served. Needs no root.
set -eu

folder=$1 kind=$2 package=$3
apt=$folder/apt
mkdir -p "$apt/parts" "$apt/lists/partial" "$apt/cache/archives/partial" "$folder/source"
# apt drops root for downloads, so its user must be able to walk here; a path that it cannot reach is only a warning.
options="-o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$apt/parts -o Dir::State::lists=$apt/lists"
options="$options -o Dir::Cache=$apt/cache -o Acquire::http::Timeout=20 -o Acquire::Retries=1 -o APT::Sandbox::User=root"
case $folder in *[[:space:]]*)
	echo "a folder name with spaces cannot be handed to apt: '$folder'" >&2
	exit 1
	;;
esac

copy_sources() {
	for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
		[ -f "$file" ] || continue
		sed -n 's/^[[:space:]]*deb\(-src\)\{0,1\}[[:space:]]/deb-src /p' "$file" >"$apt/parts/$(basename "$file" .list).list"
	done
	for file in /etc/apt/sources.list.d/*.sources; do
		[ -f "$file" ] || continue
		sed 's/^[Tt]ypes:.*/Types: deb-src/' "$file" >"$apt/parts/$(basename "$file")"
	done
}

# A source of somebody else that has no deb-src must not stop the rest: what was fetched decides.
refresh() {
	[ -z "$(find "$apt/fresh" -mmin -60 2>/dev/null)" ] || return 0
	copy_sources
	# shellcheck disable=SC2086
	apt-get $options update >"$apt/log" 2>&1 || :
	: >"$apt/fresh"
}

versions() {
	dpkg-query -W -f '${Version}\n' "lib$package-dev" "$package-dev" 2>/dev/null | head -n 1
	# shellcheck disable=SC2086
	apt-cache $options showsrc --only-source "$package" 2>/dev/null | sed -n 's/^Version: //p' | sort -rV
}

fetch() {
	cd "$folder/source" && rm -rf "$package" && mkdir "$package" && cd "$package" || return 1
	if [ "$kind" = tar ]; then
		# shellcheck disable=SC2086
		apt-get $options source --only-source --tar-only "$package=$1" >>"$apt/log" 2>&1 || return 1
		for archive in *.orig.tar.*; do
			tar -xf "$archive" || return 1
		done
	else
		# shellcheck disable=SC2086
		apt-get $options source --only-source "$package=$1" >>"$apt/log" 2>&1 || return 1
	fi
	for unpacked in */; do
		[ -d "$unpacked" ] || return 1
		printf '%s\n%s\n' "$1" "$folder/source/$package/${unpacked%/}"
		return 0
	done
	return 1
}

refresh
for version in $(versions | awk '!seen[$0]++'); do
	if (fetch "$version"); then
		exit 0
	fi
done
echo "no source of $package is served by this machine's apt sources" >&2
exit 1
