/// `node:stream/consumers` (https://nodejs.org/api/webstreams.html#utility-consumers): all that a stream gives as one value.
// @optimize size

/// `consumers.arrayBuffer`
export async function arrayBuffer(stream: any): Promise<any> {
  const bytes: any = await buffer(stream);
  const start: number = bytes.byteOffset;
  return bytes.buffer.slice(start, start + bytes.byteLength);
}

/// `consumers.blob`
export async function blob(stream: any): Promise<any> {
  const chunks: any[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return new Blob(chunks);
}

/// `consumers.buffer`
export async function buffer(stream: any): Promise<any> {
  const parts: any[] = [];
  for await (const chunk of stream) {
    if (typeof chunk === "string") parts.push(Buffer.from(chunk));
    else if (chunk instanceof ArrayBuffer) parts.push(Buffer.from(chunk));
    else parts.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength));
  }
  return Buffer.concat(parts);
}

/// `consumers.bytes`
export async function bytes(stream: any): Promise<any> {
  return new Uint8Array(await arrayBuffer(stream));
}

/// `consumers.text`
export async function text(stream: any): Promise<string> {
  const decoder = new TextDecoder();
  let result = "";
  for await (const chunk of stream) {
    if (typeof chunk === "string") result += chunk;
    else result += decoder.decode(chunk, { stream: true });
  }
  return result + decoder.decode();
}

/// `consumers.json`
export async function json(stream: any): Promise<any> {
  return JSON.parse(await text(stream));
}

export default { arrayBuffer, blob, buffer, bytes, json, text };
