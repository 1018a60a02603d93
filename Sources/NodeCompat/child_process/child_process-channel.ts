/// The channel of messages between a process and its child (https://nodejs.org/api/child_process.html#subprocesssend
/// message-sendhandle-options-callback): a Unix socket, as Node's, so that either may be a program of Node.
// @optimize size
import { netClose, netCount, netRead, netReference, netWrite } from "polyglot:runtime";
import { codedError, errnoException, invalidType, missingArguments } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import { validateObject } from "../prelude/validators.ts";
import { decodeMessage, encodeMessage } from "./child_process-messages.ts";
import { EventEmitter } from "./event-emitter.ts";
import { Count, openHandle } from "./net-handle.ts";

/// The number of UTF-8 among the encodings of src/buffer.
const UTF8 = 0;
/// How much may wait to be sent before `send` says so.
const QUEUE_LIMIT = 131072;

const Emitter: any = EventEmitter;

/// What programs see as `channel`: it can keep the process running. Until the program says otherwise, it does so while it is
/// counted: by listeners in a child, and by what is being sent.
class Control extends Emitter {
  #wire: Wire;
  #references = 0;
  #isExplicit = false;
  /// Messages that came before anybody listened, with the names of their events.
  pending: any[] = [];

  constructor(wire: Wire) {
    super();
    this.#wire = wire;
    Object.defineProperty(this, "pending", { enumerable: false });
  }

  refCounted(): void {
    if (++this.#references === 1 && !this.#isExplicit) this.#wire.reference(true);
  }

  unrefCounted(): void {
    if (--this.#references === 0 && !this.#isExplicit) this.#wire.reference(false);
  }

  ref(): void {
    this.#isExplicit = true;
    this.#wire.reference(true);
  }

  unref(): void {
    this.#isExplicit = true;
    this.#wire.reference(false);
  }

  get fd(): any {
    return this.#wire.handle === undefined ? undefined : netCount(this.#wire.handle, Count.descriptor);
  }
}

/// One end of the socket, which owns its handle: cuts what arrives into messages.
class Wire {
  handle: any;
  #rest: any = Buffer.alloc(0);
  #isAdvanced: boolean;
  #onMessage: (message: any) => void;
  #onEnd: () => void;
  /// What is called when all is sent that is queued.
  #waiting: (() => void)[] = [];

  constructor(fd: number, isAdvanced: boolean, onMessage: (message: any) => void, onEnd: () => void) {
    this.#isAdvanced = isAdvanced;
    this.#onMessage = onMessage;
    this.#onEnd = onEnd;
    const handle: any = openHandle(this, fd);
    if (typeof handle === "number") throw errnoException(handle, "open");
    this.handle = handle;
    netRead(handle, 1);
  }

  /// Whether a message has arrived in part.
  get isBuffering(): boolean {
    return this.#rest.length > 0;
  }

  reference(isReferenced: boolean): void {
    if (this.handle !== undefined) netReference(this.handle, isReferenced ? 1 : 0);
  }

  close(): void {
    if (this.handle === undefined) return;
    netClose(this.handle);
    this.handle = undefined;
  }

  /// Sends a message: 0, how many bytes wait to be sent, or a negated errno.
  write(message: any): number {
    if (this.handle === undefined) return -9;
    return this.#isAdvanced
      ? netWrite(this.handle, encodeMessage(message), 0)
      : netWrite(this.handle, JSON.stringify(message) + "\n", UTF8);
  }

  whenSent(callback: () => void): void {
    this.#waiting.push(callback);
  }

  get isCongested(): boolean {
    return this.handle !== undefined && netCount(this.handle, Count.queued) >= QUEUE_LIMIT;
  }

  _handleRead(chunk: any, count: number): void {
    if (count <= 0) {
      this.#rest = Buffer.alloc(0);
      this.#onEnd();
      return;
    }
    let bytes: any = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (;;) {
      const size = this.#messageSize(bytes);
      if (size < 0) break;
      const first = bytes;
      bytes = bytes.subarray(size);
      // What cannot be read throws, and must not be read again.
      this.#rest = bytes;
      const message: any = this.#isAdvanced
        ? decodeMessage(first.subarray(4, size))
        : JSON.parse(first.toString("utf8", 0, size - 1));
      this.#onMessage(message);
    }
    this.#rest = bytes;
  }

  /// How many bytes the first message takes; -1 if it is not complete.
  #messageSize(bytes: any): number {
    if (!this.#isAdvanced) {
      const end = bytes.indexOf(10);
      return end < 0 ? -1 : end + 1;
    }
    if (bytes.length < 4) return -1;
    const size = bytes.readUInt32BE(0) + 4;
    return bytes.length < size ? -1 : size;
  }

  _handleWritten(_status: number): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const callback of waiting) callback();
  }

  _handleConnected(_status: number): void {}
  _handleShutDown(_status: number): void {}
  _handleClosed(): void {}
  _handleAccepted(_handle: any, _status: number): void {}
}

/// Whether a message belongs to the protocol of Node rather than to the program.
function isInternal(message: any): boolean {
  return message !== null && typeof message === "object" && typeof message.cmd === "string" &&
    message.cmd.startsWith("NODE_");
}

function checkMessage(message: any): void {
  if (message === undefined) throw missingArguments(["message"]);
  if (!["string", "object", "number", "boolean"].includes(typeof message)) {
    throw invalidType("message", "one of type string, object, number, or boolean", message);
  }
}

/// Sockets and servers stay in their process, where Node would hand them over.
function refuseHandle(handle: any): void {
  if (typeof handle !== "object" || handle === null || !("_handle" in handle)) {
    throw codedError(new TypeError("This handle type cannot be sent"), "ERR_INVALID_HANDLE_TYPE");
  }
  const text = "Sockets and servers cannot be sent to another process by a compiled program";
  throw codedError(new Error(text), "ERR_FEATURE_UNAVAILABLE_ON_PLATFORM");
}

/// Gives a ChildProcess, or `process` itself, a channel over a descriptor: `send`, `disconnect`, `connected`, `channel`, and
/// the events `message` and `disconnect`. Unless it is referenced, it keeps the program running only while it is counted.
/// `onClose` is called when the other end has closed it.
export function setupChannel(
  target: any, fd: number, serialization: string, isReferenced: boolean, onClose: () => void,
): any {
  const wire = new Wire(fd, serialization === "advanced", receive, end);
  if (!isReferenced) wire.reference(false);
  const control: any = new Control(wire);

  function receive(message: any): void {
    if (!target.channel) return;
    process.nextTick(deliver, isInternal(message) ? "internalMessage" : "message", message);
  }

  function deliver(event: string, message: any): void {
    if (event === "internalMessage") answer(message);
    if (event === "internalMessage" || target.listenerCount("message") > 0) target.emit(event, message, undefined);
    else control.pending.push([event, message]);
  }

  /// A handle that was sent does not arrive here, as the sender has to know.
  function answer(message: any): void {
    if (message.cmd === "NODE_HANDLE") target._send({ cmd: "NODE_HANDLE_NACK" }, undefined, { swallowErrors: true });
  }

  function end(): void {
    if (target.connected) target.disconnect();
    wire.close();
    target.channel = null;
    onClose();
  }

  target.channel = control;
  target.on("newListener", () => {
    process.nextTick(() => {
      if (!target.channel || target.listenerCount("message") === 0) return;
      const messages: any[] = control.pending;
      control.pending = [];
      for (const [event, message] of messages) target.emit(event, message, undefined);
    });
  });

  target.send = (message: any, handle?: any, options?: any, callback?: any): boolean => {
    if (typeof handle === "function") {
      callback = handle;
      handle = undefined;
      options = undefined;
    } else if (typeof options === "function") {
      callback = options;
      options = undefined;
    } else if (options !== undefined) {
      validateObject(options, "options");
    }
    if (target.connected) return target._send(message, handle, { swallowErrors: false, ...options }, callback);
    const error: any = codedError(new Error("Channel closed"), "ERR_IPC_CHANNEL_CLOSED");
    if (typeof callback === "function") process.nextTick(callback, error);
    else process.nextTick(() => target.emit("error", error));
    return false;
  };

  target._send = (message: any, handle: any, options: any, callback?: any): boolean => {
    checkMessage(message);
    if (handle) refuseHandle(handle);
    const status = wire.write(message);
    if (status > 0) {
      control.refCounted();
      wire.whenSent(() => {
        control.unrefCounted();
        if (typeof callback === "function") callback(null);
      });
    } else if (status === 0) {
      if (typeof callback === "function") process.nextTick(callback, null);
    } else if (!options.swallowErrors) {
      const error: any = errnoException(status, "write");
      if (typeof callback === "function") process.nextTick(callback, error);
      else process.nextTick(() => target.emit("error", error));
    }
    return !wire.isCongested;
  };

  target.connected = true;

  target.disconnect = (): void => {
    if (!target.connected) {
      const error: any = codedError(new Error("IPC channel is already disconnected"), "ERR_IPC_DISCONNECTED");
      target.emit("error", error);
      return;
    }
    target.connected = false;
    target._disconnect();
  };

  target._disconnect = (): void => {
    target.channel = null;
    let isDone = false;
    const finish = (): void => {
      if (isDone) return;
      isDone = true;
      wire.close();
      target.emit("disconnect");
    };
    // A message that has arrived in part is waited for.
    if (wire.isBuffering) {
      target.once("message", finish);
      target.once("internalMessage", finish);
    } else {
      process.nextTick(finish);
    }
  };

  let hasWarned = false;
  const warn = (): any => {
    if (!hasWarned) {
      emitWarning("_channel is deprecated. Use ChildProcess.channel instead.", "DeprecationWarning", "DEP0129");
    }
    hasWarned = true;
    return target.channel;
  };
  Object.defineProperty(target, "_channel", {
    get: warn,
    set: (value: any) => {
      warn();
      target.channel = value;
    },
    configurable: true,
    enumerable: false,
  });
  return control;
}

/// `child_process._forkChild`: gives `process` the channel to its parent.
export function forkChild(fd: number, serialization: string): any {
  const control: any = setupChannel(process, fd, serialization, false, () => {});
  const counts = (name: any): boolean => name === "message" || name === "disconnect";
  let counted = 0;
  process.on("newListener", (name: any) => {
    if (!counts(name)) return;
    counted++;
    control.refCounted();
  });
  // The listener for whose sake the channel is opened was announced before.
  process.nextTick(() => {
    const there = process.listenerCount("message") + process.listenerCount("disconnect");
    for (; counted < there; counted++) control.refCounted();
  });
  process.on("removeListener", (name: any) => {
    if (!counts(name)) return;
    counted--;
    control.unrefCounted();
  });
  return control;
}
