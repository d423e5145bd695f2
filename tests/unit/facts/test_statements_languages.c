/* Whether a sentence under "License" limits the use of the repository's own work, language by language. Sentences are made up. */
#include "tests/unit/facts/limits.h"

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
		{ true, "Uso comercial no permitido." },
		{ true, "Prohibido el uso comercial." },
		{ true, "El uso comercial requiere una licencia." },
		{ true, "Para uso comercial se requiere una licencia." },
		{ true, "El uso comercial requiere autorización previa." },
		{ true, "Queda prohibida la redistribución." },
		{ true, "Se prohíbe la redistribución de los pesos." },
		{ true, "Uso no comercial." },
		{ true, "Solo uso no comercial." },
		{ true, "El uso comercial necesita un permiso por escrito." },
		{ true, "La explotación comercial requiere autorización." },
		{ true, "Para uso no comercial." },
		{ true, "No se permite la redistribución de los pesos." },
		{ true, "Uso comercial prohibido." },
		{ false, "El uso comercial está permitido." },
		{ false, "El uso comercial no requiere licencia." },
		{ false, "Para uso comercial no se requiere ninguna licencia." },
		{ false, "El uso comercial requiere una GPU." },
		{ false, "A diferencia de Wren, cuyo uso comercial requiere una licencia, Heron es libre." },
		{ false, "Uso comercial y no comercial." },
		{ false, "Se permite la redistribución de los pesos." },
		{ false, "¿Está prohibido el uso comercial? No." },
		{ false, "La demo es solo para uso no comercial." },
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
		{ true, "Apenas para uso não comercial." },
		{ true, "Somente para uso não comercial." },
		{ true, "Uso não comercial." },
		{ true, "O uso comercial requer uma licença separada." },
		{ true, "Para uso comercial é necessária uma licença." },
		{ true, "É proibida a redistribuição dos pesos." },
		{ true, "É proibida a redistribuição." },
		{ true, "Apenas para pesquisa acadêmica." },
		{ true, "Uso exclusivo para pesquisa." },
		{ true, "Uso exclusivo para fins de pesquisa." },
		{ true, "O uso comercial exige autorização por escrito." },
		{ true, "A utilização comercial precisa de uma licença." },
		{ true, "Para uso não comercial." },
		{ true, "A redistribuição dos pesos é proibida." },
		{ false, "O uso comercial é permitido." },
		{ false, "O uso comercial não requer licença." },
		{ false, "Para uso comercial não é necessária nenhuma licença." },
		{ false, "O uso comercial requer uma GPU." },
		{ false, "Uso comercial e não comercial." },
		{ false, "A demonstração é apenas para uso não comercial." },
		{ false, "É permitida a redistribuição dos pesos." },
		{ false, "Não apenas para pesquisa acadêmica, mas também para uso comercial." },
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
		{ true, "L'utilisation à des fins commerciales nécessite une autorisation écrite." },
		{ true, "Toute utilisation commerciale nécessite une licence." },
		{ true, "Toute utilisation commerciale requiert une licence." },
		{ true, "L'usage commercial est soumis à autorisation." },
		{ true, "Pas d'utilisation commerciale." },
		{ true, "Pour un usage commercial, une licence est nécessaire." },
		{ true, "La redistribution des poids est interdite." },
		{ true, "Les poids ne peuvent pas être redistribués." },
		{ true, "à des fins de recherche uniquement" },
		{ true, "Le modèle est publié à des fins de recherche uniquement." },
		{ true, "Toute exploitation commerciale est soumise à une autorisation préalable." },
		{ true, "L'usage commercial du modèle exige une licence." },
		{ true, "Pour une utilisation commerciale, une autorisation est requise." },
		{ true, "Aucune utilisation commerciale." },
		{ true, "La diffusion des poids est interdite." },
		{ true, "La distribution du modèle n'est pas autorisée." },
		{ false, "L'utilisation commerciale ne nécessite aucune autorisation." },
		{ false, "Aucune licence n'est nécessaire pour un usage commercial." },
		{ false, "L'usage commercial est autorisé." },
		{ false, "L'utilisation commerciale nécessite un GPU." },
		{ false, "Contrairement à Wren, dont l'usage commercial est soumis à autorisation, Heron est libre." },
		{ false, "La démo est réservée à un usage non commercial." },
		{ false, "La redistribution des poids est autorisée." },
		{ false, "La redistribution des données de Wren est interdite, nous ne les utilisons donc pas." },
		{ false, "Les données ont été collectées à des fins de recherche uniquement par Wren." },
		{ false, "Le modèle n'est pas publié à des fins de recherche uniquement." },
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
		{ true, "Das Modell darf nicht kommerziell genutzt werden." },
		{ true, "Die Gewichte dürfen nicht kommerziell verwendet werden." },
		{ true, "Kommerzielle Nutzung untersagt." },
		{ true, "Kommerzielle Nutzung ist verboten." },
		{ true, "Jede kommerzielle Nutzung ist untersagt." },
		{ true, "Kommerzielle Nutzung nur nach vorheriger schriftlicher Genehmigung." },
		{ true, "Kommerzielle Nutzung bedarf unserer Zustimmung." },
		{ true, "Die kommerzielle Nutzung erfordert eine gesonderte Lizenz." },
		{ true, "Für die kommerzielle Nutzung ist eine Lizenz erforderlich." },
		{ true, "Das Modell ist nur für nicht-kommerzielle Zwecke freigegeben." },
		{ true, "Keine kommerzielle Nutzung." },
		{ true, "Nur zur nichtkommerziellen Nutzung." },
		{ true, "Die Weitergabe der Gewichte ist untersagt." },
		{ true, "Die Gewichte dürfen nicht weitergegeben werden." },
		{ true, "Heron darf nicht kommerziell eingesetzt werden." },
		{ true, "Für kommerzielle Zwecke ist eine Lizenz erforderlich." },
		{ true, "Jede kommerzielle Verwendung erfordert unsere schriftliche Zustimmung." },
		{ true, "Kommerzieller Einsatz nur mit Genehmigung." },
		{ true, "Keine kommerzielle Verwendung!" },
		{ true, "Die Weitergabe des Modells ist nicht gestattet." },
		{ true, "Die Gewichte dürfen nicht ohne Zustimmung weitergegeben werden." },
		{ false, "Das Modell darf kommerziell genutzt werden." },
		{ false, "Das Modell darf nicht nur privat, sondern auch kommerziell genutzt werden." },
		{ false, "Kommerzielle Nutzung ist erlaubt." },
		{ false, "Kommerzielle Nutzung bedarf keiner Genehmigung." },
		{ false, "Für die kommerzielle Nutzung ist keine Lizenz erforderlich." },
		{ false, "Anders als Wren, dessen kommerzielle Nutzung eine Lizenz erfordert, ist Heron frei." },
		{ false, "Die Demo darf nicht kommerziell genutzt werden." },
		{ false, "Früher durfte das Modell nicht kommerziell genutzt werden." },
		{ false, "Ist die kommerzielle Nutzung verboten? Nein." },
		{ false, "Die Weitergabe der Gewichte ist erlaubt." },
		{ false, "Die Weitergabe personenbezogener Daten ist untersagt." },
		{ false, "Die Weitergabe des API-Schlüssels ist untersagt." },
		{ false, "Der kommerzielle Einsatz erfordert eine GPU." },
		{ false, "Kommerzielle Anbieter erfordern ein Konto." },
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
		{ true, "Uso commerciale vietato." },
		{ true, "Solo per uso non commerciale." },
		{ true, "Uso non commerciale." },
		{ true, "L'uso commerciale richiede una licenza." },
		{ true, "È vietata la ridistribuzione dei pesi." },
		{ true, "Per uso commerciale è necessaria una licenza." },
		{ true, "L'uso commerciale necessita di un'autorizzazione." },
		{ true, "Uso non commerciale soltanto." },
		{ true, "La ridistribuzione dei pesi è vietata." },
		{ false, "Uso commerciale consentito." },
		{ false, "L'uso commerciale non richiede una licenza." },
		{ false, "L'uso commerciale richiede una GPU." },
		{ false, "A differenza di Wren, il cui uso commerciale richiede una licenza, Heron è libero." },
		{ false, "La ridistribuzione dei pesi è consentita." },
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
		{ true, "Для коммерческого использования требуется отдельная лицензия." },
		{ true, "Для коммерческого использования требуется соглашение." },
		{ true, "Для коммерческого использования необходима лицензия." },
		{ true, "Коммерческое использование только по согласованию с авторами." },
		{ true, "Коммерческое использование требует лицензии." },
		{ true, "Коммерческое использование возможно только с разрешения авторов." },
		{ true, "Распространение весов запрещено." },
		{ true, "Запрещается распространять веса." },
		{ true, "Коммерческое применение требует письменного разрешения." },
		{ true, "Для коммерческих целей необходимо соглашение." },
		{ true, "Коммерческое использование только с письменного согласия авторов." },
		{ true, "Распространение модели не допускается." },
		{ false, "Коммерческое использование разрешено." },
		{ false, "Для коммерческого использования лицензия не требуется." },
		{ false, "Коммерческое использование не требует лицензии." },
		{ false, "Для коммерческого использования требуется GPU." },
		{ false, "В отличие от Wren, для коммерческого использования которого требуется лицензия, Heron свободен." },
		{ false, "Распространение весов разрешено." },
		{ false, "Распространение персональных данных запрещено." },
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
		{ true, "Ticari kullanım için lisans gereklidir." },
		{ true, "Ticari kullanım yasaktır." },
		{ true, "Ticari kullanım için izin gerekir." },
		{ false, "Ticari kullanım için lisans gerekmez." },
		{ false, "Ticari kullanım serbesttir." },
	};

	CHECK(table);
}

Test(statements_languages, should_hear_limits_in_dutch_and_polish)
{
	static const struct limit table[] = {
		{ true, "Alleen voor niet-commercieel gebruik." },
		{ true, "Commercieel gebruik is niet toegestaan." },
		{ true, "Het model mag niet commercieel worden gebruikt." },
		{ true, "Tylko do użytku niekomercyjnego." },
		{ true, "Użycie komercyjne jest zabronione." },
		{ true, "Uitsluitend voor niet-commerciële doeleinden." },
		{ true, "Komercyjne wykorzystanie jest zabronione." },
		{ false, "Niet alleen voor niet-commercieel gebruik." },
		{ false, "Nie tylko do użytku niekomercyjnego." },
		{ false, "Użycie komercyjne jest dozwolone." },
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
		{ true, "Sử dụng thương mại cần có giấy phép." },
		{ true, "Việc sử dụng thương mại phải xin phép." },
		{ false, "Sử dụng thương mại không cần giấy phép." },
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
		{ true, "Penggunaan komersial memerlukan lisensi." },
		{ true, "Penggunaan komersial membutuhkan izin." },
		{ false, "Penggunaan komersial tidak memerlukan lisensi." },
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
