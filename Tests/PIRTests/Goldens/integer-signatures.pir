// passes: integer-signatures, simplify, narrow-integers, simplify

// Both callers pass integers, and so does the function to itself.
func @sum(arg0 %0: f64) -> f64 {
b0:
  %1: f64 = const.f64 1.0
  %2: i1 = cmp.lt %0, %1
  branch %2 -> b1, b2
b1:
  return %0
b2:
  %3: f64 = f64.sub %0, %1
  %4: f64 = call.direct %3 @sum
  %5: i32 = to.i32 %4
  %6: i32 = to.i32 %0
  %7: i32 = i32.add %5, %6
  %8: f64 = convert %7
  return %8
}

// What unknown code passes to @outside is not known, and the signs of its zeros matter.
func @outside(arg0 %0: boxed) -> f64 escapes {
b0:
  %1: f64 = unbox %0
  %2: f64 = const.f64 20.0
  %3: f64 = call.direct %2 @sum
  %4: f64 = call.direct %1 @same
  %5: f64 = f64.mul %3, %4
  return %5
}

func @same(arg0 %0: f64) -> f64 {
b0:
  return %0
}
