/// The global constructor under another name, for modules that export it.

/// The value of the global `Buffer`.
export const bufferConstructor: any = Buffer;
