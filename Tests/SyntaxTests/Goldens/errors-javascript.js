let a: number = 1;
function f(b?: string, c: T): void {}
interface I {} type T = 1; enum E {} namespace N {} declare const d;
class C<T> implements I { private x; y: number; z!; constructor(public w) {} }
let g = a as any, h = a!, i = a satisfies T, j = <any>a;
import type k from "k"; export type { l } from "l"; import m = require("m");
f < number > (1);
abstract class D {}
function over(a);
