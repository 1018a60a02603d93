// Runs web-platform-tests' data on URLs: urltestdata.json, setters_tests.json and toascii.json, by their paths.
//
//   polyglot build Tests/Conformance/urls.ts -o urls && ./urls PATH...
import { readFileSync } from "node:fs";

const shown = 40;
const parts = ["origin", "protocol", "username", "password", "host", "hostname", "port", "pathname", "search", "hash"];
let passed = 0;
let failed = 0;

function check(name: string, expected: unknown, actual: unknown): void {
  if (expected === actual) {
    passed++;
    return;
  }
  failed++;
  if (failed <= shown) console.log(name + ": expected " + JSON.stringify(expected) + ", got " + JSON.stringify(actual));
}

function hrefOf(input: string, base?: string | null): string | undefined {
  try {
    return new URL(input, base ?? undefined).href;
  } catch {
    return undefined;
  }
}

function checkURL(test: any): void {
  const name = JSON.stringify(test.input) + " against " + JSON.stringify(test.base);
  const expected = test.failure ? undefined : test.href;
  const href = hrefOf(test.input, test.base);
  check(name, expected, href);
  if (expected === undefined || href === undefined) return;
  const url: any = new URL(test.input, test.base ?? undefined);
  for (const part of parts) {
    if (part in test) check(name + " " + part, test[part], url[part]);
  }
}

function checkSetter(part: string, test: any): void {
  const url: any = new URL(test.href);
  url[part] = test.new_value;
  for (const key of Object.keys(test.expected)) {
    check(test.href + " " + part + " = " + JSON.stringify(test.new_value) + " " + key, test.expected[key], url[key]);
  }
}

function checkDomain(test: any): void {
  const href = hrefOf("https://" + test.input + "/x");
  check("domain " + test.input, test.output === null ? undefined : "https://" + test.output + "/x", href);
}

for (const path of process.argv.slice(2)) {
  const data: any = JSON.parse(readFileSync(path, "utf8"));
  if (Array.isArray(data)) {
    for (const test of data) {
      if (typeof test !== "object") continue;
      if ("output" in test) checkDomain(test);
      else checkURL(test);
    }
  } else {
    for (const part of Object.keys(data)) {
      if (part !== "comment") for (const test of data[part]) checkSetter(part, test);
    }
  }
  console.log(path + ": " + passed + " passed, " + failed + " failed");
  passed = failed = 0;
}
