/// `node:os`: what does not need to ask the system much (https://nodejs.org/api/os.html).
import { fsReadFile, processArchitecture, processEnvironment, processPlatform } from "polyglot:runtime";

/// `os.EOL`
export const EOL = "\n";
/// `os.devNull`
export const devNull = "/dev/null";

/// `os.platform`
export function platform(): string {
  return processPlatform();
}

/// `os.arch`
export function arch(): string {
  return processArchitecture();
}

/// `os.type`
export function type(): string {
  return processPlatform() === "linux" ? "Linux" : processPlatform();
}

/// `os.endianness`
export function endianness(): string {
  return "LE";
}

/// `os.homedir`
export function homedir(): string {
  return environmentValue("HOME") ?? "/";
}

/// `os.tmpdir`
export function tmpdir(): string {
  const folder = environmentValue("TMPDIR") || environmentValue("TMP") || environmentValue("TEMP") || "/tmp";
  return folder.length > 1 && folder.endsWith("/") ? folder.slice(0, -1) : folder;
}

/// `os.hostname`
export function hostname(): string {
  const text: any = fsReadFile("/proc/sys/kernel/hostname", 0);
  return typeof text === "string" ? text.trim() : "localhost";
}

function environmentValue(name: string): string | undefined {
  const pairs: any[] = processEnvironment();
  for (let i = 0; i < pairs.length; i += 2) {
    if (pairs[i] === name) return pairs[i + 1];
  }
  return undefined;
}

export default { EOL, devNull, platform, arch, type, endianness, homedir, tmpdir, hostname };
