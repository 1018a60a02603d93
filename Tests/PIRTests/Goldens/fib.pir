// passes: promote-slots, narrow, simplify, dead-code
// The recursion that every compiler is judged by: all of it must become f64.
func @fib(arg0 %0: boxed) -> boxed length=1 {
  slot s0 "n" boxed
b0:
  slot.store %0 s0
  %1: boxed = slot.load s0
  %2: f64 = const.f64 2.0
  %3: boxed = box %2
  %4: i1 = js.lt %1, %3
  branch %4 -> b1, b2
b1:
  %5: boxed = slot.load s0
  return %5
b2:
  %6: boxed = slot.load s0
  %7: f64 = const.f64 1.0
  %8: boxed = box %7
  %9: boxed = js.sub %6, %8
  %10: boxed = call.direct %9 @fib
  %11: boxed = slot.load s0
  %12: boxed = box %2
  %13: boxed = js.sub %11, %12
  %14: boxed = call.direct %13 @fib
  %15: boxed = js.add %10, %14
  return %15
}
func @main() -> boxed kind=internal {
b0:
  %0: f64 = const.f64 30.0
  %1: boxed = box %0
  %2: boxed = call.direct %1 @fib
  return %2
}
