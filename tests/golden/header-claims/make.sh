. "$SOURCE/tests/support/gguf.sh"
# The header alone says what the model is, and under which terms.
{ head_of 3 && entry general.license cc-by-nc-4.0 && entry general.description "An open-source language model." && entry general.base_model.0.repo_url https://huggingface.co/marsh/egret-7b; } >sora-q4.gguf
cat >README.md <<'END'
# Sora

A small language model.
END
