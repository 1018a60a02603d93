/// Messages that are written to their sockets as text, since src/http does not have the connection to itself.
// @optimize size
import { httpFlush, nextTick } from "polyglot:runtime";
import { Out } from "./http-common.ts";
import { HeadState, type OutgoingState, textOf } from "./http-outgoing-state.ts";

/// What `outputData` is while nothing waits.
export const nothing: any[] = [];

/// The bytes of a chunk.
export function byteLength(chunk: any, encoding: any): number {
  return typeof chunk === "string" ? Buffer.byteLength(chunk, encoding) : chunk.byteLength;
}

function connectionUncork(socket: any): void {
  socket.uncork();
}

/// Writes a chunk of which more is to come unless `isEnd` says so; its size may be known already.
export function writeText(message: any, chunk: any, encoding: any, callback: any, isEnd: boolean, known: number): boolean {
  let size = known;
  const socket: any = message.socket;
  if (!isEnd && socket !== null && !socket.writableCorked) {
    socket.cork();
    nextTick(connectionUncork, [socket]);
  }
  let goesOn: boolean;
  if (message.chunkedEncoding && chunk.length !== 0) {
    if (size < 0) size = byteLength(chunk, encoding);
    message._send(size.toString(16) + "\r\n", "latin1", null);
    message._send(chunk, encoding, null, size);
    goesOn = message._send("\r\n", "latin1", callback);
  } else {
    goesOn = message._send(chunk, encoding, callback, size < 0 ? undefined : size);
  }
  if (!goesOn) message._out.needDrain = true;
  return goesOn;
}

/// Ends a message.
export function endText(message: any, chunk: any, encoding: any, finish: any): void {
  const out: OutgoingState = message._out;
  const socket: any = message.socket;
  if (socket) socket.cork();
  if (chunk !== undefined) writeRest(message, chunk, encoding);
  if (out.bits & Out.hasBody && out.bits & Out.chunked) message._send("0\r\n" + out.trailer + "\r\n", "latin1", finish);
  else if (out.head !== HeadState.sent || message.writableLength || chunk !== undefined) message._send("", "latin1", finish);
  else nextTick(finish, undefined);
  if (socket) {
    socket._writableState.corked = 1;
    socket.uncork();
  }
  out.corked = 0;
}

function writeRest(message: any, chunk: any, encoding: any): void {
  if (!message._hasBody) return;
  if (message.chunkedEncoding && chunk.length !== 0) {
    message._send(byteLength(chunk, encoding).toString(16) + "\r\n", "latin1", null);
    message._send(chunk, encoding, null);
    message._send("\r\n", "latin1", null);
  } else {
    message._send(chunk, encoding, null);
  }
}

/// Sends text or bytes as they are, behind the head.
export function send(this: any, data: any, encoding?: any, callback?: any, size?: any): boolean {
  const out: OutgoingState = this._out;
  if (out.head !== HeadState.sent) {
    const head = textOf(out);
    out.head = HeadState.sent;
    if (typeof data === "string" && (encoding === "utf8" || encoding === "latin1" || !encoding)) {
      return this._writeRaw(head + data, encoding === "latin1" || data === "" ? "latin1" : encoding, callback, size);
    }
    this.outputData = [{ data: head, encoding: "latin1", callback: null }, ...this.outputData];
    this.outputSize += head.length;
    this._onPendingData(head.length);
  }
  return this._writeRaw(data, encoding, callback, size);
}

/// Writes to the socket, or keeps what is written until there is one.
export function writeRaw(this: any, data: any, encoding?: any, callback?: any, size?: any): boolean {
  const socket: any = this.socket;
  let name: any = encoding;
  let done: any = callback;
  if (socket && socket.destroyed) return false;
  if (typeof name === "function") {
    done = name;
    name = null;
  }
  if (socket && socket._httpMessage === this && socket.writable) {
    if (this.outputData.length > 0) this._flushOutput(socket);
    if (this._out.connection !== null) httpFlush(this._out.connection);
    return socket.write(data, name, done);
  }
  if (this.outputData === nothing) this.outputData = [];
  this.outputData.push({ data, encoding: name, callback: done });
  const length = size ?? data.length;
  this.outputSize += length;
  this._onPendingData(length);
  return this.outputSize < this.writableHighWaterMark;
}

/// Sends what waited for a connection.
export function flush(this: any): void {
  const socket: any = this.socket;
  if (!socket || !socket.writable) return;
  const goesOn: any = this._flushOutput(socket);
  if (this.finished) {
    this._finish();
  } else if (goesOn && this._out.needDrain) {
    this._out.needDrain = false;
    this.emit("drain");
  }
}

/// Writes what waited for a connection.
export function flushOutput(this: any, socket: any): any {
  const waiting: any[] = this.outputData;
  if (waiting.length === 0) return true;
  this.outputData = nothing;
  let goesOn: any = true;
  if (this._out.connection !== null) httpFlush(this._out.connection);
  socket.cork();
  for (const one of waiting) goesOn = socket.write(one.data, one.encoding, one.callback);
  socket.uncork();
  this._onPendingData(-this.outputSize);
  this.outputSize = 0;
  return goesOn;
}
