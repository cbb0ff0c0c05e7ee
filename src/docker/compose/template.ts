import { goQuote } from '../api/parse/go-number.ts';
import { type Parsed, parsed, refused } from '../api/parse/parsed.ts';

/** The value of a variable of the CLI's environment, or undefined. */
export type Lookup = (name: string) => string | undefined;

/** A text that cannot be a template: Docker quotes it in its message. */
interface TemplateFault {
  readonly template: string;
}

const pattern = /\$(?:(\$)|([_a-z][_a-z0-9]*(?::?[-?][^}]*)?)|\{([_a-z][_a-z0-9]*(?::?[-?][^}]*)?)\}|())/gi;

/**
 * Puts values in the place of `$V`, `${V}`, `${V:-default}`, `${V-default}`, `${V:?text}` and `${V?text}`; `$$` is a dollar
 * sign (docker/cli cli/compose/template). The error is the part of Docker's message about the text.
 */
export function substitute(text: string, lookup: Lookup): Parsed<string> {
  if (!text.includes('$')) return parsed(text);
  // As in Docker, the last substitution decides: an error is forgotten when a later variable is read without one.
  let fault: TemplateFault | undefined;
  const value = text.replace(pattern, (_, escaped: string | undefined, named: string | undefined, braced: string | undefined) => {
    if (escaped !== undefined) return escaped;
    const substitution = named ?? braced;
    if (substitution === undefined) {
      fault = { template: text };
      return '';
    }
    const result = evaluate(substitution, lookup);
    fault = typeof result === 'string' ? undefined : result;
    return typeof result === 'string' ? result : '';
  });
  return fault === undefined ? parsed(value) : refused(goQuote(fault.template));
}

function evaluate(substitution: string, lookup: Lookup): string | TemplateFault {
  const soft = cut(substitution, ':-');
  if (soft !== undefined) {
    const value = lookup(soft[0]) ?? '';
    return value === '' ? soft[1] : value;
  }
  const hard = cut(substitution, '-');
  if (hard !== undefined) return lookup(hard[0]) ?? hard[1];
  const filled = cut(substitution, ':?');
  const required = filled ?? cut(substitution, '?');
  if (required !== undefined) {
    const value = lookup(required[0]);
    if (value !== undefined && (filled === undefined || value !== '')) return value;
    return { template: `required variable ${required[0]} is missing a value: ${required[1]}` };
  }
  return lookup(substitution) ?? '';
}

function cut(text: string, separator: string): readonly [string, string] | undefined {
  const at = text.indexOf(separator);
  return at < 0 ? undefined : [text.slice(0, at), text.slice(at + separator.length)];
}
