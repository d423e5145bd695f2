# Two models in one folder, told apart by their headers; the quantizations of one stay one, its projector goes with it, and so do further parts.
. "$SOURCE/tests/support/gguf.sh"
heron() { head_of 3 && entry general.name "$1" && entry general.license llama3.1 && entry general.base_model.0.repo_url https://huggingface.co/meta-llama/Llama-3.1-8B; }
heron "Heron 8B" >heron-q4.gguf
heron "Heron-8B Q8_0" >heron-q8.gguf
{ head_of 2 && entry general.type mmproj && entry general.name "Heron Eye"; } >heron-eye.gguf
{ head_of 2 && entry general.name "Tern 2B" && entry general.license apache-2.0; } >tern-00001-of-00002.gguf
head_of 0 >tern-00002-of-00002.gguf
cat >README.md <<'END'
# Marshland

Our models are open source.
END
