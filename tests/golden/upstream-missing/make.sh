: >README.md
