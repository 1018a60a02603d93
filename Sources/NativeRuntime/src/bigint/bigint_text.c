/// BigInts to text and back (ECMA-262 6.1.6.2.21, 7.1.14). Long numbers are halved at powers of the radix, so that the cost
/// is that of a few multiplications and divisions of their length.
#include "bigint.h"

/// How many digits of each radix fit a limb, and the radix to that power.
typedef struct chunk {
  uint32_t digits;
  rt_limb value;
} chunk;

static chunk chunk_of(uint32_t radix) {
  chunk c = {0, 1};
  while (c.value <= (rt_limb)-1 / radix) {
    c.value *= radix;
    c.digits++;
  }
  return c;
}

/// The powers radix^(chunk digits × 2^i), made as far as they are needed.
typedef struct powers {
  chunk chunk;
  uint32_t radix;
  uint32_t count;
  rt_limb *limbs[32];
  uint32_t lengths[32];
} powers;

static void make_power(powers *p, uint32_t index) {
  if (p->count == 0) {
    p->limbs[0] = rt__allocate(sizeof(rt_limb), RT_CELL_LEAF);
    p->limbs[0][0] = p->chunk.value;
    p->lengths[p->count++] = 1;
  }
  while (p->count <= index) {
    const rt_limb *last = p->limbs[p->count - 1];
    uint32_t length = p->lengths[p->count - 1];
    rt_limb *square = rt__allocate(2 * (size_t)length * sizeof *square, RT_CELL_LEAF);
    rt__limbs_multiply(square, last, length, last, length);
    p->limbs[p->count] = square;
    p->lengths[p->count++] = rt__limbs_length(square, 2 * length);
  }
}

// Printing.

/// From so many limbs on, numbers are halved.
enum { HALVE_MIN = 40 };

/// Writes digits in front of `end`; zeros fill up to `width` digits. Uses up the limbs. Returns where the text starts.
static uint8_t *print_plainly(rt_limb *limbs, uint32_t length, uint8_t *end, uint32_t width, powers *p) {
  uint8_t *at = end;
  length = rt__limbs_length(limbs, length);
  while (length > 0) {
    rt_limb rest = rt__limbs_divide_limb(limbs, limbs, length, p->chunk.value);
    length = rt__limbs_length(limbs, length);
    for (uint32_t i = 0; i < p->chunk.digits && (length > 0 || rest > 0); i++) {
      *--at = (uint8_t) "0123456789abcdefghijklmnopqrstuvwxyz"[rest % p->radix];
      rest /= p->radix;
    }
  }
  while ((uint32_t)(end - at) < width) *--at = '0';
  return at;
}

static uint8_t *print(rt_limb *limbs, uint32_t length, uint8_t *end, uint32_t width, powers *p) {
  length = rt__limbs_length(limbs, length);
  if (length < HALVE_MIN) return print_plainly(limbs, length, end, width, p);
  // The largest power of at most half the length, roughly.
  uint32_t index = 0;
  while (make_power(p, index), 2 * p->lengths[index] - 1 < length) index++;
  if (rt__limbs_compare(p->limbs[index], p->lengths[index], limbs, length) > 0) index--;
  uint32_t divisor_length = p->lengths[index], quotient_length = length - divisor_length + 1;
  rt_limb *quotient = rt__allocate(quotient_length * sizeof *quotient, RT_CELL_LEAF);
  rt_limb *remainder = rt__allocate(divisor_length * sizeof *remainder, RT_CELL_LEAF);
  rt__limbs_divide(quotient, remainder, limbs, length, p->limbs[index], divisor_length);
  uint32_t low_digits = p->chunk.digits << index;
  print(remainder, divisor_length, end, low_digits, p);
  return print(quotient, quotient_length, end - low_digits, width > low_digits ? width - low_digits : 0, p);
}

/// Digits of a power of two are groups of bits.
static uint8_t *print_bits(const rt_bigint *bigint, uint8_t *end, uint32_t bits_per_digit) {
  uint64_t bits = rt__bigint_bit_length(bigint);
  uint32_t radix_mask = (1u << bits_per_digit) - 1;
  for (uint64_t at = 0; at < bits; at += bits_per_digit) {
    uint32_t index = (uint32_t)(at / RT_LIMB_BITS), offset = (uint32_t)(at % RT_LIMB_BITS);
    rt_limb digit = bigint->limbs[index] >> offset;
    if (offset + bits_per_digit > RT_LIMB_BITS && index + 1 < bigint->length)
      digit |= bigint->limbs[index + 1] << (RT_LIMB_BITS - offset);
    *--end = (uint8_t) "0123456789abcdefghijklmnopqrstuvwxyz"[digit & radix_mask];
  }
  return end;
}

rt_string *rt__bigint_to_string(rt_value value, uint32_t radix) {
  const rt_bigint *bigint = rt_as_bigint(value);
  if (bigint->length == 0) return rt__string_from_unit('0');
  // Each digit has floor(log2(radix)) bits at least.
  uint32_t bits_per_digit = 31 - (uint32_t)__builtin_clz(radix);
  uint64_t longest = rt__bigint_bit_length(bigint) / bits_per_digit + 2;
  if ((radix & (radix - 1)) == 0 && longest > RT_STRING_LENGTH_MAX + 2ull) {
    rt__throw_range_error("Invalid string length");
    return NULL;
  }
  uint8_t *text = rt__allocate(longest, RT_CELL_LEAF), *end = text + longest, *start;
  if ((radix & (radix - 1)) == 0) {
    start = print_bits(bigint, end, bits_per_digit);
  } else {
    powers p = {.chunk = chunk_of(radix), .radix = radix};
    rt_limb *limbs = rt__allocate((size_t)bigint->length * sizeof *limbs, RT_CELL_LEAF);
    memcpy(limbs, bigint->limbs, bigint->length * sizeof *limbs);
    start = print(limbs, bigint->length, end, 0, &p);
  }
  if (bigint->negative) *--start = '-';
  return rt__string_from_latin1(start, (uint32_t)(end - start));
}

// Parsing.

static uint32_t digit_value(uint16_t unit) {
  if (unit >= '0' && unit <= '9') return unit - '0';
  uint16_t letter = unit | 0x20;
  return letter >= 'a' && letter <= 'z' ? letter - 'a' + 10u : 99;
}

/// Reads digits that have been checked into limbs, room for which is there; returns their length.
static uint32_t read_plainly(rt_text text, rt_limb *limbs, const powers *p) {
  uint32_t length = 0;
  for (uint32_t at = 0; at < text.length;) {
    // The first chunk is the short one.
    uint32_t count = (text.length - at) % p->chunk.digits;
    if (count == 0) count = p->chunk.digits;
    rt_limb part = 0, scale = 1;
    for (uint32_t i = 0; i < count; i++) {
      part = part * p->radix + digit_value(rt_text_at(text, at + i));
      scale *= p->radix;
    }
    at += count;
    rt_limb carry = rt__limbs_multiply_limb(limbs, limbs, length, scale, part);
    if (carry) limbs[length++] = carry;
  }
  return length;
}

/// From so many chunks of digits on, texts are halved.
enum { HALVE_CHUNKS_MIN = 80 };

static uint32_t limbs_for(uint32_t digits, const powers *p) { return digits / p->chunk.digits + 2; }

static uint32_t read(rt_text text, rt_limb *limbs, powers *p) {
  if (text.length < HALVE_CHUNKS_MIN * p->chunk.digits) return read_plainly(text, limbs, p);
  uint32_t index = 0;
  while ((uint64_t)p->chunk.digits << (index + 1) < text.length) index++;
  make_power(p, index);
  uint32_t low_digits = p->chunk.digits << index, high_digits = text.length - low_digits;
  rt_limb *high = rt__allocate(limbs_for(high_digits, p) * sizeof *high, RT_CELL_LEAF);
  uint32_t high_length = read(rt_text_slice(text, 0, high_digits), high, p);
  rt_limb *low = rt__allocate(limbs_for(low_digits, p) * sizeof *low, RT_CELL_LEAF);
  uint32_t low_length = read(rt_text_slice(text, high_digits, text.length), low, p);
  uint32_t length = high_length + p->lengths[index];
  if (high_length == 0) {
    memcpy(limbs, low, low_length * sizeof *limbs);
    return low_length;
  }
  rt_limb *product = rt__allocate((size_t)length * sizeof *product, RT_CELL_LEAF);
  rt__limbs_multiply(product, high, high_length, p->limbs[index], p->lengths[index]);
  rt_limb carry = low_length > 0 ? rt__limbs_add(product, product, length, low, low_length) : 0;
  (void)carry; // The value is below radix^digits, which fits.
  length = rt__limbs_length(product, length);
  memcpy(limbs, product, length * sizeof *limbs);
  return length;
}

static rt_value read_bits(rt_text text, uint32_t bits_per_digit) {
  uint64_t bits = (uint64_t)text.length * bits_per_digit;
  rt_bigint *bigint = rt__bigint_allocate((bits + RT_LIMB_BITS - 1) / RT_LIMB_BITS);
  if (!bigint) return RT_EXCEPTION;
  memset(bigint->limbs, 0, bigint->length * sizeof(rt_limb));
  uint64_t at = 0;
  for (uint32_t i = text.length; i-- > 0; at += bits_per_digit) {
    rt_limb digit = digit_value(rt_text_at(text, i));
    uint32_t index = (uint32_t)(at / RT_LIMB_BITS), offset = (uint32_t)(at % RT_LIMB_BITS);
    bigint->limbs[index] |= digit << offset;
    if (offset + bits_per_digit > RT_LIMB_BITS) bigint->limbs[index + 1] |= digit >> (RT_LIMB_BITS - offset);
  }
  return rt__bigint_normalise(bigint);
}

rt_value rt__bigint_parse(rt_string *string) {
  rt_text text = rt__text_trim(rt__text(string), true, true);
  uint32_t radix = 10, start = 0;
  bool negative = false;
  if (text.length > 2 && rt_text_at(text, 0) == '0') {
    uint16_t letter = rt_text_at(text, 1) | 0x20;
    radix = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
    if (radix != 10) start = 2;
  }
  if (radix == 10 && text.length > 1 && (rt_text_at(text, 0) == '-' || rt_text_at(text, 0) == '+')) {
    negative = rt_text_at(text, 0) == '-';
    start = 1;
  }
  for (uint32_t i = start; i < text.length; i++)
    if (digit_value(rt_text_at(text, i)) >= radix) return RT_UNDEFINED;
  while (start < text.length && rt_text_at(text, start) == '0') start++;
  text = rt_text_slice(text, start, text.length);
  if (radix != 10) return read_bits(text, 31 - (uint32_t)__builtin_clz(radix));
  powers p = {.chunk = chunk_of(10), .radix = 10};
  if (text.length > (uint64_t)RT_BIGINT_BITS_MAX / 3) return rt__bigint_throw_too_big();
  rt_bigint *bigint = rt__bigint_allocate(limbs_for(text.length, &p));
  if (!bigint) return RT_EXCEPTION;
  bigint->length = read(text, bigint->limbs, &p);
  bigint->negative = negative;
  return rt__bigint_normalise(bigint);
}
