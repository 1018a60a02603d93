// passes: assign-layouts, speculate
entry @main

// Objects of which nothing is known probably have the layout with such a field: `y`. Not where functions outside of
// classes store a property of that name to what they construct, which has no layout: `x`.
func @Old(this %0: boxed, arg0 %1: boxed) -> boxed kind=normal length=1 file=0 escapes unknown {
b0:
  prop.set %0, %1 "x"
  return %1
}

func @read(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 escapes unknown {
b0:
  %1: boxed = prop.get %0 "x"
  %2: boxed = prop.get %0 "y"
  %3: boxed = js.add %1, %2
  return %3
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: f64 = const.f64 3.0
  %1: boxed = box %0
  %2: object = object.new %1, %1 ["x", "y"]
  return
}
