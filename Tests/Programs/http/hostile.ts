// @targets: native
// @stress: no, because a server that collects all the time answers too late
// Peers that are slow, never read, or go away, and systems without descriptors or space: the server goes on.
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as http from "node:http";
import * as net from "node:net";
import { pipeline } from "node:stream/promises";

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function listen(server: net.Server, port = 0): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as net.AddressInfo).port;
}

/** What a connection hears that says something, in pieces, until it is answered. */
async function say(port: number, pieces: string[], distance: number): Promise<string> {
  const socket = net.connect(port, "127.0.0.1");
  let text = "";
  // The server may hang up while a piece is under way.
  socket.on("data", (chunk) => (text += chunk)).on("error", () => {});
  const closed = new Promise((resolve) => socket.on("close", resolve));
  for (const piece of pieces) {
    if (text === "" && !socket.destroyed) socket.write(piece);
    await pause(distance);
  }
  await closed;
  return JSON.stringify(text.replace(/Date: [^\r]*/, "Date"));
}

/** Whether a server answers as if nothing had happened. */
function answers(port: number): Promise<string> {
  return new Promise((resolve) => {
    const request = http.get({ port, host: "127.0.0.1", agent: false }, (response) => {
      response.resume();
      response.on("end", () => resolve("answers " + response.statusCode));
    });
    request.on("error", (error: any) => resolve(error.code));
  });
}

async function slow(): Promise<void> {
  const options = { headersTimeout: 60, requestTimeout: 120, connectionsCheckingInterval: 10, keepAliveTimeout: 30 };
  const server = http.createServer(options, (request, response) => { request.resume().on("end", () => response.end("ok")); });
  const port = await listen(server);
  const told: string[] = [];
  console.log("head", await say(port, ["GET / HT", "TP/1.1\r\n", "A: b\r\n", "C: d\r\n", "E: f\r\n", "G: h\r\n"], 20));
  console.log("body", await say(port, ["POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na", "b", "c", "d", "e", "f", "g"], 25));
  console.log("silent", await say(port, [], 0));
  console.log("idle", (await say(port, ["GET / HTTP/1.1\r\nHost: a\r\n\r\n"], 0)).includes("Keep-Alive"));
  server.on("clientError", (error: any, socket) => { told.push(error.code); socket.destroy(); });
  console.log("told", await say(port, ["GET / HTTP/1.1\r\n"], 0), told.join());
  console.log(await answers(port));
  server.close();
}

async function neverReads(): Promise<void> {
  const chunk = Buffer.alloc(65536, "x");
  let written = 0;
  const closed = Promise.withResolvers<string>();
  const server = http.createServer(async (request, response) => {
    if (request.url !== "/endless") return response.end();
    let ended = () => {};
    response.on("close", () => { closed.resolve("closed, finished: " + response.writableFinished); ended(); });
    while (!response.destroyed) {
      written += chunk.length;
      if (!response.write(chunk)) await new Promise<void>((resolve) => { response.once("drain", resolve); ended = resolve; });
    }
  });
  const port = await listen(server);
  const peer = net.connect(port, "127.0.0.1");
  peer.pause();
  peer.write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n");
  let before = -1;
  while (before !== written && written < 1 << 24) {
    before = written;
    await pause(60);
  }
  console.log("stands still", before === written, await answers(port));
  peer.resume();
  while (before === written) await pause(5);
  console.log("goes on");
  peer.destroy();
  console.log(await closed.promise, await answers(port));
  server.close();
}

async function full(): Promise<void> {
  const told = async (name: string, work: () => Promise<unknown>) => {
    console.log(name, await work().then(() => "done", (error) => [error.code, error.syscall, error.errno].join()));
  };
  await told("writeFile", () => fs.promises.writeFile("/dev/full", "x"));
  await told("pipeline", () => pipeline(["a", "b"], fs.createWriteStream("/dev/full")));
  await told("events", async () => {
    const stream = fs.createWriteStream("/dev/full");
    const closed = new Promise((resolve) => stream.on("close", resolve));
    stream.end("x");
    const [error] = await once(stream, "error");
    await closed;
    throw error;
  });
  const server = http.createServer((request, response) => {
    pipeline(request, fs.createWriteStream("/dev/full")).catch((error) => {
      response.on("error", () => {});
      console.log("upload", error.code, response.headersSent);
    }).finally(() => response.destroyed || response.writeHead(507).end());
  });
  const port = await listen(server);
  const request = http.request({ port, host: "127.0.0.1", method: "POST", agent: false });
  request.end("x".repeat(100_000));
  const [response] = await once(request, "response");
  console.log("response", response.statusCode);
  request.destroy();
  server.close();
}

async function leaves(): Promise<void> {
  const child = spawn("/bin/sh", ["-c", "exec <&-; echo closed; exec sleep 9"]);
  await once(child.stdout, "data");
  child.stdin.write("x");
  const [error] = await once(child.stdin, "error");
  console.log("child", error.code, error.syscall);
  child.kill();
  const asked = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<string>();
  const server = http.createServer(async (request, response) => {
    if (request.url !== "/late") return response.end();
    asked.resolve();
    await once(response, "close");
    response.write("late", (failure: any) => gone.resolve("late " + failure?.code + " " + response.writable + response.destroyed));
  });
  const port = await listen(server);
  const peer = net.connect(port, "127.0.0.1");
  peer.write("GET /late HTTP/1.1\r\nHost: a\r\n\r\n");
  await asked.promise;
  peer.resetAndDestroy();
  console.log(await gone.promise, await answers(port));
  server.close();
}

/** This program again, with few descriptors, of which it uses all but two; it takes connections until told to free some. */
async function without(): Promise<void> {
  const isNode = process.execPath.endsWith("node");
  const self = isNode ? [process.execPath, "--no-warnings", "--experimental-transform-types", process.argv[1]!] : [process.execPath];
  const child = spawn("/bin/sh", ["-c", 'ulimit -n 48; exec "$@"', "sh", ...self, "--starve"], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(child.stdout.setEncoding("utf8"), "data");
  const sockets: net.Socket[] = [];
  for (let i = 0; i < 6; i++) {
    const socket = net.connect(Number(port), "127.0.0.1").on("error", () => {});
    sockets.push(socket);
    await once(socket, "connect");
  }
  await pause(30);
  child.stdin.write("free");
  await once(child.stdout, "data");
  for (const socket of sockets) socket.destroy();
  console.log("recovered", await answers(Number(port)), await answers(Number(port)));
  child.stdin.end();
  const [code] = await once(child, "exit");
  console.log("server ended", code);
}

async function starve(): Promise<void> {
  const server = http.createServer((request, response) => response.end("x"));
  const port = await listen(server);
  process.stdin.once("data", () => {
    for (const fd of held) fs.closeSync(fd);
    process.stdout.write("freed\n");
  });
  process.stdin.on("end", () => { server.close(); server.closeAllConnections(); });
  const held: number[] = [];
  try {
    for (;;) held.push(fs.openSync("/dev/null"));
  } catch (error: any) {
    if (error.code !== "EMFILE") throw error;
  }
  for (const fd of held.splice(0, 2)) fs.closeSync(fd);
  process.stdout.write(String(port));
}

if (process.argv.includes("--starve")) {
  await starve();
} else {
  for (const test of [slow, neverReads, full, leaves, without]) await test();
}
