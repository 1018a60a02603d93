// passes: devirtualize
// Of methods of one name, a call on `this` takes those that its class has, or that classes which extend it have instead.
entry @main
func @A(new.target %0: boxed) -> object kind=baseConstructor {
b0:
  %1: boxed = instance.new %0
  %2: object = unbox %1
  return %2
}
func @A.size(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = undefined
  return %1
}
func @A.ask(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = call.method %0 "size"
  return %1
}
func @B(new.target %0: boxed) -> object kind=baseConstructor {
b0:
  %1: boxed = instance.new %0
  %2: object = unbox %1
  return %2
}
func @B.size(this %0: boxed) -> boxed kind=method escapes {
b0:
  %1: boxed = null
  return %1
}
func @B.ask(this %0: boxed, arg0 %1: boxed) -> boxed kind=method escapes {
b0:
  %2: boxed = call.method %0 "size"
  %3: boxed = call.method %1 "size"
  return %3
}
func @main() -> void kind=internal {
b0:
  %0: boxed = hole
  %1: function = closure.new @A
  %2: boxed = box %1
  %3: boxed = class.link %2, %0
  %4: function = closure.new @A.size
  %5: boxed = box %4
  method.define %3, %5 "size"
  %6: function = closure.new @A.ask
  %7: boxed = box %6
  method.define %3, %7 "ask"
  %8: function = closure.new @B
  %9: boxed = box %8
  %10: boxed = class.link %9, %0
  %11: function = closure.new @B.size
  %12: boxed = box %11
  method.define %10, %12 "size"
  %13: function = closure.new @B.ask
  %14: boxed = box %13
  method.define %10, %14 "ask"
  return
}
