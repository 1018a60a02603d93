// Reading where there is nothing, with static types that say otherwise.
const numbers: number[] = [1, 2, 3];
let sum = 0;
for (let i = 0; i <= 3; i++) sum += numbers[i];
console.log(sum, numbers[3] + 1, numbers[-1] * 2, numbers[10] === undefined, numbers[1.5], -numbers[7], numbers[3] | 0, numbers[99] >>> 0);
const text = "abc";
console.log(text[5], text[5] + "!", text.charCodeAt(9) + 1);
const points: { x: number; y: number }[] = [{ x: 1, y: 2 }];
try {
  console.log(points[1].x);
} catch (e) {
  console.log((e as Error).message);
}
const map: Record<string, number> = { a: 1 };
console.log(map["b"] + 1, map.constructor === (Object as any), map["a"] + map["a"]);
const m = new Map<string, { n: number }>();
try {
  console.log(m.get("q")!.n);
} catch (e) {
  console.log((e as Error).message);
}
const grid: number[][] = [[1], []];
console.log(grid[0][0] + grid[1][0], grid[1][0] ?? "hole");
numbers[5] = 9;
for (const n of numbers) console.log(n + 1);
let x: number = numbers[4];
x++;
console.log(x, Math.max(...numbers), numbers.indexOf(undefined as any));
