/// The global `WebSocket` (https://websockets.spec.whatwg.org/), as Node has it.
// @optimize size
import { binaryByteLength, binaryKind, binaryOffset, binaryOwner, listFromIterable } from "polyglot:runtime";
import { Blob, isBlob } from "../prelude/blob.ts";
import { makeEnumerable, setTag } from "../prelude/class-support.ts";
import { Event } from "../prelude/event.ts";
import { EventTarget, runSoon } from "../prelude/event-target.ts";
import {
  CloseEvent, convertString, ErrorEvent, illegalInvocation, MessageEvent, tooFewArguments,
} from "../prelude/message-events.ts";
import { URL } from "../prelude/url-class.ts";
import { isObject } from "../prelude/webidl.ts";
import { closeBody, decodeText, FrameParser, makeFrame, Opcode } from "./http-websocket-frames.ts";
import { Handshake, headerLines } from "./http-websocket-handshake.ts";

const exceptionConstructor: any = DOMException;
const bytesConstructor: any = Uint8Array;

const CONNECTING = 0;
const OPEN = 1;
const CLOSING = 2;
const CLOSED = 3;

function syntaxError(message: any): any {
  return new exceptionConstructor(String(message), "SyntaxError");
}

/// The URL of a connection.
function connectionURL(text: string): any {
  let url: any;
  try {
    url = new URL(text);
  } catch (error) {
    throw syntaxError(error);
  }
  if (url.protocol === "http:") url.protocol = "ws:";
  else if (url.protocol === "https:") url.protocol = "wss:";
  if (url.protocol !== "ws:" && url.protocol !== "wss:") throw syntaxError("expected a ws: or wss: url");
  if (url.href.includes("#")) throw syntaxError("hash");
  return url;
}

/// A string, or an iterable of strings.
function convertProtocols(value: any): string[] {
  const where = "undefined";
  if (!isObject(value) || !(Symbol.iterator in value)) return [convertString(value, where, "undefined")];
  const list: any[] = listFromIterable(value, value[Symbol.iterator]);
  return list.map((protocol, index) => convertString(protocol, where, "undefined[" + index + "]"));
}

/// The second argument of the constructor: protocols, or an object with them and headers.
function convertOptions(value: any): { protocols: string[]; headers: string } {
  if (!isObject(value) || Symbol.iterator in value) return { protocols: convertProtocols(value), headers: "" };
  if (value.dispatcher !== undefined) throw new Error("WebSocket: the option dispatcher is not supported");
  const headers: any = value.headers;
  const lines = headers === undefined || headers === null ? "" : headerLines(headers);
  const protocols: any = value.protocols;
  return { protocols: protocols === undefined ? [] : convertProtocols(protocols), headers: lines };
}

function checkProtocols(protocols: string[]): void {
  const isUnique = new Set(protocols.map((protocol) => protocol.toLowerCase())).size === protocols.length;
  if (!isUnique || !protocols.every((protocol) => /^[!#$%&'*+.^_`|~0-9a-z-]+$/i.test(protocol))) {
    throw syntaxError("Invalid Sec-WebSocket-Protocol value");
  }
}

/// An unsigned short, the nearest one.
function clampToShort(value: any): number {
  const number = Math.min(Math.max(Number(value), 0), 65535);
  if (Number.isNaN(number)) return 0;
  const floor = Math.floor(number);
  const isUp = number - floor > 0.5 || (number - floor === 0.5 && floor % 2 === 1);
  return isUp ? floor + 1 : floor;
}

let isSocket: (value: any) => boolean;

/// The receiver, which must be a connection.
function check(value: any): any {
  if (!isSocket(value)) throw illegalInvocation();
  return value;
}

/// The class of connections.
export class WebSocket extends EventTarget {
  #handlers: { [type: string]: any } = { open: null, error: null, close: null, message: null };
  #state = CONNECTING;
  #url: any;
  #binaryType = "blob";
  #protocol = "";
  #bufferedAmount = 0;
  #handshake: Handshake;
  #socket: any = undefined;
  #parser: FrameParser | undefined = undefined;
  /// Whether a frame that closes the connection was sent, and one received.
  #hasSentClose = false;
  #hasReceivedClose = false;
  /// Whether the other side did not keep to the protocol: what else it sent does not count.
  #hasFailed = false;
  #closeCode = 1005;
  #closeReason = "";
  /// What waits for the bytes of Blobs.
  #queue: Promise<void> | undefined = undefined;

  constructor(url: any, protocols: any = []) {
    super();
    if (arguments.length < 1) throw tooFewArguments("WebSocket constructor", arguments.length, 1);
    const options = convertOptions(protocols);
    const record: any = connectionURL(`${url}`.toWellFormed());
    checkProtocols(options.protocols);
    if (record.protocol === "wss:") throw new Error("WebSocket: wss: URLs are not supported, as there is no TLS");
    this.#url = record;
    this.#handshake = new Handshake(record, options.protocols, options.headers, {
      onEstablished: (socket, protocol, rest) => this.#open(socket, protocol, rest),
      onRefused: () => this.#end(),
    });
  }

  close(code: any = undefined, reason: any = undefined): void {
    check(this);
    const number = code === undefined ? undefined : clampToShort(code);
    const text = reason === undefined ? "" : `${reason}`.toWellFormed();
    if (number !== undefined && number !== 1000 && (number < 3000 || number > 4999)) {
      throw new exceptionConstructor("invalid code", "InvalidAccessError");
    }
    const length = Buffer.byteLength(text);
    if (length > 123) throw syntaxError("Reason must be less than 123 bytes; received " + length);
    if (this.#state === CONNECTING) {
      this.#handshake.cancel();
      this.#end();
      // As in Node, whose connection was closed while it was told to close.
      this.#state = CLOSING;
    } else if (this.#state === OPEN) {
      this.#sendClose(number ?? (text === "" ? undefined : 1000), text);
    }
  }

  send(data: any): void {
    check(this);
    if (arguments.length < 1) throw tooFewArguments("WebSocket.send", arguments.length, 1);
    const kind = binaryKind(data);
    const isBytes = kind === 1 || kind === 3 || (kind === 2 && data instanceof ArrayBuffer);
    const value: any = isBytes || isBlob(data) ? data : `${data}`.toWellFormed();
    if (this.#state === CONNECTING) throw new exceptionConstructor("Sent before connected.", "InvalidStateError");
    if (this.#state !== OPEN) return;
    if (typeof value === "string") {
      this.#sendFrame(Opcode.text, Buffer.from(value));
    } else if (isBytes) {
      const owner: any = kind === 2 ? value : binaryOwner(value);
      const offset = kind === 2 ? 0 : binaryOffset(value);
      this.#sendFrame(Opcode.binary, new bytesConstructor(owner, offset, binaryByteLength(value)));
    } else {
      this.#sendBlob(value);
    }
  }

  get readyState(): number {
    return check(this).#state;
  }

  get bufferedAmount(): number {
    return check(this).#bufferedAmount;
  }

  get url(): string {
    return check(this).#url.href;
  }

  get extensions(): string {
    check(this);
    return "";
  }

  get protocol(): string {
    return check(this).#protocol;
  }

  get onopen(): any {
    return check(this).#handlers.open;
  }

  set onopen(value: any) {
    check(this).#setHandler("open", value);
  }

  get onerror(): any {
    return check(this).#handlers.error;
  }

  set onerror(value: any) {
    check(this).#setHandler("error", value);
  }

  get onclose(): any {
    return check(this).#handlers.close;
  }

  set onclose(value: any) {
    check(this).#setHandler("close", value);
  }

  get onmessage(): any {
    return check(this).#handlers.message;
  }

  set onmessage(value: any) {
    check(this).#setHandler("message", value);
  }

  get binaryType(): string {
    return check(this).#binaryType;
  }

  set binaryType(type: any) {
    check(this);
    this.#binaryType = type === "arraybuffer" ? type : "blob";
  }

  #setHandler(type: string, value: any): void {
    const known: any = this.#handlers[type];
    if (known !== null) this.removeEventListener(type, known);
    if (typeof value === "function") this.addEventListener(type, value);
    this.#handlers[type] = isObject(value) ? value : null;
  }

  /// The handshake is done.
  #open(socket: any, protocol: string, rest: Buffer): void {
    this.#socket = socket;
    this.#protocol = protocol;
    const parser = new FrameParser({
      onMessage: (isText, data) => this.#receive(isText, data),
      onPing: (data) => {
        if (!this.#hasReceivedClose && !this.#hasFailed) this.#socket.write(makeFrame(Opcode.pong, data));
      },
      onClose: (code, reason) => {
        if (!this.#hasFailed) this.#receiveClose(code, reason);
      },
      onFailure: (code, reason) => this.#fail(code, reason),
    });
    this.#parser = parser;
    socket.on("data", (chunk: Buffer) => parser.write(chunk));
    socket.on("close", () => this.#end());
    socket.on("error", () => {
      this.#state = CLOSING;
      socket.destroy();
    });
    this.#state = OPEN;
    this.dispatchEvent(new Event("open"));
    // Listeners that are added as the event is handled get what arrived with the answer.
    if (rest.length > 0) runSoon(() => parser.write(rest));
  }

  #receive(isText: boolean, data: Buffer): void {
    if (this.#state !== OPEN) return;
    let content: any;
    if (isText) {
      content = decodeText(data);
      if (content === undefined) return this.#fail(1007, "Received invalid UTF-8 in text frame.");
    } else if (this.#binaryType === "blob") {
      content = new Blob([data]);
    } else {
      content = data.byteLength === data.buffer.byteLength ? data.buffer : new bytesConstructor(data).buffer;
    }
    this.dispatchEvent(new MessageEvent("message", { data: content, origin: this.#url.origin }));
  }

  #receiveClose(code: number | undefined, reason: string): void {
    this.#closeCode = code ?? 1005;
    this.#closeReason = reason;
    if (!this.#hasSentClose) this.#sendClose(code, "");
    this.#state = CLOSING;
    this.#hasReceivedClose = true;
  }

  #sendClose(code: number | undefined, reason: string): void {
    // As in Node it does not wait for the bytes of Blobs.
    this.#socket.write(makeFrame(Opcode.close, closeBody(code, reason)));
    this.#hasSentClose = true;
    this.#state = CLOSING;
  }

  /// The other side does not keep to the protocol.
  #fail(code: number, reason: string): void {
    this.#hasFailed = true;
    if (this.#state === OPEN) this.#sendClose(code, reason);
    this.#socket.destroy();
  }

  /// The connection is gone, or was never there.
  #end(): void {
    const wasClean = this.#hasSentClose && this.#hasReceivedClose;
    this.#state = CLOSED;
    let code = this.#closeCode;
    if (!this.#hasReceivedClose) {
      code = 1006;
      this.dispatchEvent(new ErrorEvent("error", new TypeError(this.#closeReason)));
    }
    this.dispatchEvent(new CloseEvent("close", { wasClean, code, reason: this.#closeReason }));
  }

  #sendFrame(opcode: Opcode, data: Uint8Array): void {
    const size = data.length;
    this.#bufferedAmount += size;
    const frame = makeFrame(opcode, data);
    if (this.#queue === undefined) this.#write(frame, size);
    else this.#enqueue(() => this.#write(frame, size));
  }

  /// Does something once what was sent before is written.
  #enqueue(job: () => any): void {
    const queue: Promise<void> = (this.#queue ?? Promise.resolve()).then(job).then(() => {
      if (this.#queue === queue) this.#queue = undefined;
    });
    this.#queue = queue;
  }

  /// What is sent behind a Blob waits until its bytes are there.
  #sendBlob(blob: any): void {
    const size: number = blob.size;
    this.#bufferedAmount += size;
    const bytes: Promise<any> = Blob.prototype.arrayBuffer.call(blob);
    this.#enqueue(async () => {
      let content: any;
      try {
        content = new bytesConstructor(await bytes);
      } catch {
        // A file that changed since cannot be sent: the other side learns that the connection failed.
        this.#bufferedAmount -= size;
        return this.#socket.destroy();
      }
      this.#write(makeFrame(Opcode.binary, content), size);
    });
  }

  #write(frame: Buffer, size: number): void {
    this.#socket.write(frame, () => {
      this.#bufferedAmount -= size;
    });
  }

  static {
    isSocket = (value: any) => value !== null && typeof value === "object" && #state in value;
  }
}
makeEnumerable(WebSocket.prototype, [
  "close", "send", "readyState", "bufferedAmount", "url", "extensions", "protocol", "onopen", "onerror", "onclose",
  "onmessage", "binaryType",
]);
for (const holder of [WebSocket, WebSocket.prototype]) {
  Object.defineProperties(holder, {
    CONNECTING: { value: CONNECTING, enumerable: true },
    OPEN: { value: OPEN, enumerable: true },
    CLOSING: { value: CLOSING, enumerable: true },
    CLOSED: { value: CLOSED, enumerable: true },
  });
}
setTag(WebSocket.prototype, "WebSocket");

/// The value of the global.
export function webSocketClass(): any {
  return WebSocket;
}
