// JSON.stringify finds what no part of a program names: the method of buffers.
import { Buffer } from "node:buffer";
console.log(JSON.stringify(Buffer.from("ab")), JSON.stringify(Buffer.alloc(0)));
console.log(JSON.stringify({ a: Buffer.from("x"), b: [new Uint8Array(2)] }, null, 1));
console.log(JSON.stringify([Buffer.from("äb"), 1], (key, value) => (key === "data" ? value.length : value)));
class Tagged {
  toString() {
    return "t";
  }
}
console.log(JSON.stringify({ t: new Tagged(), d: new Date(0) }));
const method: any = (Buffer.prototype as any)["to" + (process.argv.length > 0 ? "JSON" : "")];
console.log(method.call(new Uint8Array([1, 255])), method.call(Float64Array.of(-0, 1.5)), method.length, method.name);
for (const value of [[1], undefined, "ab", { length: 1 }] as any[]) {
  try {
    method.call(value);
  } catch (e) {
    console.log((e as Error).message);
  }
}
