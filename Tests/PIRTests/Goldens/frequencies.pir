// passes: estimate-frequencies
// A function that loops within loops or a recursive one call runs often, or one with loops that a loop calls, methods by
// their names; another with loops only is worth time for them. How often a single loop calls, or unknown code, does not show.
entry @main
func @main() -> void kind=internal {
b0:
  %0: f64 = call.direct @loops
  %3: boxed = undefined
  %4: function = closure.new @method
  %5: boxed = box %4
  method.define %3, %5 "named"
  %1: f64 = call.direct @straight
  %2: f64 = call.direct @recursive
  return
}
func @loops() -> f64 kind=normal {
b0:
  jump -> b1
b1:
  %0: f64 = call.direct @inner
  %3: boxed = undefined
  %4: boxed = call.method %3 "named"
  %1: f64 = const.f64 1.0
  %2: i1 = cmp.lt %0, %1
  branch %2 -> b1, b2
b2:
  return %0
}
func @inner() -> f64 kind=normal {
b0:
  %0: f64 = const.f64 1.0
  return %0
}
func @straight() -> f64 kind=normal {
b0:
  %0: f64 = const.f64 2.0
  return %0
}
func @recursive() -> f64 kind=normal {
b0:
  %0: f64 = call.direct @recursive
  %1: f64 = call.direct @leaf
  return %1
}
func @leaf() -> f64 kind=normal {
b0:
  %0: f64 = const.f64 3.0
  return %0
}
func @method(this %0: boxed) -> boxed kind=method escapes {
b0:
  return %0
}
func @escaping() -> f64 kind=normal escapes {
b0:
  %0: f64 = call.direct @helper
  return %0
}
func @helper() -> f64 kind=normal {
b0:
  %0: f64 = const.f64 4.0
  return %0
}
