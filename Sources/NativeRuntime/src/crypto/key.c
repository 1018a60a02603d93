/// Asymmetric keys: reading, writing, generating, comparing and describing them.
#include "key.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/objects.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

#include "rt_async_context.h"

rt_value rt_crypto_key_read(rt_value data, int32_t is_private, int32_t is_der, rt_value passphrase);
rt_value rt_crypto_key_public(rt_value engine);
rt_value rt_crypto_key_write(rt_value engine, int32_t form, int32_t is_der, rt_value cipher, rt_value passphrase);
rt_value rt_crypto_key_details(rt_value engine);
int32_t rt_crypto_key_equal(rt_value a, rt_value b);
rt_value rt_crypto_key_generate(rt_string *type, double bits, double exponent, rt_value curve, rt_value completion);

static void release(void *key) { EVP_PKEY_free(key); }

static rt_value engine_of(EVP_PKEY *key) { return key ? rt__crypto_engine(key, release) : RT_UNDEFINED; }

EVP_PKEY *rt__crypto_key(rt_value engine) { return rt__crypto_state(engine); }

/// Gives PEM's functions the passphrase; without one they must not ask at the terminal.
static int give_passphrase(char *buffer, int size, int is_writing, void *context) {
  (void)is_writing;
  const rt_crypto_bytes *passphrase = context;
  if (!passphrase->data || passphrase->size > (size_t)size) return -1;
  memcpy(buffer, passphrase->data, passphrase->size);
  return (int)passphrase->size;
}

static EVP_PKEY *key_of_certificate(X509 *certificate) {
  EVP_PKEY *key = certificate ? X509_get_pubkey(certificate) : NULL;
  X509_free(certificate);
  return key;
}

static EVP_PKEY *read_public(BIO *input, rt_crypto_bytes bytes, bool is_der, rt_crypto_bytes *passphrase) {
  if (!is_der) {
    EVP_PKEY *key = PEM_read_bio_PUBKEY(input, NULL, give_passphrase, passphrase);
    ERR_clear_error();
    if (!key && BIO_reset(input) >= 0) key = key_of_certificate(PEM_read_bio_X509(input, NULL, give_passphrase, passphrase));
    ERR_clear_error();
    // Whoever has the private key has the public one.
    if (!key && BIO_reset(input) >= 0) key = PEM_read_bio_PrivateKey(input, NULL, give_passphrase, passphrase);
    return key;
  }
  const uint8_t *at = bytes.data;
  EVP_PKEY *key = d2i_PUBKEY(NULL, &at, (long)bytes.size);
  if (!key) key = d2i_PublicKey(EVP_PKEY_RSA, NULL, (at = bytes.data, &at), (long)bytes.size);
  if (!key) key = d2i_AutoPrivateKey(NULL, (at = bytes.data, &at), (long)bytes.size);
  return key;
}

static EVP_PKEY *read_private(BIO *input, rt_crypto_bytes bytes, bool is_der, rt_crypto_bytes *passphrase) {
  if (!is_der) return PEM_read_bio_PrivateKey(input, NULL, give_passphrase, passphrase);
  const uint8_t *at = bytes.data;
  EVP_PKEY *key = d2i_AutoPrivateKey(NULL, &at, (long)bytes.size);
  return key ? key : d2i_PKCS8PrivateKey_bio(input, NULL, give_passphrase, passphrase);
}

/// A key from PEM or DER in any of the usual forms; undefined with errors in the queue.
rt_value rt_crypto_key_read(rt_value data, int32_t is_private, int32_t is_der, rt_value passphrase) {
  RT_SAFEPOINT();
  rt__crypto_start();
  ERR_clear_error();
  rt_crypto_bytes bytes = rt__crypto_bytes(data, 0), secret = {0};
  if (passphrase != RT_UNDEFINED) secret = rt__crypto_bytes(passphrase, 0);
  BIO *input = BIO_new_mem_buf(bytes.data, (int)bytes.size);
  EVP_PKEY *key = (is_private ? read_private : read_public)(input, bytes, is_der != 0, &secret);
  BIO_free(input);
  if (key) ERR_clear_error();
  return engine_of(key);
}

/// The same key as an object of its own.
rt_value rt_crypto_key_public(rt_value engine) {
  RT_SAFEPOINT();
  EVP_PKEY *key = rt__crypto_key(engine);
  EVP_PKEY_up_ref(key);
  return engine_of(key);
}

/// How a key is written; crypto-keys.ts has the same numbers.
enum form { SPKI, PKCS8, TRADITIONAL, PKCS1_PUBLIC };

static int write_pkcs1_public(BIO *output, EVP_PKEY *key, bool is_der) {
  uint8_t *der = NULL;
  int size = i2d_PublicKey(key, &der);
  if (size < 0) return 0;
  int result = is_der ? BIO_write(output, der, size) == size : PEM_write_bio(output, "RSA PUBLIC KEY", "", der, size) > 0;
  OPENSSL_free(der);
  return result;
}

/// A key as PEM or DER in a Buffer; the private key encrypted if there is a cipher. Undefined with errors in the queue.
rt_value rt_crypto_key_write(rt_value engine, int32_t form, int32_t is_der, rt_value cipher_name, rt_value passphrase) {
  RT_SAFEPOINT();
  ERR_clear_error();
  EVP_PKEY *key = rt__crypto_key(engine);
  rt_crypto_bytes secret = {0};
  const EVP_CIPHER *cipher = NULL;
  if (rt_is_string(cipher_name)) {
    cipher = EVP_get_cipherbyname(rt__utf8_cstring(rt_as_string(cipher_name)));
    secret = rt__crypto_bytes(passphrase, 0);
    if (!cipher) return RT_NULL;
  }
  BIO *output = BIO_new(BIO_s_mem());
  const char *text = (const char *)secret.data;
  int size = (int)secret.size, result = 0;
  switch ((enum form)form) {
  case SPKI: result = is_der ? i2d_PUBKEY_bio(output, key) : PEM_write_bio_PUBKEY(output, key); break;
  case PKCS8:
    result = is_der ? i2d_PKCS8PrivateKey_bio(output, key, cipher, text, size, NULL, NULL)
                    : PEM_write_bio_PKCS8PrivateKey(output, key, cipher, text, size, NULL, NULL);
    break;
  case TRADITIONAL:
    result = is_der ? i2d_PrivateKey_bio(output, key)
                    : PEM_write_bio_PrivateKey_traditional(output, key, cipher, secret.data, size, NULL, NULL);
    break;
  case PKCS1_PUBLIC: result = write_pkcs1_public(output, key, is_der != 0); break;
  }
  rt_value value = RT_UNDEFINED;
  char *data;
  long length = BIO_get_mem_data(output, &data);
  if (result > 0) value = rt__crypto_value((const uint8_t *)data, (size_t)length, -1);
  BIO_free(output);
  return value;
}

static rt_value text_value(const char *text) {
  return rt_from_string(rt__string_from_utf8((const uint8_t *)text, strlen(text)));
}

/// The type as Node names it.
static const char *type_name(const EVP_PKEY *key) {
  switch (EVP_PKEY_get_base_id(key)) {
  case EVP_PKEY_RSA: return "rsa";
  case EVP_PKEY_RSA_PSS: return "rsa-pss";
  case EVP_PKEY_DSA: return "dsa";
  case EVP_PKEY_DH: return "dh";
  case EVP_PKEY_EC: return "ec";
  case EVP_PKEY_X25519: return "x25519";
  case EVP_PKEY_X448: return "x448";
  case EVP_PKEY_ED25519: return "ed25519";
  case EVP_PKEY_ED448: return "ed448";
  default: return "";
  }
}

/// What a key is: its type, its size in bits, its public exponent as digits or curve as text (otherwise empty).
rt_value rt_crypto_key_details(rt_value engine) {
  RT_SAFEPOINT();
  EVP_PKEY *key = rt__crypto_key(engine);
  rt_array *result = rt__array_new(3);
  (void)rt__array_push(result, text_value(type_name(key)));
  (void)rt__array_push(result, rt_from_double(EVP_PKEY_get_bits(key)));
  BIGNUM *exponent = NULL;
  char curve[80] = "";
  size_t size;
  if (EVP_PKEY_get_bn_param(key, OSSL_PKEY_PARAM_RSA_E, &exponent) == 1) {
    char *digits = BN_bn2dec(exponent);
    (void)rt__array_push(result, text_value(digits));
    OPENSSL_free(digits);
    BN_free(exponent);
  } else {
    if (EVP_PKEY_get_utf8_string_param(key, OSSL_PKEY_PARAM_GROUP_NAME, curve, sizeof curve, &size) != 1) curve[0] = 0;
    (void)rt__array_push(result, text_value(curve));
  }
  ERR_clear_error();
  return rt_from_object(result);
}

int32_t rt_crypto_key_equal(rt_value a, rt_value b) {
  int result = EVP_PKEY_eq(rt__crypto_key(a), rt__crypto_key(b));
  ERR_clear_error();
  return result == 1;
}

// Generating.

typedef struct generation {
  rt_work work;
  rt_value completion;
  const char *type, *curve;
  double bits, exponent;
  EVP_PKEY *key;
} generation;

static void generate(rt_work *work) {
  generation *g = (generation *)(void *)work;
  EVP_PKEY_CTX *context = EVP_PKEY_CTX_new_from_name(NULL, g->type, NULL);
  bool is_ready = context && EVP_PKEY_keygen_init(context) == 1;
  BIGNUM *exponent = NULL;
  if (is_ready && g->bits > 0) {
    is_ready = EVP_PKEY_CTX_set_rsa_keygen_bits(context, (int)g->bits) == 1;
    exponent = BN_new();
    if (is_ready && g->exponent > 0)
      is_ready = BN_set_word(exponent, (BN_ULONG)g->exponent) && EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context, exponent) == 1;
  }
  if (is_ready && g->curve) is_ready = EVP_PKEY_CTX_set_group_name(context, g->curve) == 1;
  if (is_ready && EVP_PKEY_generate(context, &g->key) != 1) g->key = NULL;
  ERR_clear_error();
  BN_free(exponent);
  EVP_PKEY_CTX_free(context);
}

static void done_js(rt_work *work) {
  generation *g = (generation *)(void *)work;
  RT_ROOT_POINTER(g);
  rt_value result = engine_of(g->key);
  if (rt__loop_call_js(g->completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

/// A new key of a type as OpenSSL names it, RSA's with bits and exponent, others with a curve (otherwise undefined), now or
/// with a completion later; undefined if that failed, `null` if there is no such curve.
rt_value rt_crypto_key_generate(rt_string *type, double bits, double exponent, rt_value curve, rt_value completion) {
  RT_SAFEPOINT();
  rt__crypto_start();
  ERR_clear_error();
  generation *g = rt__allocate_zeroed(sizeof *g, RT_CELL_WORDS);
  g->type = rt__utf8_cstring(type);
  g->bits = bits;
  g->exponent = exponent;
  if (rt_is_string(curve)) {
    g->curve = rt__utf8_cstring(rt_as_string(curve));
    if (OBJ_sn2nid(g->curve) == NID_undef && EC_curve_nist2nid(g->curve) == NID_undef) return RT_NULL;
  }
  if (!rt_is_function(completion)) {
    generate(&g->work);
    return engine_of(g->key);
  }
  g->completion = rt__bind_context(completion);
  g->work.run = generate;
  g->work.done_js = done_js;
  rt__submit(&g->work);
  return RT_TRUE;
}
