/// Structural equality as `assert.deepStrictEqual` and `assert.deepEqual` define it
/// (https://nodejs.org/api/assert.html#comparison-details).
import { classOf, mapIterator, mapIteratorKey, mapIteratorStep, mapIteratorValue } from "polyglot:runtime";

/// Whether two values are deeply equal; strictly, prototypes and types must be the same too.
export function deepEqual(a: any, b: any, strict: boolean): boolean {
  return equalValues(a, b, strict, [], []);
}

/// `seenA[i]` and `seenB[i]` are being compared already: cycles are equal where they close alike.
function equalValues(a: any, b: any, strict: boolean, seenA: any[], seenB: any[]): boolean {
  if (strict ? Object.is(a, b) : a === b || (a !== a && b !== b)) return true;
  const objects = isObject(a) && isObject(b);
  if (!objects) {
    if (strict || isObject(a) || isObject(b)) return false;
    return a == b;
  }
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  const kind = classOf(a);
  if (kind !== classOf(b) || typeof a === "function" || typeof b === "function") return false;
  const index = seenA.indexOf(a);
  if (index >= 0 && seenB[index] === b) return true;
  seenA.push(a);
  seenB.push(b);
  const result = equalObjects(a, b, kind, strict, seenA, seenB);
  seenA.pop();
  seenB.pop();
  return result;
}

function isObject(value: any): boolean {
  return value !== null && (typeof value === "object" || typeof value === "function");
}

function equalObjects(a: any, b: any, kind: string, strict: boolean, seenA: any[], seenB: any[]): boolean {
  switch (kind) {
    case "Array":
      if (a.length !== b.length) return false;
      break;
    case "Number": case "String": case "Boolean": case "Symbol": case "BigInt":
      if (!Object.is(a.valueOf(), b.valueOf())) return false;
      break;
    case "Error":
      if (a.message !== b.message || a.name !== b.name) return false;
      if (!equalValues(a.cause, b.cause, strict, seenA, seenB)) return false;
      break;
    case "Set":
      if (!equalSets(a, b, strict, seenA, seenB)) return false;
      break;
    case "Map":
      if (!equalMaps(a, b, strict, seenA, seenB)) return false;
      break;
    case "WeakMap": case "WeakSet":
      return false;
  }
  const keys = enumerableKeys(a, strict);
  if (keys.length !== enumerableKeys(b, strict).length) return false;
  for (let i = 0; i < keys.length; i++) {
    const key: any = keys[i];
    if (!Object.prototype.propertyIsEnumerable.call(b, key)) return false;
    if (!equalValues(a[key], b[key], strict, seenA, seenB)) return false;
  }
  return true;
}

/// Own enumerable names and, strictly, symbols.
function enumerableKeys(object: any, strict: boolean): any[] {
  const keys: any[] = Object.keys(object);
  if (!strict) return keys;
  const symbols: any[] = Object.getOwnPropertySymbols(object);
  for (let i = 0; i < symbols.length; i++) {
    if (Object.prototype.propertyIsEnumerable.call(object, symbols[i])) keys.push(symbols[i]);
  }
  return keys;
}

/// Sets are equal if their values can be paired.
function equalSets(a: any, b: any, strict: boolean, seenA: any[], seenB: any[]): boolean {
  if (a.size !== b.size) return false;
  const others: any[] = [];
  const otherIterator = mapIterator(b);
  while (mapIteratorStep(otherIterator)) others.push(mapIteratorKey(otherIterator));
  const iterator = mapIterator(a);
  while (mapIteratorStep(iterator)) {
    const value: any = mapIteratorKey(iterator);
    let partner = others.indexOf(value);
    for (let i = 0; i < others.length && partner < 0; i++) {
      if (equalValues(value, others[i], strict, seenA, seenB)) partner = i;
    }
    if (partner < 0) return false;
    others.splice(partner, 1);
  }
  return true;
}

function equalMaps(a: any, b: any, strict: boolean, seenA: any[], seenB: any[]): boolean {
  if (a.size !== b.size) return false;
  const keys: any[] = [];
  const values: any[] = [];
  const otherIterator = mapIterator(b);
  while (mapIteratorStep(otherIterator)) {
    keys.push(mapIteratorKey(otherIterator));
    values.push(mapIteratorValue(otherIterator));
  }
  const iterator = mapIterator(a);
  while (mapIteratorStep(iterator)) {
    const key: any = mapIteratorKey(iterator);
    const value: any = mapIteratorValue(iterator);
    let partner = -1;
    for (let i = 0; i < keys.length && partner < 0; i++) {
      if (equalValues(key, keys[i], strict, seenA, seenB) && equalValues(value, values[i], strict, seenA, seenB)) partner = i;
    }
    if (partner < 0) return false;
    keys.splice(partner, 1);
    values.splice(partner, 1);
  }
  return true;
}
