/// `readable.wrap`: streams of the time before `read` as ours.
// @optimize size
import { destroyer, errorOrDestroy } from "./stream-destroy.ts";

/// `readable.wrap`
export function wrap(this: any, source: any): any {
  let isPaused = false;
  source.on("data", (chunk: any) => {
    if (!this.push(chunk) && source.pause) {
      isPaused = true;
      source.pause();
    }
  });
  source.on("end", () => this.push(null));
  source.on("error", (error: any) => errorOrDestroy(this, error));
  source.on("close", () => this.destroy());
  source.on("destroy", () => this.destroy());
  this._read = (): void => {
    if (isPaused && source.resume) {
      isPaused = false;
      source.resume();
    }
  };
  // Its other methods are ours, too.
  for (const name of Object.keys(source)) {
    if (this[name] === undefined && typeof source[name] === "function") this[name] = source[name].bind(source);
  }
  return this;
}

/// `Readable.wrap`, for the class Readable.
export function wrapped(constructor: any, source: any, options: any): any {
  return new constructor({
    objectMode: source.readableObjectMode ?? source.objectMode ?? true,
    ...options,
    destroy(error: any, callback: any): void {
      destroyer(source, error);
      callback(error);
    },
  }).wrap(source);
}
