// Classes that extend Promise, species, and capabilities of other constructors.
class Counted extends Promise<any> {
  static made = 0;
  constructor(executor: any) {
    super(executor);
    Counted.made++;
  }
}
const first: any = Counted.resolve(1);
const second: any = first.then((x: any) => x + 1);
console.log(first instanceof Counted, second instanceof Counted, Counted.made);
console.log(Counted.resolve(first) === first, Promise.resolve(first) === first);
console.log(Counted.all([1]) instanceof Counted, Counted.reject(1).catch(() => {}) instanceof Counted);

class Plain extends Promise<any> {
  static get [Symbol.species]() { return Promise; }
}
console.log((Plain.resolve(1) as any).then(() => {}) instanceof Plain);

function Wrong(this: any, executor: any) { executor(1, 2); }
for (const constructor of [Wrong, function () {}, 5, {}] as any[]) {
  try {
    Promise.resolve.call(constructor, 1);
  } catch (error: any) {
    console.log(error.name + ": " + error.message);
  }
}
for (const act of [() => (Promise as any)(), () => new (Promise as any)(), () => new Promise(5 as any),
  () => Promise.prototype.then.call({} as any)]) {
  try {
    act();
  } catch (error: any) {
    console.log(error.message);
  }
}
console.log(Object.prototype.toString.call(first), Promise.length, Promise.name);
second.then((x: any) => console.log(x, Counted.made));
