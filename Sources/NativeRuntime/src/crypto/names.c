/// The names of what there is: digests, ciphers, curves.
#include "crypto.h"

#include <openssl/ec.h>
#include <openssl/objects.h>

rt_value rt_crypto_names(int32_t kind);

enum { HASHES, CIPHERS, CURVES };

static void add(rt_array *list, const char *name) {
  if (name) (void)rt__array_push(list, rt_from_string(rt__string_from_utf8((const uint8_t *)name, strlen(name))));
}

static void add_digest(const EVP_MD *digest, const char *from, const char *to, void *list) {
  EVP_MD *fetched = EVP_MD_fetch(NULL, digest ? EVP_MD_get0_name(digest) : to, NULL);
  if (fetched) add(list, from);
  EVP_MD_free(fetched);
}

static void add_cipher(const EVP_CIPHER *cipher, const char *from, const char *to, void *list) {
  EVP_CIPHER *fetched = EVP_CIPHER_fetch(NULL, cipher ? EVP_CIPHER_get0_name(cipher) : to, NULL);
  if (fetched) add(list, from);
  EVP_CIPHER_free(fetched);
}

/// An array of names, in no order.
rt_value rt_crypto_names(int32_t kind) {
  RT_SAFEPOINT();
  rt__crypto_start();
  rt_array *list = rt__array_new(64);
  switch (kind) {
  case HASHES: EVP_MD_do_all_sorted(add_digest, list); break;
  case CIPHERS: EVP_CIPHER_do_all_sorted(add_cipher, list); break;
  default: {
    size_t count = EC_get_builtin_curves(NULL, 0);
    EC_builtin_curve *curves = OPENSSL_zalloc(count * sizeof *curves);
    EC_get_builtin_curves(curves, count);
    for (size_t i = 0; i < count; i++) add(list, OBJ_nid2sn(curves[i].nid));
    OPENSSL_free(curves);
  }
  }
  ERR_clear_error();
  return rt_from_object(list);
}
