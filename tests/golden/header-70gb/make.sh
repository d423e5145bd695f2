. "$SOURCE/tests/support/gguf.sh"
# 70 GB, nearly all of them a hole: only the header is read.
{ head_of 1 && entry general.license mit; } >sora.gguf
truncate -s 70G sora.gguf || exit 77
cat >README.md <<'END'
---
license: mit
---
# Sora

A small language model.
END
