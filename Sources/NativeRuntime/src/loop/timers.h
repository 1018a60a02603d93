/// Timers as Node keeps them: a list for each duration, in which the order of insertion is that of expiry, and a heap of
/// these lists. So setting and clearing a timer costs the same however many there are.
#pragma once

#include "loop.h"

typedef struct rt_timer_list rt_timer_list;

/// A Timeout object (https://nodejs.org/api/timers.html#class-timeout).
typedef struct rt_timeout {
  rt_object object;
  struct rt_timeout *next, *previous; ///< in its list
  rt_timer_list *list;                ///< NULL: it is in none
  rt_value callback;                  ///< null once it was cleared
  rt_array *arguments;                ///< NULL: none
  uint64_t start;                     ///< when it was inserted, in milliseconds
  double duration;                    ///< in milliseconds; -1 once it was cleared
  double repeat;                      ///< of intervals: the duration; otherwise 0
  uint32_t id;
  uint8_t is_referenced, is_destroyed, has_primitive;
} rt_timeout;

/// Appends a timer to the list of its duration, out of the list that it is in; the duration counts from `start`.
void rt__timer_insert(rt_timeout *timer, uint64_t start);
/// Takes a timer out of its list; `drop_list` removes the list too if it is empty now.
void rt__timer_remove(rt_timeout *timer, bool drop_list);
/// Marks a timer as one that will not fire any more, and gives its reference back.
void rt__timer_destroy(rt_timeout *timer);
