# The only file to edit for a new rule beside its page and its C file: mlint_rule(FAMILY NAME), in order of code.
