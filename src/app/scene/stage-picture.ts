import type { HostRecord, ServiceRecord, TaskRecord } from '../../run/view.ts';
import { presenceOf } from '../mirror/presence.ts';
import { cpuText, memoryText, nameParts, shortClock, shortImage } from './format.ts';
import { hostMark, type Mark, taskMark } from './mark.ts';
import { MARK_COLOURS, MARK_SHAPES } from './mark-shapes.ts';

/** What a picture is drawn of. */
export interface PictureWorld {
  readonly hosts: readonly HostRecord[];
  readonly services: readonly ServiceRecord[];
  /** Visible tasks by node id. */
  readonly columns: ReadonlyMap<string, readonly TaskRecord[]>;
  readonly waiting: readonly TaskRecord[];
  /** Number of each service's colour. */
  readonly colours: ReadonlyMap<string, number>;
  readonly title: string;
  /** Virtual milliseconds. */
  readonly now: number;
}

/** Words of a picture, in the page's language. */
export interface PictureWords {
  readonly manager: string;
  readonly worker: string;
  readonly outside: string;
  readonly waiting: string;
  /** What there is to know of a host in one line. */
  readonly facts: (host: HostRecord) => string;
  readonly state: (mark: Mark) => string;
}

/** A theme's colour by its token, as `#rrggbb`. */
export type Colours = (token: string) => string;

export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const SERVICE_COLOURS = 8;
const GAP = 16;
const NODE_WIDTH = 232;
const HEAD = 74;
const CARD = 42;
const CARD_GAP = 6;
const SQUARE = 16;
const SQUARE_GAP = 4;
const INNER = 10;
/** With more tasks than this on one node cards become squares. */
const MOST_CARDS = 14;
const MOST_COLUMNS = 6;
/** Widths of a letter of the role, and of the leader's crown with the gap behind it. */
const ROLE_LETTER = 6.8;
const CROWN = 26;
const TITLE = 52;
const FOOT = 34;
const FONT = "Inter, 'Segoe UI', system-ui, 'DejaVu Sans', sans-serif";
const MONO = "'JetBrains Mono', 'Cascadia Code', ui-monospace, 'DejaVu Sans Mono', monospace";

/**
 * The stage as an SVG document that needs nothing but itself: a column per node, a card (or, where there are many, a
 * square) per task, states by shape and colour. Whatever the records hold becomes text.
 */
export function stagePicture(world: PictureWorld, words: PictureWords, colours: Colours): Picture {
  const { hosts, waiting } = world;
  const perRow = Math.max(1, Math.min(MOST_COLUMNS, hosts.length <= MOST_COLUMNS ? hosts.length : Math.ceil(Math.sqrt(hosts.length * 1.6))));
  const columns = Math.max(perRow, 2);
  const dense = hosts.some((host) => (world.columns.get(host.nodeId)?.length ?? 0) > MOST_CARDS) || hosts.length > 24;
  const width = GAP + columns * (NODE_WIDTH + GAP);
  const parts: string[] = [];
  let y = TITLE;
  if (waiting.length > 0) {
    const tray = drawWaiting(world, words, colours, width, y);
    parts.push(tray.svg);
    y += tray.height + GAP;
  }
  for (let first = 0; first < hosts.length; first += perRow) {
    const row = hosts.slice(first, first + perRow);
    const height = HEAD + 2 * INNER + Math.max(CARD, ...row.map((host) => tasksHeight(world.columns.get(host.nodeId) ?? [], dense)));
    row.forEach((host, i) => parts.push(drawNode(world, words, colours, host, GAP + i * (NODE_WIDTH + GAP), y, height, dense)));
    y += height + GAP;
  }
  const height = y + FOOT - GAP;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT}" font-size="13">`,
    `<title>${xml(world.title)}</title>`,
    `<rect width="${width}" height="${height}" fill="${colours('--bg')}"/>`,
    text(GAP, 32, world.title, { size: 17, weight: 600, fill: colours('--ink'), width: width - 140 }),
    text(width - GAP, 32, shortClock(world.now), { size: 15, fill: colours('--ink2'), mono: true, anchor: 'end', width: 100 }),
    ...parts,
    drawLegend(words, colours, height - 13),
    text(width - GAP, height - 12, 'swarmarium', { size: 11, fill: colours('--ink3'), anchor: 'end', width: 90 }),
    '</svg>',
  ].join('\n');
  return { svg, width, height };
}

function tasksHeight(tasks: readonly TaskRecord[], dense: boolean): number {
  if (!dense) return tasks.length * (CARD + CARD_GAP) - CARD_GAP;
  return Math.ceil(tasks.length / squaresPerRow()) * (SQUARE + SQUARE_GAP) - SQUARE_GAP;
}

function squaresPerRow(): number {
  return Math.floor((NODE_WIDTH - 2 * INNER + SQUARE_GAP) / (SQUARE + SQUARE_GAP));
}

function drawNode(world: PictureWorld, words: PictureWords, colours: Colours, host: HostRecord, x: number, y: number, height: number, dense: boolean): string {
  const mark = hostMark(host);
  const bad = mark === 'failed';
  const role = host.role === 'manager' ? words.manager : host.role === 'worker' ? words.worker : words.outside;
  const roleWidth = Math.ceil(role.length * ROLE_LETTER);
  const free = NODE_WIDTH - 12 - roleWidth - 8 - (host.leader ? CROWN : 0);
  const size = `${cpuText(host.cpus * 1e9)} CPU · ${memoryText(host.memoryBytes)}`;
  const parts = [
    `<rect x="${x}" y="${y}" width="${NODE_WIDTH}" height="${height}" rx="10" fill="${colours('--panel')}" stroke="${colours(bad ? '--bad' : '--line2')}"${bad ? ' stroke-dasharray="4 3"' : ''}/>`,
    drawMark(mark, x + 12, y + 14, 12, colours),
    text(x + 32, y + 25, host.id, { size: 15, weight: 600, fill: colours('--ink'), width: free - 32 }),
    host.leader ? `<path d="M${x + free} ${y + 25}v-9l4 4 4-7 4 7 4-4v9z" fill="${colours('--warn')}"/>` : '',
    text(x + NODE_WIDTH - 12, y + 25, role, { size: 12, fill: colours('--ink2'), anchor: 'end', width: roleWidth + 8 }),
    text(x + 12, y + 45, words.facts(host), { size: 11, fill: colours(bad ? '--bad' : '--ink2'), mono: true, width: NODE_WIDTH - 24 }),
    text(x + 12, y + 62, size, { size: 11, fill: colours('--ink3'), width: NODE_WIDTH - 24 }),
    `<path d="M${x} ${y + HEAD}h${NODE_WIDTH}" stroke="${colours('--line')}"/>`,
  ];
  const tasks = world.columns.get(host.nodeId) ?? [];
  tasks.forEach((task, i) => {
    const taskState = taskMark(task, presenceOf(task, host));
    const colour = serviceColour(world, task, colours);
    if (dense) {
      const perRow = squaresPerRow();
      parts.push(
        drawSquare(
          taskState,
          colour,
          x + INNER + (i % perRow) * (SQUARE + SQUARE_GAP),
          y + HEAD + INNER + Math.floor(i / perRow) * (SQUARE + SQUARE_GAP),
          task,
        ),
      );
    } else parts.push(drawCard(task, taskState, words, colour, x + INNER, y + HEAD + INNER + i * (CARD + CARD_GAP), NODE_WIDTH - 2 * INNER, colours));
  });
  return parts.filter(Boolean).join('\n');
}

function drawCard(task: TaskRecord, mark: Mark, words: PictureWords, colour: string, x: number, y: number, width: number, colours: Colours): string {
  const faint = mark === 'gone' || mark === 'leaving';
  const { service, slot } = nameParts(task.name, task.slot);
  return [
    `<g${faint ? ' opacity="0.7"' : ''}>`,
    `<rect x="${x + 0.5}" y="${y + 0.5}" width="${width - 1}" height="${CARD - 1}" rx="6" fill="${colours('--deep')}" stroke="${colour}"${faint ? ' stroke-dasharray="4 3"' : ''}/>`,
    `<path d="M${x + 2.5} ${y + 6}v${CARD - 12}" stroke="${colour}" stroke-width="3" stroke-linecap="round"/>`,
    drawMark(mark, x + 12, y + 9, 10, colours),
    text(x + 28, y + 18, `${service}${slot}`, { size: 13, weight: 600, fill: colours('--ink'), width: width - 36 - (mark === 'running' ? 0 : 66) }),
    mark === 'running' ? '' : text(x + width - 8, y + 18, words.state(mark), { size: 11, fill: colours('--ink2'), anchor: 'end', width: 64 }),
    text(x + 28, y + 34, shortImage(task.image), { size: 11, fill: colours('--ink2'), mono: true, width: width - 36 }),
    '</g>',
  ]
    .filter(Boolean)
    .join('');
}

function drawSquare(mark: Mark, colour: string, x: number, y: number, task: TaskRecord): string {
  const full = mark === 'running' || mark === 'done';
  const cross = mark === 'failed' ? `<path d="M${x + 4} ${y + 4}l8 8m0-8l-8 8" stroke="${colour}" stroke-width="2"/>` : '';
  return `<g><title>${xml(`${task.name} ${task.state}`)}</title><rect x="${x + 1}" y="${y + 1}" width="${SQUARE - 2}" height="${SQUARE - 2}" rx="3" fill="${full ? colour : 'none'}" stroke="${colour}" stroke-width="1.5"${mark === 'starting' || mark === 'gone' ? ' stroke-dasharray="3 2"' : ''}/>${cross}</g>`;
}

function drawWaiting(world: PictureWorld, words: PictureWords, colours: Colours, width: number, y: number): { readonly svg: string; readonly height: number } {
  const shown = world.waiting.slice(0, 5);
  const height = 30 + shown.length * 18 + (world.waiting.length > shown.length ? 18 : 0);
  const rows = shown.map((task, i) => {
    const at = y + 42 + i * 18;
    return [
      drawMark('pending', GAP + 12, at - 9, 9, colours),
      text(GAP + 28, at, `${task.name}  ${task.err || task.message}`, { size: 12, fill: colours('--ink'), width: width - 2 * GAP - 40 }),
    ].join('');
  });
  const more = world.waiting.length - shown.length;
  return {
    height,
    svg: [
      `<rect x="${GAP}" y="${y}" width="${width - 2 * GAP}" height="${height}" rx="8" fill="${colours('--panel')}" stroke="${colours('--warn')}" stroke-dasharray="4 3"/>`,
      text(GAP + 12, y + 20, `${words.waiting}: ${world.waiting.length}`, { size: 12, weight: 600, fill: colours('--warn'), width: width - 60 }),
      ...rows,
      more > 0 ? text(GAP + 28, y + 42 + shown.length * 18, `+ ${more}`, { size: 12, fill: colours('--ink2'), width: 100 }) : '',
    ].join(''),
  };
}

function drawLegend(words: PictureWords, colours: Colours, y: number): string {
  const marks: readonly Mark[] = ['running', 'starting', 'failed', 'pending'];
  let x = GAP;
  return marks
    .map((mark) => {
      const word = words.state(mark);
      const at = x;
      x += 26 + word.length * 6.4;
      return drawMark(mark, at, y - 9, 10, colours) + text(at + 15, y, word, { size: 11, fill: colours('--ink2'), width: 120 });
    })
    .join('');
}

function serviceColour(world: PictureWorld, task: TaskRecord, colours: Colours): string {
  return colours(`--s${((world.colours.get(task.serviceId) ?? 0) % SERVICE_COLOURS) + 1}`);
}

function drawMark(mark: Mark, x: number, y: number, size: number, colours: Colours): string {
  const { d, filled, dash, width } = MARK_SHAPES[mark];
  const colour = colours(`--${MARK_COLOURS[mark]}`);
  const look = filled
    ? `fill="${colour}"`
    : `fill="none" stroke="${colour}" stroke-width="${width ?? 2}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`;
  return `<path transform="translate(${x},${y}) scale(${size / 12})" d="${d}" ${look}/>`;
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  /** Room in pixels: what is longer ends with an ellipsis. */
  readonly width: number;
  readonly weight?: number;
  readonly mono?: boolean;
  readonly anchor?: 'end';
}

function text(x: number, y: number, content: string, style: TextStyle): string {
  const letter = style.size * (style.mono ? 0.61 : style.weight === 600 ? 0.59 : 0.55);
  const most = Math.max(1, Math.floor(style.width / letter));
  const plain = content.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ');
  const letters = [...plain];
  const shown = letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : plain;
  return `<text x="${x}" y="${y}" font-size="${style.size}" fill="${style.fill}"${style.weight ? ` font-weight="${style.weight}"` : ''}${style.mono ? ` font-family="${MONO}"` : ''}${style.anchor ? ' text-anchor="end"' : ''}>${xml(shown)}</text>`;
}

/** Text as it may stand in XML: what XML does not allow at all is left out. */
function xml(value: string): string {
  return value.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
