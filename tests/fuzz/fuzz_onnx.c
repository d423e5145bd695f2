#include "tests/fuzz/weights.h"

FUZZ_WEIGHTS("model.onnx")
