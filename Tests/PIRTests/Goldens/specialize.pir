// passes: specialize, narrow, simplify, narrow, simplify, dead-functions
// A call with a proven argument needs only the native body; one with an unknown argument tests it.
global $unknown: boxed
entry @main
func @inc(arg0 %0: boxed as f64) -> boxed length=1 {
b0:
  %1: f64 = const.f64 1.0
  %2: boxed = box %1
  %3: boxed = js.add %0, %2
  return %3
}
func @twice(arg0 %0: boxed as f64) -> boxed length=1 {
b0:
  %1: boxed = js.add %0, %0
  return %1
}
func @main() -> void kind=internal {
b0:
  %0: f64 = const.f64 4.0
  %1: boxed = box %0
  %2: boxed = call.direct %1 @inc
  global.store %2 $unknown
  %3: object = object.new
  %4: boxed = box %3
  %5: boxed = prop.get %4 "x"
  %6: boxed = call.direct %5 @twice
  throw %6
}
