// Editing lines on a terminal, key by key.
import * as readline from "node:readline";
import { PassThrough } from "node:stream";
const log = (...a: any[]) => console.log(...a);
const i: any = new PassThrough(); const o: any = new PassThrough(); let out = ""; o.on("data", (d: any) => out += d); o.columns = 40;
const rl: any = readline.createInterface({ input: i, output: o, terminal: true, completer: (l: string) => [["hello", "help"].filter((x) => x.startsWith(l)), l] });
for (const e of ["line", "close", "pause", "resume", "history", "SIGINT", "SIGTSTP"]) rl.on(e, (x: any) => log("ev", e, x));
i.on("keypress", (s: any, k: any) => log("key", JSON.stringify(s), JSON.stringify(k)));
rl.prompt();
const type = async (s: string) => { i.write(s); await new Promise((r) => setTimeout(r, 5)); log(JSON.stringify(out), JSON.stringify(rl.line), rl.cursor); out = ""; };
await type("abc"); await type("\x1b[D"); await type("X"); await type("\x7f"); await type("\r"); await type("\x1b[A"); await type("\x1b[B");
await type("one two"); await type("\x17"); await type("\x15"); await type("\x01"); await type("hel\t"); await type("\t"); await type("\x0b"); await type("\x1b[H\x1b[3~"); await type("\x1b[F"); await type("\n");
await type("foo bar baz"); await type("\x1bb\x1bb"); await type("\x1bd"); await type("\x0c"); await type("\x04"); await type("\x1b[C\x05"); await type("é😀"); await type("\x02\x06\x08"); await type("\x14"); await type("\x19");
await type("\x1b[1;5D\x1b[1;5C"); await type("\x1bOP\x1b[15~\x1b[200~"); await type("\r"); await type("\x03"); 
rl.question("Name? ", (x: any) => log("got", x)); await type("me\r"); await type("\x04");
log(rl.closed, rl.history);
