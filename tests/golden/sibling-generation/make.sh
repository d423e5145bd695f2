# Heron tells of Heron2, which has a repository and terms of its own: neither is held against Heron.
git init -q .
git remote add origin https://github.com/example/Heron
cat >README.md <<'X'
# Heron

- We released the new open-source model [Heron2](https://github.com/example/Heron2).
- [Heron2](https://github.com/example/Heron2), which is based on Llama-3-8B, draws birds too.

Heron draws birds. The Heron weights may be used for non-commercial purposes only.
X
: >heron.safetensors
git add -A
git commit -qm 'Draw birds'
