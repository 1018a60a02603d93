// Binary data.

interface ArrayBuffer {
  readonly byteLength: number;
  readonly detached: boolean;
  readonly maxByteLength: number;
  readonly resizable: boolean;
  resize(newLength?: number): void;
  slice(start?: number, end?: number): ArrayBuffer;
  transfer(newLength?: number): ArrayBuffer;
  transferToFixedLength(newLength?: number): ArrayBuffer;
  readonly [Symbol.toStringTag]: "ArrayBuffer";
}
interface ArrayBufferConstructor {
  new (length: number, options?: { maxByteLength?: number }): ArrayBuffer;
  readonly prototype: ArrayBuffer;
  isView(value: any): value is ArrayBufferView;
}
declare var ArrayBuffer: ArrayBufferConstructor;

interface SharedArrayBuffer {
  readonly byteLength: number;
  readonly growable: boolean;
  readonly maxByteLength: number;
  grow(newLength?: number): void;
  slice(start?: number, end?: number): SharedArrayBuffer;
  readonly [Symbol.toStringTag]: "SharedArrayBuffer";
}
interface SharedArrayBufferConstructor {
  new (length: number, options?: { maxByteLength?: number }): SharedArrayBuffer;
  readonly prototype: SharedArrayBuffer;
}
declare var SharedArrayBuffer: SharedArrayBufferConstructor;

type ArrayBufferLike = ArrayBuffer | SharedArrayBuffer;
interface ArrayBufferView<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
}

interface DataView<B extends ArrayBufferLike = ArrayBufferLike> {
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  getInt8(byteOffset: number): number;
  setInt8(byteOffset: number, value: number): void;
  getUint8(byteOffset: number): number;
  setUint8(byteOffset: number, value: number): void;
  getInt16(byteOffset: number, littleEndian?: boolean): number;
  setInt16(byteOffset: number, value: number, littleEndian?: boolean): void;
  getUint16(byteOffset: number, littleEndian?: boolean): number;
  setUint16(byteOffset: number, value: number, littleEndian?: boolean): void;
  getInt32(byteOffset: number, littleEndian?: boolean): number;
  setInt32(byteOffset: number, value: number, littleEndian?: boolean): void;
  getUint32(byteOffset: number, littleEndian?: boolean): number;
  setUint32(byteOffset: number, value: number, littleEndian?: boolean): void;
  getFloat16(byteOffset: number, littleEndian?: boolean): number;
  setFloat16(byteOffset: number, value: number, littleEndian?: boolean): void;
  getFloat32(byteOffset: number, littleEndian?: boolean): number;
  setFloat32(byteOffset: number, value: number, littleEndian?: boolean): void;
  getFloat64(byteOffset: number, littleEndian?: boolean): number;
  setFloat64(byteOffset: number, value: number, littleEndian?: boolean): void;
  getBigInt64(byteOffset: number, littleEndian?: boolean): bigint;
  setBigInt64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  getBigUint64(byteOffset: number, littleEndian?: boolean): bigint;
  setBigUint64(byteOffset: number, value: bigint, littleEndian?: boolean): void;
  readonly [Symbol.toStringTag]: string;
}
interface DataViewConstructor {
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, byteLength?: number): DataView<B>;
  readonly prototype: DataView;
}
declare var DataView: DataViewConstructor;

interface Int8Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Int8Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Int8Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int8Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Int8Array<B>;
  toLocaleString(): string;
  toReversed(): Int8Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Int8Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Int8Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Int8Array";
}
interface Int8ArrayConstructor {
  new (length?: number): Int8Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Int8Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Int8Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Int8Array<ArrayBuffer>;
  readonly prototype: Int8Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Int8Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Int8Array<ArrayBuffer>;
  of(...values: number[]): Int8Array<ArrayBuffer>;
}
declare var Int8Array: Int8ArrayConstructor;

interface Uint8Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Uint8Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Uint8Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint8Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Uint8Array<B>;
  toLocaleString(): string;
  toReversed(): Uint8Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Uint8Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Uint8Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Uint8Array";
}
interface Uint8ArrayConstructor {
  new (length?: number): Uint8Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Uint8Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Uint8Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Uint8Array<ArrayBuffer>;
  readonly prototype: Uint8Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Uint8Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Uint8Array<ArrayBuffer>;
  of(...values: number[]): Uint8Array<ArrayBuffer>;
}
declare var Uint8Array: Uint8ArrayConstructor;

interface Uint8ClampedArray<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Uint8ClampedArray<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Uint8ClampedArray<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint8ClampedArray<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Uint8ClampedArray<B>;
  toLocaleString(): string;
  toReversed(): Uint8ClampedArray<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Uint8ClampedArray<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Uint8ClampedArray<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Uint8ClampedArray";
}
interface Uint8ClampedArrayConstructor {
  new (length?: number): Uint8ClampedArray<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Uint8ClampedArray<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Uint8ClampedArray<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Uint8ClampedArray<ArrayBuffer>;
  readonly prototype: Uint8ClampedArray;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Uint8ClampedArray<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Uint8ClampedArray<ArrayBuffer>;
  of(...values: number[]): Uint8ClampedArray<ArrayBuffer>;
}
declare var Uint8ClampedArray: Uint8ClampedArrayConstructor;

interface Int16Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Int16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Int16Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Int16Array<B>;
  toLocaleString(): string;
  toReversed(): Int16Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Int16Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Int16Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Int16Array";
}
interface Int16ArrayConstructor {
  new (length?: number): Int16Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Int16Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Int16Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Int16Array<ArrayBuffer>;
  readonly prototype: Int16Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Int16Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Int16Array<ArrayBuffer>;
  of(...values: number[]): Int16Array<ArrayBuffer>;
}
declare var Int16Array: Int16ArrayConstructor;

interface Uint16Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Uint16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Uint16Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Uint16Array<B>;
  toLocaleString(): string;
  toReversed(): Uint16Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Uint16Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Uint16Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Uint16Array";
}
interface Uint16ArrayConstructor {
  new (length?: number): Uint16Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Uint16Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Uint16Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Uint16Array<ArrayBuffer>;
  readonly prototype: Uint16Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Uint16Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Uint16Array<ArrayBuffer>;
  of(...values: number[]): Uint16Array<ArrayBuffer>;
}
declare var Uint16Array: Uint16ArrayConstructor;

interface Int32Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Int32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Int32Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Int32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Int32Array<B>;
  toLocaleString(): string;
  toReversed(): Int32Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Int32Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Int32Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Int32Array";
}
interface Int32ArrayConstructor {
  new (length?: number): Int32Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Int32Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Int32Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Int32Array<ArrayBuffer>;
  readonly prototype: Int32Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Int32Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Int32Array<ArrayBuffer>;
  of(...values: number[]): Int32Array<ArrayBuffer>;
}
declare var Int32Array: Int32ArrayConstructor;

interface Uint32Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Uint32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Uint32Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Uint32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Uint32Array<B>;
  toLocaleString(): string;
  toReversed(): Uint32Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Uint32Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Uint32Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Uint32Array";
}
interface Uint32ArrayConstructor {
  new (length?: number): Uint32Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Uint32Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Uint32Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Uint32Array<ArrayBuffer>;
  readonly prototype: Uint32Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Uint32Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Uint32Array<ArrayBuffer>;
  of(...values: number[]): Uint32Array<ArrayBuffer>;
}
declare var Uint32Array: Uint32ArrayConstructor;

interface Float16Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Float16Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Float16Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float16Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Float16Array<B>;
  toLocaleString(): string;
  toReversed(): Float16Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Float16Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Float16Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Float16Array";
}
interface Float16ArrayConstructor {
  new (length?: number): Float16Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Float16Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Float16Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Float16Array<ArrayBuffer>;
  readonly prototype: Float16Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Float16Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Float16Array<ArrayBuffer>;
  of(...values: number[]): Float16Array<ArrayBuffer>;
}
declare var Float16Array: Float16ArrayConstructor;

interface Float32Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Float32Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Float32Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float32Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Float32Array<B>;
  toLocaleString(): string;
  toReversed(): Float32Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Float32Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Float32Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Float32Array";
}
interface Float32ArrayConstructor {
  new (length?: number): Float32Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Float32Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Float32Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Float32Array<ArrayBuffer>;
  readonly prototype: Float32Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Float32Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Float32Array<ArrayBuffer>;
  of(...values: number[]): Float32Array<ArrayBuffer>;
}
declare var Float32Array: Float32ArrayConstructor;

interface Float64Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: number;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): number | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, number]>;
  every(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: number, start?: number, end?: number): this;
  filter(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): Float64Array<ArrayBuffer>;
  find(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number | undefined;
  findLastIndex(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: number, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: number, from?: number): boolean;
  indexOf(value: number, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: number, from?: number): number;
  map(callback: (value: number, index: number, array: this) => number, thisArgument?: any): Float64Array<ArrayBuffer>;
  reduce(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduce<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: number, current: number, index: number, array: this) => number): number;
  reduceRight<U>(callback: (previous: U, current: number, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<number>, offset?: number): void;
  slice(start?: number, end?: number): Float64Array<ArrayBuffer>;
  some(predicate: (value: number, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: number, b: number) => number): this;
  subarray(start?: number, end?: number): Float64Array<B>;
  toLocaleString(): string;
  toReversed(): Float64Array<ArrayBuffer>;
  toSorted(comparator?: (a: number, b: number) => number): Float64Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<number>;
  with(index: number, value: number): Float64Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<number>;
  readonly [Symbol.toStringTag]: "Float64Array";
}
interface Float64ArrayConstructor {
  new (length?: number): Float64Array<ArrayBuffer>;
  new (values: ArrayLike<number> | Iterable<number>): Float64Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): Float64Array<B>;
  new (values: ArrayLike<number> | ArrayBuffer): Float64Array<ArrayBuffer>;
  readonly prototype: Float64Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<number> | Iterable<number>): Float64Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => number, thisArgument?: any): Float64Array<ArrayBuffer>;
  of(...values: number[]): Float64Array<ArrayBuffer>;
}
declare var Float64Array: Float64ArrayConstructor;

interface BigInt64Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: bigint;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): bigint | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, bigint]>;
  every(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: bigint, start?: number, end?: number): this;
  filter(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): BigInt64Array<ArrayBuffer>;
  find(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): bigint | undefined;
  findIndex(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): bigint | undefined;
  findLastIndex(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: bigint, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: bigint, from?: number): boolean;
  indexOf(value: bigint, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: bigint, from?: number): number;
  map(callback: (value: bigint, index: number, array: this) => bigint, thisArgument?: any): BigInt64Array<ArrayBuffer>;
  reduce(callback: (previous: bigint, current: bigint, index: number, array: this) => bigint): bigint;
  reduce<U>(callback: (previous: U, current: bigint, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: bigint, current: bigint, index: number, array: this) => bigint): bigint;
  reduceRight<U>(callback: (previous: U, current: bigint, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<bigint>, offset?: number): void;
  slice(start?: number, end?: number): BigInt64Array<ArrayBuffer>;
  some(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: bigint, b: bigint) => number | bigint): this;
  subarray(start?: number, end?: number): BigInt64Array<B>;
  toLocaleString(): string;
  toReversed(): BigInt64Array<ArrayBuffer>;
  toSorted(comparator?: (a: bigint, b: bigint) => number | bigint): BigInt64Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<bigint>;
  with(index: number, value: bigint): BigInt64Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<bigint>;
  readonly [Symbol.toStringTag]: "BigInt64Array";
}
interface BigInt64ArrayConstructor {
  new (length?: number): BigInt64Array<ArrayBuffer>;
  new (values: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): BigInt64Array<B>;
  new (values: ArrayLike<bigint> | ArrayBuffer): BigInt64Array<ArrayBuffer>;
  readonly prototype: BigInt64Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<bigint> | Iterable<bigint>): BigInt64Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => bigint, thisArgument?: any): BigInt64Array<ArrayBuffer>;
  of(...values: bigint[]): BigInt64Array<ArrayBuffer>;
}
declare var BigInt64Array: BigInt64ArrayConstructor;

interface BigUint64Array<B extends ArrayBufferLike = ArrayBufferLike> {
  [index: number]: bigint;
  readonly BYTES_PER_ELEMENT: number;
  readonly buffer: B;
  readonly byteLength: number;
  readonly byteOffset: number;
  readonly length: number;
  at(index: number): bigint | undefined;
  copyWithin(target: number, start: number, end?: number): this;
  entries(): IterableIterator<[number, bigint]>;
  every(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): boolean;
  fill(value: bigint, start?: number, end?: number): this;
  filter(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): BigUint64Array<ArrayBuffer>;
  find(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): bigint | undefined;
  findIndex(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): bigint | undefined;
  findLastIndex(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): number;
  forEach(callback: (value: bigint, index: number, array: this) => void, thisArgument?: any): void;
  includes(value: bigint, from?: number): boolean;
  indexOf(value: bigint, from?: number): number;
  join(separator?: string): string;
  keys(): IterableIterator<number>;
  lastIndexOf(value: bigint, from?: number): number;
  map(callback: (value: bigint, index: number, array: this) => bigint, thisArgument?: any): BigUint64Array<ArrayBuffer>;
  reduce(callback: (previous: bigint, current: bigint, index: number, array: this) => bigint): bigint;
  reduce<U>(callback: (previous: U, current: bigint, index: number, array: this) => U, initial: U): U;
  reduceRight(callback: (previous: bigint, current: bigint, index: number, array: this) => bigint): bigint;
  reduceRight<U>(callback: (previous: U, current: bigint, index: number, array: this) => U, initial: U): U;
  reverse(): this;
  set(source: ArrayLike<bigint>, offset?: number): void;
  slice(start?: number, end?: number): BigUint64Array<ArrayBuffer>;
  some(predicate: (value: bigint, index: number, array: this) => unknown, thisArgument?: any): boolean;
  sort(comparator?: (a: bigint, b: bigint) => number | bigint): this;
  subarray(start?: number, end?: number): BigUint64Array<B>;
  toLocaleString(): string;
  toReversed(): BigUint64Array<ArrayBuffer>;
  toSorted(comparator?: (a: bigint, b: bigint) => number | bigint): BigUint64Array<ArrayBuffer>;
  toString(): string;
  values(): IterableIterator<bigint>;
  with(index: number, value: bigint): BigUint64Array<ArrayBuffer>;
  [Symbol.iterator](): IterableIterator<bigint>;
  readonly [Symbol.toStringTag]: "BigUint64Array";
}
interface BigUint64ArrayConstructor {
  new (length?: number): BigUint64Array<ArrayBuffer>;
  new (values: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array<ArrayBuffer>;
  new <B extends ArrayBufferLike = ArrayBuffer>(buffer: B, byteOffset?: number, length?: number): BigUint64Array<B>;
  new (values: ArrayLike<bigint> | ArrayBuffer): BigUint64Array<ArrayBuffer>;
  readonly prototype: BigUint64Array;
  readonly BYTES_PER_ELEMENT: number;
  from(source: ArrayLike<bigint> | Iterable<bigint>): BigUint64Array<ArrayBuffer>;
  from<T>(source: ArrayLike<T> | Iterable<T>, mapper: (value: T, index: number) => bigint, thisArgument?: any): BigUint64Array<ArrayBuffer>;
  of(...values: bigint[]): BigUint64Array<ArrayBuffer>;
}
declare var BigUint64Array: BigUint64ArrayConstructor;

type IntegerTypedArray = Int8Array | Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array;
interface Atomics {
  add(array: IntegerTypedArray, index: number, value: number): number;
  add(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  and(array: IntegerTypedArray, index: number, value: number): number;
  and(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  exchange(array: IntegerTypedArray, index: number, value: number): number;
  exchange(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  or(array: IntegerTypedArray, index: number, value: number): number;
  or(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  store(array: IntegerTypedArray, index: number, value: number): number;
  store(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  sub(array: IntegerTypedArray, index: number, value: number): number;
  sub(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  xor(array: IntegerTypedArray, index: number, value: number): number;
  xor(array: BigInt64Array | BigUint64Array, index: number, value: bigint): bigint;
  compareExchange(array: IntegerTypedArray, index: number, expected: number, replacement: number): number;
  compareExchange(array: BigInt64Array | BigUint64Array, index: number, expected: bigint, replacement: bigint): bigint;
  isLockFree(size: number): boolean;
  load(array: IntegerTypedArray, index: number): number;
  load(array: BigInt64Array | BigUint64Array, index: number): bigint;
  notify(array: Int32Array | BigInt64Array, index: number, count?: number): number;
  wait(array: Int32Array, index: number, value: number, timeout?: number): "not-equal" | "ok" | "timed-out";
  wait(array: BigInt64Array, index: number, value: bigint, timeout?: number): "not-equal" | "ok" | "timed-out";
  readonly [Symbol.toStringTag]: "Atomics";
}
declare var Atomics: Atomics;
