# A GGUF file by hand, for make.sh of golden cases, which source it: magic, version 3, no tensor, so many entries; an entry is key, type 8 and a string.
# Lengths below 256.
# shellcheck shell=sh
u32() { printf "\\$(printf %03o "$1")\\000\\000\\000"; }
string() { u32 ${#1} && u32 0 && printf %s "$1"; }
head_of() { printf GGUF && u32 3 && u32 0 && u32 0 && u32 "$1" && u32 0; }
entry() { string "$1" && u32 8 && string "$2"; }
