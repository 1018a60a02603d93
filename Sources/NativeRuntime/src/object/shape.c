/// Shapes: their property tables and the transitions between them.
#include "rt_array.h"
#include "rt_object.h"
#include "rt_realm.h"

uintptr_t rt_prototype_epoch = 1;
void (*rt__layout_watcher)(rt_object *prototype, rt_string *key);
uint8_t rt_has_instance_changed;
uint8_t rt_prototypes_have_indices;

enum { LINEAR_MAX = 8 };

/// The edges from a shape that has several: open addressing by key and flags.
typedef struct rt_transitions {
  uint32_t count;
  uint32_t mask;
  struct {
    rt_string *key;
    rt_shape *shape;
    uintptr_t flags;
  } entries[];
} rt_transitions;

// Tables.

static rt_property_table *new_table(uint32_t capacity) {
  rt_property_table *table =
      rt__allocate_zeroed(sizeof(rt_property_table) + capacity * sizeof(rt_property), RT_CELL_WORDS);
  table->capacity = capacity;
  return table;
}

static void index_entry(rt_property_table *table, uint32_t entry) {
  uint32_t i = table->entries[entry].key->hash & table->mask;
  while (table->index[i]) i = (i + 1) & table->mask;
  table->index[i] = entry + 1;
}

/// Makes the index anew if there are enough entries for one.
static void rebuild_index(rt_property_table *table) {
  if (table->capacity <= LINEAR_MAX) return;
  uint32_t size = 32;
  while (size < table->capacity * 2) size *= 2;
  table->index = rt__allocate_zeroed(size * sizeof(uint32_t), RT_CELL_LEAF);
  table->mask = size - 1;
  for (uint32_t i = 0; i < table->count; i++)
    if (table->entries[i].key) index_entry(table, i);
}

/// A copy of the first `count` entries with room for more.
static rt_property_table *copy_table(const rt_property_table *source, uint32_t count, uint32_t capacity) {
  rt_property_table *table = new_table(capacity);
  if (count) memcpy(table->entries, source->entries, count * sizeof(rt_property));
  table->count = count;
  table->deleted = source ? source->deleted : 0;
  rebuild_index(table);
  return table;
}

static uint32_t grown(uint32_t count) { return count < 4 ? 4 : count < LINEAR_MAX ? LINEAR_MAX : count * 2; }

/// Lets tests of collections fail for objects with an own property that hides a member of their prototype.
static __attribute__((noinline, cold)) void leave_members(rt_shape *shape) {
  uint8_t kind = shape->class->kind;
  if (kind != RT_CLASS_ARRAY && kind != RT_CLASS_MAP && kind != RT_CLASS_SET) return;
  rt__shape_prototype(shape);
  shape->prototype_builtin = 0;
  shape->flags &= (uint16_t)~RT_SHAPE_PLAIN_ARRAY;
}

/// Appends an entry behind the `shape->count` that the shape owns; another shape that continued the same table
/// differently forces a copy.
static uint32_t append(rt_shape *shape, rt_string *key, uint32_t slot, uint8_t flags) {
  uint32_t count = shape->count;
  rt_property_table *table = shape->table;
  if (!table || table->count != count || table->count == table->capacity)
    table = copy_table(table, count, table && table->capacity > count ? table->capacity : grown(count));
  table->entries[count] = (rt_property){.key = key, .slot = slot, .flags = flags};
  table->count = count + 1;
  if (table->mask) index_entry(table, count);
  shape->table = table;
  shape->count = count + 1;
  shape->slot_count = slot + 1;
  if (rt_key_is_index(key)) shape->flags |= RT_SHAPE_HAS_INDICES;
  if (key == RT_SYMBOL(has_instance)) rt_has_instance_changed = 1;
  if (key->flags & RT_STRING_MEMBER) leave_members(shape);
  return count;
}

int32_t rt__shape_find(rt_shape *shape, rt_string *key) {
  const rt_property_table *table = shape->table;
  uint32_t count = shape->count;
  if (count == 0) return -1;
  if (!table->mask || count <= 4) {
    for (uint32_t i = 0; i < count; i++)
      if (table->entries[i].key == key) return (int32_t)i;
    return -1;
  }
  for (uint32_t i = key->hash & table->mask; table->index[i]; i = (i + 1) & table->mask) {
    uint32_t entry = table->index[i] - 1;
    if (table->entries[entry].key == key) return entry < count ? (int32_t)entry : -1;
  }
  return -1;
}

// Shapes.

static rt_shape *new_shape(void) {
  rt_shape *shape = rt__allocate_zeroed(sizeof(rt_shape), RT_CELL_WORDS);
  return shape;
}

/// A copy without transitions, in the heap.
static rt_shape *copy_shape(const rt_shape *shape) {
  rt_shape *copy = new_shape();
  *copy = *shape;
  copy->flags &= (uint16_t)~RT_SHAPE_STATIC;
  copy->transition_key = NULL;
  copy->transition = NULL;
  copy->transitions = NULL;
  copy->general = NULL;
  return copy;
}

static uint32_t transition_hash(rt_string *key, uint8_t flags) { return key->hash * 31 + flags; }

static void insert_transition(rt_transitions *t, rt_string *key, uint8_t flags, rt_shape *shape) {
  uint32_t i = transition_hash(key, flags) & t->mask;
  while (t->entries[i].key) i = (i + 1) & t->mask;
  t->entries[i].key = key;
  t->entries[i].shape = shape;
  t->entries[i].flags = flags;
  t->count++;
}

static rt_shape *find_transition(const rt_shape *shape, rt_string *key, uint8_t flags) {
  if (shape->transition_key == key && shape->transition_flags == flags) return shape->transition;
  const rt_transitions *t = shape->transitions;
  if (!t) return NULL;
  for (uint32_t i = transition_hash(key, flags) & t->mask; t->entries[i].key; i = (i + 1) & t->mask)
    if (t->entries[i].key == key && t->entries[i].flags == flags) return t->entries[i].shape;
  return NULL;
}

static void add_transition(rt_shape *shape, rt_string *key, uint8_t flags, rt_shape *target) {
  if (!shape->transition_key) {
    shape->transition_key = key;
    shape->transition_flags = flags;
    shape->transition = target;
    return;
  }
  rt_transitions *t = shape->transitions;
  if (!t || t->count * 2 > t->mask) {
    uint32_t size = t ? (t->mask + 1) * 2 : 8;
    rt_transitions *larger = rt__allocate_zeroed(sizeof *t + size * sizeof t->entries[0], RT_CELL_WORDS);
    larger->mask = size - 1;
    if (t)
      for (uint32_t i = 0; i <= t->mask; i++)
        if (t->entries[i].key)
          insert_transition(larger, t->entries[i].key, (uint8_t)t->entries[i].flags, t->entries[i].shape);
    shape->transitions = t = larger;
  }
  insert_transition(t, key, flags, target);
}

/// Whether an own property would hide a method or getter that the layouts of a class include.
static bool hides_member(const rt_shape *shape, rt_string *key) {
  if (!rt__layout_watcher) return false;
  for (rt_object *o = shape->prototype; o; o = rt__prototype_of(o))
    if (rt__shape_find(o->shape, key) >= 0) return true;
  return false;
}

uint32_t rt__changed_typed_arrays;
void (*rt__typed_array_watcher)(uint32_t kind);

bool rt__shape_keeps_promise(const rt_shape *shape, uint32_t slot, rt_value value) {
  if (!shape->kinds || !shape->kinds[slot]) return rt_is_number(value);
  return rt_is_object(value) && rt_as_object(value)->shape->layout == RT_LAYOUT_TYPED_ARRAY + shape->kinds[slot];
}

static __attribute__((noinline, cold)) void leave_typed_array(const rt_shape *shape) {
  uint32_t kind = shape->layout - RT_LAYOUT_TYPED_ARRAY;
  if (rt__changed_typed_arrays >> kind & 1) return;
  rt__changed_typed_arrays |= 1u << kind;
  if (rt__typed_array_watcher) rt__typed_array_watcher(kind);
}

/// Notes that an object leaves a shape for one without the layout.
static void leave_layout(const rt_shape *shape) {
  if (shape->layout >= RT_LAYOUT_TYPED_ARRAY) leave_typed_array(shape);
}

rt_shape *rt__shape_add(rt_shape *shape, rt_string *key, uint8_t flags) {
  leave_layout(shape);
  rt_shape *next = find_transition(shape, key, flags);
  if (next) return next;
  rt__string_hash(key);
  next = copy_shape(shape);
  if (next->layout && (next->layout >= RT_LAYOUT_TYPED_ARRAY || hides_member(shape, key))) next->layout = 0;
  append(next, key, shape->slot_count, flags);
  // The table may have moved to a larger copy; the parent continues to use the shared prefix of the old one.
  add_transition(shape, key, flags, next);
  return next;
}

void rt__shape_end_layout(rt_shape *shape) {
  shape->layout = 0;
  if (shape->transition) rt__shape_end_layout(shape->transition);
  const rt_transitions *others = shape->transitions;
  for (uint32_t i = 0; others && i <= others->mask; i++)
    if (others->entries[i].key) rt__shape_end_layout(others->entries[i].shape);
}

uint32_t rt__shape_add_in_place(rt_shape *shape, rt_string *key, uint8_t flags) {
  rt__string_hash(key);
  return append(shape, key, shape->slot_count, flags);
}

rt_shape *rt__shape_unique(rt_shape *shape) {
  if (shape->flags & RT_SHAPE_DICTIONARY) return shape;
  leave_layout(shape);
  rt_shape *unique = copy_shape(shape);
  unique->flags |= RT_SHAPE_DICTIONARY;
  unique->layout = 0;
  unique->promises = 0;
  if (shape->table) unique->table = copy_table(shape->table, shape->count, grown(shape->count));
  return unique;
}

rt_shape *rt__shape_renewed(rt_shape *shape) {
  leave_layout(shape);
  rt_shape *copy = copy_shape(shape);
  copy->layout = 0;
  copy->promises = 0;
  return copy;
}

rt_shape *rt__shape_general(rt_shape *shape) {
  if (!shape->general) shape->general = rt__shape_renewed(shape);
  return shape->general;
}

/// Whether an object has properties whose names are array indices, or may have them without its shape saying so.
static bool may_have_indices(rt_object *object) {
  const rt_class *class = object->shape->class;
  if (object->shape->flags & RT_SHAPE_HAS_INDICES || class->exotic) return true;
  if (class->kind == RT_CLASS_ARRAY) return ((rt_array *)(void *)object)->length > 0;
  if (class->kind == RT_CLASS_STRING) return rt_as_string(((rt_wrapper *)(void *)object)->value)->length > 0;
  return class->get_own != NULL;
}

void rt__mark_as_prototype(rt_object *object) {
  if (object->shape->flags & RT_SHAPE_PROTOTYPE) return;
  uint32_t layout = object->shape->layout;
  object->shape = rt__shape_unique(object->shape);
  object->shape->flags |= RT_SHAPE_PROTOTYPE;
  // That of a class's constructor is about its own data properties alone, and whatever changes one renews the shape.
  if (rt_class_of(object)->kind == RT_CLASS_FUNCTION) object->shape->layout = layout;
  // What changes elements must notice that this array is a prototype.
  object->shape->flags &= (uint16_t)~(RT_SHAPE_WRITABLE_ARRAY | RT_SHAPE_PLAIN_ARRAY);
  if (may_have_indices(object)) rt_prototypes_have_indices = 1;
}

rt_object *rt__shape_prototype(rt_shape *shape) {
  if (!shape->prototype && shape->prototype_builtin) {
    rt_object *prototype = rt__builtin((enum rt_builtin_id)(shape->prototype_builtin - 1));
    rt__mark_as_prototype(prototype);
    shape->prototype = prototype;
  }
  return shape->prototype;
}

// Roots.

enum { OBJECT_ROOT_COUNT = 65, CLASS_ROOT_COUNT = 32 };

static rt_shape *object_roots[OBJECT_ROOT_COUNT] RT_ROOTED;
static rt_shape *class_roots[CLASS_ROOT_COUNT] RT_ROOTED;

static rt_shape *make_root(const rt_class *class, uint32_t inline_capacity) {
  rt_shape *shape = new_shape();
  shape->class = class;
  shape->prototype_builtin = class->prototype_builtin;
  shape->slot_offset = class->instance_size;
  shape->inline_capacity = (uint16_t)inline_capacity;
  if (class->kind == RT_CLASS_ARRAY) shape->flags = RT_SHAPE_ARRAY | RT_SHAPE_WRITABLE_ARRAY;
  return shape;
}

rt_shape *rt__shape_root(const rt_class *class, uint32_t inline_capacity) {
  if (class == &rt_object_class && inline_capacity < OBJECT_ROOT_COUNT) {
    if (!object_roots[inline_capacity]) object_roots[inline_capacity] = make_root(class, inline_capacity);
    return object_roots[inline_capacity];
  }
  if (class->root && inline_capacity == 0) return class->root;
  uint32_t i = 0;
  for (; i < CLASS_ROOT_COUNT && class_roots[i]; i++)
    if (class_roots[i]->class == class && class_roots[i]->inline_capacity == inline_capacity) return class_roots[i];
  rt_shape *shape = make_root(class, inline_capacity);
  if (class->layout) shape->layout = RT_LAYOUT_TYPED_ARRAY + class->layout;
  if (i < CLASS_ROOT_COUNT) class_roots[i] = shape;
  return shape;
}

/// The key under which a prototype keeps the root shape that was last made for it.
static rt_symbol root_shape_key = {
    .hash = 0x5eed5eed, .kind = RT_STRING_SYMBOL, .flags = RT_STRING_STATIC | RT_STRING_PRIVATE};

rt_shape *rt__shape_root_for(const rt_class *class, rt_object *prototype, uint32_t inline_capacity) {
  rt_string *key = (rt_string *)(void *)&root_shape_key;
  int32_t entry = -1;
  if (prototype) {
    // The default prototype, explicitly given, is to lead to the same shapes as when it is implied.
    if (class->prototype_builtin &&
        prototype == rt__builtin_if_made((enum rt_builtin_id)(class->prototype_builtin - 1)))
      return rt__shape_root(class, inline_capacity);
    rt__mark_as_prototype(prototype);
    entry = rt__shape_find(prototype->shape, key);
    if (entry >= 0) {
      rt_shape *known = rt_pointer(*rt_slot(prototype, prototype->shape->table->entries[entry].slot));
      if (known->class == class && known->inline_capacity == inline_capacity) return known;
    }
  }
  rt_shape *shape = make_root(class, inline_capacity);
  shape->prototype = prototype;
  shape->prototype_builtin = 0;
  if (!prototype) return shape;
  if (entry >= 0)
    *rt_slot(prototype, prototype->shape->table->entries[entry].slot) = rt_from_object(shape);
  else
    rt__add_property(prototype, key, rt_from_object(shape), 0);
  return shape;
}
