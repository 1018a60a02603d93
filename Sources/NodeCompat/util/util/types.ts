/// `node:util/types` (https://nodejs.org/api/util.html#utiltypes): what objects are by their internal slots.
import { binaryKind, classOf, functionKind, proxyTarget } from "polyglot:runtime";

function hasClass(value: any, name: string): boolean {
  const isObject = (typeof value === "object" && value !== null) || typeof value === "function";
  return isObject && classOf(value) === name;
}

/// The name that a typed array's tag getter gives, undefined for others.
function typedArrayName(value: any): string | undefined {
  if (typeof value !== "object" || value === null || binaryKind(value) !== 1) return undefined;
  return classOf(value);
}

export function isExternal(_value: any): boolean {
  return false;
}
export function isDate(value: any): boolean {
  return hasClass(value, "Date");
}
export function isArgumentsObject(value: any): boolean {
  return hasClass(value, "Arguments");
}
export function isBigIntObject(value: any): boolean {
  return hasClass(value, "BigInt");
}
export function isBooleanObject(value: any): boolean {
  return hasClass(value, "Boolean");
}
export function isNumberObject(value: any): boolean {
  return hasClass(value, "Number");
}
export function isStringObject(value: any): boolean {
  return hasClass(value, "String");
}
export function isSymbolObject(value: any): boolean {
  return hasClass(value, "Symbol");
}
export function isBoxedPrimitive(value: any): boolean {
  return isNumberObject(value) || isStringObject(value) || isBooleanObject(value) || isBigIntObject(value) ||
    isSymbolObject(value);
}
export function isNativeError(value: any): boolean {
  return hasClass(value, "Error");
}
export function isRegExp(value: any): boolean {
  return hasClass(value, "RegExp");
}
export function isAsyncFunction(value: any): boolean {
  return typeof value === "function" && functionKind(value).startsWith("Async");
}
export function isGeneratorFunction(value: any): boolean {
  return typeof value === "function" && functionKind(value).includes("Generator");
}
export function isGeneratorObject(value: any): boolean {
  return hasClass(value, "Generator") || hasClass(value, "AsyncGenerator");
}
export function isPromise(value: any): boolean {
  return hasClass(value, "Promise");
}
export function isMap(value: any): boolean {
  return hasClass(value, "Map");
}
export function isSet(value: any): boolean {
  return hasClass(value, "Set");
}
export function isMapIterator(value: any): boolean {
  return hasClass(value, "Map Iterator");
}
export function isSetIterator(value: any): boolean {
  return hasClass(value, "Set Iterator");
}
export function isWeakMap(value: any): boolean {
  return hasClass(value, "WeakMap");
}
export function isWeakSet(value: any): boolean {
  return hasClass(value, "WeakSet");
}
export function isArrayBuffer(value: any): boolean {
  return hasClass(value, "ArrayBuffer");
}
export function isDataView(value: any): boolean {
  return hasClass(value, "DataView");
}
export function isSharedArrayBuffer(value: any): boolean {
  return hasClass(value, "SharedArrayBuffer");
}
export function isProxy(value: any): boolean {
  return proxyTarget(value) !== undefined;
}
export function isModuleNamespaceObject(value: any): boolean {
  return hasClass(value, "Module");
}
export function isAnyArrayBuffer(value: any): boolean {
  return isArrayBuffer(value) || isSharedArrayBuffer(value);
}
export function isCryptoKey(_value: any): boolean {
  return false;
}
export function isKeyObject(_value: any): boolean {
  return false;
}
export function isArrayBufferView(value: any): boolean {
  return ArrayBuffer.isView(value);
}
export function isTypedArray(value: any): boolean {
  return typedArrayName(value) !== undefined;
}
export function isUint8Array(value: any): boolean {
  return typedArrayName(value) === "Uint8Array";
}
export function isUint8ClampedArray(value: any): boolean {
  return typedArrayName(value) === "Uint8ClampedArray";
}
export function isUint16Array(value: any): boolean {
  return typedArrayName(value) === "Uint16Array";
}
export function isUint32Array(value: any): boolean {
  return typedArrayName(value) === "Uint32Array";
}
export function isInt8Array(value: any): boolean {
  return typedArrayName(value) === "Int8Array";
}
export function isInt16Array(value: any): boolean {
  return typedArrayName(value) === "Int16Array";
}
export function isInt32Array(value: any): boolean {
  return typedArrayName(value) === "Int32Array";
}
export function isFloat16Array(value: any): boolean {
  return typedArrayName(value) === "Float16Array";
}
export function isFloat32Array(value: any): boolean {
  return typedArrayName(value) === "Float32Array";
}
export function isFloat64Array(value: any): boolean {
  return typedArrayName(value) === "Float64Array";
}
export function isBigInt64Array(value: any): boolean {
  return typedArrayName(value) === "BigInt64Array";
}
export function isBigUint64Array(value: any): boolean {
  return typedArrayName(value) === "BigUint64Array";
}

const types: any = {
  isExternal, isDate, isArgumentsObject, isBigIntObject, isBooleanObject, isNumberObject, isStringObject,
  isSymbolObject, isBoxedPrimitive, isNativeError, isRegExp, isAsyncFunction, isGeneratorFunction, isGeneratorObject,
  isPromise, isMap, isSet, isMapIterator, isSetIterator, isWeakMap, isWeakSet, isArrayBuffer, isDataView,
  isSharedArrayBuffer, isProxy, isModuleNamespaceObject, isAnyArrayBuffer, isCryptoKey, isKeyObject,
};
// Node's own checks of views are not enumerable there either.
for (const check of [
  isArrayBufferView, isTypedArray, isUint8Array, isUint8ClampedArray, isUint16Array, isUint32Array, isInt8Array,
  isInt16Array, isInt32Array, isFloat16Array, isFloat32Array, isFloat64Array, isBigInt64Array, isBigUint64Array,
]) types[check.name] = check;

export default types;
