// An uncaught error ends the program with status 1 after what was printed.
// @exit: 1
console.log("before");
function fail(n: number): number {
  if (n === 0) throw new Error("uncaught");
  return fail(n - 1) + 1;
}
fail(3);
console.log("never");
