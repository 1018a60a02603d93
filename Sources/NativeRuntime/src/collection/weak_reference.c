/// WeakRef (ECMA-262 26.1).
#include "rt_promise.h"
#include "weak.h"

/// A WeakRef. Its target may not go away before the job ends in which the program last saw it: such targets are in
/// `rt_kept_alive` (9.10).
typedef struct rt_weak_reference {
  rt_object object;
  rt_hidden target; ///< RT_UNDEFINED, hidden, once it is gone
  rt_hidden next;   ///< the next of all WeakRefs, or 0
  uint64_t job;     ///< the last job that saw the target
} rt_weak_reference;

static const rt_class weak_reference_class = {
    .kind = RT_CLASS_OTHER,
    .instance_size = sizeof(rt_weak_reference),
    .prototype_builtin = RT_BUILTIN_WEAKREF_PROTOTYPE + 1,
    .name = "WeakRef",
};

/// All WeakRefs, hidden like their targets.
static rt_hidden references;

/// Empties WeakRefs whose targets are dead, and forgets dead WeakRefs.
static void sweep(void) {
  rt_hidden *link = &references;
  while (*link) {
    rt_weak_reference *reference = rt_pointer(rt__reveal(*link));
    if (!rt__is_marked(reference)) {
      *link = reference->next;
      continue;
    }
    rt_value target = rt__reveal(reference->target);
    if (target != RT_UNDEFINED && !rt__is_marked(rt_pointer(target))) reference->target = rt__hide(RT_UNDEFINED);
    link = &reference->next;
  }
}

/// AddToKeptObjects (9.10.2).
static void keep_during_job(rt_weak_reference *reference, rt_value target) {
  if (reference->job == rt_job_number) return;
  reference->job = rt_job_number;
  if (!rt_kept_alive) rt_kept_alive = rt__array_new(4);
  (void)rt__array_push(rt_kept_alive, target);
}

/// ECMA-262 26.1.1.1 WeakRef ( target ); new.target comes as `this_value`.
RT_NATIVE(rt_native_weak_ref_construct) {
  RT_SAFEPOINT();
  rt_value target = rt_argument(argc, argv, 0);
  if (!rt__can_be_held_weakly(target)) return rt__throw_type_error("WeakRef: invalid target");
  RT_ROOT(target);
  rt_object *object = rt__object_from_constructor_js(this_value, &weak_reference_class);
  if (!object) return RT_EXCEPTION;
  static bool is_registered;
  if (!is_registered) rt__register_weak_sweeper(sweep);
  is_registered = true;
  rt_weak_reference *reference = (rt_weak_reference *)object;
  reference->target = rt__hide(target);
  reference->next = references;
  references = rt__hide(rt_from_object(object));
  keep_during_job(reference, target);
  return rt_from_object(object);
}

/// ECMA-262 26.1.1.1 WeakRef ( target ) without `new`.
RT_NATIVE(rt_native_weak_ref_call) { return rt__throw_type_error("Constructor WeakRef requires 'new'"); }

/// ECMA-262 26.1.3.2 WeakRef.prototype.deref ( )
RT_NATIVE(rt_native_weak_ref_deref) {
  RT_SAFEPOINT();
  RT_THIS_CLASS(rt_weak_reference, reference, weak_reference_class, "WeakRef.prototype.deref");
  rt_value target = rt__reveal(reference->target);
  if (target != RT_UNDEFINED) keep_during_job(reference, target);
  return target;
}
