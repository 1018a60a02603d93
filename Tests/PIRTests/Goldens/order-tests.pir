// passes: order-tests, merge-blocks
// What is a number is neither a hole nor undefined.
func @number(arg0 %0: boxed, arg1 %1: i64) -> boxed kind=normal length=2 file=0 {
b0:
  %2: boxed = array.at %0, %1
  %3: i1 = is %2 ?hole
  branch %3 -> b1, b2
b1:
  %4: boxed = undefined
  return %4
b2:
  %5: i1 = is %2 ?undefined
  branch %5 -> b3, b4
b3:
  return %0
b4:
  %6: i1 = is %2 ?number
  branch %6 -> b5, b6
b5:
  %7: f64 = unbox %2
  %8: f64 = f64.add %7, %7
  %9: boxed = box %8
  return %9
b6:
  %10: boxed = js.add %2, %2
  return %10
}

// The test is reached otherwise, too, and stays there; arguments go along.
func @twice(arg0 %0: boxed, arg1 %1: i64, arg2 %2: i1) -> boxed kind=normal length=3 file=0 {
b0:
  branch %2 -> b1, b2
b1:
  %3: i1 = is %0 ?undefined
  branch %3 -> b5(%0, %1), b2
b2:
  %4: i1 = is %0 ?string
  branch %4 -> b3(%1), b4
b3(%5: i64):
  %6: f64 = convert %5
  %7: boxed = box %6
  return %7
b4:
  %8: i64 = const.i64 #1
  jump -> b5(%0, %8)
b5(%9: boxed, %10: i64):
  %11: f64 = convert %10
  %12: boxed = box %11
  return %12
}

// Not a test that undefined passes as well, one of another value, nor where the answer is used again.
func @not(arg0 %0: boxed, arg1 %1: boxed) -> boxed kind=normal length=2 file=0 {
b0:
  %2: i1 = is %0 ?hole
  branch %2 -> b1, b2
b1:
  return %1
b2:
  %3: i1 = is %0 ?nullish
  branch %3 -> b1, b3
b3:
  %4: i1 = is %0 ?undefined
  branch %4 -> b1, b4
b4:
  %5: i1 = is %1 ?number
  branch %5 -> b5, b6
b5:
  %6: boxed = box %4
  return %6
b6:
  return %0
}
