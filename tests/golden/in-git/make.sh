# A work tree: the untracked LICENSE at the root counts, the ignored folder does not.
cat >README.md <<'END'
# Turnstone

Turnstone is an open-source model.
END
: >model.safetensors
printf 'cache/\n' >.gitignore
mkdir cache
printf 'You may not use this for commercial purposes.\n' >cache/LICENSE
git init -q .
git add README.md model.safetensors .gitignore
git commit -qm "Add the model"
printf 'Turnstone Terms\n\nThe weights may be used for noncommercial purposes only. You may not sell them.\n' >LICENSE
