import type { CommandContext } from '../../command.ts';
import { shortId } from '../../format/list.ts';
import { shortSize } from '../../format/size.ts';
import type { ImageAnswer } from './image-answer.ts';

const GAP = '   ';
/** Narrower terminals are taken for this wide; no terminal is this wide. */
const [LEAST_WIDTH, USUAL_WIDTH, LEAST_NAME] = [20, 80, 12];

interface Column {
  readonly title: string;
  readonly width: number;
  readonly right: boolean;
  readonly value: (image: ImageAnswer) => string;
}

/** The columns after the name. `EXTRA` marks platforms in use: an engine without platforms of its own has none to mark. */
const columns: readonly Column[] = [
  { title: 'ID', width: 12, right: false, value: ({ Id }) => shortId(Id) },
  { title: 'DISK USAGE', width: 10, right: true, value: ({ Size: size }) => shortSize(size) },
  { title: 'CONTENT SIZE', width: 12, right: true, value: () => shortSize(0) },
  { title: 'EXTRA', width: 5, right: false, value: () => '' },
];

/** Cut to a width in letters, the last of them `…`. */
const fitted = (text: string, width: number): string => (text.length > width ? `${[...text].slice(0, width - 1).join('')}…` : text);

function cell(text: string, width: number, right: boolean, style: (text: string) => string): string {
  const cut = fitted(text, width);
  const blank = ' '.repeat(Math.max(0, width - cut.length));
  return right ? `${blank}${style(cut)}` : `${style(cut)}${blank}`;
}

/** `docker images --tree` for an engine whose images have one platform each, newest first (docker CLI image/tree.go). */
export function imageTree(context: CommandContext, images: readonly ImageAnswer[]): string {
  const onTerminal = context.terminal !== undefined;
  const always =
    (...codes: readonly string[]) =>
    (text: string): string =>
      `${codes.map((code) => `\u001b[${code}m`).join('')}${text}\u001b[0m`;
  const styled = (...codes: readonly string[]): ((text: string) => string) => (onTerminal ? always(...codes) : (text) => text);
  // The titles are set off whether there is a terminal or not.
  const titled = always('39', '1');
  const screen = context.terminal?.columns ?? USUAL_WIDTH;
  const width = Math.max(LEAST_WIDTH, screen);
  let room = width;
  const shown: Column[] = [];
  for (const column of columns) {
    if (room - column.width - GAP.length < LEAST_NAME) break;
    room -= column.width + GAP.length;
    shown.push(column);
  }
  const names = (image: ImageAnswer): readonly string[] => [...(image.RepoTags ?? [])].sort((a, b) => b.length - a.length);
  const widest = Math.max('IMAGE'.length, ...images.flatMap(names).map((name) => name.length));
  const first = Math.min(room, widest);
  const legend = onTerminal
    ? `${styled('1')(`${styled('106')(styled('30')('i'))} ${styled('96')('Info → ')}`)}   ${styled('38;5;0;48;5;14')(' U ')} In Use `
    : ' Info ->  U In Use ';
  const legendWidth = onTerminal ? 23 : legend.length;
  const lines = [
    styled('93')("WARNING: This is an experimental feature. The output may change and shouldn't be depended on."),
    `${' '.repeat(Math.max(0, width - legendWidth))}${legend}`,
    '',
    [cell('IMAGE', first, false, titled), ...shown.map(({ title, width: wide, right }) => cell(title, wide, right, titled))].join(GAP),
  ];
  for (const image of [...images].sort((a, b) => b.Created - a.Created)) {
    const all = names(image);
    for (const name of all.slice(0, -1)) lines.push(styled('34', '1')(name));
    const last = all.at(-1);
    const head = last === undefined ? cell('<untagged>', first, false, styled('39', '2')) : cell(last, first, false, styled('34', '1'));
    lines.push([head, ...shown.map(({ width: wide, right, value }) => cell(value(image), wide, right, styled('39')))].join(GAP));
  }
  return `${lines.join('\n')}\n`;
}
