import { Animal, Kind } from "./animal.ts";
export class Dog extends Animal {
  constructor(name: string) { super(name, Kind.Dog); }
  speak() { return super.speak() + " woof"; }
}
