// @exit: 7
// What process emits by itself, and its listeners.
import { kill, pid } from "node:process";

process.on("warning", (warning) => console.log("warning", warning.name, warning.message, (warning as any).code));
process.emitWarning("first");
process.emitWarning("second", "MyWarning", "CODE1");
process.emitWarning(new RangeError("third"));
for (const wrong of [[5], ["x", 5], ["x", "y", 5]]) {
  try {
    process.emitWarning(...(wrong as [any, any, any]));
  } catch (error: any) {
    console.log(error.code, error.message);
  }
}

const listener = (...values: any[]) => console.log("mine", values);
(process as any).on("mine", listener).once("mine", () => console.log("once")).prependListener("mine", () => console.log("first"));
console.log((process as any).emit("mine", 1, 2), (process as any).emit("mine"), (process as any).listenerCount("mine"));
(process as any).off("mine", listener).removeAllListeners("mine");
console.log((process as any).emit("mine"), (process as any).eventNames().includes("mine"));

process.once("SIGUSR2", (name: any, number: any) => {
  console.log("signal", name, number);
  process.on("SIGTERM", () => {
    console.log("terminated");
    clearInterval(waiting);
  });
  kill(pid, "SIGTERM");
});
const waiting = setInterval(() => {}, 1000);
console.log(process.kill(process.pid, 0), process.kill(process.pid, "SIGUSR2"));
try {
  process.kill(process.pid, "SIGNONE");
} catch (error: any) {
  console.log(error.code, error.message);
}
try {
  process.kill(2 ** 30, 0);
} catch (error: any) {
  console.log(error.code, error.syscall, error.errno);
}
console.log(typeof process.ppid, process.umask(0o22) === process.umask(), typeof process.hrtime.bigint(), process.getuid!() === process.geteuid!());
console.log(typeof process.uptime(), process.release.name, process.argv.length, process.execArgv);
process.stdout.write("written\n", () => console.log("callback"));

process.on("uncaughtExceptionMonitor", (error: any, origin) => console.log("monitor", error.message, origin));
process.on("exit", (code) => {
  console.log("exit", code, process.exitCode);
  process.exitCode = 7;
  process.nextTick(() => console.log("never"));
});
process.on("beforeExit", () => {
  console.log("before exit");
  setTimeout(() => {
    throw new Error("the end");
  }, 1);
});
