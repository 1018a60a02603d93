// The exact order of microtasks among async functions, generators and iterators.
const log: unknown[] = [];
const l = (x: unknown) => log.push(x);
async function* ag(n: string): AsyncGenerator<unknown> { l(n + 's'); try { const a = yield 1; l(n + 'a'); yield Promise.resolve(2); l(n + 'b'); return 3; } finally { l(n + 'f'); } }
async function* del(n: string): AsyncGenerator<unknown> { l(n + 'ds'); const r = yield* ag(n); l(n + 'dr' + r); }
async function* sync(n: string): AsyncGenerator<unknown> { yield* [Promise.resolve(1), 2]; l(n + 'e'); }
async function use(g: AsyncIterable<unknown>, n: string) { for await (const v of g) l(n + v); l(n + 'end'); }
use(ag('A'), 'a'); use(del('B'), 'b'); use(sync('C'), 'c');
let p: Promise<unknown> = Promise.resolve(); for (let i = 0; i < 30; i++) p = p.then(() => l(i));
const g = ag('D'); g.next().then(() => l('Dn1')); g.return(Promise.resolve(9)).then(v => l('Dr' + v.value)); g.next().then(() => l('Dn2'));
const h = ag('E'); h.return(Promise.reject(new Error('x'))).catch(() => l('Ec')); h.throw(1).catch(() => l('Et')); h.next().then(v => l('En' + v.done));
const k = del('F'); k.next().then(() => l('Fn')); k.throw(new Error('y')).catch(() => l('Fc')); k.return(4).then(v => l('Fr' + v.value));
const thenable = { get then() { l('get then'); return (r: (v: string) => void) => { l('then'); r('T'); }; } };
(async () => { l(await thenable); for await (const x of [thenable, 1]) { l(x); break; } return thenable; })().then(v => l('ret' + v));
(async () => { try { return await Promise.reject(1); } catch (e) { l('caught' + e); return Promise.resolve('z'); } finally { l('fin'); } })().then(l);
async function* ret() { return thenable; } ret().next().then(v => l('rv' + v.value));
async function* yt() { try { yield thenable; } catch (e) { l('ye'); } } { const i = yt(); i.next().then(v => l('yv' + v.value)); i.return('q').then(v => l('yr' + v.value)); }
let q: Promise<unknown> = Promise.resolve(); for (let i = 0; i < 60; i++) q = q.then(() => {}); q.then(() => console.log(log.join(' ')));
