// passes: specialize-callbacks, call-closures, narrow, simplify
entry @main

func @each(arg0 %0: boxed, arg1 %1: boxed) -> boxed kind=normal length=2 file=0 escapes {
b0:
  %2: string = js.typeof %1
  %3: string = const.string "function"
  %4: i1 = cmp.ne %2, %3
  branch %4 -> b1, b2
b1:
  %5: boxed = undefined
  return %5
b2:
  %6: boxed = undefined
  %7: f64 = const.f64 0.0
  %8: boxed = box %7
  %9: boxed = elem.get %0, %8
  %10: boxed = call.direct %1, %9 @apply
  return %10
}

func @apply(arg0 %0: boxed, arg1 %1: boxed) -> boxed kind=normal length=2 file=0 {
b0:
  %2: boxed = undefined
  %3: f64 = const.f64 0.0
  %4: boxed = box %3
  %5: boxed = call %0, %2, %1, %4
  return %5
}

// The closure made over the callback is copied with the function around it.
func @compose(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 {
b0:
  %1: function = closure.new %0 @compose.inner
  %2: boxed = box %1
  return %2
}

func @compose.inner(arg0 %0: boxed) -> boxed kind=arrow length=1 file=0 captures(boxed) escapes {
b0:
  %1: boxed = capture.load #0
  %2: boxed = undefined
  %3: boxed = call %1, %2, %0
  return %3
}

func @first(arg0 %0: boxed, arg1 %1: boxed) -> boxed kind=arrow length=2 file=0 captures(f64) escapes {
b0:
  %2: f64 = capture.load #0
  %3: boxed = box %2
  %4: boxed = js.mul %1, %3
  return %4
}

func @second(arg0 %0: boxed) -> boxed kind=arrow length=1 file=0 escapes {
b0:
  return %0
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: object = array.new
  %1: boxed = box %0
  %2: f64 = const.f64 2.0
  %3: function = closure.new %2 @first
  %4: boxed = box %3
  %5: boxed = call.direct %1, %4 @each
  %6: function = closure.new @second
  %7: boxed = box %6
  %8: boxed = call.direct %1, %7 @each
  %9: function = closure.new @each
  %10: boxed = box %9
  prop.set %1, %10 "each"
  %11: boxed = call.direct %7 @compose
  %12: boxed = undefined
  %13: boxed = call %11, %12, %1
  %14: boxed = call.direct %4 @compose
  %15: boxed = call %14, %12, %1
  return
}
