/// `net.Server` (https://nodejs.org/api/net.html#class-netserver).
// @optimize size
import {
  netBind, netClose, netListen, netOption, netReference, netSetOwner,
} from "polyglot:runtime";
import { errnoException, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateNumber } from "../prelude/validators.ts";
import { lookup } from "./dns-lookup.ts";
import { captureRejectionSymbol, EventEmitter } from "./event-emitter.ts";
import { addAbortListener } from "./event-waiting.ts";
import { chmod, runNow, unlink } from "./fs-operations.ts";
import { isPath, normalizeArguments, toNumber } from "./net-arguments.ts";
import { alreadyListening, listenError, notRunning, validatePort } from "./net-errors.ts";
import { addressOf, newHandle, openHandle, Option, unsupportedKind } from "./net-handle.ts";
import { keepAliveDelay, Socket, wantsKeepAlive, wantsNoDelay } from "./net-socket.ts";
import { getDefaultHighWaterMark } from "./stream-state.ts";

/// enum rt_prim_bind_flags
const enum BindFlag { ipv6Only = 1, reusePort = 2 }
const addressInUse = -98;
const invalidArgument = -22;
const noEntry = -2;
const noAccess = -13;
const backlogDefault = 511;

/// The error that `bind` gave but `listen` tells.
const delayedError: unique symbol = Symbol("delayedError") as any;

/// The constructor.
export function Server(this: any, given?: any, connectionListener?: any): any {
  if (!(this instanceof (Server as any))) return new (Server as any)(given, connectionListener);
  (EventEmitter as any).call(this);
  let options: any = {};
  if (typeof given === "function") {
    this.on("connection", given);
  } else if (given === undefined || given === null || typeof given === "object") {
    options = { ...given };
    if (typeof connectionListener === "function") this.on("connection", connectionListener);
  } else {
    throw invalidType("options", "of type object", given);
  }
  if (options.keepAliveInitialDelay !== undefined) {
    validateNumber(options.keepAliveInitialDelay, "options.keepAliveInitialDelay");
    if (options.keepAliveInitialDelay < 0) options.keepAliveInitialDelay = 0;
  }
  if (options.highWaterMark !== undefined) {
    validateNumber(options.highWaterMark, "options.highWaterMark");
    if (options.highWaterMark < 0) options.highWaterMark = getDefaultHighWaterMark();
  }
  this._connections = 0;
  this._handle = null;
  this._usingWorkers = false;
  this._workers = [];
  this._unref = false;
  this._listeningId = 1;
  this.allowHalfOpen = options.allowHalfOpen || false;
  this.pauseOnConnect = Boolean(options.pauseOnConnect);
  this.noDelay = Boolean(options.noDelay);
  this.keepAlive = Boolean(options.keepAlive);
  this.keepAliveInitialDelay = Math.trunc(options.keepAliveInitialDelay / 1000) || 0;
  this.highWaterMark = options.highWaterMark ?? getDefaultHighWaterMark();
  if (options.blockList) this.blockList = options.blockList;
}
Object.setPrototypeOf(Server.prototype, EventEmitter.prototype);
Object.setPrototypeOf(Server, EventEmitter as any);

function flagsOf(options: any): number {
  return (options.ipv6Only === true ? BindFlag.ipv6Only : 0) | (options.reusePort === true ? BindFlag.reusePort : 0);
}

/// A handle that is bound to an address with its port, to a path, or to a descriptor; or a negated errno.
export function createServerHandle(address: any, port: any, family: any, fd?: any, flags = 0): any {
  if (typeof fd === "number" && fd >= 0) return unsupportedKind(fd) === undefined ? openHandle(undefined, fd) : invalidArgument;
  const handle: any = newHandle(undefined);
  let place: any = address;
  if (!(port === -1 && family === -1)) {
    place = address || (family === 6 ? "::" : "0.0.0.0");
  }
  const status = netBind(handle, place, port | 0, flags);
  if (status === addressInUse && port !== -1) {
    handle[delayedError] = status;
  } else if (status < 0) {
    netClose(handle);
    // A path whose folder is missing, as libuv tells it.
    return status === noEntry ? noAccess : status;
  }
  return handle;
}

/// Removes the path of a Unix socket, if it still is there.
function removePath(path: string): void {
  if (path.startsWith("\0")) return;
  try {
    runNow(unlink(path));
  } catch {
    // Somebody else removed it.
  }
}

function emitCloseLater(server: any): void {
  process.nextTick(() => server.emit("close"));
}

/// The signal that closes a server.
function closeBy(server: any, signal: any): void {
  if (signal === undefined) return;
  validateAbortSignal(signal, "options.signal");
  const close = (): void => server.close();
  if (signal.aborted) {
    process.nextTick(close);
    return;
  }
  const listening: any = addAbortListener(signal, close);
  server.once("close", () => listening[Symbol.dispose]());
}

function lookupAndListen(server: any, port: number, host: any, backlog: any, flags: number): void {
  lookup(host, (error: any, ip: any, family: any) => {
    if (error) server.emit("error", error);
    else server._listen2(ip, port, ip ? family : 4, backlog, undefined, flags);
  });
}

const prototype: any = Server.prototype;
const methods: any = {
  /// Listens at an address; what fails is an event.
  _listen2(this: any, address: any, port: any, family: any, backlog: any, fd: any, flags?: any): void {
    let place: any = address;
    let placeFamily: any = family;
    let handle: any = this._handle;
    const fail = (error: any): void => process.nextTick(() => this.emit("error", error));
    if (handle === null) {
      handle = undefined;
      if (!address && typeof fd !== "number") {
        // Where there is IPv6, this is both.
        handle = createServerHandle("::", port, 6, fd, flags);
        placeFamily = typeof handle === "number" ? 4 : 6;
        place = placeFamily === 4 ? "0.0.0.0" : "::";
        if (typeof handle === "number") handle = createServerHandle(place, port, 4, fd, flags);
      } else {
        handle = createServerHandle(address, port, family, fd, flags);
      }
      if (typeof handle === "number") return fail(listenError(handle, place, port));
      this._handle = handle;
    }
    netReference(handle, this._unref ? 0 : 1);
    const status: number = handle[delayedError] ?? netListen(handle, backlog || backlogDefault);
    if (status < 0) {
      netClose(handle);
      this._handle = null;
      return fail(listenError(status, place, port));
    }
    netSetOwner(handle, this);
    this._connectionKey = placeFamily + ":" + place + ":" + port;
    process.nextTick(() => {
      if (this._handle !== null) this.emit("listening");
    });
  },
  listen(this: any, ...values: any[]): any {
    const known: any = normalizeArguments(values);
    let options: any = known[0];
    const callback: any = known[1];
    if (this._handle !== null) throw alreadyListening();
    if (callback !== null) this.once("listening", callback);
    const backlogArgument = toNumber(values.length > 1 && values[1]) || toNumber(values.length > 2 && values[2]);
    options = options._handle || options.handle || options;
    const flags = flagsOf(options);
    closeBy(this, options.signal);
    if (typeof options.fd === "number" && options.fd >= 0) {
      this._listen2(null, null, null, backlogArgument, options.fd, flags);
      return this;
    }
    const isAnyPort = values.length === 0 || typeof values[0] === "function" ||
      (options.port === undefined && "port" in options) || options.port === null;
    const port: any = isAnyPort ? 0 : options.port;
    const backlog: any = options.backlog || backlogArgument;
    if (typeof port === "number" || typeof port === "string") {
      const number = validatePort(port, "options.port");
      if (options.host) lookupAndListen(this, number, options.host, backlog, flags);
      else this._listen2(null, number, 4, backlog, undefined, flags);
      return this;
    }
    if (options.path && isPath(options.path)) {
      this._pipeName = options.path;
      this._listen2(options.path, -1, -1, backlog, undefined, 0);
      if (this._handle === null) {
        this._pipeName = undefined;
        return this;
      }
      if (options.readableAll || options.writableAll) {
        runNow(chmod(options.path, 0o755 | (options.readableAll ? 0o444 : 0) | (options.writableAll ? 0o222 : 0), true));
      }
      return this;
    }
    if (!("port" in options || "path" in options)) {
      throw invalidValue("options", options, 'must have the property "port" or "path"');
    }
    throw invalidValue("options", options, "is invalid");
  },
  address(this: any): any {
    if (this._handle === null) return this._pipeName !== undefined ? this._pipeName : null;
    const found: any = addressOf(this._handle, false);
    if (typeof found === "number") throw errnoException(found, "address");
    return found.family === undefined ? this._pipeName ?? found.address : found;
  },
  getConnections(this: any, callback: any): any {
    process.nextTick(callback, null, this._connections);
    return this;
  },
  close(this: any, callback?: any): any {
    if (typeof callback === "function") {
      if (this._handle === null) this.once("close", () => callback(notRunning()));
      else this.once("close", callback);
    }
    if (this._handle !== null) {
      if (this._pipeName !== undefined) removePath(this._pipeName);
      netClose(this._handle);
      this._handle = null;
    }
    this._emitCloseIfDrained();
    return this;
  },
  _emitCloseIfDrained(this: any): void {
    if (this._handle === null && this._connections === 0) emitCloseLater(this);
  },
  _setupWorker(this: any): void {},
  ref(this: any): any {
    this._unref = false;
    if (this._handle !== null) netReference(this._handle, 1);
    return this;
  },
  unref(this: any): any {
    this._unref = true;
    if (this._handle !== null) netReference(this._handle, 0);
    return this;
  },
  /// What the handle tells: a connection.
  _handleAccepted(this: any, handle: any, status: number): void {
    if (status < 0) {
      this.emit("error", errnoException(status, "accept"));
      return;
    }
    if (isBlocked(this, handle)) {
      netClose(handle);
      return;
    }
    if (this.maxConnections !== undefined && this.maxConnections !== null && this._connections >= this.maxConnections) {
      drop(this, handle);
      return;
    }
    const socket: any = new (Socket as any)({
      handle, allowHalfOpen: this.allowHalfOpen, pauseOnCreate: this.pauseOnConnect, readable: true, writable: true,
      readableHighWaterMark: this.highWaterMark, writableHighWaterMark: this.highWaterMark,
    });
    if (this.noDelay) {
      socket[wantsNoDelay] = true;
      netOption(handle, Option.noDelay, 1, 0);
    }
    if (this.keepAlive) {
      socket[wantsKeepAlive] = true;
      socket[keepAliveDelay] = this.keepAliveInitialDelay;
      netOption(handle, Option.keepAlive, 1, this.keepAliveInitialDelay);
    }
    this._connections++;
    socket.server = this;
    socket._server = this;
    this.emit("connection", socket);
  },
  _handleClosed(): void {},
};
for (const name of Object.keys(methods)) prototype[name] = methods[name];
Object.defineProperty(prototype, "listening", {
  get(this: any): boolean { return this._handle !== null; }, enumerable: true, configurable: true,
});
prototype[Symbol.asyncDispose] = async function asyncDispose(this: any): Promise<void> {
  if (this._handle === null) return;
  await new Promise<void>((resolve, reject) => {
    this.close((error: any) => (error ? reject(error) : resolve()));
  });
};
prototype[captureRejectionSymbol] = function captureRejection(this: any, error: any, event: any, socket: any): void {
  if (event === "connection") socket.destroy(error);
  else this.emit("error", error);
};

function isBlocked(server: any, handle: any): boolean {
  if (!server.blockList) return false;
  const peer: any = addressOf(handle, true);
  return peer.family !== undefined && server.blockList.check(peer.address, peer.family.toLowerCase());
}

/// Closes a connection that is too much, and tells whose it was.
function drop(server: any, handle: any): void {
  const local: any = addressOf(handle, false);
  const remote: any = addressOf(handle, true);
  const data: any = { __proto__: null };
  if (local.family !== undefined) {
    data.localAddress = local.address;
    data.localPort = local.port;
    data.localFamily = local.family;
  }
  if (remote.family !== undefined) {
    data.remoteAddress = remote.address;
    data.remotePort = remote.port;
    data.remoteFamily = remote.family;
  }
  if (local.family === undefined) server.emit("drop");
  else server.emit("drop", data);
  netClose(handle);
}
