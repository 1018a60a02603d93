/// `node:http` (https://nodejs.org/api/http.html).
// @optimize size
import { CloseEvent as CloseEventClass, MessageEvent as MessageEventClass } from "../prelude/message-events.ts";
import { validateInteger } from "../prelude/validators.ts";
import { Agent as AgentFunction, getGlobalAgent, setGlobalAgent } from "./http-agent.ts";
import { ClientRequest as ClientRequestFunction } from "./http-client.ts";
import { maxHeaderSize as maxHeaderSizeValue, METHODS as methodNames, STATUS_CODES as statusCodes } from "./http-common.ts";
import { validateHeaderName as checkName, validateHeaderValue as checkValue } from "./http-fields.ts";
import { startConnection } from "./http-connection.ts";
import { IncomingMessage as IncomingMessageFunction } from "./http-incoming.ts";
import { OutgoingMessage as OutgoingMessageFunction } from "./http-outgoing.ts";
import { ServerResponse as ServerResponseFunction } from "./http-response.ts";
import { Server as ServerFunction } from "./http-server.ts";
import { WebSocket as WebSocketClass } from "./http-websocket.ts";

export const maxHeaderSize: number = maxHeaderSizeValue;
export const METHODS: string[] = methodNames;
export const STATUS_CODES: any = statusCodes;
export const validateHeaderName: (name: any, label?: any) => void = checkName;
export const validateHeaderValue: (name: any, value: any) => void = checkValue;
export const WebSocket: any = WebSocketClass;
export const MessageEvent: any = MessageEventClass;
export const CloseEvent: any = CloseEventClass;
export const Agent: any = AgentFunction;
export const ClientRequest: any = ClientRequestFunction;
export const IncomingMessage: any = IncomingMessageFunction;
export const OutgoingMessage: any = OutgoingMessageFunction;
export const ServerResponse: any = ServerResponseFunction;
export const Server: any = ServerFunction;

/// `http.createServer`
export function createServer(options?: any, listener?: any): any {
  return new (ServerFunction as any)(options, listener);
}

/// `http.request`
export function request(url: any, options?: any, callback?: any): any {
  return new (ClientRequestFunction as any)(url, options, callback);
}

/// `http.get`
export function get(url: any, options?: any, callback?: any): any {
  const made: any = request(url, options, callback);
  made.end();
  return made;
}

/// `http.globalAgent`
export const globalAgent: any = getGlobalAgent();

/// `http._connectionListener`
export function _connectionListener(this: any, socket: any): void {
  startConnection(this, socket);
}

/// `http.setMaxIdleHTTPParsers`: parsers belong to their connections, so that none are idle.
export function setMaxIdleHTTPParsers(max: any): void {
  validateInteger(max, "max", 1);
}

export default {
  _connectionListener, METHODS, STATUS_CODES, Agent, ClientRequest, IncomingMessage, OutgoingMessage, Server,
  ServerResponse, createServer, validateHeaderName, validateHeaderValue, get, request, setMaxIdleHTTPParsers,
  maxHeaderSize,
  get globalAgent(): any { return getGlobalAgent(); },
  set globalAgent(agent: any) { setGlobalAgent(agent); },
  get WebSocket(): any { return WebSocketClass; },
  get CloseEvent(): any { return CloseEventClass; },
  get MessageEvent(): any { return MessageEventClass; },
};
