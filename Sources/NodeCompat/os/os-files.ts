/// What `node:os` reads from the system's files.
// @optimize size
import { fsReadFile } from "polyglot:runtime";

/// A file's text, empty if it cannot be read.
export function textOf(path: string): string {
  const text: any = fsReadFile(path, 0);
  return typeof text === "string" ? text : "";
}

/// A number of kilobytes of /proc/meminfo, in bytes.
export function memoryOf(name: string): number {
  const match = new RegExp("^" + name + ":\\s+(\\d+) kB", "m").exec(textOf("/proc/meminfo"));
  return match === null ? 0 : Number(match[1]) * 1024;
}

/// The processors, with the time that each spent, in milliseconds.
export function processors(): any[] {
  const models: string[] = [];
  const speeds: number[] = [];
  for (const line of textOf("/proc/cpuinfo").split("\n")) {
    const split = line.indexOf(":");
    const name = line.slice(0, split).trim();
    const value = line.slice(split + 1).trim();
    if (name === "model name") models.push(value);
    else if (name === "cpu MHz") speeds.push(Math.trunc(Number(value)));
  }
  const list: any[] = [];
  for (const line of textOf("/proc/stat").split("\n")) {
    if (!/^cpu\d/.test(line)) continue;
    const ticks = line.split(/\s+/).slice(1).map((field) => Number(field) * 10);
    const index = list.length;
    list.push({
      model: models[index] ?? "unknown",
      speed: speeds[index] ?? 0,
      times: { user: ticks[0], nice: ticks[1], sys: ticks[2], idle: ticks[3], irq: ticks[5] },
    });
  }
  return list;
}

/// The entry of /etc/passwd of a user.
export function passwordEntry(uid: number): string[] | undefined {
  for (const line of textOf("/etc/passwd").split("\n")) {
    const fields = line.split(":");
    if (fields.length > 6 && Number(fields[2]) === uid) return fields;
  }
  return undefined;
}

/// A number that /proc/self/status shows.
export function statusOf(name: string): number {
  const match = new RegExp("^" + name + ":\\s+(\\d+)", "m").exec(textOf("/proc/self/status"));
  return match === null ? 0 : Number(match[1]);
}

/// How many processors the process may use.
export function usableProcessors(): number {
  const match = /^Cpus_allowed_list:\s+(\S+)/m.exec(textOf("/proc/self/status"));
  if (match === null) return 1;
  let count = 0;
  for (const range of match[1]!.split(",")) {
    const [first, last] = range.split("-");
    count += last === undefined ? 1 : Number(last) - Number(first) + 1;
  }
  return count;
}

/// The addresses of the interfaces, as far as /proc/net tells.
export function interfaces(): any {
  const result: any = {};
  const add = (name: string, entry: any): void => {
    if (result[name] === undefined) result[name] = [];
    result[name].push(entry);
  };
  const macOf = (name: string): string => textOf("/sys/class/net/" + name + "/address").trim() || "00:00:00:00:00:00";
  for (const { name, address, bits } of addresses4()) {
    const netmask = dotted(bits === 0 ? 0 : (0xffffffff << (32 - bits)) >>> 0);
    add(name, {
      address, netmask, family: "IPv4", mac: macOf(name), internal: name === "lo", cidr: address + "/" + bits,
    });
  }
  for (const line of textOf("/proc/net/if_inet6").split("\n")) {
    const fields = line.trim().split(/\s+/);
    if (fields.length < 6) continue;
    const name = fields[5]!;
    const bits = parseInt(fields[2]!, 16);
    const address = colons(fields[0]!);
    const netmask = colons(("f".repeat(bits >> 2) + ["", "8", "c", "e"][bits & 3]).padEnd(32, "0"));
    add(name, {
      address, netmask, family: "IPv6", mac: macOf(name), internal: name === "lo", cidr: address + "/" + bits,
      scopeid: parseInt(fields[3]!, 16) === 0x20 ? parseInt(fields[1]!, 16) : 0,
    });
  }
  return result;
}

function dotted(number: number): string {
  return (number >>> 24) + "." + ((number >>> 16) & 255) + "." + ((number >>> 8) & 255) + "." + (number & 255);
}

/// 32 digits as an IPv6 address, by the parser of URLs' rules.
function colons(digits: string): string {
  const groups: string[] = [];
  for (let i = 0; i < 32; i += 4) groups.push(parseInt(digits.slice(i, i + 4), 16).toString(16));
  const text = groups.join(":");
  const runs = text.match(/(^|:)0(:0)+(:|$)/g);
  if (runs === null) return text;
  const longest = runs.reduce((a, b) => (b.length > a.length ? b : a));
  return text.replace(longest, "::");
}

/// The IPv4 addresses: the local ones of the routing trie with the interfaces of the routes.
function addresses4(): { name: string; address: string; bits: number }[] {
  const routes: { name: string; network: number; mask: number }[] = [];
  for (const line of textOf("/proc/net/route").split("\n").slice(1)) {
    const fields = line.split("\t");
    if (fields.length < 8) continue;
    routes.push({ name: fields[0]!.trim(), network: swapped(fields[1]!), mask: swapped(fields[7]!) });
  }
  const found: { name: string; address: string; bits: number }[] = [];
  const seen = new Set<string>();
  let address = "";
  for (const line of textOf("/proc/net/fib_trie").split("\n")) {
    const leaf = /\|-- (\S+)/.exec(line);
    if (leaf !== null) address = leaf[1]!;
    if (!line.includes("/32 host LOCAL") || seen.has(address)) continue;
    seen.add(address);
    const number = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    const route = routes.find((one) => one.mask !== 0 && ((number & one.mask) >>> 0) === one.network);
    if (address.startsWith("127.")) found.unshift({ name: "lo", address, bits: 8 });
    else if (route !== undefined) found.push({ name: route.name, address, bits: ones(route.mask) });
  }
  return found;
}

function swapped(digits: string): number {
  const bytes = digits.match(/../g) ?? [];
  return parseInt(bytes.reverse().join(""), 16);
}

function ones(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest = (rest << 1) >>> 0) count++;
  return count;
}
