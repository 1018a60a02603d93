/// `dns.lookup` and `dns.lookupService`: what the system's resolver says (src/net/dns.c).
// @optimize size
import { dnsLookup, dnsLookupService, errnoName, netIsIP } from "polyglot:runtime";
import { invalidType, invalidValue, missingArguments } from "../prelude/node-errors.ts";
import { emitWarning } from "../prelude/process-warning.ts";
import {
  validateBoolean, validateFunction, validateNumber, validateOneOf, validateString,
} from "../prelude/validators.ts";
import { validatePort } from "./net-errors.ts";

/// getaddrinfo's flags.
export const ADDRCONFIG = 32;
export const ALL = 16;
export const V4MAPPED = 8;

let defaultOrder = "verbatim";
const orders = ["verbatim", "ipv4first", "ipv6first"];

/// `dns.getDefaultResultOrder`
export function getDefaultResultOrder(): string {
  return defaultOrder;
}

/// `dns.setDefaultResultOrder`
export function setDefaultResultOrder(order: any): void {
  validateOneOf(order, "dnsOrder", orders);
  defaultOrder = order;
}

const names: any = {
  "-3000": "EAI_ADDRFAMILY", "-3001": "EAI_AGAIN", "-3002": "EAI_BADFLAGS", "-3003": "EAI_CANCELED", "-3004": "EAI_FAIL",
  "-3005": "EAI_FAMILY", "-3006": "EAI_MEMORY", "-3007": "ENOTFOUND", "-3008": "ENOTFOUND", "-3009": "EAI_OVERFLOW",
  "-3010": "EAI_SERVICE", "-3011": "EAI_SOCKTYPE",
};

/// The error of the resolver: `getaddrinfo ENOTFOUND nowhere.invalid`.
function resolverError(status: number, syscall: string, hostname: string): any {
  const code: string = names[String(status)] ?? errnoName(-status);
  const error: any = new Error(syscall + " " + code + (hostname ? " " + hostname : ""));
  error.errno = status;
  error.code = code;
  error.syscall = syscall;
  if (hostname) error.hostname = hostname;
  return error;
}

/// What `lookup` asks for.
export interface Query {
  family: number;
  hints: number;
  all: boolean;
  order: string;
}

function checkHints(hints: number): void {
  if ((hints & ~(ADDRCONFIG | ALL | V4MAPPED)) !== 0) throw invalidValue("hints", hints, "is invalid");
}

/// The options of a look-up, checked.
export function queryOf(options: any): Query {
  const query: Query = { family: 0, hints: 0, all: false, order: defaultOrder };
  if (typeof options === "number") {
    validateOneOf(options, "family", [0, 4, 6]);
    query.family = options;
    return query;
  }
  if (options === undefined || options === null) return query;
  if (typeof options !== "object") throw invalidType("options", "of type object or integer", options);
  if (options.hints !== undefined && options.hints !== null) {
    validateNumber(options.hints, "options.hints");
    query.hints = options.hints >>> 0;
    checkHints(query.hints);
  }
  if (options.family !== undefined && options.family !== null) {
    if (options.family === "IPv4") query.family = 4;
    else if (options.family === "IPv6") query.family = 6;
    else validateOneOf(options.family, "options.family", [0, 4, 6]);
    if (typeof options.family === "number") query.family = options.family;
  }
  if (options.all !== undefined && options.all !== null) {
    validateBoolean(options.all, "options.all");
    query.all = options.all;
  }
  if (options.verbatim !== undefined && options.verbatim !== null) {
    validateBoolean(options.verbatim, "options.verbatim");
    query.order = options.verbatim ? "verbatim" : "ipv4first";
  }
  if (options.order !== undefined && options.order !== null) {
    validateOneOf(options.order, "options.order", orders);
    query.order = options.order;
  }
  return query;
}

function inOrder(addresses: any[], order: string): any[] {
  if (order === "verbatim") return addresses;
  const first = order === "ipv4first" ? 4 : 6;
  return [...addresses.filter((one) => one.family === first), ...addresses.filter((one) => one.family !== first)];
}

/// Looks a name up: `done` gets an error or the addresses, at once if nobody has to be asked.
export function resolveName(hostname: any, query: Query, done: (error: any, addresses: any[]) => void): void {
  if (!hostname) {
    emitWarning(
      'The provided hostname "' + String(hostname) + '" is not a valid hostname, and is supported in the dns module ' +
      "solely for compatibility.", "DeprecationWarning", "DEP0118",
    );
    done(null, []);
    return;
  }
  const family = netIsIP(hostname);
  if (family !== 0) {
    done(null, [{ address: hostname, family }]);
    return;
  }
  dnsLookup(hostname, query.family, query.hints, (found: any) => {
    if (typeof found === "number") return done(resolverError(found, "getaddrinfo", hostname), []);
    const addresses: any[] = found.map((one: any) => ({ address: one[0], family: one[2] }));
    done(null, inOrder(addresses, query.order));
  });
}

/// `dns.lookup`
export function lookup(hostname: any, options: any, callback?: any): any {
  if (hostname) validateString(hostname, "hostname");
  let given: any = options;
  let done: any = callback;
  if (typeof options === "function") {
    given = undefined;
    done = options;
  } else if (typeof options === "number") {
    validateFunction(callback, "cb");
  } else if (options !== undefined && typeof options !== "object") {
    validateFunction(callback === undefined ? options : callback, "callback");
    throw invalidType("options", "of type object or integer", options);
  } else {
    validateFunction(callback, "callback");
  }
  const query = queryOf(given);
  let hasReturned = false;
  resolveName(hostname, query, (error, addresses) => {
    const values: any[] = [error];
    if (error === null && query.all) values.push(addresses);
    else if (error === null && addresses.length === 0) values.push(null, query.family === 6 ? 6 : 4);
    else if (error === null) values.push(addresses[0].address, addresses[0].family);
    if (hasReturned) done(...values);
    else process.nextTick(done, ...values);
  });
  hasReturned = true;
  return {};
}

/// Looks the names of an address and a port up.
export function resolveService(address: string, port: number, done: (error: any, found: any) => void): void {
  const finish = (found: any): void => {
    if (typeof found === "number") done(resolverError(found, "getnameinfo", address), undefined);
    else done(null, found);
  };
  const status = dnsLookupService(address, port, finish);
  if (status < 0) process.nextTick(finish, status);
}

/// Checks what `lookupService` takes; the port.
export function checkService(address: any, port: any, count: number): number {
  if (count < 2) throw missingArguments(["address", "port"]);
  if (typeof address !== "string" || netIsIP(address) === 0) throw invalidValue("address", address, "is invalid");
  return validatePort(port);
}

/// `dns.lookupService`
export function lookupService(address: any, port: any, callback: any): any {
  if (callback === undefined) throw missingArguments(["address", "port", "callback"]);
  const number = checkService(address, port, 2);
  validateFunction(callback, "callback");
  resolveService(address, number, (error, found) => {
    if (error !== null) callback(error);
    else callback(null, found[0], found[1]);
  });
  return {};
}
