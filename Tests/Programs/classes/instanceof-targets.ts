// `instanceof` with everything that can stand on either side.
class Animal {}
class Dog extends Animal {}
function Old(this: any) {}
const bound = (Dog as any).bind(null);
class Even {
  static [Symbol.hasInstance](value: any): boolean {
    return value % 2 === 0;
  }
}
const handler = { [Symbol.hasInstance]: (value: any) => value === 1 };
const values: any[] = [new Dog(), new Animal(), Object.create(Dog.prototype), Object.create(null), new (Old as any)(), 1, 2, "x", null, undefined, () => 0, [], new Proxy(new Dog(), {})];
const targets: any[] = [Animal, Dog, Old, bound, Even, handler, Object, Function, Array, () => 0, {}, 1, null, undefined, new Proxy(Dog, {})];
function test(value: any, target: any): string {
  try {
    return value instanceof target ? "y" : "n";
  } catch (error) {
    return (error as Error).name;
  }
}
function show(): void {
  for (const target of targets) console.log(values.map((value) => test(value, target)).join(" "));
}
show();
show();
console.log("other prototypes");
(Old as any).prototype = Dog.prototype;
Object.setPrototypeOf(Dog.prototype, Array.prototype);
show();
Object.defineProperty(Dog, Symbol.hasInstance, { value: null });
Object.defineProperty(Animal, Symbol.hasInstance, { value: 7 });
(Old as any).prototype = 3;
console.log("other handlers");
show();
