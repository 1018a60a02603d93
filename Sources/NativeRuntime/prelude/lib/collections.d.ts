// Keyed collections.

interface Map<K, V> {
  clear(): void;
  delete(key: K): boolean;
  forEach(callback: (value: V, key: K, map: Map<K, V>) => void, thisArgument?: any): void;
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): this;
  readonly size: number;
  entries(): IterableIterator<[K, V]>;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
  [Symbol.iterator](): IterableIterator<[K, V]>;
}
interface MapConstructor {
  new (): Map<any, any>;
  new <K, V>(entries?: Iterable<readonly [K, V]> | null): Map<K, V>;
  readonly prototype: Map<any, any>;
  groupBy<K, T>(items: Iterable<T>, key: (item: T, index: number) => K): Map<K, T[]>;
}
declare var Map: MapConstructor;
interface ReadonlyMap<K, V> {
  forEach(callback: (value: V, key: K, map: ReadonlyMap<K, V>) => void, thisArgument?: any): void;
  get(key: K): V | undefined;
  has(key: K): boolean;
  readonly size: number;
  entries(): IterableIterator<[K, V]>;
  keys(): IterableIterator<K>;
  values(): IterableIterator<V>;
  [Symbol.iterator](): IterableIterator<[K, V]>;
}

interface ReadonlySetLike<T> {
  keys(): Iterator<T>;
  has(value: T): boolean;
  readonly size: number;
}
interface Set<T> {
  add(value: T): this;
  clear(): void;
  delete(value: T): boolean;
  forEach(callback: (value: T, key: T, set: Set<T>) => void, thisArgument?: any): void;
  has(value: T): boolean;
  readonly size: number;
  entries(): IterableIterator<[T, T]>;
  keys(): IterableIterator<T>;
  values(): IterableIterator<T>;
  union<U>(other: ReadonlySetLike<U>): Set<T | U>;
  intersection<U>(other: ReadonlySetLike<U>): Set<T & U>;
  difference<U>(other: ReadonlySetLike<U>): Set<T>;
  symmetricDifference<U>(other: ReadonlySetLike<U>): Set<T | U>;
  isSubsetOf(other: ReadonlySetLike<unknown>): boolean;
  isSupersetOf(other: ReadonlySetLike<unknown>): boolean;
  isDisjointFrom(other: ReadonlySetLike<unknown>): boolean;
  [Symbol.iterator](): IterableIterator<T>;
}
interface SetConstructor {
  new <T = any>(values?: Iterable<T> | null): Set<T>;
  readonly prototype: Set<any>;
}
declare var Set: SetConstructor;
interface ReadonlySet<T> {
  forEach(callback: (value: T, key: T, set: ReadonlySet<T>) => void, thisArgument?: any): void;
  has(value: T): boolean;
  readonly size: number;
  entries(): IterableIterator<[T, T]>;
  keys(): IterableIterator<T>;
  values(): IterableIterator<T>;
  [Symbol.iterator](): IterableIterator<T>;
}

interface WeakMap<K, V> {
  delete(key: K): boolean;
  get(key: K): V | undefined;
  has(key: K): boolean;
  set(key: K, value: V): this;
}
interface WeakMapConstructor {
  new <K = any, V = any>(entries?: readonly (readonly [K, V])[] | null): WeakMap<K, V>;
  readonly prototype: WeakMap<any, any>;
}
declare var WeakMap: WeakMapConstructor;
interface WeakSet<T> {
  add(value: T): this;
  delete(value: T): boolean;
  has(value: T): boolean;
}
interface WeakSetConstructor {
  new <T = any>(values?: readonly T[] | null): WeakSet<T>;
  readonly prototype: WeakSet<any>;
}
declare var WeakSet: WeakSetConstructor;

interface WeakRef<T> { deref(): T | undefined }
interface WeakRefConstructor {
  new <T>(target: T): WeakRef<T>;
  readonly prototype: WeakRef<any>;
}
declare var WeakRef: WeakRefConstructor;
interface FinalizationRegistry<T> {
  register(target: any, heldValue: T, unregisterToken?: any): void;
  unregister(unregisterToken: any): boolean;
}
interface FinalizationRegistryConstructor {
  new <T>(cleanupCallback: (heldValue: T) => void): FinalizationRegistry<T>;
  readonly prototype: FinalizationRegistry<any>;
}
declare var FinalizationRegistry: FinalizationRegistryConstructor;
