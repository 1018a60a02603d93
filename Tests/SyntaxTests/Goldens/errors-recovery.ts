let x = 3
foo(a b); bar();
let o = { a: 1 b: 2, c: 3 };
if (x { foo(); }
let y = ;
function f( { return 1 }
const z = [1, 2;
a b c
)
let ok = 1;
for (;;
class A { 5 + 5; ok() {} }
switch (x) { foo; case 1: }
let t: = 1, u: Array<string = 2;
enum E { a b }
interface I { a: 1 b: 2; * }
import { x y } from "z";
import from;
let last = 1;
