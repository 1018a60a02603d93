/// What the classes of web standards have in common in Node.
// @optimize size
import { inspect } from "./inspect.ts";

/// Makes members of a prototype (or class) enumerable, as those of web interfaces are.
export function makeEnumerable(holder: any, names: string[]): void {
  for (let i = 0; i < names.length; i++) Object.defineProperty(holder, names[i], { enumerable: true });
}

/// Gives a prototype the tag that `Object.prototype.toString` shows.
export function setTag(prototype: any, tag: string): void {
  Object.defineProperty(prototype, Symbol.toStringTag, { value: tag, configurable: true });
}

/// The members of an object behind its class's name, one level deeper than the object itself.
export function inspectMembers(name: string, members: any, depth: any, options: any): string {
  if (depth < 0) return name;
  return name + " " + inspect(members, { ...options, depth: options.depth === null ? null : options.depth - 1 });
}

/// The key of methods that say how their object is shown.
export const inspectSymbol: unique symbol = Symbol.for("nodejs.util.inspect.custom") as any;
