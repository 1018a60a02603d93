// passes: recognize-comparators, elide-init-checks, fold-globals, narrow, simplify, dead-code
// A module constant becomes its value where it is read; one with two stores stays a variable.
global $limit: boxed uninitialized
global $state: boxed uninitialized
entry @main
func @use() -> boxed {
b0:
  %0: boxed = global.load $limit
  %1: boxed = global.load $state
  %2: boxed = js.add %0, %1
  return %2
}
func @main() -> void kind=internal {
b0:
  %0: f64 = const.f64 10.0
  %1: boxed = box %0
  global.store %1 $limit
  global.store %1 $state
  %2: boxed = call.direct @use
  global.store %2 $state
  return
}
