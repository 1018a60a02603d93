/// The chunks that a readable stream has buffered.
import { chunkLength } from "polyglot:runtime";
import type { ReadableState } from "./stream-readable-state.ts";
import { Flag, nothing } from "./stream-state.ts";

/// The bytes of a view as a Buffer.
export function bytesOf(view: any): any {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}

/// Forgets all chunks.
function clear(state: ReadableState): void {
  state.buffer = nothing;
  state.bufferIndex = 0;
}

/// Removes the first chunk.
function shift(state: ReadableState): any {
  const index = state.bufferIndex;
  const buffer: any[] = state.buffer;
  const chunk: any = buffer[index];
  if (index + 1 === buffer.length) {
    clear(state);
  } else {
    buffer[index] = null;
    state.bufferIndex = index + 1;
    // What was taken from the front is given back from time to time.
    if (state.bufferIndex > 1024) {
      buffer.splice(0, state.bufferIndex);
      state.bufferIndex = 0;
    }
  }
  return chunk;
}

/// Takes so many bytes, characters or objects; null if there is nothing.
export function takeFrom(state: ReadableState, count: number): any {
  if (state.length === 0) return null;
  if (state.flags & Flag.objectMode) return shift(state);
  const buffer: any[] = state.buffer;
  const index = state.bufferIndex;
  if (!count || count >= state.length) {
    let all: any;
    if (state.decoder !== null) {
      all = "";
      for (let i = index; i < buffer.length; i++) all += buffer[i];
    } else if (buffer.length - index === 1) {
      all = buffer[index];
    } else {
      all = Buffer.concat(index === 0 ? buffer : buffer.slice(index), state.length);
    }
    clear(state);
    return all;
  }
  const first: any = buffer[index];
  const size = chunkLength(first);
  if (count < size) {
    buffer[index] = state.decoder !== null ? first.slice(count) : first.subarray(count);
    return state.decoder !== null ? first.slice(0, count) : first.subarray(0, count);
  }
  if (count === size) return shift(state);
  return state.decoder !== null ? takeText(state, count) : takeBytes(state, count);
}

function takeText(state: ReadableState, count: number): string {
  let result = "";
  while (result.length < count) {
    const first: string = state.buffer[state.bufferIndex];
    const left = count - result.length;
    if (left < first.length) {
      state.buffer[state.bufferIndex] = first.slice(left);
      return result + first.slice(0, left);
    }
    result += first;
    shift(state);
  }
  return result;
}

function takeBytes(state: ReadableState, count: number): any {
  const result: any = Buffer.allocUnsafe(count);
  let filled = 0;
  while (filled < count) {
    const first: any = state.buffer[state.bufferIndex];
    const left = count - filled;
    if (left < first.length) {
      result.set(first.subarray(0, left), filled);
      state.buffer[state.bufferIndex] = first.subarray(left);
      return result;
    }
    result.set(first, filled);
    filled += first.length;
    shift(state);
  }
  return result;
}
