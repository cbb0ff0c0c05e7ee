import { describe, expect, it } from 'vitest';
import type { PortConfig } from '../../../api/specs.ts';
import { parsePortSpec } from '../../options/port-spec.ts';
import { mergeEnvironment, mergeHosts, mergeMap, mergeMounts, mergePorts, mergeSorted } from './merge-lists.ts';

const ports = (...texts: readonly string[]): PortConfig[] => texts.flatMap(parsePortSpec);
const shown = (list: readonly PortConfig[]): string[] => list.map((port) => `${port.PublishedPort ?? 0}:${port.TargetPort}/${port.PublishMode}`);

describe('merging of service update (spec/cli.md §11)', () => {
  it('removes labels before it adds some; a missing key is silent', () => {
    expect(mergeMap({ a: '1', b: '2' }, ['a', 'x'], ['a=3', 'c'])).toEqual({ b: '2', a: '3', c: '' });
    expect(mergeMap({ a: '1' }, ['a=1'], [])).toEqual({ a: '1' });
    expect(mergeMap({ a: '1' }, ['a=1'], [], true)).toEqual({});
  });

  it('sorts constraints and removes by exact text', () => {
    expect(mergeSorted(['node.role==worker', 'b'], ['a', 'c'], ['b', 'c'])).toEqual(['a', 'node.role==worker']);
  });

  it('replaces variables in place and removes by bare key', () => {
    expect(mergeEnvironment(['A=1', 'B=2'], ['A=1'], ['B=3', 'C=4'])).toEqual(['A=1', 'B=3', 'C=4']);
    expect(mergeEnvironment(['A=1', 'A=2', 'B'], ['B'], [])).toEqual(['A=1', 'A=2']);
    expect(mergeEnvironment(['A=1', 'B=2'], ['A'], ['C=3'])).toEqual(['B=2', 'C=3']);
  });

  it('lets the removal of a mount win over its addition', () => {
    const volume = (Source: string, Target: string): { Type: string; Source: string; Target: string } => ({ Type: 'volume', Source, Target });
    expect(mergeMounts([volume('z', '/a'), volume('b', '/b')], [volume('a', '/a'), volume('c', '/c')], ['/c'])).toEqual([volume('a', '/a'), volume('b', '/b')]);
    expect(() => mergeMounts([], [volume('a', '/a'), volume('b', '/a')], [])).toThrow('duplicate mount target');
  });

  it('removes ports by target, protocol and mode, whatever is published', () => {
    const present = ports('8080:80', 'mode=host,target=80,published=81', '53:53/udp');
    expect(shown(mergePorts(present, [], ports('80:80')))).toEqual(['53:53/ingress', '81:80/host']);
    expect(shown(mergePorts(present, [], ports('target=80,mode=host')))).toEqual(['53:53/ingress', '8080:80/ingress']);
    // The same port removed and added is gone: it was there before.
    expect(shown(mergePorts(present, ports('8080:80', '443:443'), ports('80')))).toEqual(['443:443/ingress', '53:53/ingress', '81:80/host']);
  });

  it('takes names off host entries', () => {
    const present = ['127.0.0.2 h3 h1 h2', '127.0.0.1 h1 h4', '127.0.0.3 h1'];
    expect(mergeHosts(present, ['h1'], ['10.0.0.1 x', '10.0.0.1 x'])).toEqual(['127.0.0.2 h3 h2', '127.0.0.1 h4', '10.0.0.1 x']);
    expect(mergeHosts(present, ['h1:127.0.0.1'], [])).toEqual(['127.0.0.2 h3 h1 h2', '127.0.0.1 h4', '127.0.0.3 h1']);
  });
});
