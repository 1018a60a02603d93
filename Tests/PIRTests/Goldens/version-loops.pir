// passes: version-loops
// Before a loop that reads elements as numbers stands one test of all of them, unless the loop might look at fewer.

func @sum(arg0 %0: boxed, arg1 %1: i64) -> f64 {
b0:
  %2: i64 = const.i64 #0
  %3: f64 = const.f64 0.0
  jump -> b1(%2, %3)
b1(%4: i64, %5: f64):
  %6: i1 = cmp.lt %4, %1
  branch %6 -> b2, b5
b2:
  %7: boxed = array.at %0, %4
  %8: i1 = is %7 ?number
  branch %8 -> b3, b4
b3:
  %9: f64 = unbox %7
  %10: f64 = f64.add %5, %9
  %11: i64 = const.i64 #1
  %12: i64 = i64.add %4, %11
  jump -> b1(%12, %10)
b4:
  %13: i64 = const.i64 #1
  %14: i64 = i64.add %4, %13
  jump -> b1(%14, %5)
b5:
  return %5
}

func @find(arg0 %0: boxed, arg1 %1: i64) -> f64 {
b0:
  %2: i64 = const.i64 #0
  jump -> b1(%2)
b1(%3: i64):
  %4: i1 = cmp.lt %3, %1
  branch %4 -> b2, b5
b2:
  %5: boxed = array.at %0, %3
  %6: i1 = is %5 ?number
  branch %6 -> b3, b4
b3:
  %7: f64 = unbox %5
  %8: f64 = const.f64 7.0
  %9: i1 = cmp.eq %7, %8
  branch %9 -> b5, b6
b4:
  %10: f64 = const.f64 1.0
  return %10
b5:
  %11: f64 = const.f64 2.0
  return %11
b6:
  %12: i64 = const.i64 #1
  %13: i64 = i64.add %3, %12
  jump -> b1(%13)
}
