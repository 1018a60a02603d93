/// The names of the constructors and namespaces of the global object.
// @optimize size

/// Whether a name is that of a built-in global that begins with a capital letter.
export function isBuiltinName(name: any): boolean {
  switch (name) {
    case "Object": case "Function": case "Array": case "Number": case "Boolean": case "String": case "Symbol": case "BigInt":
    case "Math": case "JSON": case "Reflect": case "Proxy": case "Atomics": case "Intl": case "WebAssembly": case "Iterator":
    case "Error": case "AggregateError": case "EvalError": case "RangeError": case "ReferenceError": case "SyntaxError":
    case "TypeError": case "URIError": case "SuppressedError":
    case "Map": case "Set": case "WeakMap": case "WeakSet": case "WeakRef": case "FinalizationRegistry":
    case "Promise": case "Date": case "RegExp":
    case "ArrayBuffer": case "SharedArrayBuffer": case "DataView": case "Int8Array": case "Uint8Array":
    case "Uint8ClampedArray": case "Int16Array": case "Uint16Array": case "Int32Array": case "Uint32Array":
    case "Float16Array": case "Float32Array": case "Float64Array": case "BigInt64Array": case "BigUint64Array":
    case "Buffer": case "URL": case "URLSearchParams": case "TextEncoder": case "TextDecoder":
    case "AbortController": case "AbortSignal": case "Event": case "EventTarget":
    case "Blob": case "File": case "FormData": case "Headers": case "Request": case "Response": case "DOMException":
      return true;
  }
  return false;
}
