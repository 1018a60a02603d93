/// Floating point over arrays of numbers: the largest singular value of an infinite matrix, by the power method.
function element(row: number, column: number): number {
  const diagonal = row + column;
  return 1 / ((diagonal * (diagonal + 1)) / 2 + row + 1);
}

function multiply(vector: number[]): number[] {
  return vector.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < vector.length; column++) sum += element(row, column) * vector[column]!;
    return sum;
  });
}

function multiplyTransposed(vector: number[]): number[] {
  return vector.map((_, row) => {
    let sum = 0;
    for (let column = 0; column < vector.length; column++) sum += element(column, row) * vector[column]!;
    return sum;
  });
}

function dot(a: number[], b: number[]): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const size = Number(process.argv[2] ?? 3000);
let u = new Array<number>(size).fill(1);
let v: number[] = [];
for (let i = 0; i < 10; i++) {
  v = multiplyTransposed(multiply(u));
  u = multiplyTransposed(multiply(v));
}
console.log(Math.sqrt(dot(u, v) / dot(v, v)).toFixed(9));
