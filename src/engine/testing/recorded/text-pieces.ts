/** A piece of a text: fixed words, or something that differs from swarm to swarm. */
export interface Piece {
  readonly kind: 'words' | 'node' | 'certificate' | 'ca-digest' | 'key' | 'uuid' | 'time' | 'hex64' | 'mac' | 'swarm-id' | 'hex12' | 'address' | 'port' | 'age';
  readonly text: string;
}

const PATTERNS: readonly (readonly [Piece['kind'], string])[] = [
  ['certificate', '-----BEGIN CERTIFICATE-----[\\s\\S]*?-----END CERTIFICATE-----'],
  ['node', '(?<=swarm\\.node\\.id=)[0-9a-z]{25}'],
  ['ca-digest', '(?<=SWMTKN-1-)[0-9a-z]{50}'],
  ['key', 'SWMKEY-1-[A-Za-z0-9+/]{43}'],
  ['uuid', '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'],
  ['time', '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?Z'],
  ['hex64', '(?<![0-9a-z])[0-9a-f]{64}(?![0-9a-z])'],
  ['mac', '(?<![0-9a-f:])(?:[0-9a-f]{2}:){5}[0-9a-f]{2}(?![0-9a-f:])'],
  ['swarm-id', '(?<![0-9a-z])[0-9a-z]{25}(?![0-9a-z])'],
  ['hex12', '(?<![0-9a-z])[0-9a-f]{12}(?![0-9a-z])'],
  ['port', '(?<=\\[::1\\]:)\\d+(?=->)'],
  ['address', '(?<![0-9.])\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?![0-9.])'],
  ['age', 'Less than a second|About (?:a|an) \\w+|\\d+ (?:second|minute|hour|day|week)s?(?= ago|$| \\()'],
];

const ALL = new RegExp(PATTERNS.map(([, source], i) => `(?<p${i}>${source})`).join('|'), 'g');

/** Cuts a text into fixed words and what differs from swarm to swarm: ids, keys, times, addresses. */
export function piecesOf(text: string): readonly Piece[] {
  const known = cut.get(text);
  if (known) return known;
  const pieces = cutUp(text);
  cut.set(text, pieces);
  return pieces;
}

/** The same texts are compared again and again. */
const cut = new Map<string, readonly Piece[]>();

function cutUp(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(ALL)) {
    if (match.index > end) pieces.push({ kind: 'words', text: text.slice(end, match.index) });
    const which = PATTERNS.findIndex((_pattern, i) => match.groups?.[`p${i}`] !== undefined);
    pieces.push({ kind: PATTERNS[which]?.[0] ?? 'words', text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) pieces.push({ kind: 'words', text: text.slice(end) });
  return pieces;
}
