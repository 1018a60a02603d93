/// `structuredClone`: StructuredSerializeWithTransfer and StructuredDeserializeWithTransfer
/// (https://html.spec.whatwg.org/multipage/structured-data.html) in one pass, as there is one realm: nothing can be seen
/// of the clone before it is complete.
// @optimize size
import {
  appendElement, call1, call2, cloneBuffer, cloneDefineHidden, cloneDescription, cloneError, cloneIsDetached, cloneKind,
  cloneLeaf, cloneMoveBytes, cloneMovedBuffer, cloneOwnData, cloneView, cloneViewOwner, defineElement, isSimpleArray,
  listFromIterable, mapCreate, mapIterator, mapIteratorKey, mapIteratorStep, mapIteratorValue, mapPut, mapValue,
  setCreate, setInsert,
} from "polyglot:runtime";
import { blobOperations } from "./blob-operations.ts";
import { codedError } from "./node-errors.ts";

// What the program may replace later.
const exceptionConstructor: any = DOMException;
const objectKeys: any = Object.keys;
const objectHasOwn: any = Object.hasOwn;

/// The results of `cloneKind`.
const LEAF = 1;
const ARRAY = 2;
const MAP = 3;
const SET = 4;
const ERROR = 5;
const OBJECT = 6;
const BUFFER = 7;
const SHARED = 8;
const VIEW = 9;

/// The global function.
export function structuredClone(...parameters: any[]): any {
  if (parameters.length === 0) {
    // Node's message is its argument's name and another message in one.
    const message = 'The "The value argument must be specified" argument must be specified';
    throw codedError(new TypeError(message), "ERR_MISSING_ARGS");
  }
  const transfer = transferList(parameters.length > 1 ? parameters[1] : undefined);
  // From objects to their clones.
  const memory: any = mapCreate();
  for (let i = 0; i < transfer.length; i++) mapPut(memory, transfer[i], cloneMovedBuffer(transfer[i]));
  const clone: any = cloneValue(parameters[0], memory);
  for (let i = 0; i < transfer.length; i++) cloneMoveBytes(transfer[i], mapValue(memory, transfer[i]));
  return clone;
}

/// A TypeError of the conversion of the options.
function invalidOptions(reason: string): any {
  return codedError(new TypeError("Failed to execute 'structuredClone': " + reason), "ERR_INVALID_ARG_TYPE");
}

/// The buffers of the option `transfer`, which are all different and not detached.
function transferList(options: any): any[] {
  if (options === undefined || options === null) return [];
  if (!isObject(options)) throw invalidOptions("Options cannot be converted to a dictionary");
  const transfer: any = options.transfer;
  if (transfer === undefined) return [];
  const method: any = isObject(transfer) ? transfer[Symbol.iterator] : undefined;
  if (typeof method !== "function") throw invalidOptions("transfer in Options cannot be converted to sequence.");
  const list: any[] = listFromIterable(transfer, method);
  for (let i = 0; i < list.length; i++) {
    if (!isObject(list[i])) throw invalidOptions("transfer in Options[" + i + "] is not an object.");
  }
  const seen: any = mapCreate();
  for (let i = 0; i < list.length; i++) {
    if (cloneKind(list[i]) !== BUFFER) throw dataCloneError("Found invalid value in transferList.");
    if (mapValue(seen, list[i])) throw dataCloneError("Transfer list contains duplicate ArrayBuffer");
    mapPut(seen, list[i], true);
  }
  for (let i = 0; i < list.length; i++) {
    if (cloneIsDetached(list[i])) throw dataCloneError("Cannot transfer object of unsupported type.");
  }
  return list;
}

function isObject(value: any): boolean {
  return typeof value === "object" ? value !== null : typeof value === "function";
}

function dataCloneError(message: string): any {
  return new exceptionConstructor(message, "DataCloneError");
}

/// The exception for a value that has no clone.
function notCloneable(value: any): any {
  return dataCloneError(cloneDescription(value) + " could not be cloned.");
}

/// StructuredSerializeInternal (2.7.3) and StructuredDeserialize (2.7.6) of a value.
function cloneValue(value: any, memory: any): any {
  if (typeof value === "symbol") throw notCloneable(value);
  if (!isObject(value)) return value;
  const known: any = mapValue(memory, value);
  if (known !== undefined) return known;
  const kind = cloneKind(value);
  let clone: any;
  switch (kind) {
    case LEAF:
      clone = cloneLeaf(value);
      break;
    case BUFFER: case SHARED:
      return cloneBytes(value, memory);
    case VIEW: {
      const buffer: any = cloneViewOwner(value);
      if (buffer === undefined) throw dataCloneError("[object Object] could not be cloned.");
      clone = cloneView(value, cloneBytes(buffer, memory));
      break;
    }
    case ERROR:
      return cloneErrorObject(value, memory);
    case MAP: case SET:
      return cloneEntries(value, kind === MAP, memory);
    case ARRAY: {
      const array: any[] = [];
      array.length = value.length;
      mapPut(memory, value, array);
      if (isSimpleArray(value)) cloneElements(value, array, memory);
      else cloneProperties(value, array, memory);
      return array;
    }
    case OBJECT:
      clone = blobOperations?.clone(value);
      if (clone !== undefined) break;
      clone = {};
      mapPut(memory, value, clone);
      cloneProperties(value, clone, memory);
      return clone;
    default:
      throw notCloneable(value);
  }
  mapPut(memory, value, clone);
  return clone;
}

/// The clone of an ArrayBuffer or SharedArrayBuffer.
function cloneBytes(buffer: any, memory: any): any {
  const known: any = mapValue(memory, buffer);
  if (known !== undefined) return known;
  if (cloneIsDetached(buffer)) throw dataCloneError("An ArrayBuffer is detached and could not be cloned.");
  const clone: any = cloneBuffer(buffer);
  if (clone === undefined) throw new RangeError("Array buffer allocation failed");
  mapPut(memory, buffer, clone);
  return clone;
}

/// The elements of an array that has no other properties; getters of what they contain may change that.
function cloneElements(source: any, target: any[], memory: any): void {
  const length = target.length;
  for (let i = 0; i < length; i++) {
    if (i in source) defineElement(target, i, cloneValue(source[i], memory));
  }
}

/// The own enumerable properties with strings as keys, as far as getters do not delete them.
function cloneProperties(source: any, target: any, memory: any): void {
  const keys: any[] = call1(objectKeys, undefined, source);
  for (let i = 0; i < keys.length; i++) {
    const key: any = keys[i];
    if (call2(objectHasOwn, undefined, source, key)) defineElement(target, key, cloneValue(source[key], memory));
  }
}

/// A Map or Set with the entries that it has now.
function cloneEntries(source: any, isMap: boolean, memory: any): any {
  const keys: any[] = [];
  const values: any[] = [];
  const iterator = mapIterator(source);
  while (mapIteratorStep(iterator)) {
    appendElement(keys, mapIteratorKey(iterator));
    if (isMap) appendElement(values, mapIteratorValue(iterator));
  }
  const clone: any = isMap ? mapCreate() : setCreate();
  mapPut(memory, source, clone);
  for (let i = 0; i < keys.length; i++) {
    const key: any = cloneValue(keys[i], memory);
    if (isMap) mapPut(clone, key, cloneValue(values[i], memory));
    else setInsert(clone, key);
  }
  return clone;
}

/// The kind of error that a name stands for; others become plain errors.
function errorKind(name: string): number {
  switch (name) {
    case "TypeError": return 1;
    case "RangeError": return 2;
    case "ReferenceError": return 3;
    case "SyntaxError": return 4;
    case "EvalError": return 5;
    case "URIError": return 6;
    default: return 0;
  }
}

/// An error: its name chooses the kind, message and cause are taken if they are data properties, as in V8.
function cloneErrorObject(error: any, memory: any): any {
  const kind = errorKind(`${error.name}`);
  const missing: any = {};
  const message: any = cloneOwnData(error, "message", missing);
  const clone: any = cloneError(kind, message === missing ? undefined : `${message}`);
  mapPut(memory, error, clone);
  const cause: any = cloneOwnData(error, "cause", missing);
  const stack: any = cloneOwnData(error, "stack", undefined);
  cloneDefineHidden(clone, "stack", typeof stack === "string" ? stack : undefined);
  if (cause !== missing) cloneDefineHidden(clone, "cause", cloneValue(cause, memory));
  return clone;
}
