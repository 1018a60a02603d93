/// Children that the program waits for (https://nodejs.org/api/child_process.html#synchronous-process-creation).
// @optimize size
import { binaryByteLength, bufferDecode, bufferEncode, childRun } from "polyglot:runtime";
import { encodingNumber, UNKNOWN } from "../prelude/buffer-encodings.ts";
import { errnoException, invalidType } from "../prelude/node-errors.ts";
import { signalName } from "../prelude/signals.ts";
import { validateObject, validateString } from "../prelude/validators.ts";
import {
  Channel, checkKillSignal, checkMaxBuffer, checkTimeout, isView, normalize, parseStdio,
} from "./child_process-arguments.ts";

/// What src/process/child.c takes for a connection of a child, and for nothing.
const PIPE = -3;
const NULL_DEVICE = -1;
const CLOSED = -2;

/// The descriptor of a child as the runtime wants it.
export function descriptorOf(channel: Channel, index: number): number {
  if (channel.type === "pipe") return PIPE;
  if (channel.type === "ignore") return index < 3 ? NULL_DEVICE : CLOSED;
  return channel.fd;
}

/// What a child is to read: bytes; otherwise ERR_INVALID_ARG_TYPE.
function inputOf(input: any, index: number, encoding: any): any {
  if (input === undefined || input === null) return undefined;
  if (isView(input)) return input;
  if (typeof input === "string") {
    const number = encodingNumber(encoding);
    return bufferEncode(input, number === UNKNOWN ? 0 : number);
  }
  throw invalidType("options.stdio[" + index + "]", "of type string or an instance of Buffer, TypedArray, or DataView", input);
}

/// `child_process.spawnSync`
export function spawnSync(file: any, args?: any, options?: any): any {
  const settings: any = { maxBuffer: 1024 * 1024, ...normalize(file, args, options) };
  checkTimeout(settings.timeout);
  checkMaxBuffer(settings.maxBuffer);
  const killSignal = checkKillSignal(settings.killSignal);
  const channels = parseStdio(settings.stdio || "pipe", true);
  if (settings.input) channels[0] = { type: channels[0].type, fd: channels[0].fd, input: settings.input };
  const inputs: any[] = [];
  for (let i = 0; i < channels.length; i++) inputs.push(inputOf(channels[i].input, i, settings.encoding));
  return resultOf(
    childRun([
      settings.file, settings.args.map(String), settings.envPairs, settings.cwd, channels.map(descriptorOf),
      settings.uid ?? -1, settings.gid ?? -1, settings.detached, inputs, settings.timeout ?? 0,
      settings.maxBuffer === Infinity ? -1 : settings.maxBuffer ?? -1, killSignal || 15,
      // Names what the program is to contain, as that is what it gets.
      Buffer,
    ]),
    settings,
  );
}

function resultOf(fields: any, settings: any): any {
  const process: number = fields[0];
  const hasStarted = process > 0;
  const number: number = !hasStarted ? process : fields[3] !== 0 ? fields[3] : fields[4];
  const result: any = {};
  if (number !== 0) {
    result.error = errnoException(number, "spawnSync " + settings.file);
    result.error.path = settings.file;
    result.error.spawnargs = settings.args.slice(1);
  }
  result.status = hasStarted && fields[2] === 0 ? fields[1] : null;
  result.signal = hasStarted && fields[2] !== 0 ? signalName(fields[2]) : null;
  result.output = hasStarted ? fields[5] : null;
  result.pid = hasStarted ? process : 0;
  const encoding = settings.encoding && settings.encoding !== "buffer" ? encodingNumber(settings.encoding) : UNKNOWN;
  if (encoding !== UNKNOWN && hasStarted) {
    result.output = fields[5].map((bytes: any) => (bytes === null ? null : bufferDecode(bytes, encoding, 0, binaryByteLength(bytes))));
  }
  result.stdout = hasStarted ? result.output[1] : undefined;
  result.stderr = hasStarted ? result.output[2] : undefined;
  return result;
}

/// The error of a child that failed, with all of its result; undefined if it did not.
function errorOf(result: any, args: string[] | undefined, command: string): any {
  if (result.error) return Object.assign(result.error, result);
  if (result.status === 0) return undefined;
  let message = "Command failed: " + (command || args!.join(" "));
  if (result.stderr && result.stderr.length > 0) message += "\n" + result.stderr.toString();
  return Object.assign(new Error(message), result);
}

/// What the functions share that give the output alone; unless the caller says otherwise, errors are ours.
function outputOf(result: any, inheritsErrors: boolean, args: string[] | undefined, command: string): any {
  if (inheritsErrors && result.stderr) process.stderr.write(result.stderr);
  const error: any = errorOf(result, args, command);
  if (error !== undefined) throw error;
  return result.stdout;
}

/// `child_process.execFileSync`
export function execFileSync(file: any, args?: any, options?: any): any {
  let list: any = args;
  let settings: any = options;
  if (!Array.isArray(args)) {
    list = [];
    if (args !== null && typeof args === "object") settings = args;
    else if (args !== undefined && args !== null) throw invalidType("args", "of type object", args);
  }
  if (settings !== undefined && settings !== null) validateObject(settings, "options");
  const result: any = spawnSync(file, list, settings ?? undefined);
  return outputOf(result, !settings?.stdio, [settings?.argv0 || file, ...list], "");
}

/// `child_process.execSync`
export function execSync(command: any, options?: any): any {
  const settings = shellOptions(command, options);
  return outputOf(spawnSync(command, undefined, settings), !settings.stdio, undefined, command);
}

/// The options of a command of the shell.
export function shellOptions(command: any, options: any): any {
  validateString(command, "command");
  if (command.includes("\u0000")) normalize(command, undefined, undefined);
  return { ...options, shell: typeof options?.shell === "string" ? options.shell : true };
}
