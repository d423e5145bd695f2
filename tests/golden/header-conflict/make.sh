. "$SOURCE/tests/support/gguf.sh"
{ head_of 2 && entry general.name Sora && entry general.license apache-2.0; } >sora-q4.gguf
cat >README.md <<'END'
---
license: gemma
---
# Sora

A small language model.
END
