/// Pauses of a program that allocates as fast as it can: short-lived trees beside 500 MB of trees that live long, of
/// which one after the other is replaced as a whole.
class Tree {
  readonly left: Tree | null;
  readonly right: Tree | null;
  readonly value: number;

  constructor(left: Tree | null, right: Tree | null, value: number) {
    this.left = left;
    this.right = right;
    this.value = value;
  }

  sum(): number {
    return this.value + (this.left === null ? 0 : this.left.sum()) + (this.right === null ? 0 : this.right.sum());
  }
}

function makeTree(depth: number): Tree {
  return depth === 0 ? new Tree(null, null, 1) : new Tree(makeTree(depth - 1), makeTree(depth - 1), depth);
}

const COUNT = 160;
const kept: Tree[] = [];
for (let i = 0; i < COUNT; i++) kept.push(makeTree(15));

let total = 0;
for (let round = 0; round < 3000; round++) {
  total += makeTree(13).sum();
  if (round % 10 === 0) kept[(round * 7) % COUNT] = makeTree(15);
}
console.log(total, kept.length);
