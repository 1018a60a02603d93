/// The methods that give a Date's text, and its conversion to a primitive (ECMA-262 21.4.4.35 to 21.4.4.45).
#include "date.h"

#include <math.h>

#define TEXT(name, method, format)                                                                                     \
  NATIVE(name) {                                                                                                       \
    double time;                                                                                                       \
    if (!rt__this_time(this_value, method, &time)) return RT_EXCEPTION;                                                \
    return rt_from_string(rt__date_to_string(time, format));                                                           \
  }

TEXT(rt_date_to_string, "toString", DATE_FORMAT_FULL)
TEXT(rt_date_to_date_string, "toDateString", DATE_FORMAT_DATE)
TEXT(rt_date_to_time_string, "toTimeString", DATE_FORMAT_TIME)
TEXT(rt_date_to_utc_string, "toUTCString", DATE_FORMAT_UTC)

/// The formats of other locales and by options are those of ECMA-402, which there is none of here.
#define LOCALE_TEXT(name, method, format)                                                                              \
  NATIVE(name) {                                                                                                       \
    double time;                                                                                                       \
    if (!rt__this_time(this_value, method, &time)) return RT_EXCEPTION;                                                \
    if (ARGUMENT(1) != RT_UNDEFINED)                                                                                   \
      return rt__throw_error(RT_ERROR, "Date.prototype.%c with options is not supported yet", method);                 \
    return rt_from_string(rt__date_to_string(time, format));                                                           \
  }

LOCALE_TEXT(rt_date_to_locale_string, "toLocaleString", DATE_FORMAT_LOCALE)
LOCALE_TEXT(rt_date_to_locale_date_string, "toLocaleDateString", DATE_FORMAT_LOCALE_DATE)
LOCALE_TEXT(rt_date_to_locale_time_string, "toLocaleTimeString", DATE_FORMAT_LOCALE_TIME)

/// ECMA-262 21.4.4.36 Date.prototype.toISOString.
NATIVE(rt_date_to_iso_string) {
  double time;
  if (!rt__this_time(this_value, "toISOString", &time)) return RT_EXCEPTION;
  if (time != time) return rt__throw_range_error("Invalid time value");
  return rt_from_string(rt__date_to_string(time, DATE_FORMAT_ISO));
}

/// ECMA-262 21.4.4.37 Date.prototype.toJSON, of any object.
NATIVE(rt_date_to_json) {
  rt_object *object = rt__to_object(this_value);
  if (!object) return RT_EXCEPTION;
  rt_value receiver = rt_from_object(object);
  RT_ROOT(receiver);
  rt_value primitive = rt__to_primitive_js(receiver, RT_HINT_NUMBER);
  if (primitive == RT_EXCEPTION) return primitive;
  if (rt_is_number(primitive) && !(fabs(rt_double(primitive)) < INFINITY)) return RT_NULL;
  rt_value method = rt__get_js(object, rt__intern_ascii("toISOString"), receiver);
  if (method == RT_EXCEPTION) return method;
  if (!rt_is_function(method)) return rt__throw_type_error("toISOString is not a function");
  return rt__call_js(method, receiver, 0, NULL);
}

/// ECMA-262 21.4.4.45 Date.prototype [ @@toPrimitive ].
NATIVE(rt_date_to_primitive) {
  if (!rt_is_object(this_value))
    return rt__throw_type_error("Method Date.prototype [ @@toPrimitive ] called on incompatible receiver %s",
                                rt__show(this_value));
  rt_value hint = ARGUMENT(0);
  if (rt_is_string(hint)) {
    rt_string *text = rt_as_string(hint);
    if (rt__string_equal(text, RT_ATOM(string)) || rt__string_equal(text, RT_ATOM(default_)))
      return rt__ordinary_to_primitive_js(this_value, RT_HINT_STRING);
    if (rt__string_equal(text, RT_ATOM(number))) return rt__ordinary_to_primitive_js(this_value, RT_HINT_NUMBER);
  }
  return rt__throw_type_error("Invalid hint: %s", rt__show(hint));
}
