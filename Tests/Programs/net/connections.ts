// @targets: native
// Connections over TCP and Unix sockets: the order of events, errors, half-open and paused connections, time-outs,
// resets, limits, encodings and backpressure.
import * as fs from "node:fs";
import * as net from "node:net";
import * as os from "node:os";

const local = "127.0.0.1";

/// An error without the ports that the system chose.
function describe(error: any): string {
  const text = [error.name, error.message, error.code, error.errno, error.syscall, error.address, typeof error.port];
  return [...text, Object.keys(error).join()].join("|").replace(/:\d{4,5}\b/g, ":PORT");
}

/// A server that listens at a port of its own; the connections' listener may be missing.
function listen(listener?: any, options: any = {}): Promise<any> {
  return new Promise((resolve) => {
    const server: any = net.createServer(options, listener);
    server.listen(0, local, () => resolve(server));
  });
}

function closed(emitter: any): Promise<void> {
  return new Promise((resolve) => emitter.on("close", () => resolve()));
}

async function order(): Promise<void> {
  const server = await listen((socket: any) => {
    console.log("connection", server.listening, socket.server === server);
    socket.on("data", (data: any) => socket.write("echo " + data));
    socket.on("end", () => {
      console.log("server end", socket.readyState);
      socket.end();
    });
    socket.on("close", (hadError: any) => console.log("server close", hadError));
  });
  const client: any = net.connect(server.address().port, local, () => console.log("listener"));
  console.log(client.readyState, client.pending, client.connecting, client.remoteAddress, client.bytesWritten);
  client.write("early", () => console.log("early written"));
  for (const name of ["connect", "ready", "finish", "end", "lookup"]) client.on(name, () => console.log(name, client.readyState));
  client.on("data", (data: any) => {
    console.log(String(data), client.remoteFamily, client.remotePort === server.address().port, client.localAddress);
    if (!client.writableEnded) client.end("bye");
  });
  await closed(client);
  console.log(client.bytesRead, client.bytesWritten, client.destroyed, client.readyState, client.address());
  server.close(() => console.log("server closed"));
  await closed(server);
}

async function failures(): Promise<void> {
  const server = await listen();
  const { port } = server.address();
  const other: any = net.createServer();
  other.on("error", (error: any) => console.log(describe(error), other.listening, other.address()));
  other.listen(port, local);
  try {
    server.listen(1);
  } catch (error: any) {
    console.log(error.code, error.message);
  }
  await new Promise((resolve) => setImmediate(resolve));
  server.close();
  await closed(server);
  server.close((error: any) => console.log(describe(error)));
  const client: any = net.connect({ port, host: local });
  for (const name of ["connectionAttempt", "connectionAttemptFailed"]) {
    client.on(name, (address: any, _port: any, family: any, error: any) => console.log(name, address, family, error?.code));
  }
  client.on("error", (error: any) => console.log(describe(error), client.destroyed, client.connecting));
  client.on("close", (hadError: any) => console.log("close", hadError));
  await closed(client);
  const several: any = net.connect({
    port, host: "two.test", lookup: (_host: any, options: any, done: any) => {
      console.log(options);
      process.nextTick(done, null, [{ address: "127.0.0.2", family: 4 }, { address: local, family: 4 }]);
    },
  } as any);
  several.on("lookup", (error: any, address: any, family: any, host: any) => console.log("lookup", error, address, family, host));
  several.on("error", (error: any) => console.log(error.name, error.code, error.errors?.map(describe)));
  await closed(several);
  const unknown: any = net.connect({ port, host: "none.test", family: 4, lookup: (_: any, o: any, done: any) => done(null, "bad", 4) } as any);
  unknown.on("error", (error: any) => console.log(error.code, error.message));
  await closed(unknown);
  const nowhere: any = net.createServer();
  nowhere.on("error", (error: any) => console.log(describe(error)));
  nowhere.listen({ path: "/nonexistent/folder/socket" });
  await new Promise((resolve) => setImmediate(resolve));
  for (const mistake of [
    () => net.connect(70000), () => net.connect({} as any), () => net.connect({ port: {} } as any), () => net.createServer().listen(-1),
    () => net.createServer().listen({} as any), () => (net as any).createServer(5), () => new net.Socket({ objectMode: true } as any),
    () => new net.Socket({ fd: -5 }), () => net.connect({ port: 1, localAddress: "x" }), () => net.connect({ port: 1, lookup: 5 } as any),
    () => new net.Socket({ fd: fs.openSync("/dev/null", "r") }), () => new net.Socket().setTimeout("x" as any), () => new net.Socket().setTimeout(-1), () => net.createServer().listen({ path: 5 } as any),
  ]) {
    try {
      mistake();
      console.log("no error");
    } catch (error: any) {
      console.log(error.name, error.code, error.message);
    }
  }
}

async function families(): Promise<void> {
  const server = await listen((socket: any) => socket.end());
  const client: any = net.connect({
    port: server.address().port, host: "six.test",
    lookup: (_: any, __: any, done: any) => done(null, [{ address: "::1", family: 6 }, { address: local, family: 4 }]),
  } as any);
  client.on("connectionAttempt", (address: any, _port: any, family: any) => console.log("attempt", address, family));
  client.on("connect", () => console.log("connected", client.remoteAddress, client.autoSelectFamilyAttemptedAddresses.length));
  client.resume();
  await closed(client);
  server.close();
}

async function paths(): Promise<void> {
  const path = os.tmpdir() + "/polyglot-net-" + process.pid;
  const server: any = net.createServer((socket: any) => {
    socket.setEncoding("utf8");
    socket.on("data", (data: any) => socket.end(data.toUpperCase()));
  });
  await new Promise<void>((resolve) => server.listen(path, () => resolve()));
  console.log(server.address() === path, fs.existsSync(path));
  const client: any = net.connect(path, () => console.log(client.remoteAddress, client.address()));
  client.setEncoding("utf8");
  client.on("data", (data: any) => console.log(data));
  client.write("through a path");
  await closed(client);
  server.close(() => console.log("left", fs.existsSync(path)));
  await closed(server);
  const nobody: any = net.connect(path);
  nobody.on("error", (error: any) => console.log(describe(error).replaceAll(path, "PATH")));
  await closed(nobody);
}

async function halves(): Promise<void> {
  const server = await listen((socket: any) => {
    console.log("paused", socket.isPaused(), socket.readableFlowing);
    socket.on("data", (data: any) => console.log("data", String(data)));
    socket.on("end", () => {
      console.log("end", socket.writable, socket.readyState);
      setImmediate(() => socket.end("late"));
    });
    setImmediate(() => socket.resume());
  }, { allowHalfOpen: true, pauseOnConnect: true });
  const client: any = net.connect({ port: server.address().port, host: local, allowHalfOpen: true });
  client.end("all");
  client.on("data", (data: any) => console.log("client", String(data)));
  await closed(client);
  client.write("x", (error: any) => console.log("late", error.code, error.message));
  client.on("error", () => console.log("never"));
  server.close();
}

async function resets(): Promise<void> {
  const server = await listen((socket: any) => {
    socket.on("error", (error: any) => console.log("server error", describe(error)));
    socket.on("close", (hadError: any) => console.log("server close", hadError));
    socket.resume();
  });
  const client: any = net.connect(server.address().port, local);
  client.setTimeout(20, () => {
    console.log("timeout", client.timeout);
    client.resetAndDestroy();
  });
  client.on("close", (hadError: any) => console.log("client close", hadError));
  await closed(client);
  server.close();
  await closed(server);
}

async function limits(): Promise<void> {
  const server = await listen((socket: any) => socket.resume());
  server.maxConnections = 1;
  server.on("drop", (data: any) => console.log("drop", data.localAddress, data.remoteFamily, typeof data.remotePort));
  const { port } = server.address();
  const first: any = net.connect(port, local);
  await new Promise<void>((resolve) => first.once("connect", () => resolve()));
  const second: any = net.connect(port, local);
  second.on("error", () => undefined);
  second.resume();
  await closed(second);
  server.getConnections((error: any, count: any) => console.log("connections", error, count));
  first.resume();
  first.end();
  const controller = new AbortController();
  const signalled: any = net.createServer();
  signalled.listen({ port: 0, host: local, signal: controller.signal }, () => controller.abort());
  await closed(signalled);
  console.log("aborted", signalled.listening);
  server.close();
  await closed(server);
}

async function pressure(): Promise<void> {
  let peer: any;
  const server = await listen((socket: any) => {
    peer = socket;
    socket.pause();
  });
  const client: any = net.connect(server.address().port, local);
  await new Promise<void>((resolve) => client.once("connect", () => resolve()));
  const block = Buffer.alloc(1 << 20, 97);
  let count = 1;
  while (client.write(block)) count++;
  setTimeout(() => {
    console.log("blocked", count < 60, client.writableNeedDrain, client.writableLength === block.length, client.bufferSize > 0);
    peer.resume();
  }, 20);
  client.once("drain", () => {
    console.log("drain", client.writableLength);
    client.end();
  });
  await closed(client);
  console.log(client.bytesWritten === count * block.length, peer.bytesRead === client.bytesWritten);
  server.close();
}

async function encodings(): Promise<void> {
  const parts: any[] = [];
  const server = await listen((socket: any) => {
    socket.on("data", (data: any) => parts.push(data));
    socket.on("end", () => console.log(Buffer.concat(parts).toString("hex")));
  });
  const client: any = net.connect(server.address().port, local);
  client.cork();
  client.write("é", "latin1");
  client.write("é");
  client.write("6162", "hex");
  client.write("YWI=", "base64");
  client.write("ab", "utf16le");
  client.write(Buffer.from("z"));
  client.uncork();
  console.log(client.bytesWritten);
  client.on("connect", () => {
    client.write("é", "latin1", () => console.log("written"));
    client.write("q", "ascii");
    client.write("ff", "hex");
    client.write(new Uint16Array([0x4142]));
    client.end(() => console.log("ended", client.bytesWritten));
  });
  await closed(client);
  server.close();
  await closed(server);
  const chunks: string[] = [];
  const echo = await listen((socket: any) => socket.pipe(socket));
  const reader: any = net.connect({
    port: echo.address().port, host: local, onread: {
      buffer: Buffer.alloc(4), callback(size: number, buffer: any): boolean {
        chunks.push(buffer.toString("latin1", 0, size));
        if (chunks.join("").length === 10) reader.end();
        return true;
      },
    },
  } as any, () => reader.write("0123456789"));
  await closed(reader);
  console.log(chunks);
  echo.close();
}

for (const test of [order, failures, families, paths, halves, resets, limits, pressure, encodings]) {
  console.log("-- " + test.name);
  await test();
}
// Neither keeps the program running.
net.createServer().listen(0, local).unref();
const unused: any = await listen((socket: any) => socket.unref());
net.connect(unused.address().port, local).unref();
unused.unref();
console.log("done");
