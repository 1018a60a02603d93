/// Connecting: names of hosts, and several addresses of one name, tried one after the other ("happy eyeballs").
// @optimize size
import { netBind, netClose, netConnect, netIsIP, netSetOwner } from "polyglot:runtime";
import { invalidType } from "../prelude/node-errors.ts";
import { validateBoolean, validateFunction, validateInteger, validateNumber } from "../prelude/validators.ts";
import { ADDRCONFIG, lookup as systemLookup } from "./dns-lookup.ts";
import {
  allFailed, blockedAddress, connectionTimeout, hostError, invalidAddressFamily, invalidIPAddress, validatePort,
} from "./net-errors.ts";
import { addressOf, newHandle } from "./net-handle.ts";

let selectsFamily = true;
let attemptTimeout = 250;

/// `net.getDefaultAutoSelectFamily`
export function getDefaultAutoSelectFamily(): boolean {
  return selectsFamily;
}

/// `net.setDefaultAutoSelectFamily`
export function setDefaultAutoSelectFamily(value: any): void {
  validateBoolean(value, "value");
  selectsFamily = value;
}

/// `net.getDefaultAutoSelectFamilyAttemptTimeout`
export function getDefaultAutoSelectFamilyAttemptTimeout(): number {
  return attemptTimeout;
}

/// `net.setDefaultAutoSelectFamilyAttemptTimeout`
export function setDefaultAutoSelectFamilyAttemptTimeout(value: any): void {
  validateInteger(value, "value", 1, 2147483647);
  attemptTimeout = value < 10 ? 10 : value;
}

/// What the own end of a failed connection was bound to, as messages of errors show it.
function localText(handle: any): string {
  const found: any = addressOf(handle, false);
  return typeof found === "number" ? "undefined:undefined" : found.address + ":" + found.port;
}

/// Binds the own end if that was asked for: an error, or undefined.
function bindLocal(handle: any, family: number, localAddress: any, localPort: any): any {
  if (!localAddress && !localPort) return undefined;
  const address: string = localAddress || (family === 4 ? "0.0.0.0" : "::");
  const status = netBind(handle, address, localPort | 0, 0);
  return status < 0 ? hostError(status, "bind", address, localPort) : undefined;
}

/// Connects to an address, or to a path, whose port is -1 and family 0.
export function connectHandle(
  socket: any, address: string, port: number, family: number, localAddress: any, localPort: any,
): void {
  const handle: any = socket._handle;
  const failure: any = family === 0 ? undefined : bindLocal(handle, family, localAddress, localPort);
  if (failure !== undefined) return socket.destroy(failure);
  if (family !== 0 && socket.blockList?.check(address, "ipv" + family)) return socket.destroy(blockedAddress(address));
  socket._attempt = { address, port: family === 0 ? undefined : port, family, localAddress, localPort };
  if (family !== 0) socket.emit("connectionAttempt", address, port, family);
  if (socket._handle !== handle) return;
  const status = netConnect(handle, address, port);
  if (status === 0) return;
  const local: any = family === 0 ? undefined : localText(handle);
  const error: any = hostError(status, "connect", address, family === 0 ? undefined : port, local);
  if (family !== 0) socket.emit("connectionAttemptFailed", address, port, family, error);
  socket.destroy(error);
}

function destroyLater(socket: any, error: any): void {
  process.nextTick(() => socket.destroy(error));
}

function familyOf(family: any): any {
  return family === "IPv4" ? 4 : family === "IPv6" ? 6 : family;
}

/// Connects as the options say.
export function lookupAndConnect(socket: any, options: any): void {
  const localAddress: any = options.localAddress;
  const localPort: any = options.localPort;
  const host: any = options.host || "localhost";
  let port: any = options.port;
  if (localAddress && (typeof localAddress !== "string" || netIsIP(localAddress) === 0)) {
    throw invalidIPAddress(localAddress);
  }
  if (localPort) validateNumber(localPort, "options.localPort");
  if (port !== undefined) {
    if (typeof port !== "number" && typeof port !== "string") {
      throw invalidType("options.port", "one of type number or string", port);
    }
    port = validatePort(port);
  }
  port |= 0;
  let selects: any = options.autoSelectFamily;
  if (selects !== undefined && selects !== null) validateBoolean(selects, "options.autoSelectFamily");
  else selects = selectsFamily;
  let timeout: any = options.autoSelectFamilyAttemptTimeout;
  if (timeout !== undefined && timeout !== null) {
    validateInteger(timeout, "options.autoSelectFamilyAttemptTimeout", 1, 2147483647);
    if (timeout < 10) timeout = 10;
  } else {
    timeout = attemptTimeout;
  }
  const family = typeof host === "string" ? netIsIP(host) : 0;
  if (family !== 0) {
    process.nextTick(() => {
      if (socket.connecting) connectHandle(socket, host, port, family, localAddress, localPort);
    });
    return;
  }
  if (options.lookup !== undefined && options.lookup !== null) validateFunction(options.lookup, "options.lookup");
  const query: any = { family: familyOf(options.family), hints: options.hints || 0 };
  if (query.family !== 4 && query.family !== 6 && query.hints === 0) query.hints = ADDRCONFIG;
  socket._host = host;
  const lookup: any = options.lookup || systemLookup;
  if (selects && query.family !== 4 && query.family !== 6 && !localAddress) {
    query.all = true;
    lookupAll(socket, lookup, query, options, host, port, localPort, timeout);
    return;
  }
  lookup(host, query, (error: any, ip: any, found: any) => {
    socket.emit("lookup", error, ip, found, host);
    if (!socket.connecting) return;
    const wrong: any = error || addressError(ip, found, options);
    if (wrong) return destroyLater(socket, wrong);
    socket._unrefTimer();
    connectHandle(socket, ip, port, found, localAddress, localPort);
  });
}

/// Why what a look-up gave is no address; undefined if it is.
function addressError(ip: any, family: any, options: any): any {
  if (typeof ip !== "string" || netIsIP(ip) === 0) return invalidIPAddress(ip);
  if (family !== 4 && family !== 6) return invalidAddressFamily(family, options.host, options.port);
  return undefined;
}

/// A connection that tries several addresses.
interface Attempts {
  socket: any;
  addresses: any[];
  current: number;
  port: number;
  localPort: any;
  timeout: number;
  timer: any;
  errors: any[];
}

/// Looks for all addresses and tries them, families in turn, the first one's first.
function lookupAll(
  socket: any, lookup: any, query: any, options: any, host: any, port: number, localPort: any, timeout: number,
): void {
  lookup(host, query, (error: any, found: any) => {
    if (!socket.connecting) return undefined;
    if (error) {
      socket.emit("lookup", error, undefined, undefined, host);
      return destroyLater(socket, error);
    }
    const first: any[] = [];
    const second: any[] = [];
    const known = new Set<string>();
    let firstFamily = 0;
    for (const { address, family } of found) {
      socket.emit("lookup", error, address, family, host);
      if (!socket.connecting) return undefined;
      if (addressError(address, family, options) !== undefined || known.has(address)) continue;
      known.add(address);
      if (firstFamily === 0) firstFamily = family;
      (family === firstFamily ? first : second).push({ address, family });
    }
    if (first.length === 0) {
      const one: any = found[0] ?? {};
      return destroyLater(socket, addressError(one.address, one.family, options));
    }
    const addresses: any[] = [];
    for (let i = 0; i < first.length || i < second.length; i++) {
      if (i < first.length) addresses.push(first[i]);
      if (i < second.length) addresses.push(second[i]);
    }
    socket._unrefTimer();
    if (addresses.length === 1) {
      connectHandle(socket, addresses[0].address, port, addresses[0].family, undefined, localPort);
      return undefined;
    }
    socket.autoSelectFamilyAttemptedAddresses = [];
    tryNext({ socket, addresses, current: 0, port, localPort, timeout, timer: undefined, errors: [] });
    return undefined;
  });
}

function tryNext(attempts: Attempts): void {
  const { socket, port } = attempts;
  if (attempts.timer !== undefined) clearTimeout(attempts.timer);
  attempts.timer = undefined;
  if (attempts.current === attempts.addresses.length) {
    socket.destroy(attempts.errors.length === 0 ? connectionTimeout() : allFailed(attempts.errors));
    return;
  }
  const { address, family } = attempts.addresses[attempts.current++];
  const attempt: any = new Attempt(attempts, address, family);
  if (attempts.current > 1) socket._replaceHandle(newHandle(undefined));
  const handle: any = socket._handle;
  netSetOwner(handle, attempt);
  attempt.handle = handle;
  const failure: any = bindLocal(handle, family, undefined, attempts.localPort);
  if (failure !== undefined) {
    attempts.errors.push(failure);
    tryNext(attempts);
    return;
  }
  if (socket.blockList?.check(address, "ipv" + family)) {
    attempt.fail(blockedAddress(address));
    return;
  }
  socket.autoSelectFamilyAttemptedAddresses.push(address + ":" + port);
  socket.emit("connectionAttempt", address, port, family);
  if (socket._handle !== handle) return;
  const status = netConnect(handle, address, port);
  if (status < 0) {
    attempt.fail(hostError(status, "connect", address, port, localText(handle)));
  } else if (attempts.current < attempts.addresses.length) {
    attempts.timer = setTimeout(() => attempt.giveUp(), attempts.timeout);
  }
}

/// One address that is tried: the owner of its handle until it is connected.
class Attempt {
  handle: any = undefined;

  constructor(private readonly attempts: Attempts, private readonly address: string, private readonly family: number) {}

  /// Remembers why it failed and goes on.
  fail(error: any): void {
    const { attempts } = this;
    attempts.errors.push(error);
    attempts.socket.emit("connectionAttemptFailed", this.address, attempts.port, this.family, error);
    if (attempts.socket.connecting) tryNext(attempts);
  }

  /// The time is up: the next one.
  giveUp(): void {
    const { attempts } = this;
    const { socket, port } = attempts;
    socket.emit("connectionAttemptTimeout", this.address, port, this.family);
    attempts.errors.push(hostError(-110, "connect", this.address, port));
    netClose(this.handle);
    if (socket.connecting) tryNext(attempts);
  }

  _handleConnected(status: number): void {
    const { attempts, handle } = this;
    const { socket, port } = attempts;
    if (attempts.timer !== undefined) clearTimeout(attempts.timer);
    attempts.timer = undefined;
    if (!socket.connecting || socket._handle !== handle) return;
    if (status < 0) {
      this.fail(hostError(status, "connect", this.address, port));
      return;
    }
    netSetOwner(handle, socket);
    socket._handleConnected(0);
  }

  /// A handle that the socket closes is the socket's again.
  _handleClosed(): void {}
  _handleRead(): void {}
  _handleWritten(): void {}
  _handleShutDown(): void {}
  _handleAccepted(): void {}
}
