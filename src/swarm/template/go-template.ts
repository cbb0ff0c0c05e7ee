/** A value of a template: text, numbers, truth, maps (`labels`), lists and structs, whose fields are fixed. */
export type TemplateValue = string | number | boolean | readonly TemplateValue[] | TemplateMap | TemplateStruct;

export interface TemplateMap {
  readonly kind: 'map';
  readonly entries: { readonly [key: string]: TemplateValue };
}

export interface TemplateStruct {
  readonly kind: 'struct';
  /** Its Go type, for error texts. */
  readonly type: string;
  readonly fields: { readonly [name: string]: TemplateValue };
}

/** A function of a template: a value, or an error to report. */
export type TemplateFunction = (args: readonly TemplateValue[]) => TemplateValue | TemplateError;

/** Why a template cannot be read or run, in the words of Go's text/template. */
export class TemplateError {
  constructor(readonly text: string) {}
}

type Expression =
  | { readonly kind: 'literal'; readonly value: TemplateValue }
  | { readonly kind: 'field'; readonly root: Expression | 'dot'; readonly names: readonly string[]; readonly text: string; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at: number };

type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly value: Expression; readonly assign: string }
  | { readonly kind: 'if' | 'range' | 'with'; readonly value: Expression; readonly variables: readonly string[]; readonly body: readonly Item[]; readonly otherwise: readonly Item[] };

/**
 * Expands a Go text template the way SwarmKit does (orchestrator.md §9): missing keys are errors. Covers what such
 * templates use: fields, `index`, `printf`, `print`, `len`, comparisons, `and`/`or`/`not`, `if`, `range`, `with`,
 * pipes, variables and the functions given. The error names the template `expansion`, as SwarmKit's does.
 */
export function expandTemplate(text: string, data: TemplateValue, functions: { readonly [name: string]: TemplateFunction } = {}): string | TemplateError {
  if (!text.includes('{{')) return text;
  try {
    const items = new Reader(text, { ...BUILT_INS, ...functions }).read();
    let output = '';
    new Evaluator(data, { ...BUILT_INS, ...functions }, (more) => (output += more)).run(items, data, new Map([['$', data]]));
    return output;
  } catch (fault) {
    if (fault instanceof TemplateError) return fault;
    throw fault;
  }
}

interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'symbol';
  readonly text: string;
  /** Column in the template, from 0. */
  readonly at: number;
}

class Reader {
  private i = 0;

  constructor(
    private readonly text: string,
    private readonly functions: { readonly [name: string]: TemplateFunction },
  ) {}

  read(): Item[] {
    const { items, end } = this.items();
    if (end !== undefined) throw syntax(`unexpected {{${end}}}`);
    return items;
  }

  private items(): { readonly items: Item[]; readonly end: string | undefined } {
    const items: Item[] = [];
    for (;;) {
      const open = this.text.indexOf('{{', this.i);
      let literal = open < 0 ? this.text.slice(this.i) : this.text.slice(this.i, open);
      if (open >= 0 && /^\{\{-\s/.test(this.text.slice(open))) literal = literal.replace(/\s+$/, '');
      if (literal !== '') items.push({ kind: 'text', text: literal });
      if (open < 0) {
        this.i = this.text.length;
        return { items, end: undefined };
      }
      const close = this.closing(open + 2);
      let inner = this.text.slice(open + 2, close);
      let innerAt = open + 2;
      if (/^-\s/.test(inner)) {
        inner = inner.slice(1);
        innerAt++;
      }
      this.i = close + 2;
      if (/\s-$/.test(inner)) {
        inner = inner.slice(0, -1);
        while (/\s/.test(this.text.charAt(this.i))) this.i++;
      }
      if (/^\s*\/\*[\s\S]*\*\/\s*$/.test(inner)) continue;
      const tokens = tokenize(inner, innerAt);
      const [first] = tokens;
      if (first?.kind === 'word' && (first.text === 'end' || first.text === 'else')) {
        return { items, end: tokens.map(({ text }) => text).join(' ') };
      }
      if (first?.kind === 'word' && (first.text === 'if' || first.text === 'range' || first.text === 'with')) items.push(this.block(first.text, tokens.slice(1)));
      else {
        const { assign, rest } = assignment(tokens);
        items.push({ kind: 'action', assign, value: this.pipeline(rest, 'command') });
      }
    }
  }

  private block(kind: 'if' | 'range' | 'with', tokens: readonly Token[]): Item {
    const variables: string[] = [];
    let rest = tokens;
    const declared = tokens.findIndex(({ text }) => text === ':=');
    if (declared > 0) {
      for (const { text } of tokens.slice(0, declared)) if (text.startsWith('$')) variables.push(text);
      rest = tokens.slice(declared + 1);
    }
    const value = this.pipeline(rest, kind);
    const { items: body, end } = this.items();
    if (end === undefined) throw syntax('unexpected EOF');
    let otherwise: readonly Item[] = [];
    if (end.startsWith('else if')) {
      const again = this.block('if', tokenize(end.slice('else if'.length), 0));
      return { kind, value, variables, body, otherwise: [again] };
    }
    if (end === 'else') {
      const second = this.items();
      if (second.end !== 'end') throw syntax('unexpected EOF');
      otherwise = second.items;
    }
    return { kind, value, variables, body, otherwise };
  }

  private closing(from: number): number {
    let i = from;
    while (i < this.text.length) {
      const c = this.text.charAt(i);
      if (c === '"' || c === '`') {
        const end = c === '"' ? stringEnd(this.text, i) : this.text.indexOf('`', i + 1);
        if (end < 0) throw syntax(c === '"' ? 'unterminated quoted string' : 'unterminated raw quoted string');
        i = end + 1;
      } else if (this.text.startsWith('}}', i)) return i;
      else if (c === '\n' || this.text.startsWith('{{', i)) break;
      else i++;
    }
    throw syntax('unclosed action');
  }

  private pipeline(tokens: readonly Token[], context: string): Expression {
    if (tokens.length === 0) throw syntax(`missing value for ${context}`);
    const commands: Token[][] = [[]];
    let depth = 0;
    for (const token of tokens) {
      if (token.text === '(' && token.kind === 'symbol') depth++;
      if (token.text === ')' && token.kind === 'symbol') depth--;
      if (token.kind === 'symbol' && token.text === '|' && depth === 0) commands.push([]);
      else commands.at(-1)?.push(token);
    }
    let value: Expression | undefined;
    for (const command of commands) value = this.command(command, value, context);
    return value as Expression;
  }

  private command(tokens: readonly Token[], piped: Expression | undefined, context: string): Expression {
    const operands: Expression[] = [];
    let name: Token | undefined;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      if (token.kind === 'symbol' && token.text === '(') {
        let depth = 1;
        let j = i + 1;
        for (; j < tokens.length && depth > 0; j++) depth += tokens[j]?.text === '(' ? 1 : tokens[j]?.text === ')' ? -1 : 0;
        if (depth > 0) throw syntax('unclosed left paren');
        const inner = this.pipeline(tokens.slice(i + 1, j - 1), 'parenthesized pipeline');
        const next = tokens[j];
        if (next?.kind === 'word' && next.text.startsWith('.') && next.text.length > 1) {
          operands.push({ kind: 'field', root: inner, names: next.text.slice(1).split('.'), text: next.text, at: next.at });
          j++;
        } else operands.push(inner);
        i = j - 1;
        continue;
      }
      if (token.kind === 'symbol') throw syntax(`unexpected "${token.text}" in ${context === 'command' ? 'command' : context}`);
      if (i === 0 && token.kind === 'word' && /^[A-Za-z_]/.test(token.text) && !KEYWORDS.has(token.text)) {
        if (!Object.hasOwn(this.functions, token.text)) throw syntax(`function "${token.text}" not defined`);
        name = token;
      } else operands.push(this.operand(token));
    }
    if (piped) operands.push(piped);
    if (name) return { kind: 'call', name: name.text, args: operands, at: name.at };
    const [only] = operands;
    if (!only) throw syntax(`missing value for ${context}`);
    return only;
  }

  private operand(token: Token): Expression {
    switch (token.kind) {
      case 'string':
        return { kind: 'literal', value: token.text };
      case 'number':
        return { kind: 'literal', value: Number(token.text) };
      default:
        if (token.text === 'true' || token.text === 'false') return { kind: 'literal', value: token.text === 'true' };
        if (token.text === 'nil') throw syntax('nil is not a command');
        if (token.text.startsWith('$')) {
          const [name = '$', ...names] = token.text.split('.');
          const variable: Expression = { kind: 'variable', name };
          return names.length === 0 ? variable : { kind: 'field', root: variable, names, text: `.${names.join('.')}`, at: token.at };
        }
        if (token.text.startsWith('.')) {
          return { kind: 'field', root: 'dot', names: token.text === '.' ? [] : token.text.slice(1).split('.'), text: token.text, at: token.at };
        }
        if (!Object.hasOwn(this.functions, token.text)) throw syntax(`function "${token.text}" not defined`);
        return { kind: 'call', name: token.text, args: [], at: token.at };
    }
  }
}

const KEYWORDS = new Set(['true', 'false', 'nil']);

function assignment(tokens: readonly Token[]): { readonly assign: string; readonly rest: readonly Token[] } {
  const [variable, operator] = tokens;
  if (variable?.text.startsWith('$') && (operator?.text === ':=' || operator?.text === '=')) return { assign: variable.text, rest: tokens.slice(2) };
  return { assign: '', rest: tokens };
}

function tokenize(text: string, offset: number): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < text.length) {
    const c = text.charAt(i);
    const at = offset + i;
    if (/\s/.test(c)) {
      i++;
    } else if (c === '"') {
      const end = stringEnd(text, i);
      tokens.push({ kind: 'string', text: unquote(text.slice(i + 1, end)), at });
      i = end + 1;
    } else if (c === '`') {
      const end = text.indexOf('`', i + 1);
      tokens.push({ kind: 'string', text: text.slice(i + 1, end), at });
      i = end + 1;
    } else if (/[0-9]/.test(c) || (c === '-' && /[0-9]/.test(text.charAt(i + 1)))) {
      const number = /^-?[0-9]+(?:\.[0-9]+)?/.exec(text.slice(i))?.[0] ?? c;
      tokens.push({ kind: 'number', text: number, at });
      i += number.length;
    } else if (/[A-Za-z_.$]/.test(c)) {
      // An identifier ends at a dot; chains of fields begin with a dot or a variable.
      const word = (/[A-Za-z_]/.test(c) ? /^\w+/ : /^[\w.$]+/).exec(text.slice(i))?.[0] ?? c;
      tokens.push({ kind: 'word', text: word, at });
      i += word.length;
    } else if (text.startsWith(':=', i)) {
      tokens.push({ kind: 'symbol', text: ':=', at });
      i += 2;
    } else if ('()|,='.includes(c)) {
      if (c !== ',') tokens.push({ kind: 'symbol', text: c, at });
      i++;
    } else throw syntax(`unexpected ${JSON.stringify(c)} in command`);
  }
  return tokens;
}

function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text.charAt(i) === '\\') i++;
    else if (text.charAt(i) === '"') return i;
  }
  return -1;
}

function unquote(text: string): string {
  const letters: { readonly [letter: string]: string } = { n: '\n', t: '\t', r: '\r' };
  return text.replace(/\\(.)/g, (_all, letter: string) => letters[letter] ?? letter);
}

function syntax(text: string): TemplateError {
  return new TemplateError(`template: expansion:1: ${text}`);
}

class Evaluator {
  constructor(
    private readonly data: TemplateValue,
    private readonly functions: { readonly [name: string]: TemplateFunction },
    private readonly write: (text: string) => void,
  ) {}

  run(items: readonly Item[], dot: TemplateValue, variables: Map<string, TemplateValue>): void {
    for (const item of items) {
      switch (item.kind) {
        case 'text':
          this.write(item.text);
          break;
        case 'action': {
          const value = this.value(item.value, dot, variables);
          if (item.assign === '') this.write(printValue(value));
          else variables.set(item.assign, value);
          break;
        }
        case 'range':
          this.range(item, dot, variables);
          break;
        case 'if':
        case 'with': {
          const value = this.value(item.value, dot, variables);
          const inner = new Map(variables);
          if (item.variables[0] !== undefined) inner.set(item.variables[0], value);
          this.run(truth(value) ? item.body : item.otherwise, item.kind === 'with' && truth(value) ? value : dot, inner);
        }
      }
    }
  }

  private range(item: Item & { readonly kind: 'if' | 'range' | 'with' }, dot: TemplateValue, variables: Map<string, TemplateValue>): void {
    const value = this.value(item.value, dot, variables);
    const pairs: (readonly [TemplateValue, TemplateValue])[] = Array.isArray(value)
      ? value.map((element: TemplateValue, i) => [i, element] as const)
      : isMap(value)
        ? Object.keys(value.entries)
            .sort()
            .map((key) => [key, value.entries[key] as TemplateValue] as const)
        : [];
    if (pairs.length === 0) this.run(item.otherwise, dot, variables);
    for (const [key, element] of pairs) {
      const inner = new Map(variables);
      const [first, second] = item.variables;
      if (second !== undefined && first !== undefined) inner.set(first, key).set(second, element);
      else if (first !== undefined) inner.set(first, element);
      this.run(item.body, element, inner);
    }
  }

  private value(expression: Expression, dot: TemplateValue, variables: ReadonlyMap<string, TemplateValue>): TemplateValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'variable': {
        const value = expression.name === '$' ? this.data : variables.get(expression.name);
        if (value === undefined) throw syntax(`undefined variable "${expression.name}"`);
        return value;
      }
      case 'field': {
        let value = expression.root === 'dot' ? dot : this.value(expression.root, dot, variables);
        for (const name of expression.names) value = field(value, name, expression);
        return value;
      }
      case 'call': {
        const result = this.functions[expression.name]?.(expression.args.map((arg) => this.value(arg, dot, variables)));
        if (result === undefined || result instanceof TemplateError) {
          throw new TemplateError(`template: expansion:1:${expression.at}: executing "expansion" at <${callText(expression)}>: error calling ${expression.name}: ${result?.text ?? 'no value'}`);
        }
        return result;
      }
    }
  }
}

function callText(expression: Expression & { readonly kind: 'call' }): string {
  const args = expression.args.map((arg) => (arg.kind === 'literal' ? (typeof arg.value === 'string' ? JSON.stringify(arg.value) : String(arg.value)) : arg.kind === 'field' ? arg.text : arg.kind === 'variable' ? arg.name : `(${callText(arg)})`));
  const text = [expression.name, ...args].join(' ');
  return text.length > 20 ? `${text.slice(0, 20)}...` : text;
}

function field(value: TemplateValue, name: string, expression: { readonly text: string; readonly at: number }): TemplateValue {
  const column = expression.at + Math.max(0, expression.text.lastIndexOf('.'));
  const where = `template: expansion:1:${column}: executing "expansion" at <${expression.text}>`;
  if (typeof value === 'object' && 'kind' in value) {
    const members = value.kind === 'map' ? value.entries : value.fields;
    if (Object.hasOwn(members, name)) return members[name] as TemplateValue;
    throw new TemplateError(value.kind === 'map' ? `${where}: map has no entry for key "${name}"` : `${where}: can't evaluate field ${name} in type ${value.type}`);
  }
  throw new TemplateError(`${where}: can't evaluate field ${name} in type ${typeof value === 'string' ? 'string' : typeof value === 'number' ? 'int' : typeof value === 'boolean' ? 'bool' : '[]string'}`);
}

function isMap(value: TemplateValue): value is TemplateMap {
  return typeof value === 'object' && 'kind' in value && value.kind === 'map';
}

function truth(value: TemplateValue): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isMap(value)) return Object.keys(value.entries).length > 0;
  return typeof value === 'object' ? true : Boolean(value);
}

function printValue(value: TemplateValue): string {
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (isMap(value)) {
    const keys = Object.keys(value.entries).sort();
    return `map[${keys.map((key) => `${key}:${printValue(value.entries[key] as TemplateValue)}`).join(' ')}]`;
  }
  if (typeof value === 'object') return `{${Object.values((value as TemplateStruct).fields).map(printValue).join(' ')}}`;
  return String(value);
}

function equal(a: TemplateValue, b: TemplateValue): boolean {
  return typeof a === typeof b && printValue(a) === printValue(b);
}

function compare(test: (order: number) => boolean): TemplateFunction {
  return ([a, b]) => {
    if (typeof a !== typeof b || (typeof a !== 'string' && typeof a !== 'number')) return new TemplateError('incompatible types for comparison');
    const [x, y] = [a, b as typeof a];
    return test(x < y ? -1 : x > y ? 1 : 0);
  };
}

/** Go's own functions (text/template/funcs.go), as far as templates of services can use them. */
const BUILT_INS: { readonly [name: string]: TemplateFunction } = {
  index: ([value, ...keys]) => {
    let found = value;
    for (const key of keys) {
      if (found === undefined) return new TemplateError('index of untyped nil');
      if (Array.isArray(found)) {
        const element: TemplateValue | undefined = typeof key === 'number' ? (found as readonly TemplateValue[])[key] : undefined;
        if (element === undefined) return new TemplateError(`reflect: slice index out of range`);
        found = element;
      } else if (isMap(found)) found = found.entries[String(key)] ?? '';
      else return new TemplateError(`can't index item of type ${typeof found}`);
    }
    return found ?? new TemplateError('index of untyped nil');
  },
  len: ([value]) => (typeof value === 'string' || Array.isArray(value) ? value.length : value !== undefined && isMap(value) ? Object.keys(value.entries).length : new TemplateError('len of type int')),
  print: (args) => args.map((arg) => printValue(arg)).join(''),
  println: (args) => `${args.map((arg) => printValue(arg)).join(' ')}\n`,
  printf: ([format, ...args]) => {
    let next = 0;
    return String(format ?? '').replace(/%([-0]?\d*)([svdqt%])/g, (_all, width: string, verb: string) => {
      if (verb === '%') return '%';
      const value = args[next++];
      const text = value === undefined ? `%!${verb}(MISSING)` : verb === 'q' ? JSON.stringify(printValue(value)) : printValue(value);
      const size = Number(width.replace(/^[-0]/, '')) || 0;
      return width.startsWith('-') ? text.padEnd(size) : text.padStart(size, width.startsWith('0') ? '0' : ' ');
    });
  },
  eq: ([a, ...others]) => a !== undefined && others.some((b) => equal(a, b)),
  ne: ([a, b]) => !(a !== undefined && b !== undefined && equal(a, b)),
  lt: compare((order) => order < 0),
  le: compare((order) => order <= 0),
  gt: compare((order) => order > 0),
  ge: compare((order) => order >= 0),
  not: ([value]) => !(value !== undefined && truth(value)),
  and: (args) => args.find((arg) => !truth(arg)) ?? args.at(-1) ?? false,
  or: (args) => args.find((arg) => truth(arg)) ?? args.at(-1) ?? false,
  join: ([separator, ...parts]) => parts.map((part) => printValue(part)).join(String(separator ?? '')),
};
