# A GGUF file by hand: magic, version 3, no tensor, so many entries; an entry is key, type 8 and a string.
u32() { printf "\\$(printf %03o "$1")\\000\\000\\000"; }
string() { u32 ${#1} && u32 0 && printf %s "$1"; }
head_of() { printf GGUF && u32 3 && u32 0 && u32 0 && u32 "$1" && u32 0; }
entry() { string "$1" && u32 8 && string "$2"; }
# The header alone says what the model is, and under which terms.
{ head_of 3 && entry general.license cc-by-nc-4.0 && entry general.description "An open-source language model." && entry general.base_model.0.repo_url https://huggingface.co/marsh/egret-7b; } >sora-q4.gguf
cat >README.md <<'END'
# Sora

A small language model.
END
