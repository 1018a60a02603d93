// Fields, constructors, methods, statics.
class Counter {
  count = 0;
  readonly step: number;
  static created = 0;
  static #secret = 5;
  static make(step: number) { return new this(step); }
  static get secret() { return Counter.#secret; }
  constructor(step = 1) {
    this.step = step;
    Counter.created++;
  }
  next() { return (this.count += this.step); }
  get double() { return this.count * 2; }
  set double(v: number) { this.count = v / 2; }
}
const c = new Counter();
const d = Counter.make(5);
c.next();
d.next();
d.double = 50;
console.log(c, d, d.double, Counter.created, Counter.secret, c instanceof Counter, typeof Counter, Counter.name, Counter.length);
console.log(Object.keys(d), Object.getOwnPropertyNames(Counter.prototype), c.constructor === Counter, JSON.stringify(d));
try {
  (Counter as any)();
} catch (e) {
  console.log(String(e));
}
