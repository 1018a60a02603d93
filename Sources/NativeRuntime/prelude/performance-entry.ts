/// What `performance` records (https://w3c.github.io/performance-timeline/, https://w3c.github.io/user-timing/).
// @optimize size
import { inspectMembers, inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { codedError, illegalConstructor, invalidThis, invalidType, missingArguments } from "./node-errors.ts";
import { structuredClone } from "./structured-clone.ts";

/// Lets entries be made by this module and `performance.ts` only.
const key: any = Symbol();
let isEntry: (value: any) => boolean;

function checkEntry(value: any): void {
  if (!isEntry(value)) throw invalidThis("PerformanceEntry");
}

/// ERR_PERFORMANCE_INVALID_TIMESTAMP
export function invalidTimestamp(time: number): any {
  return codedError(new TypeError(`${time} is not a valid timestamp`), "ERR_PERFORMANCE_INVALID_TIMESTAMP");
}

/// The class of all entries.
export class PerformanceEntry {
  #name: string;
  #entryType: string;
  #startTime: number;
  #duration: number;

  constructor(secret?: any, name?: any, entryType?: any, startTime?: any, duration?: any) {
    if (secret !== key) throw illegalConstructor();
    this.#name = name;
    this.#entryType = entryType;
    this.#startTime = startTime;
    this.#duration = duration;
  }

  get name(): string {
    checkEntry(this);
    return this.#name;
  }

  get entryType(): string {
    checkEntry(this);
    return this.#entryType;
  }

  get startTime(): number {
    checkEntry(this);
    return this.#startTime;
  }

  get duration(): number {
    checkEntry(this);
    return this.#duration;
  }

  [inspectSymbol](depth: any, options: any): any {
    return inspectMembers(this.constructor.name, this.toJSON(), depth, options);
  }

  toJSON(): any {
    checkEntry(this);
    return { name: this.#name, entryType: this.#entryType, startTime: this.#startTime, duration: this.#duration };
  }

  static {
    isEntry = (value: any) => value !== null && typeof value === "object" && #name in value;
  }
}
Object.defineProperty(PerformanceEntry, "length", { value: 0, configurable: true });
makeEnumerable(PerformanceEntry.prototype, ["name", "entryType", "startTime", "duration", "toJSON"]);
setTag(PerformanceEntry.prototype, "PerformanceEntry");

/// A copy of what the program gave with an entry, null if that was nothing.
function copyOf(detail: any): any {
  return detail === undefined || detail === null ? null : structuredClone(detail);
}

function withDetail(entry: any): any {
  const { name, entryType, startTime, duration, detail }: any = entry;
  return { name, entryType, startTime, duration, detail };
}

/// The time of a mark that has no other: `performance.now`, which this module cannot import.
let currentTime: () => number;

export function setCurrentTime(time: () => number): void {
  currentTime = time;
}

/// The class of what `performance.mark` records.
export class PerformanceMark extends PerformanceEntry {
  #detail: any;

  constructor(name: any, options: any = undefined) {
    if (arguments.length === 0) throw missingArguments(["name"]);
    const text = `${name}`;
    if (isMilestone(text)) {
      throw codedError(new TypeError("The argument 'name' is invalid. Received '" + text + "'"), "ERR_INVALID_ARG_VALUE");
    }
    if (options !== undefined && options !== null && typeof options !== "object") {
      throw invalidType("options", "of type object", options);
    }
    const given: any = options?.startTime;
    if (given !== undefined && given !== null && typeof given !== "number") {
      throw invalidType("startTime", "of type number", given);
    }
    if (given < 0) throw invalidTimestamp(given);
    super(key, text, "mark", given ?? currentTime(), 0);
    this.#detail = copyOf(options?.detail);
  }

  get detail(): any {
    if (!isEntry(this) || !(#detail in this)) throw invalidThis("PerformanceMark");
    return this.#detail;
  }

  toJSON(): any { return withDetail(this); }
}
makeEnumerable(PerformanceMark.prototype, ["detail", "toJSON"]);
setTag(PerformanceMark.prototype, "PerformanceMark");

/// The class of what `performance.measure` records.
export class PerformanceMeasure extends PerformanceEntry {
  #detail: any;

  constructor(secret?: any, name?: any, startTime?: any, duration?: any, detail?: any) {
    super(secret, name, "measure", startTime, duration);
    this.#detail = detail;
  }

  get detail(): any {
    if (!isEntry(this) || !(#detail in this)) throw invalidThis("PerformanceMeasure");
    return this.#detail;
  }

  toJSON(): any { return withDetail(this); }
}
Object.defineProperty(PerformanceMeasure, "length", { value: 0, configurable: true });
makeEnumerable(PerformanceMeasure.prototype, ["detail", "toJSON"]);
setTag(PerformanceMeasure.prototype, "PerformanceMeasure");

export function makeMeasure(name: string, startTime: number, duration: number, detail: any): PerformanceMeasure {
  return new PerformanceMeasure(key, name, startTime, duration, copyOf(detail));
}

/// Names that Node gives to moments of a process's start and end, which programs cannot mark.
export function isMilestone(name: string): boolean {
  return name === "nodeStart" || name === "v8Start" || name === "environment" || name === "bootstrapComplete" ||
    name === "loopStart" || name === "loopExit";
}

/// The values of the globals.
export function performanceEntryClass(): any { return PerformanceEntry; }
export function performanceMarkClass(): any { return PerformanceMark; }
export function performanceMeasureClass(): any { return PerformanceMeasure; }
