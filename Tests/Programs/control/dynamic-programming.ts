// Tables: longest common subsequence, knapsack, edit distance.
function lcs(a: string, b: string): string {
  const t: number[][] = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) t[i][j] = a[i - 1] === b[j - 1] ? t[i - 1][j - 1] + 1 : Math.max(t[i - 1][j], t[i][j - 1]);
  let r = "";
  for (let i = a.length, j = b.length; i > 0 && j > 0; ) {
    if (a[i - 1] === b[j - 1]) { r = a[i - 1] + r; i--; j--; } else if (t[i - 1][j] >= t[i][j - 1]) i--; else j--;
  }
  return r;
}
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}
function knapsack(w: number[], v: number[], cap: number): number {
  const best = new Array<number>(cap + 1).fill(0);
  for (let i = 0; i < w.length; i++) for (let c = cap; c >= w[i]; c--) best[c] = Math.max(best[c], best[c - w[i]] + v[i]);
  return best[cap];
}
console.log(lcs("AGGTABQXYZ", "GXTXAYBZ"), distance("kitten", "sitting"), distance("", "abc"), knapsack([1, 3, 4, 5], [1, 4, 5, 7], 7));
