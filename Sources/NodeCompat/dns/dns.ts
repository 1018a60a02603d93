/// `node:dns` (https://nodejs.org/api/dns.html): what the system's resolver can say. There is no resolver that asks name
/// servers itself.
// @optimize size
import * as codes from "./dns-constants.ts";
import {
  ADDRCONFIG, ALL, getDefaultResultOrder, lookup, lookupService, setDefaultResultOrder, V4MAPPED,
} from "./dns-lookup.ts";
import * as promised from "./dns/promises.ts";

/// `dns.promises`
export const promises: any = promised;
export * from "./dns-constants.ts";
export { ADDRCONFIG, ALL, getDefaultResultOrder, lookup, lookupService, setDefaultResultOrder, V4MAPPED };
export default {
  lookup, lookupService, getDefaultResultOrder, setDefaultResultOrder, ADDRCONFIG, ALL, V4MAPPED, ...codes, promises,
};
