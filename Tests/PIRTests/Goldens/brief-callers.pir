// passes: find-brief-callers
// What could call something is no call before guesses: it may turn out to be arithmetic.
func @calls(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 once {
b0:
  jump -> b1
b1:
  %1: boxed = call.method %0 "step"
  %2: i1 = js.tobool %1
  branch %2 -> b1, b2
b2:
  return %1
}

func @doubles(arg0 %0: boxed) -> boxed kind=normal length=1 file=0 once {
b0:
  jump -> b1(%0)
b1(%1: boxed):
  %2: boxed = js.add %1, %1
  %3: i1 = js.tobool %2
  branch %3 -> b1(%2), b2
b2:
  return %2
}
