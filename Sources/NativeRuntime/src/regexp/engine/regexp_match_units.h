/// The matcher for one kind of text; included once for each. UNIT is a unit's type, WIDE whether it is UTF-16.

/// The character at a place: a code point, if pairs count as one.
static inline uint32_t NAME(point_at)(const UNIT *text, uint32_t end, uint32_t position) {
  uint32_t unit = text[position];
#if WIDE
  if ((unit & 0xFC00) == 0xD800 && position + 1 < end && (text[position + 1] & 0xFC00) == 0xDC00) {
    return 0x10000 + ((unit & 0x3FF) << 10) + (text[position + 1] & 0x3FFu);
  }
#else
  (void)end;
#endif
  return unit;
}

/// The character before a place, not before `start`.
static inline uint32_t NAME(point_before)(const UNIT *text, uint32_t start, uint32_t position) {
  uint32_t unit = text[position - 1];
#if WIDE
  if ((unit & 0xFC00) == 0xDC00 && position >= start + 2 && (text[position - 2] & 0xFC00) == 0xD800) {
    return 0x10000 + ((text[position - 2] & 0x3FFu) << 10) + (unit & 0x3FF);
  }
#else
  (void)start;
#endif
  return unit;
}

/// How many units a character has.
static inline uint32_t NAME(width)(uint32_t point) { return WIDE && point > 0xFFFF ? 2 : 1; }

/// Whether what a group captured stands at the position, which then moves behind (or before) it.
static bool NAME(match_reference)(const UNIT *text, uint32_t end, uint32_t *position, uint32_t from, uint32_t to,
                                  uint32_t how) {
  bool points = how & REFERENCE_POINTS;
  uint32_t length = to - from, at;
  if (how & REFERENCE_BACK) {
    if (*position < length) return false;
    at = *position - length;
  } else {
    if (end - *position < length) return false;
    at = *position;
  }
  if (!(how & REFERENCE_IGNORE_CASE)) {
    if (memcmp(text + from, text + at, length * sizeof *text) != 0) return false;
  } else {
    // Characters that are the same have the same number of units.
    for (uint32_t i = 0; i < length;) {
      uint32_t a = points ? NAME(point_at)(text, to, from + i) : text[from + i];
      uint32_t b = points ? NAME(point_at)(text, at + length, at + i) : text[at + i];
      if (a != b && rt_regexp_canonicalize(a, points) != rt_regexp_canonicalize(b, points)) return false;
      i += NAME(width)(a);
    }
  }
  *position = how & REFERENCE_BACK ? at : at + length;
  return true;
}

/// Runs a program at one place.
static int NAME(match)(const rt_regexp_program *program, const UNIT *const text, const uint32_t end, uint32_t position,
                       uint32_t *const registers, stack *const stack) {
  const uint32_t *const code = program->code;
  const uint32_t *const classes = code + program->classes;
  const uint32_t *pc = code;
  entry *entries = stack->entries;
  uint32_t height = 0, capacity = stack->capacity;

#define PUSH(kind_, target_, a_, b_)                                                                                   \
  do {                                                                                                                 \
    if (__builtin_expect(height == capacity, 0)) {                                                                     \
      if (!grow(stack)) return RT_REGEXP_OVERFLOW;                                                                     \
      entries = stack->entries;                                                                                        \
      capacity = stack->capacity;                                                                                      \
    }                                                                                                                  \
    entries[height++] = (entry){(uint32_t)(target_) << KIND_BITS | (kind_), (a_), (b_)};                               \
  } while (0)
#define SET(register_, value_)                                                                                         \
  do {                                                                                                                 \
    uint32_t register__ = (register_);                                                                                 \
    PUSH(KIND_RESTORE, register__, registers[register__], 0);                                                          \
    registers[register__] = (value_);                                                                                  \
  } while (0)

  for (;;) {
    const uint32_t word = *pc, argument = word >> 8;
    switch ((enum rt_regexp_opcode)(word & 0xFF)) {
    case OP_FAIL: goto fail;
    case OP_MATCH:
      registers[1] = position;
      return RT_REGEXP_MATCHED;
    case OP_CHARACTER:
      if (position == end || text[position] != argument) goto fail;
      position++, pc++;
      break;
    case OP_EITHER:
      if (position == end || (text[position] != argument && text[position] != pc[1])) goto fail;
      position++, pc += 2;
      break;
    case OP_STRING: {
      if (end - position < argument) goto fail;
      const UNIT *at = text + position;
      const uint32_t *wanted = pc + 1;
      for (uint32_t i = 0; i < argument; i++) {
        if (at[i] != (wanted[i >> 1] >> ((i & 1) << 4) & 0xFFFF)) goto fail;
      }
      position += argument;
      pc += 1 + ((argument + 1) >> 1);
      break;
    }
    case OP_CLASS:
      if (position == end || !class_has(classes + pc[1], text[position])) goto fail;
      position++, pc += 2;
      break;
    case OP_CLASS_POINT: {
      if (position == end) goto fail;
      uint32_t point = NAME(point_at)(text, end, position);
      if (!class_has(classes + pc[1], point)) goto fail;
      position += NAME(width)(point), pc += 2;
      break;
    }
    case OP_CLASS_BACK:
      if (position == 0 || !class_has(classes + pc[1], text[position - 1])) goto fail;
      position--, pc += 2;
      break;
    case OP_CLASS_POINT_BACK: {
      if (position == 0) goto fail;
      uint32_t point = NAME(point_before)(text, 0, position);
      if (!class_has(classes + pc[1], point)) goto fail;
      position -= NAME(width)(point), pc += 2;
      break;
    }
    case OP_PEEK:
      pc = position < end && class_has(classes + pc[1], text[position]) ? pc + 3 : code + pc[2];
      break;
    case OP_JUMP: pc = code + pc[1]; break;
    case OP_SPLIT:
      PUSH(KIND_CHOICE, pc[1], position, 0);
      pc += 2;
      break;
    case OP_SPLIT_JUMP:
      PUSH(KIND_CHOICE, pc + 2 - code, position, 0);
      pc = code + pc[1];
      break;
    case OP_SAVE:
      SET(argument, position);
      pc++;
      break;
    case OP_CLEAR:
      for (uint32_t i = argument; i < pc[1]; i++) {
        if (registers[i] != RT_REGEXP_UNSET) SET(i, RT_REGEXP_UNSET);
      }
      pc += 2;
      break;
    case OP_ZERO:
      SET(argument, 0);
      pc++;
      break;
    case OP_LOOP: {
      uint32_t count = registers[argument];
      if (count >= pc[2]) {
        pc = code + pc[3];
      } else {
        if (count >= pc[1]) PUSH(KIND_CHOICE, pc[3], position, 0);
        pc += 4;
      }
      break;
    }
    case OP_LOOP_LAZY: {
      uint32_t count = registers[argument];
      if (count < pc[1]) {
        pc += 4;
      } else {
        if (count < pc[2]) PUSH(KIND_CHOICE, pc + 4 - code, position, 0);
        pc = code + pc[3];
      }
      break;
    }
    case OP_NEXT:
      SET(argument, registers[argument] + 1);
      pc = code + pc[1];
      break;
    case OP_CHECK_PROGRESS:
      if (registers[argument] == position) {
        uint32_t counter = pc[1];
        if (counter == RT_REGEXP_UNSET || registers[counter] >= pc[2]) goto fail;
        // OPTIMIZATION: of very many iterations that must be, the others can be empty, too.
        if (pc[2] > REPEATED_EMPTY_MAX) SET(counter, pc[2] - 1);
      }
      pc += 3;
      break;
    case OP_REPEAT:
    case OP_REPEAT_ONLY: {
      const uint32_t *class = classes + pc[1];
      uint32_t minimum = pc[2], maximum = pc[3];
      uint32_t at = position, stop = maximum < end - position ? position + maximum : end;
      while (at < stop && class_has(class, text[at])) at++;
      if (at - position < minimum) goto fail;
      pc += 4;
      if ((enum rt_regexp_opcode)(word & 0xFF) == OP_REPEAT && at - position > minimum) {
        PUSH(KIND_REPEAT, pc - code, at, position + minimum);
      }
      position = at;
      break;
    }
    case OP_REPEAT_POINT:
    case OP_REPEAT_ONLY_POINT: {
      const uint32_t *class = classes + pc[1];
      uint32_t minimum = pc[2], maximum = pc[3], count = 0, at = position, least = position;
      while (at < end && count < maximum) {
        uint32_t point = NAME(point_at)(text, end, at);
        if (!class_has(class, point)) break;
        at += NAME(width)(point);
        if (++count == minimum) least = at;
      }
      if (count < minimum) goto fail;
      pc += 4;
      if ((enum rt_regexp_opcode)(word & 0xFF) == OP_REPEAT_POINT && count > minimum) {
        PUSH(KIND_REPEAT_POINT, pc - code, at, least);
      }
      position = at;
      break;
    }
    case OP_REPEAT_LAZY: {
      const uint32_t *class = classes + pc[1];
      uint32_t minimum = pc[2], maximum = pc[3];
      if (end - position < minimum) goto fail;
      for (uint32_t stop = position + minimum; position < stop; position++) {
        if (!class_has(class, text[position])) goto fail;
      }
      if (maximum > minimum) PUSH(KIND_LAZY, pc - code, position, maximum - minimum);
      pc += 4;
      break;
    }
    case OP_REPEAT_LAZY_POINT: {
      const uint32_t *class = classes + pc[1];
      uint32_t minimum = pc[2], maximum = pc[3];
      for (uint32_t i = 0; i < minimum; i++) {
        if (position == end) goto fail;
        uint32_t point = NAME(point_at)(text, end, position);
        if (!class_has(class, point)) goto fail;
        position += NAME(width)(point);
      }
      if (maximum > minimum) PUSH(KIND_LAZY_POINT, pc - code, position, maximum - minimum);
      pc += 4;
      break;
    }
    case OP_REFERENCE: {
      uint32_t count = pc[1];
      for (uint32_t i = 0; i < count; i++) {
        uint32_t group = pc[2 + i], from = registers[2 * group], to = registers[2 * group + 1];
        if (from == RT_REGEXP_UNSET || to == RT_REGEXP_UNSET) continue;
        if (!NAME(match_reference)(text, end, &position, from, to, argument)) goto fail;
        break;
      }
      pc += 2 + count;
      break;
    }
    case OP_START:
      if (position != 0) goto fail;
      pc++;
      break;
    case OP_START_LINE:
      if (position != 0 && !is_line_end(text[position - 1])) goto fail;
      pc++;
      break;
    case OP_END:
      if (position != end) goto fail;
      pc++;
      break;
    case OP_END_LINE:
      if (position != end && !is_line_end(text[position])) goto fail;
      pc++;
      break;
    case OP_BOUNDARY: {
      bool before = position > 0 && is_word_unit(text[position - 1], argument & 2);
      bool behind = position < end && is_word_unit(text[position], argument & 2);
      if ((before != behind) == (argument & 1)) goto fail;
      pc++;
      break;
    }
    case OP_LOOK:
      // Set without a way back: only the body's end reads them, and nothing comes back into it.
      registers[argument] = height;
      registers[argument + 1] = position;
      pc++;
      break;
    case OP_LOOK_END: {
      // The body is not tried again; what it captured must still be undone later.
      uint32_t kept = registers[argument];
      for (uint32_t i = kept; i < height; i++) {
        if ((entries[i].target & ((1 << KIND_BITS) - 1)) == KIND_RESTORE) entries[kept++] = entries[i];
      }
      height = kept;
      position = registers[argument + 1];
      pc++;
      break;
    }
    case OP_LOOK_NOT:
      registers[argument] = height;
      PUSH(KIND_CHOICE, pc[1], position, 0);
      pc += 2;
      break;
    case OP_LOOK_NOT_END:
      // Undoes everything up to the choice, and that as well.
      for (uint32_t stop = registers[argument]; height > stop; height--) {
        const entry *top = &entries[height - 1];
        if ((top->target & ((1 << KIND_BITS) - 1)) == KIND_RESTORE) registers[top->target >> KIND_BITS] = top->a;
      }
      goto fail;
    }
    continue;

  fail:
    for (;;) {
      if (height == 0) return RT_REGEXP_NO_MATCH;
      entry *top = &entries[height - 1];
      uint32_t target = top->target >> KIND_BITS;
      switch (top->target & ((1 << KIND_BITS) - 1)) {
      case KIND_RESTORE:
        registers[target] = top->a;
        height--;
        continue;
      case KIND_CHOICE:
        position = top->a;
        pc = code + target;
        height--;
        break;
      case KIND_REPEAT: {
        // OPTIMIZATION: places where the next character cannot match are left out at once.
        uint32_t at = top->a - 1, least = top->b;
        uint32_t next = code[target];
        if ((enum rt_regexp_opcode)(next & 0xFF) == OP_CHARACTER) {
          while (at > least && text[at] != next >> 8) at--;
        } else if ((enum rt_regexp_opcode)(next & 0xFF) == OP_STRING) {
          uint32_t unit = code[target + 1] & 0xFFFF;
          while (at > least && text[at] != unit) at--;
        }
        if (at == least) height--;
        else top->a = at;
        position = at;
        pc = code + target;
        break;
      }
      case KIND_REPEAT_POINT: {
        uint32_t at = top->a;
        at -= NAME(width)(NAME(point_before)(text, top->b, at));
        if (at <= top->b) height--;
        else top->a = at;
        position = at;
        pc = code + target;
        break;
      }
      case KIND_LAZY: {
        const uint32_t *class = classes + code[target + 1];
        uint32_t at = top->a, left = top->b;
        if (at == end || !class_has(class, text[at])) {
          height--;
          continue;
        }
        at++, left -= left != RT_REGEXP_UNBOUNDED;
        uint32_t next = code[target + 4];
        if ((enum rt_regexp_opcode)(next & 0xFF) == OP_CHARACTER) {
          while (at < end && left > 0 && text[at] != next >> 8 && class_has(class, text[at])) {
            at++, left -= left != RT_REGEXP_UNBOUNDED;
          }
        }
        if (left == 0) height--;
        else top->a = at, top->b = left;
        position = at;
        pc = code + target + 4;
        break;
      }
      case KIND_LAZY_POINT: {
        const uint32_t *class = classes + code[target + 1];
        uint32_t point = top->a == end ? 0 : NAME(point_at)(text, end, top->a);
        if (top->a == end || !class_has(class, point)) {
          height--;
          continue;
        }
        position = top->a + NAME(width)(point);
        uint32_t left = top->b == RT_REGEXP_UNBOUNDED ? top->b : top->b - 1;
        if (left == 0) height--;
        else top->a = position, top->b = left;
        pc = code + target + 4;
        break;
      }
      }
      break;
    }
  }
#undef PUSH
#undef SET
}

/// Tries one place after the other.
static int NAME(scan)(const rt_regexp_program *program, const UNIT *text, uint32_t end, uint32_t start, bool is_sticky,
                      uint32_t *registers, stack *stack) {
  bool points = WIDE && (program->flags & RT_REGEXP_ANY_UNICODE);
#if WIDE
  // A match of code points does not begin inside of one (22.2.7.2 RegExpBuiltinExec).
  if (points && start > 0 && start < end && (text[start] & 0xFC00) == 0xDC00 && (text[start - 1] & 0xFC00) == 0xD800) {
    start--;
  }
#endif
  for (uint32_t position = start;; position++) {
    if (program->scans && !is_sticky) {
      if (program->has_single) {
#if WIDE
        while (position < end && text[position] != program->single) position++;
#else
        const UNIT *found = position < end ? memchr(text + position, (int)program->single, end - position) : NULL;
        position = found ? (uint32_t)(found - text) : end;
#endif
      } else {
        const uint32_t *first = program->first;
        bool wide = program->first_wide;
        while (position < end && !(WIDE && text[position] > 0xFF
                                       ? wide
                                       : (first[(uint8_t)text[position] >> 5] >> (text[position] & 31) & 1))) {
          position++;
        }
      }
      if (position == end) return RT_REGEXP_NO_MATCH;
    }
#if WIDE
    bool is_inside = points && position > start && position < end && (text[position] & 0xFC00) == 0xDC00 &&
                     (text[position - 1] & 0xFC00) == 0xD800;
    if (is_inside) continue;
#else
    (void)points;
#endif
    for (uint32_t i = 0; i < program->register_count; i++) registers[i] = RT_REGEXP_UNSET;
    registers[0] = position;
    int result = NAME(match)(program, text, end, position, registers, stack);
    if (result != RT_REGEXP_NO_MATCH) return result;
    if (is_sticky || position >= end || program->is_anchored) return RT_REGEXP_NO_MATCH;
  }
}
