set -e
command -v git >/dev/null || exit 77
[ -n "$LICENSE_TEXT" ] || exit 77
"$LICENSE_TEXT" "$SOURCE" mit >LICENSE || exit 77
printf '# Dabchick\n\nA small model.\n' >README.md
git init -q && git add -A && git commit -q -m 'Add the model'
sed -i 's/^Copyright.*/Copyright (c) 2025 Dabchick Lab/' LICENSE && git commit -q -a -m 'Name the holder'
"$LICENSE_TEXT" "$SOURCE" apache-2.0 >LICENSE || exit 77
git commit -q -a -m 'Change the license'
