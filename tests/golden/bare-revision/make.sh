# A bare repository: the commit is judged from git's objects. Its card is a link to a file of the same tree.
git init -q work
cd work
mkdir docs
cat >docs/about <<'END'
# Turnstone

Turnstone is an open-source model.
END
ln -s docs/about README.md
: >model.safetensors
printf 'Turnstone Terms\n\nThe weights may be used for noncommercial purposes only. You may not sell them.\n' >LICENSE
git add .
git commit -qm "Add the model"
printf '# Turnstone\n' >docs/about
git commit -qam "Claim nothing"
cd ..
git clone -q --bare work turnstone.git
rm -rf work
