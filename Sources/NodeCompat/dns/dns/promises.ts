/// `node:dns/promises` (https://nodejs.org/api/dns.html#dns-promises-api): what the system's resolver can say.
// @optimize size
import { argumentCount } from "polyglot:runtime";
import { validateString } from "../../prelude/validators.ts";
import {
  checkService, getDefaultResultOrder, queryOf, resolveName, resolveService, setDefaultResultOrder,
} from "../dns-lookup.ts";

/// `dnsPromises.lookup`
export function lookup(hostname: any, options?: any): Promise<any> {
  if (hostname) validateString(hostname, "hostname");
  const query = queryOf(options);
  return new Promise((resolve, reject) => {
    resolveName(hostname, query, (error, addresses) => {
      if (error !== null) reject(error);
      else if (query.all) resolve(addresses);
      else if (addresses.length === 0) resolve({ address: null, family: query.family === 6 ? 6 : 4 });
      else resolve({ address: addresses[0].address, family: addresses[0].family });
    });
  });
}

/// `dnsPromises.lookupService`
export function lookupService(address: any, port: any): Promise<any> {
  const number = checkService(address, port, argumentCount());
  return new Promise((resolve, reject) => {
    resolveService(address, number, (error, found) => {
      if (error !== null) reject(error);
      else resolve({ hostname: found[0], service: found[1] });
    });
  });
}

export * from "../dns-constants.ts";
export { getDefaultResultOrder, setDefaultResultOrder };
