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

declare var performance: { now(): number; readonly timeOrigin: number; [member: string]: any };
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
