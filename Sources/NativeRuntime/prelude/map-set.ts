/// The methods of Map and Set that call back or take another collection (ECMA-262 24.1.3, 24.2.4).
import {
  call0, call1, call2, call3, classOf, mapCreate, mapIterator, mapIteratorKey, mapIteratorStep, mapIteratorValue, mapPut,
  mapValue, setContains, setCount, setCreate, setInsert, setRemove,
} from "polyglot:runtime";
import { describeValue, throwNotCallable, toIntegerOrInfinity } from "./abstract-operations.ts";

/// Throws the TypeError for a receiver that is not a collection of the kind.
function requireCollection(value: any, kind: string, method: string): void {
  if ((typeof value !== "object" || value === null || classOf(value) !== kind)) {
    throw new TypeError("Method " + kind + ".prototype." + method + " called on incompatible receiver " + describeValue(value));
  }
}

/// `Map.prototype.forEach`
export function mapForEach(this: any, callback: any, thisArg?: any): void {
  requireCollection(this, "Map", "forEach");
  if (typeof callback !== "function") throwNotCallable(callback);
  const iterator = mapIterator(this);
  while (mapIteratorStep(iterator)) {
    call3(callback, thisArg, mapIteratorValue(iterator), mapIteratorKey(iterator), this);
  }
}

/// `Set.prototype.forEach`
export function setForEach(this: any, callback: any, thisArg?: any): void {
  requireCollection(this, "Set", "forEach");
  if (typeof callback !== "function") throwNotCallable(callback);
  const iterator = mapIterator(this);
  while (mapIteratorStep(iterator)) {
    const value: any = mapIteratorKey(iterator);
    call3(callback, thisArg, value, value, this);
  }
}

/// `Map.groupBy`
export function mapGroupBy(items: any, callback: any): any {
  if (items === undefined || items === null) throw new TypeError("Map.groupBy called on null or undefined");
  if (typeof callback !== "function") throw new TypeError(describeValue(callback) + " is not a function");
  const groups: any = mapCreate();
  let index = 0;
  for (const item of items) {
    const key: any = call2(callback, undefined, item, index++);
    const group: any = mapValue(groups, key);
    if (group === undefined) mapPut(groups, key, [item]);
    else group[group.length] = item;
  }
  return groups;
}

/// The argument of a Set method: its size and its own `has` and `keys` (GetSetRecord, ECMA-262 24.2.1.2).
interface SetRecord {
  object: any;
  size: number;
  has: any;
  keys: any;
}

function setRecord(value: any, method: string): SetRecord {
  if (value === null || (typeof value !== "object" && typeof value !== "function")) {
    throw new TypeError("Set.prototype." + method + " argument must be an object");
  }
  const number = +value.size;
  if (number !== number) throw new TypeError("The .size property is NaN");
  const size = toIntegerOrInfinity(number);
  if (size < 0) throw new RangeError("'" + size + "' is an invalid size");
  const has: any = value.has;
  if (typeof has !== "function") throw new TypeError('string "has" is not a function');
  const keys: any = value.keys;
  if (typeof keys !== "function") throw new TypeError('string "keys" is not a function');
  return { object: value, size, has, keys };
}

/// The values of a set's record, taken by its own `keys`; `next` is read once.
interface KeyIterator {
  iterator: any;
  next: any;
}

function recordKeys(record: SetRecord): KeyIterator {
  const iterator: any = call0(record.keys, record.object);
  if (iterator === null || (typeof iterator !== "object" && typeof iterator !== "function")) {
    throw new TypeError("Result of the keys method is not an object");
  }
  return { iterator, next: iterator.next };
}

/// Steps an iterator: its result object, or undefined at the end.
function stepKeys(keys: KeyIterator): any {
  const result: any = call0(keys.next, keys.iterator);
  if (result === null || (typeof result !== "object" && typeof result !== "function")) {
    throw new TypeError("Iterator result " + describeValue(result) + " is not an object");
  }
  return result.done ? undefined : result;
}

function closeKeys(keys: KeyIterator): void {
  const method: any = keys.iterator.return;
  if (method === undefined || method === null) return;
  const result: any = call0(method, keys.iterator);
  if (result === null || (typeof result !== "object" && typeof result !== "function")) {
    throw new TypeError(describeValue(result) + " is not an object");
  }
}

/// -0 becomes 0, as in a Set.
function canonical(value: any): any {
  return value === 0 ? 0 : value;
}

function copyOf(set: any): any {
  const result: any = setCreate();
  const iterator = mapIterator(set);
  while (mapIteratorStep(iterator)) setInsert(result, mapIteratorKey(iterator));
  return result;
}

/// `Set.prototype.union`
export function union(this: any, other: any): any {
  requireCollection(this, "Set", "union");
  const keys = recordKeys(setRecord(other, "union"));
  const result = copyOf(this);
  for (let step = stepKeys(keys); step !== undefined; step = stepKeys(keys)) setInsert(result, canonical(step.value));
  return result;
}

/// `Set.prototype.intersection`
export function intersection(this: any, other: any): any {
  requireCollection(this, "Set", "intersection");
  const record = setRecord(other, "intersection");
  const result: any = setCreate();
  if (setCount(this) <= record.size) {
    const iterator = mapIterator(this);
    while (mapIteratorStep(iterator)) {
      const value: any = mapIteratorKey(iterator);
      if (call1(record.has, record.object, value)) setInsert(result, value);
    }
    return result;
  }
  const keys = recordKeys(record);
  for (let step = stepKeys(keys); step !== undefined; step = stepKeys(keys)) {
    const value: any = canonical(step.value);
    if (setContains(this, value)) setInsert(result, value);
  }
  return result;
}

/// `Set.prototype.difference`
export function difference(this: any, other: any): any {
  requireCollection(this, "Set", "difference");
  const record = setRecord(other, "difference");
  const result = copyOf(this);
  if (setCount(this) <= record.size) {
    const iterator = mapIterator(this);
    while (mapIteratorStep(iterator)) {
      const value: any = mapIteratorKey(iterator);
      if (call1(record.has, record.object, value)) setRemove(result, value);
    }
    return result;
  }
  const keys = recordKeys(record);
  for (let step = stepKeys(keys); step !== undefined; step = stepKeys(keys)) setRemove(result, canonical(step.value));
  return result;
}

/// `Set.prototype.symmetricDifference`
export function symmetricDifference(this: any, other: any): any {
  requireCollection(this, "Set", "symmetricDifference");
  const keys = recordKeys(setRecord(other, "symmetricDifference"));
  const result = copyOf(this);
  for (let step = stepKeys(keys); step !== undefined; step = stepKeys(keys)) {
    const value: any = canonical(step.value);
    // What the receiver has is dropped, also if the other gives it twice.
    if (setContains(this, value)) setRemove(result, value);
    else setInsert(result, value);
  }
  return result;
}

/// `Set.prototype.isSubsetOf`
export function isSubsetOf(this: any, other: any): boolean {
  requireCollection(this, "Set", "isSubsetOf");
  const record = setRecord(other, "isSubsetOf");
  if (setCount(this) > record.size) return false;
  const iterator = mapIterator(this);
  while (mapIteratorStep(iterator)) {
    if (!call1(record.has, record.object, mapIteratorKey(iterator))) return false;
  }
  return true;
}

/// `Set.prototype.isSupersetOf`
export function isSupersetOf(this: any, other: any): boolean {
  requireCollection(this, "Set", "isSupersetOf");
  const record = setRecord(other, "isSupersetOf");
  if (setCount(this) < record.size) return false;
  const keys = recordKeys(record);
  for (let step = stepKeys(keys); step !== undefined; step = stepKeys(keys)) {
    if (!setContains(this, step.value)) {
      closeKeys(keys);
      return false;
    }
  }
  return true;
}

/// `Set.prototype.isDisjointFrom`
export function isDisjointFrom(this: any, other: any): boolean {
  requireCollection(this, "Set", "isDisjointFrom");
  const record = setRecord(other, "isDisjointFrom");
  if (setCount(this) <= record.size) {
    const iterator = mapIterator(this);
    while (mapIteratorStep(iterator)) {
      if (call1(record.has, record.object, mapIteratorKey(iterator))) return false;
    }
    return true;
  }
  const keys = recordKeys(record);
  for (let step = stepKeys(keys); step !== undefined; step = stepKeys(keys)) {
    if (setContains(this, step.value)) {
      closeKeys(keys);
      return false;
    }
  }
  return true;
}
