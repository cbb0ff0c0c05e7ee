import { fromUtf8, toUtf8 } from './utf8.ts';

/** A file or directory of an archive. Paths are relative, without a slash at the end. */
export interface TarEntry {
  readonly path: string;
  readonly kind: 'file' | 'directory';
  /** Permission bits, e.g. 0o644. */
  readonly mode: number;
  /** Unix seconds. */
  readonly modifiedAt: number;
  /** Empty for directories. */
  readonly content: Uint8Array;
}

const BLOCK = 512;

/** Writes an archive in the POSIX format (ustar), owned by root. Longer paths than 100 bytes are cut off. */
export function writeTar(entries: readonly TarEntry[]): Uint8Array {
  const size = entries.reduce((sum, { content }) => sum + BLOCK + padded(content.length), 2 * BLOCK);
  const archive = new Uint8Array(size);
  let at = 0;
  for (const entry of entries) {
    archive.set(header(entry), at);
    archive.set(entry.content, at + BLOCK);
    at += BLOCK + padded(entry.content.length);
  }
  return archive;
}

/** Reads files and directories of an archive (ustar, GNU long names, pax paths); undefined when it is none. */
export function readTar(archive: Uint8Array): readonly TarEntry[] | undefined {
  const entries: TarEntry[] = [];
  let longPath: string | undefined;
  for (let at = 0; at + BLOCK <= archive.length; ) {
    const head = archive.subarray(at, at + BLOCK);
    if (head.every((byte) => byte === 0)) return entries;
    if (octal(head, 148, 8) !== checksum(head)) return undefined;
    const length = octal(head, 124, 12);
    const content = archive.subarray(at + BLOCK, at + BLOCK + length);
    if (content.length < length) return undefined;
    at += BLOCK + padded(length);
    const type = String.fromCharCode(head[156] ?? 0);
    if (type === 'L') longPath = text(content, 0, content.length);
    else if (type === 'x') longPath = /^\d+ path=(.*)$/m.exec(fromUtf8(content))?.[1] ?? longPath;
    else if (type === '0' || type === '\0' || type === '5') {
      const prefix = text(head, 345, 155);
      const path = (longPath ?? `${prefix === '' ? '' : `${prefix}/`}${text(head, 0, 100)}`).replace(/^\.?\//, '');
      const directory = type === '5' || path.endsWith('/');
      entries.push({
        path: path.replace(/\/+$/, ''),
        kind: directory ? 'directory' : 'file',
        mode: octal(head, 100, 8) & 0o7777,
        modifiedAt: octal(head, 136, 12),
        content: directory ? new Uint8Array() : content.slice(),
      });
      longPath = undefined;
    }
  }
  return entries;
}

function header({ path, kind, mode, modifiedAt, content }: TarEntry): Uint8Array {
  const head = new Uint8Array(BLOCK);
  const put = (at: number, value: string, length: number): void => head.set(toUtf8(value).subarray(0, length), at);
  const number = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  put(0, kind === 'directory' ? `${path}/` : path, 100);
  put(100, number(mode, 7), 8);
  put(108, number(0, 7), 8);
  put(116, number(0, 7), 8);
  put(124, number(content.length, 11), 12);
  put(136, number(Math.max(0, modifiedAt), 11), 12);
  put(156, kind === 'directory' ? '5' : '0', 1);
  put(257, 'ustar\x0000', 8);
  put(329, number(0, 7), 8);
  put(337, number(0, 7), 8);
  put(148, `${checksum(head).toString(8).padStart(6, '0')}\0 `, 8);
  return head;
}

/** The sum of a header's bytes, its own eight counted as blanks. */
function checksum(head: Uint8Array): number {
  return head.reduce((sum, byte, i) => sum + (i >= 148 && i < 156 ? 32 : byte), 0);
}

function padded(length: number): number {
  return Math.ceil(length / BLOCK) * BLOCK;
}

function text(bytes: Uint8Array, at: number, length: number): string {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return fromUtf8(end < 0 ? field : field.subarray(0, end));
}

function octal(head: Uint8Array, at: number, length: number): number {
  return Number.parseInt(text(head, at, length).trim(), 8) || 0;
}
