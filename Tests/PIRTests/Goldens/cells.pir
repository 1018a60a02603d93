// passes: narrow, simplify
entry @main

// A cell that is stored before it is read holds numbers only; the other one is undefined at first.
func @count(arg0 %0: boxed) -> boxed kind=arrow length=1 file=0 captures(cell, cell) {
b0:
  %1: cell = capture.load #0
  %2: boxed = cell.load %1
  %3: boxed = js.add %2, %0
  cell.store %1, %3
  %4: cell = capture.load #1
  %5: boxed = cell.load %4
  %6: boxed = js.add %5, %3
  cell.store %4, %6
  return %3
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: boxed = undefined
  %1: cell = cell.new %0 #1
  %2: cell = cell.new %0
  %3: f64 = const.f64 1.0
  %4: boxed = box %3
  cell.store %1, %4
  %5: function = closure.new %1, %2 @count
  %6: boxed = box %5
  %7: boxed = call.direct %6, %4 @count
  %8: boxed = call.direct %6, %7 @count
  return
}
