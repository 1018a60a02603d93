// process.exitCode sets the status of a normal end.
// @exit: 7
console.log(process.exitCode);
process.exitCode = 5;
console.log(process.exitCode);
for (const bad of ["x", 1.5, {}, true] as any[]) {
  try {
    process.exitCode = bad;
  } catch (e: any) {
    console.log(e.code, e.message);
  }
}
process.once("exit", (code) => {
  console.log("first", code);
  process.exitCode = 7;
});
process.on("exit", (code) => console.log("second", code));
console.log("end of the module");
