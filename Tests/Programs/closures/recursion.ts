// Mutual recursion, deep recursion, Ackermann.
const isEven = (n: number): boolean => (n === 0 ? true : isOdd(n - 1));
const isOdd = (n: number): boolean => (n === 0 ? false : isEven(n - 1));
console.log(isEven(1000), isOdd(7));
function ack(m: number, n: number): number { return m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1)); }
console.log(ack(2, 3), ack(2, 9));
function hanoi(n: number, a: string, b: string, c: string, moves: string[]): string[] {
  if (n > 0) { hanoi(n - 1, a, c, b, moves); moves.push(a + c); hanoi(n - 1, b, a, c, moves); }
  return moves;
}
console.log(hanoi(4, "A", "B", "C", []).join(" "));
function permutations<T>(xs: T[]): T[][] { return xs.length < 2 ? [xs] : xs.flatMap((x, i) => permutations([...xs.slice(0, i), ...xs.slice(i + 1)]).map((p) => [x, ...p])); }
console.log(permutations([1, 2, 3]).map((p) => p.join("")).join());
const depth = (n: number): number => (n === 0 ? 0 : 1 + depth(n - 1));
console.log(depth(5000));
