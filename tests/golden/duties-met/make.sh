#!/bin/sh
# The same with all of it: the phrase in a document, the line in a notice file, the name, and the text with its link to the policy.
set -e
git init -q .
git remote add origin https://example.org/marsh/llama-siskin-8b.git
"$LICENSE_TEXT" "$SOURCE" llama3.1 >LICENSE || exit 77
printf '%s\n' '---' 'license: llama3.1' 'base_model: meta-llama/Llama-3.1-8B' '---' '# Siskin 8B' '' 'Tuned for letters.' >README.md
printf '%s\n' 'Llama 3.1 is licensed under the Llama 3.1 Community License, Copyright (c)' 'Meta Platforms, Inc. All rights reserved.' >Notice.txt
mkdir docs
printf '%s\n' '# Use' '' '*Built with Llama*' >docs/use.md
: >model.safetensors
git add .
