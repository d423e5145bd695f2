/* Whether a sentence under "License" limits the use of the repository's own work, in languages other than English and Chinese. Sentences are made up. */
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
	};

	CHECK(table);
}
