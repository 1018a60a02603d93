// Modules are evaluated once, dependencies first, in the order of imports.
import "./first.ts";
import { log } from "./log.ts";
import "./second.ts";
import "./first.ts";
log.push("main");
console.log(log.join(" "));
