import { assert } from '../../base/assert.ts';
import { goQuote } from '../api/parse/go-number.ts';
import type { CommandContext, Flags } from './command.ts';
import type { FlagDefinition } from './command-tree.ts';
import { defaultFlagValue, type FlagValue, isScalar, readFlagValue } from './flag-value.ts';
import { OptionError } from './options/option-error.ts';

/** A flag that is unknown or has a bad value; the message is docker's, without the usage that follows it. */
export class FlagError extends Error {
  override readonly name = 'FlagError';
}

/** What parsing found. */
export interface ParsedFlags {
  readonly flags: Flags;
  /** The positional arguments. */
  readonly args: readonly string[];
  /** `--help` was given (and with it parsing ended). */
  readonly help: boolean;
  /** Names of the flags that were given, in order. */
  readonly given: readonly FlagDefinition[];
  /** Lines that docker prints about deprecated flags. */
  readonly notices: readonly string[];
}

const helpFlag: FlagDefinition = {
  command: '',
  name: 'help',
  shorthand: 'h',
  type: 'bool',
  defaultText: 'false',
  minApi: undefined,
  hidden: true,
  deprecation: undefined,
};

/** Older names under which docker fills the same value. */
const SAME_VALUE: { readonly [name: string]: string } = { net: 'network', 'net-alias': 'network-alias', 'dns-opt': 'dns-option' };

class FlagValues implements Flags {
  private readonly values = new Map<string, FlagValue>();
  private readonly givenNames = new Set<string>();

  constructor(
    definitions: readonly FlagDefinition[],
    private readonly context: Pick<CommandContext, 'files' | 'env'>,
  ) {
    for (const definition of definitions) this.values.set(definition.name, defaultFlagValue(definition, context));
  }

  /** Takes one occurrence. Throws FlagError. */
  set(definition: FlagDefinition, text: string): void {
    let value: FlagValue;
    try {
      value = readFlagValue(definition, text, this.context, this.values.get(definition.name));
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
      const shown = definition.shorthand === '' ? `--${definition.name}` : `-${definition.shorthand}, --${definition.name}`;
      throw new FlagError(`invalid argument ${goQuote(text)} for ${goQuote(shown)} flag: ${error.message}`);
    }
    const name = SAME_VALUE[definition.name] ?? definition.name;
    const before = this.values.get(name);
    const grown = !isScalar(definition) && typeof before === 'object' && typeof value === 'object' ? [...before, ...value] : value;
    this.values.set(name, grown);
    this.givenNames.add(definition.name);
  }

  changed(name: string): boolean {
    this.value(name);
    return this.givenNames.has(name);
  }
  anyChanged(): boolean {
    return this.givenNames.size > 0;
  }
  bool(name: string): boolean {
    const value = this.value(name);
    assert(typeof value === 'boolean', `flag --${name} is not a bool`);
    return value;
  }
  string(name: string): string {
    const value = this.value(name);
    assert(typeof value === 'string', `flag --${name} is not a string`);
    return value;
  }
  int(name: string): number {
    return this.number(name);
  }
  float(name: string): number {
    return this.number(name);
  }
  duration(name: string): number {
    return this.number(name);
  }
  list(name: string): readonly string[] {
    const value = this.value(name);
    assert(typeof value === 'object', `flag --${name} is not a list`);
    return value;
  }

  private number(name: string): number {
    const value = this.value(name);
    assert(typeof value === 'number', `flag --${name} is not a number`);
    return value;
  }
  private value(name: string): FlagValue {
    const value = this.values.get(name);
    assert(value !== undefined, `the command has no flag --${name}`);
    return value;
  }
}

/** The first byte of a bundle as Go's %q shows it: pflag looks at bytes, not letters. */
function quotedByte(letters: string): string {
  const byte = new TextEncoder().encode(letters)[0] ?? 0;
  const letter = String.fromCharCode(byte);
  if (letter === "'") return "'\\''";
  if (letter === '"') return `'"'`;
  return `'${goQuote(letter).slice(1, -1)}'`;
}

/**
 * Reads the words of a command line with pflag's rules and error texts (spec/cli.md §1, §2).
 * `interspersed` false: the first positional argument ends flag parsing. Throws FlagError.
 */
export function parseFlags(
  definitions: readonly FlagDefinition[],
  words: readonly string[],
  interspersed: boolean,
  context: Pick<CommandContext, 'files' | 'env'>,
): ParsedFlags {
  // A command that has its own -h (run) leaves help without a shorthand.
  const help = definitions.some((one) => one.shorthand === 'h') ? { ...helpFlag, shorthand: '' } : helpFlag;
  const all = [...definitions, help];
  const values = new FlagValues(all, context);
  const args: string[] = [];
  const given: FlagDefinition[] = [];
  const notices: string[] = [];
  const rest = [...words];

  const take = (definition: FlagDefinition, text: string): void => {
    values.set(definition, text);
    given.push(definition);
    if (definition.deprecation !== undefined) notices.push(`Flag --${definition.name} has been deprecated, ${definition.deprecation}`);
  };

  const takeLong = (word: string): void => {
    const body = word.slice(2);
    const equals = body.indexOf('=');
    const name = equals < 0 ? body : body.slice(0, equals);
    if (name === '' || name.startsWith('-')) throw new FlagError(`bad flag syntax: ${word}`);
    const definition = all.find((one) => one.name === name);
    if (definition === undefined) throw new FlagError(`unknown flag: --${name}`);
    if (equals >= 0) take(definition, body.slice(equals + 1));
    else if (definition.type === 'bool') take(definition, 'true');
    else {
      const next = rest.shift();
      if (next === undefined) throw new FlagError(`flag needs an argument: --${name}`);
      take(definition, next);
    }
  };

  const takeShort = (word: string): void => {
    let letters = word.slice(1);
    while (letters !== '') {
      const letter = letters.slice(0, 1);
      const definition = all.find((one) => one.shorthand === letter);
      if (definition === undefined) throw new FlagError(`unknown shorthand flag: ${quotedByte(letters)} in -${letters}`);
      if (definition === help) notices.push('Flag shorthand -h has been deprecated, use --help');
      const after = letters.slice(letter.length);
      if (after.startsWith('=') && after.length > 1) {
        take(definition, after.slice(1));
        return;
      }
      if (definition.type === 'bool') {
        take(definition, 'true');
        letters = after;
        continue;
      }
      if (after !== '') {
        take(definition, after);
        return;
      }
      const next = rest.shift();
      if (next === undefined) throw new FlagError(`flag needs an argument: '${letter}' in -${letters}`);
      take(definition, next);
      return;
    }
  };

  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--') {
      args.push(...rest.splice(0));
    } else if (word.startsWith('--')) takeLong(word);
    else if (word.startsWith('-') && word !== '-') takeShort(word);
    else {
      args.push(word);
      if (!interspersed) args.push(...rest.splice(0));
    }
  }
  return { flags: values, args, help: values.bool('help'), given, notices };
}
