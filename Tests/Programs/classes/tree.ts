// A binary search tree with recursion.
class TreeNode<K, V> {
  left?: TreeNode<K, V>;
  right?: TreeNode<K, V>;
  constructor(public key: K, public value: V) {}
}
class Tree<K, V> {
  root?: TreeNode<K, V>;
  size = 0;
  set(key: K, value: V): void {
    if (!this.root) { this.root = new TreeNode(key, value); this.size = 1; return; }
    let node = this.root;
    for (;;) {
      if (key === node.key) { node.value = value; return; }
      const side = key < node.key ? "left" : "right";
      const child = node[side];
      if (!child) { node[side] = new TreeNode(key, value); this.size++; return; }
      node = child;
    }
  }
  height(node = this.root): number { return node ? 1 + Math.max(this.height(node.left), node.right ? this.height(node.right) : 0) : 0; }
  walk(visit: (k: K, v: V) => void, node = this.root): void {
    if (!node) return;
    if (node.left) this.walk(visit, node.left);
    visit(node.key, node.value);
    if (node.right) this.walk(visit, node.right);
  }
}
const t = new Tree<number, string>();
for (let i = 0; i < 50; i++) t.set((i * 37) % 101, "v" + i);
t.set(37, "changed");
const keys: number[] = [];
t.walk((k, v) => { keys.push(k); if (v === "changed") console.log(k, v); });
console.log(t.size, keys.join(), keys.every((k, i) => i === 0 || keys[i - 1] < k));
