// Modules that await: siblings side by side, cycles, import() of them, and one that fails.
import './a.ts'; import './b.ts'; import { c } from './c.ts'; import { d, fd } from './d.ts';
console.log('main', c, d, fd());
const ns = await import('./b.ts'); console.log(ns.b);
const dyn = await import('./f.ts'); console.log(dyn.f);
try { await import('./g.ts'); } catch (e) { console.log("err", (e as Error).message); }
