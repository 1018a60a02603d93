/// `process.stdin`, `process.stdout` and `process.stderr`: what can be done without the module `stream`. What they inherit
/// from makes streams of them when the program asks for more.
// @optimize size
import {
  binaryKind, bufferEncode, fsCall, isTerminal, nextTick, setOutputFailure, stderrWrite, stdoutWrite, terminalColumns,
  terminalRows,
} from "polyglot:runtime";
import { checkedEncoding, UTF8 } from "./buffer-encodings.ts";
import { codedError, errnoException, invalidType, systemError } from "./node-errors.ts";

/// What views are for `binaryKind`, and the operation that writes all of one (src/fs/request.h).
const TYPED_ARRAY = 1;
const DATA_VIEW = 3;
const WRITE_FILE = 32;

let stdin: any;
export function getStdin(): any { return stdin ??= makeInput(); }
let stdout: any;
export function getStdout(): any { return stdout ??= makeOutput(1); }
let stderr: any;
export function getStderr(): any { return stderr ??= makeOutput(2); }

function makeInput(): any {
  const input: any = { fd: 0, isTTY: undefined };
  if (isTerminal(0)) {
    input.isTTY = true;
    input.isRaw = false;
  }
  Object.setPrototypeOf(input, (process as any).standardInput);
  return input;
}

/// Whether what is buffered is to be known if it cannot be written.
let isWatched = false;

/// Tells the callback of a failed write; as streams have no listeners for `error`, nobody catches the error afterwards.
function fail(errno: number, done: any): void {
  let error: any = systemError(errno, "write");
  // In the short form of Node's pipes.
  if (error.code === "EPIPE") error = errnoException(errno, "write");
  nextTick(raise, [error]);
  if (typeof done === "function") done(error);
}

function raise(error: any): never {
  throw error;
}

/// `write` of an output that is no stream yet.
function write(this: any, chunk: any, encoding?: any, callback?: any): boolean {
  const fd: number = this.fd;
  const done: any = typeof encoding === "function" ? encoding : callback;
  let number = UTF8;
  if (typeof chunk === "string" && typeof encoding !== "function") number = checkedEncoding(encoding);
  const kind = binaryKind(chunk);
  if (kind === TYPED_ARRAY || kind === DATA_VIEW || number !== UTF8) {
    const bytes: any = number === UTF8 ? chunk : bufferEncode(chunk, number);
    const result: any = fsCall(WRITE_FILE, fd, bytes, 0, 1, 0, undefined);
    if (typeof result === "number" && result < 0) {
      nextTick(fail, [result, done]);
      return false;
    }
  } else if (typeof chunk !== "string") {
    if (chunk === null) throw codedError(new TypeError("May not write null values to stream"), "ERR_STREAM_NULL_VALUES");
    throw invalidType("chunk", "of type string or an instance of Buffer, TypedArray, or DataView", chunk);
  } else if (fd === 1) {
    if (!isWatched) {
      isWatched = true;
      setOutputFailure(fail);
    }
    stdoutWrite(chunk);
  } else {
    stderrWrite(chunk);
  }
  if (typeof done === "function") nextTick(done, [null]);
  return true;
}

function makeOutput(fd: number): any {
  const output: any = { fd, _isStdio: true, writable: true, write };
  if (isTerminal(fd)) {
    output.isTTY = true;
    output.columns = terminalColumns(fd);
    output.rows = terminalRows(fd);
  }
  Object.setPrototypeOf(output, (process as any).standardOutput);
  return output;
}
