import os, { homedir } from "node:os";

(os as any).homedir = () => "patched";
export const patched = () => homedir() === "patched";
