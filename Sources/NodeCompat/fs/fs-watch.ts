/// `fs.watch` and its `fs.FSWatcher` (https://nodejs.org/api/fs.html#fswatchfilename-options-listener).
// @optimize size
import { fileEventsForget, fileEventsReference, fileEventsWatch } from "polyglot:runtime";
import { systemError } from "../prelude/node-errors.ts";
import { validateBoolean, validateFunction } from "../prelude/validators.ts";
import { EventEmitter } from "./event-emitter.ts";
import { checkPath, optionsOf } from "./fs-arguments.ts";
import { readdir, runNow } from "./fs-operations.ts";
import { ignoring } from "./fs-watch-ignore.ts";

/// What of a watcher the system watches: a folder below the path, or the path itself.
interface Place {
  watcher: any;
  path: string;
  /// Before the names that are told, with a slash at its end.
  prefix: string;
}

/// By the number of the system's watch, which is the same for all watchers of a path.
const places = new Map<number, Place[]>();

function told(watch: number, isChange: boolean, name: string | undefined): void {
  for (const place of (places.get(watch) ?? []).slice()) {
    if (place.watcher._places.has(watch)) tell(place, isChange ? "change" : "rename", name);
  }
}

function tell(place: Place, type: string, name: string | undefined): void {
  const watcher = place.watcher;
  const isBelow = place.prefix !== "";
  // A folder below tells of itself to the one above, too.
  if (name === undefined && isBelow) return;
  const relative = place.prefix + (name ?? place.path.slice(place.path.lastIndexOf("/") + 1));
  if (watcher._recursive && name !== undefined && type === "rename") watchBelow(watcher, place.path + "/" + name, relative + "/");
  if (watcher._ignores(relative)) return;
  watcher.emit("change", type, watcher._encoding === "buffer" ? Buffer.from(relative) : encoded(relative, watcher._encoding));
}

function encoded(name: string, encoding: string): string {
  return encoding === "utf8" || encoding === "utf-8" ? name : Buffer.from(name).toString(encoding as any);
}

function watchPlace(watcher: any, path: string, prefix: string): number {
  const watch = fileEventsWatch(path, told);
  if (watch < 0 || watcher._places.has(watch)) return watch;
  watcher._places.add(watch);
  const list = places.get(watch);
  if (list === undefined) places.set(watch, [{ watcher, path, prefix }]);
  else list.push({ watcher, path, prefix });
  return watch;
}

/// Watches a folder and those below it; anything else, and what is gone again, is nothing to watch.
function watchBelow(watcher: any, path: string, prefix: string): void {
  let entries: any[];
  try {
    entries = runNow(readdir(path, { withFileTypes: true }));
  } catch (error: any) {
    if (error.code === "ENOTDIR" || error.code === "ENOENT" || error.code === "EACCES") return;
    throw error;
  }
  if (prefix !== "" && watchPlace(watcher, path, prefix) < 0) return;
  for (const entry of entries) {
    if (entry.isDirectory()) watchBelow(watcher, path + "/" + entry.name, prefix + entry.name + "/");
  }
}

/// `fs.FSWatcher`
const FSWatcher: any = function FSWatcher(this: any): void {
  (EventEmitter as any).call(this);
  this._places = new Set<number>();
  this._isOpen = false;
  this._isReferenced = false;
  this._recursive = false;
  this._encoding = "utf8";
  this._ignores = undefined;
};
Object.setPrototypeOf(FSWatcher.prototype, (EventEmitter as any).prototype);
Object.setPrototypeOf(FSWatcher, EventEmitter as any);

function setReferenced(watcher: any, isReferenced: boolean): void {
  if (watcher._isReferenced !== isReferenced) fileEventsReference(isReferenced ? 1 : -1);
  watcher._isReferenced = isReferenced;
}

FSWatcher.prototype.close = function (this: any): void {
  if (!this._isOpen) return;
  this._isOpen = false;
  for (const watch of this._places) {
    const others = places.get(watch)!.filter((place) => place.watcher !== this);
    if (others.length > 0) {
      places.set(watch, others);
    } else {
      places.delete(watch);
      fileEventsForget(watch);
    }
  }
  this._places.clear();
  setReferenced(this, false);
  process.nextTick(() => this.emit("close"));
};

FSWatcher.prototype.ref = function (this: any): any {
  if (this._isOpen) setReferenced(this, true);
  return this;
};

FSWatcher.prototype.unref = function (this: any): any {
  if (this._isOpen) setReferenced(this, false);
  return this;
};

FSWatcher.prototype[Symbol.dispose] = function (this: any): void {
  this.close();
};

/// -ENOSPC.
const noSpace = -28;

function start(watcher: any, path: string): void {
  const watch = watchPlace(watcher, path, "");
  if (watch < 0) {
    const { message, errno, code, syscall } = systemError(watch, "watch", path);
    const isLimit = watch === noSpace;
    const text = isLimit ? "ENOSPC: System limit for number of file watchers reached, watch '" + path + "'" : message;
    throw Object.assign(new Error(text), { errno, syscall, code, path, filename: path });
  }
  if (watcher._recursive) watchBelow(watcher, path, "");
}

/// `fs.watch`
export function watch(filename: any, options?: any, listener?: any): any {
  const callback: any = typeof options === "function" ? options : listener;
  const given: any = optionsOf(options);
  if (callback !== undefined) validateFunction(callback, "listener");
  const { persistent = true, recursive = false, encoding = "utf8", signal } = given;
  validateBoolean(recursive, "options.recursive");
  const watcher: any = new FSWatcher();
  watcher._recursive = recursive;
  watcher._encoding = encoding;
  watcher._ignores = ignoring(given.ignore);
  start(watcher, checkPath(filename, "path"));
  watcher._isOpen = true;
  if (persistent) setReferenced(watcher, true);
  if (callback) watcher.on("change", callback);
  if (signal) {
    const close = () => watcher.close();
    if (signal.aborted) process.nextTick(close);
    else signal.addEventListener("abort", close, { once: true });
    watcher.once("close", () => signal.removeEventListener("abort", close));
  }
  return watcher;
}
