// @targets: native
// What a response can be told, and what a server limits: fields, heads, framing, errors, timeouts, expectations, tunnels.
import * as http from "node:http";
import * as net from "node:net";
const log = (...a: any[]): void => console.log(...a);
const attempt = (name: string, f: () => any): void => { try { const r = f(); log(name, r === undefined ? "" : typeof r === "object" && r !== null && !Array.isArray(r) && r.constructor !== Object && Object.getPrototypeOf(r) !== null ? r.constructor.name : JSON.stringify(r)); } catch (e: any) { log(name, e.name, e.code, e.message); } };
log(http.METHODS.join(), Object.keys(http.STATUS_CODES).length, http.maxHeaderSize, http.STATUS_CODES[418]);
attempt("name", () => http.validateHeaderName("a b"));
attempt("name2", () => http.validateHeaderName(""));
attempt("value", () => http.validateHeaderValue("x", undefined));
attempt("value2", () => http.validateHeaderValue("x", "a\u0100"));
attempt("opt", () => http.createServer({ requestTimeout: -1 } as any));
attempt("opt2", () => http.createServer({ headersTimeout: 10, requestTimeout: 5 } as any));
attempt("opt3", () => http.createServer({ maxHeaderSize: "x" } as any));
attempt("opt4", () => http.createServer(5 as any));
attempt("opt5", () => http.createServer({ insecureHTTPParser: 1 } as any));
const s0 = http.createServer();
log(s0.timeout, s0.keepAliveTimeout, s0.headersTimeout, s0.requestTimeout, s0.maxHeadersCount, s0.maxRequestsPerSocket, s0.listening, s0.keepAliveTimeoutBuffer);
const handlers: Record<string, (req: any, res: any) => void> = {
  "/api": (req, res) => {
    attempt("set", () => res.setHeader("X-A", 1));
    attempt("get", () => res.getHeader("x-a"));
    attempt("append", () => res.appendHeader("X-A", "2"));
    attempt("append2", () => res.appendHeader("X-B", ["3", "4"]));
    attempt("get2", () => [res.getHeader("X-A"), res.getHeader("none"), res.hasHeader("x-B"), res.getHeaderNames(), res.getRawHeaderNames(), res.getHeaders()]);
    attempt("setbad", () => res.setHeader("a b", 1));
    attempt("setbad2", () => res.setHeader("a", "\n"));
    attempt("setbad3", () => res.setHeader("a", undefined));
    attempt("setbad4", () => res.setHeader(5 as any, "x"));
    attempt("getbad", () => res.getHeader(5 as any));
    attempt("remove", () => res.removeHeader("X-B"));
    attempt("setHeaders", () => res.setHeaders(new Map([["m1", "v1"], ["m2", "v2"]])));
    attempt("setHeadersBad", () => res.setHeaders({ a: 1 } as any));
    attempt("whbad", () => res.writeHead(99));
    attempt("whbad2", () => res.writeHead("abc" as any));
    attempt("whbad3", () => res.writeHead(200, "a\nb"));
    res.statusMessage = undefined as any;
    log(res.headersSent, res.writableEnded, res.writableFinished, res.finished, res.statusCode, res.statusMessage, res.sendDate, res.shouldKeepAlive, res.chunkedEncoding);
    attempt("wh", () => res.writeHead(202, { "X-C": "5", "x-a": "6" }));
    attempt("wh again", () => res.writeHead(200));
    attempt("set after", () => res.setHeader("q", 1));
    attempt("remove after", () => res.removeHeader("q"));
    attempt("append after", () => res.appendHeader("q", 1));
    log(res.headersSent, res.statusCode, res.statusMessage);
    attempt("write null", () => res.write(null as any));
    attempt("write num", () => res.write(5 as any));
    attempt("write", () => res.write("abc"));
    attempt("end num", () => res.end(5 as any));
    attempt("end", () => res.end("def", () => log("end callback")));
    res.on("error", (e: any) => log("res error", e.code, e.message));
    attempt("write after end", () => res.write("x", (e: any) => log("cb", e && e.code)));
    attempt("end after end", () => res.end("x"));
    attempt("end after end2", () => res.end((e: any) => log("cb2", e && e.code)));
    log(res.writableEnded, res.finished);
  },
  "/array": (req, res) => { res.writeHead(200, ["A", "1", "A", "2", "B", "3"]); res.end(); },
  "/pairs": (req, res) => { res.writeHead(200, [["A", "1"], ["C", "2"]]); res.end("x"); },
  "/merged": (req, res) => { res.setHeader("A", "0"); res.writeHead(200, ["A", "1", "C", "2", "A", "3"]); res.end("x"); },
  "/noconn": (req, res) => { res.removeHeader("Connection"); res.removeHeader("Date"); res.end("nc"); },
  "/nolen": (req, res) => { res.removeHeader("Content-Length"); res.end("nl"); },
  "/note": (req, res) => { res.removeHeader("Transfer-Encoding"); res.write("nt"); res.end(); },
  "/304": (req, res) => { res.statusCode = 304; res.end("ignored"); },
  "/connclose": (req, res) => { res.setHeader("Connection", "close"); res.end("cc"); },
  "/clen": (req, res) => { res.setHeader("Content-Length", 4); res.write("ab"); res.end("cd"); },
  "/strict": (req, res) => { res.strictContentLength = true; res.setHeader("Content-Length", 4); attempt("strict", () => res.end("abcdef")); res.destroy(); },
  "/trail": (req, res) => { attempt("trailer", () => { res.setHeader("Trailer", "x"); res.setHeader("Content-Length", 2); res.writeHead(200); }); res.destroy(); },
  "/flush": (req, res) => { res.flushHeaders(); setTimeout(() => res.end("later"), 5); },
  "/enc": (req, res) => { res.setHeader("X-É", "é"); },
  "/latin": (req, res) => { res.write("é", "latin1"); res.write("c3a9", "hex"); res.end("\u20ac"); },
  "/cork": (req, res) => { res.cork(); res.write("a"); res.write("b"); res.uncork(); res.end("c"); },
  "/big": (req, res) => { const ok = res.write(Buffer.alloc(1 << 20, 97)); log("big write", ok, res.writableNeedDrain); res.once("drain", () => { log("drain"); res.end(); }); },
};
const server = http.createServer({ keepAliveTimeout: 200 } as any, (req: any, res: any) => {
  const h = handlers[req.url];
  if (h) { try { h(req, res); } catch (e: any) { log("thrown", e.code, e.message); res.statusCode = 500; res.end(); } }
  else res.end("default " + req.url);
});
server.listen(0, "127.0.0.1", async () => {
  const port = server.address().port;
  const send = (text: string, last: RegExp): Promise<void> => new Promise((resolve) => {
    let all = "";
    const c: any = net.connect(port, "127.0.0.1", () => c.write(text, "latin1"));
    c.on("data", (d: any) => { all += d.toString("latin1"); if (last.test(all)) setTimeout(() => c.end(), 5); });
    c.on("error", (e: any) => log(e.code));
    c.on("close", () => { log(JSON.stringify(all.length > 2000 ? all.slice(0, 150).replace(/Date: [^\r]*/g, "Date: D") + all.length : all.replace(/Date: [^\r]*/g, "Date: D"))); log("----"); resolve(); });
  });
  for (const path of Object.keys(handlers)) {
    log(path);
    await send(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`, path === "/304" ? /\r\n\r\n$/ : path === "/big" ? /0\r\n\r\n$/ : path === "/flush" ? /later/ : path === "/note" ? /never/ : /\r\n\r\n[^]*\w$|0\r\n\r\n$/);
  }
  log("limits");
  server.maxRequestsPerSocket = 2;
  await send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\nGET /2 HTTP/1.1\r\nHost: a\r\n\r\nGET /3 HTTP/1.1\r\nHost: a\r\n\r\n", /never/);
  server.maxRequestsPerSocket = 0;
  log("keep-alive timeout");
  server.keepAliveTimeout = 20; (server as any).keepAliveTimeoutBuffer = 10;
  const started = Date.now();
  await send("GET /1 HTTP/1.1\r\nHost: a\r\n\r\n", /never/);
  const took = Date.now() - started;
  log(took >= 25 && took < 2000);
  server.on("timeout", (s: any) => { log("timeout"); s.destroy(); });
  server.setTimeout(30);
  await send("GET /1 HTTP/1.1\r\nHost: a", /never/);
  server.setTimeout(0);
  server.removeAllListeners("timeout");
  server.on("checkContinue", (req: any, res: any) => { log("checkContinue"); res.writeContinue(); res.end("cc"); });
  await send("POST /1 HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 0\r\n\r\n", /cc$/);
  server.on("checkExpectation", (req: any, res: any) => { log("checkExpectation"); res.end("ce"); });
  await send("POST /1 HTTP/1.1\r\nHost: a\r\nExpect: foo\r\nContent-Length: 0\r\n\r\n", /ce$/);
  server.on("connect", (req: any, socket: any, head: any) => { log("connect", req.method, req.url, head.toString()); socket.end("bye"); });
  await send("CONNECT a:80 HTTP/1.1\r\nHost: a\r\n\r\nrest", /never/);
  server.close(() => log("closed"));
});
