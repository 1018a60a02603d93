/// The methods that Readable and Duplex have besides those which move chunks: what is made of streams, or makes them.
// @optimize size
import { nextTick } from "polyglot:runtime";
import { composeWith } from "./stream-compose.ts";
import { Duplex } from "./stream-duplex.ts";
import { duplexFrom } from "./stream-duplex-from.ts";
import { streamFrom } from "./stream-from.ts";
import * as operators from "./stream-operators.ts";
import { takeFrom } from "./stream-readable-buffer.ts";
import { Readable } from "./stream-readable.ts";
import { ReadableState } from "./stream-readable-state.ts";
import { wrap, wrapped } from "./stream-wrap.ts";
import { Writable } from "./stream-writable.ts";
import { WritableState } from "./stream-writable-state.ts";

function define(prototype: any, name: string, value: any): void {
  Object.defineProperty(prototype, name, { value, writable: true, enumerable: false, configurable: true });
}

function notWeb(): never {
  throw new Error("Streams of the web are not supported yet");
}

let isComplete = false;

/// A class of streams, with these methods. Whoever hands out a class calls it, since nothing else would link them.
export function withMethods(constructor: any): any {
  if (!isComplete) addMethods();
  isComplete = true;
  return constructor;
}

function addMethods(): void {
  const readable: any = Readable;
  readable.prototype.wrap = wrap;
  readable.prototype.compose = composeWith;
  // What gives streams.
  define(readable.prototype, "drop", function drop(this: any, number: any, options?: any): any {
    return streamFrom(Readable, operators.drop.call(this, number, options), undefined);
  });
  define(readable.prototype, "filter", function filter(this: any, callback: any, options?: any): any {
    return streamFrom(Readable, operators.filter.call(this, callback, options), undefined);
  });
  define(readable.prototype, "flatMap", function flatMap(this: any, callback: any, options?: any): any {
    return streamFrom(Readable, operators.flatMap.call(this, callback, options), undefined);
  });
  define(readable.prototype, "map", function map(this: any, callback: any, options?: any): any {
    return streamFrom(Readable, operators.map.call(this, callback, options), undefined);
  });
  define(readable.prototype, "take", function take(this: any, number: any, options?: any): any {
    return streamFrom(Readable, operators.take.call(this, number, options), undefined);
  });
  // What gives promises.
  define(readable.prototype, "every", operators.every);
  define(readable.prototype, "forEach", operators.forEach);
  define(readable.prototype, "reduce", function reduce(this: any, reducer: any, initialValue?: any, options?: any): any {
    return operators.reduceStream(this, reducer, initialValue, arguments.length > 1, options);
  });
  define(readable.prototype, "toArray", operators.toArray);
  define(readable.prototype, "some", operators.some);
  define(readable.prototype, "find", operators.find);
  readable.ReadableState = ReadableState;
  readable._fromList = (count: any, state: any): any => takeFrom(state, count);
  readable.from = (iterable: any, options?: any): any => streamFrom(Readable, iterable, options);
  readable.fromWeb = notWeb;
  readable.toWeb = notWeb;
  readable.wrap = (source: any, options?: any): any => wrapped(Readable, source, options);
  const writable: any = Writable;
  writable.WritableState = WritableState;
  writable.fromWeb = notWeb;
  writable.toWeb = notWeb;
  const duplex: any = Duplex;
  duplex.fromWeb = notWeb;
  duplex.toWeb = notWeb;
  duplex.from = (body: any): any => duplexFrom(body);
}

/// The other side of each of a pair, and the write that it has not taken yet.
const other: unique symbol = Symbol("kOtherSide") as any;
const taken: unique symbol = Symbol("kCallback") as any;

function DuplexSide(this: any, options: any): void {
  (Duplex as any).call(this, options);
  this[taken] = null;
  this[other] = null;
}
Object.setPrototypeOf(DuplexSide.prototype, Duplex.prototype);

DuplexSide.prototype._read = function (this: any): void {
  const callback: any = this[taken];
  if (!callback) return;
  this[taken] = null;
  callback();
};
DuplexSide.prototype._write = function (this: any, chunk: any, _encoding: any, callback: any): void {
  if (chunk.length === 0) {
    nextTick(callback, undefined);
  } else {
    this[other].push(chunk);
    this[other][taken] = callback;
  }
};
DuplexSide.prototype._final = function (this: any, callback: any): void {
  this[other].on("end", callback);
  this[other].push(null);
};

/// `stream.duplexPair`
export function duplexPair(options?: any): any {
  withMethods(Duplex);
  const first: any = new (DuplexSide as any)(options);
  const second: any = new (DuplexSide as any)(options);
  first[other] = second;
  second[other] = first;
  return [first, second];
}
