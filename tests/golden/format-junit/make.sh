cp -R "$SOURCE/tests/golden/escapes/repo/." .
