// Variables that functions share, copy, or take from their own object.
export {};
function counter() {
  let n = 0;
  return { inc: () => ++n, get value() { return n; }, set value(v) { n = v; } };
}
const c1 = counter();
c1.inc();
c1.inc();
console.log(c1.value);
c1.value = 10;
console.log(c1.inc());

const thunks: (() => number)[] = [];
for (let i = 0; i < 3; i++) thunks.push(() => i++);
for (let i = 0, f = () => i; i < 2; i++) thunks.push(f);
for (const k of [7, 8]) thunks.push(() => k);
for (const k in { x: 1, y: 2 }) thunks.push(() => k.length + k.charCodeAt(0));
console.log(thunks.map((f) => f()), thunks.map((f) => f()));

function outer(a: number) {
  const b = a + 1;
  function g() { return x + b; }
  const x = 1;
  const h = () => g() + a;
  a = 100;
  return [h(), g()];
}
console.log(outer(1));

function mutual(n: number) {
  function even(k: number): boolean { return k === 0 || odd(k - 1); }
  function odd(k: number): boolean { return k !== 0 && even(k - 1); }
  return [even(n), odd(n)];
}
console.log(mutual(7));

function mutualWithCapture(n: number) {
  let calls = 0;
  function even(k: number): boolean { calls++; return k === 0 || odd(k - 1); }
  function odd(k: number): boolean { calls++; return k !== 0 && even(k - 1); }
  return [even(n), odd(n), calls];
}
console.log(mutualWithCapture(7));

const fact = function f(n: number): number { return n <= 1 ? 1 : n * f(n - 1); };
const arrowFact = (n: number): number => (n <= 1 ? 1 : n * arrowFact(n - 1));
function localFact(m: number) {
  const rec = (n: number): number => (n <= 1 ? 1 : n * rec(n - 1));
  const viaObject = (n: number): number => (n <= 1 ? m : n * viaObject(n - 1));
  return [rec(5), viaObject(4), [1, 2, 3].map(rec)];
}
console.log(fact(5), arrowFact(6), localFact(3));

function parameters(a: number, f = () => a, b = f() + 1) {
  var a2 = a;
  a = 5;
  return [f(), a2, b];
}
console.log(parameters(1), parameters(2, () => 9), parameters(3, undefined, 4));

function shadowed(x: string, g = () => x) {
  var x: string;
  const before = x;
  x = "inner";
  return [before, x, g()];
}
console.log(shadowed("outer"));

function rest(first: number, ...more: number[]) { return [first, more.length, more]; }
const restArrow = (...xs: number[]) => xs.length;
const list = [4, 5, 6];
console.log(rest(1), rest(1, 2, 3), rest(0, ...list), restArrow(...list), restArrow(1, ...list, 2), restArrow());
const spreadLocal = () => { const f = (a: number, b: number) => a * b; return f(...([6, 7] as [number, number])); };
console.log(spreadLocal());

function argumentsLength() { return arguments.length + [].slice.call(arguments).length; }
console.log((argumentsLength as any)(1, 2, 3), argumentsLength());
function arrowArguments() { return (() => arguments[0])(); }
console.log((arrowArguments as any)("first"));
const fnExpr = function () { return arguments.length; };
console.log((fnExpr as any)(1, 2), fnExpr.name, fact.name, arrowFact.name, (() => 1).name, rest.length, parameters.length);

function newTarget(this: any) { return new.target === undefined ? "call" : "new"; }
console.log(newTarget.call(null), typeof new (newTarget as any)());
function Legacy(this: any, v: number) { this.v = v; this.get = () => this.v; }
Legacy.prototype.twice = function () { return this.v * 2; };
const legacy = new (Legacy as any)(21);
console.log(legacy.twice(), legacy.get(), legacy instanceof (Legacy as any));

function tdz() {
  try { use(); } catch (e) { console.log((e as Error).name, (e as Error).message); }
  function use() { return late; }
  const late = 3;
  return use();
}
console.log(tdz());
try { console.log(early); } catch (e) { console.log((e as Error).message); }
let early = 1;
const readEarly = () => early;
console.log(readEarly());
{
  console.log(hoisted());
  function hoisted() { return "hoisted"; }
}
function blockFunctions(flag: boolean) {
  const results: string[] = [];
  if (flag) {
    const tag = "inside";
    results.push(f());
    function f() { return typeof tag === "string" ? "f" : "?"; }
  }
  switch (1 as number) {
    case 0: let z = 1; results.push(String(z));
    case 1: z = 2; results.push(String(z), g());
      function g() { return "g" + z; }
  }
  return results;
}
try { console.log(blockFunctions(true)); } catch (e) { console.log((e as Error).message); }
var varLoop: (() => number)[] = [];
for (var v = 0; v < 2; v++) varLoop.push(() => v);
console.log(varLoop.map((f) => f()));
const iife = ((n: number) => { let s = 0; while (n > 0) { const m = n; s += (() => m)(); n--; } return s; })(4);
console.log(iife);
function deepCapture(a: number) { return () => { const b = a + 1; return () => { let c = b + 1; return () => (c += a); }; }; }
const dc = deepCapture(1)()();
console.log(dc(), dc());
const objThis = { v: 1, arrow() { return [1, 2].map((x) => x + this.v); }, nested() { return (() => (() => this.v)())(); } };
console.log(objThis.arrow(), objThis.nested());

const held = { reset: () => { shared = 0; }, add: (n: number) => (shared += n) };
let shared = 5;
held.add(2);
console.log(shared);
held.reset();
console.log(shared);
