/// `http.Agent` (https://nodejs.org/api/http.html#class-httpagent): the sockets of requests, and those that wait for one.
// @optimize size
import { asyncBind } from "polyglot:runtime";
import { validateNumber, validateOneOf } from "../prelude/validators.ts";
import { EventEmitter } from "./event-emitter.ts";
import { connect } from "./net.ts";

/// The constructor.
export function Agent(this: any, options?: any): any {
  if (!(this instanceof (Agent as any))) return new (Agent as any)(options);
  (EventEmitter as any).call(this);
  this.defaultPort = 80;
  this.protocol = "http:";
  this.options = { __proto__: null, ...options };
  if (this.options.noDelay === undefined) this.options.noDelay = true;
  this.options.path = null;
  // What waits for a socket, what has one, and sockets that wait; by the name of their host.
  this.requests = { __proto__: null };
  this.sockets = { __proto__: null };
  this.freeSockets = { __proto__: null };
  this.keepAliveMsecs = this.options.keepAliveMsecs || 1000;
  this.keepAlive = this.options.keepAlive || false;
  this.maxSockets = this.options.maxSockets || Infinity;
  this.maxFreeSockets = this.options.maxFreeSockets || 256;
  this.scheduling = this.options.scheduling || "lifo";
  this.maxTotalSockets = this.options.maxTotalSockets;
  this.totalSocketCount = 0;
  this.agentKeepAliveTimeoutBuffer = typeof this.options.agentKeepAliveTimeoutBuffer === "number" &&
    this.options.agentKeepAliveTimeoutBuffer >= 0 ? this.options.agentKeepAliveTimeoutBuffer : 1000;
  validateOneOf(this.scheduling, "scheduling", ["fifo", "lifo"]);
  if (this.maxTotalSockets !== undefined) validateNumber(this.maxTotalSockets, "maxTotalSockets", 1);
  else this.maxTotalSockets = Infinity;
  this.on("free", onFree);
}
Object.setPrototypeOf(Agent.prototype, (EventEmitter as any).prototype);
Object.setPrototypeOf(Agent, EventEmitter as any);

/// A socket has done its work: the next request gets it, or it waits for one.
function onFree(this: any, socket: any, options: any): void {
  const name: string = this.getName(options);
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const waiting: any = this.requests[name];
  if (waiting && waiting.length > 0) {
    const request: any = waiting.shift();
    (request._giveSocket || giveSocket)(this, request, socket);
    if (waiting.length === 0) delete this.requests[name];
    return;
  }
  const last: any = socket._httpMessage;
  if (!last || !last.shouldKeepAlive || !this.keepAlive) {
    socket.destroy();
    return;
  }
  const free: any[] = this.freeSockets[name] || [];
  const count = free.length + (this.sockets[name] ? this.sockets[name].length : 0);
  if (this.totalSocketCount > this.maxTotalSockets || count > this.maxSockets || free.length >= this.maxFreeSockets ||
      !this.keepSocketAlive(socket)) {
    socket.destroy();
    return;
  }
  this.freeSockets[name] = free;
  socket._httpMessage = null;
  this.removeSocket(socket, options);
  socket.once("error", onFreeError);
  free.push(socket);
}

function onFreeError(this: any): void {
  this.destroy();
  this.emit("agentRemove");
}

function giveSocket(agent: any, request: any, socket: any): void {
  request.onSocket(socket);
  const timeout: any = agent.options.timeout || 0;
  if (request.timeout === undefined || request.timeout === timeout) return;
  socket.setTimeout(request.timeout);
}

/// Follows what becomes of a socket.
function watch(agent: any, socket: any, options: any): void {
  const tellFree = (): void => {
    agent.emit("free", socket, options);
  };
  const onClose = (): void => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
  };
  const onTimeout = (): void => {
    // Only those that wait: requests have timeouts of their own.
    for (const name of Object.keys(agent.freeSockets)) {
      if (agent.freeSockets[name].includes(socket)) {
        socket.destroy();
        return;
      }
    }
  };
  const onRemove = (): void => {
    agent.totalSocketCount--;
    agent.removeSocket(socket, options);
    socket.removeListener("close", onClose);
    socket.removeListener("free", tellFree);
    socket.removeListener("timeout", onTimeout);
    socket.removeListener("agentRemove", onRemove);
  };
  socket.on("free", tellFree);
  socket.on("close", onClose);
  socket.on("timeout", onTimeout);
  socket.on("agentRemove", onRemove);
}

const methods: any = {
  createConnection(this: any, ...values: any[]): any {
    return connect(...values);
  },
  getName(this: any, options: any = {}): string {
    let name = (options.host || "localhost") + ":";
    if (options.port) name += options.port;
    name += ":";
    if (options.localAddress) name += options.localAddress;
    if (options.family === 4 || options.family === 6) name += ":" + options.family;
    if (options.socketPath) name += ":" + options.socketPath;
    return name;
  },
  addRequest(this: any, request: any, given: any, port?: any, localAddress?: any): void {
    const plain: any = typeof given === "string" ? { host: given, port, localAddress } : given;
    const options: any = { __proto__: null, ...plain, ...this.options };
    if (options.socketPath) options.path = options.socketPath;
    const name: string = this.getName(options);
    this.sockets[name] ??= [];
    const free: any = this.freeSockets[name];
    let socket: any;
    if (free) {
      while (free.length > 0 && free[0].destroyed) free.shift();
      socket = this.scheduling === "fifo" ? free.shift() : free.pop();
      if (free.length === 0) delete this.freeSockets[name];
    }
    const count = (free ? free.length : 0) + this.sockets[name].length;
    if (socket) {
      this.reuseSocket(socket, request);
      giveSocket(this, request, socket);
      this.sockets[name].push(socket);
    } else if (count < this.maxSockets && this.totalSocketCount < this.maxTotalSockets) {
      this.createSocket(request, options, (error: any, made: any) => {
        if (error) request.onSocket(made, error);
        else giveSocket(this, request, made);
      });
    } else {
      (this.requests[name] ??= []).push(request);
      request._agentOptions = options;
      request._giveSocket = asyncBind(giveSocket);
    }
  },
  createSocket(this: any, _request: any, given: any, callback: any): void {
    const options: any = { __proto__: null, ...given, ...this.options };
    if (options.socketPath) options.path = options.socketPath;
    const name: string = this.getName(options);
    options._agentKey = name;
    options.encoding = null;
    let isDone = false;
    const done = (error: any, socket?: any): void => {
      if (isDone) return;
      isDone = true;
      if (error) {
        callback(error);
        return;
      }
      (this.sockets[name] ??= []).push(socket);
      this.totalSocketCount++;
      watch(this, socket, options);
      callback(null, socket);
    };
    if (this.keepAlive) {
      options.keepAlive = this.keepAlive;
      options.keepAliveInitialDelay = this.keepAliveMsecs;
    }
    const socket: any = this.createConnection(options, done);
    if (socket) done(null, socket);
  },
  removeSocket(this: any, socket: any, given: any): void {
    let options: any = given;
    const name: string = this.getName(options);
    const tables: any[] = socket.writable ? [this.sockets] : [this.sockets, this.freeSockets];
    for (const table of tables) {
      const list: any = table[name];
      const at: number = list ? list.indexOf(socket) : -1;
      if (at < 0) continue;
      list.splice(at, 1);
      if (list.length === 0) delete table[name];
    }
    let request: any;
    if (this.requests[name] && this.requests[name].length > 0) {
      request = this.requests[name][0];
    } else {
      for (const other of Object.keys(this.requests)) {
        if (this.sockets[other] && this.sockets[other].length > 0) break;
        request = this.requests[other][0];
        options = request._agentOptions;
        break;
      }
    }
    if (!request || !options) return;
    request._agentOptions = undefined;
    this.createSocket(request, options, (error: any, made: any) => {
      if (error) request.onSocket(null, error);
      else made.emit("free");
    });
  },
  keepSocketAlive(this: any, socket: any): boolean {
    socket.setKeepAlive(true, this.keepAliveMsecs);
    socket.unref();
    let timeout: number = this.options.timeout || 0;
    const hint: any = socket._httpMessage?.res?.headers["keep-alive"];
    const seconds: any = hint ? /^timeout=(\d+)/.exec(hint)?.[1] : undefined;
    if (seconds) {
      // The server must not end it just when it is used again.
      const announced = Math.max(0, +seconds * 1000 - this.agentKeepAliveTimeoutBuffer);
      if (announced === 0) return false;
      if (announced < timeout || timeout === 0) timeout = announced;
    }
    if (socket.timeout !== timeout) socket.setTimeout(timeout);
    return true;
  },
  reuseSocket(this: any, socket: any, request: any): void {
    socket.removeListener("error", onFreeError);
    request.reusedSocket = true;
    socket.ref();
  },
  destroy(this: any): void {
    for (const table of [this.freeSockets, this.sockets] as any[]) {
      for (const name of Object.keys(table)) {
        for (const socket of [...table[name]]) socket.destroy();
      }
    }
  },
};
for (const name of Object.keys(methods)) (Agent.prototype as any)[name] = methods[name];
(Agent as any).defaultMaxSockets = Infinity;

let globalAgent: any;

/// `http.globalAgent`
export function getGlobalAgent(): any {
  return globalAgent ??= new (Agent as any)({ keepAlive: true, scheduling: "lifo", timeout: 5000 });
}

export function setGlobalAgent(agent: any): void {
  globalAgent = agent;
}
