/// What `util.inspect` shows of a promise.
#include "library.h"
#include "rt_promise.h"

int32_t rt_promise_state_of(rt_value promise);
rt_value rt_promise_result_of(rt_value promise);

/// enum rt_promise_state of a promise.
int32_t rt_promise_state_of(rt_value promise) { return rt_as_promise(promise)->state; }

/// The value or reason of a settled promise.
rt_value rt_promise_result_of(rt_value promise) { return rt_as_promise(promise)->result; }
