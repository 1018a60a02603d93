/// Structural equality as `assert.deepStrictEqual` and `assert.deepEqual` define it
/// (https://nodejs.org/api/assert.html#comparison-details).
import {
  binaryKind, binaryLength, classOf, mapIterator, mapIteratorKey, mapIteratorStep, mapIteratorValue, regexpText,
} from "polyglot:runtime";

/// Whether prototypes do not count in the comparison that is going on.
let isPrototypeSkipped = false;

/// Whether two values are deeply equal; strictly, types must be the same too, and prototypes unless they are skipped.
export function deepEqual(a: any, b: any, strict: boolean, skipsPrototype?: any): boolean {
  const wasSkipped = isPrototypeSkipped;
  isPrototypeSkipped = !!skipsPrototype;
  try {
    return equalValues(a, b, strict, [], []);
  } finally {
    isPrototypeSkipped = wasSkipped;
  }
}

/// `seenA[i]` and `seenB[i]` are being compared already: cycles are equal where they close alike.
function equalValues(a: any, b: any, strict: boolean, seenA: any[], seenB: any[]): boolean {
  if (strict ? Object.is(a, b) : a === b || (a !== a && b !== b)) return true;
  const objects = isObject(a) && isObject(b);
  if (!objects) {
    if (strict || isObject(a) || isObject(b)) return false;
    return a == b;
  }
  if (strict && !isPrototypeSkipped && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
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
    case "WeakMap": case "WeakSet": case "Promise":
      return false;
    case "Date":
      if (!Object.is(+a, +b)) return false;
      break;
    case "RegExp":
      if (regexpText(a) !== regexpText(b) || a.lastIndex !== b.lastIndex) return false;
      break;
  }
  const binary = binaryKind(a);
  if (binary !== binaryKind(b)) return false;
  if (binary !== 0 && !equalBinary(a, b, binary, strict)) return false;
  if (binary === 1) return true;
  const keys = enumerableKeys(a, strict);
  if (keys.length !== enumerableKeys(b, strict).length) return false;
  for (let i = 0; i < keys.length; i++) {
    const key: any = keys[i];
    if (!Object.prototype.propertyIsEnumerable.call(b, key)) return false;
    if (!equalValues(a[key], b[key], strict, seenA, seenB)) return false;
  }
  return true;
}

/// Typed arrays, buffers and DataViews by their elements; -0 and 0 differ strictly.
function equalBinary(a: any, b: any, kind: number, strict: boolean): boolean {
  const bytesOf = (value: any): any =>
    kind === 2 ? new Uint8Array(value) : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  const first: any = kind === 1 ? a : bytesOf(a);
  const second: any = kind === 1 ? b : bytesOf(b);
  const length = binaryLength(first);
  if (length !== binaryLength(second)) return false;
  if (Object.prototype.toString.call(first) !== Object.prototype.toString.call(second)) return false;
  for (let i = 0; i < length; i++) {
    if (first[i] !== second[i] && (first[i] === first[i] || second[i] === second[i])) return false;
    if (strict && !Object.is(first[i], second[i])) return false;
  }
  return true;
}

/// Whether everything that is expected is there, and strictly equal (`assert.partialDeepStrictEqual`).
export function partiallyEqual(actual: any, expected: any): boolean {
  return isPart(actual, expected, []);
}

function isPart(actual: any, expected: any, seen: any[]): boolean {
  if (Object.is(actual, expected)) return true;
  if (!isObject(actual) || !isObject(expected)) return false;
  if (Object.getPrototypeOf(actual) !== Object.getPrototypeOf(expected)) return false;
  const kind = classOf(actual);
  if (kind !== classOf(expected)) return false;
  if (seen.includes(expected)) return true;
  seen.push(expected);
  let result = true;
  if (kind === "Array") {
    let at = 0;
    for (let i = 0; i < expected.length && result; i++) {
      while (at < actual.length && !isPart(actual[at], expected[i], seen)) at++;
      result = at++ < actual.length;
    }
  } else if (kind === "Set" || kind === "Map") {
    const iterator = mapIterator(expected);
    while (result && mapIteratorStep(iterator)) {
      result = hasEntry(actual, mapIteratorKey(iterator), mapIteratorValue(iterator), seen);
    }
  } else if (kind !== "Object" && kind !== "Error") {
    result = deepEqual(actual, expected, true);
  } else {
    const keys: any[] = enumerableKeys(expected, true);
    if (kind === "Error") keys.push("name", "message");
    if (binaryKind(expected) !== 0) result = deepEqual(actual, expected, true);
    for (let i = 0; i < keys.length && result; i++) {
      result = keys[i] in actual && isPart(actual[keys[i]], expected[keys[i]], seen);
    }
  }
  seen.pop();
  return result;
}

/// Whether a Map or Set has an entry like this one.
function hasEntry(collection: any, key: any, value: any, seen: any[]): boolean {
  const iterator = mapIterator(collection);
  while (mapIteratorStep(iterator)) {
    if (isPart(mapIteratorKey(iterator), key, seen) && isPart(mapIteratorValue(iterator), value, seen)) return true;
  }
  return false;
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
