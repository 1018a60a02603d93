// passes: assign-layouts, speculate, promote-slots, narrow, simplify
entry @main

// Literals that begin alike follow a layout of what they share: reading such a field tests the range. So does a store
// where all of them promise numbers.
func @read(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 {
b0:
  %1: boxed = prop.get %0 "kind"
  return %1
}

func @store(arg0 %0: boxed) -> void kind=normal length=1 file=0 {
b0:
  %1: boxed = prop.get %0 "x"
  prop.set %0, %1 "x"
  return
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: f64 = const.f64 3.0
  %1: boxed = box %0
  %2: string = const.string "text"
  %3: boxed = box %2
  %4: object = object.new %3 ["kind"]
  %5: object = object.new %3, %1 ["kind", "x"]
  %6: object = object.new %3, %1, %1 ["kind", "x", "y"]
  %7: object = object.new %3, %3 ["kind", "text"]
  %8: object = object.new %1, %1 ["x", "y"]
  %9: boxed = box %4
  %10: boxed = box %5
  %11: boxed = box %6
  %12: boxed = box %7
  %13: boxed = call.direct %9 @read
  %14: boxed = call.direct %10 @read
  %15: boxed = call.direct %12 @read
  call.direct %10 @store
  call.direct %11 @store
  return
}
