/// What standard streams can do if they are terminals (https://nodejs.org/api/tty.html).
// @optimize size
import { processEnvironment, terminalColumns, terminalRows, terminalSetRaw } from "polyglot:runtime";
import { invalidValue, systemError } from "./node-errors.ts";

const methods = {
  getWindowSize(this: any): number[] {
    return [terminalColumns(this.fd), terminalRows(this.fd)];
  },
  getColorDepth(this: any, environment?: any): number {
    return colorDepth(environment ?? variables());
  },
  hasColors(this: any, count?: any, environment?: any): boolean {
    const wanted: any = typeof count === "number" ? count : 16;
    return wanted <= 2 ** colorDepth((typeof count === "object" ? count : environment) ?? variables());
  },
  clearLine(this: any, direction: any, callback?: any): boolean {
    return this.write(direction < 0 ? "\x1b[1K" : direction > 0 ? "\x1b[0K" : "\x1b[2K", callback);
  },
  clearScreenDown(this: any, callback?: any): boolean {
    return this.write("\x1b[0J", callback);
  },
  cursorTo(this: any, x: any, y?: any, callback?: any): boolean {
    const done: any = typeof y === "function" ? y : callback;
    if (Number.isNaN(x)) throw invalidValue("x", x, "is invalid");
    return this.write(typeof y === "number" ? "\x1b[" + (y + 1) + ";" + (x + 1) + "H" : "\x1b[" + (x + 1) + "G", done);
  },
  moveCursor(this: any, dx: any, dy: any, callback?: any): boolean {
    let text = "";
    if (dx < 0) text += "\x1b[" + -dx + "D";
    else if (dx > 0) text += "\x1b[" + dx + "C";
    if (dy < 0) text += "\x1b[" + -dy + "A";
    else if (dy > 0) text += "\x1b[" + dy + "B";
    return this.write(text, callback);
  },
  setRawMode(this: any, mode: any): any {
    const error = terminalSetRaw(this.fd, !!mode);
    if (error < 0) this.emit("error", systemError(error, "setRawMode"));
    else this.isRaw = !!mode;
    return this;
  },
};

/// The environment as an object.
function variables(): any {
  const pairs: any[] = processEnvironment();
  const result: any = {};
  for (let i = 0; i < pairs.length; i += 2) result[pairs[i]] = pairs[i + 1];
  return result;
}

/// How many bits of colour a terminal shows, by what its variables say.
function colorDepth(environment: any): number {
  const forced: any = environment.FORCE_COLOR;
  if (forced !== undefined) {
    if (forced === "" || forced === "1" || forced === "true") return 4;
    if (forced === "2") return 8;
    return forced === "3" ? 24 : 1;
  }
  if (environment.NODE_DISABLE_COLORS || environment.NO_COLOR || environment.TERM === "dumb") return 1;
  if (environment.TMUX) return 24;
  if (environment.COLORTERM === "truecolor" || environment.COLORTERM === "24bit") return 24;
  const terminal: any = environment.TERM;
  if (!terminal) return 1;
  if (terminal.startsWith("xterm-256")) return 8;
  return /ansi|color|linux|con[0-9]*x[0-9]|rxvt|screen|xterm|vt100|cygwin/.test(terminal.toLowerCase()) ? 4 : 1;
}

/// A method, of terminals only.
function ofTerminal(stream: any, method: any): any {
  return stream.isTTY ? method : undefined;
}

export function get_getWindowSize(this: any): any { return ofTerminal(this, methods.getWindowSize); }
export function get_getColorDepth(this: any): any { return ofTerminal(this, methods.getColorDepth); }
export function get_hasColors(this: any): any { return ofTerminal(this, methods.hasColors); }
export function get_clearLine(this: any): any { return ofTerminal(this, methods.clearLine); }
export function get_clearScreenDown(this: any): any { return ofTerminal(this, methods.clearScreenDown); }
export function get_cursorTo(this: any): any { return ofTerminal(this, methods.cursorTo); }
export function get_moveCursor(this: any): any { return ofTerminal(this, methods.moveCursor); }
export function get_setRawMode(this: any): any { return ofTerminal(this, methods.setRawMode); }
