/* The compression function of SHA-256 (FIPS 180-4), which Swift cannot give to the processor's own instructions. */
#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

/* Works so many blocks of 64 bytes into the eight words of a state. */
void parapet_sha256_blocks(uint32_t *_Nonnull state, const uint8_t *_Nonnull bytes, size_t blocks);

/* The same in plain C, which processors without such instructions use. */
void parapet_sha256_blocks_portable(uint32_t *_Nonnull state, const uint8_t *_Nonnull bytes, size_t blocks);

#endif
