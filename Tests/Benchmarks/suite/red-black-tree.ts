/// A balanced search tree with any comparison: insertions, look-ups and removals.
type Color = "red" | "black";
type Compare<K> = (a: K, b: K) => number;

class TreeNode<K, V> {
  readonly key: K;
  value: V;
  color: Color = "red";
  left: TreeNode<K, V> | null = null;
  right: TreeNode<K, V> | null = null;
  parent: TreeNode<K, V> | null;

  constructor(key: K, value: V, parent: TreeNode<K, V> | null) {
    this.key = key;
    this.value = value;
    this.parent = parent;
  }
}

function isBlack<K, V>(node: TreeNode<K, V> | null): boolean {
  return node === null || node.color === "black";
}

class RedBlackTree<K, V> {
  private root: TreeNode<K, V> | null = null;
  private count = 0;
  private readonly compare: Compare<K>;

  constructor(compare: Compare<K>) {
    this.compare = compare;
  }

  get size(): number {
    return this.count;
  }

  get(key: K): V | undefined {
    return this.find(key)?.value;
  }

  set(key: K, value: V): void {
    let parent: TreeNode<K, V> | null = null;
    let node = this.root;
    let order = 0;
    while (node !== null) {
      order = this.compare(key, node.key);
      if (order === 0) {
        node.value = value;
        return;
      }
      parent = node;
      node = order < 0 ? node.left : node.right;
    }
    const added = new TreeNode(key, value, parent);
    if (parent === null) this.root = added;
    else if (order < 0) parent.left = added;
    else parent.right = added;
    this.count++;
    this.balanceInsertion(added);
  }

  delete(key: K): boolean {
    const node = this.find(key);
    if (node === null) return false;
    let removedColor = node.color;
    let child: TreeNode<K, V> | null;
    let childParent: TreeNode<K, V> | null;
    if (node.left === null || node.right === null) {
      child = node.left ?? node.right;
      childParent = node.parent;
      this.replace(node, child);
    } else {
      let next = node.right;
      while (next.left !== null) next = next.left;
      removedColor = next.color;
      child = next.right;
      if (next.parent === node) {
        childParent = next;
      } else {
        childParent = next.parent;
        this.replace(next, child);
        next.right = node.right;
        next.right.parent = next;
      }
      this.replace(node, next);
      next.left = node.left;
      next.left.parent = next;
      next.color = node.color;
    }
    this.count--;
    if (removedColor === "black") this.balanceRemoval(child, childParent);
    return true;
  }

  forEach(callback: (value: V, key: K) => void): void {
    const visit = (node: TreeNode<K, V> | null): void => {
      if (node === null) return;
      visit(node.left);
      callback(node.value, node.key);
      visit(node.right);
    };
    visit(this.root);
  }

  height(): number {
    const measure = (node: TreeNode<K, V> | null): number =>
      node === null ? 0 : 1 + Math.max(measure(node.left), measure(node.right));
    return measure(this.root);
  }

  private find(key: K): TreeNode<K, V> | null {
    let node = this.root;
    while (node !== null) {
      const order = this.compare(key, node.key);
      if (order === 0) return node;
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  private replace(node: TreeNode<K, V>, other: TreeNode<K, V> | null): void {
    const parent = node.parent;
    if (parent === null) this.root = other;
    else if (parent.left === node) parent.left = other;
    else parent.right = other;
    if (other !== null) other.parent = parent;
  }

  private rotateLeft(node: TreeNode<K, V>): void {
    const child = node.right!;
    node.right = child.left;
    if (child.left !== null) child.left.parent = node;
    this.replace(node, child);
    child.left = node;
    node.parent = child;
  }

  private rotateRight(node: TreeNode<K, V>): void {
    const child = node.left!;
    node.left = child.right;
    if (child.right !== null) child.right.parent = node;
    this.replace(node, child);
    child.right = node;
    node.parent = child;
  }

  private balanceInsertion(node: TreeNode<K, V>): void {
    let parent = node.parent;
    while (parent !== null && parent.color === "red") {
      const grandparent = parent.parent!;
      const onLeft = parent === grandparent.left;
      const uncle = onLeft ? grandparent.right : grandparent.left;
      if (uncle !== null && uncle.color === "red") {
        parent.color = "black";
        uncle.color = "black";
        grandparent.color = "red";
        node = grandparent;
      } else {
        if (node === (onLeft ? parent.right : parent.left)) {
          node = parent;
          if (onLeft) this.rotateLeft(node);
          else this.rotateRight(node);
          parent = node.parent!;
        }
        parent.color = "black";
        grandparent.color = "red";
        if (onLeft) this.rotateRight(grandparent);
        else this.rotateLeft(grandparent);
      }
      parent = node.parent;
    }
    this.root!.color = "black";
  }

  private balanceRemoval(node: TreeNode<K, V> | null, parent: TreeNode<K, V> | null): void {
    while (parent !== null && isBlack(node)) {
      const onLeft = node === parent.left;
      let sibling = (onLeft ? parent.right : parent.left)!;
      if (sibling.color === "red") {
        sibling.color = "black";
        parent.color = "red";
        if (onLeft) this.rotateLeft(parent);
        else this.rotateRight(parent);
        sibling = (onLeft ? parent.right : parent.left)!;
      }
      if (isBlack(sibling.left) && isBlack(sibling.right)) {
        sibling.color = "red";
        node = parent;
        parent = node.parent;
        continue;
      }
      if (isBlack(onLeft ? sibling.right : sibling.left)) {
        (onLeft ? sibling.left : sibling.right)!.color = "black";
        sibling.color = "red";
        if (onLeft) this.rotateRight(sibling);
        else this.rotateLeft(sibling);
        sibling = (onLeft ? parent.right : parent.left)!;
      }
      sibling.color = parent.color;
      parent.color = "black";
      (onLeft ? sibling.right : sibling.left)!.color = "black";
      if (onLeft) this.rotateLeft(parent);
      else this.rotateRight(parent);
      node = this.root;
      break;
    }
    if (node !== null) node.color = "black";
  }
}

const count = Number(process.argv[2] ?? 200_000);
const tree = new RedBlackTree<number, number>((a, b) => a - b);
let state = 1;
function nextKey(): number {
  state = (state * 48271) % 2147483647;
  return state % (count * 2);
}

let found = 0;
let removed = 0;
for (let i = 0; i < count; i++) tree.set(nextKey(), i);
for (let i = 0; i < count; i++) {
  if (tree.get(nextKey()) !== undefined) found++;
  if (tree.delete(nextKey())) removed++;
  tree.set(nextKey(), i);
}
let checksum = 0;
tree.forEach((value, key) => {
  checksum = (checksum * 31 + key + value) % 1000000007;
});
console.log(`${tree.size} keys, ${found} found, ${removed} removed, height ${tree.height()}, checksum ${checksum}`);
