// Names, lengths, own properties, call and apply.
function named(a: number, b: string) { return a + b; }
const arrow = (x = 1, ...y: number[]) => x;
const o = { method() {}, get acc() { return 1; }, ["comp" + 1]: () => {}, [Symbol("sym")]: function () {} };
console.log(named.name, named.length, arrow.name, arrow.length, o.method.name, (o as any).comp1.name, (function () {}).name === "");
console.log(Object.getOwnPropertyDescriptor(o, "acc")!.get!.name, (o as any)[Object.getOwnPropertySymbols(o)[0]].name, named.bind(null).name);
(named as any).extra = { a: 1 };
console.log(named, [arrow, o.method], (named as any).extra.a, typeof named, named instanceof Function, "prototype" in arrow, "prototype" in named);
console.log(named.call(null, 1, "x"), named.apply(null, [2, "y"]), Math.max.apply(null, [1, 5, 3]), Reflect.apply(named, null, [3, "z"]));
let anon = function () {};
const { a = () => {} } = {} as any;
console.log(anon.name, a.name, ((x: any) => x)(() => {}).name);
