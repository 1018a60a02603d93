/// Keys of terminals: `readline.emitKeypressEvents` (https://nodejs.org/api/readline.html#readlineemitkeypresseventsstream-interface).
// @optimize size
import { StringDecoder } from "./string_decoder.ts";

/// What a stream has seen of a key that is not complete.
const parsing: unique symbol = Symbol("keypress-parser") as any;

/// How long an escape may be the beginning of something.
const escapeTimeout = 500;

/// The names of what follows an escape; modifiers are taken out before.
const names: any = {
  OP: "f1", OQ: "f2", OR: "f3", OS: "f4", "[P": "f1", "[Q": "f2", "[R": "f3", "[S": "f4", "[11~": "f1", "[12~": "f2",
  "[13~": "f3", "[14~": "f4", "[200~": "paste-start", "[201~": "paste-end", "[[A": "f1", "[[B": "f2", "[[C": "f3",
  "[[D": "f4", "[[E": "f5", "[15~": "f5", "[17~": "f6", "[18~": "f7", "[19~": "f8", "[20~": "f9", "[21~": "f10",
  "[23~": "f11", "[24~": "f12", "[A": "up", "[B": "down", "[C": "right", "[D": "left", "[E": "clear", "[F": "end",
  "[H": "home", OA: "up", OB: "down", OC: "right", OD: "left", OE: "clear", OF: "end", OH: "home", "[1~": "home",
  "[2~": "insert", "[3~": "delete", "[4~": "end", "[5~": "pageup", "[6~": "pagedown", "[[5~": "pageup",
  "[[6~": "pagedown", "[7~": "home", "[8~": "end", "[Z": "tab",
};
const shifted: any = {
  "[a": "up", "[b": "down", "[c": "right", "[d": "left", "[e": "clear", "[2$": "insert", "[3$": "delete",
  "[5$": "pageup", "[6$": "pagedown", "[7$": "home", "[8$": "end",
};
const controlled: any = {
  Oa: "up", Ob: "down", Oc: "right", Od: "left", Oe: "clear", "[2^": "insert", "[3^": "delete", "[5^": "pageup",
  "[6^": "pagedown", "[7^": "home", "[8^": "end",
};

/// The length of an escape sequence at the start of a text; 0 if it is not complete.
function sequenceLength(text: string): number {
  let at = 1;
  if (text[at] === "\x1b") at++;
  if (at >= text.length) return 0;
  const first = text[at++];
  if (first === "O") {
    if (at < text.length && text[at] >= "0" && text[at] <= "9") at++;
    return at < text.length ? at + 1 : 0;
  }
  if (first !== "[") return at - 1 + (first!.codePointAt(0)! >= 0xd800 && first!.codePointAt(0)! < 0xdc00 ? 2 : 1);
  if (text[at] === "[") at++;
  while (at < text.length && ((text[at] >= "0" && text[at] <= "9") || text[at] === ";")) at++;
  return at < text.length ? at + 1 : 0;
}

/// The key of a complete text.
function keyOf(sequence: string): any {
  const key: any = { sequence, name: undefined, ctrl: false, meta: false, shift: false };
  const isEscaped = sequence.length > 1 && sequence[0] === "\x1b";
  let rest = isEscaped ? sequence.slice(1) : sequence;
  if (isEscaped && rest[0] === "\x1b" && rest.length > 1) {
    key.meta = true;
    rest = rest.slice(1);
  }
  if (isEscaped && (rest[0] === "O" || rest[0] === "[") && rest.length > 1) {
    let code = rest;
    let modifier = 0;
    const match: any = /^(?:(O)([0-9])(.)|(\[\[?)(?:([0-9]+)(?:;([0-9]))?|1;([0-9]))?([~^$]|[A-Za-z]))$/.exec(rest);
    if (match !== null && match[1] !== undefined) {
      code = "O" + match[3];
      modifier = Number(match[2]) - 1;
    } else if (match !== null && match[6] !== undefined) {
      modifier = Number(match[6]) - 1;
      // Letters have a number before the modifier that says nothing.
      code = match[8] === "~" ? match[4] + match[5] + "~" : match[4] + match[8];
    }
    key.ctrl = (modifier & 4) !== 0;
    key.meta = key.meta || (modifier & 10) !== 0;
    key.shift = (modifier & 1) !== 0;
    key.code = code;
    key.name = names[code];
    if (key.name === undefined && shifted[code] !== undefined) {
      key.name = shifted[code];
      key.shift = true;
    } else if (key.name === undefined && controlled[code] !== undefined) {
      key.name = controlled[code];
      key.ctrl = true;
    }
    if (code === "[Z") key.shift = true;
    key.name ??= "undefined";
    return key;
  }
  const unit = rest.charCodeAt(0);
  if (rest === "\r") {
    key.name = "return";
    key.meta = isEscaped;
  } else if (rest === "\n") {
    key.name = "enter";
    key.meta = isEscaped;
  } else if (rest === "\t") {
    key.name = "tab";
    key.meta = isEscaped;
  } else if (rest === "\b" || rest === "\x7f") {
    key.name = "backspace";
    key.meta = isEscaped;
  } else if (rest === "\x1b") {
    key.name = "escape";
    key.meta = isEscaped;
  } else if (rest === " ") {
    key.name = "space";
    key.meta = isEscaped;
  } else if (!isEscaped && unit <= 0x1a) {
    key.name = String.fromCharCode(unit + 96);
    key.ctrl = true;
  } else if (/^[0-9A-Za-z]$/.test(rest)) {
    key.name = rest.toLowerCase();
    key.shift = rest !== key.name;
    key.meta = isEscaped;
  } else if (isEscaped) {
    key.meta = true;
  }
  return key;
}

/// Emits the keys of a text; the rest of one that is not complete.
function emitKeys(stream: any, input: string, isLast: boolean): string {
  let text = input;
  while (text.length > 0) {
    let length = 1;
    if (text[0] === "\x1b") {
      length = sequenceLength(text);
      if (length === 0) {
        if (!isLast) return text;
        length = text.length;
      }
    } else if (text.codePointAt(0)! > 0xffff) {
      length = 2;
    }
    const sequence = text.slice(0, length);
    text = text.slice(length);
    const key: any = keyOf(sequence);
    if (key.name === undefined) delete key.name;
    const isKnown = key.name !== undefined || !sequence.startsWith("\x1b");
    const shown: any = sequence.startsWith("\x1b") ? undefined : sequence;
    if (isKnown || sequence.length > 0) stream.emit("keypress", shown, key);
  }
  return "";
}

/// `readline.emitKeypressEvents`
export function emitKeypressEvents(stream: any, owner?: any): void {
  if (stream[parsing]) return;
  const decoder: any = new StringDecoder("utf8");
  let pending = "";
  let timer: any;
  stream[parsing] = decoder;
  const onData = (chunk: any): void => {
    if (stream.listenerCount("keypress") === 0) {
      stream.removeListener("data", onData);
      stream.on("newListener", onNewListener);
      return;
    }
    const text = decoder.write(typeof chunk === "string" ? Buffer.from(chunk) : chunk);
    if (text === "") return;
    clearTimeout(timer);
    pending = emitKeys(stream, pending + text, false);
    if (pending === "") return;
    timer = setTimeout(() => {
      const rest = pending;
      pending = "";
      emitKeys(stream, rest, true);
    }, owner?.escapeCodeTimeout ?? escapeTimeout);
  };
  const onNewListener = (event: any): void => {
    if (event !== "keypress") return;
    stream.on("data", onData);
    stream.removeListener("newListener", onNewListener);
  };
  if (stream.listenerCount("keypress") > 0) stream.on("data", onData);
  else stream.on("newListener", onNewListener);
}
