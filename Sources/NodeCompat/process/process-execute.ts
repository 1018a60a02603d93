/// `process.execve` (https://nodejs.org/api/process.html#processexecvefile-args-env).
// @optimize size
import { errnoName, processAbort, processExecute, stderrWrite } from "polyglot:runtime";
import { invalidValue } from "../prelude/node-errors.ts";
import { warnOfExperiment } from "../prelude/process-warning.ts";
import { validateArray, validateObject, validateString } from "../prelude/validators.ts";

/// Runs another program in this one's place, or gives up.
export function execve(file: any, args: any = [], env: any = process.env): void {
  warnOfExperiment("process.execve");
  validateString(file, "execPath");
  validateArray(args, "args");
  for (let i = 0; i < args.length; i++) {
    if (typeof args[i] === "string" && !args[i].includes("\u0000")) continue;
    throw invalidValue("args[" + i + "]", args[i], "must be a string without null bytes");
  }
  validateObject(env, "env");
  const variables: string[] = [];
  for (const name of Object.keys(env)) {
    const value: any = env[name];
    if (typeof value !== "string" || name.includes("\u0000") || value.includes("\u0000")) {
      throw invalidValue("env", env, "must be an object with string keys and values without null bytes");
    }
    variables.push(name + "=" + value);
  }
  const error = processExecute(file, args, variables);
  stderrWrite("process.execve failed with error code " + errnoName(-error) + "\n");
  processAbort();
}
