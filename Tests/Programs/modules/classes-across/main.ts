// Classes, enums and constants across modules.
import { Animal, Kind, register } from "./animal.ts";
import { Dog } from "./dog.ts";
register(new Dog("Rex"));
register(new Animal("Generic", Kind.Other));
console.log(Animal.all.map((a) => a.speak()), Animal.all, Kind[Kind.Dog], new Dog("x") instanceof Animal);
