/// `util.parseEnv` (https://nodejs.org/api/util.html#utilparseenvcontent).
// @optimize size
import { validateString } from "../prelude/validators.ts";

/// What a `.env` file says.
export function parseEnv(content: any): any {
  validateString(content, "content");
  const result: any = {};
  const text: string = content.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const line =
    /^[^\S\n]*(?:export\s+)?([\w.-]+)[^\S\n]*=[^\S\n]*("[^"]*"|'[^']*'|`[^`]*`|[^\n#]*)[^\n]*$/gm;
  for (let match = line.exec(text); match !== null; match = line.exec(text)) {
    let value = match[2]!;
    const quote = value.charAt(0);
    if (value.length > 1 && (quote === '"' || quote === "'" || quote === "`") && value.endsWith(quote)) {
      value = value.slice(1, -1);
      if (quote === '"') value = value.replaceAll("\\n", "\n");
    } else {
      value = value.trim();
    }
    result[match[1]!] = value;
  }
  return result;
}
