import { TemplateError, type TemplateFunction, type TemplateValue } from './template-value.ts';

export type Expression =
  | { readonly kind: 'literal'; readonly value: TemplateValue }
  | { readonly kind: 'field'; readonly root: Expression | 'dot'; readonly names: readonly string[]; readonly text: string; readonly at: number }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly at: number };

export type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly value: Expression; readonly assign: string }
  | {
      readonly kind: 'if' | 'range' | 'with';
      readonly value: Expression;
      readonly variables: readonly string[];
      readonly body: readonly Item[];
      readonly otherwise: readonly Item[];
    };

interface Token {
  readonly kind: 'word' | 'string' | 'number' | 'symbol';
  readonly text: string;
  /** Column in the template, from 0. */
  readonly at: number;
}

/** Reads a template into items; faults are thrown. */
export class Reader {
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
      if (first?.kind === 'word' && (first.text === 'if' || first.text === 'range' || first.text === 'with'))
        items.push(this.block(first.text, tokens.slice(1)));
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

/** A fault of the template's own text. */
export function syntax(text: string): TemplateError {
  return new TemplateError(`template: expansion:1: ${text}`);
}
