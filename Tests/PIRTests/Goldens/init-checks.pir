// passes: elide-init-checks, narrow, simplify, dead-code
// `limit` is stored before anything can read it; `late` is read by a function that runs first.
global $limit: boxed uninitialized
global $late: boxed uninitialized
entry @main
func @use() -> boxed {
b0:
  %0: boxed = global.load $limit
  %1: boxed = check.init %0 "limit"
  %2: boxed = global.load $late
  %3: boxed = check.init %2 "late"
  %4: boxed = js.add %1, %3
  return %4
}
func @main() -> void kind=internal {
b0:
  %0: f64 = const.f64 10.0
  %1: boxed = box %0
  global.store %1 $limit
  %2: boxed = call.direct @use
  global.store %1 $late
  return
}
