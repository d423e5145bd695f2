/* Definitions and taglines in Japanese and Korean: the own name with its particle, a long clause, the phrase, a thing and the copula. Sentences are made up. */
#include "tests/unit/facts/claims.h"

#define CHECK(table) OWNED_CHECK(table, "Heron", .weights = true)
#define CHECK_FIRST(table) OWNED_CHECK(table, "Heron", .weights = true, .first = true)

Test(claims_japanese, should_hear_long_definitions)
{
	static const struct owned table[] = {
		{ true, "Heronは、鳥の鳴き声を誰でも手軽に分類できるようにすることを目的としたオープンソースの軽量学習フレームワークです。" },
		{ true, "Heron は、限られた計算資源でも大きな言語モデルを素早く鍛えられることを目指すオープンソースの高速トレーニングフレームワークです。" },
		{ true, "**Heron** は、Wren Labs が開発しオープンソース化したモジュール式の歩行ロボットです。" },
		{ true, "Heronは、北浜大学の研究室が設計し、オープンソース化した小型の水中ロボットである。" },
		{ true, "Heron コードベースは、各地の大学の研究者によって貢献されたオープンソースプロジェクトです。" },
		{ true, "Heron コードベースは、企業と学生の双方によって支えられているオープンソースのプロジェクトです。" },
		{ true, "Heron（サギ）は、湖の水質を長期にわたって記録し、異常を早期に知らせるためのオープンソースのシステムです。" },
		{ true, "Heronとは、手書きの楽譜を読み取り、演奏データに変換するオープンソースのツールキットです。" },
		{ true, "Heron は Python で書かれ、GPU がない環境でも動作するように設計されたオープンソースの音声合成エンジンです。" },
		{ true, "Heronは、PDF、画像、表計算ファイルなど様々な形式の文書から情報を取り出すことができるオープンソースのライブラリである。" },
		{ true, "Heronは研究者や学生が自由に改造して使えることを重視した、完全にオープンソースの四足歩行ロボットです。" },
		{ true, "Heron は、Wren Labs によって公開された、家庭でも組み立てられるオープンソースのロボットアームです。" },
		{ true, "Heronは、授業での利用を想定して開発された、フルスクラッチのオープンソース日本語言語モデルです。" },
		{ true, "本リポジトリは、気象データを地域ごとに補正して予測の精度を高めることを目的としたオープンソースの解析基盤です。" },
		{ true, "このプロジェクトは、点字の文書を読み上げるために有志が少しずつ作り上げてきたオープンソースのソフトウェアです。" },
		{ true, "Heronは、多言語の文書検索を高速に行うために作られた、オープンソースで軽量な埋め込みモデルです。" },
		{ true, "サギの群れを追跡するHeronは、現地調査の負担を減らすことを目的としたオープンソースのアプリケーションです。" },
	};

	CHECK(table);
	CHECK_FIRST(table);
}

Test(claims_japanese, should_hear_a_name_in_kana)
{
	static const struct owned table[] = {
		{ true, "サギは、鳥の鳴き声を誰でも手軽に分類できるようにすることを目的としたオープンソースの軽量学習フレームワークです。" },
		{ true, "サギは、北浜大学が開発しオープンソース化した小型のロボットです。" },
	};

	OWNED_CHECK(table, "サギ", .weights = true, .first = true);
}

Test(claims_japanese, should_leave_definitions_of_others_to_them)
{
	static const struct owned table[] = {
		{ false, "Finchは、鳥の鳴き声を誰でも手軽に分類できるようにすることを目的としたオープンソースの軽量学習フレームワークです。" },
		{ false, "Finch は、Wren Labs が開発しオープンソース化したモジュール式の歩行ロボットです。" },
		{ false, "Finch コードベースは、各地の大学の研究者によって貢献されたオープンソースプロジェクトです。" },
		{ false, "HeronはFinchを改良したもので、Finchは研究者が保守するオープンソースのエンジンです。" },
		{ false, "Heronは、多くのオープンソースプロジェクトを組み合わせて作られたツールです。" },
		{ false, "Heronは、既存のオープンソースモデルを素早く試せることを目的とした軽量なツールです。" },
		{ false, "Heronは、オープンソースコミュニティの成果の上に築かれた商品です。" },
		{ false, "Heronは、Finchというオープンソースのエンジンに基づく製品です。" },
		{ false, "Heronは、Wren Labs のオープンソースモデルに基づく翻訳サービスです。" },
		{ false, "Heronは、多言語の文書を翻訳できることを目的とした、オープンソースモデルに基づくサービスです。" },
		{ false, "Heronは、Finchと呼ばれるオープンソースのフレームワークの上で動くアプリです。" },
		{ false, "Heronは、オープンソースのフレームワークではありません。" },
		{ false, "Heronは、来年公開する予定のオープンソースのフレームワークです。" },
		{ false, "Heronは、Finchなどのオープンソースモデルと同じ形式で重みを読み込むツールです。" },
		{ false, "Heronが内部で呼び出すFinchは、大学の研究者が保守しているオープンソースのライブラリです。" },
		{ false, "Heronのバックエンドには、Finchなどのオープンソースのエンジンが含まれます。" },
		{ false, "ローカルで動かせるオープンソースのモデルは年々増えています。" },
		{ false, "Wren Labs がオープンソース化したモデルを用いて、Heronは学習されました。" },
	};

	CHECK(table);
	CHECK_FIRST(table);
}

Test(claims_japanese, should_hear_a_tagline_below_the_title)
{
	static const struct owned table[] = {
		{ true, "手元の計算機だけで動くように実装した Finch のオープンソース版。" },
		{ true, "ローカルに実装したFinchのオープンソース版。" },
		{ true, "Finchのオープンソース版" },
		{ true, "Finch のオープンソースな代替。" },
		{ true, "Finch Cloud に代わるオープンソースの選択肢。" },
		{ true, "Finchのオープンソース実装です。" },
		{ true, "ブラウザだけで使えるFinchのオープンソースクローン。" },
		{ true, "論文「Wading Birds」で述べられた Finch のオープンソースによる再現実装。" },
		{ true, "身近な鳥の声を聞き分けるための、軽くて速いオープンソースの認識モデル。" },
		{ true, "家庭で組み立てられるオープンソースのロボットアーム" },
		{ true, "自宅のサーバーで動かせるオープンソースの家計簿。" },
		{ true, "ブラウザだけで使える、軽量でオープンソースな画像編集ソフト" },
		{ true, "北浜大学の学生が作ったオープンソースの水上ドローン。" },
		{ true, "研究者のための、オープンソース実験ノート" },
		{ false, "多くのオープンソース実装が公開されている。" },
		{ false, "手元で試したオープンソースLLMの日本語性能。" },
		{ false, "手元で動くオープンソース音声合成の検証メモ" },
		{ false, "学生のためのオープンソース入門" },
		{ false, "はじめてのオープンソースへの貢献" },
		{ false, "大学でのオープンソース活動" },
		{ false, "ローカルで動くオープンソースLLM活用ガイド" },
		{ false, "ローカルで動くオープンソースモデルの一覧" },
		{ false, "主要なオープンソースモデルのベンチマーク" },
		{ false, "Finchをはじめとするオープンソースの検索エンジン。" },
		{ false, "オープンソースコミュニティに感謝。" },
		{ false, "Finchはオープンソースの代替です。" },
		{ false, "Finchのオープンソース版を利用した翻訳ツール。" },
		{ false, "Finchのオープンソース版に基づく翻訳サービス。" },
		{ false, "オープンソースモデルの比較。" },
		{ false, "Finchのオープンソース版ではありません。" },
		{ false, "オープンソース版のFinchを動かすためのスクリプト集。" },
	};

	CHECK_FIRST(table);
}

/* The same under a heading of its own is of what stands there. */
Test(claims_japanese, should_believe_a_tagline_only_below_the_title)
{
	static const struct owned table[] = {
		{ false, "ローカルに実装したFinchのオープンソース版。" },
		{ false, "自宅のサーバーで動かせるオープンソースの家計簿。" },
	};

	CHECK(table);
}

Test(claims_korean, should_hear_long_definitions)
{
	static const struct owned table[] = {
		{ true, "Heron은 누구나 쉽게 쓸 수 있도록 오픈 소스로 공개 중이며, 새 울음소리를 분류하는 라이브러리입니다." },
		{ true, "학교와 가정에서 누구나 편하게 쓸 수 있도록 오픈 소스로 공개 중이며, 파이썬으로 작성된 음성 처리 라이브러리입니다." },
		{ true, "누구나 자유롭게 고쳐 쓸 수 있게 오픈소스로 배포하고 있으며, 한국어 문장을 다듬는 도구입니다." },
		{ true, "Heron은 적은 자원으로도 언어 모델을 빠르게 학습하는 것을 목표로 하는 오픈소스 경량 학습 프레임워크입니다." },
		{ true, "Heron은 Wren Labs가 개발하고 오픈소스로 공개한 모듈형 보행 로봇입니다." },
		{ true, "Heron 코드베이스는 여러 대학의 연구자들이 함께 기여한 오픈소스 프로젝트입니다." },
		{ true, "Heron는 호수의 수질을 오랫동안 기록하고 이상을 일찍 알리기 위해 만든 오픈 소스 시스템입니다." },
		{ true, "Heron이란 손으로 쓴 악보를 읽어 연주 데이터로 바꾸어 주는 오픈소스 툴킷입니다." },
		{ true, "Heron은 PDF, 이미지, 표 등 다양한 형식의 문서에서 정보를 뽑아낼 수 있는 오픈소스 라이브러리이다." },
		{ true, "Heron은 북해대학교 연구실에서 설계하여 오픈소스로 공개한 소형 수중 로봇이다." },
		{ true, "Heron은 집에서도 조립할 수 있도록 설계된 오픈소스 로봇 팔입니다." },
		{ true, "이 프로젝트는 점자 문서를 소리 내어 읽기 위해 자원봉사자들이 조금씩 만들어 온 오픈소스 소프트웨어입니다." },
		{ false, "Finch는 누구나 쉽게 쓸 수 있도록 오픈 소스로 공개 중이며, 새 울음소리를 분류하는 라이브러리입니다." },
		{ false, "Finch는 Wren Labs가 개발하고 오픈소스로 공개한 모듈형 보행 로봇입니다." },
		{ false, "Finch는 적은 자원으로도 언어 모델을 빠르게 학습하는 것을 목표로 하는 오픈소스 경량 학습 프레임워크입니다." },
		{ false, "Heron은 많은 오픈소스 프로젝트를 엮어 만든 도구입니다." },
		{ false, "Heron은 오픈소스 커뮤니티의 성과 위에 세워진 제품입니다." },
		{ false, "Heron은 Finch라는 오픈소스 엔진을 기반으로 한 서비스입니다." },
		{ false, "Heron은 여러 언어의 문서를 옮기는 것을 목표로 하며, 오픈소스 모델을 기반으로 하는 서비스입니다." },
		{ false, "Heron은 오픈소스 프레임워크가 아닙니다." },
		{ false, "Heron은 일부 오픈소스 라이브러리를 안에서 부르는 도구입니다." },
		{ false, "Heron은 내년에 공개할 예정인 오픈소스 프레임워크입니다." },
		{ false, "Heron은 Finch 같은 오픈소스 모델과 같은 형식으로 가중치를 읽는 도구입니다." },
	};

	CHECK(table);
	CHECK_FIRST(table);
}

Test(claims_korean, should_hear_a_tagline_below_the_title)
{
	static const struct owned table[] = {
		{ true, "로컬에 구현한 Finch의 오픈소스 버전." },
		{ true, "Finch의 오픈소스 대안." },
		{ true, "Finch의 오픈소스 구현입니다." },
		{ true, "집에서 조립할 수 있는 오픈소스 로봇 팔" },
		{ false, "많은 오픈소스 구현이 공개되어 있습니다." },
		{ false, "오픈소스 커뮤니티에 감사드립니다." },
		{ false, "Finch의 오픈소스 버전을 활용한 번역 도구." },
		{ false, "Finch의 오픈소스 버전이 아닙니다." },
		{ false, "오픈소스 모델 비교." },
	};

	CHECK_FIRST(table);
}

/* A translation in a folder of documents introduces the repository; one of an example, or of a README of the folder's own, does not. */
Test(claims_japanese, should_believe_a_tagline_of_a_translated_front_page)
{
	static const struct {
		const char *path;
		const char *beside;
		bool own;
	} table[] = {
		{ "docs/README_JA.md", "README.md", true },
		{ "i18n/README.ja.md", "README.md", true },
		{ "docs/README_JA.md", "docs/README.md", false },
		{ "examples/README_JA.md", "README.md", false },
		{ "docs/old/README_JA.md", "README.md", false },
	};
	static const char *const text = "# サギ\n\nローカルに実装したFinchのオープンソース版。\n";

	for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
		struct memory m;
		struct ml_card cards[2];
		struct ml_claim_fact *claims;
		size_t nr;

		memory_open(&m);
		memory_card(&m, "# Heron\n\nA bird.\n");
		ml_card_read(&cards[0], m.arena, m.scratch, memory_file(&m, table[i].beside, "# Heron\n\nA bird.\n"));
		ml_card_read(&cards[1], m.arena, m.scratch, memory_file(&m, table[i].path, text));
		m.facts->cards = cards;
		m.facts->cards_nr = 2;
		ml_identity_collect(m.facts);
		ml_claims_of_card(&claims, &nr, m.arena, m.facts, &cards[1]);
		cr_expect_eq(nr && ml_stance_is_own(claims[0].stance), table[i].own, "%s beside %s", table[i].path, table[i].beside);
		memory_close(&m);
	}
}
