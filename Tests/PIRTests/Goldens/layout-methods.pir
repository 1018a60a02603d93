// passes: assign-layouts, devirtualize, speculate, promote-slots, narrow, simplify
global $Shape: boxed
entry @main

// An object of Square's layout finds Square's method, one of Shape's that is no Square finds Shape's: no look-up is left in
// the fast version. `plain` belongs to a class that may exist more than once, so its method is looked up.
func @area(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 {
b0:
  %1: boxed = call.method %0 "area"
  return %1
}

func @plain(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 {
b0:
  %1: boxed = call.method %0 "plain"
  return %1
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: boxed = hole
  %1: function = closure.new @Shape
  %2: boxed = box %1
  %3: boxed = class.link %2, %0
  %4: function = closure.new @Shape.area
  %5: boxed = box %4
  method.define %3, %5 "area"
  global.store %2 $Shape
  %6: function = closure.new @Square
  %7: boxed = box %6
  %8: boxed = global.load $Shape
  %9: boxed = class.link %7, %8
  %10: function = closure.new @Square.area
  %11: boxed = box %10
  method.define %9, %11 "area"
  %12: boxed = construct %7
  %13: boxed = call.direct %12 @area
  jump -> b1
b1:
  %14: function = closure.new @Many
  %15: boxed = box %14
  %16: boxed = class.link %15, %0
  %17: function = closure.new @Many.plain
  %18: boxed = box %17
  method.define %16, %18 "plain"
  %19: boxed = construct %15
  %20: boxed = call.direct %19 @plain
  %21: i1 = js.tobool %20
  branch %21 -> b1, b2
b2:
  return
}



func @Shape(new.target %0: boxed) -> boxed kind=baseConstructor length=0 file=0 name="Shape" escapes {
b0:
  %1: boxed = instance.new %0 #0
  return %1
}

func @Square(new.target %0: boxed) -> boxed kind=derivedConstructor length=0 file=0 name="Square" escapes {
b0:
  %1: boxed = construct.super %0, %0
  return %1
}

func @Many(new.target %0: boxed) -> boxed kind=baseConstructor length=0 file=0 name="Many" escapes {
b0:
  %1: boxed = instance.new %0 #0
  return %1
}

func @Shape.area(this %0: boxed) -> boxed kind=method length=0 file=0 name="area" escapes {
b0:
  %1: f64 = const.f64 1.0
  %2: boxed = box %1
  return %2
}

func @Square.area(this %0: boxed) -> boxed kind=method length=0 file=0 name="area" escapes {
b0:
  %1: f64 = const.f64 2.0
  %2: boxed = box %1
  return %2
}

func @Many.plain(this %0: boxed) -> boxed kind=method length=0 file=0 name="plain" escapes {
b0:
  %1: boxed = undefined
  return %1
}
