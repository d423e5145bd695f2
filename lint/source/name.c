#include "lint/source/name.h"

#include <string.h>

#include "lint/base/bytes.h"

/* Words are zero-padded to ML_NAME_WORD bytes, so that two of them compare as two machine words: every path of a tree is looked up. */
struct ext_row {
	char ext[ML_NAME_WORD];
	enum ml_name_kind kind;
};

/* In order of ext. */
static const struct ext_row exts[] = {
	{ "adoc", ML_NAME_TEXT }, { "arrow", ML_NAME_DATA }, { "asciidoc", ML_NAME_TEXT }, { "asm", ML_NAME_CODE },
	{ "avif", ML_NAME_IMAGE }, { "bat", ML_NAME_CODE }, { "bib", ML_NAME_OTHER },
	{ "bin", ML_NAME_BLOB }, { "bmp", ML_NAME_IMAGE }, { "bz2", ML_NAME_OTHER }, { "c", ML_NAME_CODE },
	{ "caffemodel", ML_NAME_WEIGHTS }, { "cc", ML_NAME_CODE }, { "cff", ML_NAME_RECORD },
	{ "cfg", ML_NAME_RECORD }, { "ckpt", ML_NAME_WEIGHTS }, { "cmake", ML_NAME_CODE },
	{ "conf", ML_NAME_RECORD }, { "cpp", ML_NAME_CODE }, { "crt", ML_NAME_OTHER },
	{ "cs", ML_NAME_CODE }, { "css", ML_NAME_OTHER }, { "csv", ML_NAME_DATA }, { "cu", ML_NAME_CODE },
	{ "cuh", ML_NAME_CODE }, { "dart", ML_NAME_CODE }, { "dat", ML_NAME_OTHER },
	{ "db", ML_NAME_OTHER }, { "dll", ML_NAME_OTHER }, { "doc", ML_NAME_PAPER },
	{ "docx", ML_NAME_PAPER }, { "engine", ML_NAME_WEIGHTS }, { "exe", ML_NAME_OTHER },
	{ "feather", ML_NAME_DATA }, { "ggml", ML_NAME_WEIGHTS }, { "gguf", ML_NAME_WEIGHTS },
	{ "gif", ML_NAME_IMAGE }, { "go", ML_NAME_CODE }, { "gradle", ML_NAME_CODE },
	{ "gz", ML_NAME_OTHER }, { "h", ML_NAME_CODE }, { "h5", ML_NAME_WEIGHTS },
	{ "hdf5", ML_NAME_WEIGHTS }, { "hpp", ML_NAME_CODE }, { "htm", ML_NAME_PAGE },
	{ "html", ML_NAME_PAGE }, { "ico", ML_NAME_OTHER }, { "idx", ML_NAME_OTHER }, { "in", ML_NAME_OTHER },
	{ "ini", ML_NAME_RECORD }, { "ipynb", ML_NAME_CODE }, { "java", ML_NAME_CODE },
	{ "jinja", ML_NAME_OTHER }, { "jinja2", ML_NAME_OTHER }, { "jl", ML_NAME_CODE },
	{ "joblib", ML_NAME_BLOB }, { "jpeg", ML_NAME_IMAGE }, { "jpg", ML_NAME_IMAGE },
	{ "js", ML_NAME_CODE }, { "json", ML_NAME_RECORD }, { "jsonl", ML_NAME_DATA },
	{ "jsx", ML_NAME_CODE }, { "keras", ML_NAME_WEIGHTS }, { "key", ML_NAME_OTHER },
	{ "kt", ML_NAME_CODE }, { "libsonnet", ML_NAME_OTHER }, { "litertlm", ML_NAME_WEIGHTS }, { "llamafile", ML_NAME_WEIGHTS },
	{ "lock", ML_NAME_OTHER }, { "log", ML_NAME_OTHER }, { "lua", ML_NAME_CODE },
	{ "m", ML_NAME_CODE }, { "markdown", ML_NAME_TEXT }, { "md", ML_NAME_TEXT },
	{ "mdown", ML_NAME_TEXT }, { "mdx", ML_NAME_TEXT }, { "metal", ML_NAME_CODE },
	{ "mjs", ML_NAME_CODE }, { "mlmodel", ML_NAME_WEIGHTS }, { "mm", ML_NAME_CODE },
	{ "mnn", ML_NAME_WEIGHTS }, { "model", ML_NAME_OTHER }, { "mp3", ML_NAME_OTHER },
	{ "mp4", ML_NAME_OTHER }, { "msgpack", ML_NAME_WEIGHTS }, { "ndjson", ML_NAME_DATA },
	{ "nemo", ML_NAME_WEIGHTS }, { "npy", ML_NAME_OTHER }, { "npz", ML_NAME_BLOB },
	{ "odt", ML_NAME_PAPER }, { "onnx", ML_NAME_WEIGHTS }, { "org", ML_NAME_TEXT },
	{ "ot", ML_NAME_WEIGHTS }, { "params", ML_NAME_WEIGHTS }, { "parquet", ML_NAME_DATA },
	{ "pb", ML_NAME_BLOB }, { "pbtxt", ML_NAME_OTHER }, { "pdf", ML_NAME_PAPER },
	{ "pdiparams", ML_NAME_WEIGHTS }, { "pdparams", ML_NAME_WEIGHTS }, { "pem", ML_NAME_OTHER },
	{ "php", ML_NAME_CODE }, { "pickle", ML_NAME_BLOB }, { "pkl", ML_NAME_BLOB },
	{ "pl", ML_NAME_CODE }, { "png", ML_NAME_IMAGE }, { "po", ML_NAME_OTHER },
	{ "properties", ML_NAME_RECORD }, { "proto", ML_NAME_CODE }, { "ps", ML_NAME_PAPER },
	{ "ps1", ML_NAME_CODE }, { "pt", ML_NAME_WEIGHTS }, { "pte", ML_NAME_WEIGHTS }, { "pth", ML_NAME_WEIGHTS },
	{ "ptl", ML_NAME_WEIGHTS }, { "py", ML_NAME_CODE }, { "pyi", ML_NAME_CODE },
	{ "pyx", ML_NAME_CODE }, { "r", ML_NAME_CODE }, { "rb", ML_NAME_CODE },
	{ "rknn", ML_NAME_WEIGHTS }, { "rs", ML_NAME_CODE }, { "rst", ML_NAME_TEXT },
	{ "rtf", ML_NAME_PAPER }, { "s", ML_NAME_CODE }, { "safetensors", ML_NAME_WEIGHTS }, { "scala", ML_NAME_CODE },
	{ "sh", ML_NAME_CODE }, { "slurm", ML_NAME_CODE }, { "so", ML_NAME_OTHER },
	{ "spdx", ML_NAME_OTHER }, { "sql", ML_NAME_CODE }, { "svg", ML_NAME_OTHER },
	{ "swift", ML_NAME_CODE }, { "t7", ML_NAME_WEIGHTS }, { "tar", ML_NAME_OTHER },
	{ "template", ML_NAME_OTHER }, { "text", ML_NAME_TEXT }, { "tflite", ML_NAME_WEIGHTS },
	{ "tfrecord", ML_NAME_DATA }, { "tfrecords", ML_NAME_DATA }, { "tiff", ML_NAME_IMAGE },
	{ "tmpl", ML_NAME_OTHER }, { "toml", ML_NAME_RECORD }, { "torchscript", ML_NAME_WEIGHTS },
	{ "ts", ML_NAME_CODE }, { "tsv", ML_NAME_DATA }, { "tsx", ML_NAME_CODE }, { "ttf", ML_NAME_OTHER },
	{ "txt", ML_NAME_TEXT }, { "vue", ML_NAME_CODE }, { "wav", ML_NAME_OTHER },
	{ "webp", ML_NAME_IMAGE }, { "weights", ML_NAME_WEIGHTS }, { "whl", ML_NAME_OTHER },
	{ "woff", ML_NAME_OTHER }, { "woff2", ML_NAME_OTHER }, { "xml", ML_NAME_RECORD },
	{ "yaml", ML_NAME_RECORD }, { "yml", ML_NAME_RECORD }, { "zip", ML_NAME_OTHER },
	{ "zst", ML_NAME_OTHER },
};

struct says_row {
	char word[ML_NAME_WORD];
	uint32_t says;
};

/* In order of word. */
static const struct says_row says[] = {
	{ "about", ML_SAYS_ABOUT }, { "acceptable", ML_SAYS_USE }, { "adapter", ML_SAYS_TENSOR },
	{ "add", ML_SAYS_ABOUT }, { "agreement", ML_SAYS_AGREEMENT }, { "agreements", ML_SAYS_AGREEMENT },
	{ "and", ML_SAYS_FILLER }, { "annotator", ML_SAYS_ABOUT }, { "audit", ML_SAYS_ABOUT },
	{ "aup", ML_SAYS_POLICY | ML_SAYS_USE }, { "badge", ML_SAYS_ABOUT }, { "bundled", ML_SAYS_THIRD },
	{ "card", ML_SAYS_CARD }, { "cards", ML_SAYS_CARD }, { "change", ML_SAYS_ABOUT },
	{ "changes", ML_SAYS_ABOUT }, { "check", ML_SAYS_ABOUT }, { "checker", ML_SAYS_ABOUT },
	{ "checkpoint", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR },
	{ "checkpoints", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR }, { "choosing", ML_SAYS_ABOUT },
	{ "ckpt", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR }, { "ckpts", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR },
	{ "cla", ML_SAYS_ABOUT }, { "code", ML_SAYS_CODE }, { "comparison", ML_SAYS_ABOUT },
	{ "compatibility", ML_SAYS_ABOUT }, { "compliance", ML_SAYS_ABOUT },
	{ "conditions", ML_SAYS_FILLER }, { "consolidated", ML_SAYS_TENSOR }, { "content", ML_SAYS_DOCS },
	{ "contribution", ML_SAYS_ABOUT }, { "contributor", ML_SAYS_ABOUT },
	{ "contributors", ML_SAYS_ABOUT }, { "cookie", ML_SAYS_ABOUT }, { "copying", ML_SAYS_LICENSE },
	{ "copyleft", ML_SAYS_LICENSE }, { "corpus", ML_SAYS_DATA }, { "data", ML_SAYS_DATA },
	{ "datacard", ML_SAYS_CARD }, { "dataset", ML_SAYS_DATA }, { "datasets", ML_SAYS_DATA },
	{ "decoder", ML_SAYS_TENSOR }, { "dependencies", ML_SAYS_THIRD }, { "dependency", ML_SAYS_THIRD },
	{ "deprecation", ML_SAYS_ABOUT }, { "detection", ML_SAYS_ABOUT }, { "detector", ML_SAYS_ABOUT },
	{ "diffusion", ML_SAYS_TENSOR }, { "disclaimer", ML_SAYS_DISCLAIMER },
	{ "disclaimers", ML_SAYS_DISCLAIMER }, { "doc", ML_SAYS_DOCS }, { "docs", ML_SAYS_DOCS },
	{ "documentation", ML_SAYS_DOCS }, { "driver", ML_SAYS_ABOUT }, { "drivers", ML_SAYS_ABOUT },
	{ "encoder", ML_SAYS_TENSOR }, { "eula", ML_SAYS_LICENSE }, { "external", ML_SAYS_THIRD },
	{ "faq", ML_SAYS_ABOUT }, { "final", ML_SAYS_FILLER }, { "finder", ML_SAYS_ABOUT },
	{ "full", ML_SAYS_FILLER }, { "generator", ML_SAYS_ABOUT }, { "ggml", ML_SAYS_TENSOR },
	{ "graph", ML_SAYS_TENSOR }, { "guide", ML_SAYS_ABOUT }, { "header", ML_SAYS_ABOUT },
	{ "headers", ML_SAYS_ABOUT }, { "how", ML_SAYS_ABOUT }, { "icon", ML_SAYS_ABOUT },
	{ "installation", ML_SAYS_ABOUT }, { "inter", ML_SAYS_ABOUT }, { "key", ML_SAYS_ABOUT },
	{ "keys", ML_SAYS_ABOUT }, { "legacy", ML_SAYS_FILLER }, { "licence", ML_SAYS_LICENSE },
	{ "licences", ML_SAYS_LICENSE }, { "licencia", ML_SAYS_LICENSE }, { "licencing", ML_SAYS_LICENSE },
	{ "license", ML_SAYS_LICENSE }, { "licenses", ML_SAYS_LICENSE }, { "licensing", ML_SAYS_LICENSE },
	{ "licenza", ML_SAYS_LICENSE }, { "lisence", ML_SAYS_LICENSE }, { "list", ML_SAYS_ABOUT },
	{ "lizenz", ML_SAYS_LICENSE }, { "logo", ML_SAYS_ABOUT }, { "lora", ML_SAYS_TENSOR },
	{ "manager", ML_SAYS_ABOUT }, { "migration", ML_SAYS_ABOUT },
	{ "model", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR }, { "modelcard", ML_SAYS_CARD },
	{ "modelcards", ML_SAYS_CARD }, { "models", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR },
	{ "nda", ML_SAYS_ABOUT }, { "network", ML_SAYS_TENSOR }, { "notes", ML_SAYS_ABOUT },
	{ "notice", ML_SAYS_NOTICE }, { "notices", ML_SAYS_NOTICE }, { "of", ML_SAYS_FILLER },
	{ "overview", ML_SAYS_ABOUT }, { "parameters", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR },
	{ "params", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR }, { "parties", ML_SAYS_THIRD },
	{ "party", ML_SAYS_THIRD }, { "plate", ML_SAYS_ABOUT }, { "plates", ML_SAYS_ABOUT },
	{ "policies", ML_SAYS_POLICY }, { "policy", ML_SAYS_POLICY }, { "privacy", ML_SAYS_ABOUT },
	{ "prohibited", ML_SAYS_USE }, { "pytorch", ML_SAYS_TENSOR }, { "readme", ML_SAYS_README },
	{ "recognition", ML_SAYS_ABOUT }, { "report", ML_SAYS_ABOUT }, { "responsible", ML_SAYS_USE },
	{ "restrictions", ML_SAYS_USE }, { "runs", ML_SAYS_ABOUT }, { "scan", ML_SAYS_ABOUT }, { "scanner", ML_SAYS_ABOUT },
	{ "security", ML_SAYS_ABOUT }, { "server", ML_SAYS_ABOUT }, { "service", ML_SAYS_FILLER },
	{ "software", ML_SAYS_CODE }, { "source", ML_SAYS_CODE }, { "src", ML_SAYS_CODE },
	{ "summary", ML_SAYS_ABOUT }, { "template", ML_SAYS_ABOUT }, { "templates", ML_SAYS_ABOUT },
	{ "terms", ML_SAYS_TERMS }, { "test", ML_SAYS_ABOUT }, { "tests", ML_SAYS_ABOUT },
	{ "text", ML_SAYS_FILLER }, { "third", ML_SAYS_THIRD }, { "thirdparty", ML_SAYS_THIRD },
	{ "transformer", ML_SAYS_TENSOR }, { "txt", ML_SAYS_FILLER }, { "unet", ML_SAYS_TENSOR },
	{ "unlicence", ML_SAYS_LICENSE }, { "unlicense", ML_SAYS_LICENSE },
	{ "usage", ML_SAYS_USE | ML_SAYS_FILLER }, { "use", ML_SAYS_USE | ML_SAYS_FILLER },
	{ "uses", ML_SAYS_USE }, { "v", ML_SAYS_FILLER }, { "vae", ML_SAYS_TENSOR },
	{ "vendor", ML_SAYS_THIRD }, { "vendored", ML_SAYS_THIRD }, { "ver", ML_SAYS_FILLER },
	{ "version", ML_SAYS_FILLER }, { "versus", ML_SAYS_ABOUT }, { "vs", ML_SAYS_ABOUT },
	{ "weight", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR }, { "weights", ML_SAYS_WEIGHTS | ML_SAYS_TENSOR },
};

/* Words of scripts that put no space between words; found as bytes. */
static const struct {
	const char *word;
	uint32_t says;
} wide[] = {
	{ "\xe8\xae\xb8\xe5\x8f\xaf", ML_SAYS_LICENSE },     /* 许可 */
	{ "\xe8\xa8\xb1\xe5\x8f\xaf", ML_SAYS_LICENSE },     /* 許可 */
	{ "\xe8\xa8\xb1\xe8\xab\xbe", ML_SAYS_LICENSE },     /* 許諾 */
	{ "\xe6\x8e\x88\xe6\x9d\x83", ML_SAYS_LICENSE },     /* 授权 */
	{ "\xe6\x8e\x88\xe6\xac\x8a", ML_SAYS_LICENSE },     /* 授權 */
	{ "\xe5\x8d\x8f\xe8\xae\xae", ML_SAYS_AGREEMENT },   /* 协议 */
	{ "\xe5\x8d\x94\xe8\xad\xb0", ML_SAYS_AGREEMENT },   /* 協議 */
	{ "\xe5\xa5\x91\xe7\xb4\x84", ML_SAYS_AGREEMENT },   /* 契約 */
	{ "\xe3\x83\xa9\xe3\x82\xa4\xe3\x82\xbb\xe3\x83\xb3\xe3\x82\xb9", ML_SAYS_LICENSE }, /* ライセンス */
	{ "\xe5\x88\xa9\xe7\x94\xa8\xe8\xa6\x8f\xe7\xb4\x84", ML_SAYS_AGREEMENT },	     /* 利用規約 */
	{ "\xeb\x9d\xbc\xec\x9d\xb4\xec\x84\xa0\xec\x8a\xa4", ML_SAYS_LICENSE },	     /* 라이선스 */
	{ "\xeb\x9d\xbc\xec\x9d\xb4\xec\x84\xbc\xec\x8a\xa4", ML_SAYS_LICENSE },	     /* 라이센스 */
	{ "\xd0\xbb\xd0\xb8\xd1\x86\xd0\xb5\xd0\xbd\xd0\xb7\xd0\xb8", ML_SAYS_LICENSE },     /* лицензи- */
	{ "\xd0\x9b\xd0\xb8\xd1\x86\xd0\xb5\xd0\xbd\xd0\xb7\xd0\xb8", ML_SAYS_LICENSE },     /* Лицензи- */
	{ "\xe5\x85\x8d\xe8\xb4\xa3", ML_SAYS_DISCLAIMER },  /* 免责 */
	{ "\xe5\x85\x8d\xe8\xb2\xac", ML_SAYS_DISCLAIMER },  /* 免責 */
	{ "\xe4\xbd\xbf\xe7\x94\xa8\xe6\x94\xbf\xe7\xad\x96", ML_SAYS_POLICY | ML_SAYS_USE }, /* 使用政策 */
	{ "\xe9\x9a\x90\xe7\xa7\x81", ML_SAYS_ABOUT },	     /* 隐私: privacy */
	{ "\xe6\xa8\xa1\xe5\x9e\x8b", ML_SAYS_WEIGHTS },     /* 模型 */
	{ "\xe6\x9d\x83\xe9\x87\x8d", ML_SAYS_WEIGHTS },     /* 权重 */
	{ "\xe3\x83\xa2\xe3\x83\x87\xe3\x83\xab", ML_SAYS_WEIGHTS }, /* モデル */
	{ "\xeb\xaa\xa8\xeb\x8d\xb8", ML_SAYS_WEIGHTS },     /* 모델 */
	{ "\xe4\xbb\xa3\xe7\xa0\x81", ML_SAYS_CODE },	     /* 代码 */
	{ "\xe6\x95\xb0\xe6\x8d\xae", ML_SAYS_DATA },	     /* 数据 */
};

struct language_row {
	char word[ML_NAME_WORD];
	const char *language;
};

/* In order of word. */
static const struct language_row languages[] = {
	{ "ar", "ar" }, { "arabic", "ar" }, { "bn", "bn" }, { "br", "pt" }, { "ch", "zh" },
	{ "chinese", "zh" }, { "chn", "zh" }, { "chs", "zh" }, { "cht", "zh" }, { "cn", "zh" },
	{ "cs", "cs" }, { "da", "da" }, { "de", "de" }, { "el", "el" }, { "en", "en" }, { "eng", "en" },
	{ "english", "en" }, { "es", "es" }, { "fa", "fa" }, { "fi", "fi" }, { "fr", "fr" },
	{ "french", "fr" }, { "german", "de" }, { "he", "he" }, { "hi", "hi" }, { "hindi", "hi" },
	{ "hu", "hu" }, { "id", "id" }, { "it", "it" }, { "italian", "it" }, { "ja", "ja" },
	{ "japanese", "ja" }, { "jp", "ja" }, { "jpn", "ja" }, { "ko", "ko" }, { "kor", "ko" },
	{ "korean", "ko" }, { "kr", "ko" }, { "nl", "nl" }, { "persian", "fa" }, { "pl", "pl" },
	{ "portuguese", "pt" }, { "pt", "pt" }, { "ptbr", "pt" }, { "ro", "ro" }, { "ru", "ru" },
	{ "russian", "ru" }, { "spanish", "es" }, { "sv", "sv" }, { "ta", "ta" }, { "th", "th" },
	{ "thai", "th" }, { "tr", "tr" }, { "turkish", "tr" }, { "tw", "zh" }, { "uk", "uk" },
	{ "ur", "ur" }, { "vi", "vi" }, { "vietnamese", "vi" }, { "vn", "vi" }, { "zh", "zh" },
	{ "zhcn", "zh" }, { "zhtw", "zh" },
};

#define ROWS(table) (sizeof(table) / sizeof *(table))

/* The row of a sorted table whose first ML_NAME_WORD bytes are key, or NULL. */
static const void *find_row(const void *table, size_t nr, size_t size, const char *key)
{
	const char *rows = table;
	uint64_t head = ml_be64(key);
	size_t low = 0, high = nr;
	while (low < high) {
		size_t middle = (low + high) / 2;
		const char *row = rows + middle * size;
		uint64_t row_head = ml_be64(row), is = head, than = row_head;
		if (head == row_head) {
			is = ml_be64(key + 8);
			than = ml_be64(row + 8);
			if (is == than)
				return row;
		}
		if (is < than)
			high = middle;
		else
			low = middle + 1;
	}
	return NULL;
}
#define FIND_ROW(table, key) find_row(table, ROWS(table), sizeof *(table), key)

static size_t after_last_slash(struct ml_span path)
{
	const char *slash = path.len ? memrchr(path.at, '/', path.len) : NULL;
	return slash ? (size_t)(slash - path.at) + 1 : 0;
}

/* An extension is letters, perhaps with digits: what follows the dot of "2.0" or of "v1.5-license" is not one. */
static bool like_ext(struct ml_span text)
{
	bool letter = false;
	for (size_t i = 0; i < text.len; i++) {
		if (!ml_is_alnum(text.at[i]))
			return false;
		letter |= ml_is_alpha(text.at[i]);
	}
	return letter;
}

static enum ml_name_kind kind_of(struct ml_span ext)
{
	char low[ML_NAME_WORD] = "";
	if (ext.len >= sizeof low)
		return ML_NAME_UNKNOWN;
	for (size_t i = 0; i < ext.len; i++)
		low[i] = ml_lower(ext.at[i]);
	const struct ext_row *row = FIND_ROW(exts, low);
	return row ? row->kind : ML_NAME_UNKNOWN;
}

static struct ml_name_ext read_ext(struct ml_span text)
{
	struct ml_name_ext ext = { .text = text, .kind = kind_of(text) };
	if (ext.kind == ML_NAME_UNKNOWN)
		ext.says = ml_name_says_of(text);
	return ext;
}

void ml_name_open(struct ml_name *name, struct ml_span path, struct ml_name_ext *last)
{
	name->base = ml_span_sub(path, after_last_slash(path), path.len);
	name->stem = name->base;
	name->ext = (struct ml_span){ NULL, 0 };
	name->kind = ML_NAME_NONE;
	name->ext_says = 0;
	name->words_nr = 0;
	name->cut = false;
	name->all = 0;
	const char *dot = name->base.len ? memrchr(name->base.at, '.', name->base.len) : NULL;
	if (!dot || dot == name->base.at)
		return;
	size_t at = (size_t)(dot - name->base.at);
	struct ml_name_ext ext = { .text = ml_span_sub(name->base, at + 1, name->base.len) };
	if (last && ext.text.len && ml_span_eq(ext.text, last->text)) {
		ext = *last;
	} else {
		if (!like_ext(ext.text))
			return;
		ext = read_ext(ext.text);
		if (last)
			*last = ext;
	}
	name->ext = ml_span_sub(name->base, at + 1, name->base.len);
	name->stem = ml_span_sub(name->base, 0, at);
	name->kind = ext.kind;
	name->ext_says = ext.says;
}

/* Where a word that starts at from ends: at a border of letters and digits, or of aB. */
static size_t word_end(struct ml_span text, size_t from)
{
	size_t i = from + 1;
	bool digit = ml_is_digit(text.at[from]);
	for (; i < text.len && ml_is_alnum(text.at[i]); i++) {
		if (ml_is_digit(text.at[i]) != digit)
			break;
		bool upper = text.at[i] >= 'A' && text.at[i] <= 'Z';
		if (upper && text.at[i - 1] >= 'a' && text.at[i - 1] <= 'z')
			break;
	}
	return i;
}

static void add_word(struct ml_name *name, struct ml_span word)
{
	if (name->words_nr == ML_NAME_WORDS) {
		name->cut = true;
		return;
	}
	char *to = name->words[name->words_nr];
	size_t len = word.len < ML_NAME_WORD - 1 ? word.len : ML_NAME_WORD - 1;
	for (size_t i = 0; i < len; i++)
		to[i] = ml_lower(word.at[i]);
	memset(to + len, 0, ML_NAME_WORD - len);
	const struct says_row *row = ml_is_alpha(to[0]) ? FIND_ROW(says, to) : NULL;
	name->says[name->words_nr++] = row ? row->says : 0;
	name->all |= row ? row->says : 0;
}

static void split(struct ml_name *name, size_t max)
{
	struct ml_span text = name->stem;
	name->words_nr = 0;
	name->cut = false;
	name->all = 0;
	for (size_t i = 0; i < text.len && name->words_nr < max;) {
		if (!ml_is_alnum(text.at[i])) {
			i++;
			continue;
		}
		size_t end = word_end(text, i);
		add_word(name, ml_span_sub(text, i, end));
		i = end;
	}
}

void ml_name_split(struct ml_name *name)
{
	split(name, SIZE_MAX);
}

void ml_name_begin(struct ml_name *name)
{
	split(name, 1);
}

uint32_t ml_name_says_of(struct ml_span text)
{
	struct ml_name name = { .stem = text };
	ml_name_split(&name);
	return name.all | ml_name_says_wide(text);
}

uint32_t ml_name_says_wide(struct ml_span text)
{
	uint32_t all = 0;
	size_t i = 0;
	while (i < text.len && (unsigned char)text.at[i] < 0x80)
		i++;
	if (i == text.len)
		return 0;
	for (size_t row = 0; row < ROWS(wide); row++)
		if (memmem(text.at, text.len, wide[row].word, strlen(wide[row].word)))
			all |= wide[row].says;
	return all;
}

struct ml_span ml_name_folder(struct ml_span path)
{
	size_t at = after_last_slash(path);
	if (!at)
		return (struct ml_span){ NULL, 0 };
	struct ml_span above = ml_span_sub(path, 0, at - 1);
	return ml_span_sub(above, after_last_slash(above), above.len);
}

bool ml_name_next(struct ml_span *path, struct ml_span *part)
{
	if (!path->len)
		return false;
	const char *slash = memchr(path->at, '/', path->len);
	size_t len = slash ? (size_t)(slash - path->at) : path->len;
	*part = ml_span_sub(*path, 0, len);
	*path = ml_span_sub(*path, slash ? len + 1 : len, path->len);
	return true;
}

static const char *language_of(const char *word)
{
	const struct language_row *row = FIND_ROW(languages, word);
	return row ? row->language : NULL;
}

const char *ml_name_language(const struct ml_name *name, size_t i)
{
	return i < name->words_nr ? language_of(name->words[i]) : NULL;
}

const char *ml_name_folder_language(struct ml_span folder, bool *region)
{
	struct ml_name name = { .stem = folder };
	ml_name_split(&name);
	*region = name.words_nr == 2 && folder.len <= 7;
	return name.words_nr == 1 || *region ? language_of(name.words[0]) : NULL;
}
