// Exceptions through several frames, callbacks and iterators.
const log: string[] = [];
function level(n: number): number {
  log.push("enter " + n);
  try {
    if (n === 0) throw new Error("bottom");
    return level(n - 1) + 1;
  } finally {
    log.push("leave " + n);
  }
}
try { level(3); } catch (e) { log.push((e as Error).message); }
console.log(log.join(", "));
log.length = 0;
try { [1, 2, 3].forEach((x) => { if (x === 2) throw x; log.push("item " + x); }); } catch (e) { log.push("threw " + e); }
const it = { [Symbol.iterator]: () => ({ next: () => ({ value: 1, done: false }), return() { log.push("closed"); return {}; } }) };
try { for (const x of it as any) { log.push("got " + x); throw "out"; } } catch (e) { log.push(String(e)); }
for (const x of it as any) { log.push("break"); break; }
try { new Map(it as any); } catch (e) { log.push((e as Error).name); }
function find(): string { for (const x of it as any) return "returned " + x; return ""; }
console.log(find(), log.join(", "));
const sorted = [3, 1, 2];
try { sorted.sort((a, b) => { if (a === 2 || b === 2) throw new Error("cmp"); return a - b; }); } catch (e) { console.log((e as Error).message, sorted.length); }
