import type { GenericResource } from '../../api/specs.ts';
import { parseInteger } from './go-integer.ts';
import { OptionError } from './option-error.ts';

/** Checks the form `KIND=VALUE` of one `--generic-resource` value (docker CLI ValidateSingleGenericResource). Throws OptionError. */
export function checkGenericResource(text: string): void {
  if (!text.includes('=')) throw new OptionError(`invalid generic-resource format \`${text}\` expected \`name=value\``);
}

function discrete(values: readonly string[]): number | undefined {
  try {
    return values.length === 1 ? parseInteger(values[0] ?? '') : undefined;
  } catch (error) {
    if (error instanceof OptionError) return undefined;
    throw error;
  }
}

/**
 * All `--generic-resource` values as discrete resources (docker CLI ParseGenericResources; swarmkit api/genericresource).
 * Named ones are refused. Throws OptionError; the text stands alone, since the check comes after the flags were read.
 */
export function parseGenericResources(texts: readonly string[]): GenericResource[] {
  const wrong = (what: string): OptionError => new OptionError(`invalid generic resource specification: could not parse GenericResource: ${what}`);
  const byKind = new Map<string, string[]>();
  for (const text of texts) {
    const parts = text.split('=');
    if (parts.length !== 2) throw wrong(`incorrect term ${text}, missing '=' or malformed expression`);
    const kind = (parts[0] ?? '').trim();
    byKind.set(kind, [...(byKind.get(kind) ?? []), (parts[1] ?? '').trim()]);
  }
  const resources: GenericResource[] = [];
  for (const [kind, values] of byKind) {
    const value = discrete(values);
    if (value !== undefined) {
      if (value < 0) throw wrong(`cannot ask for negative resource ${kind}`);
      resources.push({ DiscreteResourceSpec: { Kind: kind, Value: value } });
    } else if (values.every((one) => discrete([one]) === undefined)) {
      throw new OptionError(
        `invalid generic-resource request \`${kind}=${values[0] ?? ''}\`, Named Generic Resources is not supported for service create or update`,
      );
    } else throw wrong(`mixed discrete and named resources in expression '${kind}=[${values.join(' ')}]'`);
  }
  return resources;
}
