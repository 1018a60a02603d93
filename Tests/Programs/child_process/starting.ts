// @targets: native
// Children beside the program: events, connections, signals, errors.
import { ChildProcess, exec, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";

/// Runs a child to its end and says what happened, in an order that does not depend on the system.
async function watch(what: string, child: any, during?: (child: any) => void): Promise<void> {
  const said: string[] = [];
  const texts: string[] = ["", "", "", "", ""];
  for (const name of ["spawn", "error", "exit", "close"]) {
    child.on(name, (a: any, b: any) => {
      said.push(a instanceof Error ? [name, a.name, a.message, (a as any).code, (a as any).syscall, (a as any).path, (a as any).spawnargs].join(" ") : [name, a, b].join(" "));
    });
  }
  child.stdio?.forEach((stream: any, index: number) => index > 0 && stream?.setEncoding("utf8").on("data", (text: string) => (texts[index] += text)));
  during?.(child);
  await once(child, "close").catch(() => once(child, "close"));
  console.log(what + ":", said.join(", "), JSON.stringify(texts.join("|")), child.exitCode, child.signalCode, child.killed, typeof child.pid);
}

await watch("output", spawn("sh", ["-c", "echo out; echo err >&2"]));
await watch("input", spawn("cat"), (child) => {
  child.stdin.write("one ");
  child.stdin.end("two");
});
await watch("status", spawn("sh", ["-c", "exit 7"]));
await watch("nothing", spawn("no-such-program", ["a", "b"]));
await watch("no folder", spawn("true", { cwd: "/no/such/folder" }));
await watch("kill", spawn("sleep", ["10"]), (child) => console.log(child.kill(), child.kill(0), child.killed));
await watch("ignores SIGTERM", spawn("sh", ["-c", "trap '' TERM; echo ready; sleep 0.2; echo still"]), (child) => {
  child.stdout.once("data", () => child.kill());
});
await watch("timeout", spawn("sleep", ["10"], { timeout: 50, killSignal: "SIGINT" }));
const controller = new AbortController();
await watch("abort", spawn("sleep", ["10"], { signal: controller.signal }), () => controller.abort());
await watch("aborted", spawn("sleep", ["10"], { signal: AbortSignal.abort() }));
await watch("stdio", spawn("sh", ["-c", "echo x >&3; echo y; cat <&4"], { stdio: ["ignore", "ignore", "inherit", "pipe", "pipe"] }), (child) => {
  console.log(child.stdio.map((stream: any) => stream !== null).join(), child.stdin, child.stdout);
  child.stdio[4].end("from the program\n");
});
await watch("shell", spawn("echo $A", { shell: true, env: { A: "5" } }));
await watch("detached", spawn("sh", ["-c", "test $$ = $(cut -d' ' -f6 /proc/$$/stat) && echo leads"], { detached: true }));
await watch("leaves", spawn("head", ["-c", "5"]), (child) => {
  child.stdin.on("error", (error: any) => console.log(error.code));
  child.stdin.write(Buffer.alloc(1 << 20, "x"));
});
{
  const child: any = spawn("cat");
  let size = 0;
  child.stdout.on("data", (chunk: any) => (size += chunk.length));
  child.stdin.end(Buffer.alloc(2 << 20));
  await once(child, "close");
  console.log("much", size, child instanceof ChildProcess, child.spawnfile, child.spawnargs, child.connected);
}

const show = (what: string) => (error: any, stdout: any, stderr: any): void => {
  console.log(what, error && [error.name, error.message, error.code, error.killed, error.signal, error.cmd, error.path].join(" "), [stdout, stderr]);
};
const calls: [string, (done: any) => any][] = [
  ["exec", (done) => exec("echo hi; echo err >&2", done)],
  ["exec fails", (done) => exec("exit 3", done)],
  ["exec too long", (done) => exec("sleep 5", { timeout: 50 }, done)],
  ["exec too much", (done) => exec("yes", { maxBuffer: 10 }, done)],
  ["execFile", (done) => execFile("printf", ["%s", "äö"], { encoding: "buffer" }, done)],
  ["execFile nothing", (done) => execFile("no-such-program", ["a"], done)],
  ["execFile aborted", (done) => execFile("sleep", ["5"], { signal: AbortSignal.abort() }, done)],
];
for (const [what, call] of calls) {
  const child = call(show(what));
  await once(child, "close").catch(() => once(child, "close"));
}
console.log(await promisify(exec)("echo promised"));
await promisify(execFile)("false").catch((error: any) => console.log(error.message, error.code, [error.stdout, error.stderr]));

const bad: (() => any)[] = [
  () => spawn("true", { stdio: [Buffer.from("a") as any] }), () => spawn("true", { signal: 5 as any }), () => exec(5 as any),
  () => execFile("true", 5 as any), () => execFile("true", [], 5 as any), () => execFile("true", [], {}, 5 as any),
  () => spawn("true").kill("SIGX" as any),
];
for (const call of bad) {
  try {
    call();
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
}
const idle = spawn("sleep", ["20"], { stdio: "ignore" });
idle.unref();
process.on("exit", () => console.log("exit", idle.kill("SIGKILL")));
