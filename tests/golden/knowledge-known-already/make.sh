printf '%s\n' 'datasets:' '  - id: tatsu-lab/alpaca' '    license: mit' '    source: "read by us"' >ours.yml
: >README.md
