# A GGUF file by hand: magic, version 3, no tensor, so many entries; an entry is key, type 8 and a string.
u32() { printf "\\$(printf %03o "$1")\\000\\000\\000"; }
string() { u32 ${#1} && u32 0 && printf %s "$1"; }
head_of() { printf GGUF && u32 3 && u32 0 && u32 0 && u32 "$1" && u32 0; }
entry() { string "$1" && u32 8 && string "$2"; }
{ head_of 1 && entry general.license "see website"; } >sora-q4.gguf
{ head_of 1 && entry general.name Sora; } >sora-q8.gguf
cat >README.md <<'END'
---
license: apache-2.0
---
# Sora

A small language model.
END
