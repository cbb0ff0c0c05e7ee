import { describe, expect, it } from 'vitest';
import { parseByteSize } from './byte-size.ts';
import { effectiveCapabilities } from './capabilities.ts';
import { parseCpus } from './cpus.ts';
import { formatGoDuration, parseGoDuration } from './go-duration.ts';
import { goQuote, parseGoFloat, parseGoInt } from './go-number.ts';
import { familiarImageName, fullImageName, parseImageReference, withDefaultTag } from './image-reference.ts';
import { isUnspecified, parseIpAddress } from './ip-address.ts';
import type { Parsed } from './parsed.ts';
import { parsePortSpec, publishedPorts } from './port-spec.ts';
import { splitShellWords } from './shell-words.ts';

const result = <T>(parsed: Parsed<T>): T | string => (parsed.ok ? parsed.value : parsed.error);

describe('durations (cli.md §1)', () => {
  it.each([
    ['1m30s', 90_000_000_000],
    ['1.5h', 5_400_000_000_000],
    ['-5s', -5_000_000_000],
    ['+2ms', 2_000_000],
    ['0', 0],
    ['.5s', 500_000_000],
    ['1h1m1s1ms1us1ns', 3_661_001_001_001],
    ['10', 'time: missing unit in duration "10"'],
    ['x', 'time: invalid duration "x"'],
    ['5x', 'time: unknown unit "x" in duration "5x"'],
    ['', 'time: invalid duration ""'],
    ['.', 'time: invalid duration "."'],
    ['9999999999h', 'time: invalid duration "9999999999h"'],
  ])('reads %s', (text, expected) => expect(result(parseGoDuration(text))).toBe(expected));

  it.each([
    [0, '0s'],
    [1, '1ns'],
    [1_500, '1.5µs'],
    [300_000_000, '300ms'],
    [1_500_000_000, '1.5s'],
    [90_000_000_000, '1m30s'],
    [7_776_000_000_000_000, '2160h0m0s'],
    [-5_000_000_000, '-5s'],
  ])('prints %d', (nanoseconds, expected) => expect(formatGoDuration(nanoseconds)).toBe(expected));
});

describe('sizes and CPUs', () => {
  it.each([
    ['1.5g', 1_610_612_736],
    ['10mb', 10 * 2 ** 20],
    ['1kib', 1024],
    ['64 MiB', 64 * 2 ** 20],
    ['5', 5],
    ['5b', 5],
    ['1.7b', 1],
    ['x', "invalid size: 'x'"],
    ['5q', "invalid suffix: 'q'"],
    ['5KQ', "invalid suffix: 'kq'"],
    ['5XBYTES', "invalid suffix: 'XBYTES'"],
    ['-5', "invalid size: '-5'"],
    ['1.2.3', 'strconv.ParseFloat: parsing "1.2.3": invalid syntax'],
  ])('size %s', (text, expected) => expect(result(parseByteSize(text))).toBe(expected));

  it.each([
    ['0.5', 500_000_000],
    ['.5', 500_000_000],
    ['1e-3', 1_000_000],
    ['1/2', 500_000_000],
    ['-1', -1_000_000_000],
    ['0.0000000001', 'value is too precise'],
    ['x', 'failed to parse x as a rational number'],
    ['1/0', 'failed to parse 1/0 as a rational number'],
  ])('CPUs %s', (text, expected) => expect(result(parseCpus(text))).toBe(expected));
});

describe('numbers', () => {
  it('says what Go says', () => {
    expect(result(parseGoInt('x3'))).toBe('strconv.Atoi: parsing "x3": invalid syntax');
    expect(result(parseGoInt('99999999999999999999'))).toBe('strconv.Atoi: parsing "99999999999999999999": value out of range');
    expect(result(parseGoInt('-07'))).toBe(-7);
    expect(result(parseGoFloat('1e999'))).toBe('strconv.ParseFloat: parsing "1e999": value out of range');
    expect(goQuote('a"b\\c\n\u0001é')).toBe('"a\\"b\\\\c\\n\\x01é"');
  });
});

describe('shell words', () => {
  it.each([
    [`a "b c" 'd e' f\\ g`, ['a', 'b c', 'd e', 'f g']],
    ['sh -c "echo \\"x\\"" # rest', ['sh', '-c', 'echo "x"']],
    [`'' a#b`, ['', 'a#b']],
    ['a "b', 'EOF found when expecting closing quote'],
    ['a \\', 'EOF found after escape character'],
  ])('splits %s', (text, expected) => expect(result(splitShellWords(text))).toEqual(expected));
});

describe('ports', () => {
  it.each([
    ['80:80:80:80', 'invalid IP address: 80:80'],
    ['a', 'invalid containerPort: a'],
    ['x:80', 'invalid hostPort: x'],
    ['80/foo', 'invalid proto: foo'],
    ['80-82:80-81', 'invalid ranges specified for container and host Ports: 80-81 and 80-82'],
    ['80:', 'no port specified: 80:<empty>'],
    ['70000', 'invalid containerPort: 70000'],
    ['90-80', 'invalid containerPort: 90-80'],
    ['[::1:80:80', "invalid IP address [::1: address [::1:: missing ']' in address"],
  ])('refuses %s', (text, expected) => expect(result(parsePortSpec(text))).toBe(expected));

  const published = (text: string): string[] => {
    const spec = parsePortSpec(text);
    if (!spec.ok) return [spec.error];
    const { ports, warnings } = publishedPorts(spec.value);
    return [...ports.map((port) => `${port.PublishedPort}:${port.TargetPort}/${port.Protocol}`), ...warnings];
  };
  it.each([
    ['80', ['0:80/tcp']],
    ['8080:80/UDP', ['8080:80/udp']],
    ['8000-8002:80', ['8000:80/tcp', '8001:80/tcp', '8002:80/tcp']],
    ['9-10:9-10', ['10:10/tcp', '9:9/tcp']],
    ['127.0.0.1:1:2', ['1:2/tcp', "ignoring IP-address (127.0.0.1:1:2/tcp) service will listen on '0.0.0.0'"]],
    ['[::1]:1:2', ['1:2/tcp', "ignoring IP-address ([::1]:1:2/tcp) service will listen on '0.0.0.0'"]],
    ['0.0.0.0:1:2', ['1:2/tcp']],
  ])('publishes %s', (text, expected) => expect(published(text)).toEqual(expected));
});

describe('addresses', () => {
  it('knows IPv4 and IPv6', () => {
    expect(parseIpAddress('1.2.3.4')).toEqual([1, 2, 3, 4]);
    expect(parseIpAddress('::ffff:1.2.3.4')?.slice(12)).toEqual([1, 2, 3, 4]);
    expect(isUnspecified(parseIpAddress('::') ?? [1])).toBe(true);
    for (const bad of ['01.2.3.4', '1.2.3', '1.2.3.256', '1::2::3', '12345::', 'x']) expect(parseIpAddress(bad)).toBeUndefined();
  });
});

describe('image references', () => {
  const full = (text: string): string => {
    const reference = parseImageReference(text);
    return reference.ok ? fullImageName(withDefaultTag(reference.value)) : reference.error;
  };
  it.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['a/b:1', 'docker.io/a/b:1'],
    ['localhost/x', 'localhost/x:latest'],
    ['host:5000/x/y', 'host:5000/x/y:latest'],
    ['index.docker.io/nginx', 'docker.io/library/nginx:latest'],
    [`nginx@sha256:${'a'.repeat(64)}`, `docker.io/library/nginx@sha256:${'a'.repeat(64)}`],
    ['UPPER', 'invalid reference format: repository name (library/UPPER) must be lowercase'],
    ['a b', 'invalid reference format'],
    ['nginx:', 'invalid reference format'],
    ['a'.repeat(64), `invalid repository name (${'a'.repeat(64)}), cannot specify 64-byte hexadecimal strings`],
  ])('reads %s', (text, expected) => expect(full(text)).toBe(expected));

  it('shortens', () => {
    const short = (text: string): string => {
      const reference = parseImageReference(text);
      return reference.ok ? familiarImageName(reference.value) : reference.error;
    };
    expect(short('docker.io/library/nginx:1')).toBe('nginx:1');
    expect(short('docker.io/a/b')).toBe('a/b');
    expect(short('ghcr.io/a/b:2')).toBe('ghcr.io/a/b:2');
  });
});

describe('capabilities', () => {
  it('normalises them', () => {
    expect(effectiveCapabilities(['net_admin', 'CAP_KILL', 'RESET'], ['kill', 'chown'])).toEqual({ add: ['CAP_KILL', 'CAP_NET_ADMIN'], drop: ['CAP_CHOWN'] });
    expect(effectiveCapabilities(['all', 'kill'], [])).toEqual({ add: ['ALL'], drop: [] });
  });
});
