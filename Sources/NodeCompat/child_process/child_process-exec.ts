/// `child_process.spawn`, and the functions that collect what a child says.
// @optimize size
import { errnoName } from "polyglot:runtime";
import { encodingNumber, UNKNOWN } from "../prelude/buffer-encodings.ts";
import { AbortError, codedError, invalidType } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateFunction, validateObject } from "../prelude/validators.ts";
import { checkKillSignal, checkMaxBuffer, checkTimeout, normalize } from "./child_process-arguments.ts";
import { ChildProcess } from "./child_process-process.ts";
import { shellOptions } from "./child_process-sync.ts";
import { addAbortListener } from "./event-waiting.ts";

const childConstructor: any = ChildProcess;

function abort(child: any, signal: any, reason: any): void {
  try {
    if (child.kill(signal)) child.emit("error", new AbortError(undefined, { cause: reason }));
  } catch (error) {
    child.emit("error", error);
  }
}

/// `child_process.spawn`
export function spawn(file: any, args?: any, options?: any): any {
  const settings: any = normalize(file, args, options);
  checkTimeout(settings.timeout);
  validateAbortSignal(settings.signal, "options.signal");
  const killSignal = checkKillSignal(settings.killSignal);
  const child: any = new childConstructor();
  child.spawn(settings);
  if (settings.timeout > 0) endAfter(child, settings.timeout, killSignal);
  const signal: any = settings.signal;
  if (signal) {
    const onAbort = (): void => abort(child, killSignal, signal.reason);
    if (signal.aborted) {
      process.nextTick(onAbort);
    } else {
      const listening: any = addAbortListener(signal, onAbort);
      child.once("exit", () => listening[Symbol.dispose]());
    }
  }
  return child;
}

function endAfter(child: any, timeout: number, killSignal: any): void {
  let timer: any = setTimeout(() => {
    timer = null;
    try {
      child.kill(killSignal);
    } catch (error) {
      child.emit("error", error);
    }
  }, timeout);
  child.once("exit", () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  });
}

/// What one stream of a child said.
class Output {
  chunks: any[] = [];
  size = 0;

  /// Listens to a stream; `tooMuch` is called when there is more than the maximum.
  constructor(public stream: any, encoding: any, maximum: number, tooMuch: () => void) {
    if (!stream) return;
    if (encoding !== null) stream.setEncoding(encoding);
    stream.on("data", (chunk: any): void => {
      const streamEncoding: any = stream.readableEncoding;
      const length = streamEncoding ? Buffer.byteLength(chunk, streamEncoding) : chunk.length;
      const before = this.size;
      this.size += length;
      if (this.size <= maximum) {
        this.chunks.push(chunk);
        return;
      }
      this.chunks.push(chunk.slice(0, maximum - before));
      tooMuch();
    });
  }

  value(encoding: any): any {
    return encoding !== null || this.stream?.readableEncoding ? this.chunks.join("") : Buffer.concat(this.chunks);
  }
}

function tooLong(name: string): any {
  return codedError(new RangeError(name + " maxBuffer length exceeded"), "ERR_CHILD_PROCESS_STDIO_MAXBUFFER");
}

/// Starts a child and calls back with what it said.
function collect(file: any, args: any, options: any, callback: any): any {
  const settings: any = {
    encoding: "utf8", timeout: 0, maxBuffer: 1024 * 1024, killSignal: "SIGTERM", cwd: null, env: null, shell: false, ...options,
  };
  checkTimeout(settings.timeout);
  checkMaxBuffer(settings.maxBuffer);
  settings.killSignal = checkKillSignal(settings.killSignal);
  const child: any = spawn(file, args, {
    cwd: settings.cwd, env: settings.env, gid: settings.gid, shell: settings.shell, signal: settings.signal,
    uid: settings.uid, windowsHide: !!settings.windowsHide, windowsVerbatimArguments: !!settings.windowsVerbatimArguments,
    argv0: settings.argv0,
  });
  const hasEncoding = settings.encoding && settings.encoding !== "buffer" && encodingNumber(settings.encoding) !== UNKNOWN;
  const encoding: any = hasEncoding ? settings.encoding : null;
  let isKilled = false;
  let isDone = false;
  let timer: any = null;
  let failure: any = null;

  const finish = (status: any, signal: any): void => {
    if (isDone) return;
    isDone = true;
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (!callback) return;
    const stdout: any = output.value(encoding);
    const stderr: any = errors.value(encoding);
    if (!failure && status === 0 && signal === null) {
      callback(null, stdout, stderr);
      return;
    }
    let command = file;
    if (args?.length) command += " " + args.join(" ");
    if (!failure) {
      failure = new Error("Command failed: " + command + "\n" + stderr);
      failure.code = status < 0 ? errnoName(-status) : status;
      failure.killed = child.killed || isKilled;
      failure.signal = signal;
    }
    failure.cmd = command;
    callback(failure, stdout, stderr);
  };
  const kill = (): void => {
    child.stdout?.destroy();
    child.stderr?.destroy();
    isKilled = true;
    try {
      child.kill(settings.killSignal);
    } catch (error) {
      if (!failure) failure = error;
      finish(undefined, undefined);
    }
  };
  const tooMuch = (name: string) => (): void => {
    failure = tooLong(name);
    kill();
  };
  const maximum: number = settings.maxBuffer ?? Infinity;
  const output = new Output(child.stdout, encoding, maximum, tooMuch("stdout"));
  const errors = new Output(child.stderr, encoding, maximum, tooMuch("stderr"));
  if (settings.timeout > 0) {
    timer = setTimeout(() => {
      kill();
      timer = null;
    }, settings.timeout);
  }
  child.on("close", finish);
  child.on("error", (error: any): void => {
    failure = error;
    child.stdout?.destroy();
    child.stderr?.destroy();
    finish(undefined, undefined);
  });
  return child;
}

/// `child_process.execFile`
export function execFile(file: any, args?: any, options?: any, callback?: any): any {
  let list: any = args;
  let settings: any = options;
  let done: any = callback;
  if (Array.isArray(args)) {
    list = args.slice();
  } else if (args !== null && typeof args === "object") {
    done = options;
    settings = args;
    list = [];
  } else if (typeof args === "function") {
    done = args;
    settings = undefined;
    list = [];
  } else {
    if (args !== undefined && args !== null) throw invalidType("args", "of type object", args);
    list = [];
  }
  if (typeof settings === "function") {
    done = settings;
    settings = undefined;
  } else if (settings !== undefined && settings !== null) {
    validateObject(settings, "options");
  }
  if (done !== undefined && done !== null) validateFunction(done, "callback");
  if (settings?.argv0 !== undefined && settings.argv0 !== null && typeof settings.argv0 !== "string") {
    throw invalidType("options.argv0", "of type string", settings.argv0);
  }
  return collect(file, list, settings, done);
}

/// `child_process.exec`
export function exec(command: any, options?: any, callback?: any): any {
  const done = typeof options === "function" ? options : callback;
  const settings = shellOptions(command, typeof options === "function" ? undefined : options);
  return execFile(command, settings, done);
}

/// What `util.promisify` makes of the two: the promise has the child.
function promised(original: any): any {
  return (...args: any[]): any => {
    let child: any;
    const promise: any = new Promise((resolve, reject) => {
      child = original(...args, (error: any, stdout: any, stderr: any): void => {
        if (error !== null) {
          error.stdout = stdout;
          error.stderr = stderr;
          reject(error);
        } else {
          resolve({ stdout, stderr });
        }
      });
    });
    promise.child = child;
    return promise;
  };
}

const promisify = Symbol.for("nodejs.util.promisify.custom");
Object.defineProperty(exec, promisify, { value: promised(exec) });
Object.defineProperty(execFile, promisify, { value: promised(execFile) });
