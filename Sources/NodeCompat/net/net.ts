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
export function connect(...values: any[]): any {
  const known: any = normalizeArguments(values);
  const options: any = known[0];
  const socket: any = new Socket(options);
  if (options.timeout) socket.setTimeout(options.timeout);
  return socket.connect(known);
}

/// `net.createConnection`
export const createConnection: (...values: any[]) => any = connect;

/// `net.createServer`
export function createServer(options?: any, connectionListener?: any): any {
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
