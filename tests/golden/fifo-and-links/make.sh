# What a hostile repository puts where a card and a license are looked for. Nothing hangs, nothing outside is read.
mkfifo README.md
ln -s /etc/passwd LICENSE
ln -s /dev/zero MODEL_LICENSE
mkdir model
ln -s .. model/up
ln -s itself model/LICENSE
ln -s LICENSE model/itself
: >model/heron.safetensors
