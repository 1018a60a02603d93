/// `ChildProcess` (https://nodejs.org/api/child_process.html#class-childprocess).
// @optimize size
import { childClose, childKill, childPipe, childProcess, childReference, childStart } from "polyglot:runtime";
import { errnoException } from "../prelude/node-errors.ts";
import { signalName } from "../prelude/signals.ts";
import { validateArray, validateObject, validateOneOf, validateString } from "../prelude/validators.ts";
import { Channel, checkSignal, parseStdio } from "./child_process-arguments.ts";
import { setupChannel } from "./child_process-channel.ts";
import { EventEmitter } from "./event-emitter.ts";
import { Socket } from "./net-socket.ts";

// The errors that a child tells, instead of the call that starts it.
const EACCES = -13;
const EAGAIN = -11;
const EMFILE = -24;
const ENFILE = -23;
const ENOENT = -2;
const ESRCH = -3;
const EINVAL = -22;
const ENOSYS = -38;

/// What src/process/child.c takes for nothing.
const NULL_DEVICE = -1;
const CLOSED = -2;

const socketConstructor: any = Socket;

/// What a child's descriptors are, and our ends of the connections among them (-1: none).
interface Descriptors {
  ours: number[];
  theirs: number[];
}

/// Makes the connections of a child: a negated errno if that fails.
function connect(channels: Channel[]): Descriptors | number {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let i = 0; i < channels.length; i++) {
    const channel = channels[i];
    let own = -1;
    let other = channel.fd;
    if (channel.type === "pipe" || channel.type === "ipc") {
      const pair: any = childPipe();
      if (typeof pair === "number") {
        closeAll(channels, { ours, theirs }, true);
        return pair;
      }
      own = pair[0];
      other = pair[1];
    } else if (channel.type === "ignore") {
      other = i < 3 ? NULL_DEVICE : CLOSED;
    }
    ours.push(own);
    theirs.push(other);
  }
  return { ours, theirs };
}

/// Closes the child's ends of its connections, and ours if nobody wants them.
function closeAll(channels: Channel[], descriptors: Descriptors, closesOurs: boolean): void {
  for (let i = 0; i < descriptors.ours.length; i++) {
    if (descriptors.ours[i] < 0) continue;
    childClose(descriptors.theirs[i]);
    if (closesOurs) childClose(descriptors.ours[i]);
  }
}

/// What was not read yet comes out before the end, though nobody listens.
function flush(child: any): void {
  const stdio: any = child.stdio;
  if (stdio === undefined) return;
  for (let i = 0; i < stdio.length; i++) {
    if (stdio[i] && stdio[i].readable) stdio[i].resume();
  }
}

/// Counts the ends that `close` waits for: those of the process and of its connections.
function countClose(child: any): void {
  child._closesGot++;
  if (child._closesGot === child._closesNeeded) child.emit("close", child.exitCode, child.signalCode);
}

/// How many rounds of the loop the end of a process waits for that of its channel, whose last messages come before it. A
/// process that it has started may keep the channel open.
const CHANNEL_ROUNDS = 4;

function endBehindChannel(child: any, status: number, signal: number, rounds: number): void {
  if (child.channel && status >= 0 && rounds > 0) setImmediate(endBehindChannel, child, status, signal, rounds - 1);
  else end(child, status, signal);
}

/// The end of a process; a negative status is an errno why there is none.
function end(child: any, status: number, signal: number): void {
  if (signal !== 0) child.signalCode = signalName(signal);
  else child.exitCode = status;
  if (child.stdin) child.stdin.destroy();
  child._handle = null;
  if (status < 0) {
    const error: any = errnoException(status, child.spawnfile ? "spawn " + child.spawnfile : "spawn");
    if (child.spawnfile) error.path = child.spawnfile;
    error.spawnargs = child.spawnargs.slice(1);
    child.emit("error", error);
  } else {
    child.emit("exit", child.exitCode, child.signalCode);
  }
  process.nextTick(flush, child);
  countClose(child);
}

/// The constructor.
export function ChildProcess(this: any): any {
  if (!(this instanceof (ChildProcess as any))) {
    throw new TypeError("Class constructor ChildProcess cannot be invoked without 'new'");
  }
  (EventEmitter as any).call(this);
  this._closesNeeded = 1;
  this._closesGot = 0;
  this.connected = false;
  this.signalCode = null;
  this.exitCode = null;
  this.killed = false;
  this.spawnfile = null;
  this._handle = null;
}
Object.setPrototypeOf(ChildProcess.prototype, (EventEmitter as any).prototype);
Object.setPrototypeOf(ChildProcess, EventEmitter as any);

const prototype: any = ChildProcess.prototype;

/// Starts the process with options that `normalize` made, or those of `child_process.spawn` of old.
prototype.spawn = function (this: any, options: any): number {
  validateObject(options, "options");
  const channels = parseStdio(options.stdio || "pipe", false);
  validateOneOf(options.serialization, "options.serialization", [undefined, "json", "advanced"]);
  const serialization = options.serialization || "json";
  const ipc = channels.findIndex((channel) => channel.type === "ipc");
  validateString(options.file, "options.file");
  this.spawnfile = options.file;
  if (options.args === undefined) this.spawnargs = [];
  else validateArray(options.args, "options.args");
  if (options.args !== undefined) this.spawnargs = options.args;
  if (options.envPairs !== undefined) validateArray(options.envPairs, "options.envPairs");
  const environment: any = options.envPairs ?? Object.keys(process.env).map((name) => name + "=" + process.env[name]);
  if (ipc >= 0) environment.push("NODE_CHANNEL_FD=" + ipc, "NODE_CHANNEL_SERIALIZATION_MODE=" + serialization);
  const descriptors: Descriptors | number = connect(channels);
  let handle: any = descriptors;
  if (typeof descriptors !== "number") {
    handle = childStart(
      [
        options.file, this.spawnargs.map(String), environment, options.cwd, descriptors.theirs, options.uid ?? -1,
        options.gid ?? -1, !!options.detached, Buffer,
      ],
      (status: number, signal: number): void => endBehindChannel(this, status, signal, CHANNEL_ROUNDS),
    );
  }
  const failed = typeof handle === "number";
  if (failed && ![EACCES, EAGAIN, EMFILE, ENFILE, ENOENT].includes(handle)) {
    if (typeof descriptors !== "number") closeAll(channels, descriptors, true);
    throw errnoException(handle, "spawn");
  }
  if (typeof descriptors !== "number") closeAll(channels, descriptors, false);
  if (failed) process.nextTick(end, this, handle, 0);
  else process.nextTick(tellStart, this);
  if (typeof descriptors === "number" || handle === EMFILE || handle === ENFILE) {
    if (typeof descriptors !== "number") for (const fd of descriptors.ours) if (fd >= 0) childClose(fd);
    return handle;
  }
  this._handle = failed ? null : handle;
  this.pid = failed ? undefined : childProcess(handle);
  const sockets: any[] = [];
  for (let i = 0; i < channels.length; i++) {
    sockets.push(channels[i].type === "pipe" ? socketOf(this, descriptors.ours[i], i) : null);
  }
  this.stdin = sockets[0];
  this.stdout = sockets[1];
  this.stderr = sockets[2];
  this.stdio = sockets;
  if (ipc >= 0 && typeof descriptors !== "number") {
    this._closesNeeded++;
    setupChannel(this, descriptors.ours[ipc], serialization, true, () => countClose(this));
  }
  return failed ? handle : 0;
};

/// Our end of a connection as a stream.
function socketOf(child: any, fd: number, index: number): any {
  const socket: any = new socketConstructor({ fd, readable: index > 0, writable: true });
  if (index > 0) {
    child._closesNeeded++;
    socket.on("close", (): void => countClose(child));
  }
  return socket;
}

function tellStart(child: any): void { child.emit("spawn"); }

prototype.kill = function (this: any, signal?: any): boolean {
  const number = signal === 0 ? 0 : checkSignal(signal === undefined ? "SIGTERM" : signal);
  if (this._handle) {
    const error = childKill(this._handle, number);
    if (error === 0) {
      this.killed = true;
      return true;
    }
    if (error === EINVAL || error === ENOSYS) throw errnoException(error, "kill");
    if (error !== ESRCH) this.emit("error", errnoException(error, "kill"));
  }
  return false;
};

prototype[Symbol.dispose] = function (this: any): void {
  if (!this.killed) this.kill();
};

prototype.ref = function (this: any): void {
  if (this._handle) childReference(this._handle, true);
};

prototype.unref = function (this: any): void {
  if (this._handle) childReference(this._handle, false);
};

