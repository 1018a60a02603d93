// Reflect: receivers, new targets, results instead of exceptions.
const t = (f: () => unknown) => { try { console.log(f()); } catch (e) { console.log((e as Error).name + ": " + (e as Error).message); } };
const o: any = { get x() { return this.y; }, set x(v) { this.z = v; }, y: 1 };
console.log(Reflect.get(o, "x", { y: 2 }), Reflect.set(o, "x", 5, Object.create(null)), o.z);
const receiver: any = {};
console.log(Reflect.set({ a: 1 }, "a", 2, receiver), receiver, Reflect.set({}, "a", 2, 1 as any), Reflect.set(Object.freeze({ a: 1 }), "a", 2));
Object.defineProperty(receiver, "r", { value: 1 });
console.log(Reflect.set({ r: 1 }, "r", 2, receiver), Reflect.set({}, "g", 1, Object.defineProperty({}, "g", { get() { return 1; } })));
class A { kind: string; constructor() { this.kind = new.target.name; } } class B { }
const made: any = Reflect.construct(A, [], B);
console.log(made instanceof B, made instanceof A, made.kind, Reflect.construct(Array, [3], B) instanceof B, Array.isArray(Reflect.construct(Array, [3], B)));
console.log(Reflect.construct(Error, ["m"], A).constructor === A, Reflect.construct(Map, [], B) instanceof B);
console.log(Reflect.apply(Math.max, null, { length: 2, 0: 1, 1: 3 } as any), Reflect.apply(function (this: any) { return this; }, 7, []));
console.log(Reflect.defineProperty(o, "y", { get: () => 9 } as any), o.y, Reflect.deleteProperty(Object.freeze({ a: 1 }), "a"), Reflect.has(o, "toString"));
console.log(Reflect.ownKeys({ b: 1, 2: 1, [Symbol.iterator]: 1, a: 1, 1: 1 }), Reflect.getPrototypeOf([]) === Array.prototype);
t(() => Reflect.get(1 as any, "x")); t(() => Reflect.ownKeys("s" as any)); t(() => Reflect.apply(1 as any, null, [])); t(() => Reflect.apply(Math.max, null, 1 as any)); t(() => Reflect.setPrototypeOf({}, 1 as any)); t(() => Reflect.defineProperty({}, "x", 1 as any)); t(() => Reflect.construct(A, 1 as any));
console.log(Object.prototype.toString.call(Reflect), Reflect[Symbol.toStringTag as never]);
