// all, allSettled, any, race: results, order, errors.
const log = (...parts: any[]) => console.log(...parts);
const later = (value: any, jobs: number) => {
  let promise: Promise<any> = Promise.resolve(value);
  for (let i = 0; i < jobs; i++) promise = promise.then((x) => x);
  return promise;
};

Promise.all([1, later(2, 3), { then(resolve: any) { resolve(3); } }]).then((v) => log("all", v));
Promise.all([]).then((v) => log("all of none", v));
Promise.all([1, Promise.reject(9), 2]).catch((reason) => log("all rejected", reason));
Promise.allSettled([1, Promise.reject(9), later(3, 2)]).then((v) => log("settled", v));
Promise.any([Promise.reject(1), later(5, 2), Promise.reject(2)]).then((v) => log("any", v));
Promise.any([Promise.reject(1), Promise.reject(2)]).catch((error) => {
  log(error instanceof Error, error.name, error.message, error.errors, Object.keys(error));
});
Promise.any([]).catch((error) => log(error.errors));
Promise.race([later(1, 3), later(2, 1)]).then((v) => log("race", v));
Promise.all(5 as any).catch((error) => log(error.message));

const closing = {
  [Symbol.iterator]() {
    return { next: () => ({ done: false, value: 1 }), return() { log("closed"); return {}; } };
  },
};
class Failing extends Promise<any> {
  static resolve(): any { throw new Error("no resolve"); }
}
Failing.all(closing as any).catch((error: any) => log(error.message));
Promise.all(new Set(["a", "b"])).then((v) => log(v));
Promise.all("xyz").then((v) => log(v));
