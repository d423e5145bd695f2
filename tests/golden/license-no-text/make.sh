# A LICENSE in two bytes a letter without the mark that says so: it is there, and nobody can read it.
printf 'T\0h\0e\0 \0t\0e\0r\0m\0s\0' >LICENSE
printf '# Turnstone\n\nTurnstone is an open-source model for tide tables.\n' >README.md
: >model.safetensors
