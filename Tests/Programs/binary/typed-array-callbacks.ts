// Methods of typed arrays that call back.
const a = Float64Array.of(1, 2.5, -3, 4);
console.log(a.map((x) => x * 2).join(), a.filter((x) => x > 0).join(), a.reduce((x, y) => x + y), a.reduceRight((x, y) => x + y, "" as any));
console.log(a.every((x) => x > -5), a.some((x) => x > 5), a.find((x) => x > 1), a.findIndex((x) => x > 9), a.findLast((x) => x > 1));
console.log(a.findLastIndex((x) => x < 0), new Uint8Array(3).map((_, i) => 300 + i).join());
a.forEach((value, index, array) => console.log(value, index, array === a));
a.forEach(function (this: any) {
  this.count = (this.count ?? 0) + 1;
}, globalThis);
console.log((globalThis as any).count);
console.log(a.sort((x, y) => y - x).join(), a.toSorted((x, y) => x - y).join(), a.join());
console.log(new Int8Array([1, 2, 3, 4, 5]).sort((x, y) => (x % 2) - (y % 2)).join());
console.log(new Float64Array([3, NaN, 1]).sort((x, y) => x - y).join(), new Float64Array([2, -0, 0]).toSorted((x, y) => x - y).join());
const calls: string[] = [];
new Uint8Array([3, 1, 2]).sort((x, y) => {
  calls.push(x + ":" + y);
  return x - y;
});
console.log(calls.join(" "));

// Callbacks that resize or detach.
const buffer = new ArrayBuffer(4, { maxByteLength: 8 });
const view = new Uint8Array(buffer).fill(1);
console.log(view.map((x, i) => {
  if (i === 1) buffer.resize(2);
  return x + 1;
}).join());
buffer.resize(8);
const seen: unknown[] = [];
view.forEach((x, i) => {
  if (i === 2) buffer.transfer();
  seen.push(x);
});
console.log(seen, view.length);

function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
attempt(() => a.map(1 as any));
attempt(() => a.sort(1 as any));
attempt(() => new Int8Array(0).reduce((x) => x));
attempt(() => a.map(() => { throw new Error("stop"); }));
attempt(() => view.every(() => true));
class Short extends Uint8Array {
  static get [Symbol.species](): any {
    return class extends Uint8Array {
      constructor() {
        super(1);
      }
    };
  }
}
attempt(() => new Short(2).map((x) => x));
attempt(() => new Short(2).slice());
attempt(() => new Short(2).filter(() => true));
