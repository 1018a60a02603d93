/// The errors of `net` and `dns` (https://nodejs.org/api/errors.html).
// @optimize size
import { errnoMessage, errnoName, receivedText } from "polyglot:runtime";
import { codedError, invalidType } from "../prelude/node-errors.ts";

function place(address: any, port: any): string {
  if (port && port > 0) return " " + address + ":" + port;
  return address ? " " + address : "";
}

/// Adds what errors of the system have, in Node's order.
function complete(error: any, errno: number, code: string, syscall: string, address: any, port: any): any {
  error.errno = errno;
  error.code = code;
  error.syscall = syscall;
  error.address = address;
  if (port) error.port = port;
  return error;
}

/// The error of a connection: `connect ECONNREFUSED 127.0.0.1:80`.
export function hostError(errno: number, syscall: string, address: any, port: any, additional?: string): any {
  const code = errnoName(-errno);
  let message = syscall + " " + code + place(address, port);
  if (additional) message += " - Local (" + additional + ")";
  return complete(new Error(message), errno, code, syscall, address, port);
}

/// The error of a server: `listen EADDRINUSE: address already in use 127.0.0.1:80`.
export function listenError(errno: number, address: any, port: any): any {
  const code = errnoName(-errno);
  const error: any = new Error("listen " + code + ": " + errnoMessage(-errno) + place(address, port));
  error.code = code;
  error.errno = errno;
  error.syscall = "listen";
  error.address = address;
  if (port) error.port = port;
  return error;
}

/// ERR_MISSING_ARGS of a connection that says neither where nor how.
export function missingPlace(): any {
  return codedError(
    new TypeError('The "options" or "port" or "path" argument must be specified'), "ERR_MISSING_ARGS",
  );
}
export function socketClosed(): any {
  return codedError(new Error("Socket is closed"), "ERR_SOCKET_CLOSED");
}
export function closedBeforeConnection(): any {
  return codedError(
    new Error("Socket closed before the connection was established"), "ERR_SOCKET_CLOSED_BEFORE_CONNECTION",
  );
}
export function connectionTimeout(): any {
  return codedError(new Error("Socket connection timeout"), "ERR_SOCKET_CONNECTION_TIMEOUT");
}
export function invalidIPAddress(address: any): any {
  return codedError(new TypeError("Invalid IP address: " + address), "ERR_INVALID_IP_ADDRESS");
}
export function invalidAddress(): any {
  return codedError(new Error("Invalid address"), "ERR_INVALID_ADDRESS");
}
export function invalidAddressFamily(family: any, host: any, port: any): any {
  const error: any = codedError(
    new RangeError("Invalid address family: " + family + " " + host + ":" + port), "ERR_INVALID_ADDRESS_FAMILY",
  );
  error.host = host;
  error.port = port;
  return error;
}
export function blockedAddress(address: string): any {
  return codedError(new Error("IP(" + address + ") is blocked by net.BlockList"), "ERR_IP_BLOCKED");
}
export function alreadyListening(): any {
  return codedError(
    new Error("Listen method has been called more than once without closing."), "ERR_SERVER_ALREADY_LISTEN",
  );
}
export function notRunning(): any {
  return codedError(new Error("Server is not running."), "ERR_SERVER_NOT_RUNNING");
}
export function invalidHandle(): any {
  return codedError(new TypeError("This handle type cannot be sent"), "ERR_INVALID_HANDLE_TYPE");
}
/// What was tried for one name, as one error.
export function allFailed(errors: any[]): any {
  const error: any = new AggregateError(errors);
  if (errors.length > 0) error.code = errors[0].code;
  return error;
}

/// A port, as a number or text, as a number; otherwise ERR_SOCKET_BAD_PORT.
export function validatePort(port: any, name = "Port"): number {
  const isText = typeof port === "string";
  const isNumeric = typeof port === "number" || (isText && port.trim().length > 0);
  if (isNumeric && +port === +port >>> 0 && +port <= 65535) return port | 0;
  throw codedError(
    new RangeError(name + " should be >= 0 and < 65536. Received " + receivedText(port) + "."), "ERR_SOCKET_BAD_PORT",
  );
}

/// ERR_INVALID_ARG_TYPE of an instance of a class.
export function notInstance(name: string, type: string, value: any): any {
  return invalidType(name, "an instance of " + type, value);
}
