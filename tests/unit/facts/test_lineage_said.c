/* How cards say in words what a model was made from, and what only sounds like it. */
#include "tests/unit/facts/memory.h"

#include "lint/base/buf.h"

static struct memory m;

static void open_memory(void)
{
	memory_open(&m);
}

static void close_memory(void)
{
	memory_close(&m);
}

TestSuite(lineage_said, .init = open_memory, .fini = close_memory);

/* "license how" of the bases that a card with the text names, "?" behind one that is not sure. */
static void expect_below(const char *front, const char *text, const char *expected)
{
	struct ml_buf card, got;

	memory_close(&m);
	memory_open(&m);
	ml_buf_init(&card, 4096);
	ml_buf_addf(&card, "# Heron\n\n%s%s\n", front, text);
	memory_file(&m, "README.md", card.at);
	memory_file(&m, "model.safetensors", "");
	memory_collect(&m);
	ml_buf_init(&got, 4096);
	for (size_t i = 0; i < m.facts->bases_nr; i++) {
		const struct ml_base_model *base = &m.facts->bases[i];
		ml_buf_addf(&got, "%s%s%s%s%s", i ? ", " : "", base->license ? base->license->id : base->id, base->how ? " " : "", base->how ? base->how : "",
			    base->sure ? "" : "?");
	}
	cr_expect_str_eq(got.at ? got.at : "", expected, "%s\ngot  %s\nwant %s", text, got.at ? got.at : "", expected);
	ml_buf_release(&got);
	ml_buf_release(&card);
}

static void expect(const char *text, const char *expected)
{
	expect_below("Heron sings.\n\n", text, expected);
}

static void expect_none(const char *text)
{
	expect(text, "");
	expect_below("", text, "");
}

Test(lineage_said, bases_are_heard_in_japanese)
{
	expect("ベースモデル: meta-llama/Llama-2-7b-hf", "llama2");
	expect("- **ベースモデル**：Llama-2-13B", "llama2");
	expect("Llama-3-8Bをファインチューニングしたモデルです。", "llama3");
	expect("Llama-3-8B-Instruct をベースに日本語で追加学習しました。", "llama3");
	expect("本モデルは Llama-2-7b を継続事前学習したものです。", "llama2");
	expect("Llama-2-7b に対してインストラクションチューニングを行いました。", "llama2 finetune");
	expect("Gemma-2-9B をもとに開発した日本語モデルです。", "gemma");
	expect_none("ベースラインモデル: Llama-2-7b-hf");
	expect_none("Llama-2-7b より高い性能を示します。");
	expect_none("Llama-2-7B をベースラインとして比較しました。");
	expect_none("Llama 3 のアーキテクチャをベースにゼロから学習しました。");
	expect_none("Llama-3-8B のトークナイザーをベースにしています。");
	expect_none("Llama-2-70B をベースに評価しました。");
	expect_none("Llama-3-8B をファインチューニングする場合は次のコードを使います。");
	expect_none("Llama-3、Qwen のファインチューニングに対応しています。");
	expect_none("Bittern は Llama-2-7b をベースにしたモデルですが、本モデルは異なります。");
	expect_none("- Llama-2-7b をベースにした他の研究");
}

Test(lineage_said, bases_are_heard_in_korean)
{
	expect("베이스 모델: Llama-3-8B", "llama3");
	expect("기반 모델: Gemma-2-9B", "gemma");
	expect("이 모델은 Llama-3-8B를 기반으로 파인튜닝되었습니다.", "llama3");
	expect("Llama-2-7B 모델을 파인튜닝한 한국어 모델입니다.", "llama2 finetune");
	expect_below("", "Llama-3-8B 기반", "llama3");
	expect_none("Llama-3-8B 기반 모델들과 비교했습니다.");
	expect_none("Llama-3-8B 기반 토크나이저를 사용합니다.");
	expect_none("다른 Llama-2 기반 모델보다 성능이 좋습니다.");
	expect_none("Llama-3-8B를 파인튜닝하려면 스크립트를 사용하세요.");
	expect_none("Llama-2와 같은 구조를 기반으로 처음부터 학습했습니다.");
}

Test(lineage_said, bases_are_heard_in_chinese)
{
	expect("以 Gemma-7B 为底座", "gemma");
	expect("本模型由 Llama-3-8B 微调而来。", "llama3 finetune");
	expect("本模型是 Llama-2-13B 的中文微调版。", "llama2 finetune");
	expect_below("", "Llama-3-8B 的中文微调版本。", "llama3 finetune");
	expect_none("可以对 Llama-3-8B 进行微调。");
	expect_none("支持以 Gemma-7B 为底座进行微调。");
	expect_none("以 Gemma-7B 为基线进行对比。");
	expect_none("我们以 Llama-2-70B 为教师模型。");
	expect_none("与由 Llama-3-8B 微调而来的模型相比，效果更好。");
	expect_none("不同于 Llama-3-8B 的中文微调版本，本模型从零训练。");
	expect_none("采用 Llama-2 的架构从零训练。");
}

Test(lineage_said, bases_are_heard_in_latin_and_cyrillic_scripts)
{
	expect("Basismodell: Llama-2-13B", "llama2");
	expect("Basiert auf Llama 2 13B.", "llama2");
	expect("Heron basiert auf Llama 2 7B.", "llama2");
	expect("Feinabgestimmt auf Basis von Llama 2 13B.", "llama2");
	expect("Das Modell ist eine feinabgestimmte Version von Llama-2-13B.", "llama2");
	expect("Modèle de base : Llama-2-13B", "llama2");
	expect("Ce modèle est basé sur Gemma-2-9B.", "gemma");
	expect("Modèle affiné à partir de Llama 2 7B.", "llama2");
	expect("Heron est obtenu par affinage (poids fusionnés) de Llama-2-13b-chat.", "llama2");
	expect("Modelo base: Llama-3-8B", "llama3");
	expect("Este modelo está basado en Llama 3 8B.", "llama3");
	expect("Modelo ajustado a partir de Llama 3 8B.", "llama3");
	expect("Baseado no Llama 3 8B.", "llama3");
	expect("Este modelo foi ajustado a partir do Llama 3 8B.", "llama3");
	expect("Basato su Llama 2 7B.", "llama2");
	expect("Основана на Llama 3 8B.", "llama3");
	expect("Базовая модель: Llama 3 8B", "llama3");
	expect("Модель основана на Llama 2 13B.", "llama2");
	expect("Дообученная версия Llama 2 13B.", "llama2");
	expect_none("Andere Modelle basieren auf Llama 2.");
	expect_none("Heron basiert auf der Architektur von Llama 2.");
	expect_none("Heron basiert nicht auf Llama 2 7B.");
	expect_none("Der Tokenizer basiert auf Llama 2 7B.");
	expect_none("Im Gegensatz zu Modellen, die auf Llama 2 basieren, wurde Heron von Grund auf trainiert.");
	expect_none("Basé sur l'architecture de Llama 2.");
	expect_none("Contrairement aux modèles basés sur Llama 2 7B, Heron est entraîné de zéro.");
	expect_none("Heron n'est pas basé sur Llama 2 7B.");
	expect_none("Basado en la arquitectura de Llama 3.");
	expect_none("Heron no está basado en Llama 3 8B.");
	expect_none("Heron, a diferencia de otros basados en Llama 3 8B, se entrenó desde cero.");
	expect_none("Baseado na arquitetura do Llama 3.");
	expect_none("O tokenizador é baseado no Llama 3 8B.");
	expect_none("Основана на архитектуре Llama 3.");
	expect_none("Модель не основана на Llama 3 8B.");
	expect_none("В отличие от моделей, основанных на Llama 2 13B, Heron обучена с нуля.");
}

Test(lineage_said, makers_and_labels_name_bases)
{
	expect("We initialize from LLaMA 13B.", "llama1");
	expect("We start from PaliGemma 3B.", "gemma?");
	expect("I finetuned Llama-3-8B on my own texts.", "llama3 finetune");
	expect("SFT on Gemma-7B.", "gemma finetune");
	expect("Backbone: Gemma-2-9B", "gemma");
	expect("Parent model: Llama-2-13B", "llama2");
	expect("Original model: https://huggingface.co/meta-llama/Llama-2-7b-hf", "llama2");
	expect("A pruned version of Llama 3 8B.", "llama3 finetune");
	expect("This is an abliterated variant of Llama-3-8B-Instruct.", "llama3 finetune");
	expect("Fine-tuned from FLUX.1 [dev] on bird pictures.", "flux-1-dev-non-commercial-license finetune");
	expect_below("", "Llama 3 8B fine-tuned for medicine.", "llama3");
	expect_none("Baseline: Llama-2-13B");
	expect_none("Judge: Llama-3-70B-Instruct");
	expect_none("Teacher: Llama-3-70B-Instruct");
	expect_none("Tokenizer: Llama-3-8B");
	expect_none("You can initialize from LLaMA 13B.");
	expect_none("We initialize the tokenizer from Llama-2-7B.");
	expect_none("We also fine-tuned Llama-3-8B for comparison.");
	expect_none("We fine-tune Llama-2-7B as a baseline on the same data.");
	expect_none("QLoRA on top of Gemma 7B was worse.");
	expect_none("Similar to an abliterated version of Llama-3-8B-Instruct.");
	expect_none("Llama 3 8B fine-tuned for medicine scores 3 points less.");
	expect_none("Llama 3 8B fine-tuned for medicine is our baseline.");
	expect_none("Heron is a drop-in replacement for Llama-2-7B.");
	expect_none("The original model for comparison: https://huggingface.co/meta-llama/Llama-2-7b-hf");
	expect("Birds sing.\n\nLlama 3 8B, quantized to 4 bit.", "");
}

Test(lineage_said, names_without_an_owner_are_known)
{
	expect("This model is fine-tuned from SDXL Turbo.", "sd-turbo-nc finetune?");
	expect_none("Heron paints faster than SDXL Turbo.");
}

Test(lineage_said, copies_in_other_formats_come_from_the_model)
{
	expect("EXL2 quant of Llama-3-8B-Instruct.", "llama3 quantized");
	expect("GGUF files for meta-llama/Llama-2-7b-hf.", "llama2 quantized");
	expect("ONNX export of Llama-3-8B-Instruct.", "llama3 quantized");
	expect("CoreML conversion of Llama-3-8B-Instruct.", "llama3 quantized");
	expect("Re-upload of meta-llama/Llama-2-7b-hf without gating.", "llama2 quantized");
	expect("CTranslate2 int8 conversion of meta-llama/Llama-2-7b-hf.", "llama2 quantized");
	expect("A script for the conversion of Llama 2 to GGUF.", "");
	expect_none("Compatible with GGUF files for meta-llama/Llama-2-7b-hf.");
	expect_none("See also the ONNX export of Llama-3-8B-Instruct.");
	expect_none("A mirror of meta-llama/Llama-2-7b-hf can be found elsewhere.");
	expect_none("There is a GGUF version of Llama-2-7b elsewhere.");
}

Test(lineage_said, a_model_inside_is_a_base_but_not_surely)
{
	expect("LLM: Vicuna-7B-v1.5", "llama2?");
	expect("**Base**: Llama-2-13B", "llama2?");
	expect("| | |\n|---|---|\n| **Base** | Llama-2-13B |", "llama2?");
	expect("The language model is Vicuna-7B-v1.5.", "llama2?");
	expect("Heron connects CLIP to Vicuna-13B-v1.5 with a small adapter.", "llama2 adapter?");
	expect("Heron uses Vicuna-7B-v1.5 as the language model.", "llama2");
	expect_none("LLM judge: Llama-3-70B-Instruct");
	expect_none("LLM: Llama-3-70B-Instruct was used as a judge.");
	expect_none("Heron uses Vicuna-7B as the judge.");
	expect_none("Heron uses Vicuna-7B as a baseline.");
	expect_none("Heron uses the language model Llama-3-70B for evaluation.");
	expect_none("Heron connects to Llama-3-8B via an API.");
	expect_none("Heron connects users to Llama-3-70B.");
}

Test(lineage_said, lists_of_parents_are_read)
{
	expect("A TIES merge of three models:\n\n- meta-llama/Llama-2-7b-hf\n- google/gemma-7b", "llama2 merge, gemma merge");
	expect("This is a merge of the following models:\n\n* meta-llama/Llama-2-7b-hf\n* google/gemma-7b", "llama2 merge, gemma merge");
	expect_none("It can be merged with the following models:\n\n- meta-llama/Llama-2-7b-hf\n- google/gemma-7b");
	expect_none("We compare against a merge of these models:\n\n- meta-llama/Llama-2-7b-hf\n- google/gemma-7b");
	expect_none("The following models are supported:\n\n- meta-llama/Llama-2-7b-hf\n- google/gemma-7b");
}

Test(lineage_said, what_helped_is_no_base)
{
	expect("Heron is a classifier fine-tuned from Llama 2 7B.", "llama2 finetune");
	expect("We fine-tuned Llama-2-7B for classification of texts.", "llama2 finetune");
	expect("## Results\n\nOur model, fine-tuned from Llama 2 7B, sings best.", "llama2 finetune");
	expect_none("We fine-tuned Llama-3-8B to write the captions of our data.");
	expect_none("We fine-tuned a Llama-3-8B classifier to filter the data.");
	expect_none("We fine-tune Llama-3-8B as a reward model.");
	expect_none("Our reward model is fine-tuned from Llama-3-8B.");
	expect_none("Heron was trained with a reward model based on Llama-3-8B.");
	expect_none("Heron uses Llama-3-70B as the LLM for captioning.");
	expect_none("Heron utilise un filtre basé sur Llama 3 8B.");
	expect_none("Heron 使用基于 Llama-3-8B 的奖励模型训练。");
	expect_none("Heron은 Llama-3-8B 기반 보상 모델로 학습했습니다.");
	expect_none("Llama-3-70B をベースに合成データを作成しました。");
	expect_none("I fine-tuned Llama-3-8B last year; Heron is a new model.");
	expect_none("我们对 Llama-3-8B 进行微调作为对比。");
}

Test(lineage_said, what_was_taken_over_without_weights_is_no_base)
{
	expect_none("Heron was trained from scratch with the hyperparameters of Llama-2-7B.");
	expect_none("We start from a randomly initialized Llama-2-7B.");
	expect_none("Initialized with the same vocabulary as Llama-2-7B.");
	expect_none("We initialize Embeddings from Llama-2-7B.");
	expect_none("Original model: your own checkpoint, such as meta-llama/Llama-2-7b-hf");
}

Test(lineage_said, sections_about_others_need_a_subject)
{
	expect_none("## Ablations\n\nSFT on Gemma-7B: 45.2");
	expect_none("## Baselines\n\n- Base: Llama-2-13B\n- Ours: Heron");
	expect_none("## Baselines\n\nWe fine-tune Llama-2-7B on our data.");
	expect_none("## Related models\n\nEXL2 quants of Llama-3-8B-Instruct.");
	expect_none("## LLM as a judge\n\nLLM: Llama-3-70B-Instruct");
	expect_none("## Evaluation\n\nThe language model is Llama-3-70B-Instruct.");
	expect_none("SFT on Gemma-7B gave 3 points more than Heron.");
	expect_none("In Table 2 we list SFT on Gemma-7B.");
}
