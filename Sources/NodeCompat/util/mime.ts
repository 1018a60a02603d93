/// `util.MIMEType` and `util.MIMEParams` (https://nodejs.org/api/util.html#class-utilmimetype), which read and write media
/// types as https://mimesniff.spec.whatwg.org says.
// @optimize size
import { codedError } from "../prelude/node-errors.ts";

/// Anything but an HTTP token code point.
const notToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
/// Anything but an HTTP quoted-string token code point.
const notQuotable = /[^\t\u0020-~\u0080-\u00FF]/;
const trailingSpace = /[\r\n\t ]*$/;

function invalidSyntax(production: string, text: string, index: number): any {
  const place = index === -1 ? "" : " at " + index;
  return codedError(
    new TypeError('The MIME syntax for a ' + production + ' in "' + text + '" is invalid' + place), "ERR_INVALID_MIME_SYNTAX",
  );
}

/// ASCII letters alone change.
function lowercase(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function isSpace(character: string): boolean {
  return character === "\r" || character === "\n" || character === "\t" || character === " ";
}

function afterSpace(text: string, position: number): number {
  let end = position;
  while (end < text.length && isSpace(text.charAt(end))) end++;
  return end;
}

/// A part of the essence in lower case.
function checkToken(production: string, token: string, text: string): string {
  const wrong = token.search(notToken);
  if (token === "" || wrong !== -1) throw invalidSyntax(production, text, wrong);
  return lowercase(token);
}

/// A value as it is written: quoted where it is no token.
function quoted(value: string): string {
  if (value !== "" && value.search(notToken) === -1) return value;
  return '"' + value.replace(/["\\]/g, "\\$&") + '"';
}

/// The value of a quoted string that begins before `start`, and where its quote ends it.
function readQuoted(text: string, start: number): { value: string; end: number } {
  let value = "";
  let position = start;
  while (position < text.length && text.charAt(position) !== '"') {
    if (text.charAt(position) === "\\" && position + 1 < text.length) position++;
    value += text.charAt(position++);
  }
  return { value, end: position };
}

/// Reads the parameters of a media type from a position on. Wrong and repeated ones are left out.
function readParameters(text: string, start: number, parameters: Map<string, string>): void {
  let position = start;
  while (position < text.length) {
    position = afterSpace(text, position + 1);
    let end = position;
    while (end < text.length && text.charAt(end) !== ";" && text.charAt(end) !== "=") end++;
    const name = lowercase(text.slice(position, end));
    position = end;
    if (position >= text.length) return;
    if (text.charAt(position) === ";") continue;
    position++;
    const semicolon = text.indexOf(";", position);
    const isQuoted = text.charAt(position) === '"';
    let value: string;
    if (isQuoted) {
      const read = readQuoted(text, position + 1);
      value = read.value;
      const next = text.indexOf(";", read.end);
      position = next === -1 ? text.length : next;
    } else {
      end = semicolon === -1 ? text.length : semicolon;
      value = text.slice(position, end).replace(trailingSpace, "");
      position = end;
      if (value === "") continue;
    }
    if (name !== "" && !notToken.test(name) && !notQuotable.test(value) && !parameters.has(name)) parameters.set(name, value);
  }
}

let readInto: (parameters: MIMEParams, text: string, start: number) => void;

/// The parameters of a media type, in their order.
export class MIMEParams {
  readonly #values = new Map<string, string>();

  static {
    readInto = (parameters, text, start) => readParameters(text, start, parameters.#values);
  }

  delete(name: any): void {
    this.#values.delete(`${name}`);
  }

  get(name: any): string | null {
    return this.#values.get(`${name}`) ?? null;
  }

  has(name: any): boolean {
    return this.#values.has(`${name}`);
  }

  set(name: any, value: any): void {
    const key = `${name}`;
    const text = `${value}`;
    const wrongName = key.search(notToken);
    if (key === "" || wrongName !== -1) throw invalidSyntax("parameter name", key, wrongName);
    const wrongValue = text.search(notQuotable);
    if (wrongValue !== -1) throw invalidSyntax("parameter value", text, wrongValue);
    this.#values.set(key, text);
  }

  *entries(): Generator<[string, string], void, unknown> {
    yield* this.#values.entries();
  }

  *keys(): Generator<string, void, unknown> {
    yield* this.#values.keys();
  }

  *values(): Generator<string, void, unknown> {
    yield* this.#values.values();
  }

  toString(): string {
    let text = "";
    for (const [name, value] of this.#values) text += (text === "" ? "" : ";") + name + "=" + quoted(value);
    return text;
  }
}

Object.defineProperty(MIMEParams.prototype, Symbol.iterator, {
  configurable: true, enumerable: false, value: MIMEParams.prototype.entries, writable: true,
});
Object.defineProperty(MIMEParams.prototype, "toJSON", {
  configurable: true, enumerable: false, value: MIMEParams.prototype.toString, writable: true,
});

/// A media type such as `text/html;charset=utf-8`.
export class MIMEType {
  #type: string;
  #subtype: string;
  readonly #params = new MIMEParams();

  constructor(input: any) {
    const text = `${input}`;
    const start = afterSpace(text, 0);
    const slash = text.indexOf("/", start);
    this.#type = checkToken("type", slash === -1 ? text.slice(start) : text.slice(start, slash), text);
    if (slash === -1) throw invalidSyntax("type", text, -1);
    const semicolon = text.indexOf(";", slash);
    const end = semicolon === -1 ? text.length : semicolon;
    this.#subtype = checkToken("subtype", text.slice(slash + 1, end).replace(trailingSpace, ""), text);
    readInto(this.#params, text, end);
  }

  get type(): string {
    return this.#type;
  }
  set type(value: any) {
    this.#type = checkToken("type", `${value}`, `${value}`);
  }

  get subtype(): string {
    return this.#subtype;
  }
  set subtype(value: any) {
    this.#subtype = checkToken("subtype", `${value}`, `${value}`);
  }

  get essence(): string {
    return this.#type + "/" + this.#subtype;
  }

  get params(): MIMEParams {
    return this.#params;
  }

  toString(): string {
    const parameters = this.#params.toString();
    return this.essence + (parameters === "" ? "" : ";" + parameters);
  }
}

Object.defineProperty(MIMEType.prototype, "toJSON", {
  configurable: true, enumerable: false, value: MIMEType.prototype.toString, writable: true,
});
