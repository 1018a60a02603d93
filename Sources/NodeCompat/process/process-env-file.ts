/// `process.loadEnvFile` (https://nodejs.org/api/process.html#processloadenvfilepath).
// @optimize size
import { codedError } from "../prelude/node-errors.ts";
import { getEnv } from "../prelude/process.ts";
import { checkPath } from "./fs-arguments.ts";
import { readFile, runNow } from "./fs-operations.ts";
import { parseEnv } from "./parse-env.ts";

function contentOf(path: string): any {
  try {
    return runNow(readFile(path, "utf8"));
  } catch (error: any) {
    if (error.code !== "EISDIR") throw error;
    throw codedError(new TypeError("Contents of '" + path + "' should be a valid string."), "ERR_INVALID_ARG_TYPE");
  }
}

/// Variables that exist stay as they are.
export function loadEnvFile(path?: any): void {
  const variables: any = parseEnv(contentOf(path === undefined || path === null ? ".env" : checkPath(path)));
  const environment: any = getEnv();
  for (const key of Object.keys(variables)) environment[key] ??= variables[key];
}
