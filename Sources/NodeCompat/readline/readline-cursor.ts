/// Moving the cursor of a terminal (https://nodejs.org/api/readline.html#readlinecursortostream-x-y-callback).
// @optimize size
import { codedError, invalidValue } from "../prelude/node-errors.ts";
import { validateFunction } from "../prelude/validators.ts";

/// Writes a sequence to a stream, if there is one.
function send(stream: any, text: string, callback: any): boolean {
  if (callback !== undefined) validateFunction(callback, "callback");
  if (stream === null || stream === undefined || text === "") {
    if (typeof callback === "function") process.nextTick(callback, null);
    return true;
  }
  return stream.write(text, callback);
}

/// The sequence for a place.
export function placeSequence(x: any, y: any): string {
  if (Number.isNaN(x)) throw invalidValue("x", x, "is invalid");
  if (Number.isNaN(y)) throw invalidValue("y", y, "is invalid");
  if (typeof x !== "number" && typeof y !== "number") return "";
  if (typeof x !== "number") {
    throw codedError(new TypeError("Cannot set cursor row without setting its column"), "ERR_INVALID_CURSOR_POS");
  }
  return typeof y !== "number" ? "\x1b[" + (x + 1) + "G" : "\x1b[" + (y + 1) + ";" + (x + 1) + "H";
}

/// The sequence for a way.
export function waySequence(dx: any, dy: any): string {
  let text = "";
  if (dx < 0) text += "\x1b[" + -dx + "D";
  else if (dx > 0) text += "\x1b[" + dx + "C";
  if (dy < 0) text += "\x1b[" + -dy + "A";
  else if (dy > 0) text += "\x1b[" + dy + "B";
  return text;
}

/// The sequence that clears a line: before the cursor, behind it, or all.
export function lineSequence(direction: any): string {
  return direction < 0 ? "\x1b[1K" : direction > 0 ? "\x1b[0K" : "\x1b[2K";
}

/// `readline.cursorTo`
export function cursorTo(stream: any, x: any, y?: any, callback?: any): boolean {
  let done: any = callback;
  let row: any = y;
  if (typeof y === "function") {
    done = y;
    row = undefined;
  }
  if (done !== undefined) validateFunction(done, "callback");
  return send(stream, placeSequence(x, row), done);
}

/// `readline.moveCursor`
export function moveCursor(stream: any, dx: any, dy: any, callback?: any): boolean {
  return send(stream, waySequence(dx, dy), callback);
}

/// `readline.clearLine`
export function clearLine(stream: any, direction: any, callback?: any): boolean {
  return send(stream, lineSequence(direction), callback);
}

/// `readline.clearScreenDown`
export function clearScreenDown(stream: any, callback?: any): boolean {
  return send(stream, "\x1b[0J", callback);
}
