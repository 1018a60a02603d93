// passes: eliminate-tests, simplify
// A test that has been passed is not made again: a kind stays, a layout only until other code runs.
layout ["x"] last=1

func @f(arg0 %0: boxed, arg1 %1: boxed) -> boxed kind=normal length=2 file=0 {
b0:
  %2: i1 = is.layout %0 ^1
  branch %2 -> b1, b7
b1:
  %3: boxed = field.load %0 #0
  field.store %0, %3 #0
  %4: i1 = is.layout %0 ^1
  branch %4 -> b2, b7
b2:
  %5: i1 = is %1 ?array
  branch %5 -> b3, b7
b3:
  %6: boxed = undefined
  %7: boxed = call %3, %6
  %8: i1 = is %1 ?array
  branch %8 -> b4, b7
b4:
  %9: i1 = is.layout %0 ^1
  branch %9 -> b5, b7
b5:
  %10: i1 = is.layout %0 ^1
  branch %10 -> b6, b7
b6:
  return %7
b7:
  return %0
}
