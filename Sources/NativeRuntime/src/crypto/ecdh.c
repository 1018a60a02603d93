/// Agreeing on secrets by points of elliptic curves.
#include "crypto.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/objects.h>

rt_value rt_crypto_ecdh_new(rt_string *curve);
int32_t rt_crypto_ecdh_generate(rt_value engine);
rt_value rt_crypto_ecdh_get(rt_value engine, int32_t form);
int32_t rt_crypto_ecdh_set(rt_value engine, rt_value bytes, int32_t is_private);
rt_value rt_crypto_ecdh_secret(rt_value engine, rt_value other);

/// One side; what it does not have yet is NULL.
typedef struct side {
  EC_GROUP *group;
  BIGNUM *number;  ///< the private key
  EC_POINT *point; ///< the public key
} side;

static void release(void *pointer) {
  side *s = pointer;
  BN_clear_free(s->number);
  EC_POINT_free(s->point);
  EC_GROUP_free(s->group);
  OPENSSL_free(s);
}

/// A side with a curve by its name; undefined if there is none.
rt_value rt_crypto_ecdh_new(rt_string *curve) {
  RT_SAFEPOINT();
  rt__crypto_start();
  int nid = OBJ_sn2nid(rt__utf8_cstring(curve));
  EC_GROUP *group = nid == NID_undef ? NULL : EC_GROUP_new_by_curve_name(nid);
  ERR_clear_error();
  if (!group) return RT_UNDEFINED;
  side *s = OPENSSL_zalloc(sizeof *s);
  s->group = group;
  return rt__crypto_engine(s, release);
}

/// Takes a private key and computes the public one; false if it cannot be one.
static bool take_number(side *s, BIGNUM *number) {
  bool is_valid = number && !BN_is_zero(number) && !BN_is_negative(number) &&
                  BN_cmp(number, EC_GROUP_get0_order(s->group)) < 0;
  EC_POINT *point = is_valid ? EC_POINT_new(s->group) : NULL;
  if (!point || EC_POINT_mul(s->group, point, number, NULL, NULL, NULL) != 1) {
    EC_POINT_free(point);
    BN_clear_free(number);
    ERR_clear_error();
    return false;
  }
  BN_clear_free(s->number);
  EC_POINT_free(s->point);
  s->number = number;
  s->point = point;
  return true;
}

/// Makes a pair of keys.
int32_t rt_crypto_ecdh_generate(rt_value engine) {
  side *s = rt__crypto_state(engine);
  BIGNUM *number = BN_secure_new();
  do {
    if (BN_priv_rand_range(number, EC_GROUP_get0_order(s->group)) != 1) {
      BN_free(number);
      return false;
    }
  } while (BN_is_zero(number));
  return take_number(s, number);
}

/// The public key in a form (point_conversion_form_t), or the private one (0), as a Buffer; undefined without.
rt_value rt_crypto_ecdh_get(rt_value engine, int32_t form) {
  RT_SAFEPOINT();
  const side *s = rt__crypto_state(engine);
  uint8_t bytes[256];
  size_t size = 0;
  if (form == 0) {
    if (!s->number || (size_t)BN_num_bytes(s->number) > sizeof bytes) return RT_UNDEFINED;
    size = (size_t)BN_bn2bin(s->number, bytes);
  } else if (s->point) {
    size = EC_POINT_point2oct(s->group, s->point, (point_conversion_form_t)form, bytes, sizeof bytes, NULL);
  }
  ERR_clear_error();
  return size == 0 ? RT_UNDEFINED : rt__crypto_value(bytes, size, -1);
}

/// The point that bytes stand for; NULL if it does not lie on the curve.
static EC_POINT *point_of(const side *s, rt_value value) {
  rt_crypto_bytes bytes = rt__crypto_bytes(value, 0);
  EC_POINT *point = EC_POINT_new(s->group);
  if (EC_POINT_oct2point(s->group, point, bytes.data, bytes.size, NULL) == 1) return point;
  EC_POINT_free(point);
  ERR_clear_error();
  return NULL;
}

/// Sets a key; false if it is none.
int32_t rt_crypto_ecdh_set(rt_value engine, rt_value value, int32_t is_private) {
  side *s = rt__crypto_state(engine);
  if (is_private) {
    rt_crypto_bytes bytes = rt__crypto_bytes(value, 0);
    return take_number(s, BN_bin2bn(bytes.data, (int)bytes.size, NULL));
  }
  EC_POINT *point = point_of(s, value);
  if (!point) return false;
  EC_POINT_free(s->point);
  s->point = point;
  return true;
}

/// Whether the public key is that of the private one.
static bool is_pair(const side *s) {
  EC_POINT *point = EC_POINT_new(s->group);
  bool result = EC_POINT_mul(s->group, point, s->number, NULL, NULL, NULL) == 1 &&
                EC_POINT_cmp(s->group, point, s->point, NULL) == 0;
  EC_POINT_free(point);
  return result;
}

/// The secret with the other side's public key as a Buffer; 1 if this side has no pair of keys, 2 if that key is none.
rt_value rt_crypto_ecdh_secret(rt_value engine, rt_value other) {
  RT_SAFEPOINT();
  const side *s = rt__crypto_state(engine);
  if (!s->number || !s->point || !is_pair(s)) return rt_from_double(1);
  EC_POINT *theirs = point_of(s, other), *product = EC_POINT_new(s->group);
  BIGNUM *x = BN_new();
  uint8_t bytes[128];
  int size = (EC_GROUP_get_degree(s->group) + 7) / 8;
  bool is_done = theirs && (size_t)size <= sizeof bytes &&
                 EC_POINT_mul(s->group, product, NULL, theirs, s->number, NULL) == 1 &&
                 EC_POINT_get_affine_coordinates(s->group, product, x, NULL, NULL) == 1;
  if (is_done) BN_bn2binpad(x, bytes, size);
  BN_clear_free(x);
  EC_POINT_free(theirs);
  EC_POINT_free(product);
  ERR_clear_error();
  return is_done ? rt__crypto_value(bytes, (size_t)size, -1) : rt_from_double(2);
}
