// Top-level await (ECMA-262 16.2.1.6): the module's body waits.
console.log("before");
const value: number = await new Promise<number>(resolve => queueMicrotask(() => resolve(5)));
console.log("after", value);
for await (const x of [Promise.resolve(1), 2]) console.log(x);
try { await Promise.reject(new Error("no")); } catch (error) { console.log((error as Error).message); }
class C { static [await "name"] = 1; }
console.log(Object.keys(C));
for (let i = 0; i < 3; i++) { await null; console.log(i); }
const f = async () => { await null; return value + 1; };
console.log(await f(), [await 1, await 2]);
export { value };
