// passes: forward-fields, simplify

layout ["state", "other"] last=1

func @next(this %0: boxed, arg0 %1: boxed) -> boxed {
b0:
  %2: i1 = is.layout %0 ^1
  branch %2 -> b1, b5
b1:
  %3: boxed = field.load %0 #0
  %4: i1 = is %3 ?number
  branch %4 -> b2, b5
b2:
  %5: f64 = unbox %3
  %6: i32 = to.i32 %5
  %7: boxed = box %6
  field.store %0, %7 #0
  %8: boxed = field.load %0 #0
  %9: i1 = is %8 ?number
  branch %9 -> b3, b5
b3:
  %10: f64 = unbox %8
  %11: boxed = box %10
  field.store %0, %11 #1
  %12: boxed = field.load %0 #0
  %13: i1 = is.layout %1 ^1
  branch %13 -> b4, b5
b4:
  field.store %1, %12 #0
  %14: boxed = field.load %0 #0
  %15: boxed = field.load %0 #1
  %16: boxed = undefined
  %17: boxed = call %14, %16, %15
  %18: boxed = field.load %0 #1
  return %18
b5:
  return %0
}
