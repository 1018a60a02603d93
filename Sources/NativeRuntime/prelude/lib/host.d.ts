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
declare function structuredClone<T>(value: T, options?: any): T;
