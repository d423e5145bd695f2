set -e
[ -n "$LICENSE_TEXT" ] || exit 77
"$LICENSE_TEXT" "$SOURCE" mit >text || exit 77
# MIT without its first lines: from the permission on.
sed -n '/^Permission is hereby/,$p' text >LICENSE
rm text
[ -s LICENSE ] || exit 77
printf '# Robin\n\nA small model.\n' >README.md
