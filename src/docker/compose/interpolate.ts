import { parseGoFloat, parseGoInt } from '../api/parse/go-number.ts';
import { type Parsed, parsed, refused } from '../api/parse/parsed.ts';
import { type Lookup, substitute } from './template.ts';
import { isYamlList, isYamlMap, YamlFloat, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

type Cast = (text: string) => Parsed<YamlValue>;

const toInteger: Cast = (text) => parseGoInt(text);

const toFloat: Cast = (text) => {
  const value = parseGoFloat(text);
  return value.ok ? parsed(new YamlFloat(value.value)) : value;
};

const toBoolean: Cast = (text) => {
  const word = text.toLowerCase();
  if (['y', 'yes', 'true', 'on'].includes(word)) return parsed(true);
  return ['n', 'no', 'false', 'off'].includes(word) ? parsed(false) : refused(`invalid boolean: ${text}`);
};

/** Where a text that came out of a substitution is turned into another type; `*` stands for any name (loader/interpolate.go). */
const casts: readonly { readonly path: string; readonly cast: Cast }[] = [
  ...[
    'configs.[].mode',
    'secrets.[].mode',
    'healthcheck.retries',
    'deploy.replicas',
    'deploy.update_config.parallelism',
    'deploy.rollback_config.parallelism',
    'deploy.restart_policy.max_attempts',
    'deploy.placement.max_replicas_per_node',
    'ports.[].target',
    'ports.[].published',
    'ulimits.*',
    'ulimits.*.hard',
    'ulimits.*.soft',
    'oom_score_adj',
  ].map((path) => ({ path: `services.*.${path}`, cast: toInteger })),
  ...['deploy.update_config.max_failure_ratio', 'deploy.rollback_config.max_failure_ratio'].map((path) => ({ path: `services.*.${path}`, cast: toFloat })),
  ...['healthcheck.disable', 'privileged', 'read_only', 'stdin_open', 'tty', 'volumes.[].read_only', 'volumes.[].volume.nocopy'].map((path) => ({
    path: `services.*.${path}`,
    cast: toBoolean,
  })),
  ...['networks.*.external', 'networks.*.internal', 'networks.*.attachable', 'volumes.*.external', 'secrets.*.external', 'configs.*.external'].map((path) => ({
    path,
    cast: toBoolean,
  })),
];

/** A failed interpolation: Docker's message and the path of the value. */
export class InterpolationFault extends Error {
  override readonly name = 'InterpolationFault';
  constructor(
    message: string,
    readonly path: readonly string[],
  ) {
    super(message);
  }
}

/** Substitutes variables in all text values of a file, not in its keys (cli/compose/interpolation). Throws `InterpolationFault`. */
export function interpolateFile(file: YamlMap, lookup: Lookup): YamlMap {
  return new Map([...file].map(([name, value]) => [name, interpolate(value, [name], name, lookup)]));
}

function interpolate(value: YamlValue, path: readonly string[], shown: string, lookup: Lookup): YamlValue {
  if (isYamlMap(value)) return new Map([...value].map(([name, member]) => [name, interpolate(member, [...path, name], `${shown}.${name}`, lookup)]));
  if (isYamlList(value)) return value.map((item, index) => interpolate(item, [...path, String(index)], `${shown}.[]`, lookup));
  if (typeof value !== 'string') return value;
  const result = substitute(value, lookup);
  if (!result.ok) {
    throw new InterpolationFault(`invalid interpolation format for ${shown}: ${result.error}; you may need to escape any $ with another $`, path);
  }
  if (result.value === value) return value;
  const cast = casts.find((candidate) => matches(shown, candidate.path))?.cast;
  if (cast === undefined) return result.value;
  const casted = cast(result.value);
  if (!casted.ok) throw new InterpolationFault(`error while interpolating ${shown}: failed to cast to expected type: ${casted.error}`, path);
  return casted.value;
}

function matches(path: string, wanted: string): boolean {
  const parts = path.split('.');
  const patterns = wanted.split('.');
  return parts.length === patterns.length && patterns.every((pattern, index) => pattern === '*' || pattern === parts[index]);
}
