// What a fresh clone lacks: dependencies, and for the page a production build. Plain JavaScript without dependencies.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs a command in the project with its output shown; true when it succeeded. */
export function run(command, args, options = {}) {
  return spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options }).status === 0;
}

/** Installs the dependencies unless they are there and as new as the lock file. Ends the process when that fails. */
export function ensureInstalled() {
  const marker = path.join(root, 'node_modules/.package-lock.json');
  const lock = path.join(root, 'package-lock.json');
  if (existsSync(marker) && (!existsSync(lock) || statSync(marker).mtimeMs >= statSync(lock).mtimeMs - 1000)) return;
  console.log('Installing dependencies (npm ci) …');
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    console.error('The dependencies could not be installed. Look at what npm says above; `npm ci` tries again.');
    process.exit(1);
  }
}

/** Whether the built page is older than a source of it. */
export function pageIsStale() {
  const built = path.join(root, 'dist/index.html');
  if (!existsSync(built)) return true;
  const time = statSync(built).mtimeMs;
  const newer = (entry) => {
    const full = path.join(root, entry);
    if (!existsSync(full)) return false;
    if (!statSync(full).isDirectory()) return statSync(full).mtimeMs > time;
    return readdirSync(full).some((name) => !name.includes('.test.') && newer(path.join(entry, name)));
  };
  return ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'].some(newer);
}

/** Builds the page unless it is up to date. Ends the process when that fails. */
export function ensureBuilt() {
  if (!pageIsStale()) return;
  console.log('Building the page …');
  if (!run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'])) {
    console.error('The page could not be built: see above.');
    process.exit(1);
  }
}
