// @targets: native
// A server and raw requests: the order of events, fields, framing, pipelining, expectations and what is refused.
import * as http from "node:http";
import * as net from "node:net";
const log = (...a: any[]): void => console.log(...a);
const server = http.createServer((req: any, res: any) => {
  log("request", req.method, req.url, req.httpVersion, JSON.stringify(req.headers), JSON.stringify(req.rawHeaders));
  req.on("end", () => log("req end"));
  req.on("close", () => log("req close", req.complete, req.destroyed));
  res.on("finish", () => log("res finish", res.writableFinished));
  res.on("close", () => log("res close"));
  if (req.url === "/post") {
    const parts: any[] = [];
    req.on("data", (c: any) => parts.push(c));
    req.on("end", () => { res.setHeader("X-A", ["1", "2"]); res.end(Buffer.concat(parts)); log("trailers", JSON.stringify(req.trailers)); });
  } else if (req.url === "/chunks") {
    res.write("one"); res.write("two"); setTimeout(() => { res.write("three"); res.end("four"); }, 10);
  } else if (req.url === "/204") { res.writeHead(204); res.end(); }
  else if (req.url === "/head") { res.setHeader("Content-Length", 5); res.end("hello"); }
  else if (req.url === "/wh") { res.writeHead(201, "Made", { "X-Y": "z", Connection: "close" }); res.end("body"); log(res.headersSent, JSON.stringify(res._header).replace(/Date: [^\\]*/, "Date")); }
  else { res.statusCode = 404; res.end(); }
});
server.on("connection", () => log("connection"));
server.on("clientError", (e: any, s: any) => { log("clientError", e.code, e.message, e.bytesParsed); s.end("HTTP/1.1 400 Bad Request\r\n\r\n"); });
server.listen(0, "127.0.0.1", async () => {
  const port = server.address().port;
  // Ends the connection when the last answer is there.
  const send = (text: string, last: RegExp): Promise<void> => new Promise((resolve) => {
    let all = "";
    const c: any = net.connect(port, "127.0.0.1", () => c.write(text, "latin1"));
    c.on("data", (d: any) => {
      all += d.toString("latin1");
      if (last.test(all)) setTimeout(() => c.end(), 5);
    });
    c.on("close", () => { log(JSON.stringify(all.replace(/Date: [^\r]*/g, "Date: D"))); log("----"); resolve(); });
  });
  await send("GET / HTTP/1.1\r\nHost: a\r\nX-B: 1\r\nx-b: 2\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nCookie: x\r\nCookie: y\r\n\r\n", /\r\n\r\n$/);
  await send("POST /post HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhelloGET /head HTTP/1.1\r\nHost: a\r\n\r\n", /hello[^]*hello$/);
  await send("POST /post HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\nabc\r\n0\r\nT: u\r\n\r\n", /helloabc$/);
  await send("GET /chunks HTTP/1.1\r\nHost: a\r\n\r\n", /0\r\n\r\n$/);
  await send("GET /204 HTTP/1.1\r\nHost: a\r\n\r\nHEAD /head HTTP/1.1\r\nHost: a\r\n\r\n", /204[^]*200[^]*\r\n\r\n$/);
  await send("GET /wh HTTP/1.1\r\nHost: a\r\n\r\n", /never/);
  await send("GET /chunks HTTP/1.0\r\n\r\n", /never/);
  await send("GET /x HTTP/1.1\r\n\r\n", /never/);
  await send("BAD /x HTTP/1.1\r\n\r\n", /never/);
  await send("GET /post HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nab", /ab$/);
  await send("GET /x HTTP/1.1\r\nHost: a\r\nExpect: other\r\n\r\n", /0\r\n\r\n$/);
  await send("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", /never/);
  server.close(() => log("closed"));
});
