// @targets: native
// fork, messages in both serializations, and what becomes of the channel.
import { fork, spawn } from "node:child_process";

const role = process.argv.find((one) => one.startsWith("role="))?.slice(5);

function beChild(): void {
  console.log("child", process.connected, typeof process.send, typeof process.channel!.ref, process.env.NODE_CHANNEL_FD);
  process.on("message", (message: any) => {
    process.send!(message, (error: any) => { if (error !== null) console.log("child's error", error.message); });
    if (message === "bye") process.disconnect!();
  });
  process.on("disconnect", () => {
    console.log("child's disconnect", process.connected, process.channel);
    try {
      process.disconnect!();
    } catch (error: any) {
      console.log(error.code, error.message);
    }
    process.send!("late", (error: any) => console.log(error.code, error.message));
  });
}

/// Sends messages to a child that sends them back.
function exchange(serialization: "json" | "advanced", messages: any[]): Promise<void> {
  return new Promise((resolve) => {
    const child = fork(process.argv[1]!, ["role=child"], { serialization, silent: true });
    let output = "";
    child.stdout!.setEncoding("utf8").on("data", (text) => { output += text; });
    console.log(child.connected, child.stdio.length, child.stdio[3], typeof child.channel!.unref);
    child.on("message", (message, handle) => console.log("back", message, handle));
    child.on("disconnect", () => console.log("disconnect", child.connected, child.channel));
    child.on("exit", (code, signal) => console.log("exit", code, signal));
    child.on("close", (code, signal) => {
      console.log("close", code, signal);
      console.log(output);
      console.log(child.send("too late", (error: any) => {
        console.log(error.code);
        resolve();
      }));
    });
    for (const message of messages) {
      try {
        child.send(message);
      } catch (error: any) {
        console.log(error.name, error.code, error.message.split("\n")[0]);
      }
    }
    console.log(child.send("bye", undefined, (error) => console.log("sent", error)));
  });
}

async function beParent(): Promise<void> {
  const circular: any = { list: [1, 1.5, -0, 2 ** 31, "ü", "日本", null, undefined, true, -12345678901234567890n] };
  circular.self = circular;
  const sparse: any[] = [1, , 3];
  (sparse as any).extra = "x";
  await exchange("json", ["text\nof lines", 5, true, null, { a: [1, { b: "ü日" }], d: new Date(0), u: undefined }, "x".repeat(200000).length, undefined, () => {}, 5n]);
  await exchange("advanced", [
    circular, sparse, [], new Date(5), /a\/b/giy, new Map<any, any>([[1, { x: 1 }], ["k", [2]]]), new Set([1, "2"]),
    Buffer.from("hi"), new Float64Array([1.5, -2]), new BigInt64Array([5n]), new Uint8Array([1, 2]).buffer, Object(5), Object("s"),
    Object.assign(new TypeError("bad", { cause: 7 }), { stack: "its stack" }), Symbol("s"),
  ]);
  const big = fork(process.argv[1]!, ["role=child"], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await new Promise<void>((resolve) => {
    big.once("message", (message: any) => { console.log("large", message.length); big.send("bye"); });
    big.once("close", () => resolve());
    console.log(big.send("y".repeat(1000000)));
  });
  // The child of a program that says nothing, and one that is no program of ours.
  const silent = spawn("/bin/sh", ["-c", "echo $NODE_CHANNEL_FD $NODE_CHANNEL_SERIALIZATION_MODE; printf '{\"from\":\"sh\"}\\n' >&4; read line <&4; echo got $line"], {
    stdio: ["ignore", "pipe", "inherit", null, "ipc"] as any,
  });
  let said = "";
  silent.stdout!.on("data", (text) => { said += text; });
  await new Promise<void>((resolve) => {
    silent.on("message", (message) => { console.log("shell", message); silent.send({ to: "sh" }); });
    silent.on("disconnect", () => console.log("shell's disconnect"));
    silent.on("close", (code) => { console.log("shell's close", code, said); resolve(); });
  });
  const failures: (() => any)[] = [
    () => fork(5 as any), () => fork("x", 5 as any), () => fork("x", [], 5 as any), () => fork("x", { stdio: "x" as any }),
    () => fork("x", { stdio: ["pipe"] }), () => fork(process.argv[1]!, { stdio: ["ipc", "ipc"] }), () => fork("x", { serialization: "y" as any, execPath: "/bin/true" }),
    () => fork("x\0"), () => spawn("true", { stdio: ["ipc"], serialization: 5 as any }),
  ];
  for (const failure of failures) {
    try {
      console.log(failure());
    } catch (error: any) {
      console.log(error.name, error.code, error.message);
    }
  }
}

if (role === "child") beChild();
else await beParent();
