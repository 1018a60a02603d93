/// Handles of sockets (src/net/net.c) and what happens to them: each event goes to a method of the handle's owner.
// @optimize size
import { netAddress, netCount, netKind, netNew, netOpen, netUse } from "polyglot:runtime";

/// Options of `netOption`.
export const enum Option { noDelay, keepAlive, setTypeOfService, typeOfService }
/// What `netCount` counts.
export const enum Count { read, written, queued, descriptor, family }

/// Who owns a handle.
export interface Owner {
  /// Bytes have arrived; or the end (0) or an error (< 0), without a chunk.
  _handleRead(chunk: any, count: number): void;
  _handleWritten(status: number): void;
  _handleConnected(status: number): void;
  _handleShutDown(status: number): void;
  _handleClosed(): void;
  /// A server got a connection.
  _handleAccepted(handle: any, status: number): void;
}

let isUsed = false;

function use(): void {
  isUsed = true;
  netUse(
    (owner: any, chunk: any, count: number) => owner._handleRead(chunk, count),
    (owner: any, status: number) => owner._handleWritten(status),
    (owner: any, status: number) => owner._handleConnected(status),
    (owner: any, status: number) => owner._handleShutDown(status),
    (owner: any) => {
      if (owner !== undefined) owner._handleClosed();
    },
    (owner: any, handle: any, status: number) => owner._handleAccepted(handle, status),
  );
}

/// A handle without a descriptor.
export function newHandle(owner: any): any {
  if (!isUsed) use();
  return netNew(owner);
}

/// What a descriptor is that no handle can be made of; undefined if it can.
export function unsupportedKind(fd: number): string | undefined {
  const kind = netKind(fd);
  return kind === "TCP" || kind === "PIPE" ? undefined : kind;
}

/// A handle of a descriptor, or a negated errno.
export function openHandle(owner: any, fd: number): any {
  const handle: any = newHandle(owner);
  const status = netOpen(handle, fd);
  return status < 0 ? status : handle;
}

/// Whether a handle is one of a Unix socket.
export function isPipeHandle(handle: any): boolean {
  return netCount(handle, Count.family) === 1;
}

/// `{ address, family, port }` of an end, or a negated errno; nothing but `address` for Unix sockets.
export function addressOf(handle: any, isPeer: boolean): any {
  const found: any = netAddress(handle, isPeer ? 1 : 0);
  if (typeof found === "number") return found;
  if (found[2] === 4 || found[2] === 6) {
    return { address: found[0], family: found[2] === 4 ? "IPv4" : "IPv6", port: found[1] };
  }
  return { address: found[0] };
}
