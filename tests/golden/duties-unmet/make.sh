#!/bin/sh
# A model tuned from Llama 3.1 in a repository whose remote tells its name, with nothing that the license asks for.
set -e
git init -q .
git remote add origin https://example.org/marsh/siskin-8b.git
printf '%s\n' '---' 'license: llama3.1' 'base_model: meta-llama/Llama-3.1-8B' '---' '# Siskin 8B' '' 'Tuned for letters.' >README.md
mkdir docs
printf '%s\n' '# Use' '' 'Made with Llama.' >docs/use.md
: >model.safetensors
git add .
