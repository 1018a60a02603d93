// Standard streams as streams.
// @stdin: stdio.txt
import { Readable, Writable } from "node:stream";
process.stdout.write("one\n");
console.log(process.stdout.fd, process.stderr.fd, process.stdin.fd, process.stdout.writable, (process.stdout as any).isTTY, typeof (process.stdout as any).cursorTo);
process.stdout.once("drain", () => console.log("drain"));
console.log(process.stdout instanceof (Writable as any), process.stdout.write("two\n", () => console.log("written")));
console.log(process.stdout === process.stdout, process.stdout.listenerCount("drain"), (process.stdout as any).writableLength, process.stdout.writableHighWaterMark);
process.stdout.write(Buffer.from("bytes\n"));
process.stdout.write("6869", "hex");
process.stdout.cork();
process.stdout.write("\ncorked ");
process.stdout.write("text\n");
process.stdout.uncork();
Readable.from(["p", "q\n"]).pipe(process.stdout as any);
process.stdin.setEncoding("utf8");
let text = "";
process.stdin.on("end", () => console.log("end", JSON.stringify(text)));
for await (const chunk of process.stdin) text += chunk;
console.log(process.stdin.readableEnded);
try {
  (process.stdout as any).write(5);
} catch (error: any) {
  console.log(error.code);
}
