// The built-in objects of ECMA-262 that the runtime has, as the type checker sees them.

declare var NaN: number;
declare var Infinity: number;
declare function parseInt(string: string, radix?: number): number;
declare function parseFloat(string: string): number;
declare function isNaN(number: number): boolean;
declare function isFinite(number: number): boolean;
declare function encodeURIComponent(text: string | number | boolean): string;
declare function decodeURIComponent(text: string): string;
declare function encodeURI(text: string): string;
declare function decodeURI(text: string): string;
declare function escape(text: string): string;
declare function unescape(text: string): string;
declare var globalThis: any;

type PropertyKey = string | number | symbol;

interface PropertyDescriptor {
  configurable?: boolean;
  enumerable?: boolean;
  value?: any;
  writable?: boolean;
  get?(): any;
  set?(value: any): void;
}
interface PropertyDescriptorMap { [key: string]: PropertyDescriptor }

interface Object {
  constructor: Function;
  toString(): string;
  toLocaleString(): string;
  valueOf(): Object;
  hasOwnProperty(key: PropertyKey): boolean;
  isPrototypeOf(value: Object): boolean;
  propertyIsEnumerable(key: PropertyKey): boolean;
}
interface ObjectConstructor {
  new (value?: any): Object;
  (value?: any): any;
  readonly prototype: Object;
  getPrototypeOf(value: any): any;
  setPrototypeOf(value: any, prototype: object | null): any;
  getOwnPropertyDescriptor(value: any, key: PropertyKey): PropertyDescriptor | undefined;
  getOwnPropertyDescriptors(value: any): any;
  getOwnPropertyNames(value: any): string[];
  getOwnPropertySymbols(value: any): symbol[];
  create(prototype: object | null, properties?: PropertyDescriptorMap): any;
  defineProperty<T>(value: T, key: PropertyKey, descriptor: PropertyDescriptor): T;
  defineProperties<T>(value: T, properties: PropertyDescriptorMap): T;
  seal<T>(value: T): T;
  freeze<T>(value: T): Readonly<T>;
  preventExtensions<T>(value: T): T;
  isSealed(value: any): boolean;
  isFrozen(value: any): boolean;
  isExtensible(value: any): boolean;
  keys(value: {}): string[];
  values<T>(value: { [key: string]: T } | ArrayLike<T>): T[];
  values(value: {}): any[];
  entries<T>(value: { [key: string]: T } | ArrayLike<T>): [string, T][];
  entries(value: {}): [string, any][];
  assign(target: any, ...sources: any[]): any;
  is(a: any, b: any): boolean;
  fromEntries<T = any>(entries: Iterable<readonly [PropertyKey, T]>): { [key: string]: T };
  fromEntries(entries: Iterable<readonly any[]>): any;
  hasOwn(value: object, key: PropertyKey): boolean;
  groupBy<K extends PropertyKey, T>(items: Iterable<T>, key: (item: T, index: number) => K): Partial<Record<K, T[]>>;
}
declare var Object: ObjectConstructor;

declare var Reflect: {
  ownKeys(value: object): (string | symbol)[];
};

interface Function {
  apply(this: Function, thisArgument: any, parameters?: any): any;
  call(this: Function, thisArgument: any, ...parameters: any[]): any;
  bind(this: Function, thisArgument: any, ...parameters: any[]): any;
  toString(): string;
  prototype: any;
  readonly length: number;
  readonly name: string;
}
interface FunctionConstructor {
  new (...parameters: string[]): Function;
  (...parameters: string[]): Function;
  readonly prototype: Function;
}
declare var Function: FunctionConstructor;

interface Boolean { valueOf(): boolean }
interface BooleanConstructor {
  new (value?: any): Boolean;
  <T>(value?: T): boolean;
  readonly prototype: Boolean;
}
declare var Boolean: BooleanConstructor;

interface Symbol {
  toString(): string;
  valueOf(): symbol;
  readonly description: string | undefined;
}
interface SymbolConstructor {
  (description?: string | number): symbol;
  readonly prototype: Symbol;
  for(key: string): symbol;
  keyFor(symbol: symbol): string | undefined;
  readonly iterator: symbol;
  readonly asyncIterator: symbol;
  readonly hasInstance: symbol;
  readonly isConcatSpreadable: symbol;
  readonly species: symbol;
  readonly toPrimitive: symbol;
  readonly toStringTag: symbol;
  readonly unscopables: symbol;
  readonly match: symbol;
  readonly matchAll: symbol;
  readonly replace: symbol;
  readonly search: symbol;
  readonly split: symbol;
}
declare var Symbol: SymbolConstructor;

interface NumberFormatOptions { [option: string]: any }
interface Number {
  toString(radix?: number): string;
  toFixed(digits?: number): string;
  toExponential(digits?: number): string;
  toPrecision(precision?: number): string;
  valueOf(): number;
  toLocaleString(locales?: string | string[], options?: NumberFormatOptions): string;
}
interface NumberConstructor {
  new (value?: any): Number;
  (value?: any): number;
  readonly prototype: Number;
  readonly MAX_VALUE: number;
  readonly MIN_VALUE: number;
  readonly NaN: number;
  readonly NEGATIVE_INFINITY: number;
  readonly POSITIVE_INFINITY: number;
  readonly EPSILON: number;
  readonly MAX_SAFE_INTEGER: number;
  readonly MIN_SAFE_INTEGER: number;
  isFinite(value: unknown): boolean;
  isInteger(value: unknown): boolean;
  isNaN(value: unknown): boolean;
  isSafeInteger(value: unknown): boolean;
  parseFloat(text: string): number;
  parseInt(text: string, radix?: number): number;
}
declare var Number: NumberConstructor;

interface BigInt {
  toString(radix?: number): string;
  toLocaleString(locales?: any, options?: any): string;
  valueOf(): bigint;
}
interface BigIntConstructor {
  (value: bigint | boolean | number | string): bigint;
  readonly prototype: BigInt;
  asIntN(bits: number, value: bigint): bigint;
  asUintN(bits: number, value: bigint): bigint;
}
declare var BigInt: BigIntConstructor;

interface TemplateStringsArray extends ReadonlyArray<string> { readonly raw: readonly string[] }
interface RegExpIndicesArray extends Array<[number, number]> {
  groups?: { [key: string]: [number, number] };
}
interface RegExpMatchArray extends Array<string> {
  index?: number;
  input?: string;
  groups?: { [key: string]: string };
  indices?: RegExpIndicesArray;
}
interface RegExpExecArray extends Array<string> {
  index: number;
  input: string;
  groups?: { [key: string]: string };
  indices?: RegExpIndicesArray;
}
interface RegExp {
  exec(text: string): RegExpExecArray | null;
  test(text: string): boolean;
  compile(pattern: string, flags?: string): this;
  toString(): string;
  readonly source: string;
  readonly flags: string;
  readonly global: boolean;
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly sticky: boolean;
  readonly unicode: boolean;
  readonly unicodeSets: boolean;
  readonly hasIndices: boolean;
  lastIndex: number;
  [Symbol.match](text: string): RegExpMatchArray | null;
  [Symbol.matchAll](text: string): IterableIterator<RegExpExecArray>;
  [Symbol.replace](text: string, replacement: string): string;
  [Symbol.replace](text: string, replacer: (match: string, ...rest: any[]) => string): string;
  [Symbol.search](text: string): number;
  [Symbol.split](text: string, limit?: number): string[];
}
interface RegExpConstructor {
  new (pattern: RegExp | string, flags?: string): RegExp;
  (pattern: RegExp | string, flags?: string): RegExp;
  readonly prototype: RegExp;
  escape(text: string): string;
}
declare var RegExp: RegExpConstructor;

interface String {
  toString(): string;
  charAt(position: number): string;
  charCodeAt(index: number): number;
  codePointAt(position: number): number | undefined;
  at(index: number): string | undefined;
  concat(...strings: string[]): string;
  indexOf(text: string, position?: number): number;
  lastIndexOf(text: string, position?: number): number;
  includes(text: string, position?: number): boolean;
  startsWith(text: string, position?: number): boolean;
  endsWith(text: string, position?: number): boolean;
  localeCompare(that: string, locales?: string | string[], options?: any): number;
  match(pattern: RegExp | string): RegExpMatchArray | null;
  matchAll(pattern: RegExp): IterableIterator<RegExpExecArray>;
  normalize(form?: string): string;
  padStart(length: number, fill?: string): string;
  padEnd(length: number, fill?: string): string;
  repeat(count: number): string;
  replace(pattern: string | RegExp, replacement: string): string;
  replace(pattern: string | RegExp, replacer: (match: string, ...rest: any[]) => string): string;
  replaceAll(pattern: string | RegExp, replacement: string): string;
  replaceAll(pattern: string | RegExp, replacer: (match: string, ...rest: any[]) => string): string;
  search(pattern: string | RegExp): number;
  slice(start?: number, end?: number): string;
  split(separator: string | RegExp, limit?: number): string[];
  substring(start: number, end?: number): string;
  substr(from: number, length?: number): string;
  toLowerCase(): string;
  toUpperCase(): string;
  toLocaleLowerCase(locales?: string | string[]): string;
  toLocaleUpperCase(locales?: string | string[]): string;
  trim(): string;
  trimStart(): string;
  trimEnd(): string;
  isWellFormed(): boolean;
  toWellFormed(): string;
  valueOf(): string;
  readonly length: number;
  readonly [index: number]: string;
  [Symbol.iterator](): IterableIterator<string>;
}
interface StringConstructor {
  new (value?: any): String;
  (value?: any): string;
  readonly prototype: String;
  fromCharCode(...codes: number[]): string;
  fromCodePoint(...codes: number[]): string;
  raw(template: { raw: readonly string[] | ArrayLike<string> }, ...substitutions: any[]): string;
}
declare var String: StringConstructor;

interface ArrayLike<T> {
  readonly length: number;
  readonly [n: number]: T;
}
interface ConcatArray<T> {
  readonly length: number;
  readonly [n: number]: T;
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
}
interface IteratorYieldResult<T> { done?: false; value: T }
interface IteratorReturnResult<R> { done: true; value: R }
type IteratorResult<T, R = any> = IteratorYieldResult<T> | IteratorReturnResult<R>;
interface Iterator<T, R = any, N = any> {
  next(value?: N): IteratorResult<T, R>;
  return?(value?: R): IteratorResult<T, R>;
  throw?(error?: any): IteratorResult<T, R>;
}
interface Iterable<T, R = any, N = any> { [Symbol.iterator](): Iterator<T, R, N> }
interface IterableIterator<T, R = any, N = any> extends Iterator<T, R, N> {
  [Symbol.iterator](): IterableIterator<T, R, N>;
  map<U>(callback: (value: T, index: number) => U): IterableIterator<U>;
  filter<S extends T>(predicate: (value: T, index: number) => value is S): IterableIterator<S>;
  filter(predicate: (value: T, index: number) => unknown): IterableIterator<T>;
  take(limit: number): IterableIterator<T>;
  drop(count: number): IterableIterator<T>;
  flatMap<U>(callback: (value: T, index: number) => Iterable<U>): IterableIterator<U>;
  reduce(callback: (previous: T, current: T, index: number) => T): T;
  reduce<U>(callback: (previous: U, current: T, index: number) => U, initial: U): U;
  toArray(): T[];
  forEach(callback: (value: T, index: number) => void): void;
  some(predicate: (value: T, index: number) => unknown): boolean;
  every(predicate: (value: T, index: number) => unknown): boolean;
  find(predicate: (value: T, index: number) => unknown): T | undefined;
}
interface Generator<T = unknown, R = any, N = any> extends IterableIterator<T, R, N> {
  return(value: R): IteratorResult<T, R>;
  throw(error: any): IteratorResult<T, R>;
}

interface AsyncIterator<T, R = any, N = any> {
  next(...args: [] | [N]): Promise<IteratorResult<T, R>>;
  return?(value?: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  throw?(error?: any): Promise<IteratorResult<T, R>>;
}
interface AsyncIterable<T, R = any, N = any> {
  [Symbol.asyncIterator](): AsyncIterator<T, R, N>;
}
interface AsyncIterableIterator<T, R = any, N = any> extends AsyncIterator<T, R, N> {
  [Symbol.asyncIterator](): AsyncIterableIterator<T, R, N>;
}
interface AsyncGenerator<T = unknown, R = any, N = any> extends AsyncIterator<T, R, N> {
  next(...args: [] | [N]): Promise<IteratorResult<T, R>>;
  return(value: R | PromiseLike<R>): Promise<IteratorResult<T, R>>;
  throw(error: any): Promise<IteratorResult<T, R>>;
  [Symbol.asyncIterator](): AsyncGenerator<T, R, N>;
}

interface ReadonlyArray<T> {
  readonly length: number;
  readonly [n: number]: T;
  toString(): string;
  toLocaleString(): string;
  concat(...items: (T | ConcatArray<T>)[]): T[];
  join(separator?: string): string;
  slice(start?: number, end?: number): T[];
  indexOf(value: T, from?: number): number;
  lastIndexOf(value: T, from?: number): number;
  includes(value: T, from?: number): boolean;
  at(index: number): T | undefined;
  every<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArgument?: any): boolean;
  every(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): boolean;
  some(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): boolean;
  forEach(callback: (value: T, index: number, array: readonly T[]) => void, thisArgument?: any): void;
  map<U>(callback: (value: T, index: number, array: readonly T[]) => U, thisArgument?: any): U[];
  filter<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArgument?: any): S[];
  filter(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): T[];
  reduce(callback: (previous: T, current: T, index: number, array: readonly T[]) => T): T;
  reduce(callback: (previous: T, current: T, index: number, array: readonly T[]) => T, initial: T): T;
  reduce<U>(callback: (previous: U, current: T, index: number, array: readonly T[]) => U, initial: U): U;
  reduceRight(callback: (previous: T, current: T, index: number, array: readonly T[]) => T): T;
  reduceRight<U>(callback: (previous: U, current: T, index: number, array: readonly T[]) => U, initial: U): U;
  find<S extends T>(predicate: (value: T, index: number, array: readonly T[]) => value is S, thisArgument?: any): S | undefined;
  find(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): T | undefined;
  findIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: readonly T[]) => unknown, thisArgument?: any): number;
  flatMap<U>(callback: (value: T, index: number, array: readonly T[]) => U | readonly U[], thisArgument?: any): U[];
  flat(depth?: number): any[];
  entries(): IterableIterator<[number, T]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<T>;
  toReversed(): T[];
  toSorted(compare?: (a: T, b: T) => number): T[];
  toSpliced(start: number, count?: number, ...items: T[]): T[];
  with(index: number, value: T): T[];
  [Symbol.iterator](): IterableIterator<T>;
}
interface Array<T> {
  length: number;
  [n: number]: T;
  toString(): string;
  toLocaleString(): string;
  pop(): T | undefined;
  push(...items: T[]): number;
  concat(...items: (T | ConcatArray<T>)[]): T[];
  join(separator?: string): string;
  reverse(): T[];
  shift(): T | undefined;
  slice(start?: number, end?: number): T[];
  sort(compare?: (a: T, b: T) => number): this;
  splice(start: number, count?: number, ...items: T[]): T[];
  unshift(...items: T[]): number;
  indexOf(value: T, from?: number): number;
  lastIndexOf(value: T, from?: number): number;
  includes(value: T, from?: number): boolean;
  at(index: number): T | undefined;
  fill(value: T, start?: number, end?: number): this;
  copyWithin(target: number, start: number, end?: number): this;
  every<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArgument?: any): boolean;
  every(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): boolean;
  some(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): boolean;
  forEach(callback: (value: T, index: number, array: T[]) => void, thisArgument?: any): void;
  map<U>(callback: (value: T, index: number, array: T[]) => U, thisArgument?: any): U[];
  filter<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArgument?: any): S[];
  filter(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): T[];
  reduce(callback: (previous: T, current: T, index: number, array: T[]) => T): T;
  reduce(callback: (previous: T, current: T, index: number, array: T[]) => T, initial: T): T;
  reduce<U>(callback: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
  reduceRight(callback: (previous: T, current: T, index: number, array: T[]) => T): T;
  reduceRight<U>(callback: (previous: U, current: T, index: number, array: T[]) => U, initial: U): U;
  find<S extends T>(predicate: (value: T, index: number, array: T[]) => value is S, thisArgument?: any): S | undefined;
  find(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): T | undefined;
  findIndex(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): number;
  findLast(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): T | undefined;
  findLastIndex(predicate: (value: T, index: number, array: T[]) => unknown, thisArgument?: any): number;
  flatMap<U>(callback: (value: T, index: number, array: T[]) => U | readonly U[], thisArgument?: any): U[];
  flat(depth?: number): any[];
  entries(): IterableIterator<[number, T]>;
  keys(): IterableIterator<number>;
  values(): IterableIterator<T>;
  toReversed(): T[];
  toSorted(compare?: (a: T, b: T) => number): T[];
  toSpliced(start: number, count?: number, ...items: T[]): T[];
  with(index: number, value: T): T[];
  [Symbol.iterator](): IterableIterator<T>;
}
interface ArrayConstructor {
  new <T = any>(length?: number): T[];
  new <T>(...items: T[]): T[];
  <T = any>(length?: number): T[];
  <T>(...items: T[]): T[];
  isArray(value: any): value is any[];
  from<T>(source: Iterable<T> | ArrayLike<T>): T[];
  from<T, U>(source: Iterable<T> | ArrayLike<T>, map: (value: T, index: number) => U, thisArgument?: any): U[];
  of<T>(...items: T[]): T[];
  readonly prototype: any[];
}
declare var Array: ArrayConstructor;

interface Math {
  readonly E: number;
  readonly LN10: number;
  readonly LN2: number;
  readonly LOG10E: number;
  readonly LOG2E: number;
  readonly PI: number;
  readonly SQRT1_2: number;
  readonly SQRT2: number;
  abs(x: number): number;
  acos(x: number): number;
  acosh(x: number): number;
  asin(x: number): number;
  asinh(x: number): number;
  atan(x: number): number;
  atanh(x: number): number;
  atan2(y: number, x: number): number;
  cbrt(x: number): number;
  ceil(x: number): number;
  clz32(x: number): number;
  cos(x: number): number;
  cosh(x: number): number;
  exp(x: number): number;
  expm1(x: number): number;
  floor(x: number): number;
  fround(x: number): number;
  hypot(...values: number[]): number;
  imul(x: number, y: number): number;
  log(x: number): number;
  log10(x: number): number;
  log1p(x: number): number;
  log2(x: number): number;
  max(...values: number[]): number;
  min(...values: number[]): number;
  pow(x: number, y: number): number;
  random(): number;
  round(x: number): number;
  sign(x: number): number;
  sin(x: number): number;
  sinh(x: number): number;
  sqrt(x: number): number;
  tan(x: number): number;
  tanh(x: number): number;
  trunc(x: number): number;
}
declare var Math: Math;

interface JSON {
  parse(text: string, reviver?: (this: any, key: string, value: any) => any): any;
  stringify(value: any, replacer?: (this: any, key: string, value: any) => any, space?: string | number): string;
  stringify(value: any, replacer?: (number | string)[] | null, space?: string | number): string;
}
declare var JSON: JSON;

interface ErrorOptions { cause?: unknown }
interface Error {
  name: string;
  message: string;
  stack?: string;
  cause?: unknown;
}
interface ErrorConstructor {
  new (message?: string, options?: ErrorOptions): Error;
  (message?: string, options?: ErrorOptions): Error;
  readonly prototype: Error;
  captureStackTrace(target: object, constructor?: Function): void;
  stackTraceLimit: number;
}
declare var Error: ErrorConstructor;
interface RangeError extends Error {}
interface RangeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): RangeError;
  (message?: string, options?: ErrorOptions): RangeError;
  readonly prototype: RangeError;
}
declare var RangeError: RangeErrorConstructor;
interface TypeError extends Error {}
interface TypeErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): TypeError;
  (message?: string, options?: ErrorOptions): TypeError;
  readonly prototype: TypeError;
}
declare var TypeError: TypeErrorConstructor;
interface SyntaxError extends Error {}
interface SyntaxErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): SyntaxError;
  (message?: string, options?: ErrorOptions): SyntaxError;
  readonly prototype: SyntaxError;
}
declare var SyntaxError: SyntaxErrorConstructor;
interface ReferenceError extends Error {}
interface ReferenceErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): ReferenceError;
  (message?: string, options?: ErrorOptions): ReferenceError;
  readonly prototype: ReferenceError;
}
declare var ReferenceError: ReferenceErrorConstructor;
interface EvalError extends Error {}
interface EvalErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): EvalError;
  (message?: string, options?: ErrorOptions): EvalError;
  readonly prototype: EvalError;
}
declare var EvalError: EvalErrorConstructor;
interface URIError extends Error {}
interface URIErrorConstructor extends ErrorConstructor {
  new (message?: string, options?: ErrorOptions): URIError;
  (message?: string, options?: ErrorOptions): URIError;
  readonly prototype: URIError;
}
declare var URIError: URIErrorConstructor;
interface AggregateError extends Error { errors: any[] }
interface AggregateErrorConstructor extends ErrorConstructor {
  new (errors: Iterable<any>, message?: string, options?: ErrorOptions): AggregateError;
  readonly prototype: AggregateError;
}
declare var AggregateError: AggregateErrorConstructor;

interface Date {
  toString(): string;
  toISOString(): string;
  toJSON(key?: any): string;
  getTime(): number;
  valueOf(): number;
  getFullYear(): number;
  getMonth(): number;
  getDate(): number;
  getDay(): number;
  getHours(): number;
  getMinutes(): number;
  getSeconds(): number;
  getMilliseconds(): number;
  getUTCFullYear(): number;
  getUTCMonth(): number;
  getUTCDate(): number;
  getUTCDay(): number;
  getUTCHours(): number;
  getUTCMinutes(): number;
  getUTCSeconds(): number;
  getUTCMilliseconds(): number;
  getTimezoneOffset(): number;
  [method: string]: any;
}
interface DateConstructor {
  new (...parts: any[]): Date;
  (): string;
  readonly prototype: Date;
  parse(text: string): number;
  UTC(...parts: number[]): number;
  now(): number;
}
declare var Date: DateConstructor;

interface PromiseLike<T> { then(fulfilled?: any, rejected?: any): PromiseLike<any> }
interface Promise<T> {
  then(fulfilled?: any, rejected?: any): Promise<any>;
  catch(rejected?: any): Promise<any>;
  finally(callback?: any): Promise<T>;
}
interface PromiseConstructor {
  new <T>(executor: (resolve: (value: any) => void, reject: (reason?: any) => void) => void): Promise<T>;
  readonly prototype: Promise<any>;
  all(values: any): Promise<any>;
  allSettled(values: any): Promise<any>;
  race(values: any): Promise<any>;
  any(values: any): Promise<any>;
  resolve(value?: any): Promise<any>;
  reject(reason?: any): Promise<any>;
}
declare var Promise: PromiseConstructor;

// The checker gives these their meaning; the declarations only name them.
type Partial<T> = { [K in keyof T]?: T[K] };
type Required<T> = { [K in keyof T]-?: T[K] };
type Readonly<T> = { readonly [K in keyof T]: T[K] };
type Pick<T, K extends keyof T> = { [P in K]: T[P] };
type Record<K extends PropertyKey, T> = { [P in K]: T };
type Exclude<T, U> = T extends U ? never : T;
type Extract<T, U> = T extends U ? T : never;
type Omit<T, K extends PropertyKey> = Pick<T, Exclude<keyof T, K>>;
type NonNullable<T> = T & {};
type Parameters<T> = T extends (...parameters: infer P) => any ? P : never;
type ConstructorParameters<T> = T extends new (...parameters: infer P) => any ? P : never;
type ReturnType<T> = T extends (...parameters: any) => infer R ? R : any;
type InstanceType<T> = T extends new (...parameters: any) => infer R ? R : any;
type Awaited<T> = T;
type Uppercase<S extends string> = string;
type Lowercase<S extends string> = string;
type Capitalize<S extends string> = string;
type Uncapitalize<S extends string> = string;
type NoInfer<T> = T;
type ThisType<T> = {};
type ThisParameterType<T> = any;
type OmitThisParameter<T> = any;
