/// Prime numbers, at once or in a thread.
#include "crypto.h"

#include <openssl/bn.h>

#include "rt_async_context.h"

rt_value rt_crypto_prime(int32_t bits, int32_t is_safe, rt_value add, rt_value remainder, rt_value completion);
rt_value rt_crypto_is_prime(rt_value candidate, rt_value completion);
rt_value rt_buffer_new(double length);

/// A search, or a test.
typedef struct request {
  rt_work work;
  rt_value completion;
  BIGNUM *number, *add, *remainder;
  int bits;
  bool is_safe, is_test;
  int answer; ///< 1: found, or prime
} request;

static void run(rt_work *work) {
  request *r = (request *)(void *)work;
  BN_CTX *context = BN_CTX_new();
  r->answer = r->is_test ? BN_check_prime(r->number, context, NULL)
                         : BN_generate_prime_ex2(r->number, r->bits, r->is_safe, r->add, r->remainder, NULL, context);
  BN_CTX_free(context);
  ERR_clear_error();
}

static rt_value result_of(request *r) {
  rt_value value = RT_UNDEFINED;
  if (r->is_test) {
    value = rt_from_bool(r->answer == 1);
  } else if (r->answer == 1) {
    int size = (r->bits + 7) / 8;
    value = rt_buffer_new(size);
    if (value != RT_EXCEPTION) BN_bn2binpad(r->number, rt_as_view(value)->data, size);
  }
  BN_clear_free(r->number);
  BN_free(r->add);
  BN_free(r->remainder);
  return value;
}

static void done_js(rt_work *work) {
  request *r = (request *)(void *)work;
  RT_ROOT_POINTER(r);
  rt_value result = result_of(r);
  if (rt__loop_call_js(r->completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

static BIGNUM *number_of(rt_value value) {
  if (value == RT_UNDEFINED) return NULL;
  rt_crypto_bytes bytes = rt__crypto_bytes(value, 0);
  return BN_bin2bn(bytes.data, (int)bytes.size, NULL);
}

static rt_value begin(request *r, rt_value completion) {
  if (!rt_is_function(completion)) {
    run(&r->work);
    return result_of(r);
  }
  r->completion = rt__bind_context(completion);
  r->work.run = run;
  r->work.done_js = done_js;
  rt__submit(&r->work);
  return RT_TRUE;
}

/// A prime of so many bits as bytes; modulo `add` it is `remainder`, 1 or, if it is safe, 3. Undefined if there is none;
/// 1 or 2 if `add` or `remainder` cannot be.
rt_value rt_crypto_prime(int32_t bits, int32_t is_safe, rt_value add, rt_value remainder, rt_value completion) {
  RT_SAFEPOINT();
  rt__crypto_start();
  request *r = rt__allocate_zeroed(sizeof *r, RT_CELL_WORDS);
  r->bits = bits;
  r->is_safe = is_safe != 0;
  r->add = number_of(add);
  r->remainder = number_of(remainder);
  int problem = r->add && BN_num_bits(r->add) > bits ? 1 : r->add && r->remainder && BN_cmp(r->add, r->remainder) != 1 ? 2 : 0;
  if (problem) {
    BN_free(r->add);
    BN_free(r->remainder);
    return rt_from_double(problem);
  }
  r->number = BN_new();
  return begin(r, completion);
}

/// Whether a number, which bytes hold, is prime in all likelihood: OpenSSL chooses how often it looks.
rt_value rt_crypto_is_prime(rt_value candidate, rt_value completion) {
  RT_SAFEPOINT();
  rt__crypto_start();
  request *r = rt__allocate_zeroed(sizeof *r, RT_CELL_WORDS);
  r->number = number_of(candidate);
  r->is_test = true;
  return begin(r, completion);
}
