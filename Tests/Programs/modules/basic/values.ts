console.log("values evaluated");
export const a = 1;
const b = "bee";
export { b };
export let count = 0;
export function inc() { return ++count; }
export default function (x: number) { return x * 10; }
export class Shape { constructor(private s: number) {} area() { return this.s ** 2; } }
export interface OnlyType { q: number }
