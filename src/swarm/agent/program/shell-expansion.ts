import { type ProcessContext, type Wait } from './program.ts';
import { evaluateArithmetic } from './shell-arithmetic.ts';
import { ShellExit } from './shell-exit.ts';
import { cut } from './shell-pattern.ts';
import { skipPart } from './shell-syntax.ts';

/** What a shell does, on its way to a result. */
export type Running<T> = Generator<Wait, T, unknown>;

/** What words are expanded with. */
export interface ExpansionShell {
  readonly process: ProcessContext;
  /** `$0` and what follows. */
  args(): readonly string[];
  /** The value of a parameter; empty when it is not set. */
  variable(name: string): string;
  /** What a command prints. */
  capture(script: string): Running<string>;
}

/** Expands the words of a command as busybox's ash does the common things (shell/ash.c argstr, evalvar): parameters, substitutions, quotes, fields. */
export class WordExpansion {
  constructor(private readonly shell: ExpansionShell) {}

  /** All fields of some words. */
  *expandAll(words: readonly string[]): Running<string[]> {
    const all: string[] = [];
    for (const word of words) all.push(...(yield* this.expand(word, true)));
    return all;
  }

  /** One word as one field. */
  *expandOne(word: string): Running<string> {
    return (yield* this.expand(word, false)).join(' ');
  }

  /** Expands one word into fields; without `split` into exactly one. */
  private *expand(word: string, split: boolean): Running<string[]> {
    const fields: string[] = [];
    let field = '';
    let present = false;
    const add = (text: string, quoted: boolean): void => {
      if (quoted || !split) {
        field += text;
        present ||= quoted || text !== '';
        return;
      }
      const parts = text.split(/[ \t\n]+/);
      for (const [i, part] of parts.entries()) {
        if (i > 0) {
          if (present) fields.push(field);
          field = '';
          present = false;
        }
        field += part;
        present ||= part !== '';
      }
    };
    let i = 0;
    while (i < word.length) {
      const end = skipPart(word, i);
      const part = word.slice(i, end);
      i = end;
      const c = part.charAt(0);
      if (c === "'") add(part.slice(1, -1), true);
      else if (c === '\\') add(part.slice(1), true);
      else if (c === '"') {
        const inner = part.slice(1, -1);
        if (inner === '$@' && split) {
          const [first, ...more] = this.shell.args().slice(1);
          if (first !== undefined) add(first, true);
          for (const arg of more) {
            fields.push(field);
            field = arg;
          }
        } else add(yield* this.expandQuoted(inner), true);
      } else if (c === '$' || c === '`') {
        const [text, length] = yield* this.substitute(word, i - part.length);
        i += length - part.length;
        add(text, false);
      } else if (c === '~' && word === '~') add(this.shell.process.env.get('HOME') ?? '/root', true);
      else {
        field += part;
        present = true;
      }
    }
    if (present || !split) fields.push(field);
    return fields;
  }

  private *expandQuoted(text: string): Running<string> {
    let result = '';
    let i = 0;
    while (i < text.length) {
      const c = text.charAt(i);
      if (c === '\\' && '"\\$`\n'.includes(text.charAt(i + 1))) {
        result += text.charAt(i + 1) === '\n' ? '' : text.charAt(i + 1);
        i += 2;
      } else if (c === '$' || c === '`') {
        const [value, length] = yield* this.substitute(text, i);
        result += value;
        i += length;
      } else {
        result += c;
        i++;
      }
    }
    return result;
  }

  /** The value of the substitution at `at`, and how long it is written. */
  private *substitute(text: string, at: number): Running<[string, number]> {
    if (text.charAt(at) === '`') {
      const end = skipPart(text, at);
      return [yield* this.shell.capture(text.slice(at + 1, end - 1)), end - at];
    }
    if (text.startsWith('$((', at)) {
      const end = skipPart(text, at);
      const inner = yield* this.expandQuoted(text.slice(at + 3, end - 2));
      return [String(evaluateArithmetic(inner, (name) => this.shell.variable(name))), end - at];
    }
    if (text.startsWith('$(', at)) {
      const end = skipPart(text, at);
      return [yield* this.shell.capture(text.slice(at + 2, end - 1)), end - at];
    }
    if (text.startsWith('${', at)) {
      const end = skipPart(text, at);
      return [yield* this.parameter(text.slice(at + 2, end - 1)), end - at];
    }
    const match = /^\$([A-Za-z_]\w*|[0-9?$#@*!])/.exec(text.slice(at));
    return match ? [this.shell.variable(match[1] ?? ''), match[0].length] : ['$', 1];
  }

  private *parameter(text: string): Running<string> {
    if (text.startsWith('#')) return String(this.shell.variable(text.slice(1)).length);
    const match = /^(\w+|[?$#@*!])(:?[-=+?]|##?|%%?)?([\s\S]*)$/.exec(text);
    if (!match) return '';
    const [, name = '', operator = '', word = ''] = match;
    const value = this.shell.variable(name);
    const unset = operator.startsWith(':') ? value === '' : !this.shell.process.env.has(name) && value === '';
    switch (operator.replace(':', '')) {
      case '-':
        return unset ? yield* this.expandOne(word) : value;
      case '=':
        if (unset) this.shell.process.env.set(name, yield* this.expandOne(word));
        return this.shell.variable(name);
      case '+':
        return unset ? '' : yield* this.expandOne(word);
      case '?':
        if (!unset) return value;
        this.shell.process.err(`sh: ${name}: ${word === '' ? 'parameter not set' : word}\n`);
        throw new ShellExit(2);
      case '#':
      case '##':
        return cut(value, yield* this.expandOne(word), 'start', operator.length === 2);
      case '%':
      case '%%':
        return cut(value, yield* this.expandOne(word), 'end', operator.length === 2);
      default:
        return value;
    }
  }
}
