# The entry is made by the program itself, as its users make one.
"$MLINT" identify --as-knowledge LICENSE >knowledge.yml
