// passes: promote-slots, narrow, simplify, dead-code
// A variable that the handler reads after a store in the protected block stays in memory; the others do not.
runtime !f() -> f64 [throws, calls]
func @try() -> boxed {
  slot s0 "seen" boxed
  slot s1 "constant" boxed
b0:
  %0: f64 = const.f64 1.0
  %1: boxed = box %0
  slot.store %1 s0
  slot.store %1 s1
  jump -> b1
b1 handler b2:
  %2: f64 = call.runtime !f
  %3: boxed = box %2
  slot.store %3 s0
  %4: f64 = call.runtime !f
  %5: boxed = slot.load s0
  return %5
b2:
  %6: boxed = catch
  %7: boxed = slot.load s0
  %8: boxed = slot.load s1
  %9: boxed = js.add %7, %8
  return %9
}
