// What goes to standard error does not show in standard output.
console.error("to stderr", { a: 1 });
console.warn("warning %s", "x");
console.assert(false, "assertion %s", "text");
console.assert(false);
console.log("to stdout");
console.trace("trace");
console.error();
process.stderr.write("raw\n");
process.stdout.write("raw ");
process.stdout.write("out\n");
console.countReset("never counted");
console.timeEnd("no such timer");
console.log("end");
