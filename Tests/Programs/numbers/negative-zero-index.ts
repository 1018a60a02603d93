function t(a: Int32Array, i: number, c: boolean, n: number) { const v = a[i]; let k: number; if (c) k = i; else k = n | 0; return Object.is(k, -0) + " " + v; }
console.log(t(new Int32Array([1]), -0, true, 3));
function g(a: any[], i: number, c: boolean, n: number) { const v = a[i]; let k: number; if (c) k = i; else k = (n | 0) + 1; return 1 / k + " " + v.v; }
console.log(g([{ v: 1 }], -0, true, 3));
function h(a: number[], i: number, c: boolean, n: number) { const v = a[i]; let k: number; if (c) k = i; else k = (n | 0) + 1; return 1 / k + " " + (v + 1); }
console.log(h([4], -0, true, 3), h([4], 0, true, 3), h([4], 0.5, true, 3), h([4], NaN, true, 3), h([4], -1, true, 3));
const z = [1, 2];
z[-0] = 7;
console.log(z[-0], z[0], 1 / -0, new Uint8Array([3])[-0]);
