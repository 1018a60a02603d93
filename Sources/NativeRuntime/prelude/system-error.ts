/// Node's ERR_SYSTEM_ERROR: what the system refused, with all that is known about it.
// @optimize size
import { errnoMessage, errnoName } from "polyglot:runtime";
import { codedError } from "./node-errors.ts";

export class SystemError extends Error {
  declare info: any;

  /// `errno`: as the system gave it, negated.
  constructor(errno: number, syscall: string) {
    const code = errnoName(-errno);
    const message = errnoMessage(-errno);
    super("A system error occurred: " + syscall + " returned " + code + " (" + message + ")");
    Object.defineProperty(this, "name", { value: "SystemError", writable: true, enumerable: false, configurable: true });
    codedError(this, "ERR_SYSTEM_ERROR");
    this.info = { errno, code, message, syscall };
    for (const key of ["errno", "syscall"]) {
      Object.defineProperty(this, key, {
        get: () => this.info[key], set: (value) => { this.info[key] = value; }, enumerable: true, configurable: true,
      });
    }
  }
}
