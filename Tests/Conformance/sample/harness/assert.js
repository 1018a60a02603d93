// A stand-in for test262's harness, to test the runner with.
function assert(condition, message) {
  if (!condition) throw new Test262Error(message);
}
