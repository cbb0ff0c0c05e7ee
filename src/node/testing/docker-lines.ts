import { type CommandNode, type FlagDefinition, rootCommand } from '../../docker/cli/command-tree.ts';

/** A generator of numbers that always gives the same ones for a seed (mulberry32). */
class Dice {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** From 0 up to, not including, `limit`. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }

  one<T>(of: readonly T[]): T {
    return of[this.below(of.length)] as T;
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }
}

const NUMBERS = ['0', '1', '2', '-1', '007', '0x10', '1_000', '1.5', 'x', '', '99999999999999999999', ' 1', '+3', '1e3', 'true'];
const DURATIONS = ['5s', '1m30s', '0', '-5s', '10', 'x', '', '5x', '1.5h', '100ms', '1h-2m', '.5s', '9999999999h', '1µs'];
const BYTES = ['50m', '1.5g', '10mb', '1kib', 'x', '', '-5', '10q', '5 m', '1tb', '0', '4m', '1e3', '10kk', '.5g'];
const CPUS = ['0.5', '.5', '1e-3', '1/2', '-1', 'x', '', '0.0000000001', '1e', '0', '4/0', '1_0'];
const WORDS = ['a', 'abc', '', 'a b', 'a=b', '=', 'a:b', 'A_B', '-x', 'vip', 'none', 'any', 'json', '"q"', 'é'];
const ADDRESSES = ['10.0.0.1', 'eth0', '10.0.0.1:2377', ':2377', 'x:y', '', '::1', '[::1]:80', '10.0.0.0/24', '300.1.1.1', 'udp://1.2.3.4', '10.0.0.1:99999'];

/** Good and bad values by type of flag. */
export const VALUES: { readonly [type: string]: readonly string[] } = {
  bool: ['true', 'false', '1', '0', 'T', 'F', 'yes', 'no', '', 'TRUE', 'tRue', '2'],
  int: NUMBERS,
  uint: NUMBERS,
  uint16: NUMBERS,
  uint32: NUMBERS,
  float: ['0.5', '1', '-1', 'x', '', '1e3', 'NaN', 'Inf', '0x1p-2', '2', '.1', '1_0'],
  duration: DURATIONS,
  bytes: BYTES,
  decimal: CPUS,
  string: WORDS,
  command: ['sleep 1', 'sh -c "a b"', "'open", '"open', 'a\\', '', '# x', 'a#b'],
  filter: [
    'name=web',
    'label=a=b',
    'name',
    'name=',
    '=x',
    'role=manager',
    'bogus=1',
    'desired-state=running',
    'mode=global',
    'status=exited',
    'until=1h',
    'dangling=true',
    'NAME = web',
    '',
  ],
  strings: ['a', 'a,b', '', '"a', 'a"b', '1.2.3.4', '10.0.0.0/24', '"a,b",c', 'stack.yml', 'nosuch.yml'],
  list: [
    'a=b',
    'a',
    '',
    '=b',
    'a b=c',
    '8.8.8.8',
    'x.y',
    'node.role==manager',
    'node.role=manager',
    'node.role == worker',
    'h:1.2.3.4',
    'gpu=2',
    'gpu=x',
    'NET_ADMIN',
    'vars.env',
    '65536',
    '-1',
    '.',
    'a,b',
  ],
  map: ['a=b', 'a', '', '=b', 'a=b=c', 'a b'],
  stringToString: ['a=b', 'a', 'a=b,c=d', '', '"a=b'],
  ipNetSlice: ['10.20.0.0/16', '10.20.0.0', 'x', '', '10.0.0.0/33', '10.0.0.0/8,11.0.0.0/8'],
  mount: [
    'type=bind,src=/a,dst=/b',
    'type=volume,src=v,dst=/d',
    'dst=/x',
    'type=tmpfs,dst=/t,tmpfs-size=1m',
    'type=bogus,dst=/x',
    '',
    'src',
    'type=bind,src=/a',
    'type=bind,src=/a,dst=/b,readonly',
    'type=bind,src=/a,dst=/b,readonly=maybe',
    'type=volume,dst=/d,foo=bar',
    'type=bind,src=a,dst=/b',
    'type=volume,dst=/d,volume-opt=a=b',
    'type=tmpfs,dst=/t,tmpfs-mode=999',
    '"a',
    'type=bind,src=/a,dst=/b,bind-propagation=rslave',
    'type=tmpfs,src=/a,dst=/b',
    'type=volume,src=v,dst=/d,volume-nocopy=x',
    'type=,dst=/x',
  ],
  network: [
    'net1',
    'nope',
    '',
    'name=net1,alias=a',
    'name=net1,foo=bar',
    'alias=x',
    'name=net1,driver-opt=a=b',
    'name=net1,driver-opt=a',
    'a=b',
    'host',
    'name=net1,alias',
    'name=net1,ip=1.2.3.4',
    'name=net1,ip=x',
  ],
  port: [
    '80',
    '8080:80',
    '8080:80/udp',
    '8080:80/x',
    'x',
    '',
    '70000:80',
    '80-82:90-92',
    '80-82:90',
    'published=81,target=80',
    'published=81,target=80,mode=host',
    'target=80,mode=x',
    'published=x,target=80',
    'target=80,foo=1',
    'published=80',
    '1.2.3.4:80:80',
    ':80',
    '80:',
    '0:80',
    '80:80:80:80',
    '8080-8070:80',
    'target=0',
    'target=80,protocol=sctp',
    '80/tcp/udp',
    '-1',
  ],
  pref: ['spread=node.labels.a', 'spread', 'spread=', 'binpack=x', '', 'spread=node.labels.a=b', '=x'],
  ulimit: ['nofile=1', 'nofile=1:2', 'nofile=2:1', 'nofile', 'bogus=1', 'nofile=x', '', 'nofile=-1', 'nofile=1:2:3', 'nofile=:1'],
  secret: [
    'sec1',
    'source=sec1,target=t',
    'source=sec1,mode=0400',
    'source=sec1,mode=x',
    'source=sec1,foo=1',
    '',
    'target=x',
    'nope',
    'sec1,mode',
    'source=sec1,uid=1,gid=2',
    '"a',
    'src=sec1,target=a b',
  ],
  config: ['conf1', 'source=conf1,target=/t', 'source=conf1,mode=0444', 'source=conf1,mode=9', 'source=conf1,foo=1', '', 'nope', 'source=conf1,target', 'a,b'],
  'credential-spec': ['file://a', 'registry://b', 'config://c', 'x', '', 'file://'],
  'external-ca': [
    'protocol=cfssl,url=https://ca.example',
    'url=https://x',
    'protocol=x,url=https://x',
    '',
    'protocol=cfssl',
    'foo=bar',
    'protocol=cfssl,url=x,cacert=nosuch.pem',
    'a',
    'protocol=cfssl,url=u,a=b',
  ],
  'pem-file': ['nosuch.pem', '', 'stack.yml', '.'],
  'node-addr': ADDRESSES,
  'gpu-request': ['all', '1', 'x', '', 'device=0', 'count=1,device=2', 'driver=nvidia,count=all', '-1'],
};

/** Values of flags whose name says more than their type. */
export const BY_NAME: { readonly [flag: string]: readonly string[] } = {
  format: [
    '{{.ID}}',
    '{{.Name}}',
    '{{.Bogus}}',
    '{{',
    'json',
    'table {{.Name}}',
    '{{json .}}',
    '{{range .}}',
    '{{.ID | bogus}}',
    '',
    'raw',
    'table',
    '{{index . 1}}',
    '{{if}}',
    '{{printf "%d" .ID}}',
    'pretty',
    '{{len .Name}}',
  ],
  since: ['1h', '10', 'x', '2026-01-01', '2026-01-01T00:00:00Z', '', '2026-13-01', '-1h'],
  mode: ['replicated', 'global', 'replicated-job', 'global-job', 'x', '', 'Global'],
  availability: ['active', 'pause', 'drain', 'x', '', 'Active'],
  role: ['manager', 'x', '', 'Manager'],
  'endpoint-mode': ['vip', 'dnsrr', 'x', ''],
  'restart-condition': ['none', 'on-failure', 'any', 'x', '', 'always'],
  'update-failure-action': ['pause', 'continue', 'rollback', 'x', ''],
  'rollback-failure-action': ['pause', 'continue', 'rollback', ''],
  'update-order': ['start-first', 'stop-first', 'x', ''],
  'rollback-order': ['start-first', 'stop-first', 'x', ''],
  isolation: ['default', 'process', 'x', ''],
  pull: ['always', 'missing', 'never', 'x', ''],
  restart: ['no', 'always', 'on-failure', 'on-failure:3', 'on-failure:x', 'unless-stopped', 'x', 'always:3', ''],
  'resolve-image': ['always', 'changed', 'never', 'x', ''],
  hostname: ['h', '{{.Node.Hostname}}', '{{.Nope}}', '', '{{'],
  user: ['root', '1:2', ''],
  'log-driver': ['json-file', 'none', 'x', ''],
  'listen-addr': ADDRESSES,
  'advertise-addr': ADDRESSES,
  'data-path-addr': ADDRESSES,
  // The agents of a cluster follow the heartbeat.
  'dispatcher-heartbeat': ['5s', '10', 'x', '', '-5s', '0'],
  replicas: ['1', '2', '-1', 'x', '', '0', '1.5', '99999999999999999999', '0x2'],
  until: ['1', '2026-01-01T00:00:00Z'],
  'stop-timeout': ['1', 'x', ''],
};

const NAMES = ['nope', '', 'web', 'a/b', 'UPPER', 'x y', '.', 'conf1', 'sec1', 'net1', 'vol1', 'DC2-N1', 'é', '%41', '?x', 'a'.repeat(70)];
const IMAGES = [
  'nginx',
  'busybox',
  'nosuch:1',
  'NGINX',
  '',
  'a b',
  'nginx:1.25',
  'nginx@sha256:1',
  'localhost:5000/x',
  '-',
  'a:b:c',
  'nginx:',
  '//',
  'x/y/z:1',
];

/** Arguments that can be given to a command without changing the cluster's members or waiting for ever. */
const ARGUMENTS: { readonly [path: string]: readonly string[] } = {
  'service create': IMAGES,
  'container create': IMAGES,
  'container run': IMAGES,
  'image pull': IMAGES,
  'image inspect': [...IMAGES, 'nope'],
  'image history': IMAGES,
  'service scale': ['web=1', 'web=2', 'web', 'web=x', 'nope=1', '=1', 'web=-1', 'web=1=2', ''],
  'swarm join': ['1.2.3.4:2377', 'x', '', ':'],
  'swarm join-token': ['worker', 'manager', 'x', 'Worker', ''],
  'node demote': ['DC2-N1', 'nope', '', 'self'],
  'node promote': ['DC2-N1', 'nope', '', 'self'],
  'node rm': ['DC2-N1', 'nope', '', 'self'],
  'node update': ['DC2-N1', 'nope', '', 'self'],
  'container wait': ['nope', '', 'a/b'],
  'container attach': ['nope', '', 'a/b'],
  'container exec': ['nope', '', 'a/b'],
  'container start': ['nope', '', 'a/b'],
  'container rm': ['nope', '', 'a/b'],
  'container stop': ['nope', '', 'a/b'],
  'container restart': ['nope', '', 'a/b'],
  'container logs': ['nope', '', 'a/b', 'c1'],
  'container top': ['nope', '', 'a/b'],
  'container stats': ['nope', '', 'a/b'],
  'container port': ['nope', 'c1', ''],
  'container inspect': ['nope', 'c1', ''],
  'config create': ['conf1', 'conf2', 'conf.x', 'stack.yml', '-', 'nosuch', '', 'a b'],
  'secret create': ['sec1', 'sec2', 'stack.yml', '-', 'nosuch', '', 'a b'],
  'stack deploy': ['st', 'St', '', 'a b', '-x', '1'],
  'stack config': ['x'],
  'service logs': ['nope', 'web', '', 'a/b'],
};

/** Words that every line of a command carries, lest it wait or ask; and flags that are never drawn. */
const ALWAYS: { readonly [path: string]: readonly string[] } = {
  'service create': ['-d'],
  'service update': ['-d'],
  'service scale': ['-d'],
  'service rollback': ['-d'],
  'swarm ca': ['-d'],
  'container run': ['-d'],
  'container stats': ['--no-stream'],
  'system events': ['--until=1'],
  'stack deploy': ['-d'],
  'stack rm': ['-d'],
};
const NEVER = new Set([
  'detach',
  'force-new-cluster',
  'follow',
  'attach',
  'interactive',
  'tty',
  'rotate',
  'autolock',
  'token',
  'cidfile',
  'no-stream',
  'until',
  'detach-keys',
]);
/** Lines of these are drawn only without what would let them succeed. */
const NEVER_OF: { readonly [path: string]: readonly string[] } = { 'swarm leave': ['force'] };

/** Commands that talk to something else than the engine, or whose lines change this machine. */
const LEFT_OUT =
  /^(?:login|logout|context (?:create|export|import|rm|update|use)|(?:image )?(?:build|push|save|load|import)|container (?:cp|export|commit)|cp|export|commit|search|plugin|trust|manifest|checkpoint|builder)\b/;

function leavesOf(node: CommandNode): readonly CommandNode[] {
  if (node.subcommands.length > 0) return node.subcommands.flatMap(leavesOf);
  return node === rootCommand ? [] : [node];
}

/** All groups below the root. */
function groupsOf(node: CommandNode): readonly CommandNode[] {
  return node.subcommands.length === 0 ? [] : [node, ...node.subcommands.flatMap(groupsOf)];
}

/** Draws command lines, without the word `docker`. */
class LineMaker {
  private readonly leaves = leavesOf(rootCommand).filter((node) => !LEFT_OUT.test(node.path) && !LEFT_OUT.test(node.body));
  private readonly groups = groupsOf(rootCommand).filter((node) => !LEFT_OUT.test(node.path));

  constructor(private readonly dice: Dice) {}

  line(): readonly string[] {
    const { dice } = this;
    const kind = dice.below(100);
    if (kind < 4) return this.wrongCommand();
    if (kind < 8) return this.help();
    if (kind < 11) return this.global();
    const leaf = dice.one(this.leaves);
    if (kind < 18) return this.wrongFlag(leaf);
    if (kind < 24) return this.wrongCount(leaf);
    return this.ordinary(leaf);
  }

  private wrongCommand(): readonly string[] {
    const { dice } = this;
    const group = dice.one(this.groups);
    const child = dice.one(group.subcommands);
    const words = group.path === '' ? [] : group.path.split(' ');
    const wrong = dice.one([child.name.slice(0, -1), `${child.name}x`, child.name.toUpperCase(), 'help', 'nope', '', '-', `--${child.name}`]);
    return [...words, ...dice.one([[wrong], [wrong, 'x'], [wrong, '--help'], []])];
  }

  private help(): readonly string[] {
    const { dice } = this;
    const node = dice.one(dice.chance(30) ? this.groups : this.leaves);
    const words = node.path === '' ? [] : node.path.split(' ');
    return dice.one([
      [...words, '--help'],
      ['help', ...words],
      [...words, '-h'],
      [...words, '--help=false'],
      ['help', ...words, 'x'],
      [...words, 'x', '--help'],
      ['--help', ...words],
    ]);
  }

  private global(): readonly string[] {
    const { dice } = this;
    const flag = dice.one([
      ['-D'],
      ['-l', 'info'],
      ['-l', 'loud'],
      ['--log-level=WARN'],
      ['-H'],
      ['--bogus'],
      ['-Dx'],
      ['-v'],
      ['--version'],
      ['--tls=maybe'],
      ['-c', 'other'],
      ['-c', 'default'],
      ['--context='],
      ['-Dv'],
      ['--'],
      ['-H', 'x y://'],
    ]);
    return [...flag, ...this.ordinary(dice.one(this.leaves))];
  }

  private wrongFlag(leaf: CommandNode): readonly string[] {
    const { dice } = this;
    const flag = leaf.flags.length > 0 ? dice.one(leaf.flags) : undefined;
    const value = flag?.type === 'bool' ? 'x' : '1';
    const wrong = dice.one([
      ['--bogus'],
      ['-Z'],
      ['--='],
      ['---x'],
      ['--', '--bogus'],
      ['-qZ'],
      [`--${flag?.name.slice(0, -1) ?? 'x'}`],
      [`--${flag?.name ?? 'x'}=`],
      [`--${flag?.name ?? 'x'}`],
      [`-${flag?.shorthand || 'q'}`],
      [`-${flag?.shorthand || 'q'}=${value}`],
      [`-${flag?.shorthand || 'q'}${value}`],
      [`--${flag?.name ?? 'x'}=${value}=${value}`],
      ['-é'],
      ['-'],
      ['-H', 'x'],
    ]);
    const words = leaf.path.split(' ');
    return dice.chance(50) ? [...words, ...this.always(leaf), ...wrong] : [...words, ...this.always(leaf), ...this.args(leaf, leaf.args?.min ?? 0), ...wrong];
  }

  private wrongCount(leaf: CommandNode): readonly string[] {
    const { min = 0, max = 0 } = leaf.args ?? {};
    const counts = [...(min > 0 ? [min - 1] : []), ...(Number.isFinite(max) ? [max + 1, max + 2] : []), ...(min === 0 && !Number.isFinite(max) ? [0] : [])];
    return [...leaf.path.split(' '), ...this.always(leaf), ...this.args(leaf, this.dice.one(counts))];
  }

  private ordinary(leaf: CommandNode): readonly string[] {
    const { dice } = this;
    const { min = 0, max = 0 } = leaf.args ?? {};
    const count = dice.chance(80) ? min : Math.min(min + 1, max);
    const never = NEVER_OF[leaf.body] ?? [];
    const flags = leaf.flags.filter((flag) => !NEVER.has(flag.name) && !never.includes(flag.name));
    const given: string[] = [];
    for (let left = flags.length === 0 ? 0 : 1 + dice.below(3); left > 0; left--) given.push(...this.flag(dice.one(flags)));
    const words = [...leaf.path.split(' '), ...this.always(leaf)];
    const args = this.args(leaf, count);
    return leaf.interspersed && dice.chance(40) ? [...words, ...args, ...given] : [...words, ...given, ...args];
  }

  private flag(flag: FlagDefinition): readonly string[] {
    const { dice } = this;
    const long = `--${flag.name}`;
    if (flag.type === 'bool') {
      const short = flag.shorthand === '' ? long : `-${flag.shorthand}`;
      return [dice.chance(60) ? long : dice.chance(50) ? short : `${long}=${dice.one(VALUES['bool'] ?? [])}`];
    }
    const value = dice.one(BY_NAME[flag.name] ?? VALUES[flag.type] ?? WORDS);
    if (flag.shorthand !== '' && dice.chance(40))
      return dice.one([[`-${flag.shorthand}`, value], [`-${flag.shorthand}${value}`], [`-${flag.shorthand}=${value}`]]);
    return dice.chance(50) ? [long, value] : [`${long}=${value}`];
  }

  private always(leaf: CommandNode): readonly string[] {
    return ALWAYS[leaf.body] ?? [];
  }

  private args(leaf: CommandNode, count: number): readonly string[] {
    const pool = ARGUMENTS[leaf.body] ?? NAMES;
    return Array.from({ length: count }, () => this.dice.one(pool));
  }
}

/** `count` command lines, good and bad ones, none twice; the same for the same seed. */
export function dockerLines(seed: number, count: number): readonly (readonly string[])[] {
  const maker = new LineMaker(new Dice(seed));
  const lines = new Map<string, readonly string[]>();
  while (lines.size < count) {
    const line = maker.line();
    lines.set(JSON.stringify(line), line);
  }
  return [...lines.values()];
}
