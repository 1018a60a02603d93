/// `util.inspect`: the text that `console.log` shows for a value, the same as Node's (lib/internal/util/inspect).
// @optimize size
import {
  bufferIs, binaryKind, binaryLength, call0, call3, classOf, dateText, functionKind, iteratorPreview, mapIterator,
  mapIteratorKey, mapIteratorStep, mapIteratorValue, proxyTarget, regexpText,
  ownNonIndexKeys, promiseResult, promiseState,
} from "polyglot:runtime";
import { setReportInspector } from "polyglot:runtime";
import { isBuiltinName } from "./builtin-names.ts";
import type { Context } from "./inspect-context.ts";
import { isTooDeep, makeContext, optionsForUser, stylizeNot } from "./inspect-context.ts";
import { formatBuffer, formatDataView, formatTypedArray } from "./inspect-binary.ts";
import { formatError } from "./inspect-error.ts";
import { arrayElement, arrayEntries, layOut, objectEntries } from "./inspect-layout.ts";
import { escapeControls, formatPrimitive, isIdentifier, isNaturalNumber, quote, remainingText } from "./inspect-text.ts";
import { displayWidth } from "./display-width.ts";

let bufferInspector: any;
/// What makes Buffers says how they are shown, so that programs without Buffers do not contain it.
export function registerBuffers(_constructor: any, inspector: any): void {
  bufferInspector = inspector;
}

/// The text that shows a value. `options` are Node's; a boolean is `showHidden`, then followed by depth and colours.
export function inspect(value: any, options?: any, depth?: any, colors?: any): string {
  return formatValue(makeContext(options, depth, colors), value, 0);
}

/// Formats any value at a depth; the context's indentation is that of the value's continuation lines.
export function formatValue(context: Context, value: any, depth: number): string {
  if (value === null) return context.stylize("null", "null");
  if (typeof value !== "object" && typeof value !== "function") return formatPrimitive(context, value, true);
  // Proxies show their targets, without calling traps.
  for (let target: any = proxyTarget(value); target !== undefined; target = proxyTarget(value)) {
    if (target === null) return context.stylize("<Revoked Proxy>", "special");
    value = target;
  }
  if (context.customInspect) {
    const custom: any = value[context.customSymbol];
    if (typeof custom === "function" && custom !== inspect && !isPrototypeObject(value)) {
      const remaining = context.depth === null ? null : context.depth - depth;
      const result: any = call3(custom, value, remaining, optionsForUser(context), inspect);
      if (result !== value) {
        if (typeof result !== "string") return formatValue(context, result, depth);
        return result.replaceAll("\n", "\n" + " ".repeat(context.indentation));
      }
    }
  }
  if (bufferInspector !== undefined && context.customInspect && bufferIs(value)) {
    return bufferInspector(value, context).replaceAll("\n", "\n" + " ".repeat(context.indentation));
  }
  if (context.seen.includes(value)) return formatCircular(context, value);
  return formatObject(context, value, depth);
}

/// Whether an object is the `prototype` of its own constructor.
function isPrototypeObject(value: any): boolean {
  const descriptor = Object.getOwnPropertyDescriptor(value, "constructor");
  const constructor: any = descriptor === undefined ? undefined : descriptor.value;
  return constructor !== undefined && constructor !== null && constructor.prototype === value;
}

function formatCircular(context: Context, value: any): string {
  if (context.circular === undefined) context.circular = new Map();
  let index = context.circular.get(value);
  if (index === undefined) {
    index = context.circular.size + 1;
    context.circular.set(value, index);
  }
  return context.stylize("[Circular *" + index + "]", "special");
}

/// How the entries of an object are made.
type Formatter = (context: Context, value: any, depth: number) => string[];

/// Formats an object that is not being formatted already.
function formatObject(context: Context, value: any, depth: number): string {
  let inherited: string[] | undefined = context.showHidden && !isTooDeep(context, depth) ? [] : undefined;
  const constructor = constructorName(context, value, depth, inherited);
  if (inherited !== undefined && inherited.length === 0) inherited = undefined;
  const tag = tagOf(context, value);
  const kind = classOf(value);
  let keys: any[];
  let open = "{";
  let close = "}";
  let base = "";
  let entriesKind = objectEntries;
  let formatter: Formatter | undefined;

  if (kind === "Array") {
    keys = ownNonIndexKeys(value, !context.showHidden);
    const plain = constructor === "Array" && tag === "";
    open = (plain ? "" : prefixText(constructor, tag, "Array", "(" + value.length + ")")) + "[";
    close = "]";
    if (value.length === 0 && keys.length === 0 && inherited === undefined) return open + "]";
    entriesKind = arrayEntries;
    formatter = formatElements;
  } else if (binaryKind(value) === 1) {
    keys = ownNonIndexKeys(value, !context.showHidden);
    const length = binaryLength(value);
    open = prefixText(constructor, tag, kind, "(" + length + ")") + "[";
    close = "]";
    if (length === 0 && keys.length === 0 && inherited === undefined) return open + "]";
    entriesKind = arrayEntries;
    formatter = formatTypedArray;
  } else {
    keys = ownKeys(value, context.showHidden);
    const bare = keys.length === 0 && inherited === undefined;
    if (kind === "Set" || kind === "Map") {
      const size = mapSize(value);
      open = prefixText(constructor, tag, kind, "(" + size + ")") + "{";
      if (size === 0 && bare) return open + "}";
      formatter = kind === "Set" ? formatSet : formatMap;
    } else if (kind === "Map Iterator" || kind === "Set Iterator") {
      const title = tag === kind ? tag : tag === "" ? kind : tag + "] [" + kind;
      const preview = iteratorPreview(value);
      const isEntries: boolean = preview[0];
      open = "[" + (isEntries ? title.slice(0, -8) + "Entries" : title) + "] {";
      formatter = formatIterator;
    } else if (typeof value === "function") {
      base = functionText(context, value, constructor, tag);
      if (bare) return context.stylize(base, "special");
    } else if (kind === "Arguments" && constructor === "Object") {
      open = "[Arguments] {";
      if (bare) return "[Arguments] {}";
    } else if (kind === "Module") {
      open = prefixText(constructor, tag, "Module", "") + "{";
    } else if (constructor === "Object") {
      if (tag !== "") open = prefixText(constructor, tag, "Object", "") + "{";
      if (bare) return open + "}";
    } else if (isErrorObject(value)) {
      base = formatError(context, value, constructor, tag, keys);
      if (keys.length === 0 && inherited === undefined) return base;
    } else if (kind === "RegExp") {
      base = regexpText(value);
      const prefix = prefixText(constructor, tag, "RegExp", "");
      if (prefix !== "RegExp ") base = prefix + base;
      if (bare || isTooDeep(context, depth)) return context.stylize(base, "regexp");
    } else if (kind === "WeakSet" || kind === "WeakMap") {
      open = prefixText(constructor, tag, kind, "") + "{";
      formatter = formatWeak;
    } else if (binaryKind(value) !== 0) {
      open = prefixText(constructor, tag, kind, "") + "{";
      formatter = binaryKind(value) === 2 ? formatBuffer : formatDataView;
    } else if (kind === "Promise") {
      open = prefixText(constructor, tag, kind, "") + "{";
      formatter = formatPromise;
    } else if (kind === "Date") {
      const prefix = prefixText(constructor, tag, kind, "");
      base = (prefix === "Date " ? "" : prefix) + dateText(value);
      if (bare) return context.stylize(base, "date");
    } else if (kind === "Number" || kind === "String" || kind === "Boolean" || kind === "Symbol" || kind === "BigInt") {
      // The characters of a String object are its first keys.
      if (kind === "String") keys.splice(0, value.length);
      base = boxedText(context, value, kind, constructor, tag, keys.length === 0);
      if (keys.length === 0 && inherited === undefined) return base;
    } else {
      open = styleText(value, constructor, tag) + "{";
      if (bare) return open + "}";
    }
  }

  if (isTooDeep(context, depth)) {
    const name = styleText(value, constructor, tag).slice(0, -1);
    return context.stylize(constructor === null ? name : "[" + name + "]", "special");
  }
  depth++;
  context.seen.push(value);
  context.currentDepth = depth;
  const indentation = context.indentation;
  let entries: string[];
  try {
    entries = formatter === undefined ? [] : formatter(context, value, depth);
    for (let i = 0; i < keys.length; i++) entries.push(formatProperty(context, value, depth, keys[i], entriesKind, value));
    if (inherited !== undefined) {
      for (let i = 0; i < inherited.length; i++) entries.push(inherited[i]);
    }
  } catch (error) {
    if (!isStackOverflow(error)) throw error;
    context.seen.pop();
    context.indentation = indentation;
    const name = styleText(value, constructor, tag).slice(0, -1);
    return context.stylize(
      "[" + name + ": Inspection interrupted prematurely. Maximum call stack size exceeded.]", "special",
    );
  }
  const index = context.circular === undefined ? undefined : context.circular.get(value);
  if (index !== undefined) {
    const reference = context.stylize("<ref *" + index + ">", "special");
    if (context.compact === true) open = reference + " " + open;
    else base = base === "" ? reference : reference + " " + base;
  }
  context.seen.pop();
  if (context.sorted) sortEntries(context, entries, entriesKind === objectEntries ? entries.length : keys.length);
  const result = layOut(context, entries, base, open, close, entriesKind, depth, value);
  const used = context.budget[context.indentation];
  const total = (used === undefined ? 0 : used) + result.length;
  context.budget[context.indentation] = total;
  // What is left of a value whose text is enormous already is shown as deep as its first level.
  if (total > 134217728) context.depth = -1;
  return result;
}

function isStackOverflow(error: any): boolean {
  return error instanceof RangeError && error.message === "Maximum call stack size exceeded";
}

/// Sorts the last `count` entries.
function sortEntries(context: Context, entries: string[], count: number): void {
  const sorted = entries.splice(entries.length - count, count);
  const comparator = context.sorted === true ? byText : context.sorted;
  // By insertion, since `sort` would be linked into every program that prints a value.
  for (let i = 1; i < count; i++) {
    const entry = sorted[i];
    let position = i;
    while (position > 0 && comparator(sorted[position - 1], entry) > 0) {
      sorted[position] = sorted[position - 1];
      position--;
    }
    sorted[position] = entry;
  }
  for (let i = 0; i < count; i++) entries.push(sorted[i]);
}

function byText(a: any, b: any): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/// The tag `Symbol.toStringTag` if it is text and not shown as a property anyway.
function tagOf(context: Context, value: any): string {
  let tag: any;
  try {
    tag = value[Symbol.toStringTag];
  } catch {
    return "";
  }
  if (typeof tag !== "string" || tag === "") return "";
  const shown = context.showHidden
    ? Object.hasOwn(value, Symbol.toStringTag)
    : Object.prototype.propertyIsEnumerable.call(value, Symbol.toStringTag);
  return shown ? "" : tag;
}

/// Own keys that are shown: names, then symbols.
function ownKeys(value: any, showHidden: boolean): any[] {
  const symbols: any[] = Object.getOwnPropertySymbols(value);
  const keys: any[] = showHidden ? Object.getOwnPropertyNames(value) : Object.keys(value);
  for (let i = 0; i < symbols.length; i++) {
    if (showHidden || Object.prototype.propertyIsEnumerable.call(value, symbols[i])) keys.push(symbols[i]);
  }
  return keys;
}

/// Whether a value is an error, made by a constructor of errors or inheriting from one.
export function isErrorObject(value: any): boolean {
  return classOf(value) === "Error" || value instanceof Error;
}

/// The name of the nearest constructor in the prototype chain; `null` if the object has no prototype. Collects what
/// classes of the program define on the way into `inherited`.
function constructorName(context: Context, value: any, depth: number, inherited: string[] | undefined): string | null {
  let first: any;
  let object = value;
  while (object) {
    const descriptor = Object.getOwnPropertyDescriptor(object, "constructor");
    const constructor: any = descriptor === undefined ? undefined : descriptor.value;
    if (typeof constructor === "function" && constructor.name !== "" && isInstance(value, constructor)) {
      if (inherited !== undefined && (first !== object || !isBuiltinName(constructor.name))) {
        addInherited(context, value, first || value, depth, inherited);
      }
      return String(constructor.name);
    }
    object = Object.getPrototypeOf(object);
    if (first === undefined) first = object;
  }
  if (first === null) return null;
  const name = internalName(value);
  if (isTooDeep(context, depth)) return name + " <Complex prototype>";
  const prototype = constructorName(context, first, depth + 1, inherited);
  if (prototype !== null) return name + " <" + prototype + ">";
  const options = optionsForUser(context);
  options.customInspect = false;
  options.depth = -1;
  return name + " <" + inspect(first, options) + ">";
}

/// The name of an object whose prototypes give none: its tag if that is a plain property, otherwise what it is.
function internalName(value: any): string {
  const kind = classOf(value);
  if (kind !== "Object") return kind;
  for (let object = value; object !== null; object = Object.getPrototypeOf(object)) {
    const descriptor = Object.getOwnPropertyDescriptor(object, Symbol.toStringTag);
    if (descriptor !== undefined) return typeof descriptor.value === "string" ? descriptor.value : kind;
  }
  return kind;
}

function isInstance(value: any, constructor: any): boolean {
  try {
    return value instanceof constructor;
  } catch {
    return false;
  }
}

/// Adds the properties other than methods of up to three prototypes that classes of the program made.
function addInherited(context: Context, main: any, object: any, depth: number, entries: string[]): void {
  const shadowed: any[] = [];
  for (let layer = 0; layer < 3; layer++) {
    if (layer !== 0 || main === object) {
      object = Object.getPrototypeOf(object);
      if (object === null) return;
      const descriptor = Object.getOwnPropertyDescriptor(object, "constructor");
      if (descriptor !== undefined && typeof descriptor.value === "function" && isBuiltinName(descriptor.value.name)) return;
    }
    const keys: any[] = Reflect.ownKeys(object);
    context.seen.push(main);
    for (let i = 0; i < keys.length; i++) {
      const key: any = keys[i];
      if (key === "constructor" || Object.hasOwn(main, key) || shadowed.includes(key)) continue;
      const descriptor: any = Object.getOwnPropertyDescriptor(object, key);
      if (typeof descriptor.value === "function") continue;
      const entry = formatProperty(context, object, depth, key, objectEntries, main);
      entries.push(context.colors ? "\u001b[2m" + entry + "\u001b[22m" : entry);
    }
    context.seen.pop();
    for (let i = 0; i < keys.length; i++) shadowed.push(keys[i]);
  }
}

/// What stands before the braces: class, size and tag, ending in a space.
export function prefixText(constructor: string | null, tag: string, fallback: string, size: string): string {
  if (constructor === null) {
    const text = "[" + fallback + size + ": null prototype] ";
    return tag !== "" && tag !== fallback ? text + "[" + tag + "] " : text;
  }
  const result = constructor + size + " ";
  if (tag === "") return result;
  const position = constructor.indexOf(tag);
  if (position >= 0) {
    // A tag that is a word of the class name says nothing new.
    const end = position + tag.length;
    if (end === constructor.length) return result;
    const next = constructor.charAt(end);
    if (next !== next.toLowerCase()) return result;
  }
  return result + "[" + tag + "] ";
}

/// The prefix of an object without a form of its own.
function styleText(value: any, constructor: string | null, tag: string): string {
  if (constructor !== null) return prefixText(constructor, tag, "", "");
  const name = internalName(value);
  return prefixText(constructor, tag, name === tag ? "Object" : name, "");
}

/// `[Function: name]`, `[class Name extends Parent]`.
function functionText(context: Context, value: any, constructor: string | null, tag: string): string {
  const kind = functionKind(value);
  if (kind === "class") return classText(value, constructor, tag);
  let text = "[" + kind;
  if (constructor === null) text += " (null prototype)";
  const name: any = value.name;
  if (name === "") text += " (anonymous)";
  else text += ": " + (typeof name === "string" ? name : formatValue(context, name, NaN));
  text += "]";
  if (constructor !== kind && constructor !== null) text += " " + constructor;
  if (tag !== "" && constructor !== tag) text += " [" + tag + "]";
  return text;
}

function classText(value: any, constructor: string | null, tag: string): string {
  let text = "[class " + ((Object.hasOwn(value, "name") && value.name) || "(anonymous)");
  if (constructor !== "Function" && constructor !== null) text += " [" + constructor + "]";
  if (tag !== "" && constructor !== tag) text += " [" + tag + "]";
  if (constructor === null) return text + " extends [null prototype]]";
  const parent: any = Object.getPrototypeOf(value).name;
  return parent ? text + " extends " + parent + "]" : text + "]";
}

/// `[Number: 1]` and the like.
function boxedText(
  context: Context, value: any, kind: string, constructor: string | null, tag: string, alone: boolean,
): string {
  let text = "[" + kind;
  if (constructor === null) text += " (null prototype)";
  else if (constructor !== kind) text += " (" + constructor + ")";
  text += ": " + formatPrimitive(context, boxedValue(value, kind), false) + "]";
  if (tag !== "" && tag !== constructor) text += " [" + tag + "]";
  return alone && context.stylize !== stylizeNot ? context.stylize(text, kind.toLowerCase()) : text;
}

function boxedValue(value: any, kind: string): any {
  if (kind === "Number") return call0(Number.prototype.valueOf, value);
  if (kind === "String") return call0(String.prototype.valueOf, value);
  if (kind === "Boolean") return call0(Boolean.prototype.valueOf, value);
  if (kind === "Symbol") return call0(Symbol.prototype.valueOf, value);
  return value.valueOf();
}

/// The elements of an array.
function formatElements(context: Context, value: any, depth: number): string[] {
  const length: number = value.length;
  const shown = Math.min(Math.max(0, context.maxArrayLength), length);
  const entries: string[] = [];
  for (let i = 0; i < shown; i++) {
    if (!Object.hasOwn(value, i)) return formatSparseElements(context, value, depth, shown, entries, i);
    entries.push(formatProperty(context, value, depth, i, arrayElement, value));
  }
  if (length > shown) entries.push(remainingText(length - shown));
  return entries;
}

/// The elements from a hole at `index` on; a row of holes counts as one entry.
function formatSparseElements(
  context: Context, value: any, depth: number, shown: number, entries: string[], index: number,
): string[] {
  const keys = Object.keys(value);
  for (let i = index; i < keys.length && entries.length < shown; i++) {
    const key = keys[i];
    const position = +key;
    if (position > 4294967294) break;
    if (String(index) !== key) {
      if (!isNaturalNumber(key)) break;
      entries.push(emptyItems(context, position - index));
      index = position;
      if (entries.length === shown) break;
    }
    entries.push(formatProperty(context, value, depth, key, arrayElement, value));
    index++;
  }
  const remaining = value.length - index;
  if (remaining > 0) entries.push(entries.length === shown ? remainingText(remaining) : emptyItems(context, remaining));
  return entries;
}

function emptyItems(context: Context, count: number): string {
  return context.stylize("<" + count + " empty item" + (count > 1 ? "s" : "") + ">", "undefined");
}

/// The number of entries of a Map or Set, whatever its `size` says.
function mapSize(value: any): number {
  const iterator = mapIterator(value);
  let size = 0;
  while (mapIteratorStep(iterator)) size++;
  return size;
}

function formatSet(context: Context, value: any, depth: number): string[] {
  const limit = Math.max(0, context.maxArrayLength);
  const entries: string[] = [];
  const iterator = mapIterator(value);
  let remaining = 0;
  context.indentation += 2;
  while (mapIteratorStep(iterator)) {
    if (entries.length < limit) entries.push(formatValue(context, mapIteratorKey(iterator), depth));
    else remaining++;
  }
  context.indentation -= 2;
  if (remaining > 0) entries.push(remainingText(remaining));
  return entries;
}

function formatMap(context: Context, value: any, depth: number): string[] {
  const limit = Math.max(0, context.maxArrayLength);
  const entries: string[] = [];
  const iterator = mapIterator(value);
  let remaining = 0;
  context.indentation += 2;
  while (mapIteratorStep(iterator)) {
    if (entries.length < limit) {
      const key = formatValue(context, mapIteratorKey(iterator), depth);
      entries.push(key + " => " + formatValue(context, mapIteratorValue(iterator), depth));
    } else {
      remaining++;
    }
  }
  context.indentation -= 2;
  if (remaining > 0) entries.push(remainingText(remaining));
  return entries;
}

/// What an iterator of a Map or Set has still to give.
function formatIterator(context: Context, value: any, depth: number): string[] {
  const preview = iteratorPreview(value);
  const step = preview[0] ? 2 : 1;
  const count = (preview.length - 1) / step;
  const shown = Math.min(Math.max(context.maxArrayLength, 0), count);
  const entries: string[] = [];
  context.indentation += 2;
  for (let i = 0; i < shown; i++) {
    const first = formatValue(context, preview[1 + i * step], depth);
    if (step === 1) {
      entries.push(first);
    } else {
      const pair = [first, formatValue(context, preview[2 + i * step], depth)];
      entries.push(layOut(context, pair, "", "[", "]", arrayEntries, depth, undefined));
    }
  }
  context.indentation -= 2;
  if (count > shown) entries.push(remainingText(count - shown));
  return entries;
}

/// The state of a promise, and its value or reason.
function formatPromise(context: Context, value: any, depth: number): string[] {
  const state = promiseState(value);
  if (state === 0) return [context.stylize("<pending>", "special")];
  context.indentation += 2;
  const text = formatValue(context, promiseResult(value), depth);
  context.indentation -= 2;
  return [state === 2 ? context.stylize("<rejected>", "special") + " " + text : text];
}

function formatWeak(context: Context, _value: any, _depth: number): string[] {
  return [context.stylize("<items unknown>", "special")];
}

/// One property of `object`, whose getters run on `receiver`.
function formatProperty(context: Context, object: any, depth: number, key: any, kind: number, receiver: any): string {
  const descriptor: any = Object.getOwnPropertyDescriptor(object, key);
  let text: string;
  let separator = " ";
  if (descriptor.value !== undefined) {
    const step = context.compact === true && kind === objectEntries ? 3 : 2;
    context.indentation += step;
    text = formatValue(context, descriptor.value, depth);
    if (step === 3 && context.breakLength < displayWidth(text, context.colors)) {
      separator = "\n" + " ".repeat(context.indentation);
    }
    context.indentation -= step;
  } else if (descriptor.get !== undefined) {
    text = formatGetter(context, descriptor, depth, receiver);
  } else if (descriptor.set !== undefined) {
    text = context.stylize("[Setter]", "special");
  } else {
    text = context.stylize("undefined", "undefined");
  }
  if (kind === arrayElement) return text;
  let name = keyText(context, key);
  if (descriptor.enumerable === false) name = "[" + name + "]";
  return name + ":" + separator + text;
}

function keyText(context: Context, key: any): string {
  if (typeof key === "symbol") return context.stylize(escapeControls(String(key), true), "symbol");
  if (!isIdentifier(key)) return context.stylize(quote(key), "string");
  return key === "__proto__" ? "['__proto__']" : context.stylize(key, "name");
}

/// An accessor; runs its getter if the option `getters` says so.
function formatGetter(context: Context, descriptor: any, depth: number, receiver: any): string {
  const label = descriptor.set === undefined ? "Getter" : "Getter/Setter";
  const wanted = context.getters;
  const run = wanted === true || (wanted === "get" && descriptor.set === undefined) ||
    (wanted === "set" && descriptor.set !== undefined);
  if (!run) return context.stylize("[" + label + "]", "special");
  let result: string;
  const open = context.stylize("[" + label + ":", "special");
  const close = context.stylize("]", "special");
  context.indentation += 2;
  try {
    const value: any = call0(descriptor.get, receiver);
    if (value === null) result = open + " " + context.stylize("null", "null") + close;
    else if (typeof value === "object") result = context.stylize("[" + label + "]", "special") + " " + formatValue(context, value, depth);
    else result = open + " " + formatPrimitive(context, value, true) + close;
  } catch (error) {
    result = open + " <Inspection threw (" + formatValue(context, error, depth) + ")>" + close;
  }
  context.indentation -= 2;
  return result;
}

// Reports of uncaught exceptions show objects and the properties of errors in the same way.
setReportInspector((value: any): string => inspect(value));
