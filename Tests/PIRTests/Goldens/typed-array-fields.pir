// passes: eliminate-tests, forward-fields, simplify
// What a layout says of a field holds behind the test of the layout, until other code runs; numbers that were stored are
// used as they were.
layout ["keys", "used"] last=1 numbers=2 Uint32Array=0

func @f(arg0 %0: boxed, arg1 %1: i32) -> boxed {
b0:
  %2: i1 = is.layout %0 ^1
  branch %2 -> b1, b5
b1:
  %3: boxed = field.load %0 #0
  %4: i1 = is.layout %3 ^4294967047
  branch %4 -> b2, b5
b2:
  %5: boxed = box %1
  field.store %0, %5 #1
  %6: f64 = field.number %0 #1
  %7: boxed = box %6
  %8: f64 = field.number %0 #1
  %9: boxed = box %8
  %10: boxed = call %7, %9
  %11: i1 = is.layout %3 ^4294967047
  branch %11 -> b3, b5
b3:
  %12: boxed = field.load %0 #0
  %13: i1 = is.layout %12 ^4294967047
  branch %13 -> b4, b5
b4:
  %14: f64 = field.number %0 #1
  %15: f64 = field.number %0 #1
  %16: f64 = f64.add %14, %15
  %17: boxed = box %16
  return %17
b5:
  return %0
}
