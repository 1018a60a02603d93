/// The frames of WebSockets (https://www.rfc-editor.org/rfc/rfc6455#section-5).
import { bufferCheck, bufferCopy, bufferNew } from "polyglot:runtime";
import { TextDecoder } from "../prelude/text-decoder.ts";
import { fillRandom } from "../prelude/web-crypto.ts";

export const enum Opcode { continuation = 0, text = 1, binary = 2, close = 8, ping = 9, pong = 10 }

/// What a message may have at most, as in Node.
const FRAGMENTS_MAX = 131072;
const MESSAGE_BYTES_MAX = 128 * 1024 * 1024;
const FRAME_BYTES_MAX = 2 ** 31 - 1;

// Random bytes for masks, taken from the system many at a time.
const POOL_SIZE = 4096;
let pool: any;
let poolUsed = POOL_SIZE;

/// A frame of a client, with a mask.
export function makeFrame(opcode: Opcode, data: Uint8Array): Buffer {
  if (poolUsed === POOL_SIZE) {
    pool ??= bufferNew(POOL_SIZE);
    fillRandom(pool, 0, POOL_SIZE);
    poolUsed = 0;
  }
  const length = data.length;
  const start = length > 65535 ? 14 : length > 125 ? 8 : 6;
  const frame: Buffer = bufferNew(start + length);
  frame[0] = 0x80 | opcode;
  if (start === 6) {
    frame[1] = 0x80 | length;
  } else if (start === 8) {
    frame[1] = 0x80 | 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 0x80 | 127;
    frame.writeUInt32BE(Math.floor(length / 4294967296), 2);
    frame.writeUInt32BE(length % 4294967296, 6);
  }
  const mask: Uint8Array = pool;
  const maskStart = poolUsed;
  poolUsed += 4;
  for (let i = 0; i < 4; i++) frame[start - 4 + i] = mask[maskStart + i]!;
  for (let i = 0; i < length; i++) frame[start + i] = data[i]! ^ mask[maskStart + (i & 3)]!;
  return frame;
}

/// The body of a frame that closes a connection.
export function closeBody(code: number | undefined, reason: string): Uint8Array {
  if (code === undefined) return bufferNew(0);
  const text = Buffer.from(reason);
  const body: Buffer = bufferNew(2 + text.length);
  body.writeUInt16BE(code, 0);
  body.set(text, 2);
  return body;
}

/// The text of UTF-8 without a byte order mark; undefined if it is none.
export function decodeText(bytes: any): string | undefined {
  return bufferCheck(bytes, true) ? new TextDecoder().decode(bytes) : undefined;
}

/// Bytes that have arrived and are not used yet.
class ByteQueue {
  #chunks: Buffer[] = [];
  /// The first chunk that has bytes left, and how many of them are used.
  #first = 0;
  #used = 0;
  length = 0;

  add(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.length += chunk.length;
  }

  /// Takes bytes, of which there must be enough.
  take(count: number): Buffer {
    this.length -= count;
    const chunk = this.#chunks[this.#first];
    if (chunk !== undefined && chunk.length - this.#used >= count) {
      const bytes = chunk.subarray(this.#used, this.#used + count);
      this.#advance(chunk, count);
      return bytes;
    }
    const bytes: Buffer = bufferNew(count);
    let filled = 0;
    while (filled < count) {
      const next = this.#chunks[this.#first]!;
      const part = Math.min(next.length - this.#used, count - filled);
      bufferCopy(next, bytes, filled, this.#used, part);
      filled += part;
      this.#advance(next, part);
    }
    return bytes;
  }

  #advance(chunk: Buffer, count: number): void {
    this.#used += count;
    if (this.#used < chunk.length) return;
    this.#used = 0;
    this.#first++;
    // What is used goes when it is the larger part, so that each chunk is moved only a few times.
    if (this.#first * 2 >= this.#chunks.length) {
      this.#chunks.splice(0, this.#first);
      this.#first = 0;
    }
  }
}

/// Who is told what a parser reads.
export interface FrameReceiver {
  onMessage(isText: boolean, data: Buffer): void;
  onPing(data: Buffer): void;
  /// The other side closes: a code if it gave one.
  onClose(code: number | undefined, reason: string): void;
  /// The bytes are no frames; the connection is to be closed with this.
  onFailure(code: number, reason: string): void;
}

function isControl(opcode: number): boolean {
  return opcode >= Opcode.close;
}

/// Whether a code may stand in a frame (7.4).
function isStatusCode(code: number): boolean {
  if (code >= 1000 && code < 1015) return code !== 1004 && code !== 1005 && code !== 1006;
  return code >= 3000 && code <= 4999;
}

const enum State { head, length16, length64, body }

/// Reads the frames of a server.
export class FrameParser {
  #queue = new ByteQueue();
  #receiver: FrameReceiver;
  #state = State.head;
  #isDone = false;
  #opcode = 0;
  #isFinal = false;
  #length = 0;
  #isText = false;
  #fragments: Buffer[] = [];
  #fragmentBytes = 0;

  constructor(receiver: FrameReceiver) {
    this.#receiver = receiver;
  }

  /// Reads more bytes. What follows a close or a mistake is not read.
  write(chunk: Buffer): void {
    if (this.#isDone) return;
    this.#queue.add(chunk);
    while (!this.#isDone && this.#step()) {}
  }

  /// One step, if there are enough bytes for it.
  #step(): boolean {
    const available = this.#queue.length;
    switch (this.#state) {
      case State.head:
        if (available < 2) return false;
        this.#readHead(this.#queue.take(2));
        return true;
      case State.length16:
        if (available < 2) return false;
        this.#beginBody(this.#queue.take(2).readUInt16BE(0));
        return true;
      case State.length64: {
        if (available < 8) return false;
        const bytes = this.#queue.take(8);
        const length = bytes.readUInt32BE(0) * 4294967296 + bytes.readUInt32BE(4);
        if (length > FRAME_BYTES_MAX) this.#fail(1009, "Received payload length > 2^31 bytes.");
        else this.#beginBody(length);
        return true;
      }
      default:
        if (available < this.#length) return false;
        this.#state = State.head;
        this.#readBody(this.#queue.take(this.#length));
        return true;
    }
  }

  #fail(code: number, reason: string): void {
    this.#isDone = true;
    this.#receiver.onFailure(code, reason);
  }

  #readHead(head: Buffer): void {
    const first = head[0]!;
    const second = head[1]!;
    const opcode = first & 15;
    const isFinal = (first & 0x80) !== 0;
    const length = second & 0x7f;
    const isData = opcode === Opcode.text || opcode === Opcode.binary;
    const isWithin = this.#fragments.length > 0;
    if (opcode > Opcode.pong || (opcode > Opcode.binary && opcode < Opcode.close)) {
      return this.#fail(1002, "Invalid opcode received");
    }
    if ((second & 0x80) !== 0) return this.#fail(1002, "Frame cannot be masked");
    if ((first & 0x40) !== 0) return this.#fail(1002, "Expected RSV1 to be clear.");
    if ((first & 0x30) !== 0) return this.#fail(1002, "RSV1, RSV2, RSV3 must be clear");
    if (!isFinal && isControl(opcode)) return this.#fail(1002, "Invalid frame type was fragmented.");
    if (isData && isWithin) return this.#fail(1002, "Expected continuation frame");
    if (isControl(opcode) && length > 125) return this.#fail(1002, "Control frame either too large or fragmented");
    if (opcode === Opcode.continuation && !isWithin) return this.#fail(1002, "Unexpected continuation frame");
    this.#opcode = opcode;
    this.#isFinal = isFinal;
    if (isData) this.#isText = opcode === Opcode.text;
    if (length === 126) this.#state = State.length16;
    else if (length === 127) this.#state = State.length64;
    else this.#beginBody(length);
  }

  #beginBody(length: number): void {
    if (!isControl(this.#opcode) && length + this.#fragmentBytes > MESSAGE_BYTES_MAX) {
      return this.#fail(1009, "Payload size exceeds maximum allowed size");
    }
    this.#length = length;
    this.#state = State.body;
  }

  #readBody(body: Buffer): void {
    switch (this.#opcode) {
      case Opcode.close:
        return this.#readClose(body);
      case Opcode.ping:
        return this.#receiver.onPing(body);
      case Opcode.pong:
        return;
    }
    if (this.#fragments.length === FRAGMENTS_MAX) return this.#fail(1008, "Too many message fragments");
    this.#fragments.push(body);
    this.#fragmentBytes += body.length;
    if (!this.#isFinal) return;
    const message = this.#fragments.length === 1 ? body : Buffer.concat(this.#fragments, this.#fragmentBytes);
    this.#fragments = [];
    this.#fragmentBytes = 0;
    this.#receiver.onMessage(this.#isText, message);
  }

  #readClose(body: Buffer): void {
    if (body.length === 1) return this.#fail(1002, "Received close frame with a 1-byte body.");
    const code = body.length === 0 ? undefined : body.readUInt16BE(0);
    if (code !== undefined && !isStatusCode(code)) return this.#fail(1002, "Invalid status code");
    const reason = decodeText(body.subarray(2));
    if (reason === undefined) return this.#fail(1007, "Invalid UTF-8");
    this.#isDone = true;
    this.#receiver.onClose(code, reason);
  }
}
