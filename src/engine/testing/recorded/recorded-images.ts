import { type CatalogueImage, IMAGE_CATALOGUE } from '../../../swarm/agent/image-catalogue.ts';

/**
 * While `work` runs, the images that every host has hold what those of the recorded hosts held: one small image under many
 * names, whose command is a web server. What an image holds is no matter of the engine.
 */
export async function withRecordedImages<T>(work: () => Promise<T>): Promise<T> {
  const catalogue = IMAGE_CATALOGUE as CatalogueImage[];
  const own = [...catalogue];
  catalogue.forEach((image, i) => {
    if (image.from !== 'preloaded') return;
    const { env: _env, workingDir: _dir, health: _health, log: _log, ...rest } = image;
    catalogue[i] = {
      ...rest,
      imported: { content: 'recorded' },
      entrypoint: [],
      command: ['httpd', '-f', '-p', '80', '-h', '/www'],
      ports: ['80/tcp'],
      behaviour: 'serve',
      files: { '/etc/passwd': 'root:x:0:0:root:/:/bin/sh\n' },
      shellBanner: "\n\nBusyBox v1.35.0 (Debian 1:1.35.0-4+deb12u1+b1) built-in shell (ash)\nEnter 'help' for a list of built-in commands.\n\n",
    };
  });
  catalogue.push({
    ...(catalogue.find(({ imported }) => imported) as CatalogueImage),
    name: '127.0.0.1:5000/nginx',
    tags: ['1.25', 'latest'],
    from: 'private',
    imported: { content: 'pulled' },
  });
  try {
    return await work();
  } finally {
    catalogue.splice(0, catalogue.length, ...own);
  }
}
