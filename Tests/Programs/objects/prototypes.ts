// Object.create, prototype chains, setPrototypeOf.
const animal = { legs: 4, describe(this: any) { return `${this.name} has ${this.legs} legs`; } };
const bird: any = Object.create(animal);
bird.name = "Robin";
bird.legs = 2;
console.log(bird.describe(), Object.getPrototypeOf(bird) === animal, animal.isPrototypeOf(bird), "describe" in bird);
delete bird.legs;
console.log(bird.legs, Object.keys(bird));
for (const k in bird) console.log(k);
const dict: any = Object.create(null);
dict.toString = "mine";
console.log(dict.toString, "valueOf" in dict, Object.getPrototypeOf(dict));
Object.setPrototypeOf(bird, { describe: () => "new" });
console.log(bird.describe(), bird.legs);
try {
  Object.setPrototypeOf(animal, Object.create(animal));
} catch (e) {
  console.log(String(e));
}
const withProps = Object.create({ p: 1 }, { q: { value: 2, enumerable: true }, r: { get() { return this.q + this.p; } } });
console.log(withProps, withProps.r, Object.getOwnPropertyNames(withProps));
