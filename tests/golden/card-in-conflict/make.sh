# The card is in conflict: what the next commit will hold is not decided, so nothing that it may declare is called missing.
git init -q -b main .
printf -- '---\nlicense: mit\n---\n# Turnstone\n' >README.md
: >model.safetensors
: >train.py
git add .
git commit -qm "Add the model"
git checkout -qb other
printf -- '---\nlicense: apache-2.0\n---\n# Turnstone\n' >README.md
git commit -qam "Change the license"
git checkout -q main
printf -- '---\nlicense: bsd-3-clause\n---\n# Turnstone\n' >README.md
git commit -qam "Change it otherwise"
git merge -q other >/dev/null 2>&1 || :
