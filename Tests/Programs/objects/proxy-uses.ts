// What people do with proxies: defaults, validation, negative indices, revocation, private members, arrays.
const t = (f: () => unknown) => { try { console.log(f()); } catch (e) { console.log((e as Error).message); } };
const withDefault = (o: any) => new Proxy(o, { get: (target, key) => key in target ? target[key] : `no ${String(key)}` });
const w = withDefault({ a: 1 });
console.log(w.a, w.b);
const validated: any = new Proxy({}, {
  set(target: any, key, value) {
    if (typeof value !== "number") throw new RangeError("numbers only");
    target[key] = value * 2;
    return true;
  },
});
validated.x = 2;
t(() => { validated.y = "z"; });
console.log(validated.x, validated.y);
const negative = (a: number[]) => new Proxy(a, {
  get: (target, key, receiver) => typeof key === "string" && /* an index */ +key < 0 ? target[target.length + +key] : Reflect.get(target, key, receiver),
});
const n: any = negative([1, 2, 3]);
console.log(n[-1], n[0], n.length, Array.isArray(n), n.map((x: number) => x + 1), [...n]);
const { proxy, revoke } = Proxy.revocable<any>({ x: 1 }, {});
console.log(proxy.x);
revoke(); revoke();
t(() => proxy.x);
t(() => { proxy.x = 1; });
t(() => Object.keys(proxy));
t(() => Array.isArray(proxy));
t(() => Object.prototype.toString.call(proxy));
console.log(typeof proxy);
class Counter { #count = 0; up() { return ++this.#count; } static has(o: any) { return #count in o; } }
t(() => new Proxy(new Counter(), {}).up());
console.log(Counter.has(new Proxy(new Counter(), {})), new Proxy(Counter, {}).name, new (new Proxy(Counter, {}))().up());
console.log(Object.prototype.toString.call(new Proxy([], {})), Object.prototype.toString.call(new Proxy(() => 1, {})));
console.log(new Proxy({ a: { b: [1, 2] } }, {}), new Proxy([1, 2], {}), new Proxy(function named() {}, {}));
const calls: string[] = [];
const api: any = new Proxy({}, { get: (_t, name) => (...args: unknown[]) => { calls.push(String(name) + args.length); return api; } });
api.first(1).second(1, 2).third();
console.log(calls.join(" "));
