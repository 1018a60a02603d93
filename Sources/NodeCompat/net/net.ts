/// `node:net` (https://nodejs.org/api/net.html).
// @optimize size
import {
  BlockList as BlockListClass, isIP as isAddress, isIPv4 as isAddressIPv4, isIPv6 as isAddressIPv6,
  SocketAddress as SocketAddressClass,
} from "./net-address.ts";
import { normalizeArguments } from "./net-arguments.ts";
import {
  getDefaultAutoSelectFamily, getDefaultAutoSelectFamilyAttemptTimeout, setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
} from "./net-connect.ts";
import { createServerHandle, Server as ServerFunction } from "./net-server.ts";
import { Socket as SocketFunction } from "./net-socket.ts";

/// Where a socket is bound.
export interface AddressInfo {
  address: string;
  family: string;
  port: number;
}

/// A connection: a Duplex with what it knows of its ends.
export interface Socket {
  readonly connecting: boolean;
  readonly pending: boolean;
  readonly destroyed: boolean;
  readonly readyState: string;
  readonly bytesRead: number;
  readonly bytesWritten: number;
  readonly remoteAddress: string | undefined;
  readonly remoteFamily: string | undefined;
  readonly remotePort: number | undefined;
  readonly localAddress: string | undefined;
  readonly localFamily: string | undefined;
  readonly localPort: number | undefined;
  readonly timeout: number | undefined;
  readonly writable: boolean;
  readonly readable: boolean;
  readonly writableEnded: boolean;
  readonly writableLength: number;
  readonly writableNeedDrain: boolean;
  allowHalfOpen: boolean;
  on(event: string, listener: (...values: any[]) => void): this;
  once(event: string, listener: (...values: any[]) => void): this;
  off(event: string, listener: (...values: any[]) => void): this;
  emit(event: string, ...values: any[]): boolean;
  write(data: string | Uint8Array, encoding?: any, callback?: any): boolean;
  end(data?: any, encoding?: any, callback?: any): this;
  read(size?: number): any;
  pause(): this;
  resume(): this;
  pipe(destination: any, options?: any): any;
  cork(): void;
  uncork(): void;
  destroy(error?: Error): this;
  destroySoon(): void;
  resetAndDestroy(): this;
  setEncoding(encoding: string): this;
  setTimeout(milliseconds: number, callback?: () => void): this;
  setNoDelay(enable?: boolean): this;
  setKeepAlive(enable?: boolean, initialDelay?: number): this;
  address(): AddressInfo | {};
  connect(...values: any[]): this;
  ref(): this;
  unref(): this;
}

/// What listens for connections.
export interface Server {
  readonly listening: boolean;
  maxConnections: number;
  on(event: string, listener: (...values: any[]) => void): this;
  once(event: string, listener: (...values: any[]) => void): this;
  off(event: string, listener: (...values: any[]) => void): this;
  emit(event: string, ...values: any[]): boolean;
  listen(...values: any[]): this;
  close(callback?: (error?: Error) => void): this;
  address(): AddressInfo | string | null;
  getConnections(callback: (error: Error | null, count: number) => void): this;
  ref(): this;
  unref(): this;
}

export const BlockList: any = BlockListClass;
export const SocketAddress: any = SocketAddressClass;
export const Socket: any = SocketFunction;
/// The former name of Socket.
export const Stream: any = SocketFunction;
export const Server: any = ServerFunction;
export const isIP: (input: any) => number = isAddress;
export const isIPv4: (input: any) => boolean = isAddressIPv4;
export const isIPv6: (input: any) => boolean = isAddressIPv6;

/// `net.connect`: a socket that connects.
export function connect(...values: any[]): Socket {
  const known: any = normalizeArguments(values);
  const options: any = known[0];
  const socket: any = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(known);
}

/// `net.createConnection`
export const createConnection: (...values: any[]) => Socket = connect;

/// `net.createServer`
export function createServer(options?: any, connectionListener?: (socket: Socket) => void): Server {
  return new Server(options, connectionListener);
}

export const _normalizeArgs: any = normalizeArguments;
export const _createServerHandle: any = createServerHandle;
export {
  getDefaultAutoSelectFamily, getDefaultAutoSelectFamilyAttemptTimeout, setDefaultAutoSelectFamily,
  setDefaultAutoSelectFamilyAttemptTimeout,
};
export default {
  _createServerHandle, _normalizeArgs, BlockList, SocketAddress, connect, createConnection, createServer, isIP, isIPv4,
  isIPv6, Server, Socket, Stream, getDefaultAutoSelectFamily, setDefaultAutoSelectFamily,
  getDefaultAutoSelectFamilyAttemptTimeout, setDefaultAutoSelectFamilyAttemptTimeout,
};
