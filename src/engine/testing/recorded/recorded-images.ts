import { IMAGE_CATALOGUE } from '../../../swarm/agent/image-catalogue.ts';

/**
 * Gives the images that every host has the content of those on the recorded hosts: one small image under many names, whose
 * command is a web server. What an image holds is no matter of the engine.
 */
export function useRecordedImages(): void {
  for (const image of IMAGE_CATALOGUE) {
    if (image.from !== 'preloaded') continue;
    const { env: _env, workingDir: _dir, health: _health, log: _log, ...rest } = image;
    const mutable = image as { -readonly [key in keyof typeof image]?: (typeof image)[key] };
    for (const key of Object.keys(mutable) as (keyof typeof mutable)[]) delete mutable[key];
    Object.assign(mutable, rest, { entrypoint: [], command: ['httpd', '-f', '-p', '80', '-h', '/www'], ports: ['80/tcp'], behaviour: 'serve' });
  }
}
