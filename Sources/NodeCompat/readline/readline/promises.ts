/// `node:readline/promises` (https://nodejs.org/api/readline.html#promises-api).
// @optimize size
import { AbortError, invalidType } from "../../prelude/node-errors.ts";
import { validateAbortSignal, validateBoolean, validateInteger } from "../../prelude/validators.ts";
import { lineSequence, placeSequence, waySequence } from "../readline-cursor.ts";
import { Interface as Base } from "../readline-interface.ts";

/// `readlinePromises.Interface`: questions give promises.
export class Interface extends (Base as any) {
  question(query: any, options: any = {}): any {
    return new Promise((resolve, reject) => {
      let done: any = resolve;
      const signal: any = options?.signal;
      if (signal) {
        validateAbortSignal(signal, "options.signal");
        if (signal.aborted) return reject(new AbortError(undefined, { cause: signal.reason }));
        const onAbort = (): void => {
          this.cancelQuestion();
          reject(new AbortError(undefined, { cause: signal.reason }));
        };
        signal.addEventListener("abort", onAbort, { once: true });
        done = (answer: any): void => {
          signal.removeEventListener("abort", onAbort);
          resolve(answer);
        };
      }
      this.ask(query, done);
    });
  }
}

/// `readlinePromises.Readline`: movements that are written together.
export class Readline {
  #stream: any;
  #commits: boolean;
  #waiting: string[] = [];

  constructor(stream: any, options?: any) {
    if (typeof stream?.write !== "function") throw invalidType("stream", "an instance of Writable", stream);
    this.#stream = stream;
    if (options?.autoCommit !== undefined && options.autoCommit !== null) {
      validateBoolean(options.autoCommit, "options.autoCommit");
    }
    this.#commits = !!options?.autoCommit;
  }

  #add(text: string): this {
    if (text === "") return this;
    if (this.#commits) process.nextTick(() => this.#stream.write(text));
    else this.#waiting.push(text);
    return this;
  }

  cursorTo(x: any, y?: any): this {
    validateInteger(x, "x");
    if (y !== undefined && y !== null) validateInteger(y, "y");
    return this.#add(placeSequence(x, y === null ? undefined : y));
  }

  moveCursor(dx: any, dy: any): this {
    if (dx || dy) {
      validateInteger(dx, "dx");
      validateInteger(dy, "dy");
    }
    return this.#add(waySequence(dx, dy));
  }

  clearLine(direction: any): this {
    validateInteger(direction, "dir", -1, 1);
    return this.#add(lineSequence(direction));
  }

  clearScreenDown(): this {
    return this.#add("\x1b[0J");
  }

  commit(): Promise<void> {
    return new Promise((resolve) => {
      this.#stream.write(this.#waiting.join(""), () => resolve());
      this.#waiting = [];
    });
  }

  rollback(): this {
    this.#waiting = [];
    return this;
  }
}

/// `readlinePromises.createInterface`
export function createInterface(input: any, output?: any, completer?: any, terminal?: any): any {
  return new (Interface as any)(input, output, completer, terminal);
}

export default { Interface, Readline, createInterface };
