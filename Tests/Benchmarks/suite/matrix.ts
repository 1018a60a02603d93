/// Matrices as arrays of arrays: products, and determinants by elimination with pivoting.
type Matrix = number[][];

function generate(size: number, seed: number): Matrix {
  let state = seed;
  const matrix: Matrix = [];
  for (let i = 0; i < size; i++) {
    const row: number[] = [];
    for (let j = 0; j < size; j++) {
      state = (state * 48271) % 2147483647;
      row.push(state / 2147483647 - 0.5);
    }
    matrix.push(row);
  }
  return matrix;
}

function multiply(a: Matrix, b: Matrix): Matrix {
  const rows = a.length;
  const inner = b.length;
  const columns = b[0]!.length;
  const product: Matrix = [];
  for (let i = 0; i < rows; i++) {
    const row = new Array<number>(columns).fill(0);
    for (let k = 0; k < inner; k++) {
      const factor = a[i]![k]!;
      const other = b[k]!;
      for (let j = 0; j < columns; j++) row[j]! += factor * other[j]!;
    }
    product.push(row);
  }
  return product;
}

function transpose(matrix: Matrix): Matrix {
  return matrix[0]!.map((_, column) => matrix.map((row) => row[column]!));
}

function determinant(matrix: Matrix): number {
  const rows = matrix.map((row) => [...row]);
  let result = 1;
  for (let column = 0; column < rows.length; column++) {
    let pivot = column;
    for (let i = column + 1; i < rows.length; i++) {
      if (Math.abs(rows[i]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = i;
    }
    if (rows[pivot]![column] === 0) return 0;
    if (pivot !== column) {
      [rows[pivot], rows[column]] = [rows[column]!, rows[pivot]!];
      result = -result;
    }
    const top = rows[column]!;
    result *= top[column]!;
    for (let i = column + 1; i < rows.length; i++) {
      const row = rows[i]!;
      const factor = row[column]! / top[column]!;
      for (let j = column; j < rows.length; j++) row[j]! -= factor * top[j]!;
    }
  }
  return result;
}

function trace(matrix: Matrix): number {
  return matrix.reduce((sum, row, i) => sum + row[i]!, 0);
}

const size = Number(process.argv[2] ?? 300);
let product = generate(size, 42);
const other = generate(size, 7);
for (let round = 0; round < 15; round++) {
  product = multiply(product, round % 2 === 0 ? transpose(other) : other);
  const scale = 1 / Math.sqrt(size / 12);
  product = product.map((row) => row.map((value) => value * scale));
}
console.log(`trace ${trace(product).toFixed(9)}`);
for (let seed = 1; seed <= 10; seed++) {
  console.log(`determinant ${seed}: ${Math.log(Math.abs(determinant(generate(size, seed)))).toFixed(6)}`);
}
