/// `fs.watchFile` and its `fs.StatWatcher`, which look at a file again and again
/// (https://nodejs.org/api/fs.html#fswatchfilefilename-options-listener).
// @optimize size
import { validateBoolean, validateFunction, validateInteger } from "../prelude/validators.ts";
import { EventEmitter } from "./event-emitter.ts";
import { checkPath } from "./fs-arguments.ts";
import { runLater, stat } from "./fs-operations.ts";
import { BigIntStats, Stats } from "./fs-stats.ts";

const watchers = new Map<string, any>();

/// `fs.StatWatcher`
const StatWatcher: any = function StatWatcher(this: any, path: string, interval: number, bigint: boolean): void {
  (EventEmitter as any).call(this);
  this._path = path;
  this._interval = interval;
  this._bigint = bigint;
  this._previous = undefined;
  this._timer = undefined;
  this._isReferenced = true;
  this._isRunning = true;
};
Object.setPrototypeOf(StatWatcher.prototype, (EventEmitter as any).prototype);
Object.setPrototypeOf(StatWatcher, EventEmitter as any);

/// What is told of a file that is not there.
function noStats(bigint: boolean): any {
  const zeros: number[] = new Array(22).fill(0);
  return bigint ? new BigIntStats(zeros) : new Stats(zeros);
}

/// Whether anything but the time of the last access differs.
function isSame(a: any, b: any): boolean {
  return a.ctimeMs === b.ctimeMs && a.mtimeMs === b.mtimeMs && a.birthtimeMs === b.birthtimeMs && a.size === b.size
    && a.mode === b.mode && a.uid === b.uid && a.gid === b.gid && a.ino === b.ino && a.dev === b.dev;
}

function look(watcher: any): void {
  runLater(stat(watcher._path, { bigint: watcher._bigint }, true), (error: any, found: any) => {
    if (!watcher._isRunning) return;
    const current: any = error ? noStats(watcher._bigint) : found;
    const previous: any = watcher._previous;
    watcher._previous = current;
    // A file that is not there at first is told once.
    if (previous === undefined ? error : !isSame(current, previous)) watcher.emit("change", current, previous ?? current);
    if (!watcher._isRunning) return;
    watcher._timer = setTimeout(look, watcher._interval, watcher);
    if (!watcher._isReferenced) watcher._timer.unref();
  });
}

StatWatcher.prototype.stop = function (this: any): void {
  if (!this._isRunning) return;
  this._isRunning = false;
  clearTimeout(this._timer);
  process.nextTick(() => this.emit("stop"));
};

StatWatcher.prototype.close = StatWatcher.prototype.stop;

StatWatcher.prototype.ref = function (this: any): any {
  this._isReferenced = true;
  this._timer?.ref();
  return this;
};

StatWatcher.prototype.unref = function (this: any): any {
  this._isReferenced = false;
  this._timer?.unref();
  return this;
};

/// A path of an argument as the key of its watcher.
function keyOf(filename: any): string {
  const path = checkPath(filename, "path");
  return path.startsWith("/") ? path : process.cwd() + "/" + path;
}

/// `fs.watchFile`
export function watchFile(filename: any, options: any, listener?: any): any {
  const path = keyOf(filename);
  const callback: any = typeof options === "function" ? options : listener;
  const given: any = options === null || typeof options !== "object" ? {} : options;
  validateFunction(callback, "listener");
  const { persistent = true, interval = 5007, bigint = false } = given;
  validateInteger(interval, "interval", 0, 4294967295);
  validateBoolean(bigint, "options.bigint");
  let watcher: any = watchers.get(path);
  if (watcher === undefined) {
    watcher = new StatWatcher(path, interval, bigint);
    watchers.set(path, watcher);
    if (!persistent) watcher.unref();
    look(watcher);
  }
  watcher.on("change", callback);
  return watcher;
}

/// `fs.unwatchFile`
export function unwatchFile(filename: any, listener?: any): void {
  const path = keyOf(filename);
  const watcher: any = watchers.get(path);
  if (watcher === undefined) return;
  if (typeof listener === "function") watcher.removeListener("change", listener);
  else watcher.removeAllListeners("change");
  if (watcher.listenerCount("change") > 0) return;
  watcher.stop();
  watchers.delete(path);
}
