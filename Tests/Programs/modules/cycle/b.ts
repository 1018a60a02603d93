import { even, name } from "./a.ts";
export function odd(n: number): boolean { return n === 0 ? false : even(n - 1); }
export function seenFromB() { return "seen " + name; }
try {
  console.log(name);
} catch (e) {
  console.log(String(e));
}
console.log("b done");
