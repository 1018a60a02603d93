// Nested arrays of numbers.
function multiply(a: number[][], b: number[][]): number[][] {
  const result: number[][] = [];
  for (let i = 0; i < a.length; i++) {
    const row: number[] = [];
    for (let j = 0; j < b[0].length; j++) {
      let sum = 0;
      for (let k = 0; k < b.length; k++) sum += a[i][k] * b[k][j];
      row.push(sum);
    }
    result.push(row);
  }
  return result;
}
const m = Array.from({ length: 4 }, (_, i) => Array.from({ length: 4 }, (_, j) => i * 4 + j));
console.log(multiply(m, m));
const transposed = m[0].map((_, j) => m.map((row) => row[j]));
console.log(transposed.map((r) => r.join(" ")).join("\n"));
const shared = new Array(2).fill([0]);
shared[0][0] = 5;
console.log(shared, m.flat().reduce((a, b) => a + b), m.map((r) => Math.max(...r)));
const grid: number[][] = [];
for (let y = 0; y < 3; y++) {
  grid[y] = [];
  for (let x = 0; x < 3; x++) grid[y][x] = x ^ y;
}
console.log(grid, grid[5]?.[1], grid[1]?.[7]);
