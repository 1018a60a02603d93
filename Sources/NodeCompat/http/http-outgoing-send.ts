/// What is done for each message: heads, chunks and ends.
///
/// A message whose connection belongs to src/http alone (`connection`) is put together there. All others become text that is
/// written to whatever the socket is.
// @optimize speed
import { appendElement, httpAnswer, httpQueued, httpWrite, nextTick } from "polyglot:runtime";
import { ASCII, encodingNumber, LATIN1, UTF8 } from "../prelude/buffer-encodings.ts";
import { errnoException, invalidType } from "../prelude/node-errors.ts";
import { coded, Framing, headersSent, Out } from "./http-common.ts";
import { lowerName, positionOf, sendable, validateHeaderValue } from "./http-fields.ts";
import { HeadState, noteFlags, type OutgoingState, textOf } from "./http-outgoing-state.ts";
import { byteLength, endText, writeText } from "./http-outgoing-text.ts";
import { alreadyFinished, nullValues, streamDestroyed, writeAfterEnd } from "./stream-errors.ts";
import { Flag } from "./stream-state.ts";
import type { WritableState } from "./stream-writable-state.ts";

/// The callback of those who gave none.
export function ignore(): void {}

function onError(message: any, error: any, callback: any): void {
  nextTick(emitError, [message, error, callback]);
}

function emitError(message: any, error: any, callback: any): void {
  callback(error);
  if (typeof message.emit === "function" && !message.destroyed) message.emit("error", error);
}

function invalidChunk(chunk: any): any {
  return invalidType("chunk", "of type string or an instance of Buffer or Uint8Array", chunk);
}

/// The connection, if the message can be put together there now. Its socket is one of `net`.
function channelOf(message: any, out: OutgoingState): any {
  if (out.connection === null) return null;
  const state: WritableState = out.writing!;
  if (state.length !== 0 || state.corked !== 0 || state.flags & (Flag.ending | Flag.destroyed)) return null;
  return message.socket === null || message.outputData.length > 0 ? null : out.connection;
}

/// Encodings that httpWrite knows; the text of others is decoded first.
function sentEncoding(encoding: any): number {
  if (encoding === undefined || encoding === null) return UTF8;
  const number = encodingNumber(encoding);
  return number === UTF8 || number === LATIN1 || number === ASCII ? number : -1;
}

/// Whether the answer can wait for its body to be made.
function isPlain(fields: any): boolean {
  return positionOf(fields, "trailer") < 0 && positionOf(fields, "expect") < 0;
}

/// Makes a head: `status` 0 says that `first` is a whole line. With a `length` it may wait for the body.
export function storeHead(message: any, status: number, first: any, fields: any): void {
  const out: OutgoingState = message._out;
  out.status = status;
  out.first = first;
  out.sending = fields;
  out.flags = out.bits;
  out.head = HeadState.made;
  if (fields !== null) {
    const at = positionOf(fields, "content-length");
    if (at >= 0) out.contentLength = +fields[at + 2];
  }
  // A head that has no length when it is made does not get one later.
  if (out.contentLength === null) out.flags |= Out.removedLength;
  if (channelOf(message, out) === null || !isPlain(fields)) {
    textOf(out);
    if (out.flags & Out.withExpect) message._send("");
  }
}

/// Sends a chunk by the connection of src/http, with the head if that is not sent: whether more can be sent.
function sendFast(message: any, out: OutgoingState, channel: any, chunk: any, encoding: any, isEnd: boolean): boolean {
  let data: any = chunk;
  let number = UTF8;
  if (typeof data === "string") {
    number = sentEncoding(encoding);
    if (number < 0) {
      data = Buffer.from(data, encoding);
      number = UTF8;
    }
  }
  const socket: any = message.socket;
  if (socket.timeout) socket._unrefTimer();
  let result: number;
  if (out.head !== HeadState.sent && !out.hasText) {
    const flags = isEnd ? out.flags : out.flags | Out.starts;
    result = httpAnswer(channel, flags, out.status, out.first, out.sending, out.keepAlive, data, number);
    out.head = HeadState.sent;
    if (result >= 0) noteFlags(out, result);
  } else {
    if (out.head !== HeadState.sent) {
      httpWrite(channel, textOf(out), LATIN1, Framing.none);
      out.head = HeadState.sent;
    }
    const isChunked = (out.bits & (Out.chunked | Out.hasBody)) === (Out.chunked | Out.hasBody);
    if (data === undefined && !(isEnd && isChunked)) return true;
    if ((out.bits & Out.hasBody) === 0) return true;
    result = httpWrite(channel, data === undefined ? "" : data, number, isChunked ? (isEnd ? Framing.last : Framing.chunk) : Framing.none);
  }
  if (result < 0 && result > -100000) {
    // The other end is gone.
    socket.destroy(errnoException(result, "write"));
    return false;
  }
  if (isEnd) return true;
  const queued = httpQueued(channel);
  if (queued + data.length < message.writableHighWaterMark) return true;
  // What the system took at once counted until the next turn.
  if (queued === 0) nextTick(drained, [message]);
  return false;
}

/// Sets a field of a head that is not made.
export function setField(out: OutgoingState, lower: string, name: any, value: any): void {
  const fields: any = out.fields;
  if (fields === null) {
    out.fields = [lower, name, sendable(value)];
  } else {
    const at = positionOf(fields, lower);
    if (at >= 0) {
      fields[at + 1] = name;
      fields[at + 2] = sendable(value);
    } else {
      const sent = sendable(value);
      appendElement(fields, lower);
      appendElement(fields, name);
      appendElement(fields, sent);
    }
  }
  if (lower.length === 10 && lower === "connection") out.bits &= ~Out.removedConnection;
  else if (lower.length === 14 && lower === "content-length") out.bits &= ~Out.removedLength;
  else if (lower.length === 17 && lower === "transfer-encoding") out.bits &= ~Out.removedEncoding;
}

function writeChunk(message: any, chunk: any, encoding: any, callback: any): boolean {
  const out: OutgoingState = message._out;
  if (chunk === null) throw nullValues();
  if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) throw invalidChunk(chunk);
  let error: any;
  if (out.finished) error = writeAfterEnd();
  else if (out.destroyed) error = streamDestroyed("write");
  if (error) {
    if (!out.destroyed) onError(message, error, callback);
    else nextTick(callback, [error]);
    return false;
  }
  let size = -1;
  if (message.strictContentLength) {
    size = byteLength(chunk, encoding);
    out.bytes += size;
    if (out.contentLength !== null && (out.bytes > out.contentLength)) throw lengthMismatch(out);
  }
  if (out.head === HeadState.none) message._implicitHeader();
  if ((out.bits & Out.hasBody) === 0) {
    if (out.rejectsBody) throw bodyNotAllowed();
    nextTick(callback, undefined);
    return true;
  }
  const channel: any = channelOf(message, out);
  if (channel === null) return writeText(message, chunk, encoding, callback, false, size);
  const goesOn = sendFast(message, out, channel, chunk, encoding, false);
  if (callback !== ignore) {
    if (httpQueued(channel) === 0) nextTick(callback, undefined);
    else (out.callbacks ??= []).push(callback);
  }
  if (!goesOn) out.needDrain = true;
  return goesOn;
}

function lengthMismatch(out: OutgoingState): any {
  return coded(Error, "ERR_HTTP_CONTENT_LENGTH_MISMATCH",
    "Response body's content-length of " + out.bytes + " byte(s) does not match the content-length of " +
    out.contentLength + " byte(s) set in header");
}

function bodyNotAllowed(): any {
  return coded(Error, "ERR_HTTP_BODY_NOT_ALLOWED", "Adding content for this request method or response status is not allowed.");
}

/// `finish`, when all is handed to the system.
export function onFinish(message: any, error?: any): void {
  if (error || message.socket?._hadError) return;
  message._out.isSent = true;
  message._finished(message);
  if (message._events !== undefined) message.emit("finish");
}

/// What waited for bytes to be taken.
export function drained(message: any): void {
  const out: OutgoingState = message._out;
  const callbacks: any = out.callbacks;
  if (callbacks !== null) {
    out.callbacks = null;
    for (const callback of callbacks) callback();
  }
  if (!out.finished && out.needDrain) {
    out.needDrain = false;
    message.emit("drain");
  }
}

/// Ends a message: with all at once if nothing is sent yet.
function end(message: any, chunk: any, encoding: any, callback: any): any {
  const out: OutgoingState = message._out;
  const hasChunk = chunk !== undefined && chunk !== null && chunk !== "" && chunk !== false && chunk !== 0;
  if (hasChunk) {
    if (out.finished) {
      onError(message, writeAfterEnd(), typeof callback === "function" ? callback : ignore);
      return message;
    }
    if (typeof chunk !== "string" && !(chunk instanceof Uint8Array)) throw invalidChunk(chunk);
  } else if (out.finished) {
    if (typeof callback === "function") {
      if (!message.writableFinished) message.on("finish", callback);
      else callback(alreadyFinished("end"));
    }
    return message;
  }
  if (out.head === HeadState.none) {
    // The connection counts the bytes itself.
    const isCounted = !hasChunk || (!message.strictContentLength && channelOf(message, out) !== null && isPlain(out.fields));
    out.contentLength = isCounted ? 0 : byteLength(chunk, encoding);
    message._implicitHeader();
  }
  if (typeof callback === "function") message.once("finish", callback);
  if (message.strictContentLength && out.contentLength !== null) {
    const size = hasChunk ? byteLength(chunk, encoding) : 0;
    out.bytes += size;
    if (out.bytes !== out.contentLength && out.bits & Out.hasBody) throw lengthMismatch(out);
  }
  if (hasChunk && (out.bits & Out.hasBody) === 0 && out.rejectsBody) throw bodyNotAllowed();
  const channel: any = out.trailer === "" && out.callbacks === null ? channelOf(message, out) : null;
  if (channel !== null) {
    sendFast(message, out, channel, hasChunk ? chunk : undefined, encoding, true);
    if (httpQueued(channel) === 0 || message.socket === null || message.socket.destroyed) message._finishSoon();
    else (out.callbacks ??= []).push(() => onFinish(message));
  } else {
    endText(message, hasChunk ? chunk : undefined, encoding, (error?: any): void => onFinish(message, error));
  }
  out.finished = true;
  if (message.outputData.length === 0 && message.socket && message.socket._httpMessage === message) message._finish();
  return message;
}

/// The methods that programs call for each message.
export const usual = {
  setHeader(this: any, name: any, value: any): any {
    const out: OutgoingState = this._out;
    if (out.head !== HeadState.none) throw headersSent("set");
    const lower = lowerName(name);
    validateHeaderValue(name, value);
    setField(out, lower, name, value);
    return this;
  },
  write(this: any, chunk: any, encoding?: any, callback?: any): boolean {
    if (typeof encoding === "function") return writeChunk(this, chunk, null, encoding);
    return writeChunk(this, chunk, encoding, typeof callback === "function" ? callback : ignore);
  },
  end(this: any, chunk?: any, encoding?: any, callback?: any): any {
    if (typeof chunk === "function") return end(this, null, null, chunk);
    if (typeof encoding === "function") return end(this, chunk, null, encoding);
    return end(this, chunk, encoding, callback);
  },
};
