/* Numbers out of bytes in network order (the first byte weighs most), wherever they stand: no alignment is asked for. */
#pragma once

#include <endian.h>
#include <stdint.h>
#include <string.h>

static inline uint16_t ml_be16(const char *bytes)
{
	uint16_t value;

	memcpy(&value, bytes, sizeof value);
	return be16toh(value);
}

static inline uint32_t ml_be32(const char *bytes)
{
	uint32_t value;

	memcpy(&value, bytes, sizeof value);
	return be32toh(value);
}

static inline uint64_t ml_be64(const char *bytes)
{
	uint64_t value;

	memcpy(&value, bytes, sizeof value);
	return be64toh(value);
}
