// What Node adds to the global object.

interface Console {
  log(...data: any[]): void;
  info(...data: any[]): void;
  debug(...data: any[]): void;
  warn(...data: any[]): void;
  error(...data: any[]): void;
  trace(...data: any[]): void;
  dir(value?: any, options?: any): void;
  dirxml(...data: any[]): void;
  table(data?: any, columns?: string[]): void;
  group(...label: any[]): void;
  groupCollapsed(...label: any[]): void;
  groupEnd(): void;
  time(label?: string): void;
  timeEnd(label?: string): void;
  timeLog(label?: string, ...data: any[]): void;
  count(label?: string): void;
  countReset(label?: string): void;
  assert(condition?: boolean, ...data: any[]): void;
}
declare var console: Console;

interface ProcessWriteStream {
  write(text: string | any, ...rest: any[]): boolean;
  readonly isTTY?: boolean;
  readonly fd: number;
  columns?: number;
  [member: string]: any;
}
interface ProcessReadStream {
  readonly isTTY?: boolean;
  readonly fd: number;
  [member: string]: any;
}
interface ProcessMemoryUsage {
  rss: number;
  heapTotal: number;
  heapUsed: number;
  external: number;
  arrayBuffers: number;
}
interface ProcessHighResolutionTime {
  (time?: [number, number]): [number, number];
  bigint(): bigint;
}
interface ProcessEnvironment { [name: string]: string | undefined }
interface Process {
  argv: string[];
  argv0: string;
  execArgv: string[];
  execPath: string;
  env: ProcessEnvironment;
  exit(code?: number | string | null): never;
  exitCode?: number | string | null;
  cwd(): string;
  chdir(directory: string): void;
  readonly pid: number;
  readonly ppid: number;
  readonly platform: string;
  readonly arch: string;
  readonly version: string;
  readonly versions: { readonly node: string; readonly [component: string]: string | undefined };
  title: string;
  stdin: ProcessReadStream;
  stdout: ProcessWriteStream;
  stderr: ProcessWriteStream;
  hrtime: ProcessHighResolutionTime;
  memoryUsage: { (): ProcessMemoryUsage; rss(): number };
  cpuUsage(previous?: any): { user: number; system: number };
  threadCpuUsage(previous?: any): { user: number; system: number };
  resourceUsage(): { [name: string]: number };
  availableMemory(): number;
  constrainedMemory(): number;
  getgroups(): number[];
  setuid(id: number | string): void;
  seteuid(id: number | string): void;
  setgid(id: number | string): void;
  setegid(id: number | string): void;
  setgroups(groups: readonly (number | string)[]): void;
  initgroups(user: number | string, extraGroup: number | string): void;
  loadEnvFile(path?: any): void;
  ref(maybeRefable: any): void;
  unref(maybeRefable: any): void;
  uptime(): number;
  nextTick(callback: Function, ...parameters: any[]): void;
  on(event: string | symbol, listener: (...parameters: any[]) => void): Process;
  once(event: string | symbol, listener: (...parameters: any[]) => void): Process;
  emitWarning(warning: any, ...rest: any[]): void;
}
declare var process: Process;
declare namespace NodeJS {
  interface ProcessEnv { [name: string]: string | undefined }
  interface ErrnoException extends Error {
    errno?: number;
    code?: string;
    path?: string;
    syscall?: string;
  }
}

interface PerformanceEntry {
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  toJSON(): any;
}
declare var PerformanceEntry: { prototype: PerformanceEntry; new(): PerformanceEntry };
interface PerformanceMarkOptions { detail?: any; startTime?: number }
interface PerformanceMark extends PerformanceEntry { readonly detail: any }
declare var PerformanceMark: { prototype: PerformanceMark; new(name: string, options?: PerformanceMarkOptions): PerformanceMark };
interface PerformanceMeasureOptions { detail?: any; start?: string | number; end?: string | number; duration?: number }
interface PerformanceMeasure extends PerformanceEntry { readonly detail: any }
declare var PerformanceMeasure: { prototype: PerformanceMeasure; new(): PerformanceMeasure };
interface Performance extends EventTarget {
  readonly timeOrigin: number;
  now(): number;
  mark(name: string, options?: PerformanceMarkOptions): PerformanceMark;
  measure(name: string, startOrOptions?: string | PerformanceMeasureOptions, endMark?: string): PerformanceMeasure;
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
  clearMarks(name?: string): void;
  clearMeasures(name?: string): void;
  toJSON(): any;
}
declare var Performance: { prototype: Performance; new(): Performance };
declare var performance: Performance;
declare function setTimeout(callback: (...parameters: any[]) => void, delay?: number, ...parameters: any[]): any;
declare function clearTimeout(timer?: any): void;
declare function setInterval(callback: (...parameters: any[]) => void, delay?: number, ...parameters: any[]): any;
declare function clearInterval(timer?: any): void;
declare function setImmediate(callback: (...parameters: any[]) => void, ...parameters: any[]): any;
declare function clearImmediate(timer?: any): void;
declare function queueMicrotask(callback: () => void): void;
interface StructuredSerializeOptions { transfer?: Iterable<any> }
declare function structuredClone<T>(value: T, options?: StructuredSerializeOptions): T;

interface DOMExceptionCodes {
  readonly INDEX_SIZE_ERR: 1;
  readonly DOMSTRING_SIZE_ERR: 2;
  readonly HIERARCHY_REQUEST_ERR: 3;
  readonly WRONG_DOCUMENT_ERR: 4;
  readonly INVALID_CHARACTER_ERR: 5;
  readonly NO_DATA_ALLOWED_ERR: 6;
  readonly NO_MODIFICATION_ALLOWED_ERR: 7;
  readonly NOT_FOUND_ERR: 8;
  readonly NOT_SUPPORTED_ERR: 9;
  readonly INUSE_ATTRIBUTE_ERR: 10;
  readonly INVALID_STATE_ERR: 11;
  readonly SYNTAX_ERR: 12;
  readonly INVALID_MODIFICATION_ERR: 13;
  readonly NAMESPACE_ERR: 14;
  readonly INVALID_ACCESS_ERR: 15;
  readonly VALIDATION_ERR: 16;
  readonly TYPE_MISMATCH_ERR: 17;
  readonly SECURITY_ERR: 18;
  readonly NETWORK_ERR: 19;
  readonly ABORT_ERR: 20;
  readonly URL_MISMATCH_ERR: 21;
  readonly QUOTA_EXCEEDED_ERR: 22;
  readonly TIMEOUT_ERR: 23;
  readonly INVALID_NODE_TYPE_ERR: 24;
  readonly DATA_CLONE_ERR: 25;
}
interface DOMException extends Error, DOMExceptionCodes {
  readonly name: string;
  readonly message: string;
  readonly code: number;
}
interface DOMExceptionConstructor extends DOMExceptionCodes {
  readonly prototype: DOMException;
  new (message?: string, options?: string | { name?: string; cause?: unknown }): DOMException;
}
declare var DOMException: DOMExceptionConstructor;

interface EventInit { bubbles?: boolean; cancelable?: boolean; composed?: boolean }
interface Event {
  readonly type: string;
  readonly target: any;
  readonly currentTarget: any;
  readonly srcElement: any;
  readonly cancelable: boolean;
  readonly defaultPrevented: boolean;
  readonly timeStamp: number;
  readonly bubbles: boolean;
  readonly composed: boolean;
  readonly eventPhase: number;
  readonly isTrusted: boolean;
  returnValue: boolean;
  cancelBubble: boolean;
  initEvent(type: string, bubbles?: boolean, cancelable?: boolean): void;
  preventDefault(): void;
  stopPropagation(): void;
  stopImmediatePropagation(): void;
  composedPath(): any[];
}
declare var Event: {
  readonly prototype: Event;
  new (type: string, options?: EventInit): Event;
  readonly NONE: 0;
  readonly CAPTURING_PHASE: 1;
  readonly AT_TARGET: 2;
  readonly BUBBLING_PHASE: 3;
};
interface CustomEvent<T = any> extends Event { readonly detail: T }
declare var CustomEvent: {
  readonly prototype: CustomEvent;
  new <T = any>(type: string, options?: EventInit & { detail?: T }): CustomEvent<T>;
};
interface MessageEvent<T = any> extends Event {
  readonly data: T;
  readonly origin: string;
  readonly lastEventId: string;
  readonly source: any;
  readonly ports: readonly any[];
  initMessageEvent(
    type: string, bubbles?: boolean, cancelable?: boolean, data?: any, origin?: string, lastEventId?: string, source?: any,
    ports?: any[],
  ): MessageEvent;
}
interface MessageEventInit<T = any> extends EventInit {
  data?: T;
  origin?: string;
  lastEventId?: string;
  source?: any;
  ports?: any[];
}
declare var MessageEvent: {
  readonly prototype: MessageEvent;
  new <T = any>(type: string, options?: MessageEventInit<T>): MessageEvent<T>;
};
interface CloseEvent extends Event {
  readonly wasClean: boolean;
  readonly code: number;
  readonly reason: string;
}
declare var CloseEvent: {
  readonly prototype: CloseEvent;
  new (type: string, options?: EventInit & { wasClean?: boolean; code?: number; reason?: string }): CloseEvent;
};
interface WebSocket extends EventTarget {
  readonly CONNECTING: 0;
  readonly OPEN: 1;
  readonly CLOSING: 2;
  readonly CLOSED: 3;
  readonly readyState: number;
  readonly bufferedAmount: number;
  readonly url: string;
  readonly extensions: string;
  readonly protocol: string;
  binaryType: "blob" | "arraybuffer";
  onopen: ((event: any) => any) | null;
  onerror: ((event: any) => any) | null;
  onclose: ((event: any) => any) | null;
  onmessage: ((event: any) => any) | null;
  send(data: string | ArrayBuffer | ArrayBufferView | Blob): void;
  close(code?: number, reason?: string): void;
}
declare var WebSocket: {
  readonly prototype: WebSocket;
  readonly CONNECTING: 0;
  readonly OPEN: 1;
  readonly CLOSING: 2;
  readonly CLOSED: 3;
  new (
    url: string | URL, protocols?: string | Iterable<string> | { protocols?: string | Iterable<string>; headers?: any },
  ): WebSocket;
};
interface AddEventListenerOptions { capture?: boolean; once?: boolean; passive?: boolean; signal?: AbortSignal }
interface EventListenerObject { handleEvent(event: any): void }
type EventListenerCallback = ((event: any) => void) | EventListenerObject | null;
interface EventTarget {
  addEventListener(type: string, listener: EventListenerCallback, options?: AddEventListenerOptions | boolean): void;
  removeEventListener(type: string, listener: EventListenerCallback, options?: { capture?: boolean } | boolean): void;
  dispatchEvent(event: Event): boolean;
}
declare var EventTarget: { readonly prototype: EventTarget; new (): EventTarget };
interface AbortSignal extends EventTarget {
  readonly aborted: boolean;
  readonly reason: any;
  onabort: ((event: any) => any) | null;
  throwIfAborted(): void;
}
declare var AbortSignal: {
  readonly prototype: AbortSignal;
  abort(reason?: any): AbortSignal;
  timeout(delay: number): AbortSignal;
  any(signals: Iterable<AbortSignal>): AbortSignal;
};
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: any): void;
}
declare var AbortController: { readonly prototype: AbortController; new (): AbortController };

type BufferEncoding =
  | "ascii" | "utf8" | "utf-8" | "utf16le" | "utf-16le" | "ucs2" | "ucs-2" | "base64" | "base64url" | "latin1" | "binary"
  | "hex";
interface Buffer extends Uint8Array {
  readonly parent: ArrayBufferLike;
  readonly offset: number;
  toString(encoding?: BufferEncoding, start?: number, end?: number): string;
  toLocaleString(encoding?: BufferEncoding, start?: number, end?: number): string;
  write(text: string, encoding?: BufferEncoding): number;
  write(text: string, offset: number, encoding?: BufferEncoding): number;
  write(text: string, offset: number, length: number, encoding?: BufferEncoding): number;
  fill(value: string | Uint8Array | number, offset?: any, end?: any, encoding?: BufferEncoding): this;
  indexOf(value: string | number | Uint8Array, byteOffset?: number | BufferEncoding, encoding?: BufferEncoding): number;
  lastIndexOf(value: string | number | Uint8Array, byteOffset?: number | BufferEncoding, encoding?: BufferEncoding): number;
  includes(value: string | number | Uint8Array, byteOffset?: number | BufferEncoding, encoding?: BufferEncoding): boolean;
  compare(
    target: Uint8Array, targetStart?: number, targetEnd?: number, sourceStart?: number, sourceEnd?: number,
  ): -1 | 0 | 1;
  equals(other: Uint8Array): boolean;
  copy(target: Uint8Array, targetStart?: number, sourceStart?: number, sourceEnd?: number): number;
  slice(start?: number, end?: number): Buffer;
  subarray(start?: number, end?: number): Buffer;
  toJSON(): { type: "Buffer"; data: number[] };
  swap16(): this;
  swap32(): this;
  swap64(): this;
  readUInt8(offset?: number): number;
  readUInt16LE(offset?: number): number;
  readUInt16BE(offset?: number): number;
  readUInt32LE(offset?: number): number;
  readUInt32BE(offset?: number): number;
  readInt8(offset?: number): number;
  readInt16LE(offset?: number): number;
  readInt16BE(offset?: number): number;
  readInt32LE(offset?: number): number;
  readInt32BE(offset?: number): number;
  readUIntLE(offset: number, byteLength: number): number;
  readUIntBE(offset: number, byteLength: number): number;
  readIntLE(offset: number, byteLength: number): number;
  readIntBE(offset: number, byteLength: number): number;
  readFloatLE(offset?: number): number;
  readFloatBE(offset?: number): number;
  readDoubleLE(offset?: number): number;
  readDoubleBE(offset?: number): number;
  readBigInt64LE(offset?: number): bigint;
  readBigInt64BE(offset?: number): bigint;
  readBigUInt64LE(offset?: number): bigint;
  readBigUInt64BE(offset?: number): bigint;
  writeUInt8(value: number, offset?: number): number;
  writeUInt16LE(value: number, offset?: number): number;
  writeUInt16BE(value: number, offset?: number): number;
  writeUInt32LE(value: number, offset?: number): number;
  writeUInt32BE(value: number, offset?: number): number;
  writeInt8(value: number, offset?: number): number;
  writeInt16LE(value: number, offset?: number): number;
  writeInt16BE(value: number, offset?: number): number;
  writeInt32LE(value: number, offset?: number): number;
  writeInt32BE(value: number, offset?: number): number;
  writeUIntLE(value: number, offset: number, byteLength: number): number;
  writeUIntBE(value: number, offset: number, byteLength: number): number;
  writeIntLE(value: number, offset: number, byteLength: number): number;
  writeIntBE(value: number, offset: number, byteLength: number): number;
  writeFloatLE(value: number, offset?: number): number;
  writeFloatBE(value: number, offset?: number): number;
  writeDoubleLE(value: number, offset?: number): number;
  writeDoubleBE(value: number, offset?: number): number;
  writeBigInt64LE(value: bigint, offset?: number): number;
  writeBigInt64BE(value: bigint, offset?: number): number;
  writeBigUInt64LE(value: bigint, offset?: number): number;
  writeBigUInt64BE(value: bigint, offset?: number): number;
  [member: string]: any;
}
interface BufferConstructor {
  readonly prototype: Buffer;
  readonly poolSize: number;
  new (value: any, encodingOrOffset?: any, length?: number): Buffer;
  (value: any, encodingOrOffset?: any, length?: number): Buffer;
  from(value: any, encodingOrOffset?: any, length?: number): Buffer;
  of(...items: number[]): Buffer;
  alloc(size: number, fill?: string | Uint8Array | number, encoding?: BufferEncoding): Buffer;
  allocUnsafe(size: number): Buffer;
  allocUnsafeSlow(size: number): Buffer;
  copyBytesFrom(view: any, offset?: number, length?: number): Buffer;
  isBuffer(value: any): value is Buffer;
  isEncoding(name: any): boolean;
  byteLength(value: any, encoding?: BufferEncoding): number;
  compare(a: Uint8Array, b: Uint8Array): -1 | 0 | 1;
  concat(list: readonly Uint8Array[], length?: number): Buffer;
}
declare var Buffer: BufferConstructor;
declare function atob(text: string): string;
declare function btoa(text: string): string;

interface URL {
  href: string;
  readonly origin: string;
  protocol: string;
  username: string;
  password: string;
  host: string;
  hostname: string;
  port: string;
  pathname: string;
  search: string;
  readonly searchParams: URLSearchParams;
  hash: string;
  toString(): string;
  toJSON(): string;
}
declare var URL: {
  readonly prototype: URL;
  new (input: string | URL, base?: string | URL): URL;
  parse(input: string | URL, base?: string | URL): URL | null;
  canParse(input: string | URL, base?: string | URL): boolean;
  createObjectURL(object: any): string;
  revokeObjectURL(url: string): void;
};
interface URLPatternInit {
  protocol?: string;
  username?: string;
  password?: string;
  hostname?: string;
  port?: string;
  pathname?: string;
  search?: string;
  hash?: string;
  baseURL?: string;
}
interface URLPatternComponentResult { input: string; groups: { [name: string]: string | undefined } }
interface URLPatternResult {
  inputs: (string | URLPatternInit)[];
  protocol: URLPatternComponentResult;
  username: URLPatternComponentResult;
  password: URLPatternComponentResult;
  hostname: URLPatternComponentResult;
  port: URLPatternComponentResult;
  pathname: URLPatternComponentResult;
  search: URLPatternComponentResult;
  hash: URLPatternComponentResult;
}
interface URLPattern {
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  readonly port: string;
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly hasRegExpGroups: boolean;
  exec(input?: string | URLPatternInit, baseURL?: string): URLPatternResult | null;
  test(input?: string | URLPatternInit, baseURL?: string): boolean;
}
declare var URLPattern: {
  readonly prototype: URLPattern;
  new (input?: string | URLPatternInit, options?: { ignoreCase?: boolean }): URLPattern;
  new (input: string, baseURL: string, options?: { ignoreCase?: boolean }): URLPattern;
};
interface URLSearchParams {
  readonly size: number;
  append(name: string, value: string): void;
  delete(name: string, value?: string): void;
  get(name: string): string | null;
  getAll(name: string): string[];
  has(name: string, value?: string): boolean;
  set(name: string, value: string): void;
  sort(): void;
  forEach(callback: (value: string, name: string, params: URLSearchParams) => void, thisArg?: any): void;
  entries(): IterableIterator<[string, string]>;
  keys(): IterableIterator<string>;
  values(): IterableIterator<string>;
  toString(): string;
  [Symbol.iterator](): IterableIterator<[string, string]>;
}
declare var URLSearchParams: { readonly prototype: URLSearchParams; new (init?: any): URLSearchParams };
interface TextEncoder {
  readonly encoding: string;
  encode(input?: string): Uint8Array;
  encodeInto(source: string, destination: Uint8Array): { read: number; written: number };
}
declare var TextEncoder: { readonly prototype: TextEncoder; new (): TextEncoder };
interface TextDecoder {
  readonly encoding: string;
  readonly fatal: boolean;
  readonly ignoreBOM: boolean;
  decode(input?: any, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  readonly prototype: TextDecoder;
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};

type BlobPart = string | ArrayBuffer | ArrayBufferView | Blob;
interface BlobPropertyBag { type?: string; endings?: "transparent" | "native" }
interface Blob {
  readonly size: number;
  readonly type: string;
  slice(start?: number, end?: number, contentType?: string): Blob;
  arrayBuffer(): Promise<ArrayBuffer>;
  text(): Promise<string>;
  bytes(): Promise<Uint8Array>;
  stream(): any;
  textStream(): any;
}
declare var Blob: { readonly prototype: Blob; new (parts?: Iterable<BlobPart>, options?: BlobPropertyBag): Blob };
interface File extends Blob {
  readonly name: string;
  readonly lastModified: number;
}
declare var File: {
  readonly prototype: File;
  new (parts: Iterable<BlobPart>, name: string, options?: BlobPropertyBag & { lastModified?: number }): File;
};

interface Crypto {
  readonly subtle: any;
  getRandomValues<T>(array: T): T;
  randomUUID(options?: { disableEntropyCache?: boolean }): string;
}
declare var crypto: Crypto;
