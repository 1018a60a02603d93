// What console.log shows for values of all kinds.
console.log([undefined, null, true, -0, NaN, "it's", 'a"b', "a\nb", Symbol("s")], { u: undefined, f() {}, g: () => 1, h: class A {}, i: class B extends Array {} });
console.log({ a: 1, "b-c": 2, 3: 4, [Symbol("k")]: 5, nested: { deep: { deeper: { deepest: 1 } } } }, [[[[]]]], [[[[1]]]]);
console.log([1, , 3], [, ,], Object.assign([1], { k: "v" }), new Array(200).fill(7), "x".repeat(5));
console.log(new Map<any, any>([["k", { a: 1 }], [{ o: 1 }, new Map()]]), new Set(["a", [1]]), new Map().entries(), [1, 2][Symbol.iterator](), new Set([5]).values());
console.log(Object.create(null), Object.create({ x: 1 }), new (class Foo { x = 1; #p = 2; get g() { return 1; } })(), new (class extends Map {})(), new (class Bar {})());
console.log({ get a() { return 1; }, set a(v) {}, get b() { return 1; }, set c(v: number) {} }, [function named() {}, function () {}, Math.max, Symbol]);
const self: any = { name: "loop" };
self.self = self;
self.list = [self, { self }];
console.log(self);
console.log(new Number(3), new String("str"), new Boolean(false), Object(Symbol("x")), [new String("in array")]);
console.log(globalThis === globalThis, [Math, JSON, Reflect], { m: Math });
console.log(Array.from({ length: 27 }, (_, i) => i * 1000), Array.from({ length: 10 }, (_, i) => "word" + i), ["a", 1, "b", 2, "c", 3, "d"]);
