/// Addresses and lists of them: `net.isIP`, `net.SocketAddress`, `net.BlockList`.
// @optimize size
import { netAddressBytes, netIsIP } from "polyglot:runtime";
import { inspect } from "../prelude/inspect.ts";
import { codedError, invalidType, invalidValue } from "../prelude/node-errors.ts";
import { validateInteger, validateObject, validateString } from "../prelude/validators.ts";
import { notInstance, validatePort } from "./net-errors.ts";

/// `net.isIP`
export function isIP(input: any): number {
  return netIsIP(String(input));
}

/// `net.isIPv4`
export function isIPv4(input: any): boolean {
  return isIP(input) === 4;
}

/// `net.isIPv6`
export function isIPv6(input: any): boolean {
  return isIP(input) === 6;
}

function invalidSocketAddress(): any {
  return codedError(new Error("Invalid socket address"), "ERR_INVALID_ADDRESS");
}

/// A family in any case as "ipv4" or "ipv6".
function checkFamily(value: any, name: string): string {
  const text: any = typeof value?.toLowerCase === "function" ? value.toLowerCase() : value;
  if (text === "ipv4" || text === "ipv6") return text;
  throw invalidValue(name, value, "is invalid");
}

/// The bytes of an address of a family, otherwise ERR_INVALID_ADDRESS.
function checkedBytes(address: string, family: string): number[] {
  const bytes: number[] = netAddressBytes(address);
  if (bytes.length !== (family === "ipv4" ? 4 : 16)) throw invalidSocketAddress();
  return bytes;
}

/// The text of an address, as short as it can be (RFC 5952).
function textOf(bytes: number[]): string {
  if (bytes.length === 4) return bytes.join(".");
  const groups: number[] = [];
  for (let i = 0; i < 16; i += 2) groups.push((bytes[i] << 8) | bytes[i + 1]);
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && groups[end] === 0) end++;
    if (end - i > length) {
      start = i;
      length = end - i;
    }
    if (end > i) i = end - 1;
  }
  const isMapped = start === 0 && (length === 6 || (length === 5 && groups[5] === 0xffff));
  const tail = isMapped ? bytes.slice(12).join(".") : "";
  const count = isMapped ? 6 : 8;
  let text = "";
  for (let i = 0; i < count; i++) {
    if (i === start) {
      text += i === 0 ? "::" : ":";
      i += length - 1;
      continue;
    }
    text += groups[i].toString(16);
    if (i < 7) text += ":";
  }
  return text + tail;
}

/// Options for what an inspected object contains.
function innerOptions(options: any): any {
  const depth: any = options.depth;
  return { ...options, depth: depth === undefined || depth === null ? null : depth - 1 };
}

/// `net.SocketAddress` (https://nodejs.org/api/net.html#class-netsocketaddress)
export class SocketAddress {
  readonly #address: string;
  readonly #port: number;
  readonly #family: string;
  readonly #flowlabel: number;

  constructor(options: any = {}) {
    validateObject(options, "options");
    this.#family = checkFamily(options.family === undefined ? "ipv4" : options.family, "options.family");
    const { address = this.#family === "ipv4" ? "127.0.0.1" : "::", port = 0, flowlabel = 0 } = options;
    validateString(address, "options.address");
    this.#port = validatePort(port, "options.port");
    validateInteger(flowlabel, "options.flowlabel", 0, 4294967295);
    this.#address = textOf(checkedBytes(address, this.#family));
    this.#flowlabel = flowlabel;
  }

  static isSocketAddress(value: any): boolean {
    return value !== null && typeof value === "object" && #address in value;
  }

  /// An address with a port, as URLs have it; undefined if it is none.
  static parse(input: any): SocketAddress | undefined {
    validateString(input, "input");
    try {
      const url: any = new URL("http://" + input);
      const host: string = url.hostname;
      const port = Number(url.port);
      if (host.startsWith("[") && host.endsWith("]")) {
        return new SocketAddress({ address: host.slice(1, -1), port, family: "ipv6" });
      }
      return new SocketAddress({ address: host, port });
    } catch {
      return undefined;
    }
  }

  get address(): string {
    return this.#address;
  }
  get port(): number {
    return this.#port;
  }
  get family(): string {
    return this.#family;
  }
  get flowlabel(): number {
    return this.#flowlabel;
  }

  toJSON(): any {
    return { address: this.address, port: this.port, family: this.family, flowlabel: this.flowlabel };
  }

  [Symbol.for("nodejs.util.inspect.custom")](depth: number, options: any): any {
    if (depth < 0) return this;
    return "SocketAddress " + inspect(this.toJSON(), innerOptions(options));
  }
}

/// A rule of a list: the addresses from one to another, of one family.
interface Rule {
  text: string;
  first: number[];
  last: number[];
}

function compare(a: number[], b: number[]): number {
  for (let i = 0; i < a.length; i++) {
    if (a[i] !== b[i]) return a[i] - b[i];
  }
  return 0;
}

/// The address of IPv4 that one of IPv6 stands for.
function mappedBytes(bytes: number[]): number[] | undefined {
  if (bytes.length !== 16 || bytes[10] !== 255 || bytes[11] !== 255) return undefined;
  for (let i = 0; i < 10; i++) {
    if (bytes[i] !== 0) return undefined;
  }
  return bytes.slice(12);
}

function matches(rule: Rule, bytes: number[]): boolean {
  return rule.first.length === bytes.length && compare(rule.first, bytes) <= 0 && compare(bytes, rule.last) <= 0;
}

/// An argument as a SocketAddress.
function addressArgument(value: any, name: string, family: any): SocketAddress {
  if (SocketAddress.isSocketAddress(value)) return value;
  validateString(value, name);
  validateString(family, "family");
  return new SocketAddress({ address: value, family });
}

function bytesOf(address: SocketAddress): number[] {
  return netAddressBytes(address.address);
}

function familyName(address: SocketAddress): string {
  return address.family === "ipv4" ? "IPv4" : "IPv6";
}

/// `net.BlockList` (https://nodejs.org/api/net.html#class-netblocklist)
export class BlockList {
  /// The newest first.
  #rules: Rule[] = [];

  static isBlockList(value: any): boolean {
    return value !== null && typeof value === "object" && #rules in value;
  }

  addAddress(address: any, family: any = "ipv4"): void {
    const one = addressArgument(address, "address", family);
    const bytes = bytesOf(one);
    this.#rules.unshift({ text: "Address: " + familyName(one) + " " + one.address, first: bytes, last: bytes });
  }

  addRange(start: any, end: any, family: any = "ipv4"): void {
    const from = addressArgument(start, "start", family);
    const to = addressArgument(end, "end", family);
    const first = bytesOf(from);
    const last = bytesOf(to);
    if (first.length !== last.length || compare(first, last) > 0) {
      throw invalidValue("start", start instanceof SocketAddress ? start : from, "must come before end");
    }
    this.#rules.unshift({ text: "Range: " + familyName(from) + " " + from.address + "-" + to.address, first, last });
  }

  addSubnet(network: any, prefix: any, family: any = "ipv4"): void {
    const one = addressArgument(network, "network", family);
    validateInteger(prefix, "prefix", 0, one.family === "ipv4" ? 32 : 128);
    const first = bytesOf(one);
    const last = first.slice();
    for (let i = 0; i < first.length; i++) {
      const bits = Math.max(0, Math.min(8, prefix - 8 * i));
      const mask = (0xff << (8 - bits)) & 0xff;
      first[i] &= mask;
      last[i] |= ~mask & 0xff;
    }
    this.#rules.unshift({ text: "Subnet: " + familyName(one) + " " + one.address + "/" + prefix, first, last });
  }

  check(address: any, family: any = "ipv4"): boolean {
    let bytes: number[];
    if (SocketAddress.isSocketAddress(address)) {
      bytes = bytesOf(address);
    } else {
      validateString(address, "address");
      validateString(family, "family");
      const kind = checkFamily(family, "family");
      bytes = netAddressBytes(address);
      if (bytes.length !== (kind === "ipv4" ? 4 : 16)) return false;
    }
    const mapped = mappedBytes(bytes);
    return this.#rules.some((rule) => matches(rule, bytes) || (mapped !== undefined && matches(rule, mapped)));
  }

  get rules(): string[] {
    return this.#rules.map((rule) => rule.text);
  }

  toJSON(): string[] {
    return this.rules;
  }

  /// Adds rules as `toJSON` gives them.
  fromJSON(data: any): void {
    const texts: any = typeof data === "string" ? JSON.parse(data) : data;
    if (!Array.isArray(texts)) throw invalidType("data", "an instance of string or string[]", data);
    for (const text of texts as any[]) {
      const [kind, family, place] = String(text).replace(":", "").split(" ");
      const name = family.toLowerCase();
      if (kind === "Address") this.addAddress(place, name);
      else if (kind === "Range") this.addRange(place.split("-")[0], place.split("-")[1], name);
      else if (kind === "Subnet") this.addSubnet(place.split("/")[0], Number(place.split("/")[1]), name);
    }
  }

  [Symbol.for("nodejs.util.inspect.custom")](depth: number, options: any): any {
    if (depth < 0) return this;
    return "BlockList " + inspect({ rules: this.rules }, innerOptions(options));
  }
}

/// A `blockList` option, otherwise ERR_INVALID_ARG_TYPE.
export function checkBlockList(list: any): void {
  if (list !== undefined && !BlockList.isBlockList(list)) throw notInstance("options.blockList", "net.BlockList", list);
}
