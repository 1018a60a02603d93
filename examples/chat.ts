// A chat server for people with `nc` or telnet: rooms, nicknames, private messages, and manners towards slow, silent and
// rude clients.
//
//     chat [--host HOST] [--port PORT]
//
// One line is one message. Lines that begin with a slash are commands; /help lists them.

import { createServer, type Server, type Socket } from "node:net";

/** What a server allows. */
export interface Limits {
  /** Bytes of a line. */
  line: number;
  /** Bytes that a client may leave unread before it is disconnected. */
  unread: number;
  /** Lines in each `window` milliseconds; more are refused. */
  lines: number;
  window: number;
  /** Milliseconds without a line, after which a client is disconnected. */
  silence: number;
  clients: number;
}

export const DEFAULT_LIMITS: Limits = {
  line: 1024, unread: 256 * 1024, lines: 20, window: 5000, silence: 10 * 60 * 1000, clients: 1000,
};

const LOBBY = "lobby";
const NAME = /^[\p{L}\p{N}_-]{1,20}$/u;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** Cuts a stream of bytes into lines, however it arrives. */
class LineReader {
  private readonly pending: Buffer[] = [];
  private size = 0;
  private isSkipping = false;

  constructor(private readonly limit: number) {}

  /** The lines that end in a chunk; null stands for a line that was too long. */
  push(chunk: Buffer): (string | null)[] {
    const lines: (string | null)[] = [];
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      this.keep(chunk.subarray(start, end));
      lines.push(this.take());
      start = end + 1;
    }
    this.keep(chunk.subarray(start));
    return lines;
  }

  private keep(part: Buffer): void {
    if (this.isSkipping || part.length === 0) return;
    this.size += part.length;
    if (this.size > this.limit) {
      this.isSkipping = true;
      this.pending.length = 0;
    } else {
      this.pending.push(part);
    }
  }

  private take(): string | null {
    const isTooLong = this.isSkipping;
    let line = this.pending.length === 1 ? this.pending[0]! : Buffer.concat(this.pending);
    this.pending.length = 0;
    this.size = 0;
    this.isSkipping = false;
    if (line.length > 0 && line[line.length - 1] === CARRIAGE_RETURN) line = line.subarray(0, -1);
    return isTooLong ? null : line.toString();
  }
}

/** Text without what could change a terminal. */
function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, "").trim();
}

/** Somebody who is connected. */
class Client {
  room = "";
  private readonly reader: LineReader;
  private windowStart = 0;
  private linesInWindow = 0;

  constructor(private readonly chat: ChatServer, readonly socket: Socket, public name: string) {
    this.reader = new LineReader(chat.limits.line);
    socket.setNoDelay(true);
    socket.setTimeout(chat.limits.silence, () => this.dismiss("You have been silent for too long."));
    socket.on("data", (chunk: Buffer) => this.receive(chunk));
    // A connection that breaks ends like any other, with `close`.
    socket.on("error", () => undefined);
    socket.on("close", () => chat.remove(this));
  }

  /** Sends a line, or gives a client up that reads none. */
  send(line: string): void {
    if (this.socket.destroyed || this.socket.writableEnded) return;
    this.socket.write(line + "\n");
    if (this.socket.writableLength > this.chat.limits.unread) this.socket.destroy();
  }

  /** Says why, and disconnects. */
  dismiss(reason: string): void {
    this.send("* " + reason);
    this.socket.end();
  }

  private receive(chunk: Buffer): void {
    for (const line of this.reader.push(chunk)) {
      if (this.socket.writableEnded) return;
      if (line === null) {
        this.send(`* That line was longer than ${this.chat.limits.line} bytes.`);
      } else if (this.isTooFast()) {
        this.send("* Not so fast: that line was not sent.");
      } else if (printable(line) !== "") {
        this.chat.handle(this, printable(line));
      }
    }
  }

  private isTooFast(): boolean {
    const now = Date.now();
    if (now - this.windowStart >= this.chat.limits.window) {
      this.windowStart = now;
      this.linesInWindow = 0;
    }
    return ++this.linesInWindow > this.chat.limits.lines;
  }
}

/** What a command does with the text behind it. */
interface Command {
  usage: string;
  help: string;
  run(client: Client, argument: string): void;
}

export class ChatServer {
  readonly server: Server;
  readonly limits: Limits;
  /** Everybody, by name in lower case. */
  private readonly clients = new Map<string, Client>();
  private readonly rooms = new Map<string, Set<Client>>();
  private readonly commands: Map<string, Command>;
  private arrivals = 0;

  constructor(limits: Partial<Limits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
    this.server = createServer((socket: Socket) => this.add(socket));
    this.server.maxConnections = this.limits.clients;
    this.commands = new Map<string, Command>([
      ["help", { usage: "", help: "shows this list", run: (client) => this.help(client) }],
      ["nick", { usage: "NAME", help: "changes your name", run: (client, name) => this.rename(client, name) }],
      ["join", { usage: "ROOM", help: "goes to another room", run: (client, room) => this.join(client, room) }],
      ["who", { usage: "", help: "tells who is in this room", run: (client) => this.who(client) }],
      ["rooms", { usage: "", help: "tells which rooms there are", run: (client) => this.listRooms(client) }],
      ["me", { usage: "ACTION", help: "tells what you do", run: (client, text) => this.act(client, text) }],
      ["msg", { usage: "NAME TEXT", help: "tells somebody alone", run: (client, text) => this.whisper(client, text) }],
      ["quit", { usage: "", help: "leaves", run: (client) => client.dismiss("Bye.") }],
    ]);
  }

  /** Waits for clients; the port it got. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once("error", reject);
      this.server.listen(port, host, () => {
        this.server.off("error", reject);
        const address = this.server.address();
        resolve(typeof address === "object" && address !== null ? address.port : port);
      });
    });
  }

  /** Says good-bye to everybody; done when all are gone. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const client of this.clients.values()) client.dismiss("The server is closing.");
    });
  }

  handle(client: Client, line: string): void {
    if (!line.startsWith("/")) {
      this.tell(client.room, `<${client.name}> ${line}`);
      return;
    }
    const space = line.indexOf(" ");
    const name = (space < 0 ? line.slice(1) : line.slice(1, space)).toLowerCase();
    const argument = space < 0 ? "" : line.slice(space + 1).trim();
    const command = this.commands.get(name);
    if (command === undefined) client.send(`* There is no command /${name}; try /help.`);
    else if (command.usage !== "" && argument === "") client.send(`* Usage: /${name} ${command.usage}`);
    else command.run(client, argument);
  }

  remove(client: Client): void {
    if (!this.clients.delete(client.name.toLowerCase())) return;
    this.leave(client);
  }

  private add(socket: Socket): void {
    let name: string;
    do name = `guest${++this.arrivals}`;
    while (this.clients.has(name));
    const client = new Client(this, socket, name);
    this.clients.set(name, client);
    client.send(`* Welcome, ${name}. /help lists what you can do.`);
    this.enter(client, LOBBY);
  }

  private enter(client: Client, room: string): void {
    let members = this.rooms.get(room);
    if (members === undefined) this.rooms.set(room, (members = new Set()));
    members.add(client);
    client.room = room;
    this.tell(room, `* ${client.name} has joined ${room}.`);
  }

  private leave(client: Client): void {
    const members = this.rooms.get(client.room);
    if (members === undefined || !members.delete(client)) return;
    if (members.size === 0) this.rooms.delete(client.room);
    else this.tell(client.room, `* ${client.name} has left ${client.room}.`);
  }

  /** Sends a line to everybody in a room. */
  private tell(room: string, line: string): void {
    for (const member of this.rooms.get(room) ?? []) member.send(line);
  }

  private help(client: Client): void {
    for (const [name, { usage, help }] of this.commands) client.send(`* ${`/${name} ${usage}`.trim().padEnd(16)} ${help}`);
  }

  private rename(client: Client, name: string): void {
    const before = client.name;
    if (!NAME.test(name)) return client.send("* A name has up to 20 letters, digits, _ and -.");
    const owner = this.clients.get(name.toLowerCase());
    if (owner !== undefined && owner !== client) return client.send(`* ${owner.name} is somebody else.`);
    this.clients.delete(before.toLowerCase());
    client.name = name;
    this.clients.set(name.toLowerCase(), client);
    this.tell(client.room, `* ${before} is ${name} now.`);
  }

  private join(client: Client, room: string): void {
    if (!NAME.test(room)) return client.send("* A room's name has up to 20 letters, digits, _ and -.");
    if (room === client.room) return client.send(`* You are in ${room}.`);
    this.leave(client);
    this.enter(client, room);
  }

  private who(client: Client): void {
    const names = [...this.rooms.get(client.room)!].map((member) => member.name).sort();
    client.send(`* In ${client.room}: ${names.join(", ")}`);
  }

  private listRooms(client: Client): void {
    const rooms = [...this.rooms].map(([name, members]) => `${name} (${members.size})`).sort();
    client.send(`* Rooms: ${rooms.join(", ")}`);
  }

  private act(client: Client, text: string): void {
    this.tell(client.room, `* ${client.name} ${text}`);
  }

  private whisper(client: Client, argument: string): void {
    const space = argument.indexOf(" ");
    if (space < 0) return client.send("* Usage: /msg NAME TEXT");
    const name = argument.slice(0, space);
    const text = argument.slice(space + 1).trim();
    const other = this.clients.get(name.toLowerCase());
    if (other === undefined) return client.send(`* Nobody is called ${name}.`);
    other.send(`[${client.name}] ${text}`);
    if (other !== client) client.send(`[to ${other.name}] ${text}`);
  }
}

function usage(): never {
  console.error("usage: chat [--host HOST] [--port PORT]");
  process.exit(2);
}

async function main(): Promise<void> {
  let host = "127.0.0.1";
  let port = 6000;
  for (let i = 2; i < process.argv.length; i += 2) {
    const value = process.argv[i + 1];
    if (value === undefined) usage();
    if (process.argv[i] === "--host") host = value;
    else if (process.argv[i] === "--port" && /^\d{1,5}$/.test(value)) port = Number(value);
    else usage();
  }
  const chat = new ChatServer();
  try {
    console.log(`listening on ${host}:${await chat.listen(port, host)}`);
  } catch (error) {
    console.error(`chat: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void chat.close());
}

if (import.meta.main) await main();
