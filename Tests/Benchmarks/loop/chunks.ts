// A million chunks of 100 bytes through a Readable, a PassThrough and a Writable.
import { PassThrough, Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

const chunk = Buffer.alloc(100, "x");
let left = 1_000_000;
let size = 0;
const source = new Readable({ read() { this.push(left-- > 0 ? chunk : null); } });
const target = new Writable({ write(data, encoding, done) { size += data.length; done(); } });
await pipeline(source, new PassThrough(), target);
console.log(size);
