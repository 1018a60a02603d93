/// `process.stdin`, `process.stdout` and `process.stderr`: what can be done without the module `stream`.
// @optimize size
import {
  binaryKind, fsCall, isTerminal, nextTick, stderrWrite, stdoutWrite, terminalColumns,
} from "polyglot:runtime";
import { codedError, invalidType } from "./node-errors.ts";

/// What a typed array is for `binaryKind`, and the operation that writes all of one (src/fs/request.h).
const TYPED_ARRAY = 1;
const WRITE_FILE = 32;

let stdin: any;
export function getStdin(): any { return stdin ??= { fd: 0, isTTY: isTerminal(0) ? true : undefined }; }
let stdout: any;
export function getStdout(): any { return stdout ??= makeStream(1); }
let stderr: any;
export function getStderr(): any { return stderr ??= makeStream(2); }

function makeStream(fd: number): any {
  const stream: any = {
    fd,
    writable: true,
    write(chunk: any, encoding?: any, callback?: any): boolean {
      if (binaryKind(chunk) === TYPED_ARRAY) {
        fsCall(WRITE_FILE, fd, chunk, 0, 1, 0, undefined);
      } else if (typeof chunk !== "string") {
        if (chunk === null) throw codedError(new TypeError("May not write null values to stream"), "ERR_STREAM_NULL_VALUES");
        throw invalidType("chunk", "of type string or an instance of Buffer, TypedArray, or DataView", chunk);
      } else if (fd === 1) {
        stdoutWrite(chunk);
      } else {
        stderrWrite(chunk);
      }
      const done: any = typeof encoding === "function" ? encoding : callback;
      if (typeof done === "function") nextTick(done, [null]);
      return true;
    },
  };
  if (isTerminal(fd)) {
    stream.isTTY = true;
    stream.columns = terminalColumns(fd);
  }
  return stream;
}
