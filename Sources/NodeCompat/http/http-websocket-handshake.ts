/// The opening handshake of WebSockets (https://www.rfc-editor.org/rfc/rfc6455#section-4) from the client's side.
// @optimize size
import { bufferNew, httpIsToken, httpIsValue, listFromIterable } from "polyglot:runtime";
import { fillRandom } from "../prelude/web-crypto.ts";
import { isObject } from "../prelude/webidl.ts";
import { connect } from "./net.ts";

/// A head of a response may have so many bytes.
const HEAD_BYTES_MAX = 16384;

/// SHA-1 (https://www.rfc-editor.org/rfc/rfc3174) of ASCII in base64: the handshake needs no more of cryptography.
function sha1(text: string): string {
  const blocks = Math.ceil((text.length + 9) / 64);
  const message = Buffer.alloc(blocks * 64);
  message.write(text, "latin1");
  message[text.length] = 0x80;
  message.writeUInt32BE(text.length * 8, message.length - 4);
  const words = new Int32Array(80);
  const hash = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const rotate = (value: number, count: number): number => (value << count) | (value >>> (32 - count));
  for (let block = 0; block < blocks; block++) {
    for (let i = 0; i < 16; i++) words[i] = message.readInt32BE(block * 64 + i * 4);
    for (let i = 16; i < 80; i++) words[i] = rotate(words[i - 3]! ^ words[i - 8]! ^ words[i - 14]! ^ words[i - 16]!, 1);
    let [a, b, c, d, e] = hash as any as [number, number, number, number, number];
    for (let i = 0; i < 80; i++) {
      const mixed = i < 20 ? ((b & c) | (~b & d)) + 0x5a827999
        : i < 40 ? (b ^ c ^ d) + 0x6ed9eba1
        : i < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
        : (b ^ c ^ d) + 0xca62c1d6;
      const next = (rotate(a, 5) + mixed + e + words[i]!) | 0;
      e = d;
      d = c;
      c = rotate(b, 30);
      b = a;
      a = next;
    }
    [a, b, c, d, e].forEach((value, i) => { hash[i] = hash[i]! + value; });
  }
  const digest: Buffer = bufferNew(20);
  for (let i = 0; i < 5; i++) digest.writeInt32BE(hash[i]!, i * 4);
  return digest.toString("base64");
}

function invalidHeader(value: string, what: string): any {
  return new TypeError('Headers.append: "' + value + '" is an invalid header ' + what + ".");
}

/// The lines of headers that the program gives: an object, or an iterable of pairs.
export function headerLines(headers: any): string {
  if (!isObject(headers)) {
    throw new TypeError("Headers constructor: Argument 1 could not be converted to any of: " +
      "sequence<sequence<ByteString>>, record<ByteString, ByteString>.");
  }
  const method: any = headers[Symbol.iterator];
  const pairs: any[] = typeof method === "function" ? listFromIterable(headers, method) : Object.entries(headers);
  let lines = "";
  for (const pair of pairs) {
    const name = `${pair[0]}`;
    const value = `${pair[1]}`.replace(/^[\t\n\r ]+|[\t\n\r ]+$/g, "");
    if (!httpIsToken(name)) throw invalidHeader(name, "name");
    if (!httpIsValue(value)) throw invalidHeader(value, "value");
    lines += name + ": " + value + "\r\n";
  }
  return lines;
}

/// Who is told how a handshake ends.
export interface HandshakeResult {
  /// `rest` is what the server sent behind its answer.
  onEstablished(socket: any, protocol: string, rest: Buffer): void;
  onRefused(): void;
}

/// A head as its status and fields; undefined if it is none.
function parseHead(text: string): { status: number; fields: Map<string, string> } | undefined {
  const lines = text.split("\r\n");
  const first = /^HTTP\/1\.[01] ([0-9]{3})(?: |$)/.exec(lines[0]!);
  if (first === null) return undefined;
  const fields = new Map<string, string>();
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!;
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(colon, 0));
    const value = line.slice(colon + 1).replace(/^[\t ]+|[\t ]+$/g, "");
    if (!httpIsToken(name) || !httpIsValue(value)) return undefined;
    const key = name.toLowerCase();
    const known = fields.get(key);
    fields.set(key, known === undefined ? value : known + ", " + value);
  }
  return { status: Number(first[1]), fields };
}

/// A handshake that is under way.
export class Handshake {
  #socket: any;
  #result: HandshakeResult;
  #protocols: string[];
  #accept: string;
  #received: any[] = [];
  #count = 0;
  #isDone = false;

  constructor(url: any, protocols: string[], headers: string, result: HandshakeResult) {
    this.#result = result;
    this.#protocols = protocols;
    const bytes: Buffer = bufferNew(16);
    fillRandom(bytes, 0, 16);
    const key = bytes.toString("base64");
    this.#accept = sha1(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11");
    const list = protocols.length === 0 ? "" : "sec-websocket-protocol: " + protocols.join(", ") + "\r\n";
    const head = "GET " + url.pathname + url.search + " HTTP/1.1\r\nhost: " + url.host +
      "\r\nconnection: upgrade\r\nupgrade: websocket\r\n" + headers + "sec-websocket-key: " + key +
      "\r\nsec-websocket-version: 13\r\n" + list + "accept: */*\r\naccept-language: *\r\nsec-fetch-mode: websocket\r\n" +
      "user-agent: node\r\npragma: no-cache\r\ncache-control: no-cache\r\n\r\n";
    const hostname: string = url.hostname;
    const socket: any = connect({
      host: hostname.startsWith("[") ? hostname.slice(1, -1) : hostname, port: url.port === "" ? 80 : Number(url.port),
    });
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on("data", this.#onData);
    socket.on("error", this.#refuse);
    socket.on("close", this.#refuse);
    socket.write(head);
  }

  /// Ends it without telling.
  cancel(): void {
    this.#detach();
    this.#socket.destroy();
  }

  #onData = (chunk: Buffer): void => {
    const start = this.#count;
    this.#received.push(chunk);
    this.#count += chunk.length;
    let bytes: Buffer = this.#received.length === 1 ? chunk : Buffer.concat(this.#received, this.#count);
    this.#received = [bytes];
    let searched = Math.max(start - 3, 0);
    for (;;) {
      const end = bytes.indexOf("\r\n\r\n", searched);
      if (end < 0) {
        if (bytes.length > HEAD_BYTES_MAX) this.#refuse();
        return;
      }
      const head = end > HEAD_BYTES_MAX ? undefined : parseHead(bytes.latin1Slice(0, end));
      bytes = bytes.subarray(end + 4);
      if (head === undefined || head.status >= 200 || head.status === 101 || head.status < 100) {
        return this.#finish(head, bytes);
      }
      // Information before the answer.
      this.#received = [bytes];
      this.#count = bytes.length;
      searched = 0;
    }
  };

  #finish(head: { status: number; fields: Map<string, string> } | undefined, rest: Buffer): void {
    if (head === undefined || head.status !== 101) return this.#refuse();
    const { fields } = head;
    const protocol = fields.get("sec-websocket-protocol");
    const isAccepted = fields.get("upgrade")?.toLowerCase() === "websocket" &&
      fields.get("connection")?.toLowerCase() === "upgrade" && fields.get("sec-websocket-accept") === this.#accept &&
      // No extensions are offered.
      !fields.has("sec-websocket-extensions") &&
      (protocol === undefined ? this.#protocols.length === 0 : this.#protocols.includes(protocol));
    if (!isAccepted) return this.#refuse();
    this.#detach();
    this.#result.onEstablished(this.#socket, protocol ?? "", rest);
  }

  #refuse = (): void => {
    if (this.#isDone) return;
    this.cancel();
    this.#result.onRefused();
  };

  #detach(): void {
    this.#isDone = true;
    const socket: any = this.#socket;
    socket.off("data", this.#onData);
    socket.off("close", this.#refuse);
    // Its listener for errors stays: nobody else wants to know of them.
  }
}
