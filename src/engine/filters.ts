import type { Json, JsonObject } from '../base/json.ts';
import type { Labels } from '../docker/api/specs.ts';
import type { Refusal } from '../swarm/agent/container.ts';

/** The `filters` parameter of a list: each key with its values, sorted. */
export class Filters {
  constructor(private readonly values: ReadonlyMap<string, readonly string[]>) {}

  /** The values of a key; empty when it was not asked for. */
  get(key: string): readonly string[] {
    return this.values.get(key) ?? [];
  }

  has(key: string): boolean {
    return this.get(key).length > 0;
  }

  /** Whether the key was not asked for, or one of its values fits. */
  any(key: string, fits: (value: string) => boolean): boolean {
    const values = this.get(key);
    return values.length === 0 || values.some(fits);
  }

  /** Whether the key was not asked for, or is exactly this. */
  exact(key: string, value: string): boolean {
    return this.any(key, (wanted) => wanted === value);
  }

  /** Whether the key was not asked for, or one of its values begins the text. */
  prefix(key: string, text: string): boolean {
    return this.any(key, (wanted) => text.startsWith(wanted));
  }

  /** Whether the key was not asked for, or one of its values, read as a regular expression, is found in the text. */
  match(key: string, text: string): boolean {
    return this.any(key, (wanted) => matches(wanted, text));
  }

  /** Whether all label filters (`k` or `k=v`) hold: those of swarm objects take `k=` for any value. */
  labels(key: string, labels: Labels | undefined): boolean {
    return this.get(key).every((wanted) => {
      const equals = wanted.indexOf('=');
      const value = labels?.[equals < 0 ? wanted : wanted.slice(0, equals)];
      return value !== undefined && (equals < 0 || equals === wanted.length - 1 || value === wanted.slice(equals + 1));
    });
  }

  /** A boolean key: `undefined` when it was not asked for, or with another word. */
  flag(key: string): boolean | undefined {
    const values = this.get(key);
    return values.includes('true') || values.includes('1') || (values.includes('false') || values.includes('0') ? false : undefined);
  }

  keys(): readonly string[] {
    return [...this.values.keys()];
  }
}

/**
 * Reads the parameter: `{"label":{"a=b":true}}` or the older `{"label":["a=b"]}` (moby api/types/filters FromJSON).
 * @param accepted the keys of this list; undefined: any key
 */
export function readFilters(text: string | undefined, accepted: readonly string[] | undefined): Filters | Refusal {
  if (text === undefined || text === '') return new Filters(new Map());
  const parsed = parse(text);
  if (parsed === undefined) return { status: 400, message: 'invalid filter' };
  const values = new Map<string, readonly string[]>();
  for (const key of Object.keys(parsed).sort()) {
    const list = valuesOf(parsed[key] ?? null);
    if (!list) return { status: 400, message: 'invalid filter' };
    if (accepted && !accepted.includes(key)) return { status: 400, message: `invalid filter '${key}'` };
    values.set(key, list);
  }
  return new Filters(values);
}

function parse(text: string): JsonObject | undefined {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

function valuesOf(value: Json): readonly string[] | undefined {
  if (Array.isArray(value)) return value.every((item) => typeof item === 'string') ? ([...value] as string[]).sort() : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.keys(value).sort();
}

function matches(pattern: string, text: string): boolean {
  try {
    return new RegExp(pattern).test(text);
  } catch {
    return text.includes(pattern);
  }
}
