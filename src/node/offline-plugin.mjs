// Vite plugin: writes sw.js beside the built page, with the list of all files and a version that changes with any of them.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './prepare.mjs';

/** Files that no page needs. */
const NOT_NEEDED = /^screenshot\.png$|\.map$|^sw\.js$/;

export function offline() {
  let publicDir = '';
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const contents = new Map(Object.values(bundle).map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]));
        for (const entry of readdirSync(publicDir, { withFileTypes: true }))
          if (entry.isFile()) contents.set(entry.name, readFileSync(path.join(publicDir, entry.name)));
        const files = [...contents.keys()].filter((name) => !NOT_NEEDED.test(name)).sort((a, b) => (a < b ? -1 : 1));
        const hash = createHash('sha256');
        for (const name of files) hash.update(name).update('\0').update(contents.get(name)).update('\0');
        const source = readFileSync(path.join(root, 'src/node/service-worker.mjs'), 'utf8');
        this.emitFile({
          type: 'asset',
          fileName: 'sw.js',
          source: source.replace("'__VERSION__'", JSON.stringify(hash.digest('hex').slice(0, 16))).replace("['__FILES__']", JSON.stringify(files)),
        });
      },
    },
  };
}
