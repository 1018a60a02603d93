// A JSON service over HTTP that keeps notes, and serves the files of a folder beside them.
//
//     httpserver [--host HOST] [--port PORT] [--root FOLDER]
//
//     GET    /api/notes[?tag=TAG]   all notes, or those with a tag
//     POST   /api/notes             a new one: {"title": "…", "text": "…", "tags": ["…"]}
//     GET    /api/notes/ID
//     PUT    /api/notes/ID
//     DELETE /api/notes/ID
//     GET    /…                     a file of the folder
//
// SIGTERM and SIGINT let the requests end that are under way.

import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import * as path from "node:path";

/** What a client sends, before it is checked. */
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Note {
  readonly id: number;
  title: string;
  text: string;
  tags: string[];
}

/** An answer that is no success. */
class Failure extends Error {
  constructor(readonly status: number, message: string) {
    super(message);
  }
}

const BODY_MAX = 64 * 1024;
const TITLE_MAX = 200;

const TYPES = new Map([
  [".css", "text/css; charset=utf-8"], [".html", "text/html; charset=utf-8"], [".ico", "image/x-icon"],
  [".js", "text/javascript; charset=utf-8"], [".json", "application/json"], [".png", "image/png"],
  [".svg", "image/svg+xml"], [".txt", "text/plain; charset=utf-8"], [".wasm", "application/wasm"],
]);

/** The notes by number. */
class Notebook {
  private readonly notes = new Map<number, Note>();
  private last = 0;

  list(tag: string | null): Note[] {
    const all = [...this.notes.values()];
    return tag === null ? all : all.filter((note) => note.tags.includes(tag));
  }

  get(id: number): Note {
    const note = this.notes.get(id);
    if (note === undefined) throw new Failure(404, `there is no note ${id}`);
    return note;
  }

  add(json: Json): Note {
    const note = { id: this.last + 1, ...checkNote(json) };
    this.last = note.id;
    this.notes.set(note.id, note);
    return note;
  }

  change(id: number, json: Json): Note {
    return Object.assign(this.get(id), checkNote(json));
  }

  remove(id: number): void {
    this.get(id);
    this.notes.delete(id);
  }
}

/** The fields of a note, or what is wrong with them. */
function checkNote(json: Json): Omit<Note, "id"> {
  if (json === null || typeof json !== "object" || Array.isArray(json)) throw new Failure(422, "a note is an object");
  const { title, text = "", tags = [], ...others } = json;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Failure(422, `a note has no "${unknown}"`);
  if (typeof title !== "string" || title.trim() === "" || title.length > TITLE_MAX) {
    throw new Failure(422, `"title" is text of 1 to ${TITLE_MAX} characters`);
  }
  if (typeof text !== "string") throw new Failure(422, '"text" is text');
  if (!Array.isArray(tags) || !tags.every((tag) => typeof tag === "string")) throw new Failure(422, '"tags" is a list of texts');
  return { title: title.trim(), text, tags: tags as string[] };
}

/** The body of a request as JSON. */
async function readJson(request: IncomingMessage): Promise<Json> {
  if (!(request.headers["content-type"] ?? "").startsWith("application/json")) throw new Failure(415, "send application/json");
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > BODY_MAX) throw new Failure(413, `at most ${BODY_MAX} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString()) as Json;
  } catch {
    throw new Failure(400, "the body is no JSON");
  }
}

function answer(response: ServerResponse, status: number, value: unknown): void {
  const text = JSON.stringify(value) + "\n";
  response.writeHead(status, { "Content-Type": "application/json", "Content-Length": Buffer.byteLength(text) });
  response.end(text);
}

export class Service {
  private readonly notes = new Notebook();
  readonly server: Server;

  /** Serves files of `root`, or none. */
  constructor(private readonly root: string | null) {
    this.server = createServer((request: IncomingMessage, response: ServerResponse) => {
      this.route(request, response).catch((error: unknown) => this.fail(request, response, error));
    });
  }

  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, host, () => resolve((this.server.address() as { port: number }).port));
    });
  }

  /** Ends when the requests under way are answered, or are not in time. */
  stop(patience = 5000): Promise<void> {
    const timer = setTimeout(() => this.server.closeAllConnections(), patience);
    return new Promise((resolve) => {
      this.server.close(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? "GET";
    const [pathname = "/", query = ""] = (request.url ?? "/").split("?", 2);
    if (pathname === "/api/notes") return this.routeList(method, new URLSearchParams(query), request, response);
    const found = pathname.startsWith("/api/notes/") ? pathname.slice("/api/notes/".length) : "";
    if (found !== "") return this.routeNote(method, found, request, response);
    if (method !== "GET" && method !== "HEAD") throw new Failure(405, `${method} is for notes`);
    await this.sendFile(pathname, method, response);
  }

  private async routeList(
    method: string, query: URLSearchParams, request: IncomingMessage, response: ServerResponse,
  ): Promise<void> {
    switch (method) {
      case "GET":
        answer(response, 200, this.notes.list(query.get("tag")));
        return;
      case "POST": {
        const note = this.notes.add(await readJson(request));
        response.setHeader("Location", `/api/notes/${note.id}`);
        answer(response, 201, note);
        return;
      }
      default:
        response.setHeader("Allow", "GET, POST");
        throw new Failure(405, `${method} is not for the list`);
    }
  }

  private async routeNote(method: string, name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = Number(name);
    if (!Number.isSafeInteger(id) || String(id) !== name) throw new Failure(404, `"${name}" is no number of a note`);
    switch (method) {
      case "GET":
        answer(response, 200, this.notes.get(id));
        return;
      case "PUT":
        answer(response, 200, this.notes.change(id, await readJson(request)));
        return;
      case "DELETE":
        this.notes.remove(id);
        response.writeHead(204).end();
        return;
      default:
        response.setHeader("Allow", "GET, PUT, DELETE");
        throw new Failure(405, `${method} is not for a note`);
    }
  }

  /** Sends a file that really lies in the folder: neither dots nor links lead out of it. */
  private async sendFile(pathname: string, method: string, response: ServerResponse): Promise<void> {
    const missing = new Failure(404, `there is no ${pathname}`);
    let name: string;
    try {
      name = decodeURIComponent(pathname);
    } catch {
      throw new Failure(400, "the path is no text");
    }
    if (this.root === null || name.includes("\0")) throw missing;
    const root = await realpath(this.root);
    const wanted = path.join(root, path.normalize("/" + name), name.endsWith("/") ? "index.html" : "");
    const file = await realpath(wanted).catch(() => Promise.reject(missing));
    if (!file.startsWith(root + path.sep)) throw missing;
    const information = await stat(file);
    if (!information.isFile()) throw missing;
    response.writeHead(200, {
      "Content-Type": TYPES.get(path.extname(file)) ?? "application/octet-stream", "Content-Length": information.size,
      "X-Content-Type-Options": "nosniff",
    });
    if (method === "HEAD") {
      response.end();
      return;
    }
    const stream = createReadStream(file);
    // The head is sent: a file that cannot be read now ends the connection.
    stream.on("error", () => response.destroy());
    response.on("close", () => stream.destroy());
    stream.pipe(response);
  }

  private fail(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const isExpected = error instanceof Failure;
    if (!isExpected) console.error(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    // What is left of the body need not be read.
    if (!request.complete) response.setHeader("Connection", "close");
    answer(response, isExpected ? error.status : 500, { error: isExpected ? error.message : "something went wrong" });
  }
}

/** The value behind an option. */
function option(name: string, otherwise: string): string {
  const index = process.argv.indexOf(name);
  return index < 0 ? otherwise : process.argv[index + 1] ?? otherwise;
}

async function main(): Promise<void> {
  const host = option("--host", "127.0.0.1");
  const root = option("--root", "");
  const service = new Service(root === "" ? null : root);
  const port = await service.listen(Number(option("--port", "8080")), host);
  console.log(`listening on http://${host}:${port}/`);
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"]) {
    process.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      service.stop().then(() => console.log("stopped"));
    });
  }
}

if (import.meta.main) await main();
