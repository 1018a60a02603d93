// push, pop, shift, unshift, splice, reverse, fill, copyWithin.
const a: number[] = [];
console.log(a.push(1), a.push(2, 3, 4), a.pop(), a.shift(), a.unshift(9, 8), a);
console.log([].pop(), [].shift(), a.splice(1, 2), a, a.splice(1, 0, 5, 6, 7), a, a.splice(-2), a, a.splice(0), a);
console.log([1, 2, 3, 4, 5].splice(1, 2, ...[10, 20, 30]), [1, 2, 3].reverse(), [1, , 3].reverse(), new Array(3).fill(0), [1, 2, 3, 4].fill(7, 1, -1));
console.log([1, 2, 3, 4, 5].copyWithin(0, 3), [1, 2, 3, 4, 5].copyWithin(1, 0, 3));
const queue: number[] = [];
for (let i = 0; i < 100; i++) {
  queue.push(i);
  if (i % 3 === 2) queue.shift();
}
console.log(queue.length, queue[0], queue[queue.length - 1]);
const b = [1, 2, 3];
b.length = 0;
b.push(4);
b[b.length] = 5;
console.log(b, [3, 1, 2].with(1, 9), [1, 2, 3].toReversed(), [1, 2, 3, 4].toSpliced(1, 2, "x" as any));
