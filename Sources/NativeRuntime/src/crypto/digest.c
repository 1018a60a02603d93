/// Hashes and message authentication codes.
// What EVP_MAC needs to begin takes twice as long as what stands in its place.
#define OPENSSL_SUPPRESS_DEPRECATED
#include "crypto.h"

#include <openssl/hmac.h>

rt_value rt_crypto_hash_new(rt_string *name, double length);
rt_value rt_crypto_hash_copy(rt_value engine, double length);
rt_value rt_crypto_hmac_new(rt_string *name, rt_value key);
int32_t rt_crypto_update(rt_value engine, rt_value data, int32_t encoding);
rt_value rt_crypto_digest(rt_value engine, int32_t encoding);
rt_value rt_crypto_hash(rt_string *name, rt_value data, int32_t data_encoding, int32_t encoding, double length);
int32_t rt_crypto_digest_size(rt_string *name);

/// A hash or HMAC under way.
typedef struct digest_state {
  EVP_MD_CTX *hash; ///< NULL: an HMAC
  HMAC_CTX *hmac;
  size_t size;      ///< of the result
  bool is_sized;    ///< the size is not the digest's own
} digest_state;

/// The digests that the program used, as looking one up takes longer than hashing a short text. Names are compared as they
/// were given.
enum { KNOWN_DIGESTS = 8, KNOWN_NAME_SIZE = 24 };
static struct {
  char name[KNOWN_NAME_SIZE];
  const EVP_MD *digest;
  EVP_MD_CTX *spare; ///< a context that was used with this digest, or NULL
} known[KNOWN_DIGESTS];
static uint32_t next_known;

/// The index of a digest among the known ones; -1 if there is none of that name.
static int find(rt_string *string) {
  rt__crypto_start();
  const char *name = rt__utf8_cstring(string);
  for (int i = 0; i < KNOWN_DIGESTS; i++)
    if (known[i].digest && strcmp(known[i].name, name) == 0) return i;
  ERR_clear_error();
  if (strlen(name) != rt__utf8_length(string)) return -1;
  EVP_MD *fetched = EVP_MD_fetch(NULL, name, NULL);
  const EVP_MD *digest = fetched;
  if (!digest) {
    ERR_clear_error();
    digest = EVP_get_digestbyname(name);
  }
  if (!digest) return -1;
  int place = (int)(next_known++ % KNOWN_DIGESTS);
  if (strlen(name) >= KNOWN_NAME_SIZE) name = "";
  strcpy(known[place].name, name);
  EVP_MD_CTX_free(known[place].spare);
  known[place].spare = NULL;
  // What was fetched is kept: states may still use it.
  known[place].digest = digest;
  return place;
}

const EVP_MD *rt__crypto_digest(rt_string *name) {
  int place = find(name);
  return place < 0 ? NULL : known[place].digest;
}

/// Keeps a context for the next hash of its kind.
static void recycle(EVP_MD_CTX *context) {
  const EVP_MD *digest = EVP_MD_CTX_get0_md(context);
  for (int i = 0; i < KNOWN_DIGESTS; i++) {
    if (!known[i].digest || known[i].digest != digest || known[i].spare) continue;
    known[i].spare = context;
    return;
  }
  EVP_MD_CTX_free(context);
}

static void release(void *pointer) {
  digest_state *state = pointer;
  if (state->hash) recycle(state->hash);
  HMAC_CTX_free(state->hmac);
  OPENSSL_free(state);
}

/// A started context; NULL with errors in the queue.
static EVP_MD_CTX *begin(int place) {
  EVP_MD_CTX *context = known[place].spare ? known[place].spare : EVP_MD_CTX_new();
  known[place].spare = NULL;
  if (EVP_DigestInit_ex(context, known[place].digest, NULL) == 1) return context;
  EVP_MD_CTX_free(context);
  return NULL;
}

/// What the digest is asked for: its own size, or for those of any length what the caller wants (negative: nothing).
/// False with an error in the queue if that is impossible.
static bool choose_size(digest_state *state, double wanted) {
  const EVP_MD *digest = EVP_MD_CTX_get0_md(state->hash);
  size_t own = (size_t)EVP_MD_get_size(digest);
  bool is_extendable = (EVP_MD_get_flags(digest) & EVP_MD_FLAG_XOF) != 0;
  state->size = wanted < 0 ? own : (size_t)wanted;
  state->is_sized = state->size != own;
  if (!state->is_sized || is_extendable) return true;
  ERR_raise(ERR_LIB_EVP, EVP_R_NOT_XOF_OR_INVALID_LENGTH);
  return false;
}

static digest_state *state_new(EVP_MD_CTX *context, double length) {
  digest_state *state = OPENSSL_zalloc(sizeof *state);
  state->hash = context;
  if (choose_size(state, length)) return state;
  release(state);
  return NULL;
}

/// A hash by its name; undefined if there is none, or with errors in the queue.
rt_value rt_crypto_hash_new(rt_string *name, double length) {
  RT_SAFEPOINT();
  int place = find(name);
  EVP_MD_CTX *context = place < 0 ? NULL : begin(place);
  digest_state *state = context ? state_new(context, length) : NULL;
  return state ? rt__crypto_engine(state, release) : RT_UNDEFINED;
}

/// The same hash once more, to go on with on its own.
rt_value rt_crypto_hash_copy(rt_value engine, double length) {
  RT_SAFEPOINT();
  const digest_state *from = rt__crypto_state(engine);
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  if (!from || EVP_MD_CTX_copy_ex(context, from->hash) != 1) {
    EVP_MD_CTX_free(context);
    return RT_UNDEFINED;
  }
  digest_state *state = state_new(context, length);
  return state ? rt__crypto_engine(state, release) : RT_UNDEFINED;
}

/// An HMAC with the bytes of a view as its key; undefined without such a digest.
rt_value rt_crypto_hmac_new(rt_string *name, rt_value key) {
  RT_SAFEPOINT();
  const EVP_MD *digest = rt__crypto_digest(name);
  if (!digest) return RT_UNDEFINED;
  rt_crypto_bytes bytes = rt__crypto_bytes(key, 0);
  HMAC_CTX *context = HMAC_CTX_new();
  if (HMAC_Init_ex(context, bytes.data, (int)bytes.size, digest, NULL) != 1) {
    HMAC_CTX_free(context);
    return RT_UNDEFINED;
  }
  digest_state *state = OPENSSL_zalloc(sizeof *state);
  state->hmac = context;
  state->size = HMAC_size(context);
  return rt__crypto_engine(state, release);
}

static bool update(digest_state *state, rt_crypto_bytes bytes) {
  return (state->hash ? EVP_DigestUpdate(state->hash, bytes.data, bytes.size)
                      : HMAC_Update(state->hmac, bytes.data, bytes.size)) == 1;
}

/// Adds the bytes of a view or string; false if that failed.
int32_t rt_crypto_update(rt_value engine, rt_value data, int32_t encoding) {
  RT_SAFEPOINT();
  digest_state *state = rt__crypto_state(engine);
  return state && update(state, rt__crypto_bytes(data, encoding));
}

/// Ends a hash of any length, at most `size` bytes in `result`; false with errors in the queue.
static bool finish(digest_state *state, uint8_t *result) {
  if (state->hmac) return HMAC_Final(state->hmac, result, NULL) == 1;
  // Asking for no bytes at all is an error to OpenSSL.
  if (state->size == 0) return true;
  if (state->is_sized || (EVP_MD_get_flags(EVP_MD_CTX_get0_md(state->hash)) & EVP_MD_FLAG_XOF))
    return EVP_DigestFinalXOF(state->hash, result, state->size) == 1;
  return EVP_DigestFinal_ex(state->hash, result, NULL) == 1;
}

/// The result of a finished state in an encoding, or as a Buffer; undefined with errors in the queue.
static rt_value result_of(digest_state *state, int32_t encoding) {
  uint8_t small[EVP_MAX_MD_SIZE];
  uint8_t *result = state->size <= sizeof small ? small : rt__allocate(state->size, RT_CELL_LEAF);
  if (!finish(state, result)) return RT_UNDEFINED;
  return rt__crypto_value(result, state->size, encoding);
}

/// Ends a hash or HMAC, which is freed: its value.
rt_value rt_crypto_digest(rt_value engine, int32_t encoding) {
  RT_SAFEPOINT();
  digest_state *state = rt__crypto_state(engine);
  if (!state) return RT_UNDEFINED;
  rt_value value = result_of(state, encoding);
  rt__crypto_release(engine);
  return value;
}

/// A hash of all its data: undefined if there is none of that name, or with errors in the queue.
rt_value rt_crypto_hash(rt_string *name, rt_value data, int32_t data_encoding, int32_t encoding, double length) {
  RT_SAFEPOINT();
  int place = find(name);
  EVP_MD_CTX *context = place < 0 ? NULL : begin(place);
  if (!context) return RT_UNDEFINED;
  digest_state state = {.hash = context};
  rt_value value = RT_UNDEFINED;
  if (choose_size(&state, length) && update(&state, rt__crypto_bytes(data, data_encoding)))
    value = result_of(&state, encoding);
  recycle(context);
  return value;
}

/// The size of a digest in bytes, 0 if there is none of that name.
int32_t rt_crypto_digest_size(rt_string *name) {
  const EVP_MD *digest = rt__crypto_digest(name);
  return digest ? EVP_MD_get_size(digest) : 0;
}
