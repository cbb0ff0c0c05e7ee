import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from '../base/base64url.ts';
import { createShell } from '../docker/shell/create-shell.ts';
import { type ClusterShape, clusterScenario } from './cluster-shape.ts';
import { defaultScenario } from './default-scenario.ts';
import type { Input, LoggedInput } from './input.ts';
import { decodeLink, encodeLink, type Shared } from './link.ts';
import { DICTIONARY_1 } from './link-dictionary-1.ts';
import { RECORDING_LIMITS, type Recording, RecordingProblem, readRecording, writeRecording } from './recording.ts';
import { restore } from './restore.ts';
import { numberedHosts } from './scenario.ts';
import { busyShared, sixtyLines } from './testing/busy-run.ts';

const recording: Recording = {
  scenario: defaultScenario(),
  inputs: [
    { at: 1200, input: { kind: 'line', host: 'DC2-N1', text: 'docker service create --name webapp1 --replicas=6 nginx', from: 'terminal' } },
    { at: 9000, input: { kind: 'fault', host: 'DC2-N3', fault: 'power-off' } },
    { at: 9000, input: { kind: 'keys', host: 'DC2-N1', data: '\u0003' } },
    { at: 9500, input: { kind: 'link', a: 'DC2-N1', b: 'DC2-N2', cut: true } },
    { at: 9501, input: { kind: 'add-host', name: 'DC2-N4' } },
    { at: 9502, input: { kind: 'file', path: '/root/a.yml', content: 'é → ☃\n' } },
  ],
  now: 60_000,
};
/** Links as they were sent, kept for ever. */
const kept = <T>(version: number): readonly T[] => JSON.parse(readFileSync(new URL(`./testdata/links-v${version}.json`, import.meta.url), 'utf8')) as T[];
const LINKS_1 = kept<{ readonly name: string; readonly link: string; readonly recording: Recording }>(1);
const LINKS_2 = kept<{ readonly name: string; readonly link: string; readonly shared: Shared }>(2);

const shared = (change: Partial<Shared> = {}): Shared => ({ recording, view: {}, files: [], ...change });
const line = (at: number, text: string, host = 'DC2-N1'): LoggedInput => ({ at, input: { kind: 'line', host, text, from: 'terminal' } });

describe('a run in a link', () => {
  it('comes back as it was, with the moment, the view and the drafts', () => {
    const whole = shared({
      recording: { ...recording, moment: 5000 },
      view: { s: 'host/DC2-N1', f: 'web' },
      files: [{ path: '/root/b.yml', content: 'x: 1\n' }],
    });
    expect(decodeLink(encodeLink(whole))).toEqual(whole);
    expect(decodeLink(encodeLink(busyShared()))).toEqual(busyShared());
  });

  it('is short: 1,100 characters hold six nodes, six services, ten actions, and a stack file of sixty lines too', () => {
    expect(encodeLink(shared({ recording: { scenario: defaultScenario(), inputs: [], now: 4000 } })).length).toBeLessThan(40);
    expect(encodeLink(shared()).length).toBeLessThan(260);
    expect(encodeLink(busyShared()).length).toBeLessThan(600);
    expect(sixtyLines().split('\n').length).toBeGreaterThanOrEqual(60);
    const file: Input = { kind: 'file', path: '/root/docker-stack.yml', content: sixtyLines() };
    const { inputs } = busyShared().recording;
    const withFile = {
      ...busyShared().recording,
      inputs: [{ at: 15_000, input: file }, line(15_000, 'docker stack deploy -c docker-stack.yml shop'), ...inputs],
    };
    expect(encodeLink({ ...busyShared(), recording: withFile }).length).toBeLessThan(1100);
  });

  const services = { turn: () => new Promise<void>((resolve) => setImmediate(resolve)), loadShell: async () => ({ createShell }) };
  it.each(LINKS_1.map((each) => [each.name, each] as const))('of the first version opens what was sent long ago: %s', async (_, { link, recording: sent }) => {
    expect(decodeLink(link)).toEqual({ recording: sent, view: {}, files: [] });
    await runs(sent);
  });

  it.each(LINKS_2.map((each) => [each.name, each] as const))('of the second version opens what was sent long ago: %s', async (_, { link, shared: sent }) => {
    expect(decodeLink(link)).toEqual(sent);
    await runs(sent.recording);
  });

  async function runs(sent: Recording): Promise<void> {
    const run = await restore(sent, services);
    expect(run.now).toBeGreaterThanOrEqual(sent.now);
    // What was given before the cluster was there is given when it is.
    expect(run.inputs.map(({ input }) => input)).toEqual(sent.inputs.map(({ input }) => input));
  }
});

describe('a link from a stranger', () => {
  const link = encodeLink(busyShared());

  it('says what is wrong with it', () => {
    expect(decodeLink('')).toEqual({ problem: { reason: 'damaged' } });
    expect(decodeLink('<script>alert(1)</script>')).toEqual({ problem: { reason: 'damaged' } });
    expect(decodeLink(`v9${link.slice(2)}`)).toEqual({ problem: { reason: 'version' } });
    expect(decodeLink('v3.{"some":"other form"}')).toEqual({ problem: { reason: 'version' } });
    expect(decodeLink(`v2.${'A'.repeat(2_000_000)}`)).toEqual({ problem: { reason: 'too-long' } });
  });

  it.each(LINKS_2.map((each) => [each.name, each] as const))('is refused with any bit flipped, any piece missing: %s', (_, each) => {
    // The last character of a part may have bits that mean nothing; whatever is opened is what was sent.
    for (const flipped of withFlippedBits(each.link)) {
      const decoded = decodeLink(flipped);
      if ('problem' in decoded) expect(decoded.problem.reason).toMatch(/^(?:damaged|version)$/);
      else expect(decoded).toEqual(each.shared);
    }
    for (let cut = 0; cut < each.link.length; cut++) expect(decodeLink(each.link.slice(0, cut))).toHaveProperty('problem');
  });

  it.each(LINKS_1.map((each) => [each.name, each] as const))(
    'of the first version, which has no check, is a run or a problem with any bit flipped: %s',
    (_, { link: old }) => {
      for (const flipped of withFlippedBits(old)) {
        const decoded = decodeLink(flipped);
        if ('problem' in decoded) expect(decoded.problem.reason).toMatch(/^(?:damaged|version|limit)$/);
        else expect(readRecording(writeRecording(decoded.recording))).toEqual(decoded.recording);
      }
    },
  );

  /** A short link with each of its bits turned over, a long one with one bit of each character. */
  function* withFlippedBits(whole: string): Iterable<string> {
    for (let i = 0; i < whole.length; i++) {
      for (let bit = 0; bit < 7; bit++) {
        if (whole.length < 120 || bit === i % 7) yield whole.slice(0, i) + String.fromCharCode(whole.charCodeAt(i) ^ (1 << bit)) + whole.slice(i + 1);
      }
    }
  }

  it('never throws, whatever is in it', () => {
    const packed = (json: unknown): string => toBase64Url(deflateSync(strToU8(JSON.stringify(json)), { dictionary: DICTIONARY_1 }));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.jsonValue().map((json) => `v1.${packed(json)}`),
        ),
        (fragment) => {
          decodeLink(fragment);
        },
      ),
    );
    for (const value of [null, 1, 'x', [], [1], {}, { v: 1 }, { v: '1' }, { v: 1, s: {}, i: [], t: 0 }, { v: 1, s: 'x', i: [[1, 'l', '../x', 'y']], t: 0 }])
      expect(decodeLink(`v1.${packed(value)}`)).toEqual({ problem: { reason: 'damaged' } });
  });

  it('does not inflate without end', () => {
    const bomb = toBase64Url(deflateSync(new Uint8Array(20_000_000), { level: 9, dictionary: DICTIONARY_1 }));
    expect(bomb.length).toBeLessThan(30_000);
    expect(decodeLink(`v1.${bomb}`)).toEqual({ problem: { reason: 'damaged' } });
  });

  it('that asks for more than the playground takes is refused with the limit named', () => {
    const shape = (managers: number, workers: number): ClusterShape => ({ managers, workers, loose: 0, zones: 0, course: false });
    const large: Recording = { scenario: clusterScenario(shape(3, 4000), 'x'), inputs: [], now: 0 };
    expect(decodeLink(encodeLink(shared({ recording: large })))).toEqual({
      problem: { reason: 'limit', limit: { what: 'hosts', asked: 4003, most: RECORDING_LIMITS.hosts } },
    });
    const own: Recording = { scenario: { ...defaultScenario(), hosts: numberedHosts(300) }, inputs: [], now: 0 };
    expect(decodeLink(encodeLink(shared({ recording: own })))).toMatchObject({ problem: { reason: 'limit', limit: { what: 'hosts', asked: 300 } } });
    const long: Recording = { scenario: defaultScenario(), inputs: [], now: 99_999_999_999 };
    expect(decodeLink(encodeLink(shared({ recording: long })))).toMatchObject({ problem: { limit: { what: 'hours', most: 168 } } });
    const many: Recording = { scenario: defaultScenario(), inputs: Array.from({ length: 5001 }, (_, i) => line(i, 'ls')), now: 6000 };
    expect(decodeLink(encodeLink(shared({ recording: many })))).toMatchObject({ problem: { limit: { what: 'inputs', asked: 5001, most: 5000 } } });
  });

  it('keeps hostile names as text, and refuses host names that are none', () => {
    const hostile = '<img src=x onerror=alert(1)>"\'`;$(rm -rf /)\u001b]0;x\u0007';
    const named: Recording = { ...recording, scenario: { ...defaultScenario(hostile), title: hostile } };
    expect(decodeLink(encodeLink(shared({ recording: named, view: { f: hostile } })))).toMatchObject({
      recording: { scenario: { title: hostile } },
      view: { f: hostile },
    });
    const hosts: Recording = {
      ...recording,
      scenario: { ...defaultScenario(), hosts: [{ ...(numberedHosts(1)[0] as ReturnType<typeof numberedHosts>[number]), name: hostile }] },
    };
    expect(decodeLink(encodeLink(shared({ recording: hosts })))).toEqual({ problem: { reason: 'damaged' } });
    // An address stands in commands that are copied.
    const addresses: Recording = {
      ...recording,
      scenario: {
        ...defaultScenario(),
        hosts: [{ ...(numberedHosts(1)[0] as ReturnType<typeof numberedHosts>[number]), address: '$(touch pwned)' }],
        swarm: undefined,
      },
    };
    expect(decodeLink(encodeLink(shared({ recording: addresses })))).toEqual({ problem: { reason: 'damaged' } });
  });
});

describe('a recording', () => {
  it('is not taken when it is beyond the limits or of another shape', () => {
    const reason = (text: string): string => {
      try {
        readRecording(text);
      } catch (error) {
        return (error as RecordingProblem).reason;
      }
      return 'taken';
    };
    expect(reason('{')).toBe('not-json');
    expect(reason('{"v":3,"s":"x","i":[],"t":0}')).toBe('version');
    expect(reason('{"v":1,"s":"x","i":[[1,"zzz"]],"t":0}')).toBe('shape');
    expect(reason('{"v":1,"s":"x","i":[[-1,"+","a"]],"t":0}')).toBe('shape');
    expect(reason('{"v":2,"s":["0m3w","x"],"i":[],"t":0}')).toBe('shape');
    expect(reason('{"v":1,"s":"x","i":[],"t":99999999999}')).toBe('limit');
    expect(reason('{"v":1,"s":"x","i":[],"t":0}')).toBe('taken');
    expect(reason('{"v":2,"s":["3m3w","x"],"i":[],"t":0}')).toBe('taken');
  });

  it('comes back from its text, scenario by shape or whole', () => {
    const shapes: readonly ClusterShape[] = [
      { managers: 1, workers: 2, loose: 0, zones: 0, course: true },
      { managers: 3, workers: 6, loose: 1, zones: 3, course: true },
      { managers: 0, workers: 0, loose: 3, zones: 0, course: false },
    ];
    for (const shape of shapes) {
      const one: Recording = { scenario: clusterScenario(shape, 'é'), inputs: [], now: 5 };
      expect(readRecording(writeRecording(one))).toEqual(one);
      expect(writeRecording(one).length).toBeLessThan(60);
      const own: Recording = {
        ...one,
        scenario: { ...one.scenario, title: 'My own', hosts: one.scenario.hosts.map((host) => ({ ...host, engineLabels: { disk: 'ssd' } })) },
      };
      expect(readRecording(writeRecording(own))).toEqual(own);
    }
    expect(() => readRecording('{"v":2,"s":["3m3w","x"],"i":[],"t":1.5}')).toThrow(RecordingProblem);
  });
});
