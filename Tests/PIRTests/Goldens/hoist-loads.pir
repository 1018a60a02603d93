// passes: hoist-loads
// What a loop does not change is loaded before it, where tests on every way to it say that the object has the field.
layout ["values", "count"] last=1

func @sum(arg0 %0: boxed, arg1 %1: i64) -> f64 {
b0:
  %2: i1 = is.layout %0 ^1
  branch %2 -> b1, b7
b1:
  %3: i64 = const.i64 #0
  %4: f64 = const.f64 0.0
  jump -> b2(%3, %4)
b2(%5: i64, %6: f64):
  %7: i1 = cmp.lt %5, %1
  branch %7 -> b3, b6
b3:
  %8: boxed = field.load %0 #0
  %9: i1 = is.layout %8 ^4294967050
  branch %9 -> b4, b7
b4:
  %10: i1 = typed.has %8, %5
  branch %10 -> b5, b7
b5:
  %11: f64 = typed.load %8, %5 #9
  %12: f64 = f64.add %6, %11
  %13: i64 = const.i64 #1
  %14: i64 = i64.add %5, %13
  jump -> b2(%14, %12)
b6:
  return %6
b7:
  %15: f64 = const.f64 -1.0
  return %15
}

// Not the field that the loop stores to, nor one of an object of which nothing is known, nor past what may change anything.
func @count(arg0 %0: boxed, arg1 %1: boxed, arg2 %2: i64) -> void {
b0:
  %3: i1 = is.layout %0 ^1
  branch %3 -> b1, b5
b1:
  %4: i64 = const.i64 #0
  jump -> b2(%4)
b2(%5: i64):
  %6: i1 = cmp.lt %5, %2
  branch %6 -> b3, b4
b3:
  %7: boxed = field.load %0 #1
  %8: boxed = field.load %0 #0
  %9: boxed = field.load %1 #0
  field.store %0, %8 #1
  %10: i64 = const.i64 #1
  %11: i64 = i64.add %5, %10
  jump -> b2(%11)
b4:
  return
b5:
  jump -> b6
b6:
  %12: boxed = js.add %0, %1
  %13: boxed = field.load %0 #0
  jump -> b6
}

// An object that is one of two, both of which were tested.
func @either(arg0 %0: boxed, arg1 %1: boxed, arg2 %2: i1) -> void {
b0:
  branch %2 -> b1, b2
b1:
  %3: i1 = is.layout %0 ^1
  branch %3 -> b3, b7
b2:
  %4: i1 = is.layout %1 ^1
  branch %4 -> b4, b7
b3:
  jump -> b5(%0)
b4:
  jump -> b5(%1)
b5(%5: boxed):
  jump -> b6
b6:
  %6: boxed = field.load %5 #0
  %7: i1 = is %6 ?number
  branch %7 -> b6, b7
b7:
  return
}

// Texts are compared once, also where the loop may change anything; not those that it makes.
func @texts(arg0 %0: string, arg1 %1: boxed, arg2 %2: i64) -> void {
b0:
  %3: i64 = const.i64 #0
  jump -> b1(%3, %0)
b1(%4: i64, %5: string):
  %6: i1 = cmp.lt %4, %2
  branch %6 -> b2, b5
b2:
  %7: string = const.string "a"
  %8: i1 = cmp.eq %0, %7
  branch %8 -> b3, b4
b3:
  %9: boxed = js.add %1, %1
  jump -> b4
b4:
  %10: i1 = cmp.ne %5, %7
  %11: i64 = const.i64 #1
  %12: i64 = i64.add %4, %11
  branch %10 -> b1(%12, %7), b5
b5:
  return
}
