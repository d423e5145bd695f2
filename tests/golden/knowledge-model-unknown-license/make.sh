printf '%s\n' 'models:' '  - id: marsh/Heron-*' '    license: heron-license' '    source: "read by us"' >ours.yml
: >README.md
