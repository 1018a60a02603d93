/// `node:path/posix`
export * from "../path.ts";
export { default } from "../path.ts";
