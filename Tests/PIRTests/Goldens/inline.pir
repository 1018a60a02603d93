// passes: inline, simplify
// A small function goes where it is called, twice; what it captured is what its closure was made of. A function that
// catches, and one that calls itself, stay calls. A callback that reads captures is inlined with what calls it, where its
// closure is made.
entry @main

func @main() -> void kind=internal length=0 file=0 {
b0:
  jump -> b1
b1:
  %0: f64 = const.f64 3.0
  %1: f64 = call.direct %0 @half
  %2: f64 = call.direct %1 @half
  %3: boxed = box %2
  %4: cell = cell.new %3
  %5: function = closure.new %4 @reader
  %6: boxed = box %5
  %7: boxed = call.direct %6 @reader
  %8: boxed = call.direct %7 @guarded
  %9: f64 = call.direct %0 @again
  %10: i1 = is %8 ?undefined
  branch %10 -> b1, b2
b2:
  return
}

func @half(arg0 %0: f64) -> f64 kind=normal length=1 file=0 {
b0:
  %1: f64 = const.f64 0.0
  %2: i1 = cmp.lt %0, %1
  branch %2 -> b1, b2
b1:
  return %1
b2:
  %3: f64 = const.f64 2.0
  %4: f64 = f64.div %0, %3
  return %4
}

func @reader() -> boxed kind=arrow length=0 file=0 captures(cell) {
b0:
  %0: cell = capture.load #0
  %1: boxed = cell.load %0
  return %1
}

func @guarded(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 {
b0:
  jump -> b1
b1 handler b2:
  %1: boxed = prop.get %0 "x"
  return %1
b2:
  %2: boxed = catch
  return %2
}

func @again(arg0 %0: f64) -> f64 kind=normal length=1 file=0 {
b0:
  %1: f64 = f64.add %0, %0
  %2: f64 = call.direct %1 @again
  return %2
}

func @applyCheck(arg0 %0: boxed, arg1 %1: f64) -> f64 kind=normal length=2 file=0 {
b0:
  %2: f64 = call.direct %0, %1 @check
  return %2
}

func @makeCheck(arg0 %0: f64, arg1 %1: f64) -> f64 kind=normal length=2 file=0 {
b0:
  %2: function = closure.new %0 @check
  %3: boxed = box %2
  %4: f64 = call.direct %3, %1 @applyCheck
  return %4
}

func @check(arg0 %0: f64) -> f64 kind=arrow length=1 file=0 captures(f64) {
b0:
  %1: f64 = capture.load #0
  %2: f64 = f64.add %0, %1
  return %2
}
