/// Who the process is for the system: how a server gives up the rights that it started with
/// (https://nodejs.org/api/process.html#processsetuidid).
// @optimize size
import { errnoMessage, errnoName, processSetGroups, processSetUser } from "polyglot:runtime";
import { codedError, invalidType } from "../prelude/node-errors.ts";
import { validateArray, validateInteger } from "../prelude/validators.ts";
import { passwordEntry, textOf } from "./os-files.ts";

/// The fields of the line of /etc/passwd or /etc/group that begins with a name.
function lineOf(file: string, name: string): string[] | undefined {
  return textOf(file).split("\n").map((line) => line.split(":")).find((fields) => fields.length > 2 && fields[0] === name);
}

function unknown(kind: string, id: any): any {
  return codedError(new Error(kind + " identifier does not exist: " + id), "ERR_UNKNOWN_CREDENTIAL");
}

function check(id: any, name: string): void {
  if (typeof id === "number") validateInteger(id, name, 0, 4294967295);
  else if (typeof id !== "string") throw invalidType(name, "one of type number or string", id);
}

/// The number of a user or group, given by it or by its name.
function numberOf(id: any, name: string, kind: "User" | "Group"): number {
  check(id, name);
  if (typeof id === "number") return id;
  const fields = lineOf(kind === "User" ? "/etc/passwd" : "/etc/group", id);
  if (fields === undefined) throw unknown(kind, id);
  return Number(fields[2]);
}

function fail(errno: number, syscall: string): void {
  if (errno === 0) return;
  const text = errnoMessage(-errno);
  const error: any = new Error(errnoName(-errno) + ", " + text.charAt(0).toUpperCase() + text.slice(1));
  error.errno = -errno;
  error.code = errnoName(-errno);
  error.syscall = syscall;
  throw error;
}

export function setuid(id: any): void { fail(processSetUser(0, numberOf(id, "id", "User")), "setuid"); }
export function seteuid(id: any): void { fail(processSetUser(1, numberOf(id, "id", "User")), "seteuid"); }
export function setgid(id: any): void { fail(processSetUser(2, numberOf(id, "id", "Group")), "setgid"); }
export function setegid(id: any): void { fail(processSetUser(3, numberOf(id, "id", "Group")), "setegid"); }

export function setgroups(groups: any): void {
  validateArray(groups, "groups");
  const numbers: number[] = [];
  for (let i = 0; i < groups.length; i++) check(groups[i], "groups[" + i + "]");
  for (const group of groups) numbers.push(numberOf(group, "groups", "Group"));
  fail(processSetGroups(numbers), "setgroups");
}

/// The groups that a user is a member of, and another one.
export function initgroups(user: any, extraGroup: any): void {
  check(user, "user");
  check(extraGroup, "extraGroup");
  const name = typeof user === "string" ? user : passwordEntry(user)?.[0];
  if (name === undefined) throw unknown("User", user);
  const numbers: number[] = [numberOf(extraGroup, "extraGroup", "Group")];
  for (const line of textOf("/etc/group").split("\n")) {
    const fields = line.split(":");
    if (fields.length < 4 || !fields[3]!.split(",").includes(name)) continue;
    const group = Number(fields[2]);
    if (!numbers.includes(group)) numbers.push(group);
  }
  fail(processSetGroups(numbers), "initgroups");
}
