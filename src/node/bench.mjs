// npm run bench: figures as JSON on stdout, a table of them on stderr while they come.
//   npm run bench                       all
//   npm run bench -- placement page     only these sections
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { measureStage, STAGE_AIMS } from './bench-stage.mjs';
import { buildNode } from './build-node.mjs';
import { findChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

const wanted = process.argv.slice(2);
const wants = (section) => wanted.length === 0 || wanted.includes(section);
/** What is wanted of the page's figures; smaller is better. */
const AIMS = {
  'first picture cold, 4x CPU throttle, ms': 1_000,
  'JavaScript before the first picture, gzip bytes': 300_000,
  'main-thread work per frame, 3 nodes x 30 tasks, ms': 4,
  'gzip bytes entry.js': 140_000,
  'editor with styles and fonts, gzip bytes': 900_000,
  'last key to marks in 500 lines, ms': 150,
  'longest main-thread task while typing in 500 lines, CPU ms': 50,
  'command line and shell, loaded with the first command, gzip bytes': 350_000,
  'scripts of the command line and shell that were loaded before it, count': 0,
  'key press to echo in the terminal, 1,000 tasks busy, median, ms': 16,
  'looking back within ten minutes, 240 tasks, main thread, p95, ms': 16.7,
  'looking back further than the page keeps, longest, ms': 300,
  'recovery of a killed worker, ms': 1_000,
  ...STAGE_AIMS,
};
const figures = {};

/** Takes a figure in: its ratio to the aim is 1 or more when the aim is met. */
function add({ what, value, unit, aim, better = 'less' }) {
  const times = value === aim ? 1 : better === 'more' ? value / aim : aim / value;
  const ratio = aim === undefined ? undefined : Number(times.toFixed(2));
  figures[what] = { value, unit, ...(aim === undefined ? {} : { aim, better, ratio }) };
  const number = typeof value === 'number' ? value.toLocaleString('en-US') : '';
  const held = aim === undefined ? '' : `aim ${better === 'more' ? '≥' : '≤'} ${aim.toLocaleString('en-US')}`;
  console.error(
    `${what.padEnd(82)} ${number.padStart(13)} ${unit.padEnd(9)} ${held.padEnd(18)} ${ratio === undefined ? '' : `${ratio < 1 ? '✗' : '✓'} ${ratio}x`}`,
  );
}

/** A figure of the page: its unit is the last word of its name. */
function addFlat(name, value) {
  if (typeof value !== 'number') figures[name] = value;
  else add({ what: name, value, unit: /, ([^,]+)$/.exec(name)?.[1] ?? (name.startsWith('gzip bytes') ? 'bytes' : ''), aim: AIMS[name] });
}

ensureInstalled();
const core = await buildNode('bench-core');
const section = (name) =>
  spawnSync(process.execPath, ['--expose-gc', core, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], maxBuffer: 1 << 26 });
for (const name of JSON.parse(section('').stdout)) {
  if (!wants(name)) continue;
  const { stdout, status } = section(name);
  if (status !== 0) {
    console.error(`the figures of ${name} could not be measured: see above`);
    process.exitCode = 1;
  } else for (const figure of JSON.parse(stdout)) add(figure);
}

if (wants('page')) {
  ensureBuilt();
  const assets = path.join(root, 'dist/assets');
  const gzip = (file) => {
    const place = existsSync(path.join(assets, file)) ? path.join(assets, file) : path.join(root, 'dist', file);
    return gzipSync(readFileSync(place), { level: 9 }).length;
  };
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.js'))) addFlat(`gzip bytes ${file.replace(/-[\w-]{8}\.js$/, '.js')}`, gzip(file));
  const chromium = findChromium();
  if (chromium) for (const [name, value] of Object.entries(await (await import('./bench-browser.mjs')).measure(chromium, gzip))) addFlat(name, value);
  else console.error('skipped: figures of the page in a browser (there is no Chromium)');
}
if (wants('stage')) {
  ensureBuilt();
  const chromium = findChromium();
  if (chromium) for (const [name, value] of Object.entries(await measureStage(chromium))) addFlat(name, value);
  else console.error('skipped: figures of the stage in a browser (there is no Chromium)');
}
console.log(JSON.stringify(figures, null, 2));
