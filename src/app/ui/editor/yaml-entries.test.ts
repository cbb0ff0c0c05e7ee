import { describe, expect, it } from 'vitest';
import { COURSE_STACK } from '../../../run/default-scenario.ts';
import { flowNames, yamlEntries } from './yaml-entries.ts';

const entries = (text: string): string[] =>
  yamlEntries(text.split('\n')).map(({ line, column, path, key, value }) => `${line}:${column} ${[...path, key ?? '·'].join('.')} = ${value}`);

describe('yamlEntries', () => {
  it('reads the course’s file', () => {
    expect(entries(COURSE_STACK)).toEqual([
      '0:0 version = "3.8"',
      '1:0 services = ',
      '2:2 services.web = ',
      '3:4 services.web.image = daviddavistx/webserver:1',
      '4:4 services.web.deploy = ',
      '5:6 services.web.deploy.replicas = 5',
      '6:6 services.web.deploy.resources = ',
      '7:8 services.web.deploy.resources.limits = ',
      '8:10 services.web.deploy.resources.limits.cpus = "0.1"',
      '9:10 services.web.deploy.resources.limits.memory = 50M',
      '10:6 services.web.deploy.restart_policy = ',
      '11:8 services.web.deploy.restart_policy.condition = on-failure',
      '12:4 services.web.ports = ',
      '13:8 services.web.ports.0.· = "80:80"',
      '14:4 services.web.networks = ',
      '15:8 services.web.networks.0.· = webnet',
      '16:0 networks = ',
      '17:2 networks.webnet = ',
    ]);
  });
  it('takes lists in the column of their key, items that are mappings, and lists in lists', () => {
    expect(entries('a:\n- x: 1\n  y: 2\n- z\nb:\n  - - p\n    - q\n  - r')).toEqual([
      '0:0 a = ',
      '1:2 a.0.x = 1',
      '2:2 a.0.y = 2',
      '3:2 a.1.· = z',
      '4:0 b = ',
      '5:6 b.0.0.· = p',
      '6:6 b.0.1.· = q',
      '7:4 b.1.· = r',
    ]);
  });
  it('skips comments, block scalars and blank lines, and bears tabs and nonsense', () => {
    expect(entries('# c\na: | # text\n  b: 1\n\n  c: 2\nd: e # f\n\tg: h\n{x\n: y')).toEqual(['1:0 a = |', '5:0 d = e', '6:1 d.g = h']);
  });
  it('reads quoted keys and aliases', () => {
    expect(entries('"a:b": 1\nx: &y\n  <<: *z')).toEqual(['0:0 a:b = 1', '1:0 x = &y', '2:2 x.<< = *z']);
  });
});

describe('flowNames', () => {
  it('splits a list on one line', () => {
    expect([flowNames('[a, "b" , ]'), flowNames('c'), flowNames('')]).toEqual([['a', 'b'], ['c'], []]);
  });
});
