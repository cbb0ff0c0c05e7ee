import { describe, expect, it } from 'vitest';
import { parseCsvRecord } from './csv.ts';
import { parseMount } from './mount.ts';
import { formatPublishedPorts } from './port-ranges.ts';
import { parsePortSpec } from './port-spec.ts';

const absolute = (path: string): string => `/root/${path.replace(/^\.\//, '')}`;

describe('csv', () => {
  it('reads quoted fields', () => {
    expect(parseCsvRecord('a,"b,c","d""e",')).toEqual(['a', 'b,c', 'd"e', '']);
    expect(parseCsvRecord('a,b\nc')).toEqual(['a', 'b']);
    expect(parseCsvRecord('"a\nb",c')).toEqual(['a\nb', 'c']);
  });
  it.each([
    ['type=vo"lume', 'parse error on line 1, column 8: bare " in non-quoted-field'],
    ['a,b"c', 'parse error on line 1, column 4: bare " in non-quoted-field'],
    ['"abc', 'parse error on line 1, column 5: extraneous or missing " in quoted-field'],
    ['"a"b', 'parse error on line 1, column 3: extraneous or missing " in quoted-field'],
    ['', 'EOF'],
  ])('refuses %j', (text, reason) => {
    expect(() => parseCsvRecord(text)).toThrow(reason);
  });
});

describe('ports', () => {
  it('reads the short form', () => {
    expect(parsePortSpec('8080:80')).toEqual([{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }]);
    expect(parsePortSpec('53/UDP')).toEqual([{ Protocol: 'udp', TargetPort: 53, PublishMode: 'ingress' }]);
    const pairs = (text: string): unknown => parsePortSpec(text).map((port) => [port.PublishedPort, port.TargetPort]);
    expect(pairs('8080-8081:80-81')).toEqual([
      [8080, 80],
      [8081, 81],
    ]);
    expect(pairs('8000-8001:80')).toEqual([
      [8000, 80],
      [8001, 80],
    ]);
  });
  it('reads the long form', () => {
    expect(parsePortSpec('MODE=host,published=9090,Target=90,protocol=udp')).toEqual([
      { Protocol: 'udp', TargetPort: 90, PublishedPort: 9090, PublishMode: 'host' },
    ]);
    expect(JSON.stringify(parsePortSpec('target=80'))).toBe('[{"Protocol":"tcp","TargetPort":80,"PublishMode":"ingress"}]');
  });
  it.each([
    ['a', 'invalid containerPort: a'],
    ['x:80', 'invalid hostPort: x'],
    ['99999:80', 'invalid hostPort: 99999'],
    ['80/foo', 'invalid proto: foo'],
    ['127.0.0.1:80:80', 'hostip is not supported'],
    ['80:80:80:80', 'invalid IP address: 80:80'],
    ['80-81:80-82', 'invalid ranges specified for container and host Ports: 80-82 and 80-81'],
    ['80:', 'no port specified: 80:<empty>'],
    ['published=80', "missing mandatory field 'target'"],
    ['published=8080,', 'invalid field: '],
    ['published=80,goal=80', 'invalid field key: goal'],
    ['target=80,protocol=icmp', "invalid protocol value 'icmp'"],
    ['target=80,mode=x', "invalid publish mode value (x): must be either 'ingress' or 'host'"],
    ['target=x', 'invalid target port (x): value must be an integer: invalid syntax'],
    ['target=80,published=99999', 'invalid published port (99999): value must be an integer: value out of range'],
  ])('refuses %s', (text, reason) => {
    expect(() => parsePortSpec(text)).toThrow(reason);
  });
  it('merges neighbours for lists', () => {
    const list = (...texts: string[]): string => formatPublishedPorts(texts.flatMap(parsePortSpec));
    expect(list('443:443', '5353:53/udp')).toBe('*:443->443/tcp, *:5353->53/udp');
    expect(list('81:81', '80:80')).toBe('*:80-81->80-81/tcp');
    expect(list('80:80', '81:80')).toBe('*:80-81->80/tcp');
    expect(list('80:80', '81:81', '82:80')).toBe('*:80-81->80-81/tcp, *:82->80/tcp');
    expect(list('mode=host,target=80,published=80')).toBe('');
  });
});

describe('mounts', () => {
  it('reads every kind', () => {
    expect(
      JSON.stringify(parseMount('type=volume,source=v9,target=/v9,volume-driver=local,volume-label=x=y,volume-opt=type=tmpfs,volume-nocopy', absolute)),
    ).toBe(
      '{"Type":"volume","Source":"v9","Target":"/v9","VolumeOptions":{"NoCopy":true,"Labels":{"x":"y"},"DriverConfig":{"Name":"local","Options":{"type":"tmpfs"}}}}',
    );
    expect(parseMount('type=tmpfs,dst=/t,tmpfs-size=1m,tmpfs-mode=1770', absolute)).toEqual({
      Type: 'tmpfs',
      Target: '/t',
      TmpfsOptions: { SizeBytes: 1048576, Mode: 1016 },
    });
    expect(parseMount('TYPE=bind,src=./x,target=/b,ro,bind-propagation=rprivate', absolute)).toEqual({
      Type: 'bind',
      Source: '/root/x',
      Target: '/b',
      ReadOnly: true,
      BindOptions: { Propagation: 'rprivate' },
    });
    expect(parseMount('target=/a', absolute)).toEqual({ Type: 'volume', Target: '/a' });
  });
  it.each([
    ['a', "invalid field 'a' must be a key=value pair"],
    ['foo=bar', "unexpected key 'foo' in 'foo=bar'"],
    ['type=,target=/a', 'type is required'],
    ['type=bind', 'target is required'],
    ['type=bind,target=/a,volume-nocopy', "cannot mix 'volume-*' options with mount type 'bind'"],
    ['target=/a,tmpfs-size=z', 'invalid value for tmpfs-size: z'],
    ['target=/a,ro=maybe', 'invalid value for ro: maybe'],
    ['type=bind,target=/a,bind-recursive=x', 'invalid value for bind-recursive: x (must be "enabled", "disabled", "writable", or "readonly")'],
    ['type=bind,target=/a,bind-recursive=readonly', "option 'bind-recursive=readonly' requires 'readonly' to be specified in conjunction"],
  ])('refuses %s', (text, reason) => {
    expect(() => parseMount(text, absolute)).toThrow(reason);
  });
});
