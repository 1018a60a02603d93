/// The global `performance` (https://w3c.github.io/hr-time/, https://w3c.github.io/user-timing/): times, and the timeline
/// of marks and measures. What Node adds about its own loop is not there.
// @optimize size
import { processTimeOrigin, processUptime } from "polyglot:runtime";
import { inspectMembers, inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { EventTarget } from "./event-target.ts";
import { codedError, illegalConstructor, invalidThis, missingArguments } from "./node-errors.ts";
import { invalidTimestamp, isMilestone, makeMeasure, PerformanceMark, setCurrentTime } from "./performance-entry.ts";

const exceptionConstructor: any = DOMException;
const key: any = Symbol();
let isPerformance: (value: any) => boolean;

let marks: any[] = [];
let measures: any[] = [];

function check(value: any): void {
  if (!isPerformance(value)) throw invalidThis("Performance");
}

/// Milliseconds since the program began.
function now(): number { return processUptime() * 1000; }
setCurrentTime(now);

function byTime(a: any, b: any): number { return a.startTime - b.startTime; }

/// The time that a mark's name or a number stands for.
function timeOf(mark: any): number {
  if (typeof mark === "number") {
    if (mark < 0) throw invalidTimestamp(mark);
    return mark;
  }
  const name = `${mark}`;
  // A program starts at once; Node gives -1 for what has not happened.
  if (isMilestone(name)) return name.startsWith("loop") ? -1 : 0;
  for (let i = marks.length - 1; i >= 0; i--) {
    if (marks[i].name === name) return marks[i].startTime;
  }
  throw new exceptionConstructor(`The "${name}" performance mark has not been set`, "SyntaxError");
}

function invalidOptions(reason: string): any {
  return codedError(new TypeError(reason), "ERR_PERFORMANCE_MEASURE_INVALID_OPTIONS");
}

/// The class of the global.
class Performance extends EventTarget {
  #mark = 0;

  constructor(secret?: any) {
    if (secret !== key) throw illegalConstructor();
    super();
  }

  clearMarks(name: any = undefined): void {
    check(this);
    const text = `${name}`;
    marks = name === undefined ? [] : marks.filter((entry) => entry.name !== text);
  }

  clearMeasures(name: any = undefined): void {
    check(this);
    const text = `${name}`;
    measures = name === undefined ? [] : measures.filter((entry) => entry.name !== text);
  }

  getEntries(): any[] {
    check(this);
    return marks.concat(measures).sort(byTime);
  }

  getEntriesByName(name: any, type: any = undefined): any[] {
    check(this);
    if (arguments.length === 0) throw missingArguments(["name"]);
    const text = `${name}`;
    const entryType = type === undefined ? undefined : `${type}`;
    const all = this.getEntries();
    return all.filter((entry) => entry.name === text && (entryType === undefined || entry.entryType === entryType));
  }

  getEntriesByType(type: any): any[] {
    check(this);
    if (arguments.length === 0) throw missingArguments(["type"]);
    const entryType = `${type}`;
    return this.getEntries().filter((entry) => entry.entryType === entryType);
  }

  mark(name: any, options: any = {}): any {
    check(this);
    if (arguments.length === 0) throw missingArguments(["name"]);
    const entry = new PerformanceMark(name, options);
    marks.push(entry);
    return entry;
  }

  measure(name: any, startOrOptions: any = {}, endMark?: any): any {
    check(this);
    if (arguments.length === 0) throw missingArguments(["name"]);
    const text = `${name}`;
    const options: any = startOrOptions !== null && typeof startOrOptions === "object" ? startOrOptions : undefined;
    const start: any = options ? options.start : typeof startOrOptions === "string" ? startOrOptions : undefined;
    const duration: any = options?.duration;
    if (options && (start !== undefined || options.end !== undefined)) {
      if (endMark !== undefined) throw invalidOptions("endMark must not be specified");
      if (start !== undefined && options.end !== undefined && duration !== undefined) {
        throw invalidOptions("Must not have options.start, options.end, and options.duration specified");
      }
    }
    let end: number;
    if (endMark !== undefined) end = timeOf(endMark);
    else if (options?.end !== undefined) end = timeOf(options.end);
    else if (start !== undefined && duration !== undefined) end = timeOf(start) + timeOf(duration);
    else end = now();
    let from = 0;
    if (start !== undefined) from = timeOf(start);
    else if (duration !== undefined && options.end !== undefined) from = end - timeOf(duration);
    const entry = makeMeasure(text, from, end - from, options?.detail);
    measures.push(entry);
    return entry;
  }

  now(): number {
    check(this);
    return now();
  }

  get timeOrigin(): number {
    check(this);
    return processTimeOrigin();
  }

  toJSON(): any {
    check(this);
    return { timeOrigin: processTimeOrigin() };
  }

  [inspectSymbol](depth: any, options: any): any {
    return inspectMembers("Performance", this.toJSON(), depth, options);
  }

  static {
    isPerformance = (value: any) => value !== null && typeof value === "object" && #mark in value;
  }
}
makeEnumerable(Performance.prototype, [
  "clearMarks", "clearMeasures", "getEntries", "getEntriesByName", "getEntriesByType", "mark", "measure", "now",
  "timeOrigin", "toJSON",
]);
setTag(Performance.prototype, "Performance");

let instance: any;

/// The values of the globals.
export function performanceObject(): any { return instance ??= new Performance(key); }
export function performanceClass(): any { return Performance; }
