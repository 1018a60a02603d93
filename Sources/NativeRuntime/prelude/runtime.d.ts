/// The intrinsics that prelude and facade files import; the rows `intrinsic` and `intrinsic-op` of the built-ins'
/// manifests give their implementations.
declare module "polyglot:runtime" {
  /// Calls `callee` with a receiver and arguments; the optimiser inlines a known callee.
  export function call0(callee: any, receiver: any): any;
  export function call1(callee: any, receiver: any, a: any): any;
  export function call2(callee: any, receiver: any, a: any, b: any): any;
  export function call3(callee: any, receiver: any, a: any, b: any, c: any): any;
  export function call4(callee: any, receiver: any, a: any, b: any, c: any, d: any): any;
  /// Whether the value is a true array whose prototype is the original `Array.prototype`.
  export function isPlainArray(value: any): boolean;
}

declare module "polyglot:runtime" {
  /// What an object is by its internal slots, as text: `Array`, `Function`, `Error`, `Map`, `Set`, `Map Iterator`,
  /// `Set Iterator`, `Arguments`, `WeakMap`, `WeakSet`, `Number`, `String`, `Boolean`, `Symbol`, `BigInt`, `Module`,
  /// otherwise `Object`.
  export function classOf(object: any): string;
  /// `class` for classes of the program, otherwise `Function` with `Async` or `Generator` before it as it applies.
  export function functionKind(callee: any): string;
  /// An array of the own keys that are not array indices: names, then symbols.
  export function ownNonIndexKeys(object: any, onlyEnumerable: boolean): any;
  /// A cursor before the first entry of a Map or Set (subclasses too). It sees entries that are added behind it.
  export function mapIterator(collection: any): any;
  /// Moves a cursor to the next entry; false at the end.
  export function mapIteratorStep(cursor: any): boolean;
  export function mapIteratorKey(cursor: any): any;
  /// The value of a Map's entry; of a Set, the key.
  export function mapIteratorValue(cursor: any): any;
  /// Without advancing the iterator of a Map or Set: an array of whether it gives pairs, then the keys or values that
  /// it has still to give, or keys and values alternating.
  export function iteratorPreview(iterator: any): any;
}

declare module "polyglot:runtime" {
  /// `replace` and `replaceAll` of a string by a string with `$` patterns.
  export function stringReplace(string: string, pattern: string, replacement: string): string;
  export function stringReplaceAll(string: string, pattern: string, replacement: string): string;
  export function stringIndexOf(string: string, pattern: string, from: number): number;
  /// Writes a line to standard output (1) or error (2), indented as deep as the open groups.
  export function consoleWrite(stream: number, text: string): void;
  /// Changes the indentation of lines by some columns.
  export function consoleGroup(columns: number): void;
  export function isTerminal(fd: number): boolean;
  export function monotonicMilliseconds(): number;
  /// An array of names and values in turn.
  export function processEnvironment(): any;
  export function processId(): number;
}
