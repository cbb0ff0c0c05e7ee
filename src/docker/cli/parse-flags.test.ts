import { describe, expect, it } from 'vitest';
import type { CommandNode } from './command-tree.ts';
import { rootCommand, subcommandOf } from './command-tree.ts';
import { FlagError, type ParsedFlags, parseFlags } from './parse-flags.ts';

const surroundings = {
  env: {},
  files: {
    read: (path: string) => (path === 'ca.pem' ? '-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n' : undefined),
    write: () => undefined,
    remove: () => undefined,
    list: () => undefined,
    resolve: (path: string) => path,
  },
};

function node(path: string): CommandNode {
  let found: CommandNode | undefined = rootCommand;
  for (const word of path.split(' ')) found = found === undefined ? undefined : subcommandOf(found, word);
  if (found === undefined) throw new Error(`no command ${path}`);
  return found;
}

function parse(path: string, ...words: string[]): ParsedFlags {
  const command = node(path);
  return parseFlags(command.flags, words, command.interspersed, surroundings);
}

function fault(path: string, ...words: string[]): string {
  try {
    parse(path, ...words);
  } catch (error) {
    if (error instanceof FlagError) return error.message;
    throw error;
  }
  return 'accepted';
}

describe('the forms of flags', () => {
  it('takes a value from the next word or after an equals sign', () => {
    expect(parse('node ls', '--format', 'x').flags.string('format')).toBe('x');
    expect(parse('node ls', '--format=x').flags.string('format')).toBe('x');
    expect(parse('node ls', '--format=').flags.changed('format')).toBe(true);
  });
  it('takes a short flag with a glued, separate or assigned value', () => {
    for (const words of [['-fname=a'], ['-f', 'name=a'], ['-f=name=a']]) expect(parse('node ls', ...words).flags.list('filter')).toEqual(['name=a']);
  });
  it('reads bundles, the last of which may take a value', () => {
    const { flags } = parse('node ls', '-qf', 'name=a');
    expect(flags.bool('quiet')).toBe(true);
    expect(flags.list('filter')).toEqual(['name=a']);
  });
  it('lets a bool flag leave the next word alone', () => {
    const { flags, args } = parse('service scale', '-d', 'false');
    expect(flags.bool('detach')).toBe(true);
    expect(args).toEqual(['false']);
    expect(parse('service scale', '-d=false').flags.bool('detach')).toBe(false);
  });
  it('swallows the next word whatever it looks like', () => {
    expect(parse('node ls', '--format', '--quiet').flags.string('format')).toBe('--quiet');
  });
  it('ends flags at --', () => {
    expect(parse('service ps', '-q', '--', '-x').args).toEqual(['-x']);
  });
  it('takes flags after arguments, but not where the command runs another', () => {
    expect(parse('service ps', 'web', '-q').flags.bool('quiet')).toBe(true);
    expect(parse('service create', 'alpine', 'sh', '--name', 'y').args).toEqual(['alpine', 'sh', '--name', 'y']);
  });
  it('appends to lists and lets the last scalar win', () => {
    expect(parse('service create', '--label', 'a=1', '--label', 'b=2').flags.list('label')).toEqual(['a=1', 'b=2']);
    expect(parse('service create', '--limit-cpu=.5', '--limit-cpu', '2').flags.int('limit-cpu')).toBe(2_000_000_000);
  });
  it('splits only the comma-separated types', () => {
    expect(parse('stack deploy', '-c', 'a,b', '-c', 'c').flags.list('compose-file')).toEqual(['a', 'b', 'c']);
    expect(parse('service create', '--constraint', 'a==b,c').flags.list('constraint')).toEqual(['a==b,c']);
  });
  it('normalises filters', () => {
    expect(parse('node ls', '-f', ' Name = a ').flags.list('filter')).toEqual(['name=a']);
  });
  it('gives the defaults of what was not said', () => {
    const { flags } = parse('swarm init');
    expect(flags.duration('cert-expiry')).toBe(90 * 24 * 3600 * 1e9);
    expect(flags.string('listen-addr')).toBe('0.0.0.0:2377');
    expect(flags.int('default-addr-pool-mask-length')).toBe(24);
    expect(flags.changed('cert-expiry')).toBe(false);
  });
  it('hands flags of a group to its commands', () => {
    expect(parse('stack ls', '--orchestrator', 'x').notices).toEqual(['Flag --orchestrator has been deprecated, option will be ignored']);
  });
  it('knows help by both names', () => {
    expect(parse('node ls', '--help').help).toBe(true);
    expect(parse('node ls', '-h').notices).toEqual(['Flag shorthand -h has been deprecated, use --help']);
    expect(fault('container run', '-h')).toBe("flag needs an argument: 'h' in -h");
  });
});

describe('the numbers', () => {
  it.each([
    ['10', 10],
    ['0x10', 16],
    ['0b1', 1],
    ['0o7', 7],
    ['010', 8],
    ['1_000', 1000],
  ])('reads --replicas %s', (text, value) => {
    expect(parse('service create', '--replicas', text).flags.int('replicas')).toBe(value);
  });
  it('reads durations and bytes', () => {
    const { flags } = parse('service create', '--update-delay', '1m30s', '--limit-memory', '1.5g');
    expect(flags.duration('update-delay')).toBe(90e9);
    expect(flags.int('limit-memory')).toBe(1_610_612_736);
  });
  it('keeps the subnet of an address range', () => {
    expect(parse('swarm init', '--default-addr-pool', '10.1.2.3/8,192.168.5.0/20').flags.list('default-addr-pool')).toEqual(['10.0.0.0/8', '192.168.0.0/20']);
  });
  it('fills up a listen address', () => {
    expect(parse('swarm init', '--listen-addr', 'eth0').flags.string('listen-addr')).toBe('eth0:2377');
    expect(parse('swarm init', '--listen-addr', '10.0.0.1:99').flags.string('listen-addr')).toBe('10.0.0.1:99');
  });
});

// Each text is what docker 28.2.2 answers to the same words.
describe('what is refused', () => {
  it.each<[string, string[], string]>([
    ['node ls', ['--fo'], 'unknown flag: --fo'],
    ['node ls', ['-z'], "unknown shorthand flag: 'z' in -z"],
    ['node ls', ['-qz'], "unknown shorthand flag: 'z' in -z"],
    ['node ls', ['-zq'], "unknown shorthand flag: 'z' in -zq"],
    ['node ls', ['--=x'], 'bad flag syntax: --=x'],
    ['node ls', ['---x'], 'bad flag syntax: ---x'],
    ['node ls', ['--format'], 'flag needs an argument: --format'],
    ['node ls', ['-f'], "flag needs an argument: 'f' in -f"],
    ['node ls', ['-qf'], "flag needs an argument: 'f' in -f"],
    ['node ls', ['--filter', 'x'], 'invalid argument "x" for "-f, --filter" flag: bad format of filter (expected name=value)'],
    ['node ls', ['--quiet=maybe'], 'invalid argument "maybe" for "-q, --quiet" flag: strconv.ParseBool: parsing "maybe": invalid syntax'],
    ['service create', ['--replicas', '-1'], 'invalid argument "-1" for "--replicas" flag: strconv.ParseUint: parsing "-1": invalid syntax'],
    [
      'service create',
      ['--replicas', '99999999999999999999'],
      'invalid argument "99999999999999999999" for "--replicas" flag: strconv.ParseUint: parsing "99999999999999999999": value out of range',
    ],
    ['service create', ['--limit-cpu', 'x'], 'invalid argument "x" for "--limit-cpu" flag: failed to parse x as a rational number'],
    ['service create', ['--limit-cpu', '0.0000000001'], 'invalid argument "0.0000000001" for "--limit-cpu" flag: value is too precise'],
    ['service create', ['--limit-memory', '3zz'], 'invalid argument "3zz" for "--limit-memory" flag: invalid suffix: \'zz\''],
    ['service create', ['--update-delay', '10'], 'invalid argument "10" for "--update-delay" flag: time: missing unit in duration "10"'],
    ['service create', ['--health-interval', '-5s'], 'invalid argument "-5s" for "--health-interval" flag: duration cannot be negative'],
    ['service create', ['--label', '=x'], 'invalid argument "=x" for "-l, --label" flag: invalid label \'=x\': empty name'],
    ['service create', ['--mount', 'a"b'], 'invalid argument "a\\"b" for "--mount" flag: parse error on line 1, column 2: bare " in non-quoted-field'],
    ['service create', ['--entrypoint', "'"], 'invalid argument "\'" for "--entrypoint" flag: EOF found when expecting closing quote'],
    ['container ls', ['-n', 'x'], 'invalid argument "x" for "-n, --last" flag: strconv.ParseInt: parsing "x": invalid syntax'],
    ['container run', ['-m', '3zz'], 'invalid argument "3zz" for "-m, --memory" flag: invalid suffix: \'zz\''],
    ['swarm init', ['--listen-addr', 'x:y'], 'invalid argument "x:y" for "--listen-addr" flag: parse "tcp://x:y": invalid port ":y" after host'],
    [
      'swarm init',
      ['--default-addr-pool', '10.0.0.0'],
      'invalid argument "10.0.0.0" for "--default-addr-pool" flag: invalid string being converted to CIDR: 10.0.0.0',
    ],
    ['swarm init', ['--external-ca', 'x'], 'invalid argument "x" for "--external-ca" flag: invalid field \'x\' must be a key=value pair'],
    [
      'swarm init',
      ['--external-ca', 'protocol=foo,url=x'],
      'invalid argument "protocol=foo,url=x" for "--external-ca" flag: unrecognized external CA protocol foo',
    ],
    ['swarm init', ['--external-ca', 'url=x'], 'invalid argument "url=x" for "--external-ca" flag: the external-ca option needs a protocol= parameter'],
    [
      'swarm init',
      ['--external-ca', 'protocol=cfssl'],
      'invalid argument "protocol=cfssl" for "--external-ca" flag: the external-ca option needs a url= parameter',
    ],
    ['swarm ca', ['--ca-cert', '/nope'], 'invalid argument "/nope" for "--ca-cert" flag: open /nope: no such file or directory'],
  ])('%s %j', (path, words, message) => {
    expect(fault(path, ...words)).toBe(message);
  });
  it('reads a certificate at once', () => {
    expect(parse('swarm ca', '--ca-cert', 'ca.pem').flags.string('ca-cert')).toContain('BEGIN CERTIFICATE');
  });
});
