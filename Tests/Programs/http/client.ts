// @targets: native
// Clients: requests with bodies of all kinds, the sockets of an agent, information, trailers, upgrades, and errors.
import * as http from "node:http";
const log = (...a: any[]): void => console.log(...a);
const server = http.createServer((req: any, res: any) => {
  if (req.url === "/echo") { res.writeHead(200, { "X-Method": req.method }); req.pipe(res); return; }
  if (req.url === "/slow") { setTimeout(() => res.end("slow"), 40); return; }
  if (req.url === "/big") { res.end(Buffer.alloc(300000, "x")); return; }
  if (req.url === "/hints") { res.writeEarlyHints({ link: "</a.css>; rel=preload" }); res.writeProcessing(); res.end("ok"); return; }
  if (req.url === "/trailers") { res.writeHead(200, { Trailer: "X-T" }); res.write("data"); res.addTrailers({ "X-T": "v" }); res.end(); return; }
  if (req.url === "/reset") { res.socket.destroy(); return; }
  res.end(JSON.stringify({ url: req.url, headers: req.headers }));
});
server.on("upgrade", (req: any, socket: any, head: any) => {
  socket.write("HTTP/1.1 101 Switching\r\nConnection: Upgrade\r\nUpgrade: foo\r\n\r\nhello " + head.toString());
  socket.on("data", (d: any) => { socket.end("got " + d); });
});
server.listen(0, () => {
  const port = server.address().port;
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  const ask = (options: any, body?: any): Promise<any> => new Promise((resolve) => {
    const req = http.request({ port, agent, ...options }, (res: any) => {
      let size = 0; const parts: any[] = [];
      res.on("data", (c: any) => { size += c.length; parts.push(c); });
      res.on("end", () => {
        const text = Buffer.concat(parts).toString();
        log(options.path, res.statusCode, res.statusMessage, size, text.length < 200 ? text.replace(String(port), "PORT") : text.length, JSON.stringify(res.trailers), req.reusedSocket, res.headers["x-method"]);
      });
      res.on("close", () => { log("res close", res.complete, res.destroyed); resolve(res); });
    });
    req.on("error", (e: any) => { log("error", e.code, e.message); resolve(null); });
    req.on("information", (i: any) => log("information", i.statusCode, JSON.stringify(i.headers)));
    req.on("continue", () => log("continue"));
    req.on("finish", () => log("req finish"));
    req.on("close", () => log("req close"));
    req.on("socket", (s: any) => log("socket", s.constructor.name));
    if (body !== undefined) { if (Array.isArray(body)) { for (const b of body) req.write(b); req.end(); } else req.end(body); }
    else req.end();
  });
  (async () => {
    await ask({ path: "/a" });
    await ask({ path: "/echo", method: "POST" }, "hello");
    await ask({ path: "/echo", method: "PUT" }, ["one", Buffer.from("two"), "three"]);
    await ask({ path: "/echo", method: "POST", headers: { Expect: "100-continue", "Content-Length": 3 } }, "abc");
    await ask({ path: "/big" });
    await ask({ path: "/hints" });
    await ask({ path: "/trailers" });
    await ask({ path: "/slow", timeout: 1000 });
    await ask({ path: "/reset" });
    await ask({ path: "/h", method: "HEAD" });
    await ask({ path: "/noagent", agent: false });
    await ask({ path: "/auth", auth: "u:p", headers: { "X-Y": ["1", "2"] } });
    await Promise.all([ask({ path: "/p1" }), ask({ path: "/p2" })]);
    const ac = new AbortController();
    setTimeout(() => ac.abort(), 10);
    await ask({ path: "/slow", signal: ac.signal });
    await new Promise<void>((resolve) => {
      const req = http.request({ port, path: "/up", headers: { Connection: "Upgrade", Upgrade: "foo" } });
      req.on("upgrade", (res: any, socket: any, head: any) => {
        log("upgrade", res.statusCode, head.toString());
        let all = "";
        socket.on("data", (d: any) => { all += d; });
        socket.on("close", () => { log("closed", all); resolve(); });
        socket.write("ping");
      });
      req.end();
    });
    await new Promise<void>((resolve) => http.get({ port: 1 }).on("error", (e: any) => { log(e.code); resolve(); }));
    const req = http.get("http://localhost:" + port + "/t", { timeout: 5 } as any);
    req.on("response", (r: any) => { r.resume(); r.on("end", () => { log("got it"); server.close(() => log("server closed")); agent.destroy(); }); });
    for (const bad of [{ path: "/ä b" }, { protocol: "ftp:" }, { method: "A B" }, { agent: 5 }, { headers: { "a b": 1 } }, { headers: { a: "\n" } }] as any[]) {
      try { http.request({ port, ...bad }); log("none"); } catch (e: any) { log(e.name, e.code, e.message); }
    }
  })();
});
