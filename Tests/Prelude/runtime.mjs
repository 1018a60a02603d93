/// The intrinsics of "polyglot:runtime" in terms of Node's own reflection, so that the prelude can be compared with Node.
import fs from "node:fs";
import { posix } from "node:path";
import tty from "node:tty";
import util from "node:util";

export const call0 = (callee, receiver) => Reflect.apply(callee, receiver, []);
export const call1 = (callee, receiver, a) => Reflect.apply(callee, receiver, [a]);
export const call2 = (callee, receiver, a, b) => Reflect.apply(callee, receiver, [a, b]);
export const call3 = (callee, receiver, a, b, c) => Reflect.apply(callee, receiver, [a, b, c]);
export const call4 = (callee, receiver, a, b, c, d) => Reflect.apply(callee, receiver, [a, b, c, d]);
/// Replaced where it is called, by `hooks.mjs`.
export const argumentCount = () => { throw new Error("argumentCount was not replaced"); };
export const isPlainArray = (value) => Array.isArray(value) && Object.getPrototypeOf(value) === Array.prototype;

export const classOf = (value) => {
  if (Array.isArray(value)) return "Array";
  if (typeof value === "function") return "Function";
  const { types } = util;
  if (types.isMap(value)) return "Map";
  if (types.isSet(value)) return "Set";
  if (types.isMapIterator(value)) return "Map Iterator";
  if (types.isSetIterator(value)) return "Set Iterator";
  if (types.isNativeError(value)) return "Error";
  if (types.isArgumentsObject(value)) return "Arguments";
  if (types.isRegExp(value)) return "RegExp";
  if (types.isWeakMap(value)) return "WeakMap";
  if (types.isWeakSet(value)) return "WeakSet";
  if (types.isNumberObject(value)) return "Number";
  if (types.isStringObject(value)) return "String";
  if (types.isBooleanObject(value)) return "Boolean";
  if (types.isSymbolObject(value)) return "Symbol";
  if (types.isBigIntObject(value)) return "BigInt";
  if (types.isModuleNamespaceObject(value)) return "Module";
  return "Object";
};
export const functionKind = (value) => {
  if (/^class\b/.test(Function.prototype.toString.call(value))) return "class";
  return Object.prototype.toString.call(value).slice(8, -1).endsWith("Function")
    ? (util.types.isAsyncFunction(value) ? "Async" : "") + (util.types.isGeneratorFunction(value) ? "GeneratorFunction" : "Function")
    : "Function";
};
export const ownNonIndexKeys = (value, onlyEnumerable) =>
  Reflect.ownKeys(value).filter((key) =>
    (typeof key === "symbol" || !(String(key >>> 0) === key && key >>> 0 !== 0xffffffff)) &&
    (!onlyEnumerable || Object.getOwnPropertyDescriptor(value, key).enumerable));

/// A cursor into a Map or Set.
class Cursor {
  constructor(iterator) { this.iterator = iterator; }
}
export const mapIterator = (map) =>
  new Cursor((util.types.isMap(map) ? Map : Set).prototype.entries.call(map));
export const mapIteratorStep = (cursor) => {
  const { done, value } = cursor.iterator.next();
  cursor.entry = value;
  return !done;
};
export const mapIteratorKey = (cursor) => cursor.entry[0];
export const mapIteratorValue = (cursor) => cursor.entry[1];
export const iteratorPreview = (iterator) => {
  // Node shows entries of a Map as pairs; only its own inspection can look without advancing.
  const text = util.inspect(iterator);
  const isEntries = text.includes("Entries]");
  const preview = previews.get(iterator) ?? [...iterator];
  previews.set(iterator, preview);
  return [isEntries, ...(isEntries ? preview.flat(1) : preview)];
};
const previews = new WeakMap();

export const regexpText = (value) => RegExp.prototype.toString.call(value);

let indentation = 0;
export const consoleGroup = (delta) => { indentation = Math.max(0, indentation + delta); };
export const consoleWrite = (stream, text) => {
  const margin = " ".repeat(indentation);
  const indented = margin === "" ? text : margin + text.split("\n").join("\n" + margin);
  fs.writeSync(stream, indented + "\n");
};
export const isTerminal = (fd) => tty.isatty(fd);
export const monotonicMilliseconds = () => performance.now();
export const processEnvironment = () => Object.entries(process.env).flat();
export const processId = () => process.pid;

// Files, paths and the process. Errors are negated errno values, as in the runtime.

/// The result of a body, or the negated errno of its system error.
function errnoOf(body) {
  try {
    return body() ?? 0;
  } catch (error) {
    if (typeof error.errno !== "number") throw error;
    return error.errno;
  }
}
export const stdoutWrite = (text) => { fs.writeSync(1, text); };
export const stderrWrite = (text) => { fs.writeSync(2, text); };
export const readStdin = () => errnoOf(() => fs.readFileSync(0, "utf8"));
export const terminalColumns = () => 80;
export const fsReadFile = (path, encoding) => errnoOf(() => fs.readFileSync(path, encoding === 1 ? "latin1" : "utf8"));
export const fsWriteFile = (path, text, encoding, flag, mode) =>
  errnoOf(() => fs.writeFileSync(path, text, { encoding: encoding === 1 ? "latin1" : "utf8", flag, mode }));
export const fsAccess = (path, mode) => errnoOf(() => fs.accessSync(path, mode));
export const fsReadDirectory = (path) => errnoOf(() => fs.readdirSync(path));
export const fsReadDirectoryTypes = (path) =>
  errnoOf(() => fs.readdirSync(path).map((name) => fs.lstatSync(path + "/" + name).mode & fs.constants.S_IFMT));
export const fsStat = (path, follow) => errnoOf(() => {
  const s = follow ? fs.statSync(path) : fs.lstatSync(path);
  return [
    s.dev, s.mode, s.nlink, s.uid, s.gid, s.rdev, s.blksize, s.ino, s.size, s.blocks, s.atimeMs, s.mtimeMs, s.ctimeMs,
    s.birthtimeMs,
  ];
});
export const fsMakeDirectory = (path, mode) => errnoOf(() => fs.mkdirSync(path, mode));
export const fsRemoveDirectory = (path) => errnoOf(() => fs.rmdirSync(path));
export const fsUnlink = (path) => errnoOf(() => fs.unlinkSync(path));
export const fsRename = (from, to) => errnoOf(() => fs.renameSync(from, to));
export const fsRealPath = (path) => errnoOf(() => fs.realpathSync.native(path));
export const setReportInspector = () => {};
// What a comparator does cannot be seen here: sort always calls it.
export const comparatorDirection = () => 0;
export const sortNumbers = () => false;
/// Node's own: the prelude's takes its place in programs, and would be called back here.
const nodeSort = Array.prototype.sort;
export const sortTexts = (keys, values) => {
  const order = nodeSort.call([...keys.keys()], (a, b) => (keys[a] < keys[b] ? -1 : keys[a] > keys[b] ? 1 : 0));
  const unsorted = [...values];
  for (const [to, from] of order.entries()) defineElement(values, to, unsorted[from]);
};
export const moveElements = (source, from, target, to, count) => {
  const moved = source.slice(from, from + count);
  for (const [index, value] of moved.entries()) defineElement(target, to + index, value);
};
export const errnoName = (errno) => util.getSystemErrorName(-errno);
export const errnoMessage = (errno) => util.getSystemErrorMap().get(-errno)[1];
export const pathNormalize = (path) => posix.normalize(path);
export const pathIsAbsolute = (path) => posix.isAbsolute(path);
export const pathDirname = (path) => posix.dirname(path);
export const pathBasename = (path) => posix.basename(path);
export const pathExtname = (path) => posix.extname(path);
export const pathRelative = (from, to) => posix.relative(from, to);
export const processArguments = () => process.argv.slice(1);
export const processExit = (code) => nativeExit.call(process, code);
export const processCwd = () => nativeCwd.call(process);
export const processChangeDirectory = (path) => errnoOf(() => nativeChangeDirectory.call(process, path));
export const processPlatform = () => process.platform;
export const processArchitecture = () => process.arch;
export const processUptime = () => nativeUptime.call(process);
export const processSetExitCode = (code) => { status = code; };
export const processSetExitListener = (listener) => { exitListener = listener; };
export const monotonicSeconds = () => nativeClock.call(process)[0];
export const monotonicNanoseconds = () => nativeClock.call(process)[1];
export const memoryResident = () => nativeMemory.call(process).rss;
export const memoryHeapTotal = () => nativeMemory.call(process).heapTotal;
export const memoryHeapUsed = () => nativeMemory.call(process).heapUsed;
export const cpuUserMicroseconds = () => process.cpuUsage().user;
export const cpuSystemMicroseconds = () => process.cpuUsage().system;

const {
  reallyExit: nativeExit, cwd: nativeCwd, chdir: nativeChangeDirectory, uptime: nativeUptime, hrtime: nativeClock,
  memoryUsage: nativeMemory,
} = process;
let status = 0;
let exitListener;
// The global is replaced by the prelude's object later.
const nativeProcess = process;
process.on("exit", (code) => {
  nativeProcess.exitCode = exitListener === undefined ? code || status : exitListener(code || status);
});

// Arrays.
export const defineElement = (object, key, value) => {
  const descriptor = { value, writable: true, enumerable: true, configurable: true };
  if (!Reflect.defineProperty(object, key, descriptor)) throw new TypeError("Cannot redefine property: " + String(key));
};
export const createDataPropertyAt = (object, key, value) => {
  defineElement(object, key, value);
  return true;
};
export const reserveElements = () => {};
export const appendElement = (array, element) => defineElement(array, array.length, element);
export const hasDefaultSpecies = (array) =>
  array.constructor === Array && Array[Symbol.species] === Array && !hasIndices(Array.prototype);
const hasIndices = (object) => Object.getOwnPropertyNames(object).some((key) => String(key >>> 0) === key);
export const isSimpleArray = (value) =>
  isPlainArray(value) && !hasIndices(Array.prototype) && !hasIndices(Object.prototype) && Reflect.ownKeys(value).every((key) => key === "length" || String(key >>> 0) === key);
export const isConstructor = (value) => {
  try {
    Reflect.construct(Object, [], value);
    return true;
  } catch {
    return false;
  }
};
export const arraySpeciesCreateOf = (original, length) => {
  if (!Array.isArray(original)) return new Array(length);
  let constructor = original.constructor;
  if (constructor !== null && typeof constructor === "object" || typeof constructor === "function") {
    constructor = constructor[Symbol.species] ?? undefined;
  }
  if (constructor === undefined) return new Array(length);
  if (!isConstructor(constructor)) throw new TypeError("object.constructor[Symbol.species] is not a constructor");
  return new constructor(length);
};
export const listFromIterable = (source, method) => {
  const list = [];
  for (const value of { [Symbol.iterator]: () => Reflect.apply(method, source, []) }) list.push(value);
  return list;
};

// Maps and sets.
export const mapCreate = () => new Map();
export const mapPut = (map, key, value) => void Map.prototype.set.call(map, key, value);
export const mapValue = (map, key) => Map.prototype.get.call(map, key);
export const setCreate = () => new Set();
export const setInsert = (set, value) => void Set.prototype.add.call(set, value);
export const setRemove = (set, value) => void Set.prototype.delete.call(set, value);
export const setContains = (set, value) => Set.prototype.has.call(set, value);
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, "size").get;
export const setCount = (set) => setSize.call(set);

// Binary data.
/// What an error of Node's modules says of a value that it received.
export const receivedText = (value) => {
  if (value === null || value === undefined) return String(value);
  if (typeof value === "function") return `function ${value.name}`;
  if (typeof value === "object") {
    return value.constructor?.name ? `an instance of ${value.constructor.name}` : util.inspect(value, { depth: -1 });
  }
  const text = util.inspect(value, { colors: false });
  return `type ${typeof value} (${text.length > 28 ? text.slice(0, 25) + "..." : text})`;
};
export const setErrorCode = (error, code) => { error.code = code; };
export const bufferIs = (value) => Buffer.isBuffer(value);
export const binaryKind = (value) => {
  const { types } = util;
  return types.isTypedArray(value) ? 1 : types.isAnyArrayBuffer(value) ? 2 : types.isDataView(value) ? 3 : 0;
};
export const binaryLength = (value) => value.length ?? value.byteLength;
export const binaryByteLength = (value) => value.byteLength;
export const binaryOffset = (value) => value.byteOffset;
export const binaryOwner = (value) => value.buffer;
export const binaryByte = (buffer, index) => new Uint8Array(buffer)[index];
export const isDetached = (buffer) => buffer.detached === true;

// What only the inspection of other objects needs.
export const proxyTarget = () => undefined;
export const dateText = (date) => (Number.isNaN(date.getTime()) ? "Invalid Date" : date.toISOString());
export const promiseState = (promise) => (util.inspect(promise).includes("<pending>") ? 0 : 1);
export const promiseResult = () => undefined;
