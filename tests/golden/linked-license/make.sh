# A LICENSE that is a link out of the repository is not followed, and counts as unread, not as absent.
cat >README.md <<'END'
# Turnstone

Turnstone is an open-source model.
END
: >model.safetensors
ln -s /etc/passwd LICENSE
git init -q .
git add .
git commit -qm "Add the model"
