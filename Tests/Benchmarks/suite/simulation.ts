/// A class hierarchy at work: a forest in which plants grow, herbivores graze and predators hunt, turn by turn.
class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed;
  }

  next(): number {
    this.state = (Math.imul(this.state, 1664525) + 1013904223) | 0;
    return (this.state >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}

abstract class Organism {
  energy: number;
  age = 0;
  readonly world: World;

  constructor(world: World, energy: number) {
    this.world = world;
    this.energy = energy;
  }

  abstract get kind(): string;
  abstract act(): void;
  abstract offspring(energy: number): Organism;

  get alive(): boolean {
    return this.energy > 0;
  }

  get fertileAbove(): number {
    return 20;
  }

  turn(): void {
    this.age++;
    this.act();
    if (this.energy > this.fertileAbove && this.world.hasRoomFor(this)) {
      this.energy /= 2;
      this.world.add(this.offspring(this.energy));
    }
  }
}

abstract class Plant extends Organism {
  protected abstract get growth(): number;

  act(): void {
    this.energy += this.growth * this.world.light;
    if (this.age > 60) this.energy -= 1;
  }
}

class Grass extends Plant {
  get kind(): string {
    return "grass";
  }

  protected get growth(): number {
    return 1.2;
  }

  override get fertileAbove(): number {
    return 8;
  }

  offspring(energy: number): Organism {
    return new Grass(this.world, energy);
  }
}

class Shrub extends Plant {
  get kind(): string {
    return "shrub";
  }

  protected get growth(): number {
    return 0.7 + (this.age % 5) * 0.1;
  }

  override act(): void {
    super.act();
    if (this.age % 10 === 0) this.energy += 1;
  }

  offspring(energy: number): Organism {
    return new Shrub(this.world, energy);
  }
}

abstract class Animal extends Organism {
  protected abstract get appetite(): number;
  protected abstract eats(other: Organism): boolean;

  act(): void {
    this.energy -= 0.6;
    for (let attempt = 0; attempt < 3; attempt++) {
      const other = this.world.pick();
      if (other !== this && other.alive && this.eats(other)) {
        const bite = Math.min(other.energy, this.appetite);
        other.energy -= bite;
        this.energy += bite * 0.6;
        break;
      }
    }
    if (this.age > 80) this.energy -= 3;
  }
}

class Rabbit extends Animal {
  get kind(): string {
    return "rabbit";
  }

  protected get appetite(): number {
    return 4;
  }

  protected eats(other: Organism): boolean {
    return other instanceof Plant;
  }

  offspring(energy: number): Organism {
    return new Rabbit(this.world, energy);
  }
}

class Deer extends Animal {
  get kind(): string {
    return "deer";
  }

  protected get appetite(): number {
    return 7;
  }

  protected eats(other: Organism): boolean {
    return other.kind === "shrub";
  }

  override get fertileAbove(): number {
    return 30;
  }

  offspring(energy: number): Organism {
    return new Deer(this.world, energy);
  }
}

class Wolf extends Animal {
  private hunts = 0;

  get kind(): string {
    return "wolf";
  }

  protected get appetite(): number {
    return 12 + Math.min(this.hunts, 5);
  }

  protected eats(other: Organism): boolean {
    const prey = other instanceof Animal && !(other instanceof Wolf);
    if (prey) this.hunts++;
    return prey;
  }

  override get fertileAbove(): number {
    return 40;
  }

  offspring(energy: number): Organism {
    return new Wolf(this.world, energy);
  }
}

class World {
  light = 1;
  private organisms: Organism[] = [];
  private plants = 0;
  private readonly random: Random;
  private readonly capacity: number;

  constructor(seed: number, capacity: number) {
    this.random = new Random(seed);
    this.capacity = capacity;
  }

  hasRoomFor(organism: Organism): boolean {
    return !(organism instanceof Plant) || this.plants < this.capacity;
  }

  add(organism: Organism): void {
    this.organisms.push(organism);
    if (organism instanceof Plant) this.plants++;
  }

  pick(): Organism {
    return this.organisms[this.random.below(this.organisms.length)]!;
  }

  settle(newcomers: number): void {
    for (let i = 0; i < newcomers; i++) {
      const choice = this.random.below(20);
      if (choice < 10) this.add(new Grass(this, 5));
      else if (choice < 15) this.add(new Shrub(this, 8));
      else if (choice < 18) this.add(new Rabbit(this, 10));
      else if (choice < 19) this.add(new Deer(this, 15));
      else this.add(new Wolf(this, 20));
    }
  }

  season(turn: number): void {
    if (turn % 5 === 0) this.settle(this.capacity / 100);
    this.light = 0.6 + 0.4 * Math.sin(turn / 20);
    const present = this.organisms.length;
    for (let i = 0; i < present; i++) {
      const organism = this.organisms[i]!;
      if (organism.alive) organism.turn();
    }
    this.organisms = this.organisms.filter((organism) => organism.alive);
    this.plants = this.organisms.filter((organism) => organism instanceof Plant).length;
  }

  census(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const organism of this.organisms) counts.set(organism.kind, (counts.get(organism.kind) ?? 0) + 1);
    return counts;
  }
}

const turns = Number(process.argv[2] ?? 400);
const world = new World(12345, 10000);
world.settle(10000);
for (let turn = 1; turn <= turns; turn++) world.season(turn);
for (const [kind, count] of [...world.census()].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${kind}: ${count}`);
