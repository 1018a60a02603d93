/// Warnings (https://nodejs.org/api/process.html#event-warning).
// @optimize size
import { nextTick, processId, stderrWrite } from "polyglot:runtime";
import { invalidType } from "./node-errors.ts";
import { emit } from "./process-emitter.ts";

/// `process.emitWarning`
export function emitWarning(warning: any, type?: any, code?: any, constructor?: any): void {
  let detail: any;
  if (type !== null && typeof type === "object" && !Array.isArray(type)) {
    code = type.code;
    if (typeof type.detail === "string") detail = type.detail;
    type = type.type || "Warning";
  } else if (typeof type === "function") {
    code = undefined;
    type = "Warning";
  }
  if (type !== undefined && typeof type !== "string") throw invalidType("type", "of type string", type);
  if (typeof code === "function") code = undefined;
  else if (code !== undefined && typeof code !== "string") throw invalidType("code", "of type string", code);
  let error: any = warning;
  if (typeof warning === "string") {
    error = new Error(warning);
    error.name = String(type || "Warning");
    if (code !== undefined) error.code = code;
    if (detail !== undefined) error.detail = detail;
  } else if (!(warning instanceof Error)) {
    throw invalidType("warning", "of type string or an instance of Error", warning);
  }
  nextTick(showWarning, [error]);
}

const experiments = new Set<string>();

/// Warns once of a feature that Node calls experimental.
export function warnOfExperiment(feature: string): void {
  if (experiments.has(feature)) return;
  experiments.add(feature);
  emitWarning(feature + " is an experimental feature and might change at any time", "ExperimentalWarning");
}

let explained = false;

function showWarning(warning: any): void {
  let text = "(node:" + processId() + ") ";
  if (warning.code) text += "[" + warning.code + "] ";
  text += String(warning);
  if (typeof warning.detail === "string") text += "\n" + warning.detail;
  if (!explained) {
    explained = true;
    const flag = warning.name === "DeprecationWarning" ? "--trace-deprecation" : "--trace-warnings";
    text += "\n(Use `node " + flag + " ...` to show where the warning was created)";
  }
  stderrWrite(text + "\n");
  emit("warning", warning);
}
