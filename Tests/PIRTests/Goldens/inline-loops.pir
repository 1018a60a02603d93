// passes: inline, simplify
// A function that is too large to be inlined everywhere is inlined where a loop calls it, also if the loop is that of what
// calls its caller.
entry @main

func @main() -> void kind=internal length=0 file=0 {
b0:
  %0: f64 = const.f64 3.0
  %1: f64 = call.direct %0 @once
  jump -> b1(%1)
b1(%2: f64):
  %3: f64 = call.direct %2 @caller
  %4: i1 = cmp.lt %3, %0
  branch %4 -> b1(%3), b2
b2:
  return
}

func @once(arg0 %0: f64) -> f64 kind=normal length=1 file=0 {
b0:
  %1: f64 = call.direct %0 @large
  return %1
}

func @caller(arg0 %0: f64) -> f64 kind=normal length=1 file=0 {
b0:
  %1: f64 = call.direct %0 @large
  return %1
}

func @large(arg0 %0: f64) -> f64 kind=normal length=1 file=0 {
b0:
  %1: f64 = f64.add %0, %0
  %2: f64 = f64.add %1, %0
  %3: f64 = f64.add %2, %0
  %4: f64 = f64.add %3, %0
  %5: f64 = f64.add %4, %0
  %6: f64 = f64.add %5, %0
  %7: f64 = f64.add %6, %0
  %8: f64 = f64.add %7, %0
  %9: f64 = f64.add %8, %0
  %10: f64 = f64.add %9, %0
  %11: f64 = f64.add %10, %0
  %12: f64 = f64.add %11, %0
  %13: f64 = f64.add %12, %0
  %14: f64 = f64.add %13, %0
  %15: f64 = f64.add %14, %0
  %16: f64 = f64.add %15, %0
  %17: f64 = f64.add %16, %0
  %18: f64 = f64.add %17, %0
  %19: f64 = f64.add %18, %0
  %20: f64 = f64.add %19, %0
  %21: f64 = f64.add %20, %0
  %22: f64 = f64.add %21, %0
  %23: f64 = f64.add %22, %0
  %24: f64 = f64.add %23, %0
  %25: f64 = f64.add %24, %0
  %26: f64 = f64.add %25, %0
  %27: f64 = f64.add %26, %0
  %28: f64 = f64.add %27, %0
  %29: f64 = f64.add %28, %0
  %30: f64 = f64.add %29, %0
  %31: f64 = f64.add %30, %0
  %32: f64 = f64.add %31, %0
  %33: f64 = f64.add %32, %0
  %34: f64 = f64.add %33, %0
  %35: f64 = f64.add %34, %0
  %36: f64 = f64.add %35, %0
  %37: f64 = f64.add %36, %0
  %38: f64 = f64.add %37, %0
  %39: f64 = f64.add %38, %0
  %40: f64 = f64.add %39, %0
  %41: f64 = f64.add %40, %0
  return %41
}
