// @targets: native
// WebSockets: the handshake, frames in both directions, the order of events, and bytes that are no frames.
import { createHash } from "node:crypto";
import * as http from "node:http";
import { CloseEvent as ModuleClose, MessageEvent as ModuleMessage, WebSocket as ModuleSocket } from "node:http";

const log = (...a: any[]): void => console.log(...a);
const frame = (opcode: number, data: string | Buffer, isFinal = true): Buffer => {
  const body = Buffer.from(data as any);
  const size = body.length < 126 ? [body.length] : body.length < 65536 ? [126, body.length >> 8, body.length & 255]
    : [127, 0, 0, 0, 0, body.length >>> 24, (body.length >> 16) & 255, (body.length >> 8) & 255, body.length & 255];
  return Buffer.concat([Buffer.from([(isFinal ? 0x80 : 0) | opcode, ...size]), body]);
};
const closing = (code: number, reason: string | Buffer = "") => frame(8, Buffer.concat([Buffer.from([code >> 8, code & 255]), Buffer.from(reason as any)]));

// What the server sends when a connection is open, by path, and what it answers.
const scripts: { [path: string]: (socket: any, key: string) => void } = {
  "/echo": () => {},
  "/parts": (socket) => socket.write(Buffer.concat([
    frame(1, "h\u00e9", false), frame(9, "ping"), frame(0, Buffer.from("\u{1f345}").subarray(0, 2), false), frame(10, "pong"),
    frame(0, Buffer.from("\u{1f345}").subarray(2)), frame(2, Buffer.from([1, 2]), false), frame(0, "", false), frame(0, Buffer.from([3])),
    frame(1, ""), frame(1, "\ufeffx"), frame(1, "y".repeat(300)), closing(3001, "\ufeffdone"), frame(1, "late"),
  ])),
  "/bytes": (socket) => {
    const bytes = Buffer.concat([frame(1, "z".repeat(130)), frame(2, Buffer.alloc(66000, 7)), frame(9, ""), closing(1000)]);
    for (let i = 0; i < bytes.length; i += i < 150 || i > 66100 ? 1 : 7001) socket.write(bytes.subarray(i, i < 150 || i > 66100 ? i + 1 : i + 7001));
  },
  "/empty-close": (socket) => socket.write(frame(8, "")),
  "/end": (socket) => socket.end(frame(1, "last")),
  "/destroy": (socket) => socket.destroy(),
};
const hostile: { [name: string]: Buffer } = {
  opcode3: frame(3, "x"), opcode11: frame(11, "x"), masked: Buffer.from([0x81, 0x81, 1, 2, 3, 4, 5]), rsv1: Buffer.from([0xc1, 0]), rsv2: Buffer.from([0xa1, 0]),
  fragmentedPing: frame(9, "x", false), longPing: Buffer.from([0x89, 126, 0, 126]), textInside: Buffer.concat([frame(1, "a", false), frame(1, "b")]),
  continuation: frame(0, "x"), utf8: frame(1, Buffer.from([0xc0, 0x80])), utf8Surrogate: frame(1, Buffer.from([0xed, 0xa0, 0x80])),
  utf8Cut: Buffer.concat([frame(1, Buffer.from([0xf0, 0x9f]), false), frame(0, "x")]), shortClose: frame(8, "x"), close999: closing(999), close1005: closing(1005),
  close1006: closing(1006), close1016: closing(1016), close5000: closing(5000), closeText: closing(1000, Buffer.from([0xff])),
  length63: Buffer.from([0x82, 127, 0x80, 0, 0, 0, 0, 0, 0, 1]), length32: Buffer.from([0x82, 127, 0, 0, 0, 0, 0x80, 0, 0, 0]),
  length129M: Buffer.from([0x82, 127, 0, 0, 0, 0, 0x08, 0x10, 0, 0]), head: Buffer.from([0x81]),
};
const answers: { [path: string]: (accept: string) => string } = {
  "/status": () => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
  "/redirect": () => "HTTP/1.1 302 Found\r\nLocation: /echo\r\nContent-Length: 0\r\n\r\n",
  "/accept": () => "HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: x\r\n\r\n",
  "/upgrade": (accept) => `HTTP/1.1 101 S\r\nUpgrade: other\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  "/protocol": (accept) => `HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Protocol: z\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  "/extension": (accept) => `HTTP/1.1 101 S\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Extensions: x\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  "/garbage": () => "HELLO\r\n\r\n",
};

let received: string[] = [];
let closed: () => void = () => {};
const server = http.createServer((_req: any, res: any) => res.end("plain"));
server.on("upgrade", (req: any, socket: any) => {
  const path = req.url.split("?")[0];
  const accept = createHash("sha1").update(req.headers["sec-websocket-key"] + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64");
  socket.on("error", () => {});
  if (answers[path] !== undefined) { socket.end(answers[path](accept)); return; }
  if (req.url.includes("?headers")) {
    const raw: string[] = req.rawHeaders;
    const shown = raw.filter((_, i) => !/key$|extensions$|encoding$/.test(raw[i - i % 2]!)).join("|");
    log(req.method, req.url, shown.replace(String(port), "PORT"), Buffer.from(req.headers["sec-websocket-key"], "base64").length);
  }
  const protocol = req.headers["sec-websocket-protocol"];
  const chosen = protocol === undefined ? "" : "Sec-WebSocket-Protocol: " + protocol.split(", ").pop() + "\r\n";
  const head = "HTTP/1.1 101 Switching Protocols\r\nupgrade: WebSocket\r\nConnection: upgrade\r\n" + chosen + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n";
  const bytes = hostile[path.slice(1)];
  // Frames may come with the answer, or after information.
  if (req.url.includes("?early")) socket.write(Buffer.concat([Buffer.from("HTTP/1.1 103 Early\r\nLink: x\r\n\r\n" + head), frame(1, "early")]));
  else socket.write(head);
  if (bytes !== undefined) socket.write(bytes);
  else scripts[path]!(socket, accept);
  if (path === "/head") setTimeout(() => socket.destroy(), 30);
  let rest = Buffer.alloc(0);
  socket.on("data", (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    while (rest.length >= 6) {
      const short = rest[1]! & 127;
      const start = short === 126 ? 8 : short === 127 ? 14 : 6;
      if (rest.length < start) return;
      const length = short === 126 ? rest.readUInt16BE(2) : short === 127 ? rest.readUInt32BE(6) : short;
      if (rest.length < start + length) return;
      const mask = rest.subarray(start - 4, start);
      const body = Buffer.from(rest.subarray(start, start + length));
      for (let i = 0; i < length; i++) body[i] = body[i]! ^ mask[i & 3]!;
      const opcode = rest[0]! & 15;
      const text = opcode === 8 && length > 1 ? body.readUInt16BE(0) + " " + body.subarray(2) : length > 40 ? length + " bytes" : body.toString();
      received.push((rest[0]! >> 4) + ":" + opcode + (rest[1]! & 128 ? " " : " unmasked ") + text);
      rest = rest.subarray(start + length);
      if (opcode === 8) socket.end(path === "/echo" ? Buffer.concat([frame(8, body), frame(1, "after")]) : undefined);
      else if (path === "/echo" && opcode < 3) socket.write(frame(opcode, body));
    }
  });
  socket.on("close", () => closed());
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const port = server.address().port;

// Runs a connection until both sides are closed, and shows what happened.
async function run(path: string, protocols: any, use: { [type: string]: (socket: WebSocket, event: any) => void } = {}, waits = true): Promise<void> {
  received = [];
  const ended = new Promise<void>((resolve) => { closed = resolve; });
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, protocols);
  const lines: string[] = [];
  await new Promise<void>((resolve) => {
    for (const type of ["open", "message", "error", "close"]) {
      socket.addEventListener(type, (event: any) => {
        let text = type + " " + socket.readyState;
        if (type === "open") text += " " + JSON.stringify([socket.protocol, socket.extensions]);
        if (type === "message") text += ` ${event.constructor === MessageEvent} ${event.origin.replace(String(port), "PORT")} ` + (typeof event.data === "string" ? JSON.stringify(event.data.slice(0, 30)) + event.data.length : event.data instanceof Blob ? "blob " + event.data.size : event.data.constructor.name + " " + event.data.byteLength);
        if (type === "error") text += ` ${event.constructor.name} ${event.error.constructor.name} ${JSON.stringify([event.message, event.error.message, event.filename, event.lineno, event.colno])}`;
        if (type === "close") text += ` ${event.constructor === CloseEvent} ${event.code} ${JSON.stringify(event.reason)} ${event.wasClean}`;
        lines.push(text);
        use[type]?.(socket, event);
        if (type === "close") resolve();
      });
    }
  });
  if (waits) await ended;
  log(path + "\n  client: " + lines.join("; ") + "\n  server: " + received.join("; "), socket.bufferedAmount);
}

log(ModuleSocket === WebSocket, ModuleClose === CloseEvent, ModuleMessage === MessageEvent, Object.keys(WebSocket.prototype).join(), WebSocket.OPEN);
await run("/echo?headers&x=%20", ["chat", "b"], {
  open: (socket) => {
    socket.send("h\u00e9llo\ud800");
    log("buffered", socket.bufferedAmount);
    socket.send(new Blob(["blob"]));
    socket.send("behind the blob");
    socket.send(new Uint16Array([1, 2, 3]).subarray(1));
    socket.send(new Uint8Array([5]).buffer);
    socket.send(new DataView(new ArrayBuffer(4), 1));
    socket.send({ toString: () => "object" } as any);
    socket.send("x".repeat(200));
    socket.send("y".repeat(70000));
    log("buffered", socket.bufferedAmount);
  },
  message: (socket, event) => {
    if (event.data instanceof Blob && event.data.size === 4) socket.binaryType = "arraybuffer";
    if (event.data.length !== 70000) return;
    socket.close(3000, "b\u00fbye");
    socket.send("not sent");
    socket.close();
    log("closing", socket.readyState, socket.bufferedAmount);
  },
});
await run("/echo?headers", { protocols: "p", headers: { "X-A": " b ", cookie: "c=d" } }, { open: (socket) => socket.close() });
await run("/echo", [], { open: (socket) => socket.close(undefined, "reason") });
await run("/echo?early", [], { message: (socket) => socket.close(1000) });
for (const path of Object.keys(scripts).slice(1)) await run(path, []);
for (const name of Object.keys(hostile)) await run("/" + name, []);
for (const path of Object.keys(answers)) await run(path, path === "/protocol" ? ["a"] : [], {}, false);

// Closed before it is open; an address where nobody listens.
{
  const socket = new WebSocket(`ws://127.0.0.1:${port}/echo`);
  socket.onerror = (event) => log("error", socket.readyState, event.constructor.name);
  socket.onclose = (event) => log("close", socket.readyState, event.code, event.wasClean);
  socket.onopen = () => log("never");
  socket.close(3000);
  log("then", socket.readyState);
  socket.close();
  const refused = new WebSocket("ws://127.0.0.1:1/");
  await new Promise((resolve) => { refused.onclose = resolve; });
  log("refused", refused.readyState, refused.bufferedAmount);
}

// Arguments.
const show = (what: () => any) => {
  try {
    log(what());
  } catch (error: any) {
    log(error.constructor.name, error.name, error.code, error.message);
  }
};
const any: any = WebSocket;
for (const parameters of [
  [], ["x"], ["ftp://a"], ["ws://a/#"], ["ws://a", "a b"], ["ws://a", ["a", "A"]], ["ws://a", [""]], ["ws://a", ""], [Symbol()], ["ws://a", Symbol()],
  ["ws://a", [Symbol()]], ["ws://a", { protocols: "a/b" }],
]) show(() => new any(...parameters));
show(() => any.prototype.readyState);
show(() => any.prototype.close.call({}));
show(() => (any.prototype.onopen = 5));
{
  const socket: any = new WebSocket("http://127.0.0.1:1/a?b c");
  show(() => [socket.url, socket.readyState, socket.binaryType, socket.protocol, socket.extensions]);
  show(() => socket.send("x"));
  show(() => socket.send());
  show(() => socket.close(5));
  show(() => socket.close(1001));
  show(() => socket.close({}));
  show(() => socket.close(Symbol()));
  show(() => socket.close(3000, "x".repeat(124)));
  show(() => [(socket.binaryType = "zz"), socket.binaryType, (socket.binaryType = "arraybuffer"), socket.binaryType]);
  show(() => [(socket.onopen = 5), socket.onopen, (socket.onopen = {}), socket.onopen, (socket.onopen = null), socket.onopen]);
  show(() => socket);
  await new Promise((resolve) => socket.addEventListener("close", resolve));
}

// The events.
const message: any = MessageEvent;
const close: any = CloseEvent;
for (const parameters of [
  [], ["a"], ["a", 5], ["a", null], ["a", { data: 1, origin: "o\ud800", lastEventId: 5, ports: [], bubbles: 1, cancelable: true, composed: true }],
  ["a", { source: 5 }], ["a", { source: {} }], ["a", { ports: 5 }], ["a", { ports: [5] }], ["a", { ports: {} }], ["a", { ports: new Set() }],
  [Symbol()], ["a", { origin: Symbol() }], ["a", { data: undefined }],
]) {
  show(() => {
    const event = new message(...parameters);
    return [event.type, event.data, event.origin, event.lastEventId, event.source, event.ports, Object.isFrozen(event.ports), event.bubbles, event.cancelable, event.composed];
  });
}
show(() => { const event = new message("a").initMessageEvent("b", true, true, 5, "o", "i"); return [event.type, event.data, event.bubbles, event.cancelable, event.lastEventId]; });
show(() => new message("a").initMessageEvent());
show(() => message.prototype.data);
for (const parameters of [
  [], ["a", { code: 70000.7, reason: "r\ud800", wasClean: 1 }], ["a", 5], ["a", { code: "x" }], ["a", { code: -1.5, reason: null }], ["a", { code: Infinity }],
  ["a", { code: Symbol() }], ["a", () => {}],
]) show(() => { const event = new close(...parameters); return [event.type, event.code, event.reason, event.wasClean]; });
show(() => close.prototype.code);
const order: string[] = [];
new close("a", new Proxy({}, { get: (_: any, name: string) => void order.push(name) }));
new message("a", new Proxy({}, { get: (_: any, name: string) => void order.push(name) }));
log(order.join(), Object.prototype.toString.call(new close("a")), Object.keys(message.prototype).join(), Object.keys(close.prototype).join());
server.close();
server.closeAllConnections();
