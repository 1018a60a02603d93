import { odd, seenFromB } from "./b.ts";
export function even(n: number): boolean { return n === 0 ? true : odd(n - 1); }
export const name = "module a";
export function nameOfA() { return name + " " + seenFromB(); }
console.log("a done");
