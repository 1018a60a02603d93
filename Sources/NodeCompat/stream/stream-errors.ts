/// The errors of streams (https://nodejs.org/api/errors.html), each with its code.
// @optimize size
import { codedError } from "../prelude/node-errors.ts";

export function pushAfterEOF(): any {
  return codedError(new Error("stream.push() after EOF"), "ERR_STREAM_PUSH_AFTER_EOF");
}
export function unshiftAfterEnd(): any {
  return codedError(new Error("stream.unshift() after end event"), "ERR_STREAM_UNSHIFT_AFTER_END_EVENT");
}
export function writeAfterEnd(): any {
  return codedError(new Error("write after end"), "ERR_STREAM_WRITE_AFTER_END");
}
export function streamDestroyed(method: string): any {
  return codedError(new Error("Cannot call " + method + " after a stream was destroyed"), "ERR_STREAM_DESTROYED");
}
export function alreadyFinished(method: string): any {
  return codedError(new Error("Cannot call " + method + " after a stream was finished"), "ERR_STREAM_ALREADY_FINISHED");
}
export function nullValues(): any {
  return codedError(new TypeError("May not write null values to stream"), "ERR_STREAM_NULL_VALUES");
}
export function multipleCallback(): any {
  return codedError(new Error("Callback called multiple times"), "ERR_MULTIPLE_CALLBACK");
}
export function notImplemented(method: string): any {
  return codedError(new Error("The " + method + " method is not implemented"), "ERR_METHOD_NOT_IMPLEMENTED");
}
export function cannotPipe(): any {
  return codedError(new Error("Cannot pipe, not readable"), "ERR_STREAM_CANNOT_PIPE");
}
export function prematureClose(): any {
  return codedError(new Error("Premature close"), "ERR_STREAM_PREMATURE_CLOSE");
}
export function unableToPipe(): any {
  return codedError(new Error("Cannot pipe to a closed or destroyed stream"), "ERR_STREAM_UNABLE_TO_PIPE");
}
export function invalidReturn(expected: string, name: string, value: any): any {
  const type = value?.constructor?.name ? "an instance of " + value.constructor.name : "type " + typeof value;
  return codedError(
    new TypeError("Expected " + expected + ' to be returned from the "' + name + '" function but got ' + type + "."),
    "ERR_INVALID_RETURN_VALUE",
  );
}
/// Two errors as one; the inner one is the cause of all.
export function aggregateErrors(inner: any, outer: any): any {
  if (!inner || !outer || inner === outer) return inner || outer;
  if (Array.isArray(outer.errors)) {
    outer.errors.push(inner);
    return outer;
  }
  const both: any = new AggregateError([outer, inner], outer.message);
  both.code = outer.code;
  return both;
}
