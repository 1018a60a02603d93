// The order of jobs: reactions, resolution with thenables, finally, microtasks.
const log = (...parts: any[]) => console.log(...parts);

Promise.resolve(1)
  .then((value) => { log("first", value); return Promise.resolve(2); })
  .then((value) => log("after three jobs", value));
let chain: Promise<any> = Promise.resolve();
for (let i = 1; i <= 6; i++) chain = chain.then(() => log("step", i));

new Promise((resolve: any, reject: any) => {
  log("executor");
  resolve(7);
  reject(8);
  throw new Error("ignored");
}).finally(() => { log("finally"); return 99; }).then((value) => log("after finally", value));

Promise.reject(new Error("x"))
  .catch((error) => log(error.message))
  .finally(() => { throw 5; })
  .catch((error) => log("from finally", error));

queueMicrotask(() => log("microtask"));

const { promise, resolve } = (Promise as any).withResolvers();
promise.then((value: any) => log("thenable gave", value));
resolve({ then(resolved: any) { log("thenable"); resolved("T"); resolved("U"); } });

(Promise as any).try((a: number, b: number) => a + b, 3, 4).then((value: any) => log("try", value));
(Promise as any).try(() => { throw 1; }).catch((value: any) => log("try caught", value));

const itself: any = new Promise((settle: any) => queueMicrotask(() => settle(itself)));
itself.catch((error: any) => log(error.message));

Promise.resolve({ get then() { throw "getter"; } }).catch((reason) => log("rejected by", reason));
const late = Promise.reject("late");
queueMicrotask(() => late.catch((reason) => log("handled", reason)));
log("end of module");
