// passes: devirtualize, typed-clones, narrow, simplify, dead-functions
// A method that one class defines is called directly; the copy for known callers takes its argument as f64.
entry @main
func @C.twice(this %0: boxed, arg0 %1: boxed) -> boxed kind=method length=1 escapes {
b0:
  %2: boxed = js.add %1, %1
  return %2
}
func @main() -> void kind=internal {
b0:
  %0: object = object.new
  %1: boxed = box %0
  %2: function = closure.new @C.twice
  %3: boxed = box %2
  method.define %1, %3 "twice"
  %4: f64 = const.f64 4.0
  %5: boxed = box %4
  %6: boxed = call.method %1, %5 "twice"
  throw %6
}
