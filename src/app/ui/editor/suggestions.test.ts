import { describe, expect, it } from 'vitest';
import { COURSE_STACK } from '../../../run/default-scenario.ts';
import { editorEn } from '../../i18n/editor-en.ts';
import { NO_WORDS } from './cluster-words.ts';
import { type Suggestion, suggestionsAt } from './suggestions.ts';

const words = {
  ...NO_WORDS,
  images: ['nginx:latest', 'daviddavistx/webserver:1'],
  constraints: ['node.role == manager'],
  spreads: ['node.labels.zone'],
  files: ['pw.txt'],
};

/** Suggestions at the bar in a text. */
function at(text: string): Suggestion[] {
  const before = text.slice(0, text.indexOf('|')).split('\n');
  return suggestionsAt(text.replace('|', '').split('\n'), before.length - 1, before[before.length - 1]?.length ?? 0, { m: editorEn, locale: 'en', words });
}
const labels = (text: string): string[] => at(text).map((each) => each.label);
const insertOf = (text: string, label: string): string | undefined => at(text).find((each) => each.label === label)?.insert;

describe('keys', () => {
  it('are those of the place that are not there yet', () => {
    expect(labels('|')).toEqual(expect.arrayContaining(['version', 'services', 'networks', 'stack']));
    expect(labels('version: "3.8"\n|')).not.toContain('version');
    const own = at('services:\n  web:\n    image: a\n    |').filter((each) => each.outwards === 0);
    expect(own.map((each) => each.label)).toEqual(expect.arrayContaining(['deploy', 'ports']));
    expect(own.map((each) => each.label)).not.toContain('image');
  });
  it('bring what stands behind them', () => {
    expect(insertOf('|', 'services')).toBe('services:\n  ');
    expect(insertOf('services:\n  web:\n    |', 'image')).toBe('image: ');
    expect(insertOf('services:\n  web:\n    |', 'ports')).toBe('ports:\n      - ');
    expect(insertOf('services:\n  web:\n    dep|: x', 'deploy')).toBe('deploy');
  });
  it('of another item of the same list do not count', () => {
    const own = at('services:\n  web:\n    ports:\n      - target: 80\n        published: 8080\n      - target: 81\n        |').filter(
      (each) => each.outwards === 0,
    );
    expect(own.map((each) => each.label)).toEqual(expect.arrayContaining(['published', 'mode']));
    expect(own.map((each) => each.label)).not.toContain('target');
  });
  it('of the mappings around come at their own indentation', () => {
    const text = 'services:\n  web:\n    deploy:\n      resources:\n        limits:\n          memory: 50M\n          |';
    const outer = at(text);
    expect(outer.find((each) => each.label === 'restart_policy')).toMatchObject({ outwards: 2, from: 10, indent: 6, insert: 'restart_policy:\n        ' });
    expect(outer.find((each) => each.label === 'image')).toMatchObject({ outwards: 3, indent: 4, insert: 'image: ' });
    expect(outer.find((each) => each.label === 'networks' && each.outwards === 5)).toMatchObject({ indent: 0, insert: 'networks:\n  ' });
    expect(labels('services:\n  web:\n    deploy:\n      replicas: 5|').filter((label) => label === 'image')).toEqual([]);
  });
});

describe('values', () => {
  it('are words of the schema, and what is usual', () => {
    expect(labels('version: |')[0]).toBe('"3.8"');
    expect(labels('services:\n  web:\n    deploy:\n      restart_policy:\n        condition: |')).toEqual(
      expect.arrayContaining(['on-failure', 'any', 'none']),
    );
    expect(labels('services:\n  web:\n    tty: |')).toEqual(['true', 'false']);
    expect(labels('services:\n  web:\n    deploy:\n      replicas: |')).toContain('5');
    expect(labels('services:\n  web:\n    ports:\n      - |')).toContain('"80:80"');
  });
  it('come from the cluster and from the other files', () => {
    expect(labels('services:\n  web:\n    image: |')).toEqual(words.images);
    expect(labels('services:\n  web:\n    deploy:\n      placement:\n        constraints:\n          - |')).toContain('node.role == manager');
    expect(labels('services:\n  web:\n    deploy:\n      placement:\n        preferences:\n          - spread: |')).toContain('node.labels.zone');
    expect(labels('secrets:\n  pw:\n    file: |')).toEqual(['./pw.txt']);
  });
});

describe('names', () => {
  it('of networks, secrets and volumes are those of the file', () => {
    const end = '\nnetworks:\n  front:\n  back:\nsecrets:\n  pw: {file: a}\nvolumes:\n  data:\n';
    expect(labels(`services:\n  web:\n    networks:\n      - front\n      - |${end}`)).toEqual(['back']);
    expect(labels(`services:\n  web:\n    networks:\n      |${end}`)).toEqual(expect.arrayContaining(['front', 'back']));
    expect(labels(`services:\n  web:\n    secrets:\n      - |${end}`)).toEqual(expect.arrayContaining(['pw', 'source']));
    expect(labels(`services:\n  web:\n    volumes:\n      - |${end}`)).toContain('data:/data');
  });
  it('that are used and not defined are suggested where they belong', () => {
    expect(labels('services:\n  web:\n    networks:\n      - front\n    volumes: ["data:/x", "/host:/y"]\nnetworks:\n  |')[0]).toBe('front');
    expect(labels('services:\n  web:\n    volumes: ["data:/x", "/host:/y"]\nvolumes:\n  |')[0]).toBe('data');
  });
});

describe('blocks', () => {
  it('are indented where they are written', () => {
    expect(insertOf('services:\n  |', 'job')).toContain('${1:migrate}:\n    image:');
    expect(insertOf('services:\n  web:\n    deploy:\n      |', 'only on managers')).toBe(
      'placement:\n        constraints:\n          - node.role == manager$0',
    );
  });
});

it('the course’s file can be written with suggestions alone', () => {
  const lines = COURSE_STACK.trimEnd().split('\n');
  for (const [i, line] of lines.entries()) {
    const before = lines.slice(0, i);
    const indent = line.length - line.trimStart().length;
    const key = /^(\s*(?:- )?)([\w-]+):(?: (.*))?$/.exec(line);
    if (key) {
      const found = suggestionsAt([...before, ' '.repeat(indent)], i, indent, { m: editorEn, locale: 'en', words });
      expect(
        found.map((each) => each.label),
        line,
      ).toContain(key[2]);
      if (key[3] === undefined) continue;
      const values = suggestionsAt([...before, `${key[1]}${key[2]}: `], i, indent + (key[2]?.length ?? 0) + 2, { m: editorEn, locale: 'en', words });
      expect(
        values.map((each) => each.insert),
        line,
      ).toContain(key[3]);
    } else {
      const items = suggestionsAt([...before, `${' '.repeat(indent)}- `], i, indent + 2, { m: editorEn, locale: 'en', words });
      expect(
        items.map((each) => each.insert),
        line,
      ).toContain(line.trim().slice(2));
    }
  }
});
