/// What is done with asymmetric keys: signing, verifying, encrypting, and agreeing on a secret.
#include "key.h"

#include <openssl/ec.h>
#include <openssl/rsa.h>

#include "rt_async_context.h"

rt_value rt_crypto_sign(rt_value engine, rt_value digest, rt_value data, rt_value options, rt_value completion);
rt_value rt_crypto_verify(rt_value engine, rt_value digest, rt_value data, rt_value options, rt_value completion);
rt_value rt_crypto_encrypt(rt_value engine, int32_t operation, int32_t padding, rt_value data, rt_value hash, rt_value label);
rt_value rt_crypto_agree(rt_value private_key, rt_value public_key);

/// No such number was given.
enum { NONE = -1000 };

/// One signature, made or checked.
typedef struct operation {
  rt_work work;
  rt_value completion;
  rt_value engine; ///< keeps the key
  EVP_PKEY *key;
  const EVP_MD *digest;      ///< NULL: that of the key
  rt_crypto_bytes data;
  rt_crypto_bytes signature; ///< what is checked
  int padding, salt_length;  ///< RSA's, or NONE
  bool is_plain;             ///< r and s behind each other instead of DER
  bool is_digest;            ///< the data are hashed already
  bool is_check;
  bool is_valid;
  uint8_t *result;           ///< of OpenSSL's memory; NULL: failed
  size_t size;
} operation;

/// The size of r and of s; 0 for keys without.
static size_t plain_size(const EVP_PKEY *key) {
  int id = EVP_PKEY_get_base_id(key);
  return id == EVP_PKEY_EC || id == EVP_PKEY_DSA ? ((size_t)EVP_PKEY_get_bits(key) + 7) / 8 : 0;
}

/// Replaces a DER signature by its numbers.
static void make_plain(operation *o) {
  size_t size = plain_size(o->key);
  const uint8_t *at = o->result;
  ECDSA_SIG *parts = size ? d2i_ECDSA_SIG(NULL, &at, (long)o->size) : NULL;
  if (!parts) return;
  uint8_t *plain = OPENSSL_malloc(2 * size);
  BN_bn2binpad(ECDSA_SIG_get0_r(parts), plain, (int)size);
  BN_bn2binpad(ECDSA_SIG_get0_s(parts), plain + size, (int)size);
  OPENSSL_free(o->result);
  o->result = plain;
  o->size = 2 * size;
  ECDSA_SIG_free(parts);
}

/// The DER of a signature that was given as two numbers; false if it cannot be one.
static bool make_der(operation *o, uint8_t **der, size_t *der_size) {
  size_t size = plain_size(o->key);
  if (o->signature.size != 2 * size) return false;
  ECDSA_SIG *parts = ECDSA_SIG_new();
  ECDSA_SIG_set0(parts, BN_bin2bn(o->signature.data, (int)size, NULL), BN_bin2bn(o->signature.data + size, (int)size, NULL));
  int length = i2d_ECDSA_SIG(parts, der);
  ECDSA_SIG_free(parts);
  *der_size = (size_t)length;
  return length > 0;
}

static bool set_options(const operation *o, EVP_PKEY_CTX *context) {
  if (o->padding != NONE && EVP_PKEY_CTX_set_rsa_padding(context, o->padding) <= 0) return false;
  return o->salt_length == NONE || EVP_PKEY_CTX_set_rsa_pss_saltlen(context, o->salt_length) > 0;
}

/// Signs or checks data that are hashed already.
static bool process_digest(operation *o, rt_crypto_bytes signature) {
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(o->key, NULL);
  bool is_done = context && (o->is_check ? EVP_PKEY_verify_init(context) : EVP_PKEY_sign_init(context)) > 0 &&
                 set_options(o, context) && EVP_PKEY_CTX_set_signature_md(context, o->digest) > 0;
  if (is_done && o->is_check) {
    o->is_valid = EVP_PKEY_verify(context, signature.data, signature.size, o->data.data, o->data.size) == 1;
  } else if (is_done) {
    is_done = EVP_PKEY_sign(context, NULL, &o->size, o->data.data, o->data.size) > 0;
    if (is_done) o->result = OPENSSL_malloc(o->size);
    is_done = is_done && EVP_PKEY_sign(context, o->result, &o->size, o->data.data, o->data.size) > 0;
  }
  EVP_PKEY_CTX_free(context);
  return is_done;
}

static bool process_data(operation *o, rt_crypto_bytes signature) {
  EVP_MD_CTX *context = EVP_MD_CTX_new();
  EVP_PKEY_CTX *options;
  bool is_done = (o->is_check ? EVP_DigestVerifyInit(context, &options, o->digest, NULL, o->key)
                              : EVP_DigestSignInit(context, &options, o->digest, NULL, o->key)) > 0 && set_options(o, options);
  if (is_done && o->is_check) {
    o->is_valid = EVP_DigestVerify(context, signature.data, signature.size, o->data.data, o->data.size) == 1;
  } else if (is_done) {
    is_done = EVP_DigestSign(context, NULL, &o->size, o->data.data, o->data.size) > 0;
    if (is_done) o->result = OPENSSL_malloc(o->size);
    is_done = is_done && EVP_DigestSign(context, o->result, &o->size, o->data.data, o->data.size) > 0;
  }
  EVP_MD_CTX_free(context);
  return is_done;
}

static void run(rt_work *work) {
  operation *o = (operation *)(void *)work;
  rt_crypto_bytes signature = o->signature;
  uint8_t *der = NULL;
  bool is_plain = o->is_plain && plain_size(o->key) > 0;
  if (o->is_check && is_plain) {
    if (!make_der(o, &der, &signature.size)) return;
    signature.data = der;
  }
  bool is_done = (o->is_digest ? process_digest : process_data)(o, signature);
  OPENSSL_free(der);
  if (!is_done) {
    OPENSSL_free(o->result);
    o->result = NULL;
  } else if (!o->is_check && is_plain) {
    make_plain(o);
  }
}

static rt_value result_of(operation *o) {
  if (o->is_check) {
    ERR_clear_error();
    return rt_from_bool(o->is_valid);
  }
  if (!o->result) return RT_UNDEFINED;
  rt_value value = rt__crypto_value(o->result, o->size, -1);
  OPENSSL_free(o->result);
  return value;
}

static void done_js(rt_work *work) {
  operation *o = (operation *)(void *)work;
  RT_ROOT_POINTER(o);
  rt_value result = result_of(o);
  if (result == RT_EXCEPTION) {
    rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
    return;
  }
  if (rt__loop_call_js(o->completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

static rt_crypto_bytes copied(rt_value value) {
  rt_crypto_bytes bytes = rt__crypto_bytes(value, 0);
  uint8_t *copy = rt__allocate(bytes.size + 1, RT_CELL_LEAF);
  memcpy(copy, bytes.data, bytes.size);
  return (rt_crypto_bytes){copy, bytes.size};
}

/// `options`: padding, length of salt, whether numbers are plain, whether the data are hashed, and what is checked.
static rt_value begin(rt_value engine, rt_value digest, rt_value data, rt_value options, rt_value completion, bool is_check) {
  ERR_clear_error();
  const rt_value *fields = ((rt_array *)rt_pointer(options))->elements;
  operation *o = rt__allocate_zeroed(sizeof *o, RT_CELL_WORDS);
  o->engine = engine;
  o->key = rt__crypto_key(engine);
  if (rt_is_string(digest)) {
    o->digest = rt__crypto_digest(rt_as_string(digest));
    if (!o->digest) return RT_NULL;
  }
  o->data = copied(data);
  o->padding = (int)rt_double(fields[0]);
  o->salt_length = (int)rt_double(fields[1]);
  o->is_plain = fields[2] == RT_TRUE;
  o->is_digest = fields[3] == RT_TRUE;
  o->is_check = is_check;
  if (is_check) o->signature = copied(fields[4]);
  if (!rt_is_function(completion)) {
    run(&o->work);
    return result_of(o);
  }
  o->completion = rt__bind_context(completion);
  o->work.run = run;
  o->work.done_js = done_js;
  rt__submit(&o->work);
  return RT_TRUE;
}

/// A signature as a Buffer; undefined with errors in the queue, null if there is no such digest.
rt_value rt_crypto_sign(rt_value engine, rt_value digest, rt_value data, rt_value options, rt_value completion) {
  RT_SAFEPOINT();
  return begin(engine, digest, data, options, completion, false);
}

/// Whether a signature is one; null if there is no such digest.
rt_value rt_crypto_verify(rt_value engine, rt_value digest, rt_value data, rt_value options, rt_value completion) {
  RT_SAFEPOINT();
  return begin(engine, digest, data, options, completion, true);
}

/// Encrypts (0) or decrypts (1) by RSA, or signs (2) or recovers (3) data as they are: a Buffer; undefined with errors in the
/// queue, null if there is no such digest. `hash` and `label` are those of OAEP or undefined.
rt_value rt_crypto_encrypt(rt_value engine, int32_t kind, int32_t padding, rt_value data, rt_value hash, rt_value label) {
  RT_SAFEPOINT();
  ERR_clear_error();
  static int (*const starts[])(EVP_PKEY_CTX *) = {EVP_PKEY_encrypt_init, EVP_PKEY_decrypt_init, EVP_PKEY_sign_init,
                                                  EVP_PKEY_verify_recover_init};
  static int (*const runs[])(EVP_PKEY_CTX *, uint8_t *, size_t *, const uint8_t *, size_t) = {
      EVP_PKEY_encrypt, EVP_PKEY_decrypt, EVP_PKEY_sign, EVP_PKEY_verify_recover};
  const EVP_MD *digest = rt_is_string(hash) ? rt__crypto_digest(rt_as_string(hash)) : NULL;
  if (rt_is_string(hash) && !digest) return RT_NULL;
  rt_crypto_bytes bytes = rt__crypto_bytes(data, 0);
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(rt__crypto_key(engine), NULL);
  bool is_done = context && starts[kind](context) > 0 && EVP_PKEY_CTX_set_rsa_padding(context, padding) > 0;
  if (is_done && digest) is_done = EVP_PKEY_CTX_set_rsa_oaep_md(context, digest) > 0;
  if (is_done && label != RT_UNDEFINED) {
    rt_crypto_bytes text = rt__crypto_bytes(label, 0);
    void *copy = text.size ? OPENSSL_memdup(text.data, text.size) : NULL;
    is_done = EVP_PKEY_CTX_set0_rsa_oaep_label(context, copy, (int)text.size) > 0;
  }
  size_t size = 0;
  is_done = is_done && runs[kind](context, NULL, &size, bytes.data, bytes.size) > 0;
  uint8_t *out = rt__allocate(size + 1, RT_CELL_LEAF);
  is_done = is_done && runs[kind](context, out, &size, bytes.data, bytes.size) > 0;
  EVP_PKEY_CTX_free(context);
  return is_done ? rt__crypto_value(out, size, -1) : RT_UNDEFINED;
}

/// The secret of two keys as a Buffer; undefined with errors in the queue.
rt_value rt_crypto_agree(rt_value private_key, rt_value public_key) {
  RT_SAFEPOINT();
  ERR_clear_error();
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new(rt__crypto_key(private_key), NULL);
  size_t size = 0;
  bool is_done = context && EVP_PKEY_derive_init(context) > 0 &&
                 EVP_PKEY_derive_set_peer(context, rt__crypto_key(public_key)) > 0 && EVP_PKEY_derive(context, NULL, &size) > 0;
  uint8_t *out = rt__allocate(size + 1, RT_CELL_LEAF);
  is_done = is_done && EVP_PKEY_derive(context, out, &size) > 0;
  EVP_PKEY_CTX_free(context);
  return is_done ? rt__crypto_value(out, size, -1) : RT_UNDEFINED;
}
