import { type CommandNode, type FlagDefinition, rootCommand } from '../../docker/cli/command-tree.ts';
import { valuesOf } from './docker-values.ts';

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
/** They would make a line wait for more. */
const NEVER = new Set(['detach', 'follow', 'no-stream', 'until', 'sig-proxy', 'use-api-socket']);
/** Lines of these are drawn only without what would let them succeed. */
const NEVER_OF: { readonly [path: string]: readonly string[] } = {
  'swarm leave': ['force'],
  // These change what later lines are about, or take virtual minutes.
  'swarm init': ['force-new-cluster'],
  'swarm update': ['autolock'],
  'swarm ca': ['rotate'],
};

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

  private turn: number;
  private readonly flagTurns = new Map<string, number>();

  constructor(private readonly dice: Dice) {
    this.turn = dice.below(this.leaves.length);
  }

  private flagsOf(leaf: CommandNode): readonly FlagDefinition[] {
    const never = NEVER_OF[leaf.body] ?? [];
    return leaf.flags.filter((flag) => !NEVER.has(flag.name) && !never.includes(flag.name));
  }

  line(): readonly string[] {
    const { dice } = this;
    const kind = dice.below(100);
    if (kind < 3) return this.wrongCommand();
    if (kind < 6) return this.help();
    if (kind < 9) return this.global();
    const leaf = this.nextLeaf();
    if (kind < 16) return this.wrongFlag(leaf);
    if (kind < 21) return this.wrongCount(leaf);
    if (kind < 28) return this.bundle(leaf);
    if (kind < 32) return this.afterDashes(leaf);
    return this.ordinary(leaf);
  }

  /** One command after the other, so that none is forgotten. */
  private nextLeaf(): CommandNode {
    const leaf = this.leaves[this.turn % this.leaves.length] as CommandNode;
    this.turn += 1;
    return leaf;
  }

  /** One flag of a command after the other. */
  private nextFlag(leaf: CommandNode, flags: readonly FlagDefinition[]): FlagDefinition {
    const turn = this.flagTurns.get(leaf.body) ?? this.dice.below(flags.length);
    this.flagTurns.set(leaf.body, turn + 1);
    return flags[turn % flags.length] as FlagDefinition;
  }

  /** Several shorthands in one word, the last perhaps with a value: `-qaf name=web`. */
  private bundle(leaf: CommandNode): readonly string[] {
    const { dice } = this;
    const letters = this.flagsOf(leaf).filter((flag) => flag.shorthand !== '');
    const bools = letters.filter((flag) => flag.type === 'bool');
    const last = letters.length === 0 ? undefined : dice.one(letters);
    let word = '-';
    for (let left = bools.length === 0 ? 0 : 1 + dice.below(3); left > 0; left--) word += dice.one(bools).shorthand;
    const value = last === undefined ? '' : dice.one(valuesOf(last));
    const tail = last === undefined ? [] : dice.one([[last.shorthand], [`${last.shorthand}${value}`], [last.shorthand, value], [`${last.shorthand}=${value}`]]);
    const words = [...leaf.path.split(' '), ...this.always(leaf)];
    const bundle = [`${word}${tail[0] ?? ''}`, ...tail.slice(1)].filter((one) => one !== '-');
    const args = this.args(leaf, leaf.args?.min ?? 0);
    return leaf.interspersed && dice.chance(30) ? [...words, ...args, ...bundle] : [...words, ...bundle, ...args];
  }

  /** What looks like flags behind `--`, and flags before it. */
  private afterDashes(leaf: CommandNode): readonly string[] {
    const { dice } = this;
    const flags = this.flagsOf(leaf);
    const before = flags.length > 0 && dice.chance(60) ? this.flag(dice.one(flags)) : [];
    const { min = 0, max = 0 } = leaf.args ?? {};
    const count = Math.min(max, Math.max(1, min));
    const args = Array.from({ length: count }, () => dice.one(['-q', '--format', '--', ...(ARGUMENTS[leaf.body] ?? NAMES)]));
    return [...leaf.path.split(' '), ...this.always(leaf), ...before, '--', ...args];
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
      ['-H', 'unix:///nowhere.sock'],
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
      ['-H', 'tcp://127.0.0.1:1'],
      ['-H', 'a', '-H', 'b'],
      ['--config', '/nowhere'],
      ['-c', 'a', '-H', 'b'],
      ['-h'],
      ['--help=false'],
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
    const flags = this.flagsOf(leaf);
    const given: string[] = [];
    for (let left = flags.length === 0 ? 0 : 1 + dice.below(3); left > 0; left--) given.push(...this.flag(this.nextFlag(leaf, flags)));
    // Twice the same: the last one counts, or both do.
    if (given.length > 0 && dice.chance(15)) given.push(...given.slice(0, 2));
    const words = [...leaf.path.split(' '), ...this.always(leaf)];
    const args = this.args(leaf, count);
    return leaf.interspersed && dice.chance(40) ? [...words, ...args, ...given] : [...words, ...given, ...args];
  }

  private flag(flag: FlagDefinition): readonly string[] {
    const { dice } = this;
    const long = `--${flag.name}`;
    if (flag.type === 'bool') {
      const short = flag.shorthand === '' ? long : `-${flag.shorthand}`;
      return [dice.chance(60) ? long : dice.chance(50) ? short : `${long}=${dice.one(valuesOf(flag))}`];
    }
    const value = dice.one(valuesOf(flag));
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
