/// `node:child_process` (https://nodejs.org/api/child_process.html).
// @optimize size
import { execFileSync, execSync, spawnSync } from "./child_process-sync.ts";

export { execFileSync, execSync, spawnSync };
export default { execFileSync, execSync, spawnSync };
