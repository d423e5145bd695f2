# Our own license text, and behind it the terms of a component that somebody else made: they say nothing of the model.
{
	cat "$SOURCE/LICENSE"
	cat <<'TERMS'

Third-party components

Reed Codec is part of the demo and comes under terms of its makers. You may run Reed Codec for study and for
teaching. You shall not use Reed Codec for any commercial purpose, whether paid or not, without a further
written agreement with Reed Limited. You agree to tell Reed Limited of each publication. Any license granted
here ends when Reed Limited says so in writing, with or without reason, and the licensee shall then destroy every copy.
No warranty is given, and Reed Limited bears no liability for what comes of its use. The licensee shall keep
this notice with all copies and shall not sublicense them. Questions about the license go to Reed Limited, who
may grant further rights on request. Whoever distributes copies agrees to these conditions and restrictions.
TERMS
} >LICENSE
printf '%s\n' '---' 'license: apache-2.0' '---' '# Heron' '' 'Heron is an open-source language model.' >README.md
: >model.safetensors
