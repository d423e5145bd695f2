# Our own license text, word for word, below terms of the makers' own that take away what it grants.
{
	cat <<'TERMS'
Heron Use Agreement

The parts below are licensed to you by Heron Labs together, and you accept both by downloading.
Section A. You may run the model for study and for teaching. You shall not use the model or its weights for
any commercial purpose, whether paid or not, without a further written agreement with Heron Labs. You agree
to tell Heron Labs of each publication. Section B. Any license granted here ends when Heron Labs says so in
writing, with or without reason, and you shall then destroy every copy. Nothing in the text below takes away
from sections A and B. Where both say different things, sections A and B govern, and the licensee shall
comply with them first. The following license applies besides, and its conditions bind all who distribute copies.

TERMS
	cat "$SOURCE/LICENSE"
} >LICENSE
printf '%s\n' '---' 'license: apache-2.0' '---' '# Heron' '' 'Heron is an open-source language model.' >README.md
: >model.safetensors
