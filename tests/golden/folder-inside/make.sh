# A folder of a repository has no license file of its own: the one above governs it, and is the proof.
mkdir -p models/turnstone
cat >models/turnstone/README.md <<'END'
# Turnstone

Turnstone is an open-source model.
END
: >models/turnstone/model.safetensors
printf 'Turnstone Terms\n\nThe weights may be used for noncommercial purposes only. You may not sell them.\n' >LICENSE
git init -q .
git add .
