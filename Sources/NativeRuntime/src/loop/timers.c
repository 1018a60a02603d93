/// The timers phase, and the lists and the heap that it works on.
#include "timers.h"

/// The timers of one duration, linked in the order of insertion.
struct rt_timer_list {
  rt_timeout *first, *last;
  uint64_t expiry;    ///< when the first timer may be due; never late, perhaps early
  uint64_t order;     ///< among lists with the same expiry: which was placed first
  uint64_t duration;
  uint64_t heap_index; ///< one-based
};

/// A binary heap, the first at index 1, and an open-addressing index of the same lists by duration. Both are cells.
static struct {
  rt_timer_list **heap;
  rt_timer_list **index;
  uint64_t count, capacity, mask;
} lists RT_ROOTED_UNUSED;

enum { CAPACITY_MIN = 8 };

static uint64_t next_order;

static bool is_before(const rt_timer_list *a, const rt_timer_list *b) {
  return a->expiry != b->expiry ? a->expiry < b->expiry : a->order < b->order;
}

static void place(rt_timer_list *list, uint64_t index) {
  lists.heap[index] = list;
  list->heap_index = index;
}

static void move_up(rt_timer_list *list) {
  uint64_t index = list->heap_index;
  for (; index > 1 && is_before(list, lists.heap[index / 2]); index /= 2) place(lists.heap[index / 2], index);
  place(list, index);
}

static void move_down(rt_timer_list *list) {
  uint64_t index = list->heap_index;
  for (uint64_t child; (child = 2 * index) <= lists.count; index = child) {
    if (child < lists.count && is_before(lists.heap[child + 1], lists.heap[child])) child++;
    if (!is_before(lists.heap[child], list)) break;
    place(lists.heap[child], index);
  }
  place(list, index);
}

/// Where in the index a duration is, or would be.
static uint64_t index_of(uint64_t duration) {
  uint64_t at = (duration * 0x9E3779B97F4A7C15ull >> 32) & lists.mask;
  while (lists.index[at] && lists.index[at]->duration != duration) at = (at + 1) & lists.mask;
  return at;
}

static void grow(void) {
  uint64_t capacity = lists.capacity ? lists.capacity * 2 : CAPACITY_MIN;
  rt_timer_list **heap = rt__allocate_zeroed((capacity + 1) * sizeof *heap, RT_CELL_WORDS);
  if (lists.heap) memcpy(heap, lists.heap, (lists.count + 1) * sizeof *heap);
  lists.heap = heap;
  lists.capacity = capacity;
  lists.mask = capacity * 2 - 1;
  lists.index = rt__allocate_zeroed(capacity * 2 * sizeof *lists.index, RT_CELL_WORDS);
  for (uint64_t i = 1; i <= lists.count; i++) lists.index[index_of(heap[i]->duration)] = heap[i];
}

static void remove_from_index(const rt_timer_list *list) {
  uint64_t hole = index_of(list->duration);
  lists.index[hole] = NULL;
  // What was pushed on by the removed one moves back.
  for (uint64_t at = (hole + 1) & lists.mask; lists.index[at]; at = (at + 1) & lists.mask) {
    rt_timer_list *other = lists.index[at];
    lists.index[at] = NULL;
    lists.index[index_of(other->duration)] = other;
  }
}

static void remove_list(rt_timer_list *list) {
  remove_from_index(list);
  rt_timer_list *last = lists.heap[lists.count];
  lists.heap[lists.count--] = NULL;
  if (last != list) {
    place(last, list->heap_index);
    move_up(last);
    move_down(last);
  }
  list->heap_index = 0;
}

static void timers_phase_js(void);
static int64_t timeout(void);

static rt_timer_list *list_of(uint64_t duration, uint64_t start) {
  if (lists.count == lists.capacity) grow();
  uint64_t at = index_of(duration);
  if (lists.index[at]) return lists.index[at];
  rt_loop_phases.timers_js = timers_phase_js;
  rt_loop_phases.timeout = timeout;
  rt__loop_start();
  rt_timer_list *list = rt__allocate_zeroed(sizeof *list, RT_CELL_WORDS);
  list->duration = duration;
  list->expiry = start + duration;
  list->order = next_order++;
  lists.index[at] = list;
  place(list, ++lists.count);
  move_up(list);
  return list;
}

void rt__timer_insert(rt_timeout *timer, uint64_t start) {
  rt__timer_remove(timer, false);
  rt_timer_list *list = list_of((uint64_t)timer->duration, start);
  timer->start = start;
  timer->list = list;
  timer->next = NULL;
  timer->previous = list->last;
  if (list->last) list->last->next = timer;
  else list->first = timer;
  list->last = timer;
}

void rt__timer_remove(rt_timeout *timer, bool drop_list) {
  rt_timer_list *list = timer->list;
  if (!list) return;
  if (timer->previous) timer->previous->next = timer->next;
  else list->first = timer->next;
  if (timer->next) timer->next->previous = timer->previous;
  else list->last = timer->previous;
  timer->list = NULL;
  timer->next = timer->previous = NULL;
  if (drop_list && !list->first) remove_list(list);
}

/// Calls a timer that is due: false if it threw and a listener handled that.
static bool fire_js(rt_timeout *timer) {
  RT_ROOT_POINTER(timer);
  uint64_t start = timer->repeat != 0 ? rt__loop_now() : 0;
  rt_array *arguments = timer->arguments;
  RT_ROOT_POINTER(arguments);
  rt_value result = rt__call_js(timer->callback, rt_from_object(timer), arguments ? arguments->length : 0,
                                arguments ? arguments->elements : NULL);
  // As in Node, an interval goes on before its exception is known.
  if (timer->repeat != 0 && timer->duration != -1) {
    timer->duration = timer->repeat;
    rt__timer_insert(timer, start);
  } else if (!timer->list && !timer->is_destroyed) {
    rt__timer_destroy(timer);
  }
  if (result != RT_EXCEPTION) return true;
  rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
  return false;
}

/// Runs the timers of the lists that are due at `now`: false if one threw and a listener handled that.
static bool run_due_js(uint64_t now) {
  bool ran = false;
  while (lists.count > 0) {
    rt_timer_list *list = lists.heap[1];
    RT_ROOT_POINTER(list);
    // What has become due meanwhile waits for the next round, so that immediates come before it.
    if (list->expiry > now) return true;
    for (;;) {
      rt_timeout *timer = list->first;
      if (timer && timer->start + list->duration > now) {
        // The first is not due yet: the list waits for it.
        uint64_t expiry = timer->start + list->duration;
        list->expiry = expiry > now + 1 ? expiry : now + 1;
        list->order = next_order++;
        if (list->heap_index) move_down(list);
        break;
      }
      // Between two timers, and two lists, what is behind each callback.
      if (ran && timer) {
        ran = false;
        rt__loop_end_callback_js();
        continue;
      }
      if (!timer) {
        // It may have been removed meanwhile.
        if (list->heap_index) remove_list(list);
        break;
      }
      rt__timer_remove(timer, false);
      if (timer->callback == RT_NULL) {
        if (!timer->is_destroyed) rt__timer_destroy(timer);
        continue;
      }
      ran = true;
      if (!fire_js(timer)) return false;
    }
  }
  return true;
}

/// The timers phase.
static void timers_phase_js(void) {
  if (lists.count == 0) return;
  uint64_t now = rt__loop_now();
  if (lists.heap[1]->expiry > now) return;
  while (!run_due_js(now)) now = rt__loop_now();
  rt__loop_end_callback_js();
}

static int64_t timeout(void) {
  if (lists.count == 0) return -1;
  uint64_t now = rt__loop_now(), expiry = lists.heap[1]->expiry;
  return expiry > now ? (int64_t)(expiry - now) : 0;
}
