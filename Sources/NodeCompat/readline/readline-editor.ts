/// The editing of a line on a terminal: what keys do, and how the line is shown.
// @optimize size
import { displayWidth } from "../prelude/display-width.ts";
import { clearScreenDown, cursorTo, moveCursor } from "./readline-cursor.ts";

/// How many removed texts and changes are kept.
const ringSize = 32;


/// The editor of an interface's line; `line` and `cursor` are the interface's.
export class Editor {
  #owner: any;
  #give: any;
  /// The line of the history that is shown: 0 is the newest, -1 none; and the text that looks for others.
  #index = -1;
  #search: any = null;
  #removed: string[] = [];
  #pasted = 0;
  #isPasting = false;
  #undone: any[] = [];
  #done: any[] = [];
  #previousKey: any = undefined;
  #wasReturn = 0;

  constructor(owner: any, give: any) {
    this.#owner = owner;
    this.#give = give;
  }

  /// Where a text ends that begins at the left.
  position(text: string): { rows: number; cols: number } {
    const columns: number = this.#owner.columns;
    let offset = 0;
    let rows = 0;
    for (const character of text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, "")) {
      if (character === "\n") {
        rows += Math.ceil(offset / columns) || 1;
        offset = 0;
        continue;
      }
      if (character === "\t") {
        offset += this.#owner.tabSize - (offset % this.#owner.tabSize);
        continue;
      }
      const width = displayWidth(character, false);
      // A wide character does not stand in the last column.
      if (width === 2 && (offset + 1) % columns === 0) offset++;
      offset += width;
    }
    const cols = columns === Infinity ? offset : offset % columns;
    return { cols, rows: rows + (columns === Infinity ? 0 : (offset - cols) / columns) };
  }

  /// Shows the prompt and the line anew.
  refresh(): void {
    const owner = this.#owner;
    const text = owner.getPrompt() + owner.line;
    const end = this.position(text);
    const cursor = owner.getCursorPos();
    const above: number = owner.prevRows || 0;
    if (above > 0) moveCursor(owner.output, 0, -above);
    cursorTo(owner.output, 0);
    clearScreenDown(owner.output);
    owner.writeOutput(text);
    // A terminal only makes a new row when something is to stand there.
    if (end.cols === 0) owner.writeOutput(" ");
    cursorTo(owner.output, cursor.cols);
    const below = end.rows - cursor.rows;
    if (below > 0) moveCursor(owner.output, 0, -below);
    owner.prevRows = cursor.rows;
  }

  clear(): void {
    this.#move(Infinity);
    this.#owner.writeOutput("\r\n");
    this.#owner.line = "";
    this.#owner.cursor = 0;
    this.#owner.prevRows = 0;
  }

  /// Moves the cursor by so many units.
  #move(count: number): void {
    const owner = this.#owner;
    if (count === 0) return;
    const before = owner.getCursorPos();
    owner.cursor = Math.min(Math.max(owner.cursor + count, 0), owner.line.length);
    const after = owner.getCursorPos();
    if (before.rows === after.rows) moveCursor(owner.output, after.cols - before.cols, 0);
    else this.refresh();
  }

  #insert(text: string): void {
    const owner = this.#owner;
    this.#remember();
    if (owner.cursor < owner.line.length) {
      owner.line = owner.line.slice(0, owner.cursor) + text + owner.line.slice(owner.cursor);
      owner.cursor += text.length;
      this.refresh();
      return;
    }
    const before = owner.getCursorPos();
    owner.line += text;
    owner.cursor += text.length;
    if (before.cols === 0 && owner.getCursorPos().rows > before.rows || owner.getCursorPos().cols === 0) this.refresh();
    else owner.writeOutput(text);
  }

  /// Replaces a part of the line; what is removed can be put back if `isKept`.
  #remove(start: number, end: number, isKept: boolean): void {
    const owner = this.#owner;
    this.#remember();
    const text = owner.line.slice(start, end);
    if (isKept && text !== "") {
      this.#removed.unshift(text);
      if (this.#removed.length > ringSize) this.#removed.pop();
      this.#pasted = 0;
    }
    owner.line = owner.line.slice(0, start) + owner.line.slice(end);
    owner.cursor = start;
    this.refresh();
  }

  #remember(): void {
    this.#undone.push({ text: this.#owner.line, cursor: this.#owner.cursor });
    if (this.#undone.length > 2048) this.#undone.shift();
    this.#done = [];
  }

  #restore(from: any[], to: any[]): void {
    const entry: any = from.pop();
    if (entry === undefined) return;
    to.push({ text: this.#owner.line, cursor: this.#owner.cursor });
    this.#owner.line = entry.text;
    this.#owner.cursor = entry.cursor;
    this.refresh();
  }

  /// The lengths of the characters before and behind the cursor.
  #leftLength(): number {
    const { line, cursor } = this.#owner;
    if (cursor <= 0) return 0;
    return cursor > 1 && line.codePointAt(cursor - 2) > 0xffff ? 2 : 1;
  }

  #rightLength(): number {
    const { line, cursor } = this.#owner;
    if (cursor >= line.length) return 0;
    return line.codePointAt(cursor) > 0xffff ? 2 : 1;
  }

  /// How far a word reaches to the left and to the right of the cursor.
  #wordLeft(): number {
    const { line, cursor } = this.#owner;
    const reversed = Array.from(line.slice(0, cursor) as string).reverse().join("");
    const match: any = /^\s*(?:[^\w\s]+|\w+)?/.exec(reversed);
    return match[0].length;
  }

  #wordRight(): number {
    const { line, cursor } = this.#owner;
    const match: any = /^(?:\s+|[^\w\s]+|\w+)\s*/.exec(line.slice(cursor));
    return match === null ? 0 : match[0].length;
  }

  /// Ends the line.
  #enter(): void {
    const line: string = this.#addToHistory();
    this.#undone = [];
    this.#done = [];
    this.clear();
    this.#give(line);
  }

  #addToHistory(): string {
    const owner = this.#owner;
    const line: string = owner.line;
    this.#index = -1;
    this.#search = null;
    if (line.length === 0 || owner.historySize === 0 || line.trim().length === 0) return line;
    if (owner.history.length === 0 || owner.history[0] !== line) {
      if (owner.removeHistoryDuplicates) {
        const known = owner.history.indexOf(line);
        if (known >= 0) owner.history.splice(known, 1);
      }
      owner.history.unshift(line);
      if (owner.history.length > owner.historySize) owner.history.pop();
    }
    // Listeners may change what is kept.
    owner.emit("history", owner.history);
    return owner.history[0] ?? line;
  }

  /// Shows an older (1) or newer (-1) line that begins like the text before the cursor.
  #browse(step: number): void {
    const owner = this.#owner;
    if (step < 0 && this.#index < 0) return;
    if (owner.history.length === 0) return;
    this.#remember();
    this.#search ??= owner.line.slice(0, owner.cursor);
    const search: string = this.#search;
    let index = this.#index + step;
    while (index >= 0 && index < owner.history.length &&
      (!owner.history[index].startsWith(search) || owner.line === owner.history[index])) {
      index += step;
    }
    if (index >= owner.history.length && step > 0) return;
    this.#index = index < 0 ? -1 : index;
    owner.line = index < 0 ? search : owner.history[index];
    owner.cursor = owner.line.length;
    this.refresh();
  }

  /// Asks the completer.
  #complete(isRepeated: boolean): void {
    const owner = this.#owner;
    owner.pause();
    const text = owner.line.slice(0, owner.cursor);
    const done = (error: any, value: any): void => {
      if (owner.closed) return;
      owner.resume();
      if (error) {
        owner.writeOutput("Tab completion error: " + error);
        return;
      }
      this.#showCompletions(value[0], value[1], isRepeated);
    };
    if (owner.completer.length === 2) {
      owner.completer(text, done);
      return;
    }
    const result: any = owner.completer(text);
    if (typeof result?.then === "function") result.then((value: any) => done(null, value), (error: any) => done(error, undefined));
    else done(null, result);
  }

  #showCompletions(found: any[], part: string, isRepeated: boolean): void {
    if (!found || found.length === 0) return;
    const owner = this.#owner;
    const real = found.filter((one) => one !== "");
    let prefix = real[0] ?? "";
    for (const one of real) while (!one.startsWith(prefix)) prefix = prefix.slice(0, -1);
    if (prefix.startsWith(part) && prefix.length > part.length) {
      this.#insert(prefix.slice(part.length));
      return;
    }
    if (!part.startsWith(prefix) && prefix !== "") {
      owner.line = owner.line.slice(0, owner.cursor - part.length) + prefix + owner.line.slice(owner.cursor);
      owner.cursor += prefix.length - part.length;
      this.refresh();
      return;
    }
    if (!isRepeated) return;
    const width = Math.max(...found.map((one) => displayWidth(one, false))) + 2;
    const columns = Math.floor(owner.columns / width) || 1;
    let output = "\r\n";
    let column = 0;
    let blanks = 0;
    for (const one of found) {
      if (one === "") {
        output += (column > 0 ? "\r\n" : "") + "\r\n";
        column = blanks = 0;
        continue;
      }
      if (column === columns) {
        output += "\r\n";
        column = blanks = 0;
      }
      output += " ".repeat(blanks) + one;
      blanks = width - displayWidth(one, false);
      column++;
    }
    owner.writeOutput(output + "\r\n\r\n");
    this.refresh();
  }

  /// What a key does.
  type(text: any, pressed: any): void {
    const owner = this.#owner;
    const key: any = pressed ?? {};
    const previous: any = this.#previousKey;
    this.#previousKey = key;
    // Anything but putting back ends the choice among removed texts.
    if (!key.meta || key.name !== "y") this.#isPasting = false;
    if (key.name !== "up" && key.name !== "down" && !(key.ctrl && (key.name === "p" || key.name === "n"))) {
      this.#search = null;
    }
    if (key.sequence === "\x1f") return this.#restore(this.#undone, this.#done);
    if (key.sequence === "\x1e") return this.#restore(this.#done, this.#undone);
    if (key.name === "escape") return;
    if (key.ctrl && key.shift) {
      if (key.name === "backspace") this.#remove(0, owner.cursor, true);
      else if (key.name === "delete") this.#remove(owner.cursor, owner.line.length, true);
      return;
    }
    if (key.ctrl) return this.#control(key);
    if (key.meta) return this.#meta(key);
    if (this.#wasReturn !== 0 && key.name !== "enter") this.#wasReturn = 0;
    switch (key.name) {
      case "return":
        this.#wasReturn = Date.now();
        return this.#enter();
      case "enter":
        // The second half of a line's end.
        if (this.#wasReturn === 0 || Date.now() - this.#wasReturn > owner.crlfDelay) this.#enter();
        this.#wasReturn = 0;
        return;
      case "backspace": {
        const length = this.#leftLength();
        if (length > 0) this.#remove(owner.cursor - length, owner.cursor, false);
        return;
      }
      case "delete": {
        const length = this.#rightLength();
        if (length > 0) this.#remove(owner.cursor, owner.cursor + length, false);
        return;
      }
      case "left": return this.#move(-this.#leftLength());
      case "right": return this.#move(this.#rightLength());
      case "home": return this.#move(-Infinity);
      case "end": return this.#move(Infinity);
      case "up": return this.#browse(1);
      case "down": return this.#browse(-1);
      case "tab":
        if (typeof owner.completer === "function" && owner.isCompletionEnabled) {
          return this.#complete(previous !== undefined && previous.name === "tab");
        }
    }
    if (typeof text !== "string" || text === "") return;
    let rest = text;
    for (let end = /\r\n|\n|\r/.exec(rest); end !== null; end = /\r\n|\n|\r/.exec(rest)) {
      if (end.index > 0) this.#insert(rest.slice(0, end.index));
      this.#enter();
      rest = rest.slice(end.index + end[0].length);
    }
    if (rest !== "") this.#insert(rest);
  }

  #control(key: any): void {
    const owner = this.#owner;
    switch (key.name) {
      case "c":
        if (owner.listenerCount("SIGINT") > 0) owner.emit("SIGINT");
        else owner.close();
        return;
      case "h": {
        const length = this.#leftLength();
        if (length > 0) this.#remove(owner.cursor - length, owner.cursor, false);
        return;
      }
      case "d":
        if (owner.cursor === 0 && owner.line.length === 0) owner.close();
        else if (owner.cursor < owner.line.length) this.#remove(owner.cursor, owner.cursor + this.#rightLength(), false);
        return;
      case "u": return this.#remove(0, owner.cursor, true);
      case "k": return this.#removeToEnd();
      case "a": return this.#move(-Infinity);
      case "e": return this.#move(Infinity);
      case "b": return this.#move(-this.#leftLength());
      case "f": return this.#move(this.#rightLength());
      case "l":
        cursorTo(owner.output, 0, 0);
        clearScreenDown(owner.output);
        return this.refresh();
      case "n": return this.#browse(-1);
      case "p": return this.#browse(1);
      case "y":
        if (this.#removed.length > 0) {
          this.#isPasting = true;
          this.#insert(this.#removed[this.#pasted]!);
        }
        return;
      case "z":
        if (owner.listenerCount("SIGTSTP") > 0) owner.emit("SIGTSTP");
        return;
      case "w": case "backspace": {
        const length = this.#wordLeft();
        if (length > 0) this.#remove(owner.cursor - length, owner.cursor, true);
        return;
      }
      case "delete": return this.#removeWordRight();
      case "left": return this.#move(-this.#wordLeft());
      case "right": return this.#move(this.#wordRight());
    }
  }

  /// The cursor stays where it is.
  #removeToEnd(): void {
    this.#remove(this.#owner.cursor, this.#owner.line.length, true);
  }

  #removeWordRight(): void {
    const length = this.#wordRight();
    if (length > 0) this.#remove(this.#owner.cursor, this.#owner.cursor + length, false);
  }

  #meta(key: any): void {
    switch (key.name) {
      case "b": return this.#move(-this.#wordLeft());
      case "f": return this.#move(this.#wordRight());
      case "d": case "delete": return this.#removeWordRight();
      case "backspace": {
        const length = this.#wordLeft();
        if (length > 0) this.#remove(this.#owner.cursor - length, this.#owner.cursor, true);
        return;
      }
      case "y":
        if (!this.#isPasting || this.#removed.length < 2) return;
        {
          const owner = this.#owner;
          const shown = this.#removed[this.#pasted]!;
          this.#pasted = (this.#pasted + 1) % this.#removed.length;
          const next = this.#removed[this.#pasted]!;
          owner.line = owner.line.slice(0, owner.cursor - shown.length) + next + owner.line.slice(owner.cursor);
          owner.cursor += next.length - shown.length;
          this.refresh();
        }
        return;
    }
  }
}
