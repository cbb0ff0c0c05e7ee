import { placeInSchema } from '../docker/compose/schema-place.ts';

/** Whole numbers below a limit, the same ones for the same seed. */
export type Random = (below: number) => number;

/** One comparison: files of `-c` in their order, files beside them, variables, flags. */
export interface MutatedStack {
  readonly texts: readonly string[];
  readonly beside: { readonly [name: string]: string };
  readonly env: { readonly [name: string]: string };
  readonly skipInterpolation: boolean;
}

/** A small generator of whole numbers (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The texts between the broken bars. */
function split(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split(' ¦ '));
}

const snippets = split(
  '\t ¦ " ¦ \' ¦ : ¦ :  ¦ -  ¦ { ¦ } ¦ [ ¦ ] ¦ , ¦ # ¦  # ¦ &a  ¦ *a ¦ ! ¦ | ¦ > ¦ % ¦ @ ¦ ` ¦ $ ¦ ${ ¦ $$ ¦ ${V}',
  '${V:-5} ¦ ${V?no} ¦ ? ¦ ?  ¦ ~ ¦ \\ ¦ \n ¦   ¦    ¦ 0 ¦ -1 ¦ 1.5 ¦ x ¦ \r\n ¦ é ¦ 🐳 ¦ \u202e ¦ \u00a0 ¦ ---\n ¦ ...\n ¦ \ufeff ¦ !!str ',
);

const values = split(
  'null ¦ ~ ¦  ¦ "" ¦ \'\' ¦ 0 ¦ -1 ¦ 1.5 ¦ 1e3 ¦ 010 ¦ 0x1F ¦ 0o17 ¦ 0b11 ¦ 1_000 ¦ 18446744073709551616 ¦ 9223372036854775808',
  '.5 ¦ 1. ¦ true ¦ True ¦ yes ¦ on ¦ n ¦ y ¦ .inf ¦ -.inf ¦ .nan ¦ 2001-01-01 ¦ 2001-01-01T10:00:00Z ¦ 22:22 ¦ 12e03',
  '+5 ¦ -0 ¦ 1e400 ¦ 08 ¦ 0.0 ¦ [] ¦ {} ¦ [a, a] ¦ [a, b] ¦ [1, 2] ¦ [null] ¦ [[a]] ¦ [{a: b}] ¦ {a: 1} ¦ {a: null}',
  '{a: true} ¦ {a: [b]} ¦ {1: a} ¦ {? [a] : b} ¦ {a: 1.5} ¦ "3" ¦ "0" ¦ "1.5" ¦ "true" ¦ abc ¦ a b ¦ "a\\tb" ¦ \'it\'\'s\'',
  '| ¦ >- ¦ !!str 5 ¦ !!int x ¦ !!float 5 ¦ !!bool true ¦ !!null "" ¦ !!binary YQ== ¦ 10s ¦ 5 ¦ 1m30s ¦ 1.5h ¦ -5s',
  '10 ¦ 5d ¦ 1us ¦ 0s ¦ 300ms ¦ 1h1h ¦ ten ¦ 9223372036s ¦ 10S ¦ 80 ¦ 80:80 ¦ "80:80/udp" ¦ "127.0.0.1:80:80" ¦ "[::1]:80:80"',
  '8000-8001:80 ¦ 8000-8001:90-91 ¦ 8000-8002:90-91 ¦ 80/xyz ¦ 70000 ¦ "80:" ¦ ":80" ¦ 0:0 ¦ ${UNSET} ¦ ${UNSET:-3}',
  '${UNSET-x} ¦ ${SET} ¦ ${SET:-no} ¦ $SET ¦ ${NUM} ¦ ${EMPTY:-d} ¦ ${EMPTY-d} ¦ ${UNSET:?must} ¦ ${EMPTY:?e} ¦ ${EMPTY?e}',
  '${BOOL} ¦ "${NUM}" ¦ "${BOOL}" ¦ $$x ¦ "${" ¦ "$" ¦ "${UNSET:-${SET}}" ¦ "a${NUM}b" ¦ "${NUM}${NUM}" ¦ ${1X}',
  '"${NUM" ¦ ${NUM}m ¦ ${dotted.name} ¦ 50M ¦ 50m ¦ 1g ¦ 1.5G ¦ 12Q ¦ 10kb ¦ 10KiB ¦ -5M ¦ 1e3k ¦ 50 M ¦ 0b ¦ MB',
  '9999999999G ¦ ./x:/y:ro ¦ ~/x:/y ¦ v:/x ¦ data:/x:nocopy ¦ /a ¦ /a:/b:rw,z ¦ :: ¦ a:b:c:d ¦ C:\\a:D:\\b ¦ npipe',
  '../up:/up ¦ .:/x ¦ a ¦ ab ¦ "/a:/b:" ¦ data:/x:ro,rshared ¦ @x ¦ K=V ¦ =V ¦ [K=V, K] ¦ [K=V, K=W] ¦ [K, "=x"]',
  '{K: V, K2: } ¦ host:1.2.3.4 ¦ ["host:::1", "h=1.2.3.4"] ¦ [bridge] ¦ {default: {aliases: [x]}} ¦ {n: null} ¦ {external: true}',
  '{external: {name: x}} ¦ {external: true, name: x} ¦ {external: false} ¦ {name: x, driver: y} ¦ {driver: overlay, driver_opts: {a: 1}}',
  '{ipam: {config: [{subnet: 10.0.0.0/8}]}} ¦ {ipam: {driver: default, config: [{gateway: x}]}} ¦ {file: ./f} ¦ {file: f, driver: d}',
  '{labels: [a=b]} ¦ {labels: {a: b}} ¦ "CMD-SHELL x" ¦ ["CMD", "x"] ¦ [NONE] ¦ "a b \\"c d\\" \'e\'" ¦ "a \\"b" ¦ "a \\\\ b"',
  'on-failure:3 ¦ always: ¦ :3 ¦ unless-stopped ¦ no ¦ "no" ¦ env1 ¦ ./env2 ¦ [env1, env2] ¦ {soft: 1, hard: 2}',
  '{soft: 1} ¦ {soft: "1", hard: 2} ¦ {type: volume, source: data, target: /x} ¦ [{type: bind, source: ., target: /x}]',
  '[{target: 80}] ¦ [{type: tmpfs}] ¦ [{target: 80, published: "8080"}] ¦ [{published: 80, target: 80, mode: host}, "80:80"]',
  '[{source: s, mode: 0440, uid: "1"}] ¦ [s, {source: t}] ¦ [{discrete_resource_spec: {kind: g, value: 2}}] ¦ [{spread: node.labels.x}]',
  '[node.role == manager, "node.labels.x!=y"] ¦ &anchor x ¦ *anchor ¦ {<<: {a: b}} ¦ {<<: *a} ¦ {<<: [{a: b}, {c: d}]}',
  '<<',
);

const words = split(
  'foo ¦ x-foo ¦ 1 ¦ true ¦ ~ ¦ << ¦ null ¦ "quoted key" ¦ we b ¦ é ¦ __proto__ ¦ constructor ¦ extends ¦ mem_limit',
  'volume_driver ¦ profiles ¦ platform ¦ runtime ¦ include ¦ name ¦ x- ¦ X-foo ¦ version ¦ services ¦ networks ¦ volumes',
  'secrets ¦ configs ¦ cpuset ¦ scale ¦ default ¦ data ¦ env ¦ 3 ¦ 1.5 ¦ ? a ¦ "x-q"',
);

const versions = [
  ...Array.from({ length: 16 }, (_, minor) => `"3.${minor}"`),
  '"3"',
  '"2"',
  '"2.4"',
  '"4"',
  '""',
  '3',
  '3.8',
  '3.10',
  'null',
  '[3]',
  '"3.7 "',
  "'3.4'",
  '1',
  '"3.00"',
  '{a: b}',
  'true',
];

const allKeys = [...new Set(keysBelow([], 0))];

/** Every key of the format, wherever it stands. */
function keysBelow(path: readonly (string | number)[], depth: number): readonly string[] {
  if (depth > 8) return [];
  const place = placeInSchema(path);
  if (place === undefined) return [];
  const steps: (string | number)[] = [...place.keys.map((key) => key.key), ...(place.isList ? [0] : []), ...(place.keys.length === 0 ? ['n'] : [])];
  return [...place.keys.map((key) => key.key), ...steps.flatMap((step) => keysBelow([...path, step], depth + 1))];
}

/** Makes a comparison out of a stack file: one, two or three changes, often with another file, variables or flags. */
export function mutateStack(source: string, other: string, random: Random): MutatedStack {
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)] as T;
  const changed = (text: string): string => {
    let result = text;
    for (let rounds = 1 + random(3); rounds > 0; rounds -= 1) result = mutate(result, random);
    return result;
  };
  const texts = [changed(source)];
  const more = random(10);
  if (more === 0) texts.unshift(source);
  else if (more === 1) texts.push(fragment(source, random));
  else if (more === 2) texts.push(changed(other));
  const env: { [name: string]: string } = {};
  if (random(2) === 0)
    Object.assign(env, {
      SET: pick(['value', '5', 'a b', '$x', '']),
      NUM: pick(['3', 'x3', '0', '-1', '1.5', ' 3']),
      BOOL: pick(['true', 'Yes', 'n', '1', '']),
      EMPTY: '',
    });
  const beside = { env1: pick(['A=1\nB\n', '\ufeffA=1\r\nB=2\r\n', '# c\n\n C = x\n', '=x\n', 'SET\nNUM\n', 'A="q"\nA=2', 'é=ü\n', '']), env2: 'A=9\nEMPTY\n' };
  return { texts, beside, env, skipInterpolation: random(12) === 0 };
}

/** A second file that touches what the first one has. */
function fragment(source: string, random: Random): string {
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)] as T;
  const version = /^version:.*$/m.exec(source)?.[0] ?? '';
  const services = [...source.matchAll(/^ {2}([\w.-]+):\s*$/gm)].map(([, name = '']) => name);
  const lines = [version, 'services:'];
  for (let count = 1 + random(2); count > 0; count -= 1) {
    lines.push(`  ${pick([...services, 'added'])}${count}:`.replace(/\d:$/, random(4) === 0 ? '2:' : ':'));
    for (let keys = 1 + random(4); keys > 0; keys -= 1)
      lines.push(`    ${pick((placeInSchema(['services', 'x'])?.keys ?? []).map((key) => key.key))}: ${pick(values)}`);
  }
  if (random(3) === 0) lines.push(`${pick(['networks', 'volumes', 'secrets', 'configs'])}:`, `  ${pick(['default', 'data', 'n', 's'])}: ${pick(values)}`);
  return `${lines.filter((line) => line !== '').join('\n')}\n`;
}

interface Block {
  readonly from: number;
  readonly to: number;
  readonly indent: number;
}

/** A line with all that is indented below it. */
function blockAt(lines: readonly string[], at: number): Block {
  const indent = /^ */.exec(lines[at] ?? '')?.[0].length ?? 0;
  let to = at + 1;
  while (to < lines.length && (lines[to]?.trim() === '' || (/^ */.exec(lines[to] ?? '')?.[0].length ?? 0) > indent)) to += 1;
  return { from: at, to, indent };
}

function mutate(text: string, random: Random): string {
  const pick = <T>(choices: readonly T[]): T => choices[random(choices.length)] as T;
  const lines = text.split('\n');
  const filled = lines.flatMap((line, index) => (/^\s*(?:#|$)/.test(line) ? [] : [index]));
  const at = filled.length === 0 ? 0 : pick(filled);
  const line = lines[at] ?? '';
  const indent = /^ */.exec(line)?.[0] ?? '';
  const pair = /^(\s*(?:- )?)([^\s:#-][^:#]*)(:\s*)(.*)$/.exec(line);
  const block = blockAt(lines, at);
  switch (random(26)) {
    case 0: {
      const place = random(text.length + 1);
      return text.slice(0, place) + pick(snippets) + text.slice(place);
    }
    case 1: {
      const place = random(text.length + 1);
      return text.slice(0, place) + text.slice(place + 1 + random(3));
    }
    case 2:
      lines.splice(block.from, block.to - block.from);
      break;
    case 3:
      lines.splice(pick(filled.length === 0 ? [0] : filled), 0, ...lines.slice(block.from, block.to));
      break;
    case 4:
      for (let index = block.from; index < block.to; index += 1) lines[index] = `${' '.repeat(1 + random(3))}${lines[index]}`;
      break;
    case 5:
      lines[at] = line.replace(/^ {1,2}/, '');
      break;
    case 6:
      lines[at] = line.replace(/^( *) {2}/, '$1\t');
      break;
    case 7:
    case 8:
    case 9:
    case 10:
    case 11:
      if (pair !== null && pair[4] === '') lines.splice(block.from, block.to - block.from, `${pair[1]}${pair[2]}: ${pick(values)}`);
      else if (pair !== null) lines[at] = `${pair[1]}${pair[2]}: ${pick(values)}`;
      else lines[at] = line.replace(/^(\s*- ).*$/, (_, dash: string) => `${dash}${pick(values)}`);
      break;
    case 12:
    case 13:
      if (pair !== null) lines[at] = `${pair[1]}${pick([...allKeys, ...words])}${pair[3]}${pair[4]}`;
      break;
    case 14:
    case 15:
    case 16:
      lines.splice(at, 0, `${indent}${pick([...allKeys, ...words])}: ${pick(values)}`);
      break;
    case 17: {
      const version = `version: ${pick(versions)}`;
      const own = lines.findIndex((each) => /^version\s*:/.test(each));
      if (own >= 0) lines[own] = version;
      else lines.unshift(version);
      break;
    }
    case 18: {
      const services = lines.findIndex((each) => /^services:/.test(each));
      const service = blockAt(lines, Math.max(services, 0)).from + 1;
      const inner = /^ */.exec(lines[service] ?? '')?.[0] ?? '  ';
      const keys = (placeInSchema(['services', 'x'])?.keys ?? []).map((key) => key.key);
      lines.splice(service + 1, 0, `${inner}${inner}${pick(keys)}: ${pick(values)}`);
      break;
    }
    case 19:
      if (pair !== null) lines[at] = `${pair[1]}${pair[2]}: &a ${pair[4]}`;
      lines.push(`x-use: ${pick(['*a', '{<<: *a}', '[*a, *a]', '*b'])}`);
      break;
    case 20:
      if (pair !== null)
        lines.splice(at, 0, `${indent}<<: ${pick(['*a', '{a: b}', '[{image: x}, {tty: true}]', 'x', '{image: merged, deploy: {replicas: 2}}'])}`);
      break;
    case 21:
      return pick([
        text.replaceAll('\n', '\r\n'),
        `\ufeff${text}`,
        `---\n${text}`,
        `${text}\n---\nservices: {}\n`,
        `%YAML 1.1\n---\n${text}`,
        `${text}...\n`,
        `# c\n${text}`,
        text.trimEnd(),
      ]);
    case 22: {
      const section = pick(['networks', 'volumes', 'secrets', 'configs']);
      const own = lines.findIndex((each) => each.startsWith(`${section}:`));
      if (own >= 0) lines.splice(own + 1, 0, `  ${pick(['added', 'we b', 'x-y', '1', 'default'])}: ${pick(values)}`);
      else lines.push(`${section}:`, `  added: ${pick(values)}`);
      break;
    }
    case 23:
      return lines.slice(0, at).join('\n');
    case 24: {
      const target = pick(filled.length === 0 ? [0] : filled);
      const moved = lines.splice(block.from, block.to - block.from);
      lines.splice(Math.min(target, lines.length), 0, ...moved);
      break;
    }
    default:
      if (pair !== null) lines[at] = `${pair[1]}${pair[2]}: ${pick(['"', "'", '', '|\n', '>\n'])}${pair[4]}${pick(['"', "'", '', ' # note', ':', ': x'])}`;
  }
  return lines.join('\n');
}
