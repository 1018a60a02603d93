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

// What was made as an array here is one, whichever way it took; where it finds its methods may change.
func @fresh(arg0 %0: boxed, arg1 %1: i1) -> boxed kind=normal length=2 file=0 {
b0:
  %2: object = array.new
  %3: object = array.new %0
  branch %1 -> b1(%2, %3), b1(%3, %2)
b1(%4: object, %5: object):
  %6: boxed = box %4
  %7: i1 = is %6 ?array
  branch %7 -> b2, b5
b2:
  %8: i1 = is %6 ?builtinArray
  branch %8 -> b3, b5
b3:
  branch %1 -> b1(%5, %4), b4
b4:
  %9: i1 = is %0 ?builtinArray
  branch %9 -> b6, b5
b5:
  return %0
b6:
  %10: i1 = is %0 ?array
  branch %10 -> b7, b5
b7:
  %11: boxed = call %0, %0
  %12: i1 = is %0 ?array
  branch %12 -> b8, b5
b8:
  %13: i1 = is %0 ?builtinArray
  branch %13 -> b9, b5
b9:
  return %11
}

// Not if something else may have arrived.
func @mixed(arg0 %0: object, arg1 %1: i1) -> object {
b0:
  %2: object = array.new
  jump -> b1(%2)
b1(%3: object):
  %4: boxed = box %3
  %5: i1 = is %4 ?array
  branch %5 -> b1(%0), b2
b2:
  return %3
}
