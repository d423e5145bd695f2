# The first commit has a warning already; the second adds the claim, and moves what was there.
git init -q .
printf 'Turnstone Terms\n\nThe weights may be used for noncommercial purposes only. You may not sell them.\n' >LICENSE
printf '# Turnstone\n\nTurnstone is a model.\n' >README.md
: >model.safetensors
git add .
git commit -qm "Add the model"
printf '# Turnstone\n\nIt sings.\n\nTurnstone is an open-source model.\n' >README.md
git commit -qam "Claim it"
