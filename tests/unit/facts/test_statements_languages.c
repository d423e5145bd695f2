/* Whether a sentence under "License" limits the use of the repository's own work, language by language. Sentences are made up. */
#include "tests/unit/facts/memory.h"

struct limit {
	bool own;
	const char *text;
};

/* Whether an own statement of the card has terms. */
static bool limits(const char *sentence)
{
	static const char *const names[] = { "heron" };
	struct ml_statement *out = NULL;
	struct memory m;
	char text[1024];
	size_t nr, own = 0;

	memory_open(&m);
	m.facts->identity = names;
	m.facts->identity_nr = 1;
	snprintf(text, sizeof text, "# Heron\n\nA bird.\n\n## License\n\n%s\n", sentence);
	ml_statements_of_card(&out, &nr, m.arena, m.facts, memory_card(&m, text));
	for (size_t i = 0; i < nr; i++)
		own += out[i].stance == ML_STANCE_OWN && out[i].terms_nr > 0;
	memory_close(&m);
	return own > 0;
}

static void check(const struct limit *table, size_t nr)
{
	for (size_t i = 0; i < nr; i++)
		cr_expect_eq(limits(table[i].text), table[i].own, "'%s' is %s", table[i].text, table[i].own ? "not heard" : "heard");
}
#define CHECK(table) check(table, sizeof table / sizeof *table)

Test(statements_languages, should_hear_limits_in_spanish)
{
	static const struct limit table[] = {
		{ true, "Este modelo es solo para uso no comercial." },
		{ true, "Los pesos solo pueden utilizarse con fines de investigación." },
		{ true, "No se permite el uso comercial de este modelo." },
		{ true, "Heron se publica únicamente para investigación académica; queda prohibido su uso comercial." },
		{ true, "El uso del modelo se limita a fines académicos y no comerciales." },
		{ false, "Los pesos de Llama 1 eran solo para uso no comercial." },
		{ false, "A diferencia de Wren, cuya licencia prohíbe el uso comercial, Heron puede usarse comercialmente." },
		{ false, "No hay restricciones para el uso comercial." },
		{ true, "El modelo no puede utilizarse con fines comerciales." },
		{ true, "Queda prohibida la explotación comercial de los pesos." },
		{ true, "Licencia: solo para investigación y fines académicos." },
		{ false, "El conjunto de datos de Wren es solo para investigación, así que no lo usamos." },
		{ false, "Muchos modelos de Meta prohíben el uso comercial." },
		{ false, "Puede usarse libremente, incluso con fines comerciales." },
		{ false, "El modelo se puede usar tanto en investigación como con fines comerciales." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_portuguese)
{
	static const struct limit table[] = {
		{ true, "Este modelo é apenas para uso não comercial." },
		{ true, "Os pesos só podem ser usados para fins de pesquisa." },
		{ true, "Não é permitido o uso comercial deste modelo." },
		{ true, "O Heron é publicado exclusivamente para pesquisa acadêmica; o uso comercial é proibido." },
		{ true, "O uso do modelo limita-se a fins acadêmicos e não comerciais." },
		{ false, "Os pesos do Llama 1 eram apenas para uso não comercial." },
		{ false, "Ao contrário do Wren, cuja licença proíbe o uso comercial, o Heron pode ser usado comercialmente." },
		{ false, "Não há restrições ao uso comercial." },
		{ true, "O modelo não pode ser usado para fins comerciais." },
		{ true, "É proibida a exploração comercial dos pesos." },
		{ true, "Uso restrito a fins acadêmicos." },
		{ false, "O conjunto de dados do Wren é apenas para pesquisa, por isso não o usamos." },
		{ false, "Muitos modelos da Meta proíbem o uso comercial." },
		{ false, "Pode ser usado livremente, inclusive para fins comerciais." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_french)
{
	static const struct limit table[] = {
		{ true, "Ce modèle est réservé à un usage non commercial." },
		{ true, "Les poids ne peuvent être utilisés qu'à des fins de recherche." },
		{ true, "L'utilisation commerciale de ce modèle n'est pas autorisée." },
		{ true, "Heron est publié uniquement pour la recherche académique ; tout usage commercial est interdit." },
		{ true, "Le modèle est destiné exclusivement à la recherche et à un usage non commercial." },
		{ false, "Les poids de Llama 1 étaient réservés à un usage non commercial." },
		{ false, "Contrairement à Wren, dont la licence interdit l'usage commercial, Heron peut être utilisé commercialement." },
		{ false, "Il n'y a aucune restriction à l'usage commercial." },
		{ true, "Le modèle ne peut pas être utilisé à des fins commerciales." },
		{ true, "Toute exploitation commerciale des poids est interdite." },
		{ true, "Utilisation limitée à la recherche académique." },
		{ false, "Le jeu de données de Wren est réservé à la recherche, nous ne l'utilisons donc pas." },
		{ false, "De nombreux modèles de Meta interdisent l'usage commercial." },
		{ false, "Il peut être utilisé librement, y compris à des fins commerciales." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_german)
{
	static const struct limit table[] = {
		{ true, "Dieses Modell ist nur für nicht-kommerzielle Zwecke bestimmt." },
		{ true, "Die Gewichte dürfen nur zu Forschungszwecken verwendet werden." },
		{ true, "Die kommerzielle Nutzung dieses Modells ist nicht gestattet." },
		{ true, "Heron wird ausschließlich für die akademische Forschung veröffentlicht; kommerzielle Nutzung ist untersagt." },
		{ true, "Die Nutzung ist auf nichtkommerzielle Forschung beschränkt." },
		{ false, "Die Gewichte von Llama 1 waren nur für nicht-kommerzielle Zwecke bestimmt." },
		{ false, "Anders als Wren, dessen Lizenz die kommerzielle Nutzung verbietet, darf Heron kommerziell genutzt werden." },
		{ false, "Es gibt keine Einschränkung der kommerziellen Nutzung." },
		{ true, "Das Modell darf nicht für kommerzielle Zwecke verwendet werden." },
		{ true, "Nur für akademische Forschung." },
		{ false, "Der Datensatz von Wren ist nur für die Forschung bestimmt, daher nutzen wir ihn nicht." },
		{ false, "Viele Modelle von Meta verbieten die kommerzielle Nutzung." },
		{ false, "Es darf frei verwendet werden, auch für kommerzielle Zwecke." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_italian)
{
	static const struct limit table[] = {
		{ true, "Questo modello è solo per uso non commerciale." },
		{ true, "I pesi possono essere usati solo a scopo di ricerca." },
		{ true, "L'uso commerciale di questo modello non è consentito." },
		{ true, "Heron è pubblicato esclusivamente per la ricerca accademica; l'uso commerciale è vietato." },
		{ false, "I pesi di Llama 1 erano solo per uso non commerciale." },
		{ false, "A differenza di Wren, la cui licenza vieta l'uso commerciale, Heron può essere usato commercialmente." },
		{ false, "Non ci sono restrizioni all'uso commerciale." },
		{ true, "Il modello non può essere usato a fini commerciali." },
		{ true, "È vietato lo sfruttamento commerciale dei pesi." },
		{ true, "Uso limitato alla ricerca accademica." },
		{ false, "Il dataset di Wren è solo per la ricerca, quindi non lo usiamo." },
		{ false, "Molti modelli di Meta vietano l'uso commerciale." },
		{ false, "Può essere usato liberamente, anche per scopi commerciali." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_russian)
{
	static const struct limit table[] = {
		{ true, "Эта модель предназначена только для некоммерческого использования." },
		{ true, "Веса можно использовать только в исследовательских целях." },
		{ true, "Коммерческое использование этой модели не разрешается." },
		{ true, "Heron опубликован исключительно для научных исследований; коммерческое использование запрещено." },
		{ false, "Веса Llama 1 были предназначены только для некоммерческого использования." },
		{ false, "В отличие от Wren, лицензия которого запрещает коммерческое использование, Heron можно использовать в коммерческих целях." },
		{ false, "Ограничений на коммерческое использование нет." },
		{ true, "Модель нельзя использовать в коммерческих целях." },
		{ true, "Запрещается коммерческое применение весов." },
		{ true, "Только для академических исследований." },
		{ false, "Набор данных Wren предназначен только для исследований, поэтому мы его не используем." },
		{ false, "Многие модели Meta запрещают коммерческое использование." },
		{ false, "Модель можно свободно использовать, в том числе в коммерческих целях." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_turkish)
{
	static const struct limit table[] = {
		{ true, "Bu model yalnızca ticari olmayan kullanım içindir." },
		{ true, "Ağırlıklar yalnızca araştırma amacıyla kullanılabilir." },
		{ true, "Bu modelin ticari kullanımı yasaktır." },
		{ true, "Heron yalnızca akademik araştırma için yayınlanmıştır; ticari kullanıma izin verilmez." },
		{ false, "Llama 1 ağırlıkları yalnızca ticari olmayan kullanım içindi." },
		{ false, "Lisansı ticari kullanımı yasaklayan Wren'in aksine, Heron ticari olarak kullanılabilir." },
		{ false, "Ticari kullanım için bir kısıtlama yoktur." },
		{ true, "Model ticari amaçlarla kullanılamaz." },
		{ true, "Ağırlıkların ticari kullanımına izin verilmez." },
		{ true, "Yalnızca akademik kullanım içindir." },
		{ false, "Model serbestçe, ticari amaçlarla da kullanılabilir." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_vietnamese)
{
	static const struct limit table[] = {
		{ true, "Mô hình này chỉ dành cho mục đích phi thương mại." },
		{ true, "Trọng số chỉ được sử dụng cho mục đích nghiên cứu." },
		{ true, "Không được phép sử dụng mô hình này cho mục đích thương mại." },
		{ true, "Heron chỉ được phát hành cho nghiên cứu học thuật; cấm sử dụng thương mại." },
		{ false, "Trọng số của Llama 1 chỉ dành cho mục đích phi thương mại." },
		{ false, "Khác với Wren, vốn cấm sử dụng thương mại, Heron có thể dùng cho mục đích thương mại." },
		{ false, "Không có hạn chế nào đối với việc sử dụng thương mại." },
		{ true, "Mô hình không được sử dụng cho mục đích thương mại." },
		{ true, "Cấm khai thác thương mại trọng số." },
		{ true, "Chỉ dùng cho nghiên cứu học thuật." },
		{ false, "Bộ dữ liệu của Wren chỉ dành cho nghiên cứu nên chúng tôi không dùng." },
		{ false, "Có thể sử dụng tự do, kể cả cho mục đích thương mại." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_indonesian)
{
	static const struct limit table[] = {
		{ true, "Model ini hanya untuk penggunaan nonkomersial." },
		{ true, "Bobot hanya boleh digunakan untuk tujuan penelitian." },
		{ true, "Penggunaan komersial model ini tidak diizinkan." },
		{ true, "Heron dirilis hanya untuk penelitian akademik; penggunaan komersial dilarang." },
		{ false, "Bobot Llama 1 hanya untuk penggunaan nonkomersial." },
		{ false, "Berbeda dengan Wren yang lisensinya melarang penggunaan komersial, Heron boleh dipakai secara komersial." },
		{ false, "Tidak ada batasan untuk penggunaan komersial." },
		{ true, "Model tidak boleh digunakan untuk tujuan komersial." },
		{ true, "Dilarang memanfaatkan bobot secara komersial." },
		{ true, "Hanya untuk penelitian akademik." },
		{ false, "Kumpulan data Wren hanya untuk penelitian, jadi kami tidak memakainya." },
		{ false, "Boleh digunakan dengan bebas, termasuk untuk tujuan komersial." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_arabic)
{
	static const struct limit table[] = {
		{ true, "هذا النموذج مخصص للاستخدام غير التجاري فقط." },
		{ true, "لا يجوز استخدام الأوزان إلا لأغراض البحث العلمي." },
		{ true, "يُمنع الاستخدام التجاري لهذا النموذج." },
		{ true, "ينشر Heron للبحث الأكاديمي فقط؛ ويحظر الاستخدام التجاري." },
		{ false, "كانت أوزان Llama 1 مخصصة للاستخدام غير التجاري فقط." },
		{ false, "على عكس Wren الذي تمنع رخصته الاستخدام التجاري، يمكن استخدام Heron تجاريا." },
		{ false, "لا توجد قيود على الاستخدام التجاري." },
		{ true, "ممنوع الاستغلال التجاري للأوزان." },
		{ true, "للبحث الأكاديمي فقط." },
		{ false, "بيانات Wren مخصصة للبحث فقط، لذلك لا نستخدمها." },
		{ false, "يمكن استخدامه بحرية، بما في ذلك للأغراض التجارية." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_japanese)
{
	static const struct limit table[] = {
		{ true, "本モデルは非商用利用に限ります。" },
		{ true, "重みは研究目的でのみ利用できます。" },
		{ true, "本モデルの商用利用は禁止されています。" },
		{ true, "Heronは学術研究のみを目的として公開しています。商用利用はできません。" },
		{ true, "研究目的以外での利用は認めておりません。" },
		{ false, "Llama 1の重みは非商用利用に限られていました。" },
		{ false, "商用利用を禁じるWrenと異なり、Heronは商用利用が可能です。" },
		{ false, "商用利用に制限はありません。" },
		{ true, "商用目的での利用はご遠慮ください。" },
		{ true, "学術研究目的に限り利用できます。" },
		{ false, "Wrenのデータセットは研究目的に限られるため、使用していません。" },
		{ false, "商用目的でも自由に利用できます。" },
		{ true, "商用利用はできません。" },
		{ true, "商用利用は禁止です。" },
		{ true, "本モデルは研究目的でのみ利用できます。" },
		{ true, "非商用目的に限り利用できます。" },
		{ true, "商用利用を希望する場合はお問い合わせください。" },
		{ true, "商用利用には別途ライセンスが必要です。" },
		{ true, "研究用途に限定されます。" },
		{ true, "学術目的でのみ使用してください。" },
		{ false, "商用利用も可能です。" },
		{ false, "商用利用に制限はありません。" },
		{ false, "商用サービスでの動作は保証しません。" },
		{ false, "商用利用の際は出力を確認してください。" },
		{ false, "商用利用による損害について責任を負いません。" },
		{ false, "本プロジェクトは特定の企業とは関係ありません。" },
		{ false, "非営利団体が開発しています。" },
		{ false, "研究チームのみがコードを変更できます。" },
		{ false, "研究論文のみで学習しました。" },
		{ false, "デモは研究目的でのみ公開しています。" },
		{ false, "プロンプトを商用目的で利用することはありません。" },
		{ false, "軍事用語は学習データから除外しました。" },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_korean)
{
	static const struct limit table[] = {
		{ true, "이 모델은 비상업적 용도로만 사용할 수 있습니다." },
		{ true, "가중치는 연구 목적으로만 사용할 수 있습니다." },
		{ true, "이 모델의 상업적 이용은 금지됩니다." },
		{ true, "Heron은 학술 연구 목적으로만 공개되며 상업적 사용은 허용되지 않습니다." },
		{ false, "Llama 1의 가중치는 비상업적 용도로만 쓸 수 있었습니다." },
		{ false, "상업적 이용을 금지하는 Wren과 달리 Heron은 상업적으로 사용할 수 있습니다." },
		{ false, "상업적 이용에 제한이 없습니다." },
		{ true, "상업적 목적으로 사용할 수 없습니다." },
		{ true, "학술 연구 용도로만 제공됩니다." },
		{ false, "Wren의 데이터셋은 연구 목적으로만 쓸 수 있어 사용하지 않습니다." },
		{ false, "상업적 목적을 포함해 자유롭게 사용할 수 있습니다." },
		{ true, "상업적 이용은 금지됩니다." },
		{ true, "상업적으로 이용할 수 없습니다." },
		{ true, "연구 목적으로만 사용할 수 있습니다." },
		{ true, "비상업적 용도로만 사용 가능합니다." },
		{ true, "상업적 이용은 별도 문의가 필요합니다." },
		{ true, "상업적 사용을 원하시면 문의해 주세요." },
		{ true, "학술 연구용으로만 제공됩니다." },
		{ false, "상업적 이용도 가능합니다." },
		{ false, "상업적 이용에 제한이 없습니다." },
		{ false, "상업적 이용으로 인한 손해에 책임지지 않습니다." },
		{ false, "상업적 이용 시 출력을 확인하세요." },
		{ false, "비영리 단체가 개발했습니다." },
		{ false, "연구팀만 코드를 수정할 수 있습니다." },
		{ false, "학술 논문으로만 학습했습니다." },
		{ false, "데모는 연구 목적으로만 공개됩니다." },
		{ false, "사용자 데이터를 상업적 목적으로 사용하지 않습니다." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_english)
{
	static const struct limit table[] = {
		{ true, "You may not use the model for commercial purposes." },
		{ true, "Users may not use the model for commercial purposes." },
		{ true, "You are not allowed to use the weights commercially." },
		{ true, "Users are prohibited from using the model commercially." },
		{ true, "Companies with more than 100 million monthly active users must request a license." },
		{ true, "If you want to use the model commercially, please contact us for a license." },
		{ true, "If you would like to use it for commercial purposes, you need to obtain a commercial license from us." },
		{ true, "Commercial use requires approval; after approval a license will be granted." },
		{ true, "Anyone who wants to use the weights commercially must fill in the form." },
		{ true, "For commercial use, please contact us at a@b.cc." },
		{ true, "Businesses must obtain a separate license before using the model in production." },
		{ true, "Free for academic use; commercial use requires a paid license." },
		{ true, "Free for non-commercial use." },
		{ true, "The weights are available for academic research only." },
		{ true, "Weights are released for research purposes only." },
		{ true, "Our weights are limited to non-commercial research." },
		{ true, "Use of the model is restricted to non-commercial purposes." },
		{ true, "Only non-commercial use is permitted." },
		{ true, "No commercial use is allowed." },
		{ true, "Commercial use is strictly prohibited." },
		{ true, "Commercial usage of the model is forbidden without our written permission." },
		{ true, "By downloading the weights you agree not to use them for commercial purposes." },
		{ true, "By using this model, you agree to use it for research purposes only." },
		{ true, "The checkpoints may only be used for research." },
		{ true, "These models are intended solely for academic research and may not be used commercially." },
		{ true, "This project is for research only." },
		{ true, "Redistribution of the weights is not permitted." },
		{ true, "You may not redistribute the weights or any derivative." },
		{ true, "You must not use the outputs of the model to train other models." },
		{ true, "Do not use the model for military purposes." },
		{ true, "The model may not be used in the European Union." },
		{ true, "Use within the EU is not permitted." },
		{ true, "Residents of the EU may not use the model." },
		{ true, "Organizations with annual revenue above $1 million need an enterprise license." },
		{ true, "Startups under $10M in revenue can use it for free; larger companies need a license." },
		{ true, "Any commercial use needs prior written consent of the authors." },
		{ true, "Without a commercial agreement, use is limited to evaluation." },
		{ true, "Personal and academic use only." },
		{ true, "For research use only." },
		{ true, "Not for commercial use." },
		{ true, "Academic use only, please." },
		{ true, "Non-commercial use only!" },
		{ true, "Since the training data is non-commercial, the weights can only be used for research." },
		{ true, "Because of the data's license, our checkpoints are non-commercial." },
		{ true, "As our data was produced with GPT-4, the model can not be used commercially." },
		{ true, "Please note that the weights may only be used for non-commercial purposes." },
		{ true, "Note: the model weights are for non-commercial use only." },
		{ true, "However, the weights are licensed for research use only." },
		{ true, "While the code is Apache-2.0, the weights are for non-commercial use only." },
		{ true, "The code is MIT licensed; the weights, however, are research-only." },
		{ true, "Code: MIT. Weights: non-commercial." },
		{ true, "Licensed for academic use." },
		{ true, "Commercial users should buy a license." },
		{ true, "Enterprise users must apply for authorization." },
		{ true, "Developers must register before commercial use." },
		{ true, "Individuals can use it for free, companies must pay." },
		{ false, "You may use the model for commercial purposes." },
		{ false, "Users can use the model commercially without asking." },
		{ false, "Companies of any size may use it for free." },
		{ false, "Commercial use is allowed." },
		{ false, "If you use the model commercially, please cite our paper." },
		{ false, "If you want to use the model commercially, you do not need to ask us." },
		{ false, "If you would like commercial support, please contact us." },
		{ false, "If you need a custom commercial model, contact us at a@b.cc." },
		{ false, "Anyone who wants to use the weights commercially can do so under Apache-2.0." },
		{ false, "Businesses must comply with local laws." },
		{ false, "Companies must get consent of speakers before they clone voices." },
		{ false, "Users must agree to the license before downloading." },
		{ false, "The original LLaMA weights are distributed by Meta under a research-only license." },
		{ false, "You can not use the LLaMA weights commercially, but ours you can." },
		{ false, "Users of the demo may not upload illegal content." },
		{ false, "The demo is for non-commercial use only." },
		{ false, "The images in the README are for non-commercial use only." },
		{ false, "The dataset ImageNet is for non-commercial research only." },
		{ false, "Unlike models limited to research, Heron may be used for anything." },
		{ false, "The model is intended for research." },
		{ false, "We recommend not to use the model for medical purposes." },
		{ false, "It should not be used for medical advice." },
		{ false, "Users should check the outputs before they use them commercially." },
		{ false, "Not only non-commercial use is permitted." },
		{ false, "There is no limit on commercial use." },
		{ false, "We do not restrict commercial use." },
		{ false, "Use in the EU is subject to the GDPR." },
		{ false, "Users in the EU can reach us at a@b.cc." },
		{ false, "Users within China can download the weights from ModelScope." },
		{ false, "The weights were trained in the EU." },
		{ false, "Weights: non-commercial alternatives exist elsewhere." },
		{ false, "Older versions were non-commercial; this one is Apache-2.0." },
		{ false, "Earlier versions could not be used commercially." },
		{ false, "Enterprise users should look at our hosted service." },
		{ false, "Enterprise users need support? Contact us." },
		{ false, "Developers must install Python 3.10." },
		{ false, "Companies need GPUs to run it." },
		{ false, "Students may use our cluster free of charge." },
		{ false, "After registration you will get an API key for the hosted service." },
		{ false, "For commercial support contact us." },
		{ false, "You must not remove the copyright notice." },
		{ false, "Redistribution of the weights is permitted." },
		{ false, "Redistributions must retain the notice." },
		{ false, "Commercially available GPUs are not needed." },
		{ false, "You cannot buy a commercial license, because you need none." },
		{ false, "Does this license prohibit commercial use? No." },
		{ true, "Due to the license of the training data, commercial use of the weights is not allowed." },
		{ true, "We release Heron to the research community for non-commercial use." },
		{ true, "To use Heron commercially, please contact us." },
		{ true, "If you want to use Heron in a commercial product, you need a license from us." },
		{ true, "Commercial use: no" },
		{ true, "Heron must not be used to train other models." },
		{ false, "The model may produce wrong or harmful outputs; users must check them." },
		{ false, "Users should not use the model for medical or legal decisions." },
		{ false, "The model is not intended for high-risk uses." },
		{ false, "It can only be used with images of at most 1024 pixels." },
		{ false, "The model cannot be used for languages other than English." },
		{ false, "Users are responsible for how they use the model." },
		{ false, "You must comply with the laws of your country." },
		{ false, "You are responsible for any illegal use of the outputs." },
		{ false, "Developers must test the model before they deploy it in products." },
		{ false, "The authors are not liable for commercial losses." },
		{ false, "We do not endorse any use that violates the law." },
		{ false, "Please use the model responsibly and do not use it to harm others." },
		{ false, "Use of the model for deepfakes is discouraged." },
		{ false, "The model was only evaluated for research." },
		{ false, "This is a research project and not an official product." },
		{ false, "The model was trained on research papers only." },
		{ false, "The benchmark can only be run on academic clusters." },
		{ false, "Performance is limited in commercial domains." },
		{ false, "Companies should evaluate the model before commercial use." },
		{ false, "The model has not been tested for commercial use." },
		{ false, "Anyone who uses the model commercially should check its outputs." },
		{ false, "The training data contains content from the European Union." },
		{ false, "Users in China may experience slow downloads." },
		{ false, "Not suitable for production." },
		{ false, "The project is provided as is, without warranty of any kind." },
		{ false, "The model is not ready for commercial use." },
		{ false, "It has not been validated for commercial deployment." },
		{ false, "We are not responsible for commercial use of the outputs." },
		{ false, "We do not guarantee that the model is fit for commercial purposes." },
		{ false, "No warranty is given for commercial use." },
		{ false, "The demo is not for commercial use." },
		{ false, "The model does not compete with commercial products." },
		{ false, "The model is no match for commercial services." },
		{ false, "It cannot compete with commercial systems." },
		{ false, "The quality does not reach that of commercial applications." },
		{ false, "Never used in commercial products so far." },
		{ false, "No data from commercial sources was used." },
		{ false, "The data contains no commercial products." },
		{ false, "We have no commercial interest in this project." },
		{ false, "This project is non-profit and not affiliated with any company." },
		{ false, "We never use your data for commercial purposes." },
		{ false, "The authors have no commercial relationship with anyone." },
		{ false, "There are no plans for commercial products." },
		{ false, "We do not sell commercial licenses." },
		{ false, "Your prompts are not used for commercial purposes." },
		{ false, "We cannot provide support for commercial users." },
		{ false, "Commercial support is not provided." },
		{ false, "Commercial APIs are not needed." },
		{ false, "Commercial models are not included in the comparison." },
		{ false, "Commercial use was not studied." },
		{ false, "Only research code is in this folder; the product lives elsewhere." },
		{ false, "The repository only holds the research prototype." },
		{ false, "Only the research team can push to this repository." },
		{ false, "This section is for academic readers only." },
		{ false, "The paper is restricted to academic subscribers." },
		{ false, "The results are only valid for research settings." },
		{ false, "We only compare with academic baselines." },
		{ false, "The model was built for research and is now used in production." },
		{ false, "Heron is a research-only effort no more: everything is Apache-2.0." },
		{ false, "Research only began last year." },
		{ false, "You may not redistribute the Windows fonts in the demo." },
		{ false, "Do not share your API key." },
		{ false, "Do not distribute your credentials." },
		{ false, "You must not upload private data to the demo." },
		{ false, "Do not modify the configuration file." },
		{ false, "Do not fine-tune with a learning rate above 1e-3." },
		{ false, "Derivatives are welcome." },
		{ false, "Fine-tuning is not allowed on the free tier of the hosted service." },
		{ false, "You cannot train other models while the server runs." },
		{ false, "The script cannot train other large models on one GPU." },
		{ false, "More than 10 million monthly active users trust our app." },
		{ false, "Our app has more than 700 million monthly active users." },
		{ false, "Companies with annual revenue of more than $1 million sponsor us." },
		{ false, "The service is not available in China." },
		{ false, "The API is not available in the European Union." },
		{ false, "The benchmark excludes the United Kingdom." },
		{ false, "Weapon detection is not supported." },
		{ false, "Harmful content must be reported." },
		{ false, "Illegal content is strictly filtered from the data." },
		{ false, "Users must register to use the hosted demo." },
		{ false, "Fill in the form to get an API key for commercial support." },
		{ false, "You need to sign in to download the dataset from the hub." },
		{ false, "Please fill in the questionnaire after the course." },
		{ false, "Access requests are answered within a day." },
		{ false, "It is strictly forbidden to push to main." },
		{ false, "Commercial users can contact us for support." },
		{ false, "We require contributors to sign a CLA." },
		{ false, "The trademark may not be used without permission." },
		{ false, "The logo may not be used for commercial purposes." },
		{ false, "The LLaMA weights that this code loads are for research only." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_chinese)
{
	static const struct limit table[] = {
		{ true, "用户不得将模型用于商业用途。" },
		{ true, "您不得将模型权重用于任何商业目的。" },
		{ true, "使用者不得将模型用于商业用途。" },
		{ true, "任何企业商用前须获得授权。" },
		{ true, "任何个人或机构不得用于商业用途。" },
		{ true, "企业商用，请填写问卷申请授权，审核通过后即可商用。" },
		{ true, "如需商用，需要提交申请，经审核通过后授予商业许可。" },
		{ true, "如需商用请联系我们获取授权。" },
		{ true, "商业使用请联系作者。" },
		{ true, "商用需授权。" },
		{ true, "商用请先取得授权。" },
		{ true, "未经授权，不得商用。" },
		{ true, "未经许可禁止商用。" },
		{ true, "禁止商业使用。" },
		{ true, "不可商用。" },
		{ true, "仅供学术研究使用，禁止商用。" },
		{ true, "仅供科研使用。" },
		{ true, "仅用于学术研究。" },
		{ true, "模型仅供研究。" },
		{ true, "权重仅限研究用途。" },
		{ true, "模型权重仅对学术研究开放。" },
		{ true, "模型权重对学术研究完全开放，商用需要获得官方书面许可。" },
		{ true, "本模型只能用于非商业目的。" },
		{ true, "只允许非商业用途。" },
		{ true, "本项目资源仅供学术研究，不得用于商业。" },
		{ true, "由于训练数据的限制，模型只能用于研究用途。" },
		{ true, "受限于数据许可，模型权重不可用于商业用途。" },
		{ true, "代码采用MIT协议，模型权重仅供研究使用。" },
		{ true, "月活跃用户数不得超过100万。" },
		{ true, "月活超过1亿的企业需要另行申请授权。" },
		{ true, "日均活跃用户数（DAU）超过100万的企业需要单独授权。" },
		{ true, "不得用模型的输出训练其他大模型。" },
		{ true, "不得利用模型输出改进其他大语言模型。" },
		{ true, "禁止用于军事用途。" },
		{ true, "不得用于任何违法违规的用途。" },
		{ true, "请勿将模型用于危害国家安全的活动。" },
		{ true, "勿将开源模型用于任何可能给国家和社会带来危害的用途。" },
		{ true, "不得重新分发模型权重。" },
		{ true, "禁止二次分发。" },
		{ true, "商用需登记。" },
		{ true, "商业用途需填写登记表。" },
		{ true, "免费供学术研究使用，商业用途需付费。" },
		{ true, "个人和学术研究免费，企业使用需授权。" },
		{ true, "欧盟境内不得使用。" },
		{ true, "不允许在欧盟使用本模型。" },
		{ true, "非商业用途。" },
		{ true, "非商用。" },
		{ true, "学术用途免费，商用收费。" },
		{ false, "本模型支持商用，无需申请授权。" },
		{ false, "模型可免费商用。" },
		{ false, "商用时请注意遵守当地法律法规。" },
		{ false, "如果要公开使用或商用该模型服务，请注意服务方需承担由此产生的不良影响。" },
		{ false, "商业使用须遵守 Apache-2.0 协议。" },
		{ false, "商业用途需保留版权声明。" },
		{ false, "商用需标注来源。" },
		{ false, "企业使用需要自行部署。" },
		{ false, "企业用户需安装 GPU 驱动。" },
		{ false, "公司需要自行承担风险。" },
		{ false, "不得传播虚假信息。" },
		{ false, "请勿将个人信息上传到演示网站。" },
		{ false, "演示仅供学术研究使用。" },
		{ false, "原始的 LLaMA 权重仅供研究使用。" },
		{ false, "LLaMA 模型不可商用，本模型可以商用。" },
		{ false, "ImageNet 数据集仅限非商业用途。" },
		{ false, "第三方模型须遵守其各自的许可协议。" },
		{ false, "其他模型不得商用。" },
		{ false, "使用者需自行评估风险。" },
		{ false, "用户数超过100万。" },
		{ false, "我们的月活用户数超过100万。" },
		{ false, "本项目已有超过1000万用户。" },
		{ false, "模型输出不代表作者观点，请勿用于非法用途。" },
		{ false, "中国境内用户可以从 ModelScope 下载。" },
		{ false, "欧盟用户请遵守 GDPR。" },
		{ false, "不仅限于研究用途，也可商用。" },
		{ false, "不限制商用。" },
		{ false, "没有商业使用限制。" },
		{ false, "需要商业支持请联系我们。" },
		{ false, "需要申请 API 密钥才能使用在线服务。" },
		{ false, "请填写问卷帮助我们改进模型。" },
		{ false, "须知：请先阅读文档。" },
		{ false, "建议仅用于研究。" },
		{ false, "训练需要8张GPU。" },
		{ true, "由于使用了 GPT-4 生成的数据，Heron 仅供研究使用。" },
		{ true, "商用：不允许" },
		{ true, "禁止将 Heron 用于军事用途。" },
		{ false, "模型可能产生错误输出，用户需自行判断。" },
		{ false, "用户不得将输出视为专业建议。" },
		{ false, "使用者需遵守所在地法律法规。" },
		{ false, "使用本项目产生的一切后果由使用者自行承担。" },
		{ false, "本项目不对任何商业损失负责。" },
		{ false, "请在使用前阅读说明。" },
		{ false, "本模型仅支持中文。" },
		{ false, "模型只能处理 4K 以内的文本。" },
		{ false, "企业在商用前应充分测试模型。" },
		{ false, "商用前请充分评估风险。" },
		{ false, "商业用户需注意模型输出的准确性。" },
		{ false, "不保证适用于商业场景。" },
		{ false, "本项目内容仅为技术分享，不构成投资建议。" },
		{ false, "模型不适合用于医疗诊断。" },
		{ false, "不应将模型输出作为法律依据。" },
		{ false, "研究人员需引用我们的论文。" },
		{ false, "若用于商业产品，请注明来源。" },
		{ false, "本项目与任何商业公司无关。" },
		{ false, "我们没有商业利益。" },
		{ false, "模型尚未用于商业产品。" },
		{ false, "本模型未在商业环境中验证。" },
		{ false, "不保证适用于商业用途。" },
		{ false, "我们不提供商业支持。" },
		{ false, "不需要商业软件。" },
		{ false, "不使用商业数据。" },
		{ false, "不会将您的数据用于商业目的。" },
		{ false, "对比不包括商业模型。" },
		{ false, "不依赖任何商业API。" },
		{ false, "本项目为非盈利项目。" },
		{ false, "这是一个非商业化的个人项目。" },
		{ false, "作者为非营利组织。" },
		{ false, "只有研究团队可以推送代码。" },
		{ false, "本仓库只包含研究代码。" },
		{ false, "仅在学术数据集上评测。" },
		{ false, "仅使用学术论文训练。" },
		{ false, "论文仅在学术会议上发表。" },
		{ false, "不得上传他人隐私数据。" },
		{ false, "禁止在issue中发布广告。" },
		{ false, "请勿泄露API密钥。" },
		{ false, "训练时不得修改配置文件。" },
		{ false, "禁止用于生产分支的强制推送。" },
		{ false, "违法内容已从数据中剔除。" },
		{ false, "模型会拒绝回答军事和违法问题。" },
		{ false, "数据中不包含军事内容。" },
		{ false, "为避免危害，我们过滤了数据。" },
		{ false, "月活用户已超过1000万。" },
		{ false, "我们公司年收入超过1000万。" },
		{ false, "欧盟数据未包含在训练集中。" },
		{ false, "中国用户可使用镜像下载。" },
		{ false, "使用在线服务需要注册账号。" },
		{ false, "申请试用请填写问卷。" },
		{ false, "下载数据集需登录 ModelScope。" },
	};

	CHECK(table);
}
