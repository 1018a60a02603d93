/// What other parts of the library do with Blobs. Without their class a program has none, and need not contain it.
// @optimize size

/// What the class does for them; undefined for values that are no Blobs.
export interface BlobOperations {
  /// `structuredClone`
  clone(value: any): any;
  /// `URL.createObjectURL`
  createURL(value: any): string | undefined;
  /// `URL.revokeObjectURL`
  revokeURL(url: string): void;
  /// A promise of the bytes as an ArrayBuffer.
  read(value: any): Promise<any> | undefined;
}

/// Set in programs that have the class.
export let blobOperations: BlobOperations | undefined;

/// Called by the module of the class.
export function setBlobOperations(operations: BlobOperations): void {
  blobOperations = operations;
}
