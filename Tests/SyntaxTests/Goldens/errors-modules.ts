{ import z from "q"; export { k }; }
import type a, { b } from "x"; import type { type c } from "x"; import { "d" } from "x"; import { if } from "x";
export { "e" as f }; export { if }; export = 1; import g = require("g");
namespace N { import h from "h"; export * from "i"; export default 1; }
function nested() { namespace O {} }
module "quoted" {} declare module P { let q = 1; r(); function s() {} class T { u() {} } }
declare let v = 1; declare const w: number = 1; declare function x() {}
import y from "y" with { type: "json", type: "css", z: 1 };
import defer * as aa from "bb";
export as namespace CC;
export { "\uD800" as dd } from "ee";
enum ff { 1, [gg], hh = 1 }
function over(a: string): void;
function under() {}
@dec function ii() {}
