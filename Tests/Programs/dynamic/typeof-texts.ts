// `typeof` compared with texts, in all ways, of values of all kinds.
const values: any[] = [
  undefined, null, true, false, 0, -0, 1.5, NaN, 2n, "", "text", Symbol("s"), {}, [], () => 1, class A {}, new Proxy({}, {}),
  new Proxy(() => 1, {}), new Date(0), new Map(), /x/, Object(1), Object("s"), Object(2n), async function f() {}, [,][0],
];
const kinds = ["undefined", "object", "boolean", "number", "bigint", "string", "symbol", "function"];
const tests: ((x: any) => any)[] = [
  (x) => typeof x === "undefined", (x) => typeof x === "object", (x) => typeof x === "boolean", (x) => typeof x === "number",
  (x) => typeof x === "bigint", (x) => typeof x === "string", (x) => typeof x === "symbol", (x) => typeof x === "function",
];
const negated: ((x: any) => any)[] = [
  (x) => typeof x !== "undefined", (x) => typeof x !== "object", (x) => typeof x != "boolean", (x) => typeof x != "number",
  (x) => !(typeof x == "bigint"), (x) => typeof x !== "string", (x) => "symbol" !== typeof x, (x) => "function" != typeof x,
];
let wrong = 0;
for (const value of values) {
  const row = tests.map((test) => (test(value) ? 1 : 0));
  if (kinds[row.indexOf(1)] !== typeof value || row.filter((one) => one).length !== 1) wrong++;
  negated.forEach((test, i) => { if (test(value) !== !row[i]) wrong++; });
  console.log(row.join(""), typeof value);
}
console.log(wrong);

const texts: any = ["string", "nothing"];
console.log(typeof "" === texts[0], (typeof "" as any) === "nothing", (typeof "" as any) === texts[1]);
declare const nowhere: any;
console.log(typeof nowhere === "undefined", typeof nowhere !== "undefined", typeof nowhere === "function");
try {
  console.log(typeof early === "undefined");
} catch (error) {
  console.log((error as Error).name);
}
let early = 1;

function kindOf(x?: any): string {
  if (typeof x === "function") return "f" + x.length;
  if (typeof x === "string") return "s" + x.length;
  if (typeof x === "number") return "n" + (x + 1);
  if (typeof x === "bigint") return "b" + (x + 1n);
  return x === undefined ? "u" : x === null ? "0" : undefined !== x && null !== x ? "o" : "?";
}
let text = "";
for (let i = 0; i < 3; i++) for (const value of [1, "ab", kindOf, 5n, null, undefined, {}, true, -0]) text += kindOf(value) + " ";
console.log(text, kindOf(), early);
console.log([null, undefined, 0, false, "", NaN].map((x: any) => [x === null, x !== null, x === undefined, undefined !== x, null === x].map(Number).join("")).join(" "));
