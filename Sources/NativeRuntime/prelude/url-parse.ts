/// Parsing URLs with domains in any script.
// @optimize size
import { urlChange, urlParse, urlUnmappedDomain } from "polyglot:runtime";
import { domainToASCII } from "./idna.ts";

/// The href of an input against a base's href; undefined if it is no URL.
export function parseHref(input: string, base: string | undefined): string | undefined {
  const href: any = urlParse(input, base, undefined);
  if (href !== null) return href;
  const domain = domainToASCII(urlUnmappedDomain());
  return domain === undefined ? undefined : urlParse(input, base, domain);
}

/// The href after one of its parts (rt_url_part) was set; undefined if that is not possible.
export function changeHref(href: string, part: number, value: string): string | undefined {
  const changed: any = urlChange(href, part, value, undefined);
  if (changed !== null) return changed;
  const domain = domainToASCII(urlUnmappedDomain());
  return domain === undefined ? undefined : urlChange(href, part, value, domain);
}
