// A method is looked up before the arguments of its call are evaluated.
const log: string[] = [];
const o: any = {
  method() { return "first"; },
  get accessor() {
    log.push("get");
    return (x: string) => "got " + x;
  },
};
console.log(o.method((o.method = () => "second")), o.method());
console.log(o.accessor((log.push("argument"), "it")), log.join());
const defined: any = Object.defineProperty({}, "late", {
  get() {
    log.push("late");
    return () => log.join();
  },
});
console.log(defined.late(log.push("later")));
try {
  o.nothing(log.push("before"));
} catch (error) {
  console.log((error as Error).message, log.length);
}
try {
  (null as any).nothing(log.push("never"));
} catch (error) {
  console.log((error as Error).message, log.length);
}
