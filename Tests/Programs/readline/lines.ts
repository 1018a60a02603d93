// Lines of streams: events, questions, iteration and errors.
import * as readline from "node:readline";
import { Readable, PassThrough } from "node:stream";
import * as rp from "node:readline/promises";
const log = (...a: any[]) => console.log(...a);
log(Object.keys(readline), Object.keys(rp));
const i: any = new PassThrough(); const o: any = new PassThrough(); o.on("data", (d: any) => log("out", JSON.stringify(String(d))));
const rl: any = readline.createInterface({ input: i, output: o, prompt: "$ " });
for (const e of ["line", "close", "pause", "resume", "history", "SIGINT"]) rl.on(e, (x: any) => log("ev", e, x));
i.write("a\r"); i.write("\nb\n"); i.write("c\r\nd\u2028e\rf");
await new Promise((r) => setTimeout(r, 20));
rl.prompt(); rl.question("q? ", (a: any) => log("answer", a)); log(rl.getPrompt());
i.write("yes\n");
await new Promise((r) => setTimeout(r, 20));
log(rl.line, rl.cursor, rl.terminal, rl.history, rl.historySize, rl.closed, rl.paused, rl.crlfDelay, rl.tabSize, rl.escapeCodeTimeout);
rl.write("typed\n"); rl.pause(); rl.resume(); rl.setPrompt("> "); log(rl.getCursorPos());
i.end("last");
await new Promise((r) => setTimeout(r, 20));
for (const f of ["pause", "resume", "prompt", "close", "question"]) try { rl[f]("x", () => {}); log(f, "ok"); } catch (e: any) { log(f, e.code, e.message); }
for await (const l of readline.createInterface({ input: Readable.from(["x\ny", "z\n\nw"]) })) log("it", l);
const p: any = rp.createInterface({ input: Readable.from(["one\n", "two\n"]) as any });
log(await p.question("Q"));
p.close();
try { await p.question("x"); } catch (e: any) { log(e.code, e.message); }
for (const f of [() => readline.createInterface({ input: i, historySize: -1 }), () => readline.createInterface({ input: i, completer: 1 } as any), () => readline.createInterface({ input: i, prompt: "x", tabSize: 0 }), () => readline.createInterface({input: i, history: 1} as any)]) try { f(); log("ok"); } catch (e: any) { log(e.name, e.code, e.message); }
log(readline.cursorTo(o, 3), readline.cursorTo(o, 3, 4), readline.moveCursor(o, -1, 2), readline.clearLine(o, 0), readline.clearLine(o, 1), readline.clearScreenDown(o), readline.moveCursor(o, 0, 0), readline.clearLine(null as any, 0));
try { readline.cursorTo(o, "a" as any); } catch (e: any) { log(e.code, e.message); }
