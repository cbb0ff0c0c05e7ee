import { ShellError } from './shell-error.ts';

/** Text that one variable, or one command substitution, may hold (characters). */
export const MAX_VALUE = 16_000_000;

/** A variable's attributes and what it holds: a text, or elements by index (`list`) or by word (`map`). Undefined text: declared, not set. */
interface Variable {
  readonly kind: 'text' | 'list' | 'map';
  readonly text: string | undefined;
  readonly elements: ReadonlyMap<string, string>;
  readonly exported: boolean;
  readonly fixed: boolean;
  readonly integer: boolean;
}

const NEW: Variable = { kind: 'text', text: undefined, elements: new Map(), exported: false, fixed: false, integer: false };

/** What `declare` may say of a variable. */
export type Attributes = Partial<Pick<Variable, 'kind' | 'exported' | 'fixed' | 'integer'>>;

/** A shell's variables: texts and arrays, exported and read-only ones, and those that are local to the functions that run. */
export class Variables {
  private readonly known: Map<string, Variable>;
  /** What functions that run have covered by `local`, the outermost first. */
  private readonly covered: Map<string, Variable | undefined>[];

  /** @param computed variables that have another value each time, by name. */
  constructor(
    private readonly computed: { readonly [name: string]: () => string },
    from?: Variables,
  ) {
    this.known = new Map(from?.known);
    this.covered = from?.covered.map((scope) => new Map(scope)) ?? [];
  }

  /** A copy for a subshell: what it changes is its own. */
  copy(): Variables {
    return new Variables(this.computed, this);
  }

  /** The text of a variable, or the first element of an array; undefined when unset. */
  get(name: string): string | undefined {
    const variable = this.known.get(name);
    if (!variable) return Object.hasOwn(this.computed, name) ? this.computed[name]?.() : undefined;
    return variable.kind === 'text' ? variable.text : variable.elements.get('0');
  }

  element(name: string, key: string): string | undefined {
    const variable = this.known.get(name);
    if (!variable || variable.kind === 'text') return key === '0' ? this.get(name) : undefined;
    if (variable.kind === 'list' && key.startsWith('-')) return this.elements(name).at(Number(key))?.[1];
    return variable.elements.get(key);
  }

  /** Keys and values of an array in order; of a text, the text as element 0. */
  elements(name: string): readonly (readonly [string, string])[] {
    const variable = this.known.get(name);
    if (!variable || variable.kind === 'text') {
      const text = this.get(name);
      return text === undefined ? [] : [['0', text]];
    }
    const entries = [...variable.elements];
    return variable.kind === 'list' ? entries.sort(([a], [b]) => Number(a) - Number(b)) : entries;
  }

  kind(name: string): Variable['kind'] | undefined {
    return this.known.get(name)?.kind;
  }

  isInteger(name: string): boolean {
    return this.known.get(name)?.integer ?? false;
  }

  isSet(name: string): boolean {
    return this.get(name) !== undefined || this.elements(name).length > 0;
  }

  /** @throws ShellError when the variable is read-only or the text too long, as the following do. */
  set(name: string, text: string): void {
    const variable = this.writable(name, text.length);
    if (variable.kind === 'text') this.known.set(name, { ...variable, text });
    else this.known.set(name, { ...variable, elements: new Map(variable.elements).set('0', text) });
  }

  setElement(name: string, key: string, text: string): void {
    const variable = this.writable(name, text.length);
    const elements = variable.kind === 'text' && variable.text !== undefined ? new Map([['0', variable.text]]) : new Map(variable.elements);
    const at = variable.kind !== 'map' && key.startsWith('-') ? String(elements.size + Number(key)) : key;
    this.known.set(name, { ...variable, kind: variable.kind === 'map' ? 'map' : 'list', text: undefined, elements: elements.set(at, text) });
  }

  /** Gives a whole array: `name=(…)`. */
  setElements(name: string, entries: readonly (readonly [string, string])[]): void {
    const variable = this.writable(
      name,
      entries.reduce((sum, [, text]) => sum + text.length, 0),
    );
    this.known.set(name, { ...variable, kind: variable.kind === 'map' ? 'map' : 'list', text: undefined, elements: new Map(entries) });
  }

  unset(name: string, key?: string): void {
    const variable = this.writable(name, 0, 'unset');
    if (key === undefined || variable.kind === 'text') {
      this.known.delete(name);
      return;
    }
    const elements = new Map(variable.elements);
    elements.delete(key);
    this.known.set(name, { ...variable, elements });
  }

  /** `declare`, `export` and `readonly`: gives attributes without changing the value. */
  mark(name: string, attributes: Attributes): void {
    const variable = this.known.get(name) ?? NEW;
    const becomes = attributes.kind !== undefined && attributes.kind !== 'text' && variable.kind === 'text';
    const elements = becomes && variable.text !== undefined ? new Map([['0', variable.text]]) : variable.elements;
    this.known.set(name, { ...variable, ...attributes, elements, text: becomes ? undefined : variable.text });
  }

  /** A function begins: `local` from now on covers what was there before. */
  enter(): void {
    this.covered.push(new Map());
  }

  /** The function ends: what it covered is there again. */
  leave(): void {
    for (const [name, variable] of this.covered.pop() ?? []) {
      if (variable) this.known.set(name, variable);
      else this.known.delete(name);
    }
  }

  get inFunction(): boolean {
    return this.covered.length > 0;
  }

  /** Makes a variable local to the function that runs, and unset. */
  cover(name: string): void {
    const scope = this.covered.at(-1);
    if (!scope || scope.has(name)) return;
    scope.set(name, this.known.get(name));
    this.known.delete(name);
  }

  /** Names of all variables that are set or declared, sorted. */
  names(): readonly string[] {
    return [...this.known.keys()].sort();
  }

  /** What programs get: exported texts that are set. */
  environment(): { [name: string]: string | undefined } {
    const environment: { [name: string]: string | undefined } = {};
    for (const [name, variable] of this.known) if (variable.exported && variable.text !== undefined) environment[name] = variable.text;
    return environment;
  }

  /** How `declare -p` shows a variable; undefined when there is none of the name. */
  declaration(name: string): string | undefined {
    const variable = this.known.get(name);
    if (!variable) return undefined;
    const letters = `${variable.kind === 'list' ? 'a' : variable.kind === 'map' ? 'A' : ''}${variable.integer ? 'i' : ''}${variable.fixed ? 'r' : ''}${variable.exported ? 'x' : ''}`;
    const quoted = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`;
    const value =
      variable.kind === 'text'
        ? variable.text === undefined
          ? ''
          : `=${quoted(variable.text)}`
        : `=(${this.elements(name)
            .map(([key, text]) => `[${key}]=${quoted(text)}`)
            .join(' ')}${variable.kind === 'map' && variable.elements.size > 0 ? ' ' : ''})`;
    return `declare -${letters === '' ? '-' : letters} ${name}${value}`;
  }

  private writable(name: string, length: number, command?: string): Variable {
    const variable = this.known.get(name) ?? NEW;
    if (variable.fixed)
      throw command === undefined
        ? new ShellError(`${name}: readonly variable`, 1, true)
        : new ShellError(`${command}: ${name}: cannot unset: readonly variable`);
    if (length > MAX_VALUE) throw new ShellError(`${name}: cannot allocate ${length} bytes`);
    return variable;
  }
}
