/// The layouts of classes: what compiled code assumes of objects whose shapes have one.
///
/// A layout says which fields lie in the first slots, which functions look-ups of the class's methods and getters find,
/// and which classes the object is an instance of. The first is a matter of the shape alone; so that the others stay true,
/// prototypes of such classes are watched, and when a method or a prototype's prototype changes, the shapes of the
/// instances lose their layouts for good. The layout of a constructor is about its own data properties.
#include "object.h"

/// A class with a layout.
typedef struct layout_class {
  struct layout_class *next;
  rt_shape *initial; ///< of its instances
  rt_object *prototype;
  const rt_layout_description *description;
} layout_class;

static layout_class *classes RT_ROOTED_UNUSED;

static bool has_in_chain(rt_object *start, const rt_object *object) {
  for (rt_object *o = start; o; o = rt__prototype_of(o))
    if (o == object) return true;
  return false;
}

static bool has_method(const rt_layout_description *description, const rt_string *key) {
  for (uint32_t i = 0; i < description->method_count + description->getter_count; i++)
    if (description->methods[i].key == key) return true;
  return false;
}

/// Takes their layouts from the instances of classes that a change concerns.
static void end_layouts(rt_object *prototype, rt_string *key) {
  for (layout_class **link = &classes; *link;) {
    layout_class *known = *link;
    if ((!key || has_method(known->description, key)) && has_in_chain(known->prototype, prototype)) {
      rt__shape_end_layout(known->initial);
      *link = known->next;
    } else {
      link = &known->next;
    }
  }
}

/// The kinds of typed arrays that a layout's objects hold, a bit each as in `rt__changed_typed_arrays`.
static uint32_t held_kinds(const rt_layout_description *description) {
  uint32_t kinds = 0;
  for (uint32_t i = 0; description->kinds && i < description->key_count; i++)
    if (description->kinds[i]) kinds |= 1u << description->kinds[i];
  return kinds;
}

/// Takes their layouts from the instances of classes that hold typed arrays of a kind, as one may have lost its own.
static void end_layouts_with(uint32_t kind) {
  for (layout_class **link = &classes; *link;) {
    layout_class *known = *link;
    if (held_kinds(known->description) >> kind & 1) {
      rt__shape_end_layout(known->initial);
      // Places that make instances have to find out.
      rt_prototype_epoch++;
      *link = known->next;
    } else {
      link = &known->next;
    }
  }
}

/// Lets changes of an object's methods be noticed.
static void watch(rt_object *prototype) {
  if (prototype->shape->flags & RT_SHAPE_WATCHED) return;
  // Under its old shape, caches may know where to store.
  prototype->shape = rt__shape_renewed(prototype->shape);
  prototype->shape->flags |= RT_SHAPE_WATCHED;
}

/// The getter of the accessor that a look-up finds, or RT_HOLE.
static rt_value getter_of(rt_object *object, rt_string *key) {
  rt_property_descriptor descriptor;
  for (; object; object = rt__prototype_of(object))
    if (rt__get_own_property(object, key, &descriptor))
      return descriptor.flags & RT_PROPERTY_ACCESSOR ? descriptor.getter : RT_HOLE;
  return RT_HOLE;
}

/// Whether look-ups of the methods give the functions that the layout names; then they are watched.
static bool has_methods(rt_object *prototype, const rt_layout_description *description) {
  uint32_t count = description->method_count + description->getter_count;
  for (uint32_t i = 0; i < count; i++) {
    const rt_layout_method *method = &description->methods[i];
    rt_value found = i < description->method_count ? rt__data_value(prototype, method->key) : getter_of(prototype, method->key);
    if (found != rt_from_object(method->method)) return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    rt_string *key = description->methods[i].key;
    rt_object *holder = prototype;
    while (rt__shape_find(holder->shape, key) < 0) holder = rt__prototype_of(holder);
    watch(holder);
  }
  return true;
}

/// The shape with a field more, as constructors define them.
static rt_shape *with_field(rt_shape *shape, rt_string *key) {
  return rt__shape_add(shape, key, rt_key_is_private(key) ? RT_PROPERTY_WRITABLE : RT_PROPERTY_PLAIN);
}

/// Says what the slot holds that a new shape adds to its predecessor: a number, or a typed array of a kind.
static void promise(rt_shape *shape, uint32_t slot, uint64_t numbers, const uint8_t *kinds) {
  shape->kinds = kinds;
  if (numbers >> slot & 1 || (kinds && kinds[slot])) shape->promises |= (uint64_t)1 << slot;
}

void rt_class_layout(rt_value constructor, const rt_layout_description *description) {
  RT_SAFEPOINT();
  rt_function *function = rt_as_function(constructor);
  rt_object *prototype = rt_as_object(function->object.extra[RT_FUNCTION_PROTOTYPE_SLOT]);
  uint32_t count = description->key_count;
  uint32_t fields = function->info->field_count > count ? function->info->field_count : count;
  rt_shape *initial = rt__shape_root_for(&rt_object_class, prototype, fields > 64 ? 64 : fields);
  function->initial_shape = initial;
  if (!has_methods(prototype, description)) return;
  if (held_kinds(description) & rt__changed_typed_arrays) return;
  if (description->is_single) {
    layout_class *class = rt__allocate(sizeof *class, RT_CELL_WORDS);
    *class = (layout_class){classes, initial, prototype, description};
    classes = class;
    rt__layout_watcher = end_layouts;
    if (description->kinds) rt__typed_array_watcher = end_layouts_with;
  }
  // Objects that there are already may hold anything.
  if ((description->numbers || description->kinds) && (initial->transition_key || initial->transitions)) return;
  rt_shape *shape = initial;
  for (uint32_t i = 0; i < count; i++) {
    shape = with_field(shape, description->keys[i]);
    promise(shape, i, description->numbers, description->kinds);
  }
  shape->layout = description->layout;
}

/// A layout of literals whose objects hold numbers: shapes that no other objects have.
typedef struct literal_family {
  struct literal_family *next;
  rt_shape *shape;
} literal_family;

static literal_family *families RT_ROOTED_UNUSED;

rt_shape *rt__literal_shape(const rt_literal_site *site, uint32_t count, rt_string *const *keys) {
  for (literal_family *known = families; known; known = known->next)
    if (known->shape->layout == site->layout) return known->shape;
  rt_shape *shape = rt__shape_renewed(rt__shape_root(&rt_object_class, rt_literal_capacity(count)));
  for (uint32_t i = 0; i < count; i++) {
    shape = with_field(shape, keys[i]);
    promise(shape, i, site->numbers, NULL);
  }
  shape->layout = site->layout;
  literal_family *family = rt__allocate(sizeof *family, RT_CELL_WORDS);
  *family = (literal_family){families, shape};
  families = family;
  return shape;
}

void rt_constructor_layout(rt_value constructor, const rt_layout_description *description) {
  RT_SAFEPOINT();
  rt_object *function = rt_as_object(constructor);
  rt_shape *shape = function->shape;
  for (uint32_t i = 0; i < description->key_count; i++) {
    if (!description->keys[i]) continue;
    int32_t entry = rt__shape_find(shape, description->keys[i]);
    if (entry < 0) return;
    const rt_property *property = &shape->table->entries[entry];
    if (property->slot != shape->inline_capacity + RT_FUNCTION_PROTOTYPE_SLOT + 1 + i) return;
    if ((property->flags & (RT_PROPERTY_WRITABLE | RT_PROPERTY_ACCESSOR | RT_PROPERTY_LAZY)) != RT_PROPERTY_WRITABLE) return;
  }
  // Other constructors may have the same properties, so this one gets a shape of its own.
  if (!(shape->flags & RT_SHAPE_DICTIONARY)) function->shape = shape = rt__shape_renewed(shape);
  shape->layout = description->layout;
}

/// Whether an assignment to an object with such a prototype that lacks the property adds it.
static bool admits(rt_object *prototype, rt_string *key) {
  return !prototype || rt_key_is_private(key) || rt__is_added_by_store(prototype, key);
}

/// Finds out what objects of a constructor are made of; false if they are not of the site's layout.
static bool prepare(rt_instance_site *site, const rt_function *function) {
  const rt_layout_description *description = site->description;
  rt_shape *shape = function->initial_shape;
  if (!shape || rt_class_of(&function->object)->kind != RT_CLASS_FUNCTION || shape->class != &rt_object_class) return false;
  uint32_t count = description->key_count;
  if (count > shape->inline_capacity) return false;
  rt_object *prototype = rt__shape_prototype(shape);
  for (uint32_t i = 0; i < count; i++) {
    rt_string *key = description->keys[i];
    if (!admits(prototype, key)) return false;
    shape = with_field(shape, key);
  }
  if (!shape->layout || shape->layout - description->layout > site->span) return false;
  size_t size = sizeof(rt_object) + shape->inline_capacity * sizeof(rt_value);
  if (size > RT_INLINE_SIZE_MAX) return false;
  site->run = &rt_free_runs[RT_CELL_WORDS][(size - 1) / RT_GRANULE];
  site->size = (size + RT_GRANULE - 1) & ~(uintptr_t)(RT_GRANULE - 1);
  site->shape = shape;
  site->epoch = rt_prototype_epoch;
  site->initial = function->initial_shape;
  return true;
}

rt_value rt_instance_complete_slow(rt_value new_target, rt_instance_site *site) {
  RT_SAFEPOINT();
  RT_MAY_FILL_HEAP();
  const rt_function *function = rt_as_function(new_target);
  if ((function->initial_shape != site->initial || site->epoch != rt_prototype_epoch) && !prepare(site, function)) return RT_HOLE;
  return rt_from_object(rt__object_of_shape(site->shape));
}
