/// The channel of a child to its parent (https://nodejs.org/api/process.html#processsendmessage-sendhandle-options-callback).
/// Programs that name none of these members of `process` contain nothing of it.
// @optimize size
import { forkChild } from "./child_process-channel.ts";

let isStarted = false;
/// What the members are; the channel itself sets them.
let send: any;
let disconnect: any;
let connected: any;
let channel: any;

/// Opens the channel if the parent made one, at the first use: whatever has arrived waits until then.
function start(): void {
  if (isStarted) return;
  isStarted = true;
  const environment: any = process.env;
  const fd = environment.NODE_CHANNEL_FD;
  if (fd === undefined) return;
  const serialization = environment.NODE_CHANNEL_SERIALIZATION_MODE || "json";
  delete environment.NODE_CHANNEL_FD;
  delete environment.NODE_CHANNEL_SERIALIZATION_MODE;
  forkChild(Number.parseInt(fd, 10), serialization);
}

export function getSend(): any {
  start();
  return send;
}
export function setSend(value: any): void { send = value; }

export function getDisconnect(): any {
  start();
  return disconnect;
}
export function setDisconnect(value: any): void { disconnect = value; }

export function getConnected(): any {
  start();
  return connected;
}
export function setConnected(value: any): void { connected = value; }

export function getChannel(): any {
  start();
  return channel;
}
export function setChannel(value: any): void { channel = value; }
