/// The methods of `%TypedArray%` and `%TypedArray%.prototype` that call back (ECMA-262 23.2.2, 23.2.3).
import {
  argumentCount, call2, call3, call4, comparatorDirection, isConstructor, listFromIterable, typedArrayCopy,
  typedArrayCreate, typedArrayLength, typedArraySort, typedArraySpeciesCreate,
} from "polyglot:runtime";
import { describeValue, lengthOf, throwNotCallable, throwNotIterable } from "./abstract-operations.ts";

/// Throws the TypeError of a callback that is no function.
function checkCallback(callback: any): void {
  if (typeof callback !== "function") throw new TypeError(describeValue(callback) + " is not a function");
}

/// `%TypedArray%.prototype.forEach`
export function forEach(this: any, callback: any, thisArg?: any): void {
  const length = typedArrayLength(this, "forEach");
  checkCallback(callback);
  for (let i = 0; i < length; i++) call3(callback, thisArg, this[i], i, this);
}

/// `%TypedArray%.prototype.every`
export function every(this: any, callback: any, thisArg?: any): boolean {
  const length = typedArrayLength(this, "every");
  checkCallback(callback);
  for (let i = 0; i < length; i++) {
    if (!call3(callback, thisArg, this[i], i, this)) return false;
  }
  return true;
}

/// `%TypedArray%.prototype.some`
export function some(this: any, callback: any, thisArg?: any): boolean {
  const length = typedArrayLength(this, "some");
  checkCallback(callback);
  for (let i = 0; i < length; i++) {
    if (call3(callback, thisArg, this[i], i, this)) return true;
  }
  return false;
}

/// `%TypedArray%.prototype.find`
export function find(this: any, predicate: any, thisArg?: any): any {
  const length = typedArrayLength(this, "find");
  checkCallback(predicate);
  for (let i = 0; i < length; i++) {
    const value = this[i];
    if (call3(predicate, thisArg, value, i, this)) return value;
  }
  return undefined;
}

/// `%TypedArray%.prototype.findIndex`
export function findIndex(this: any, predicate: any, thisArg?: any): number {
  const length = typedArrayLength(this, "findIndex");
  checkCallback(predicate);
  for (let i = 0; i < length; i++) {
    if (call3(predicate, thisArg, this[i], i, this)) return i;
  }
  return -1;
}

/// `%TypedArray%.prototype.findLast`
export function findLast(this: any, predicate: any, thisArg?: any): any {
  const length = typedArrayLength(this, "findLast");
  checkCallback(predicate);
  for (let i = length - 1; i >= 0; i--) {
    const value = this[i];
    if (call3(predicate, thisArg, value, i, this)) return value;
  }
  return undefined;
}

/// `%TypedArray%.prototype.findLastIndex`
export function findLastIndex(this: any, predicate: any, thisArg?: any): number {
  const length = typedArrayLength(this, "findLastIndex");
  checkCallback(predicate);
  for (let i = length - 1; i >= 0; i--) {
    if (call3(predicate, thisArg, this[i], i, this)) return i;
  }
  return -1;
}

/// `%TypedArray%.prototype.reduce`
export function reduce(this: any, callback: any, initialValue?: any): any {
  const length = typedArrayLength(this, "reduce");
  checkCallback(callback);
  let accumulator = initialValue;
  let i = 0;
  if (argumentCount() < 2) {
    if (length === 0) throw new TypeError("Reduce of empty array with no initial value");
    accumulator = this[i++];
  }
  for (; i < length; i++) accumulator = call4(callback, undefined, accumulator, this[i], i, this);
  return accumulator;
}

/// `%TypedArray%.prototype.reduceRight`
export function reduceRight(this: any, callback: any, initialValue?: any): any {
  const length = typedArrayLength(this, "reduceRight");
  checkCallback(callback);
  let accumulator = initialValue;
  let i = length - 1;
  if (argumentCount() < 2) {
    if (length === 0) throw new TypeError("Reduce of empty array with no initial value");
    accumulator = this[i--];
  }
  for (; i >= 0; i--) accumulator = call4(callback, undefined, accumulator, this[i], i, this);
  return accumulator;
}

/// `%TypedArray%.prototype.map`
export function map(this: any, callback: any, thisArg?: any): any {
  const length = typedArrayLength(this, "map");
  checkCallback(callback);
  const result: any = typedArraySpeciesCreate(this, length);
  for (let i = 0; i < length; i++) result[i] = call3(callback, thisArg, this[i], i, this);
  return result;
}

/// `%TypedArray%.prototype.filter`
export function filter(this: any, callback: any, thisArg?: any): any {
  const length = typedArrayLength(this, "filter");
  checkCallback(callback);
  const kept: any[] = [];
  let count = 0;
  for (let i = 0; i < length; i++) {
    const value = this[i];
    if (call3(callback, thisArg, value, i, this)) kept[count++] = value;
  }
  const result: any = typedArraySpeciesCreate(this, count);
  for (let i = 0; i < count; i++) result[i] = kept[i];
  return result;
}

function checkComparator(comparator: any): void {
  if (comparator !== undefined && typeof comparator !== "function") {
    throw new TypeError("The comparison function must be either a function or undefined: " + describeValue(comparator));
  }
}

/// Sorts the elements that a typed array has at the moment.
function sortElements(array: any, length: number, comparator: any): void {
  if (comparator === undefined) {
    typedArraySort(array, 0);
    return;
  }
  const direction = comparatorDirection(comparator);
  if (direction !== 0 && typedArraySort(array, direction)) return;
  const values: any[] = [];
  for (let i = 0; i < length; i++) values[i] = array[i];
  // Two copies, which take turns in being what is merged and where it goes.
  const sorted: any[] = [];
  for (let i = 0; i < length; i++) sorted[i] = values[i];
  if (length > 1) mergeSort(values, 0, length, sorted, comparator);
  // What the comparator took away is not written.
  for (let i = 0; i < length; i++) array[i] = sorted[i];
}

/// Sorts the elements of `source` from `from` up to `to` into `target`, where they are, too. Pairs are compared in the
/// order in which V8 does, which comparators can see.
function mergeSort(source: any[], from: number, to: number, target: any[], comparator: any): void {
  const middle = from + ((to - from) >> 1);
  if (middle - from > 1) mergeSort(target, from, middle, source, comparator);
  if (to - middle > 1) mergeSort(target, middle, to, source, comparator);
  let left = from;
  let right = middle;
  for (let i = from; i < to; i++) {
    let takesLeft = right >= to;
    if (left < middle && right < to) {
      const order: any = +call2(comparator, undefined, source[left], source[right]);
      takesLeft = !(order > 0);
    }
    target[i] = takesLeft ? source[left++] : source[right++];
  }
}

/// `%TypedArray%.prototype.sort`
export function sort(this: any, comparator?: any): any {
  checkComparator(comparator);
  const length = typedArrayLength(this, "sort");
  sortElements(this, length, comparator);
  return this;
}

/// `%TypedArray%.prototype.toSorted`
export function toSorted(this: any, comparator?: any): any {
  checkComparator(comparator);
  const length = typedArrayLength(this, "toSorted");
  const result: any = typedArrayCopy(this, length);
  sortElements(result, length, comparator);
  return result;
}

/// `%TypedArray%.from`
export function from(this: any, source: any, mapper?: any, thisArg?: any): any {
  if (!isConstructor(this)) throw new TypeError(describeValue(this) + " is not a constructor");
  const mapping = mapper !== undefined;
  if (mapping && typeof mapper !== "function") throwNotCallable(mapper);
  if (source === undefined || source === null) throwNotIterable(source);
  const method = source[Symbol.iterator];
  if (method !== undefined && method !== null) {
    if (typeof method !== "function") throw new TypeError(describeValue(method) + " is not a function");
    const values: any[] = listFromIterable(source, method);
    const count = values.length;
    const target: any = typedArrayCreate(this, count);
    for (let i = 0; i < count; i++) target[i] = mapping ? call2(mapper, thisArg, values[i], i) : values[i];
    return target;
  }
  const object = Object(source);
  const length = lengthOf(object);
  const target: any = typedArrayCreate(this, length);
  for (let i = 0; i < length; i++) {
    const value = object[i];
    target[i] = mapping ? call2(mapper, thisArg, value, i) : value;
  }
  return target;
}
