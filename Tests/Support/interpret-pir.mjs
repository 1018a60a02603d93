// Runs the text form of PIR with JavaScript's own values, straight after lowering: a second opinion on the lowering that
// needs neither passes nor code generation nor the runtime.
//
//   polyglot build -O0 --dump-after=lowering program.ts 2>program.pir; node interpret-pir.mjs program.pir
//
// Values of every representation are JavaScript values; `hole` is a unique object. Built-in objects are the host's, and
// so are the runtime's typed functions: the manifests say which property of which object each of them stands for.
import { readFileSync, readdirSync } from "node:fs";

const HOLE = Object.freeze({ toString: () => "hole" });
const text = readFileSync(process.argv[2] ?? 0, "utf8");
const program = parse(text);
const fastForms = readManifests(new URL("../../Sources/NativeRuntime/", import.meta.url));
// Uncaught errors are the host's to report.
fastForms.set("rt_set_report_inspector", () => {});
// Everything is iterated by the protocol here.
fastForms.set("rt_is_list_iteration", () => false);
fastForms.set("rt_iteration_is_builtin", () => false);

// --- Parsing ---------------------------------------------------------------------------------------------------------

/** Splits an instruction into words, strings, lists and punctuation. */
function tokenize(line) {
  const tokens = [];
  const pattern = /"(?:[^"\\]|\\.)*"|\[|\]|\{|\}|\(|\)|->|!pos|[^\s,:()[\]{}"]+|[,:]/g;
  for (const match of line.matchAll(pattern)) tokens.push(match[0]);
  return tokens;
}

/** The string behind a quoted token: WTF-8 bytes, non-ASCII ones as `\xx`. */
function unquote(token) {
  const bytes = [];
  for (let i = 1; i < token.length - 1; i++) {
    if (token[i] !== "\\") bytes.push(token.charCodeAt(i));
    else if (/[0-9a-f]{2}/.test(token.slice(i + 1, i + 3))) { bytes.push(parseInt(token.slice(i + 1, i + 3), 16)); i += 2; }
    else bytes.push(token.charCodeAt(++i));
  }
  let result = "";
  for (let i = 0; i < bytes.length;) {
    const lead = bytes[i];
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    let code = length === 1 ? lead : lead & (0xff >> (length + 1));
    for (let k = 1; k < length; k++) code = (code << 6) | (bytes[i + k] & 0x3f);
    result += String.fromCodePoint(code);
    i += length;
  }
  return result;
}

function parse(source) {
  const module = { functions: new Map(), globals: new Map(), namespaces: new Map(), entry: "" };
  let current;
  let block;
  for (const line of source.split("\n")) {
    if (line === "" || line.startsWith("//")) continue;
    if (line.startsWith("global ")) {
      const [, name] = /^global \$([^:]+):/.exec(line);
      module.globals.set(name, line.endsWith(" uninitialized") ? HOLE : undefined);
    } else if (line.startsWith("namespace ")) {
      const [, file, key, global] = /^namespace (\d+) ("(?:[^"\\]|\\.)*") \$(.*)$/.exec(line);
      if (!module.namespaces.has(file)) module.namespaces.set(file, []);
      module.namespaces.get(file).push([unquote(key), global]);
    } else if (line.startsWith("entry ")) module.entry = line.slice(7);
    else if (line.startsWith("func ")) {
      const [, name, parameters, rest] = /^func @([^(]+)\((.*?)\) -> \w+ (.*)$/.exec(line);
      current = {
        name, blocks: new Map(), kind: /kind=(\w+)/.exec(rest)[1], length: +/length=(\d+)/.exec(rest)[1],
        displayName: unquote(/name=("(?:[^"\\]|\\.)*")/.exec(rest)?.[1] ?? '""'),
        parameters: parameters === "" ? [] : parameters.split(", ").map((p) => {
          const [, kind, value] = /^(\S+) %(\d+):/.exec(p);
          return { kind, value: +value };
        }),
      };
      module.functions.set(name, current);
    } else if (/^b\d+/.test(line)) {
      const [, name, parameters, handler] = /^b(\d+)(?:\((.*)\))?(?: handler b(\d+))?:$/.exec(line);
      block = {
        parameters: (parameters ?? "").split(", ").filter(Boolean).map((p) => +/^%(\d+)/.exec(p)[1]),
        handler: handler === undefined ? undefined : +handler, code: [],
      };
      current.blocks.set(+name, block);
    } else if (line.startsWith("  ") && !line.startsWith("  slot ")) block.code.push(parseInstruction(line));
  }
  return module;
}

function parseInstruction(line) {
  const tokens = tokenize(line);
  const instruction = { result: undefined, operands: [], edges: [], payload: undefined, names: [], line };
  let i = 0;
  if (/^%\d+$/.test(tokens[0])) {
    instruction.result = +tokens[0].slice(1);
    i = 4; // %n : representation =
  }
  instruction.opcode = tokens[i++];
  while (i < tokens.length) {
    const token = tokens[i++];
    if (token === "!pos") { i++; continue; }
    if (token === "->") {
      while (i < tokens.length && tokens[i] !== "!pos") {
        const edge = { target: +tokens[i++].slice(1), arguments: [] };
        if (tokens[i] === "(") {
          for (i++; tokens[i] !== ")"; i++) if (tokens[i] !== ",") edge.arguments.push(+tokens[i].slice(1));
          i++;
        }
        if (tokens[i] === ",") i++;
        instruction.edges.push(edge);
      }
    } else if (token === "[") {
      instruction.payload = instruction.names;
      for (; tokens[i] !== "]"; i++) if (tokens[i] !== ",") instruction.names.push(unquote(tokens[i]));
      i++;
    } else if (token === "{") {
      instruction.payload = [];
      for (; tokens[i] !== "}"; i++) if (tokens[i] !== ",") instruction.payload.push(+tokens[i]);
      i++;
    } else if (token === ",") continue;
    else if (/^%\d+$/.test(token)) instruction.operands.push(+token.slice(1));
    else if (token[0] === '"') instruction.payload = unquote(token);
    else if (token[0] === "#") instruction.payload = +token.slice(1);
    else if (/^[@$!&?]/.test(token)) instruction.payload = token.slice(1);
    else instruction.payload = token === "inf" ? Infinity : token === "-inf" ? -Infinity : /^s\d+$/.test(token) ? token : Number(token);
  }
  return instruction;
}

/** The host's function for each C symbol or opcode of a fast form without receiver. */
function readManifests(folder) {
  const forms = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".manifest"))) {
    let path = "";
    for (const line of readFileSync(new URL(file, folder), "utf8").split("\n")) {
      const row = /^(?:method|global|constructor) (\S+)/.exec(line);
      if (/^[a-z]/.test(line)) path = row?.[1] ?? ".prototype";
      const fast = /^\s+fast(?:-op)? \(.*?\) -> \w+ (\S+)/.exec(line);
      const target = path;
      if (fast && !path.includes(".prototype") && !forms.has(fast[1])) forms.set(fast[1], (...values) => call(target, values));
    }
  }
  return forms;
}

/** Calls a built-in function by its path. */
function call(path, values) {
  const keys = path.split(".");
  const method = keys.pop();
  const object = builtin(keys.join(".") || "globalThis");
  return object[method](...values);
}

// --- Functions -------------------------------------------------------------------------------------------------------

function makeClosure(definition, captures) {
  const invoke = (thisValue, newTarget, values) => execute(definition, thisValue, newTarget, values, captures, object);
  let object;
  switch (definition.kind) {
    case "arrow": object = (...values) => invoke(undefined, undefined, values); break;
    case "method": object = { m(...values) { return invoke(this, undefined, values); } }.m; break;
    case "normal": object = function (...values) {
      const result = invoke(this, new.target, values);
      return new.target && (typeof result !== "object" || result === null) && typeof result !== "function" ? this : result;
    }; break;
    default: object = function (...values) {
      if (!new.target) throw new TypeError(`Class constructor ${definition.displayName} cannot be invoked without 'new'`);
      return invoke(undefined, new.target, values);
    };
  }
  Object.defineProperty(object, "name", { value: definition.displayName, configurable: true });
  Object.defineProperty(object, "length", { value: definition.length, configurable: true });
  return object;
}

function bind(definition, thisValue, newTarget, values, frame) {
  for (const { kind, value } of definition.parameters) {
    if (kind === "this") frame[value] = thisValue;
    else if (kind === "new.target") frame[value] = newTarget;
    else if (kind === "arguments") frame[value] = (function () { return arguments; })(...values);
    else if (kind.startsWith("rest")) frame[value] = values.slice(+kind.slice(4));
    else frame[value] = values[+kind.slice(3)];
  }
}

function execute(definition, thisValue, newTarget, values, captures, callee) {
  const frame = [];
  bind(definition, thisValue, newTarget, values, frame);
  return run(definition, frame, captures, callee);
}

/** Runs a function whose parameters are in `frame`. */
function run(definition, frame, captures, callee) {
  const slots = {};
  let pending;
  let block = definition.blocks.get(0);
  for (;;) {
    let next;
    try {
      for (const instruction of block.code) {
        const o = instruction.operands.map((v) => frame[v]);
        switch (instruction.opcode) {
          case "jump": next = instruction.edges[0]; break;
          case "branch": next = instruction.edges[o[0] ? 0 : 1]; break;
          case "switch": {
            const index = instruction.payload.indexOf(o[0]);
            next = instruction.edges[index < 0 ? instruction.edges.length - 1 : index];
            break;
          }
          case "return": return o[0];
          case "throw": throw o[0];
          case "unreachable": throw new Error(`unreachable in ${definition.name}`);
          case "slot.load": frame[instruction.result] = slots[instruction.payload]; break;
          case "slot.store": slots[instruction.payload] = o[0]; break;
          case "capture.load": frame[instruction.result] = captures[instruction.payload]; break;
          case "callee": frame[instruction.result] = callee; break;
          case "catch": frame[instruction.result] = pending; break;
          default: frame[instruction.result ?? -1] = perform(instruction, o);
        }
      }
      if (!next) throw new Error(`no terminator in ${definition.name}`);
      const target = definition.blocks.get(next.target);
      const passed = next.arguments.map((v) => frame[v]);
      target.parameters.forEach((parameter, index) => { frame[parameter] = passed[index]; });
      block = target;
    } catch (error) {
      if (block.handler === undefined) throw error;
      pending = error;
      block = definition.blocks.get(block.handler);
    }
  }
}

// --- Instructions ----------------------------------------------------------------------------------------------------

const privates = new Map();
const templates = new Map();
const errors = { error: Error, typeError: TypeError, rangeError: RangeError, referenceError: ReferenceError, syntaxError: SyntaxError, evalError: EvalError, uriError: URIError };

function store(name) {
  if (!privates.has(name)) privates.set(name, new WeakMap());
  return privates.get(name);
}

function privateOf(name, object) {
  if (!store(name).has(object)) throw new TypeError(`Cannot access private member ${name.slice(0, name.lastIndexOf("@"))}`);
  return store(name);
}

function dataProperty(object, key, value, enumerable) {
  Object.defineProperty(object, key, { value, enumerable, writable: true, configurable: true });
}

function accessor(object, key, getter, setter, enumerable) {
  const description = { enumerable, configurable: true };
  if (getter) description.get = getter;
  if (setter) description.set = setter;
  Object.defineProperty(object, key, description);
}

function superSet(home, receiver, key, value) {
  if (!Reflect.set(Object.getPrototypeOf(home), key, value, receiver)) throw new TypeError(`Cannot assign to ${String(key)}`);
}

function isKind(value, kind) {
  switch (kind) {
    case "hole": return value === HOLE;
    case "undefined": return value === undefined;
    case "null": return value === null;
    case "nullish": return value === undefined || value === null;
    case "object": return value !== HOLE && ((typeof value === "object" && value !== null) || typeof value === "function");
    case "function": return typeof value === "function";
    case "array": return Array.isArray(value);
    case "map": return value instanceof Map;
    case "set": return value instanceof Set;
    default: return typeof value === kind;
  }
}

function newArray(values) {
  const array = [];
  array.length = values.length;
  values.forEach((value, index) => { if (value !== HOLE) array[index] = value; });
  return array;
}

function builtin(path) { return path.split(".").reduce((object, key) => object[key], globalThis); }

const namespaceObjects = new Map();

function moduleNamespace(file) {
  if (!namespaceObjects.has(file)) {
    const target = Object.create(null);
    const entries = new Map(program.namespaces.get(file) ?? []);
    for (const [key] of entries) Object.defineProperty(target, key, { get: () => read(key), enumerable: true, configurable: true });
    Object.defineProperty(target, Symbol.toStringTag, { value: "Module" });
    const read = (key) => {
      const value = program.globals.get(entries.get(key));
      if (value === HOLE) throw new ReferenceError(`Cannot access '${key}' before initialization`);
      return value;
    };
    namespaceObjects.set(file, target);
  }
  return namespaceObjects.get(file);
}

function perform({ opcode, payload, line }, o) {
  const [a, b, c] = o;
  switch (opcode) {
    case "const.f64": case "const.i32": case "const.string": return payload;
    case "const.i1": return payload === 1;
    case "const.bigint": return BigInt(payload);
    case "undefined": return undefined;
    case "null": return null;
    case "hole": return HOLE;
    case "global.load": return program.globals.get(payload);
    case "global.store": return void program.globals.set(payload, a);
    case "cell.new": return { value: a };
    case "cell.load": return a.value;
    case "cell.store": return void (a.value = b);
    case "check.init":
      if (a === HOLE) throw new ReferenceError(payload === "this" ? "Must call super constructor in derived class before accessing 'this' or returning from derived constructor" : `Cannot access '${payload}' before initialization`);
      return a;
    case "box": case "unbox": case "convert": return a;
    case "is": return isKind(a, payload);
    case "not": return !a;
    case "js.add": return a + b;
    case "js.sub": return a - b;
    case "js.mul": return a * b;
    case "js.div": return a / b;
    case "js.rem": return a % b;
    case "js.pow": return a ** b;
    case "js.and": return a & b;
    case "js.or": return a | b;
    case "js.xor": return a ^ b;
    case "js.shl": return a << b;
    case "js.shr": return a >> b;
    case "js.ushr": return a >>> b;
    case "js.lt": return a < b;
    case "js.le": return a <= b;
    case "js.gt": return a > b;
    case "js.ge": return a >= b;
    case "js.eq": return a == b;
    case "js.ne": return a != b;
    case "js.seq": return a === b;
    case "js.sne": return a !== b;
    case "js.neg": return -a;
    case "js.not": return ~a;
    case "js.inc": { let value = a; return ++value; }
    case "js.dec": { let value = a; return --value; }
    case "js.tonumber": return +a;
    case "js.tonumeric": { let value = a; return value++; }
    case "js.tobool": return !!a;
    case "js.tostring": return `${a}`;
    case "js.topropertykey": return typeof a === "symbol" ? a : Reflect.ownKeys({ [a]: 0 })[0];
    case "js.typeof": return typeof a;
    case "js.in": return a in b;
    case "js.instanceof": return a instanceof b;
    case "string.concat": return a + b;
    case "prop.get": return a[payload];
    case "prop.set": return void (a[payload] = b);
    case "prop.delete": return delete a[payload];
    case "elem.get": return a[b];
    case "elem.set": return void (a[b] = c);
    case "elem.delete": return delete a[b];
    case "super.get": return Reflect.get(Object.getPrototypeOf(a), payload, b);
    case "super.elem.get": return Reflect.get(Object.getPrototypeOf(a), c, b);
    case "super.set": return superSet(a, b, payload, c);
    case "super.elem.set": return superSet(a, b, c, o[3]);
    case "private.get": return privateOf(payload, a).get(a);
    case "private.set": return void privateOf(payload, a).set(a, b);
    case "private.has":
      if (!isKind(a, "object")) throw new TypeError("Cannot use 'in' operator to search for a private name");
      return store(payload).has(a);
    case "private.define":
      if (store(payload).has(a)) throw new TypeError("Cannot initialize private member twice on the same object");
      return void store(payload).set(a, b);
    case "prop.define": return dataProperty(a, payload, b, true);
    case "elem.define": return dataProperty(a, b, c, true);
    case "method.define": return dataProperty(a, payload, b, false);
    case "method.elem.define": return dataProperty(a, b, c, false);
    case "accessor.define": return accessor(a, payload, b, c, o[3]);
    case "accessor.elem.define": return accessor(a, b, c, o[3], o[4]);
    case "object.spread": {
      if (b !== undefined && b !== null) for (const key of Reflect.ownKeys(Object(b))) if (Object.prototype.propertyIsEnumerable.call(b, key)) dataProperty(a, key, b[key], true);
      return;
    }
    case "object.rest": {
      const rest = {};
      for (const key of Reflect.ownKeys(Object(a))) if (!b.map((k) => (typeof k === "symbol" ? k : String(k))).includes(key) && Object.prototype.propertyIsEnumerable.call(a, key)) rest[key] = a[key];
      return rest;
    }
    case "proto.set": if (b === null || isKind(b, "object")) Object.setPrototypeOf(a, b); return;
    case "check.coercible": if (a === undefined || a === null) throw new TypeError(`Cannot destructure '${a}' as it is ${a}.`); return;
    case "function.setname": return void Object.defineProperty(a, "name", { value: typeof b === "symbol" ? `[${b.description}]` : String(b), configurable: true });
    case "object.new": {
      const object = {};
      payload.forEach((name, index) => dataProperty(object, name, o[index], true));
      return object;
    }
    case "array.new": return newArray(o);
    case "object.clone": return { ...a };
    case "array.push": if (b === HOLE) a.length++; else a[a.length] = b; return;
    case "array.append": for (const value of b) a.push(value); return;
    case "closure.new": return makeClosure(program.functions.get(payload), o);
    case "regexp.new": return new RegExp(payload[0], payload[1]);
    case "template.object": {
      if (!templates.has(line)) {
        const cooked = payload.filter((_, index) => index % 2 === 0);
        cooked.raw = payload.filter((_, index) => index % 2 === 1);
        templates.set(line, Object.freeze(cooked));
      }
      return templates.get(line);
    }
    case "iter.new": {
      const iterator = a[Symbol.iterator]();
      return { iterator, next: iterator.next };
    }
    case "iter.next": {
      const result = a.next.call(a.iterator);
      if (!isKind(result, "object")) throw new TypeError(`Iterator result ${String(result)} is not an object`);
      return result.done ? HOLE : result.value;
    }
    case "iter.close": {
      const method = a.iterator.return;
      if (method !== undefined && method !== null && !isKind(method.call(a.iterator), "object")) throw new TypeError("not an object");
      return;
    }
    case "iter.close.throw": try { a.iterator.return?.(); } catch { /* the first exception wins */ } return;
    case "forin.new": { const keys = []; for (const key in a) keys.push(key); return { keys, object: a, index: 0 }; }
    case "forin.next":
      while (a.index < a.keys.length) { const key = a.keys[a.index++]; if (key in Object(a.object)) return key; }
      return HOLE;
    case "call.direct": {
      const definition = program.functions.get(payload);
      const frame = [];
      definition.parameters.forEach(({ value }, index) => { frame[value] = o[index]; });
      return run(definition, frame, [], undefined);
    }
    case "call.runtime":
      if (!fastForms.has(payload)) throw new Error(`no meaning for: ${line}`);
      return fastForms.get(payload)(...o);
    case "call": return Reflect.apply(a, b, o.slice(2));
    case "call.method": {
      if (typeof a[payload] !== "function") throw new TypeError(`${payload} is not a function`);
      return Reflect.apply(a[payload], a, o.slice(1));
    }
    case "call.spread": return Reflect.apply(a, b, c);
    case "construct": return Reflect.construct(a, o.slice(1));
    case "construct.spread": return Reflect.construct(a, b);
    case "construct.super": return Reflect.construct(Object.getPrototypeOf(a), o.slice(2), b);
    case "construct.super.spread": return Reflect.construct(Object.getPrototypeOf(a), c, b);
    case "class.link": {
      let prototype = {};
      if (b !== HOLE) {
        if (b !== null && (typeof b !== "function" || !b.prototype)) throw new TypeError(`Class extends value ${String(b)} is not a constructor or null`);
        Object.setPrototypeOf(a, b ?? Function.prototype);
        prototype = Object.create(b === null ? null : b.prototype);
      }
      Object.defineProperty(a, "prototype", { value: prototype, writable: false, enumerable: false, configurable: false });
      dataProperty(prototype, "constructor", a, false);
      return prototype;
    }
    case "instance.new": return Object.create(a.prototype);
    case "module.namespace": return moduleNamespace(String(payload));
    case "builtin": return builtin(payload);
    case "throw.error": throw new errors[payload](a);
    default:
      if (fastForms.has(opcode)) return fastForms.get(opcode)(...o);
      throw new Error(`no meaning for: ${line}`);
  }
}

execute(program.functions.get(program.entry), undefined, undefined, [], [], undefined);
