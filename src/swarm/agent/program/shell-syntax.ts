/** A script as a tree. Words keep their quotes; they are expanded when they are run. */
export type Node =
  | {
      readonly kind: 'simple';
      readonly assignments: readonly { readonly name: string; readonly value: string }[];
      readonly words: readonly string[];
      readonly redirects: readonly Redirect[];
    }
  | { readonly kind: 'pipeline'; readonly negated: boolean; readonly parts: readonly Node[] }
  | { readonly kind: 'and-or'; readonly left: Node; readonly operator: '&&' | '||'; readonly right: Node }
  | { readonly kind: 'list'; readonly items: readonly { readonly node: Node; readonly background: boolean }[] }
  | { readonly kind: 'if'; readonly branches: readonly { readonly condition: Node; readonly body: Node }[]; readonly otherwise: Node | undefined }
  | { readonly kind: 'while'; readonly until: boolean; readonly condition: Node; readonly body: Node }
  | { readonly kind: 'for'; readonly name: string; readonly words: readonly string[]; readonly body: Node }
  | { readonly kind: 'case'; readonly word: string; readonly branches: readonly { readonly patterns: readonly string[]; readonly body: Node }[] }
  | { readonly kind: 'function'; readonly name: string; readonly body: Node }
  | { readonly kind: 'group'; readonly subshell: boolean; readonly body: Node; readonly redirects: readonly Redirect[] };

export interface Redirect {
  readonly fd: number;
  readonly operator: '<' | '>' | '>>' | '>&' | '<<';
  readonly target: string;
}

interface Token {
  readonly kind: 'word' | 'operator' | 'end';
  readonly text: string;
  /** For words like `2` in `2>file`: the next character is a redirection. */
  readonly beforeRedirect: boolean;
}

/** Reads a script of the POSIX shell's common subset; a text instead of a tree says what is wrong with it. */
export function parseShell(script: string): Node | string {
  try {
    const parser = new Parser(tokenize(script));
    const list = parser.list(new Set());
    return parser.atEnd ? list : `syntax error: unexpected "${parser.current}"`;
  } catch (error) {
    if (error instanceof ShellSyntaxError) return error.message;
    throw error;
  }
}

class ShellSyntaxError extends Error {}

const OPERATORS = ['&&', '||', ';;', '>>', '>&', '<<', '&', '|', ';', '\n', '(', ')', '<', '>'];
const REDIRECTS = new Set(['<', '>', '>>', '>&', '<<']);

function tokenize(script: string): Token[] {
  const tokens: Token[] = [];
  let i = 0;
  while (i < script.length) {
    const c = script.charAt(i);
    if (c === ' ' || c === '\t' || c === '\r') {
      i++;
    } else if (c === '\\' && script.charAt(i + 1) === '\n') {
      i += 2;
    } else if (c === '#') {
      while (i < script.length && script.charAt(i) !== '\n') i++;
    } else {
      const operator = OPERATORS.find((text) => script.startsWith(text, i));
      if (operator !== undefined) {
        tokens.push({ kind: 'operator', text: operator, beforeRedirect: false });
        i += operator.length;
      } else {
        const end = wordEnd(script, i);
        const next = script.charAt(end);
        tokens.push({ kind: 'word', text: script.slice(i, end), beforeRedirect: next === '>' || next === '<' });
        i = end;
      }
    }
  }
  tokens.push({ kind: 'end', text: 'end of file', beforeRedirect: false });
  return tokens;
}

function wordEnd(script: string, start: number): number {
  let i = start;
  while (i < script.length && !/[\s;&|<>()]/.test(script.charAt(i))) i = skipPart(script, i);
  return i;
}

/** The end of the quoted, substituted or plain part of a word that begins at `i`. */
export function skipPart(script: string, i: number): number {
  const c = script.charAt(i);
  if (c === '\\') return Math.min(i + 2, script.length);
  if (c === "'") return closing(script, script.indexOf("'", i + 1), "'") + 1;
  if (c === '"') {
    let j = i + 1;
    while (j < script.length && script.charAt(j) !== '"') j = script.charAt(j) === "'" ? j + 1 : skipPart(script, j);
    return closing(script, j < script.length ? j : -1, '"') + 1;
  }
  if (c === '`') return closing(script, script.indexOf('`', i + 1), '`') + 1;
  if (c === '$' && script.charAt(i + 1) === '(') return skipNested(script, i + 1, '(', ')');
  if (c === '$' && script.charAt(i + 1) === '{') return skipNested(script, i + 1, '{', '}');
  return i + 1;
}

function skipNested(script: string, start: number, open: string, close: string): number {
  let depth = 0;
  let i = start;
  while (i < script.length) {
    const c = script.charAt(i);
    if (c === open) {
      depth++;
      i++;
    } else if (c === close) {
      i++;
      if (--depth === 0) return i;
    } else i = skipPart(script, i);
  }
  throw new ShellSyntaxError(`syntax error: unterminated "${close}"`);
}

function closing(_script: string, at: number, quote: string): number {
  if (at < 0) throw new ShellSyntaxError(`syntax error: unterminated quoted string (${quote})`);
  return at;
}

class Parser {
  private i = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  private get token(): Token {
    return this.tokens[this.i] as Token;
  }

  get current(): string {
    return this.token.text === '\n' ? 'newline' : this.token.text;
  }

  get atEnd(): boolean {
    return this.token.kind === 'end';
  }

  list(until: ReadonlySet<string>): Node {
    const items: { node: Node; background: boolean }[] = [];
    for (;;) {
      while (this.isOperator(';') || this.isOperator('\n')) this.i++;
      if (this.atEnd || until.has(this.token.text) || this.isOperator(')') || this.isOperator(';;')) break;
      const node = this.andOr();
      const background = this.isOperator('&');
      items.push({ node, background });
      if (background) {
        this.i++;
        continue;
      }
      if (!this.isOperator(';') && !this.isOperator('\n')) break;
    }
    return { kind: 'list', items };
  }

  private andOr(): Node {
    let left = this.pipeline();
    while (this.isOperator('&&') || this.isOperator('||')) {
      const operator = this.token.text as '&&' | '||';
      this.i++;
      this.skipNewlines();
      left = { kind: 'and-or', left, operator, right: this.pipeline() };
    }
    return left;
  }

  private pipeline(): Node {
    const negated = this.isWord('!');
    if (negated) this.i++;
    const parts = [this.command()];
    while (this.isOperator('|')) {
      this.i++;
      this.skipNewlines();
      parts.push(this.command());
    }
    return parts.length === 1 && !negated ? (parts[0] as Node) : { kind: 'pipeline', negated, parts };
  }

  private command(): Node {
    if (this.isOperator('(')) {
      this.i++;
      const body = this.list(new Set());
      this.expectOperator(')');
      return { kind: 'group', subshell: true, body, redirects: this.redirects() };
    }
    if (this.token.kind === 'word') {
      switch (this.token.text) {
        case 'if':
          return this.wrap(this.ifCommand());
        case 'while':
        case 'until': {
          const until = this.token.text === 'until';
          this.i++;
          const condition = this.list(new Set(['do']));
          return this.wrap({ kind: 'while', until, condition, body: this.doGroup() });
        }
        case 'for':
          return this.wrap(this.forCommand());
        case 'case':
          return this.wrap(this.caseCommand());
        case '{': {
          this.i++;
          const body = this.list(new Set(['}']));
          this.expectWord('}');
          return { kind: 'group', subshell: false, body, redirects: this.redirects() };
        }
      }
      const next = this.tokens[this.i + 1];
      const afterNext = this.tokens[this.i + 2];
      if (next?.text === '(' && afterNext?.text === ')' && next.kind === 'operator') {
        const name = this.token.text;
        this.i += 3;
        this.skipNewlines();
        return { kind: 'function', name, body: this.command() };
      }
    }
    return this.simple();
  }

  private wrap(body: Node): Node {
    const redirects = this.redirects();
    return redirects.length === 0 ? body : { kind: 'group', subshell: false, body, redirects };
  }

  private ifCommand(): Node {
    const branches: { condition: Node; body: Node }[] = [];
    let otherwise: Node | undefined;
    this.i++;
    for (;;) {
      const condition = this.list(new Set(['then']));
      this.expectWord('then');
      branches.push({ condition, body: this.list(new Set(['elif', 'else', 'fi'])) });
      if (this.isWord('elif')) {
        this.i++;
        continue;
      }
      if (this.isWord('else')) {
        this.i++;
        otherwise = this.list(new Set(['fi']));
      }
      this.expectWord('fi');
      return { kind: 'if', branches, otherwise };
    }
  }

  private forCommand(): Node {
    this.i++;
    const name = this.word();
    const words: string[] = [];
    this.skipNewlines();
    if (this.isWord('in')) {
      this.i++;
      while (this.token.kind === 'word') words.push(this.word());
    } else words.push('"$@"');
    while (this.isOperator(';') || this.isOperator('\n')) this.i++;
    return { kind: 'for', name, words, body: this.doGroup() };
  }

  private caseCommand(): Node {
    this.i++;
    const word = this.word();
    this.skipNewlines();
    this.expectWord('in');
    const branches: { patterns: string[]; body: Node }[] = [];
    for (;;) {
      this.skipNewlines();
      if (this.isWord('esac')) break;
      if (this.isOperator('(')) this.i++;
      const patterns = [this.word()];
      while (this.isOperator('|')) {
        this.i++;
        patterns.push(this.word());
      }
      this.expectOperator(')');
      branches.push({ patterns, body: this.list(new Set(['esac'])) });
      if (this.isOperator(';;')) this.i++;
    }
    this.expectWord('esac');
    return { kind: 'case', word, branches };
  }

  private doGroup(): Node {
    this.expectWord('do');
    const body = this.list(new Set(['done']));
    this.expectWord('done');
    return body;
  }

  private simple(): Node {
    const assignments: { name: string; value: string }[] = [];
    const words: string[] = [];
    const redirects: Redirect[] = [];
    for (;;) {
      const redirect = this.redirect();
      if (redirect) {
        redirects.push(redirect);
        continue;
      }
      if (this.token.kind !== 'word') break;
      const text = this.word();
      const match = words.length === 0 ? /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text) : null;
      if (match) assignments.push({ name: match[1] ?? '', value: match[2] ?? '' });
      else words.push(text);
    }
    if (assignments.length + words.length + redirects.length === 0)
      throw new ShellSyntaxError(`syntax error: unexpected ${this.atEnd ? 'end of file' : `"${this.current}"`}`);
    return { kind: 'simple', assignments, words, redirects };
  }

  private redirects(): Redirect[] {
    const redirects: Redirect[] = [];
    for (let redirect = this.redirect(); redirect; redirect = this.redirect()) redirects.push(redirect);
    return redirects;
  }

  private redirect(): Redirect | undefined {
    let fd: number | undefined;
    if (this.token.kind === 'word' && this.token.beforeRedirect && /^\d$/.test(this.token.text)) {
      fd = Number(this.token.text);
      this.i++;
    }
    const operator = this.token.text;
    if (this.token.kind !== 'operator' || !REDIRECTS.has(operator)) return undefined;
    this.i++;
    return { fd: fd ?? (operator.startsWith('<') ? 0 : 1), operator: operator as Redirect['operator'], target: this.word() };
  }

  private word(): string {
    const { token } = this;
    if (token.kind !== 'word') throw new ShellSyntaxError(`syntax error: unexpected "${this.current}"`);
    this.i++;
    return token.text;
  }

  private skipNewlines(): void {
    while (this.isOperator('\n')) this.i++;
  }

  private isOperator(text: string): boolean {
    return this.token.kind === 'operator' && this.token.text === text;
  }

  private isWord(text: string): boolean {
    return this.token.kind === 'word' && this.token.text === text;
  }

  private expectWord(text: string): void {
    if (!this.isWord(text)) throw new ShellSyntaxError(`syntax error: unexpected ${this.atEnd ? 'end of file' : `"${this.current}"`} (expecting "${text}")`);
    this.i++;
  }

  private expectOperator(text: string): void {
    if (!this.isOperator(text))
      throw new ShellSyntaxError(`syntax error: unexpected ${this.atEnd ? 'end of file' : `"${this.current}"`} (expecting "${text}")`);
    this.i++;
  }
}
