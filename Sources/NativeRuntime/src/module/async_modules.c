/// Evaluation of modules of which some await at their top level (ECMA-262 16.2.1.6.1.3). Programs without such modules
/// call their bodies in order and link nothing of this.
#include "builtin/native.h"
#include "rt_abi.h"
#include "rt_prim.h"
#include "rt_promise.h"

enum { LINKED, EVALUATING, EVALUATING_ASYNC, EVALUATED };
/// [[AsyncEvaluationOrder]] besides integers.
enum { ORDER_UNSET = 0, ORDER_DONE = UINT32_MAX };

typedef struct module_record module_record;

/// A list of modules in a cell.
typedef struct module_list {
  module_record **items;
  uint32_t count, capacity;
} module_list;

/// The fields of a Cyclic Module Record (16.2.1.6) that evaluation uses.
struct module_record {
  rt_value body;         ///< a function; of modules that await it gives a promise
  rt_value error;        ///< [[EvaluationError]], or a hole
  module_record *cycle_root;
  module_list requests;  ///< [[RequestedModules]]
  module_list parents;   ///< [[AsyncParentModules]]
  uint32_t dfs_index, dfs_ancestor;
  uint32_t order;        ///< [[AsyncEvaluationOrder]]
  uint32_t pending;      ///< [[PendingAsyncDependencies]]
  uint8_t status;
  uint8_t has_await;     ///< [[HasTLA]]
};

static module_record *modules RT_ROOTED_UNUSED;
static module_record *root RT_ROOTED_UNUSED;
static uint32_t next_order = 1;

void rt_modules_new(uint32_t count);
void rt_module_define(uint32_t index, rt_value body, int32_t has_await);
void rt_module_request(uint32_t index, uint32_t requested);
int32_t rt_modules_evaluate(uint32_t index);

static void append(module_list *list, module_record *item) {
  if (list->count == list->capacity) {
    uint32_t capacity = list->capacity ? 2 * list->capacity : 4;
    module_record **items = rt__allocate_zeroed(capacity * sizeof *items, RT_CELL_WORDS);
    for (uint32_t i = 0; i < list->count; i++) items[i] = list->items[i];
    list->items = items;
    list->capacity = capacity;
  }
  list->items[list->count++] = item;
}

static bool contains(const module_list *list, const module_record *item) {
  for (uint32_t i = 0; i < list->count; i++)
    if (list->items[i] == item) return true;
  return false;
}

void rt_modules_new(uint32_t count) {
  RT_SAFEPOINT();
  modules = rt__allocate_zeroed((count + 1) * sizeof *modules, RT_CELL_WORDS);
}

void rt_module_define(uint32_t index, rt_value body, int32_t has_await) {
  RT_SAFEPOINT();
  modules[index] = (module_record){.body = body, .error = RT_HOLE, .has_await = (uint8_t)has_await};
}

void rt_module_request(uint32_t index, uint32_t requested) {
  RT_SAFEPOINT();
  append(&modules[index].requests, &modules[requested]);
}

// What happens when a body that awaited is through.

static void async_settled(rt_object *target, int32_t is_rejection, rt_value value);

/// ExecuteAsyncModule (16.2.1.6.1.3.2).
static void execute_async_js(module_record *module) {
  rt_value promise = rt__call_js(module->body, RT_UNDEFINED, 0, NULL);
  rt__promise_await(rt_as_promise(promise), (rt_object *)(void *)module, async_settled);
}

/// GatherAvailableAncestors (16.2.1.6.1.3.3).
static void gather(const module_record *module, module_list *available) {
  for (uint32_t i = 0; i < module->parents.count; i++) {
    module_record *parent = module->parents.items[i];
    if (contains(available, parent) || parent->cycle_root->error != RT_HOLE) continue;
    if (--parent->pending > 0) continue;
    append(available, parent);
    if (!parent->has_await) gather(parent, available);
  }
}

/// AsyncModuleExecutionRejected (16.2.1.6.1.3.5).
static void execution_rejected_js(module_record *module, rt_value error) {
  if (module->status == EVALUATED) return;
  module->error = error;
  module->status = EVALUATED;
  module->order = ORDER_DONE;
  for (uint32_t i = 0; i < module->parents.count; i++) execution_rejected_js(module->parents.items[i], error);
  if (module == root) rt__uncaught_js(error, RT_UNHANDLED_REJECTION);
}

/// AsyncModuleExecutionFulfilled (16.2.1.6.1.3.4).
static void execution_fulfilled_js(module_record *module) {
  if (module->status == EVALUATED) return;
  module->order = ORDER_DONE;
  module->status = EVALUATED;
  module_list *available = rt__allocate_zeroed(sizeof *available, RT_CELL_WORDS);
  RT_ROOT_POINTER(available);
  gather(module, available);
  // In the order in which they began to wait.
  for (uint32_t i = 1; i < available->count; i++) {
    module_record *item = available->items[i];
    uint32_t at = i;
    for (; at > 0 && available->items[at - 1]->order > item->order; at--) available->items[at] = available->items[at - 1];
    available->items[at] = item;
  }
  for (uint32_t i = 0; i < available->count; i++) {
    module_record *next = available->items[i];
    if (next->status == EVALUATED) continue;
    if (next->has_await) {
      execute_async_js(next);
    } else if (rt__call_js(next->body, RT_UNDEFINED, 0, NULL) == RT_EXCEPTION) {
      execution_rejected_js(next, rt__take_pending());
    } else {
      next->order = ORDER_DONE;
      next->status = EVALUATED;
    }
  }
}

static void async_settled(rt_object *target, int32_t is_rejection, rt_value value) {
  module_record *module = (module_record *)(void *)target;
  if (is_rejection)
    execution_rejected_js(module, value);
  else
    execution_fulfilled_js(module);
}

// Evaluate.

/// InnerModuleEvaluation (16.2.1.6.1.3.1): status.
static int32_t evaluate_js(module_record *module, module_list *stack, uint32_t *index) {
  if (RT_STACK_CHECK()) return -1;
  if (module->status == EVALUATING) return 0;
  if (module->status != LINKED) {
    if (module->error == RT_HOLE) return 0;
    rt__throw(module->error);
    return -1;
  }
  module->status = EVALUATING;
  module->dfs_index = module->dfs_ancestor = (*index)++;
  append(stack, module);
  for (uint32_t i = 0; i < module->requests.count; i++) {
    module_record *required = module->requests.items[i];
    if (evaluate_js(required, stack, index) != 0) return -1;
    if (required->status == EVALUATING) {
      if (required->dfs_ancestor < module->dfs_ancestor) module->dfs_ancestor = required->dfs_ancestor;
    } else {
      required = required->cycle_root;
      if (required->error != RT_HOLE) {
        rt__throw(required->error);
        return -1;
      }
    }
    if (required->order != ORDER_UNSET && required->order != ORDER_DONE) {
      module->pending++;
      append(&required->parents, module);
    }
  }
  if (module->pending > 0 || module->has_await) {
    module->order = next_order++;
    if (module->pending == 0) execute_async_js(module);
  } else if (rt__call_js(module->body, RT_UNDEFINED, 0, NULL) == RT_EXCEPTION) {
    return -1;
  }
  if (module->dfs_index != module->dfs_ancestor) return 0;
  for (module_record *member = NULL; member != module;) {
    member = stack->items[--stack->count];
    member->status = member->order == ORDER_UNSET ? EVALUATED : EVALUATING_ASYNC;
    member->cycle_root = module;
  }
  return 0;
}

/// What Node says when nothing can settle the promise of the entry any more.
static void warn_if_unsettled(void) {
  if (root->status == EVALUATED) return;
  static const char text[] = "Warning: Detected unsettled top-level await\n";
  rt_prim_write_all(2, text, sizeof text - 1);
  rt_exit_code = 13;
}

int32_t rt_modules_evaluate(uint32_t index) {
  RT_SAFEPOINT();
  root = &modules[index];
  module_list *stack = rt__allocate_zeroed(sizeof *stack, RT_CELL_WORDS);
  RT_ROOT_POINTER(stack);
  uint32_t dfs_index = 0;
  if (evaluate_js(root, stack, &dfs_index) == 0) {
    if (root->status != EVALUATED) rt_end_of_jobs = warn_if_unsettled;
    return 0;
  }
  rt_value error = rt__take_pending();
  for (uint32_t i = 0; i < stack->count; i++) {
    stack->items[i]->status = EVALUATED;
    stack->items[i]->cycle_root = stack->items[i];
    stack->items[i]->error = error;
  }
  rt__throw(error);
  return -1;
}
