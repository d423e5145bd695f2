# The folder of the base, named itself, tells no license: what is known of the base counts. Names that lead out of it are no names.
mkdir -p up/Llama-3.1-8B site
printf '# Llama-3.1-8B\n' >up/Llama-3.1-8B/README.md
printf '%s\n' '---' 'license: apache-2.0' 'base_model:' '- meta-llama/Llama-3.1-8B' '- ../up' '- ../../etc' '---' '# Siskin-8B' >site/README.md
: >site/model.safetensors
