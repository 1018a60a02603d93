// @targets: native
// Children that the program waits for: results, descriptors, limits, errors.
import { execFileSync, execSync, spawnSync } from "node:child_process";

function show(what: string, run: () => any): void {
  try {
    const result: any = run();
    if (result && result.pid) result.pid = typeof result.pid;
    if (result && result.error) result.error = [result.error.message, result.error.code, result.error.errno, result.error.path, result.error.spawnargs].join();
    console.log(what, result);
  } catch (error: any) {
    console.log(what, error.name, error.code, error.message, Object.keys(error).join());
  }
}
const utf8: any = { encoding: "utf8" };

show("bytes", () => spawnSync("echo", ["hi"]));
show("text", () => spawnSync("cat", { ...utf8, input: "Grüße" }));
show("latin1", () => spawnSync("printf", ["\\344"], { encoding: "latin1" }).stdout);
show("bytes in", () => spawnSync("cat", { ...utf8, input: new Uint16Array([0x6261, 0x6463]) }).stdout);
show("much", () => spawnSync("cat", { input: Buffer.alloc(900000, "x") }).stdout.length);
show("status", () => spawnSync("sh", ["-c", "echo out; echo err >&2; exit 3"], utf8));
show("signal", () => spawnSync("sh", ["-c", "kill -9 $$"], utf8));
show("nothing", () => spawnSync("no-such-program", ["a"], utf8));
show("no folder", () => spawnSync("true", { ...utf8, cwd: "/no/such/folder" }).error!.message);
show("not executable", () => spawnSync("/etc/passwd").error!.message);
show("timeout", () => spawnSync("sleep", ["5"], { ...utf8, timeout: 60 }));
show("kill signal", () => spawnSync("sleep", ["5"], { timeout: 60, killSignal: "SIGKILL" }).signal);
show("too much", () => spawnSync("sh", ["-c", "echo 0123456789; sleep 5"], { ...utf8, maxBuffer: 5 }));
show("stdio", () => spawnSync("sh", ["-c", "echo 1; echo 2 >&2; echo 3 >&3"], { ...utf8, stdio: ["ignore", "pipe", "ignore", "pipe"] }));
show("inherit", () => spawnSync("echo", ["inherited"], { stdio: ["ignore", 1, "inherit"] }));
show("shell", () => spawnSync("echo $0 $A $#", { ...utf8, shell: true, env: { A: "x" } }).stdout);
show("environment", () => spawnSync("/usr/bin/env", { ...utf8, env: { A: "1", B: undefined, C: "a=b" } as any }).stdout);
show("folder", () => spawnSync("pwd", { ...utf8, cwd: new URL("file:///usr/") }).stdout);
show("argv0", () => spawnSync("sh", ["-c", "echo $0"], { ...utf8, argv0: "name" }).stdout);
show("ignored signals", () => spawnSync("grep", ["-E", "SigBlk|SigIgn", "/proc/self/status"], utf8).stdout);
show("descriptors", () => spawnSync("ls", ["/proc/self/fd"], utf8).stdout.replaceAll("\n", " "));
show("execSync", () => execSync("echo hi; exit 0").toString());
show("execSync fails", () => execSync("echo hi; echo bad >&2; exit 4", { stdio: "pipe", encoding: "utf8" }));
show("execFileSync", () => execFileSync("cat", { input: "abc", encoding: "base64" }));
show("execFileSync fails", () => execFileSync("sh", ["-c", "exit 2"]));
show("execFileSync nothing", () => execFileSync("no-such-program"));

// Arguments.
const bad: [any, any?, any?][] = [
  [5], [""], ["a\0b"], ["true", 5], ["true", [], 5], ["true", ["a\0"]], ["true", { cwd: 5 }], ["true", { uid: "a" }],
  ["true", { shell: 5 }], ["true", { argv0: 5 }], ["true", { timeout: -1 }], ["true", { maxBuffer: -1 }], ["true", { killSignal: "SIGX" }],
  ["true", { killSignal: {} }], ["true", { detached: 5 }], ["true", { stdio: "x" }], ["true", { stdio: 5 }], ["true", { stdio: ["ipc"] }],
  ["true", { stdio: [{}] }], ["true", { input: 5 }], ["true", { env: { a: "\0" } }],
];
for (const [file, args, options] of bad) show("bad", () => spawnSync(file, args, options));

let statuses = 0;
for (let i = 0; i < 20; i++) statuses += spawnSync("sh", ["-c", "exit " + i]).status!;
console.log(statuses, spawnSync("sh", ["-c", "ls /proc/" + process.pid + "/fd | wc -l"], utf8).stdout.length > 0);
