// Fields that hold nothing but typed arrays of one kind as far as the text shows, and what happens when something else gets
// there, or when such an array is no longer what it was made as.
class Table {
  keys: Uint32Array;
  #counts: Float64Array;
  bytes = new Uint8Array(4);
  used: number;
  constructor(size: number) {
    this.keys = new Uint32Array(size);
    this.#counts = new Float64Array(size);
    this.used = 0;
  }
  add(key: number): this {
    for (let i = 0; i < this.keys.length; i++) {
      if (this.keys[i] === 0 || this.keys[i] === key) {
        if (this.keys[i] === 0) this.used++;
        this.keys[i] = key;
        this.#counts[i]! += 0.5;
        this.bytes[i & 3]! += 1;
        break;
      }
    }
    return this;
  }
  sum(): string {
    let keys: unknown = 0;
    let counts = 0;
    for (let i = 0; i < this.keys.length; i++) keys = (keys as number) + this.keys[i]!;
    for (let i = 0; i < this.#counts.length; i++) counts += this.#counts[i]!;
    return `${keys} ${counts} ${this.bytes} ${this.used}`;
  }
  grow(): void {
    const { keys } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.keys.set(keys);
    const counts = this.#counts;
    this.#counts = new Float64Array(counts.length * 2);
    for (let i = 0; i < counts.length; i++) this.#counts[i] = counts[i]!;
  }
}

class NamedTable extends Table {
  name: string;
  scratch: Int16Array;
  constructor(name: string, size: number) {
    super(size);
    this.name = name;
    this.scratch = new Int16Array(2);
  }
  override sum(): string {
    this.scratch[1]! -= 1;
    return `${this.name} ${super.sum()} ${this.scratch} ${this.scratch.length}`;
  }
}

// What the text does not show: each stores a value of unknown name or kind, or changes an array that is stored.
const hide = (name: string): string => name.toLowerCase();
const anything = (value: unknown): any => JSON.parse(JSON.stringify({ value })).value;

const intrusions: Record<string, (table: Table) => void> = {
  nothing() {},
  computed(table) {
    (table as any)[hide("KEYS")] = anything([1, 2, 3]);
  },
  number(table) {
    (table as any)[hide("KEYS")] = anything(7);
  },
  otherKind(table) {
    (table as any)[hide("KEYS")] = new Int8Array([-1, -2, 0, 0]);
  },
  unsigned(table) {
    (table as any)[hide("BYTES")] = new Uint8ClampedArray([250, 255, 255, 254]);
  },
  buffer(table) {
    (table as any)[hide("BYTES")] = Buffer.from("wxyz");
  },
  subclass(table) {
    (table as any)[hide("KEYS")] = new (class extends Uint32Array {
      override get length(): number {
        return 1;
      }
    })(4);
  },
  assign(table) {
    Object.assign(table, { [hide("KEYS")]: anything("80"), extra: 1 });
  },
  define(table) {
    Object.defineProperty(table, hide("KEYS"), { value: anything({ length: 2, 0: "a", 1: "b" }) });
  },
  reflect(table) {
    Reflect.set(table, hide("KEYS"), anything([]));
  },
  receiver(table) {
    Reflect.set({}, hide("KEYS"), anything([5, 6]), table);
  },
  getter(table) {
    Object.defineProperty(table, hide("KEYS"), { get: () => [9, 0], configurable: true });
  },
  frozen(table) {
    Object.freeze(table);
  },
  removed(table) {
    delete (table as any)[hide("KEYS")];
    (table as any).keys = new Uint32Array([3, 0, 0]);
  },
  prototype(table) {
    Object.setPrototypeOf(table, { add: Table.prototype.add, sum: () => "other" });
  },
  grown(table) {
    table.grow();
  },
  transferred(table) {
    (table.keys.buffer as ArrayBuffer).transfer(8);
  },
  resizable(table) {
    const buffer = new ArrayBuffer(16, { maxByteLength: 64 });
    (table as any)[hide("KEYS")] = new Uint32Array(buffer);
    table.add(11);
    buffer.resize(4);
    table.add(12);
    buffer.resize(32);
  },
  generator(table) {
    function* steps() {
      const keys = table.keys;
      keys[0] = 77;
      yield keys;
      keys[1] = (table.keys[0] as number) + keys.length;
    }
    for (const keys of steps()) (table as any)[hide("KEYS")] = new Float32Array(keys).fill(0.5);
  },
};
// These concern all arrays of a kind, so they come last: later ones find what earlier ones left.
const changes: Record<string, (table: Table) => void> = {
  property(table) {
    (table.keys as any).extra = 1;
  },
  ownLength(table) {
    Object.defineProperty(table.keys, "length", { value: 2 });
  },
  arrayPrototype(table) {
    Object.setPrototypeOf(table.bytes, Object.create(Uint8Array.prototype, { length: { value: 1 } }));
  },
  asPrototype(table) {
    Object.create((table as NamedTable).scratch ?? table.bytes);
  },
  extensions(table) {
    Object.preventExtensions(table.keys);
    (table as any)[hide("BYTES")] = Object.freeze(new Uint8Array());
  },
};

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return String(error);
  }
}

function show(name: string, tables: Table[]): void {
  for (let round = 0; round < 3; round++) for (const table of tables) attempt(() => table.add(round + 1).add(4));
  console.log(name, tables.map((table) => attempt(() => table.sum())).join(" | "));
}

for (const [name, intrude] of [...Object.entries(intrusions), ...Object.entries(changes)]) {
  const tables = [new Table(4), new NamedTable("named", 4), new Table(2)];
  for (const table of tables.slice(0, 2)) table.add(5);
  for (const table of tables.slice(0, 2)) attempt(() => intrude(table));
  show(name, tables);
}

// An array that loses its prototype while code works with it.
class Window {
  view: Float64Array;
  constructor(length: number) {
    this.view = new Float64Array(length).fill(1.5);
  }
  total(visit: (i: number) => void): number {
    let sum = 0;
    for (let i = 0; i < this.view.length; i++) {
      sum += this.view[i]!;
      visit(i);
    }
    return sum;
  }
}
for (const at of [0, 3, 9]) {
  const window = new Window(8);
  console.log(at, window.total((i) => {
    if (i === at) Object.setPrototypeOf(window.view, { length: 5 });
  }), window.total(() => {}), new Window(2).total(() => {}));
}

// A class that is defined when arrays of the kind have changed already.
function late() {
  return class {
    view: Float64Array;
    constructor(length: number) {
      this.view = new Float64Array(length).fill(length);
    }
    total(): number {
      let sum = 0;
      for (let i = 0; i < this.view.length; i++) sum += this.view[i]!;
      return sum;
    }
  };
}
const Late = late();
const instance = new Late(4);
console.log(instance.total(), new (late())(3).total());
Object.defineProperty(instance.view, "length", { value: 3 });
console.log(instance.total());

// Fields that are declared, and assigned before and after somebody sees the object.
const seen: string[] = [];
class Declared {
  first: number;
  second: string | undefined;
  #third: number;
  fourth = seen.push("initialiser");
  fifth: unknown;
  constructor(value: number, look: boolean) {
    this.first = value;
    this.#third = value * 2;
    if (look) seen.push(Object.keys(this).join() + String(this.second) + String(this.fifth));
    this.second = `${this.first + this.#third}`;
    this.fifth = seen.length;
    this.first = this.first + 0.5;
  }
}
class Redeclared extends Declared {
  override fourth = 3;
  sixth: number;
  constructor() {
    super(4, true);
    this.sixth = (seen.push(Object.keys(this).join()), 6);
  }
}
class Thrower {
  static last: Thrower;
  a: number;
  b: number;
  constructor(fail: boolean) {
    this.a = 1;
    const keep = (Thrower.last = this);
    this.b = fail ? JSON.parse("?") : 2;
    seen.push(String(keep.b));
  }
}
// A class that loses what is known of it while one of its objects is made.
let change = "";
class Changed {
  #view = new Int32Array(2).fill(3);
  by = change === "method" ? ((Changed.prototype.sum = () => 7), 2) : change === "array" ? Object.setPrototypeOf(new Int32Array(), null) && 4 : 3;
  #other = new Int32Array(1).fill(5);
  sum(): number {
    return this.#view[1]! + this.by + this.#other[0]! + this.#view.length;
  }
  get all(): string {
    return `${this.#view} ${this.by} ${this.#other}`;
  }
}
for (let i = 0; i < 8; i++) {
  change = i === 3 ? "array" : i === 5 ? "method" : "";
  const changed = new Changed();
  console.log(changed.sum(), changed.all);
}
console.log(new Declared(1, false), new Declared(2, true), new Redeclared());
attempt(() => new Thrower(true));
console.log(Thrower.last, attempt(() => new Thrower(false)), seen);
