// @targets: native
// Members of process that Node has for its own modules, its debugger and its options, and process.execve.
const any: any = process;

function failure(name: string, action: () => any): void {
  try {
    console.log(name, action());
  } catch (error: any) {
    console.log(name + ":", error.name, error.code, error.message);
  }
}

if (process.argv.includes("replaced")) {
  console.log(process.argv.at(-1), process.env.WHO, Object.keys(process.env).length, process.pid === Number(process.env.PID));
} else {
  console.log(any.domain, any.debugPort, any._exiting, any._preload_modules, any.allowedNodeEnvironmentFlags instanceof Set);
  console.log(any.allowedNodeEnvironmentFlags.add("--x").has("--x"), any.allowedNodeEnvironmentFlags.delete("--x"), Object.isFrozen(any.allowedNodeEnvironmentFlags));
  failure("debugPort", () => { any.debugPort = 80; });
  any.debugPort = 9230;
  console.log(any.debugPort);
  failure("setSourceMapsEnabled", () => any.setSourceMapsEnabled(1));
  any.setSourceMapsEnabled(true);
  console.log(any.sourceMapsEnabled);
  failure("dlopen", () => any.dlopen());
  failure("binding", () => any.binding("nothing"));
  failure("_linkedBinding", () => any._linkedBinding("nothing"));
  failure("_debugProcess", () => any._debugProcess());
  failure("_debugEnd", () => any._debugEnd());
  failure("_startProfilerIdleNotifier", () => any._startProfilerIdleNotifier());
  failure("_stopProfilerIdleNotifier", () => any._stopProfilerIdleNotifier());
  const report = any.report.getReport(new RangeError("shown"));
  console.log(report.header.trigger, report.header.processId === process.pid, report.javascriptStack.message, report.header.cwd === process.cwd());
  for (const part of ["header", "javascriptHeap", "resourceUsage", "environmentVariables", "userLimits"]) console.log(part, typeof report[part], report[part] !== null);
  console.log(Array.isArray(report.sharedObjects), report.userLimits.open_files !== undefined, typeof report.resourceUsage.maxRss);
  any.report.excludeEnv = any.report.excludeNetwork = any.report.compact = true;
  console.log(any.report.getReport().environmentVariables, any.report.getReport().header.networkInterfaces, any.report.compact, any.report.signal);
  failure("report", () => any.report.getReport(5));
  failure("report.signal", () => { any.report.signal = "sigusr1"; });
  failure("report.compact", () => { any.report.compact = 5; });
  any.report.directory = "/nowhere";
  console.log(JSON.stringify(any.report.writeReport("x.json")), any.report.reportOnSignal, any.report.filename === "");
  console.log(any._kill(process.pid, 0), any._kill(99999999, 0), any.openStdin() === process.stdin);
  process.stdin.destroy();
  process.on("SIGUSR1", () => {});
  any._debugProcess(process.pid);
  process.nextTick(() => console.log("tick"));
  any._tickCallback();
  console.log("behind _tickCallback");
  failure("execve path", () => any.execve(5));
  failure("execve args", () => any.execve("/x", 5));
  failure("execve argument", () => any.execve("/x", ["a", "b\0"]));
  failure("execve env", () => any.execve("/x", [], 5));
  failure("execve variable", () => any.execve("/x", [], { A: 5 }));
  process.on("exit", () => console.log("exit", any._exiting));
  const kept: any = { name: "kept" };
  (globalThis as any).kept = kept;
  const gone: any = { name: "gone" };
  any.finalization.register(kept, (object: any, event: string) => console.log("finalization", object.name, event));
  any.finalization.register(gone, () => console.log("never"));
  any.finalization.registerBeforeExit(kept, (object: any, event: string) => {
    console.log("finalization", object.name, event);
    // Node runs its own program in its place, whose second argument is this file.
    const args = process.execPath.endsWith("node") ? [process.execPath, "--no-warnings", "--experimental-transform-types", process.argv[1], "replaced", "last"] : ["name", "replaced", "last"];
    setImmediate(() => any.execve(process.execPath, args, { WHO: "me", PID: String(process.pid) }));
  });
  any.finalization.unregister(gone);
  failure("finalization", () => any.finalization.register(5, () => {}));
  setTimeout(() => console.log("kept", kept.name), 5);
}
