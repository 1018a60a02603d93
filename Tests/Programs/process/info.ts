// What process tells about the program; the values depend on the machine.
console.log(typeof process.pid, typeof process.cwd(), process.cwd().startsWith("/"), typeof process.platform, typeof process.arch, process.version.startsWith("v24"), process.versions.node.split(".")[0]);
const start = process.hrtime();
let x = 0;
for (let i = 0; i < 1000; i++) x += i;
const [s, ns] = process.hrtime(start);
console.log(s >= 0, ns >= 0 && ns < 1e9, start.length, x, process.uptime() >= 0, process.uptime() < 60);
const memory = process.memoryUsage();
console.log(memory.rss >= 0, memory.heapUsed <= memory.heapTotal, Object.keys(memory), typeof process.memoryUsage.rss());
console.log(process.stdout.isTTY, typeof process.stdout.write, process.stdout.fd, process.stderr.fd, process.stdin.fd, process.stdout.write(""));
process.env.POLYGLOT_A = undefined;
(process.env as any).POLYGLOT_B = 5;
process.env.POLYGLOT_B += "6";
console.log(process.env.POLYGLOT_A, process.env.POLYGLOT_B, "POLYGLOT_A" in process.env, delete process.env.POLYGLOT_A, "POLYGLOT_A" in process.env, { ...process.env }.POLYGLOT_B, process.env.POLYGLOT_A, Object.keys(process.env).includes("POLYGLOT_B"));
const before = process.cwd();
process.chdir("/");
console.log(process.cwd(), before.length > 1);
