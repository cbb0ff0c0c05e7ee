import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { MONACO_PT_BR } from './monaco-words.ts';

it('names texts that Monaco has under these numbers', () => {
  const base = 'node_modules/monaco-editor/esm/vs';
  const texts = new Map<number, string>();
  for (const entry of readdirSync(base, { recursive: true, withFileTypes: true })) {
    if (!entry.name.endsWith('.js') || !entry.isFile()) continue;
    const source = readFileSync(path.join(entry.parentPath, entry.name), 'utf8');
    for (const [, index, double, single] of source.matchAll(/localize\((\d+), (?:"([^"]*)"|'([^']*)')/g)) texts.set(Number(index), double ?? single ?? '');
  }
  expect(MONACO_PT_BR.map(([index]) => [index, texts.get(index)])).toEqual(MONACO_PT_BR.map(([index, english]) => [index, english]));
});
