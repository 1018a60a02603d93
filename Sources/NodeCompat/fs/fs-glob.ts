/// `fs.glob` (https://nodejs.org/api/fs.html#fsglobpattern-options-callback): the files that patterns name. Folders are
/// visited one after another, those that were found last first; in each, all patterns are followed at the same time.
// @optimize size
import { invalidType } from "../prelude/node-errors.ts";
import { validateFunction, validateString } from "../prelude/validators.ts";
import { basename, dirname, join, resolve } from "node:path";
import { checkPath } from "./fs-arguments.ts";
import * as operations from "./fs-operations.ts";
import { Dirent } from "./fs-stats.ts";
import { type Steps, stepNow, stepPromised } from "./fs-trees.ts";
import { globMatcher, globPatterns, type GlobSegment, matchesName } from "./glob-pattern.ts";

const directory = 0o040000;
const symbolicLink = 0o120000;
const matching = { dot: false, matchesBase: false };

/// A pattern, of which each folder but `**` is one step.
interface Pattern {
  number: number;
  segments: GlobSegment[];
}

/// How far a pattern has come: the segments that are to be matched next, and those `**` that came through a symbolic
/// link, which they do not follow further.
interface Progress {
  pattern: Pattern;
  next: Set<number>;
  linked: Set<number>;
}

function nameOf(segment: GlobSegment | undefined): string | undefined {
  return segment !== undefined && segment !== "**" && "name" in segment ? segment.name : undefined;
}

function matches(segment: GlobSegment | undefined, name: string): boolean {
  return segment !== undefined && segment !== "**" && matchesName(segment, name);
}

/// The same without `.`, without what `..` takes back, and with `**` once where it is repeated.
function simplified(segments: GlobSegment[]): GlobSegment[] {
  const result: GlobSegment[] = [];
  for (const [index, segment] of segments.entries()) {
    const name = nameOf(segment);
    const before = result[result.length - 1];
    const last = nameOf(before);
    const isDropped = index === 0 ? segments[1] !== "**" : index + 1 < segments.length || before !== "**";
    if (name === "." && isDropped) continue;
    if (segment === "**" && before === "**") continue;
    const isBack = name === ".." && before !== undefined && before !== "**" && last !== ".." && last !== "." && last !== "";
    if (isBack) result.pop();
    else result.push(segment);
  }
  return result.length === 0 ? [{ name: "" }] : result;
}

/// What `exclude` leaves out.
interface Exclusion {
  /// Of what `**` finds, by the name or the entry.
  entry(name: string, folder: string, type: number): boolean;
  /// Of the folders to look into.
  folder(path: string): boolean;
  /// Of what was found.
  result(path: string): boolean;
}

function never(): boolean { return false; }

function exclusionOf(exclude: any, root: string, withFileTypes: boolean): Exclusion {
  if (exclude === undefined || exclude === null) return { entry: never, folder: never, result: never };
  if (typeof exclude === "function") {
    return {
      entry: (name, folder, type) => !!exclude(withFileTypes ? new Dirent(name, folder, type) : name),
      folder: (path) => !withFileTypes && !!exclude(path),
      result: never,
    };
  }
  if (!Array.isArray(exclude)) throw invalidType("options.exclude", "of type function or string[]", exclude);
  const tests = exclude.map((pattern, index) => {
    if (typeof pattern !== "string") throw invalidType("options.exclude[" + index + "]", "of type string", pattern);
    return globMatcher(resolve(root, pattern) + (pattern.endsWith("/") ? "/" : ""), matching);
  });
  const isExcluded = (path: string): boolean => {
    const full = resolve(root, path);
    return tests.some((test) => test(full));
  };
  return {
    entry: never,
    folder: (path) => isExcluded(path) || tests.some((test) => test(resolve(root, path) + "/")),
    result: isExcluded,
  };
}

/// The folder that patterns begin at.
function folderOf(cwd: any): string {
  if (typeof cwd === "object") return checkPath(cwd, "paths[0]");
  validateString(cwd, "paths[0]");
  return cwd;
}

class Walk {
  readonly root: string;
  readonly #withFileTypes: boolean;
  readonly #exclusion: Exclusion;
  readonly #found = new Set<string>();
  readonly #seen = new Set<string>();
  readonly #types = new Map<string, number>();
  /// Folders to look into.
  readonly #pending: [path: string, progress: Progress[]][] = [];
  /// Those that the current folder adds.
  readonly #further = new Map<string, Progress[]>();
  #results: any[] = [];
  readonly #parentRoot: string;

  /// `isNow`: the entries of what runs at once are relative to `cwd` as it was given.
  constructor(patterns: any, options: any, isNow: boolean) {
    const several = Array.isArray(patterns);
    const list: any[] = several ? patterns : [patterns];
    for (const [index, pattern] of list.entries()) validateString(pattern, several ? "patterns[" + index + "]" : "patterns");
    const given = folderOf(options.cwd ?? ".");
    this.root = resolve(given);
    this.#parentRoot = isNow ? given : this.root;
    this.#withFileTypes = !!options.withFileTypes;
    this.#exclusion = exclusionOf(options.exclude, this.root, this.#withFileTypes);
    const all = list.flatMap((pattern) => globPatterns(pattern, matching)).map(simplified);
    const start = all.map((segments, number) => (
      { pattern: { number, segments }, next: new Set([0]), linked: new Set<number>() }
    ));
    this.#pending.push([".", start]);
  }

  /// Whether there is more to visit.
  get isPending(): boolean { return this.#pending.length > 0; }

  /// Looks into one folder: what it adds to the results.
  *visit(): Steps {
    this.#results = [];
    const [path, all] = this.#pending.pop()!;
    for (const progress of all) yield* this.#follow(path, progress);
    for (const entry of this.#further) this.#pending.push(entry);
    this.#further.clear();
    return this.#results;
  }

  #add(path: string): void {
    if (this.#found.has(path) || this.#exclusion.result(path)) return;
    this.#found.add(path);
    if (!this.#withFileTypes) {
      this.#results.push(path);
      return;
    }
    const full = resolve(this.root, path);
    const folder = path.startsWith("/") ? dirname(path) : dirname(join(this.#parentRoot, path));
    this.#results.push(new Dirent(basename(full), folder, this.#types.get(full) ?? directory));
  }

  #wasSeen(path: string, pattern: Pattern, at: number): boolean {
    return this.#seen.has(pattern.number + ":" + at + ":" + path);
  }

  /// Remembers where a pattern came to; false if that is nothing new.
  #remember(path: string, progress: Progress): boolean {
    const size = this.#seen.size;
    for (const at of progress.next) this.#seen.add(progress.pattern.number + ":" + at + ":" + path);
    return this.#seen.size > size;
  }

  #enter(path: string, progress: Progress): void {
    if (this.#exclusion.folder(path)) return;
    const others = this.#further.get(path);
    if (others === undefined) this.#further.set(path, [progress]);
    else others.push(progress);
  }

  /// What a file is; undefined if there is none.
  *#typeOf(path: string): Generator<any, number | undefined, any> {
    const full = resolve(this.root, path);
    const known = this.#types.get(full);
    if (known !== undefined) return known;
    try {
      const stats = yield operations.stat(full, undefined, false);
      const type = stats.mode & 0o170000;
      this.#types.set(full, type);
      return type;
    } catch {
      return undefined;
    }
  }

  *#follow(path: string, progress: Progress): Steps {
    if (!this.#remember(path, progress)) return;
    const { pattern: { segments }, next } = progress;
    const last = segments.length - 1;
    const type: number | undefined = yield* this.#typeOf(path);
    const isFolder = type === directory || (type === symbolicLink && [...next].some((at) => !progress.linked.has(at)));
    if (next.size === 1 && next.has(0)) {
      const first = nameOf(segments[0]);
      if (first === "") return this.#enter("/", { ...progress, next: new Set([1]) });
      if (first === "..") return this.#enter("../", { ...progress, next: new Set([1]) });
      if (first === ".") return this.#enter(".", { ...progress, next: new Set([1]) });
    }
    const lastName = nameOf(segments[last]);
    // At the end, `**/` is also the folder itself.
    const isLast = next.has(last) || (isFolder && lastName === "" && next.has(last - 1) && segments[last - 1] === "**");
    if (isLast && lastName !== undefined) {
      const target = join(path, lastName);
      const found: number | undefined = yield* this.#typeOf(target);
      if (found !== undefined && (lastName !== "" || isFolder)) this.#add(target);
      if (next.size === 1 && next.has(last)) return;
    } else if (next.has(last) && segments[last] === "**" && isFolder) {
      this.#add(path);
    }
    if (isFolder) yield* this.#descend(path, progress);
  }

  /// Matches what is in a folder.
  *#descend(path: string, progress: Progress): Steps {
    const { pattern, next } = progress;
    const folder = resolve(this.root, path);
    let names: string[];
    let types: number[];
    const only = next.size === 1 ? nameOf(pattern.segments[[...next][0]!]) : undefined;
    if (only !== undefined) {
      const type: number | undefined = yield* this.#typeOf(join(path, only));
      if (type === undefined) return;
      names = [only];
      types = [type];
    } else {
      try {
        [names, types] = yield operations.readdirPair(folder);
      } catch {
        return;
      }
    }
    for (const [index, name] of names.entries()) this.#match(path, folder, name, types[index]!, progress);
  }

  #match(path: string, folder: string, name: string, type: number, progress: Progress): void {
    const { pattern, next } = progress;
    const { segments } = pattern;
    const last = segments.length - 1;
    const entry = join(path, name);
    this.#types.set(resolve(folder, name), type);
    const further = new Set<number>();
    const linked = new Set<number>();
    for (const at of next) {
      if (this.#wasSeen(entry, pattern, at) || this.#wasSeen(entry, pattern, at + 1)) return;
      const segment = segments[at];
      if (segment === "**") {
        if (!name.startsWith(".") && this.#exclusion.entry(name, folder, type)) continue;
        this.#matchAnywhere(path, entry, name, type, at, progress, further, linked);
      } else if (matches(segment, name)) {
        if (at === last) this.#add(entry);
        else if (type === directory || nameOf(segment) !== undefined) further.add(at + 1);
      }
    }
    if (further.size > 0) this.#enter(entry, { pattern, next: further, linked });
  }

  /// What `**` and what stands behind it make of an entry.
  #matchAnywhere(
    path: string, entry: string, name: string, type: number, at: number, progress: Progress, further: Set<number>,
    linked: Set<number>,
  ): void {
    const { pattern } = progress;
    const { segments } = pattern;
    const last = segments.length - 1;
    const isLinked = progress.linked.has(at);
    const isFolder = type === directory;
    if (!name.startsWith(".") && !isLinked) {
      if (isFolder) further.add(at);
      else if (at === last) this.#add(entry);
    }
    const following = segments[at + 1];
    const follows = matches(following, name);
    if (follows && at + 1 === last) this.#add(entry);
    else if (follows && isFolder) further.add(at + 2);
    if (follows && (isFolder || type === symbolicLink) && !isLinked) further.add(at + 1);
    if (type === symbolicLink) linked.add(at);
    if (nameOf(following) === ".." && isFolder) this.#turnBack(path, progress, at + 1);
  }

  /// Behind `**`, `..` leads to the folder itself and to the one above.
  #turnBack(path: string, progress: Progress, at: number): void {
    const { pattern } = progress;
    for (const place of [path, join(path, "..")]) {
      if (at === pattern.segments.length - 1) {
        this.#add(place);
      } else if (!this.#further.has(place) && !this.#wasSeen(place, pattern, at + 1)) {
        this.#further.set(place, [{ pattern, next: new Set([at + 1]), linked: new Set<number>() }]);
      }
    }
  }
}

function checkOptions(options: any): any {
  if (options === undefined) return {};
  if (options === null || typeof options !== "object") throw invalidType("options", "of type object", options);
  return options;
}

/// `fs.globSync`
export function globNow(patterns: any, options?: any): any[] {
  const walk = new Walk(patterns, checkOptions(options), true);
  const results: any[] = [];
  while (walk.isPending) results.push(...stepNow(walk.visit()));
  return results;
}

/// `fs.promises.glob`
export async function* globPromised(patterns: any, options?: any): AsyncGenerator<any, void, undefined> {
  const walk = new Walk(patterns, checkOptions(options), false);
  while (walk.isPending) yield* await stepPromised(walk.visit());
}

/// `fs.glob`
export function globLater(patterns: any, options: any, callback?: any): void {
  const done: any = callback ?? (typeof options === "function" ? options : undefined);
  validateFunction(done, "cb");
  const settings: any = typeof options === "function" ? undefined : options;
  const collect = async (): Promise<any[]> => {
    const results: any[] = [];
    for await (const found of globPromised(patterns, settings)) results.push(found);
    return results;
  };
  collect().then((results) => process.nextTick(done, null, results), (error) => process.nextTick(done, error));
}
