// #private fields, methods, accessors and checks.
class Account {
  #balance = 0;
  static #count = 0;
  #log: string[] = [];
  constructor(initial: number) {
    this.#balance = initial;
    Account.#count++;
  }
  #note(text: string) { this.#log.push(text); }
  get #total() { return this.#balance + 1; }
  deposit(n: number) {
    this.#balance += n;
    this.#note("deposit " + n);
    return this;
  }
  merge(other: Account) { this.#balance += other.#balance; return this.#total; }
  static is(o: any): boolean { return #balance in o; }
  static get count() { return Account.#count; }
  get history() { return this.#log; }
  static read(o: any) { return o.#balance; }
}
const a = new Account(10).deposit(5);
const b = new Account(1);
console.log(a.merge(b), a.history, Account.is(a), Account.is({}), Account.count, a, Object.keys(a));
try {
  Account.read({});
} catch (e) {
  console.log((e as Error).name, (e as Error).message);
}
console.log((a as any)["#balance"], Account.read(b));
