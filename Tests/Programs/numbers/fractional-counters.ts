// Counters that are integers on some ways through a loop only: what returns to the fast loop is not taken for one.
const mixed: unknown[] = [null, null, 5];
function halves(limit: number): number {
  let count = 0;
  for (let i = 0; i < limit / 2; i += 0.5) {
    mixed[i + 1] = undefined;
    if (count++ > 100) return -1;
  }
  return count;
}

function quarters(list: unknown[], limit: number): string {
  const seen: number[] = [];
  for (let i = 0; i < limit; i = i + 1 - 0.75) {
    list[i] = i;
    seen.push(i);
    if (seen.length > 100) return "endless";
  }
  return seen.join();
}

function downwards(list: number[], from: number, step: number): string {
  const seen: number[] = [];
  for (let i = from; i > -1; i -= step) {
    if (list[i] !== undefined) seen.push(list[i]!);
    else seen.push(-1);
    if (seen.length > 100) return "endless";
  }
  return seen.join();
}

console.log(halves(3), mixed);
console.log(quarters([1, 2, 3], 2), quarters(["a"], 1));
console.log(downwards([4, 5, 6], 2, 1), downwards([4, 5, 6], 2, 0.5), downwards([4, 5, 6], 2, 0.25));
