/// `node:http` (https://nodejs.org/api/http.html).
import { IncomingMessage as IncomingMessageFunction } from "./http-incoming.ts";
import { OutgoingMessage as OutgoingMessageFunction } from "./http-outgoing.ts";
import { ServerResponse as ServerResponseFunction } from "./http-response.ts";
import { Server as ServerFunction } from "./http-server.ts";

export { maxHeaderSize, METHODS, STATUS_CODES, validateHeaderName, validateHeaderValue } from "./http-common.ts";

export const IncomingMessage: any = IncomingMessageFunction;
export const OutgoingMessage: any = OutgoingMessageFunction;
export const ServerResponse: any = ServerResponseFunction;
export const Server: any = ServerFunction;

/// `http.createServer`
export function createServer(options?: any, listener?: any): any {
  return new (ServerFunction as any)(options, listener);
}
