# The base is not known to mlint, and lies in a folder that the user names: its own license counts. One that is known is read there, too.
mkdir -p up/marsh/Heron-8B up/mistralai/Mistral-7B-v0.1 site
printf '%s\n' '---' 'license: cc-by-nc-4.0' '---' '# Heron-8B' >up/marsh/Heron-8B/README.md
: >up/marsh/Heron-8B/model.safetensors
printf '%s\n' '---' 'license: llama3.1' '---' '# Not what it was' >up/mistralai/Mistral-7B-v0.1/README.md
: >up/mistralai/Mistral-7B-v0.1/model.safetensors
printf '%s\n' '---' 'license: apache-2.0' 'base_model:' '- marsh/Heron-8B' '- mistralai/Mistral-7B-v0.1' 'base_model_relation: merge' '---' '# Siskin-8B' '' 'A merge.' >site/README.md
: >site/model.safetensors
