// A dense switch on integers and a sparse one, as interpreters have.
function step(op: number, a: number, b: number): number {
  switch (op) {
    case 0: return a + b;
    case 1: return a - b;
    case 2: return a * b;
    case 3: return b === 0 ? 0 : Math.trunc(a / b);
    case 4: return a & b;
    case 5: return a | b;
    case 6: return a ^ b;
    case 7: return a << (b & 31);
    case 100: return -a;
    case -1: return b;
    case 1e10: return 42;
    default: return NaN;
  }
}
for (const op of [0, 1, 2, 3, 4, 5, 6, 7, 8, 100, -1, 1e10, 0.5, NaN, -0]) console.log(op, step(op, 13, 5));
const program = [[0, 5], [2, 3], [1, 4], [7, 2], [6, 255], [3, 7]];
let acc = 1;
for (const [op, arg] of program) acc = step(op, acc, arg);
console.log(acc);
