// A status given as text, and process.exit inside a listener.
// @exit: 9
process.on("exit", (code) => {
  console.log("listener", code);
  if (code === 4) process.exit(9);
});
process.exit("4" as any);
