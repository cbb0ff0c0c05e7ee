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
    catalogue[i] = { ...rest, entrypoint: [], command: ['httpd', '-f', '-p', '80', '-h', '/www'], ports: ['80/tcp'], behaviour: 'serve' };
  });
  try {
    return await work();
  } finally {
    catalogue.splice(0, catalogue.length, ...own);
  }
}
