import { describe, expect, it } from 'vitest';
import type { HostRecord } from '../../run/view.ts';
import { hostRecord, serviceRecord, taskRecord } from '../mirror/testing/records.ts';
import { type PictureWorld, stagePicture } from './stage-picture.ts';

const words = {
  manager: 'manager',
  worker: 'worker',
  outside: 'outside',
  waiting: 'waiting',
  facts: (host: HostRecord) => `${host.address} · ${host.status}`,
  state: (mark: string) => mark,
};
const colours = (token: string): string => `#${(token.length * 1111).toString(16).padStart(6, '0').slice(0, 6)}`;
const world = (change: Partial<PictureWorld> = {}): PictureWorld => ({
  hosts: [hostRecord('N1', { role: 'manager', leader: true }), hostRecord('N2', { status: 'down' })],
  services: [serviceRecord('web')],
  columns: new Map([
    ['node-N1', [taskRecord('a')]],
    ['node-N2', [taskRecord('b', { nodeId: 'node-N2', state: 'failed', slot: 2, name: 'web.2' })]],
  ]),
  waiting: [],
  colours: new Map([['web', 0]]),
  title: 'Two nodes',
  now: 222_000,
  ...change,
});

/** Every tag is one of ours, with attributes of ours, and nothing else is there but text. */
const check = (svg: string): void => {
  for (const tag of svg.match(/<[^>]*>?/g) ?? []) {
    expect(tag).toMatch(/^<(?:\/?(?:svg|title|rect|text|g|path|circle))(?: [a-zA-Z-]+="[^"<>]*")*\/?>$/);
    expect(tag).not.toMatch(/ (?:on\w+|href|style|src)=/i);
  }
};

describe('the picture of the stage', () => {
  it('is the same for the same records, and holds every node and task', () => {
    const { svg } = stagePicture(world(), words, colours);
    expect(stagePicture(world(), words, colours).svg).toBe(svg);
    for (const part of ['N1', 'N2', 'web.1', 'web.2', '03:42', 'Two nodes', 'nginx:latest']) expect(svg).toContain(part);
    check(svg);
  });

  it('shows as text what would like to be more', () => {
    const hostile = '</text><script>alert(1)</script><image href="x" onerror="alert(2)"/>\u001b[2J\u0000';
    const { svg } = stagePicture(
      world({
        title: hostile,
        hosts: [hostRecord(hostile, { address: hostile, nodeId: 'n' })],
        columns: new Map([['n', [taskRecord('x', { name: hostile, image: hostile, state: 'failed', nodeId: 'n' })]]]),
        waiting: [taskRecord('w', { name: hostile, err: hostile, nodeId: '', state: 'pending' })],
      }),
      { ...words, manager: hostile },
      colours,
    );
    check(svg);
    expect(svg).not.toContain('\u001b');
    expect(svg).toContain('&#60;script&#62;');
  });

  it('draws squares where there are many', () => {
    const many = Array.from({ length: 60 }, (_, i) => taskRecord(`t${i}`, { slot: i + 1, name: `web.${i + 1}` }));
    const { svg, width, height } = stagePicture(world({ columns: new Map([['node-N1', many]]) }), words, colours);
    expect(svg.match(/<title>web\.\d+ running/g)).toHaveLength(60);
    expect(width).toBeLessThan(600);
    expect(height).toBeLessThan(500);
  });
});
