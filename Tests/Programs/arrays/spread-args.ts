// Spread in calls and constructors, rest parameters.
function f(a: number, b = 2, ...rest: number[]): string { return `${a} ${b} ${rest.length} [${rest}]`; }
const args: [number, number, number, number] = [1, 2, 3, 4];
console.log(f(1), f(...args), f(0, ...[9], ...new Set([7, 8])), f.length, f.apply(null, args), f.call(null, 5, undefined, 6));
class P { constructor(public x: number, public y: number) {} }
const xy: [number, number] = [3, 4];
console.log(new P(...xy), Math.max(...[], 1, ...[5, 2]), [..."ab", ...[1], ...new Map([[1, 2]])]);
const bound = f.bind(null, 10, 20);
console.log(bound(30, 40), bound.length, bound.name);
const all = (...xs: unknown[]) => xs;
console.log(all(...[1, , 3]), all(...""), all.length);
try {
  f(...(5 as any));
} catch (e) {
  console.log(String(e));
}
