import type { ServiceBody, ServiceConfig, ServiceVolume } from './config.ts';
import { decodeShape } from './decode-shape.ts';
import { parseEnvFile } from './env-file.ts';
import { service as serviceKind } from './format/service.ts';
import type { StackEnvironment } from './load-stack.ts';
import { absolutePath, isWindowsAbsolute } from './path.ts';
import { decodeError, StackError } from './stack-error.ts';
import type { YamlMap, YamlValue } from './yaml/yaml-value.ts';

/** Decodes one service and reads its env files (docker/cli loader LoadService). Throws `StackError`. */
export function loadService(name: string, value: YamlMap, environment: StackEnvironment, warn: (message: string) => void): ServiceConfig {
  const path = ['services', name];
  const decoded = decodeShape(serviceKind.shape, value, '', warn);
  if (decoded.errors.length > 0) throw decodeError(path, decoded.errors);
  // ServiceBody is the type of what this kind decodes to.
  const body = decoded.value as ServiceBody;
  return {
    ...body,
    name,
    environment: resolveEnvironment(body, environment, path),
    volumes: body.volumes?.map((volume) => resolveVolume(volume, environment, path, warn)),
    extras: extrasOf(value),
  };
}

/** The `x-…` keys of a mapping. */
export function extrasOf(value: YamlMap): ReadonlyMap<string, YamlValue> {
  return new Map([...value].filter(([key]) => key.startsWith('x-')));
}

function resolveEnvironment(service: ServiceBody, environment: StackEnvironment, path: readonly string[]): ReadonlyMap<string, string | undefined> {
  const lookup = (name: string): string | undefined => environment.env[name];
  const result = new Map<string, string | undefined>();
  const put = (name: string, value: string | undefined): void => {
    result.set(name, value === undefined || value === '' ? (lookup(name) ?? value) : value);
  };
  const fromFiles: [string, string][] = [];
  for (const file of service.env_file ?? []) {
    const fullPath = absolutePath(environment.workingDir, file);
    const text = readEnvFile(fullPath, environment, path);
    const entries = parseEnvFile(text, lookup);
    if (!entries.ok) throw new StackError(`invalid env file (${fullPath}): ${entries.error}`, undefined, [...path, 'env_file']);
    for (const [name, value] of entries.value) fromFiles.push([name, value]);
  }
  for (const [name, value] of fromFiles) put(name, value);
  for (const [name, value] of service.environment ?? []) put(name, value);
  return result;
}

function readEnvFile(fullPath: string, environment: StackEnvironment, path: readonly string[]): string {
  let text: string | undefined;
  try {
    text = environment.readFile(fullPath);
  } catch (error) {
    throw new StackError(`invalid env file (${fullPath}): ${error instanceof Error ? error.message : String(error)}`, undefined, [...path, 'env_file']);
  }
  if (text === undefined) throw new StackError(`open ${fullPath}: no such file or directory`, undefined, [...path, 'env_file']);
  return text;
}

/** The source of a bind mount becomes an absolute path. */
function resolveVolume(volume: ServiceVolume, environment: StackEnvironment, path: readonly string[], warn: (message: string) => void): ServiceVolume {
  if (volume.type !== 'bind') return volume;
  if (volume.source === '') throw new StackError('invalid mount config for type "bind": field Source must not be empty', undefined, [...path, 'volumes']);
  let { source } = volume;
  if (source.startsWith('~')) {
    const home = environment.env['HOME'];
    if (home === undefined) warn("cannot expand '~', because the environment lacks HOME");
    else source = source.replace('~', () => home);
  }
  return { ...volume, source: isWindowsAbsolute(source) ? source : absolutePath(environment.workingDir, source) };
}
