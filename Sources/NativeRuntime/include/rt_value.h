/// JavaScript values as 64-bit words ("NaN boxing").
///
/// Glossary
///   value    any JavaScript value in 64 bits (`rt_value`)
///   number   a double stored raw, without offset; every bit pattern up to 0xFFF8_0000_0000_0000 is a number
///   special  undefined, null, false, true and the internal values `hole` and `exception`
///   hole     "nothing here": an uninitialised binding, an array hole, the end of an iteration; never seen by a program
///   pending  the exception that is under way, in `rt_pending`, while functions return their exception signal
///
/// Exception signals, by a function's return type (one register, the same on every target):
///   rt_value  RT_EXCEPTION (all bits set)          double    the NaN with all bits set
///   pointer   NULL                                 truth     int32_t 0, 1, or 2 for an exception
///   int64_t   -1 (carries an i32 or u32)           no value  int32_t 0, or -1 for an exception
/// A recursive fib was measured with this and with a second return register: no difference.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef uint64_t rt_value;

typedef struct rt_string rt_string;
typedef struct rt_object rt_object;
typedef struct rt_function rt_function;
typedef struct rt_array rt_array;
typedef struct rt_shape rt_shape;
typedef struct rt_cell rt_cell;

#define RT_TAG_SHIFT 48
#define RT_TAG_SPECIAL 0xFFF9ull
#define RT_TAG_STRING 0xFFFAull
#define RT_TAG_SYMBOL 0xFFFBull
#define RT_TAG_OBJECT 0xFFFCull
#define RT_TAG_BIGINT 0xFFFDull
#define RT_PAYLOAD_MASK 0x0000FFFFFFFFFFFFull

#define RT_SPECIAL(n) ((RT_TAG_SPECIAL << RT_TAG_SHIFT) | (n))
#define RT_UNDEFINED RT_SPECIAL(0ull)
#define RT_NULL RT_SPECIAL(1ull)
#define RT_FALSE RT_SPECIAL(2ull)
#define RT_TRUE RT_SPECIAL(3ull)
#define RT_HOLE RT_SPECIAL(4ull)
#define RT_EXCEPTION 0xFFFFFFFFFFFFFFFFull

static inline bool rt_is_number(rt_value v) { return v < (RT_TAG_SPECIAL << RT_TAG_SHIFT); }
static inline bool rt_is_tag(rt_value v, uint64_t tag) { return (v >> RT_TAG_SHIFT) == tag; }
static inline bool rt_is_string(rt_value v) { return rt_is_tag(v, RT_TAG_STRING); }
static inline bool rt_is_symbol(rt_value v) { return rt_is_tag(v, RT_TAG_SYMBOL); }
static inline bool rt_is_object(rt_value v) { return rt_is_tag(v, RT_TAG_OBJECT); }
static inline bool rt_is_bigint(rt_value v) { return rt_is_tag(v, RT_TAG_BIGINT); }
static inline bool rt_is_nullish(rt_value v) { return (v & ~1ull) == RT_UNDEFINED; }
static inline bool rt_is_boolean(rt_value v) { return (v & ~1ull) == RT_FALSE; }

/// The double in a number; the caller knows that it is one.
static inline double rt_double(rt_value v) {
  double d;
  memcpy(&d, &v, sizeof d);
  return d;
}

/// A number from any double; NaNs with foreign payloads must come through `rt_from_any_double`.
static inline rt_value rt_from_double(double d) {
  rt_value v;
  memcpy(&v, &d, sizeof v);
  return v;
}

/// A number from a double whose NaN payload is not under our control (typed arrays, parsed bytes).
static inline rt_value rt_from_any_double(double d) { return d == d ? rt_from_double(d) : 0x7FF8000000000000ull; }

static inline rt_value rt_from_bool(bool b) { return RT_FALSE | (rt_value)b; }
static inline void *rt_pointer(rt_value v) { return (void *)(uintptr_t)(v & RT_PAYLOAD_MASK); }
static inline rt_value rt_from_pointer(const void *p, uint64_t tag) { return (tag << RT_TAG_SHIFT) | (uint64_t)(uintptr_t)p; }
static inline rt_value rt_from_string(const rt_string *s) { return rt_from_pointer(s, RT_TAG_STRING); }
static inline rt_value rt_from_object(const void *o) { return rt_from_pointer(o, RT_TAG_OBJECT); }
static inline rt_string *rt_as_string(rt_value v) { return (rt_string *)rt_pointer(v); }
static inline rt_object *rt_as_object(rt_value v) { return (rt_object *)rt_pointer(v); }

/// The exception signal of a function that returns a double.
static inline double rt_double_exception(void) { return rt_double(RT_EXCEPTION); }
static inline bool rt_is_double_exception(double d) {
  return d != d && rt_from_double(d) == RT_EXCEPTION;
}

/// The exception under way; meaningful only after a function returned its exception signal.
extern rt_value rt_pending;
