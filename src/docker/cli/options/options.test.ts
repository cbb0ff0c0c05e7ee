import { describe, expect, it } from 'vitest';
import { capabilitiesOfNewService, updatedCapabilities } from './capabilities.ts';
import { parseCredentialSpec } from './credential-spec.ts';
import { parseNameserver, parseSearchDomain } from './dns.ts';
import { completeEnv, mergeEnv } from './env.ts';
import { parseEnvFile } from './env-file.ts';
import { parseExtraHost } from './extra-host.ts';
import { checkGenericResource, parseGenericResources } from './generic-resources.ts';
import { parseBool, parseInteger, parseUint } from './go-integer.ts';
import { canonicalIpAddress } from './ip-address.ts';
import { checkLabel, keyValues } from './labels.ts';
import { parseNetworkAttachment } from './network-attachment.ts';
import { parseObjectReference } from './object-reference.ts';
import { parsePlacementPreference } from './placement-preference.ts';
import { mergeUlimits, parseUlimit } from './ulimit.ts';

describe('integers', () => {
  it('reads the literals of base 0', () => {
    expect(['10', '0x10', '0b1', '0o7', '010', '1_000', '0'].map((text) => parseUint(text))).toEqual([10, 16, 1, 7, 8, 1000, 0]);
    expect([parseUint('1770', 8, 32), parseUint('010', 10), parseInteger('-5')]).toEqual([1016, 10, -5]);
  });
  it.each([
    ['x', 'strconv.ParseUint: parsing "x": invalid syntax'],
    ['-1', 'strconv.ParseUint: parsing "-1": invalid syntax'],
    ['', 'strconv.ParseUint: parsing "": invalid syntax'],
    ['1__0', 'strconv.ParseUint: parsing "1__0": invalid syntax'],
    ['09', 'strconv.ParseUint: parsing "09": invalid syntax'],
    ['18446744073709551616', 'strconv.ParseUint: parsing "18446744073709551616": value out of range'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseUint(text)).toThrow(reason);
  });
  it('knows the range of each size', () => {
    expect(() => parseUint('65536', 10, 16)).toThrow('value out of range');
    expect(parseUint('65535', 10, 16)).toBe(65535);
    expect(() => parseInteger('9223372036854775808')).toThrow('strconv.ParseInt: parsing "9223372036854775808": value out of range');
  });
  it('reads booleans', () => {
    expect([parseBool('T'), parseBool('0'), parseBool('maybe')]).toEqual([true, false, undefined]);
  });
});

describe('addresses', () => {
  it.each([
    ['8.8.8.8', '8.8.8.8'],
    ['0:0:0:0:0:0:0:1', '::1'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::', '::'],
    ['1.2.3', undefined],
    ['01.2.3.4', undefined],
    ['fe80::1%eth0', undefined],
  ])('%s is %s', (text, canonical) => {
    expect(canonicalIpAddress(text)).toBe(canonical);
  });
  it('checks nameservers and domains', () => {
    expect(parseNameserver(' 1.1.1.1 ')).toBe('1.1.1.1');
    expect(() => parseNameserver('x')).toThrow('IP address is not correctly formatted: x');
    expect([parseSearchDomain('example.com.'), parseSearchDomain('.')]).toEqual(['example.com', '.']);
    expect(() => parseSearchDomain('!!')).toThrow('!! is not a valid domain');
  });
  it('reads extra hosts', () => {
    expect(['h:10.0.0.5', 'h=10.0.0.5', 'h:[::1]', 'h=::1', 'h:host-gateway'].map(parseExtraHost)).toEqual([
      '10.0.0.5 h',
      '10.0.0.5 h',
      '::1 h',
      '::1 h',
      'host-gateway h',
    ]);
    expect(() => parseExtraHost('x')).toThrow('bad format for add-host: "x"');
    expect(() => parseExtraHost('a:b')).toThrow('invalid IP address in add-host: "b"');
  });
});

describe('environment and labels', () => {
  it('completes a bare variable', () => {
    expect([completeEnv('A=1', {}), completeEnv('A', { A: 'x' }), completeEnv('A', {})]).toEqual(['A=1', 'A=x', 'A']);
    expect(() => completeEnv('=x', {})).toThrow('invalid environment variable: =x');
  });
  it('replaces by key, keeps identical entries', () => {
    expect(mergeEnv(['A=1', 'B=2', 'A=3', 'B=2'])).toEqual(['B=2', 'A=3', 'B=2']);
  });
  it('reads env files', () => {
    expect(parseEnvFile('f', '# c\n\n  A="1" \nB\nC\nD=\n', { B: 'b' })).toEqual(['A="1" ', 'B=b', 'D=']);
    expect(() => parseEnvFile('f', '=x', {})).toThrow("invalid env file (f): no variable name on line '=x'");
    expect(() => parseEnvFile('f', 'C =1', {})).toThrow("invalid env file (f): variable 'C ' contains whitespaces");
  });
  it('checks labels', () => {
    expect(() => checkLabel('a=b c')).not.toThrow();
    expect(() => checkLabel('=x')).toThrow("invalid label '=x': empty name");
    expect(() => checkLabel('a b=x')).toThrow("label 'a b' contains whitespaces");
    expect(keyValues(['a=1', 'b', 'a=2=3'])).toEqual({ a: '2=3', b: '' });
  });
});

describe('secrets, configs and networks', () => {
  it('reads both forms', () => {
    expect(parseObjectReference('secret', 'pass')).toEqual({ source: 'pass', file: { Name: 'pass', UID: '0', GID: '0', Mode: 292 } });
    expect(parseObjectReference('config', 'src=c,target=/x,uid=1,gid=2,mode=0440')).toEqual({
      source: 'c',
      file: { Name: '/x', UID: '1', GID: '2', Mode: 288 },
    });
    expect(parseObjectReference('secret', 'source=c,mode=444').file.Mode).toBe(444);
  });
  it.each([
    ['target=x', 'source is required'],
    ['source=a,foo=b', 'invalid field in secret request: foo'],
    ['source=a,x', "invalid field 'x' must be a key=value pair"],
    ['source=a,mode=z', 'invalid mode specified: strconv.ParseUint: parsing "z": invalid syntax'],
  ])('refuses %s', (text, reason) => {
    expect(() => parseObjectReference('secret', text)).toThrow(reason);
  });
  it('reads networks', () => {
    expect(parseNetworkAttachment('net1')).toMatchObject({ target: 'net1', aliases: [], driverOptions: {} });
    expect(parseNetworkAttachment('name=Net1,alias=AL1,alias=al2,driver-opt=K=v')).toMatchObject({
      target: 'net1',
      aliases: ['al1', 'al2'],
      driverOptions: { k: 'v' },
    });
    expect(() => parseNetworkAttachment('name=a,foo=b')).toThrow('invalid field key foo');
    expect(() => parseNetworkAttachment('alias=a')).toThrow('network name/id is not specified');
    expect(() => parseNetworkAttachment('name=a,driver-opt=x')).toThrow('invalid key value pair format in driver options');
  });
});

describe('limits, resources, preferences', () => {
  it('reads ulimits', () => {
    expect(parseUlimit('nofile=100:200')).toEqual({ Name: 'nofile', Soft: 100, Hard: 200 });
    expect(parseUlimit('nofile=-1')).toEqual({ Name: 'nofile', Soft: -1, Hard: -1 });
    expect(mergeUlimits(['nproc=1', 'core=2', 'nproc=3'].map(parseUlimit)).map((limit) => [limit.Name, limit.Soft])).toEqual([
      ['core', 2],
      ['nproc', 3],
    ]);
  });
  it.each([
    ['x', 'invalid ulimit argument: x'],
    ['foo=1', 'invalid ulimit type: foo'],
    ['nofile=2:1', 'ulimit soft limit must be less than or equal to hard limit: 2 > 1'],
    ['nofile=1:2:3', 'too many limit value arguments - 1:2:3, can only have up to two, `soft[:hard]`'],
  ])('refuses the ulimit %s', (text, reason) => {
    expect(() => parseUlimit(text)).toThrow(reason);
  });
  it('reads generic resources', () => {
    expect(parseGenericResources(['gpu=1', 'ssd=2'])).toEqual([
      { DiscreteResourceSpec: { Kind: 'gpu', Value: 1 } },
      { DiscreteResourceSpec: { Kind: 'ssd', Value: 2 } },
    ]);
    expect(() => checkGenericResource('x')).toThrow('invalid generic-resource format `x` expected `name=value`');
    expect(() => parseGenericResources(['GPU=a'])).toThrow(
      'invalid generic-resource request `GPU=a`, Named Generic Resources is not supported for service create or update',
    );
    expect(() => parseGenericResources(['GPU=1', 'GPU=UID'])).toThrow(
      "invalid generic resource specification: could not parse GenericResource: mixed discrete and named resources in expression 'GPU=[1 UID]'",
    );
  });
  it('reads preferences and credential specs', () => {
    expect(parsePlacementPreference('spread=node.labels.zone')).toEqual({ Spread: { SpreadDescriptor: 'node.labels.zone' } });
    expect(() => parsePlacementPreference('x')).toThrow('placement preference must be of the format "<strategy>=<arg>"');
    expect(() => parsePlacementPreference('binpack=x')).toThrow('unsupported placement preference binpack (only spread is supported)');
    expect([parseCredentialSpec('config://c'), parseCredentialSpec('')]).toEqual([{ Config: 'c' }, undefined]);
    expect(() => parseCredentialSpec('c')).toThrow('invalid credential spec: value must be prefixed with "config://", "file://", or "registry://"');
  });
});

describe('capabilities', () => {
  it('normalises those of a new service', () => {
    expect(capabilitiesOfNewService(['net_admin', 'RESET', 'KILL'], ['kill', 'CAP_CHOWN'])).toEqual({
      add: ['CAP_KILL', 'CAP_NET_ADMIN'],
      drop: ['CAP_CHOWN'],
    });
    expect(capabilitiesOfNewService(['all', 'kill'], ['ALL', 'chown'])).toEqual({ add: ['ALL'], drop: [] });
  });
  it('moves those of an updated one in two steps', () => {
    const dropped = { add: [], drop: ['CAP_KILL'] };
    const neither = updatedCapabilities(dropped, ['kill'], []);
    expect(neither).toEqual({ add: [], drop: [] });
    expect(updatedCapabilities(neither, ['kill'], ['kill'])).toEqual({ add: ['CAP_KILL'], drop: [] });
    expect(updatedCapabilities({ add: ['CAP_A', 'CAP_B'], drop: [] }, ['reset', 'c'], [])).toEqual({ add: ['CAP_C'], drop: [] });
  });
});
