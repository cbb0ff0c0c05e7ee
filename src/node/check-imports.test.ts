import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkFile, checkTree } from './check-imports.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const table = JSON.parse(readFileSync(path.join(root, 'imports.json'), 'utf8')) as unknown;

describe('the import table', () => {
  it('holds for the whole tree', () => {
    expect(checkTree(root)).toEqual([]);
  });

  it('catches an import against the order, a package, and a value where only types may pass', () => {
    expect(checkFile('src/sim/bad.ts', "import { Store } from '../swarm/store/store.ts';", table)[0]).toMatch(
      /src\/sim may not import src\/swarm\/store\/store\.ts/,
    );
    expect(checkFile('src/swarm/bad.ts', "import x from 'js-yaml';", table)[0]).toMatch(/may not import the package js-yaml/);
    expect(checkFile('src/swarm/bad.ts', "import { EngineUnreachable } from '../docker/api/client.ts';", table)).toHaveLength(1);
    expect(checkFile('src/swarm/good.ts', "import type { ServiceSpec } from '../docker/api/specs.ts';", table)).toEqual([]);
    expect(checkFile('src/app/bad.ts', "const m = await import('../swarm/store/store.ts');", table)).toHaveLength(1);
  });
});

describe('the lint rules of the core', () => {
  it('catch forbidden calls and name what to use instead', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'swarmarium-lint-'));
    try {
      mkdirSync(path.join(folder, 'src/sim'), { recursive: true });
      copyFileSync(path.join(root, '.oxlintrc.json'), path.join(folder, '.oxlintrc.json'));
      writeFileSync(path.join(folder, 'src/sim/bad.ts'), "export const bad = [Date.now(), Math.random(), Math.sin(1), 'a'.localeCompare('b'), Intl];\n");
      const { stdout, status } = spawnSync(process.execPath, [path.join(root, 'node_modules/oxlint/bin/oxlint'), 'src'], { cwd: folder, encoding: 'utf8' });
      expect(status).not.toBe(0);
      for (const hint of ['kernel.now', 'kernel.random', 'compareText', 'Differs between engines']) expect(stdout).toContain(hint);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
