import { ShellError } from './shell-error.ts';

/** Text that one variable, or one command substitution, may hold (characters). */
export const MAX_VALUE = 16_000_000;

/** Text that all variables of a shell may hold together (characters). */
const MAX_TOTAL = 64_000_000;

/** What `declare` may say of a variable. */
export interface Attributes {
  readonly kind?: 'text' | 'list' | 'map';
  readonly exported?: boolean;
  readonly fixed?: boolean;
  readonly integer?: boolean;
}

/** A variable's attributes and what it holds: a text, or elements by index (`list`) or by word (`map`). Undefined text: declared, not set. */
interface Variable {
  kind: 'text' | 'list' | 'map';
  text: string | undefined;
  elements: Map<string, string>;
  /** The index that the next element of a list gets. */
  next: number;
  /** Whether the elements of a list came in order. */
  ordered: boolean;
  exported: boolean;
  fixed: boolean;
  integer: boolean;
  /** The variables that may change it; others take a copy first. */
  owner: Variables;
}

/** A shell's variables: texts and arrays, exported and read-only ones, and those that are local to the functions that run. */
export class Variables {
  private readonly known: Map<string, Variable>;
  /** What functions that run have covered by `local`, the outermost first. */
  private readonly covered: Map<string, Variable | undefined>[];
  private total: number;
  /** Whom changes belong to: a copy makes the original another one, too. */
  private self: Variables = this;

  /** @param computed variables that have another value each time, by name. */
  constructor(
    private readonly computed: { readonly [name: string]: () => string },
    from?: Variables,
  ) {
    this.known = new Map(from?.known);
    this.covered = from?.covered.map((scope) => new Map(scope)) ?? [];
    this.total = from?.total ?? 0;
  }

  /** A copy for a subshell: what it changes is its own. */
  copy(): Variables {
    const copy = new Variables(this.computed, this);
    // Neither may change what both know.
    this.self = new Variables({});
    return copy;
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
    return variable.elements.get(placeIn(variable, key));
  }

  /** Keys and values of an array in order; of a text, the text as element 0. */
  elements(name: string): readonly (readonly [string, string])[] {
    const variable = this.known.get(name);
    if (!variable || variable.kind === 'text') {
      const text = this.get(name);
      return text === undefined ? [] : [['0', text]];
    }
    const entries = [...variable.elements];
    return variable.kind === 'map' || variable.ordered ? entries : entries.sort(([a], [b]) => Number(a) - Number(b));
  }

  kind(name: string): Variable['kind'] | undefined {
    return this.known.get(name)?.kind;
  }

  isInteger(name: string): boolean {
    return this.known.get(name)?.integer ?? false;
  }

  isSet(name: string): boolean {
    return this.get(name) !== undefined || (this.known.get(name)?.elements.size ?? 0) > 0;
  }

  /** @throws ShellError when the variable is read-only or the text too long, as the following do. */
  set(name: string, text: string): void {
    const variable = this.writable(name);
    if (variable.kind === 'text') {
      this.weigh(name, text.length, variable.text?.length ?? 0);
      variable.text = text;
    } else this.put(name, variable, '0', text);
  }

  /** Gives an element of an array; without a key, one more at the end of a list. */
  setElement(name: string, key: string | undefined, text: string): void {
    const variable = this.writable(name);
    if (variable.kind === 'text') toList(variable);
    this.put(name, variable, key === undefined ? String(variable.next) : placeIn(variable, key), text);
  }

  /** Gives a whole array: `name=(…)`. */
  setElements(name: string, entries: readonly (readonly [string, string])[]): void {
    const variable = this.writable(name);
    this.weigh(name, 0, weightOf(variable));
    variable.text = undefined;
    variable.kind = variable.kind === 'map' ? 'map' : 'list';
    variable.elements = new Map();
    variable.next = 0;
    variable.ordered = true;
    for (const [key, text] of entries) this.put(name, variable, key, text);
  }

  unset(name: string, key?: string): void {
    if (this.known.get(name)?.fixed) throw new ShellError(`unset: ${name}: cannot unset: readonly variable`);
    if (!this.known.has(name)) return;
    const variable = this.writable(name);
    if (key !== undefined && variable.kind !== 'text') {
      const place = placeIn(variable, key);
      this.weigh(name, 0, variable.elements.get(place)?.length ?? 0);
      variable.elements.delete(place);
      return;
    }
    this.weigh(name, 0, weightOf(variable));
    this.known.delete(name);
  }

  /** `declare`, `export` and `readonly`: gives attributes without changing the value. */
  mark(name: string, { kind, exported, fixed, integer }: Attributes): void {
    const variable = this.known.get(name)?.fixed ? this.own(name) : this.writable(name);
    if (kind !== undefined && kind !== 'text' && variable.kind === 'text') {
      toList(variable);
      variable.kind = kind;
    }
    variable.exported = exported ?? variable.exported;
    variable.fixed = fixed ?? variable.fixed;
    variable.integer = integer ?? variable.integer;
  }

  /** A function begins: `local` from now on covers what was there before. */
  enter(): void {
    this.covered.push(new Map());
  }

  /** The function ends: what it covered is there again. */
  leave(): void {
    for (const [name, variable] of this.covered.pop() ?? []) {
      const inner = this.known.get(name);
      if (inner) this.total -= weightOf(inner);
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
    const kind = variable.kind === 'list' ? 'a' : variable.kind === 'map' ? 'A' : '';
    const letters = `${kind}${variable.integer ? 'i' : ''}${variable.fixed ? 'r' : ''}${variable.exported ? 'x' : ''}`;
    const quoted = (text: string): string => `"${text.replace(/["\\$`]/g, '\\$&')}"`;
    const elements = this.elements(name).map(([key, text]) => `[${key}]=${quoted(text)}`);
    const text = variable.text === undefined ? '' : `=${quoted(variable.text)}`;
    const list = `=(${elements.join(' ')}${variable.kind === 'map' && elements.length > 0 ? ' ' : ''})`;
    return `declare -${letters === '' ? '-' : letters} ${name}${variable.kind === 'text' ? text : list}`;
  }

  private put(name: string, variable: Variable, place: string, text: string): void {
    this.weigh(name, text.length, variable.elements.get(place)?.length ?? 0);
    if (variable.kind === 'list') {
      const index = Number(place);
      if (!variable.elements.has(place) && index < variable.next) variable.ordered = false;
      variable.next = Math.max(variable.next, index + 1);
    }
    variable.elements.set(place, text);
  }

  /** Counts what comes and what goes. @throws ShellError when it is too much */
  private weigh(name: string, comes: number, goes: number): void {
    if (comes > MAX_VALUE || this.total + comes - goes > MAX_TOTAL) throw new ShellError(`${name}: cannot allocate ${comes} bytes`, 1, true);
    this.total += comes - goes;
  }

  private writable(name: string): Variable {
    if (this.known.get(name)?.fixed) throw new ShellError(`${name}: readonly variable`, 1, true);
    return this.own(name);
  }

  /** The variable, made or copied so that it may be changed. */
  private own(name: string): Variable {
    const there = this.known.get(name);
    if (there?.owner === this.self) return there;
    const variable: Variable = there
      ? { ...there, elements: new Map(there.elements), owner: this.self }
      : { kind: 'text', text: undefined, elements: new Map(), next: 0, ordered: true, exported: false, fixed: false, integer: false, owner: this.self };
    this.known.set(name, variable);
    return variable;
  }
}

/** The key of an element: negative indices count from the end. */
function placeIn({ kind, next }: Variable, key: string): string {
  return kind === 'list' && key.startsWith('-') ? String(next + Number(key)) : key;
}

function toList(variable: Variable): void {
  variable.kind = 'list';
  if (variable.text === undefined) return;
  variable.elements.set('0', variable.text);
  variable.next = 1;
  variable.text = undefined;
}

function weightOf({ text, elements }: Variable): number {
  let weight = text?.length ?? 0;
  for (const element of elements.values()) weight += element.length;
  return weight;
}
