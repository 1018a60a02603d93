#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const uint32_t round_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

struct sha256 {
  uint32_t state[8], schedule[64];
  uint8_t block[64];
  int filled;
  uint64_t length;
};

static uint32_t rotate(uint32_t word, int count) { return word >> count | word << (32 - count); }

static void store(uint8_t *bytes, uint32_t word) {
  for (int i = 0; i < 4; i++) bytes[i] = word >> (24 - 8 * i);
}

static struct sha256 *new_sha256(void) {
  static const uint32_t start[8] = {
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  struct sha256 *hash = calloc(1, sizeof *hash);
  memcpy(hash->state, start, sizeof start);
  return hash;
}

static void compress(struct sha256 *hash) {
  uint32_t *w = hash->schedule, *s = hash->state;
  const uint8_t *block = hash->block;
  for (int i = 0; i < 16; i++) {
    w[i] = (uint32_t)block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
  }
  for (int i = 16; i < 64; i++) {
    uint32_t first = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
    uint32_t second = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
    w[i] = w[i - 16] + first + w[i - 7] + second;
  }
  uint32_t a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
  for (int i = 0; i < 64; i++) {
    uint32_t sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    uint32_t choice = (e & f) ^ (~e & g);
    uint32_t temporary1 = h + sum1 + choice + round_constants[i] + w[i];
    uint32_t sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    uint32_t majority = (a & b) ^ (a & c) ^ (b & c);
    uint32_t temporary2 = sum0 + majority;
    h = g;
    g = f;
    f = e;
    e = d + temporary1;
    d = c;
    c = b;
    b = a;
    a = temporary1 + temporary2;
  }
  s[0] += a;
  s[1] += b;
  s[2] += c;
  s[3] += d;
  s[4] += e;
  s[5] += f;
  s[6] += g;
  s[7] += h;
  hash->filled = 0;
}

static void update(struct sha256 *hash, const uint8_t *data, size_t length) {
  for (size_t i = 0; i < length; i++) {
    hash->block[hash->filled++] = data[i];
    if (hash->filled == 64) compress(hash);
  }
  hash->length += length;
}

static void digest(struct sha256 *hash, uint8_t *result) {
  hash->block[hash->filled++] = 0x80;
  if (hash->filled > 56) {
    memset(hash->block + hash->filled, 0, 64 - hash->filled);
    compress(hash);
  }
  memset(hash->block + hash->filled, 0, 64 - hash->filled);
  store(hash->block + 56, hash->length >> 29);
  store(hash->block + 60, hash->length << 3);
  compress(hash);
  for (int i = 0; i < 8; i++) store(result + 4 * i, hash->state[i]);
  free(hash);
}

static void print(const uint8_t *bytes) {
  for (int i = 0; i < 32; i++) printf("%02x", bytes[i]);
  printf("\n");
}

int main(int argc, char **argv) {
  int kibibytes = argc > 1 ? atoi(argv[1]) : 40000;
  static uint8_t chunk[65536];
  for (int i = 0; i < 65536; i++) chunk[i] = i * 31 + (i >> 8);
  struct sha256 *hash = new_sha256();
  for (int i = 0; i * 64 < kibibytes; i++) update(hash, chunk, sizeof chunk);
  uint8_t link[32];
  digest(hash, link);
  print(link);

  int length = 3;
  memcpy(link, "abc", length);
  for (int i = 0; i < kibibytes; i++) {
    hash = new_sha256();
    update(hash, link, length);
    digest(hash, link);
    length = 32;
  }
  print(link);
  return 0;
}
