import type { GenericResource } from '../../docker/api/specs.ts';

/**
 * Reads terms such as `gpu=2` or `gpu=UUID1`, `gpu=UUID2` (swarmkit api/genericresource/parse.go Parse): one whole
 * number is an amount, words are a set. Kinds come out in the order in which they were first named.
 */
export function parseGenericResources(terms: readonly string[]): GenericResource[] | { readonly error: string } {
  const values = new Map<string, string[]>();
  for (const term of terms) {
    const parts = term.split('=');
    if (parts.length !== 2) return failure(`incorrect term ${term}, missing '=' or malformed expression`);
    const kind = (parts[0] as string).trim();
    const value = (parts[1] as string).trim();
    const known = values.get(kind);
    if (known) known.push(value);
    else values.set(kind, [value]);
  }
  const resources: GenericResource[] = [];
  for (const [kind, list] of values) {
    const only = list.length === 1 ? (list[0] as string) : undefined;
    if (only !== undefined && isNumber(only)) {
      if (Number(only) < 0) return failure(`cannot ask for negative resource ${kind}`);
      resources.push({ DiscreteResourceSpec: { Kind: kind, Value: Number(only) } });
    } else if (list.some(isNumber)) {
      return failure(`mixed discrete and named resources in expression '${kind}=[${list.join(' ')}]'`);
    } else {
      for (const value of list) resources.push({ NamedResourceSpec: { Kind: kind, Value: value } });
    }
  }
  return resources;
}

function isNumber(text: string): boolean {
  return /^[+-]?[0-9]+$/.test(text);
}

function failure(text: string): { readonly error: string } {
  return { error: `could not parse GenericResource: ${text}` };
}
