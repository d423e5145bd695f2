#include "lint/facts/clauses.h"

#include <criterion/criterion.h>

#include "tests/unit/facts/clause_rows.h"

TestSuite(clauses_languages, .init = set_up, .fini = tear_down);

Test(clauses_languages, reads_japanese)
{
	static const struct row rows[] = {
		{ "本モデルの商用利用は禁止します。", "noncommercial" },
		{ "営利目的での使用はできません。", "noncommercial" },
		{ "非営利目的に限り無料で利用できます。", "noncommercial" },
		{ "商用利用の場合は作者の許可が必要です。", "noncommercial" },
		{ "商用利用をご希望の方は事前にお問い合わせください。", "noncommercial" },
		{ "## 禁止事項\n\n- 商用利用\n- 再配布\n", "noncommercial no-redistribution" },
		{ "本データは研究目的でのみ利用できます。", "research-only" },
		{ "学術研究目的に限り利用を許諾します。", "research-only" },
		{ "モデルファイルの再配布を禁じます。", "no-redistribution" },
		{ "本データを第三者に提供しないでください。", "no-redistribution" },
		{ "重みの改変は認めません。", "no-derivatives" },
		{ "出力を他のモデルの学習に使用することを禁止します。", "output-training-ban" },
		{ "公序良俗に反する目的での利用は禁止します。", "use-restrictions" },
		{ "ユーザーは次の目的で本モデルを使用してはなりません。\n\n1. 他者への誹謗中傷\n2. なりすまし\n", "use-restrictions" },
		{ "軍事目的での利用は禁止されています。", "use-restrictions military-ban" },
		{ "利用の際はクレジットを必ず明記してください。", "attribution" },
		{ "配布する場合は、このライセンス文書を添付しなければなりません。", "attribution" },
		{ "著作権表示を残すこと。", "attribution" },
		{ "当社は本規約を随時変更できるものとします。", "revocable" },
		{ "本規約は予告なく変更される場合があります。", "revocable" },
		{ "リバースエンジニアリングは禁止です。", "reverse-engineering-ban" },
		{ "派生モデルは同じライセンスで公開しなければなりません。", "share-alike" },
		{ "第三者に配布する場合は、これらの条件を第三者にも課してください。", "pass-through" },
		{ "利用前に申請フォームの提出が必要です。", "registration-gate" },
		{ "年間売上が10億円を超える企業は別途契約が必要です。", "user-threshold" },
		/* Near misses. */
		{ "商用・非商用を問わず自由に利用できます。", "" },
		{ "商用利用も可能です。", "" },
		{ "商用利用は禁止されていません。", "" },
		{ "クレジット表記は任意です。", "" },
		{ "クレジットの記載は不要です。", "" },
		{ "再配布は自由です。", "" },
		{ "研究目的で開発されました。", "" },
		{ "改変した場合も再配布できます。", "" },
		{ "開発者は本モデルの違法な利用について責任を負いません。", "" },
		{ "このモデルは商用モデルを上回る性能です。", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_languages, reads_korean)
{
	static const struct row rows[] = {
		{ "본 모델의 상업적 이용을 금지합니다.", "noncommercial" },
		{ "영리 목적으로 사용할 수 없습니다.", "noncommercial" },
		{ "비상업적 목적으로만 사용할 수 있습니다.", "noncommercial" },
		{ "상업적 이용을 위해서는 사전 허가가 필요합니다.", "noncommercial" },
		{ "연구 목적으로만 사용할 수 있습니다.", "research-only" },
		{ "학술 연구 목적에 한하여 제공됩니다.", "research-only" },
		{ "데이터의 재배포를 금지합니다.", "no-redistribution" },
		{ "제3자에게 제공할 수 없습니다.", "no-redistribution" },
		{ "불법적이거나 차별을 조장하는 용도로 사용할 수 없습니다.", "use-restrictions" },
		{ "군사 목적으로 사용해서는 안 됩니다.", "use-restrictions military-ban" },
		{ "사용 시 출처를 반드시 명시해야 합니다.", "attribution" },
		{ "월간 활성 이용자 수가 1,000만 명을 초과하는 경우 별도 허락을 받아야 합니다.", "user-threshold" },
		{ "재배포 시 라이선스 사본을 함께 제공하여야 합니다.", "attribution" },
		{ "회사는 본 약관을 언제든지 변경할 수 있습니다.", "revocable" },
		{ "역공학을 금지합니다.", "reverse-engineering-ban" },
		{ "생성 결과를 다른 모델의 학습에 사용할 수 없습니다.", "output-training-ban" },
		/* Near misses. */
		{ "상업적 이용이 가능합니다.", "" },
		{ "상업적, 비상업적 목적 모두 사용할 수 있습니다.", "" },
		{ "연구 목적으로 개발되었습니다.", "" },
		{ "재배포할 수 있습니다.", "" },
		{ "출처 표시는 선택 사항입니다.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

Test(clauses_languages, reads_uses_that_european_languages_forbid)
{
	static const struct row rows[] = {
		{ "É expressamente proibido o uso comercial dos pesos.", "noncommercial" },
		{ "Los pesos no pueden utilizarse con fines comerciales.", "noncommercial" },
		{ "Solo para uso no comercial.", "noncommercial" },
		{ "Toute utilisation commerciale est interdite.", "noncommercial" },
		{ "Le modèle est réservé à un usage non commercial.", "noncommercial" },
		{ "Die kommerzielle Nutzung ist untersagt.", "noncommercial" },
		{ "Nur für nicht-kommerzielle Zwecke.", "noncommercial" },
		{ "Коммерческое использование запрещено.", "noncommercial" },
		{ "Apenas para fins de pesquisa.", "research-only" },
		{ "Sólo para fines de investigación.", "research-only" },
		{ "Uniquement à des fins de recherche.", "research-only" },
		{ "Nur für Forschungszwecke.", "research-only" },
		{ "Только для исследовательских целей.", "research-only" },
		{ "O Licenciador se reserva o direito de modificar esta licença.", "revocable" },
		{ "É proibido ao usuário:\n\n1. Modificar os pesos.\n2. Usar as saídas para treinar outros modelos.\n", "no-derivatives output-training-ban" },
		/* Near misses. */
		{ "O uso comercial é permitido.", "" },
		{ "Se permite el uso comercial y no comercial.", "" },
		{ "L'utilisation commerciale est autorisée.", "" },
		{ "Die kommerzielle Nutzung ist erlaubt.", "" },
		{ "Коммерческое использование разрешено.", "" },
	};

	CHECK(rows, ML_CLAUSE_LICENSE);
}

/* Sentences of a README. */
Test(clauses_languages, reads_prose)
{
	static const struct row rows[] = {
		{ "本モデルの商用利用は禁止します。", "noncommercial" },
		{ "商用利用の場合はライセンスの取得が必要です。", "noncommercial" },
		{ "本モデルは研究目的でのみ利用できます。", "research-only" },
		{ "본 모델은 비상업적 목적으로만 사용할 수 있습니다.", "noncommercial" },
		{ "연구 목적으로만 사용할 수 있습니다.", "research-only" },
		{ "商用の前に、それぞれのモデルのライセンスを見てください。", "" },
		{ "商用サポートをご希望の方はお問い合わせください。", "" },
		{ "商用利用は推奨しません。", "" },
		{ "研究目的で公開しています。", "" },
		{ "상업적 이용 시에는 각 모델의 라이선스를 확인해 주세요.", "" },
		{ "著作権表示を残すこと。", "" },
	};

	CHECK(rows, ML_CLAUSE_PROSE);
}
