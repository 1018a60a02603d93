/// The hot halves of the functions that compiled code calls most. Compiled twice: into the runtime library (for -O0),
/// and to bitcode that is linked into the program so that LLVM inlines them. The cold halves (`…_slow`) are ordinary
/// functions of the runtime.
#pragma once

#include "rt_abi.h"

/// The bitcode build defines it empty, which gives external definitions.
#ifndef RT_INLINE
#define RT_INLINE inline
#endif

#define RT_LIKELY(x) __builtin_expect(!!(x), 1)
#define RT_UNLIKELY(x) __builtin_expect(!!(x), 0)

enum rt_cache_kind {
  RT_CACHE_EMPTY = 0,
  RT_CACHE_OWN_INLINE = 1,    ///< at `offset` in the object
  RT_CACHE_OWN_EXTRA = 2,     ///< at `offset` in `extra`
  RT_CACHE_HOLDER = 3,        ///< at `offset` in `holder`, an object or its `extra`, while the epoch is `new_shape`
  RT_CACHE_ADD_INLINE = 5,    ///< (set) store at `offset` and change to `new_shape`, while the epoch is `holder`
  RT_CACHE_ADD_EXTRA = 6,     ///< the same; there is room in `extra`
  RT_CACHE_ARRAY_LENGTH = 7,
  RT_CACHE_GETTER = 8,        ///< an accessor found in `holder`; only the cold half uses it
  RT_CACHE_ABSENT = 9,        ///< undefined, while the epoch is `new_shape`
  RT_CACHE_OWN_CHECKED = 11,  ///< (set) as RT_CACHE_OWN_INLINE, for what the shape admits; only cold halves use it
  RT_CACHE_ADD_CHECKED = 12,  ///< (set) as RT_CACHE_ADD_INLINE, for what the shape admits; only cold halves use it
  RT_CACHE_VIEW_LENGTH = 10,  ///< the length of a typed array, while the epoch is `new_shape`
};

#include "rt_string_inline.h"

// Allocation. Cells of words are zero, so that only what is not is written.

/// Larger objects are made by the cold halves.
enum { RT_INLINE_SIZE_MAX = 256 };

/// A cell of up to RT_INLINE_SIZE_MAX bytes; the caller knows that a collection may happen here.
RT_INLINE void *rt_allocate_small(size_t size, uint32_t kind) {
  rt_free_run *run = &rt_free_runs[kind][(size - 1) / RT_GRANULE];
  char *cell = run->cursor;
  size_t rounded = (size + RT_GRANULE - 1) & ~(size_t)(RT_GRANULE - 1);
  if (RT_LIKELY(cell != run->end)) {
    run->cursor = cell + rounded;
    return cell;
  }
  RT_SAFEPOINT();
  return rt__allocate(size, (enum rt_cell_kind)kind);
}

/// cell.new
RT_INLINE rt_cell *rt_cell_new(rt_value value) {
  rt_free_run *run = &rt_free_runs[RT_CELL_WORDS][0];
  char *cell = run->cursor;
  if (RT_LIKELY(cell != run->end)) {
    run->cursor = cell + RT_GRANULE;
    ((rt_value *)(void *)cell)[0] = value;
    return (rt_cell *)(void *)cell;
  }
  return rt_cell_new_slow(value);
}

/// Inline slots of an object of a literal with so many properties: an empty one usually gets some later.
static inline uint32_t rt_literal_capacity(uint32_t count) { return count == 0 ? 4 : count > 64 ? 64 : count; }

/// object.new
RT_INLINE rt_object *rt_object_new(rt_literal_site *site, uint32_t count, rt_string *const *keys,
                                   const rt_value *values) {
  uint32_t capacity = rt_literal_capacity(count);
  size_t size = sizeof(rt_object) + capacity * sizeof(rt_value);
  rt_shape *shape = site->shape;
  if (RT_LIKELY(shape != NULL && size <= RT_INLINE_SIZE_MAX)) {
    size_t rounded = (size + RT_GRANULE - 1) & ~(size_t)(RT_GRANULE - 1);
    rt_free_run *run = &rt_free_runs[RT_CELL_WORDS][(size - 1) / RT_GRANULE];
    char *cell = run->cursor;
    if (RT_LIKELY(cell != run->end)) {
      run->cursor = cell + rounded;
      rt_object *object = (rt_object *)(void *)cell;
      object->shape = shape;
      rt_value *slots = (rt_value *)(void *)(cell + sizeof(rt_object));
      for (uint32_t i = 0; i < count; i++) slots[i] = values[i];
      return object;
    }
  }
  return rt_object_new_slow(site, count, keys, values);
}

/// instance.new
RT_INLINE rt_value rt_instance_new(rt_value new_target, uint32_t expected_fields) {
  rt_shape *shape = rt_as_function(new_target)->initial_shape;
  if (RT_LIKELY(shape != NULL)) {
    size_t size = sizeof(rt_object) + shape->inline_capacity * sizeof(rt_value);
    size_t rounded = (size + RT_GRANULE - 1) & ~(size_t)(RT_GRANULE - 1);
    if (RT_LIKELY(size <= RT_INLINE_SIZE_MAX)) {
      rt_free_run *run = &rt_free_runs[RT_CELL_WORDS][(size - 1) / RT_GRANULE];
      char *cell = run->cursor;
      if (RT_LIKELY(cell != run->end)) {
        run->cursor = cell + rounded;
        rt_object *object = (rt_object *)(void *)cell;
        object->shape = shape;
        return rt_from_object(object);
      }
    }
  }
  return rt_instance_new_slow(new_target, expected_fields);
}

/// instance.complete: the object whose fields compiled code stores next; RT_HOLE if the class or the prototypes are not
/// what they usually are.
RT_INLINE rt_value rt_instance_complete(rt_value new_target, rt_instance_site *site) {
  const rt_shape *initial = rt_as_function(new_target)->initial_shape;
  if (RT_LIKELY(initial == site->initial && site->epoch == rt_prototype_epoch)) {
    rt_free_run *run = site->run;
    char *cell = run->cursor;
    if (RT_LIKELY(cell != run->end)) {
      run->cursor = cell + site->size;
      rt_object *object = (rt_object *)(void *)cell;
      object->shape = site->shape;
      return rt_from_object(object);
    }
  }
  return rt_instance_complete_slow(new_target, site);
}

// Properties.

RT_INLINE rt_value rt_get_property(rt_value base, rt_string *key, rt_cache *cache) {
  if (RT_LIKELY(rt_is_object(base))) {
    rt_object *object = rt_as_object(base);
    // Only the usual hit is copied to each site: the others were two thirds of the code that LLVM had to read.
    if (RT_LIKELY(object->shape == cache->shape && cache->kind == RT_CACHE_OWN_INLINE))
      return *(rt_value *)(void *)((char *)object + cache->offset);
  }
  return rt_get_property_cached(base, key, cache);
}

RT_INLINE int32_t rt_set_property(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  if (RT_LIKELY(rt_is_object(base))) {
    rt_object *object = rt_as_object(base);
    if (RT_LIKELY(object->shape == cache->shape)) {
      if (RT_LIKELY(cache->kind == RT_CACHE_OWN_INLINE)) {
        *(rt_value *)(void *)((char *)object + cache->offset) = value;
        return 0;
      }
      if (cache->kind == RT_CACHE_ADD_INLINE && RT_LIKELY((uintptr_t)cache->holder == rt_prototype_epoch)) {
        object->shape = cache->new_shape;
        *(rt_value *)(void *)((char *)object + cache->offset) = value;
        return 0;
      }
      if (cache->kind == RT_CACHE_OWN_EXTRA) {
        *(rt_value *)(void *)((char *)object->extra + cache->offset) = value;
        return 0;
      }
    }
  }
  return rt_set_property_slow(base, value, key, cache);
}

/// prop.define: own hits overwrite, adds need no look at prototypes.
RT_INLINE int32_t rt_define_property(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  rt_object *object = rt_as_object(base);
  if (RT_LIKELY(object->shape == cache->shape)) {
    if (RT_LIKELY(cache->kind == RT_CACHE_ADD_INLINE)) {
      object->shape = cache->new_shape;
      *(rt_value *)(void *)((char *)object + cache->offset) = value;
      return 0;
    }
    if (cache->kind == RT_CACHE_OWN_INLINE) {
      *(rt_value *)(void *)((char *)object + cache->offset) = value;
      return 0;
    }
  }
  return rt_define_property_slow(base, value, key, cache);
}

RT_INLINE rt_value rt_private_get(rt_value base, rt_string *key, rt_cache *cache) {
  if (RT_LIKELY(rt_is_object(base))) {
    rt_object *object = rt_as_object(base);
    if (RT_LIKELY(object->shape == cache->shape && cache->kind == RT_CACHE_OWN_INLINE))
      return *(rt_value *)(void *)((char *)object + cache->offset);
  }
  return rt_private_get_slow(base, key, cache);
}

RT_INLINE int32_t rt_private_set(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  if (RT_LIKELY(rt_is_object(base))) {
    rt_object *object = rt_as_object(base);
    if (RT_LIKELY(object->shape == cache->shape && cache->kind == RT_CACHE_OWN_INLINE)) {
      *(rt_value *)(void *)((char *)object + cache->offset) = value;
      return 0;
    }
  }
  return rt_private_set_slow(base, value, key, cache);
}

/// Whether a cache knew how to add a private element.
RT_INLINE bool rt_repeat_private(rt_value base, rt_value value, const rt_cache *cache) {
  rt_object *object = rt_as_object(base);
  if (RT_UNLIKELY(object->shape != cache->shape || cache->kind != RT_CACHE_ADD_INLINE)) return false;
  object->shape = cache->new_shape;
  *(rt_value *)(void *)((char *)object + cache->offset) = value;
  return true;
}

RT_INLINE int32_t rt_private_define(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  return rt_repeat_private(base, value, cache) ? 0 : rt_private_define_slow(base, value, key, cache);
}

RT_INLINE int32_t rt_private_init(rt_value base, rt_value value, rt_string *key, rt_cache *cache) {
  return rt_repeat_private(base, value, cache) ? 0 : rt_private_init_slow(base, value, key, cache);
}

// Layouts.

/// is.layout of an object: whether it has one of the layouts from `first` to `first + span`.
RT_INLINE int32_t rt_has_layout(const rt_object *object, uint32_t first, uint32_t span) {
  return object->shape->layout - first <= span;
}

/// is.layout of any value.
RT_INLINE int32_t rt_is_layout(rt_value value, uint32_t first, uint32_t span) {
  return RT_LIKELY(rt_is_object(value)) && rt_has_layout(rt_as_object(value), first, span);
}

/// super.constructor: the prototype of a class; null also where that was not made yet.
RT_INLINE rt_value rt_super_constructor(rt_value active) {
  rt_object *prototype = rt_as_object(active)->shape->prototype;
  return prototype ? rt_from_object(prototype) : RT_NULL;
}

/// has.class: an object of one of the layouts of classes, which come first.
RT_INLINE int32_t rt_has_class(rt_value value, uint32_t last) {
  return RT_LIKELY(rt_is_object(value)) && rt_as_object(value)->shape->layout - 1 < last && RT_LIKELY(!rt_has_instance_changed);
}

/// A word of its own type, so that compilers see that a store to a field or element changes no header.
typedef struct rt_word {
  rt_value value;
} rt_word;

/// field.load of an object that passed `is.layout`.
RT_INLINE rt_value rt_field_load(rt_value object, uint32_t slot) {
  return ((const rt_word *)(const void *)(rt_as_object(object) + 1))[slot].value;
}

/// field.number of an object that passed `is.layout` of a layout that says so.
RT_INLINE double rt_field_number(rt_value object, uint32_t slot) { return rt_double(rt_field_load(object, slot)); }

RT_INLINE void rt_field_store(rt_value object, rt_value value, uint32_t slot) {
  ((rt_word *)(void *)(rt_as_object(object) + 1))[slot].value = value;
}

/// extra.load of a constructor that passed `is.layout`: all its properties lie outside of it.
RT_INLINE rt_value rt_extra_load(rt_value object, uint32_t slot) {
  return ((const rt_word *)(const void *)rt_as_object(object)->extra)[slot].value;
}

RT_INLINE void rt_extra_store(rt_value object, rt_value value, uint32_t slot) {
  ((rt_word *)(void *)rt_as_object(object)->extra)[slot].value = value;
}

// Elements.

/// array.at: the element of an object that passed `is array`, or RT_HOLE.
RT_INLINE rt_value rt_elements_at(rt_value array, int64_t index) {
  rt_array *a = rt_as_array(array);
  return RT_LIKELY((uint64_t)index < a->length) ? ((const rt_word *)a->elements)[index].value : RT_HOLE;
}

/// The element of an array with `elements`, or RT_HOLE if it needs the cold half.
RT_INLINE rt_value rt_array_element_or_hole(rt_value array, int64_t index) {
  rt_array *a = rt_as_array(array);
  if (RT_LIKELY(rt_has_elements(&a->object) && (uint64_t)index < a->length)) return a->elements[index];
  return RT_HOLE;
}

/// elem.get with a key that is an integer.
RT_INLINE rt_value rt_get_element_index(rt_value base, int64_t index) {
  if (RT_LIKELY(rt_is_object(base))) {
    rt_value value = rt_array_element_or_hole(base, index);
    if (RT_LIKELY(value != RT_HOLE)) return value;
  } else if (rt_is_string(base)) {
    return rt_string_get_index(rt_as_string(base), index);
  }
  return rt_get_element_slow(base, rt_from_double((double)index));
}

RT_INLINE rt_value rt_get_element(rt_value base, rt_value key) {
  if (RT_LIKELY(rt_is_object(base) && rt_is_number(key))) {
    double number = rt_double(key);
    int64_t index = number >= 0 && number < 4294967296.0 ? (int64_t)number : -1;
    if (RT_LIKELY((double)index == number)) {
      rt_value value = rt_array_element_or_hole(base, index);
      if (RT_LIKELY(value != RT_HOLE)) return value;
    }
  }
  return rt_get_element_slow(base, key);
}

/// Whether the store was done: inside the array, or appended where there is room. `suits`: the value may not be a number
/// only if the array need not have numbers.
RT_INLINE bool rt_array_store_suiting(rt_array *a, int64_t index, rt_value value, bool suits) {
  if (RT_LIKELY(rt_has_writable_elements(&a->object) && suits)) {
    // Arrays that were made with a length are filled so.
    if (RT_LIKELY((uint64_t)index < a->length && (a->elements[index] != RT_HOLE || !rt_prototypes_have_indices))) {
      ((rt_word *)a->elements)[index].value = value;
      return true;
    }
    if ((uint64_t)index == a->length && a->length < a->capacity && !rt_prototypes_have_indices) {
      ((rt_word *)a->elements)[a->length++].value = value;
      return true;
    }
  }
  return false;
}

RT_INLINE bool rt_array_store(rt_value array, int64_t index, rt_value value) {
  return rt_array_store_suiting(rt_as_array(array), index, value, rt_array_suits(rt_as_array(array), value));
}

// Typed arrays that passed `is.layout` of their kind.

RT_INLINE int64_t rt_typed_length(rt_value base) { return (int64_t)rt_as_view(base)->length; }
RT_INLINE int32_t rt_typed_has(rt_value base, int64_t index) { return (uint64_t)index < rt_as_view(base)->length; }

/// Where the elements of typed.load and typed.store lie.
RT_INLINE void *rt_typed_data(rt_value base) { return rt_as_view(base)->data; }

/// array.put on an object that passed `is array`.
RT_INLINE int32_t rt_elements_put(rt_value array, int64_t index, rt_value value) {
  return rt_array_store(array, index, value);
}

/// The same with a value that is known to be a number.
RT_INLINE int32_t rt_elements_put_double(rt_value array, int64_t index, rt_value number) {
  return rt_array_store_suiting(rt_as_array(array), index, number, true);
}

/// array.numbers.
RT_INLINE int32_t rt_elements_are_numbers(rt_value value, int64_t first, int64_t last, int32_t writable) {
  if (RT_LIKELY(rt_is_object(value))) {
    const rt_array *array = rt_as_array(value);
    uint16_t needed = RT_SHAPE_PLAIN_ARRAY | RT_SHAPE_ARRAY | (writable ? RT_SHAPE_WRITABLE_ARRAY : 0);
    if (RT_LIKELY((~array->object.shape->flags & needed) == 0 && array->numbers))
      return first >= 0 && first <= last && last < (int64_t)array->length;
  }
  return rt_elements_are_numbers_slow(value, first, last, writable);
}

/// array.number.
RT_INLINE double rt_element_number(rt_value array, int64_t index) {
  return rt_double(((const rt_word *)rt_as_array(array)->elements)[index].value);
}

/// array.put.number.
RT_INLINE void rt_element_put_number(rt_value array, int64_t index, double number) {
  ((rt_word *)rt_as_array(array)->elements)[index].value = rt_from_double(number);
}

/// elem.set with a key that is an integer.
RT_INLINE int32_t rt_set_element_index(rt_value base, int64_t index, rt_value value) {
  if (RT_LIKELY(rt_is_object(base) && rt_array_store(base, index, value))) return 0;
  return rt_set_element_slow(base, rt_from_double((double)index), value);
}

RT_INLINE int32_t rt_set_element(rt_value base, rt_value key, rt_value value) {
  if (RT_LIKELY(rt_is_object(base) && rt_is_number(key))) {
    double number = rt_double(key);
    int64_t index = number >= 0 && number < 4294967296.0 ? (int64_t)number : -1;
    if (RT_LIKELY((double)index == number) && rt_array_store(base, index, value)) return 0;
  }
  return rt_set_element_slow(base, key, value);
}

/// array.push on an array with writable elements.
RT_INLINE int32_t rt_array_append_value(rt_value array, rt_value value) {
  rt_array *a = rt_as_array(array);
  if (RT_LIKELY(a->length < a->capacity && rt_has_writable_elements(&a->object) && rt_array_suits(a, value))) {
    a->elements[a->length++] = value;
    return 0;
  }
  return rt_array_append_value_slow(array, value);
}

/// The length of an object known to be an array (`is:array` passed).
RT_INLINE uint32_t rt_array_length(rt_object *array) { return ((rt_array *)array)->length; }

/// The element of a plain array (`is:array` passed) at an integer index; undefined outside.
RT_INLINE rt_value rt_array_get_index(rt_object *array, int64_t index) {
  return rt_get_element_index(rt_from_object(array), index);
}

// Calls.

RT_INLINE rt_value rt_call(rt_value callee, rt_value this_value, uint32_t argc, const rt_value *argv) {
  if (RT_LIKELY(rt_is_function(callee))) {
    rt_function *function = rt_as_function(callee);
    return function->info->call(function, this_value, argc, argv);
  }
  return rt_call_slow(callee, this_value, argc, argv);
}

RT_INLINE rt_value rt_call_method(rt_value receiver, uint32_t argc, const rt_value *argv, rt_string *key,
                                  rt_cache *cache) {
  if (RT_LIKELY(rt_is_object(receiver))) {
    rt_object *object = rt_as_object(receiver);
    if (RT_LIKELY(object->shape == cache->shape)) {
      if (RT_LIKELY(cache->kind == RT_CACHE_HOLDER && (uintptr_t)cache->new_shape == rt_prototype_epoch)) {
        rt_value method = *(rt_value *)(void *)((char *)cache->holder + cache->offset);
        if (RT_LIKELY(rt_is_function(method))) {
          rt_function *function = rt_as_function(method);
          return function->info->call(function, receiver, argc, argv);
        }
      }
    }
  }
  return rt_call_method_slow(receiver, argc, argv, key, cache);
}

// Operators.

RT_INLINE rt_value rt_add(rt_value a, rt_value b) {
  if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_from_double(rt_double(a) + rt_double(b));
  return rt_add_slow(a, b);
}

RT_INLINE rt_value rt_subtract(rt_value a, rt_value b) {
  if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_from_double(rt_double(a) - rt_double(b));
  return rt_subtract_slow(a, b);
}

RT_INLINE rt_value rt_multiply(rt_value a, rt_value b) {
  if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_from_double(rt_double(a) * rt_double(b));
  return rt_multiply_slow(a, b);
}

RT_INLINE rt_value rt_divide(rt_value a, rt_value b) {
  if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_from_double(rt_double(a) / rt_double(b));
  return rt_divide_slow(a, b);
}

/// The remainder of numbers, with the sign of the first. Integers that doubles hold exactly need no fmod, and what divides
/// is mostly a constant.
RT_INLINE double rt_number_remainder(double a, double b) {
  const double limit = 9007199254740992.0;
  if (RT_LIKELY(a >= 0 && a <= limit && b >= 1 && b <= limit)) {
    uint64_t x = (uint64_t)(int64_t)a, y = (uint64_t)(int64_t)b;
    if (RT_LIKELY((double)(int64_t)x == a && (double)(int64_t)y == b)) {
      if (x == 0) return a; // -0 stays what it is
      return (x | y) >> 32 == 0 ? (double)((uint32_t)x % (uint32_t)y) : (double)(int64_t)(x % y);
    }
  }
  return rt_number_remainder_slow(a, b);
}

RT_INLINE rt_value rt_remainder(rt_value a, rt_value b) {
  if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_from_double(rt_number_remainder(rt_double(a), rt_double(b)));
  return rt_remainder_slow(a, b);
}

/// Number::exponentiate (6.1.6.1.3); squares are what programs mostly ask for.
RT_INLINE double rt_number_exponentiate(double base, double exponent) {
  return exponent == 2 ? base * base : rt_number_exponentiate_slow(base, exponent);
}

RT_INLINE rt_value rt_exponentiate(rt_value a, rt_value b) {
  if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_from_double(rt_number_exponentiate(rt_double(a), rt_double(b)));
  return rt_exponentiate_slow(a, b);
}

/// ToInt32 of a number: to.i32.
RT_INLINE int32_t rt_number_to_int32(double number) {
  if (RT_LIKELY(number >= -9007199254740992.0 && number <= 9007199254740992.0))
    return (int32_t)(uint32_t)(int64_t)number;
  return rt_number_to_int32_slow(number);
}

#define RT__INT32_OPERATOR(name, expression)                                                                           \
  RT_INLINE rt_value name(rt_value a, rt_value b) {                                                                    \
    if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) {                                                               \
      int32_t x = rt_number_to_int32(rt_double(a)), y = rt_number_to_int32(rt_double(b));                              \
      return rt_from_double((double)(expression));                                                                     \
    }                                                                                                                  \
    return name##_slow(a, b);                                                                                          \
  }

RT__INT32_OPERATOR(rt_bitwise_and, x & y)
RT__INT32_OPERATOR(rt_bitwise_or, x | y)
RT__INT32_OPERATOR(rt_bitwise_xor, x ^ y)
RT__INT32_OPERATOR(rt_shift_left, (int32_t)((uint32_t)x << (y & 31)))
RT__INT32_OPERATOR(rt_shift_right, x >> (y & 31))
RT__INT32_OPERATOR(rt_shift_right_unsigned, (uint32_t)x >> (y & 31))

#define RT__COMPARISON(name, operator)                                                                                 \
  RT_INLINE int32_t name(rt_value a, rt_value b) {                                                                     \
    if (RT_LIKELY(rt_is_number(a) && rt_is_number(b))) return rt_double(a) operator rt_double(b);                      \
    if (rt_is_string(a) && rt_is_string(b))                                                                            \
      return rt_string_compare(rt_as_string(a), rt_as_string(b)) operator 0;                                           \
    return name##_slow(a, b);                                                                                          \
  }

RT__COMPARISON(rt_less, <)
RT__COMPARISON(rt_less_or_equal, <=)
RT__COMPARISON(rt_greater, >)
RT__COMPARISON(rt_greater_or_equal, >=)

RT_INLINE int32_t rt_strictly_equal(rt_value a, rt_value b) {
  if (rt_is_number(a) && rt_is_number(b)) return rt_double(a) == rt_double(b);
  if (a == b) return 1;
  uint64_t tag = a >> RT_TAG_SHIFT;
  if (tag != b >> RT_TAG_SHIFT) return 0;
  if (tag == RT_TAG_STRING) return rt_string_equal(rt_as_string(a), rt_as_string(b));
  return RT_UNLIKELY(tag == RT_TAG_BIGINT) ? rt_bigint_equal(a, b) : 0;
}

RT_INLINE int32_t rt_strictly_unequal(rt_value a, rt_value b) { return !rt_strictly_equal(a, b); }

RT_INLINE int32_t rt_to_boolean(rt_value a) {
  // Of undefined, null and the booleans.
  if (RT_LIKELY(a >> RT_TAG_SHIFT == RT_TAG_SPECIAL)) return a == RT_TRUE;
  if (rt_is_object(a)) return 1;
  if (rt_is_number(a)) return rt_double(a) == rt_double(a) && rt_double(a) != 0;
  return rt_to_boolean_slow(a);
}

RT_INLINE double rt_to_number(rt_value a) {
  if (RT_LIKELY(rt_is_number(a))) return rt_double(a);
  return rt_to_number_slow(a);
}

// Type tests (`is`): 0 or 1.

/// is.closure: whether a value is a closure of a function of the program.
RT_INLINE int32_t rt_is_closure(rt_value v, const rt_function_info *info) {
  return rt_is_function(v) && rt_as_function(v)->info == info;
}
RT_INLINE int32_t rt_test_function(rt_value v) { return rt_is_function(v); }
RT_INLINE int32_t rt_test_array(rt_value v) { return rt_is_plain_array(v); }
RT_INLINE int32_t rt_test_map(rt_value v) {
  return rt_is_class(v, RT_CLASS_MAP) &&
         rt_as_object(v)->shape->prototype_builtin == rt_class_of(rt_as_object(v))->prototype_builtin;
}
RT_INLINE int32_t rt_test_set(rt_value v) {
  return rt_is_class(v, RT_CLASS_SET) &&
         rt_as_object(v)->shape->prototype_builtin == rt_class_of(rt_as_object(v))->prototype_builtin;
}

#include "rt_library_inline.h"
