/// Random bytes of the system, at once or in a thread; and comparing without telling by the time what differs.
#include "binary/binary.h"
#include "buffer/encoding.h"
#include "rt_async_context.h"
#include "rt_loop.h"
#include "rt_prim.h"

int32_t rt_crypto_random(rt_value target, double offset, double size, rt_value completion);
rt_value rt_crypto_uuid(int32_t is_cached, double time);
int32_t rt_crypto_equal(rt_value a, rt_value b);

typedef struct request {
  rt_work work;
  rt_value completion, target;
  uint8_t *bytes;
  size_t size;
  int result;
} request;

static uint8_t *data_of(rt_value value, size_t *size) {
  if (rt_is_buffer(value)) {
    *size = rt_as_buffer(value)->byte_length;
    return rt_as_buffer(value)->data;
  }
  *size = rt_view_byte_length(rt_as_view(value));
  return rt_as_view(value)->data;
}

static void run(rt_work *work) {
  request *r = (request *)(void *)work;
  r->result = rt_prim_random(r->bytes, r->size);
}

static void done_js(rt_work *work) {
  request *r = (request *)(void *)work;
  RT_ROOT_POINTER(r);
  rt_value result = rt_from_double(r->result);
  if (rt__loop_call_js(r->completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

/// Fills bytes of a view or buffer: 0 or a negated errno, which a completion is called with instead.
int32_t rt_crypto_random(rt_value target, double offset, double size, rt_value completion) {
  RT_SAFEPOINT();
  size_t room;
  uint8_t *data = data_of(target, &room);
  size_t start = offset < (double)room ? (size_t)offset : room;
  size_t count = size < (double)(room - start) ? (size_t)size : room - start;
  if (!rt_is_function(completion)) return count ? rt_prim_random(data + start, count) : 0;
  request *r = rt__allocate_zeroed(sizeof *r, RT_CELL_WORDS);
  r->completion = rt__bind_context(completion);
  r->target = target;
  r->bytes = data + start;
  r->size = count;
  r->work.run = run;
  r->work.done_js = done_js;
  rt__submit(&r->work);
  return 0;
}

/// Whether two views or buffers of the same size have the same bytes.
int32_t rt_crypto_equal(rt_value a, rt_value b) {
  size_t size, other;
  const volatile uint8_t *left = data_of(a, &size), *right = data_of(b, &other);
  uint8_t difference = 0;
  for (size_t i = 0; i < size && i < other; i++) difference |= left[i] ^ right[i];
  return size == other && difference == 0;
}

/// The text of a UUID: of version 4, or of version 7 with a time in milliseconds, which is negative otherwise. `is_cached`:
/// with random bytes that were fetched before. A negated errno as a number if there are none.
rt_value rt_crypto_uuid(int32_t is_cached, double time) {
  RT_SAFEPOINT();
  enum { SIZE = 16, BATCH = 128 * SIZE, TEXT_SIZE = 36 };
  static uint8_t pool[BATCH];
  static uint32_t pool_offset = BATCH;
  uint8_t single[SIZE], *bytes = single;
  int error = 0;
  if (is_cached) {
    if (pool_offset == BATCH) error = rt_prim_random(pool, BATCH);
    if (error == 0 && pool_offset == BATCH) pool_offset = 0;
    bytes = pool + pool_offset;
    if (error == 0) pool_offset += SIZE;
  } else {
    error = rt_prim_random(single, SIZE);
  }
  if (error < 0) return rt_from_double(error);
  if (time >= 0) {
    uint64_t milliseconds = (uint64_t)time;
    for (int i = 5; i >= 0; i--, milliseconds >>= 8) bytes[i] = (uint8_t)milliseconds;
  }
  bytes[6] = (uint8_t)((bytes[6] & 0x0F) | (time >= 0 ? 0x70 : 0x40));
  bytes[8] = (uint8_t)((bytes[8] & 0x3F) | 0x80);
  rt_string *text = rt__string_latin1_raw(TEXT_SIZE);
  uint8_t *out = rt__latin1_data(text);
  static const uint8_t groups[] = {4, 2, 2, 2, 6};
  const uint8_t *from = bytes;
  for (uint32_t i = 0; i < sizeof groups; i++) {
    if (i > 0) *out++ = '-';
    rt__hex_encode(from, groups[i], out);
    from += groups[i];
    out += 2 * groups[i];
  }
  // What was given out is not to be found in memory.
  memset(bytes, 0, SIZE);
  return rt_from_string(text);
}
