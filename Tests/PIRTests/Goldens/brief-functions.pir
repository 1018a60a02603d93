// passes: find-brief-functions
// Functions that run once are brief if each loop counts or calls something, and has no loop in it.
func @counts(arg0 %0: i64) -> f64 kind=normal length=1 file=0 once {
b0:
  %1: i64 = const.i64 #0
  jump -> b1(%1)
b1(%2: i64):
  %3: i64 = const.i64 #1
  %4: i64 = i64.add %2, %3
  %5: i1 = cmp.lt %4, %0
  branch %5 -> b1(%4), b2
b2:
  %6: f64 = convert %4
  return %6
}

func @calls() -> f64 kind=normal length=0 file=0 once {
b0:
  jump -> b1
b1:
  %0: f64 = call.direct @leaf
  %1: f64 = const.f64 1.0
  %2: i1 = cmp.lt %0, %1
  branch %2 -> b1, b2
b2:
  return %0
}

func @halves(arg0 %0: f64) -> f64 kind=normal length=0 file=0 once {
b0:
  jump -> b1(%0)
b1(%1: f64):
  %2: f64 = const.f64 0.5
  %3: f64 = f64.mul %1, %2
  %4: i1 = cmp.lt %2, %3
  branch %4 -> b1(%3), b2
b2:
  return %3
}

func @nests() -> f64 kind=normal length=0 file=0 once {
b0:
  jump -> b1
b1:
  %0: f64 = call.direct @leaf
  jump -> b2
b2:
  %1: f64 = call.direct @leaf
  %2: f64 = const.f64 1.0
  %3: i1 = cmp.lt %1, %2
  branch %3 -> b2, b3
b3:
  %4: i1 = cmp.lt %0, %2
  branch %4 -> b1, b4
b4:
  return %0
}

func @leaf() -> f64 kind=normal length=0 file=0 {
b0:
  %0: f64 = const.f64 1.0
  return %0
}
