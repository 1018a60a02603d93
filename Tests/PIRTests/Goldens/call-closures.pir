// passes: call-closures, simplify
global $last: boxed uninitialized
global $either: boxed uninitialized
entry @main

func @double(arg0 %0: boxed) -> boxed kind=arrow length=1 file=0 escapes {
b0:
  %1: boxed = js.add %0, %0
  return %1
}

func @square(arg0 %0: boxed) -> boxed kind=arrow length=1 file=0 escapes {
b0:
  %1: boxed = js.mul %0, %0
  return %1
}

func @add(arg0 %0: boxed, arg1 %1: boxed) -> boxed kind=arrow length=2 file=0 captures(cell) escapes {
b0:
  %2: cell = capture.load #0
  %3: boxed = cell.load %2
  %4: boxed = js.add %0, %3
  cell.store %2, %4
  return %4
}

// A property is not followed: unknown code can call it.
func @shown(arg0 %0: boxed) -> boxed kind=arrow length=1 file=0 escapes {
b0:
  return %0
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: boxed = undefined
  %1: cell = cell.new %0 #1
  %2: f64 = const.f64 1.0
  %3: boxed = box %2
  cell.store %1, %3
  %4: function = closure.new %1 @add
  %5: boxed = box %4
  global.store %5 $last
  %6: boxed = global.load $last
  %7: boxed = check.init %6 "last"
  // One function: the missing argument is undefined.
  %8: boxed = call %7, %0, %3
  %9: function = closure.new @double
  %10: boxed = box %9
  %11: function = closure.new @square
  %12: boxed = box %11
  %13: i1 = js.tobool %8
  branch %13 -> b1, b2
b1:
  jump -> b3(%10)
b2:
  jump -> b3(%12)
b3(%14: boxed):
  // Two functions: one test.
  %15: boxed = call %14, %0, %8
  // A function or undefined.
  branch %13 -> b4(%10), b4(%0)
b4(%16: boxed):
  %17: boxed = call %16, %0, %15
  %18: function = closure.new @shown
  %19: boxed = box %18
  %20: boxed = call %19, %0, %17
  prop.set %20, %19 "shown"
  return
}
