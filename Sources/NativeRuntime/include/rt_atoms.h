/// The names that the runtime itself uses, interned at start: `RT_ATOM(length)` is the key "length".
///
/// To add a name, add it to the list. Names that are not C identifiers use RT_ATOM_AS(identifier, "text").
#pragma once

#include "rt_string.h"

#define RT_ATOM_LIST(ATOM, AS)                                                                                         \
  AS(empty, "")                                                                                                        \
  ATOM(length)                                                                                                         \
  ATOM(name)                                                                                                           \
  ATOM(prototype)                                                                                                      \
  ATOM(constructor)                                                                                                    \
  ATOM(message)                                                                                                        \
  ATOM(stack)                                                                                                          \
  ATOM(cause)                                                                                                          \
  ATOM(errors)                                                                                                         \
  ATOM(toString)                                                                                                       \
  ATOM(valueOf)                                                                                                        \
  ATOM(toJSON)                                                                                                         \
  ATOM(next)                                                                                                           \
  ATOM(done)                                                                                                           \
  ATOM(value)                                                                                                          \
  AS(return_, "return")                                                                                                \
  AS(throw_, "throw")                                                                                                  \
  ATOM(get)                                                                                                            \
  ATOM(set)                                                                                                            \
  ATOM(writable)                                                                                                       \
  ATOM(enumerable)                                                                                                     \
  ATOM(configurable)                                                                                                   \
  ATOM(raw)                                                                                                            \
  ATOM(callee)                                                                                                         \
  ATOM(index)                                                                                                          \
  ATOM(input)                                                                                                          \
  ATOM(join)                                                                                                           \
  ATOM(has)                                                                                                            \
  ATOM(keys)                                                                                                           \
  ATOM(size)                                                                                                           \
  ATOM(add)                                                                                                            \
  ATOM(undefined)                                                                                                      \
  AS(null, "null")                                                                                                     \
  AS(true_, "true")                                                                                                    \
  AS(false_, "false")                                                                                                  \
  ATOM(object)                                                                                                         \
  ATOM(function)                                                                                                       \
  ATOM(number)                                                                                                         \
  ATOM(string)                                                                                                         \
  ATOM(boolean)                                                                                                        \
  ATOM(symbol)                                                                                                         \
  ATOM(bigint)                                                                                                         \
  ATOM(anonymous)                                                                                                      \
  AS(default_, "default")                                                                                              \
  AS(proto, "__proto__")                                                                                               \
  AS(comma, ",")                                                                                                       \
  ATOM(NaN)                                                                                                            \
  ATOM(Infinity)                                                                                                       \
  ATOM(Error)                                                                                                          \
  ATOM(TypeError)                                                                                                      \
  ATOM(RangeError)                                                                                                     \
  ATOM(ReferenceError)                                                                                                 \
  ATOM(SyntaxError)                                                                                                    \
  ATOM(EvalError)                                                                                                      \
  ATOM(URIError)                                                                                                       \
  ATOM(AggregateError)                                                                                                 \
  ATOM(code)                                                                                                           \
  ATOM(errno)                                                                                                          \
  ATOM(syscall)                                                                                                        \
  ATOM(path)                                                                                                           \
  ATOM(then)                                                                                                           \
  ATOM(resolve)                                                                                                        \
  ATOM(reject)                                                                                                         \
  ATOM(promise)                                                                                                        \
  ATOM(status)                                                                                                         \
  ATOM(reason)

#define RT_ATOM__ENUM(name) RT_ATOM_##name,
#define RT_ATOM__ENUM_AS(name, text) RT_ATOM_##name,
enum rt_atom { RT_ATOM_LIST(RT_ATOM__ENUM, RT_ATOM__ENUM_AS) RT_ATOM_COUNT };

extern rt_string *rt_atoms[RT_ATOM_COUNT];
#define RT_ATOM(name) (rt_atoms[RT_ATOM_##name])
