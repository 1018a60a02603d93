/// `fs.Dir` (https://nodejs.org/api/fs.html#class-fsdir): a directory that is read entry by entry.
// @optimize size
import { codedError } from "../prelude/node-errors.ts";
import { validateFunction } from "../prelude/validators.ts";

export class Dir {
  readonly path: string;
  #entries: any[];
  #next = 0;
  #isClosed = false;

  constructor(path: string, entries: any[]) {
    this.path = path;
    this.#entries = entries;
  }

  #check(): void {
    if (this.#isClosed) throw codedError(new Error("Directory handle was closed"), "ERR_DIR_CLOSED");
  }

  readSync(): any {
    this.#check();
    return this.#next < this.#entries.length ? this.#entries[this.#next++] : null;
  }

  read(callback?: any): any {
    if (callback === undefined) return new Promise((resolve) => resolve(this.readSync()));
    validateFunction(callback, "callback");
    process.nextTick(callback, null, this.readSync());
  }

  closeSync(): void {
    this.#check();
    this.#isClosed = true;
  }

  close(callback?: any): any {
    if (callback === undefined) return new Promise<void>((resolve) => resolve(this.closeSync()));
    validateFunction(callback, "callback");
    this.closeSync();
    process.nextTick(callback, null);
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<any> {
    try {
      for (let entry = this.readSync(); entry !== null; entry = this.readSync()) yield entry;
    } finally {
      if (!this.#isClosed) this.closeSync();
    }
  }

  entries(): AsyncGenerator<any> { return this[Symbol.asyncIterator](); }

  [Symbol.dispose](): void {
    if (!this.#isClosed) this.closeSync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isClosed) this.closeSync();
  }
}
