// The global `performance`: times that grow, and the timeline of marks and measures.
const first = performance.now();
const second = performance.now();
console.log(first >= 0, second >= first, first < 60_000);
const offset = performance.timeOrigin + performance.now() - Date.now();
console.log(Math.abs(offset) < 50, performance.timeOrigin === performance.timeOrigin);
console.log(Object.prototype.toString.call(performance), performance instanceof EventTarget, performance === globalThis.performance);

const attempt = (action: () => any): void => {
  try {
    const entry = action();
    console.log(entry?.startTime > 20 ? "now" : entry?.startTime, entry?.duration > 20 ? "long" : entry?.duration);
  } catch (error: any) {
    console.log(error.name, error.code, error.message);
  }
};
const p: any = performance;

const detail = { x: [1, 2] };
const mark = performance.mark("a", { startTime: 5, detail });
detail.x.push(3);
console.log(mark, JSON.stringify(mark), mark.detail, mark instanceof PerformanceEntry, Object.keys(mark));
console.log(performance.measure("q", { start: 1, end: 3, detail: "d" }), performance.measure("r", { start: 1, duration: 3 }));
console.log(new PerformanceMark("k", { startTime: 1, detail: [1] }), PerformanceMark.length, PerformanceEntry.length, p.measure.length,
  p.getEntriesByName.length, p.clearMarks.length);
attempt(() => performance.measure("s", { end: 9, duration: 3 }));
attempt(() => p.measure("s", { start: "a", end: 7 }));
attempt(() => p.measure("s", { detail: 3 }, 7));
attempt(() => p.measure("s", undefined, "a"));
attempt(() => p.measure("s", null, 9));
attempt(() => p.measure("s", "a", 9));
attempt(() => performance.mark("x", { startTime: -0 }));
attempt(() => performance.mark("x", { startTime: Infinity }));
attempt(() => performance.mark("timeOrigin", { startTime: 2 }));
for (const wrong of [
  () => p.mark(), () => p.mark(Symbol()), () => p.mark("x", { startTime: -1 }), () => p.mark("x", { startTime: "a" }), () => p.mark("z", 5),
  () => p.mark("nodeStart"), () => p.mark.call({}, "x"), () => p.measure(), () => p.measure("a", "nope"), () => p.measure("a", "5"),
  () => p.measure("a", { start: null }), () => p.measure("a", { start: 1, end: 2, duration: 3 }), () => p.measure("a", { start: 1 }, "a"),
  () => p.measure("a", { start: -5, end: 1 }), () => p.measure("a", { start: 1, duration: -5 }), () => p.getEntriesByName(),
  () => p.getEntriesByType(), () => new Performance(), () => new PerformanceEntry(), () => new PerformanceMeasure(),
  () => new (PerformanceMark as any)(), () => p.now.call({}), () => (Performance as any).prototype.timeOrigin,
  () => PerformanceEntry.prototype.name, () => p.mark("f", { detail: Symbol("d") }),
]) attempt(wrong);
console.log(performance.getEntries().map((entry) => entry.name).join());
console.log(performance.getEntriesByType("mark").map((entry) => entry.name), performance.getEntriesByName("q").length,
  performance.getEntriesByName("q", "mark").length);
performance.clearMarks("x");
console.log(performance.getEntriesByType("mark").map((entry) => entry.name));
performance.clearMarks();
performance.clearMeasures();
console.log(performance.getEntries());
for (const name of ["now", "timeOrigin", "mark"]) console.log(Object.getOwnPropertyDescriptor(Performance.prototype, name));
console.log(Object.getOwnPropertyDescriptor(PerformanceEntry.prototype, "name"));
performance.addEventListener("done", () => console.log("event"));
performance.dispatchEvent(new Event("done"));
