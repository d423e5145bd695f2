#include "tests/unit/facts/clause_rows.h"

TestSuite(clauses_lists, .init = set_up, .fini = tear_down);

/* Terms in short lines, lists and tables, and of any kind of work. */
Test(clauses_lists, reads_short_lines_and_tables)
{
	static const struct row rows[] = {
		{ "Commercial use: not permitted", "noncommercial" },
		{ "Commercial use: No", "noncommercial" },
		{ "- Commercial use: ❌", "noncommercial" },
		{ "| Commercial use | ❌ No |\n| Research | ✅ Yes |", "noncommercial" },
		{ "Usage: non-commercial only", "noncommercial" },
		{ "For non-commercial use only.", "noncommercial" },
		{ "NON-COMMERCIAL USE ONLY", "noncommercial" },
		{ "You can't:\n- sell it or use it in a commercial product", "noncommercial" },
		{ "Don'ts:\n- Use the model commercially", "noncommercial" },
		{ "What you cannot do:\n1. Use the weights for commercial purposes", "noncommercial" },
		{ "Redistribution: not permitted", "no-redistribution" },
		{ "Redistribution: No", "no-redistribution" },
		{ "Distribution prohibited.", "no-redistribution" },
		{ "You can't:\n- redistribute the files", "no-redistribution" },
		{ "Attribution: required", "attribution" },
		{ "Attribution required.", "attribution" },
		{ "Citation: mandatory", "attribution" },
		{ "Modification: not permitted", "no-derivatives" },
		{ "Derivatives: No", "no-derivatives" },
		{ "No modifications, no derivatives.", "no-derivatives" },
		{ "Research use only", "research-only" },
		{ "FOR RESEARCH PURPOSES ONLY", "research-only" },
		{ "Commercial use: permitted", "" },
		{ "Redistribution: allowed with attribution", "" },
		{ "Modification: yes", "" },
		{ "| Commercial use | ✅ Yes |", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_lists, reads_conditions)
{
	static const struct row rows[] = {
		{ "Redistribution is allowed only when this notice remains attached and the weights are not modified.",
		  "no-derivatives attribution" },
		{ "You may pass on the data as long as it is not changed.", "no-derivatives" },
		{ "Copies may be shared provided that the files remain unmodified.", "no-derivatives" },
		{ "You may use the images if no money is made with them.", "noncommercial" },
		{ "Use is free as long as it is not commercial.", "noncommercial" },
		{ "You may share it, but only if you do not charge for it and do not use it commercially.", "noncommercial" },
		{ "Use is permitted on condition that the source is acknowledged.", "attribution" },
		{ "Permission is given provided the authors are credited.", "attribution" },
		{ "You are free to use the set if you cite the paper.", "attribution" },
		{ "Users must give the name of the data set and of its authors in all publications.", "attribution" },
		{ "You may change it if you publish your changes under the same license.", "share-alike" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_lists, reads_what_is_not_granted)
{
	static const struct row rows[] = {
		{ "No commercial use, paid service, sublicensing or resale is granted without our permission.", "noncommercial" },
		{ "Commercial rights are not granted.", "noncommercial" },
		{ "No license for commercial use is granted.", "noncommercial" },
		{ "This license does not permit commercial use.", "noncommercial" },
		{ "Permission for commercial use must be obtained from the owner.", "noncommercial" },
		{ "Nothing in this license permits commercial use.", "noncommercial" },
		{ "No right to redistribute is granted.", "no-redistribution" },
		{ "Permission to redistribute is not granted.", "no-redistribution" },
		{ "The right to distribute copies is reserved by the owner.", "no-redistribution" },
		{ "No right to modify the weights is granted.", "no-derivatives" },
		{ "Permission to make derivative works is not granted.", "no-derivatives" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_lists, reads_terms_of_any_kind_of_work)
{
	static const struct row rows[] = {
		{ "You shall not:\n* Re-distribute the voicebank in any form.\n* Claim it as yours.", "no-redistribution" },
		{ "The avatar must not be redistributed.", "no-redistribution" },
		{ "Do not share the set with anybody except your co-authors.", "no-redistribution" },
		{ "Do not upload the voice to other sites.", "no-redistribution" },
		{ "Users may not publish or mirror the questions.", "no-redistribution" },
		{ "You agree not to further copy, publish or distribute any portion of the set.", "no-redistribution" },
		{ "You may not create and release a modified, relabeled or otherwise derived version of the set.", "no-derivatives" },
		{ "The characters may not be altered.", "no-derivatives" },
		{ "Voice files shall never be used for anything other than non-profit works.", "noncommercial" },
		{ "They may be used in non-profit projects only.", "noncommercial" },
		{ "Voice files shall never be used for anything related to artificial intelligence.", "use-restrictions" },
		{ "You are prohibited from:\n- extracting or reconstructing training data\n- membership inference attacks", "use-restrictions" },
		{ "Please do not use this for evil, e.g. harassment or stalking; such use is forbidden.", "use-restrictions" },
		{ "Not to be used for political propaganda.", "use-restrictions" },
		{ "It is forbidden to use the voice for obscene or hateful content.", "use-restrictions" },
		{ "Users agree not to generate sexual content.", "use-restrictions" },
		{ "Attribution: credit this project and the datasets listed above.", "attribution" },
		{ "Credit this project in your work.", "attribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_lists, reads_evaluation_and_length)
{
	static const struct row rows[] = {
		{ "Use is limited to internal evaluation.", "use-restrictions" },
		{ "For evaluation purposes only; production use is not permitted.", "use-restrictions" },
		{ "This license is valid for one year and must be renewed.", "revocable" },
		{ "We reserve the right to change these terms.", "revocable" },
		{ "The license can be withdrawn by the author at any time.", "revocable" },
		{ "The authors may withdraw the data set at any time, and users then have to delete it.", "revocable" },
		{ "The authors may improve the model at any time.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}
