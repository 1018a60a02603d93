/// The pointer that says whether a program has asynchronous contexts; apart, so that other programs link nothing else.
#include "rt_async_context.h"

rt_value rt_async_bind(rt_value function);

const rt_async_functions *rt_async_hooks;

/// A function that calls the given one in the context of now; itself in programs without contexts.
rt_value rt_async_bind(rt_value function) { return rt__bind_context(function); }
