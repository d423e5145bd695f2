# One file is asked for: what stands beside it is judged along (the LICENSE that it links to), but only its own findings are told.
cat >README.md <<'END'
# Turnstone

Turnstone is an open-source model. See [LICENSE](LICENSE).
END
cat >README_zh.md <<'END'
# Turnstone

Turnstone 是开源模型。
END
: >model.safetensors
printf 'Turnstone Terms\n\nThe weights may be used for noncommercial purposes only. You may not sell them.\n' >LICENSE
