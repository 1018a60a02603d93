/// Making RegExp objects (ECMA-262 22.2.3, 22.2.4), and the cache of compiled ones.
#include "regexp.h"

/// What toString gives in programs that do not name it.
static rt_value default_to_string(rt_object *object) {
  return rt_from_string(rt_regexp_to_text(rt_from_object(object)));
}

const rt_class rt_regexp_class = {
    .kind = RT_CLASS_REGEXP,
    .instance_size = sizeof(rt_regexp),
    .prototype_builtin = RT_BUILTIN_REGEXP_PROTOTYPE + 1,
    .name = "RegExp",
    .default_to_string = default_to_string,
};

/// The shape of objects that nobody has changed.
static rt_shape *pristine_shape RT_ROOTED;

/// Compiled regular expressions by source and flags: literals in loops, and patterns that are made again and again.
enum { CACHE_SIZE = 64 };
static struct {
  rt_string *source;
  rt_regexp_code *code;
} cache[CACHE_SIZE] RT_ROOTED;

/// What the parser and the compiler allocate lives until the next collection, which cannot come before they are done.
static void *allocate(void *context, size_t size) {
  (void)context;
  return rt__allocate(size ? size : 1, RT_CELL_LEAF);
}

static const rt_regexp_allocator allocator = {allocate, NULL};

static rt_regexp_text text_of(rt_string *string) {
  rt_text text = rt_text_of(string);
  return (rt_regexp_text){text.latin1, text.utf16, text.length};
}

/// The names of a tree's groups, and the shape of `groups` objects.
static rt_regexp_code *make_code(const rt_regexp_tree *tree, rt_regexp_program *program) {
  uint32_t count = 0;
  for (rt_regexp_name *name = tree->names; name; name = name->next) count++;
  rt_regexp_code *code = rt__allocate_zeroed(sizeof *code + count * sizeof code->names[0], RT_CELL_WORDS);
  code->program = program;
  code->flags = tree->flags;
  code->name_count = count;
  if (count == 0) return code;
  rt_shape *shape = rt__shape_root_for(&rt_object_class, NULL, count < 32 ? count : 32);
  uint32_t i = 0;
  for (rt_regexp_name *name = tree->names; name; name = name->next, i++) {
    rt_string *key = rt__intern(rt__string_from_utf16(name->units, name->length));
    int32_t known = rt__shape_find(shape, key);
    code->names[i] = (rt_regexp_group_name){key, name->group, known >= 0 ? (uint32_t)known : code->slot_count};
    if (known >= 0) continue;
    shape = rt__shape_add(shape, key, RT_PROPERTY_PLAIN);
    code->slot_count++;
  }
  code->groups_shape = shape;
  return code;
}

/// Compiles, or finds what was compiled; NULL with a SyntaxError.
static rt_regexp_code *compile(rt_string *source, uint32_t flags, const rt_regexp_properties *properties) {
  uint32_t place = (rt__string_hash(source) ^ flags) % CACHE_SIZE;
  rt_string *known = cache[place].source;
  if (known && cache[place].code->flags == flags && (known == source || rt__string_equal(known, source))) {
    return cache[place].code;
  }
  rt_regexp_error error;
  rt_regexp_tree *tree = rt_regexp_parse(text_of(source), flags, properties, &allocator, &error);
  rt_regexp_program *program = tree ? rt_regexp_compile(tree, &allocator) : NULL;
  if (!program) {
    const char *message = tree ? "Regular expression too large" : error.message;
    rt__throw_error(RT_SYNTAX_ERROR, "Invalid regular expression: /%s/%s: %c", source, rt__regexp_flags_text(flags),
                    message);
    return NULL;
  }
  rt_regexp_code *code = make_code(tree, program);
  cache[place].source = source;
  cache[place].code = code;
  return code;
}

/// RegExpAlloc (22.2.3.2) for the built-in constructor.
static rt_regexp *allocate_pristine(void) {
  if (!pristine_shape) {
    pristine_shape = rt__shape_add(rt__shape_root(&rt_regexp_class, 1), rt__intern_ascii("lastIndex"), RT_PROPERTY_WRITABLE);
  }
  rt_regexp *regexp = (rt_regexp *)rt__object_of_shape(pristine_shape);
  *rt_slot(&regexp->object, 0) = rt_from_double(0);
  return regexp;
}

rt_regexp *rt__regexp_create(rt_string *pattern, rt_string *flags_text, const rt_regexp_properties *properties) {
  uint32_t flags;
  if (!rt_regexp_parse_flags(text_of(flags_text), &flags)) {
    rt__throw_error(RT_SYNTAX_ERROR, "Invalid flags supplied to RegExp constructor '%s'", flags_text);
    return NULL;
  }
  rt_regexp_code *code = compile(pattern, flags, properties);
  if (!code) return NULL;
  rt_regexp *regexp = allocate_pristine();
  regexp->code = code;
  regexp->source = pattern;
  return regexp;
}

rt_regexp *rt__regexp_derive(const rt_regexp *regexp, rt_string *flags_text) {
  uint32_t flags, free = RT_REGEXP_HAS_INDICES | RT_REGEXP_GLOBAL | RT_REGEXP_STICKY;
  const rt_regexp_code *code = regexp->code;
  if (!rt_regexp_parse_flags(text_of(flags_text), &flags) || (flags ^ code->flags) & ~free) return NULL;
  size_t size = sizeof *code + code->name_count * sizeof code->names[0];
  rt_regexp_code *copy = rt__allocate(size, RT_CELL_WORDS);
  memcpy(copy, code, size);
  copy->flags = flags;
  rt_regexp *derived = allocate_pristine();
  derived->code = copy;
  derived->source = regexp->source;
  return derived;
}

int32_t rt__regexp_initialize_js(rt_regexp *regexp, rt_value pattern_value, rt_value flags_value) {
  RT_ROOT_POINTER(regexp);
  rt_string *pattern = pattern_value == RT_UNDEFINED ? RT_ATOM(empty) : rt__to_string_js(pattern_value);
  if (!pattern) return -1;
  RT_ROOT_POINTER(pattern);
  rt_string *flags_text = flags_value == RT_UNDEFINED ? RT_ATOM(empty) : rt__to_string_js(flags_value);
  if (!flags_text) return -1;
  uint32_t flags;
  if (!rt_regexp_parse_flags(text_of(flags_text), &flags)) {
    rt__throw_error(RT_SYNTAX_ERROR, "Invalid flags supplied to RegExp constructor '%s'", flags_text);
    return -1;
  }
  rt_regexp_code *code = compile(pattern, flags, &rt_regexp_unicode_properties);
  if (!code) return -1;
  regexp->code = code;
  regexp->source = pattern;
  return rt__put_js(rt_from_object(regexp), rt__intern_ascii("lastIndex"), rt_from_double(0));
}

/// The value of a literal whose pattern has no Unicode properties: the tables need not be linked.
rt_value rt_regexp_new(rt_string *pattern, rt_string *flags) {
  RT_SAFEPOINT();
  rt_regexp *regexp = rt__regexp_create(pattern, flags, NULL);
  return regexp ? rt_from_object(regexp) : RT_EXCEPTION;
}

/// The value of any literal.
rt_value rt_regexp_new_unicode(rt_string *pattern, rt_string *flags) {
  RT_SAFEPOINT();
  rt_regexp *regexp = rt__regexp_create(pattern, flags, &rt_regexp_unicode_properties);
  return regexp ? rt_from_object(regexp) : RT_EXCEPTION;
}

rt_string *rt__regexp_flags_text(uint32_t flags) {
  static const struct {
    uint8_t flag;
    char letter;
  } letters[] = {{RT_REGEXP_HAS_INDICES, 'd'}, {RT_REGEXP_GLOBAL, 'g'},  {RT_REGEXP_IGNORE_CASE, 'i'},
                 {RT_REGEXP_MULTILINE, 'm'},   {RT_REGEXP_DOT_ALL, 's'}, {RT_REGEXP_UNICODE, 'u'},
                 {RT_REGEXP_UNICODE_SETS, 'v'}, {RT_REGEXP_STICKY, 'y'}};
  uint8_t text[8];
  uint32_t length = 0;
  for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
    if (flags & letters[i].flag) text[length++] = (uint8_t)letters[i].letter;
  }
  return rt__string_from_latin1(text, length);
}

rt_string *rt__regexp_source_text(rt_string *source) {
  rt_text text = rt__text(source);
  if (text.length == 0) return rt__string_from_ascii("(?:)");
  rt_builder builder = {0};
  bool in_class = false, is_escaped = false;
  uint32_t done = 0;
  for (uint32_t i = 0; i < text.length; i++) {
    uint16_t unit = rt_text_at(text, i);
    const char *escape = unit == '\n'                              ? "n"
                         : unit == '\r'                            ? "r"
                         : unit == 0x2028                          ? "u2028"
                         : unit == 0x2029                          ? "u2029"
                         : unit == '/' && !in_class && !is_escaped ? "/"
                                                                   : NULL;
    if (escape) {
      rt__builder_text(&builder, text, done, i);
      if (!is_escaped) rt__builder_unit(&builder, '\\');
      rt__builder_ascii(&builder, escape);
      done = i + 1;
    }
    if (is_escaped) {
      is_escaped = false;
    } else if (unit == '\\') {
      is_escaped = true;
    } else if (unit == '[') {
      in_class = true;
    } else if (unit == ']') {
      in_class = false;
    }
  }
  if (done == 0) return source;
  rt__builder_text(&builder, text, done, text.length);
  return rt__builder_finish(&builder);
}

void rt__regexp_match_start(rt_regexp_match *match, const rt_regexp_code *code) {
  uint32_t count = code->program->register_count;
  match->registers = count <= sizeof match->few / sizeof match->few[0]
                         ? match->few
                         : rt__allocate(count * sizeof(uint32_t), RT_CELL_LEAF);
}

int32_t rt__regexp_match(const rt_regexp_code *code, rt_string *string, uint32_t start, bool is_sticky,
                         rt_regexp_match *match) {
  int result = rt_regexp_execute(code->program, text_of(string), start, is_sticky, match->registers, &allocator);
  if (result >= 0) return result;
  rt__throw_range_error("Maximum call stack size exceeded");
  return 2;
}

// Fast paths.

/// The method, or the getter, that a property of RegExp.prototype holds.
static rt_value method_of(rt_object *prototype, const rt_property *property) {
  rt_value value = *rt_slot(prototype, property->slot);
  return property->flags & RT_PROPERTY_ACCESSOR ? ((rt_accessor *)rt_pointer(value))->getter : value;
}

/// Whether a property of RegExp.prototype is the built-in one; absent ones are those that the program cannot name.
static bool is_builtin_property(rt_object *prototype, rt_string *key, rt_code code) {
  int32_t entry = rt__shape_find(prototype->shape, key);
  if (entry < 0) return true;
  rt_value value = method_of(prototype, &prototype->shape->table->entries[entry]);
  return rt_is_function(value) && rt_as_function(value)->info->call == code;
}

/// Whether RegExp.prototype has what the methods look up; asked again only after a prototype changed.
static bool prototype_is_pristine(void) {
  static uintptr_t asked_epoch;
  static bool answer;
  if (asked_epoch == rt_prototype_epoch) return answer;
  rt_object *prototype = rt__builtin(RT_BUILTIN_REGEXP_PROTOTYPE);
  asked_epoch = rt_prototype_epoch;
  answer = is_builtin_property(prototype, rt__intern_ascii("exec"), rt_native_regexp_exec) &&
           is_builtin_property(prototype, rt__intern_ascii("flags"), rt_native_regexp_flags) &&
           is_builtin_property(prototype, rt__intern_ascii("global"), rt_native_regexp_global) &&
           is_builtin_property(prototype, rt__intern_ascii("unicode"), rt_native_regexp_unicode);
  return answer;
}

bool rt__regexp_is_pristine(rt_value value) {
  return rt_is_object(value) && pristine_shape && rt_as_object(value)->shape == pristine_shape &&
         rt_as_regexp(value)->code && prototype_is_pristine();
}

/// Whether all methods and accessors of RegExp.prototype are built-in, so that none gives its receiver away.
static bool methods_are_builtin(void) {
  static uintptr_t asked_epoch;
  static bool answer;
  if (asked_epoch == rt_prototype_epoch) return answer;
  rt_object *prototype = rt__builtin(RT_BUILTIN_REGEXP_PROTOTYPE);
  asked_epoch = rt_prototype_epoch;
  const rt_property_table *table = prototype->shape->table;
  answer = true;
  for (uint32_t i = 0; answer && i < prototype->shape->count; i++) {
    const rt_property *property = &table->entries[i];
    if (!property->key || rt_key_is_private(property->key)) continue;
    rt_value value = method_of(prototype, property);
    answer = rt_is_function(value) && !rt_as_function(value)->info->site;
  }
  return answer;
}

rt_value rt_regexp_kept(rt_value *site, rt_string *pattern, rt_string *flags, rt_value (*make)(rt_string *, rt_string *)) {
  if (methods_are_builtin() && rt__regexp_is_pristine(*site)) return *site;
  bool is_hidden = methods_are_builtin() && prototype_is_pristine();
  rt_value regexp = make(pattern, flags);
  *site = is_hidden && regexp != RT_EXCEPTION ? regexp : RT_UNDEFINED;
  return regexp;
}

double rt__regexp_last_index(rt_regexp *regexp) {
  rt_value value = *rt_slot(&regexp->object, 0);
  if (!rt_is_number(value)) return -1;
  double index = rt__to_integer(rt_double(value));
  return index > 0 ? index : 0;
}

void rt__regexp_set_last_index(rt_regexp *regexp, double index) {
  *rt_slot(&regexp->object, 0) = rt_from_double(index);
}

// The constructor.

/// ECMA-262 22.2.4.1 RegExp ( pattern, flags ) from step 4 on.
static rt_value construct_js(rt_value new_target, rt_value pattern, rt_value flags, bool pattern_is_regexp) {
  RT_ROOT(new_target);
  RT_ROOT(pattern);
  RT_ROOT(flags);
  rt_value source = pattern;
  if (rt_is_regexp(pattern)) {
    rt_regexp *other = rt_as_regexp(pattern);
    source = rt_from_string(other->source);
    if (flags == RT_UNDEFINED) flags = rt_from_string(rt__regexp_flags_text(other->code->flags));
  } else if (pattern_is_regexp) {
    source = rt__get_value_js(pattern, rt__intern_ascii("source"));
    if (source == RT_EXCEPTION) return source;
    if (flags == RT_UNDEFINED) {
      RT_ROOT(source);
      flags = rt__get_value_js(pattern, rt__intern_ascii("flags"));
      if (flags == RT_EXCEPTION) return flags;
    }
  }
  RT_ROOT(source);
  RT_ROOT(flags);
  if (rt__is_builtin(new_target, RT_BUILTIN_REGEXP) && (rt_is_string(source) || source == RT_UNDEFINED) &&
      (rt_is_string(flags) || flags == RT_UNDEFINED)) {
    rt_regexp *regexp = rt__regexp_create(source == RT_UNDEFINED ? RT_ATOM(empty) : rt_as_string(source),
                                          flags == RT_UNDEFINED ? RT_ATOM(empty) : rt_as_string(flags),
                                          &rt_regexp_unicode_properties);
    return regexp ? rt_from_object(regexp) : RT_EXCEPTION;
  }
  rt_object *object = rt__object_from_constructor_js(new_target, &rt_regexp_class);
  if (!object) return RT_EXCEPTION;
  RT_ROOT_POINTER(object);
  rt_regexp *regexp = (rt_regexp *)object;
  regexp->code = NULL;
  regexp->source = RT_ATOM(empty);
  rt__add_property(object, rt__intern_ascii("lastIndex"), rt_from_double(0), RT_PROPERTY_WRITABLE);
  return rt__regexp_initialize_js(regexp, source, flags) < 0 ? RT_EXCEPTION : rt_from_object(object);
}

/// ECMA-262 22.2.4.1 RegExp ( pattern, flags ) as a constructor; new.target comes as `this_value`.
RT_NATIVE(rt_native_regexp_construct) {
  RT_SAFEPOINT();
  rt_value pattern = rt_argument(argc, argv, 0);
  int32_t is_regexp = rt__is_regexp_js(pattern);
  if (is_regexp == 2) return RT_EXCEPTION;
  return construct_js(this_value, pattern, rt_argument(argc, argv, 1), is_regexp);
}

/// ECMA-262 22.2.4.1 RegExp ( pattern, flags ) without `new`.
RT_NATIVE(rt_native_regexp_call) {
  RT_SAFEPOINT();
  rt_value constructor = rt_from_object(&callee->object), pattern = rt_argument(argc, argv, 0);
  int32_t is_regexp = rt__is_regexp_js(pattern);
  if (is_regexp == 2) return RT_EXCEPTION;
  if (is_regexp && rt_argument(argc, argv, 1) == RT_UNDEFINED) {
    rt_value other = rt__get_value_js(pattern, RT_ATOM(constructor));
    if (other == RT_EXCEPTION || other == constructor) return other == constructor ? pattern : other;
  }
  return construct_js(constructor, pattern, rt_argument(argc, argv, 1), is_regexp);
}

/// ECMA-262 B.2.4.1 RegExp.prototype.compile ( pattern, flags )
RT_NATIVE(rt_native_regexp_compile) {
  RT_SAFEPOINT();
  if (!rt_is_regexp(this_value)) return rt__throw_incompatible("RegExp.prototype.compile", this_value);
  rt_value pattern = rt_argument(argc, argv, 0), flags = rt_argument(argc, argv, 1);
  if (rt_is_regexp(pattern)) {
    if (flags != RT_UNDEFINED) return rt__throw_type_error("Invalid flags supplied to RegExp constructor '%s'", rt__show(flags));
    rt_regexp *other = rt_as_regexp(pattern);
    pattern = rt_from_string(other->source);
    flags = rt_from_string(rt__regexp_flags_text(other->code->flags));
  }
  RT_ROOT(this_value);
  return rt__regexp_initialize_js(rt_as_regexp(this_value), pattern, flags) < 0 ? RT_EXCEPTION : this_value;
}
