/// `http.Server` (https://nodejs.org/api/http.html#class-httpserver).
// @optimize size
import { invalidType, outOfRange } from "../prelude/node-errors.ts";
import { validateBoolean, validateFunction, validateInteger } from "../prelude/validators.ts";
import { checkConnections, isIdle, startConnection } from "./http-connection.ts";
import { IdleList } from "./http-exchange.ts";
import { IncomingMessage } from "./http-incoming.ts";
import { ServerResponse } from "./http-response.ts";
import { Server as NetServer } from "./net-server.ts";

/// Checks the options that servers of http share, and stores them.
function storeOptions(server: any, options: any): void {
  server._incomingMessage = options.IncomingMessage || IncomingMessage;
  server._serverResponse = options.ServerResponse || ServerResponse;
  if (options.maxHeaderSize !== undefined) validateInteger(options.maxHeaderSize, "maxHeaderSize", 0);
  server.maxHeaderSize = options.maxHeaderSize;
  if (options.insecureHTTPParser !== undefined) validateBoolean(options.insecureHTTPParser, "options.insecureHTTPParser");
  server.insecureHTTPParser = options.insecureHTTPParser;
  server.requestTimeout = timeout(options, "requestTimeout", 300000);
  server.headersTimeout = options.headersTimeout === undefined
    ? Math.min(60000, server.requestTimeout) : timeout(options, "headersTimeout", 60000);
  if (server.requestTimeout > 0 && server.headersTimeout > 0 && server.headersTimeout > server.requestTimeout) {
    throw outOfRange("headersTimeout", "<= requestTimeout", server.headersTimeout);
  }
  server.keepAliveTimeout = timeout(options, "keepAliveTimeout", 5000);
  server.keepAliveTimeoutBuffer = timeout(options, "keepAliveTimeoutBuffer", 1000);
  server.connectionsCheckingInterval = timeout(options, "connectionsCheckingInterval", 30000);
  server.requireHostHeader = flag(options, "requireHostHeader", true);
  server.joinDuplicateHeaders = options.joinDuplicateHeaders;
  if (options.joinDuplicateHeaders !== undefined) validateBoolean(options.joinDuplicateHeaders, "options.joinDuplicateHeaders");
  server.rejectNonStandardBodyWrites = flag(options, "rejectNonStandardBodyWrites", false);
  server.highWaterMark = options.highWaterMark;
  if (options.uniqueHeaders !== undefined && !Array.isArray(options.uniqueHeaders)) {
    throw invalidType("options.uniqueHeaders", "an instance of Array", options.uniqueHeaders);
  }
  if (options.shouldUpgradeCallback !== undefined) validateFunction(options.shouldUpgradeCallback, "options.shouldUpgradeCallback");
  server.shouldUpgradeCallback = options.shouldUpgradeCallback ?? hasUpgradeListener;
}

function timeout(options: any, name: string, otherwise: number): number {
  const value: any = options[name];
  if (value === undefined) return otherwise;
  validateInteger(value, name, 0);
  return value;
}

function flag(options: any, name: string, otherwise: boolean): boolean {
  const value: any = options[name];
  if (value === undefined) return otherwise;
  validateBoolean(value, "options." + name);
  return value;
}

function hasUpgradeListener(this: any): boolean {
  return this.listenerCount("upgrade") > 0;
}

/// The constructor.
export function Server(this: any, options?: any, requestListener?: any): any {
  if (!(this instanceof (Server as any))) return new (Server as any)(options, requestListener);
  let listener: any = requestListener;
  let all: any = options;
  if (typeof options === "function") {
    listener = options;
    all = {};
  } else if (options === undefined || options === null) {
    all = {};
  } else if (typeof options !== "object" || Array.isArray(options)) {
    throw invalidType("options", "of type object", options);
  } else {
    all = { ...options };
  }
  storeOptions(this, all);
  (NetServer as any).call(this, {
    allowHalfOpen: true, noDelay: all.noDelay ?? true, keepAlive: all.keepAlive,
    keepAliveInitialDelay: all.keepAliveInitialDelay, highWaterMark: all.highWaterMark,
  });
  if (listener) this.on("request", listener);
  this._connectionStates = new Set();
  this._idle = new IdleList();
  this.on("connection", onConnection);
  this.on("listening", startChecks);
}
Object.setPrototypeOf(Server.prototype, (NetServer as any).prototype);
Object.setPrototypeOf(Server, NetServer as any);

function onConnection(this: any, socket: any): void {
  startConnection(this, socket);
}

function startChecks(this: any): void {
  stopChecks(this);
  const timer: any = setInterval(() => checkConnections(this), this.connectionsCheckingInterval);
  timer.unref();
  this._checks = timer;
}

function stopChecks(server: any): void {
  if (server._checks === undefined) return;
  clearInterval(server._checks);
  server._checks = undefined;
}

const prototype: any = Server.prototype;
const defaults: any = {
  timeout: 0, maxHeadersCount: null, maxRequestsPerSocket: 0, httpAllowHalfOpen: false,
  _checks: undefined, _textOfKeepAlive: undefined, _textOfTimeout: -1, _textOfMax: -1,
};
for (const name of Object.keys(defaults)) prototype[name] = defaults[name];

const methods: any = {
  close(this: any, callback?: any): any {
    this.closeIdleConnections();
    stopChecks(this);
    (NetServer as any).prototype.close.call(this, callback);
    return this;
  },
  async [Symbol.asyncDispose](this: any): Promise<void> {
    await new Promise((resolve, reject) => {
      this.close((error: any) => (error ? reject(error) : resolve(undefined)));
    });
  },
  closeAllConnections(this: any): void {
    for (const state of [...this._connectionStates]) state.socket.destroy();
  },
  closeIdleConnections(this: any): void {
    for (const state of [...this._connectionStates]) {
      if (isIdle(state)) state.socket.destroy();
    }
  },
  setTimeout(this: any, milliseconds: any, callback?: any): any {
    this.timeout = milliseconds;
    if (callback) this.on("timeout", callback);
    return this;
  },
};
for (const name of Reflect.ownKeys(methods)) {
  Object.defineProperty(prototype, name, { value: methods[name as any], writable: true, enumerable: typeof name === "string", configurable: true });
}
