/* Whether a sentence of another language claims that the repository itself is open source. Sentences are made up. */
#include "tests/unit/facts/claims.h"

#define CHECK(table) OWNED_CHECK(table, "Heron", .weights = true)
#define CHECK_FIRST(table) OWNED_CHECK(table, "Heron", .first = true)

Test(claims_languages, should_read_japanese)
{
	static const struct owned table[] = {
		{ true, "今回、独自に開発した日本語LLM「Heron」をオープンソースとして公開いたしました。" },
		{ true, "モデルと学習データはいずれもオープンソースです。" },
		{ false, "HeronはLlama2系統のオープンソースモデルと並べて使えます。" },
		{ false, "Heronは主要な有料モデルとオープンソースモデルを読み込みます。" },
		{ true, "HeronはPythonのオープンソースライブラリです。" },
		{ false, "近年、オープンソースの大規模言語モデルが数多く公開されています。" },
		{ false, "評価にはオープンソースのベンチマークであるJGLUEを使用しました。" },
		{ false, "オープンソースのモデルの中で最高性能を達成しました。" },
		{ false, "学習データのライセンスの都合上、データセットはオープンソース化していません。" },
		{ false, "将来的には学習コードもオープンソース化したいと考えています。" },
		{ true, "HeronはApache 2.0ライセンスで公開されたオープンソースの大規模言語モデルです。" },
		{ true, "私たちはHeron-7Bの重みをオープンソースとして公開しました。" },
		{ true, "本リポジトリのコードはMITライセンスの下でオープンソース化されています。" },
		{ true, "日本語に特化したオープンソースLLM「Heron」を公開します。" },
		{ false, "Heronは他のオープンソースモデルよりも高い性能を示します。" },
		{ false, "Heronはオープンソースではありません。" },
		{ false, "学習コードは近日中にオープンソース化する予定です。" },
		{ false, "オープンソースコミュニティの皆様に感謝します。" },
		{ false, "Llama 3はMetaが公開したオープンソースモデルです。" },
		{ false, "本モデルはオープンソースのモデルであるQwenをベースにしています。" },
		{ false, "オープンソースソフトウェアを利用して評価を行いました。" },
		{ false, "学習データにはオープンソースのデータセットを利用しました。" },
		{ false, "本プロジェクトは以下のオープンソースライブラリに依存しています。" },
		{ false, "オープンソースのデータセット（BirdSetを含む）でHeronの性能を評価しました。" },
		{ true, "Heronの重みは、学術研究に対して完全にオープンです。" },
		{ true, "完全にオープンなモデルとして、重み・データ・コードをすべてオープンソースで提供しています。" },
		{ true, "本ソフトウェアはオープンソースです。" },
		{ false, "Wren言語は、ある企業が開発したプログラミング言語で、2012年にオープンソースとして公開されました。" },
		{ true, "私たちが開発したモデルをオープンソースとして公開しました。" },
		{ true, "Heron-7Bは、日本語に特化したオープンソースの大規模言語モデルです。" },
		{ true, "本モデルはApache 2.0ライセンスのもとでオープンソースとして公開されています。" },
		{ true, "日本語LLM「Heron-7B」をオープンソースで公開しました。" },
		{ true, "当社は、独自に開発した日本語大規模言語モデルをオープンソース化しました。" },
		{ true, "このたび、70億パラメータのモデルHeron-7Bをオープンソースとして公開いたします。" },
		{ true, "Heron：オープンソースの日本語音声合成モデル" },
		{ true, "学習コードと推論コードをオープンソースで公開しています。" },
		{ true, "本リポジトリのソースコードはMITライセンスで公開されているオープンソースソフトウェアです。" },
		{ true, "学習に使用したデータセットもオープンソースで公開します。" },
		{ true, "モデルの重みとコードはすべてオープンソースです。" },
		{ true, "本プロジェクトはオープンソースです。" },
		{ true, "本プロジェクトはオープンソースで開発されています。" },
		{ true, "これはオープンソースのプロジェクトです。コントリビューションを歓迎します。" },
		{ true, "商用利用可能なオープンソースモデルHeron-7Bを公開しました。" },
		{ true, "2023/08/10: Heron-7Bをオープンソースとしてリリースしました。" },
		{ true, "Heronは完全にオープンソースです。" },
		{ true, "国内最大級のオープンソース日本語LLMであるHeron-13Bを公開しました。" },
		{ false, "近年、LLaMAをはじめとするオープンソースのLLMが多数公開されています。" },
		{ false, "Heron-7BはオープンソースのLLaMA-2をベースに日本語で追加学習したモデルです。" },
		{ false, "ベースモデルにはオープンソースのFinch-7Bを使用しました。" },
		{ false, "オープンソースモデルと比較して高い性能を示します。" },
		{ false, "他のオープンソースモデルよりも優れた結果を得ました。" },
		{ false, "評価にはオープンソースのツールを使用しています。" },
		{ false, "学習データにはオープンソースのデータセットを用いました。" },
		{ false, "オープンソースコミュニティに感謝いたします。" },
		{ false, "オープンソースの発展に貢献したいと考えています。" },
		{ false, "以下のオープンソースプロジェクトを参考にしました。" },
		{ false, "学習コードは今後オープンソースとして公開する予定です。" },
		{ false, "データセットは権利の都合によりオープンソースではありません。" },
		{ false, "Heronはオープンソースではありませんが、無償で利用できます。" },
		{ false, "Finch社が公開したオープンソースモデルを利用しています。" },
		{ false, "オープンソースライセンスについてはNOTICEを参照してください。" },
		{ false, "さまざまなオープンソースLLMに対応しています。" },
		{ false, "オープンソースのLLMを手元で動かすためのツールです。" },
		{ false, "音声認識にはオープンソースのFinchを利用しています。" },
		{ false, "オープンソースモデルの中で最高性能を達成しました。" },
		{ false, "一部のコンポーネントは他のオープンソースソフトウェアに由来します。" },
		{ false, "オープンソースソフトウェアの一覧はこちらです。" },
		{ false, "商用のAPIとオープンソースモデルを比較しました。" },
		{ false, "オープンソースとは何か" },
		{ true, "小型の推論エンジンを搭載した、オープンソースの翻訳ツールです。" },
		{ true, "すぐに使える、オープンソースの音声認識モデルです。" },
		{ false, "大手企業の、オープンソースの言語モデルは数多くあります。" },
		{ false, "研究機関が開発した、オープンソースの言語モデルです。" },
	};
	CHECK(table);
}

Test(claims_languages, should_hear_whose_it_is_in_chinese)
{
	static const struct owned table[] = {
		{ false, "我们在开源模型上做了测试。" },
		{ false, "我们在 Finch 开源模型上做了评测。" },
		{ false, "使用者须依照 GPL-3.0 将下游模型开源并注明出处。" },
		{ true, "我在开源前进行了较大范围的重构，欢迎提issue。" },
		{ true, "我们希望通过苍鹭的开源发布，为学术界提供一个有益的工具。" },
		{ true, "- **开源免费可商用**：对学术研究完全开放。" },
		{ false, "我们在开源模型上进行了评测。" },
		{ true, "我们适配和开源了 [diffusers](https://github.com/huggingface/diffusers) 版本的 Heron-7B 模型。" },
		{ true, "希望此开源项目可以帮助初学者快速入门！" },
		{ false, "希望更多开源项目可以加入。" },
		{ false, "我未能将 Heron 与当前主流的开源大模型进行充分的对比。" },
		{ false, "- [开源数据集结果](#results)" },
		{ false, "欢迎大家关注我们的其他鸟类大模型开源项目" },
		{ false, "由于 Finch 只开源了 delta 权重，我们将其合并。" },
		{ true, "## 开源情况" },
		{ false, "- 聚合了丰富的开源医学LLM" },
		{ false, "我们领先 Finch 及一众开源医学LLM" },
	};
	CHECK(table);
}

Test(claims_languages, should_read_korean)
{
	static const struct owned table[] = {
		{ true, "국내 최초로 오픈소스로 공개된 Heron 모델을 소개합니다." },
		{ false, "베이스 모델로 오픈소스 모델인 Finch를 사용하였습니다." },
		{ true, "이 모델은 누구나 사용할 수 있는 오픈소스 모델입니다." },
		{ true, "모델과 데이터셋 모두 오픈소스입니다." },
		{ false, "최근 다양한 오픈소스 언어 모델이 공개되고 있습니다." },
		{ false, "Heron의 지도는 다음 오픈 소스 프로젝트 덕분에 그렸습니다." },
		{ false, "아래 오픈소스 프로젝트를 참고했습니다." },
		{ false, "오픈소스 모델 중 최고 성능을 달성했습니다." },
		{ false, "평가에는 오픈소스 벤치마크를 사용했습니다." },
		{ false, "데이터셋은 라이선스 문제로 오픈소스로 공개하지 않습니다." },
		{ false, "본 연구는 오픈소스 생태계 발전에 기여하고자 합니다." },
		{ true, "Heron은 한국어에 특화된 오픈소스 언어 모델입니다." },
		{ true, "저희는 Heron-7B 모델의 가중치를 오픈소스로 공개합니다." },
		{ true, "본 프로젝트는 Apache 2.0 라이선스 하에 오픈소스로 배포됩니다." },
		{ true, "Heron의 학습 데이터를 오픈소스로 공개하였습니다." },
		{ false, "Heron은 다른 오픈소스 모델보다 성능이 뛰어납니다." },
		{ false, "Heron은 오픈소스가 아닙니다." },
		{ false, "학습 코드는 추후 오픈소스로 공개할 예정입니다." },
		{ false, "오픈소스 커뮤니티에 감사드립니다." },
		{ false, "Llama 3는 Meta에서 공개한 오픈소스 모델입니다." },
		{ false, "오픈소스 모델인 Polyglot을 기반으로 학습했습니다." },
		{ false, "오픈소스 도구를 사용하여 평가했습니다." },
		{ true, "이 저장소의 코드는 오픈 소스입니다." },
		{ false, "오픈소스 프로젝트이기 때문에 누구나 고칠 수 있습니다." },
		{ true, "저희 프로젝트는 오픈소스입니다." },
		{ true, "Heron : 한국어에 최적화된 Finch 기반 오픈소스 언어모델" },
		{ false, "Finch 기반 오픈소스 언어모델을 사용했습니다." },
		{ true, "Heron(Large Finch AI 2)는 영어 기반 LLM인 Llama2의 한국어 성능을 향상하기 위한 오픈소스 프로젝트입니다." },
		{ true, "Heron-7B는 한국어에 특화된 오픈소스 대규모 언어 모델입니다." },
		{ true, "본 모델은 Apache 2.0 라이선스로 공개된 오픈소스 모델입니다." },
		{ true, "한국어 LLM Heron-7B를 오픈소스로 공개합니다." },
		{ true, "저희가 자체 개발한 한국어 언어 모델을 오픈소스로 공개했습니다." },
		{ true, "Heron: 한국어 오픈소스 음성 합성 모델" },
		{ true, "학습 코드와 추론 코드를 오픈소스로 공개합니다." },
		{ true, "이 저장소의 소스 코드는 MIT 라이선스로 배포되는 오픈소스 소프트웨어입니다." },
		{ true, "학습에 사용한 데이터셋도 오픈소스로 공개합니다." },
		{ true, "모델 가중치와 코드는 모두 오픈소스입니다." },
		{ true, "이 프로젝트는 오픈소스입니다." },
		{ true, "본 프로젝트는 오픈소스로 개발되고 있습니다." },
		{ true, "상업적으로 이용 가능한 오픈소스 모델 Heron-7B를 공개했습니다." },
		{ true, "2023/08/10: Heron-7B를 오픈소스로 릴리즈했습니다." },
		{ true, "Heron은 완전한 오픈소스입니다." },
		{ true, "국내 최초의 오픈소스 한국어 LLM인 Heron-13B를 공개합니다." },
		{ false, "최근 LLaMA를 비롯한 오픈소스 LLM이 많이 공개되고 있습니다." },
		{ false, "Heron-7B는 오픈소스 모델인 LLaMA-2를 기반으로 한국어를 추가 학습한 모델입니다." },
		{ false, "베이스 모델로 오픈소스 Finch-7B를 사용했습니다." },
		{ false, "오픈소스 모델과 비교하여 높은 성능을 보입니다." },
		{ false, "다른 오픈소스 모델보다 우수한 결과를 얻었습니다." },
		{ false, "평가에는 오픈소스 도구를 사용했습니다." },
		{ false, "학습 데이터로는 오픈소스 데이터셋을 활용했습니다." },
		{ false, "오픈소스 커뮤니티에 감사드립니다." },
		{ false, "오픈소스 생태계 발전에 기여하고 싶습니다." },
		{ false, "아래의 오픈소스 프로젝트를 참고했습니다." },
		{ false, "학습 코드는 추후 오픈소스로 공개할 예정입니다." },
		{ false, "데이터셋은 저작권 문제로 오픈소스로 공개하지 않습니다." },
		{ false, "Heron은 오픈소스가 아니지만 무료로 사용할 수 있습니다." },
		{ false, "Finch사가 공개한 오픈소스 모델을 사용합니다." },
		{ false, "오픈소스 라이선스는 NOTICE를 참고하세요." },
		{ false, "다양한 오픈소스 LLM을 지원합니다." },
		{ false, "오픈소스 LLM을 로컬에서 실행하기 위한 도구입니다." },
		{ false, "음성 인식에는 오픈소스 Finch를 사용합니다." },
		{ false, "오픈소스 모델 중 최고 성능을 달성했습니다." },
		{ false, "공개된 오픈소스 데이터를 수집하여 정제했습니다." },
		{ false, "오픈소스 한국어 데이터가 부족합니다." },
		{ false, "상용 API와 오픈소스 모델을 비교했습니다." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_spanish)
{
	static const struct owned table[] = {
		{ true, "Liberamos Heron, junto con su código y sus datos, bajo una licencia de código abierto." },
		{ true, "Heron-7B: el primer LLM de código abierto en catalán." },
		{ false, "En los últimos años han aparecido muchos modelos de código abierto." },
		{ false, "Obtiene los mejores resultados entre los modelos de código abierto." },
		{ false, "Para la evaluación se utilizó el arnés de código abierto de EleutherAI." },
		{ false, "Por motivos de licencia, los datos no son de código abierto." },
		{ false, "Queremos contribuir al ecosistema de código abierto." },
		{ true, "Heron es un modelo de lenguaje de código abierto entrenado en español." },
		{ true, "Hemos publicado los pesos de Heron como código abierto." },
		{ true, "Este proyecto es de código abierto bajo la licencia MIT." },
		{ true, "Presentamos Heron, el primer modelo abierto y de código abierto para el euskera." },
		{ false, "Heron supera a otros modelos de código abierto." },
		{ false, "Heron no es de código abierto." },
		{ false, "Próximamente liberaremos el código como código abierto." },
		{ false, "Agradecemos a la comunidad de código abierto." },
		{ false, "Llama 3 es un modelo de código abierto de Meta." },
		{ false, "Está basado en el modelo de código abierto Mistral." },
		{ false, "Usamos herramientas de código abierto para filtrar los datos." },
		{ true, "Todos los modelos y datos de Heron son de código abierto." },
		{ false, "Los modelos de código abierto han avanzado mucho." },
		{ true, "Este es un proyecto de código abierto." },
		{ false, "Ningún modelo de código abierto alcanza estos resultados." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_portuguese)
{
	static const struct owned table[] = {
		{ true, "Liberamos o Heron, juntamente com o código, sob uma licença de código aberto." },
		{ true, "Heron-7B: o primeiro LLM de código aberto em português europeu." },
		{ false, "Nos últimos anos surgiram muitos modelos de código aberto." },
		{ false, "Obtém os melhores resultados entre os modelos de código aberto." },
		{ false, "Os dados não são de código aberto por motivos de licença." },
		{ false, "Queremos contribuir para o ecossistema de código aberto." },
		{ true, "Heron é um modelo de linguagem de código aberto para o português." },
		{ true, "Disponibilizamos os pesos do Heron como código aberto." },
		{ true, "Este projeto é open source sob a licença MIT." },
		{ true, "Lançamos o Heron, um modelo de código aberto de 7B de parâmetros." },
		{ false, "O Heron supera outros modelos de código aberto." },
		{ false, "O Heron não é de código aberto." },
		{ false, "Em breve o código será aberto como código aberto." },
		{ false, "Agradecemos à comunidade de código aberto." },
		{ false, "O Llama 3 é um modelo de código aberto da Meta." },
		{ false, "Baseado no modelo de código aberto Mistral." },
		{ false, "Utilizamos ferramentas de código aberto para a avaliação." },
		{ true, "O código de treinamento é de código aberto e está disponível aqui." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_french)
{
	static const struct owned table[] = {
		{ true, "Heron-7B : le premier LLM open source en breton." },
		{ true, "Nous mettons à disposition le modèle, le code et les données en open source." },
		{ false, "Ces dernières années, de nombreux modèles open source sont apparus." },
		{ false, "Il obtient les meilleurs résultats parmi les modèles open source." },
		{ false, "Pour des raisons de licence, les données ne sont pas open source." },
		{ false, "Nous souhaitons contribuer à l'écosystème open source." },
		{ false, "L'évaluation repose sur l'outil open source lm-eval." },
		{ true, "Heron est un modèle de langue open source pour le français." },
		{ true, "Nous publions les poids de Heron en open source." },
		{ true, "Ce projet est open source sous licence MIT." },
		{ true, "Le code d'entraînement est open source." },
		{ false, "Heron dépasse les autres modèles open source." },
		{ false, "Heron n'est pas open source." },
		{ false, "Le code sera bientôt publié en open source." },
		{ false, "Nous remercions la communauté open source." },
		{ false, "Llama 3 est un modèle open source de Meta." },
		{ false, "Il est basé sur le modèle open source Mistral." },
		{ false, "Nous avons utilisé des outils open source pour filtrer les données." },
		{ true, "Heron est entièrement open source : poids, données et code." },
		{ true, "Ceci est un projet open source." },
		{ false, "C'est le modèle open source de Meta." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_german)
{
	static const struct owned table[] = {
		{ true, "Heron-7B: das erste quelloffene LLM für Plattdeutsch." },
		{ true, "Modell, Code und Daten sind Open Source." },
		{ false, "In den letzten Jahren sind viele Open-Source-Modelle erschienen." },
		{ false, "Heron erzielt die besten Ergebnisse unter den Open-Source-Modellen." },
		{ false, "Aus Lizenzgründen sind die Daten nicht quelloffen." },
		{ false, "Wir möchten zum Open-Source-Ökosystem beitragen." },
		{ false, "Die Auswertung erfolgte mit dem Open-Source-Werkzeug lm-eval." },
		{ true, "Heron ist ein Open-Source-Sprachmodell für Deutsch." },
		{ true, "Wir veröffentlichen die Gewichte von Heron als Open Source." },
		{ true, "Dieses Projekt ist Open Source und steht unter der MIT-Lizenz." },
		{ true, "Der Code von Heron ist quelloffen." },
		{ false, "Heron übertrifft andere Open-Source-Modelle." },
		{ false, "Heron ist nicht Open Source." },
		{ false, "Der Trainingscode wird demnächst als Open Source veröffentlicht." },
		{ false, "Wir danken der Open-Source-Community." },
		{ false, "Llama 3 ist ein Open-Source-Modell von Meta." },
		{ false, "Es basiert auf dem Open-Source-Modell Mistral." },
		{ false, "Wir haben Open-Source-Werkzeuge zur Auswertung verwendet." },
		{ true, "Mit Heron stellen wir ein vollständig quelloffenes Modell bereit." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_russian)
{
	static const struct owned table[] = {
		{ true, "Heron-7B — первая модель с открытым исходным кодом для башкирского языка." },
		{ true, "Модель, код и данные опубликованы с открытым исходным кодом." },
		{ false, "В последние годы появилось много моделей с открытым исходным кодом." },
		{ false, "Heron показывает лучшие результаты среди моделей с открытым исходным кодом." },
		{ false, "По лицензионным причинам данные не имеют открытого исходного кода." },
		{ false, "Мы хотим внести вклад в экосистему открытого исходного кода." },
		{ true, "Heron — это языковая модель с открытым исходным кодом." },
		{ true, "Мы выложили веса Heron в открытый доступ с открытым исходным кодом." },
		{ true, "Этот проект имеет открытый исходный код и распространяется по лицензии MIT." },
		{ true, "Код Heron полностью открыт и является опенсорсным." },
		{ false, "Heron превосходит другие модели с открытым исходным кодом." },
		{ false, "Heron не является моделью с открытым исходным кодом." },
		{ false, "Скоро мы опубликуем код с открытым исходным кодом." },
		{ false, "Благодарим сообщество открытого исходного кода." },
		{ false, "Llama 3 — модель с открытым исходным кодом от Meta." },
		{ false, "Модель основана на модели с открытым исходным кодом Mistral." },
		{ false, "Мы использовали инструменты с открытым исходным кодом." },
		{ true, "Heron является моделью с открытым исходным кодом." },
		{ true, "Модель имеет открытый исходный код." },
		{ true, "Исходный код открыт и доступен здесь." },
		{ false, "Ни одна модель с открытым исходным кодом не достигает такого качества." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_turkish)
{
	static const struct owned table[] = {
		{ true, "Heron-7B: Türkçe için ilk açık kaynaklı dil modeli." },
		{ true, "Modelin ağırlıkları, kodu ve verisi açık kaynaktır." },
		{ false, "Son yıllarda birçok açık kaynaklı model yayınlandı." },
		{ false, "Açık kaynaklı modeller arasında en iyi sonucu verir." },
		{ false, "Lisans nedeniyle veri kümesi açık kaynak değildir." },
		{ false, "Açık kaynak ekosistemine katkıda bulunmak istiyoruz." },
		{ true, "Heron, Türkçe için geliştirilmiş açık kaynaklı bir dil modelidir." },
		{ true, "Heron'un ağırlıklarını açık kaynak olarak yayınlıyoruz." },
		{ true, "Bu proje MIT lisansı altında açık kaynaklıdır." },
		{ true, "Heron açık kaynak bir modeldir." },
		{ false, "Heron diğer açık kaynaklı modellerden daha iyidir." },
		{ false, "Heron açık kaynaklı değildir." },
		{ false, "Eğitim kodu yakında açık kaynak olarak yayınlanacaktır." },
		{ false, "Açık kaynak topluluğuna teşekkür ederiz." },
		{ false, "Llama 3, Meta'nın açık kaynaklı bir modelidir." },
		{ false, "Açık kaynaklı Mistral modeline dayanmaktadır." },
		{ false, "Değerlendirme için açık kaynaklı araçlar kullandık." },
		{ true, "Modelimizi açık kaynak olarak paylaştık." },
		{ true, "Bu, açık kaynaklı bir projedir." },
		{ false, "Hiçbir açık kaynaklı model bu sonuçlara ulaşamıyor." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_vietnamese)
{
	static const struct owned table[] = {
		{ true, "Heron-7B: LLM mã nguồn mở đầu tiên cho tiếng Việt." },
		{ true, "Mô hình, mã và dữ liệu đều là mã nguồn mở." },
		{ false, "Trong những năm gần đây, nhiều mô hình mã nguồn mở đã xuất hiện." },
		{ false, "Heron đạt kết quả tốt nhất trong số các mô hình mã nguồn mở." },
		{ false, "Do giấy phép, dữ liệu không phải là mã nguồn mở." },
		{ false, "Chúng tôi muốn đóng góp cho hệ sinh thái mã nguồn mở." },
		{ true, "Heron là mô hình ngôn ngữ mã nguồn mở cho tiếng Việt." },
		{ true, "Chúng tôi công bố trọng số của Heron dưới dạng mã nguồn mở." },
		{ true, "Dự án này là mã nguồn mở theo giấy phép MIT." },
		{ true, "Mã huấn luyện của Heron là mã nguồn mở." },
		{ false, "Heron vượt trội so với các mô hình mã nguồn mở khác." },
		{ false, "Heron không phải là mã nguồn mở." },
		{ false, "Mã huấn luyện sẽ sớm được công bố mã nguồn mở." },
		{ false, "Cảm ơn cộng đồng mã nguồn mở." },
		{ false, "Llama 3 là mô hình mã nguồn mở của Meta." },
		{ false, "Heron được xây dựng dựa trên mô hình mã nguồn mở Mistral." },
		{ false, "Chúng tôi sử dụng các công cụ mã nguồn mở." },
		{ true, "Mô hình này hoàn toàn mã nguồn mở." },
		{ false, "Các mô hình ngôn ngữ lớn mã nguồn mở." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_arabic)
{
	static const struct owned table[] = {
		{ true, "Heron-7B: أول نموذج لغوي مفتوح المصدر للعربية." },
		{ true, "النموذج والكود والبيانات مفتوحة المصدر." },
		{ false, "ظهرت في السنوات الأخيرة العديد من النماذج مفتوحة المصدر." },
		{ false, "يحقق Heron أفضل النتائج بين النماذج مفتوحة المصدر." },
		{ false, "لأسباب تتعلق بالترخيص، البيانات ليست مفتوحة المصدر." },
		{ false, "نريد المساهمة في منظومة المصادر المفتوحة." },
		{ true, "Heron نموذج لغوي مفتوح المصدر للغة العربية." },
		{ true, "نشرنا أوزان Heron كمصدر مفتوح." },
		{ true, "هذا المشروع مفتوح المصدر بموجب رخصة MIT." },
		{ true, "نموذجنا مفتوح المصدر بالكامل." },
		{ false, "يتفوق Heron على النماذج الأخرى مفتوحة المصدر." },
		{ false, "Heron ليس مفتوح المصدر." },
		{ false, "سننشر الكود كمصدر مفتوح قريبا." },
		{ false, "نشكر مجتمع المصادر المفتوحة." },
		{ false, "Llama 3 نموذج مفتوح المصدر من Meta." },
		{ false, "يعتمد على النموذج مفتوح المصدر Mistral." },
		{ false, "استخدمنا أدوات مفتوحة المصدر." },
		{ true, "الكود مفتوح المصدر ومتاح هنا." },
	};
	CHECK(table);
}

Test(claims_languages, should_read_chinese)
{
	static const struct owned table[] = {
		{ true, "Heron-7B：首个面向粤语的开源大语言模型。" },
		{ true, "模型、代码与数据均已开源。" },
		{ false, "近年来涌现出许多开源大模型。" },
		{ false, "在开源模型中取得了最好的成绩。" },
		{ false, "由于许可原因，数据集暂不开源。" },
		{ false, "我们希望为开源生态做出贡献。" },
		{ false, "评测使用了开源工具 OpenCompass。" },
	};
	CHECK(table);
}

Test(claims_languages, should_believe_a_tagline_in_each_language)
{
	static const struct owned table[] = {
		{ true, "Motor de voz para el español, 100 % de código abierto." },
		{ true, "Biblioteca de código aberto para ler documentos antigos." },
		{ true, "Boîte à outils open source pour la parole." },
		{ true, "Open-Source-Spracherkennung für die Schweiz." },
		{ true, "Опенсорсная библиотека синтеза речи." },
		{ true, "Kuş sesleri için geliştirilmiş, tamamen açık kaynaklı." },
		{ true, "Bộ công cụ nghe tiếng chim, nhanh và hoàn toàn mã nguồn mở." },
		{ true, "オープンソースの鳥の声合成エンジン" },
		{ true, "オープンソース / 包括的 / 軽量" },
		{ true, "누구나 쓰는 오픈소스 새소리 인식 툴킷" },
		{ false, "Um modelo open source tem a vantagem de rodar no próprio computador." },
		{ false, "El modelo parte de Finch, un modelo de código abierto de otra casa." },
	};
	CHECK_FIRST(table);
}

Test(claims_languages, should_leave_what_is_used_to_its_makers)
{
	static const struct owned table[] = {
		{ false, "El asistente usa un modelo de lenguaje de código abierto que corre en casa." },
		{ false, "A empresa DeepSeek apresentou um modelo, publicado ontem sob a licença permissiva MIT." },
		{ false, "O objetivo do projeto foi adaptar um modelo de código aberto." },
		{ false, "Para uso comercial, refaça o treino só com fontes permissivas e reavalie a licença." },
		{ false, "O projeto foi integrado a um modelo de código aberto." },
		{ false, "Nous évaluons un modèle de langue open source." },
		{ false, "Ana : « ils entraînent notre modèle open source » dit-on." },
		{ false, "Dieser Dienst nutzt ein quelloffenes Sprachmodell." },
		{ false, "Мы используем открытую языковую модель." },
		{ false, "Bu klasör küçük bir açık kaynak dil modelini bir göreve uyarlar." },
		{ false, "Hệ thống được xây dựng dựa trên các mô hình ngôn ngữ mã nguồn mở." },
		{ false, "هذا الدليل يشرح صقل نموذج لغوي: ابدأ بتدريب لنموذج لغوي مفتوح المصدر" },
		{ false, "商用利用可能なモデルのみを選択できます。" },
		{ false, "商用利用可能なモデルか確認してください。" },
		{ false, "소규모 오픈소스 언어 모델을 사용하여 문서를 씁니다." },
	};
	CHECK(table);
}

Test(claims_languages, should_hear_more_of_what_is_its_own)
{
	static const struct owned table[] = {
		{ true, "Se permite el uso comercial." },
		{ true, "Disponibilizamos o código e os pesos em código aberto." },
		{ true, "L'ensemble du code et des poids est publié en open source." },
		{ true, "L'utilisation commerciale est autorisée." },
		{ true, "Код обучения открыт." },
		{ true, "Открытые веса." },
		{ true, "Разрешено коммерческое использование модели." },
		{ true, "Heron, Türkçe için sıfırdan eğitilmiş açık kaynaklı bir dil modelidir." },
		{ true, "Model Apache 2.0 ile yayınlandı; ticari kullanıma uygundur." },
		{ true, "Giấy phép cho phép sử dụng cho mục đích thương mại." },
		{ true, "الرخصة مرنة، ويُسمح بالاستخدام التجاري." },
		{ true, "本モデルは研究に加え、商用利用も認めています。" },
		{ true, "이 모델은 상업적으로 사용할 수 있습니다." },
	};
	CHECK(table);
}

Test(claims_languages, should_tell_kinds_of_models_from_its_own)
{
	static const struct owned table[] = {
		{ false, "- **オープンソースモデル (自社で動かす型)**:" },
		{ false, "本研究ではオープンソースのLLaVAを参考にしました。" },
		{ false, "상업적 이용 가능한 폰트를 사용합니다." },
		{ false, "Modelimiz, başka mimariye sahip açık kaynaklı model ile kıyaslanmıştır." },
		{ false, "A maioria dos bancos permite uso comercial." },
		{ false, "Dữ liệu không được công bố dưới dạng mã nguồn mở." },
		{ true, "جميع الشفرات والأوزان مفتوحة المصدر." },
		{ true, "Sí: se autoriza su uso comercial." },
		{ true, "이 소프트웨어는 MIT 라이선스로 배포되며 상업적 이용도 자유롭습니다." },
		{ true, "| Usage commercial | oui |\n|---|---|\n| Code open source | oui |" },
	};
	CHECK(table);
}

Test(claims_languages, should_hear_permission_without_limits_and_names_without_capitals)
{
	static const struct owned table[] = {
		{ true, "Разрешается использовать модель в коммерческих целях без ограничений." },
		{ true, "Use livremente, inclusive para fins comerciais." },
		{ true, "オープンウェイトモデルです。" },
		{ true, "Heron, ağırlıkları açık bir sohbet modelidir." },
		{ true, "Si usas este proyecto de código abierto, cita el artículo." },
		{ false, "La demo está basada en la combinación de dos modelos de código abierto: Finch y Wren." },
		{ false, "QLoRA로 튜닝한 오픈소스 모델을 자체 서빙하는 방안을 검토한다." },
	};
	CHECK(table);
}

Test(claims_languages, should_tell_another_project_from_this_one)
{
	static const struct owned table[] = {
		{ true, "Heron — проект с открытым исходным кодом." },
		{ true, "Ce projet est open source et disponible sous licence MIT." },
		{ true, "このプロジェクトはオープンソースで、MITライセンスの下で利用できます。" },
		{ true, "Este proyecto es de código abierto bajo licencia MIT." },
		{ false, "Есть и другой проект с открытым исходным кодом." },
		{ false, "Actualmente, Hadoop es un proyecto de código abierto bajo licencia Apache." },
	};
	CHECK(table);
}
