// passes: assign-layouts, speculate, promote-slots, narrow, simplify
entry @main

// The fast version of the loop has neither calls nor boxes; where a point is something else, or a field no number, the slow
// version goes on, and tries to return at the head of the loop.
func @sum(arg0 %0: boxed) -> f64 kind=normal length=1 file=0 {
b0:
  %1: f64 = const.f64 0.0
  %2: boxed = box %1
  jump -> b1(%2, %2)
b1(%3: boxed, %4: boxed):
  %5: boxed = prop.get %0 "x"
  %6: i1 = js.lt %3, %5
  branch %6 -> b2, b3
b2:
  %7: boxed = prop.get %0 "y"
  %8: boxed = js.mul %7, %3
  %9: boxed = js.add %4, %8
  %10: boxed = js.inc %3
  jump -> b1(%10, %9)
b3:
  %11: f64 = js.tonumber %4
  return %11
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: f64 = const.f64 3.0
  %1: boxed = box %0
  %2: object = object.new %1, %1 ["x", "y"]
  %3: boxed = box %2
  %4: f64 = call.direct %3 @sum
  return
}
