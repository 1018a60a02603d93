// process.exit ends at once, with finally blocks left out, listeners run.
// @exit: 3
process.on("exit", (code) => console.log("exit listener", code, process.exitCode));
function stop(): void {
  try {
    console.log("before");
    process.exit(3);
  } finally {
    console.log("never: finally");
  }
}
stop();
console.log("never");
