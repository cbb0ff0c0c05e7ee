// npm run bench: figures as JSON; the last thing printed is the whole object.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildNode } from './build-node.mjs';
import { findChromium } from './chromium.mjs';
import { ensureBuilt, ensureInstalled, root } from './prepare.mjs';

ensureInstalled();
ensureBuilt();

const core = spawnSync(process.execPath, [await buildNode('bench-core')], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const figures = JSON.parse(core.stdout || '{}');

const assets = path.join(root, 'dist/assets');
const gzip = (file) => {
  const place = existsSync(path.join(assets, file)) ? path.join(assets, file) : path.join(root, 'dist', file);
  return gzipSync(readFileSync(place), { level: 9 }).length;
};
for (const file of readdirSync(assets).filter((name) => name.endsWith('.js'))) figures[`gzip bytes ${file.replace(/-[\w-]{8}\.js$/, '.js')}`] = gzip(file);

const chromium = findChromium();
if (chromium) Object.assign(figures, await (await import('./bench-browser.mjs')).measure(chromium, gzip));
else console.error('skipped: figures of the page (there is no Chromium)');
console.log(JSON.stringify(figures, null, 2));
