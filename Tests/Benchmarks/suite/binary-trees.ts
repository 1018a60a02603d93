/// Allocation: many short-lived trees beside one that lives long.
class Tree {
  readonly left: Tree | null;
  readonly right: Tree | null;

  constructor(left: Tree | null, right: Tree | null) {
    this.left = left;
    this.right = right;
  }

  count(): number {
    return 1 + (this.left === null ? 0 : this.left.count()) + (this.right === null ? 0 : this.right.count());
  }
}

function makeTree(depth: number): Tree {
  return depth === 0 ? new Tree(null, null) : new Tree(makeTree(depth - 1), makeTree(depth - 1));
}

const maximum = Number(process.argv[2] ?? 18);
const longLived = makeTree(maximum);
for (let depth = 4; depth <= maximum; depth += 4) {
  const iterations = 2 ** (maximum - depth + 4);
  let nodes = 0;
  for (let i = 0; i < iterations; i++) nodes += makeTree(depth).count();
  console.log(`${iterations} trees of depth ${depth}: ${nodes} nodes`);
}
console.log(`long-lived tree of depth ${maximum}: ${longLived.count()} nodes`);
