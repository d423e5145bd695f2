# A model and a data set that only the user knows.
cat >ours.yml <<'END'
models:
  - id: marsh/Heron-*
    license: cc-by-nc-4.0
    source: "read by us"
datasets:
  - id: marsh/calls
    license: cc-by-nc-4.0
    commercial: "no"
    source: "read by us"
END
mkdir site
printf '%s\n' '---' 'license: apache-2.0' 'base_model: marsh/Heron-8B' 'datasets: [marsh/calls]' '---' '# Siskin-8B' >site/README.md
: >site/model.safetensors
