/// `node:readline` (https://nodejs.org/api/readline.html).
// @optimize size
import { clearLine, clearScreenDown, cursorTo, moveCursor } from "./readline-cursor.ts";
import { Interface as InterfaceClass } from "./readline-interface.ts";
import { emitKeypressEvents } from "./readline-keys.ts";
import * as promises from "./readline/promises.ts";

/// `readline.Interface`
export const Interface: any = InterfaceClass;

/// `readline.createInterface`
export function createInterface(input: any, output?: any, completer?: any, terminal?: any): any {
  return new Interface(input, output, completer, terminal);
}

export { clearLine, clearScreenDown, cursorTo, emitKeypressEvents, moveCursor, promises };
export default {
  Interface, clearLine, clearScreenDown, createInterface, cursorTo, emitKeypressEvents, moveCursor, promises,
};
