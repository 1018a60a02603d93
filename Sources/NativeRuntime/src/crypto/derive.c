/// Keys derived from passwords and other secrets, at once or in a thread.
#include "crypto.h"

#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include "rt_async_context.h"

rt_value rt_crypto_derive(int32_t kind, rt_value secret, rt_value salt, rt_value info, rt_value parameters,
                          rt_value completion);

/// crypto-derive.ts has the same numbers.
enum kind { PBKDF2, SCRYPT, HKDF };

/// A derivation; what it refers to lies in cells that it keeps alive.
typedef struct derivation {
  rt_work work;
  rt_value completion;
  rt_value result; ///< a Buffer, which is filled
  uint8_t *out;
  size_t size;
  enum kind kind;
  rt_crypto_bytes secret, salt, info;
  const EVP_MD *digest;
  double parameters[4]; ///< iterations; or N, r, p and the most memory
  bool is_done;
} derivation;

/// A copy that nobody changes meanwhile.
static rt_crypto_bytes copied(rt_value value) {
  rt_crypto_bytes bytes = rt__crypto_bytes(value, 0);
  uint8_t *copy = rt__allocate(bytes.size + 1, RT_CELL_LEAF);
  memcpy(copy, bytes.data, bytes.size);
  return (rt_crypto_bytes){copy, bytes.size};
}

static bool expand(derivation *d) {
  EVP_KDF *function = EVP_KDF_fetch(NULL, "HKDF", NULL);
  EVP_KDF_CTX *context = EVP_KDF_CTX_new(function);
  EVP_KDF_free(function);
  OSSL_PARAM parameters[] = {
      OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, (char *)(uintptr_t)EVP_MD_get0_name(d->digest), 0),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)(uintptr_t)d->secret.data, d->secret.size),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, (void *)(uintptr_t)d->salt.data, d->salt.size),
      OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)(uintptr_t)d->info.data, d->info.size),
      OSSL_PARAM_construct_end(),
  };
  bool is_done = EVP_KDF_derive(context, d->out, d->size, parameters) == 1;
  EVP_KDF_CTX_free(context);
  return is_done;
}

static void run(rt_work *work) {
  derivation *d = (derivation *)(void *)work;
  const char *secret = (const char *)d->secret.data;
  switch (d->kind) {
  case PBKDF2:
    // Older versions of OpenSSL see no mistake in keys without a byte.
    d->is_done = d->size > 0 && PKCS5_PBKDF2_HMAC(secret, (int)d->secret.size, d->salt.data, (int)d->salt.size,
                                                  (int)d->parameters[0], d->digest, (int)d->size, d->out) == 1;
    break;
  case SCRYPT:
    // Without a place for the key only the parameters are checked.
    d->is_done = EVP_PBE_scrypt(secret, d->secret.size, d->salt.data, d->salt.size, (uint64_t)d->parameters[0],
                                (uint64_t)d->parameters[1], (uint64_t)d->parameters[2], (uint64_t)d->parameters[3],
                                d->size > 0 ? d->out : NULL, d->size) == 1;
    break;
  case HKDF: d->is_done = expand(d); break;
  }
}

static void done_js(rt_work *work) {
  derivation *d = (derivation *)(void *)work;
  RT_ROOT_POINTER(d);
  rt_value result = d->is_done ? d->result : RT_UNDEFINED;
  if (rt__loop_call_js(d->completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

static double number_at(rt_value list, uint32_t index) {
  const rt_array *array = rt_pointer(list);
  return index < array->length ? rt_double(array->elements[index]) : 0;
}

rt_value rt_buffer_new(double length);

/// Derives so many bytes (the first of the parameters, behind it those of the function) as a Buffer; undefined if that is
/// impossible, with the reason in OpenSSL's queue. `info` is HKDF's, else undefined; `salt` is a pair of the salt and the
/// name of a digest or undefined. With a completion it is called with the result.
rt_value rt_crypto_derive(int32_t kind, rt_value secret, rt_value salt, rt_value info, rt_value parameters,
                          rt_value completion) {
  RT_SAFEPOINT();
  rt__crypto_start();
  ERR_clear_error();
  derivation *d = rt__allocate_zeroed(sizeof *d, RT_CELL_WORDS);
  const rt_array *pair = rt_pointer(salt);
  d->kind = (enum kind)kind;
  d->size = (size_t)number_at(parameters, 0);
  for (uint32_t i = 0; i < 4; i++) d->parameters[i] = number_at(parameters, i + 1);
  d->secret = copied(secret);
  d->salt = copied(pair->elements[0]);
  d->info = copied(info);
  if (rt_is_string(pair->elements[1])) {
    d->digest = rt__crypto_digest(rt_as_string(pair->elements[1]));
    if (!d->digest) return RT_UNDEFINED;
  }
  if (kind == SCRYPT && EVP_PBE_scrypt(NULL, 0, NULL, 0, (uint64_t)d->parameters[0], (uint64_t)d->parameters[1],
                                       (uint64_t)d->parameters[2], (uint64_t)d->parameters[3], NULL, 0) != 1)
    return RT_UNDEFINED;
  d->result = rt_buffer_new((double)d->size);
  if (d->result == RT_EXCEPTION) return RT_EXCEPTION;
  d->out = rt_as_view(d->result)->data;
  if (!rt_is_function(completion)) {
    run(&d->work);
    return d->is_done ? d->result : RT_UNDEFINED;
  }
  d->completion = rt__bind_context(completion);
  d->work.run = run;
  d->work.done_js = done_js;
  rt__submit(&d->work);
  return RT_TRUE;
}
