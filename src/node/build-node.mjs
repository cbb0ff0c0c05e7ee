// Builds a Node entry (src/node/NAME.ts → build/node/NAME.js) when a source is newer than the last build. Plain
// JavaScript, because it has to run before anything is built. Several processes may ask at once: one builds.
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** The newest modification time below a folder, tests left out, in milliseconds. */
function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'testdata' && entry.name !== 'app') time = Math.max(time, newest(full));
    } else if (!entry.name.includes('.test.')) time = Math.max(time, statSync(full).mtimeMs);
  }
  return time;
}

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Builds `name` if it is out of date and resolves to the built file. */
export async function buildNode(name) {
  const outDir = path.join(root, 'build/node', name);
  const file = path.join(outDir, `${name}.js`);
  const lock = path.join(root, 'build', `${name}.lock`);
  const upToDate = () => existsSync(file) && statSync(file).mtimeMs > newest(path.join(root, 'src'));
  if (upToDate()) return file;
  mkdirSync(path.join(root, 'build'), { recursive: true });
  for (let waited = 0; ; waited += 100) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      await sleep(100);
      // A process that died while it built must not stop the others for ever.
      if (waited > 60_000) rmSync(lock, { recursive: true, force: true });
    }
  }
  try {
    if (!upToDate()) {
      const { build } = await import('vite');
      await build({
        root,
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        ssr: { noExternal: true, external: ['just-bash', 'vite'] },
        build: { ssr: path.join(root, 'src/node', `${name}.ts`), outDir, emptyOutDir: false, target: 'node20', minify: false },
      });
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return file;
}
