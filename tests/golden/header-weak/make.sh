. "$SOURCE/tests/support/gguf.sh"
{ head_of 1 && entry general.license "see website"; } >sora-q4.gguf
{ head_of 1 && entry general.name Sora; } >sora-q8.gguf
cat >README.md <<'END'
---
license: apache-2.0
---
# Sora

A small language model.
END
