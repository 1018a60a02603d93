// @targets: native
// @stress: no, because the tests of net, http and child_process run in that way
// The order of what sockets, servers, requests and children tell.
import { exec, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import * as http from "node:http";
import * as net from "node:net";
import { pipeline } from "node:stream/promises";
import { log, run, say } from "./scenarios.ts";

/** Notes events of a thing under a name. */
function watch<T extends { on(event: string, listener: (...values: any[]) => void): any }>(name: string, thing: T, events: string): T {
  for (const event of events.split(" ")) {
    thing.on(event, (value?: any) => log(name + " " + event + (value instanceof Error ? " " + (value as any).code : Buffer.isBuffer(value) ? " " + value : typeof value === "boolean" ? " " + value : "")));
  }
  return thing;
}

/** Calls back with the port of a server that listens. */
function listen(server: net.Server, then: (port: number) => void): void {
  server.listen(0, "127.0.0.1", () => then((server.address() as net.AddressInfo).port));
}

run([
  ["listening and closing", () => {
    const server = watch("server", net.createServer(), "listening close");
    listen(server, () => {
      log("callback");
      server.close(() => { log("closed"); process.nextTick(say("tick")); });
      setImmediate(say("immediate"));
    });
    log("asked " + server.listening);
    process.nextTick(() => log("tick " + server.listening));
  }],
  ["a port that is taken", () => {
    const first = net.createServer();
    listen(first, (port) => {
      const second = watch("second", net.createServer(), "listening error close");
      second.listen(port, "127.0.0.1");
      second.on("error", () => { log(String(second.listening)); first.close(say("closed")); });
      log("asked");
    });
  }],
  ["connecting and ending", () => {
    const server = watch("server", net.createServer((socket) => { watch("peer", socket, "data end finish close"); }), "connection close");
    listen(server, (port) => {
      const client = watch("client", net.connect(port, "127.0.0.1"), "connect ready end finish close");
      client.on("connect", () => { client.end("hello"); log("ended"); });
      client.on("close", () => server.close());
      process.nextTick(say("tick"));
    });
  }],
  ["answering behind the end of the question", () => {
    const server = net.createServer({ allowHalfOpen: true }, (socket) => {
      watch("peer", socket, "end close");
      socket.resume();
      socket.on("end", () => { log("half open " + socket.writable); socket.end("late"); server.close(); });
    });
    listen(server, (port) => {
      const client = watch("client", net.connect({ port, host: "127.0.0.1", allowHalfOpen: true }), "data end finish close");
      client.end("question");
    });
  }],
  ["writing before the connection is there", () => {
    const server = net.createServer((socket) => { socket.on("data", (data) => { log("got " + data); socket.destroy(); server.close(); }); });
    listen(server, (port) => {
      const client = watch("client", net.connect(port, "127.0.0.1"), "connect end close");
      log(String(client.connecting) + client.write("early", say("written")) + client.pending);
    });
  }],
  ["nobody listens", () => {
    const server = net.createServer();
    listen(server, (port) => server.close(() => {
      const client = watch("client", net.connect(port, "127.0.0.1"), "connect error close");
      client.write("x", (error: any) => log("callback " + error?.code));
      process.nextTick(say("tick"));
    }));
  }],
  ["destroying while connecting", () => {
    const server = net.createServer();
    listen(server, (port) => {
      const client = watch("client", net.connect(port, "127.0.0.1"), "connect error close");
      client.destroy(Object.assign(new Error(), { code: "MINE" }));
      log("destroyed " + client.connecting);
      setImmediate(() => server.close(say("closed")));
    });
  }],
  ["a connection that is idle for too long", () => {
    const server = net.createServer((socket) => { watch("peer", socket, "timeout close").setTimeout(15, () => { log("callback"); socket.destroy(); server.close(); }); });
    listen(server, (port) => { watch("client", net.connect(port, "127.0.0.1"), "end close").resume(); });
  }],
  ["a peer that resets the connection", () => {
    const server = net.createServer((socket) => { watch("peer", socket, "error close"); socket.on("data", () => { socket.resetAndDestroy(); server.close(); }); });
    listen(server, (port) => { watch("client", net.connect(port, "127.0.0.1"), "end error close").write("x"); });
  }],
  ["a request and its answer", () => {
    const server = http.createServer((request, response) => {
      watch("request", request, "data end close");
      watch("response", response, "finish close");
      request.on("end", () => { response.end("answer"); log("answered " + response.writableFinished); });
    });
    listen(server, (port) => {
      const request = watch("ask", http.request({ port, host: "127.0.0.1", method: "POST", agent: false }), "socket finish close");
      request.on("response", (response) => {
        log("status " + response.statusCode);
        watch("answer", response, "data end");
        response.on("end", () => server.close(say("closed")));
      });
      request.end("question");
      process.nextTick(say("tick"));
    });
  }],
  ["two requests on one connection", () => {
    const server = http.createServer((request, response) => { log("request " + request.url); setImmediate(() => response.end(request.url)); });
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
    listen(server, (port) => {
      const ask = (path: string, then: () => void) => {
        const request = http.get({ port, host: "127.0.0.1", agent, path }, (response) => {
          log("response " + path + " " + request.reusedSocket);
          response.on("data", (data) => log("data " + data));
          response.on("end", then);
        });
        log("asked " + path);
      };
      ask("/1", () => ask("/3", () => { agent.destroy(); server.close(say("closed")); }));
      ask("/2", say("end of 2"));
    });
  }],
  ["a request that is aborted", () => {
    const server = http.createServer((request, response) => {
      watch("request", request, "aborted error close");
      watch("response", response, "finish close");
      response.write("part");
    });
    listen(server, (port) => {
      const request = watch("ask", http.get({ port, host: "127.0.0.1", agent: false }), "error close");
      request.on("response", (response) => {
        watch("answer", response, "data end aborted error close");
        response.once("data", () => { request.destroy(); log("destroyed"); });
        response.on("close", () => server.close());
      });
    });
  }],
  ["a server that hangs up", () => {
    const server = http.createServer((request) => request.socket.destroy());
    listen(server, (port) => { watch("ask", http.get({ port, host: "127.0.0.1", agent: false }), "response error close").on("close", () => server.close()); });
  }],
  ["chunks as they are written", () => {
    const server = http.createServer((request, response) => {
      watch("response", response, "drain finish");
      response.write("a", () => { log("written a"); response.write("b", () => { log("written b"); response.end(say("callback of end")); }); });
    });
    listen(server, (port) => {
      http.get({ port, host: "127.0.0.1", agent: false }, async (response) => {
        let text = "";
        for await (const chunk of response) text += chunk;
        log("text " + text);
        server.close();
      });
    });
  }],
  ["a listener of request that throws", () => {
    process.once("uncaughtException", (error) => log("caught " + error.message));
    const server = http.createServer((request, response) => { setImmediate(() => response.end()); process.nextTick(say("tick")); throw new Error("request"); });
    listen(server, (port) => http.get({ port, host: "127.0.0.1", agent: false }, (response) => { response.resume(); response.on("end", () => { log("end"); server.close(); }); }));
  }],
  ["100-continue and upgrade", () => {
    const server = http.createServer();
    server.on("checkContinue", (request, response) => { log("checkContinue"); response.writeContinue(); request.resume().on("end", () => response.end()); });
    server.on("upgrade", (request, socket) => { log("upgrade"); socket.end("HTTP/1.1 101 Switching\r\nConnection: upgrade\r\nUpgrade: x\r\n\r\nraw"); });
    listen(server, (port) => {
      const request = http.request({ port, host: "127.0.0.1", method: "PUT", agent: false, headers: { Expect: "100-continue" } });
      watch("ask", request, "continue").on("continue", () => request.end("body"));
      request.on("response", (response) => {
        log("response");
        response.resume();
        const second = watch("second", http.get({ port, host: "127.0.0.1", agent: false, headers: { Connection: "upgrade", Upgrade: "x" } }), "response close");
        second.on("upgrade", (answer, socket, head) => { log("upgraded " + answer.statusCode); socket.resume(); server.close(); });
      });
      request.flushHeaders();
    });
  }],
  ["a child's end and its output", () => {
    const child = watch("child", spawn("/bin/sh", ["-c", "printf out; exec >&-; sleep 0.25; exit 3"]), "spawn exit close");
    watch("stdout", child.stdout, "data end close");
    log("pid " + (child.pid! > 0));
    process.nextTick(say("tick"));
    child.on("close", (code, signal) => log(code + " " + signal));
  }],
  ["a child that is not there", () => {
    const child = watch("child", spawn("/nowhere at all"), "spawn error exit close");
    log("pid " + child.pid);
    process.nextTick(say("tick"));
  }],
  ["a child that is killed", () => {
    const child = watch("child", spawn("/bin/sleep", ["9"], { stdio: "ignore" }), "spawn exit close");
    child.on("spawn", () => { log(child.kill() + " " + child.killed); });
    child.on("exit", (code, signal) => log(code + " " + signal));
  }],
  ["exec and execFile", () => {
    exec("exit 2", (error) => { log("exec " + error!.code); execFile("/bin/echo", ["x"], (failure, stdout) => log("execFile " + failure + " " + stdout.trim())); });
    log("asked");
  }],
  ["a child that is aborted", () => {
    const controller = new AbortController();
    const child = watch("child", spawn("/bin/sleep", ["9"], { signal: controller.signal, stdio: "ignore" }), "error exit close");
    child.on("spawn", () => { controller.abort(); log("aborted"); });
  }],
  ["piping through a child", () => {
    (async () => {
      const child = spawn("/bin/cat");
      const [data] = await Promise.all([once(child.stdout, "data"), pipeline(["a", "b"], child.stdin)]);
      log(String(data).length > 0 ? "data" : "nothing");
      child.stdout.resume();
      const [code] = await once(child, "close");
      log("code " + code);
    })();
  }],
]);
