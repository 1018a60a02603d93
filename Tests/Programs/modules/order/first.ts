import { log } from "./log.ts";
import "./second.ts";
log.push("first");
