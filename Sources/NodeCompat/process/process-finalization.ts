/// `process.finalization` (https://nodejs.org/api/process.html#processfinalizationregisterref-callback).
// @optimize size
import { invalidType } from "../prelude/node-errors.ts";
import { warnOfExperiment } from "../prelude/process-warning.ts";

/// An object that is not kept alive, and what is called for it.
interface Reference {
  target: WeakRef<any>;
  callback: any;
}

const references: { [event: string]: Set<Reference> } = { exit: new Set(), beforeExit: new Set() };
const listeners: any = {
  exit: () => callAll("exit"),
  beforeExit: () => callAll("beforeExit"),
};
let registry: FinalizationRegistry<Reference> | undefined;

function callAll(event: string): void {
  for (const reference of references[event]!) {
    const object: any = reference.target.deref();
    if (object !== undefined) reference.callback(object, event);
  }
  references[event]!.clear();
}

function forgetListener(event: string): void {
  if (references[event]!.size === 0) process.removeListener(event, listeners[event]);
}

function forget(reference: Reference): void {
  for (const event of ["exit", "beforeExit"]) {
    if (references[event]!.delete(reference)) forgetListener(event);
  }
}

function add(event: string, object: any, callback: any, name: string): void {
  warnOfExperiment("process.finalization." + name);
  if (object === null || (typeof object !== "object" && typeof object !== "function") || Array.isArray(object)) {
    throw invalidType("obj", "of type object", object);
  }
  if (references[event]!.size === 0) process.on(event as any, listeners[event]);
  const reference: Reference = { target: new WeakRef(object), callback };
  registry ??= new FinalizationRegistry(forget);
  registry.register(object, reference, object);
  references[event]!.add(reference);
}

function register(object: any, callback: any): void { add("exit", object, callback, "register"); }

function registerBeforeExit(object: any, callback: any): void {
  add("beforeExit", object, callback, "registerBeforeExit");
}

function unregister(object: any): void {
  warnOfExperiment("process.finalization.unregister");
  if (registry === undefined) return;
  registry.unregister(object);
  for (const event of ["exit", "beforeExit"]) {
    for (const reference of references[event]!) {
      const target: any = reference.target.deref();
      if (target === undefined || target === object) references[event]!.delete(reference);
    }
    forgetListener(event);
  }
}

let finalization: any;

/// What calls functions for objects that live until the program ends.
export function getFinalization(): any { return finalization ??= { register, registerBeforeExit, unregister }; }
