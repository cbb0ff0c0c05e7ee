import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, difference, mix, VISIONS } from './contrast.ts';
import { COLOURS, SQUARE_SHARE, serviceLook } from './palette.ts';

const css = readFileSync(new URL('../theme/tokens.css', import.meta.url), 'utf8');

function tokens(theme: string): (name: string) => string {
  const block = css.slice(css.search(`\\[data-theme=['"]${theme}['"]\\]`));
  const values = new Map([...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]]));
  return (name) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`no token ${name} in ${theme}`);
    return value;
  };
}

/**
 * The least distance of two service colours, in either theme (OKLab times 100; below about 2 nobody sees a difference). Very
 * few people, about one in ten thousand, lack the blue cones: for them a little less must do.
 */
const LEAST = { usual: 9.8, protanopia: 5.5, deuteranopia: 5.8, tritanopia: 4.1 } as const;

const services = Array.from({ length: COLOURS }, (_, i) => `s${i + 1}`);

describe.each(['dark', 'light'])('the %s theme', (theme) => {
  const token = tokens(theme);

  it.each(['ink', 'ink2', 'ink3', 'accent', 'ok', 'warn', 'bad', 'calm', ...services])('%s is legible as text on every ground', (name) => {
    for (const ground of ['bg', 'deep', 'panel', 'raise']) expect(contrast(token(name), token(ground)), ground).toBeGreaterThanOrEqual(4.5);
  });

  it.each(services)('text on a card of %s is legible, and its edge can be seen', (name) => {
    for (const share of [0.08, 0.18]) {
      const card = mix(token(name), share, token('deep'));
      expect(contrast(token('ink'), card)).toBeGreaterThanOrEqual(7);
      expect(contrast(token('ink2'), card)).toBeGreaterThanOrEqual(4.5);
      for (const state of ['ok', 'warn', 'bad']) expect(contrast(token(state), card), state).toBeGreaterThanOrEqual(3);
    }
    expect(contrast(token(name), token('panel'))).toBeGreaterThanOrEqual(3);
  });

  it('marks can be seen on the squares of every service', () => {
    for (const name of services)
      for (const state of ['ok', 'warn', 'bad'])
        expect(contrast(token(state), mix(token(name), SQUARE_SHARE, token('deep'))), `${state} on ${name}`).toBeGreaterThanOrEqual(3);
  });

  it('the accent carries its text', () => {
    expect(contrast(token('accent-ink'), token('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(VISIONS) as (keyof typeof VISIONS)[])('services differ for eyes of the kind: %s', (vision) => {
    const least = LEAST[vision];
    const alike: string[] = [];
    for (const [i, a] of services.entries())
      for (const b of services.slice(i + 1))
        if (difference(token(a), token(b), vision) < least) alike.push(`${a}~${b} ${difference(token(a), token(b), vision).toFixed(1)}`);
    expect(alike).toEqual([]);
  });
});

it('the style sheet of cards knows every colour, and draws squares on the same ground', () => {
  const cards = readFileSync(new URL('../ui/stage/TaskCard.module.css', import.meta.url), 'utf8');
  for (let number = 1; number <= COLOURS; number++) {
    const rule = new RegExp(`\\[data-colour="${number}"\\] {([^}]*)}`).exec(cards)?.[1] ?? '';
    expect([...rule.matchAll(/color-mix\(in srgb, var\(--s(\d)\) var\(--(\w+)-share\)/g)].map(([, own, part]) => `${own} ${part}`)).toEqual([
      `${number} ground`,
      `${number} line`,
      `${number} edge`,
    ]);
  }
  expect(cards).not.toContain(`[data-colour="${COLOURS + 1}"]`);
  expect(/\[data-density="square"\] {[^}]*--ground-share: (\d+)%;/.exec(cards)?.[1]).toBe(String(Math.round(SQUARE_SHARE * 100)));
});

describe('serviceLook', () => {
  it('gives 24 services 24 looks', () => {
    expect(new Set(Array.from({ length: 24 }, (_, i) => JSON.stringify(serviceLook(i)))).size).toBe(24);
  });
});
