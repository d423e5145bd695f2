#include "lint/facts/parts.h"

#include <string.h>

#include "lint/facts/offer.h"

#define POINTER_BYTES 1024u /* a pointer is smaller */

/* Formats by the end of the name, the first that fits; what a format holds is read in another stage. */
static const struct {
	const char *end, *format;
} formats[] = {
	{ ".safetensors", "safetensors" }, { ".gguf", "gguf" },	      { ".ggml", "ggml" },	   { ".onnx", "onnx" },
	{ ".pt", "pytorch" },		   { ".pth", "pytorch" },     { ".ckpt", "pytorch" },	   { ".ptl", "pytorch" },
	{ ".torchscript", "pytorch" },	   { ".t7", "torch7" },	      { ".h5", "keras" },	   { ".hdf5", "keras" },
	{ ".keras", "keras" },		   { ".pb", "tensorflow" },   { ".tflite", "tflite" },	   { ".msgpack", "flax" },
	{ ".mlmodel", "coreml" },	   { ".pdparams", "paddle" }, { ".pdiparams", "paddle" },  { ".nemo", "nemo" },
	{ ".caffemodel", "caffe" },	   { ".params", "mxnet" },    { ".weights", "darknet" },   { ".mnn", "mnn" },
	{ ".rknn", "rknn" },		   { ".engine", "tensorrt" }, { ".llamafile", "llamafile" }, { ".npz", "numpy" },
	{ ".pte", "executorch" },	   { ".litertlm", "litert" },
	{ ".ot", "rust-bert" },		   { ".pkl", "pickle" },      { ".pickle", "pickle" },	   { ".joblib", "pickle" },
};

static const char *format_of(struct ml_span path)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (ml_span_ends_nocase(path, formats[i].end))
			return formats[i].format;
	size_t slash = path.len;
	while (slash > 0 && path.at[slash - 1] != '/')
		slash--;
	bool ggml = ml_span_starts_nocase(ml_span_sub(path, slash, path.len), "ggml");
	return ml_span_ends_nocase(path, ".bin") && !ggml ? "pytorch" : "ggml";
}

void ml_artifacts_collect(struct ml_facts *facts)
{
	struct ml_artifact *found = NULL;
	size_t nr = 0, cap = 0;
	for (size_t i = 0; i < facts->tree->files_nr; i++) {
		struct ml_file *file = &facts->tree->files[i];
		if (file->role != ML_ROLE_WEIGHTS || file->outside)
			continue;
		/* Of a file as small as a pointer the pointer's own size is the one that counts. */
		if (file->size > 0 && file->size <= POINTER_BYTES)
			ml_tree_read(facts->tree, file, POINTER_BYTES);
		struct ml_artifact artifact = { .file = file, .format = format_of(ml_span_of(file->path)), .pointer = file->state == ML_FILE_POINTER };
		ML_PUSH(facts->arena, found, nr, cap, artifact);
	}
	facts->artifacts = found;
	facts->artifacts_nr = nr;
	ml_offer_collect(facts);
}
