#include "CSHA256.h"

#include <string.h>

/* The first 32 bits of the fractional parts of the cube roots of the first 64 primes. */
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t rotate(uint32_t value, int count) { return value >> count | value << (32 - count); }

static inline uint32_t word(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | bytes[3];
}

void parapet_sha256_blocks_portable(uint32_t *state, const uint8_t *bytes, size_t blocks) {
  for (; blocks > 0; blocks--, bytes += 64) {
    uint32_t schedule[64];
    for (int i = 0; i < 16; i++) schedule[i] = word(bytes + i * 4);
    for (int i = 16; i < 64; i++) {
      uint32_t early = schedule[i - 15], late = schedule[i - 2];
      schedule[i] = schedule[i - 16] + (rotate(early, 7) ^ rotate(early, 18) ^ early >> 3) + schedule[i - 7] +
                    (rotate(late, 17) ^ rotate(late, 19) ^ late >> 10);
    }
    uint32_t v[8];
    memcpy(v, state, sizeof v);
    /* Eight rounds at a time, so that the words change their names instead of their places. */
    for (int i = 0; i < 64; i += 8) {
#pragma unroll
      for (int k = 0; k < 8; k++) {
        uint32_t a = v[(8 - k) & 7], b = v[(9 - k) & 7], c = v[(10 - k) & 7], e = v[(12 - k) & 7];
        uint32_t f = v[(13 - k) & 7], g = v[(14 - k) & 7];
        uint32_t first = v[(15 - k) & 7] + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + (g ^ (e & (f ^ g))) +
                         constants[i + k] + schedule[i + k];
        v[(11 - k) & 7] += first;
        v[(15 - k) & 7] = first + (rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + ((a & b) | (c & (a | b)));
      }
    }
    for (int i = 0; i < 8; i++) state[i] += v[i];
  }
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

/* Two rounds an instruction. The instructions want the words of the state as (f, e, b, a) and (h, g, d, c). */
__attribute__((target("sha,sse4.1,ssse3"))) static void blocks_with_sha_instructions(
    uint32_t *state, const uint8_t *bytes, size_t blocks) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xf0);
  for (; blocks > 0; blocks--, bytes += 64) {
    __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i schedule[4];
#pragma unroll
    for (int i = 0; i < 16; i++) {
      __m128i words;
      if (i < 4) {
        words = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + i * 16)), big_endian);
      } else {
        /* schedule[i & 3] holds the four words of 16 rounds ago, and so on round the ring. */
        __m128i newest = schedule[(i + 3) & 3];
        words = _mm_sha256msg1_epu32(schedule[i & 3], schedule[(i + 1) & 3]);
        words = _mm_add_epi32(words, _mm_alignr_epi8(newest, schedule[(i + 2) & 3], 4));
        words = _mm_sha256msg2_epu32(words, newest);
      }
      schedule[i & 3] = words;
      __m128i sum = _mm_add_epi32(words, _mm_loadu_si128((const __m128i *)(constants + i * 4)));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0e));
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  __m128i feba = _mm_shuffle_epi32(abef, 0x1b), dchg = _mm_shuffle_epi32(cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

static int has_sha_instructions(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & bit_SSSE3) || !(c & bit_SSE4_1)) return 0;
  return __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA);
}

void parapet_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks) {
  /* Asked once; threads that ask at the same time get the same answer. */
  static _Atomic int known = -1;
  int answer = known;
  if (answer < 0) known = answer = has_sha_instructions();
  if (answer) blocks_with_sha_instructions(state, bytes, blocks);
  else parapet_sha256_blocks_portable(state, bytes, blocks);
}
#else
void parapet_sha256_blocks(uint32_t *state, const uint8_t *bytes, size_t blocks) {
  parapet_sha256_blocks_portable(state, bytes, blocks);
}
#endif
