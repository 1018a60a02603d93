/// The globals `Blob` and `File` (https://w3c.github.io/FileAPI/).
// @optimize size
import {
  binaryByteLength, binaryKind, binaryOffset, binaryOwner, bufferCopy, bufferEncode, bufferNew, urlPart,
} from "polyglot:runtime";
import { setBlobOperations } from "./blob-operations.ts";
import { type BlobFile, BlobPart, readParts, slicedParts } from "./blob-parts.ts";
import { UTF8 } from "./buffer-encodings.ts";
import { inspectSymbol, makeEnumerable, setTag } from "./class-support.ts";
import { inspect } from "./inspect.ts";
import { codedError, invalidThis, invalidValue, missingArguments } from "./node-errors.ts";
import { TextDecoder } from "./text-decoder.ts";
import { parseHref } from "./url-parse.ts";
import { randomUuid } from "./web-crypto.ts";
import { toDOMString, toLongLong, toSequence, validateDictionary } from "./webidl.ts";

const exceptionConstructor: any = DOMException;
const bytesConstructor: any = Uint8Array;

/// Whether a value was made by the class.
export let isBlob: (value: any) => boolean;
/// A Blob with these parts, as `slice` makes it.
export let makeBlob: (parts: BlobPart[], size: number, type: string) => any;
/// A Blob of a file.
export let makeFileBlob: (file: BlobFile, size: number, type: string) => any;
let cloneBlob: (blob: any) => any;
/// Adds the parts of a Blob to a list.
let appendParts: (blob: any, parts: BlobPart[]) => void;
let isFile: (value: any) => boolean;

/// A type in lower case; none if there are other characters than those of ASCII that can be printed.
function normalizedType(type: string): string {
  for (let i = 0; i < type.length; i++) {
    const unit = type.charCodeAt(i);
    if (unit < 0x20 || unit > 0x7e) return "";
  }
  return type.toLowerCase();
}

/// A part of the constructor: Blobs, buffers and views are taken as they are, all else is text.
function toSource(value: any, context: string): any {
  return isBlob(value) || binaryKind(value) !== 0 ? value : toDOMString(value, context);
}

/// Adds the bytes of a source to a list of parts.
function appendSource(parts: BlobPart[], source: any, isNative: boolean): void {
  if (typeof source === "string") {
    const text: string = source;
    const bytes: any = bufferEncode(isNative ? text.replaceAll("\r\n", "\n") : text, UTF8);
    parts.push(new BlobPart(bytes, undefined, 0, binaryByteLength(bytes)));
  } else if (isBlob(source)) {
    appendParts(source, parts);
  } else {
    const view: any = binaryKind(source) === 1
      ? source
      : binaryKind(source) === 2
        ? new bytesConstructor(source)
        : new bytesConstructor(binaryOwner(source), binaryOffset(source), binaryByteLength(source));
    const length = binaryByteLength(view);
    const bytes: any = bufferNew(length);
    bufferCopy(view, bytes, 0, 0, length);
    parts.push(new BlobPart(bytes, undefined, 0, length));
  }
}

/// The class of immutable bytes.
export class Blob {
  #parts: BlobPart[] = [];
  #size = 0;
  #type = "";
  /// Whether it is a file itself, of which Node makes no clones.
  #isFileBacked = false;

  constructor(sources: any = [], options?: any) {
    const converted = toSequence(sources, "Value", toSource);
    validateDictionary(options, "options");
    const given: any = options?.endings;
    const givenType: any = options?.type;
    const endings = given === undefined ? "transparent" : `${given}`;
    if (endings !== "transparent" && endings !== "native") throw invalidValue("options.endings", endings, "is invalid");
    for (let i = 0; i < converted.length; i++) appendSource(this.#parts, converted[i], endings === "native");
    for (const part of this.#parts) this.#size += part.length;
    this.#type = normalizedType(givenType === undefined ? "" : `${givenType}`);
  }

  get type(): string {
    return check(this).#type;
  }

  get size(): number {
    return check(this).#size;
  }

  slice(start: any = 0, end?: any, contentType: any = ""): any {
    check(this);
    const size = this.#size;
    const first = toLongLong(start, "start");
    const last = end === undefined ? size : toLongLong(end, "end");
    const from = first < 0 ? Math.max(size + first, 0) : Math.min(first, size);
    const to = last < 0 ? Math.max(size + last, 0) : Math.min(last, size);
    const type = normalizedType(`${contentType}`);
    return makeBlob(slicedParts(this.#parts, from, to), Math.max(to - from, 0), type);
  }

  arrayBuffer(): Promise<any> {
    return isBlob(this) ? this.#read() : Promise.reject(invalidThis("Blob"));
  }

  text(): Promise<string> {
    return isBlob(this)
      ? this.#read().then((buffer) => new TextDecoder().decode(buffer))
      : Promise.reject(invalidThis("Blob"));
  }

  bytes(): Promise<any> {
    return isBlob(this)
      ? this.#read().then((buffer) => new bytesConstructor(buffer))
      : Promise.reject(invalidThis("Blob"));
  }

  stream(): any {
    check(this);
    throw new Error("Blob.prototype.stream is not supported yet");
  }

  textStream(): any {
    check(this);
    throw new Error("Blob.prototype.textStream is not supported yet");
  }

  [inspectSymbol](depth: any, options: any): any {
    return inspectMembers(this, "Blob", { size: this.size, type: this.type }, depth, options);
  }

  #read(): Promise<any> {
    return readParts(this.#parts, this.#size, notReadable);
  }

  static {
    isBlob = (value: any) => value !== null && typeof value === "object" && #parts in value;
    appendParts = (blob: any, parts: BlobPart[]) => {
      for (const part of blob.#parts) parts.push(part);
    };
    makeBlob = (parts: BlobPart[], size: number, type: string) => {
      const blob: any = new Blob();
      blob.#parts = parts;
      blob.#size = size;
      blob.#type = type;
      // In Node these are made by another function, which leaves this behind.
      blob.constructor = Blob;
      return blob;
    };
    makeFileBlob = (file: BlobFile, size: number, type: string) => {
      const blob: any = makeBlob([new BlobPart(undefined, file, 0, size)], size, type);
      blob.#isFileBacked = true;
      return blob;
    };
    cloneBlob = (blob: any) => {
      if (blob.#isFileBacked) {
        const message = "Invalid state: File-backed Blobs are not cloneable";
        throw codedError(new TypeError(message), "ERR_INVALID_STATE");
      }
      const clone: any = isFile(blob) ? new File([], blob.name, { lastModified: blob.lastModified }) : new Blob();
      clone.#parts = blob.#parts;
      clone.#size = blob.#size;
      clone.#type = blob.#type;
      return clone;
    };
  }
}
makeEnumerable(Blob.prototype, ["type", "size", "slice", "arrayBuffer", "text", "bytes", "stream", "textStream"]);
setTag(Blob.prototype, "Blob");

/// The receiver, which must be a Blob.
function check(value: any): any {
  if (!isBlob(value)) throw invalidThis("Blob");
  return value;
}

function notReadable(): any {
  return new exceptionConstructor("The blob could not be read", "NotReadableError");
}

/// How objects of both classes are shown.
function inspectMembers(object: any, name: string, members: any, depth: any, options: any): any {
  if (depth < 0) return options.stylize("[" + object.constructor.name + "]", "special");
  const inner = options.depth === null || options.depth === undefined ? null : options.depth - 1;
  return name + " " + inspect(members, { ...options, depth: inner });
}

/// The class of Blobs with names.
export class File extends Blob {
  #name: string;
  #lastModified: number;

  constructor(fileBits: any, fileName: any, options: any = {}) {
    if (arguments.length < 2) throw missingArguments(["fileBits", "fileName"]);
    super(fileBits, options);
    const time: any = options?.lastModified;
    this.#lastModified = time === undefined ? Date.now() : +time || 0;
    this.#name = `${fileName}`.toWellFormed();
  }

  get name(): string {
    if (!isFile(this)) throw invalidThis("File");
    return this.#name;
  }

  get lastModified(): number {
    if (!isFile(this)) throw invalidThis("File");
    return this.#lastModified;
  }

  [inspectSymbol](depth: any, options: any): any {
    const members = { size: this.size, type: this.type, name: this.name, lastModified: this.lastModified };
    return inspectMembers(this, "File", members, depth, options);
  }

  static {
    isFile = (value: any) => value !== null && typeof value === "object" && #name in value;
  }
}
makeEnumerable(File.prototype, ["name", "lastModified"]);
setTag(File.prototype, "File");

/// The Blobs that have URLs, by the ends of these.
const registered = new Map<string, any>();

/// The end of a URL that `createObjectURL` could have made.
function identifierOf(url: string): string | undefined {
  const href = parseHref(url, undefined);
  const parts = href === undefined ? [] : urlPart(href, 7).split(":", 3);
  return parts.length === 2 && parts[0] === "nodedata" ? parts[1] : undefined;
}

setBlobOperations({
  clone: (value) => (isBlob(value) ? cloneBlob(value) : undefined),
  createURL(value) {
    if (!isBlob(value)) return undefined;
    const identifier = randomUuid(undefined, -1);
    registered.set(identifier, value.slice(0, value.size, value.type));
    return "blob:nodedata:" + identifier;
  },
  revokeURL(url) {
    const identifier = url.toLowerCase().startsWith("blob:") ? identifierOf(url) : undefined;
    if (identifier !== undefined) registered.delete(identifier);
  },
  read: (value) => (isBlob(value) ? Blob.prototype.arrayBuffer.call(value) : undefined),
});

/// `buffer.resolveObjectURL`
export function resolveObjectURL(url: any): any {
  const identifier = identifierOf(`${url}`);
  const blob: any = identifier === undefined ? undefined : registered.get(identifier);
  return blob === undefined ? undefined : blob.slice(0, blob.size, blob.type);
}

/// The value of the global `Blob`.
export function blobClass(): any {
  return Blob;
}

/// The value of the global `File`.
export function fileClass(): any {
  return File;
}
