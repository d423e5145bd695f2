/* A fuzz target is one file with this function. Under the fuzz preset libFuzzer calls it; elsewhere replay.c does. */
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);
