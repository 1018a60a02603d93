// Atomics on one agent.
function attempt(action: () => unknown): void {
  try {
    console.log(action());
  } catch (error) {
    console.log(String(error));
  }
}
const a = new Int16Array(new SharedArrayBuffer(8));
console.log(Atomics.add(a, 0, 5), Atomics.sub(a, 0, 7), Atomics.load(a, 0), Atomics.store(a, 1, 70000.7), a[1]);
console.log(Atomics.and(a, 1, 0xff), Atomics.or(a, 1, 3), Atomics.xor(a, 1, -1), Atomics.exchange(a, 1, 9), Atomics.load(a, 1));
console.log(Atomics.compareExchange(a, 1, 9, -4), Atomics.compareExchange(a, 1, 9, 1), Atomics.compareExchange(a, 1, 65532, 2), a.join());
const b = new BigUint64Array(2);
console.log(Atomics.add(b, 1, -1n), Atomics.load(b, 1), Atomics.exchange(b, 1, 2n ** 65n + 4n), b.join());
console.log(Atomics.isLockFree(1), Atomics.isLockFree(3), Atomics.isLockFree(8), Object.prototype.toString.call(Atomics));
const shared = new Int32Array(new SharedArrayBuffer(8));
console.log(Atomics.wait(shared, 0, 1), Atomics.wait(shared, 0, 0, 5), Atomics.notify(shared, 0), Atomics.notify(new Int32Array(1), 0, 3));
attempt(() => Atomics.add([] as any, 0, 0));
attempt(() => Atomics.add(new Float64Array(2) as any, 0, 0));
attempt(() => Atomics.add(a, 4, 0));
attempt(() => Atomics.load(a, -1));
attempt(() => Atomics.wait(new Int32Array(2), 0, 0, 0));
attempt(() => Atomics.wait(a as any, 0, 0, 0));
attempt(() => Atomics.store(a, 0, 1n as any));
attempt(() => Atomics.store(b, 0, 1 as any));
