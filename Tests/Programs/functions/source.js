// `toString` of functions gives their exact source text.
export function exported ( ) { return 1 /* inside */ } // after
export default async function () { await 0; }
export class Shown { a = 1; static b = 2; constructor ( ) { } m ( ) { } }
function declared(/* no parameters */) {
  return "ä€😀";
}
const expression = function  named () { return named; };
const arrow = ( ) => ({ a: 1 });
const single = async  () => { };
const generator = function * () { yield 1; };
const asyncGenerator = async function* g() { };
for (const f of [exported, Shown, declared, expression, arrow, single, generator, asyncGenerator]) console.log(f.toString());

const key = "computed";
const object = {
  method ( ) { return 1; },
  * items() { },
  async later ( ) { },
  async * both() { },
  get value ( ) { return 1; },
  set value(_) { },
  [key + 1] ( ) { },
  "quoted"() { },
  1.5() { },
  property: function () { },
  arrow: () => 1,
  get() { }, set() { }, async() { }, static() { },
};
for (const name of Reflect.ownKeys(object)) {
  const found = Object.getOwnPropertyDescriptor(object, name);
  for (const f of [found.value, found.get, found.set]) if (f) console.log(String(f));
}

class Base { }
class Derived extends Base {
  #hidden() { return 1; }
  static /* gone */ make ( ) { return new this(); }
  static
  // gone too
  async * [ key ] ( ) { }
  static get one() { return 1; }
  static static() { }
  get two() { return 2; }
  field = () => this;
  hidden() { return `${this.#hidden}`; }
}
console.log(`${Base}|${Derived}`);
for (const name of Reflect.ownKeys(Derived)) {
  const found = Object.getOwnPropertyDescriptor(Derived, name);
  for (const f of [found.value, found.get]) if (typeof f === "function") console.log(f + "");
}
console.log(Object.getOwnPropertyDescriptor(Derived.prototype, "two").get.toString());
console.log(new Derived().field.toString(), new Derived().hidden());
console.log((class { }).toString(), (class extends Base { constructor() { super(); } }).toString());
const Inner = class Name { static { } };
console.log([Inner, () => 1].join("; "));

console.log(Math.max.toString(), declared.bind(null).toString(), Map.toString());
console.log(Function.prototype.toString.call(new Proxy(declared, {})));
try {
  Function.prototype.toString.call({});
} catch (error) {
  console.log(String(error));
}
console.log(declared, Derived, [arrow], { generator });
