await 1; export const f = await Promise.resolve('f');
