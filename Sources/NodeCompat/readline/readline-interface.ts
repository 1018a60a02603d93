/// `readline.Interface` (https://nodejs.org/api/readline.html#class-interfaceconstructor): lines of a stream, and of a
/// terminal with editing.
// @optimize size
import { EventEmitter } from "./event-emitter.ts";
import { addAbortListener, firstArguments } from "./event-waiting.ts";
import { codedError, invalidType, invalidValue, outOfRange } from "../prelude/node-errors.ts";
import { validateAbortSignal, validateArray, validateInteger } from "../prelude/validators.ts";
import { StringDecoder } from "./string_decoder.ts";
import { Editor } from "./readline-editor.ts";
import { emitKeypressEvents } from "./readline-keys.ts";

/// The texts that end lines besides a line feed.
const otherEnds = /[\r\u2028\u2029]/;
const ends = /\r?\n|\r(?!\n)|\u2028|\u2029/g;

function closedError(): any {
  return codedError(new Error("readline was closed"), "ERR_USE_AFTER_CLOSE");
}

/// The lines of an input.
export class Interface extends (EventEmitter as any) {
  declare line: any;
  declare terminal: any;
  declare input: any;
  declare output: any;
  declare history: any[];
  declare historySize: number;
  declare crlfDelay: number;
  declare escapeCodeTimeout: number;
  declare tabSize: number;
  declare completer: any;
  declare removeHistoryDuplicates: boolean;
  declare closed: any;
  declare paused: any;
  declare prevRows: number;
  declare isCompletionEnabled: boolean;
  declare cursor: any;
  #prompt = "> ";
  #decoder: any;
  /// The beginning of a line whose end has not come, and when a carriage return ended the last one.
  #partial: any = undefined;
  #returnAt = 0;
  #questionCallback: any = undefined;
  #oldPrompt = "";
  #editor: any = undefined;

  constructor(input: any, output?: any, completer?: any, terminal?: any) {
    super();
    let options: any = input;
    if (!input || input.input === undefined) options = { input, output, completer, terminal };
    this.input = options.input;
    this.output = options.output;
    this.completer = options.completer;
    if (this.completer !== undefined && typeof this.completer !== "function") {
      throw invalidValue("completer", this.completer, "is invalid");
    }
    const size: any = options.historySize ?? 30;
    if (typeof size !== "number") throw invalidType("size", "of type number", size);
    if (Number.isNaN(size) || size < 0) throw outOfRange("size", ">= 0", size);
    if (options.history !== undefined) validateArray(options.history, "history");
    if (options.tabSize !== undefined) validateInteger(options.tabSize, "tabSize", 1, 4294967295);
    if (options.signal) validateAbortSignal(options.signal, "options.signal");
    if (options.escapeCodeTimeout !== undefined && !Number.isFinite(options.escapeCodeTimeout)) {
      throw invalidValue("input.escapeCodeTimeout", options.escapeCodeTimeout, "is invalid");
    }
    this.line = "";
    this.escapeCodeTimeout = options.escapeCodeTimeout ?? 500;
    this.tabSize = options.tabSize ?? 8;
    this.historySize = size;
    this.history = options.history ?? [];
    this.removeHistoryDuplicates = !!options.removeHistoryDuplicates;
    this.crlfDelay = options.crlfDelay ? Math.max(100, options.crlfDelay) : 100;
    this.terminal = !!(options.terminal ?? this.output?.isTTY);
    this.prevRows = 0;
    this.isCompletionEnabled = true;
    if (options.prompt !== undefined) this.#prompt = options.prompt;
    const onError = (error: any): void => {
      this.emit("error", error);
    };
    this.input.on("error", onError);
    if (this.terminal) this.#startTerminal(onError);
    else this.#startText(onError);
    if (options.signal) {
      const onAbort = (): void => this.close();
      if (options.signal.aborted) process.nextTick(onAbort);
      else {
        const listening: any = addAbortListener(options.signal, onAbort);
        this.once("close", () => listening[Symbol.dispose]());
      }
    }
    this.input.resume();
  }

  #startText(onError: any): void {
    this.#decoder = new StringDecoder("utf8");
    const onData = (data: any): void => this.#take(data);
    const onEnd = (): void => {
      if (typeof this.#partial === "string" && this.#partial.length > 0) this.emit("line", this.#partial);
      this.close();
    };
    this.input.on("data", onData);
    this.input.on("end", onEnd);
    this.once("close", () => {
      this.input.removeListener("data", onData);
      this.input.removeListener("error", onError);
      this.input.removeListener("end", onEnd);
    });
  }

  #startTerminal(onError: any): void {
    const editor: any = new Editor(this, (line: string) => this.#give(line));
    this.#editor = editor;
    emitKeypressEvents(this.input, this);
    const onKey = (text: any, key: any): void => {
      editor.type(text, key);
      if (key?.sequence) {
        // A half of a pair is completed by the next key.
        const unit = key.sequence.codePointAt(0);
        if (unit >= 0xd800 && unit <= 0xdfff) editor.refresh();
      }
    };
    const onEnd = (): void => {
      if (typeof this.line === "string" && this.line.length > 0) this.emit("line", this.line);
      this.close();
    };
    const onResize = (): void => editor.refresh();
    this.input.on("keypress", onKey);
    this.input.on("end", onEnd);
    this.#setRaw(true);
    this.cursor = 0;
    this.output?.on("resize", onResize);
    this.once("close", () => {
      this.input.removeListener("keypress", onKey);
      this.input.removeListener("error", onError);
      this.input.removeListener("end", onEnd);
      this.output?.removeListener("resize", onResize);
    });
  }

  #setRaw(isRaw: boolean): void {
    if (typeof this.input.setRawMode === "function") this.input.setRawMode(isRaw);
  }

  /// A line is complete.
  #give(line: string): void {
    const callback: any = this.#questionCallback;
    if (callback) {
      this.#questionCallback = undefined;
      this.setPrompt(this.#oldPrompt);
      callback(line);
    } else {
      this.emit("line", line);
    }
  }

  /// Takes text that is not typed.
  #take(data: any): void {
    if (data === undefined) return;
    let text: string = this.#decoder.write(typeof data === "string" ? Buffer.from(data) : data);
    if (this.#returnAt !== 0 && Date.now() - this.#returnAt <= this.crlfDelay) {
      if (text.charCodeAt(0) === 10) text = text.slice(1);
      this.#returnAt = 0;
    }
    if (text === "") return;
    const isPlain = !otherEnds.test(text);
    if (isPlain && !text.includes("\n")) {
      this.#partial = this.#partial ? this.#partial + text : text;
      return;
    }
    // The part before may end with the first half of an end.
    if (this.#partial) text = this.#partial + text;
    this.#partial = undefined;
    if (isPlain && !otherEnds.test(text)) {
      let start = 0;
      for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
        const line = text.slice(start, end);
        start = end + 1;
        // Whoever looks at it meanwhile sees what is left.
        this.#give(line);
      }
      this.#keep(text.slice(start));
      return;
    }
    this.#returnAt = text.endsWith("\r") ? Date.now() : 0;
    const lines = text.split(ends);
    const rest: any = lines.pop();
    for (const line of lines) this.#give(line);
    this.#keep(rest);
  }

  #keep(rest: string): void {
    // Listeners may have written more.
    this.#partial = this.#partial ? this.#partial + rest : rest;
  }

  #checkOpen(): void {
    if (this.closed) throw closedError();
  }

  get columns(): number {
    return this.output?.columns || Infinity;
  }

  setPrompt(prompt: any): void {
    this.#prompt = prompt;
  }

  getPrompt(): string {
    return this.#prompt;
  }

  prompt(preserveCursor?: any): void {
    this.#checkOpen();
    if (this.paused) this.resume();
    if (this.terminal && process.env.TERM !== "dumb") {
      if (!preserveCursor) this.cursor = 0;
      this.#editor.refresh();
    } else {
      this.writeOutput(this.#prompt);
    }
  }

  writeOutput(text: string): void {
    if (this.output !== null && this.output !== undefined) this.output.write(text);
  }

  question(query: any, options: any, callback?: any): void {
    this.#checkOpen();
    let done: any = typeof options === "function" ? options : callback;
    const signal: any = options !== null && typeof options === "object" ? options.signal : undefined;
    if (signal) {
      validateAbortSignal(signal, "options.signal");
      if (signal.aborted) return;
      const onAbort = (): void => this.cancelQuestion();
      signal.addEventListener("abort", onAbort, { once: true });
      const original: any = done;
      done = (answer: any): any => {
        signal.removeEventListener("abort", onAbort);
        return typeof original === "function" ? original(answer) : undefined;
      };
    }
    if (typeof done === "function") this.ask(query, done);
  }

  /// Asks, unless a question is open.
  ask(query: any, callback: any): void {
    this.#checkOpen();
    if (this.#questionCallback) {
      this.prompt();
      return;
    }
    this.#oldPrompt = this.#prompt;
    this.setPrompt(query);
    this.#questionCallback = callback;
    this.prompt();
  }

  cancelQuestion(): void {
    if (!this.#questionCallback) return;
    this.#questionCallback = undefined;
    this.setPrompt(this.#oldPrompt);
    if (this.terminal) this.clearLine();
  }

  close(): void {
    if (this.closed) return;
    this.pause();
    if (this.terminal) this.#setRaw(false);
    this.closed = true;
    this.emit("close");
  }

  pause(): any {
    this.#checkOpen();
    if (this.paused) return this;
    this.input.pause();
    this.paused = true;
    this.emit("pause");
    return this;
  }

  resume(): any {
    this.#checkOpen();
    if (!this.paused) return this;
    this.input.resume();
    this.paused = false;
    this.emit("resume");
    return this;
  }

  write(data: any, key?: any): void {
    this.#checkOpen();
    if (this.paused) this.resume();
    if (this.terminal) this.#editor.type(data, key);
    else this.#take(data);
  }

  clearLine(): void {
    this.#editor?.clear();
  }

  getCursorPos(): { rows: number; cols: number } {
    return (this.#editor ?? new Editor(this, undefined)).position(this.#prompt + this.line.slice(0, this.cursor ?? 0));
  }

  [Symbol.dispose](): void {
    this.close();
  }

  [Symbol.asyncIterator](): any {
    return firstArguments(this, "line", { close: ["close"], highWaterMark: 1024 });
  }
}
