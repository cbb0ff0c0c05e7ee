import type { StreamChunk } from '../docker/api/client.ts';

/**
 * A chunk on the wire: a JSON document with a newline; a terminal's text as it is; or a frame, eight bytes of header
 * (1 stdout, 2 stderr, 3 the engine's own error; length in the last four, big-endian) and the text (moby pkg/stdcopy).
 */
export function encodeChunk(chunk: StreamChunk, raw: boolean): Buffer {
  if (chunk.kind === 'json') return Buffer.from(`${JSON.stringify(chunk.value)}\n`);
  const text = Buffer.from(chunk.text);
  if (raw) return text;
  const header = Buffer.alloc(8);
  header.writeUInt8({ stdout: 1, stderr: 2, error: 3 }[chunk.kind], 0);
  header.writeUInt32BE(text.length, 4);
  return Buffer.concat([header, text]);
}
