// passes: keep-regexps
func @f(arg0 %0: boxed) -> boxed {
b0:
  %1: boxed = regexp.new ["a", ""]
  %2: boxed = call.method %1, %0 "test"
  %3: boxed = regexp.new ["b", "g"]
  %4: boxed = call.method %3, %0 "test"
  %5: boxed = regexp.new ["c", "gi"]
  %6: boxed = call.native %0, %5, %0 "rt_native_string_replace"
  %7: boxed = regexp.new ["d", "y"]
  %8: boxed = call.native %0, %7, %0 "rt_native_string_replace"
  %9: boxed = regexp.new ["e", ""]
  %10: boxed = call.native %0, %0, %9 "rt_native_string_replace"
  %11: boxed = regexp.new ["f", ""]
  %12: boxed = call.method %0, %11 "split"
  %13: boxed = regexp.new ["g", ""]
  %14: boxed = call.method %13, %13 "exec"
  %15: boxed = regexp.new ["h", ""]
  return %15
}
