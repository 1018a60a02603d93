// Listeners kept in a map of arrays, removed while they run.
type Listener = (...args: any[]) => void;
class Emitter {
  #listeners = new Map<string, Listener[]>();
  on(name: string, f: Listener): () => void {
    const list = this.#listeners.get(name) ?? [];
    list.push(f);
    this.#listeners.set(name, list);
    return () => { const i = list.indexOf(f); if (i >= 0) list.splice(i, 1); };
  }
  once(name: string, f: Listener): void { const off = this.on(name, (...args) => { off(); f(...args); }); }
  emit(name: string, ...args: unknown[]): number { const list = [...(this.#listeners.get(name) ?? [])]; for (const f of list) f(...args); return list.length; }
}
const e = new Emitter();
const seen: string[] = [];
const off = e.on("x", (a, b) => seen.push(`x${a}${b}`));
e.once("x", () => { seen.push("once"); off(); });
console.log(e.emit("x", 1, 2), e.emit("x", 3, 4), e.emit("y"), seen);
