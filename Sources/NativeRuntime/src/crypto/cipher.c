/// Symmetric ciphers, with and without authentication.
#include "crypto.h"

#include <limits.h>
#include <openssl/objects.h>

rt_value rt_crypto_cipher_new(rt_string *name, rt_value key, rt_value iv, int32_t is_encryption, double tag_size);
rt_value rt_crypto_cipher_update(rt_value engine, rt_value data, int32_t encoding);
rt_value rt_crypto_cipher_final(rt_value engine);
int32_t rt_crypto_cipher_set_padding(rt_value engine, int32_t is_padded);
int32_t rt_crypto_cipher_set_data(rt_value engine, rt_value data, double plaintext_length);
int32_t rt_crypto_cipher_set_tag(rt_value engine, rt_value tag);
rt_value rt_crypto_cipher_tag(rt_value engine);
rt_value rt_crypto_cipher_info(rt_value name, double key_length, double iv_length);

/// What goes wrong; crypto-cipher.ts has the same numbers.
enum problem {
  OKAY,
  UNKNOWN_CIPHER,
  INVALID_KEY_LENGTH,
  INVALID_IV,
  TAG_LENGTH_REQUIRED,
  INVALID_TAG_LENGTH,
  INVALID_STATE,
  UNSUPPORTED_STATE,
  NOT_AUTHENTIC,
  LIBRARY_ERROR, ///< which is in OpenSSL's queue
  LENGTH_REQUIRED,
  TOO_LONG,
};

enum { TAG_SIZE_MAX = 16, TAG_SIZE_UNKNOWN = -1 };

typedef struct cipher_state {
  EVP_CIPHER_CTX *context; ///< NULL: finished
  int mode, nid;
  bool is_encryption, is_authenticated;
  bool has_tag;           ///< of decryption: it was given; of encryption: it was computed
  bool is_tag_passed;     ///< OpenSSL has it
  bool is_forged;         ///< found out before the end
  int tag_size;
  int size_max;           ///< of CCM's messages
  uint8_t tag[TAG_SIZE_MAX];
} cipher_state;

static void release(void *pointer) {
  cipher_state *state = pointer;
  EVP_CIPHER_CTX_free(state->context);
  OPENSSL_cleanse(state, sizeof *state);
  OPENSSL_free(state);
}

static rt_value failure(enum problem problem) { return rt_from_double(problem); }

/// A cipher by any name that OpenSSL has for it; the caller frees it.
static EVP_CIPHER *cipher_by_name(const char *name) {
  rt__crypto_start();
  ERR_clear_error();
  EVP_CIPHER *cipher = EVP_CIPHER_fetch(NULL, name, NULL);
  if (!cipher) {
    const EVP_CIPHER *old = EVP_get_cipherbyname(name);
    if (old) cipher = EVP_CIPHER_fetch(NULL, EVP_CIPHER_get0_name(old), NULL);
  }
  ERR_clear_error();
  return cipher;
}

static bool is_authenticated(const EVP_CIPHER *cipher) {
  int mode = EVP_CIPHER_get_mode(cipher);
  return mode == EVP_CIPH_GCM_MODE || mode == EVP_CIPH_CCM_MODE || mode == EVP_CIPH_OCB_MODE ||
         EVP_CIPHER_get_nid(cipher) == NID_chacha20_poly1305;
}

static bool is_gcm_tag_size(double size) { return size == 4 || size == 8 || (size >= 12 && size <= 16); }

/// Sets what ciphers with authentication want to know before the key.
static enum problem prepare(cipher_state *state, size_t iv_size, double tag_size) {
  if (EVP_CIPHER_CTX_ctrl(state->context, EVP_CTRL_AEAD_SET_IVLEN, (int)iv_size, NULL) <= 0) return INVALID_IV;
  state->tag_size = tag_size < 0 ? TAG_SIZE_UNKNOWN : (int)tag_size;
  if (state->mode == EVP_CIPH_GCM_MODE)
    return tag_size >= 0 && !is_gcm_tag_size(tag_size) ? INVALID_TAG_LENGTH : OKAY;
  if (tag_size < 0) {
    if (state->nid != NID_chacha20_poly1305) return TAG_LENGTH_REQUIRED;
    state->tag_size = TAG_SIZE_MAX;
  }
  if (tag_size > TAG_SIZE_MAX ||
      EVP_CIPHER_CTX_ctrl(state->context, EVP_CTRL_AEAD_SET_TAG, state->tag_size, NULL) <= 0)
    return INVALID_TAG_LENGTH;
  if (state->mode == EVP_CIPH_CCM_MODE)
    state->size_max = iv_size == 12 ? 16777215 : iv_size == 13 ? 65535 : INT_MAX;
  return OKAY;
}

static enum problem start(cipher_state *state, const EVP_CIPHER *cipher, rt_value key, rt_value iv, double tag_size) {
  rt_crypto_bytes vector = rt__crypto_bytes(iv, 0), secret = rt__crypto_bytes(key, 0);
  bool has_iv = vector.size > 0;
  int expected = EVP_CIPHER_get_iv_length(cipher);
  if (!has_iv && (expected != 0 || state->is_authenticated)) return INVALID_IV;
  if (!state->is_authenticated && has_iv && vector.size != (size_t)expected) return INVALID_IV;
  if (state->nid == NID_chacha20_poly1305 && vector.size > 12) return INVALID_IV;
  if (state->mode == EVP_CIPH_WRAP_MODE) EVP_CIPHER_CTX_set_flags(state->context, EVP_CIPHER_CTX_FLAG_WRAP_ALLOW);
  if (EVP_CipherInit_ex(state->context, cipher, NULL, NULL, NULL, state->is_encryption) != 1) return LIBRARY_ERROR;
  if (state->is_authenticated) {
    enum problem problem = prepare(state, vector.size, tag_size);
    if (problem != OKAY) return problem;
  }
  if (EVP_CIPHER_CTX_set_key_length(state->context, (int)secret.size) <= 0) return INVALID_KEY_LENGTH;
  if (EVP_CipherInit_ex(state->context, NULL, NULL, secret.data, has_iv ? vector.data : NULL, state->is_encryption) != 1)
    return LIBRARY_ERROR;
  return OKAY;
}

/// A cipher that is ready for data; a problem as a number.
rt_value rt_crypto_cipher_new(rt_string *name, rt_value key, rt_value iv, int32_t is_encryption, double tag_size) {
  RT_SAFEPOINT();
  EVP_CIPHER *cipher = cipher_by_name(rt__utf8_cstring(name));
  if (!cipher) return failure(UNKNOWN_CIPHER);
  cipher_state *state = OPENSSL_zalloc(sizeof *state);
  state->context = EVP_CIPHER_CTX_new();
  state->mode = EVP_CIPHER_get_mode(cipher);
  state->nid = EVP_CIPHER_get_nid(cipher);
  state->is_encryption = is_encryption != 0;
  state->is_authenticated = is_authenticated(cipher);
  enum problem problem = start(state, cipher, key, iv, tag_size);
  EVP_CIPHER_free(cipher);
  if (problem == OKAY) return rt__crypto_engine(state, release);
  if (problem != LIBRARY_ERROR) ERR_clear_error();
  release(state);
  return failure(problem);
}

/// Gives OpenSSL the tag that was set before it is needed.
static void pass_tag(cipher_state *state) {
  if (state->is_encryption || !state->is_authenticated || !state->has_tag || state->is_tag_passed) return;
  state->is_tag_passed = EVP_CIPHER_CTX_ctrl(state->context, EVP_CTRL_AEAD_SET_TAG, state->tag_size, state->tag) > 0;
}

/// Adds data: what became of it as a Buffer, or a problem.
rt_value rt_crypto_cipher_update(rt_value engine, rt_value data, int32_t encoding) {
  RT_SAFEPOINT();
  cipher_state *state = rt__crypto_state(engine);
  rt_crypto_bytes bytes = rt__crypto_bytes(data, encoding);
  if (!state->context || bytes.size > INT_MAX - EVP_MAX_BLOCK_LENGTH) return failure(UNSUPPORTED_STATE);
  if (state->mode == EVP_CIPH_CCM_MODE && bytes.size > (size_t)state->size_max) return failure(TOO_LONG);
  pass_tag(state);
  ERR_clear_error();
  int block = EVP_CIPHER_CTX_get_block_size(state->context), size = 0;
  size_t room = bytes.size + (size_t)block;
  // Wrapped keys may be padded to any size.
  if (state->mode == EVP_CIPH_WRAP_MODE) room += EVP_MAX_BLOCK_LENGTH;
  uint8_t small[1024];
  uint8_t *out = room <= sizeof small ? small : rt__allocate(room, RT_CELL_LEAF);
  if (EVP_CipherUpdate(state->context, out, &size, bytes.data, (int)bytes.size) == 1)
    return rt__crypto_value(out, (size_t)size, -1);
  ERR_clear_error();
  if (state->is_encryption || state->mode != EVP_CIPH_CCM_MODE) return failure(UNSUPPORTED_STATE);
  state->is_forged = true;
  return rt__crypto_value(out, 0, -1);
}

/// Ends a cipher: what is left as a Buffer, or a problem.
rt_value rt_crypto_cipher_final(rt_value engine) {
  RT_SAFEPOINT();
  cipher_state *state = rt__crypto_state(engine);
  if (!state->context) return failure(INVALID_STATE);
  pass_tag(state);
  ERR_clear_error();
  uint8_t out[EVP_MAX_BLOCK_LENGTH];
  int size = 0;
  bool is_done;
  if (!state->is_encryption && state->mode == EVP_CIPH_CCM_MODE)
    is_done = !state->is_forged && state->has_tag;
  else if (!state->is_encryption && state->is_authenticated && !state->has_tag)
    is_done = false;
  else
    is_done = EVP_CipherFinal_ex(state->context, out, &size) == 1;
  if (is_done && state->is_encryption && state->is_authenticated) {
    if (state->tag_size == TAG_SIZE_UNKNOWN) state->tag_size = TAG_SIZE_MAX;
    is_done = EVP_CIPHER_CTX_ctrl(state->context, EVP_CTRL_AEAD_GET_TAG, state->tag_size, state->tag) == 1;
    state->has_tag = is_done;
  }
  EVP_CIPHER_CTX_free(state->context);
  state->context = NULL;
  if (is_done) return rt__crypto_value(out, (size_t)size, -1);
  if (state->is_authenticated) ERR_clear_error();
  return failure(state->is_authenticated ? NOT_AUTHENTIC : LIBRARY_ERROR);
}

/// Whether the padding could be switched.
int32_t rt_crypto_cipher_set_padding(rt_value engine, int32_t is_padded) {
  const cipher_state *state = rt__crypto_state(engine);
  return state->context && EVP_CIPHER_CTX_set_padding(state->context, is_padded) == 1;
}

/// Adds data that is authenticated only; `plaintext_length` is negative if nobody told it. A problem, or 0.
int32_t rt_crypto_cipher_set_data(rt_value engine, rt_value data, double plaintext_length) {
  cipher_state *state = rt__crypto_state(engine);
  if (!state->context || !state->is_authenticated) return INVALID_STATE;
  rt_crypto_bytes bytes = rt__crypto_bytes(data, 0);
  int size;
  ERR_clear_error();
  if (state->mode == EVP_CIPH_CCM_MODE) {
    if (plaintext_length < 0) return LENGTH_REQUIRED;
    if (plaintext_length > state->size_max) return TOO_LONG;
    if (!state->is_encryption && !state->has_tag) return INVALID_STATE;
    pass_tag(state);
    if (EVP_CipherUpdate(state->context, NULL, &size, NULL, (int)plaintext_length) != 1) return INVALID_STATE;
  }
  return EVP_CipherUpdate(state->context, NULL, &size, bytes.data, (int)bytes.size) == 1 ? OKAY : INVALID_STATE;
}

/// Sets the tag that decryption expects. A problem, or 0.
int32_t rt_crypto_cipher_set_tag(rt_value engine, rt_value tag) {
  cipher_state *state = rt__crypto_state(engine);
  if (!state->context || !state->is_authenticated || state->is_encryption || state->has_tag) return INVALID_STATE;
  rt_crypto_bytes bytes = rt__crypto_bytes(tag, 0);
  bool is_valid = state->mode == EVP_CIPH_GCM_MODE
                      ? is_gcm_tag_size((double)bytes.size) &&
                            (state->tag_size == TAG_SIZE_UNKNOWN || (size_t)state->tag_size == bytes.size)
                      : (size_t)state->tag_size == bytes.size;
  if (!is_valid) return INVALID_TAG_LENGTH;
  state->tag_size = (int)bytes.size;
  state->has_tag = true;
  memcpy(state->tag, bytes.data, bytes.size);
  return OKAY;
}

/// The tag of a finished encryption as a Buffer; undefined if there is none.
rt_value rt_crypto_cipher_tag(rt_value engine) {
  RT_SAFEPOINT();
  const cipher_state *state = rt__crypto_state(engine);
  if (state->context || !state->is_encryption || !state->has_tag) return RT_UNDEFINED;
  return rt__crypto_value(state->tag, (size_t)state->tag_size, -1);
}

static const char *mode_name(int mode) {
  switch (mode) {
  case EVP_CIPH_STREAM_CIPHER: return "stream";
  case EVP_CIPH_ECB_MODE: return "ecb";
  case EVP_CIPH_CBC_MODE: return "cbc";
  case EVP_CIPH_CFB_MODE: return "cfb";
  case EVP_CIPH_OFB_MODE: return "ofb";
  case EVP_CIPH_CTR_MODE: return "ctr";
  case EVP_CIPH_GCM_MODE: return "gcm";
  case EVP_CIPH_CCM_MODE: return "ccm";
  case EVP_CIPH_XTS_MODE: return "xts";
  case EVP_CIPH_OCB_MODE: return "ocb";
  case EVP_CIPH_WRAP_MODE: return "wrap";
  default: return "";
  }
}

/// Whether a cipher takes keys and vectors of these lengths; negative: any.
static bool accepts(const EVP_CIPHER *cipher, double key_length, double iv_length) {
  int mode = EVP_CIPHER_get_mode(cipher);
  EVP_CIPHER_CTX *context = EVP_CIPHER_CTX_new();
  bool result = EVP_CipherInit_ex(context, cipher, NULL, NULL, NULL, 1) == 1;
  if (result && key_length >= 0) result = EVP_CIPHER_CTX_set_key_length(context, (int)key_length) > 0;
  if (result && iv_length >= 0) {
    bool is_variable = mode == EVP_CIPH_GCM_MODE || mode == EVP_CIPH_CCM_MODE || mode == EVP_CIPH_OCB_MODE;
    result = is_variable ? EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_IVLEN, (int)iv_length, NULL) > 0
                         : iv_length == EVP_CIPHER_get_iv_length(cipher);
  }
  EVP_CIPHER_CTX_free(context);
  ERR_clear_error();
  return result;
}

/// What a cipher is, by its name or number: mode, name, number, sizes of block, vector and key. Undefined if there is no
/// such cipher, or it does not take such lengths (negative: any).
rt_value rt_crypto_cipher_info(rt_value name, double key_length, double iv_length) {
  RT_SAFEPOINT();
  const char *text = rt_is_string(name) ? rt__utf8_cstring(rt_as_string(name)) : OBJ_nid2sn((int)rt_double(name));
  EVP_CIPHER *cipher = text ? cipher_by_name(text) : NULL;
  if (!cipher) return RT_UNDEFINED;
  rt_value result = RT_UNDEFINED;
  if (accepts(cipher, key_length, iv_length)) {
    rt_array *fields = rt__array_new(6);
    int nid = EVP_CIPHER_get_nid(cipher);
    const char *mode = mode_name(EVP_CIPHER_get_mode(cipher)), *own = OBJ_nid2sn(nid);
    if (!own) own = EVP_CIPHER_get0_name(cipher);
    (void)rt__array_push(fields, rt_from_string(rt__string_from_utf8((const uint8_t *)mode, strlen(mode))));
    (void)rt__array_push(fields, rt_from_string(rt__string_from_utf8((const uint8_t *)own, strlen(own))));
    (void)rt__array_push(fields, rt_from_double(nid));
    (void)rt__array_push(fields, rt_from_double(EVP_CIPHER_get_block_size(cipher)));
    (void)rt__array_push(fields, rt_from_double(EVP_CIPHER_get_iv_length(cipher)));
    (void)rt__array_push(fields, rt_from_double(EVP_CIPHER_get_key_length(cipher)));
    result = rt_from_object(fields);
  }
  EVP_CIPHER_free(cipher);
  return result;
}
