// @targets: native
// Hashes, HMACs and ciphers as streams.
import { createCipheriv, createDecipheriv, createHash, createHmac, Hash } from "node:crypto";
import { once } from "node:events";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";

const hash: any = createHash("sha1");
hash.write("a");
hash.end("b");
console.log(hash.read(), hash.readable, hash.writableEnded, hash instanceof Transform, hash instanceof Hash);

const listening: any = createHash("md5").on("data", (chunk: any) => console.log("data", chunk)).on("finish", () => console.log("finish"));
Readable.from(["a", "b"]).pipe(listening);
await once(listening, "end");
const text: any = createHash("md5", { encoding: "base64", defaultEncoding: "hex" } as any);
text.end("6162");
console.log(text.read());
const hmac: any = createHmac("md5", "k").setEncoding("hex");
hmac.end("x");
for await (const chunk of hmac) console.log("hmac", chunk);

const key = Buffer.alloc(32, 1);
const iv = Buffer.alloc(16, 2);
const parts: string[] = [];
await pipeline(
  Readable.from([Buffer.from("secret "), "text", Buffer.alloc(40, "x")]), createCipheriv("aes-256-cbc", key, iv) as any,
  createDecipheriv("aes-256-cbc", key, iv) as any, async (source: any) => {
    for await (const chunk of source) parts.push(chunk.toString());
  },
);
console.log(parts.join(""));
const failing: any = createDecipheriv("aes-256-cbc", key, iv);
failing.on("error", (error: any) => console.log("error", error.code));
failing.end(Buffer.alloc(15));
await new Promise((resolve) => failing.on("close", resolve));
const readable: any = createCipheriv("aes-256-ctr", key, iv).once("readable", () => console.log("readable", readable.read()));
readable.write("abc");
