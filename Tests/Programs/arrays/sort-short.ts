// Nothing is read or written where there is nothing to sort.
const one = Object.freeze([3]);
console.log((one as any).sort() === one);
console.log((one as any).sort(() => 1));
console.log((Object.freeze([]) as any).sort());
const accessor = Object.defineProperty([0] as any, 0, { get: () => console.log("get"), set: () => console.log("set") });
console.log(accessor.sort().length);
console.log(Array.prototype.sort.call({ length: 1, get 0() { return console.log("read"); } }).length);
console.log(Object.freeze([3]).toSorted());
try {
  (Object.freeze([2, 1]) as any).sort();
} catch (error) {
  console.log(String(error));
}
try {
  (one as any).sort(1);
} catch (error) {
  console.log(String(error));
}
