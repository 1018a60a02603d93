// passes: assign-layouts, speculate, promote-slots, simplify, eliminate-tests, simplify
entry @main

// All fields are defined before anything else happens to the object: it can have them from the start.
func @Point(new.target %0: boxed, arg0 %1: boxed) -> boxed kind=baseConstructor length=1 file=0 name="Point" escapes {
b0:
  %2: boxed = instance.new %0 #2
  %3: boxed = undefined
  prop.define %2, %3 "x"
  prop.set %2, %1 "x"
  prop.set %2, %1 "y"
  return %2
}

// A method may look at the object before it has all fields.
func @Early(new.target %0: boxed, arg0 %1: boxed) -> boxed kind=baseConstructor length=1 file=0 name="Early" escapes {
b0:
  %2: boxed = instance.new %0 #2
  prop.set %2, %1 "x"
  %3: boxed = call.method %2 "look"
  prop.set %2, %1 "y"
  return %2
}

// Code that could give the prototype a setter runs before the assignment.
func @Called(new.target %0: boxed, arg0 %1: boxed) -> boxed kind=baseConstructor length=1 file=0 name="Called" escapes {
b0:
  %2: boxed = instance.new %0 #2
  %3: boxed = undefined
  %4: boxed = call %1, %3
  prop.set %2, %4 "x"
  return %2
}

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: boxed = hole
  %1: function = closure.new @Point
  %2: boxed = box %1
  %3: boxed = class.link %2, %0
  %4: function = closure.new @Early
  %5: boxed = box %4
  %6: boxed = class.link %5, %0
  %7: function = closure.new @Called
  %8: boxed = box %7
  %9: boxed = class.link %8, %0
  return
}
