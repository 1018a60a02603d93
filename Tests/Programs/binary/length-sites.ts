// The lengths of typed arrays and of what looks like them, read by one place of the program: their getter is not always called.
function len(x: any): any { return x.length; }
const log: any[] = [];
const all: any[] = [new Uint8Array(3), Buffer.from("hello"), new Float64Array(4), [1, 2], "abc", { length: 9 }, new Int8Array(1)];
for (let round = 0; round < 30; round++) for (const x of all) log.push(len(x));
console.log(log.length, log.reduce((a, b) => a + b, 0));
const one: any = Buffer.alloc(7);
let sum = 0;
for (let i = 0; i < 100; i++) sum += len(one);
console.log(sum);
// A buffer that is taken away, or grows.
const resizable = new ArrayBuffer(4, { maxByteLength: 16 });
const tracking: any = new Uint8Array(resizable), fixed: any = new Uint8Array(resizable, 1, 3);
console.log(len(tracking), len(fixed));
resizable.resize(8);
console.log(len(tracking), len(fixed));
resizable.resize(2);
console.log(len(tracking), len(fixed));
const gone: any = new Uint8Array(5);
console.log(len(gone));
structuredClone(gone.buffer, { transfer: [gone.buffer] });
console.log(len(gone));
class Mine extends Uint8Array { get length() { return 42; } }
console.log(len(new Mine(2)), len(new Uint8Array(2)));
const own: any = new Uint8Array(6);
Object.defineProperty(own, "length", { value: "own" });
console.log(len(own), len(new Uint8Array(6)));
const other: any = new Uint8Array(6);
Object.setPrototypeOf(other, { length: "other" });
console.log(len(other), len(new Uint8Array(6)));
const descriptor = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(Uint8Array.prototype), "length")!;
Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), "length", { get() { return "changed"; }, configurable: true });
console.log(len(one), len(new Uint8Array(1)), len(all[0]));
Object.defineProperty(Object.getPrototypeOf(Uint8Array.prototype), "length", descriptor);
console.log(len(one), len(new Uint8Array(1)));
Object.defineProperty(Buffer.prototype, "length", { get() { return "buffer's"; }, configurable: true });
console.log(len(one), len(new Uint8Array(1)));
const inherited: any = Object.create(one);
try { console.log(len(inherited)); } catch (error: any) { console.log(error.name); }
delete (Buffer.prototype as any).length;
try { console.log(len(one), len(inherited)); } catch (error: any) { console.log(error.name); }
