// passes: narrow-integers, simplify
// Integers stay in integer registers where bounds are known, also through loops and remainders; sums that may grow
// beyond 2^53 and products that may be -0 stay doubles.
func @f(arg0 %0: u32, arg1 %1: f64) -> f64 kind=normal length=2 file=0 {
b0:
  %2: f64 = convert %0
  %3: f64 = const.f64 0.0
  jump -> b1(%3, %2, %3)
b1(%4: f64, %5: f64, %6: f64):
  %7: f64 = const.f64 100.0
  %8: i1 = cmp.lt %4, %7
  branch %8 -> b2, b3
b2:
  %9: f64 = const.f64 31.0
  %10: f64 = f64.mul %5, %9
  %11: f64 = f64.add %10, %4
  %12: f64 = const.f64 1000003.0
  %13: f64 = f64.rem %11, %12
  %14: f64 = f64.add %6, %13
  %15: f64 = const.f64 -1.0
  %16: f64 = f64.mul %13, %15
  %17: f64 = f64.add %14, %16
  %18: f64 = const.f64 1.0
  %19: f64 = f64.add %4, %18
  jump -> b1(%19, %13, %17)
b3:
  %20: f64 = f64.mul %1, %5
  %21: f64 = f64.add %20, %6
  return %21
}
