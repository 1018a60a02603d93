// Helpers call `next` and `return` of generators and built-in iterators in programs that never name them.
function* numbers(n: number) {
  for (let i = 0; i < n; i++) {
    try {
      yield i;
    } finally {
      console.log("left", i);
    }
  }
}
console.log(numbers(6).filter((q) => q !== 1).map((q) => [q]).take(2).toArray());
console.log(numbers(6).take(2).toArray());
console.log([5, 6, 7].values().take(2).toArray(), new Set([1, 2]).values().map((x) => x * 2).toArray());
console.log(new Map([[1, 2]]).entries().take(1).toArray());
