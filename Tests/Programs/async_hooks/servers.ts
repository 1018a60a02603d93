// @targets: native
// The contexts of connections and of requests: AsyncLocalStorage in a server, and in its clients.
import { AsyncLocalStorage } from "node:async_hooks";
import { execFile } from "node:child_process";
import { pbkdf2, randomBytes } from "node:crypto";
import { lookup } from "node:dns";
import { Agent, createServer, get } from "node:http";
import { connect, createServer as createNetServer } from "node:net";

const storage = new AsyncLocalStorage<string>();
const log: string[] = [];
const show = (what: string): void => { log.push(what + " " + storage.getStore()); };
const flush = (): void => { console.log(log.sort().join("\n")); log.length = 0; };

function sockets(): Promise<void> {
  return new Promise((resolve) => {
    const server = storage.run("net server", () => createNetServer((socket) => {
      show("connection");
      socket.on("data", (data) => { show("server data"); socket.end(data); });
    }));
    storage.run("listen", () => server.listen(0, "127.0.0.1", () => {
      show("listening");
      storage.run("connect", () => {
        const client = connect((server.address() as any).port, "127.0.0.1", () => { show("connected"); client.write("x"); });
        client.on("data", () => show("client data"));
        client.on("end", () => show("client end"));
        client.on("close", () => { show("client close"); server.close(() => { show("closed"); resolve(); }); });
      });
    }));
  });
}

function requests(): Promise<void> {
  return new Promise((resolve) => {
    const server = createServer((request, response) => {
      show("request");
      storage.run("handling " + request.url, async () => {
        await new Promise((next) => setTimeout(next, 5));
        let body = "";
        for await (const chunk of request) body += chunk;
        show("handled");
        response.on("finish", () => show("finish " + request.url));
        response.end(body + storage.getStore());
      });
    });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    server.listen(0, "127.0.0.1", () => {
      let left = 3;
      for (const name of ["/a", "/b", "/c"]) {
        storage.run("asking " + name, () => get({ port: (server.address() as any).port, host: "127.0.0.1", path: name, agent }, (response) => {
          show("response");
          response.setEncoding("utf8");
          response.on("data", (text) => show("text " + text));
          response.on("end", () => {
            show("end");
            if (--left === 0) { agent.destroy(); server.close(() => resolve()); }
          });
        }));
      }
    });
  });
}

await sockets();
flush();
await requests();
flush();
await new Promise<void>((resolve) => storage.run("child", () => execFile("/bin/echo", ["hi"], (_, output) => { show(output.trim()); resolve(); })));
await new Promise<void>((resolve) => storage.run("lookup", () => lookup("127.0.0.1", () => { show("lookup"); resolve(); })));
await new Promise<void>((resolve) => storage.run("key", () => pbkdf2("a", "b", 1, 8, "sha256", () => { show("pbkdf2"); resolve(); })));
await new Promise<void>((resolve) => storage.run("random", () => randomBytes(4, () => { show("randomBytes"); resolve(); })));
const waiting = setTimeout(() => {}, 5000);
await new Promise<void>((resolve) => storage.run("signal", () => process.once("SIGUSR2", () => { show("signal"); resolve(); }) && process.kill(process.pid, "SIGUSR2")));
clearTimeout(waiting);
show("outside");
flush();
