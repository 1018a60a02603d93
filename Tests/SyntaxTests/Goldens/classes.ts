@sealed
export default abstract class Box<in out T> extends Base<T> implements I, J.K<T> {
  static #count = 0;
  readonly name: string = "box";
  declare hidden?: T; sure!: T;
  accessor watched = 1;
  [key: string]: unknown;
  static { Box.#count++; }
  constructor(private readonly inner: T, public other?: T) { super(); }
  get value(): T { return super.value; }
  set value(v) { this.inner = v; }
  @log() protected async *walk<U>(step: U): AsyncGenerator<U> {}
  abstract area(): number;
  overload(a: string): void;
  overload(a: any) { return #count in a; }
  get = 1
  static async = 2
  'quoted'() {}
  [computed]() {}
}
const C = class extends (mixin(D)) {};
