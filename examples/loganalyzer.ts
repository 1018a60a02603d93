// Reads a web server's access log in Combined Log Format and tells what went on: status codes, the busiest paths and
// clients, bytes sent, response times (if the lines end with one) and the traffic by hour.
//
//     loganalyzer [--json] [--top N] FILE

import { readFileSync } from "node:fs";

/** What one line of the log says. */
interface LogEntry {
  client: string;
  /** Seconds since 1970, in UTC. */
  time: number;
  method: string;
  path: string;
  status: number;
  bytes: number;
  /** Milliseconds, or -1 if the line has no such field. */
  duration: number;
}

/** Counts about one path or client. */
class Tally {
  readonly key: string;
  requests = 0;
  bytes = 0;
  errors = 0;

  constructor(key: string) {
    this.key = key;
  }

  add(entry: LogEntry): void {
    this.requests++;
    this.bytes += entry.bytes;
    if (entry.status >= 400) this.errors++;
  }
}

/** Everything that is reported. */
interface Report {
  file: string;
  lines: number;
  malformed: { count: number; firstLines: number[] };
  requests: number;
  bytes: number;
  clients: number;
  from: string | null;
  to: string | null;
  statuses: Record<string, number>;
  methods: Record<string, number>;
  topPaths: { path: string; requests: number; bytes: number; errors: number }[];
  topClients: { client: string; requests: number; bytes: number }[];
  responseTimes: ResponseTimes | null;
  hours: number[];
}

interface ResponseTimes {
  count: number;
  mean: number;
  p50: number;
  p90: number;
  p99: number;
  max: number;
}

interface Options {
  file: string;
  json: boolean;
  top: number;
}

const QUOTE = 34;
const DIGIT_ZERO = 48;
const DIGIT_NINE = 57;
const MINUS = 45;

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Reads the decimal digits of `text[start..<end]`; -1 if anything else is there. */
function parseDigits(text: string, start: number, end: number): number {
  if (start >= end) return -1;
  let value = 0;
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code < DIGIT_ZERO || code > DIGIT_NINE) return -1;
    value = value * 10 + (code - DIGIT_ZERO);
  }
  return value;
}

/** Days from 1970-01-01 to a date of the Gregorian calendar; months count from 1. */
function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The reverse: `2024-05-17T08:03:09Z` for seconds since 1970. */
function formatTime(time: number): string {
  const days = Math.floor(time / 86400);
  const second = time - days * 86400;
  const shifted = days + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number) => String(value).padStart(2, "0");
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(":");
  return `${year}-${two(month)}-${two(day)}T${clock}Z`;
}

/** Reads `10/Oct/2000:13:55:36 -0700` at `start`; -1 if it is no such time. */
function parseTime(text: string, start: number): number {
  const day = parseDigits(text, start, start + 2);
  const month = MONTHS.indexOf(text.slice(start + 3, start + 6)) + 1;
  const year = parseDigits(text, start + 7, start + 11);
  const hour = parseDigits(text, start + 12, start + 14);
  const minute = parseDigits(text, start + 15, start + 17);
  const second = parseDigits(text, start + 18, start + 20);
  const zone = parseDigits(text, start + 22, start + 26);
  if (day < 1 || day > 31 || month === 0 || year < 0 || hour < 0 || minute < 0 || second < 0 || zone < 0) return -1;
  const offset = (Math.floor(zone / 100) * 60 + (zone % 100)) * 60;
  const ahead = text.charCodeAt(start + 21) === MINUS ? -offset : offset;
  return daysFromCivil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second - ahead;
}

/** The index of the closing quote of a field that opens before `start`, or -1; a backslash escapes a quote. */
function endOfQuoted(text: string, start: number, limit: number): number {
  let end = text.indexOf('"', start);
  while (end >= 0 && end < limit) {
    let backslashes = 0;
    while (end - backslashes > start && text[end - backslashes - 1] === "\\") backslashes++;
    if (backslashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return -1;
}

/** Reads the time that may follow the user agent: seconds with a fraction (nginx) or microseconds (Apache's %D). */
function parseDuration(field: string): number {
  const value = field === "" ? NaN : Number(field);
  if (Number.isNaN(value) || value < 0) return -1;
  return field.includes(".") ? value * 1000 : value / 1000;
}

/** Reads the line `text[start..<end]`, or gives null if it is not in Combined Log Format. */
function parseLine(text: string, start: number, end: number): LogEntry | null {
  const clientEnd = text.indexOf(" ", start);
  const open = text.indexOf("[", start);
  if (clientEnd < 0 || open < 0 || clientEnd > open || open + 29 > end) return null;
  const time = parseTime(text, open + 1);
  if (time < 0 || text[open + 27] !== "]") return null;

  if (text.charCodeAt(open + 29) !== QUOTE) return null;
  const request = open + 30;
  const requestEnd = endOfQuoted(text, request, end);
  if (requestEnd < 0) return null;
  const methodEnd = text.indexOf(" ", request);
  if (methodEnd < 0 || methodEnd >= requestEnd) return null;
  let pathEnd = text.indexOf(" ", methodEnd + 1);
  if (pathEnd < 0 || pathEnd > requestEnd) pathEnd = requestEnd;
  const target = text.slice(methodEnd + 1, pathEnd);
  const query = target.indexOf("?");

  const status = parseDigits(text, requestEnd + 2, requestEnd + 5);
  if (status < 100 || status > 599) return null;
  let cursor = text.indexOf(" ", requestEnd + 6);
  if (cursor < 0 || cursor > end) cursor = end;
  // A dash stands for no bytes at all.
  const bytes = Math.max(0, parseDigits(text, requestEnd + 6, cursor));

  // The referrer and the user agent may be missing, as in the Common Log Format.
  for (let field = 0; field < 2 && text.charCodeAt(cursor + 1) === QUOTE && cursor + 1 < end; field++) {
    const close = endOfQuoted(text, cursor + 2, end);
    if (close < 0) return null;
    cursor = close + 1;
  }
  return {
    client: text.slice(start, clientEnd),
    time,
    method: text.slice(request, methodEnd),
    path: query < 0 ? target : target.slice(0, query),
    status,
    bytes,
    duration: parseDuration(text.slice(cursor + 1, end)),
  };
}

/** Adds an entry under `key`. */
function tally(table: Map<string, Tally>, key: string, entry: LogEntry): void {
  let found = table.get(key);
  if (found === undefined) {
    found = new Tally(key);
    table.set(key, found);
  }
  found.add(entry);
}

/** The busiest first; equally busy ones by name. */
function busiest(table: Map<string, Tally>, count: number): Tally[] {
  const all = [...table.values()];
  all.sort((a, b) => b.requests - a.requests || (a.key < b.key ? -1 : 1));
  return all.slice(0, count);
}

/** The counts of a table as an object with sorted keys. */
function sortedRecord(table: Map<string, number>): Record<string, number> {
  const record: Record<string, number> = {};
  for (const key of [...table.keys()].sort()) record[key] = table.get(key) ?? 0;
  return record;
}

/** Rounds to a tenth. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function summarize(durations: number[]): ResponseTimes | null {
  if (durations.length === 0) return null;
  durations.sort((a, b) => a - b);
  const percentile = (p: number) => tenth(durations[Math.min(durations.length - 1, Math.floor(durations.length * p))]!);
  const total = durations.reduce((sum, duration) => sum + duration, 0);
  return {
    count: durations.length,
    mean: tenth(total / durations.length),
    p50: percentile(0.5),
    p90: percentile(0.9),
    p99: percentile(0.99),
    max: tenth(durations[durations.length - 1]!),
  };
}

function analyze(file: string, text: string, top: number): Report {
  const statuses = new Map<string, number>();
  const methods = new Map<string, number>();
  const paths = new Map<string, Tally>();
  const clients = new Map<string, Tally>();
  const durations: number[] = [];
  const hours: number[] = new Array<number>(24).fill(0);
  const malformed = { count: 0, firstLines: [] as number[] };
  let lines = 0;
  let requests = 0;
  let bytes = 0;
  let first = Infinity;
  let last = -Infinity;

  for (let start = 0; start < text.length; ) {
    const newline = text.indexOf("\n", start);
    const next = newline < 0 ? text.length : newline;
    const end = next > start && text[next - 1] === "\r" ? next - 1 : next;
    lines++;
    if (end > start) {
      const entry = parseLine(text, start, end);
      if (entry === null) {
        malformed.count++;
        if (malformed.firstLines.length < 5) malformed.firstLines.push(lines);
      } else {
        requests++;
        bytes += entry.bytes;
        if (entry.time < first) first = entry.time;
        if (entry.time > last) last = entry.time;
        const status = String(entry.status);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        methods.set(entry.method, (methods.get(entry.method) ?? 0) + 1);
        tally(paths, entry.path, entry);
        tally(clients, entry.client, entry);
        if (entry.duration >= 0) durations.push(entry.duration);
        const hour = Math.floor(entry.time / 3600) % 24;
        hours[hour] = hours[hour]! + 1;
      }
    }
    start = next + 1;
  }

  return {
    file,
    lines,
    malformed,
    requests,
    bytes,
    clients: clients.size,
    from: requests > 0 ? formatTime(first) : null,
    to: requests > 0 ? formatTime(last) : null,
    statuses: sortedRecord(statuses),
    methods: sortedRecord(methods),
    topPaths: busiest(paths, top).map(({ key, requests, bytes, errors }) => ({ path: key, requests, bytes, errors })),
    topClients: busiest(clients, top).map(({ key, requests, bytes }) => ({ client: key, requests, bytes })),
    responseTimes: summarize(durations),
    hours,
  };
}

/** `1234567` as `1.2 MiB`. */
function formatBytes(bytes: number): string {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? value : value.toFixed(1)} ${units[unit]}`;
}

function percentage(part: number, whole: number): string {
  return whole === 0 ? "-" : `${((part / whole) * 100).toFixed(1)} %`;
}

/** Prints rows under a title; the first column is aligned to the left, the others to the right. */
function printTable(title: string, header: string[], rows: string[][]): void {
  if (rows.length === 0) return;
  const widths = header.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: string[]) =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join("  ");
  console.log(`\n${title}`);
  console.log(`  ${line(header)}`);
  for (const row of rows) console.log(`  ${line(row)}`);
}

function printReport(report: Report): void {
  console.log(`${report.file}: ${report.requests} requests, ${formatBytes(report.bytes)}, ${report.clients} clients`);
  if (report.from !== null) console.log(`from ${report.from} to ${report.to}`);
  if (report.malformed.count > 0) {
    const { count, firstLines } = report.malformed;
    console.log(`${count} of ${report.lines} lines not understood, first at line ${firstLines.join(", ")}`);
  }
  const counted = ([name, count]: [string, number]) => [name, String(count), percentage(count, report.requests)];
  printTable("Status", ["code", "requests", "share"], Object.entries(report.statuses).map(counted));
  printTable("Methods", ["method", "requests", "share"], Object.entries(report.methods).map(counted));
  printTable(
    "Paths",
    ["path", "requests", "bytes", "errors"],
    report.topPaths.map((row) => [row.path, String(row.requests), formatBytes(row.bytes), String(row.errors)]),
  );
  printTable(
    "Clients",
    ["client", "requests", "bytes"],
    report.topClients.map((row) => [row.client, String(row.requests), formatBytes(row.bytes)]),
  );
  if (report.responseTimes !== null) {
    const { count, mean, p50, p90, p99, max } = report.responseTimes;
    const cells = [mean, p50, p90, p99, max].map((milliseconds) => milliseconds.toFixed(1));
    printTable("Response times (ms)", ["requests", "mean", "p50", "p90", "p99", "max"], [[String(count), ...cells]]);
  }
  if (report.requests > 0) {
    const most = Math.max(...report.hours);
    console.log("\nRequests by hour (UTC)");
    report.hours.forEach((count, hour) => {
      const bar = "#".repeat(Math.ceil((count / most) * 40));
      console.log(`  ${String(hour).padStart(2, "0")} ${String(count).padStart(8)} ${bar}`.trimEnd());
    });
  }
}

function parseOptions(argv: string[]): Options {
  const options: Options = { file: "", json: false, top: 10 };
  for (let i = 0; i < argv.length; i++) {
    const argument = argv[i]!;
    if (argument === "--json") {
      options.json = true;
    } else if (argument === "--top") {
      const value = Number(argv[++i]);
      if (!Number.isInteger(value) || value < 1) throw new Error("--top needs a positive whole number");
      options.top = value;
    } else if (argument.startsWith("--")) {
      throw new Error(`unknown option ${argument}`);
    } else if (options.file === "") {
      options.file = argument;
    } else {
      throw new Error(`only one file can be read, not also ${argument}`);
    }
  }
  if (options.file === "") throw new Error("no file given; usage: loganalyzer [--json] [--top N] FILE");
  return options;
}

try {
  const options = parseOptions(process.argv.slice(2));
  const report = analyze(options.file, readFileSync(options.file, "utf8"), options.top);
  if (options.json) console.log(JSON.stringify(report, null, 2));
  else printReport(report);
} catch (error) {
  console.error(`loganalyzer: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
