// passes: drop-unnamed-members
// Of a class of the library stays what live code names: `used`, and `follows`, which `used` calls. `unused` goes, and with it
// `only`, which nothing else calls; `read8` stays, since the sum of a text and a number could name it.
entry @main
func @A(new.target %0: boxed) -> object kind=baseConstructor {
b0:
  %1: boxed = instance.new %0
  %2: object = unbox %1
  return %2
}
func @A.used(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = call.method %0 "follows"
  return %1
}
func @A.follows(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = undefined
  return %1
}
func @A.unused(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = call.direct @only
  return %1
}
func @A.read8(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = undefined
  return %1
}
func @only() -> boxed kind=normal {
b0:
  %0: boxed = null
  return %0
}
func @main() -> void kind=internal {
b0:
  %0: boxed = hole
  %1: function = closure.new @A
  %2: boxed = box %1
  %3: boxed = class.link %2, %0
  %4: function = closure.new @A.used
  %5: boxed = box %4
  method.define %3, %5 "used"
  %6: function = closure.new @A.follows
  %7: boxed = box %6
  method.define %3, %7 "follows"
  %8: function = closure.new @A.unused
  %9: boxed = box %8
  method.define %3, %9 "unused"
  %10: function = closure.new @A.read8
  %11: boxed = box %10
  method.define %3, %11 "read8"
  %12: boxed = construct %2
  %13: boxed = call.method %12 "used"
  return
}
