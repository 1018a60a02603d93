// Arrays of the constructor, short literals and subclasses behave like any other array.
const holes = new Array<number>(5);
console.log(holes.length, 2 in holes, holes.indexOf(undefined as any), JSON.stringify(holes));
holes[2] = 7;
holes.push(8);
console.log(holes, 2 in holes, 0 in holes, holes.length);
console.log(new Array<number>(3).fill(1).join(), new Array("a", "b").join(), Array(2).length, new Array(0).length);
for (const length of [-1, 1.5, 2 ** 32]) {
  try {
    new Array(length);
  } catch (error) {
    console.log((error as Error).message);
  }
}
const grid = Array.from({ length: 3 }, () => new Array<string>(3).fill("."));
grid[1][1] = "x";
console.log(grid.map((row) => row.join("")).join("/"));

class Stack<T> extends Array<T> {
  top(): T | undefined {
    return this[this.length - 1];
  }
}
const stack = new Stack<number>();
stack.push(1, 2);
stack[2] = 3;
console.log(stack.top(), stack.length, stack instanceof Stack, stack.map((x) => x * 2) instanceof Stack, [...stack].join());
stack.length = 1;
stack[3] = 9;
console.log(stack.length, 1 in stack, stack.top(), stack.shift(), stack.pop());
const sized = new Stack<number>(2);
sized.unshift(5);
console.log(sized.length, sized[0], 1 in sized);

// Short arrays grow out of their place, shrink, and are shifted.
const short = [1, 2, 3];
short.shift();
short.push(4, 5, 6, 7, 8, 9, 10);
short.unshift(0);
console.log(short.join(), short.splice(1, 3).join(), short.join());
const pairs: [number, string][] = [];
for (let i = 0; i < 1000; i++) pairs.push([i, "v" + i]);
for (const pair of pairs) if (pair[0] % 3 === 0) pair.push(pair[0] as any, pair[1] as any);
console.log(pairs.reduce((sum, [n, text]) => sum + n + text.length, 0), pairs[999].length, pairs[3].join());
const empty: number[] = [];
empty.length = 3;
console.log(empty, [,].length, [1, , 3].length, Object.keys([1, , 3]).join());

// An index key on a prototype is seen through the holes of all of them.
const gaps = new Array<number>(2);
const plain: any = {};
console.log(gaps[1], plain[1]);
(Object.prototype as any)[1] = "inherited";
console.log(gaps[1], plain[1], ([] as any)[1], new Stack(2)[1]);
delete (Object.prototype as any)[1];
console.log(gaps[1], plain[1]);
