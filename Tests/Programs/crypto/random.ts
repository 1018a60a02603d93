// Random numbers: what they look like, and what is refused.
import {
  generateKeySync, getRandomValues, randomBytes, randomFill, randomFillSync, randomInt, randomUUID, webcrypto,
} from "node:crypto";

function show(what: string, run: () => any): void {
  try {
    console.log(what, run());
  } catch (error: any) {
    console.log(what, error.name, error.code, error.message);
  }
}

const zeros = (bytes: any): number => [...bytes].filter((byte: number) => byte === 0).length;
show("bytes", () => [randomBytes(0).length, randomBytes(100).length, zeros(randomBytes(1000)) < 30, Buffer.isBuffer(randomBytes(1))].join());
show("two differ", () => !randomBytes(16).equals(randomBytes(16)));
show("size", () => randomBytes(-1));
show("no size", () => randomBytes("a" as any));
const filled = Buffer.alloc(20);
show("fill", () => randomFillSync(filled, 10, 5) === filled && zeros(filled.subarray(0, 10)) + zeros(filled.subarray(15)) === 15);
show("fill numbers", () => randomFillSync(new Uint32Array(4), 1, 2).filter((n) => n === 0).length);
show("fill offset", () => randomFillSync(Buffer.alloc(4), 5));
show("fill size", () => randomFillSync(Buffer.alloc(4), 1, 5));
show("fill text", () => randomFillSync("a" as any));
show("int", () => {
  const counts = [0, 0, 0, 0, 0];
  for (let i = 0; i < 2000; i++) counts[randomInt(-2, 3) + 2]++;
  return counts.every((count) => count > 250);
});
show("large int", () => {
  const value = randomInt(2 ** 40, 2 ** 47);
  return Number.isSafeInteger(value) && value >= 2 ** 40 && value < 2 ** 47;
});
show("int order", () => randomInt(5, 3));
show("int range", () => randomInt(0, 2 ** 50));
show("int type", () => randomInt("a" as any));
const form = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const uuids = new Set(Array.from({ length: 300 }, (_, i) => randomUUID({ disableEntropyCache: i % 2 === 0 })));
show("uuid", () => [uuids.size, [...uuids].every((uuid) => form.test(uuid)), form.test(crypto.randomUUID())].join());
show("uuid options", () => randomUUID(5 as any));
show("values", () => [getRandomValues(new Int16Array(3)).length, crypto.getRandomValues(new BigUint64Array(2)).length].join());
show("values of floats", () => crypto.getRandomValues(new Float32Array(4) as any));
show("too many values", () => crypto.getRandomValues(new Uint8Array(70000)));
show("global", () => [webcrypto === crypto, Object.prototype.toString.call(crypto), typeof crypto.subtle].join());
show("key", () => [generateKeySync("aes", { length: 192 }).symmetricKeySize, generateKeySync("hmac", { length: 71 }).symmetricKeySize].join());
show("key length", () => generateKeySync("aes", { length: 64 }));

randomBytes(40, (error, bytes) => {
  console.log("later", error, bytes.length, zeros(bytes) < 10);
  randomFill(new Uint8Array(8), 4, (second, view) => {
    console.log("later", second, zeros(view.subarray(0, 4)));
    randomInt(3, 4, (third, value) => console.log("later", third, value));
  });
});
console.log("end");
