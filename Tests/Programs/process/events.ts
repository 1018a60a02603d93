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

// WASI knows neither signals nor users.
const isWASI = process.platform as string === "wasi";
if (isWASI) {
  console.log("ERR_UNKNOWN_SIGNAL ESRCH kill -3");
  setTimeout(() => console.log("signal SIGUSR2 12\nterminated"), 50);
} else {
  process.once("SIGUSR2", (name: any, number: any) => {
    console.log("signal", name, number);
    process.on("SIGTERM", () => {
      console.log("terminated");
      clearInterval(waiting);
    });
    kill(pid, "SIGTERM");
  });
  const waiting = setInterval(() => {}, 1000);
  setTimeout(() => process.kill(process.pid, "SIGUSR2"), 20);
  const codes: any[] = [];
  for (const [target, signal] of [[process.pid, "SIGNONE"], [2 ** 30, 0]] as [number, any][]) {
    try {
      process.kill(target, signal);
    } catch (error: any) {
      codes.push(error.code, error.syscall, error.errno);
    }
  }
  console.log(codes.filter((code) => code !== undefined).join(" "));
}
console.log(typeof process.ppid, typeof process.umask(), typeof process.hrtime.bigint(), process.getuid!() === process.geteuid!());
console.log(typeof process.uptime(), process.release.name, process.argv.length);
process.stdout.write(new Uint8Array([98, 121, 116, 101, 115, 10]));
process.stdout.write("written\n", () => console.log("callback"));
for (const encoding of ["hex", "latin1", "UTF8"] as const) process.stdout.write("6869", encoding);
console.log();

function attempt(f: () => unknown) {
  try {
    console.log(f());
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}
attempt(() => process.stdout.write("x", "nope" as any));
for (const mask of ["9", "", 1.5, -1, {}]) attempt(() => process.umask(mask as any));
for (const usage of [5, { user: -1, system: 0 }, { user: 1 }]) attempt(() => process.cpuUsage(usage as any));
attempt(() => process.setMaxListeners(-1));
attempt(() => {
  (process as any).once("raw", listener);
  const wrapper: any = process.rawListeners("raw" as any)[0];
  wrapper(1);
  return [wrapper === listener, wrapper.listener === listener, wrapper, process.listenerCount("raw")];
});
if (isWASI) console.log("Error: uv_signal_start EINVAL EINVAL -22 uv_signal_start 0");
else {
  try {
    process.on("SIGKILL", () => {});
  } catch (error: any) {
    console.log(String(error), error.code, error.errno, error.syscall, process.listenerCount("SIGKILL"));
  }
}

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
