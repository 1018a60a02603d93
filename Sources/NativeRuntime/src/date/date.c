/// Date objects and the constructor (ECMA-262 21.4.2, 21.4.3).
#include "date.h"
#include "rt_prim.h"

#include <math.h>

const rt_class rt_date_class = {.kind = RT_CLASS_DATE, .instance_size = sizeof(rt_date),
                                .prototype_builtin = RT_BUILTIN_DATE_PROTOTYPE + 1, .name = "Date"};

double rt__current_time(void) { return floor((double)rt_prim_wall_time() / 1e6); }

bool rt__this_time(rt_value this_value, const char *method, double *time) {
  if (!rt_is_class(this_value, RT_CLASS_DATE)) {
    rt__throw_type_error("Method Date.prototype.%c called on incompatible receiver %s", method, rt__show(this_value));
    return false;
  }
  *time = ((rt_date *)rt_pointer(this_value))->time;
  return true;
}

/// The time value of the arguments year, month … of Date and Date.UTC, before it is taken as local or UTC; false with an
/// exception pending.
static bool time_of_parts_js(uint32_t argc, const rt_value *argv, double *time) {
  double parts[7] = {NAN, 0, 1, 0, 0, 0, 0};
  for (uint32_t i = 0; i < argc && i < 7; i++) {
    parts[i] = rt_to_number(argv[i]);
    if (rt_is_double_exception(parts[i])) return false;
  }
  double day = rt__make_day(rt__make_full_year(parts[0]), parts[1], parts[2]);
  *time = rt__make_date(day, rt__make_time(parts[3], parts[4], parts[5], parts[6]));
  return true;
}

/// ECMA-262 21.4.2.1 Date, called as a function: the current time as text.
NATIVE(rt_date_call) { return rt_from_string(rt__date_to_string(rt__current_time(), DATE_FORMAT_FULL)); }

/// The time value of Date's only argument; false with an exception pending.
static bool time_of_value_js(rt_value value, double *time) {
  if (rt_is_class(value, RT_CLASS_DATE)) {
    *time = ((rt_date *)rt_pointer(value))->time;
    return true;
  }
  rt_value primitive = rt__to_primitive_js(value, RT_HINT_DEFAULT);
  if (primitive == RT_EXCEPTION) return false;
  if (rt_is_string(primitive)) {
    *time = rt__date_parse(rt_as_string(primitive));
    return true;
  }
  double number = rt_to_number(primitive);
  if (rt_is_double_exception(number)) return false;
  *time = rt__time_clip(number);
  return true;
}

/// ECMA-262 21.4.2.1 Date as a constructor; new.target comes as `this_value`.
NATIVE(rt_date_construct) {
  double time;
  RT_ROOT(this_value);
  if (argc == 0) {
    time = rt__current_time();
  } else if (argc == 1) {
    if (!time_of_value_js(argv[0], &time)) return RT_EXCEPTION;
  } else {
    if (!time_of_parts_js(argc, argv, &time)) return RT_EXCEPTION;
    time = rt__time_clip(rt__utc_of_local(time));
  }
  rt_object *date = rt__object_from_constructor_js(this_value, &rt_date_class);
  if (!date) return RT_EXCEPTION;
  ((rt_date *)(void *)date)->time = time;
  return rt_from_object(date);
}

/// ECMA-262 21.4.3.1 Date.now.
double rt_date_now(void);
double rt_date_now(void) { return rt__current_time(); }
NATIVE(rt_native_date_now) { return rt_from_double(rt__current_time()); }

/// ECMA-262 21.4.3.2 Date.parse.
NATIVE(rt_native_date_parse) {
  RT_STRING_ARGUMENT(text, 0);
  return rt_from_any_double(rt__date_parse(text));
}

/// ECMA-262 21.4.3.4 Date.UTC.
NATIVE(rt_native_date_utc) {
  double time;
  if (!time_of_parts_js(argc, argv, &time)) return RT_EXCEPTION;
  return rt_from_any_double(rt__time_clip(time));
}

/// A Date object's time value as util.inspect shows it.
rt_string *rt__date_inspection(rt_object *object);
rt_string *rt__date_inspection(rt_object *object) {
  double time = ((rt_date *)(void *)object)->time;
  return rt__date_to_string(time, DATE_FORMAT_ISO);
}
