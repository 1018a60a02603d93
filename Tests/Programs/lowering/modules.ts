import def, { counter, inc, type T, Klass as K, later, callLater } from "./modules/counter.ts";
import * as ns from "./modules/counter.ts";
import data from "./modules/data.json" with { type: "json" };
import type { U } from "./modules/counter.ts";
import { reNamed, star, inner, anon } from "./modules/re.ts";
import anonClass from "./modules/anon.ts";
export const mine = "mine";
export function cyc() { return mine; }
console.log(def, counter, inc(), counter, ns.counter, ns.inc(), ns.default, new K().v, new ns.Klass().v);
console.log(Object.keys(ns), typeof ns, data, data.a[1], reNamed(2), star, inner.counter, inner === ns, anon(), anonClass.name, new anonClass().x);
const t: T = 1; const u: U = 2; console.log(t + u, later(), callLater());
const { counter: snapshot } = ns; inc(); console.log(snapshot, counter);
try { (ns as any).counter = 5; } catch (e) { console.log((e as Error).name); }
const fns = { inc, ns }; console.log(fns.inc(), fns.ns.counter, "counter" in ns, ns[("coun" + "ter") as "counter"]);
