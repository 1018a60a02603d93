// @types: stripped
// The text of a function has blanks where types stood.
interface Shape {
  area(): number;
}
const arrow = (a: number, b?: string, ...rest: readonly unknown[]): string => `${a}${b as string}${rest.length}`;
function generic<T extends object, U = T>(this: void, value: T, other: Map<string, Array<U>> | null = null): T & U {
  type Local = { [key: string]: number };
  interface Inner extends Shape {
    name?: string;
  }
  const local: Local = {}, inner = <const V>(v: V): V => v;
  let late!: number;
  late = (value as unknown as number[])!.length!;
  for (const each of [1, 2] as const) inner<number>(each);
  try {
    new Map<string, Set<number>>().get("x")!.has(late);
  } catch (error: unknown) {
    local.error = (error satisfies unknown) ? 1 : 0;
  }
  return value as T & U; // as any
}
class Base<T> {
  protected readonly kind: string = "b";
  declare hidden: number;
  static count?: number = 0;
  [index: string]: unknown;
  method<K extends keyof T>(key: K, optional?: boolean): T[K] | undefined;
  method(key: unknown): unknown {
    return key;
  }
  private get value(): T | undefined {
    return undefined;
  }
  public set value(_value: T | undefined) {}
}
abstract class Derived<T> extends Base<T> implements Shape, Iterable<T> {
  abstract area(): number;
  abstract side: number;
  override readonly kind = "d" as const;
  *[Symbol.iterator](): IterableIterator<T> {}
  async wait?(): Promise<void> {}
}
const asynchronous = async <T,>(x: T): Promise<T> => x;
const named = function inner(this: Date, a: /* comment */ number, b : { x: number; y: "ü€😀" }) { return [this, a, b] as any; };
const object = { method(a: number): void {}, get x(): number { return 1; }, async *many<T>(list: T[]): AsyncGenerator<T> { yield* list; } };
const nested = (f: (a: number, b: string) => void, g = (x: number): x is 5 => x === 5) => (y?: number): asserts y => { f(y!, String(g)); };
const only = function (this: any) { return this; };

for (const f of [arrow, generic, Base, Derived, asynchronous, named, object.method, object.many, nested, only]) {
  console.log(String(f));
}
console.log(String(Object.getOwnPropertyDescriptor(object, "x")!.get), String(Base.prototype.method), String(Object.getOwnPropertyDescriptor(Base.prototype, "value")!.set));
console.log("" + ((a: any) => (a as any)), `${(x: number): number => x}`.slice(-12), [<T,>(t: T) => t].join());
console.log(String(nested(() => {})));
