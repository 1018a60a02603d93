// Messages of errors that the language itself throws.
const u: any = undefined;
const n: any = null;
const o: any = { a: {} };
const cases: (() => unknown)[] = [
  () => u.x, () => n.x, () => u[0], () => o.a.b.c, () => u.x.y, () => { u.x = 1; }, () => { n[0] = 1; }, () => o.f(), () => o.a.b(), () => u(), () => o(), () => new o(), () => new u(),
  () => o.x.y.z(), () => (1 as any)(), () => ("s" as any).foo(), () => [].map(u), () => "x" in (1 as any), () => ({}) instanceof (1 as any), () => ({}) instanceof ({} as any),
  () => [...u], () => [...(1 as any)], () => { for (const x of n) x; }, () => { for (const x of {} as any) x; }, () => new Array(-1), () => "x".repeat(Infinity), () => (1).toFixed(200),
  () => new Map([1 as any]), () => new (class { #p = 1; static t(x: any) { return x.#p; } } as any).t({}), () => Object.defineProperty(1 as any, "x", {}), () => (Symbol() as any) + "", () => JSON.parse("{bad"), () => JSON.parse(""), () => decodeURIComponent("%"),
  () => o.a[Symbol("s")].x, () => o["a" + "b"].c, () => { const { x } = u; }, () => { const [x] = n; }, () => structuredCloneMissing(), () => n?.x.y, () => o.a.toString.call(u).length,
];
declare function structuredCloneMissing(): void;
for (const c of cases) {
  try {
    console.log("no error", c());
  } catch (e) {
    console.log(`${(e as Error).name}: ${(e as Error).message}`);
  }
}
