/// `fs.Dir` (https://nodejs.org/api/fs.html#class-fsdir): a directory that is read entry by entry.
// @optimize size
import { codedError } from "../prelude/node-errors.ts";
import { validateFunction } from "../prelude/validators.ts";

/// So many entries Node reads at a time.
const BATCH = 32;

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

  /// Whether Node reads more entries in a thread now, or finds out that there are none.
  #needsMore(): boolean {
    return this.#next % BATCH === 0 || this.#next === this.#entries.length;
  }

  read(callback?: any): any {
    if (callback === undefined) return this.#readLater();
    validateFunction(callback, "callback");
    this.#check();
    const tell = (): void => { callback(null, this.readSync()); };
    if (this.#needsMore()) setImmediate(tell);
    else process.nextTick(tell);
  }

  async #readLater(): Promise<any> {
    this.#check();
    if (this.#needsMore()) await new Promise((resolve) => { setImmediate(resolve); });
    return this.readSync();
  }

  closeSync(): void {
    this.#check();
    this.#isClosed = true;
  }

  close(callback?: any): any {
    if (callback === undefined) return this.#closeLater();
    validateFunction(callback, "callback");
    this.closeSync();
    setImmediate(callback, null);
  }

  async #closeLater(): Promise<void> {
    this.closeSync();
    await new Promise((resolve) => { setImmediate(resolve); });
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<any> {
    try {
      for (let entry = await this.#readLater(); entry !== null; entry = await this.#readLater()) yield entry;
    } finally {
      if (!this.#isClosed) await this.#closeLater();
    }
  }

  entries(): AsyncGenerator<any> { return this[Symbol.asyncIterator](); }

  [Symbol.dispose](): void {
    if (!this.#isClosed) this.closeSync();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isClosed) await this.#closeLater();
  }
}
