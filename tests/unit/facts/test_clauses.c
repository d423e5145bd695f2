#include "lint/facts/clauses.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "lint/base/limits.h"
#include "tests/unit/facts/clause_rows.h"

TestSuite(clauses, .init = set_up, .fini = tear_down);

Test(clauses, reads_restrictions_in_a_lawyers_words)
{
	static const struct row rows[] = {
		{ "Licensee shall only run the Heron model for non-commercial purposes.", "noncommercial" },
		{ "The Materials must not be used for any commercial purpose.", "noncommercial" },
		{ "Commercial use of the weights is strictly prohibited.", "noncommercial" },
		{ "You may use the model solely for academic research purposes.", "noncommercial research-only" },
		{ "If your services have more than 50 million monthly active users, you must ask us for a license.", "user-threshold" },
		{ "Entities whose annual revenue exceeds ten million US dollars need another agreement.", "user-threshold" },
		{ "Recipients may not redistribute the model weights.", "no-redistribution" },
		{ "You may not modify, translate or adapt the Software.", "no-derivatives" },
		{ "You will not use Heron or its outputs to improve any other large language model.", "output-training-ban" },
		{ "You shall not use the model to harass or defame anyone.", "use-restrictions" },
		{ "\"Territory\" means the whole world, excluding the European Union.", "region-exclusion" },
		{ "Users must complete a registration form before commercial deployment.", "registration-gate" },
		{ "The model shall not be used for military purposes.", "use-restrictions military-ban" },
		{ "You may not offer a product that competes with the Licensor.", "competitor-ban" },
		{ "Licensee shall not decompile or reverse engineer the model.", "reverse-engineering-ban" },
		{ "We may change these terms from time to time.", "revocable" },
		{ "We grant you a limited, revocable license.", "revocable" },
		{ "We may terminate this agreement at any time upon notice.", "revocable" },
		{ "You must include the use restrictions below as an enforceable provision in any agreement.", "pass-through" },
		{ "You shall prominently display \"Built with Heron\" on your website.", "naming-or-badge" },
		{ "The derived model must be licensed under the same license.", "share-alike" },
		{ "All copies must retain the above copyright notice.", "attribution" },
		{ "If you file a lawsuit alleging that the model infringes your patent, this license ends.", "patent-litigation-termination" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, leaves_near_misses_alone)
{
	static const struct row rows[] = {
		{ "You may use the model for any purpose, commercial or non-commercial.", "" },
		{ "The authors are not liable for any commercial damages.", "" },
		{ "We grant a perpetual and irrevocable license.", "" },
		{ "Disputes go to the courts of the European Union.", "" },
		{ "We may terminate this license at any time if you breach it.", "" },
		{ "The foundation may publish new versions of this license from time to time.", "" },
		{ "The model was not designed for military or medical applications.", "" },
		{ "Reverse engineering is always allowed.", "" },
		{ "A person of competent jurisdiction may not decide this.", "" },
		{ "Outputs are yours and may be used to train other models.", "" },
		{ "This section does not restrict modification and reverse engineering.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, reads_terms_of_texts_that_nobody_knows)
{
	static const struct row rows[] = {
		{ "The archive may not be redistributed, in whole or in part, without permission of the owners.", "no-redistribution" },
		{ "It is forbidden to copy, merge, publish, distribute and/or sell the Program.", "no-redistribution" },
		{ "Users are strictly prohibited from selling, renting or otherwise redistributing the weights.", "no-redistribution" },
		{ "The library is licensed for use only with the maker's own boards.", "use-restrictions" },
		{ "The code may only be used in production, if you hold a valid subscription.", "use-restrictions" },
		{ "Free for companies with up to 30 workers.", "user-threshold" },
		{ "You may use it as long as your total assets do not exceed US $5,000,000.", "user-threshold" },
		{ "The watermark that links back to the project must not be removed.", "naming-or-badge" },
		{ "State prominently in your model card and documentation that Heron is inside.", "naming-or-badge" },
		{ "You will not use outputs to train or improve any non-Heron generative speech model.", "output-training-ban" },
		{ "Users should include a reference to the archive in any work that makes use of it.", "attribution" },
		{ "You have the right to use the corpus for non-commercial research and educational purposes.", "noncommercial research-only" },
		{ "The Lab hereby grants you a limited license to use for Non-Commercial Research certain data.", "noncommercial research-only" },
		{ "The license begins when Licensee fills out and submits the registration form to obtain the data.", "registration-gate" },
		{ "The archive will not be further distributed, copied or published, whether for profit or not.", "no-redistribution" },
		{ "You may run it for the sole purpose of performing scientific research.", "research-only" },
		{ "The agreement ends when it is terminated by either party on written notice.", "revocable" },
		{ "You may redistribute and use this code without modification.", "no-derivatives" },
		{ "您向许可方进行登记，将被视为获得相应的商业许可。", "registration-gate" },
		{ "不得使用本项目的源码来运营多租户 SaaS 服务。", "use-restrictions" },
		{ "不得移除或修改控制台内的 LOGO。", "naming-or-badge" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

/* Texts that say it in units, substitutions and turns of their own. */
Test(clauses, reads_terms_in_turns_that_few_texts_have)
{
	static const struct row rows[] = {
		{ "If your products serve more than one and a half million unique visitors per week, this license is suspended.", "user-threshold" },
		{ "Organizations with over two hundred and fifty employees must contact the Licensor for terms.", "user-threshold" },
		{ "\"Territory\" means the whole world, save for the member states of the European Union and Norway.", "region-exclusion" },
		{ "The weights are provided solely so that you can evaluate their quality inside your organization.", "research-only" },
		{ "The weights may be used by anyone. They may not be altered, merged or fine-tuned.", "no-derivatives" },
		{ "Passing the weights on to third parties is not allowed; everyone must fetch them from our server.", "no-redistribution" },
		{ "Any license granted here ends when Reed Limited says so in writing.", "revocable" },
		{ "We may end this permission by a letter, with or without reason.", "revocable" },
		{ "Pass on a copy to every recipient, and bind them to the use restrictions in Annex A.", "use-restrictions pass-through" },
		{ "Users resident in Russia or Belarus receive no rights under these terms.", "region-exclusion" },
		{ "Where your yearly receipts pass \xc2\xa3" "250,000 you owe us a fee under a separate contract.", "user-threshold" },
		{ "Use of the Model is free for persons and for bodies that do not pursue profit.", "noncommercial" },
		{ "We may vary this Licence by posting a revised text.", "revocable" },
		{ "The names of derived models shall begin with the word Tern.", "naming-or-badge" },
		{ "\u63d0\u4f9b\u670d\u52a1\u65f6\uff0c\u5e94\u5728\u663e\u8457\u4f4d\u7f6e\u6807\u6ce8\u201c\u7531\u7fe0\u9e1f\u9a71\u52a8\u201d\u3002", "naming-or-badge" },
		{ "\u884d\u751f\u6a21\u578b\u987b\u91c7\u7528\u4e0e\u672c\u8bb8\u53ef\u76f8\u540c\u7684\u6761\u6b3e\u53d1\u5e03\u3002", "share-alike" },
		{ "You may share it, so long as this text goes with it.", "attribution" },
		{ "This license terminates automatically if you sue us over patents in the software.", "patent-litigation-termination" },
		{ "\u4f7f\u7528\u8005\u987b\u5148\u586b\u5199\u7533\u8bf7\u8868\u5e76\u83b7\u5f97\u6279\u51c6\u540e\u65b9\u53ef\u4e0b\u8f7d\u6743\u91cd\u3002", "registration-gate" },
		{ "\u60a8\u53ef\u4ee5\u5206\u53d1\u672c\u6a21\u578b\uff0c\u4f46\u987b\u4fdd\u7559\u672c\u8bb8\u53ef\u6587\u672c\u3002", "attribution" },
		/* And what is near to them. */
		{ "The software was tested with more than 10 million users.", "" },
		{ "Our research was funded by more than 5 million dollars of venture funding.", "" },
		{ "There is no limit on the number of users or on revenue.", "" },
		{ "You may store results for up to thirty days only to evaluate the display of your application.", "" },
		{ "This license may not be modified, but the software may be modified by anyone.", "" },
		{ "Passing the tests is not required of derived models.", "" },
		{ "The warranty ends when the term that is named in the contract ends.", "" },
		{ "They may not be changed in a way that hides the notices.", "" },
		{ "The suite of tests covers patents of nobody.", "" },
		{ "Users in the United States have rights under the laws of their state.", "" },
		{ "It is free for companies and for bodies that do not pursue profit, as well as for everyone else.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, leaves_near_misses_of_such_texts_alone)
{
	static const struct row rows[] = {
		{ "Redistribution and use in source and binary forms, with or without modification, are permitted.", "" },
		{ "You are prohibited from distributing the software for any unlawful purposes.", "" },
		{ "The fonts must not be distributed under any other license.", "" },
		{ "It may be used together with any framework.", "" },
		{ "This license does not grant permission to use the names or logos of the maker.", "" },
		{ "The agreement may be terminated by the licensee at any time and for any reason.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

/* Terms of use of data and weights, as laboratories and single makers write them. */
Test(clauses, reads_terms_of_data_and_weights)
{
	static const struct row rows[] = {
		{ "- **No commercial use**: whoever fetches the recordings keeps them for study.", "noncommercial" },
		{ "Since the birds were counted for the state, no commercial use is possible.", "noncommercial" },
		{ "You must not attempt to identify any person in the recordings.", "use-restrictions" },
		{ "The licensee will not try to re-identify or contact the people who sang.", "use-restrictions" },
		{ "Before downloading the corpus, users are required to sign the form and send it to the laboratory.", "registration-gate" },
		{ "**Distribution:** Prohibited without a letter of the owner.", "no-redistribution" },
		{ "Access to this folder does not automatically grant permission to redistribute the weights.", "no-redistribution" },
		{ "As a rule, duplication is not permitted.", "no-redistribution" },
		{ "The following activities are prohibited:\n\n- Creating derivative works\n", "no-derivatives" },
		{ "When I share the corpus, I will:\n\na. Share or redistribute any derivative data under the same terms.\n", "share-alike" },
		{ "Passed-on voices must include complete, unmodified copies of these three documents.", "attribution" },
		{ "You may host the model provided that:\na. You include the use-based restrictions of section 5 in any downstream license;\n",
		  "use-restrictions pass-through" },
		{ "These terms will be renewed periodically.", "revocable" },
		{ "You may use it for free if you are:\n\n- a for-profit organization with up to 3 workers.\n", "user-threshold" },
		{ "Permission is granted to use it for any purpose, excluding commercial applications.", "noncommercial" },
		{ "Commercial sale of the work is strictly prohibited.", "noncommercial" },
		{ "The work may not be used by you to: 1. sell it, 2. provide paid services, 3. or otherwise generate revenue.", "noncommercial" },
		{ "You may not use the work to provide multi-tenant software as a service.", "use-restrictions" },
		{ "You are not allowed to:\n\n* offer it as a hosted SaaS/cloud service to others.\n", "use-restrictions" },
		{ "You are not allowed to:\n\n* remove, hide or alter the logo or branding.\n", "naming-or-badge" },
		{ "The changed part must remain open source.", "share-alike" },
		{ "\u4e25\u7981\u5c06\u672c\u9879\u76ee\u7528\u4e8e\u5546\u4e1a\u8d29\u5356\u3002", "noncommercial" },
		/* A notice among the forbidden things does not hide the others. */
		{ "You may not: (a) remove any trademark or other notice from the files; or (b) use the files to harass or deceive anyone.",
		  "use-restrictions attribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

/* Requests, and what is said of others' terms. */
Test(clauses, leaves_requests_and_what_others_ask_alone)
{
	static const struct row rows[] = {
		{ "The author prefers this code not be used for military purposes.", "" },
		{ "The authors request that Wren not be used in projects that do:\n\n- surveillance of people\n- weapons\n", "" },
		{ "Licenses for models exist that impose use-based restrictions which this one does not.", "" },
		{ "This license does not impose use-based restrictions.", "" },
		{ "The heads were fitted on tables whose terms are share-alike.", "" },
		{ "No redistribution under our name: you may not redistribute the project, or any modified version, under the name Heron.", "" },
		{ "There are no commercial use restrictions.", "" },
		{ "You may identify yourself with a name of your own.", "" },
		{ "\u865a\u5047\u5ba3\u4f20\uff1a\u7981\u6b62\u6697\u793a\u4f5c\u8005\u4e3a\u60a8\u7684\u4ea7\u54c1\u80cc\u4e66\u3002", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, reads_chinese_of_both_scripts)
{
	static const struct row rows[] = {
		{ "\u672c\u6a21\u578b\u4ec5\u4f9b\u975e\u5546\u4e1a\u7528\u9014\u3002", "noncommercial" },
		{ "\u60a8\u4e0d\u5f97\u5c07\u672c\u6a21\u578b\u7528\u65bc\u4efb\u4f55\u5546\u696d\u7528\u9014\u3002", "noncommercial" },
		{ "\u672c\u6a21\u578b\u4ec5\u9650\u7814\u7a76\u4f7f\u7528\u3002", "research-only" },
		{ "\u60a8\u4e0d\u5f97\u5c06\u5176\u7528\u4e8e\u519b\u4e8b\u76ee\u7684\u3002", "use-restrictions military-ban" },
		{ "\u6708\u6d3b\u8dc3\u7528\u6237\u8d85\u8fc71\u4ebf\u7684\uff0c\u987b\u53e6\u884c\u53d6\u5f97\u8bb8\u53ef\u3002", "user-threshold" },
		{ "\u6211\u4eec\u6388\u4e88\u60a8\u53ef\u64a4\u9500\u7684\u8bb8\u53ef\u3002", "revocable" },
		{ "\u672c\u534f\u8bae\u4e0d\u53ef\u64a4\u9500\u3002", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, carries_a_ban_to_the_items_of_its_list)
{
	static const struct row rows[] = {
		{ "You agree not to:\n\n- sell the work;\n- use it in military applications\n- copy it", "use-restrictions military-ban" },
		{ "You may:\n\n- use it in military applications", "" },
		{ "Licensee shall not:\n(a) translate the Software;\n(b) reverse engineer it.", "no-derivatives reverse-engineering-ban" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, lets_a_grant_of_commercial_use_take_back_what_yields)
{
	static const struct row rows[] = {
		{ "We grant you a license to use it for any research or non-commercial purpose.", "noncommercial" },
		{ "We grant you a license to use it for any research or non-commercial purpose.\n\nWe grant you a license to use it for any commercial purpose.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses, counts_only_musts_and_bans_in_prose)
{
	static const struct row rows[] = {
		{ "The weights are for research only.", "research-only" },
		{ "The checkpoints are not for commercial use.", "noncommercial" },
		{ "\u7981\u6b62\u5546\u7528", "noncommercial" },
		{ "\u5546\u7528\u8bf7\u8054\u7cfb heron@example.org", "noncommercial" },
		{ "\u672c\u6a21\u578b\u4ec5\u4f9b\u5b66\u672f\u7814\u7a76", "research-only" },
		{ "Contact us for a commercial license.", "" },
		{ "It is intended for research use.", "" },
		{ "We recommend not using it for commercial products.", "" },
		{ "Free for commercial and non-commercial use.", "" },
		{ "Out of scope: military use.", "" },
		{ "The results are not comparable to commercial models.", "" },
		{ "You must retain the above copyright notice.", "" },
	};

	CHECK(rows, ML_CLAUSE_PROSE);
}

Test(clauses, tells_the_place_the_section_and_the_value)
{
	const struct ml_file *file = memory_file(&m, "LICENSE",
						 "Heron license\n\n1. Grant. Anyone may use it.\n\n2. Size. If your products have more than\n"
						 "100 million monthly active users, ask us.\n");
	struct ml_term_fact *facts;
	size_t nr;

	ml_clauses_of_text(&facts, &nr, m.arena, &ml_builtin_knowledge, m.patterns, file);
	cr_assert_eq(nr, 1);
	cr_expect_eq(facts[0].id, ML_TERM_USER_THRESHOLD);
	cr_expect_str_eq(facts[0].value, "100000000 MAU");
	cr_expect_str_eq(facts[0].section, "2");
	cr_expect_eq(facts[0].where.line, 6);
	cr_expect_eq(facts[0].where.file, file);
}

Test(clauses, a_reader_serves_many_sentences)
{
	struct ml_clause_reader *reader = ml_clause_reader_of(&ml_builtin_knowledge, m.patterns, ML_CLAUSE_PROSE);
	struct ml_term_fact *facts;

	for (int i = 0; i < 100; i++) {
		cr_assert_eq(ml_terms_of_sentence(&facts, reader, m.arena, ml_span_of("For research purposes only.")), 1);
		cr_assert_eq(facts[0].id, ML_TERM_RESEARCH_ONLY);
		cr_assert_eq(ml_terms_of_sentence(&facts, reader, m.arena, ml_span_of("For everyone.")), 0);
	}
	cr_assert_eq(ml_terms_of_sentence(&facts, reader, m.arena, ml_span_of("")), 0);
}

Test(clauses, keeps_at_most_so_many_places_of_a_term)
{
	struct ml_buf buf;

	ml_buf_init(&buf, 1 << 20);
	for (int i = 0; i < 1000; i++)
		ml_buf_adds(&buf, "You must not use it for any commercial purpose, and must not use it in military applications.\n\n");
	struct ml_clause_reader *reader = ml_clause_reader_of(&ml_builtin_knowledge, m.patterns, ML_CLAUSE_LICENSE);
	struct ml_clause_hits hits;
	size_t of_term[ML_TERM_NR] = { 0 };
	ml_clauses_find(&hits, reader, m.arena, ml_buf_span(&buf));
	cr_assert_leq(hits.nr, ML_LIMIT_TERMS_PER_FILE);
	for (size_t i = 0; i < hits.nr; i++)
		cr_assert_leq(++of_term[hits.at[i].term], ML_CLAUSE_HITS_PER_TERM);
	cr_expect_eq(of_term[ML_TERM_MILITARY_BAN], ML_CLAUSE_HITS_PER_TERM);
	ml_buf_release(&buf);
}

Test(clauses, stops_at_its_limit_of_work_and_says_so)
{
	struct ml_buf buf;
	struct ml_clause_hits hits;
	/* Each sentence sets a pattern to work that finds nothing. */
	const char *line = "You must not modify what the commercial one may not adapt, is it not, and the unless of it all shall not transfer. ";

	ml_buf_init(&buf, ML_LIMIT_FILE_BYTES);
	while (!buf.full)
		ml_buf_adds(&buf, line);
	struct ml_clause_reader *reader = ml_clause_reader_of(&ml_builtin_knowledge, m.patterns, ML_CLAUSE_LICENSE);
	ml_clauses_find(&hits, reader, m.arena, ml_buf_span(&buf));
	cr_expect_leq(hits.nr, ML_LIMIT_TERMS_PER_FILE);
	ml_buf_release(&buf);
}

Test(clauses, survives_cut_off_and_garbage_text)
{
	static const char text[] = "\xef\xbb\xbfYou shall not:\n(a) use it \xe2\x80\x9c" "commercially\xe2\x80\x9d:\n - in the European Union\n\0\x01\x7f<b\n1.\n"
				   "\xe6\x9c\x88\xe6\xb4\xbb\xe8\xb6\x85\xe8\xbf\x87" "1\xe4\xba\xbf";
	struct ml_clause_reader *reader = ml_clause_reader_of(&ml_builtin_knowledge, m.patterns, ML_CLAUSE_LICENSE);

	for (size_t len = 0; len < sizeof text; len++) {
		struct ml_clause_hits hits;
		if (len < sizeof text - 1 && ((unsigned char)text[len] & 0xc0) == 0x80)
			continue;
		ml_clauses_find(&hits, reader, m.arena, (struct ml_span){ text, len });
		for (size_t i = 0; i < hits.nr; i++)
			cr_assert(hits.at[i].from < hits.at[i].to && hits.at[i].to <= len);
	}
}

Test(clauses, reads_short_terms_of_weights_and_data)
{
	static const struct row rows[] = {
		{ "The Wren weights are free to download. Not for commercial use.", "noncommercial" },
		{ "Tell us whether or not for commercial use.", "" },
		{ "The recordings are freely available to universities and firms for non-commercial purposes such as teaching.", "noncommercial" },
		{ "Two ways: MIT for hobbyists, and a Commercial License for commercial use (paid).", "noncommercial" },
		{ "- Prohibited Use: resale, redistribution, or anything that hurts others.", "no-redistribution" },
		{ "- Prohibited Use: redistribution without this notice.", "" },
		{ "Please don't:\n\n- use outputs to train or improve a machine-learning model;\n", "" },
		{ "If you do not like these terms, please do not download the Wren model.", "" },
		{ "If you redistribute the weights, you must keep this page and its non-commercial restriction intact.", "pass-through" },
		{ "Use of the weights may be restricted by the license or terms of the underlying datasets.", "dataset-terms" },
		{ "Users must clearly indicate the source of the weights.", "attribution" },
		{ "Users must state the source code's version.", "" },
		{ "您需要通过电子邮件向我们提交许可申请材料。", "registration-gate" },
		{ "关联方不得是云服务提供商。", "" },
		{ "That you do not distribute this dataset or versions of it.", "no-redistribution" },
		{ "If you do not distribute this dataset, nothing else is asked of you.", "" },
		{ "## Prohibited Actions\n\n- Public redistribution of the dataset\n- Hosting it elsewhere\n", "no-redistribution" },
		{ "- No redistribution or public posting of the data.", "no-redistribution" },
		{ "That you include a reference to the Wren Dataset in any work that makes use of it.", "attribution" },
		{ "- Acknowledge the data source in publications.", "attribution" },
		{ "The model weights are released for research and non-commercial use.", "noncommercial" },
		{ "Copies of it must be subject to the same terms.", "share-alike" },
		{ "Companies: commercial use is also allowed after filling out a registration questionnaire.", "registration-gate" },
		{ "Permission is granted to run this repository for research and internal testing only.", "research-only" },
		{ "The recordings are licensed to you; they may be used only for internal evaluation.", "research-only use-restrictions" },
		{ "The recordings can be used only for evaluation or commercial work.", "use-restrictions" },
		{ "We request that you please include a reference to our paper.", "" },
		{ "- Attribution required\n- Be kind\n", "attribution" },
		{ "The tables are not available for distribution without written consent.", "no-redistribution" },
		{ "Outputs may not be used to train AI models.", "output-training-ban" },
		{ "The files of Wren may not be used to train or evaluate AI models.", "use-restrictions" },
		{ "未经授权不得用于商业场景。", "noncommercial" },
		{ "以下用途不被允许：\n\n- 数据集或其任何部分的再分发、转许可或销售。\n", "no-redistribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

/* Agreements of single makers and companies, each with a turn of its own. */
Test(clauses, reads_agreements_of_single_makers)
{
	static const struct row rows[] = {
		{ "You warrant that You will not, download, install or otherwise use the Wren model, directly or indirectly, within the European Union.", "region-exclusion" },
		{ "You may not copy, upload, distribute, or otherwise make the wren files or parts of them available to any other person.", "no-redistribution" },
		{ "You may not copy or distribute it unless it is made available to others under this license.", "" },
		{ "Any use requires clear credit to the Wren Project.", "attribution" },
		{ "If you share the Wren model, you must:\n\n1. keep this page; and\n2. share the Derivative under this license.\n", "share-alike" },
		{ "If you claim in court that Wren infringes a patent, this license ends at once.", "patent-litigation-termination" },
		{ "You must not use it to:\n\n1. pass off its songs as a bird's own in order to deceive;\n", "use-restrictions" },
		{ "You may add other terms, provided that such license terms limit the use of your changes to teaching.", "pass-through" },
		{ "使用者获得发布者书面授权后，可以以任何商业目的使用本模型。", "noncommercial" },
		{ "使用者须采取与此许可协议相同方式授权下游使用者。", "share-alike" },
		{ "许可方授予您以非商业研究目的复制本软件的许可。", "noncommercial research-only" },
		{ "You may not:\n\n1. distribute, sell or otherwise make the Model available to third parties;\n2. create, train or use a Derivative Model;\n",
		  "no-redistribution no-derivatives" },
		{ "In short: use it as you like; you may not redistribute it, or sell it.", "no-redistribution" },
		{ "You may not redistribute it without this notice.", "" },
		{ "Adapted weights may be produced, but may not be shared under this license.", "no-derivatives" },
		{ "You may NOT:\n- Fine-tune or adapt the Model without a separate written agreement.\n", "no-derivatives" },
		{ "You must keep this license and the maker's copyright notices with every copy.", "attribution" },
		{ "We claim no rights in the Outputs, and you may use the Outputs for any purpose, including as training data for other models.", "" },
		{ "CC BY 4.0 contains no ShareAlike term. Third-party recordings may impose attribution, ShareAlike, or other conditions.", "" },
		{ "You may:\n\n- Cite Wren in publications.\n", "" },
		{ "商用无需另行申请授权。可以使用修改后的权重，但本许可不允许共享它们。", "" },
		{ "Publish voices of your own with a license specifying redistribution, attribution and safety.", "" },
		{ "You may NOT:\n\n1. Use it, its training data, or any Derivative Model to provide a service that competes with ours.\n", "competitor-ban" },
		{ "Applicant has no rights to publish, copy or redistribute the Database.", "no-redistribution" },
		{ "No additional permission to copy, redistribute or sell them is granted.", "no-redistribution" },
		{ "Users must not:\n\n1. Sing.\n2. Redistribute the full dataset to third parties.\n", "no-redistribution" },
		{ "Applicants shall give appropriate references to the Wren Database.", "attribution" },
		{ "The recordings may be used for academic research, education, and non-commercial scientific evaluation.", "noncommercial" },
		{ "Weights that you tune must automatically remain under this same Wren license if shared.", "share-alike" },
		{ "Without separate written authorization from the Licensor, You may not physically hardwire the weights into a chip.", "use-restrictions" },
		{ "Without written permission of the authors, you may not use the name Wren.", "" },
		{ "If you do not accept these terms, you have no right to copy or redistribute the software.", "" },
		{ "Distribution of a part is a change, and no right to distribute such a work may be assumed.", "" },
		{ "If it is impossible for you to comply, then you may not use, copy or distribute the software.", "" },
		{ "Everyone may read it, but modification of this license document is not allowed.", "" },
		{ "All trademarks may only be used with the permission of their owners.", "" },
		{ "The date may vary for each version of this license's work.", "" },
		{ "It is not a requirement that you provide others with a copy of this license.", "" },
		{ "The maker may terminate the availability of a preview at any time.", "" },
		{ "应当按照本协议提供的联络方式登记。", "" },
		{ "You agree not to further copy, publish or distribute any portion of the Wren dataset.", "no-redistribution" },
		{ "You agree to appropriately reference the following paper in any publication.", "attribution" },
		{ "Free for schools. Businesses have to buy a licence.", "noncommercial" },
		{ "Companies with more than 50 employees have to buy a license.", "user-threshold" },
		{ "This permission does not extend to companies that earn money with it.", "noncommercial" },
		{ "The model is not made available to persons who reside in, or firms that have their seat in, the European Union.", "region-exclusion" },
		{ "If you write a paper, a citation would be nice.", "" },
		{ "Weights are open for research. To apply for a commercial license, please fill in the form below.", "registration-gate" },
		{ "您的服务的日均用户活跃量（DAU）低于100万。", "user-threshold" },
		{ "使用者不得将数据集的全部或部分提供给任何第三方。", "no-redistribution" },
		{ "You agree not to use or distribute the Model in any of the following ways: loudly.", "" },
		/* Files told with an indentation are the list, what follows further out is not. */
		{ "This page is about these files (not to be mixed up with the code):\n\n    wren.onnx (the network)\n\nThey are free\n\nYou may use them for any purpose, even commercially, as you like.\n", "" },
		/* A heading or "the following" leads in to a list in Chinese, too; a sentence that has ended does not. */
		{ "三、禁止行为\n\n1. 用于军事目的；\n", "use-restrictions military-ban" },
		{ "您不得将本模型用于以下目的。\n\n1. 军事目的；\n", "use-restrictions military-ban" },
		{ "您不得修改声明。\n\n- 军事目的\n", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}
