/// The names of the constructors and namespaces of the global object.
// @optimize size

/// One text, since each name by itself would be a mention of the global and so link it.
const names =
  " Object Function Array Number Boolean String Symbol BigInt Math JSON Reflect Proxy Atomics Intl " +
  "WebAssembly Iterator Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError " +
  "URIError SuppressedError Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Date RegExp " +
  "ArrayBuffer SharedArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array " +
  "Uint16Array Int32Array Uint32Array Float16Array Float32Array Float64Array BigInt64Array " +
  "BigUint64Array Buffer URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event " +
  "EventTarget Blob File FormData Headers Request Response DOMException ";

/// Whether a name is that of a built-in global that begins with a capital letter.
export function isBuiltinName(name: any): boolean {
  return typeof name === "string" && !name.includes(" ") && names.includes(" " + name + " ");
}
