import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { readTar, type TarEntry, writeTar } from './tar.ts';
import { fromByteText, fromUtf8, toByteText, toUtf8 } from './utf8.ts';

const entries: readonly TarEntry[] = [
  { path: 'dir', kind: 'directory', mode: 0o755, modifiedAt: 1_700_000_000, content: new Uint8Array() },
  { path: 'dir/häßlich', kind: 'file', mode: 0o644, modifiedAt: 1_700_000_000, content: toUtf8('text with ü and 🐳\n') },
  { path: 'empty', kind: 'file', mode: 0o600, modifiedAt: 0, content: new Uint8Array() },
];

it('reads what it has written', () => {
  expect(readTar(writeTar(entries))).toEqual(entries);
  expect(readTar(toUtf8('not an archive'.repeat(100)))).toBeUndefined();
  expect(readTar(writeTar(entries).subarray(0, 1030))).toBeUndefined();
});

it('writes what tar reads, and reads what tar writes', () => {
  const list = spawnSync('tar', ['-tvf', '-'], { input: writeTar(entries), encoding: 'utf8', env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' } });
  expect(list.stdout.split('\n').map((line) => line.replace(/\s+/g, ' '))).toEqual([
    'drwxr-xr-x 0/0 0 2023-11-14 22:13 dir/',
    '-rw-r--r-- 0/0 22 2023-11-14 22:13 dir/häßlich',
    '-rw------- 0/0 0 1970-01-01 00:00 empty',
    '',
  ]);
  const long = 'd'.repeat(90);
  const made = spawnSync('sh', ['-c', `cd "$(mktemp -d)" && mkdir -p ${long}/${long} && echo hi > ${long}/${long}/f && tar -cf - ${long}; rm -r ${long}`]);
  expect(readTar(made.stdout)?.map(({ path, kind, content }) => [path, kind, fromUtf8(content)])).toEqual([
    [long, 'directory', ''],
    [`${long}/${long}`, 'directory', ''],
    [`${long}/${long}/f`, 'file', 'hi\n'],
  ]);
});

it('turns texts into bytes and back as the platform does', () => {
  for (const text of ['', 'plain', 'ü€𝄞', '\ud800x', 'a'.repeat(10_000)]) {
    expect(toUtf8(text)).toEqual(new TextEncoder().encode(text));
    expect(fromUtf8(toUtf8(text))).toBe(new TextDecoder().decode(new TextEncoder().encode(text)));
  }
  expect(fromUtf8(Uint8Array.of(0x61, 0xff, 0xc3, 0x62, 0xed, 0xa0, 0x80))).toMatch(/^a�+b�+$/);
  const bytes = Uint8Array.from({ length: 10_000 }, (_, i) => i & 255);
  expect(fromByteText(toByteText(bytes))).toEqual(bytes);
});
