// A program that mentions nothing of typed arrays but the length of a Buffer, whose memory goes away.
const memory: any = new ArrayBuffer(64);
const bytes = Buffer.from(memory);
console.log(bytes.length);
bytes.fill({ valueOf() { memory.transfer(); return 7; } } as any, 0, 64);
console.log(bytes.length);
