// passes: define-fields
// Fields are defined with what is assigned to them first, in their order, where the last of them is assigned, as long as
// nothing else is done with the object.

func @Table(new.target %0: boxed, arg0 %1: boxed) -> boxed kind=baseConstructor {
b0:
  %2: boxed = instance.new %0 #3
  %3: boxed = undefined
  prop.define %2, %3 "keys"
  %4: boxed = undefined
  private.define %2, %4 "#counts"
  %5: boxed = null
  prop.define %2, %5 "used"
  %6: boxed = undefined
  %7: boxed = call %1, %6
  prop.set %2, %7 "keys"
  %8: boxed = call %7, %6
  private.set %2, %8 "#counts"
  prop.set %2, %1 "keys"
  %9: boxed = prop.get %2 "keys"
  prop.set %2, %9 "used"
  return %2
}

// Who calls sees the object first.
func @Seen(new.target %0: boxed, arg0 %1: boxed) -> boxed kind=baseConstructor {
b0:
  %2: boxed = instance.new %0 #1
  %3: boxed = undefined
  prop.define %2, %3 "a"
  %4: boxed = call %1, %2
  prop.set %2, %4 "a"
  return %2
}

// What is caught elsewhere is seen there as it is.
func @Caught(new.target %0: boxed, arg0 %1: boxed) -> boxed kind=baseConstructor {
b0 handler b1:
  %2: boxed = instance.new %0 #1
  %3: boxed = undefined
  prop.define %2, %3 "a"
  prop.set %2, %1 "a"
  return %2
b1:
  %4: boxed = catch
  return %4
}
