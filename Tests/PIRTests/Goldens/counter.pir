// passes: promote-slots, narrow, simplify, narrow-integers, simplify, dead-code
// A counted loop keeps its counter in an integer register; the sum of unknown numbers stays f64.
runtime !rt_string_length(string) -> u32
func @count(arg0 %0: string, arg1 %20: f64) -> f64 length=1 {
  slot s0 "i" boxed
  slot s1 "sum" boxed
b0:
  %1: f64 = const.f64 0.0
  %2: boxed = box %1
  slot.store %2 s0
  slot.store %2 s1
  jump -> b1
b1:
  %3: boxed = slot.load s0
  %4: u32 = call.runtime %0 !rt_string_length
  %5: boxed = box %4
  %6: i1 = js.lt %3, %5
  branch %6 -> b2, b3
b2:
  %7: boxed = slot.load s1
  %8: boxed = slot.load s0
  %9: boxed = js.add %7, %8
  slot.store %9 s1
  %10: boxed = slot.load s0
  %11: boxed = js.inc %10
  slot.store %11 s0
  jump -> b1
b3:
  %12: boxed = slot.load s1
  %13: f64 = unbox %12
  return %13
}
