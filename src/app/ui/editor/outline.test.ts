import { expect, it } from 'vitest';
import { COURSE_STACK } from '../../../run/default-scenario.ts';
import { outlineOf } from './outline.ts';

it('lists sections and what they define', () => {
  expect(outlineOf(`${COURSE_STACK}x-a:\n  b: 1\n`).map(({ line, depth, name, about }) => [line, depth, name, about])).toEqual([
    [1, 0, 'version', '3.8'],
    [2, 0, 'services', ''],
    [3, 1, 'web', 'daviddavistx/webserver:1 ×5'],
    [17, 0, 'networks', ''],
    [18, 1, 'webnet', ''],
    [19, 0, 'x-a', ''],
  ]);
});
