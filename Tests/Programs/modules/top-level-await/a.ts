console.log('a start'); await null; console.log('a mid'); await null; console.log('a end'); export const a = 1;
