// @targets: native
// The example service: notes, what is wrong with requests, files and paths that lead out of their folder, and its end.
import * as fs from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { request } from "node:http";
import { Service } from "../../../examples/httpserver.ts";

const folder = fs.mkdtempSync(path.join(tmpdir(), "notes-"));
const root = path.join(folder, "public");
fs.mkdirSync(root);
fs.writeFileSync(path.join(root, "index.html"), "<h1>Notes</h1>\n");
fs.writeFileSync(path.join(root, "big.bin"), Buffer.alloc(200000, "b"));
fs.writeFileSync(path.join(folder, "secret.txt"), "secret");
fs.symlinkSync("../secret.txt", path.join(root, "link.txt"));

const service = new Service(root);
const port = await service.listen(0, "127.0.0.1");

function ask(method: string, target: string, body?: string, type = "application/json"): Promise<void> {
  return new Promise((resolve) => {
    const headers: Record<string, string> = body === undefined ? {} : { "Content-Type": type };
    const sent = request({ port, host: "127.0.0.1", method, path: target, headers }, (response: any) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        const { location, allow } = response.headers;
        console.log(method, target, response.statusCode, response.headers["content-type"], location ?? "", allow ?? "",
          text.length > 200 ? text.length : text.trimEnd());
        resolve();
      });
    });
    sent.on("error", (error: any) => {
      console.log(method, target, error.code);
      resolve();
    });
    sent.end(body);
  });
}

/** What the server says to bytes that no client sends. */
function say(bytes: string): Promise<void> {
  return new Promise((resolve) => {
    let text = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes, "latin1"));
    socket.on("data", (chunk: Buffer) => (text += chunk));
    socket.on("close", () => {
      console.log(JSON.stringify(bytes.slice(0, 60)), JSON.stringify(text.split("\r\n\r\n")[0]!.split("\r\n")[0]));
      resolve();
    });
  });
}

await ask("GET", "/api/notes");
await ask("POST", "/api/notes", '{"title": " First ", "tags": ["a", "b"]}');
await ask("POST", "/api/notes", '{"title": "Second", "text": "äöü"}');
await ask("GET", "/api/notes?tag=a");
await ask("PUT", "/api/notes/2", '{"title": "Changed"}');
await ask("GET", "/api/notes/2");
await ask("DELETE", "/api/notes/1");
await ask("GET", "/api/notes/1");
await ask("GET", "/api/notes/01");
await ask("PATCH", "/api/notes/2");
await ask("POST", "/api/notes", "{");
await ask("POST", "/api/notes", "[]");
await ask("POST", "/api/notes", '{"title": ""}');
await ask("POST", "/api/notes", '{"title": "x", "colour": 1}');
await ask("POST", "/api/notes", "title=x", "text/plain");
await ask("POST", "/api/notes", JSON.stringify({ title: "x", text: "y".repeat(70000) }));
await ask("GET", "/");
await ask("HEAD", "/index.html");
await ask("GET", "/big.bin");
for (const outside of ["/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/link.txt", "/a/../../secret.txt", "/%00", "/%zz"]) {
  await ask("GET", outside);
}
await say("GET / HTTP/1.1\r\n\r\n");
await say("GET / HTTP/1.1\nHost: a\n\n");
await say("POST /api/notes HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nabc");
await say("GET / HTTP/1.1\r\nHost: a\r\nA: b\r\n c\r\n\r\n");
await say("GET / HTTP/1.1\r\nHost: a\r\nA: " + "x".repeat(20000) + "\r\n\r\n");
await service.stop();
fs.rmSync(folder, { recursive: true });
console.log("stopped");
