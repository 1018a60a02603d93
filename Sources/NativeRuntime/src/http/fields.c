/// What programs see of a head: `rawHeaders`, `headers` and `headersDistinct`, made of its text when they are asked for.
#include "head.h"
#include "library.h"
#include "names.h"

rt_value rt_http_raw_fields(rt_string *head, int32_t start, int32_t limit);
rt_value rt_http_fields(rt_string *head, int32_t start, int32_t limit, int32_t joins);
rt_value rt_http_distinct_fields(rt_string *head, int32_t start, int32_t limit);
rt_value rt_http_first_field(rt_string *head, rt_string *name);

/// Steps through the fields of a head: a string of Latin-1 bytes. The first line is skipped unless they are trailers.
typedef struct fields {
  rt_text text;
  size_t at;
  uint32_t left;
} fields;

static fields begin(rt_string *head, int32_t start, int32_t limit) {
  fields result = {.text = rt__text(head), .left = limit > 0 ? (uint32_t)limit : UINT32_MAX};
  result.at = start == 0 ? rt__http_fields_start(result.text.latin1, result.text.length) : (size_t)start - 1;
  return result;
}

static bool next(fields *all, rt_http_field *field) {
  if (all->left == 0) return false;
  all->left--;
  return rt__http_next_field(all->text.latin1, all->text.length, &all->at, field);
}

/// Folded lines become one, without the breaks.
static rt_string *value_of(const rt_http_field *field) {
  if (field->value_length == 0) return RT_ATOM(empty);
  if (!field->is_folded) return rt__string_from_latin1(field->value, field->value_length);
  rt_builder builder = {0};
  for (uint32_t i = 0; i < field->value_length; i++)
    if (field->value[i] != '\r' && field->value[i] != '\n') rt__builder_unit(&builder, field->value[i]);
  return rt__builder_finish(&builder);
}

/// Names and values in turn; the text begins at `start` - 1, or if that is 0 with a first line.
rt_value rt_http_raw_fields(rt_string *head, int32_t start, int32_t limit) {
  RT_SAFEPOINT();
  RT_ROOT_POINTER(head);
  fields all = begin(head, start, limit);
  rt_array *result = rt__array_new(16);
  rt_http_field field;
  while (next(&all, &field)) {
    (void)rt__array_push(result, rt_from_string(rt__http_name(field.name, field.name_length)));
    (void)rt__array_push(result, rt_from_string(value_of(&field)));
  }
  return rt_from_object(result);
}

static rt_value joined(rt_value first, const char *separator, rt_string *second) {
  rt_builder builder = {0};
  rt__builder_string(&builder, rt_as_string(first));
  rt__builder_ascii(&builder, separator);
  rt__builder_string(&builder, second);
  rt_string *result = rt__builder_finish(&builder);
  return result ? rt_from_string(result) : first;
}

/// A field of `headers` that is there already.
static void add_again(rt_object *object, rt_string *key, rt_value before, rt_string *value, enum rt_http_duplicates duplicates) {
  rt_value together = before;
  if (duplicates == RT_HTTP_LIST) {
    (void)rt__array_push(rt_as_array(before), rt_from_string(value));
    return;
  }
  if (duplicates == RT_HTTP_FIRST) return;
  if (rt_is_string(before)) together = joined(before, duplicates == RT_HTTP_JOIN_COMMA ? ", " : "; ", value);
  (void)rt__create_data_property(object, key, together);
}

/// `headers`: names in lower case, duplicates as their fields want it, or all joined.
rt_value rt_http_fields(rt_string *head, int32_t start, int32_t limit, int32_t joins) {
  RT_SAFEPOINT();
  RT_ROOT_POINTER(head);
  fields all = begin(head, start, limit);
  rt_object *result = rt__object_new(8);
  rt_http_field field;
  while (next(&all, &field)) {
    enum rt_http_duplicates duplicates;
    rt_string *key = rt__http_lower_name(field.name, field.name_length, &duplicates);
    if (joins && duplicates == RT_HTTP_FIRST) duplicates = RT_HTTP_JOIN_COMMA;
    // What would be the prototype is no field.
    if (key == RT_ATOM(proto)) continue;
    rt_value before = rt__own_data_value(result, key);
    if (before != RT_HOLE) {
      add_again(result, key, before, value_of(&field), duplicates);
      continue;
    }
    rt_value value = rt_from_string(value_of(&field));
    if (duplicates == RT_HTTP_LIST) value = rt_from_object(rt__array_from(&value, 1));
    if (rt_key_is_index(key)) (void)rt__create_data_property(result, key, value);
    else rt__add_property(result, key, value, RT_PROPERTY_PLAIN);
  }
  return rt_from_object(result);
}

/// `headersDistinct`: a list for each name, in an object without prototype.
rt_value rt_http_distinct_fields(rt_string *head, int32_t start, int32_t limit) {
  RT_SAFEPOINT();
  RT_ROOT_POINTER(head);
  fields all = begin(head, start, limit);
  rt_object *result = rt__object_new_with_prototype(NULL);
  rt_http_field field;
  while (next(&all, &field)) {
    rt_string *key = rt__http_lower_name(field.name, field.name_length, NULL);
    rt_value before = rt__own_data_value(result, key), value = rt_from_string(value_of(&field));
    if (before != RT_HOLE) (void)rt__array_push(rt_as_array(before), value);
    else (void)rt__create_data_property(result, key, rt_from_object(rt__array_from(&value, 1)));
  }
  return rt_from_object(result);
}

/// The first value of a field, by its name in lower case, or undefined: what the server itself wants to know.
rt_value rt_http_first_field(rt_string *head, rt_string *name) {
  RT_SAFEPOINT();
  RT_ROOT_POINTER(head);
  rt_text wanted = rt__text(name);
  fields all = begin(head, 0, 0);
  rt_http_field field;
  while (next(&all, &field)) {
    if (field.name_length != wanted.length) continue;
    uint32_t i = 0;
    while (i < wanted.length) {
      uint8_t c = field.name[i];
      if ((c >= 'A' && c <= 'Z' ? c | 0x20 : c) != rt_text_at(wanted, i)) break;
      i++;
    }
    if (i == wanted.length) return rt_from_string(value_of(&field));
  }
  return RT_UNDEFINED;
}
