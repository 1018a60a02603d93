import { a } from './a.ts'; import { e } from './e.ts'; console.log('d', a); export const d = 4; export function fd() { return e; }
