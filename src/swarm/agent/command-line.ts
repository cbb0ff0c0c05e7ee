import type { ContainerConfig, Image } from './container.ts';

/** What is run: entrypoint and command; the image's command belongs to the image's entrypoint. */
export function commandLine(config: ContainerConfig, image: Image): readonly string[] {
  const entrypoint = config.entrypoint ?? image.entrypoint;
  const command = config.command ?? (config.entrypoint ? [] : image.command);
  const argv = [...entrypoint, ...command];
  if (!/entrypoint(\.sh)?$/.test(argv[0] ?? '') || argv.length === 1) return argv;
  // Entrypoint scripts prepare something and hand over to their arguments; options alone are for the image's own program.
  return argv[1]?.startsWith('-') ? [...image.command.slice(0, 1), ...argv.slice(1)] : argv.slice(1);
}
