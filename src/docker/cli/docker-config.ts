import type { Json, JsonObject } from '../../base/json.ts';
import type { CommandContext } from './command.ts';
import { readFile } from './read-file.ts';

/** The folder of docker's own settings: `--config`, DOCKER_CONFIG, else ~/.docker. */
export function dockerFolder(context: CommandContext): string {
  return context.env['DOCKER_CONFIG'] || `${context.env['HOME'] ?? '/root'}/.docker`;
}

/** What stands in config.json; nothing when it is missing or no JSON object. */
export function readDockerConfig(context: CommandContext): JsonObject {
  const read = readFile(context.files, `${dockerFolder(context)}/config.json`);
  if ('problem' in read) return {};
  try {
    const config = JSON.parse(read.text) as Json;
    return typeof config === 'object' && config !== null && !Array.isArray(config) ? (config as JsonObject) : {};
  } catch {
    return {};
  }
}

/** One setting of config.json that is a text; undefined when it is not there or empty. */
export function dockerSetting(context: CommandContext, key: string): string | undefined {
  const config = readDockerConfig(context);
  const value = Object.hasOwn(config, key) ? config[key] : undefined;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Changes one setting; an empty value takes it away. */
export function writeDockerSetting(context: CommandContext, key: string, value: string): void {
  const { [key]: _, ...others } = readDockerConfig(context);
  const config = value === '' ? others : { ...others, [key]: value };
  context.files.write(`${dockerFolder(context)}/config.json`, JSON.stringify(config, null, '\t'));
}
