. "$SOURCE/tests/support/gguf.sh"
# Lengths beyond the end: of the entries, of a value, of the JSON; and a file of another kind.
{ printf GGUF && u32 3 && u32 0 && u32 0 && u32 255 && u32 255; } >a.gguf
{ head_of 1 && string general.license && u32 8 && u32 0 && u32 64 && printf mit; } >b.gguf
{ u32 0 && u32 1 && printf "{}"; } >c.safetensors
printf "PK\003\004" >d.onnx
cat >README.md <<'END'
# Sora

A small language model.
END
