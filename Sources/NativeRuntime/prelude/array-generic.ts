/// The methods of `Array.prototype` that call back (ECMA-262 23.1.3), for whatever is no plain array.
// @optimize size
import { call3, call4 } from "polyglot:runtime";
import { arraySpeciesCreate, createDataProperty, lengthOf, receiverObject, throwNotCallable } from "./abstract-operations.ts";

export function forEachGeneric(receiver: any, callback: any, thisArg: any): void {
  const object = receiverObject(receiver, "Array.prototype.forEach");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  for (let i = 0; i < length; i++) {
    if (i in object) call3(callback, thisArg, object[i], i, object);
  }
}

export function mapGeneric(receiver: any, callback: any, thisArg: any): any {
  const object = receiverObject(receiver, "Array.prototype.map");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  const result = arraySpeciesCreate(object, length);
  for (let i = 0; i < length; i++) {
    if (i in object) createDataProperty(result, i, call3(callback, thisArg, object[i], i, object));
  }
  return result;
}

export function filterGeneric(receiver: any, callback: any, thisArg: any): any {
  const object = receiverObject(receiver, "Array.prototype.filter");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  const result = arraySpeciesCreate(object, 0);
  let to = 0;
  for (let i = 0; i < length; i++) {
    if (i in object) {
      const value = object[i];
      if (call3(callback, thisArg, value, i, object)) createDataProperty(result, to++, value);
    }
  }
  return result;
}

export function someGeneric(receiver: any, callback: any, thisArg: any): boolean {
  const object = receiverObject(receiver, "Array.prototype.some");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  for (let i = 0; i < length; i++) {
    if (i in object && call3(callback, thisArg, object[i], i, object)) return true;
  }
  return false;
}

export function everyGeneric(receiver: any, callback: any, thisArg: any): boolean {
  const object = receiverObject(receiver, "Array.prototype.every");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  for (let i = 0; i < length; i++) {
    if (i in object && !call3(callback, thisArg, object[i], i, object)) return false;
  }
  return true;
}

export function reduceGeneric(receiver: any, callback: any, hasInitial: boolean, initialValue: any): any {
  const object = receiverObject(receiver, "Array.prototype.reduce");
  const length = lengthOf(object);
  if (typeof callback !== "function") throwNotCallable(callback);
  let accumulator = initialValue;
  let i = 0;
  if (!hasInitial) {
    while (i < length && !(i in object)) i++;
    if (i >= length) throw new TypeError("Reduce of empty array with no initial value");
    accumulator = object[i++];
  }
  for (; i < length; i++) {
    if (i in object) accumulator = call4(callback, undefined, accumulator, object[i], i, object);
  }
  return accumulator;
}

export function findGeneric(receiver: any, predicate: any, thisArg: any): any {
  const object = receiverObject(receiver, "Array.prototype.find");
  const length = lengthOf(object);
  if (typeof predicate !== "function") throwNotCallable(predicate);
  for (let i = 0; i < length; i++) {
    const value = object[i];
    if (call3(predicate, thisArg, value, i, object)) return value;
  }
  return undefined;
}

export function findIndexGeneric(receiver: any, predicate: any, thisArg: any): number {
  const object = receiverObject(receiver, "Array.prototype.findIndex");
  const length = lengthOf(object);
  if (typeof predicate !== "function") throwNotCallable(predicate);
  for (let i = 0; i < length; i++) {
    if (call3(predicate, thisArg, object[i], i, object)) return i;
  }
  return -1;
}
