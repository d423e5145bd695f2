# The only file to edit for a new rule beside its page and its C file: mlint_rule(FAMILY NAME), in order of code.
mlint_rule(claims ml201_open_source_claim_restricted)
mlint_rule(claims ml202_open_source_claim_unlicensed)
mlint_rule(claims ml207_open_source_claim_code_only)
mlint_rule(agreement ml801_card_vs_license_file)
