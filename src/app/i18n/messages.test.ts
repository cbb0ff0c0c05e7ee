import { describe, expect, it } from 'vitest';
import { editorEn } from './editor-en.ts';
import { editorPtBr } from './editor-pt-br.ts';
import { en } from './en.ts';
import { ageText, stateText } from './messages.ts';
import { plural } from './plural.ts';
import { ptBr } from './pt-br.ts';

/** Words that are the same in both languages, and rightly so. */
const SAME = new Set([
  'cluster',
  'cpu',
  'engine',
  'filters.plugin',
  'id',
  'image.',
  'inspector.cluster',
  'inspector.logs',
  'inspector.json',
  'inspector.id',
  'inspector.engine',
  'inspector.status',
  'inspector.stack',
]);

type Tree = { readonly [key: string]: unknown };

function leaves(tree: Tree, path = ''): [string, unknown][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null ? leaves(value as Tree, `${path}${key}.`) : [[`${path}${key}`, value] as [string, unknown]],
  );
}

describe.each([
  ['page', en, ptBr],
  ['editor', editorEn, editorPtBr],
])('the catalogues of the %s', (_, one, other) => {
  const english = new Map(leaves(one));
  const portuguese = new Map(leaves(other));

  it('have the same words', () => {
    expect([...portuguese.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it('have no empty text', () => {
    for (const catalogue of [english, portuguese]) for (const [key, value] of catalogue) if (typeof value === 'string') expect(value.trim(), key).not.toBe('');
  });

  it('have functions of the same number of arguments', () => {
    for (const [key, value] of english)
      if (typeof value === 'function' && key !== 'scenarioTitle') expect((portuguese.get(key) as { length: number }).length, key).toBe(value.length);
  });

  it('are translated: no sentence is the same in both', () => {
    const untranslated = [...english].filter(
      ([key, value]) => typeof value === 'string' && value.includes(' ') && portuguese.get(key) === value && !SAME.has(key),
    );
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });
});

describe('plural', () => {
  it('follows the rules of each language', () => {
    expect(plural('en', 0, { one: '# node', other: '# nodes' })).toBe('0 nodes');
    expect(plural('en', 1, { one: '# node', other: '# nodes' })).toBe('1 node');
    expect(plural('pt-BR', 0, { one: '# nó', other: '# nós' })).toBe('0 nó');
    expect(plural('pt-BR', 2, { one: '# nó', other: '# nós' })).toBe('2 nós');
    expect(plural('pt-BR', 1500, { one: '# nó', other: '# nós' })).toBe('1.500 nós');
  });
});

describe('words', () => {
  it('tells ages in one unit', () => {
    expect([5_000, 65_000, 3_700_000, 90_000_000].map((ms) => ageText(en, ms))).toEqual(['5 s', '1 min', '1 h', '1 d']);
  });
  it('leaves states that it does not know as Docker says them', () => {
    expect(stateText(ptBr, 'running')).toBe('em execução');
    expect(stateText(ptBr, 'quantum')).toBe('quantum');
  });
});
