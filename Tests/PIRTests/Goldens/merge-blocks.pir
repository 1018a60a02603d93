// passes: merge-blocks
func @f(arg0 %0: f64, arg1 %1: i1) -> f64 kind=normal {
b0:
  %2: f64 = const.f64 1.0
  jump -> b1(%2)
b1(%3: f64):
  %4: f64 = f64.add %3, %0
  branch %1 -> b2, b3
b2:
  jump -> b4(%4)
b3:
  jump -> b4(%3)
b4(%5: f64):
  jump -> b5
b5:
  %6: f64 = f64.add %5, %5
  return %6
}
func @handled(arg0 %0: boxed) -> boxed kind=normal {
b0:
  jump -> b1
b1 handler b3:
  jump -> b2
b2 handler b3:
  %1: boxed = js.inc %0
  jump -> b4
b3:
  %2: boxed = catch
  return %2
b4:
  return %1
}
func @forever() -> void kind=normal {
b0:
  jump -> b1
b1:
  jump -> b2
b2:
  jump -> b1
}
