#include "tests/unit/facts/clause_rows.h"

TestSuite(clauses_said, .init = set_up, .fini = tear_down);

/* Terms as people who write a license of their own put them: rows of one test say the same, in different words, or nearly the same. */
Test(clauses_said, no_redistribution)
{
	static const struct row rows[] = {
		{ "You may not copy, fork, mirror or redistribute the content of this repository without written permission.", "no-redistribution" },
		{ "Do not re-distribute the corpus without our permission.", "no-redistribution" },
		{ "You may NOT:\n- Redistribute the recordings or derivatives publicly\n- Claim them as your own", "no-redistribution" },
		{ "The scans shall not be passed to third parties.", "no-redistribution" },
		{ "The user shall have no right to copy, redistribute, transmit or sell the recordings.", "no-redistribution" },
		{ "No part of the data set may be posted online, uploaded to a public repository or mirrored.", "no-redistribution" },
		{ "Sharing the checkpoint with people outside your organization is not permitted.", "no-redistribution" },
		{ "Redistribution in any form requires prior written consent of the authors.", "no-redistribution" },
		{ "Any redistribution of the weights is forbidden.", "no-redistribution" },
		{ "You will not make the model available to any third party.", "no-redistribution" },
		{ "You will **NOT** distribute the videos.", "no-redistribution" },
		{ "I will not give a copy of the data to anyone else.", "no-redistribution" },
		{ "The data may only be downloaded from our server; re-hosting it is prohibited.", "no-redistribution" },
		{ "The licensee may not sublicense, lend or otherwise transfer the weights to anybody.", "no-redistribution" },
		{ "You may not, without our written consent:\n1. copy, mirror or redistribute the annotations;\n2. use our logo.",
		  "no-redistribution" },
		{ "未经许可，不得转载、分发或公开传播本数据集。", "no-redistribution" },
		{ "不得将模型权重上传至任何公开平台。", "no-redistribution" },
		{ "禁止二次分发。", "no-redistribution" },
		{ "未经书面同意，不得将本数据集转让或提供给任何第三方。", "no-redistribution" },
		{ "数据仅限申请人本人使用，不得外传。", "no-redistribution" },
		{ "You may distribute the Software in object code, and you will not distribute it under another name.", "" },
		{ "You shall not distribute the model without this notice.", "" },
		{ "Redistribution requires that this notice is kept.", "attribution" },
		{ "We do not share your personal data with third parties.", "" },
		{ "Redistribution is welcome.", "" },
		{ "分发时请保留名称。", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, no_derivatives)
{
	static const struct row rows[] = {
		{ "The set may not be reproduced, modified or made available in any form to others without the owner's permission.",
		  "no-derivatives" },
		{ "You may not, without written consent:\n1. modify or create derivative works of the original content;\n2. rebrand it.",
		  "no-derivatives" },
		{ "No Derivative Works. The evaluator may not modify or create derivative works except as necessary to run the demo.",
		  "no-derivatives" },
		{ "The weights must be used as they are; fine-tuning is not permitted.", "no-derivatives" },
		{ "Fine-tuning, merging or quantizing the weights is prohibited.", "no-derivatives" },
		{ "Users are not allowed to alter the annotations.", "no-derivatives" },
		{ "Only unmodified copies may be distributed.", "no-derivatives" },
		{ "You may share verbatim copies of the model only; modified versions may not be distributed.", "no-derivatives" },
		{ "The following are expressly prohibited:\n- Modification: you may not modify, adapt or create derivative works of the Software",
		  "no-derivatives" },
		{ "You must not alter, transform or build upon the data.", "no-derivatives" },
		{ "You agree not to create derivative models from these weights.", "no-derivatives" },
		{ "不得对模型进行微调、修改或二次开发。", "no-derivatives" },
		{ "禁止修改或改编本数据集。", "no-derivatives" },
		{ "不得基于本模型制作衍生模型。", "no-derivatives" },
		{ "You may modify the weights, but modified versions must carry a notice of the change.", "" },
		{ "You may not modify this license.", "" },
		{ "Do not modify the config file by hand.", "" },
		{ "You must not modify or remove any notices.", "attribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, attribution)
{
	static const struct row rows[] = {
		{ "You may NOT:\n- Remove, hide, or change any copyright or licensing notices", "attribution" },
		{ "You may not:\n- Remove copyright notices or claim authorship.", "attribution" },
		{ "If you share the weights, include a copy of the Heron H3 Community License Agreement and the NOTICE file of this repository.",
		  "attribution" },
		{ "You may:\n- redistribute them unchanged with this notice.", "attribution" },
		{ "Please keep the credit \"Heron LoRA by A. Author\".", "attribution" },
		{ "The data set is free, but it should be explicitly referenced in your publication.", "attribution" },
		{ "Publications that result from the use of the data must reference our paper.", "attribution" },
		{ "Credit must be given to the creators of the recordings.", "attribution" },
		{ "The authors must be credited in all derived works.", "attribution" },
		{ "Any published work shall acknowledge the data source.", "attribution" },
		{ "Users agree to cite the paper below.", "attribution" },
		{ "Copies must be accompanied by this license.", "attribution" },
		{ "Copies of the model must come with the text of this agreement.", "attribution" },
		{ "Redistribution must preserve this license and the attribution to Heron.", "attribution" },
		{ "You must keep a link to this repository.", "attribution" },
		{ "If you use the set in a publication, please cite us.", "attribution" },
		{ "您应当在出版物中明确引用本数据集。", "attribution" },
		{ "使用本数据集的论文须引用以下文献。", "attribution" },
		{ "使用时须注明出处。", "attribution" },
		{ "转载请注明作者和来源。", "attribution" },
		{ "发表成果时请引用我们的论文。", "attribution" },
		{ "再分发时必须附上本协议的副本。", "attribution" },
		{ "The paper cites many authors.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, noncommercial)
{
	static const struct row rows[] = {
		{ "Commercial use is only possible under a license from Heron Ltd.", "noncommercial" },
		{ "COMMERCIAL USE AND DISTRIBUTION OF THE TECHNOLOGY IS PERMITTED ONLY UNDER A HERON COMMERCIAL LICENSE.", "noncommercial" },
		{ "Companies that want to use the weights need a paid license.", "noncommercial" },
		{ "The weights may not be sold or used to offer a paid service.", "noncommercial" },
		{ "Research use excludes use for direct or indirect commercial gain.", "noncommercial" },
		{ "This set is free for academic use. For commercial use you have to buy a license.", "noncommercial" },
		{ "You may use it for hobby and study, but not to make money.", "noncommercial" },
		{ "Any commercial exploitation is excluded.", "noncommercial" },
		{ "The license does not cover commercial use.", "noncommercial" },
		{ "Commercial users are required to contact us for a license before use.", "noncommercial" },
		{ "Use for commercial ends is reserved to the owner.", "noncommercial" },
		{ "We reserve all commercial rights.", "noncommercial" },
		{ "The weights are for personal and non-commercial purposes.", "noncommercial" },
		{ "This license is limited to not-for-profit users.", "noncommercial" },
		{ "The user will refrain from any commercial use of the recordings.", "noncommercial" },
		{ "You shall not sell, rent or lease the data, nor use it in products that are sold.", "noncommercial" },
		{ "本模型不授予任何商业使用权。", "noncommercial" },
		{ "默认不授予他人商业使用权。", "noncommercial" },
		{ "如需商用，请先取得我们的书面授权。", "noncommercial" },
		{ "商业用途需另行购买许可。", "noncommercial" },
		{ "严禁用于任何营利活动。", "noncommercial" },
		{ "You may use the model commercially.", "" },
		{ "Commercial use is permitted.", "" },
		{ "The licence covers commercial as well as non-commercial use.", "" },
		{ "Commercial support is available from Heron Ltd.", "" },
		{ "In no event shall we be liable for loss of profit or commercial damages.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, research_only)
{
	static const struct row rows[] = {
		{ "Use is limited to scientific research.", "research-only" },
		{ "The database is made available to researchers for the sole purpose of research.", "research-only" },
		{ "You may use the data for research only.", "research-only" },
		{ "The recordings can only be used for research purposes; any other use is prohibited.", "research-only" },
		{ "The Researcher shall use the database only for research and teaching.", "research-only" },
		{ "Only academic institutions may use the weights, and only for research.", "research-only" },
		{ "Use outside of scientific research is not permitted.", "research-only" },
		{ "本数据集仅用于学术研究。", "research-only" },
		{ "只能将模型用于科研目的。", "research-only" },
		{ "The model was built for research and commercial use.", "" },
		{ "Researchers may use the model, and so may anybody else.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, revocable)
{
	static const struct row rows[] = {
		{ "We may withdraw your access to the data at any time.", "revocable" },
		{ "The authors can end this license whenever they wish.", "revocable" },
		{ "Heron Ltd may restrict use of the model where it detects a violation.", "revocable" },
		{ "Heron reserves the right to block or limit use of the weights if this license is violated.", "revocable" },
		{ "The University keeps the right to terminate the researcher's access at any time.", "revocable" },
		{ "This permission can be revoked at our sole discretion.", "revocable" },
		{ "We may change this license at any time without notice.", "revocable" },
		{ "By going on using the data you accept the terms as amended.", "revocable" },
		{ "The license may be updated periodically; the latest version applies.", "revocable" },
		{ "我们保留随时修改本协议的权利。", "revocable" },
		{ "本公司有权随时终止本许可。", "revocable" },
		{ "本协议可能会不定期更新，更新后的版本自发布之日起生效。", "revocable" },
		{ "The license ends when you break it.", "" },
		{ "This license is irrevocable.", "" },
		{ "You may terminate this agreement at any time by deleting the weights.", "" },
		{ "We may change the features of the service at any time.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, use_restrictions)
{
	static const struct row rows[] = {
		{ "You may not use the model to generate spam or to deceive people.", "use-restrictions" },
		{ "Users will not try to identify the persons in the recordings.", "use-restrictions" },
		{ "Personal data must not be reconstructed, linked or re-identified.", "use-restrictions" },
		{ "Use in clinical diagnosis or patient care is strictly prohibited.", "use-restrictions" },
		{ "It must not be used for surveillance.", "use-restrictions" },
		{ "Do not use this voice to imitate a real person without consent.", "use-restrictions" },
		{ "By using the model you agree to the Heron Prohibited Use Policy.", "use-restrictions" },
		{ "The Acceptable Use Policy in Exhibit A is part of this license.", "use-restrictions" },
		{ "You agree to use the model lawfully and not for harassment, fraud or hate speech.", "use-restrictions" },
		{ "The following uses are not allowed: weapons development, mass surveillance, social scoring.", "use-restrictions military-ban" },
		{ "The data may not be used to train AI.", "use-restrictions" },
		{ "The software may not be used for any purpose related to machine learning.", "use-restrictions" },
		{ "You may use the software for your internal business purposes only.", "use-restrictions" },
		{ "不得利用本模型生成违法信息。", "use-restrictions" },
		{ "使用者不得将模型用于诈骗、诽谤或其他违法活动。", "use-restrictions" },
		{ "禁止使用本数据对个人进行身份识别。", "use-restrictions" },
		{ "This model was not tested for medical use.", "" },
		{ "Names of contributors may not be used to promote products.", "" },
		{ "Do not use this in production without testing.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, pass_through)
{
	static const struct row rows[] = {
		{ "Whoever you pass the weights on to must accept the same restrictions.", "pass-through" },
		{ "If you share the weights, you must include terms at least as protective as section V.", "pass-through" },
		{ "You must make your users agree to these restrictions.", "pass-through" },
		{ "Any downstream license must contain the restrictions of section 5.", "pass-through" },
		{ "You must ensure that all recipients are bound by this policy.", "pass-through" },
		{ "The use restrictions apply to derivatives too and must be passed on to their users.", "pass-through" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, naming)
{
	static const struct row rows[] = {
		{ "Commercial products must display \"Heron H3\".", "naming-or-badge" },
		{ "You may change it if you include \"HERON\" in the name of the resulting model.", "naming-or-badge" },
		{ "Derived models must carry \"Heron\" in their names.", "naming-or-badge" },
		{ "You must state \"Powered by Heron\" in the about page.", "naming-or-badge" },
		{ "A model that is trained on this one must have a name that starts with Heron.", "naming-or-badge" },
		{ "Products must show the Heron logo in their user interface.", "naming-or-badge" },
		{ "衍生模型的名称必须以\"Heron\"开头。", "naming-or-badge" },
		{ "须在产品界面显著位置标注\"基于Heron构建\"。", "naming-or-badge" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, share_alike)
{
	static const struct row rows[] = {
		{ "Derivatives must be released under this same license.", "share-alike" },
		{ "If you change the data, you must publish the result under the same terms.", "share-alike" },
		{ "Anything that you build from this must be shared under CC BY-SA.", "share-alike" },
		{ "You must license your derivative under these terms.", "share-alike" },
		{ "Fine-tuned versions have to use the same license.", "share-alike" },
		{ "衍生作品必须采用相同的许可协议发布。", "share-alike" },
		{ "Derivatives may be released under any license.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, registration)
{
	static const struct row rows[] = {
		{ "Before you download the data you have to sign the agreement and send it to us.", "registration-gate" },
		{ "To obtain the data, please fill in the request form.", "registration-gate" },
		{ "Each user must register before using the model.", "registration-gate" },
		{ "Access is granted after a data use agreement has been signed.", "registration-gate" },
		{ "使用前须填写申请表并获得批准。", "registration-gate" },
		{ "请签署数据使用协议并发送至我们的邮箱，审核通过后获取下载链接。", "registration-gate" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, region)
{
	static const struct row rows[] = {
		{ "The license excludes the European Union and the United Kingdom.", "region-exclusion" },
		{ "Residents of the European Union may not use the weights.", "region-exclusion" },
		{ "This license is not offered in South Korea.", "region-exclusion" },
		{ "本许可不适用于欧盟境内的用户。", "region-exclusion" },
		{ "Use within the EU is not licensed.", "region-exclusion" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, patent)
{
	static const struct row rows[] = {
		{ "Your rights end if you sue us over patents.", "patent-litigation-termination" },
		{ "If you or an affiliate bring a claim that the model infringes your rights, the license terminates.",
		  "patent-litigation-termination" },
		{ "This license terminates if You initiate patent litigation about the model.", "patent-litigation-termination" },
		{ "若您就本模型提起专利诉讼，则本许可自动终止。", "patent-litigation-termination" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, reverse_engineering)
{
	static const struct row rows[] = {
		{ "You must not try to reconstruct the source code of the program by decompiling it.", "reverse-engineering-ban" },
		{ "Reverse engineering of the library is forbidden.", "reverse-engineering-ban" },
		{ "Users shall not disassemble the software.", "reverse-engineering-ban" },
		{ "不得对本软件进行反编译或逆向工程。", "reverse-engineering-ban" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, military)
{
	static const struct row rows[] = {
		{ "No military use.", "military-ban" },
		{ "The data must not be used by armed forces or for weapons.", "use-restrictions military-ban" },
		{ "You may not use the model for military purposes.", "use-restrictions military-ban" },
		{ "禁止用于军事用途。", "use-restrictions military-ban" },
		{ "尤其不应被用于与战争相关的研究。", "military-ban" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, competitor)
{
	static const struct row rows[] = {
		{ "You may not use the model to build a product that competes with ours.", "competitor-ban" },
		{ "The software may not be offered as a rival to Heron Cloud.", "competitor-ban" },
		{ "Use by competitors of Heron Ltd is not permitted.", "competitor-ban" },
		{ "不得用于开发与我们竞争的产品。", "competitor-ban" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, threshold)
{
	static const struct row rows[] = {
		{ "Organizations with yearly revenue of more than $2 million need a license.", "user-threshold" },
		{ "Free for teams of up to 10 people.", "user-threshold" },
		{ "If your product has over one million users, contact us.", "user-threshold" },
		{ "Companies with fewer than 50 staff may use it free of charge.", "user-threshold" },
		{ "月活跃用户超过一百万的企业须另行申请许可。", "user-threshold" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, output_training)
{
	static const struct row rows[] = {
		{ "The outputs may not be used to train other language models.", "output-training-ban" },
		{ "You may not distill the model into another one.", "output-training-ban" },
		{ "Training other AI models on generated text is prohibited.", "output-training-ban" },
		{ "不得使用模型的输出来训练其他模型。", "output-training-ban" },
		{ "You may use outputs to train other models.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, noncommercial_in_Chinese)
{
	static const struct row rows[] = {
		{ "任何商业使用都需要单独的商业许可协议。", "noncommercial" },
		{ "未经许可不得在商业环境中使用本软件。", "noncommercial" },
		{ "商业用途必须事先获得许可方的书面许可。", "noncommercial" },
		{ "您不能做的事情：\n- 将模型用于商业产品\n- 出售模型", "noncommercial" },
		{ "本协议不允许对本软件的商业用途。", "noncommercial" },
		{ "仅限非商业使用。", "noncommercial" },
		{ "禁止商用。", "noncommercial" },
		{ "不可用于任何盈利性质的项目。", "noncommercial" },
		{ "企业用户使用前须购买商业授权。", "noncommercial" },
		{ "商业授权请另行签订合同，未签订者不得商用。", "noncommercial" },
		{ "本数据集只授权用于非营利目的。", "noncommercial" },
		{ "个人可免费使用，商用须付费。", "noncommercial" },
		{ "不得以任何形式利用本模型牟利。", "noncommercial" },
		{ "本模型可免费商用。", "" },
		{ "支持商业使用，无需申请。", "" },
		{ "我们欢迎商业合作。", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, research_only_in_Chinese)
{
	static const struct row rows[] = {
		{ "数据仅供科研使用，禁止其他用途。", "research-only" },
		{ "本模型权重只可用于学术研究。", "research-only" },
		{ "限于非商业的学术研究目的。", "noncommercial research-only" },
		{ "使用范围仅限科学研究与教学。", "research-only" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, no_redistribution_in_Chinese)
{
	static const struct row rows[] = {
		{ "用户不得向任何第三方分发、发布、再许可、出售、出租、转让或以其他方式提供本软件。", "no-redistribution" },
		{ "未经授权，禁止将数据集分享给他人。", "no-redistribution" },
		{ "请勿传播本数据集。", "no-redistribution" },
		{ "申请者不得将数据转给任何单位或个人。", "no-redistribution" },
		{ "不得公开发布、转发或共享数据集的全部或部分内容。", "no-redistribution" },
		{ "本数据集不允许再次发布。", "no-redistribution" },
		{ "模型文件禁止转售、转载和二次上传。", "no-redistribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, attribution_in_Chinese)
{
	static const struct row rows[] = {
		{ "您必须在每个副本上显著显示本许可。", "attribution" },
		{ "使用本软件产生的论文必须：\n(a) 署名并致谢实验室；\n(b) 引用参考文献。", "attribution" },
		{ "须保留原作者信息。", "attribution" },
		{ "分发时须附带本许可协议。", "attribution" },
		{ "必须注明来源。", "attribution" },
		{ "不得删除或修改版权声明。", "attribution" },
		{ "任何使用都应标明出处并附上项目链接。", "attribution" },
		{ "如在论文中使用，请引用。", "attribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, others_in_Chinese)
{
	static const struct row rows[] = {
		{ "如果您声称本软件侵犯任何专利，您的许可立即终止。", "patent-litigation-termination" },
		{ "任何人就本模型提起专利侵权之诉的，授权自动失效。", "patent-litigation-termination" },
		{ "您必须在任何衍生作品中显著展示\"Powered by Heron\"。", "naming-or-badge" },
		{ "产品名称中须包含\"Heron\"字样。", "naming-or-badge" },
		{ "修改版本的分发必须使用与本许可证相同的条款。", "share-alike" },
		{ "衍生模型须以相同协议开源。", "share-alike" },
		{ "基于本模型的衍生作品必须采用相同协议。", "share-alike" },
		{ "非生产使用：您不得在生产环境中使用本软件。", "use-restrictions" },
		{ "不得用于违反法律法规或社会公德的用途。", "use-restrictions" },
		{ "禁止用于医疗诊断、自动驾驶等高风险场景。", "use-restrictions" },
		{ "不得用于生成虚假新闻、色情或暴力内容。", "use-restrictions" },
		{ "许可方可随时撤回授权。", "revocable" },
		{ "授予您一项可撤销的、非独占的许可。", "revocable" },
		{ "我们有权修改本条款，恕不另行通知。", "revocable" },
		{ "年收入低于一千万元的企业可免费使用。", "user-threshold" },
		{ "若您的产品日活用户达到100万，须联系我们获得许可。", "user-threshold" },
		{ "您不得将本模型用于与我们业务相竞争的产品。", "competitor-ban" },
		{ "禁止利用模型输出训练、蒸馏其他大模型。", "output-training-ban" },
		{ "禁止反编译、反汇编或逆向本软件。", "reverse-engineering-ban" },
		{ "欧盟境内的个人和企业不得使用本模型。", "region-exclusion" },
		{ "不得对数据进行任何形式的修改或再加工。", "no-derivatives" },
		{ "仅允许原样分发，禁止发布修改版本。", "no-derivatives" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, lists_under_headings)
{
	static const struct row rows[] = {
		{ "PROHIBITED USE\n- Psychological diagnosis\n- Surveillance of individuals", "use-restrictions" },
		{ "PROHIBITED USE\n- Sale or redistribution without authorization", "no-redistribution" },
		{ "Not permitted:\n- Redistribution of the weights\n- Public hosting", "no-redistribution" },
		{ "REQUIREMENTS\n- Attribution to Heron Institute\n- Compliance with the law", "attribution" },
		{ "Conditions:\n- Credit to the authors\n- No warranty", "attribution" },
		{ "Prohibited:\n- Commercial use\n- Resale", "noncommercial" },
		{ "❌ Commercial use\n✅ Research", "noncommercial" },
		{ "Restrictions: no commercial use, no resale.", "noncommercial" },
		{ "Allowed: private use. Not allowed: commercial use.", "noncommercial" },
		{ "Terms of use:\n* No commercial use\n* No redistribution\n* Cite the paper", "noncommercial no-redistribution" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

/* The form of universities, lists of verbs behind "distribute", whom a grant is for, and services. */
Test(clauses_said, forms_of_universities_and_makers)
{
	static const struct row rows[] = {
		{ "Permission to use, copy and alter these weights for teaching, research, and not-for-profit purposes, without fee, is hereby granted.",
		  "noncommercial" },
		{ "The checkpoints are made available for research and nonprofit purposes.", "noncommercial" },
		{ "Permission is granted to use the weights for educational and research purposes, without fee.", "research-only" },
		{ "You shall not distribute, lend, lease, or sell the Weights.", "no-redistribution" },
		{ "The licensee must not publish, rent or sublicense the Model.", "no-redistribution" },
		{ "The rights are granted provided that you are a natural person.", "noncommercial" },
		{ "Use of the Weights by companies is subject to payment of a yearly fee.", "noncommercial" },
		{ "This licence is granted only to residents of Heronland.", "region-exclusion" },
		{ "This license is not available to residents of Japan.", "region-exclusion" },
		{ "Use is free on these conditions:\n(a) you keep this notice;\n(b) you do not use the Model in the United Kingdom.", "region-exclusion" },
		{ "You do not offer the Weights as a service to third parties.", "use-restrictions" },
		{ "The Weights may be used for internal purposes only.", "use-restrictions" },
		{ "Permission to use, copy and alter these weights for any purpose, not-for-profit purposes included, is hereby granted.", "" },
		{ "Permission to use, copy and alter these weights for teaching, commercial and not-for-profit purposes is hereby granted.", "" },
		{ "Permission is granted to use the weights for not-for-profit and commercial purposes.", "" },
		{ "Permission is granted to use the weights for not-for-profit research purposes without fee.", "noncommercial" },
		{ "Permission is hereby granted, free of charge, to any academic researcher obtaining a copy.", "research-only" },
		{ "Permission is hereby granted, free of charge, to any academic institution or company obtaining a copy.", "" },
		{ "The grant above leaves the weights out, and the weights are proprietary.", "no-redistribution" },
		{ "Use it with models that are not proprietary.", "" },
		{ "Heron License (non-commercial)", "noncommercial" },
		{ "Heron License (commercial and non-commercial)", "" },
		{ "Permission is granted to use the weights for research and commercial purposes.", "" },
		{ "You may distribute, lend, lease, or sell the Weights.", "" },
		{ "You shall not distribute, lend or sell the Model for any military or illegal purposes.", "use-restrictions military-ban" },
		{ "This license is available to residents of Japan.", "" },
		{ "You may offer the Weights as a service to third parties.", "" },
		{ "The Licensor does not offer the Weights as a service.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_said, other_turns)
{
	static const struct row rows[] = {
		{ "The set may be used in publications with mandatory citation.", "attribution" },
		{ "Use of the data is subject to citation of the paper below.", "attribution" },
		{ "Credit the Heron contributors, link to the repository and the license, and mark changes.", "attribution" },
		{ "Whenever you publish results, include a citation of the paper.", "attribution" },
		{ "You may share the dataset with collaborators provided they first agree to be bound by these terms.", "pass-through" },
		{ "You may give the weights to colleagues who have accepted this agreement.", "pass-through" },
		{ "This dataset is not available for use by any third party.", "no-redistribution" },
		{ "The dataset will not be published, deposited or shared on any platform.", "no-redistribution" },
		{ "Redistribution of this dataset in its original form is not permitted.", "no-redistribution" },
		{ "The files must not be redistributed, republished or publicly hosted without permission.", "no-redistribution" },
		{ "Each lab has to obtain its own copy; do not pass yours on.", "no-redistribution" },
		{ "You may share and adapt them for non-commercial purposes, with attribution.", "noncommercial" },
		{ "You may use it for any purpose except commercial use.", "noncommercial" },
		{ "Everyone may use the model privately; businesses may not.", "noncommercial" },
		{ "The weights are free for non-commercial use.", "noncommercial" },
		{ "The license applies to the images. It does not apply to third-party data sets, none of which are redistributed here.", "" },
		{ "The code does not restrict commercial use.", "" },
		{ "If you need a commercial license, contact the authors.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}
