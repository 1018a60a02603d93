/// The methods of `Array.prototype` that call back (ECMA-262 23.1.3).
///
/// Each begins with a loop over a plain array that is short enough to be inlined with its callback; everything else
/// (array-likes, subclasses, wrong arguments) is in a `…Generic` function in another file, which is not copied for
/// callbacks. In the short loops an element that reads as `undefined` may be a hole, which only then is looked for with
/// `in`.
import {
  appendElement, argumentCount, call3, call4, hasDefaultSpecies, isPlainArray, reserveElements,
} from "polyglot:runtime";
import {
  arraySpeciesCreate, createDataProperty, lengthOf, receiverObject, throwNotCallable, toObject,
} from "./abstract-operations.ts";
import {
  everyGeneric, filterGeneric, findGeneric, findIndexGeneric, forEachGeneric, mapGeneric, reduceGeneric, someGeneric,
} from "./array-generic.ts";

/// `Array.prototype.forEach`
export function forEach(this: any, callback: any, thisArg?: any): void {
  if (!isPlainArray(this) || typeof callback !== "function") return forEachGeneric(this, callback, thisArg);
  const array: any[] = this;
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value = array[i];
    if (value !== undefined || i in array) call3(callback, thisArg, value, i, array);
  }
}

/// `Array.prototype.map`
export function map(this: any, callback: any, thisArg?: any): any {
  if (!isPlainArray(this) || typeof callback !== "function" || !hasDefaultSpecies(this)) {
    return mapGeneric(this, callback, thisArg);
  }
  const array: any[] = this;
  const length = array.length;
  const result: any[] = [];
  reserveElements(result, length);
  for (let i = 0; i < length; i++) {
    const value = array[i];
    if (value !== undefined || i in array) appendElement(result, call3(callback, thisArg, value, i, array));
    else result.length = i + 1;
  }
  return result;
}

/// `Array.prototype.filter`
export function filter(this: any, callback: any, thisArg?: any): any {
  if (!isPlainArray(this) || typeof callback !== "function" || !hasDefaultSpecies(this)) {
    return filterGeneric(this, callback, thisArg);
  }
  const array: any[] = this;
  const length = array.length;
  const result: any[] = [];
  for (let i = 0; i < length; i++) {
    const value = array[i];
    if ((value !== undefined || i in array) && call3(callback, thisArg, value, i, array)) appendElement(result, value);
  }
  return result;
}

/// `Array.prototype.some`
export function some(this: any, callback: any, thisArg?: any): boolean {
  if (!isPlainArray(this) || typeof callback !== "function") return someGeneric(this, callback, thisArg);
  const array: any[] = this;
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value = array[i];
    if ((value !== undefined || i in array) && call3(callback, thisArg, value, i, array)) return true;
  }
  return false;
}

/// `Array.prototype.every`
export function every(this: any, callback: any, thisArg?: any): boolean {
  if (!isPlainArray(this) || typeof callback !== "function") return everyGeneric(this, callback, thisArg);
  const array: any[] = this;
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value = array[i];
    if ((value !== undefined || i in array) && !call3(callback, thisArg, value, i, array)) return false;
  }
  return true;
}

/// `Array.prototype.reduce`
export function reduce(this: any, callback: any, initialValue?: any): any {
  const hasInitial = argumentCount() >= 2;
  if (!isPlainArray(this) || typeof callback !== "function" || !(hasInitial || startsWithValue(this))) {
    return reduceGeneric(this, callback, hasInitial, initialValue);
  }
  const array: any[] = this;
  const length = array.length;
  let accumulator = hasInitial ? initialValue : array[0];
  for (let i = hasInitial ? 0 : 1; i < length; i++) {
    const value = array[i];
    if (value !== undefined || i in array) accumulator = call4(callback, undefined, accumulator, value, i, array);
  }
  return accumulator;
}

/// Whether the first element is there; one that reads as `undefined` may be a hole.
function startsWithValue(array: any[]): boolean {
  return array.length > 0 && array[0] !== undefined;
}

/// `Array.prototype.reduceRight`
export function reduceRight(this: any, callback: any, initialValue?: any): any {
  const object = receiverObject(this, "Array.prototype.reduceRight");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  let accumulator = initialValue;
  let i = length - 1;
  if (argumentCount() < 2) {
    while (i >= 0 && !(i in object)) i--;
    if (i < 0) throw new TypeError("Reduce of empty array with no initial value");
    accumulator = object[i--];
  }
  for (; i >= 0; i--) {
    if (i in object) accumulator = call4(callback, undefined, accumulator, object[i], i, object);
  }
  return accumulator;
}

/// `Array.prototype.find`
export function find(this: any, predicate: any, thisArg?: any): any {
  if (!isPlainArray(this) || typeof predicate !== "function") return findGeneric(this, predicate, thisArg);
  const array: any[] = this;
  const length = array.length;
  for (let i = 0; i < length; i++) {
    const value = array[i];
    if (call3(predicate, thisArg, value, i, array)) return value;
  }
  return undefined;
}

/// `Array.prototype.findIndex`
export function findIndex(this: any, predicate: any, thisArg?: any): number {
  if (!isPlainArray(this) || typeof predicate !== "function") return findIndexGeneric(this, predicate, thisArg);
  const array: any[] = this;
  const length = array.length;
  for (let i = 0; i < length; i++) {
    if (call3(predicate, thisArg, array[i], i, array)) return i;
  }
  return -1;
}

/// `Array.prototype.findLast`
export function findLast(this: any, predicate: any, thisArg?: any): any {
  const object = receiverObject(this, "Array.prototype.findLast");
  const length = lengthOf(object);
  if (typeof predicate !== "function") throwNotCallable(predicate);
  for (let i = length - 1; i >= 0; i--) {
    const value = object[i];
    if (call3(predicate, thisArg, value, i, object)) return value;
  }
  return undefined;
}

/// `Array.prototype.findLastIndex`
export function findLastIndex(this: any, predicate: any, thisArg?: any): number {
  const object = receiverObject(this, "Array.prototype.findLastIndex");
  const length = lengthOf(object);
  if (typeof predicate !== "function") throwNotCallable(predicate);
  for (let i = length - 1; i >= 0; i--) {
    if (call3(predicate, thisArg, object[i], i, object)) return i;
  }
  return -1;
}

/// `Array.prototype.flatMap`
export function flatMap(this: any, callback: any, thisArg?: any): any {
  const plain = isPlainArray(this) && hasDefaultSpecies(this);
  const object = plain ? this : toObject(this);
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  const result: any = arraySpeciesCreate(object, 0);
  let to = 0;
  for (let i = 0; i < length; i++) {
    if (!(i in object)) continue;
    const mapped: any = call3(callback, thisArg, object[i], i, object);
    if (!Array.isArray(mapped)) {
      createDataProperty(result, to++, mapped);
      continue;
    }
    const count = lengthOf(mapped);
    for (let j = 0; j < count; j++) {
      if (j in mapped) createDataProperty(result, to++, mapped[j]);
    }
  }
  return result;
}
