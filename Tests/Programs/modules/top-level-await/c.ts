console.log('c sync'); export const c = 3;
