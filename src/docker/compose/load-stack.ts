import type { ServiceConfig, StackConfig } from './config.ts';
import { service as serviceKind } from './format/service.ts';
import { newestMinor } from './format/stack-file.ts';
import { InterpolationFault, interpolateFile } from './interpolate.ts';
import { loadFileObjects, loadNetworks, loadVolumes } from './load-objects.ts';
import { extrasOf, loadService } from './load-service.ts';
import { mergeExtras, mergeShape } from './merge-shape.ts';
import { parseStackFile } from './parse-stack-file.ts';
import { deprecatedProperties, describeProperties, forbiddenProperties, type NotedProperty, unsupportedProperties } from './properties.ts';
import { checkSchema, fileVersion, knownMinor } from './schema-check.ts';
import { StackError } from './stack-error.ts';
import { goText, isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

/** What a stack file may refer to. */
export interface StackEnvironment {
  /** The CLI's environment variables, `HOME` among them. */
  readonly env: { readonly [name: string]: string | undefined };
  /** The text of a file by its absolute path, or undefined when there is none. Throws an `Error` with the system's text. */
  readonly readFile: (path: string) => string | undefined;
  /** The folder of the first file: relative paths start there. */
  readonly workingDir: string;
  /** `stack config --skip-interpolation`. */
  readonly skipInterpolation?: boolean;
}

/** A stack that was loaded, and what Docker notes about it. */
export interface LoadedStack {
  readonly config: StackConfig;
  /** What the CLI logs at the level `warning`, in order. */
  readonly warnings: readonly string[];
  /** For `Ignoring unsupported options: …` of `stack deploy`. */
  readonly unsupported: readonly string[];
  /** For `Ignoring deprecated options:` of `stack deploy`. */
  readonly deprecated: readonly NotedProperty[];
}

/** A stack that could not be loaded; warnings may have come before the error. */
export interface RefusedStack {
  readonly error: StackError;
  readonly warnings: readonly string[];
}

/**
 * Reads, interpolates, checks, decodes and merges stack files as `docker stack` does (docker/cli cli/compose/loader and
 * cli/command/stack/loader; stack.md §1, steps 3 to 6). Docker goes through services and objects in a random order; here it
 * is the order of the file.
 */
export function loadStack(files: readonly { readonly name: string; readonly text: string }[], environment: StackEnvironment): LoadedStack | RefusedStack {
  try {
    return loadParsedStack(
      files.map((file) => parseStackFile(file.text).value),
      environment,
    );
  } catch (error) {
    if (error instanceof StackError) return { error, warnings: [] };
    throw error;
  }
}

/** `loadStack` for files that were parsed before. */
export function loadParsedStack(parsed: readonly YamlMap[], environment: StackEnvironment): LoadedStack | RefusedStack {
  const warnings: string[] = [];
  try {
    const config = loadFiles(parsed, environment, (message) => warnings.push(message));
    return { config, warnings, unsupported: unsupportedProperties(parsed), deprecated: deprecatedProperties(parsed) };
  } catch (error) {
    if (error instanceof StackError) return { error, warnings };
    throw error;
  }
}

function loadFiles(files: readonly YamlMap[], environment: StackEnvironment, warn: (message: string) => void): StackConfig {
  const [first, ...others] = files;
  if (first === undefined) throw new StackError('No files specified');
  const version = fileVersion(first, goText);
  let config = loadFile(first, version, environment, warn);
  for (const file of others) {
    const other = fileVersion(file, goText);
    if (other !== version) throw new StackError(`version mismatched between two composefiles : ${version} and ${other}`, undefined, ['version']);
    config = mergeConfigs(config, loadFile(file, version, environment, warn));
  }
  return config;
}

function loadFile(source: YamlMap, version: string, environment: StackEnvironment, warn: (message: string) => void): StackConfig {
  const forbidden = forbiddenProperties(source);
  if (forbidden.length > 0) {
    const deployText = `Compose file contains unsupported options:\n\n${describeProperties(forbidden)}\n`;
    throw new StackError('Configuration contains forbidden properties', deployText, ['services', forbidden[0]?.key ?? '']);
  }
  const file = environment.skipInterpolation === true ? withoutEmptyLists(source) : interpolated(source, environment);
  const verdict = checkSchema(file, version);
  if (verdict !== undefined) throw new StackError(verdict.message, undefined, verdict.error?.path ?? ['version']);
  const context = { minor: knownMinor(version) ?? newestMinor, workingDir: environment.workingDir, warn };
  return {
    version: fileVersion(file, goText),
    services: [...section(file, 'services')].map(([name, service]) => loadService(name, isYamlMap(service) ? service : new Map(), environment, warn)),
    networks: loadNetworks(section(file, 'networks'), context),
    volumes: loadVolumes(section(file, 'volumes'), context),
    secrets: loadFileObjects(section(file, 'secrets'), 'secret', context),
    configs: loadFileObjects(section(file, 'configs'), 'config', context),
    extras: extrasOf(file),
  };
}

function interpolated(file: YamlMap, environment: StackEnvironment): YamlMap {
  try {
    return interpolateFile(file, (name) => environment.env[name]);
  } catch (error) {
    if (error instanceof InterpolationFault) throw new StackError(error.message, undefined, error.path);
    throw error;
  }
}

/** Without interpolation an empty list reaches Docker's check as null: a trait of how it copies lists. */
function withoutEmptyLists(file: YamlMap): YamlMap {
  const convert = (value: YamlValue): YamlValue => {
    if (isYamlMap(value)) return new Map([...value].map(([key, member]) => [key, convert(member)]));
    return isYamlList(value) ? (value.length === 0 ? null : value.map(convert)) : value;
  };
  return new Map([...file].map(([key, value]) => [key, convert(value)]));
}

function section(file: YamlMap, key: string): YamlMap {
  const value = file.get(key);
  return isYamlMap(value) ? value : new Map();
}

/** Lays a later file over an earlier one: services member by member, all other objects as a whole (stack.md §8). */
function mergeConfigs(base: StackConfig, over: StackConfig): StackConfig {
  const services = new Map(base.services.map((service) => [service.name, service]));
  for (const service of over.services) {
    const earlier = services.get(service.name);
    services.set(service.name, earlier === undefined ? service : mergeServices(earlier, service));
  }
  return {
    ...base,
    services: [...services.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)),
    networks: new Map([...base.networks, ...over.networks]),
    volumes: new Map([...base.volumes, ...over.volumes]),
    secrets: new Map([...base.secrets, ...over.secrets]),
    configs: new Map([...base.configs, ...over.configs]),
  };
}

function mergeServices(base: ServiceConfig, over: ServiceConfig): ServiceConfig {
  // `mergeShape` gives back a value of the shape it was given, and that of a service is ServiceBody.
  const body = mergeShape(serviceKind.shape, base, over) as ServiceConfig;
  return { ...body, name: base.name, extras: mergeExtras(base.extras, over.extras) };
}
