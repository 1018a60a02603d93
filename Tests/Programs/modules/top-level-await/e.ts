import { fd } from './d.ts'; import {b} from './b.ts'; console.log('e', b, typeof fd); await null; export const e = 5; console.log('e done');
