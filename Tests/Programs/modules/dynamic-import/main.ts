// Modules that are evaluated when import() asks for them.
const show = (error: any) => console.log(error.name, error.code, error.message);
const name = "./counter.ts";
const steps: (() => Promise<unknown>)[] = [
  () => import("./counter.ts").then((ns) => {
    console.log(ns, ns.default.name);
    ns.increase();
    console.log(ns.count);
  }),
  () => import("./counter.ts").then((first) => import(name).then((second) => console.log(first === second))),
  () => import({ toString: () => "./counter" + ".ts" } as any).then((ns) => console.log("computed", ns.count)),
  () => import("./parent.ts").then((ns) => console.log(ns.seen)),
  () => import("./throwing.ts").catch(show),
  () => import("./throwing.ts").catch(show),
  () => import("./data.json", { with: { type: "json" } }).then((ns) => console.log(ns.default)),
  () => import("./data.json").catch((error) => console.log(error.name, error.code)),
  () => import("./counter.ts", 1 as any).catch(show),
  () => import("./counter.ts", { with: 1 as any }).catch(show),
  () => import(Symbol() as any).catch(show),
  () => import("./missing" + ".ts").catch((error) => console.log(error.name, error.code)),
  () => import("./main.ts").then((ns) => console.log(ns.own)),
];
export const own = "my own export";
console.log("main runs");
let last: Promise<unknown> = Promise.resolve();
for (const step of steps) last = last.then(step);
