/// Stands for the other files of src/crypto where there is no OpenSSL: the facade asks first, and throws.
#include "rt_string.h"
#include "rt_value.h"

int32_t rt_crypto_is_available(void);
int32_t rt_crypto_is_available(void) { return 0; }

#define ABSENT(type, name, nothing, ...)                                                                               \
  type name(__VA_ARGS__);                                                                                              \
  type name(__VA_ARGS__) { return nothing; }

#pragma clang diagnostic ignored "-Wunused-parameter"
ABSENT(rt_value, rt_crypto_errors, RT_UNDEFINED, void)
ABSENT(rt_value, rt_crypto_hash_new, RT_UNDEFINED, rt_string *name, double length)
ABSENT(rt_value, rt_crypto_hash_copy, RT_UNDEFINED, rt_value engine, double length)
ABSENT(rt_value, rt_crypto_hmac_new, RT_UNDEFINED, rt_string *name, rt_value key)
ABSENT(int32_t, rt_crypto_update, 0, rt_value engine, rt_value data, int32_t encoding)
ABSENT(rt_value, rt_crypto_digest, RT_UNDEFINED, rt_value engine, int32_t encoding)
ABSENT(rt_value, rt_crypto_hash, RT_UNDEFINED, rt_string *name, rt_value data, int32_t from, int32_t to, double length)
ABSENT(int32_t, rt_crypto_digest_size, 0, rt_string *name)
ABSENT(rt_value, rt_crypto_cipher_new, RT_UNDEFINED, rt_string *name, rt_value key, rt_value iv, int32_t is_encryption,
       double tag_size)
ABSENT(rt_value, rt_crypto_cipher_update, RT_UNDEFINED, rt_value engine, rt_value data, int32_t encoding)
ABSENT(rt_value, rt_crypto_cipher_final, RT_UNDEFINED, rt_value engine)
ABSENT(int32_t, rt_crypto_cipher_set_padding, 0, rt_value engine, int32_t is_padded)
ABSENT(int32_t, rt_crypto_cipher_set_data, 0, rt_value engine, rt_value data, double plaintext_length)
ABSENT(int32_t, rt_crypto_cipher_set_tag, 0, rt_value engine, rt_value tag)
ABSENT(rt_value, rt_crypto_cipher_tag, RT_UNDEFINED, rt_value engine)
ABSENT(rt_value, rt_crypto_cipher_info, RT_UNDEFINED, rt_value name, double key_length, double iv_length)
ABSENT(rt_value, rt_crypto_names, RT_UNDEFINED, int32_t kind)
ABSENT(rt_value, rt_crypto_derive, RT_UNDEFINED, int32_t kind, rt_value secret, rt_value salt, rt_value info,
       rt_value parameters, rt_value completion)
ABSENT(rt_value, rt_crypto_key_read, RT_UNDEFINED, rt_value data, int32_t is_private, int32_t is_der, rt_value passphrase)
ABSENT(rt_value, rt_crypto_key_public, RT_UNDEFINED, rt_value engine)
ABSENT(rt_value, rt_crypto_key_write, RT_UNDEFINED, rt_value engine, int32_t form, int32_t is_der, rt_value cipher,
       rt_value passphrase)
ABSENT(rt_value, rt_crypto_key_details, RT_UNDEFINED, rt_value engine)
ABSENT(int32_t, rt_crypto_key_equal, 0, rt_value a, rt_value b)
ABSENT(rt_value, rt_crypto_key_generate, RT_UNDEFINED, rt_string *type, double bits, double exponent, rt_value curve,
       rt_value completion)
ABSENT(rt_value, rt_crypto_sign, RT_UNDEFINED, rt_value engine, rt_value digest, rt_value data, rt_value options,
       rt_value completion)
ABSENT(rt_value, rt_crypto_verify, RT_UNDEFINED, rt_value engine, rt_value digest, rt_value data, rt_value options,
       rt_value completion)
ABSENT(rt_value, rt_crypto_encrypt, RT_UNDEFINED, rt_value engine, int32_t kind, int32_t padding, rt_value data,
       rt_value hash, rt_value label)
ABSENT(rt_value, rt_crypto_agree, RT_UNDEFINED, rt_value private_key, rt_value public_key)
